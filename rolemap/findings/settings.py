"""The settings a map gives to rules: which there are, what they are for this map, and which names nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rolemap.findings.rule import Rule
from rolemap.findings.rules import RULES
from rolemap.model import Landscape
from rolemap.problems import InvalidMap, Problem, did_you_mean

HIGHEST = 1_000
"""The highest value a setting may have: thresholds are counts, shares and months, and none is ever near it."""


def settings_of(landscape: Landscape, rule: Rule) -> Mapping[str, float]:
    """Return the settings of a rule: the map's own where it gives them, else the defaults."""
    given = landscape.info.settings.get(rule.code, {})
    return {name: given.get(name, setting.default) for name, setting in rule.settings.items()}


def check_settings(landscape: Landscape, rules: Iterable[Rule] = RULES) -> None:
    """Raise InvalidMap if the map sets something that no rule has, with the nearest that one does."""
    problems = tuple(_unknown(landscape, {rule.code: rule for rule in rules}))
    if problems:
        raise InvalidMap(problems)


def _unknown(landscape: Landscape, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    info = landscape.info
    for code, given in info.settings.items():
        if code not in rules:
            hint = did_you_mean(code, rules) or "List the rules with: rolemap rules"
            place = info.setting_places.get((code,), info.place)
            yield Problem(place, "unknown-rule", f'The settings name "{code}", which is no rule.', hint)
            continue
        known = rules[code].settings
        for name, value in given.items():
            place = info.setting_places.get((code, name), info.place)
            if name in known and not 0 <= value <= HIGHEST:
                sentence = f"{value:g} is no use as the setting {name} of {code}."
                yield Problem(place, "setting-out-of-range", sentence, f"Give a number from 0 to {HIGHEST:,}.")
            if name not in known:
                hint = did_you_mean(name, known) or f"It has: {', '.join(known) or 'no settings'}."
                yield Problem(place, "unknown-setting", f'The rule {code} has no setting called "{name}".', hint)
