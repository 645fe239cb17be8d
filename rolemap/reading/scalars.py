"""The types a field may have. The parser hands over text as written; here each field decides what it means.

A value that could be taken two ways is refused with the way to write it; nothing is guessed. The JSON Schema of each
type is what an editor should accept while typing.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # not \d, which takes the digits of every script
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
WHOLE = re.compile(r"-?[0-9]{1,9}")
YEARS = range(1800, 2201)
"""The years a date may lie in: what is older needs no lead, and what never ends is written without an end."""

WORDS = {"true": True, "yes": True, "false": False, "no": False}


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    if not DATE.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year in YEARS else None


def to_day(value: Any) -> date:  # noqa: ANN401 - pydantic hands over whatever the file holds
    """Return the date written as YYYY-MM-DD. Raises PydanticCustomError for anything else, impossible dates included."""
    found = _day(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError(
            "not-a-date",
            f"A date is expected, written as year-month-day, for example 2026-04-01, from {YEARS[0]} to {YEARS[-1]}.",
        )
    return found


def to_number(value: Any) -> float:  # noqa: ANN401
    """Return a plain decimal number. Raises PydanticCustomError for anything else (thousands marks, 1e9, infinity)."""
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        raise PydanticCustomError(
            "not-a-number",
            "A number is expected, written with digits and at most one point, for example 240000 or 0.8.",
        )
    return float(value)


def to_whole(value: Any) -> int:  # noqa: ANN401
    """Return a whole number. Raises PydanticCustomError for anything else, fractions included."""
    if not isinstance(value, str) or not WHOLE.fullmatch(value):
        raise PydanticCustomError(
            "not-a-number", "A whole number is expected, written with digits only, for example 2."
        )
    return int(value)


def to_flag(value: Any) -> bool:  # noqa: ANN401
    """Return the truth of true/yes/false/no. Raises PydanticCustomError for anything else."""
    found = WORDS.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("not-yes-or-no", "true or false is expected.")
    return found


ID_PATTERN = "^[a-z0-9][a-z0-9-]*$"
PARTY_PATTERN = "^((kind|type):)?[a-z0-9][a-z0-9-]*$"


def _one_or_many(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "array", "items": one}]}


ANY_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
ANY_ID: dict[str, Any] = {"type": ["string", "integer"], "pattern": ID_PATTERN}
"""What an editor takes for a text or an id: 007 and 2026 are numbers to it."""

Text = Annotated[str, WithJsonSchema(ANY_SCALAR)]
"""One text, kept exactly as written."""

Texts = Annotated[str | list[str], WithJsonSchema(_one_or_many(ANY_SCALAR))]
"""One text or a list of texts."""

Id = Annotated[str, WithJsonSchema(ANY_ID)]
"""The id of another entry. Whether it leads anywhere is checked with all references (`references.py`)."""

Ids = Annotated[str | list[str], WithJsonSchema(_one_or_many(ANY_ID))]
"""One id or a list of ids."""

Parties = Annotated[str | list[str], WithJsonSchema(_one_or_many({**ANY_ID, "pattern": PARTY_PATTERN}))]
"""Role ids, organisation ids, `kind:K` and `type:T`: one or a list."""

Day = Annotated[
    date, BeforeValidator(to_day), WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{DATE.pattern}$"})
]
"""A date written YYYY-MM-DD."""

Number = Annotated[
    float,
    BeforeValidator(to_number),
    WithJsonSchema({"type": ["number", "string"], "pattern": f"^{NUMBER.pattern}$"}),
]
"""A plain decimal number."""

Whole = Annotated[
    int,
    BeforeValidator(to_whole),
    WithJsonSchema({"type": ["integer", "string"], "pattern": f"^{WHOLE.pattern}$"}),
]
"""A whole number."""

FLAG_PATTERN = "^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO)$"

Flag = Annotated[
    bool, BeforeValidator(to_flag), WithJsonSchema({"type": ["boolean", "string"], "pattern": FLAG_PATTERN})
]
"""true or false (yes and no are understood)."""


def many(value: str | list[str]) -> tuple[str, ...]:
    """Return one text or a list of texts as a tuple, without repeats, in the order written."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if len(value) == 1 else tuple(dict.fromkeys(value))
