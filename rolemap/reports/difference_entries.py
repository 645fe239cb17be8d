"""What became of agreements, organisations, posts and other entries between two graphs, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from rolemap.changes import Became, Comparison, EntryChange
from rolemap.model import Agreement, Organisation, Role
from rolemap.model.words import counted, day, listed

Name = Callable[[str], str]

NOUNS = {
    "organisations": "organisation",
    "roles": "post",
    "agreements": "agreement",
    "responsibilities": "responsibility",
    "areas": "area",
    "objectives": "objective",
    "funding": "fund",
}
FIELDS = {
    "start": "first day",
    "until": "last day",
    "accountable_to": "lines of accountability",
    "organisations": "organisation",
    "areas": "area",
    "within": "surrounding area",
    "delegates": "delegation",
    "signed": "signatures",
    "signed_on": "date of signing",
    "needs_lead_at": "levels that need a lead",
    "needs_lead_in": "areas that need a lead",
    "needs_lead_where": "bodies whose areas need a lead",
    "covers": "scope",
    "funding": "money",
    "part_of": "larger responsibility",
}
"""Fields whose own name says too little."""


def entry_lines(comparison: Comparison, sections: tuple[str, ...], name: Name) -> Iterator[str]:
    """Yield sentences on entries of some sections that ended, are new or changed, in this order."""
    told = {one.agreement for one in comparison.broken}
    found = [one for one in comparison.entries if one.section in sections]
    with_body: dict[tuple[str, ...], list[str]] = {}
    for one in found:
        if one.became is Became.ENDED:
            after = one.after
            if isinstance(after, Role) and not (after.until and after.until < comparison.new.on):
                with_body.setdefault(after.organisations, []).append(comparison.new.landscape.title(one.id))
            else:
                yield _ended(comparison, one, name)
    for organisations, posts in with_body.items():
        bodies = listed(map(name, organisations))
        verb = "ends" if len(posts) == 1 else "end"
        yield f"With {bodies} {verb} {counted(len(posts), 'post')}: {listed(sorted(posts), 12)}."
    new_posts: dict[tuple[str, ...], list[str]] = {}
    for one in found:
        if one.became is Became.ADDED:
            after = one.after
            if isinstance(after, Role) and after.organisations:
                new_posts.setdefault(after.organisations, []).append(comparison.new.landscape.title(one.id))
            else:
                yield _added(one, name)
    for organisations, posts in new_posts.items():
        said = listed(sorted(posts), 12)
        yield f"New in {listed(map(name, organisations))}: {counted(len(posts), 'post')}: {said}."
    for one in found:
        if one.became is Became.CHANGED and not (one.id in told and one.fields == ("parties",)):
            yield f"{_called(one, name)}: {'; '.join(_field(one, field, name) for field in one.fields)}."


def _called(one: EntryChange, name: Name) -> str:
    return f"“{name(one.id)}”" if isinstance(one.before or one.after, Agreement) else name(one.id)


def _ended(comparison: Comparison, one: EntryChange, name: Name) -> str:
    after = one.after
    if after is None:
        return f"{_called(one, name)} ({NOUNS[one.section]}) is no longer on the map."
    when = f" on {day(after.until)}" if after.until and after.until < comparison.new.on else ""
    became = [id for id in after.becomes if id in comparison.new.view.active] if isinstance(after, Organisation) else []
    into = f" and becomes {listed(map(name, became))}" if became else ""
    return f"{_called(one, name)} ends{when}{into}."


def _added(one: EntryChange, name: Name) -> str:
    start = one.after.start if one.after else None
    when = f" from {day(start)}" if start else ""
    between = ""
    if isinstance(one.after, Agreement) and one.after.parties:
        between = f" between {listed(map(name, one.after.parties), 4)}"
    return f"{_called(one, name)} ({NOUNS[one.section]}) is new{between}{when}."


def _field(one: EntryChange, field: str, name: Name) -> str:
    """Return what became of one field: from what to what where that is short, else only that it changed."""
    word = FIELDS.get(field, field.replace("_", " "))
    was, now = getattr(one.before, field), getattr(one.after, field)
    if field in ("name", "title"):
        return f"it was called “{was}”"
    if isinstance(was, bool):
        return f"{word}: {'yes' if now else 'no'}"
    if isinstance(was, str | date | float | None) and isinstance(now, str | date | float | None):
        return f"{word} was {_plain(was, name)} and is {_plain(now, name)}"
    if isinstance(was, tuple) and all(isinstance(item, str) for item in (*was, *now)):
        without = listed(name(id) for id in sorted(set(was) - set(now)))
        new = listed(name(id) for id in sorted(set(now) - set(was)))
        if without and new:
            return f"{word}: {new} instead of {without}"
        return f"{word}: with {new}" if new else f"{word}: without {without}"
    return f"its {word} changed"


def _plain(value: str | date | float | None, name: Name) -> str:
    if value is None or value == "":
        return "not given"
    if isinstance(value, date):
        return day(value)
    return name(value) if isinstance(value, str) else f"{value:g}"
