"""What if: choosing by search what ends, merges, moves, is split or falls vacant; and reading the same from an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from rolemap.graph import RoleGraph
from rolemap.model import Landscape
from rolemap.model.words import namer
from rolemap.ui import boxes, kept, state
from rolemap.ui.choosers import choose_one
from rolemap.ui.parties.partyview import subjects
from rolemap.ui.safe import markdown
from rolemap.ui.whatif.changefile import Chosen, holdings, section_of
from rolemap.ui.words import count

NAMES = (
    state.REMOVED,
    state.MERGED,
    state.INTO,
    state.VACATED,
    state.MOVED,
    state.MOVED_TO,
    state.SPLIT,
    state.SPLIT_ONE,
    state.SPLIT_OTHER,
    state.TAKEN,
)
"""The names in the address under which a choice is kept."""

PLACEHOLDER = "Type part of a name"
Read = Callable[[str], str]


def chosen(graph: RoleGraph, said: Read) -> Chosen:
    """Return the choice that an address says: `said` gives the text under a name. What the map does not know is dropped."""
    landscape, named = graph.landscape, subjects(graph)

    def many(name: str, known: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for one in kept.several(said(name)) if one in known))

    merged = many(state.MERGED, named)
    kinds = {section_of(landscape, id) for id in merged[:1]}
    bodies = {id: name for id, name in named.items() if id in landscape.organisations}
    split = said(state.SPLIT) if said(state.SPLIT) in bodies else ""
    return Chosen(
        removed=many(state.REMOVED, named),
        merged=tuple(id for id in merged if section_of(landscape, id) in kinds),
        into=said(state.INTO)[: kept.MOST_TEXT],
        vacated=many(state.VACATED, filled(graph)),
        moved=many(state.MOVED, posts(graph)),
        moved_to=said(state.MOVED_TO) if said(state.MOVED_TO) in bodies else "",
        split=split,
        parts=(said(state.SPLIT_ONE)[: kept.MOST_TEXT], said(state.SPLIT_OTHER)[: kept.MOST_TEXT]),
        taken=many(state.TAKEN, takeable(landscape, split)) if split else (),
    )


def posts(graph: RoleGraph) -> dict[str, str]:
    """Return the posts that can be chosen, by id, with their names."""
    return {id: name for id, name in subjects(graph).items() if id in graph.landscape.roles}


def filled(graph: RoleGraph) -> dict[str, str]:
    """Return the posts that somebody is in."""
    return {id: name for id, name in posts(graph).items() if not graph.landscape.roles[id].vacant}


def takeable(landscape: Landscape, split: str) -> dict[str, str]:
    """Return what the second body of a split can take, by id, with names that say what it is."""
    name = namer(landscape)
    return {id: name(id) for id in holdings(landscape, split)}


def kept_choice(graph: RoleGraph) -> Chosen:
    """Return what is chosen: on this page, on an earlier one, or in the address."""
    named = subjects(graph)
    for name in (state.REMOVED, state.MERGED, state.VACATED, state.MOVED, state.MOVED_TO, state.SPLIT):
        kept.note_unknown(name, tuple(one for one in kept.several(kept.text(name)) if one not in named))
    return chosen(graph, kept.text)


def choosers(graph: RoleGraph) -> Chosen:
    """Show what can be changed by search, and return what is chosen."""
    found, named = kept_choice(graph), subjects(graph)
    with st.grid(3, min_column_width=230, gap="small", key="what-if-filters") as grid:
        with grid.cell():
            _several("Remove", state.REMOVED, named, found.removed, "An organisation takes its posts with it.")
        with grid.cell():
            _merge(graph, found, named)
        with grid.cell():
            _several("Leave vacant", state.VACATED, filled(graph), found.vacated, "Posts with nobody in them.")
    number = len(found.moved) + bool(found.split)
    title = "Move posts, or split an organisation" + (f" ({count(number, 'choice')})" if number else "")
    with (
        st.expander(title, expanded=bool(number), icon=":material/call_split:"),
        st.grid(2, min_column_width=260, gap="small", key="more-filters") as grid,
    ):
        with grid.cell():
            _move(graph, found, named)
        with grid.cell():
            _split(graph, found, named)
    if found.joined != found.merged:
        title = markdown(graph.landscape.title(found.split))
        st.caption(f"{title} is to be split, so it is not merged as well. Take it out of one of the two.")
    return found


def _several(label: str, key: str, named: Mapping[str, str], value: tuple[str, ...], help_: str) -> None:
    boxes.give(key, list(value))
    boxes.name_again(key, named)
    st.multiselect(
        label,
        list(named),
        key=key,
        format_func=named.__getitem__,
        placeholder=PLACEHOLDER,
        help=help_ or None,
        select_all=False,
        filter_mode="contains",
        wrap=True,
    )


def _text(label: str, key: str, value: str, placeholder: str) -> None:
    boxes.give(key, value)
    st.text_input(label, key=key, placeholder=placeholder, max_chars=120)


def _merge(graph: RoleGraph, found: Chosen, named: Mapping[str, str]) -> None:
    sort = {section_of(graph.landscape, id) for id in found.merged[:1]}
    options = {id: name for id, name in named.items() if not sort or section_of(graph.landscape, id) in sort}
    _several(
        "Merge", state.MERGED, options, found.merged, "Two or more organisations, or two or more posts, become one."
    )
    if found.merged:
        _text("Into one called", state.INTO, found.into, "A name for it")


def _move(graph: RoleGraph, found: Chosen, named: Mapping[str, str]) -> None:
    bodies = {id: name for id, name in named.items() if id in graph.landscape.organisations}
    _several("Move posts", state.MOVED, posts(graph), found.moved, "What they lead on goes with them.")
    if found.moved or found.moved_to:
        choose_one("To the organisation", state.MOVED_TO, bodies, PLACEHOLDER)


def _split(graph: RoleGraph, found: Chosen, named: Mapping[str, str]) -> None:
    bodies = {id: name for id, name in named.items() if id in graph.landscape.organisations}
    meaning = "In two. Both keep its area, unless it has several: then the areas can be shared out too."
    choose_one("Split an organisation", state.SPLIT, bodies, PLACEHOLDER, meaning=meaning)
    if found.split:
        _several(
            "The second takes",
            state.TAKEN,
            takeable(graph.landscape, found.split),
            found.taken,
            "The first takes the rest.",
        )
        _text("The first is called", state.SPLIT_ONE, found.parts[0], "A name for it")
        _text("The second is called", state.SPLIT_OTHER, found.parts[1], "A name for it")
