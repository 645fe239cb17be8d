"""The one home of page state: the chosen map, the date, the filters and what is selected.

Choices live in the session and, but for uploads, in the address, so that a link opens the same view.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap, Problem
from rolemap.reading.files import SourceFile
from rolemap.ui import cached, kept, maps
from rolemap.ui.filters import Filters, FindingFilters
from rolemap.ui.maps import MapFiles

CHOSEN = "chosen_map"
UPLOADS = "uploads"
REFUSED = "refused_upload"
MISSING = "map_not_open"
PAGE = "page_that_is_open"
OPEN = "open_square"
MAP_IN_ADDRESS = "map"
SQUARE_IN_ADDRESS = "square"

ON = "on"
TEXT, PILLAR, LEVEL, AREA, STATE = "find", "pillar", "level", "area", "state"
ORGANISATION, DOMAIN, STATUTORY = "organisation", "domain", "statutory"
PICK_RESPONSIBILITY, PICK_AREA = "pick_responsibility", "pick_area"
THEME, SEVERITY, ACCEPTED = "theme", "severity", "accepted"
PICK_KEYS = (PICK_RESPONSIBILITY, PICK_AREA)
FOCUS, EACH = "focus", "each"
PICKED = "picked_shape"
SHAPE_IN_ADDRESS = "shape"

SEARCH, MISSED, WHY = "search", "missed", "why"
PARTY = "party"
AGREEMENT, AGREED, AGREEMENT_TYPE, BETWEEN, DUE = "agreement", "agreed", "kind", "between", "due"
CONTESTED, USED_BY = "contested", "used-by"
REMOVED, MERGED, INTO, VACATED, SCENARIO, WHAT_IF_ON = "remove", "merge", "into", "vacate", "scenario", "what-if-on"
MOVED, MOVED_TO, SPLIT, SPLIT_ONE, SPLIT_OTHER, TAKEN = "move", "to", "split", "part-one", "part-two", "takes"
CHANGES_VIEW, ONE_SIDE, OTHER_SIDE = "changes", "a", "b"
COMPARED, OTHER_MAP, OTHER_ON, OTHER_SCENARIO = "compare", "with", "then", "after"
ONE_PLACE, OTHER_PLACE = "one", "other"
REPORT, ABOUT, FORMAT, LEFT_OUT = "report", "about", "format", "leave-out"
SINCE, SINCE_ON, SINCE_MAP, CHANGED = "since", "since-on", "since-map", "changed"
VIEW, SIDE_BY_SIDE, BODY, OTHER_BODY, PAIR = "view", "across", "body", "other_body", "pair"
GROUND, DIFFER = "ground", "differ"


@dataclass(frozen=True, slots=True)
class Refused:
    """An upload that could not be read: its files and every problem. The map in use stays in use."""

    names: tuple[str, ...]
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def chosen_map() -> MapFiles:
    """Return the map in use: chosen here, or named in the address, or the first there is. Raises InvalidMap.

    Where the address names a map that is not open here, `missing_map` says so from then on.
    """
    id = st.session_state.get(CHOSEN) or st.query_params.get(MAP_IN_ADDRESS, "")
    uploads: dict[str, MapFiles] = st.session_state.get(UPLOADS, {})
    if id in uploads:
        return uploads[id]
    known = maps.known()
    if id and id not in known:
        st.session_state[MISSING] = id
    id = id if id in known else known[0]
    st.session_state[CHOSEN] = id
    return cached.example(id)


def chosen_id() -> str:
    """Return the id of the map in use, which may be one that cannot be read."""
    try:
        return chosen_map().id
    except InvalidMap:
        return st.session_state[CHOSEN] or ""


def missing_map() -> str:
    """Return the id of the map that a link named and that is not open here; empty where there is none."""
    found: str = st.session_state.get(MISSING, "")
    return found


def begin(page: str) -> None:
    """Do at the start of a run of a page what its address asks for."""
    kept.begin_address(came=st.session_state.get(PAGE, page) != page)
    st.session_state[PAGE] = page
    kept.begin(page, OPEN, PICKED)
    follow_link()


def end(page: str) -> None:
    """Note at the end of a run of a page what is chosen on it."""
    kept.end(page, OPEN, PICKED)


def end_part() -> None:
    """Note at the end of a run of a part of the page that is open what is chosen on it."""
    end(st.session_state[PAGE])


def follow_link() -> None:
    """Choose what the address names and nothing else, where it asks for that or the browser went back."""
    only = kept.ONLY in st.query_params
    if not only and not kept.gone_back():
        return
    kept.start_again(besides=SEARCH)
    close_square()
    pick_shape("")
    first = maps.known()[0]
    named = st.query_params.get(MAP_IN_ADDRESS, "" if only else first)
    if named and named != st.session_state.get(CHOSEN):
        st.session_state[CHOSEN] = named
        st.session_state.pop(MISSING, None)
    if only:
        kept.leave(kept.ONLY, *((MAP_IN_ADDRESS,) if named == first else ()))


def choose_map(id: str) -> None:
    """Use another map from the next run on; filters, selection and change set of the old one are dropped."""
    if id != st.session_state.get(CHOSEN):
        clear_filters()
        close_square()
        pick_shape("")
        kept.forget(SCENARIO, OTHER_SCENARIO)
    st.session_state[CHOSEN] = id
    st.session_state.pop(MISSING, None)


def remember_in_address(map_files: MapFiles) -> None:
    """Put the map in use into the address, so that a link opens it, for as long as it is open here."""
    if kept.gone_back():
        return
    named = missing_map() or (map_files.id if map_files.id != maps.known()[0] else "")
    kept.write_address({MAP_IN_ADDRESS: named})


def uploads() -> tuple[MapFiles, ...]:
    """Return the maps uploaded in this session, newest first."""
    return tuple(reversed(st.session_state.get(UPLOADS, {}).values()))


def take_upload(parts: list[tuple[str, bytes]]) -> None:
    """Read uploaded files, (name, bytes) each, and use them as the map; if they cannot be read, keep the problems."""
    st.session_state.pop(REFUSED, None)
    found = keep_upload(parts) if parts else None
    if isinstance(found, Refused):
        st.session_state[REFUSED] = found
    elif found:
        choose_map(found.id)


def keep_upload(parts: list[tuple[str, bytes]]) -> MapFiles | Refused:
    """Read uploaded files, (name, bytes) each, keep the map beside the one in use, and return it, or what is wrong."""
    files = tuple(SourceFile(name, data) for name, data in parts)
    try:
        found = maps.uploaded(parts)
        files = found.files
        cached.landscape(found)
    except InvalidMap as invalid:
        return Refused(tuple(name for name, _ in parts), files, invalid.problems)
    st.session_state[UPLOADS] = {**st.session_state.get(UPLOADS, {}), found.id: found}
    return found


def refused() -> Refused | None:
    """Return the last upload if it could not be read."""
    found: Refused | None = st.session_state.get(REFUSED)
    return found


def on() -> date:
    """Return the date the map is read as at."""
    found: date | None = st.session_state.get(ON)
    return found or date.today()


def analysis() -> Analysis:
    """Return the analysis of the map in use as at the chosen date. Raises InvalidMap."""
    return cached.analysis(chosen_map(), on())


def filters() -> Filters:
    """Return the filters as they stand."""
    value = st.session_state.get
    return Filters(
        pillars=tuple(value(PILLAR) or ()),
        levels=tuple(value(LEVEL) or ()),
        areas=tuple(value(AREA) or ()),
        states=tuple(value(STATE) or ()),
        organisations=tuple(value(ORGANISATION) or ()),
        domains=tuple(value(DOMAIN) or ()),
        statutory=bool(value(STATUTORY)),
        differ=bool(value(DIFFER)),
        text=(value(TEXT) or "").strip(),
    )


def finding_filters() -> FindingFilters:
    """Return the filters of findings as they stand."""
    value = st.session_state.get
    return FindingFilters(tuple(value(THEME) or ()), tuple(value(SEVERITY) or ()), bool(value(ACCEPTED)))


def clear_filters() -> None:
    """Take every filter away, and the focus of the picture."""
    for key in (PILLAR, LEVEL, AREA, STATE, ORGANISATION, DOMAIN, THEME, SEVERITY):
        st.session_state[key] = []
    st.session_state[TEXT] = ""
    for key in (STATUTORY, ACCEPTED, EACH, DIFFER):
        st.session_state[key] = False
    st.session_state[FOCUS] = None


def open_square() -> tuple[str, str] | None:
    """Return the responsibility and area of the open square, chosen here or named in the address; None if none is."""
    responsibility, at, area = open_name().partition("@")
    return (responsibility, area) if at else None


def open_name() -> str:
    """Return the open square as `responsibility@area`, or an empty text."""
    found: str = st.session_state.get(OPEN, "")
    return found


def follow_address() -> None:
    """Open the square a link names: one in the address that this session did not put there itself."""
    _follow(SQUARE_IN_ADDRESS, OPEN)


def _follow(name: str, key: str) -> None:
    named = kept.linked(name)
    if named:
        st.session_state[key] = st.session_state[f"written-{name}"] = named


def show_square(named: str) -> None:
    """Open the square `responsibility@area`, or close it where the text is empty."""
    st.session_state[OPEN] = named


def link_to_square(named: str) -> dict[str, str]:
    """Return the part of an address that opens a square of the map in use."""
    return link_to(SQUARE_IN_ADDRESS, named)


def close_square() -> None:
    """Close the open square and empty the boxes that open one by name."""
    st.session_state[OPEN] = ""
    for key in PICK_KEYS:
        st.session_state.pop(key, None)


def remember_square() -> None:
    """Put the open square into the address, so that a link opens it again."""
    kept.remember_as({SQUARE_IN_ADDRESS: open_name()})


def focus_on(key: str) -> None:
    """Make the picture about one node of the graph (`role/easton-dph`) from the next run on, as a link would."""
    st.query_params[FOCUS] = key


def follow_shape() -> None:
    """Choose the shape a link names, once in the run of a whole page: while only the picture runs, the address may lag."""
    _follow(SHAPE_IN_ADDRESS, PICKED)


def picked_shape() -> str:
    """Return the key of the shape chosen in the picture; empty if none is."""
    found: str = st.session_state.get(PICKED, "")
    return found


def pick_shape(key: str) -> None:
    """Choose a shape of the picture by its key, or none where the text is empty."""
    st.session_state[PICKED] = key


def remember_picture() -> None:
    """Put the focus and the chosen shape into the address, so that a link opens them again."""
    kept.remember_as({FOCUS: st.session_state.get(FOCUS) or "", SHAPE_IN_ADDRESS: picked_shape()})


def link_to(name: str, value: str) -> dict[str, str]:
    """Return the part of an address that opens something of the map in use; the first example needs no naming."""
    id = chosen_map().id
    return {name: value} if id == maps.known()[0] else {name: value, MAP_IN_ADDRESS: id}
