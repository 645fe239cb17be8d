"""The JSON Schema, read by an independent reader: it accepts what rolemap reads and refuses typical mistakes."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from rolemap.reading.schema import json_schema
from rolemap.writing.start import start, templates
from tests import annotated

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(path for kind in ("catalogues", "examples") for path in (ROOT / "configs" / kind).rglob("*.yaml"))
HEAD = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true, false, null and numbers are anything but text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def refused(text: str) -> list[str]:
    """Return where and why the schema refuses a file."""
    data: Any = yaml.load(text, EditorLoader)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(data)]


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_the_committed_schema_is_fresh() -> None:
    committed = json.loads((ROOT / "configs/schema/map.schema.json").read_text(encoding="utf-8"))
    assert committed == json_schema(), "run: make docs"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_accepts_every_shipped_file_which_names_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert refused(text) == []
    named = HEAD.match(text)
    assert named, "the first line names the schema"
    assert (path.parent / named[1]).resolve() == ROOT / "configs/schema/map.schema.json"


@pytest.mark.parametrize("template", [one.name for one in templates()])
def test_accepts_every_file_of_a_new_map_which_names_its_copy(template: str) -> None:
    files = start(template, "")
    assert json.loads(files["map.schema.json"]) == json_schema()
    for name, text in files.items():
        if name.endswith(".yaml"):
            assert refused(text) == [], name
            named = HEAD.match(text)
            assert named
            assert named[1] == "map.schema.json"


@pytest.mark.parametrize("files", annotated.maps(), ids=lambda files: files[0].name)
def test_accepts_the_examples_of_the_documentation(files: list[Any]) -> None:
    for file in files:
        assert refused(file.data.decode()) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "roles:",
        "roles: {lead: {title: no}}",
        "roles: {lead: {title: 007, note: 12:30, tags: [on, 2026-04-01]}}",
        "roles: {2026: {title: Lead}}",
        "roles: {lead: {title: Lead, vacant: yes, until: 2026-04-01, capacity: 0.5, kind: }}",
        "roles: {lead: {title: Lead, vacant: 'true', capacity: '1'}}",
        "roles: {lead: {adapts: true, note: changed}}",
        "glossary: {population-health: }",
        "areas: {easton: {name: Easton, within: {northshire: , southmoor: 0.2}}}",
        "assignments: [{responsibility: falls, at: place, leads: [kind:dph, 'type:icb']}]",
        "agreements: {a: {title: A, signed: 2026-04-01, delegates: [{from: x, to: y}]}}",
    ],
)
def test_accepts_what_the_reader_accepts(text: str) -> None:
    assert refused(text) == [] or text == ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("roels: {}", "$"),
        ("roles: {lead: {titel: Lead}}", "$.roles.lead"),
        ("roles: {lead: {note: no title}}", "$.roles.lead"),
        ("roles: {lead: {note: no title, adapts: false}}", "$.roles.lead"),
        ("roles: {lead: {title: }}", "$.roles.lead.title"),
        ("roles: {lead: }", "$.roles.lead"),
        ("roles: [{title: Lead}]", "$.roles"),
        ("roles: {Lead: {title: Lead}}", "$.roles"),
        ("roles: {lead: {title: Lead, until: 31/03/2027}}", "$.roles.lead.until"),
        ("roles: {lead: {title: Lead, until: 2027-02-30}}", "$.roles.lead.until"),
        ("roles: {lead: {title: Lead, vacant: maybe}}", "$.roles.lead.vacant"),
        ("roles: {lead: {title: Lead, capacity: half}}", "$.roles.lead.capacity"),
        ("roles: {lead: {title: Lead, organisation: Easton Council}}", "$.roles.lead.organisation"),
        ("roles: {lead: {title: Lead, accountable_to: [{how: line}]}}", "$.roles.lead.accountable_to"),
        ("assignments: {responsibility: falls, at: easton}", "$.assignments"),
        ("assignments: [{responsibility: falls}]", "$.assignments"),
        ("assignments: [{responsibility: falls, at: easton, status: agree}]", "$.assignments"),
        ("assignments: [{responsibility: falls, at: easton, leads: 'role:dph'}]", "$.assignments"),
        ("map: {scheme: racy}", "$.map.scheme"),
    ],
)
def test_refuses_typical_mistakes_where_they_are(text: str, where: str) -> None:
    found = refused(text)
    assert any(one.startswith(where) for one in found), found


def test_describes_every_section_and_field() -> None:
    schema = json_schema()
    for section in schema["properties"].values():
        assert section["description"]
    for definition in schema["$defs"].values():
        assert [name for name, field in definition["properties"].items() if not field.get("description")] == []
