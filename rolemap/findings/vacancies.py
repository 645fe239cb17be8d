"""Vacancies in disguise: words for the holder of a post that say there is none."""

from __future__ import annotations

import re

NOBODY = re.compile(r"[\W_]*(n/?a|n\.a\.|none|nil|nobody|no[ -]?one|tb[acd]|tb[acd]\W.*|[-–—]+)[\W_]*", re.IGNORECASE)
"""A whole text that names no one. Short words count only alone: Na and Tba are also people's names."""

VACANCY = re.compile(
    r"\W*((the|this|post|role|position|is|now|still|currently|at present)\W+)*"
    r"(vacan(t|cy)\b|unfilled\b|not (yet |currently )?(appointed|filled|recruited|in post)\b|no one (in post|appointed)\b"
    r"|(yet )?to be (appointed|confirmed|announced|determined|decided|recruited|advertised|filled|agreed|named)\b"
    r"|(awaiting|pending) (appointment|recruitment)\b|recruit(ing\b|ment (is )?(under ?way|in progress|pending))"
    r"|being (recruited|advertised)\b|out to (advert|recruitment))",
    re.IGNORECASE,
)
"""A text that begins by saying that the post is empty."""

COVERED = re.compile(r"\b(acting|interim|cover(ed|ing)?|second(ed|ment)|deputi[sz]ing)\b", re.IGNORECASE)
"""A word that says somebody looks after it meanwhile."""


def is_vacancy(holder: str) -> bool:
    """Return whether the words given for the holder of a post say that there is none ("TBC", "Vacant since May")."""
    if not holder or COVERED.search(holder):
        return False
    return NOBODY.fullmatch(holder) is not None or VACANCY.match(holder) is not None
