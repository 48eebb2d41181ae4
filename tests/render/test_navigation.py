"""A page's menu is as long as a reader can use."""

from __future__ import annotations

import pytest
from evaluation.render.navigation import LONG, NEAR, shown

ENTRIES = [*range(1000)]


def test_a_list_that_a_reader_can_use_is_shown_whole():
    assert shown(ENTRIES[:LONG], ENTRIES[3]) == ENTRIES[:LONG]


@pytest.mark.parametrize(
    ("current", "first", "last"), [(500, 488, 512), (1, 1, 25), (5, 1, 25), (998, 975, 999), (999, 975, 999), (0, 1, 25)]
)
def test_of_a_longer_one_the_tabs_own_page_and_the_neighbours(current, first, last):
    menu = shown(ENTRIES, ENTRIES[current])

    assert menu == [0, *range(first, last + 1)]
    assert current in menu
    assert len(menu) == 2 * NEAR + 2


def test_where_the_page_lies_elsewhere_the_list_begins_at_its_beginning():
    assert shown(ENTRIES, None)[:3] == [0, 1, 2]
