"""How the cells of a workbook look, by name; those of states in their colours."""

from __future__ import annotations

import re
from functools import cache

from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import Number

BASE: dict[str, object] = {"font_name": "Arial", "font_size": 10, "font_scheme": "none", "valign": "top"}
"""How every cell looks. It is the look of the workbook too: widths of columns are counted in digits of its font, which
every office program then has; and millions of cells that have no look of their own are written faster."""

AROUND = re.compile(r"(\D*?)\d[\d,.]*(?:e[-+]\d+)?(\D*)")
"""What a number is shown with: before it and after it."""

MOST_AROUND = 12
"""How many characters a number is shown with at most, to stay a number: a format holds 255 (Microsoft, "Excel
specifications and limits"), and what is longer is no currency."""

MOST_LOOKS = 100
"""How many looks a workbook has at most before numbers stand as words: Excel holds 200 formats of numbers, or some more."""

SIGNS = ("+", "-", "\N{MINUS SIGN}")
"""What stands before a number that says a change: its format has the sign, as its value has."""


@cache
def looks() -> dict[str, dict[str, object]]:
    """Return the look of each kind of cell; of a state by its key."""
    thin = {"bottom": 1, "bottom_color": "#B4BAC3"}
    found: dict[str, dict[str, object]] = {
        "plain": {},
        "title": {"font_size": 18, "bold": True, "font_color": "#1F3A5F"},
        "subtitle": {"font_size": 12, "font_color": "#595959"},
        "heading": {"font_size": 13, "bold": True, "font_color": "#1F3A5F", "text_wrap": True},
        "bold": {"bold": True, "text_wrap": True},
        "words": {"text_wrap": True},
        "head": {"bold": True, "bg_color": "#E3ECF7", "font_color": "#1F3A5F", "text_wrap": True, "bottom": 2},
        "text": {"text_wrap": True, **thin},
        "right": {"align": "right", **thin},
        "number": {"num_format": "#,##0.###", **thin},
        "whole": {"num_format": "#,##0", **thin},
        "percent": {"num_format": "0%", **thin},
        "percent.": {"num_format": "0.0%", **thin},
        "day": {"num_format": "yyyy-mm-dd", "align": "left"},
        "date": {"num_format": "d mmmm yyyy", "align": "left", **thin},
    }
    for key, look in STATES.items():
        found[key] = {"bg_color": look.light.fill, "font_color": look.light.text, **thin}
    return found


def number_look(value: Number) -> tuple[str, dict[str, object]] | None:
    """Return the look of a number and its name, with what it is shown with: a pound sign, or another currency after it.

    None where no format can show that as it is: more than `MOST_AROUND` characters, digits, or a quotation mark.
    """
    name = _kind(value)
    look = looks()[name]
    found = AROUND.fullmatch(value.shown)
    if found is None:
        return None
    before, after = ("", "") if value.percent else found.groups()
    number = str(look["num_format"])
    if before in SIGNS:
        return f"{name} signed", look | {"num_format": f"+{number};-{number};{number}"}
    if len(before + after) > MOST_AROUND or '"' in before + after:
        return None
    shown = "".join((_quoted(before), number, _quoted(after)))
    return f"{before}{name}{after}", look | {"num_format": shown}


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""


def _kind(value: Number) -> str:
    if value.percent:
        return "percent." if "." in value.shown else "percent"
    return "whole" if float(value.value).is_integer() else "number"
