"""Where readers meet an indicator's figures."""

from __future__ import annotations

import pytest
from evaluation.measure.whereabouts import Mention, Touched, charts, documents, mentions, pages
from evaluation.model import Chapter, Evaluation, Unit, UnitKind

from tests.measure.builders import banners, department, eleven, evaluation, project, task

ALL = frozenset({"verdict", "target", "baseline", "change", "completion", "elapsed", "difference", "mean", "2022"})
ALL |= {"margin", "projection", "value"}


def touched(*scopes: tuple, fields: frozenset = ALL, **more) -> Touched:
    return Touched(dict.fromkeys(scopes, fields), **more)


CITY, WUSHEN = touched(("I01", None)), touched(("I01", "wushen"))
TASK = touched(things=frozenset({"T1-1"}))
PROJECT = touched(things=frozenset({"P01"}), shares=frozenset({"投资完成率"}))


def built() -> Evaluation:
    park = Unit(id="gaoxin", name="高新区产业园", kind=UnitKind.PARK)
    short = Unit(id="xiaofang", name="市消防救援支队", short="消防支队", aliases=("消防",), kind=UnitKind.DEPARTMENT)
    project_one = project(aliases=("指挥中心",))
    return evaluation(
        *eleven(), tasks=(task(),), projects=(project_one,), units=(*banners(), park, department(), short)
    )


def test_the_citys_figure_is_on_the_front_page_and_its_own():
    assert pages(built(), CITY) == ("index.md", "indicators/I01.md")


def test_a_units_figure_is_on_its_page_in_its_folder():
    some = touched(("I01", "wushen"), ("I01", "gaoxin"), ("I02", "yingji"), ("I02", "nobody"))

    assert pages(built(), some) == (
        "banners/wushen.md",
        "departments/nobody.md",
        "departments/yingji.md",
        "indicators/I01.md",
        "indicators/I02.md",
        "parks/gaoxin.md",
    )


def test_charts_are_named_as_authors_place_them():
    assert charts(CITY) == ("图 指标 I01", "图 指标总览")
    assert charts(WUSHEN) == ("图 旗区分布 I01",)
    assert charts(TASK) == ("图 任务进展",)
    assert charts(PROJECT) == ("图 投资完成", "图 项目分旗区", "图 项目阶段")
    assert charts(touched()) == ()


def test_tasks_projects_and_shares_are_on_their_pages():
    assert pages(built(), TASK) == ("areas/T1.md",)
    assert pages(built(), PROJECT) == ("index.md", "projects/P01.md")
    assert pages(built(), touched()) == ()


def test_documents_are_named_by_their_titles():
    assert documents(built(), touched()) == ()
    for some in (TASK, touched(shares=frozenset({"开工率"}))):
        assert documents(built(), some) == ("中期评估报告",)
    assert documents(built(), CITY) == ("中期评估报告",)
    assert documents(built(), touched(("I01", "wushen"), ("I01", "nobody"))) == ("中期评估报告", "乌审旗自评估报告")


def seen(some: Touched, body: str, unit: str | None = None) -> bool:
    chapter = Chapter(path="x.md", body=body, unit=unit)
    return bool(list(mentions(built(), some, [chapter])))


@pytest.mark.parametrize(
    "body",
    [
        "{{ 值 死亡人数 2022 }}",
        "{{ 值 I01 2022 }}",
        "{{ 评价 生产安全事故死亡人数 }}",
        "｛｛ 值　I01　2022 ｝｝",
        "{{ 表 主要指标 }}",
        "{{ 图 指标总览 }}",
        "{{ 表 指标数据 }}",
        "{{ 表 预计数据 }}",
        "{{ 表 应急能力 }}",
        "{{ 图 指标 死亡人数 }}",
        "{{ 表 分旗区指标 I01 }}",
        "{{ 图 旗区分布 I01 }}",
        "{{ 指标数 快于预期 }}",
        "文字{{ 截止 年度 }}与{{ 值 I01 2022 }}",
    ],
)
def test_a_reference_to_the_citys_figure_is_found(body):
    assert seen(CITY, body)


@pytest.mark.parametrize(
    "body",
    [
        "死亡人数下降",
        "{{ 值 I02 2022 }}",
        "{{ 截止 年度 }}",
        "{{ 表 重点项目 }}",
        "{{ 值 I01 2022 乌审旗 }}",
        "{{ 图 指标 I02 }}",
        "{{ 表 指标数据 I02 }}",
        "{{ 表 分旗区指标 I02 }}",
        "{{ 见表 主要指标 }}",
        "{{   }}",
        "{{ I01 }}",
        "{{ 指标 I01 }}",
        "{{ 目标 I01 }}",
        "{{ 值 I01 2021 }}",
        "{{ 项目数 }}",
        "{{ 占比 开工率 }}",
    ],
)
def test_what_does_not_show_it_is_not(body):
    assert not seen(CITY, body)


