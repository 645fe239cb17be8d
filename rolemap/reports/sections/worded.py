"""Words that differ: the contested terms of the glossary, each meaning beside those who use it."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.words import listed, namer
from rolemap.model import Definition, Term
from rolemap.reports.blocks import Block, Column, Paragraph, Table, Text, text
from rolemap.reports.figures import Figures
from rolemap.reports.sections.signing import remark
from rolemap.reports.words import link

MOST_WORDS = 40
"""How many words are named before their table."""


def words(figures: Figures) -> Iterator[Block]:
    """Yield the contested terms with their meanings side by side, none of them ours."""
    terms = [term for term in figures.landscape.glossary.values() if _differs(term)]
    if not terms:
        yield Paragraph(text("No word with more than one meaning is recorded."))
        return
    name = namer(figures.graph)
    yield Paragraph(
        text(
            f"People use these words for different things: {listed((one.title or one.id for one in terms), MOST_WORDS)}. "
            "The meanings stand side by side; none is preferred."
        )
    )
    yield Table(
        name="Words",
        caption="Words and their meanings",
        columns=(
            Column("Word", 1.3),
            Column("What it is taken to mean", 4),
            Column("Used by", 1.6),
            Column("Source", 1.6, detail=True),
        ),
        rows=tuple(
            (
                text(term.title or term.id),
                text(one.text),
                text(listed((f"{name(id)}{remark(figures.graph, id)}" for id in one.used_by), 6) or "Not recorded"),
                _source(figures, one),
            )
            for term in terms
            for one in term.definitions
        ),
        aside=True,
    )


def _differs(term: Term) -> bool:
    """Return whether a term has more than one meaning and is contested, by its own word or by who uses which."""
    return len(term.definitions) > 1 and (term.contested or len({one.used_by for one in term.definitions}) > 1)


def _source(figures: Figures, one: Definition) -> Text:
    known = (figures.landscape.sources.get(source) for source in one.source)
    titles = [found.title if found else source for source, found in zip(one.source, known, strict=True)]
    said = "; ".join(titles)
    return (link(said or one.url, one.url),) if said or one.url else ()
