"""Lines to sign on: only for who can sign, and what is said of those that cannot is in every format."""

from __future__ import annotations

import pytest

from rolemap.reports.blocks import (
    Block,
    Heading,
    KeyFigures,
    Notes,
    Paragraph,
    SignatureBlock,
    plain,
    text,
)
from rolemap.reports.content import KINDS
from rolemap.reports.deck.body import Slide, Words
from rolemap.reports.deck.plan import slides
from rolemap.reports.figures import Figures
from rolemap.reports.sections.signing import over, remark
from tests.reports.formats import made
from tests.reports.worlds import small

PARTIES = """\
areas: {easton: {name: Easton}}
organisations:
  c: {name: Council C, area: easton, until: 2023-03-31}
  d: {name: Council D, area: easton, until: 2023-03-31}
  later: {name: Later, area: easton, from: 2030-01-01}
  planned: {name: Planned, area: easton, status: proposed}
  lapsed: {name: Lapsed, area: easton, status: proposed, until: 2020-01-01}
  here: {name: The Recommended Trust, area: easton}
roles:
  post: {title: Post, organisation: c}
agreements: {p: {title: Pact, parties: [c, d]}}
"""


def said(found: tuple[Slide, ...]) -> str:
    return " ".join(plain(item) for one in found if isinstance(one.body, Words) for item, _ in one.body.items)


def test_why_nobody_can_sign_is_on_a_slide_too() -> None:
    document = KINDS["memorandum"].build(Figures(small(PARTIES), about="p"))
    assert not any(isinstance(block, SignatureBlock) for block in document.blocks)
    words = said(slides(document))
    assert "Council C ended on 31 March 2023 and cannot sign." in words
    assert "Council D ended on 31 March 2023 and cannot sign." in words


@pytest.mark.parametrize("empty", [SignatureBlock(()), KeyFigures(())])
def test_words_and_notes_before_what_has_nothing_to_show_are_on_a_slide(empty: Block) -> None:
    blocks = (Heading(1, "Head"), Notes("To say."), Paragraph(text("Words that lead in.")), empty, Paragraph(text("B")))
    (one,) = (slide for slide in slides(made.made(blocks)) if "Words that lead in." in said((slide,)))
    assert one.notes == ("To say.",)
    assert one.title == "Head"


@pytest.mark.parametrize(
    ("party", "gone", "words"),
    [
        ("c", True, " (ended on 31 March 2023)"),
        ("post", True, " (has ended)"),
        ("later", False, " (begins on 1 January 2030)"),
        ("planned", False, " (only proposed)"),
        ("lapsed", False, " (only proposed)"),
        ("here", False, ""),
        ("nobody", False, ""),
    ],
)
def test_who_has_ended_is_told_from_who_is_proposed_or_to_come(party: str, gone: bool, words: str) -> None:
    graph = small(PARTIES).graph
    assert over(graph, party) is gone
    assert remark(graph, party) == words
