"""What is chosen in a widget, kept in the address and from page to page: by id, where Streamlit would keep the words shown."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from urllib.parse import quote, unquote, urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from rolemap.ui import boxes

ONLY = "only"
"""In an address: choose what it names and nothing else, whatever was chosen before. Taken out once it is done."""

YES = "yes"
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The days that can be chosen."""

MOST_TEXT, MOST_WORDS = 200, 100
"""The characters a text box takes, and one in which words are searched for."""

_KEPT, _WRITTEN = "kept-", "written-"
_BEFORE, _OWN = "choices_before", "choice_made_here"
_ARRIVED, _ADDRESS = "address_of_arrival", "address_as_written"
_UNKNOWN = "unknown_in_link"


def begin(page: str, *others: str) -> None:
    """Note at the start of a run whether somebody just chose something on the page: then the address may lag behind it.

    The browser tells its address with every click, and what this session wrote last may not have arrived there yet: it is
    no link then. `others` are keys of the session that are chosen too.
    """
    before: tuple[str, dict[str, str]] | None = st.session_state.get(_BEFORE)
    now = _choices(others)
    linked = ONLY in st.query_params or gone_back()
    then = before[1] if before and before[0] == page else None
    boxes.begin(page)
    if linked or then is None:
        st.session_state.pop(_UNKNOWN, None)
    st.session_state[_OWN] = (
        then is not None and not linked and any(now.get(name, text) != text for name, text in then.items())
    )


