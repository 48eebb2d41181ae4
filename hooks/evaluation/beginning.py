"""What a build can begin without MkDocs: sources are read, texts filled, and documents set about, by whom there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from evaluation.export.aside import Task
from evaluation.export.production import Document, documents, pictures_in, to_draw
from evaluation.export.workshop import Workshop, get_ready, get_ready_to_draw
from evaluation.load.reports import load_from_the_last
from evaluation.proof import Proof, data_digest, examined, sources_of
from evaluation.render.data_file import data_file
from evaluation.render.kept import Kept, recall_answers
from evaluation.render.manuscript import Manuscript
from evaluation.render.site import Drafts, UnitDrafts, city_draft, drafts_of, unit_drafts
from evaluation.render.view import View

FEW = 24
"""Units whose reports are made before the city's, in a first build."""


@dataclass(frozen=True)
class Begun:
    shop: Workshop
    proof: Proof
    refusal: str | None = None
    """Why no site can be made of these sources; then nothing else is there."""
    view: View | None = None
    examined: Callable[[], Proof] | None = None
    """The proof with all that is wrong in data and texts."""
    drafts: Drafts | None = None
    documents: Callable[[], Iterator[Document]] | None = None


def begin(root: Path, shop: Workshop, with_documents: bool = True, meanwhile: Callable[[], object] = lambda: None) -> Begun:
    """Begin with the sources below the project's folder; `meanwhile` is what may be done where this process would wait."""
    data = data_digest(root)
    shop.wake(data)
    shop.ahead(partial(load_from_the_last, root, shop.cache))
    unkept: list[Task] = []
    proof = sources_of(root, shop.cache, data, unkept.append)
    reason = refusal(proof, root)
    if reason:
        return Begun(shop, examined(proof, shop.cache), reason)
    view = View(proof.evaluation, proof.assessment)
    recall_answers(view, shop.cache, proof.data)
    inserted = pictures_in(root / "docs")

    def write(manuscripts: Sequence[Manuscript]) -> Callable[[], Iterator[Document]]:
        return documents(view, manuscripts if with_documents else (), root / "docs", shop, inserted)

    check = partial(examined, proof, shop.cache)
    as_data, *keeping = map(shop.aside.carry, (partial(data_file, Kept(view.of(None), shop.cache)), *unkept))
    new = shop.new_figures
    few: list[Manuscript] = []
    units, checking = _city_beside(view, shop, check, meanwhile) if new else (None, 0)
    if shop.awake:
        # The others have these to make while the city's text is filled, and its document while all other texts are.
        units = unit_drafts(view, shop.cache, most=FEW)
        few += (manuscript for manuscript, _ in units.values())
    sooner = write(few)
    city = city_draft(view, shop.cache)
    drawing = new and to_draw(city.charts, "png", shop.cache)
    if drawing:
        shop.beside(get_ready_to_draw)
    first = write([city])  # it takes longest: the others' texts are filled meanwhile
    if shop.aside.idle:  # behind other work it would come too late
        checking = shop.beside(check)
    shop.set_off()
    drafts = drafts_of(view, shop.cache, city, units)
    others = write(drafts.manuscripts[1 + len(few) :])
    if new and not drawing:  # else this process makes the data while it waits for the documents
        shop.beside(as_data)
    for task, carried in zip(unkept, keeping, strict=True):
        if not shop.beside(carried):
            task()
    shop.set_off()

    def known() -> Proof:
        shop.aside.wait(checking)
        return check()

    return Begun(shop, proof, None, view, known, drafts, lambda: chain(first(), sooner(), others()))


def _city_beside(
    view: View, shop: Workshop, check: Task, meanwhile: Callable[[], object]
) -> tuple[UnitDrafts | None, int]:
    """Most of what new figures change is the city's report: it is drafted beside, while this process drafts the units'.

    These, where another process is at hand, and the number under which the checking can be waited for.
    """
    drafted = shop.beside(partial(city_draft, view, shop.cache))
    shop.beside(get_ready)
    checking = shop.beside(check)
    shop.set_off()
    if not drafted:
        return None, checking
    units = unit_drafts(view, shop.cache)
    meanwhile()
    shop.aside.wait(drafted)
    return units, checking


def refusal(proof: Proof, root: Path) -> str | None:
    """Why no site can be made of these sources."""
    if proof.evaluation is None:
        return "规划或单位名册读不出来，无法生成网站：先改正上面列出的问题。"
    if any(problem.rule == "links" and Path(root, problem.where.path).is_dir() for problem in proof.faults):
        return "docs/ 里有指向别处文件夹的链接，会把别处的文件带进来：先删去上面列出的链接。"
    return None
