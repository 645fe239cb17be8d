"""Saved views: a page with what is chosen on it, under a name, kept in the browser of the person who saved it.

A view is the page's address. Nothing of it is stored here: the component in the menu reads and writes the browser's own
storage and tells this session what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.navigation.page import Page

from rolemap.problems import InvalidMap
from rolemap.ui import cached, kept, maps, state
from rolemap.ui.element import element

KEY = "saved-views"
ASKED = "view_asked_for"
MOST_VIEWS = 100
MOST_NAME = 80
MOST_ADDRESS = 4000
MOST_PARTS = 60
NOT_KEPT = frozenset({kept.ONLY, "embed", "embed_options"})
"""How a page is opened, and not what is chosen on it; Streamlit refuses to be told the last two."""

FRAME = """
<details class="saved">
  <summary>Saved views <span class="many"></span></summary>
  <form class="new">
    <label for="name">Save what you see as</label>
    <input id="name" name="name" autocomplete="off">
    <button type="submit">Save this view</button>
  </form>
  <p class="note" hidden></p>
  <div class="status" role="status"></div>
  <div class="lists"></div>
</details>
"""

_component = element("saved", FRAME)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A page and what is chosen on it. `page` is the page's part of the address, `chosen` the rest, by name as text.

    `map` is the id of the map it was saved on; `digest` tells whether the files of that map are still the same.
    """

    name: str
    page: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    map: str = ""
    map_title: str = ""
    digest: str = ""


def views(page: str = "", any_map: bool = False) -> tuple[SavedView, ...]:
    """Return the saved views of a page (by its part of the address; empty: the first page), newest first.

    Only those saved on the map in use, unless `any_map`. Empty until the browser has said what it keeps.
    """
    here = state.chosen_map().id
    return tuple(one for one in _told() if one.page == page and (any_map or one.map == here))


def _told() -> Iterator[SavedView]:
    found = st.session_state.get(KEY) or {}
    said = found.get("views") or {}
    listed = said.get("views") if isinstance(said, Mapping) else None
    for one in listed[:MOST_VIEWS] if isinstance(listed, list) else []:
        view = read(one)
        if view is not None:
            yield view


def read(said: object) -> SavedView | None:
    """Return the view that a browser describes, or None where it is not one: whatever a browser sends may be made up."""
    if not isinstance(said, Mapping):
        return None
    texts = [said.get(name, "") for name in ("name", "page", "address", "map", "title", "digest")]
    if not all(isinstance(text, str) for text in texts):
        return None
    name, page, address, map, title, digest = texts
    if not name or len(name) > MOST_NAME or len(address) > MOST_ADDRESS:
        return None
    try:
        chosen = dict(parse_qsl(address.removeprefix("?"), max_num_fields=MOST_PARTS))
    except ValueError:
        return None
    chosen = {part: text for part, text in chosen.items() if part.lower() not in NOT_KEPT}
    return SavedView(name, page[:MOST_NAME], chosen, map[:MOST_NAME], title[:300], digest[:64])


def follow(pages: Mapping[str, Page]) -> None:
    """Go to the view that was asked for in the menu, if any. `pages` are all pages by their part of the address."""
    view: SavedView | None = st.session_state.pop(ASKED, None)
    if view is None or view.page not in pages:
        return
    address = {**view.chosen, state.MAP_IN_ADDRESS: view.map or state.chosen_map().id, kept.ONLY: kept.YES}
    st.switch_page(pages[view.page], query_params=address)


def show(pages: Mapping[str, Page], page: Page) -> None:
    """Show the saved views, and the box that saves this one, in the menu. `page` is the page that is open."""
    try:
        chosen = state.chosen_map()
        title = cached.landscape(chosen).info.name
    except InvalidMap:
        return

    def asked() -> None:
        st.session_state[ASKED] = read(st.session_state[KEY].get("open"))

    said = (st.session_state.get(KEY) or {}).get("views") or {}
    data: dict[str, Any] = {
        "page": page.url_path,
        "pages": {path: one.title for path, one in pages.items()},
        "map": {"id": chosen.id, "title": title, "digest": chosen.digest},
        "open": [*maps.known(), *(one.id for one in state.uploads())],
        "uploaded": maps.UPLOADED,
        "known": said.get("mark", "") if isinstance(said, Mapping) else "",
        "most": {"views": MOST_VIEWS, "name": MOST_NAME, "address": MOST_ADDRESS},
    }
    _component(key=KEY, data=data, on_open_change=asked, on_views_change=lambda: None)
