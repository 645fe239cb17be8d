"""Every rule is registered, well written, shown by its own example and tested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rolemap import pipeline
from rolemap.findings import RULES, Rule
from rolemap.findings.rules import RULES as REGISTERED
from rolemap.findings.themes import THEMES
from rolemap.reading.change_sets import read_change_files
from rolemap.reading.files import SourceFile
from tests import worlds

FOLDER = Path(__file__).parents[2] / "rolemap" / "findings" / "rules"
COUNTS = {"GAP": 10, "OVL": 7, "AGR": 9, "ACC": 5, "LOAD": 4, "DEF": 1, "CHG": 1, "DEC": 1}
KNOWN = [f"{theme}{number:03}" for theme, count in COUNTS.items() for number in range(1, count + 1)]
"""Every code there is. Decisions are kept by code, so a code is added here and never taken away or used again."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def module_of(rule: Rule) -> str:
    return f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


def test_the_codes_are_the_known_ones_in_this_order() -> None:
    assert [rule.code for rule in RULES] == KNOWN


def test_every_module_is_registered_and_every_rule_has_its_module() -> None:
    modules = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    assert sorted(module_of(rule) for rule in RULES) == modules


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_decisions_are_looked_at_last() -> None:
    assert REGISTERED[-1].code == "DEC001"


@each_rule
def test_its_check_and_its_text_are_in_its_own_module(rule: Rule) -> None:
    assert rule.check.__module__ == f"rolemap.findings.rules.{module_of(rule)}"


@each_rule
def test_its_module_says_its_code_first(rule: Rule) -> None:
    assert (FOLDER / f"{module_of(rule)}.py").read_text().startswith(f'"""{rule.code}: ')


@each_rule
def test_no_rule_knows_another(rule: Rule) -> None:
    text = (FOLDER / f"{module_of(rule)}.py").read_text()
    assert "rolemap.findings.rules" not in text


def raised(rule: Rule) -> pipeline.Analysis:
    landscape = worlds.landscape(rule.example)
    if not rule.changes:
        return pipeline.examine(landscape, worlds.DAY)
    changes = read_change_files([SourceFile("changes.yaml", rule.changes.encode())], landscape, worlds.DAY)
    assert rule.code not in {found.code for found in pipeline.examine(landscape, worlds.DAY).findings}
    return pipeline.what_if(landscape, changes, worlds.DAY)


@each_rule
def test_its_example_raises_it(rule: Rule) -> None:
    examined = raised(rule)
    assert rule.code in {found.code for found in examined.findings}


@each_rule
def test_what_its_example_raises_is_plain(rule: Rule) -> None:
    examined = raised(rule)
    for found in examined.findings:
        if found.code == rule.code:
            assert re.fullmatch(r"[“A-Z0-9].*\.", found.message), found.message
            assert not found.summary.endswith("."), found.summary
            assert found.question.endswith("?"), found.question
            assert all(place.note and place.location.line for place in found.places)


@each_rule
def test_its_sentences_are_whole(rule: Rule) -> None:
    for text in (rule.looks_for, rule.why, rule.settle, rule.not_when):
        assert text.strip() == text
        assert text.endswith((".", "?")), text
    assert rule.question.endswith("?")


@each_rule
def test_its_origin_is_one_of_the_four(rule: Rule) -> None:
    assert set(rule.origin.split()) <= {"L", "K", "S", "N"}
    assert rule.origin


@each_rule
def test_its_theme_is_known(rule: Rule) -> None:
    assert rule.theme in THEMES


@each_rule
def test_its_settings_say_what_they_mean(rule: Rule) -> None:
    assert all(setting.meaning and setting.default > 0 for setting in rule.settings.values())


@each_rule
def test_it_has_a_test_file(rule: Rule) -> None:
    assert (Path(__file__).parent / f"test_{rule.code.lower()}.py").is_file()
