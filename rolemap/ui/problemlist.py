"""Problems of a map that cannot be read, as people need them to put it right: where, what, how, and the line itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolemap.exchange.tables import csv_text
from rolemap.problems import Problem
from rolemap.reading.files import SourceFile
from rolemap.ui.maps import line_of
from rolemap.ui.safe import Html, html, joined

HEADER = ("File", "Line", "Column", "What is wrong", "How to put it right", "Line in the file")
MOST_IN_LIST = 50


def rows(
    problems: Iterable[Problem], files: Sequence[SourceFile]
) -> list[tuple[str, int | None, int | None, str, str, str]]:
    """Return a row for each problem: file, line, column (None where the whole file is meant), sentence, hint, text."""
    return [
        (
            problem.place.file,
            problem.place.line or None,
            problem.place.column or None,
            problem.sentence,
            problem.hint,
            line_of(files, problem.place).strip(),
        )
        for problem in problems
    ]


def as_csv(problems: Iterable[Problem], files: Sequence[SourceFile]) -> str:
    """Return the problems as CSV."""
    lines = (["" if cell is None else str(cell) for cell in row] for row in rows(problems, files))
    return csv_text(HEADER, lines)


def as_list(problems: Sequence[Problem], files: Sequence[SourceFile]) -> Html:
    """Return the problems as an HTML list, each with the offending line; at most `MOST_IN_LIST`, saying how many more."""
    items = [_item(problem, files) for problem in problems[:MOST_IN_LIST]]
    left = len(problems) - len(items)
    more = html("<p>{left} more are in the table and its download.</p>", left=f"{left:,}") if left else ""
    return html('<ol class="rm-problems">{items}</ol>{more}', items=joined(items), more=more)


def as_alert(said: str, problems: Sequence[Problem], files: Sequence[SourceFile]) -> Html:
    """Return what cannot be done in a sentence, with the problems under it, which is read out at once."""
    listed = as_list(problems, files)
    return html('<div class="rm-alert" role="alert"><strong>{said}</strong>{listed}</div>', said=said, listed=listed)


def _item(problem: Problem, files: Sequence[SourceFile]) -> Html:
    place = problem.place
    where = f"{place.file}, line {place.line}, column {place.column}" if place.line else place.file
    text = line_of(files, place)
    shown = html("<pre><code>{mark}</code></pre>", mark=_marked(text, place.column)) if text.strip() else ""
    also = ", ".join(f"{other.file}, line {other.line}" for other in problem.related)
    return html(
        "<li><p><code>{where}</code></p><p><strong>{sentence}</strong> {hint}</p>{shown}{also}</li>",
        where=where,
        sentence=problem.sentence,
        hint=problem.hint,
        shown=shown,
        also=html('<p class="rm-quiet">See also {also}</p>', also=also) if also else "",
    )


def _marked(text: str, column: int) -> str:
    """Return the line with a mark under the column."""
    if not 0 < column <= len(text) + 1:
        return text
    lead = "".join("\t" if character == "\t" else " " for character in text[: column - 1])
    return f"{text}\n{lead}^"
