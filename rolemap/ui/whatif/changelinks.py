"""Links to the page What if with a change set chosen that comes with a map, whichever map is in use."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from rolemap.ui import kept, state
from rolemap.ui.maps import MapFiles
from rolemap.ui.safe import markdown
from rolemap.ui.whatif import scenarios

PAGE = Path(__file__).parents[1] / "pages" / "whatif.py"


def links(map_files: MapFiles) -> None:
    """Show a link for each change set that comes with a map; nothing where none does."""
    for name, file in scenarios.shipped(map_files).items():
        st.page_link(
            PAGE,
            label=f"What if: {markdown(scenarios.title(name, file))}",
            icon=":material/alt_route:",
            query_params={kept.ONLY: kept.YES, state.MAP_IN_ADDRESS: map_files.id, state.SCENARIO: name},
        )
