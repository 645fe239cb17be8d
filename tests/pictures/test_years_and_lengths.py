"""Agreements on a line of years, numbers beside each other, and pictures framed as files that stand alone."""

from __future__ import annotations

import io
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rolemap.pictures.charts import Bar, bars
from rolemap.pictures.heat import heat
from rolemap.pictures.lengths import Length, lengths
from rolemap.pictures.svg import framed
from rolemap.pictures.years import Stretch, span, years
from rolemap.reports.typesetting import dots
from tests.pictures.test_svg import NASTY, SVG, read, said

ON = date(2026, 7, 1)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
STRETCHES = st.builds(
    Stretch,
    name=st.text(max_size=60),
    start=st.none() | DAYS,
    until=st.none() | DAYS,
    signed=st.lists(DAYS, max_size=3).map(tuple),
    review=st.none() | DAYS,
    stands=st.booleans(),
)


@given(st.lists(STRETCHES, max_size=5), DAYS)
def test_any_days_lie_on_the_line(found: list[Stretch], on: date) -> None:
    whole = span(on, found)
    assert 2 <= len(whole.years) <= 10
    for day in (on, *(day for one in found for day in one.days)):
        assert 0 <= whole.share(day) <= 1.4, "the last year there is may be cut"
    root = read(years(on, found))
    names = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert [word for word in names if word.isdigit()][: len(whole.years)] == [str(year) for year in whole.years]


def test_a_line_of_years_tells_what_stands_and_what_does_not() -> None:
    found = [
        Stretch("Charter", date(2025, 1, 1), date(2027, 1, 1), (date(2025, 2, 1),), date(2026, 1, 1)),
        Stretch("Draft", date(2026, 1, 1), None, stands=False),
    ]
    root = read(years(ON, found))
    assert {"Charter", "Draft", "in force", "not in force", "signed", "review", "the day shown"} <= set(said(root))
    dashed = [one for one in root.iter(f"{SVG}rect") if one.get("stroke-dasharray")]
    assert len(dashed) == 2, "the draft, and its sample in the legend"
    charter, draft = list(root.iter(f"{SVG}rect"))[1:3]
    assert float(charter.attrib["width"]) > float(draft.attrib["width"]) * 0.5
    assert len(list(root.iter(f"{SVG}path"))) == 4, "signed and review, each once and once in the legend"


def test_what_has_no_beginning_is_open_at_the_left_and_a_review_begins_nothing() -> None:
    found = [
        Stretch("Old", None, date(2030, 3, 31)),
        Stretch("Draft", None, None, review=date(2028, 1, 1), stands=False),
    ]
    samples = len(list(read(years(ON, [])).iter(f"{SVG}rect")))
    root = read(years(ON, found))
    drawn = list(root.iter(f"{SVG}rect"))
    assert len(drawn) - samples == 1, "the draft has only its mark"
    now = next(root.iter(f"{SVG}line"))
    bar = drawn[1]
    left, wide = float(bar.attrib["x"]), float(bar.attrib["width"])
    assert left < float(now.attrib["x1"]) < left + wide


def test_the_longest_bar_is_the_largest_number_and_one_is_marked_in_words() -> None:
    root = read(lengths([Length("Easton", 40), Length("Westby", 10, own=True), Length(NASTY, 0)]))
    widths = [float(one.attrib["width"]) for one in root.iter(f"{SVG}rect")][1:]
    assert widths[0] == pytest.approx(4 * widths[1], rel=0.01)
    assert len(widths) == 2
    assert {"40", "10", "0", "Westby (this one)"} <= set(said(root))
    read(lengths([]))


PICTURES = {
    "years": years(ON, [Stretch(NASTY, date(2025, 1, 1), None)]),
    "lengths": lengths([Length(NASTY, 3)]),
    "heat": heat([NASTY, "Other"], [[0, 3], [3, 0]]),
    "bars": bars([Bar(NASTY, {"clear": 2, "gap": 1}, "67%")]),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_framed_picture_keeps_every_word_and_opens_elsewhere(name: str) -> None:
    source = framed(PICTURES[name], f"A map, as at 1 July 2026. {NASTY}")
    root = ElementTree.fromstring(source)
    [inner] = root.findall(f"{SVG}svg")
    assert [one.text for one in inner.iter(f"{SVG}text")] == [
        one.text for one in ElementTree.fromstring(PICTURES[name]).iter(f"{SVG}text")
    ]
    assert not list(root.iter(f"{SVG}script"))
    assert any("as at 1 July 2026" in (one.text or "") for one in root.findall(f"{SVG}text"))
    assert float(root.attrib["width"]) == float(inner.attrib["width"]) + 40
    with Image.open(io.BytesIO(dots(source))) as image:
        assert image.format == "PNG"
        shape = float(root.attrib["height"]) / float(root.attrib["width"])
        assert image.height / image.width == pytest.approx(shape, rel=0.02)
        grey = image.convert("L")
        assert grey.getpixel((2, 2)) == 255
        assert (grey.getextrema() or (255,))[0] < 120
