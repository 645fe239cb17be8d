from __future__ import annotations

import pytest

from tests.findings.easton import END, found, ids, messages

ROLE = "  {id}: {{title: {title}, organisation: easton-council, accountable_to: [{{role: {to}, how: {how}}}]{rest}}}\n"


def role(id: str, to: str, how: str = "line", rest: str = "") -> str:
    return ROLE.format(id=id, title=id.title(), to=to, how=how, rest=rest)


def test_a_circle_of_two_is_one_finding_with_both_lines() -> None:
    assert found(role("beta", "alpha") + role("alpha", "beta"), "ACC002") == [("ACC002@alpha", [END + 2, END + 1])]


def test_a_circle_of_three_is_told_as_a_way_round() -> None:
    text = role("alpha", "beta") + role("beta", "gamma") + role("gamma", "alpha")
    assert messages(text, "ACC002") == ["warning: Alpha answers to Beta, who answers to Gamma, who answers to Alpha."]


def test_a_role_that_answers_to_itself_is_a_circle() -> None:
    assert messages(role("alpha", "alpha"), "ACC002") == ["warning: Alpha answers to itself."]


def test_two_circles_are_two_findings() -> None:
    text = role("alpha", "beta") + role("beta", "alpha") + role("gamma", "delta") + role("delta", "gamma")
    assert ids(text, "ACC002") == ["ACC002@alpha", "ACC002@delta"]


@pytest.mark.parametrize(
    "text",
    [
        role("alpha", "beta") + role("beta", "easton-dph"),
        role("alpha", "beta") + role("beta", "alpha", how="dotted"),
        role("alpha", "beta") + role("beta", "alpha", rest=", until: 2026-06-30"),
        role("alpha", "beta") + role("beta", "alpha", rest=", status: proposed"),
        role("alpha", "easton-council") + role("beta", "easton-council"),
    ],
)
def test_chains_dotted_lines_and_roles_not_in_force_are_silent(text: str) -> None:
    assert ids(text, "ACC002") == []


def test_lines_of_different_kinds_are_a_prompt() -> None:
    text = role("alpha", "beta") + role("beta", "alpha", how="professional")
    assert messages(text, "ACC002") == ["prompt: Alpha answers to Beta, who answers to Alpha."]


def test_a_long_circle_names_a_few_and_counts_the_others() -> None:
    number = 300
    ring = "".join(role(f"post-{n:03}", f"post-{(n + 1) % number:03}") for n in range(number))
    [message] = messages(ring, "ACC002")
    assert message.startswith("warning: Post-000 answers to Post-001, who answers to Post-002,")
    assert message.endswith("who answers to 293 others one after the other, who answers to Post-000.")
    [(_, lines)] = found(ring, "ACC002")
    assert len(lines) == 100
