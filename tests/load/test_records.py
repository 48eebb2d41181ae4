"""YAML as strictly as a figure needs it: text stays text, accidents have names, bombs do not go off."""

from __future__ import annotations

import time

import pytest
import yaml
from evaluation.load import records
from evaluation.load.faults import Faults
from evaluation.load.records import Mapping, Scalar, Sequence, Unusable, read_yaml
from evaluation.load.source import Source, forbidden_in
from hypothesis import given, settings
from hypothesis import strategies as st


def read(text: str, first_line: int = 1):
    faults = Faults("f.yml")
    return read_yaml(Source("f.yml", text), faults, first_line), [str(problem) for problem in faults.problems]


def plain(node):
    """The tree as lists, pairs and text, None for what was left empty."""
    if isinstance(node, Scalar):
        return node.text if node.written else None
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return node


TAB = "改用空格缩进，每层两个空格（VS Code 点右下角“制表符长度”，选“将缩进转换为空格”）。"
LOST = "空格加 # 之后的文字会被当作注释丢掉。给整个值加上引号；如果是注释，移到单独一行，与键名对齐。"
FOLD = "行，换行会被换成空格。写在一行里；是另一项时检查缩进和冒号；多行文字在冒号后写 `|` 再换行。"
ALIAS = "引用。写出值本身；值以 * 开头时给它加引号。"
ANCHOR = "锚点。删去它；值以 & 开头时给它加引号。"
TAG = "标签。删去它，只写值；值以 ! 开头时给它加引号。"
START = "f.yml:1:1: 值不能以 @、%、&、*、! 或 ` 开头。给整个值加上引号。"
BAD_LINE = "这一行的缩进或写法不符合 YAML 格式。与上面同类的行对齐，每层缩进两个空格，写成 `键: 值` 或 `- 值`。"
DEEP = "嵌套超过 12 层。检查括号和缩进，数据最多只需要几层。"
BACKSLASH = r"引号里的反斜杠 `\` 不能这样写。把双引号换成单引号，或把 `\` 写成 `\\`。"

