"""The search finds exactly what is there, in the reader's words, at once."""

from __future__ import annotations

import json
import random
import re

import pytest
from evaluation.render.search import plain
from lxml import html
from tests.browser.watching import address, watched
from tests.serving import served

pytestmark = pytest.mark.browser

QUERIES = 200
LENGTHS = (2, 8)
CHARACTERS = 1_000_000
SET_UP, ANSWER = 150, 100
"""Milliseconds, as promised to a reader."""
SLACK = 4
"""How much slower than promised a busy test machine may be."""


@pytest.fixture(scope="module")
def data(site):
    return json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def queries(data):
    """Pieces of the site's own text, the same in every run for the same text."""
    chance = random.Random(20230630)
    texts = [section["text"] for section in data["docs"] if len(section["text"]) >= LENGTHS[1]]
    found: list[str] = []
    while len(found) < QUERIES:
        text, length = chance.choice(texts), chance.randint(*LENGTHS)
        at = chance.randrange(len(text) - length + 1)
        if not re.search(r"\s", text[at : at + length]):
            found.append(text[at : at + length])
    return found


@pytest.fixture(scope="module")
def finder(browser, site):
    """A page in which the site's own search script has read the site's own index."""
    with watched(browser, address(site)) as watch:
        watch.open("index.html")
        watch.page.add_script_tag(url=address(site) + "search/search_index.js")
        watch.page.evaluate("window.index = evaluationSearch(__index)")
        yield watch.page


@pytest.fixture
def found(finder):
    """Query → the pages found, best first."""
    ask = "queries => queries.map(q => index.search(q).map(result => result[0].location))"
    return lambda *queries: [[location.split("#")[0] for location in pages] for pages in finder.evaluate(ask, list(queries))]


@pytest.fixture(scope="module")
def containing(data):
    """Query → the pages that hold every word, by looking for it in all they say; an alias stands for its names too."""
    said: dict[str, str] = {}
    for section in data["docs"]:
        page = section["location"].split("#")[0]
        words = plain("\n".join((section["title"], section["text"], *section.get("tags", ()))))
        said[page] = said.get(page, "") + "\n" + words

    def pages(query):
        words = [(word, *data["config"]["aliases"].get(word, ())) for word in plain(query).split()]
        return sorted(page for page, text in said.items() if all(any(form in text for form in forms) for forms in words))

    return pages


def test_pieces_of_the_sites_own_text_find_exactly_the_pages_that_contain_them(containing, queries, found):
    answers = dict(zip(queries, found(*queries), strict=True))

    assert {query: sorted(pages) for query, pages in answers.items()} == {query: containing(query) for query in queries}
    assert all(answers.values())


def test_several_words_must_all_be_on_the_page(containing, queries, found):
    pairs = [f"{one} {other}" for one, other in zip(queries[::2], queries[1::2], strict=True)]

    assert [sorted(pages) for pages in found(*pairs)] == [containing(pair) for pair in pairs]


def test_every_word_of_every_page_is_in_the_index(data, site):
    """The index is made from the page; here the finished file is read again, by other means."""
    said: dict[str, str] = {}
    for section in data["docs"]:
        page = section["location"].split("#")[0]
        said[page] = said.get(page, "") + re.sub(r"\s", "", section["title"] + section["text"])
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        article = html.fromstring(path.read_text(encoding="utf-8")).find_class("md-content__inner")[0]
        for cell in article.iter("p", "li", "td", "th"):
            if not len(cell) and cell.text and not any(above.tag == "details" for above in cell.iterancestors()):
                assert re.sub(r"\s", "", cell.text) in said[path.relative_to(site).as_posix()], path


def test_an_alias_finds_what_it_stands_for(found):
    assert found("准旗")[0][0] == "banners/zhungeer.html"
    assert set(found("准格尔旗")[0]) <= set(found("准旗")[0])


