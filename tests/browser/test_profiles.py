"""The pages by double-click and from a server: everything they ask for is the site's own, and they complain of nothing."""

from __future__ import annotations

import pytest
from tests.browser.watching import address, page_types, watched
from tests.serving import sample_headers, served

pytestmark = pytest.mark.browser


def visit(watch, paths, scheme):
    """Open each page, search on the last one and open what was found."""
    for path in paths:
        watch.open(path)
        assert watch.page.locator("article h1").count() == 1, path
        assert watch.page.evaluate("document.body.dataset.mdColorScheme") == scheme, path
    watch.page.keyboard.press("/")
    watch.page.keyboard.insert_text("机构")
    watch.page.keyboard.press("Shift")
    watch.page.locator(".md-search-result__link").first.click()
    watch.page.wait_for_selector("article mark")


def directory(path):
    """The address of a page in the server's profile."""
    return path.removesuffix("index.html") if path.endswith("index.html") else path.removesuffix(".html") + "/"


def choose_dark(watch):
    watch.open("index.html")
    watch.page.locator("label[for=__palette_1]").click()


def test_by_double_click_nothing_is_asked_of_anyone_else(browser, site):
    with watched(browser, address(site)) as watch:
        visit(watch, page_types(site), "default")

        assert watch.faults == []


def test_a_reader_who_chose_dark_gets_every_page_dark(browser, site):
    with watched(browser, address(site)) as watch:
        choose_dark(watch)
        visit(watch, page_types(site)[:6], "slate")

        assert watch.faults == []


def test_the_same_folder_works_from_a_server_under_the_samples_policy(browser, site):
    with served(site) as base, watched(browser, base) as watch:
        visit(watch, page_types(site), "default")

        assert watch.faults == []


def test_the_servers_profile_has_directory_addresses_and_works_under_the_samples_policy(browser, site, server_site):
    assert (server_site / "banners" / "dongsheng" / "index.html").is_file()
    with served(server_site) as base, watched(browser, base) as watch:
        visit(watch, [directory(path) for path in page_types(site)], "default")

        assert watch.faults == []


def test_a_wrong_address_gets_the_sites_own_page(browser, server_site):
    with served(server_site) as base, watched(browser, base) as watch:
        watch.open("no/such/page/")

        assert watch.page.locator("a.md-logo").first.is_visible()
        assert watch.strangers == []


def test_the_policy_in_the_pages_is_the_servers_policy(site):
    """`frame-ancestors` may stand in a header only, and only a page from a disk needs `file:`."""
    head = (site / "index.html").read_text(encoding="utf-8").split('Content-Security-Policy" content="')[1].split('"')[0]

    def rules(policy):
        return {rule.split()[0]: set(rule.split()[1:]) - {"file:"} for rule in policy.split(";") if rule.split()[0] != "frame-ancestors"}

    assert rules(head) == rules(sample_headers()["Content-Security-Policy"])
    assert "unsafe" not in head
    assert (site / "index.html").read_text(encoding="utf-8").find("<script") > (site / "index.html").read_text(encoding="utf-8").find("Content-Security")


def test_the_servers_sample_sends_what_keeps_pages_apart():
    assert sample_headers().keys() >= {
        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy",
    }  # fmt: skip
