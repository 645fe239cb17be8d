"""Words too long for their place: where paper may break them, so that nothing is ever cut off."""

from __future__ import annotations

import re
import unicodedata

HYPHENATED = 24
"""A longer word is hardly English; up to here the typesetter hyphenates words written in small letters."""

PIECE = 5
"""How many characters stay together in a word that may be broken anywhere."""

WORD = re.compile(r"(\s+)")

STEP = re.compile(r"[^/]*/+|[^/]+")

Parted = str | list[str | list[str]]
"""A text; or its parts, of which a list is one word in pieces."""


def parted(words: str, room: int) -> Parted:
    """Return `words` with every word in pieces that is longer than the `room` of its line, in characters.

    A word in one piece may be broken by syllables. Tabs become spaces: paper has no other.
    """
    words = words.replace("\t", "    ")
    if len(words) <= room or not any(len(word) > room for word in words.split()):
        return words
    parts: list[str | list[str]] = []
    for part in WORD.split(words):
        if len(part) > room and not part.isspace():
            parts.append([part] if _has_syllables(part) else _steps(part, room))
        elif parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _has_syllables(word: str) -> bool:
    return len(word) <= HYPHENATED and word.isalpha() and word[1:].islower()


def _steps(word: str, room: int) -> list[str]:
    """Return a path or address in its steps, each with its slash, if every one has room on a line; else in pieces."""
    steps = STEP.findall(word)
    return steps if len(steps) > 1 and max(map(len, steps)) <= room else _pieces(word)


def _pieces(word: str) -> list[str]:
    """Return the word in pieces of some characters; a mark or joiner stays with the character before it."""
    pieces = [""]
    for character in word:
        bound = pieces[-1].endswith("\u200d") or unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf", "Sk"}
        if len(pieces[-1]) >= PIECE and not bound:
            pieces.append("")
        pieces[-1] += character
    return pieces
