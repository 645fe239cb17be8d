"""A report inside the page: its web page in a frame of its own, which can reach neither the app nor a network."""

from __future__ import annotations

from rolemap.ui.element import element

OUTWARD = (b'<a href="http', b'<a target="_blank" href="http')
"""Links to other sites open beside the app: in the frame they would take the place of the preview."""

_component = element("preview", '<div class="preview"></div>')


def show(page: bytes, title: str) -> None:
    """Show a report, written as a web page by `reports.formats.html`; `title` names the frame to those who cannot see it."""
    _component(key="preview", data={"page": page.replace(*OUTWARD).decode(), "title": title})
