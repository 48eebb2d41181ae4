"""Links: each thing's page, and relative links kept right when a text moves to another page."""

from __future__ import annotations

import pytest
from evaluation.render import links


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("[指标](indicators.md)", "[指标](/banners/a.md#indicators)"),
        ("[指标](./indicators.md)", "[指标](/banners/a.md#indicators)"),
        ("[任务](../../areas/T1.md#t1-1)", "[任务](/areas/T1.md#t1-1)"),
        ("![图](photo.png)", "![图](/banners/a/photo.png)"),
        ("[上站](https://example.org/a.md)", "[上站](https://example.org/a.md)"),
        ("[邮件](mailto:a@b.cn)", "[邮件](mailto:a@b.cn)"),
        ("[页内](#goals)", "[页内](#goals)"),
        ("[根](/plan/index.md)", "[根](/plan/index.md)"),
        ("[出界](../../../x.md)", "[出界](../../../x.md)"),
        ("`[代码](indicators.md)`", "`[代码](indicators.md)`"),
    ],
)
def test_relative_targets_become_root_absolute(written, moved):
    assert links.rooted(written, "banners/a", {"banners/a/indicators.md": "/banners/a.md#indicators"}) == moved


def test_each_thing_has_its_page(view):
    found = [links.of_thing(view.evaluation, thing) for thing in ("I01", "T1-2", "P01", "组织领导")]

    assert found == [
        ("生产安全事故死亡人数", "/indicators/I01.md"),
        ("强化责任落实", "/areas/T1.md#t1-2"),
        ("指挥中心升级", "/projects/P01.md"),
        None,
    ]
