"""Pictures as SVG: well-formed for an XML parser, words escaped and inside, no script, no link, nothing loaded."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest

from rolemap.pictures import charts, static
from rolemap.pictures.charts import Bar, Line
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.pictures.handing import MOST, OTHERS, Handing, handings
from rolemap.pictures.palette import STATES
from tests.reports.worlds import HOSTILE, example, small

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>a</script> & "q" \' \x07\ufffe\ud800 ]]> &amp;'


def read(source: str) -> ElementTree.Element:
    root = ElementTree.fromstring(source)
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "rect", "text", "path", "line", "g", "title"}
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name or name == "style"]
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert root.attrib["viewBox"] == f"0 0 {width:g} {height:g}"
    for element in root.iter(f"{SVG}rect"):
        assert float(element.attrib["x"]) + float(element.attrib["width"]) <= width + 6, "nothing is clipped"
        assert float(element.attrib["y"]) + float(element.attrib["height"]) <= height + 6
    return root


def said(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("level", ["", "system", "place", "neighbourhood"])
def test_a_drawing_keeps_every_shape_line_and_word(level: str) -> None:
    drawing = draw(example("northshire").graph, Focus(levels=(level,) if level else ()))
    root = read(static.svg(drawing))
    words = said(root)
    for shape in drawing.shapes:
        assert all(line in words for line in shape.label.replace("  ", "\u00a0 ").split("\n") if line.strip())
    assert len(list(root.iter(f"{SVG}path"))) == len(drawing.lines)
    assert {band.name for band in drawing.bands} <= set(words)


def test_an_empty_map_and_a_hostile_map_are_drawn() -> None:
    for text in ("levels: {place: {name: Place}}\n", HOSTILE):
        root = read(static.svg(draw(small(text).graph)))
        assert root.tag == f"{SVG}svg"
        assert not list(root.iter(f"{SVG}script"))


def test_bars_write_every_count_and_share() -> None:
    counts = dict.fromkeys(STATES, 0) | {"clear": 3, "gap": 1}
    words = said(read(charts.bars([Bar("Place", counts, "75% (3 of 4)"), Bar(NASTY * 9, counts, "x")])))
    assert "75% (3 of 4)" in words
    assert "✓ 3 clear; ? 1 gap" in words


def test_the_parts_of_a_bar_are_its_shares() -> None:
    root = read(charts.bars([Bar("Place", {"clear": 3, "gap": 1}, "75%")]))
    clear, gap = [float(element.attrib["width"]) for element in root.iter(f"{SVG}rect")][1:]
    assert clear == pytest.approx(3 * gap, rel=0.01)


def test_squares_have_a_symbol_for_each_place_and_none_where_nothing_is() -> None:
    root = read(
        charts.squares(["Easton", NASTY], [Line("Falls", ("clear", "")), Line("Smoke " * 60, ("gap", "assumed"))])
    )
    symbols = [word for word in said(root) if word in {look.symbol for look in STATES.values()}]
    assert symbols == ["✓", "?", "≈"]
    read(charts.squares([], []))


def test_handings_gather_the_small_ones_and_lose_no_number() -> None:
    found = [Handing(f"Body {at}", f"Lead {at}", at % 2 == 0, at + 1) for at in range(MOST + 5)]
    root = read(handings(found))
    words = said(root)
    assert words.count(OTHERS) == 2
    numbers = [int(word) for word in words if word.isdigit()]
    assert sum(numbers) == sum(one.number for one in found)
    read(handings([]))
    read(handings([Handing(NASTY, NASTY * 20, True, 1)]))


def test_the_edges_of_boxes_of_a_handing_lie_within_the_picture() -> None:
    root = read(handings([Handing("Body", "Lead", True, 1)]))
    boxes = [one for one in root.iter() if one.tag.endswith("rect") and one.get("rx") == "5"]
    assert len(boxes) == 2
    for box in boxes:
        x, wide, edge = (float(box.get(key, "")) for key in ("x", "width", "stroke-width"))
        assert x - edge / 2 >= 0
        assert x + wide + edge / 2 <= float(root.get("width", ""))


def test_no_number_of_a_handing_hides_another_and_a_key_says_what_lines_mean() -> None:
    found = [Handing(f"Holder {at % 5}", f"Board {at % 3}", at % 2 == 0, at + 1) for at in range(12)]
    root = read(handings(found))
    boxes = [one for one in root.iter() if one.tag.endswith("rect") and one.get("height") == "17"]
    places = [(float(one.get("x", "")), float(one.get("y", ""))) for one in boxes]
    assert len(places) > 8
    near = [(a, b) for a, b in combinations(places, 2) if abs(a[0] - b[0]) < 26 and abs(a[1] - b[1]) < 17]
    assert near == []
    said = "".join(root.itertext())
    assert "neither on record" in said
    assert "reserved, or on law or instrument" in said
