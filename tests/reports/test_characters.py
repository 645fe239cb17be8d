"""Characters a format cannot hold are replaced visibly and named; everything else comes back as it was."""

from __future__ import annotations

import re

from rolemap.reports.blocks import Callout, Document, plain
from rolemap.reports.characters import holdable
from tests.reports.formats import made


def words(document: Document) -> str:
    return "\n".join(plain(cell) for table in document.tables for row in table.rows for cell in row)


def test_a_document_without_such_characters_is_the_same_value() -> None:
    document = made.every_block()
    assert holdable(document) is document


def test_such_characters_are_replaced_and_named_in_a_note() -> None:
    document = made.hostile()
    held = holdable(document)
    missing = sorted(
        set(
            re.findall(
                "[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", words(document)
            )
        )
    )
    note = held.blocks[-1]
    assert isinstance(note, Callout)
    assert missing
    assert all(f"U+{ord(character):04X}" in note.runs[0].text for character in missing)
    assert words(held) == re.sub(f"[{''.join(missing)}]", "\ufffd", words(document))
    words(held).encode()


def test_what_a_format_cannot_hold_is_its_own_choice() -> None:
    held = holdable(made.every_block(), re.compile("S"))
    assert "�ummary" in [heading.text for heading in held.headings]
    assert "U+0053" in held.blocks[-1].runs[0].text  # type: ignore[union-attr]
