"""The themes that findings are grouped under, in the order people work through them."""

from __future__ import annotations

THEMES: dict[str, str] = {
    "GAP": "Gaps",
    "OVL": "Overlaps",
    "AGR": "Agreements",
    "ACC": "Accountability",
    "LOAD": "Load",
    "DEF": "Words",
    "CHG": "Loose ends of changes",
    "DEC": "Decisions",
}
"""Theme letters of a code -> the words people see."""

OF_CHANGES = "CHG"
"""The theme that only a what-if has."""


def theme_of(code: str) -> str:
    """Return the theme letters of a code."""
    return code.rstrip("0123456789")


def theme_title(code: str) -> str:
    """Return the words for the theme of a code."""
    return THEMES[theme_of(code)]