def test_in_a_units_text_a_reference_means_the_unit():
    assert seen(WUSHEN, "{{ 值 I01 2022 }}", "wushen")
    assert seen(WUSHEN, "{{ 表 主要指标 }}", "wushen")
    assert seen(WUSHEN, "{{ 指标数 }}", "wushen")
    assert not seen(WUSHEN, "{{ 值 I01 2022 全市 }}", "wushen")
    assert not seen(WUSHEN, "{{ 表 主要指标 }}", "hangjin")
    assert not seen(CITY, "{{ 值 I01 2022 }}", "wushen")
    assert seen(CITY, "{{ 值 I01 2022 全市 }}", "wushen")
    assert seen(CITY, "{{ 值 I01 2022 市级 }}", "wushen")


def test_in_the_citys_text_a_named_unit_is_meant():
    assert seen(WUSHEN, "{{ 值 I01 2022 乌审旗 }}")
    assert seen(WUSHEN, "{{ 值 I01 2022 wushen }}")
    assert not seen(WUSHEN, "{{ 值 I01 2022 }}")
    assert seen(touched(("I01", "xiaofang")), "{{ 值 I01 2022 消防支队 }}")
    assert seen(touched(("I01", "xiaofang")), "{{ 值 I01 2022 消防 }}")


def test_a_table_over_all_units_shows_every_unit():
    assert seen(WUSHEN, "{{ 表 分旗区指标 I01 }}")
    assert seen(WUSHEN, "{{ 图 旗区分布 死亡人数 }}", "hangjin")


def test_a_vanished_indicator_is_still_known_by_its_id():
    assert seen(touched(("I77", None)), "{{ 值 I77 2022 }}")


def test_mentions_come_by_path_with_line_numbers_of_the_file():
    second = Chapter(path="b.md", body="一\n\n  {{ 值 I01 2022 }}  ", first_line=5)
    first = Chapter(path="a.md", body="{{ 值 I01 2022 }}{{ 评价 I01 }}")

    assert list(mentions(built(), CITY, [second, first])) == [
        Mention("a.md", 1, "{{ 值 I01 2022 }}{{ 评价 I01 }}"),
        Mention("b.md", 7, "{{ 值 I01 2022 }}"),
    ]


@pytest.mark.parametrize(
    "field, body",
    [
        ("target", "目标值 I01"),
        ("baseline", "基期 I01"),
        ("change", "变化 I01"),
        ("2022", "变化 I01 2022"),
        ("baseline", "变化 I01 2022"),
        ("verdict", "评价 I01"),
        ("verdict", "指标数"),
        ("completion", "完成率 I01"),
        ("elapsed", "时间进度 I01"),
        ("difference", "差距 I01"),
        ("mean", "均值 I01"),
        ("margin", "余量 I01"),
        ("headroom", "余量 I01"),
        ("projection", "预期 I01"),
        ("2022", "值 I01 2022"),
        ("provisional", "值 I01 2022"),
        ("2022", "同比 I01 2022"),
        ("2021", "同比 I01 2022"),
        ("2022-06", "同比 I01 2023-06"),
        ("place", "表 主要指标"),
    ],
)
def test_a_reference_shows_its_own_number_and_no_other(field, body):
    assert seen(touched(("I01", None), fields=frozenset({field})), f"{{{{ {body} }}}}")
    if not body.startswith("表"):
        assert not seen(touched(("I01", None), fields=frozenset({"2023", "value"})), f"{{{{ {body} }}}}")


def test_references_to_tasks_projects_and_shares_are_found():
    assert seen(TASK, "{{ 进展 T1-1 }}")
    assert seen(TASK, "{{ 进展 任务T1-1 }}")
    assert seen(TASK, "{{ 任务数 已完成 }}")
    assert seen(PROJECT, "{{ 阶段 指挥中心 }}")
    assert seen(PROJECT, "{{ 项目数 开工在建 }}")
    assert seen(PROJECT, "{{ 占比 投资完成率 }}")
    assert seen(touched(things=frozenset({"Z01"})), "{{ 项目数 }}")
    assert seen(touched(things=frozenset({"Z01"})), "{{ 形象进度 Z01 }}")


def test_a_link_to_a_task_or_project_shows_only_its_name():
    assert not seen(TASK, "{{ 任务 T1-1 }}")
    assert not seen(PROJECT, "{{ 项目 P01 }}")
    assert not seen(TASK, "{{ 项目数 }}")
    assert not seen(PROJECT, "{{ 任务数 }}")
    assert not seen(PROJECT, "{{ 占比 开工率 }}")
