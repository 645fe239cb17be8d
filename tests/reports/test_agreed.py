"""The register and the draft of an agreement: what is said of many is said once, and nothing in the words of the format."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest

from rolemap.model import Agreement
from rolemap.model.words import day
from rolemap.reports.blocks import (
    Bullets,
    Callout,
    Document,
    Fillable,
    Heading,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Table,
    plain,
)
from rolemap.reports.content import KINDS, title_of
from rolemap.reports.figures import Figures
from rolemap.reports.grounds import idle
from rolemap.reports.sections.agreed import signed, state, state_within
from rolemap.reports.words import lower_first
from rolemap.ui.parties import partyview
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


def signers(document: Document) -> list[str]:
    return [one.party for block in document.blocks if isinstance(block, SignatureBlock) for one in block.parties]


ORDER = "gmca-public-health-functions-order"


def test_what_is_law_is_a_summary_and_not_a_draft_to_sign() -> None:
    document = built("greater-manchester", "memorandum", ORDER)
    assert document.title.startswith("In force by law: ")
    assert not any(isinstance(block, SignatureBlock | Fillable) for block in document.blocks)
    callout = next(block for block in document.blocks if isinstance(block, Callout))
    assert "made by order and not by agreement: SI 2017/1180" in plain(callout.runs)
    assert under(document, "Whom it concerns")[0] == "Greater Manchester Combined Authority"
    figures = Figures(example("greater-manchester"), about=ORDER)
    assert title_of(figures, "memorandum") == "Summary of law"
    assert title_of(figures, "agreement-register") == "Agreement register"


def test_the_register_does_not_ask_who_signed_a_law() -> None:
    table = next(one for one in built("greater-manchester", "agreement-register").tables if one.name == "Agreements")
    columns = [one.title for one in table.columns]
    row = next(row for row in table.rows if "Public Health Functions" in plain(row[0]))
    said = dict(zip(columns, map(plain, row), strict=True))
    assert (said["State"], said["Signed by"]) == ("Law", "Nobody has to: law")
    assert [plain(row[columns.index("State")]) for row in table.rows].count("Law") == 1


def test_a_party_that_ended_is_not_asked_to_sign_but_who_followed_it() -> None:
    document = built("greater-manchester", "memorandum", "gm-public-health-mou-2015")
    assert (
        "Public Health England (ended on 30 September 2021, followed by UK Health Security Agency and Office for Health "
        "Improvement and Disparities)"
    ) in under(document, "The parties")
    found = signers(document)
    assert "Public Health England" not in found
    assert found[-2:] == [
        "UK Health Security Agency, in place of Public Health England",
        "Office for Health Improvement and Disparities, in place of Public Health England",
    ]
    assert "NHS England" in found


def test_who_followed_a_party_and_is_one_already_signs_once() -> None:
    text = (
        "organisations: {a: {name: A}, b: {name: B}, z: {name: Z, until: 2020-01-01, becomes: y}, "
        "y: {name: Y, until: 2022-01-01, becomes: b}, x: {name: X, until: 2023-05-06}}\n"
        "agreements: {p: {title: P, parties: [a, b, z, x], status: agreed}}\n"
    )
    document = KINDS["memorandum"].build(Figures(small(text), about="p"))
    assert signers(document) == ["A", "B"]
    said = under(document, "Signatures")
    assert "Z ended on 1 January 2020 and cannot sign. B, already a party, followed it." in said
    assert "X ended on 6 May 2023 and cannot sign. The map does not say who followed it." in said
    assert Fillable("Who signs in place of X, if anybody") in document.blocks


def test_one_party_alone_leaves_room_for_another() -> None:
    document = built("greater-manchester", "memorandum", "integrated-settlement")
    assert "The map records only this one party." in under(document, "The parties")
    notes = [plain(block.runs) for block in document.blocks if isinstance(block, Callout) and "notes" in block.title]
    assert notes[0].startswith("The other party is the government as a whole.")
    assert signers(document) == ["Greater Manchester Combined Authority", "Another party, to be named"]
    assert any(isinstance(block, Fillable) and "other party" in block.label for block in document.blocks)


def test_a_draft_says_what_it_is_made_from_where_that_is_over_or_not_signed() -> None:
    def caution(name: str, about: str) -> str:
        return next(
            plain(block.runs)
            for block in built(name, "memorandum", about).blocks
            if isinstance(block, Callout) and block.title == "This is a draft"
        )

    assert "ended on 31 March 2026: this would be one that follows it" in caution("northshire", "norbridge-section-75")
    assert "often adopted or issued without signatures" in caution("northshire", "easton-scheme")
    assert "without signatures" not in caution("northshire", "marl-vale-compact"), "two of its three have signed"
    assert caution("northshire", "northshire-compact").endswith("until the parties sign.")
    binding = "(Section 75 partnership agreement) binds in law: this draft does not take the place of its legal text."
    assert caution("northshire", "easton-section-75").endswith(binding)
    both = caution("greater-manchester", "section-7a-agreement")
    assert "often adopted or issued without signatures" in both
    assert both.endswith("who leads. It also binds in law: this draft does not take the place of its legal text.")


def test_a_draft_does_not_begin_on_days_that_have_passed() -> None:
    over = built("northshire", "memorandum", "norbridge-section-75")
    assert under(over, "Term and review") == ["Term: Two years"]
    room = [one.label for one in over.blocks if isinstance(one, Fillable)]
    assert "Until (31 March 2026 in the agreement this is made from)" in room
    assert "Next review (1 December 2025 in the agreement this is made from)" in room
    assert "From" in room
    running = built("northshire", "memorandum", "westby-section-75")
    assert "Next review (30 September 2026 in the agreement this is made from)" in [
        one.label for one in running.blocks if isinstance(one, Fillable)
    ]
    assert under(built("northshire", "memorandum", "easton-section-75"), "Term and review") == [
        "From: 1 April 2025",
        "Until: 31 March 2027",
        "Next review: 31 December 2026",
        "Term: Two years",
    ]


@pytest.mark.parametrize(
    ("about", "wanted"),
    [
        ("gm-public-health-mou-2015", "Draft: Public health memorandum of understanding: single leadership"),
        ("gm-moving-memorandum", "Draft: Memorandum of understanding on GM Moving"),
        ("vcfse-accord", "Draft memorandum: "),
    ],
)
def test_the_title_of_a_draft_says_memorandum_once(about: str, wanted: str) -> None:
    assert built("greater-manchester", "memorandum", about).title.startswith(wanted)


@pytest.mark.parametrize(
    ("name", "about", "words"),
    [
        ("northshire", "outbreak-plan", "An amount to be agreed when it happens from UK Health Security Agency."),
        ("greater-manchester", "workwell-grant", "£7,000,000 in all to NHS Greater Manchester Integrated Care Board."),
        ("northshire", "marlshire-section-75", "£44,000,000 a year from NHS Northshire Integrated Care Board to"),
    ],
)
def test_money_says_for_what_time_in_a_sentence(name: str, about: str, words: str) -> None:
    assert under(built(name, "memorandum", about), "Money")[0].startswith(words)


def test_the_register_says_which_parties_have_ended() -> None:
    said = under(built("northshire", "agreement-register"), "Northshire outbreak plan and mutual aid")
    between = next(words for words in said if words.startswith("Between: "))
    assert between.endswith(
        "NHS Northshire Clinical Commissioning Group (ended on 30 June 2022, followed by NHS Northshire Integrated Care Board)"
    )


def test_one_that_is_over_says_so_first_and_a_lead_that_rests_on_it_in_the_same_words() -> None:
    graph = example("greater-manchester").graph
    over = [one for one in graph.landscape.agreements.values() if one.ended(graph.on)]
    assert over
    for one in over:
        assert one.until is not None
        said = state(graph, one)
        assert said.startswith(f"Ended on {day(one.until)}")
        assert state_within(graph, one).startswith(idle(graph, one.id))
    assert "Ended on 31 March 2026, recorded as under review" in {state(graph, one) for one in over}


def test_the_pages_of_the_app_say_the_state_the_register_says() -> None:
    graph = example("greater-manchester").graph
    chosen = "oldham-dph"
    page = str(partyview._agreements(graph, chosen))
    register = KINDS["agreement-register"].build(Figures(example("greater-manchester")))
    table = next(one for one in register.tables if one.name == "Agreements")
    states = {plain(row[0]).split("\n")[0]: plain(row[3]) for row in table.rows}
    ours = [graph.landscape.title(id) for id in partyview.agreements_of(graph, chosen)]
    assert "Greater Manchester Combined Authority (Public Health Functions) Order 2017" in ours
    rows = {title: row for row in page.split("<tr>") for title in ours if escape(title) in row}
    assert [title for title in ours if escape(states[title]) not in rows[title]] == []
    assert states["Greater Manchester Combined Authority (Public Health Functions) Order 2017"] == "Law"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Director of public health", "director of public health"),
        ("Department of Health", "Department of Health"),
        ("NHS trust", "NHS trust"),
        ("Integrated care board (ICB)", "integrated care board (ICB)"),
        ("A", "A"),
    ],
)
def test_a_name_keeps_its_capital_in_a_sentence(words: str, wanted: str) -> None:
    assert lower_first(words) == wanted


def test_the_title_of_what_replaced_an_agreement_is_said_as_it_is() -> None:
    found = small(
        "organisations: {a: {name: A}, b: {name: B}}\nagreements:\n  old: {title: Old, parties: [a, b], status: signed}\n"
        "  new: {title: The superseded powers order, parties: [a, b], status: signed, supersedes: old}\n"
        "  gone: {title: Gone, parties: [a, b], status: superseded}\n"
    )
    known = found.landscape.agreements
    assert "Replaced by “The superseded powers order”" in state(found.graph, known["old"])
    assert state(found.graph, known["gone"]) == "Replaced"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("quarter", "£5,000 a quarter from A."),
        ("year", "£5,000 a year from A."),
        ("monthly", "£5,000 monthly from A."),
        ("once", "£5,000 once from A."),
        ("per head", "£5,000 per head from A."),
    ],
)
def test_money_is_for_a_time_said_in_a_sentence(period: str, words: str) -> None:
    found = small(
        "organisations: {a: {name: A}, b: {name: B}}\n"
        "agreements: {p: {title: P, parties: [a, b], funding: "
        f"[{{amount: 5000, currency: GBP, from: a, period: {period}}}]}}}}\n"
    )
    assert words in under(KINDS["memorandum"].build(Figures(found, about="p")), "Money")


def test_a_draft_says_who_leads_now_where_the_agreement_names_nobody() -> None:
    def leads(about: str) -> dict[str, str]:
        table = next(one for one in built("northshire", "memorandum", about).tables if one.name == "Covers")
        return {plain(row[0]): plain(row[2]) for row in table.rows}

    compact = leads("northshire-compact")
    assert (
        compact["Reduce HIV and blood-borne viruses"]
        == "To be agreed (now: the director of public health of each area)"
    )
    framework = leads("neighbourhood-framework")
    assert framework["Lead the Core20PLUS5 approach for adults and children"] == (
        "To be agreed (now: in Harbourside: Clinical director, Harbourside; in Old Town and Vale Villages: no lead is recorded)"
    )
    assert leads("suicide-prevention-concordat")["Lead the multi-agency suicide prevention plan and surveillance"] == (
        "Director of public health (Marlshire County Council)"
    )
    assert set(leads("norbridge-section-75").values()) == {"To be agreed"}, "it has ended: nothing rests on it"
    assert leads("core-offer")["Provide public health advice to the ICB (the core offer)"].startswith("Director of")


def test_a_full_report_without_agreements_has_no_parts_about_them() -> None:
    def titles(name: str) -> list[str]:
        return [block.text for block in built(name, "full-report").blocks if isinstance(block, Heading)]

    parts = {"Due", "Noticed about agreements"}
    assert parts <= set(titles("northshire"))
    assert parts.isdisjoint(titles("surrey"))
    assert "No agreement is recorded." in under(built("surrey", "full-report"), "Agreements and reviews")
