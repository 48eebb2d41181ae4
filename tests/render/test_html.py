"""A page's HTML may say what it likes, but neither run, load, hide nor pass for the theme's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from evaluation.render.html import CLASSES, finished, title_html

STYLES = Path(__file__).resolve().parents[2] / "hooks" / "theme" / "assets" / "evaluation" / "site.css"


@pytest.mark.parametrize(
    ("written", "published"),
    {
        "a script's words go with it": ("<p>甲<script>alert(1)</script>乙</p>", "<p>甲乙</p>"),
        "a handler": ('<p onclick="alert(1)">甲</p>', "<p>甲</p>"),
        "hidden words are shown": ('<p hidden style="display:none">甲</p>', "<p>甲</p>"),
        "a form leaves its words": ('<form action="//x"><input value="1"><button>甲</button></form>', "甲"),
        "a link that runs": ('<a href="jAva&#10;script:alert(1)">甲</a>', "<a>甲</a>"),
        "a link elsewhere stays": ('<a href="https://gov.cn/">甲</a>', '<a href="https://gov.cn/">甲</a>'),
        "a picture from elsewhere": ('<img src="https://x/a.png" alt="甲">', '<img alt="甲">'),
        "a picture from whatever scheme the page has": ('<img src="//x/a.png" alt="甲">', '<img alt="甲">'),
        "the same with backslashes and a tab": ('<img src="\t\\\\x/a.png" alt="甲">', '<img alt="甲">'),
        "a picture of the site stays": ('<img src="../charts/a.svg" alt="甲">', '<img src="../charts/a.svg" alt="甲">'),
        "the theme's names": ('<p id="__search" class="note md-overlay">甲</p>', '<p class="note">甲</p>'),
        "a picture that runs": ("<svg><script>alert(1)</script></svg>甲", "甲"),
        "a comment": ("<p>甲<!-- 内部 --></p>", "<p>甲</p>"),
    }.values(),
)  # fmt: skip
def test_what_is_written_is_published_without_what_could_act(written, published):
    assert finished(written) == published


@pytest.mark.parametrize("title", ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"])
def test_a_title_is_the_same_plain_words_from_a_files_head_and_from_a_heading(title):
    assert title_html(title) == "&lt;img src=x onerror=alert(1)&gt;"


def test_every_class_the_looks_know_may_be_written():
    """A class that is styled and not listed would be taken from the page without a word."""
    styled = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/|url\([^)]*\)", "", STYLES.read_text(encoding="utf-8"), flags=re.S)))

    assert {name for name in styled if not name.startswith(("md-", "evaluation-", "dt"))} <= CLASSES