REFUSED = {
    "full-width colon": (
        "a: 1\nactual：20\nunit：人\n",
        [
            "f.yml:2:7: 键 `actual` 后面是全角冒号“：”。改成半角冒号加空格：`actual: 值`。",
            "f.yml:3:5: 键 `unit` 后面是全角冒号“：”。改成半角冒号加空格：`unit: 值`。",
        ],
    ),
    "full-width colon on the first line": (
        "actual：20\na: 1\n",
        ["f.yml:1:7: 键 `actual` 后面是全角冒号“：”。改成半角冒号加空格：`actual: 值`。"],
    ),
    "full-width colon swallowed by the line above": (
        "k: v\n   kind：旗区\n",
        ["f.yml:2:8: 键 `kind` 后面是全角冒号“：”。改成半角冒号加空格：`kind: 值`。"],
    ),
    "full-width colon in a list": (
        "- id: x\n  name：死亡\n  unit: 人\n",
        ["f.yml:2:7: 键 `name` 后面是全角冒号“：”。改成半角冒号加空格：`name: 值`。"],
    ),
    "Tab": ("a:\n\tb: 1\n\tc: 2\n", [f"f.yml:2:1: 用 Tab 键缩进了。{TAB}", f"f.yml:3:1: 用 Tab 键缩进了。{TAB}"]),
    "Tab after spaces": ("a:\n  b: 1\n  \tc: 2\n", [f"f.yml:3:3: 用 Tab 键缩进了。{TAB}"]),
    "Tab and full-width colon": (
        "a: 1\n\tb：2\nc：3\n",
        [
            f"f.yml:2:1: 用 Tab 键缩进了。{TAB}",
            "f.yml:3:2: 键 `c` 后面是全角冒号“：”。改成半角冒号加空格：`c: 值`。",
        ],
    ),
    "duplicate key": ("a: 1\na: 2\n", ["f.yml:2:1: 键 `a` 重复，第 1 行已经写过。只留一处，删去另一处。"]),
    "duplicate key in braces": (
        "b: {a: 1, a: 2}\n",
        ["f.yml:1:11: 键 `a` 重复，第 1 行已经写过。只留一处，删去另一处。"],
    ),
    "text lost in a comment": ("a: 第 #3 项\n", [f"f.yml:1:4: {LOST}"]),
    "a whole value lost": ("k: #3 项\n", [f"f.yml:1:3: {LOST}"]),
    "text lost on the next line": ("a: 安全\n  #3 生产\nb: 1\n", [f"f.yml:1:4: {LOST}"]),
    "text lost in brackets": ("a: [x #y\n, z]\n", [f"f.yml:1:5: {LOST}"]),
    "comment behind a value": ("a: 12 # 示例\n", [f"f.yml:1:4: {LOST}"]),
    "anchor and alias": (
        "a: &x 1\nb: *x\n",
        [f"f.yml:1:4: 不能使用 `&x` {ANCHOR}", f"f.yml:2:4: 不能使用 `*x` {ALIAS}"],
    ),
    "a value that looks like an anchor": ("v: &安全\n", [START]),
    "a value that looks like a tag": ("v: !重要\n", [START]),
    "a value that starts with @": ("v: @安全\n", [START]),
    "merge": ("<<: {a: 1}\n", ["f.yml:1:1: 不能使用 `<<` 合并。把要合并的内容逐项写出。"]),
    "binary": ("v: !!binary aGk=\n", [f"f.yml:1:4: 不能使用 `!!binary` {TAG}"]),
    "set": ("v: !!set {a, b}\n", [f"f.yml:1:4: 不能使用 `!!set` {TAG}"]),
    "code": (
        "v: !!python/object/apply:os.system [ls]\n",
        [f"f.yml:1:4: 不能使用 `!!python/object/apply:os.system` {TAG}"],
    ),
    "second document": (
        "a: 1\n---\nb: 2\n",
        ["f.yml:2:1: 这里开始了第二个文档。一个文件只写一份数据，删去 `---` 这一行。"],
    ),
    "directive": ("%YAML 1.1\n---\na: 1\n", ["f.yml:1:1: 不能使用 `%` 指令。删去以 `%` 开头的行。"]),
    "late directive": ("a: 1\n%x\n", ["f.yml:2:1: 不能使用 `%` 指令。删去以 `%` 开头的行。"]),
    "deep brackets": ("a: " + "[" * 500 + "]" * 500 + "\n", [f"f.yml:1:16: {DEEP}"]),
    "deep braces": ("{a: " * 30 + "}" * 30, [f"f.yml:1:50: {DEEP}"]),
    "deep lists": ("- " * 100 + "a\n", [f"f.yml:1:27: {DEEP}"]),
    "digits": ("n: " + "9" * 5000 + "\n", ["f.yml:1:4: 数字有 5000 位。检查是否多写；长编号请加引号。"]),
    "escaped ESC": (r'a: "\x1b[0m"', ["f.yml:1:4: 值里用转义写入了 U+001B（控制字符）。删去这个转义。"]),
    "escaped bidi": (r'a: "\u202e"', ["f.yml:1:4: 值里用转义写入了 U+202E（文字方向控制字符）。删去这个转义。"]),
    "escaped half character": (r'a: "\ud800"', [f"f.yml:1:1: {BACKSLASH}"]),
    "unknown escape": (r'a: "C:\q"', [f"f.yml:1:1: {BACKSLASH}"]),
    "open quote": ('a: "未关\nb: 2\nc: 3\n', ["f.yml:1:4: 引号没有成对。补上另一半引号，或删去多余的引号。"]),
    "text after a quote": ("a: '甲' 乙\n", ["f.yml:1:1: 引号后面还有文字。把整个值放进一对引号。"]),
    "open bracket": ("a: [1, 2\nb: 3\n", ["f.yml:1:4: 方括号或花括号没有成对。补上 `]` 或 `}`，各项之间用半角逗号。"]),
    "two colons": ("a: b: c\n", ["f.yml:1:1: 一行里有两个“冒号加空格”。值里含冒号时给整个值加上引号。"]),
    "colon without space": ("a:1\nb: 2\n", ["f.yml:1:1: 半角冒号后面缺少空格。写成 `键: 值`。"]),
    "dash without space": ("a:\n - b\n -c\n", ["f.yml:3:2: `-` 后面缺少空格。列表项写成 `- 值`。"]),
    "no colon": (
        "a: 1\nb\n",
        ["f.yml:2:1: 这一行没有半角冒号。写成 `键: 值`；是上一行的续行时，在上一行冒号后写 `|`。"],
    ),
    "wrong indent": ("a: 1\n b: 2\n", [f"f.yml:1:4: 这个值跨了 2 {FOLD}"]),
    "swallowed item": ("- a\n   - b\n   - c\n", [f"f.yml:1:3: 这个值跨了 3 {FOLD}"]),
    "list and mapping": ("- a\nb: 1\n", [f"f.yml:2:1: {BAD_LINE}"]),
    "key that is a list": ("[a]: b\n", ["f.yml:1:1: 冒号前面不是键名。冒号前面写键名，如 `name: 值`。"]),
    "no key": ("? \n: b\n", ["f.yml:1:2: 冒号前面不是键名。冒号前面写键名，如 `name: 值`。"]),
}

