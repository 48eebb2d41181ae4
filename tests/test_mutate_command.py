"""run.py mutate counts what no test noticed, and refuses less than nine tenths."""

from __future__ import annotations

import json
from pathlib import Path

import mutate


def tried(work: Path, **modules: dict[str, int | None]) -> Path:
    folder = work / "mutants" / "src" / "evaluation" / "measure"
    folder.mkdir(parents=True)
    for name, codes in modules.items():
        (folder / f"{name}.py.meta").write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")
    return work


def test_what_no_test_noticed_or_ran_into_is_listed(tmp_path, capsys):
    work = tried(tmp_path, exact={"a": 1, "b": 0, "c": 33, "d": None}, paths={"e": 36, "f": 1}, sums={"g": None})

    assert mutate.told(mutate.results(work)) == 1
    assert capsys.readouterr().out == (
        "exact                3 处，漏网   2 处\n"
        "paths                2 处，漏网   0 处\n"
        "  漏网：b\n"
        "  漏网：c\n"
        "共 5 处，发现 3 处（60.0%）\n"
    )


def test_nine_tenths_are_enough(tmp_path):
    work = tried(tmp_path, exact={str(number): int(number > 0) for number in range(10)})

    assert mutate.told(mutate.results(work)) == 0


def test_nothing_tried_is_no_success(tmp_path):
    assert mutate.told(mutate.results(tried(tmp_path))) == 1


def test_the_copy_has_the_package_where_the_settings_say(tmp_path):
    mutate.lay_out(tmp_path)

    assert (tmp_path / "src" / "evaluation" / "measure" / "progress.py").is_file()
    assert not (tmp_path / "hooks").exists()
    assert not list(tmp_path.rglob("__pycache__"))


def test_an_unknown_module_is_a_usage_error_that_names_the_known(capsys):
    assert mutate.main(["progres"]) == 2
    assert capsys.readouterr().err.startswith("没有模块 progres。可用：assessment、case、")
