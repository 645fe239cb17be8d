"""The one palette of the product: what every state, kind and line looks like, in words, symbols and colours.

Colour never carries meaning alone: each state has a symbol and a word. Hues follow the colour-blind safe set of Okabe
and Ito (https://jfly.uni-koeln.de/color/), darkened or lightened until text on them reaches the 4.5:1 and lines the
3:1 of WCAG 2.2 AA (criteria 1.4.3 and 1.4.11). `tests/pictures/test_palette.py` computes both, and that the lines
stay apart for the three common kinds of colour blindness.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rolemap.graph import Cell, State

PAPER = "#FFFFFF"
"""The background that light colours are made for; print uses it too."""

NIGHT = "#0E1117"
"""The background that dark colours are made for (Streamlit's dark theme)."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Three colours that go together: a fill, the text on it, and the line around it (also fit as a mark on its own)."""

    fill: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class Look:
    """How one thing is shown: its key, symbol and word, what it means in one sentence, and its inks on light and dark.

    `shape` is "box", "rounded", "ellipse" or "document"; states are shown as text in a square and leave it empty.
    """

    key: str
    symbol: str
    word: str
    meaning: str
    light: Ink
    dark: Ink
    shape: str = ""

    def ink(self, *, dark: bool = False) -> Ink:
        """Return the ink for a dark or a light background."""
        return self.dark if dark else self.light


@dataclass(frozen=True, slots=True)
class LineLook:
    """How one kind of line is drawn: word, meaning, width in pixels, and its colour on light and dark.

    `dashes` are the lengths of strokes and spaces in turn, none for a whole line: what tells lines apart in grey print.
    """

    key: str
    word: str
    meaning: str
    light: str
    dark: str
    width: float
    dashes: tuple[int, ...] = ()

    def colour(self, *, dark: bool = False) -> str:
        """Return the colour for a dark or a light background."""
        return self.dark if dark else self.light


DASHED = (7, 4)
"""Short strokes: not settled, or not leading."""

BROKEN = (14, 3, 3, 3)
"""Long strokes with a dot between: contested, which in grey would look like a clear lead."""


def _by_key(*looks: Look) -> Mapping[str, Look]:
    return MappingProxyType({look.key: look for look in looks})


STATES: Mapping[str, Look] = _by_key(
    Look(
        "clear",
        "✓",
        "clear",
        "A lead is recorded, and the law or an agreement in force stands behind it.",
        Ink("#D2E8F5", "#06344F", "#00559A"),
        Ink("#0B3550", "#D9EEFA", "#56B4E9"),
    ),
    Look(
        "assumed",
        "≈",
        "assumed",
        "A lead is recorded, but neither the law nor an agreement in force stands behind it.",
        Ink("#FFF1B8", "#463700", "#A68700"),
        Ink("#463800", "#FFF3C2", "#F0D24A"),
    ),
    Look(
        "contested",
        "≠",
        "contested",
        "More than one party is recorded as the lead, or a record of the lead is disputed.",
        Ink("#F2D3E8", "#560E42", "#8E1F6D"),
        Ink("#52143F", "#FBE3F3", "#E07FC0"),
    ),
    Look(
        "vacant",
        "○",
        "vacant",
        "A lead is recorded, but nobody is in the post today.",
        Ink("#E4E0DB", "#37302A", "#4D443B"),
        Ink("#3B3631", "#F0ECE7", "#FAF6F0"),
    ),
    Look(
        "proposed",
        "→",
        "proposed",
        "A lead has been proposed and is not yet agreed.",
        Ink("#D8F0E4", "#0A4030", "#0C8F6B"),
        Ink("#0A4434", "#DBF7EC", "#3FE0AE"),
    ),
    Look(
        "gap",
        "?",
        "gap",
        "A lead is needed here and none is recorded.",
        Ink("#FFD8C4", "#651E00", "#B33000"),
        Ink("#662400", "#FFE6DA", "#FF8A4A"),
    ),
    Look(
        "not-needed",
        "·",
        "not needed",
        "No lead is needed here.",
        Ink("#F5F5F5", "#595959", "#7F8890"),
        Ink("#1B1F27", "#A9AFBA", "#6B7280"),
    ),
)
"""Every state of a square, by key, in the order of a legend."""

STATE_KEYS = {state: state.value for state in State}
"""The key of each state of the graph: asked for every square of a large map, and an enumeration is slow to say its value."""

KINDS: Mapping[str, Look] = _by_key(
    Look(
        "organisation",
        "■",
        "organisation",
        "A body such as a council, an integrated care board or a trust.",
        Ink("#1F3A5F", "#FFFFFF", "#1F3A5F"),
        Ink("#BFD4EE", "#0B1A2C", "#BFD4EE"),
        "box",
    ),
    Look(
        "role",
        "●",
        "role",
        "A post or a group that can lead.",
        Ink("#E3ECF7", "#12263F", "#4A6B94"),
        Ink("#22364F", "#E6F0FC", "#84A7D1"),
        "rounded",
    ),
    Look(
        "responsibility",
        "□",
        "responsibility",
        "Something that somebody leads on.",
        Ink("#FFFFFF", "#1A1A1A", "#6B6B6B"),
        Ink("#171B23", "#F2F2F2", "#9AA1AC"),
        "box",
    ),
    Look(
        "agreement",
        "◆",
        "agreement",
        "A written agreement between parties.",
        Ink("#E5DCF3", "#2F1A57", "#6A4BA3"),
        Ink("#35235C", "#EEE6FB", "#B79AEB"),
        "document",
    ),
)
"""What a shape stands for."""

LINES: Mapping[str, LineLook] = MappingProxyType(
    {
        line.key: line
        for line in (
            LineLook("leads", "leads", "Looked to for making it happen, and decides.", "#0068A4", "#56B4E9", 3.0),
            LineLook(
                "leads-assumed",
                "leads, assumed",
                "Recorded as the lead; neither the law nor an agreement in force stands behind it.",
                "#8F7200",
                "#F0D24A",
                3.0,
                dashes=DASHED,
            ),
            LineLook(
                "leads-contested",
                "leads, contested",
                "One of several recorded leads, or a lead that is disputed.",
                "#8E1F6D",
                "#E07FC0",
                3.0,
                dashes=BROKEN,
            ),
            LineLook(
                "proposed",
                "proposed to lead",
                "Proposed as the lead, not yet agreed.",
                "#007A5A",
                "#3FE0AE",
                2.0,
                dashes=DASHED,
            ),
            LineLook("accountable", "accountable", "Answers for it.", "#37302A", "#F0ECE7", 1.5),
            LineLook("delivers", "delivers", "Does the work.", "#00805E", "#2FC79C", 1.2),
            LineLook("contributes", "contributes", "Helps.", "#767676", "#8B93A0", 1.0),
            LineLook("consulted", "consulted", "Is asked before.", "#767676", "#8B93A0", 1.0, dashes=DASHED),
            LineLook("informed", "informed", "Is told after.", "#767676", "#8B93A0", 0.8, dashes=DASHED),
            LineLook("answers-to", "answers to", "A line of accountability.", "#6A4BA3", "#B79AEB", 1.5, dashes=DASHED),
            LineLook("agreement", "agreement", "Party to an agreement, or covered by it.", "#6A4BA3", "#B79AEB", 1.5),
        )
    }
)
"""How each kind of line is drawn, in the order of a legend."""

LEVELS: tuple[Ink, ...] = (
    Ink("#E9ECF3", "#252C3D", "#4B587A"),
    Ink("#F1F0EA", "#35321F", "#6E673E"),
    Ink("#E8F1F0", "#1C3835", "#3C726C"),
    Ink("#F4EDF1", "#3D2533", "#7D4B67"),
    Ink("#EFF2E6", "#2D361A", "#5F7035"),
)
"""Tints of the bands of levels on light, widest first. The name of the level is always written beside the tint."""

LEVELS_DARK: tuple[Ink, ...] = (
    Ink("#171D2B", "#DDE4F4", "#8D9DC4"),
    Ink("#201E14", "#EFEBD3", "#B5AC77"),
    Ink("#12211F", "#D6EFEB", "#6FB0A8"),
    Ink("#221820", "#F3DFEB", "#C48FAE"),
    Ink("#1A2010", "#E6EFD2", "#A0B56C"),
)
"""The same on dark."""


AMOUNTS: tuple[Ink, ...] = (
    Ink("#F2F6FA", "#1A2530", "#8A99A8"),
    Ink("#D6E6F2", "#12263F", "#7A93AB"),
    Ink("#A9CCE6", "#0B1A2C", "#55799B"),
    Ink("#6FA9D3", "#06121F", "#2F6796"),
    Ink("#1F5F92", "#FFFFFF", "#1F5F92"),
)
"""Tints of numbers on light, from few to many. The number is always written on the tint."""

AMOUNTS_DARK: tuple[Ink, ...] = (
    Ink("#161D26", "#DCE5EE", "#5F7183"),
    Ink("#1C2F42", "#E2ECF6", "#64809C"),
    Ink("#274B6B", "#EDF4FB", "#6F9AC2"),
    Ink("#34699A", "#FFFFFF", "#82B4DE"),
    Ink("#8FC4EC", "#06121F", "#8FC4EC"),
)
"""The same on dark."""


def amount_step(number: int, most: int) -> int:
    """Return which of `AMOUNTS` a number has, where `most` is the largest shown: 0 for few, 4 for most."""
    return min(len(AMOUNTS) - 1, max(0, number - 1) * len(AMOUNTS) // max(most, 1)) if number else 0


def level_ink(position: int, *, dark: bool = False) -> Ink:
    """Return the ink of the level at `position`, 0 for the widest; a sixth level begins the tints again."""
    inks = LEVELS_DARK if dark else LEVELS
    return inks[position % len(inks)]


def state_key(cell: Cell) -> str:
    """Return the key in `STATES` of a cell: its state, "assumed" if clear but not backed, "not-needed" if it says nothing."""
    if cell.state is State.CLEAR and not cell.backed:
        return "assumed"
    if cell.state is State.GAP and not cell.needed:
        return "not-needed"
    return STATE_KEYS[cell.state]


def state_look(cell: Cell) -> Look:
    """Return how a cell is shown."""
    return STATES[state_key(cell)]
