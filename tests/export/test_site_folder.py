"""What stands is always the old site or the new one, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from evaluation.export.site_folder import Busy, Fresh, new_site, publish
from evaluation.files import sum_of

HOOKS = Path(__file__).resolve().parents[2] / "hooks"


def write(folder: Path, word: str, files: int = 3) -> None:
    for number in range(files):
        (folder / f"{number}.html").write_text(word, encoding="utf-8")


def words(site: Path) -> set[str]:
    return {path.read_text(encoding="utf-8") for path in site.glob("*.html")}


def test_the_first_site_takes_its_place(tmp_path):
    site = tmp_path / "site"
    with new_site(site) as fresh:
        write(fresh, "new")
        publish(fresh, site)

    assert words(site) == {"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_new_site_replaces_the_old_one_and_leaves_nothing_behind(tmp_path):
    site = tmp_path / "site"
    for word in ("old", "new"):
        with new_site(site) as fresh:
            write(fresh, word, files=5 if word == "old" else 2)
            publish(fresh, site)

    assert words(site) == {"new"}
    assert len(list(site.iterdir())) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_failed_build_leaves_the_old_site(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    write(site, "old")
    with pytest.raises(OSError), new_site(site) as fresh:
        write(fresh, "half")
        raise OSError("disk full")

    assert words(site) == {"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_two_builds_at_once_are_refused(tmp_path):
    site = tmp_path / "site"
    with new_site(site), pytest.raises(Busy), new_site(site):
        pass


def test_a_site_left_between_two_renames_is_healed(tmp_path):
    site = tmp_path / "site"
    (tmp_path / ".site-old").mkdir()
    write(tmp_path / ".site-old", "old")
    with new_site(site):
        assert words(site) == {"old"}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL 只在 POSIX 上有")
def test_a_build_killed_at_any_moment_leaves_one_whole_site(tmp_path):
    """A child builds and publishes in a loop and is killed without warning, at forty different moments."""
    site = tmp_path / "site"
    child = (
        "import itertools, sys; from pathlib import Path; from evaluation.export.site_folder import new_site, publish\n"
        f"site = Path({str(site)!r})\n"
        "for n in itertools.count():\n"
        "    with new_site(site) as fresh:\n"
        "        [ (fresh / f'{i}.html').write_text(str(n)) for i in range(20) ]\n"
        "        publish(fresh, site)\n"
        "    print(n, flush=True)\n"
    )
    for moment in range(40):
        process = subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.PIPE, env={"PYTHONPATH": str(HOOKS)})
        process.stdout.readline()
        time.sleep(0.0007 * moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert len(words(site)) == 1
        assert len(list(site.glob("*.html"))) == 20


# ---------------------------------------------------------------------------------- what is taken over


@pytest.fixture
def pair(tmp_path) -> Fresh:
    """A site with one page, and the folder of the next."""
    (tmp_path / "site").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "site/a.html").write_bytes(b"as it was")
    return Fresh(tmp_path / "new", tmp_path / "site")


def test_what_did_not_change_is_the_standing_sites_own_file(pair):
    pair.put("a.html", b"as it was")

    assert (pair.folder / "a.html").samefile(pair.standing / "a.html")


def test_what_was_put_or_taken_over_is_known_by_its_sum(pair):
    pair.put("a.html", b"as it was")
    pair.put("units/b.html", b"new")

    assert pair.sums == {name: sum_of(pair.folder, name) for name in ("a.html", "units/b.html")}


def test_only_what_has_the_sum_is_taken_over(pair):
    told = sum_of(pair.standing, "a.html")
    (pair.standing / "a.html").write_bytes(b"otherwise")

    assert not pair.take("a.html", told)
    assert not pair.take("a.html", None)
    assert not pair.take("gone.html", told)
    assert (list(pair.folder.iterdir()), pair.sums) == ([], {})


def test_what_changed_is_written_and_leaves_the_standing_site_alone(pair):
    pair.put("a.html", b"otherwise")
    pair.put("units/b.html", b"new")

    assert (pair.folder / "a.html").read_bytes() == b"otherwise"
    assert (pair.folder / "units/b.html").read_bytes() == b"new"
    assert (pair.standing / "a.html").read_bytes() == b"as it was"


def test_a_second_writing_does_not_reach_the_standing_site(pair):
    pair.put("a.html", b"as it was")
    pair.put("a.html", b"otherwise")

    assert (pair.folder / "a.html").read_bytes() == b"otherwise"
    assert (pair.standing / "a.html").read_bytes() == b"as it was"


def test_a_link_in_the_standing_site_is_not_followed(pair, tmp_path):
    (tmp_path / "elsewhere.html").write_bytes(b"as it was")
    (pair.standing / "a.html").unlink()
    (pair.standing / "a.html").symlink_to(tmp_path / "elsewhere.html")
    pair.put("a.html", b"as it was")

    assert not (pair.folder / "a.html").is_symlink()
    assert not (pair.folder / "a.html").samefile(tmp_path / "elsewhere.html")
    assert (pair.folder / "a.html").read_bytes() == b"as it was"


def test_where_a_file_has_but_one_name_it_is_written(pair, monkeypatch):
    def refused(*names: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", refused)
    pair.put("a.html", b"as it was")

    assert (pair.folder / "a.html").read_bytes() == b"as it was"
    assert not (pair.folder / "a.html").samefile(pair.standing / "a.html")
