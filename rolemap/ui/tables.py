"""Tables as HTML: each row headed by its first cell; where there is little room a row becomes a block of labelled lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolemap.ui.safe import Html, html, joined

MOST = 150
"""How many rows are shown before the rest are only counted; the download has them all."""

FEW = 5
"""Up to how many columns fit side by side on a tablet."""


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[object]], most: int = MOST) -> Html:
    """Return a table, every cell escaped unless it is `Html`; of more than `most` rows the first, and how many more.

    The roles say again what the elements are, since a browser forgets it of rows that are laid out as blocks.
    """
    more = html('<p class="rm-quiet">And {more} more; the download has them all.</p>', more=f"{len(rows) - most:,}")
    return html(
        '<div class="rm-fit"><table class="rm-rows{many}" role="table"><caption>{caption}</caption>'
        '<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>{more}',
        many=" rm-many" if len(head) > FEW else "",
        caption=caption,
        head=joined(html('<th scope="col" role="columnheader">{name}</th>', name=name) for name in head),
        rows=joined(_row(head, row) for row in rows[:most]),
        more=more if len(rows) > most else "",
    )


def _row(head: Sequence[str], row: Sequence[object]) -> Html:
    cells = joined(
        html('<td role="cell" data-label="{label}">{cell}</td>', label=label, cell=cell)
        for label, cell in zip(head[1:], row[1:], strict=True)
    )
    return html('<tr role="row"><th scope="row" role="rowheader">{first}</th>{cells}</tr>', first=row[0], cells=cells)


def bullets(items: Iterable[object]) -> Html:
    """Return a list, every item escaped unless it is `Html`; nothing for no items."""
    found = joined(html("<li>{item}</li>", item=item) for item in items)
    return html('<ul class="rm-list">{found}</ul>', found=found) if found else Html()


def section(title: str, *parts: object) -> Html:
    """Return a heading with what stands under it; nothing where there is nothing."""
    body = joined(parts)
    return html("<h3>{title}</h3>{body}", title=title, body=body) if body else Html()
