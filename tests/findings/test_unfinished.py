"""Maps that are not finished are judged without a crash."""

from __future__ import annotations

import pytest

from rolemap.findings import grouped
from rolemap.pipeline import examine
from tests.worlds import DAY, landscape


@pytest.mark.parametrize("delivers", ["", ", delivers: b"])
def test_areas_without_a_level(delivers: str) -> None:
    areas = "".join(f"  a{n}: {{name: A{n}}}\n" for n in range(8))
    said = "".join(f"- {{responsibility: r, at: a{n}, leads: lead, basis: custom{delivers}}}\n" for n in range(6))
    text = (
        f"areas:\n{areas}roles: {{lead: {{title: L}}, b: {{title: B}}}}\n"
        f"responsibilities: {{r: {{title: R, needs_lead_in: [{', '.join(f'a{n}' for n in range(8))}]}}}}\n"
        f"assignments:\n{said}"
    )
    analysis = examine(landscape(text), DAY)
    assert {"GAP001@r@a6", "GAP001@r@a7"} <= {one.id for one in analysis.findings}
    assert all(one.message.endswith(".") for one in grouped(analysis.graph, analysis.findings))


def test_a_thousand_areas_one_in_another() -> None:
    areas = "".join(f"  a{n}: {{name: A, level: l{n % 3}, within: [a{n + 1}]}}\n" for n in range(1_500))
    levels = "levels: {l0: {name: A, order: 3}, l1: {name: B, order: 2}, l2: {name: C, order: 1}}\n"
    need = "responsibilities: {r: {title: R, needs_lead_in: [a7]}}\n"
    text = f"{levels}areas:\n{areas}  a1500: {{name: Z, level: l2}}\n{need}"
    assert [one.id for one in examine(landscape(text), DAY).findings] == ["GAP001@r@a7"]


def test_an_ending_has_the_same_id_in_whatever_order_the_lines_stand() -> None:
    lines = [
        "- {responsibility: r, at: e, leads: o, until: 2026-12-31}\n",
        "- {responsibility: x, at: e, leads: o, until: 2026-12-31}\n",
    ]
    head = (
        "areas: {e: {name: E}}\norganisations: {o: {name: O, until: 2026-12-31, area: e}}\n"
        "responsibilities: {r: {title: R, needs_lead_in: [e]}, x: {title: X, needs_lead_in: [e]}}\nassignments:\n"
    )
    both = [
        {one.id for one in examine(landscape(head + "".join(order)), DAY).findings if one.code == "GAP008"}
        for order in (lines, lines[::-1])
    ]
    assert both[0] == both[1] != set()
