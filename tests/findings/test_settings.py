"""Settings that no rule has are a problem with the nearest that one does."""

from __future__ import annotations

import pytest

from rolemap import pipeline
from rolemap.problems import InvalidMap
from tests.worlds import DAY, landscape


@pytest.mark.parametrize(
    ("settings", "code", "nearest"),
    [
        ("{LOAD01: {most_leads: 3}}", "unknown-rule", '"LOAD001"'),
        ("{LOAD001: {most_lead: 3}}", "unknown-setting", '"most_leads"'),
        ("{GAP001: {x: 3}}", "unknown-setting", "no settings"),
    ],
)
def test_unknown_settings_are_refused(settings: str, code: str, nearest: str) -> None:
    with pytest.raises(InvalidMap) as raised:
        pipeline.examine(landscape(f"map: {{title: A, settings: {settings}}}"), DAY)
    [problem] = raised.value.problems
    assert (problem.code, problem.place.line) == (code, 1)
    assert nearest in problem.hint


def test_known_settings_are_fine() -> None:
    found = pipeline.examine(landscape("map: {title: A, settings: {LOAD001: {most_leads: 3}}}"), DAY)
    assert found.landscape.info.settings == {"LOAD001": {"most_leads": 3.0}}
