"""Search across everything a map says: one index, and the places, posts, bodies and squares that match some words."""

from rolemap.search.entries import Entry, Field, How, Kind, entries
from rolemap.search.find import MOST_HITS, Found, Group, Hit, search
from rolemap.search.index import Index, build_index

__all__ = [
    "MOST_HITS",
    "Entry",
    "Field",
    "Found",
    "Group",
    "Hit",
    "How",
    "Index",
    "Kind",
    "build_index",
    "entries",
    "search",
]