def part_runs() -> bool:
    """Return whether only a part of the page runs, because something was chosen in it."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def begin_part() -> None:
    """Note at the start of a run of a part that somebody just chose something: its address may lag and is no link."""
    st.session_state[_OWN] = True
    boxes.begin_part()
    if _ARRIVED in st.session_state:
        st.session_state[_ADDRESS] = st.session_state.pop(_ARRIVED)


def begin_address(came: bool) -> None:
    """Note at the start of a run of a whole page that nothing has been written into its address yet.

    In the first run of a page that somebody `came` to from another, what is written is kept for `arrived`; not where the
    browser went back, which has the address already.
    """
    st.session_state[_ADDRESS] = {}
    if gone_back():
        st.session_state.pop(_ARRIVED, None)
    elif came:
        st.session_state[_ARRIVED] = {}


def arrived() -> tuple[str, str] | None:
    """Return the address that the browser has and the one a page come to should have, after their `?`; or else None."""
    written: dict[str, str] | None = st.session_state.pop(_ARRIVED, None)
    if written is None:
        return None
    st.session_state[_ADDRESS] = written
    was = st.query_params.to_dict()
    return urlencode(was), urlencode({name: text for name, text in {**was, **written}.items() if text})


def end(page: str, *others: str) -> None:
    """Note at the end of a run what is chosen, for `begin`."""
    boxes.end()
    st.session_state[_BEFORE] = (page, _choices(others))


def _choices(others: Iterable[str]) -> dict[str, str]:
    names = [key.removeprefix(_KEPT) for key in map(str, st.session_state) if key.startswith(_KEPT)]
    return {name: _as_text(st.session_state[name]) for name in (*names, *others) if name in st.session_state}


def linked(name: str) -> str:
    """Return what a link says under a name: what the address has and this session did not put there; empty if nothing."""
    named = st.query_params.get(name, "")
    return "" if st.session_state.get(_OWN) or named == st.session_state.get(_WRITTEN + name) else named


def keep(name: str, known: Container[str]) -> str:
    """Give the widget `name` its value before it is shown, and return it: from a link, or chosen here or on an earlier page.

    A value that is not `known` is dropped.
    """
    found = _kept(name)
    note_unknown(name, () if found in known else (found,))
    boxes.give(name, found if found in known else None)
    return found if found in known else ""


def text(name: str) -> str:
    """Return what is chosen under a name as the address says it: from a link, or chosen here or on an earlier page."""
    return _kept(name)


def keep_text(name: str, most: int = MOST_TEXT) -> str:
    """Give the text box `name` its value, of `most` characters, before it is shown, and return it, as `keep` does."""
    found = _kept(name)[:most]
    boxes.give(name, found)
    return found


def keep_many(name: str, known: Container[str]) -> tuple[str, ...]:
    """Give the widget `name`, of which several can be chosen, its values before it is shown, and return those `known`."""
    named = tuple(dict.fromkeys(several(_kept(name))))
    found = tuple(one for one in named if one in known)
    note_unknown(name, tuple(one for one in named if one not in known))
    boxes.give(name, list(found))
    return found


def keep_flag(name: str) -> bool:
    """Give the switch `name` its value before it is shown, and return it."""
    named = _kept(name)
    note_unknown(name, () if named in (YES, "", "no") else (named,))
    boxes.give(name, named == YES)
    return named == YES


def keep_day(name: str, first: date, latest: date = LATEST) -> date:
    """Give the date box `name` its value before it is shown, and return it; `first` where none is chosen.

    No day is before `EARLIEST` or after `latest`: a map may hold days that no box shows.
    """
    found = min(max(_day(name) or first, EARLIEST), latest)
    boxes.give(name, found)
    return found


def keep_day_if_any(name: str) -> date | None:
    """Give the date box `name`, which may stay empty, its value before it is shown, and return it."""
    day = _day(name)
    found = day and min(max(day, EARLIEST), LATEST)
    boxes.give(name, found)
    return found


def _day(name: str) -> date | None:
    named = _kept(name)
    found: date | None
    try:
        found = date.fromisoformat(named)
    except ValueError:
        found = None
    if found is not None and not EARLIEST <= found <= LATEST:
        found = None
    note_unknown(name, () if found or not named else (named,))
    return found


def note_unknown(name: str, values: tuple[str, ...]) -> None:
    """Note which of the values that a link gives under a name are not known, so that the page can say so; none: all are."""
    if linked(name):
        noted: dict[str, tuple[str, ...]] = st.session_state.setdefault(_UNKNOWN, {})
        noted[name] = values


def unknown() -> dict[str, tuple[str, ...]]:
    """Return what the link to the open page asks for and what is not known here, by name; it stays while the page does."""
    noted: dict[str, tuple[str, ...]] = st.session_state.get(_UNKNOWN, {})
    return {name: values for name, values in noted.items() if values}


def remember(*names: str) -> None:
    """Put what is chosen under these names into the address, so that a link opens it, and keep it for later pages."""
    remember_as({name: _as_text(st.session_state.get(name)) for name in names})


def remember_as(texts: dict[str, str]) -> None:
    """Put these texts into the address under their names, in one step, and keep them for later pages; empty is left out."""
    for name, text in texts.items():
        st.session_state[_KEPT + name] = st.session_state[_WRITTEN + name] = text
    write_address(texts)


def write_address(texts: dict[str, str]) -> None:
    """Put these texts into the address under their names in one step, and take out those that are empty."""
    written: dict[str, str] | None = st.session_state.get(_ARRIVED)
    if written is not None:
        written.update(texts)
        return
    known: dict[str, str] = st.session_state.setdefault(_ADDRESS, {})
    known.update(texts)
    # The browser tells the address it has with each choice: what a run wrote that another cut short is not in it.
    now = {name: text for name, text in known.items() if text and st.query_params.get(name) != text}
    if now:
        st.query_params.update(now)
    for name, text in known.items():
        if not text:
            st.query_params.pop(name, None)


def leave(*names: str) -> None:
    """Take these names out of the address; what was chosen under them stays for when it is asked for again."""
    write_address(dict.fromkeys(names, ""))


def said(*names: str) -> dict[str, str]:
    """Return what is chosen under these names, as an address says it; without those under which nothing is."""
    found = {name: _as_text(st.session_state.get(name)) for name in names}
    return {name: text for name, text in found.items() if text}


def forget(*names: str) -> None:
    """Choose nothing under these names from the next run on."""
    for name in names:
        st.session_state.pop(name, None)
        st.session_state[_KEPT + name] = ""
        st.session_state[_WRITTEN + name] = st.query_params.get(name, "")


def start_again(besides: str = "") -> None:
    """Choose nothing but what the address names, on this page and on others; what is under `besides` stays."""
    for key in [key for key in map(str, st.session_state) if key.startswith(_KEPT)]:
        name = key.removeprefix(_KEPT)
        if name != besides:
            st.session_state.pop(name, None)
            st.session_state[key] = st.session_state[_WRITTEN + name] = ""


def gone_back() -> bool:
    """Return whether this run is due to the browser's Back or Forward: then the address holds all there was."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def several(text: str) -> tuple[str, ...]:
    """Return the values in the part of an address that stands for several; the reverse of `as_one`."""
    return tuple(unquote(part) for part in text.split(",") if part)


def as_one(values: Iterable[object]) -> str:
    """Return several values as one text for the address: with commas between, and commas within written as `%2C`."""
    return ",".join(quote(str(value), safe=" /:@!$&'()*+;=?-._~") for value in values)


def _kept(name: str) -> str:
    named = linked(name)
    if named:
        return named
    if name in st.session_state:
        return _as_text(st.session_state[name])
    found: str = st.session_state.get(_KEPT + name, "")
    return found


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple):
        return as_one(value)
    if isinstance(value, bool):
        return YES if value else ""
    return value.isoformat() if isinstance(value, date) else str(value or "")
