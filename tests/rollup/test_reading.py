"""Published data that are not what they should be: one sentence, never an exception."""

from __future__ import annotations

import pytest
from evaluation.rollup.reading import read_area
from hypothesis import given
from hypothesis import strategies as st
from tests.rollup.areas import city, indicator, raw

AGAIN = "请该地重新生成网站，用其中的 data/evaluation.json。"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "a.json:1:2: 不是完整的 JSON。"),
        (b"\xff\xfe{", "a.json:1:1: 不是 UTF-8 编码的 JSON。"),
        (b"[" * 100_000, "a.json:1:1: 不是 UTF-8 编码的 JSON。"),
        (b"[]", "a.json:1:1: 不是第 1 版的评估数据（写的是 None）。"),
        (b'{"schema": 2}', "a.json:1:1: 不是第 1 版的评估数据（写的是 2）。"),
        (b'{"schema": 1}', "a.json:1:1: 缺少评估数据应有的内容（'plan'）。"),
        (raw(city("甲市", indicator(datum={"value": 46.0}))), "a.json:1:1: “value”的内容不对。"),
        (raw(city("甲市", indicator(datum={"value": "NaN"}))), "a.json:1:1: “value”的内容不对。"),
        (raw(city("甲市", task_counts={"已完成": -1})), "a.json:1:1: “tasks → 已完成”的内容不对。"),
    ],
)
def test_a_file_that_is_not_published_data_is_refused_in_one_sentence(data, sentence):
    assert [str(problem) for problem in read_area(data, "a.json")[1]] == [sentence + AGAIN]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda x: (
            st.lists(x, max_size=3)
            | st.dictionaries(
                st.sampled_from(["schema", "kind", "area", "plan", "units", "indicators", "city"]), x, max_size=5
            )
        ),
    )
)
def test_no_json_makes_the_reader_stumble(content):
    if isinstance(content, dict):
        content["schema"] = 1

    read_area(raw(content), "a.json")
