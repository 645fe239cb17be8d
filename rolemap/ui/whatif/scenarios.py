"""Change sets from files: those shipped for an example, and one uploaded in this session."""

from __future__ import annotations

from datetime import date

import streamlit as st

from rolemap.changes import ChangeSet
from rolemap.model import Landscape
from rolemap.problems import InvalidMap, Problem
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.change_sets import read_change_files, title_in
from rolemap.reading.files import SourceFile
from rolemap.reading.limits import UPLOAD
from rolemap.ui import kept, state
from rolemap.ui.maps import MapFiles

UPLOADED = "uploaded-change-set"
REFUSED = "refused_change_set"
UPLOADER = "change-set-upload"


def shipped(map_files: MapFiles) -> dict[str, SourceFile]:
    """Return the change sets shipped for an example, by the names of their files; none for an upload."""
    folder = CONFIGS / "scenarios" / map_files.id
    if not map_files.shipped or not folder.is_dir():
        return {}
    return {path.stem: SourceFile(path.name, path.read_bytes()) for path in sorted(folder.glob("*.yaml"))}


def offered(map_files: MapFiles) -> dict[str, SourceFile]:
    """Return every change set that can be chosen for a map: the shipped ones and the one uploaded while it was in use."""
    found = shipped(map_files)
    uploaded = _uploaded().get(map_files.id)
    return {**found, uploaded.name: uploaded} if uploaded else found


def _uploaded() -> dict[str, SourceFile]:
    """Return the change sets uploaded in this session, by the ids of their maps."""
    found: dict[str, SourceFile] = st.session_state.get(UPLOADED, {})
    return found


def read(files: tuple[SourceFile, ...], landscape: Landscape, on: date) -> tuple[ChangeSet, ...]:
    """Return the change sets in these files, checked against the map. Raises InvalidMap with every problem."""
    return read_change_files(files, landscape, on, UPLOAD) if files else ()


def title(name: str, file: SourceFile) -> str:
    """Return what a change set is called in a list: the title it gives itself, or else the name of its file."""
    return _title(file.name, file.data) or name


@st.cache_resource(max_entries=64, show_spinner=False)
def _title(name: str, data: bytes) -> str:
    return title_in(SourceFile(name, data), UPLOAD)


def take_upload(landscape: Landscape, on: date) -> None:
    """Read the change set in the uploader and choose it; if it does not fit the map, keep the problems."""
    st.session_state.pop(REFUSED, None)
    file = st.session_state.get(UPLOADER)
    if file is None:
        return
    source = SourceFile(file.name, file.getvalue())
    try:
        read((source,), landscape, on)
    except InvalidMap as invalid:
        st.session_state[REFUSED] = (state.chosen_id(), source, invalid.problems)
        return
    st.session_state[UPLOADED] = {**_uploaded(), state.chosen_id(): source}
    st.session_state[state.SCENARIO] = source.name
    kept.forget(state.WHAT_IF_ON)


def refused() -> tuple[SourceFile, tuple[Problem, ...]] | None:
    """Return the last change set that could not be read for the map in use, with its problems."""
    found: tuple[str, SourceFile, tuple[Problem, ...]] | None = st.session_state.get(REFUSED)
    return found[1:] if found and found[0] == state.chosen_id() else None
