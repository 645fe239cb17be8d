"""What is kept between clicks: maps read and analysed, bounded, shared by everybody who looks at the same files."""

from __future__ import annotations

import gc
from datetime import date

import streamlit as st

from rolemap import pipeline
from rolemap.changes import ChangeSet
from rolemap.findings import check_settings
from rolemap.graph.together import Ground, together
from rolemap.model import Landscape
from rolemap.pictures.drawing import draw
from rolemap.pictures.focus import Focus
from rolemap.pictures.scene import Scene, scene
from rolemap.pictures.values import Drawing
from rolemap.pipeline import Analysis, examine
from rolemap.reading import read_files
from rolemap.reports.export import export
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.reports.over_time import Moment
from rolemap.reports.over_time import over_time as over_time_of
from rolemap.reports.whatif import WhatIf
from rolemap.search import Index, build_index, entries
from rolemap.ui import maps
from rolemap.ui.filters import Filters, matching
from rolemap.ui.leads.across import others
from rolemap.ui.leads.bonds import Seen
from rolemap.ui.maps import MapFiles

LARGE = 10_000
"""Squares: to look for garbage in a map of more takes so long that one waits for it."""


def example(id: str) -> MapFiles:
    """Return the files of a known map, read again if they have changed for a second. Raises InvalidMap."""
    return _example(id, _stamp(id))


@st.cache_resource(ttl=1, max_entries=16, show_spinner=False)
def _stamp(id: str) -> str:
    return maps.stamp(id)


@st.cache_resource(max_entries=16, show_spinner=False)
def _example(id: str, stamp: str) -> MapFiles:  # noqa: ARG001 - the stamp is part of the key
    return maps.example(id)


def landscape(map_files: MapFiles) -> Landscape:
    """Return what a map says. Raises InvalidMap with every problem."""
    return _landscape(map_files.digest, map_files)


@st.cache_resource(max_entries=16, show_spinner="Reading the map…")
def _landscape(digest: str, _map_files: MapFiles) -> Landscape:  # noqa: ARG001 - the digest is the key
    found = read_files(_map_files.files, _map_files.limits)
    check_settings(found)
    return found


def analysis(map_files: MapFiles, on: date) -> Analysis:
    """Return the analysis of a map as at a date. Raises InvalidMap with every problem."""
    return _analysis(map_files.digest, on, map_files)


@st.cache_resource(max_entries=32, show_spinner="Looking for gaps and overlaps…")
def _analysis(digest: str, on: date, _map_files: MapFiles) -> Analysis:  # noqa: ARG001 - the digest is the key
    found = examine(landscape(_map_files), on)
    if len(found.graph.cells) > LARGE:
        _set_aside()
    return found


def _set_aside() -> None:
    """Leave all there is now out of the search for what can be forgotten: else a click may wait a second for it.

    What an earlier call left out, such as a map that was read again since, is looked through first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def picture(map_files: MapFiles, on: date, focus: Focus) -> tuple[Drawing, Scene]:
    """Return the drawing of a map as at a date, and what the browser needs to show it. Raises InvalidMap."""
    return _picture(map_files.digest, on, focus, map_files)


@st.cache_resource(max_entries=64, show_spinner="Drawing the picture…")
def _picture(digest: str, on: date, focus: Focus, _map_files: MapFiles) -> tuple[Drawing, Scene]:  # noqa: ARG001 - the digest is the key
    drawn = draw(analysis(_map_files, on).graph, focus)
    return drawn, scene(drawn)


def what_if(map_files: MapFiles, change_sets: tuple[ChangeSet, ...], on: date) -> WhatIf:
    """Return a map with and without changes, both as at a day. Raises InvalidMap where the changes do not fit it."""
    return _what_if(map_files.digest, repr(change_sets), on, map_files, change_sets)


@st.cache_resource(max_entries=32, show_spinner="Working out what would change…")
def _what_if(digest: str, said: str, on: date, _map_files: MapFiles, _sets: tuple[ChangeSet, ...]) -> WhatIf:  # noqa: ARG001 - keys
    return WhatIf(_sets, analysis(_map_files, on), pipeline.what_if(landscape(_map_files), _sets, on), on)


def report(key: str, figures: Figures, kind: str, form: str) -> bytes:
    """Return a report in a format; `key` tells what the figures are of. Raises as `export` and the format do."""
    return _report(key, kind, form, figures)


@st.cache_resource(max_entries=24, show_spinner=False)
def _report(key: str, kind: str, form: str, _figures: Figures) -> bytes:  # noqa: ARG001 - the key stands for the figures
    return export(_figures, kind, FORMATS[form])


def over_time(
    map_files: MapFiles, days: tuple[date, ...], change_sets: tuple[ChangeSet, ...] = ()
) -> tuple[Moment, ...]:
    """Return how clear a map is on each of these days, after the change sets that have begun. Raises InvalidMap."""
    return _over_time(map_files.digest, days, repr(change_sets), map_files, change_sets)


@st.cache_resource(max_entries=32, show_spinner="Reading the map on each day…")
def _over_time(
    digest: str,  # noqa: ARG001 - a key
    days: tuple[date, ...],
    said: str,  # noqa: ARG001 - a key
    _map_files: MapFiles,
    _sets: tuple[ChangeSet, ...],
) -> tuple[Moment, ...]:
    return over_time_of(landscape(_map_files), days, _sets)


def index(map_files: MapFiles, on: date) -> Index:
    """Return the index of everything that can be found on a map as at a date. Raises InvalidMap."""
    return _index(map_files.digest, on, map_files)


@st.cache_resource(max_entries=8, show_spinner="Looking through the map…")
def _index(digest: str, on: date, _map_files: MapFiles) -> Index:  # noqa: ARG001 - the digest is the key
    found = analysis(_map_files, on)
    return build_index(entries(found.graph, found.findings))


def who_with_whom(map_files: MapFiles, on: date, filters: Filters, grounds: frozenset[Ground]) -> Seen:
    """Return who works with whom in the squares that some filters let through, on some grounds. Raises InvalidMap."""
    return _who_with_whom(map_files.digest, on, filters, grounds, map_files)


@st.cache_resource(max_entries=32, show_spinner="Counting who works with whom…")
def _who_with_whom(
    digest: str,  # noqa: ARG001 - the digest is the key
    on: date,
    filters: Filters,
    grounds: frozenset[Ground],
    _map_files: MapFiles,
) -> Seen:
    graph = analysis(_map_files, on).graph
    cells = matching(graph, filters)
    return Seen(graph, cells, grounds, together(graph, cells, grounds))


def most_apart(map_files: MapFiles, on: date, filters: Filters) -> list[tuple[str, int, int]]:
    """Return in which responsibilities most places stand otherwise than the others, as `others` does. Raises InvalidMap."""
    return _most_apart(map_files.digest, on, filters, map_files)


@st.cache_resource(max_entries=32, show_spinner="Comparing places…")
def _most_apart(digest: str, on: date, filters: Filters, _map_files: MapFiles) -> list[tuple[str, int, int]]:  # noqa: ARG001 - the digest is the key
    graph = analysis(_map_files, on).graph
    return others(graph, matching(graph, filters))
