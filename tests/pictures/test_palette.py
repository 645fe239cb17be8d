"""The palette can be read by everyone: contrast and colour blindness are computed, not judged by eye."""

from __future__ import annotations

from itertools import combinations

import pytest

from rolemap.graph import Cell, State
from rolemap.pictures import palette
from rolemap.pictures.palette import AMOUNTS, AMOUNTS_DARK, KINDS, LEVELS, LEVELS_DARK, LINES, NIGHT, PAPER, STATES, Ink

RGB = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> RGB:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(rgb: RGB) -> RGB:
    red, green, blue = (min(max(c, 0.0), 1.0) for c in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, kind: str) -> RGB:
    rgb = linear(colour)
    first, second, third = (sum(a * b for a, b in zip(row, rgb, strict=True)) for row in BLINDNESS[kind])
    return lab((first, second, third))


def apart(one: RGB, other: RGB) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def test_contrast_is_computed_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("look", [*STATES.values(), *KINDS.values()], ids=lambda look: look.key)
def test_text_on_its_fill_reaches_aa(look: palette.Look, dark: bool) -> None:
    ink = look.ink(dark=dark)
    assert contrast(ink.text, ink.fill) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("look", [*STATES.values(), *KINDS.values()], ids=lambda look: look.key)
def test_the_outline_stands_out_from_the_page(look: palette.Look, dark: bool) -> None:
    assert contrast(look.ink(dark=dark).line, NIGHT if dark else PAPER) >= 3


@pytest.mark.parametrize("inks", [LEVELS, LEVELS_DARK])
def test_names_of_levels_and_every_line_can_be_read_on_the_bands(inks: tuple[Ink, ...]) -> None:
    dark = inks is LEVELS_DARK
    for ink in inks:
        assert contrast(ink.text, ink.fill) >= 4.5
        for line in LINES.values():
            assert contrast(line.colour(dark=dark), ink.fill) >= 3, (line.key, ink)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", BLINDNESS)
def test_states_stay_apart_for_colour_blind_people(kind: str, dark: bool) -> None:
    named = {key: look.ink(dark=dark).line for key, look in STATES.items()}
    close = {
        (a, b): round(apart(seen(named[a], kind), seen(named[b], kind)), 1)
        for a, b in combinations(named, 2)
        if apart(seen(named[a], kind), seen(named[b], kind)) < 12
    }
    assert close == {}


def test_every_state_has_its_own_symbol_and_word_and_a_sentence() -> None:
    assert len({look.symbol for look in STATES.values()}) == len(STATES)
    assert len({look.word for look in STATES.values()}) == len(STATES)
    assert all(look.meaning.endswith(".") and len(look.symbol) == 1 for look in STATES.values())
    assert {state.value for state in State} < set(STATES)


def test_a_cell_that_is_clear_but_not_backed_is_shown_as_assumed() -> None:
    def cell(state: State, *, backed: bool | None = None, needed: bool = True) -> Cell:
        return Cell("r", "a", "place", "p", needed, state, backed)

    assert palette.state_key(cell(State.CLEAR, backed=True)) == "clear"
    assert palette.state_look(cell(State.CLEAR, backed=False)).word == "assumed"
    assert palette.state_key(cell(State.CONTESTED, backed=False)) == "contested"
    assert palette.state_key(cell(State.GAP)) == "gap"
    assert palette.state_key(cell(State.GAP, needed=False)) == "not-needed"


def test_levels_beyond_the_tints_begin_again() -> None:
    assert palette.level_ink(5) == palette.level_ink(0)
    assert palette.level_ink(1, dark=True) == LEVELS_DARK[1]


@pytest.mark.parametrize("inks", [AMOUNTS, AMOUNTS_DARK])
def test_numbers_can_be_read_on_their_tints_and_tints_grow(inks: tuple[Ink, ...]) -> None:
    dark = inks is AMOUNTS_DARK
    for ink in inks:
        assert contrast(ink.text, ink.fill) >= 4.5
    away = [contrast(ink.fill, NIGHT if dark else PAPER) for ink in inks]
    assert away == sorted(away)
    assert [palette.amount_step(number, 10) for number in (0, 1, 2, 3, 5, 7, 9, 10)] == [0, 0, 0, 1, 2, 3, 4, 4]
    assert palette.amount_step(1, 1) == 0


def test_lines_of_leads_are_told_apart_without_colour() -> None:
    leading = [LINES[key] for key in ("leads", "leads-assumed", "leads-contested", "proposed")]
    for one, other in combinations(leading, 2):
        assert (one.dashes, one.width) != (other.dashes, other.width), (one.word, other.word)
    assert len({line.dashes for line in leading if line.width == LINES["leads"].width}) == 3
