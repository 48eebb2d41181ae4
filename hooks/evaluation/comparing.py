"""Each document of a new site held against the pages that show its text, by all processors there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby

from evaluation.compare import SECONDS, Pair, compared, differences, key_of
from evaluation.export.site_folder import Fresh
from evaluation.export.workshop import Order, Workshop
from evaluation.problems import Problem


def comparisons(pairs: Iterable[Pair], fresh: Fresh, shop: Workshop) -> Callable[[], Iterator[Problem]]:
    """Set out to hold each document against its pages, all in the new site; call the result for every difference."""
    folder = fresh.folder
    begun = []
    # The city's report, which has many pages, is not one among the others.
    for pages, those in groupby(pairs, key=lambda pair: len(pair.pages)):
        orders = [Order(key_of(pair, folder, shop.cache, fresh.sums), compared, (pair, folder)) for pair in those]
        begun.append(shop.begin("核对", orders, SECONDS * pages, at_once=6))

    def found() -> Iterator[Problem]:
        # This process has a hand in the small ones while others are at the city's, which was begun first.
        last_first = [[*collect()] for collect in reversed(begun)]
        kept = chain.from_iterable(reversed(last_first))
        return chain.from_iterable(map(differences, kept))

    return found
