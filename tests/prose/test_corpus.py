"""The check of hand-typed figures does on a labelled corpus what it promises: it finds wrong figures and leaves others alone."""

from __future__ import annotations

import corpus
import pytest


@pytest.fixture(scope="module")
def outcomes() -> tuple[corpus.Outcome, ...]:
    return tuple(corpus.judged(corpus.CORPUS))


def test_the_corpus_is_large_and_most_of_it_is_right_or_about_something_else(outcomes):
    wrong = [outcome for outcome in outcomes if outcome.case.wanted]

    assert len(outcomes) >= 300
    assert len(wrong) >= 100
    assert len(outcomes) - len(wrong) >= 150
    assert sum(outcome.case.held_out for outcome in outcomes) >= 100


def test_nineteen_of_twenty_reports_are_right_and_most_wrong_figures_are_found(outcomes):
    precision, recall = corpus.scores(outcomes)

    assert precision >= corpus.PRECISION
    assert recall >= corpus.RECALL


def test_sentences_that_were_held_out_do_as_well(outcomes):
    precision, recall = corpus.scores(tuple(outcome for outcome in outcomes if outcome.case.held_out))

    assert precision >= corpus.PRECISION
    assert recall >= corpus.RECALL


def test_the_command_prints_the_figures_and_every_sentence_it_got_wrong(tmp_path, capsys):
    (tmp_path / "plan").symlink_to(corpus.CORPUS.parent / "plan")
    file = tmp_path / "corpus.tsv"
    file.write_text(
        "# 甲\n全市\t\t2022年全市生产安全事故死亡43人。\n全市\t50处\t全市有隐患点50处。\n# 留出\n全市\t47人\t2022年全市生产安全事故死亡47人。\n",
        encoding="utf-8",
    )

    assert corpus.main(["--file", str(file)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "误报 corpus.tsv:2: 2022年全市生产安全事故死亡43人。",
        "     文稿写“43人”，数据为46人（全市 生产安全事故死亡人数 2022年）",
        "漏报 corpus.tsv:3: 全市有隐患点50处。",
        "     第 7 字起：50处。",
        "全部：3 句，应报 2 处，报对 1 处，误报 1 处，准确率 0.500，召回率 0.500",
        "改进用：2 句，应报 1 处，报对 0 处，误报 1 处，准确率 0.000，召回率 0.000",
        "留出：1 句，应报 1 处，报对 1 处，误报 0 处，准确率 1.000，召回率 1.000",
    ]
