"""What a download is called: by the map it is of, what it holds and the day, as reports are, so that two are told apart."""

from __future__ import annotations

from datetime import date

from rolemap.problems import InvalidMap
from rolemap.reports.export import safe_name, without_brackets
from rolemap.ui import cached, state


def named(what: str, ending: str, *days: date) -> str:
    """Return a safe name for a file that holds `what`, in plain letters, with its `ending` (".csv").

    It begins with the title of the map in use and ends with `days`: the day the map is read as at, if none are given.
    """
    try:
        title = cached.landscape(state.chosen_map()).info.name
    except InvalidMap:
        title = ""
    when = dict.fromkeys(day.isoformat() for day in (days or (state.on(),)))
    return safe_name((without_brackets(title), what, *when), ending)
