"""The words and orders that people see in the app; symbols and colours are those of `rolemap.pictures.palette`."""

from __future__ import annotations

from datetime import date

from rolemap.findings import Severity
from rolemap.model.words import percent
from rolemap.pictures.palette import STATES

COUNTED = ("clear", "assumed", "contested", "vacant", "proposed", "gap")
"""The states of squares that need a lead, from settled to open."""

SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: "Needs a decision",
    Severity.WARNING: "Worth a look",
    Severity.PROMPT: "Question worth asking",
}

CONFIDENCES: dict[str, str] = {
    "verified": "checked against its source",
    "reported": "reported, not checked",
    "assumed": "assumed, not confirmed",
}


def label(key: str) -> str:
    """Return the symbol and the word of a state: "✓ Clear"."""
    return f"{STATES[key].symbol} {word(key)}"


def word(key: str) -> str:
    """Return the word of a state, with a capital."""
    return STATES[key].word.capitalize()


def long_date(day: date) -> str:
    """Return a date as people write it: 1 July 2026."""
    return f"{day.day} {day:%B %Y}"


def same_day(day: date, years: int) -> date:
    """Return the same day so many years later, or earlier if negative; 28 February where that year has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 gap", "2,300 gaps"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(part: int, whole: int) -> str:
    """Return a share with its counts: "30% (12 of 40)"; "none needed" of nothing."""
    return f"{percent(part, whole)}% ({part:,} of {whole:,})" if whole else "none needed"


def cut(text: str, most: int) -> str:
    """Return a text, or its first `most` letters and "…" where it is longer."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
