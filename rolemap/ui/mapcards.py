"""The maps to choose from, as cards with their health at a glance; the uploader and what it says about bad files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import streamlit as st

from rolemap.model import Landscape
from rolemap.model.words import listed
from rolemap.pipeline import Analysis
from rolemap.problems import InvalidMap
from rolemap.reading.catalogues import CONFIGS
from rolemap.reading.files import SourceFile
from rolemap.reading.limits import MIB, UPLOAD
from rolemap.ui import cached, glance, maps, problemlist, state
from rolemap.ui.maps import MapFiles
from rolemap.ui.safe import html, markdown
from rolemap.ui.state import Refused
from rolemap.ui.whatif import changelinks
from rolemap.ui.words import count

UPLOAD_KEY = "upload"
MOST_NAMED = 4
"""How many files a sentence names before it counts the rest."""

HEADING = re.compile(r"^(#+ )", re.MULTILINE)
LEADS = Path(__file__).parent / "pages" / "leads.py"


def folder() -> None:
    """Show a card for the folder the app was started with, or what is wrong with it."""
    st.caption("The app was started with this map. It is read again whenever its files change.")
    files: tuple[SourceFile, ...] = ()
    try:
        found = cached.example(maps.OPENED)
        files = found.files
        cached.landscape(found)
        _cards([found])
    except InvalidMap as invalid:
        st.html(problemlist.as_list(invalid.problems, files))


def examples() -> None:
    """Show a card for each shipped example."""
    _cards([found for id in maps.examples() if (found := _readable(id))])


def _readable(id: str) -> MapFiles | None:
    try:
        return cached.example(id)
    except InvalidMap:
        return None


def uploaded_maps() -> None:
    """Show a card for each map uploaded in this session, newest first."""
    found = state.uploads()
    if found:
        if state.chosen_id() == found[0].id and not state.refused():
            _opened(found[0])
            st.page_link(LEADS, label="See who leads on what", icon=":material/arrow_forward:")
        st.subheader("Your uploads", anchor=False)
        st.caption("They stay until you reload or close this tab. Nothing is stored.")
        _cards(list(found))


def _opened(map_files: MapFiles) -> None:
    landscape = cached.landscape(map_files)
    name = markdown(landscape.info.name)
    if landscape.responsibilities or landscape.roles or landscape.organisations:
        st.success(f"**{name}** is open.", icon=":material/check:")
    else:
        st.warning(
            f"**{name}** is open, and its files say nothing yet: no responsibility, role or organisation. If you expected "
            "more, see whether these are the files you meant.",
            icon=":material/draft:",
        )


def _cards(found: list[MapFiles]) -> None:
    in_use = state.chosen_id()
    with st.grid(
        3, min_column_width=310, border=True, key=f"cards-{found[0].id if found else ''}-{len(found)}"
    ) as grid:
        for map_files in found:
            with grid.cell():
                _card(map_files, in_use=map_files.id == in_use)


def _card(map_files: MapFiles, *, in_use: bool) -> None:
    try:
        analysis = cached.analysis(map_files, state.on())
    except InvalidMap as invalid:
        st.html(
            html(
                "<h3>{id}</h3><p>This map cannot be read: {many}.</p>",
                id=map_files.id,
                many=count(len(invalid.problems), "problem"),
            )
        )
        return
    info = analysis.landscape.info
    st.html(
        html(
            '<div class="rm-map"><h3>{title}</h3><p class="rm-quiet">{area}</p><p>{purpose}</p>{bar}<p>{health}</p></div>',
            title=info.name,
            area=_area(analysis.landscape),
            purpose=_sentence(info.purpose),
            bar=glance.bar(analysis.graph.cells),
            health=f"{glance.clarity(analysis.graph)} {_findings(analysis)}",
        )
    )
    if in_use:
        st.button("In use", key=f"use-{map_files.id}", disabled=True, icon=":material/check:", width="stretch")
    else:
        st.button(
            f"Open {markdown(info.name)}",
            key=f"use-{map_files.id}",
            on_click=state.choose_map,
            args=(map_files.id,),
            width="stretch",
        )
    changelinks.links(map_files)


def _sentence(text: str) -> str:
    return f"{text}." if text and not text.endswith((".", "!", "?")) else text


def _area(landscape: Landscape) -> str:
    area = landscape.areas.get(landscape.info.area)
    level = landscape.title(area.level) if area else ""
    return f"{area.name}, {level.lower()} level" if area and level else area.name if area else "No area named"


def _findings(analysis: Analysis) -> str:
    return f"{count(sum(1 for one in analysis.findings if one.accepted is None), 'finding')} to talk about."


def uploader() -> None:
    """Show the uploader: YAML files, or a ZIP archive of them."""
    st.file_uploader(
        "YAML files of one map, or a ZIP archive of its folder",
        type=["yaml", "yml", "zip"],
        accept_multiple_files=True,
        key=UPLOAD_KEY,
        on_change=_uploaded,
        max_upload_size=UPLOAD.map_bytes // MIB,
        help=f"At most {UPLOAD.map_bytes // MIB} MB and {UPLOAD.files} files. The map in use stays if yours cannot be read. "
        "A larger map is opened by starting the app with its folder: make run MAP=folder.",
    )
    said = replaced(_in_uploader())
    if said:
        st.info(markdown(said), icon=":material/swap_horiz:")


def replaced(names: Iterable[str]) -> str:
    """Return a sentence on the files of which the uploader holds several of one name, the last of which counts; or nothing."""
    twice = [name for name, number in Counter(names).items() if number > 1]
    if not twice:
        return ""
    takes = (
        "was uploaded more than once: the last one takes the place of those"
        if len(twice) == 1
        else ("were uploaded more than once: the last of each takes the place of those")
    )
    return f"{listed(twice, MOST_NAMED)} {takes} before it."


def _in_uploader() -> list[str]:
    return [file.name for file in st.session_state.get(UPLOAD_KEY) or ()]


def _uploaded() -> None:
    state.take_upload([(file.name, file.getvalue()) for file in st.session_state.get(UPLOAD_KEY) or ()])


def _how(refused: Refused) -> str:
    """Return what to do about files that cannot be read: with them still in the uploader, or gone from it."""
    if _in_uploader():
        return (
            "Put them right and upload them again: a file of the same name takes the place of the one before. One of "
            "another name is read beside it, so take the old one out of the list above with its ✕."
        )
    return (
        f"They are those of {listed(refused.names, MOST_NAMED)}, which you uploaded before and which the box above holds no "
        "longer. Put them right and upload all files of the map again."
    )


def problems(refused: Refused) -> None:
    """Show everything that is wrong with an upload, as a list and as a table."""
    many = count(len(refused.problems), "problem")
    st.html(
        html(
            '<div class="rm-alert" role="alert"><strong>Your files cannot be read yet: {many}.</strong> '
            "{how} {until}</div>",
            many=many,
            how=_how(refused),
            until=_until_then(),
        )
    )
    listed, tabled = st.tabs(["As a list", "As a table"])
    with listed:
        st.html(problemlist.as_list(refused.problems, refused.files))
    with tabled:
        frame = pd.DataFrame(problemlist.rows(refused.problems, refused.files), columns=list(problemlist.HEADER))
        st.dataframe(frame, hide_index=True, alt=f"{many} with file, line and column")
    st.download_button(
        f"Download {many} as CSV",
        problemlist.as_csv(refused.problems, refused.files).encode("utf-8-sig"),
        file_name="problems.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def _until_then() -> str:
    """Return in words which map stays in use."""
    try:
        return f"Until then “{cached.landscape(state.chosen_map()).info.title or 'the map before'}” stays in use."
    except InvalidMap:
        return "The map in use cannot be read either: choose another above."


def download() -> None:
    """Offer the files of the map in use as a ZIP archive, where they can be read."""
    try:
        map_files = state.chosen_map()
    except InvalidMap as invalid:
        st.html(problemlist.as_list(invalid.problems, ()))
        return
    st.download_button(
        f"Download {count(len(map_files.files), 'file')} as ZIP",
        maps.to_zip(map_files),
        file_name=f"{map_files.id}.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
        help="Change the files in any editor and upload them again.",
    )


def licences() -> None:
    """Show where the shipped data comes from and on what terms."""
    for folder in sorted((CONFIGS / "catalogues").iterdir()):
        text = folder / "LICENCES.md"
        if text.is_file():
            with st.expander("Where the shipped data comes from, and its licences", icon=":material/copyright:"):
                st.markdown(HEADING.sub(r"##\1", text.read_text(encoding="utf-8")))
