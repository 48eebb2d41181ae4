"""Long tables in a reader's browser: sorted as a Chinese reader expects, filtered, taken away; whole without scripts and on paper."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from tests.browser.watching import address

pytestmark = pytest.mark.browser

PROJECTS = "projects/index.html"
FIRST = ".dt-tools + .table table"


@pytest.fixture
def page(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def column(page, title: str, table: str = FIRST) -> list[str]:
    """The column as it stands, of the table with the tools."""
    return page.eval_on_selector(
        table,
        """(table, title) => {
            const at = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent.trim() === title)
            return [...table.tBodies[0].rows].map(row => row.cells[at].textContent.trim())
        }""",
        title,
    )


def sort_by(page, title: str) -> None:
    head = page.locator(f"{FIRST} th", has_text=title).first
    before = head.get_attribute("aria-sort")
    head.locator(".dt-column-order").click()
    page.wait_for_function(
        "([th, before]) => th.getAttribute('aria-sort') !== before", arg=[head.element_handle(), before]
    )


def test_figures_are_sorted_by_size(page, site):
    page.goto(f"{address(site)}{PROJECTS}")
    sort_by(page, "总投资（万元）")
    once = [float(value) for value in column(page, "总投资（万元）")]
    sort_by(page, "总投资（万元）")

    assert len(once) == 44
    assert once == sorted(once)
    assert [float(value) for value in column(page, "总投资（万元）")] == sorted(once, reverse=True)


def test_percentages_are_sorted_and_what_is_missing_stands_last_both_ways(page, site):
    page.goto(f"{address(site)}{PROJECTS}")
    for reverse in (False, True):
        sort_by(page, "投资完成率")
        told = column(page, "投资完成率")
        figures = [float(value.rstrip("%")) for value in told if value != "—"]

        assert figures == sorted(figures, reverse=reverse)
        assert "—" not in told[: len(figures)]


def test_states_are_sorted_from_good_to_bad(page, site):
    page.goto(f"{address(site)}{PROJECTS}")
    sort_by(page, "阶段")
    places = ["●◆▲■○".index(state[0]) for state in column(page, "阶段")]

    assert places == sorted(places)
    assert len(set(places)) > 2


def test_names_are_sorted_by_their_sound(page, site):
    page.goto(f"{address(site)}areas/index.html")
    sort_by(page, "牵头单位")
    names = column(page, "牵头单位")

    assert names == page.evaluate(
        "names => [...names].sort(new Intl.Collator('zh-CN', {numeric: true}).compare)", names
    )
    assert names != sorted(names)


def test_totals_stay_at_the_foot(page, site):
    page.goto(f"{address(site)}{PROJECTS}")
    table = page.locator("table.data", has=page.locator("tfoot")).first
    table.locator(".dt-column-order").first.click()

    assert table.locator("tr").last.locator("td").first.text_content() == "合计"


def test_a_link_from_the_front_page_shows_the_rows_it_counts(page, site):
    page.goto(f"{address(site)}index.html")
    link = page.locator(".card a", has_text="开工在建")
    number = int("".join(filter(str.isdigit, link.text_content())))
    link.click()
    page.wait_for_selector(".dt-tools")

    assert page.url.partition("?")[0].endswith(PROJECTS)
    assert column(page, "阶段") == ["◆ 开工在建"] * number
    assert page.locator(".dt-count").first.text_content() == f"共44行，显示{number}行"


def test_every_link_of_the_front_page_shows_as_many_rows_as_it_says(page, site):
    page.goto(f"{address(site)}index.html")
    links = page.eval_on_selector_all(".card ul a[href*='?']", "all => all.map(a => [a.href, a.textContent])")

    assert len(links) >= 15
    for target, told in links:
        page.goto(target)
        number = int("".join(filter(str.isdigit, told)))
        shown = page.locator("table.data", has=page.locator("tbody tr")).evaluate_all(
            "all => all.map(table => table.tBodies[0].rows.length)"
        )
        assert f"显示{number}行" in "".join(page.locator(".dt-count").all_text_contents()) or number in shown, (
            target,
            told,
        )


def test_choices_and_words_narrow_together(page, site):
    page.goto(f"{address(site)}{PROJECTS}")
    tools = page.locator(".dt-tools").first
    tools.locator("select[data-column='责任单位']").select_option("市应急局")
    by_unit = len(column(page, "责任单位"))
    tools.locator("input[type=search]").fill("应急 ２０２")

    assert 1 < by_unit < 44
    assert set(column(page, "责任单位")) == {"市应急局"}
    assert 0 < len(column(page, "责任单位")) <= by_unit
    tools.locator("input[type=search]").fill("没有这样的字")
    assert page.locator(FIRST).first.locator("tbody").text_content() == "没有符合条件的行"


def test_what_is_shown_is_what_is_downloaded(page, site):
    page.goto(f"{address(site)}{PROJECTS}?阶段=前期论证")
    with page.expect_download() as waiting:
        page.locator(".dt-tools button").first.click()
    data = Path(waiting.value.path()).read_bytes()
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))

    assert waiting.value.suggested_filename == "重点项目进展情况.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[0][:3] == ["编号", "项目名称", "类别"]
    assert [row[0] for row in rows[1:]] == column(page, "编号")
    assert {row[rows[0].index("阶段")] for row in rows[1:]} == {"▲ 前期论证"}


def test_tables_are_whole_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address(site)}{PROJECTS}")

    assert page.locator("table.data").nth(1).locator("tbody tr").count() == 44
    assert page.locator(".dt-tools").count() == 0
    context.close()


def test_on_paper_every_row_stands_and_no_tool(page, site):
    page.goto(f"{address(site)}{PROJECTS}")
    page.emulate_media(media="print")

    assert page.locator(FIRST).first.locator("tbody tr:visible").count() == 44
    assert page.locator(".dt-tools:visible, .md-header:visible, .md-sidebar:visible").count() == 0


@pytest.mark.parametrize(
    "path", ["index.html", PROJECTS, "matrices/indicators.html", "banners/dalate.html", "registers/problems.html"]
)
def test_on_a_phone_only_tables_scroll_sideways(page, site, path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address(site)}{path}")

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for frame in page.locator(".table.dt-scrolls").all():
        assert frame.get_attribute("tabindex") == "0"
        assert frame.get_attribute("aria-label").endswith("可左右滚动")


def test_pictures_follow_the_page_into_the_dark_and_are_light_on_paper(page, site):
    page.goto(f"{address(site)}index.html")
    light = brightness(page)
    page.locator("label[for=__palette_1]").click()
    dark = brightness(page)
    page.emulate_media(media="print")

    assert light > 200 and dark < 80
    assert brightness(page) > 200


def brightness(page) -> float:
    """0 to 255: the mean of the overview's picture as it stands on the page."""
    page.evaluate("() => new Promise(requestAnimationFrame)")
    picture = Image.open(io.BytesIO(page.locator(".chart img").screenshot())).convert("L")
    return ImageStat.Stat(picture).mean[0]
