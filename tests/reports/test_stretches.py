"""Which sections of a report stand on turned pages."""

from __future__ import annotations

from rolemap.reports.blocks import Block, Bullets, Heading, Paragraph, text
from rolemap.reports.stretches import turned
from tests.reports.formats import made


def heads(blocks: tuple[Block, ...]) -> list[tuple[bool, list[str]]]:
    """Return of each stretch whether it is turned, with its headings."""
    return [(one.wide, [block.text for block in one.blocks if isinstance(block, Heading)]) for one in turned(blocks)]


WIDE = (Heading(1, "Wide"), made.wide_table())
LONG = (Heading(1, "Long"), Bullets(tuple(text(f"Item {at}") for at in range(30))))
SLIGHT = (Heading(1, "Slight"), Paragraph(text("Nothing is noticed.")))


def test_a_section_of_few_words_does_not_stand_alone_before_a_turned_page() -> None:
    assert heads((*LONG, *SLIGHT, *WIDE)) == [(False, ["Long"]), (True, ["Slight", "Wide"])]


def test_a_section_with_more_than_words_stays_upright() -> None:
    assert heads((*SLIGHT, *LONG, *WIDE)) == [(False, ["Slight", "Long"]), (True, ["Wide"])]
    assert heads((*WIDE, *SLIGHT, *LONG)) == [(True, ["Wide"]), (False, ["Slight", "Long"])]
