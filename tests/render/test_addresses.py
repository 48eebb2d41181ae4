"""A site's generator is asked once where an address leads, and again wherever it leads nowhere."""

from __future__ import annotations

from evaluation.cache import Cache
from evaluation.render.addresses import Addresses


def test_an_address_is_asked_for_once_in_each_folder():
    asked, known = [], Addresses()
    for folder in ("banners", "banners", "parks"):
        known.resolved(folder, ["/a.md"], lambda address: asked.append(folder) or (f"../{address}", {}))

    assert asked == ["banners", "parks"]


def test_one_that_leads_nowhere_is_reported_for_every_page():
    reported, known = [], Addresses()
    for page in ("a.md", "b.md"):
        known.resolved("banners", ["/lost.md"], lambda address: reported.append(page) or (address, {}))

    assert reported == ["a.md", "b.md"]


def test_the_first_address_written_stands_for_an_anchor_also_where_it_was_asked_for_earlier():
    known = Addresses()

    def ask(address: str):
        return f"../{address}", {"a.md": {address.partition("#")[2]: address}}

    known.resolved("banners", ["/a.md?x=1#t1"], ask)
    urls, anchors = known.resolved("banners", ["/a.md#t1", "/a.md#t2", "/a.md?x=1#t1"], ask)

    assert anchors == {"a.md": {"t1": "/a.md#t1", "t2": "/a.md#t2"}}
    assert urls == {one: f"../{one}" for one in ("/a.md#t1", "/a.md#t2", "/a.md?x=1#t1")}


def test_the_addresses_of_the_same_files_are_known_the_next_time_and_of_others_are_not(tmp_path):
    asked: list[str] = []

    def ask(address: str):
        asked.append(address)
        return f"../{address}", {"a.md": {"t1": address}}

    for files in ([("a.md", "a.html")], [("a.md", "a.html")], [("a.md", "a/index.html")], [("a.md", "a.html"), ("b.md", "b.html")]):
        known = Addresses(files, Cache(tmp_path, "1"))
        assert known.resolved("banners", ["/a.md#t1"], ask) == ({"/a.md#t1": "..//a.md#t1"}, {"a.md": {"t1": "/a.md#t1"}})
        known.keep()

    assert len(asked) == 3
