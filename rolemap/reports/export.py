"""From figures to a file, for the command line and the app alike: what can be made, what it is called, and safe saving."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from rolemap.problems import did_you_mean
from rolemap.reports.blocks import Callout
from rolemap.reports.content import KINDS, title_of
from rolemap.reports.figures import Figures
from rolemap.reports.formats import Format

NOT_IN_NAMES = re.compile("[^a-z0-9]+")
IN_BRACKETS = re.compile(r" ?\([^()]*\)")

LONGEST = 60
"""The longest part of a file's name that comes from a map."""

MOST_IN_NAME = 2
"""How many levels, areas or pillars the name of a file names, each; of more it says how many they are."""


def choices(figures: Figures, kind: str) -> Mapping[str, str]:
    """Return the titles, by id, of what a report of this kind can be about; empty for one about the whole map."""
    landscape = figures.landscape
    about = KINDS[kind].about
    if about == "role":
        return {id: role.title for id, role in landscape.roles.items()}
    if about == "organisation":
        return {id: one.name for id, one in landscape.organisations.items()}
    return {id: one.title for id, one in landscape.agreements.items()} if about == "agreement" else {}


def unknown(figures: Figures, kind: str) -> str:
    """Return why a report of this kind cannot be made, as a sentence; empty if it can."""
    about = KINDS[kind].about
    if not about:
        return ""
    known = choices(figures, kind)
    if not figures.about:
        return f"A report of the kind {kind} is about one {about}: give its id."
    if figures.about in known:
        return ""
    return f'There is no {about} called "{figures.about}" in this map. {did_you_mean(figures.about, known)}'.strip()


def left_out(kind: str, only: Iterable[str] = (), without: Iterable[str] = ()) -> frozenset[str]:
    """Return the sections that are not wanted, from those that are (all, if none is named) and those that are not.

    Raises ValueError with a sentence if a report of this kind has no such section, or if none would be left.
    """
    known = KINDS[kind].sections
    only, without = frozenset(only), frozenset(without)
    for name in sorted((only | without) - known.keys()):
        if not known:
            raise ValueError(f"A report of the kind {kind} is always whole: no section can be chosen.")
        hint = did_you_mean(name, known) or f"Known: {', '.join(known)}."
        raise ValueError(f'There is no section "{name}". {hint}')
    found = without | (known.keys() - only if only else frozenset())
    if known and found >= known.keys():
        raise ValueError("No section is left: keep at least one.")
    return found


def export(figures: Figures, kind: str, form: Format) -> bytes:
    """Return a report in a format. Raises ValueError with a sentence if it cannot be made (see `unknown`)."""
    wrong = unknown(figures, kind)
    if wrong:
        raise ValueError(wrong)
    document = KINDS[kind].build(replace(figures, bulk=form.bulk))
    if all(isinstance(block, Callout) for block in document.blocks):
        raise ValueError(f"Nothing is left to write: none of the sections chosen has anything to say as {form.title}.")
    return form.write(document)


def file_name(figures: Figures, kind: str, form: Format) -> str:
    """Return a safe name for a report: the map, what it is limited to or about, the kind and the date, in plain letters.

    A report of a map with changes tried on it says so in its name, since it is of the same map and date as one without.
    What the map's title says in brackets is left out; of an agreement that is law it is a summary.
    """
    tried = "with changes" if figures.tried else ""
    title = title_of(figures, kind)
    said = kind if title == KINDS[kind].title else title
    parts = (
        without_brackets(figures.map_title),
        *_limits(figures),
        figures.about,
        said,
        tried,
        figures.graph.on.isoformat(),
    )
    return safe_name(parts, form.ending)


def without_brackets(title: str) -> str:
    """Return a map's title without what it says in brackets, if anything is left."""
    return IN_BRACKETS.sub("", " ".join(title.split())).strip() or title


def safe_name(parts: Iterable[str], ending: str) -> str:
    """Return the name of a file from texts that may say anything: plain letters and digits with hyphens, and the ending."""
    return "-".join(filter(None, map(_plain, parts))) + ending


def _limits(figures: Figures) -> Iterator[str]:
    """Yield what a report is limited to: the levels, areas and pillars by id, or how many where they are many."""
    wanted = figures.wanted
    for chosen, word in ((wanted.levels, "levels"), (wanted.areas, "areas"), (wanted.pillars, "pillars")):
        yield "-".join(sorted(chosen)) if len(chosen) <= MOST_IN_NAME else f"{len(chosen)}-{word}"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return NOT_IN_NAMES.sub("-", letters).strip("-")[:LONGEST].strip("-")


def save(content: bytes, path: Path) -> None:
    """Write a file whole or not at all. Raises OSError, and then leaves what was there before.

    A link is followed; what is no ordinary file (a device, a pipe) is written to and stays what it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.close()
            _open_to_others(temporary, path)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _open_to_others(temporary: Path, path: Path) -> None:
    """Give the file the rights of the one it replaces, or those that new files get here."""
    if path.exists():
        rights = path.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        rights = 0o666 & ~mask
    temporary.chmod(rights)
