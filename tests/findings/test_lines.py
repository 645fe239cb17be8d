"""Lines of accountability followed to their end, without a copy of thousands of posts for each of them."""

from __future__ import annotations

import pytest

from rolemap.findings import lines as module
from rolemap.findings.lines import Lines
from tests.worlds import build


def posts(lines: dict[str, str]) -> str:
    return "organisations: {council: {name: Council}}\nroles:\n" + "".join(
        f"  {id}: {{title: {id}, accountable_to: [{{role: {to}}}]}}\n" for id, to in lines.items()
    )


def test_all_in_a_ring_share_one_answer() -> None:
    number = 300
    ring = {f"r{n}": f"r{(n + 1) % number}" for n in range(number)}
    lines = Lines(build(posts({**ring, "deputy": "r0", "chief": "council"})))
    assert lines.reached("r0") is lines.reached("r299")
    assert lines.reached("r0") == ring.keys()
    assert lines.reached("deputy") == {*ring, "deputy"}
    assert lines.reached("chief") == {"chief", "council"}
    assert lines.reached("council") == {"council"}


def test_a_line_that_goes_on_and_on_is_followed_a_long_way_and_few_answers_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_FOLLOWED", 50)
    monkeypatch.setattr(module, "MOST_KEPT", 20)
    chain = {f"r{n}": f"r{n + 1}" for n in range(100)}
    lines = Lines(build(posts({**chain, "r100": "council"})))
    first = lines.reached("r0")
    assert first == {f"r{n}" for n in range(50)}
    assert "council" in lines.reached("r52")
    assert "council" not in lines.reached("r51")
    assert all(lines.reached(id) for id in chain)
    assert lines.reached("r0") == first
    assert lines.reached("r0") is not first
