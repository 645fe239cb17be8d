"""How the cells of a workbook look, by name; those of states in their colours."""

from __future__ import annotations

from rolemap.pictures.palette import STATES

BASE: dict[str, object] = {"font_name": "Arial", "font_size": 10, "font_scheme": "none", "valign": "top"}
"""How every cell looks. It is the look of the workbook too: widths of columns are counted in digits of its font, which
every office program then has; and millions of cells that have no look of their own are written faster."""


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
