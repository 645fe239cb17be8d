"""Every kind of report is PDF/UA-1: by an independent checker, and by its structure."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pytest

from rolemap.reports.content import KINDS
from rolemap.reports.formats.pdf import write
from tests.reports.formats import made
from tests.reports.worlds import example, figures

REPORTS = ("every block", "hostile", *KINDS)
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


@cache
def made_of(name: str) -> bytes:
    """Return a kind of report of Northshire, or one of the made-up documents, as PDF."""
    if name not in KINDS:
        return write(made.hostile() if name == "hostile" else made.every_block())
    found = figures(example("northshire"), name)
    assert found is not None
    return write(KINDS[name].build(found))


def structure(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the elements of the structure in the order they are read."""

    def walk(node: Any) -> Iterator[pikepdf.Dictionary]:
        if isinstance(node, pikepdf.Array):
            for one in node:
                yield from walk(one)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(pdf.Root.StructTreeRoot["/K"]))


def attributes(element: pikepdf.Dictionary, name: str) -> list[str]:
    """Return the values an attribute of an element has."""
    found: Any = element.get("/A", [])
    return [str(one[name]) for one in (found if isinstance(found, pikepdf.Array) else [found]) if name in one]


@pytest.mark.parametrize("name", REPORTS)
def test_the_structure_is_that_of_an_accessible_report(name: str) -> None:
    with pikepdf.open(io.BytesIO(made_of(name))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.get("/Title", "")) or b"dc:title" in pdf.Root.Metadata.read_bytes()
        assert all("/StructParents" in page and str(page.get("/Tabs")) == "/S" for page in pdf.pages)
        elements = structure(pdf)
        assert all(str(one.get("/Alt", "")).strip() for one in elements if str(one["/S"]) == "/Figure")
        heads = [one for one in elements if str(one["/S"]) == "/TH"]
        assert all(attributes(one, "/Scope") for one in heads)
        levels = [HEADINGS[str(one["/S"])] for one in elements if str(one["/S"]) in HEADINGS]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        kinds = {str(one["/S"]) for one in elements}
        assert not heads or {"/Table", "/THead", "/TBody", "/TR"} <= kinds
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if str(note.Subtype) == "/Link"]
        assert all(str(link.get("/Contents", "")).strip() for link in links)


@pytest.mark.parametrize("name", REPORTS)
def test_an_independent_checker_finds_nothing(name: str) -> None:
    report = page.validate_pdf_bytes(made_of(name), profile="ua1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.rules.total > 90


def test_the_checker_would_find_a_picture_without_words() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_of("every block"))) as pdf:
        for element in structure(pdf):
            if str(element["/S"]) == "/Figure":
                del element["/Alt"]
        pdf.save(out)
    assert not page.is_pdf_compliant_bytes(out.getvalue(), profile="ua1")
