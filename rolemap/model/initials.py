"""The first letters people call a name of several words by: DPH and DOPH of "director of public health"."""

from __future__ import annotations

from collections.abc import Sequence

_JOINING = "a an and at by for in of on or the to with"
JOINING = frozenset(_JOINING.split())
"""Words that an abbreviation may leave out."""


def initials(words: Sequence[str]) -> tuple[str, ...]:
    """Return the abbreviations of a name by its words in small letters, without and with the joining ones; of one, none."""
    if len(words) < 2:
        return ()
    short, full = ("".join(word[0] for word in kept) for kept in ([one for one in words if one not in JOINING], words))
    return tuple(dict.fromkeys(one for one in (short, full) if len(one) > 1))
