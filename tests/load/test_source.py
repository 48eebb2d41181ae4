"""Bytes become text: the encodings people really save in, and the characters they do not see."""

from __future__ import annotations

import os

import pytest
from evaluation.load.faults import Faults
from evaluation.load.source import FORBIDDEN, forbidden_in, read_source

RESAVE = "用编辑器打开，另存为 UTF-8 编码（VS Code 点右下角的编码名称，选“通过编码重新打开”，再选“通过编码保存”）。"
PLAIN = "删去它，需要空格时用普通空格；从 Word 或网页粘贴时选“只保留文本”。"
TEXT = "title: 示范市\nname: 东胜区\n"


def read(root, content: bytes, limit: int = 1000):
    (root / "f.yml").write_bytes(content)
    faults = Faults("f.yml")
    source = read_source(root, "f.yml", faults, limit)
    return source and source.text, [str(problem) for problem in faults.problems]


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path):
    assert read(tmp_path, TEXT.replace("\n", "\r\n").encode("utf-8-sig")) == (TEXT, [])


def test_old_macintosh_line_ends_are_accepted(tmp_path):
    assert read(tmp_path, TEXT.replace("\n", "\r").encode()) == (TEXT, [])


def test_gb18030_is_named_at_the_first_character_that_shows_it(tmp_path):
    assert read(tmp_path, TEXT.encode("gb18030")) == (
        None,
        [f"f.yml:1:8: 文件是 GB18030（GBK）编码，应为 UTF-8。{RESAVE}"],
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_with_and_without_its_mark(tmp_path, encoding):
    text = "a: 1\nb: 2\n"

    assert read(tmp_path, text.encode(encoding)) == (None, [f"f.yml:1:1: 文件是 UTF-16 编码，应为 UTF-8。{RESAVE}"])


def test_bytes_of_no_encoding_are_placed(tmp_path):
    assert read(tmp_path, b"a: 1\nb: \xe4\xb8\xff\xff") == (
        None,
        [f"f.yml:2:4: 文件的编码无法识别，应为 UTF-8。{RESAVE}"],
    )


@pytest.mark.parametrize(
    ("character", "sentence"),
    [
        ("\x00", f"U+0000（控制字符）。{PLAIN}"),
        ("\x0c", f"U+000C（控制字符）。{PLAIN}"),
        ("\x1b", f"U+001B（控制字符）。{PLAIN}"),
        ("\x85", f"U+0085（控制字符）。{PLAIN}"),
        ("\xa0", f"U+00A0（不换行空格）。{PLAIN}"),
        ("\xad", f"U+00AD（软连字符）。{PLAIN}"),
        ("\u200b", f"U+200B（零宽字符）。{PLAIN}"),
        ("\ufeff", f"U+FEFF（零宽字符）。{PLAIN}"),
        ("\u202e", f"U+202E（文字方向控制字符）。{PLAIN}"),
        ("\u2066", f"U+2066（文字方向控制字符）。{PLAIN}"),
        ("\u2028", f"U+2028（特殊换行符）。{PLAIN}"),
        ("\u2f00", "U+2F00（部首字符，不是汉字）。改成普通汉字“一”。"),
        ("\u2ed3", f"U+2ED3（部首字符，不是汉字）。{PLAIN}"),
        ("\uf9dc", "U+F9DC（兼容汉字）。改成普通汉字“隆”。"),
        ("\U0002f800", "U+2F800（兼容汉字）。改成普通汉字“丽”。"),
        ("\ue000", f"U+E000（私用区字符，别的电脑上显示不出）。{PLAIN}"),
        ("\ufffd", f"U+FFFD（转换编码时丢失的字）。{PLAIN}"),
        ("\ufe0f", f"U+FE0F（不可见字符）。{PLAIN}"),
        ("\U000e0041", f"U+E0041（不可见字符）。{PLAIN}"),
    ],
)
def test_a_character_nobody_sees_is_refused_by_its_number(tmp_path, character, sentence):
    assert read(tmp_path, f"a: 1\nb: 东{character}胜\n".encode()) == (None, [f"f.yml:2:5: 含有 {sentence}"])


def test_each_kind_of_character_is_reported_once_with_its_lines(tmp_path):
    text = "a\xa0b\n\nc\xa0\xa0d\u200b\n"

    assert read(tmp_path, text.encode()) == (
        None,
        [
            f"f.yml:1:2: 含有 U+00A0（不换行空格），共 3 处（第 1、3 行）。{PLAIN}",
            f"f.yml:3:5: 含有 U+200B（零宽字符）。{PLAIN}",
        ],
    )


def test_many_lines_are_named_by_the_first_five(tmp_path):
    _, problems = read(tmp_path, ("\xa0\n" * 8).encode())

    assert problems == [f"f.yml:1:1: 含有 U+00A0（不换行空格），共 8 处（第 1、2、3、4、5 等行）。{PLAIN}"]


def test_ordinary_chinese_punctuation_and_rare_characters_are_accepted():
    assert forbidden_in("“全角”、（）《》〔2023〕—…·℃①★　垚䶮𬭎﨑﨡\t\n２０") is None


def test_the_table_of_characters_is_in_order_and_without_overlap():
    bounds = [bound for first, last, _ in FORBIDDEN for bound in (first, last)]

    assert bounds == sorted(bounds)


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    assert read(tmp_path, b"a" * 1001) == (
        None,
        ["f.yml:1:1: 文件有 1001 字节，超过 1000 字节。拆成较小的文件，删去不需要的内容。"],
    )


def test_a_file_at_the_limit_is_read(tmp_path):
    assert read(tmp_path, b"a" * 1000) == ("a" * 1000, [])


NOT_A_FILE = ["f.yml:1:1: 这是符号链接或特殊文件，不是普通文件。换成文件或文件夹本身；不会发布它指向的内容。"]


def unread(root) -> list[str]:
    faults = Faults("f.yml")
    assert read_source(root, "f.yml", faults) is None
    return [str(problem) for problem in faults.problems]


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "f.yml").symlink_to(tmp_path / "secret")

    assert unread(tmp_path) == NOT_A_FILE


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "f.yml")

    assert unread(tmp_path) == NOT_A_FILE


def test_a_folder_in_a_files_place_is_no_file(tmp_path):
    (tmp_path / "f.yml").mkdir()

    assert unread(tmp_path) == NOT_A_FILE


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert unread(tmp_path) == ["f.yml:1:1: 没有这个文件。按“怎样填数据”一页补上这个文件。"]
