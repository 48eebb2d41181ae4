"""The site as one file: complete, listed, and the same to the byte."""

from __future__ import annotations

import hashlib
import os
import zipfile

from evaluation.export.parcel import SUMS, pack, write_sums


def folder(path, **files):
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(content, encoding="utf-8")
    return path


def test_the_list_holds_every_file_with_its_sum(tmp_path):
    site = folder(tmp_path / "site", **{"b.html": "乙", "a/a.html": "甲"})
    write_sums(site)
    write_sums(site)  # the list itself is not in the list

    expected = "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in (("a/a.html", "甲"), ("b.html", "乙")))
    assert (site / SUMS).read_text(encoding="utf-8") == expected


def test_a_file_whose_sum_is_known_is_not_read(tmp_path):
    site = folder(tmp_path / "site", **{"a.html": "甲"})

    assert write_sums(site, {"a.html": "known", "gone.html": "of no file"}) == "known  a.html\n"


def test_the_parcel_unpacks_to_the_folder_and_is_the_same_whenever_it_is_packed(tmp_path):
    site = folder(tmp_path / "site", **{"b.html": "乙", "a/a.html": "甲"})
    pack(site, tmp_path / "one.zip", "site")
    os.utime(site / "b.html", (0, 0))
    pack(site, tmp_path / "two.zip", "site")
    zipfile.ZipFile(tmp_path / "one.zip").extractall(tmp_path / "out")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert {p.relative_to(tmp_path / "out").as_posix(): p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.html")} == {
        "site/a/a.html": "甲",
        "site/b.html": "乙",
    }
