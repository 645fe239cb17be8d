"""Why an operation does not fit a map: a value that says where in it and what."""

from __future__ import annotations

from dataclasses import dataclass

from rolemap.changes.references import Path


@dataclass(frozen=True, slots=True)
class Unfit:
    """One reason why an operation does not fit: where in it (as it is written in a file), and what to say.

    `id` is the one that leads nowhere, if that is the reason.
    """

    path: Path
    code: str
    sentence: str
    hint: str = ""
    id: str = ""

    @property
    def words(self) -> tuple[str, str, str]:
        """Return the code, the sentence and the hint."""
        return self.code, self.sentence, self.hint
