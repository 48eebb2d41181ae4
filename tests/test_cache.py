"""What was made before is taken only when it is whole, and only for what it was made of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from evaluation.cache import TRIMMED, Cache, cache_of

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def cache(tmp_path) -> Cache:
    return Cache(tmp_path / "made", "version 1")


def entry(cache: Cache) -> Path:
    (found,) = cache.folder.glob("??/*")
    return found


def test_what_was_put_is_got(cache):
    key = cache.key("picture", "a", 1)
    cache.put(key, b"content")

    assert cache.get(key) == b"content"


def test_what_was_never_put_is_not_there(cache):
    assert cache.get(cache.key("picture", "a")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [(("a", "b"), ("ab",)), (("a", "b"), ("a", "c")), (("1",), (1,)), (("a", "'b'"), ("a'", "b'")), ((), ("",))],
    ids=["joined", "another part", "text and number", "quotation marks", "empty"],
)
def test_whatever_differs_has_another_key(cache, one, other):
    assert cache.key("picture", *one) != cache.key("picture", *other)


def test_another_sort_of_thing_has_another_key(cache):
    assert cache.key("picture", "a") != cache.key("document", "a")


def test_what_another_version_made_is_not_taken(cache):
    cache.put(cache.key("picture", "a"), b"old")
    newer = Cache(cache.folder, "version 2")

    assert newer.get(newer.key("picture", "a")) is None


def test_a_flipped_bit_anywhere_makes_an_entry_vanish(cache):
    key = cache.key("picture", "a")
    cache.put(key, b"content")
    whole = entry(cache).read_bytes()
    for place in range(len(whole)):
        entry(cache).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])

        assert cache.get(key) is None, place


@pytest.mark.parametrize("length", [0, 1, 31, 32, 38])
def test_an_entry_cut_short_is_not_taken(cache, length):
    key = cache.key("picture", "a")
    cache.put(key, b"content")
    entry(cache).write_bytes(entry(cache).read_bytes()[:length])

    assert cache.get(key) is None


def test_an_entry_under_another_name_is_not_taken(cache):
    key = cache.key("picture", "b")
    cache.put(cache.key("picture", "a"), b"content")
    whole = entry(cache)
    place = cache.folder / key[:2] / key[2:]
    place.parent.mkdir(exist_ok=True)
    whole.rename(place)

    assert cache.get(key) is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_hurts_nobody(tmp_path):
    (tmp_path / "made").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "made", "version 1")

    assert cache.put(cache.key("picture", "a"), b"content") == b"content"
    assert cache.get(cache.key("picture", "a")) is None


def test_without_a_folder_nothing_is_kept():
    cache = Cache(None, "version 1")
    cache.put(cache.key("picture", "a"), b"content")
    cache.trim()

    assert cache.get(cache.key("picture", "a")) is None


def test_what_was_not_used_for_longest_goes_first(cache):
    keys = [cache.key("picture", number) for number in range(10)]
    for age, key in enumerate(keys):
        cache.put(key, bytes(68))
        os.utime(cache.folder / key[:2] / key[2:], (time.time() - 86_400 * (age + 2),) * 2)
    assert cache.get(keys[9]) is not None  # the oldest, but used today

    cache.trim(most=600)

    left = [number for number, key in enumerate(keys) if cache.get(key) is not None]
    assert left == [0, 1, 2, 9]


def test_a_folder_within_its_bounds_is_left_alone(cache):
    cache.put(cache.key("picture", "a"), b"content")
    cache.trim(most=1000)

    assert cache.get(cache.key("picture", "a")) == b"content"


def test_the_environment_may_name_another_folder_or_none(tmp_path, monkeypatch):
    monkeypatch.delenv("EVALUATION_CACHE", raising=False)
    assert cache_of(tmp_path).folder == tmp_path / ".cache" / "made"
    monkeypatch.setenv("EVALUATION_CACHE", str(tmp_path / "shared"))
    assert cache_of(tmp_path).folder == tmp_path / "shared"
    monkeypatch.setenv("EVALUATION_CACHE", "")
    assert cache_of(tmp_path).folder is None


def maker(hooks: Path) -> str:
    command = [sys.executable, "-c", "from evaluation.cache import maker; print(maker())"]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(hooks)}, capture_output=True, encoding="utf-8", check=True).stdout


def test_a_copy_of_the_program_shares_and_a_changed_one_does_not(tmp_path):
    shutil.copytree(ROOT / "hooks/evaluation", tmp_path / "evaluation", ignore=shutil.ignore_patterns("__pycache__"))
    assert maker(tmp_path) == maker(ROOT / "hooks")

    wording = tmp_path / "evaluation/render/wording.py"
    wording.write_text(wording.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert maker(tmp_path) != maker(ROOT / "hooks")


def test_a_folder_is_looked_through_within_an_hour_once(cache, monkeypatch):
    times: list[str] = []
    monkeypatch.setattr(Cache, "trim", lambda cache: times.append("trimmed"))
    cache.put(cache.key("picture", "a"), b"content")
    for _ in range(3):
        cache.trim_seldom()
    assert times == ["trimmed"]

    os.utime(cache.folder / TRIMMED, (time.time() - 4_000,) * 2)
    cache.trim_seldom()
    assert times == ["trimmed", "trimmed"]


def test_what_cannot_be_kept_whole_leaves_nothing(cache):
    with pytest.raises(TypeError):
        cache.remember(cache.key("thing"), [b"a" * 100_000, (each for each in ())])  # its beginning is written by then

    assert [path for path in cache.folder.rglob("*") if path.is_file()] == []
