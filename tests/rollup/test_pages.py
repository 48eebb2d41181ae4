"""What a region's leader reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from evaluation.rollup.join import join
from evaluation.rollup.pages import pages
from evaluation.rollup.reading import read_area
from tests.rollup.areas import city, indicator, ratio, raw

ROOT = Path(__file__).resolve().parents[2]


def made() -> dict[str, str]:
    cities = city("甲市", indicator(), ratio("46", "5613.44")), city("乙市", indicator(verdict="进度滞后"))
    members = [read_area(raw(one), "a", "https://a.example/")[0] for one in cities]
    return {page.path: page.markdown for page in pages(join("丙区", members))}


def test_the_overview_counts_verdicts_by_member_and_by_indicator():
    text = made()["index.md"]

    assert (
        "| 地区 | ● 快于预期 | ▲ 进度滞后 |\n| --- | --- | --- |\n| [甲市](members/01.md) | 2 | 0 |\n| [乙市](members/02.md) | 0 | 1 |"
        in text
    )
    assert "| [死亡人数](indicators/01.md) | 人 | 2022年 | 92 | 2/2 | ● 快于预期1、▲ 进度滞后1 |" in text
    assert "| [亿元地区生产总值死亡率](indicators/02.md) | 人/亿元 | 2022年 | 0.008195 | 1/2 | ● 快于预期1 |" in text
    assert "| 开工率 | 75.0%（6/8） |" in text


def test_a_member_that_lacks_an_indicator_shows_no_figure():
    assert made()["indicators/02.md"].endswith(
        "| [甲市](../members/01.md) | 累计下降15% | 2022年 | 0.008195 | 1/1 | ● 快于预期 |\n"
        "| [乙市](../members/02.md) | — | — | — | — | — |\n"
    )


def test_a_member_leads_to_its_own_site_and_its_units():
    text = made()["members/01.md"]

    assert "[打开甲市的评估网站](https://a.example/)" in text
    assert text.endswith("| 单位 | 报送情况 |\n| --- | --- |\n| 甲旗 | 已报送 |\n")


def rollup(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT / "hooks"), str(ROOT / "scripts")]),
        "PYTHONUTF8": "1",
    }
    call = [sys.executable, str(ROOT / "scripts" / "rollup.py"), *arguments]
    return subprocess.run(call, capture_output=True, encoding="utf-8", env=environment)


def test_the_command_joins_a_real_site_with_another_city_and_its_result_can_be_joined_again(site, tmp_path):
    other = tmp_path / "乙.json"
    other.write_bytes(raw(city("乙市", indicator("生产安全事故死亡人数"))))
    region, nation = tmp_path / "region", tmp_path / "nation"

    assert rollup(str(site), str(other), "--name", "丙区", "--out", str(region)).returncode == 0
    assert rollup(str(region), "--name", "全国", "--out", str(nation)).returncode == 0
    assert "92" in (nation / "indicators" / "01.html").read_text(encoding="utf-8")
    again = tmp_path / "again"
    assert rollup(str(site), str(other), "--name", "丙区", "--out", str(again)).returncode == 0
    files = sorted(p.relative_to(region) for p in region.rglob("*") if p.is_file())
    assert all((region / f).read_bytes() == (again / f).read_bytes() for f in files)


def test_a_city_that_cannot_be_read_is_said_and_the_others_are_joined(tmp_path):
    (tmp_path / "甲.json").write_bytes(raw(city("甲市", indicator())))
    result = rollup(
        str(tmp_path / "甲.json"), str(tmp_path / "无"), "--name", "丙区", "--out", str(tmp_path / "region")
    )

    assert (result.returncode, "没有这个数据文件" in result.stdout) == (1, True)
    assert (tmp_path / "region" / "index.html").exists()