def test_full_width_figures_and_letters_are_the_same_figures_and_letters(found):
    narrow, wide, small = found("2022年", "２０２２年", "gdp")

    assert narrow == wide and narrow
    assert small == found("GDP")[0]


def test_a_word_inside_a_longer_word_is_found(found):
    """The theme's own index finds none of these."""
    assert all(found("机构", "霍洛", "2023年"))


def test_what_is_nowhere_is_not_found_and_nothing_is_no_question(found):
    assert found("此词全站皆无", "", "   ", "constructor", "__proto__") == [[], [], [], [], []]


def test_a_title_comes_before_a_tag_and_a_tag_before_the_text(finder):
    docs = [
        {"location": "text.html", "title": "甲", "text": "防汛" * 200},
        {"location": "tag.html", "title": "乙", "text": "丙", "tags": ["防汛"]},
        {"location": "title.html", "title": "防汛", "text": "丁"},
        {"location": "more.html", "title": "戊", "text": "防汛 防汛"},
    ]
    order = finder.evaluate("docs => evaluationSearch({docs}).search('防汛').map(result => result[0].location)", docs)

    assert order == ["title.html", "tag.html", "text.html", "more.html"]


def test_an_answer_shows_the_section_and_the_words_around_and_no_markup_of_an_author(finder):
    docs = [
        {"location": "a.html", "title": "甲", "text": "乙"},
        {"location": "a.html#s", "title": "<b>节</b>", "text": "前" * 100 + "①号井<img src=x onerror=alert(1)>机构" + "后" * 200},
    ]
    title, text = finder.evaluate("docs => { const s = evaluationSearch({docs}).search('机构')[0][1]; return [s.title, s.text] }", docs)

    assert title == "&#60;b&#62;节&#60;/b&#62;"
    assert text == "…" + "前" * 9 + "①号井&#60;img src=x onerror=alert(1)&#62;<mark data-md-highlight>机构</mark>" + "后" * 80 + "…"


def test_a_million_characters_are_searched_before_a_reader_looks_up(finder, queries):
    measured = finder.evaluate(
        """([queries, characters]) => {
          const docs = []
          for (let copy = 0, size = 0; size < characters; copy++)
            for (const doc of __index.docs) {
              docs.push({ ...doc, location: copy + "/" + doc.location })
              if ((size += doc.text.length) >= characters) break
            }
          const start = performance.now()
          const index = evaluationSearch({ config: __index.config, docs })
          const setUp = performance.now() - start
          const answers = queries.map(query => {
            const asked = performance.now()
            // As the theme does: the first ten results are put into words, the rest when the reader scrolls to them.
            index.search(query).slice(0, 10).forEach(result => result.forEach(item => item.title + item.text))
            return performance.now() - asked
          })
          return [setUp, answers]
        }""",
        [[*queries, "的", "年", "1", "应急 管理"], CHARACTERS],
    )
    set_up, answers = measured[0], sorted(measured[1])

    print(f"\n{CHARACTERS} characters: set-up {set_up:.0f} ms, median {answers[len(answers) // 2]:.1f} ms, slowest {answers[-1]:.0f} ms")
    assert set_up < SET_UP * SLACK
    assert answers[-1] < ANSWER * SLACK


@pytest.mark.parametrize("server", [False, True], ids=["from a disk", "from a server"])
def test_words_pasted_by_mouse_are_searched_and_marked_on_the_page_found(browser, site, server):
    with served(site) as base, watched(browser, base if server else address(site)) as watch:
        watch.open("index.html")
        field = watch.page.locator("[data-md-component=search-query]")
        field.click()
        # What a menu's 粘贴 does: the text is there, and no key was pressed.
        watch.page.evaluate("document.execCommand('insertText', false, '霍洛')")
        watch.page.locator(".md-search-result__link").first.click()
        watch.page.wait_for_selector("article mark")

        assert watch.page.locator("article mark").first.inner_text() == "霍洛"
        assert watch.faults == []
