"""生成 schemas/：编辑器据此提示、补全和检查 data/ 里的 YAML 文件。

用法：run.py schemas [--check]

  --check   不写文件，只比较；与模型不一致时退出码为 1

模型（hooks/evaluation/model/）改了字段以后运行一次。数据文件第一行的 yaml-language-server 指向这里生成的文件。
"""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import console
from console.options import Parser
from evaluation.model import (
    Contact,
    Declared,
    Indicator,
    Opinion,
    Period,
    Plan,
    Project,
    Record,
    Report,
    Shape,
    Task,
    ThirdParty,
    Unit,
    fields_of,
    shapes_of,
)

Schema = dict[str, Any]

FOLDER = console.ROOT / "schemas"
DIALECT = "http://json-schema.org/draft-07/schema#"
NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"

SINGLE: dict[str, tuple[str, type[Record]]] = {
    "plan": ("规划与评估设置", Plan),
    "report": ("单位填报数据", Report),
    "third-party": ("第三方评价", ThirdParty),
}
REGISTERS: dict[str, tuple[str, type[Record]]] = {
    "units": ("单位名册", Unit),
    "indicators": ("主要指标", Indicator),
    "tasks": ("工作任务", Task),
    "projects": ("重点项目", Project),
    "opinions": ("征求意见情况", Opinion),
    "contacts": ("联络人员名单", Contact),
}

WORDS = {
    "Kind": {
        "level": "到末年达到某一数值",
        "relative_change": "比基期上升或下降百分之几",
        "period_mean_ceiling": "规划期年均值不超过上限",
        "each_year_ceiling": "每年不超过上限",
        "each_year_floor": "每年不低于下限",
        "cumulative": "规划期累计达到某一数量",
        "mean_growth": "年均增长百分之几",
        "milestone": "按阶段完成",
        "ratio": "比率，由分子和分母计算，再按 ratio.judged_as 评价",
    },
    "Reading3": {
        "point": "当年与基期相比",
        "mean_of_means": "规划期以来年均与基期年均相比",
        "year_on_base_mean": "当年与基期年均相比",
    },
    "Path": {"linear": "逐年均匀推进", "compound": "逐年按同一比例推进"},
    "CumulativeInput": {"increment": "填当年新增数", "running": "填累计数"},
}
"""What the English words of the model mean, for the hover of the editor."""


def main(argv: list[str]) -> int:
    parser = Parser("schemas")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(argv)
    outdated = [name for name, text in schemas().items() if current(name) != text]
    if options.check:
        for name in outdated:
            print(f"schemas/{name} 与模型不一致。运行 run.py schemas 重新生成。")
        return console.EXIT_FAULTS if outdated else console.EXIT_OK
    FOLDER.mkdir(exist_ok=True)
    for name in outdated:
        with (FOLDER / name).open("w", encoding="utf-8", newline="\n") as file:
            file.write(schemas()[name])
    print(f"schemas/ 共 {len(schemas())} 个文件，更新 {len(outdated)} 个。", file=sys.stderr)
    return console.EXIT_OK


def current(name: str) -> str | None:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def schemas() -> dict[str, str]:
    """File name → its text."""
    built = {name: single(title, model) for name, (title, model) in SINGLE.items()}
    built |= {name: register(name, title, model) for name, (title, model) in REGISTERS.items()}
    return {
        f"{name}.schema.json": json.dumps(built[name], ensure_ascii=False, indent=2) + "\n" for name in sorted(built)
    }


def titled(title: str, schema: Schema) -> Schema:
    return {"$schema": DIALECT, "title": title, **schema}


def single(title: str, model: type[Record]) -> Schema:
    return titled(title, {**record_schema(model), "$defs": definitions_in(model)})


def register(name: str, title: str, model: type[Record]) -> Schema:
    """A list of records, alone or under its name beside the provenance of those that do not say theirs."""
    definitions = {**definitions_in(model), model.__name__: record_schema(model)}
    items = {"type": "array", "title": title, "items": {"$ref": f"#/$defs/{model.__name__}"}}
    properties = {name: items}
    if "provenance" in fields_of(model):
        properties["provenance"] = {"$ref": "#/$defs/Provenance", "title": "数据性质（各条未写时）"}
    under_name = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": [name],
    }
    return titled(title, {"anyOf": [items, under_name], "$defs": definitions})


def definitions_in(model: type[Record]) -> dict[str, Schema]:
    """Every record and every list of words that a record holds, however deep, by name."""
    found: dict[str, Schema] = {}
    for kind in (shape.kind for shape in shapes_of(model).values()):
        if issubclass(kind, Record):
            found |= {**definitions_in(kind), kind.__name__: record_schema(kind)}
        elif issubclass(kind, StrEnum):
            found[kind.__name__] = words_schema(kind)
    return dict(sorted(found.items()))


def words_schema(words: type[StrEnum]) -> Schema:
    meant = WORDS.get(words.__name__)
    return stated(type="string", enum=list(words), enumDescriptions=meant and [meant[word] for word in words])


def record_schema(model: type[Record]) -> Schema:
    fields, shapes = fields_of(model), shapes_of(model)
    properties = {name: field_schema(field, shapes[name]) for name, field in fields.items()}
    required = [name for name, field in fields.items() if field.required]
    return stated(type="object", additionalProperties=False, required=required or None, properties=properties)


def field_schema(field: Declared, shape: Shape) -> Schema:
    """What is said of the field, then what may be written; nothing may be written where nothing is owed."""
    default = None if field.required else as_json(field.default)
    told = stated(title=field.title, description=field.description, default=default)
    value = value_schema(field, shape.kind)
    if shape.many:
        value = {"type": "array", "items": value}
    return {**told, **(value if field.required else or_nothing(value))}


def value_schema(field: Declared, kind: type) -> Schema:
    """One value, in the terms of YAML editors: text may look like a number to them, and a number may be quoted."""
    if issubclass(kind, Record | StrEnum):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if kind is Decimal:
        return stated(type=["number", "string"], pattern=NUMBER, minimum=field.ge)
    if kind is int:
        return stated(type="integer", minimum=field.ge, maximum=field.le)
    if kind is bool:
        return {"type": "boolean"}
    if kind is date:
        return {"type": "string", "format": "date"}
    if kind is Period:
        return {"type": ["string", "number"], "pattern": f"^{Period.PATTERN}$"}
    return stated(type=["string", "number"], minLength=1, pattern=field.pattern)


def stated(**said: Any) -> Schema:
    return {key: value for key, value in said.items() if value is not None}


def or_nothing(schema: Schema) -> Schema:
    """For editors a key without a value is null."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}


def as_json(default: Any) -> Any:
    if isinstance(default, Decimal):
        return str(default)
    return list(default) if isinstance(default, tuple) else default


if __name__ == "__main__":
    console.run(main)
