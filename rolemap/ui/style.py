"""The style sheet of the app: the colours of states from the palette, and the file that arranges cards and details."""

from __future__ import annotations

from pathlib import Path

from rolemap.pictures.palette import STATES

ASSETS = Path(__file__).parent / "assets"


def state_css() -> str:
    """Return a rule for each state, with the palette's inks for the light and the dark theme."""
    rules = []
    for key, look in STATES.items():
        light, dark = look.light, look.dark
        rules.append(
            f".state-{key} {{ background-color: light-dark({light.fill}, {dark.fill}); "
            f"color: light-dark({light.text}, {dark.text}); border-color: light-dark({light.line}, {dark.line}); }}"
        )
    return "\n".join(rules)


def page_css() -> str:
    """Return the style sheet of cards and details, as a <style> element."""
    return f"<style>{(ASSETS / 'page.css').read_text(encoding='utf-8')}\n{state_css()}</style>"
