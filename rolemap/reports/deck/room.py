"""What of a report stands on slides, and what stands together there, before it is shared out by the slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from rolemap.reports.blocks import Block, Bullets, Fillable, Heading, Paragraph, Table, Text, text
from rolemap.reports.deck.body import Slide, ToFill, Words
from rolemap.reports.deck.tables import ELSEWHERE
from rolemap.reports.numbering import ranges

MOST_NAMED = 10
"""How many parts that are left out the last slide names."""

FEW_TO_FILL = 2
"""So many things to fill in have a slide each; more of them stand together."""

Part = Block | Words | ToFill
"""What slides are made of."""


def name_of(heading: Heading) -> str:
    """Return a heading with its number."""
    return f"{heading.number} {heading.text}".strip()


def gathered(blocks: Iterable[Block | ToFill]) -> Iterator[Part]:
    """Yield what slides show, with paragraphs and bullets that follow each other put together."""
    items: list[tuple[Text, bool]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            items.append((block.runs, False))
        elif isinstance(block, Bullets):
            items += [(item, True) for at, item in enumerate(block.short or block.items) if at not in block.aside]
            items += [(_others([block.items[at] for at in sorted(block.aside)]), True)] if block.aside else []
        elif not (isinstance(block, Table) and block.bulk):
            if items:
                yield Words(tuple(items))
                items = []
            yield block
    if items:
        yield Words(tuple(items))


def _others(items: Sequence[Text]) -> Text:
    """Return how many items are left out, and where they are; by number where each begins with one in bold."""
    numbers = [item[0].text.strip() for item in items if item and item[0].bold]
    named = f": {', '.join(ranges(numbers))};" if len(numbers) == len(items) else ","
    return text(f"and {len(items)} more{named} in {ELSEWHERE}")


def for_a_room(blocks: Iterable[Block]) -> tuple[list[Block | ToFill], list[Slide]]:
    """Return the blocks without the parts that are a detail, and a last slide that says which those are, if any.

    What is to be filled in stands together (see `ToFill`).
    """
    kept: list[Block] = []
    left: dict[str, list[str]] = {}
    parts: Counter[str] = Counter()
    under, section = 0, ""
    for block in blocks:
        if isinstance(block, Heading):
            section = name_of(block) if block.level == 1 else section
            parts[section] += block.level == 2
            if not under or block.level <= under:
                under = block.level if block.detail else 0
                if block.detail:
                    left.setdefault(section, []).append(name_of(block))
        if not under:
            kept.append(block)
    return list(_together(_without_bare(kept, left))), list(_left_out(left, parts))


def _left_out(left: Mapping[str, Sequence[str]], parts: Mapping[str, int]) -> Iterator[Slide]:
    said = [
        names[0] if len(names) == 1 else f"{one}: {len(names)} of {parts[one]} parts" for one, names in left.items()
    ]
    more = [f"and {len(said) - MOST_NAMED} more"] if len(said) > MOST_NAMED else []
    items = [(text(one), True) for one in (*said[:MOST_NAMED], *more)]
    if said:
        body = Words(((text(f"For these parts see {ELSEWHERE}:"), False), *items))
        yield Slide("In the report, not on these slides", "", body)


def _without_bare(blocks: Sequence[Block], left: Container[str]) -> list[Block]:
    """Return the blocks without the headings of sections of which nothing else is kept."""
    after = [*blocks, Heading(0, "")][1:]
    return [
        block
        for block, follows in zip(blocks, after, strict=True)
        if not (isinstance(block, Heading) and name_of(block) in left and _ends(block, follows))
    ]


def _ends(heading: Heading, follows: Block) -> bool:
    return isinstance(follows, Heading) and follows.level <= heading.level


def _together(blocks: Sequence[Block]) -> Iterator[Block | ToFill]:
    """Yield the blocks with all that is to be filled in together, where the last of it stood, if it is much."""
    asked = [at for at, block in enumerate(blocks) if isinstance(block, Fillable)]
    if len(asked) <= FEW_TO_FILL:
        yield from blocks
        return
    under, items, others = "", [], []
    for at, block in enumerate(blocks):
        under = name_of(block) if isinstance(block, Heading) else under
        if isinstance(block, Fillable):
            items.append((under, block.label))
        elif at < asked[-1]:
            others.append(block)
    after = list(blocks[asked[-1] + 1 :])
    ends = next((at for at, block in enumerate(after) if isinstance(block, Heading) and block.level == 1), len(after))
    yield from _without_bare([*others, *after[:ends]], {under for under, _ in items})
    yield ToFill(tuple(items))
    yield from after[ends:]
