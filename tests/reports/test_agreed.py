"""The register and the draft of an agreement: what is said of many is said once, and nothing in the words of the format."""

from __future__ import annotations

from datetime import date

import pytest

from rolemap.model import Agreement
from rolemap.reports.blocks import Bullets, Document, Heading, PageBreak, Paragraph, Table, plain
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.sections.agreed import signed
from tests.reports.worlds import example, small
from tests.worlds import landscape


def built(name: str, kind: str, about: str = "") -> Document:
    return KINDS[kind].build(Figures(example(name), about=about))


def under(document: Document, title: str) -> list[str]:
    """Return the words of the paragraphs and lists below the heading with this title."""
    said: list[str] = []
    here = False
    for block in document.blocks:
        if isinstance(block, Heading):
            here = block.text == title
        elif here and isinstance(block, Paragraph):
            said.append(plain(block.runs))
        elif here and isinstance(block, Bullets):
            said += [plain(item) for item in block.items]
    return said


def test_what_is_covered_everywhere_alike_says_where_once() -> None:
    said = under(built("northshire", "agreement-register"), "Northshire compact for population health")
    assert "It covers in every area at place level:" in said
    assert "Reduce HIV and blood-borne viruses" in said
    covers = example("northshire").landscape.agreements["northshire-compact"].covers
    assert len(said) - said.index("It covers in every area at place level:") - 1 == len(covers)
    assert not any(words.endswith(", Place") for words in said)


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("leads: a", "It covers, with A as lead:"),
        ("at: e, leads: [a, b]", "It covers in Easton, with A and B as leads:"),
        ("at: e, leads: a, accountable: b", "It covers in Easton, with A as lead, and B to answer for it:"),
    ],
)
def test_what_is_covered_by_the_same_parties_says_so_in_a_sentence(rest: str, words: str) -> None:
    ids = ("k", "l", "m", "n")
    covers = ", ".join(f"{{responsibility: {id}, {rest}}}" for id in ids)
    found = small(
        "areas: {e: {name: Easton}}\norganisations: {a: {name: A}, b: {name: B}}\n"
        f"responsibilities: {{{', '.join(f'{id}: {{title: {id}}}' for id in ids)}}}\n"
        f"agreements: {{p: {{title: P, parties: [a, b], covers: [{covers}]}}}}\n"
    )
    said = under(KINDS["agreement-register"].build(Figures(found)), "P")
    assert words in said


def test_what_is_covered_in_few_places_says_where_beside_it() -> None:
    said = under(built("northshire", "agreement-register"), "Easton section 75 agreement")
    assert "It covers:" in said
    assert "Run joint commissioning and pooled budgets, Easton" in said


def test_no_name_of_a_kind_stands_in_brackets_within_brackets() -> None:
    (table,) = (one for one in built("greater-manchester", "agreement-register").tables if one.name == "Agreements")
    titles = [plain(row[0]) for row in table.rows]
    assert not any("))" in title for title in titles)
    assert "Greater Manchester Strategy 2025-2035\nStrategy or plan that assigns leads" in titles


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("signed: 2025-04-01", "All, 1 April 2025"),
        ("signed: {a: 2025-04-01, b: 2025-05-02}", "Both, the last on 2 May 2025"),
        ("signed: {a: 2025-04-01, b: 2025-05-02, c: 2026-05-05}", "Both, the last on 2 May 2025"),
        ("signed: {a: 2025-04-01, c: 2026-05-05}", "1 of 2"),
        ("signed: {a: 2025-04-01, c: 2026-05-05}, parties: [a]", "1 April 2025"),
        ("signed: 2025-04-01, parties: [a]", "1 April 2025"),
        ("signed: {a: 2025-04-01}, parties: []", "Nobody recorded"),
        ("review: 2027-04-01", "Nobody recorded"),
    ],
)
def test_who_has_signed_is_said_with_the_last_day(rest: str, words: str) -> None:
    parties = "" if "parties" in rest else "parties: [a, b], "
    text = "organisations: {a: {name: A}, b: {name: B}, c: {name: C}}\n"
    text += f"agreements: {{p: {{title: P, {parties}status: signed, {rest}}}}}\n"
    one: Agreement = landscape(text).agreements["p"]
    assert signed(one) == words
    assert one.review is None or one.review == date(2027, 4, 1)


def test_a_draft_says_where_in_words_and_its_signatures_follow_its_text() -> None:
    document = built("northshire", "memorandum", "northshire-compact")
    (table,) = (one for one in document.blocks if isinstance(one, Table))
    assert {plain(row[1]) for row in table.rows} == {"Every area at place level"}
    assert not any(isinstance(block, PageBreak) for block in document.blocks)
    said = under(built("northshire", "memorandum", "westby-section-75"), "Reporting, and what happens if we disagree")
    assert "If the parties disagree: The three chief executives" in said
    assert built("greater-manchester", "memorandum", "bury-vcse-memorandum").title.startswith("Draft: Memorandum of")
