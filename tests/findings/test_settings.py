"""Settings that no rule has are a problem with the nearest that one does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rolemap import pipeline
from rolemap.findings import RULES, Rule
from rolemap.findings.settings import settings_of
from rolemap.problems import InvalidMap
from rolemap.reading import read
from rolemap.reading.catalogues import CONFIGS
from tests.worlds import DAY, landscape


@pytest.mark.parametrize(
    ("settings", "code", "nearest"),
    [
        ("{LOAD01: {most_leads: 3}}", "unknown-rule", '"LOAD001"'),
        ("{LOAD001: {most_lead: 3}}", "unknown-setting", '"most_leads"'),
        ("{LOAD001: {most_leads: -1}}", "setting-out-of-range", "from 0"),
        ("{GAP008: {horizon: 999999}}", "setting-out-of-range", "to 1,000"),
        ("{GAP001: {x: 3}}", "unknown-setting", "no settings"),
    ],
)
def test_unknown_settings_are_refused(settings: str, code: str, nearest: str) -> None:
    with pytest.raises(InvalidMap) as raised:
        pipeline.examine(landscape(f"map: {{title: A, settings: {settings}}}"), DAY)
    [problem] = raised.value.problems
    assert (problem.code, problem.place.line) == (code, 1)
    assert nearest in problem.hint


def test_a_setting_that_no_rule_has_is_shown_at_its_own_line() -> None:
    text = """\
    areas: {easton: {name: Easton}}
    map:
      title: A
      settings:
        LOAD001:
          most_leads: 3
          most_lead: 4
        GAP999: {x: 1}
    """
    with pytest.raises(InvalidMap) as raised:
        pipeline.examine(landscape(text), DAY)
    assert [(one.code, str(one.place)) for one in raised.value.problems] == [
        ("unknown-setting", "map.yaml:7:7"),
        ("unknown-rule", "map.yaml:8:5"),
    ]


def test_known_settings_are_fine() -> None:
    found = pipeline.examine(landscape("map: {title: A, settings: {LOAD001: {most_leads: 3}}}"), DAY)
    assert found.landscape.info.settings == {"LOAD001": {"most_leads": 3.0}}


NORTHSHIRE = read(CONFIGS / "examples" / "northshire")


@pytest.mark.parametrize("value", [0.0, 0.5, 1000.0])
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.settings], ids=lambda rule: rule.code)
def test_any_setting_in_range_is_survived(rule: Rule, value: float) -> None:
    info = replace(NORTHSHIRE.info, settings={rule.code: dict.fromkeys(rule.settings, value)})
    found = pipeline.examine(replace(NORTHSHIRE, info=info), date(2026, 11, 21))
    assert settings_of(found.landscape, rule) == dict.fromkeys(rule.settings, value)
