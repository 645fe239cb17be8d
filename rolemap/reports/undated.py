"""Zipped files without the time they were packed at: the same report is the same bytes whenever it is made."""

from __future__ import annotations

import io
import struct
import zipfile

FIRST_DAY = struct.pack("<HH", 0, 1 << 5 | 1)
"""Midnight on 1 January 1980, the first day a zip can name, as its time and date (PKWARE APPNOTE 6.3.10, 4.4.6)."""

IN_FILE, IN_DIRECTORY = 10, 12
"""Where time and date stand after the start of an entry, beside its file and in the directory at the end."""

NAMES = struct.Struct("<HHH")
"""How long the name, the further fields and the comment of an entry are."""

ENTRY = 46
"""How long an entry of the directory is without its name, further fields and comment."""


def undated(content: bytes) -> bytes:
    """Return a zipped file with every time in it set to the first day a zip can name; nothing else changes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        starts = [one.header_offset for one in archive.infolist()]
        at = archive.start_dir
    made = bytearray(content)
    for start in starts:
        made[start + IN_FILE : start + IN_FILE + 4] = FIRST_DAY
        made[at + IN_DIRECTORY : at + IN_DIRECTORY + 4] = FIRST_DAY
        at += ENTRY + sum(NAMES.unpack_from(made, at + 28))
    return bytes(made)
