"""Maps: open an example, upload files, see what is wrong with them, take the files of the map in use away."""

import streamlit as st

from rolemap.ui import mapcards, maps, state

st.title("Maps", anchor=False)
if maps.opened():
    st.header("Opened from a folder", anchor=False)
    mapcards.folder()

st.header("Examples", anchor=False)
mapcards.examples()

st.header("Open your own", anchor=False)
mapcards.uploader()
refused = state.refused()
if refused:
    mapcards.problems(refused)
mapcards.uploaded_maps()

st.header("The map in use", anchor=False)
mapcards.download()
mapcards.licences()
