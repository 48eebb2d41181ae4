"""Stage 2: an Evaluation that could be read, gone through rule by rule as a reviewer would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from evaluation.check import (
    completeness,
    coverage,
    dates,
    documents,
    events,
    figures,
    references,
    sums,
    targets,
    third_party,
)
from evaluation.model import Evaluation
from evaluation.problems import Problem, in_order

Rule = Callable[[Evaluation], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    # Does every name lead somewhere, and to one thing only?
    references.ids_are_unique,
    references.names_and_aliases_mean_one_thing,
    references.task_areas_exist,
    references.responsible_units_exist,
    references.what_units_report_on_exists,
    references.each_item_is_reported_once,
    references.subjects_of_findings_exist,
    references.safeguards_exist,
    references.opinions_come_from_known_units,
    references.events_happen_in_a_banner,
    references.events_use_the_plans_words,
    # Are the targets such that progress can be judged?
    targets.ratios_say_how_they_are_formed,
    targets.targets_have_the_baseline_they_need,
    targets.targets_agree_with_the_direction,
    targets.cumulative_targets_say_how_they_are_reported,
    targets.milestones_name_their_stages,
    targets.shares_aim_at_no_more_than_all,
    # Can the figures be what they say they are?
    figures.figures_come_in_their_indicators_form,
    figures.denominators_are_above_zero,
    figures.figures_are_not_negative,
    figures.counts_are_whole_numbers,
    figures.shares_are_no_more_than_all,
    figures.figures_lie_within_the_plan_period,
    figures.figures_lie_before_their_cut_off,
    figures.provisional_figures_say_when_and_from_where,
    figures.provisional_figures_are_not_overdue,
    # What the work plan asks of each unit.
    completeness.slow_tasks_are_explained,
    completeness.slow_safeguards_are_explained,
    completeness.tasks_to_be_adjusted_come_with_a_proposal,
    completeness.opinions_not_adopted_give_a_reason,
    completeness.projects_not_started_give_a_reason,
    completeness.projects_not_started_give_a_plan_with_dates,
    completeness.projects_set_aside_give_a_reason,
    completeness.projects_under_way_give_progress_and_investment,
    completeness.finished_projects_give_evidence,
    # Is everything answered for by someone, and once?
    coverage.every_area_is_served,
    coverage.every_indicator_has_an_owner,
    coverage.tasks_are_reported_by_their_lead,
    coverage.projects_are_reported_by_their_unit,
    coverage.departments_report_on_tasks_of_their_own,
    coverage.units_report_on_projects_of_their_own,
    coverage.units_agree_on_a_project,
    # Do dates, sums and events fit together?
    dates.the_plans_own_dates_are_in_order,
    dates.cut_points_descend,
    dates.project_years_are_in_order,
    dates.project_dates_fit_their_stage,
    dates.projects_start_within_the_plan,
    dates.documents_are_dated_within_the_evaluation,
    dates.nothing_is_dated_too_late,
    dates.investment_stays_within_the_total,
    events.events_lie_within_the_evaluation,
    events.accident_levels_agree_with_the_harm,
    events.accidents_add_up_to_the_reported_deaths,
    # Does the official document keep to the standard?
    documents.the_documents_number_is_well_formed,
    documents.deviations_from_the_standard_are_named,
    sums.banner_sums_agree_with_the_city,
    # Does the third party speak of the same things in the same words?
    third_party.third_party_rates_what_exists,
    third_party.third_party_uses_the_same_scale,
    third_party.third_party_rates_each_thing_once,
    third_party.third_party_dates_are_in_order,
)
"""In the order in which a reviewer would go; a rule's name is its id in every report."""


def check_evaluation(evaluation: Evaluation) -> tuple[Problem, ...]:
    """What is wrong with data that could be read. A missing section or report is a state, not a fault."""
    return in_order(replace(problem, rule=rule.__name__) for rule in RULES for problem in rule(evaluation))
