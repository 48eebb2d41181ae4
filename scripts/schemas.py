"""生成 schemas/：编辑器据此提示、补全和检查 data/ 里的 YAML 文件。

用法：run.py schemas [--check]

  --check   不写文件，只比较；与模型不一致时退出码为 1

模型（hooks/evaluation/model.py）改了字段以后运行一次。数据文件第一行的 yaml-language-server 指向这里生成的文件。
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

import console
from evaluation.model import Contact, Indicator, Opinion, Plan, Project, Record, Report, Task, ThirdParty, Unit

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
    parser = argparse.ArgumentParser(prog="run.py schemas", add_help=False)
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
    built = {name: titled(title, as_editors_see(model)) for name, (title, model) in SINGLE.items()}
    built |= {name: register(name, title, model) for name, (title, model) in REGISTERS.items()}
    return {
        f"{name}.schema.json": json.dumps(built[name], ensure_ascii=False, indent=2) + "\n" for name in sorted(built)
    }


def titled(title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DIALECT, "title": title, **{key: value for key, value in schema.items() if key != "title"}}


def register(name: str, title: str, model: type[Record]) -> dict[str, Any]:
    """A list of records, alone or under its name beside the provenance of those that do not say theirs."""
    record = as_editors_see(model)
    definitions = record.pop("$defs", {})
    definitions[model.__name__] = record
    items = {"type": "array", "title": title, "items": {"$ref": f"#/$defs/{model.__name__}"}}
    properties = {name: items}
    if "provenance" in model.model_fields:
        properties["provenance"] = {"$ref": "#/$defs/Provenance", "title": "数据性质（各条未写时）"}
    under_name = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": [name],
    }
    return titled(title, {"anyOf": [items, under_name], "$defs": definitions})


def as_editors_see(model: type[Record]) -> dict[str, Any]:
    """The model's schema in the terms of YAML editors, for which 2022 is a number and an empty value null."""
    schema = model.model_json_schema()
    definitions = {name: definition(name, part) for name, part in schema.pop("$defs", {}).items()}
    return {**definition(model.__name__, schema), "$defs": definitions}


def definition(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Class names and docstrings are for programmers; authors read the titles of the fields."""
    shown = {key: value for key, value in schema.items() if key not in ("title", "description")}
    if name in WORDS:
        shown["enumDescriptions"] = [WORDS[name][word] for word in schema["enum"]]
    if "properties" in shown:
        optional = {key: value for key, value in shown["properties"].items() if key not in schema.get("required", ())}
        shown["properties"] = {
            key: lenient(value, nullable=key in optional) for key, value in shown["properties"].items()
        }
    return shown


def lenient(schema: dict[str, Any], nullable: bool) -> dict[str, Any]:
    """One field: text may look like a number, a number may be quoted, an optional value may be left empty."""
    kinds = [kind for kind in alternatives(schema) if kind.get("type") != "null"]
    rest = {key: value for key, value in schema.items() if key not in ("anyOf", "ge")}
    if "anyOf" in schema and len(kinds) == 1:
        rest = {**kinds[0], **rest}
    elif "anyOf" in schema:
        least = (
            {"minimum": 0} if any(kind.get("ge") == 0 or kind.get("minimum") == 0 for kind in [schema, *kinds]) else {}
        )
        rest = {**rest, "type": ["number", "string"], "pattern": NUMBER, **least}
    if rest.get("default", 0) is None:
        del rest["default"]
    return optional_value(widened(rest)) if nullable else widened(rest)


def alternatives(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The kinds of value a field may have; a bound on a whole group is passed on to its members."""
    if "anyOf" not in schema:
        return [schema]
    bound = {"ge": schema["ge"]} if "ge" in schema else {}
    return [{**bound, **kind} for part in schema["anyOf"] for kind in alternatives(part)]


def widened(schema: dict[str, Any]) -> dict[str, Any]:
    if schema.get("type") == "string" and "enum" not in schema and schema.get("format") != "date":
        return {**schema, "type": ["string", "number"]}
    if schema.get("type") == "array":
        return {**schema, "items": widened(schema["items"])}
    return schema


def optional_value(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        reference = {"anyOf": [{"$ref": schema["$ref"]}, {"type": "null"}]}
        return {**{key: value for key, value in schema.items() if key != "$ref"}, **reference}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}


if __name__ == "__main__":
    console.run(main)
