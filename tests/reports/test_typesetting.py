from __future__ import annotations

import struct
from datetime import date

import pytest
import typst

from rolemap.reports.longwords import parted
from rolemap.reports.typesetting import dots, size, typeset, unshown

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'


def test_dots_have_the_shape_of_the_picture() -> None:
    png = dots(SVG)
    wide, high = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG")
    assert wide / high == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize(
    ("svg", "wanted"),
    [(SVG, (40, 20)), ("<svg viewBox='0 0 1 1'>", (4, 3)), ('<svg viewBox="0 0 0 9">', (4, 3)), ("", (4, 3))],
)
def test_the_size_of_a_picture(svg: str, wanted: tuple[float, float]) -> None:
    assert size(svg) == wanted


def test_a_source_that_is_wrong_says_so() -> None:
    with pytest.raises(typst.TypstError, match="unclosed"):
        typeset("#(", {}, date(2026, 7, 1))


def test_what_no_bundled_font_has() -> None:
    assert unshown("Plain words ✓ مرحبا שלום 😀", system=False) == frozenset()
    assert unshown("x 漢 \ue000", system=False) == {"漢", "\ue000"}
    assert unshown("👩\u200d⚕\ufe0f 漢 \u200b", system=False) == {"漢"}


@pytest.mark.parametrize(
    ("words", "room", "wanted"),
    [
        ("short words", 5, "short words"),
        ("responsibility x", 8, [["responsibility"], " x"]),
        ("an ABCDEFGHIJKL here", 6, ["an ", ["ABCDE", "FGHIJ", "KL"], " here"]),
        ("e\u0301" * 4, 5, [["e\u0301" * 2 + "e\u0301", "e\u0301"]]),
        ("a\tb", 3, "a    b"),
        ("", 3, ""),
    ],
)
def test_words_too_long_for_their_place(words: str, room: int, wanted: object) -> None:
    assert parted(words, room) == wanted


def test_a_path_is_broken_after_its_slashes_where_every_step_has_room() -> None:
    path = "configs/catalogues/england/responsibilities/health.yaml"
    assert parted(f"See {path}.", 24) == [
        "See ",
        ["configs/", "catalogues/", "england/", "responsibilities/", "health.yaml."],
    ]
    assert all("".join(one) == path for one in parted(path, 10) if isinstance(one, list))
    assert max(len(piece) for one in parted(path, 10) if isinstance(one, list) for piece in one) <= 10
