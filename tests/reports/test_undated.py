"""Zipped files say no time, and are otherwise as they were."""

from __future__ import annotations

import io
import zipfile

from rolemap.reports.formats import FORMATS
from rolemap.reports.undated import undated
from tests.reports.formats import made


def packed(day: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in (("a.xml", "<a/>"), ("folder/é.xml", "words " * 500)):
            entry = zipfile.ZipInfo(name, (*day, 12, 30, 0))
            entry.comment = b"a comment"
            archive.writestr(entry, words, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_two_days_give_the_same_bytes_and_nothing_else_changes() -> None:
    first, second = undated(packed((2026, 7, 1))), undated(packed((2031, 12, 24)))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("folder/é.xml").decode() == "words " * 500


def test_office_files_say_no_time_of_packing() -> None:
    for form in ("word", "slides", "excel"):
        with zipfile.ZipFile(io.BytesIO(FORMATS[form].write(made.every_block()))) as archive:
            assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}
