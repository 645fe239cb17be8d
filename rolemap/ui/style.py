"""The style sheet of the app: the colours of states from the palette, and the file that arranges cards and details."""

from __future__ import annotations

from rolemap.pictures.palette import AMOUNTS, AMOUNTS_DARK, STATES, Ink
from rolemap.ui.element import asset


def state_css() -> str:
    """Return a rule for each state, with the palette's inks for the light and the dark theme."""
    return "\n".join(_rule(f"state-{key}", look.light, look.dark) for key, look in STATES.items())


def amount_css() -> str:
    """Return a rule for each tint of numbers, with the palette's inks for the light and the dark theme."""
    inks = zip(AMOUNTS, AMOUNTS_DARK, strict=True)
    return "\n".join(_rule(f"amount-{step}", light, dark) for step, (light, dark) in enumerate(inks))


def _rule(name: str, light: Ink, dark: Ink) -> str:
    return (
        f".{name} {{ background-color: light-dark({light.fill}, {dark.fill}); "
        f"color: light-dark({light.text}, {dark.text}); border-color: light-dark({light.line}, {dark.line}); }}"
    )


def page_css() -> str:
    """Return the style sheet of cards and details, as a <style> element."""
    return f"<style>{asset('page.css')}\n{state_css()}</style>"
