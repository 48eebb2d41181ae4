"""What editors are told of the data files is what the model declares."""

from __future__ import annotations

import json

from evaluation.model import Indicator, Record, Unit, fields_of, shapes_of

import schemas


def field(file: str, kind: type[Record], name: str) -> dict:
    return json.loads(schemas.schemas()[f"{file}.schema.json"])["$defs"][kind.__name__]["properties"][name]


def test_what_lies_in_the_project_is_what_the_model_declares(capsys):
    assert schemas.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_schema_that_differs_is_named_and_can_be_written_anew(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(schemas, "FOLDER", tmp_path / "schemas")

    assert schemas.main(["--check"]) == 1
    assert "schemas/plan.schema.json 与模型不一致。" in capsys.readouterr().out
    assert schemas.main([]) == 0
    assert schemas.main(["--check"]) == 0


def test_every_field_is_there_with_its_title_and_only_what_is_owed_is_required():
    known = json.loads(schemas.schemas()["indicators.schema.json"])["$defs"]["Indicator"]

    assert {name: one["title"] for name, one in known["properties"].items()} == {
        name: one.title for name, one in fields_of(Indicator).items()
    }
    assert known["required"] == [name for name, one in fields_of(Indicator).items() if one.required]
    assert known["additionalProperties"] is False


def test_a_value_may_look_like_a_number_and_keeps_its_pattern_and_what_is_not_owed_may_be_left_empty():
    assert field("units", Unit, "id")["type"] == ["string", "number"]
    assert field("units", Unit, "code") == {
        "title": "行政区划代码",
        "type": ["string", "number", "null"],
        "minLength": 1,
        "pattern": "^[0-9]{6}$",
    }
    assert field("units", Unit, "kind") == {"title": "类别", "$ref": "#/$defs/UnitKind"}
    assert field("units", Unit, "aliases")["type"] == ["array", "null"]


def test_a_number_may_be_quoted_but_must_be_plain():
    assert field("indicators", Indicator, "limit") == {
        "title": "自然极限",
        "description": "如占比的 100，第二意见用",
        "type": ["number", "string", "null"],
        "pattern": schemas.NUMBER,
    }


def test_every_kind_that_is_named_is_explained():
    whole = json.loads(schemas.schemas()["indicators.schema.json"])
    named = {shape.kind.__name__ for shape in shapes_of(Indicator).values()} & whole["$defs"].keys()

    assert {"Kind", "Target", "Reading", "Provenance"} <= named
    assert len(whole["$defs"]["Kind"]["enumDescriptions"]) == len(whole["$defs"]["Kind"]["enum"])
    assert all(f'"#/$defs/{name}"' in json.dumps(whole) for name in whole["$defs"])
