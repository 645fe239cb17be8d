from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, ids_of_baseline, messages

LED = """\
assignments:
  - {{responsibility: falls, at: easton, leads: {lead}{rest}}}
"""
PAPER = """\
agreements:
  paper: {{title: Falls paper, parties: [easton-council, easton-trust], status: {status}, covers: [{cover}]{rest}}}
"""


@pytest.mark.parametrize("basis", ["", ", basis: custom", ", basis: claim"])
def test_a_lead_with_nothing_behind_it_is_noticed_at_its_assignment(basis: str) -> None:
    assert found(LED.format(lead="easton-dph", rest=basis), "AGR001") == [("AGR001@falls@easton", [END + 2])]


@pytest.mark.parametrize(
    ("lead", "rest", "sentence"),
    [
        (
            "easton-trust",
            "",
            "Easton Trust leads on Falls prevention in Easton, with no law and no agreement in force recorded behind it.",
        ),
        ("easton-trust", ", basis: custom", "Easton Trust leads on Falls prevention in Easton by custom, with no law"),
        (
            "easton-trust",
            ", basis: claim",
            "Easton Trust leads on Falls prevention in Easton by its own claim, with no law",
        ),
        ("[easton-trust, easton-council], joint: true", "", "Easton Trust and Easton Council lead on Falls prevention"),
    ],
)
def test_the_sentence_says_what_the_lead_rests_on(lead: str, rest: str, sentence: str) -> None:
    assert messages(LED.format(lead=lead, rest=rest), "AGR001")[0].startswith(f"warning: {sentence}")


@pytest.mark.parametrize(
    ("lead", "rest"),
    [("easton-trust", ", basis: law"), ("easton-trust", ", status: disputed"), ("easton-trust", ", status: proposed")],
)
def test_law_disputes_and_proposals_are_silent(lead: str, rest: str) -> None:
    assert ids(LED.format(lead=lead, rest=rest), "AGR001") == []


def test_a_post_of_the_body_the_law_names_is_silent() -> None:
    assert ids("assignments: [{responsibility: smoking, at: easton, leads: easton-dph}]", "AGR001") == []


def test_what_only_a_catalogue_says_is_silent() -> None:
    assert ids_of_baseline(LED.format(lead="easton-trust", rest=""), "AGR001") == []


@pytest.mark.parametrize("named", ["", ", leads: easton-dph", ", leads: easton-council"])
def test_an_agreement_in_force_backs_the_lead_its_organisation_or_its_post(named: str) -> None:
    cover = "{responsibility: falls, at: easton" + named + "}"
    assert (
        ids(LED.format(lead="easton-dph", rest="") + PAPER.format(status="agreed", cover=cover, rest=""), "AGR001")
        == []
    )


def test_an_agreement_that_names_somebody_else_is_left_to_the_rule_on_that() -> None:
    text = LED.format(lead="easton-dph", rest="")
    text += PAPER.format(status="agreed", cover="{responsibility: falls, at: easton, leads: easton-trust}", rest="")
    assert (ids(text, "AGR001"), ids(text, "AGR006")) == ([], ["AGR006@falls@easton"])


@pytest.mark.parametrize(
    ("status", "at", "words"),
    [("draft", "easton", "which is not yet in force"), ("agreed", "westby", "which is not recorded as covering it")],
)
def test_an_agreement_that_does_not_hold_here_is_named(status: str, at: str, words: str) -> None:
    text = LED.format(lead="easton-dph", rest=", basis: paper")
    text += PAPER.format(status=status, cover="{responsibility: falls, at: " + at + "}", rest="")
    assert words in messages(text, "AGR001")[0]


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("northshire-icb", "under Falls paper, which covers it, but not this lead."),
        ("[northshire-icb, easton-dph], joint: true", "under Falls paper, which covers it, but not every lead."),
    ],
)
def test_an_agreement_that_covers_the_work_and_not_the_lead_is_not_called_silent_about_it(
    lead: str, words: str
) -> None:
    text = LED.format(lead=lead, rest=", basis: paper")
    text += PAPER.format(status="agreed", cover="{responsibility: falls, at: easton}", rest="")
    assert messages(text, "AGR001")[0].endswith(words)


def test_an_agreement_that_has_run_out_is_left_to_the_rule_on_that() -> None:
    text = LED.format(lead="easton-dph", rest=", basis: paper")
    text += PAPER.format(status="agreed", cover="{responsibility: falls, at: easton}", rest=", until: 2026-06-30")
    assert (ids(text, "AGR001"), ids(text, "AGR002")) == ([], ["AGR002@paper"])


def test_an_agreement_that_names_only_leads_who_have_gone_is_told() -> None:
    gone = "  old-lead: {title: Old lead, organisation: easton-council, until: 2026-06-30}\n"
    cover = "{responsibility: falls, at: easton, leads: old-lead}"
    text = gone + LED.format(lead="easton-dph", rest="") + PAPER.format(status="agreed", cover=cover, rest="")
    assert messages(text, "AGR001") == [
        "warning: Director of public health (Easton Council) leads on Falls prevention in Easton; "
        "Falls paper, which covers it, names nobody who is there on this day."
    ]
