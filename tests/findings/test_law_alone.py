"""What only a catalogue's statutory baseline says is no muddle: it raises gaps at most."""

from rolemap.pipeline import examine
from tests.worlds import DAY, landscape

TEXT = "map: {title: Greater Manchester by law alone, area: greater-manchester, uses: [england]}\n"
MAY_FIRE = {"GAP001", "GAP007", "GAP008"}
"""Open cells, pillars without any lead, and bodies that the law ends."""


def test_the_baseline_alone_raises_gaps_at_most() -> None:
    analysis = examine(landscape(TEXT), DAY)
    codes = {one.code for one in analysis.findings if one.code.startswith(("GAP", "OVL"))}
    assert "GAP001" in codes
    assert codes <= MAY_FIRE
    assert any(cell.leads for cell in analysis.graph.needed)