KEPT = {
    "text that other loaders change": (
        "code: 0150602\nphone: 04778123456\nclock: 12:30\nno: no\non: off\nyes: a\ntrue: b\nn: 12.50\nd: 2023-02-30\ne: 1e3\n",
        {
            "code": "0150602",
            "phone": "04778123456",
            "clock": "12:30",
            "no": "no",
            "on": "off",
            "yes": "a",
            "true": "b",
            "n": "12.50",
            "d": "2023-02-30",
            "e": "1e3",
        },
    ),
    "empty and tilde are absent, null is text": (
        "a: ~\nb:\nc: null\nd: ''\ne: '~'\n",
        {"a": None, "b": None, "c": "null", "d": "", "e": "~"},
    ),
    "quoted number sign": ("a: \"第 #3 项\"\nb: '第 #3 项' # 注释\n", {"a": "第 #3 项", "b": "第 #3 项"}),
    "number sign inside a word": ("a: C#语言\nb: 3#井\n", {"a": "C#语言", "b": "3#井"}),
    "block text": ("a: |\n  第 #3 项\n  名称：值\n  \tb\n", {"a": "第 #3 项\n名称：值\n\tb\n"}),
    "comments on lines of their own": (
        "# 一\na:\n  # 二\n  - b: 1\n    # 三\n    c: 2\n# 四\n",
        {"a": [{"b": "1", "c": "2"}]},
    ),
    "full-width colon in a value": ("a: 比例：三成\n", {"a": "比例：三成"}),
    "document start": ("---\na: 1\n", {"a": "1"}),
    "twelve levels": ("a: " + "[" * 11 + "]" * 11 + "\n", {"a": [[[[[[[[[[[]]]]]]]]]]]}),
    "forty digits": ("a: " + "9" * 40 + "\n", {"a": "9" * 40}),
    "line ends inside quotes": ("a: '一\n  二'\n", {"a": "一 二"}),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_a_data_file_may_not_contain_is_said_in_a_sentence(text, expected):
    assert read(text)[1] == expected


@pytest.mark.parametrize(("text", "_"), REFUSED.values(), ids=REFUSED)
def test_the_python_parser_says_the_same_as_the_one_in_c(text, _, monkeypatch):
    fast = read(text)
    monkeypatch.setattr(records, "LOADER", yaml.SafeLoader)

    assert read(text) == fast


@pytest.mark.parametrize(("text", "expected"), KEPT.values(), ids=KEPT)
def test_harmless_texts_come_in_unchanged(text, expected):
    node, problems = read(text)

    assert (plain(node), problems) == (expected, [])


def test_places_count_characters_from_one_and_from_where_the_text_starts():
    node, _ = read("名称: 一\n值: 二\n", first_line=5)

    assert [(key.line, key.column, value.line, value.column) for key, value in node.entries] == [
        (5, 1, 5, 5),
        (6, 1, 6, 4),
    ]


def test_a_fault_spoils_its_own_value_only():
    node, _ = read("a: &x 1\nb: 2\n")

    assert node.entries[0][1] == Unusable(1, 4)
    assert plain(node)["b"] == "2"


def test_an_empty_text_is_nothing_and_no_fault():
    assert read("# 只有注释\n") == (None, [])


def test_a_flood_of_one_kind_is_counted_and_not_printed():
    _, problems = read("".join(f"k{number}: *x\n" for number in range(300)))

    assert len(problems) == 51
    assert problems[-1] == "f.yml:50:6: 同类问题在这个文件里还有 250 处。先改正已列出的，再检查一次。"


BOMBS = {
    "aliases": "a: &a [x,x]\n"
    + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{f'*{chr(97 + i)},' * 9}]\n" for i in range(9)),
    "merges": "a: &a {k: v}\n"
    + "".join(f"{chr(98 + i)}: &{chr(98 + i)} {{<<: [{f'*{chr(97 + i)},' * 9}]}}\n" for i in range(20)),
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "indents": "".join(" " * level + "a:\n" for level in range(500)),
    "digits": "a: " + "9" * 900_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_before_it_costs_anything(text):
    def seconds():
        start = time.process_time()
        node, problems = read(text)
        assert problems
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.05


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(
    lambda text: forbidden_in(text) is None
)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_as_it_was_written(text):
    quoted = "'" + text.replace("'", "''") + "'"
    written = (
        quoted if not set(text) & set("\n\r") else yaml.dump(text, default_style='"', allow_unicode=True, width=9**9)
    )

    node, problems = read(f"a: {written}\n")

    assert (plain(node), problems) == ({"a": text}, [])


@given(st.text(st.sampled_from("ab: -#'\"[]{}|>&*!%@`~,?\n\t：1"), max_size=40))
@settings(max_examples=400, deadline=None)
def test_whatever_is_typed_either_loads_or_has_a_problem(text):
    node, problems = read(text)

    assert node is not None or problems or not text.replace("---", "").strip(" \n\t") or "#" in text or "..." in text
