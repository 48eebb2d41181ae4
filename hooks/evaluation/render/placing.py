"""What can be placed on a line of its own: a table, a chart or the overview; found by name, with its argument."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from evaluation.render.board import Overview
from evaluation.render.chart import Chart
from evaluation.render.charts import CHARTS
from evaluation.render.tables import TABLES
from evaluation.render.tables.table import Table
from evaluation.render.tables.units import FOLDERS
from evaluation.render.view import View
from evaluation.render.words import ALL
from evaluation.render.words.names import Directory, nearest
from evaluation.render.words.roles import AREA, INDICATOR, PROJECT, TASK, Role, choice, filters
from evaluation.render.words.word import Fault, Word, understand

Made = Table | Chart | Overview | None

BLOCK_WORDS = {"表": "表", "table": "表", "图": "图", "chart": "图", "figure": "图", "概览": "概览", "overview": "概览"}
MENTIONS = {"见表": "表", "see-table": "表", "见图": "图", "see-chart": "图", "see-figure": "图"}

GROUP = filters("项目类别", lambda view: ((p.group, p.group) for p in view.evaluation.projects))
FOLDER = choice(
    "单位类别",
    (*((name, folder) for folder, title in FOLDERS.items() for name in (title, folder)), ("部门", "departments")),
)
ABOUT = (INDICATOR, TASK, PROJECT, AREA)

NEEDS: dict[tuple[str, str], tuple[Role, ...]] = {
    ("表", "分旗区指标"): (INDICATOR,),
    ("图", "指标"): (INDICATOR,),
    ("图", "旗区分布"): (INDICATOR,),
}
TAKES: dict[tuple[str, str], tuple[Role, ...]] = {
    ("表", "指标数据"): (INDICATOR,),
    ("表", "工作任务"): (AREA,),
    ("表", "任务一览"): (AREA,),
    ("表", "重点项目"): (AREA,),
    ("表", "问题清单"): ABOUT,
    ("表", "对策建议"): ABOUT,
    ("表", "经验做法"): ABOUT,
    ("表", "规划调整建议"): ABOUT,
    ("表", "第三方评价"): ABOUT,
    ("表", "修订记录"): (INDICATOR,),
    ("表", "报送情况"): (FOLDER,),
    ("表", "单位对照"): (FOLDER,),
    ("图", "进度安排"): (GROUP,),
}
EXAMPLES = {"指标": "死亡人数", "任务领域": "T1", "项目类别": "应急管理基础能力提升工程", "单位类别": "旗区"}


@dataclass(frozen=True)
class Placement:
    """One thing placed or mentioned: 表 or 图 or 概览, its name, its argument's id, and whose it is."""

    kind: str
    name: str
    argument: str | None
    unit: str | None
    view: View = field(compare=False, repr=False)

    def make(self) -> Made:
        """None where there is nothing to show. Made once, however often it is asked for."""
        return self.view.once(self, self._made)

    def _made(self) -> Made:
        if self.kind == "概览":
            return Overview(self.view)
        return MAKERS[self.kind][self.name](self.view, self.argument)


MAKERS: dict[str, dict[str, Callable[[View, str | None], Table | Chart | None]]] = {"表": TABLES, "图": CHARTS}


def placement_of(view: View, words: tuple[str, ...]) -> Placement | Fault:
    """From the words of a reference: kind, name, then an argument and a unit in any order."""
    kind, rest = BLOCK_WORDS[words[0]], words[1:]
    if kind == "概览":
        return Placement(kind, kind, None, None, view) if not rest else Fault("“概览”后面多写了内容", "只写 {{ 概览 }}")
    if not rest:
        return Fault(f"“{kind}”后面没有名称", f"写成如 {{{{ {kind} {next(iter(MAKERS[kind]))} }}}}")
    name = Directory(tuple((one, one) for one in MAKERS[kind])).find(rest[0])
    if name is None:
        return _unknown_name(kind, rest[0])
    understood = understand(view, _as_word(kind, name), rest[1:])
    if isinstance(understood, Fault):
        return understood
    meant, given = understood
    argument = next((value for role, value in given.found if role.name != "单位"), None)
    return Placement(kind, name, _id(argument), meant.unit.id if meant.unit else None, meant)


def _id(argument: object) -> str | None:
    return argument if argument is None or isinstance(argument, str) else argument.id


def _as_word(kind: str, name: str) -> Word:
    needs, takes = NEEDS.get((kind, name), ()), TAKES.get((kind, name), ())
    example = " ".join([kind, name, *(EXAMPLES[role.name] for role in (*needs, *takes)[:1])])
    word = Word(f"{kind} {name}", "", lambda view, given: "", example, needs, takes)
    # One argument is enough for a register, whatever it is about.
    return replace(word, exclusive=True)


def _unknown_name(kind: str, name: str) -> Fault:
    close = nearest(name, MAKERS[kind])
    known = "、".join(MAKERS[kind])
    fix = f"是否想写 {'、'.join(f'“{one}”' for one in close)}" if close else f"可写：{known}"
    return Fault(f"没有名为“{name}”的{kind}", fix)


def words_known() -> tuple[str, ...]:
    """The Chinese names of all words."""
    return (*(word.name for word in ALL), "表", "图", "见表", "见图", "概览")
