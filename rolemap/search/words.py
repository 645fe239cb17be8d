"""Words as people type them and as maps write them, brought to one form: small letters, no accents, no plural s."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rolemap.model.initials import initials as initials_of

MOST_WORDS = 12
"""More words than anybody types to find something; the rest are left out."""

MOST_LETTERS = 200

REMEMBERED = 20_000
"""How many texts keep their words: on a large map the same titles come thousands of times."""

PARTS = re.compile(r"[^\W_]+")
APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}]")

_OF_QUESTIONS = (
    "a an and are at by do does for from has have how in is it its leads lead leading of on or our responsible that the their "
    "there this to what when where which who whose why with"
)
SMALL = frozenset(_OF_QUESTIONS.split())
"""Words of a question that say nothing of what is looked for."""


@lru_cache(maxsize=REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, each in the form in which words are compared."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", text).casefold()
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return tuple(map(_singular, PARTS.findall(APOSTROPHES.sub("", plain))))


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def asked(text: str) -> tuple[str, ...]:
    """Return the words of a question that matter, each once, at most MOST_WORDS; all of them where none seems to."""
    found = tuple(dict.fromkeys(tokens(text[:MOST_LETTERS])))
    return (tuple(word for word in found if word not in _SMALL) or found)[:MOST_WORDS]


_SMALL = frozenset(word for small in SMALL for word in tokens(small))


def as_typed(text: str) -> dict[str, str]:
    """Return each word of a text as it was typed, by the form in which it is compared; the first where two are alike."""
    typed = PARTS.findall(APOSTROPHES.sub("", unicodedata.normalize("NFC", text[:MOST_LETTERS])))
    return {token: word for word in reversed(typed) for token in tokens(word)}


@lru_cache(maxsize=REMEMBERED)
def initials(text: str) -> tuple[str, ...]:
    """Return the abbreviations people make of a name of several words: dph and doph of "director of public health"."""
    return initials_of(tokens(text))
