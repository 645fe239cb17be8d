"""The order in which levels and pillars stand: one for every page, report and picture."""

from __future__ import annotations

from rolemap.model import Pillar, in_order
from rolemap.pipeline import examine
from rolemap.reports.figures import Figures
from rolemap.reports.sections.health import groups
from rolemap.ui.filters import choices
from tests import worlds

WORLD = """\
map: {area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
pillars: {zebra: {name: Zebra}, mole: {name: Mole}, ant: {name: Ant}}
responsibilities:
  a: {title: A, pillar: ant, needs_lead_at: [place]}
  m: {title: M, pillar: mole, needs_lead_at: [place]}
  z: {title: Z, pillar: zebra, needs_lead_at: [place]}
"""


def test_order_comes_first_then_the_place_in_the_map_and_the_unknown_last() -> None:
    pillars = {
        one.id: one for one in (Pillar(id="z", name="Z"), Pillar(id="a", name="A"), Pillar(id="b", name="B", order=-1))
    }
    assert in_order(pillars, {"a", "b", "z", "y", ""}) == ("b", "z", "a", "", "y")


def test_pillars_without_an_order_stand_the_same_in_the_app_and_in_reports() -> None:
    analysis = examine(worlds.landscape(WORLD), worlds.DAY)
    written = ("zebra", "mole", "ant")
    assert choices(analysis.graph).pillars == written
    assert Figures(analysis).pillars == written
    assert [name for name, _ in groups(analysis.landscape, analysis.graph.needed, "pillar")] == ["Zebra", "Mole", "Ant"]
