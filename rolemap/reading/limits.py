"""How much one map may hold before reading stops, for a person's own files and for a stranger's."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read. Reaching a limit is a problem that names the limit; nothing is cut off silently.

    `nodes` counts every key and value, a list or mapping twice (its start and its end); `depth` is how many lists and
    mappings may be open at once; `scalar` counts the characters of one text;
    `squares` bounds responsibilities times the areas at the levels that need a lead for them, `parties` the roles and
    organisations that the map itself describes.
    """

    file_bytes: int
    map_bytes: int
    files: int
    depth: int
    nodes: int
    scalar: int
    squares: int = 2_000_000
    parties: int = 200_000


LOCAL = Limits(file_bytes=32 * MIB, map_bytes=64 * MIB, files=5_000, depth=64, nodes=8_000_000, scalar=1_000_000)
"""For files that somebody has on their own machine: far above a national map (50,000 entries are about 8 MB)."""

UPLOAD = Limits(
    file_bytes=4 * MIB,
    map_bytes=8 * MIB,
    files=500,
    depth=32,
    nodes=500_000,
    scalar=50_000,
    squares=30_000,
    parties=5_000,
)
"""For files from a stranger: the worst file that was found is parsed or refused within 2 seconds and 200 MB."""
