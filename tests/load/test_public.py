"""What lies under docs/ is published only if it is of a known kind, in a known place, under its own address."""

from __future__ import annotations

import os

import pytest
from evaluation.load import load_evaluation

from tests.load.project import write

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
PLACES = "docs/banners/、docs/departments/、docs/parks/、docs/guide/、docs/plan/、docs/report/、docs/third-party/"
ENDINGS = ".md、.csv、.png、.jpg、.jpeg、.pdf、.docx、.xlsx"
PLACE = f"这里不放文件，它不会发布。移到 {PLACES} 之一，或删去。"
KIND = "这类文件（{}）不会发布。换成 " + ENDINGS + " 之一，或移出 docs/。"
NAME = "名称“{}”里有空格或符号，它不会发布。改名：只用文字、数字、连字符、下划线和点。"
SAME = "与 docs/{} 在网站上是同一个地址，它不会发布。给其中一个改名。"
SCRIPT = "<script>alert(1)</script>"

REFUSED = {
    "assets/javascripts/bundle.a5f9d56c.min.js": (SCRIPT, PLACE),
    "assets/stylesheets/main.57a0d79d.min.css": (SCRIPT, PLACE),
    "assets/evaluation/iframe-worker-search.js": (SCRIPT, PLACE),
    "assets/images/favicon.png": (PNG, PLACE),
    "search/search_index.json": ("{}", PLACE),
    "search/search_index.js": (SCRIPT, PLACE),
    "documents/city.docx": (b"PK\x03\x04", PLACE),
    "data/indicators.csv": ("甲", PLACE),
    "charts/city-bullet.svg": (SCRIPT, PLACE),
    "indicators/I01.md": ("# 甲", PLACE),
    "404.html": (SCRIPT, PLACE),
    "404.md": ("# 甲", PLACE),
    "sitemap.xml": (SCRIPT, PLACE),
    "robots.txt": ("甲", PLACE),
    "plan/a.html": (SCRIPT, KIND.format(".html")),
    "plan/a.HTM": (SCRIPT, KIND.format(".HTM")),
    "plan/a.xhtml": (SCRIPT, KIND.format(".xhtml")),
    "plan/a.svg": (SCRIPT, KIND.format(".svg")),
    "plan/a.js": (SCRIPT, KIND.format(".js")),
    "plan/a.mjs": (SCRIPT, KIND.format(".mjs")),
    "plan/a.css": (SCRIPT, KIND.format(".css")),
    "plan/a.xml": (SCRIPT, KIND.format(".xml")),
    "plan/a.exe": (b"MZ", KIND.format(".exe")),
    "plan/a.docm": (b"PK\x03\x04", KIND.format(".docm")),
    "plan/a.zip": (b"PK\x03\x04", KIND.format(".zip")),
    "plan/a.png.html": (SCRIPT, KIND.format(".html")),
    "plan/a": (SCRIPT, KIND.format("没有扩展名")),
    "plan/a.png": (SCRIPT, "内容不是 .png 文件，它不会发布。用原来的软件另存为这种格式。"),
    "plan/a.pdf": (SCRIPT, "内容不是 .pdf 文件，它不会发布。用原来的软件另存为这种格式。"),
    "plan/a b.csv": ("甲", NAME.format("a b.csv")),
    "plan/a'onload='b.csv": ("甲", NAME.format("a'onload='b.csv")),
    "plan/~$a.docx": (b"PK\x03\x04", NAME.format("~$a.docx")),
}


@pytest.mark.parametrize(("path", "content", "sentence"), [(path, *rest) for path, rest in REFUSED.items()], ids=str)
def test_anything_else_is_named_and_left_out(tmp_path, path, content, sentence):
    evaluation, problems = load_evaluation(write(tmp_path, {f"docs/{path}": content}))

    assert [str(problem) for problem in problems] == [f"docs/{path}:1:1: {sentence}"]
    assert path not in evaluation.files


@pytest.mark.parametrize(
    ("first", "second"),
    [("plan/01.md", "plan/01/index.md"), ("plan/README.md", "plan/index.md"), ("plan/A.csv", "plan/a.csv"), ("plan/\uac00.csv", "plan/\u1100\u1161.csv")],
)
def test_two_files_with_one_address_are_both_named(tmp_path, first, second):
    names = sorted({first, second})
    evaluation, problems = load_evaluation(write(tmp_path, {f"docs/{name}": "甲\n" for name in names}))
    if len(list((tmp_path / "docs" / "plan").rglob("*"))) < 2:
        pytest.skip("这个磁盘不区分这两个名称")
    kept = [name for name in evaluation.files if name in names]

    assert len(kept) == 1
    (left,) = set(names) - set(kept)
    assert [str(problem) for problem in problems] == [f"docs/{left}:1:1: {SAME.format(kept[0])}"]


def test_pictures_tables_and_documents_among_the_texts_are_published(tmp_path):
    files = {
        "docs/plan/现场照片-1.png": PNG,
        "docs/plan/a.csv": "甲,乙\n",
        "docs/third-party/a.xlsx": b"PK\x03\x04",
        "docs/banners/dongsheng/a.JPG": b"\xff\xd8\xff\xe0",
        "docs/plan/.DS_Store": b"\0",
    }
    evaluation, problems = load_evaluation(write(tmp_path, files))

    assert problems == ()
    assert set(evaluation.files) >= {path.removeprefix("docs/") for path in files if not path.endswith(".DS_Store")}
    assert not any(".DS_Store" in path for path in evaluation.files)


def test_what_a_link_leads_to_is_not_published(tmp_path):
    write(tmp_path)
    os.symlink("/etc/passwd", tmp_path / "docs" / "passwd.csv")
    evaluation, problems = load_evaluation(tmp_path)

    assert [problem.rule for problem in problems] == ["links"]
    assert "passwd.csv" not in evaluation.files
