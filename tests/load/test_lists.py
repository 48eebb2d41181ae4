"""Opinions may be missing; contacts are read only when asked for, and no evaluation ever holds them."""

from __future__ import annotations

import pytest
from evaluation.load import load_evaluation
from evaluation.load.lists import load_contacts, load_opinions
from evaluation.model import Outcome

from tests.load.project import OPINIONS, write

CONTACTS = """\
contacts:
  - unit: zhungeer
    name: 张某某
    position: 副局长
    phone: 0477-0000001
  - unit: 市某某公司
    name: 李某
    position: 科长
    phone: 13000000000
"""
C = "data/private/contacts.yml"
O = "data/opinions.yml"  # noqa: E741


def test_opinions_come_in_the_order_of_the_file(tmp_path):
    opinions, problems = load_opinions(write(tmp_path))

    assert problems == ()
    assert [(o.by, o.outcome, o.reason) for o in opinions] == [
        ("zhungeer", Outcome.ADOPTED, None),
        ("专家组", Outcome.REFUSED, "年终评估时补充"),
    ]


def test_no_file_of_opinions_means_that_nobody_has_spoken_yet(tmp_path):
    assert load_opinions(write(tmp_path, {O: None})) == ((), ())


def test_one_bad_opinion_is_named_and_its_neighbours_stay(tmp_path):
    opinions, problems = load_opinions(write(tmp_path, {O: OPINIONS.replace("outcome: 采纳", "outcome: 同意")}))

    assert [o.by for o in opinions] == ["专家组"]
    assert [str(problem) for problem in problems] == [
        f"{O}:7:14: `outcome`（采纳情况）的值“同意”不在可选的词里。可写：采纳、部分采纳、未采纳。"
    ]


def test_contacts_are_four_words_a_person(tmp_path):
    contacts, problems = load_contacts(write(tmp_path, {C: CONTACTS}))

    assert problems == ()
    assert [(c.unit, c.name, c.position, c.phone) for c in contacts] == [
        ("zhungeer", "张某某", "副局长", "0477-0000001"),
        ("市某某公司", "李某", "科长", "13000000000"),
    ]


FAULTS = {
    "missing file": (None, f"{C}:1:1: 没有这个文件。按“怎样填数据”一页补上这个文件。"),
    "no telephone": (
        CONTACTS.replace("13000000000", "暂无"),
        f"{C}:9:12: `phone`（联系方式）的值“暂无”格式不对。写电话或手机号码，如 0477-0000000。",
    ),
    "unknown key": (
        CONTACTS.replace("    phone: 13000000000", "    phone: 13000000000\n    email: a@b.c"),
        f"{C}:10:5: 没有名为 `email` 的键。可写：name、phone、position、unit。",
    ),
    "nature of the data": (
        "provenance: 示例数据\n" + CONTACTS,
        f"{C}:1:1: 没有名为 `provenance` 的键。可写：contacts。",
    ),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_contacts_is_said_with_its_place(tmp_path, text, said):
    _, problems = load_contacts(write(tmp_path, {C: text}))

    assert [str(problem) for problem in problems] == [said]


def test_no_evaluation_holds_a_contact(tmp_path):
    evaluation, problems = load_evaluation(write(tmp_path, {C: CONTACTS}))

    assert problems == ()
    assert "张某某" not in repr(evaluation)
    assert evaluation == load_evaluation(write(tmp_path / "without"))[0]
