"""Who cannot see a picture, tell two colours apart or hold a mouse reads and searches the site all the same."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from lxml import html
from tests.browser.watching import address, page_types, watched

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
JUDGE = """rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false }).then(result =>
  result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.target.join(" ") + " " + node.failureSummary)))"""
PHONE = {"viewport": {"width": 390, "height": 844}}
TEMPLATES = (
    *("index.html", "banners/zhungeer.html", "indicators/I01.html", "areas/T1.html", "projects/index.html", "projects/P01.html"),
    *("matrices/indicators.html", "registers/problems.html", "report/02-indicators.html", "guide/references.html", "downloads.html"),
)
"""A page of each make: what differs in the dark and on a phone are colours and widths, not texts."""


@pytest.fixture(scope="module")
def axe():
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(watch, axe):
    watch.page.evaluate(axe)
    return watch.page.evaluate(JUDGE, list(RULES))


def judged(watch, axe, paths):
    found = {}
    for path in paths:
        watch.open(path)
        watch.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found[path] = violations(watch, axe)
    return {path: faults for path, faults in found.items() if faults}


def test_no_kind_of_page_breaks_a_rule_of_wcag_aa(browser, site, axe):
    with watched(browser, address(site)) as watch:
        assert judged(watch, axe, page_types(site)) == {}


def test_none_does_in_the_dark_on_a_phone(browser, site, axe):
    with watched(browser, address(site), **PHONE) as watch:
        watch.open("index.html")
        watch.page.locator("label[for=__palette_1]").click()

        assert judged(watch, axe, TEMPLATES) == {}


def test_nor_does_the_search_with_its_answers_or_the_menu_of_a_phone(browser, site, axe):
    with watched(browser, address(site), **PHONE) as watch:
        watch.open("index.html")
        watch.page.locator("label.md-header__button[for=__drawer]").click()
        watch.page.wait_for_timeout(400)
        menu = violations(watch, axe)
        watch.open("index.html")
        look_for(watch.page, "机构")
        watch.page.wait_for_timeout(400)

        assert menu + violations(watch, axe) == []


def look_for(page, words):
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('[data-md-component=search-query]')")
    page.keyboard.insert_text(words)
    page.wait_for_selector(".md-search-result__link")


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_the_first_stop_of_the_tab_key_leads_past_the_navigation(browser, site):
    with watched(browser, address(site)) as watch:
        watch.open("banners/dongsheng.html")
        watch.page.keyboard.press("Tab")
        skip = watch.page.locator("a.md-skip")

        assert skip.evaluate("link => link === document.activeElement")
        watch.page.keyboard.press("Enter")
        assert watch.page.locator(":target").evaluate("part => part.closest('article') !== null")


def test_a_reader_without_a_mouse_searches_and_opens_what_was_found(browser, site):
    with watched(browser, address(site)) as watch:
        watch.open("index.html")
        look_for(watch.page, "准旗")
        watch.page.keyboard.press("ArrowDown")
        watch.page.keyboard.press("Enter")
        watch.page.wait_for_url("**/banners/zhungeer.html*")
        look_for(watch.page, "煤矿")
        watch.page.keyboard.press("Escape")

        assert not watch.page.locator("#__search").is_checked()


def test_every_tab_and_every_page_beside_is_a_stop_of_the_tab_key(browser, site):
    with watched(browser, address(site)) as watch:
        watch.open("indicators/I01.html")
        wanted = set(watch.page.locator(".md-tabs__link").all_inner_texts())
        reached = set()
        for _ in range(40):
            watch.page.keyboard.press("Tab")
            reached.add(focused(watch.page))

        assert {title.strip() for title in wanted} <= reached


def test_a_table_is_sorted_and_the_figures_of_a_picture_are_opened_by_keys(browser, site):
    with watched(browser, address(site)) as watch:
        watch.open("projects/index.html")
        watch.page.locator("article th.dt-orderable-asc [role=button]").first.focus()
        watch.page.keyboard.press("Enter")
        watch.page.locator(".evaluation-figures summary").first.focus()
        watch.page.keyboard.press("Enter")

        watch.page.locator("th[aria-sort=ascending]").first.wait_for()  # the table is sorted behind the key
        assert watch.page.locator("th[aria-sort=ascending]").count() == 1
        assert watch.page.locator(".evaluation-figures[open] table").first.is_visible()


SEEN = """() => {
  const at = document.activeElement
  // The switch between light and dark shows its outline on its label, the search field its caret.
  return [at, at.nextElementSibling].some(part => part && getComputedStyle(part).outlineStyle !== "none") || at.type === "text"
}"""


def test_where_the_focus_is_can_be_seen(browser, site):
    with watched(browser, address(site)) as watch:
        watch.open("index.html")
        for _ in range(12):
            watch.page.keyboard.press("Tab")
            assert watch.page.evaluate(SEEN), focused(watch.page)


def test_every_picture_of_figures_is_told_in_words_and_has_its_figures_under_it(site):
    seen = 0
    for path in site.rglob("*.html"):
        for image in html.fromstring(path.read_text(encoding="utf-8")).iter("img"):
            if "charts/" in image.get("src", ""):
                seen += 1
                assert re.search(r"[0-9].*。$", image.get("alt", ""), re.DOTALL), f"{path}: {image.get('src')}"
                after = image.getparent().getnext()
                while after is not None and after.get("class") in ("caption", "note"):
                    after = after.getnext()
                assert after is not None and after.get("class") == "evaluation-figures", f"{path}: {image.get('src')}"
                assert len(list(after.iter("tr"))) > 1, f"{path}: {image.get('src')}"

    assert seen >= 60


def test_every_page_says_its_language_and_has_one_title(site):
    for path in site.rglob("*.html"):
        page = html.document_fromstring(path.read_bytes(), html.HTMLParser(encoding="utf-8"))
        assert page.get("lang") == "zh-CN", path
        assert len(page.findall(".//h1")) == 1, path
