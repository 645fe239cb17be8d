"""The stand-alone picture: one HTML file that opens anywhere, loads nothing and runs nothing a map says.

PyVis writes the network; the rest makes its file safe (its version 0.3.2 loads Bootstrap from elsewhere, and would run
markup in a heading, in the ids of a select menu, and in a tooltip that holds "href"). So ids say nothing, tooltips are
set as text by our own script, every script is named by its hash in the content security policy, and all else is refused.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from rolemap.pictures.legend import legend
from rolemap.pictures.scene import Scene, scene, words
from rolemap.pictures.values import Drawing

LOADS = re.compile(r"""<link\b[^>]*href="https?:[^>]*>|<script\b[^>]*src="https?:[^>]*>\s*</script>""", re.IGNORECASE)
"""What PyVis would load from elsewhere."""

ASIDE = re.compile(r"<!-- <link.*?-->", re.DOTALL)
"""A remark in PyVis's page that holds a script."""

SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "hierarchical": {"enabled": False}},
    "interaction": {
        "hover": True,
        "navigationButtons": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "tooltipDelay": 150,
        "dragNodes": False,
        "selectConnectedEdges": True,
    },
    "nodes": {"shape": "box", "physics": False, "fixed": True},
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}},
}
"""How vis-network behaves: no physics, no dragging, everything where Python put it."""


def html(drawing: Drawing, caption: str = "") -> str:
    """Return the picture as the text of one HTML file in UTF-8, which works without a network.

    `caption` stands under its title in place of the sentence of the drawing.
    """
    found = scene(drawing)
    page = LOADS.sub("", ASIDE.sub("", _pyvis(found)))
    page = page.replace("<html>", '<html lang="en">', 1)
    page = page.replace("<body>", f"<body>\n{_head(drawing, caption or drawing.sentence)}", 1)
    page = page.replace("</body>", f"{_after(drawing, found)}\n</body>", 1)
    return page.replace('<meta charset="utf-8">', _meta(page, drawing), 1)


def _pyvis(found: Scene) -> str:
    """Return what PyVis writes for the scene, on light; titles are left to our own script."""
    # Imported here: PyVis brings IPython along, which takes a second.
    from pyvis.network import Network

    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    for node in found["nodes"]:
        network.add_node(node["id"], **_node(node))
    for edge in found["edges"]:
        network.add_edge(edge["from"], edge["to"], **_edge(edge))
    network.set_options(json.dumps(OPTIONS))
    return str(network.generate_html())


def _node(node: dict[str, Any]) -> dict[str, Any]:
    colours = {"background": node["fill"][0], "border": node["line"][0]}
    return {
        "label": node["label"],
        "shape": "box",
        "x": node["x"],
        "y": node["y"],
        "color": {**colours, "highlight": colours, "hover": colours},
        "font": {"color": node["text"][0], "size": node["size"], "face": "system-ui, 'DejaVu Sans', Arial, sans-serif"},
        "borderWidth": 1.4,
        "borderWidthSelected": 4,
        "margin": 4 if not node["bar"] else {"top": 9, "bottom": 4, "left": 4, "right": 4},
        "shapeProperties": {"borderRadius": node["radius"], "borderDashes": [6, 4] if node["dashed"] else False},
        "widthConstraint": {"minimum": node["width"] - 8},
        "heightConstraint": {"minimum": node["height"] - 8, "valign": "top" if node["bar"] else "middle"},
    }


def _edge(edge: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": edge["id"],
        "width": edge["width"],
        "dashes": edge["dashes"] or False,
        "color": {"color": edge["ink"][0], "highlight": edge["ink"][0], "hover": edge["ink"][0], "inherit": False},
        "arrows": {"to": {"enabled": edge["arrow"], "scaleFactor": 0.55}},
        **({"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.35}} if edge["arrow"] else {}),
        "selectionWidth": 1.5,
    }


def _head(drawing: Drawing, said: str) -> str:
    return f"<header><h1>{escape(drawing.title)}</h1><p>{escape(said)}</p></header>"


def _after(drawing: Drawing, found: Scene) -> str:
    """Return what follows the picture: the legend, the same in a table, and the script that completes the picture."""
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in words(drawing))
    table = f"<table><thead><tr><th>Who<th>What<th>Of what</tr></thead><tbody>{rows}</tbody></table>"
    kept = {key: found[key] for key in ("width", "height", "bands", "frames", "headings")}
    nodes = [{key: node[key] for key in NODE_FACTS} for node in found["nodes"]]
    titles = {one["id"]: one["title"] for one in (*found["nodes"], *found["edges"])}
    data = _in_script({**kept, "nodes": nodes, "titles": titles, "alt": f"{drawing.title}. {drawing.sentence}"})
    script = files("rolemap.pictures").joinpath("web", "paint.js").read_text("utf-8")
    finish = files("rolemap.pictures").joinpath("web", "standalone.js").read_text("utf-8")
    return (
        f'<section aria-label="Legend">{legend(drawing)}</section>'
        f"<details><summary>The same in words ({len(drawing.lines)} lines)</summary>{table}</details>"
        f'<script type="module">{script}\nconst DATA = {data};\n{finish}</script>'
    )


NODE_FACTS = ("id", "x", "y", "width", "height", "radius", "several", "line", "bar", "badge", "badge_ink")


def _in_script(value: object) -> str:
    """Return JSON that cannot end the script it stands in."""
    return json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _meta(page: str, drawing: Drawing) -> str:
    """Return the head of the file: encoding, a policy that lets only these very scripts run, title and style."""
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in SCRIPT.findall(page)
    )
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    style = files("rolemap.pictures").joinpath("web", "standalone.css").read_text("utf-8")
    return (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(drawing.title)}</title><style>{style}</style>"
    )
