"""run.py impact says what a new figure changes, in Chinese, and changes nothing itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import impact
import pytest

from tests.load.project import spoilt, write

REPORT = "# 总体情况\n\n死亡{{ 值 死亡人数 2022 }}。\n\n{{ 表 主要指标 }}\n"


@pytest.fixture
def project(tmp_path) -> Path:
    return write(tmp_path / "project", {"docs/report/01-overview.md": REPORT, "docs/index.md": "{{ 评价 I01 }}\n"})


def told(capsys, *argv: object) -> tuple[int, str, str]:
    code = impact.main([str(argument) for argument in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_new_figure_is_told_from_verdict_to_sentence(project, capsys):
    before = contents(project)

    code, out, err = told(capsys, "--root", project, "--set", "I01.2022=9")

    assert (code, err) == (0, "")
    head, _, rest = out.partition("改变的页面：\n")
    assert head == (
        "评价改变：\n"
        "  全市 I01 生产安全事故死亡人数：已提前实现 → 快于预期\n"
        "数字改变：\n"
        "  全市 I01 生产安全事故死亡人数 · 评价所用数值：8 → 9\n"
        "  全市 I01 生产安全事故死亡人数 · 较基期变化：-20.0% → -10.0%\n"
        "  全市 I01 生产安全事故死亡人数 · 完成率：133.3% → 66.7%\n"
        "  全市 I01 生产安全事故死亡人数 · 进度比 k：3.333333 → 1.666667\n"
        "  全市 I01 生产安全事故死亡人数 · 与序时进度之差：93.3% → 26.7%\n"
        "  全市 I01 生产安全事故死亡人数 · 今后每年需变化：0.166667 → -0.166667\n"
        "  全市 I01 生产安全事故死亡人数 · 已实现年均变化：-1 → -0.5\n"
        "  全市 I01 生产安全事故死亡人数 · 规划期末预期值：5 → 7.5\n"
        "  全市 I01 生产安全事故死亡人数 · 最近分界距离：0.5 → 0.37\n"
        "  全市 I01 生产安全事故死亡人数 · 2022 数值：8 → 9\n"
        "任务、项目状态改变：无\n"
        "占比改变：无\n"
        "旗区合计与全市数之差改变：\n"
        "  I01 2022：0 → -1\n"
        "旗区位次改变：无\n"
    )
    assert "  report/01-overview.md\n" in rest
    assert rest.endswith(
        "改变的文句（docs/）：\n"
        "  report/01-overview.md:3:\n"
        "    原：死亡8人。\n"
        "    新：死亡9人。\n"
        "  report/01-overview.md:5: {{ 表 主要指标 }}\n"
        "  index.md:1:\n"
        "    原：已提前实现\n"
        "    新：快于预期\n"
    )
    assert contents(project) == before


def test_several_figures_are_supposed_together(project, capsys):
    argv = ("--set", "dongsheng.I01.2022=9", "--set", "I03.2022=9/1200.5")

    code, out, _ = told(capsys, "--root", project, *argv)

    assert code == 0
    assert "  东胜区 I01 生产安全事故死亡人数 · 2022 数值：3 → 9\n" in out
    assert "  全市 I03 亿元GDP死亡率 · 预计数个数：1 → 0\n" in out
    assert "  I01 dongsheng" not in out
    assert "  I01 东胜区：第1位 → 第2位\n" in out


@pytest.mark.parametrize(
    "argv, said",
    [
        ((), "请写 --set 指标.时期=数，或者 --from 提交，二者写一种。用法见 run.py impact --help。\n"),
        (
            ("--set", "I01.2022=1", "--from", "HEAD"),
            "请写 --set 指标.时期=数，或者 --from 提交，二者写一种。用法见 run.py impact --help。\n",
        ),
        (("--set", "I01"), "--set I01：写法不对，应写成 I03.2022=0.031 或 zhungeer.I01.2022=12。\n"),
        (("--set", "I01.2022=1/2"), "--set I01.2022=1/2：I01 不是比率，只写一个数，如 I01.2022=1。\n"),
        (
            ("--set", "I99.2022=1"),
            "--set I99.2022=1：没有指标 I99。可用：I01、I03、I09、I11、I12、I13。\n",
        ),
    ],
)
def test_a_wrong_call_is_a_sentence_and_exit_2(project, capsys, argv, said):
    assert told(capsys, "--root", project, *argv) == (2, "", said)


def git(project: Path, *argv: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, "-C", str(project), *argv], check=True, capture_output=True)


def test_two_revisions_of_the_data_are_compared(project, capsys):
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "old")
    write(
        project,
        {
            **spoilt("data/reports/dongsheng.yml", "stage: 开工在建", "stage: 主体完工"),
            "docs/report/01-overview.md": REPORT,
        },
    )

    code, out, err = told(capsys, "--root", project, "--from", "HEAD")

    assert (code, err) == (0, "")
    assert out.startswith("评价改变：无\n数字改变：无\n任务、项目状态改变：\n  P01：开工在建 → 主体完工\n占比改变：\n")
    assert "  序时达标率：0.0%（0/1） → —（0/0）\n" in out
    assert "  projects/P01.md\n" in out


def test_an_unknown_revision_is_a_sentence(project, capsys):
    git(project, "init", "-q")

    assert told(capsys, "--root", project, "--from=--output=x") == (
        2,
        "",
        "--from --output=x：没有这个提交，或其中没有 data 和 docs。用 git log 查看可用的提交。\n",
    )
    assert not (project / "x").exists()


def test_a_plan_that_cannot_be_read_is_told_by_its_problems(tmp_path, capsys):
    root = write(tmp_path, {"data/plan.yml": "title：坏\n"})

    code, out, _ = told(capsys, "--root", root, "--set", "I01.2022=1")

    assert code == 1
    assert out.startswith("data/plan.yml:1:")
