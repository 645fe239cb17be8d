"""Reading a map: from files written by people to checked values, with the place of everything kept."""

from rolemap.reading.limits import LOCAL, UPLOAD, Limits
from rolemap.reading.read import read, read_files

__all__ = ["LOCAL", "UPLOAD", "Limits", "read", "read_files"]
