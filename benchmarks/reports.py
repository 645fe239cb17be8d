"""The question: how long does one wait for a full report of Greater Manchester in each format, Python's start included.

`python -m benchmarks.reports [--repeats 3] [--map DIR]` starts whole processes in turns: Python that imports pydantic and
networkx (without which no map is read), the check of the map, the slowest step that a format cannot do without, alone
(the typesetter on the report's own source; importing the library that writes the format), and the report itself. Goals:
each format in <= 3 s, PDF and web page in <= 1.5 s, of the processor's time on a machine that does nothing else. What is
printed beside each is its ratio to the sum of reading the map and that step: our own work is what exceeds 1.

With `--map` it is about another map: one of all England (`python -m benchmarks.england DIR`) takes <= 30 s and 1.5 GB;
the memory that the largest process took is printed at the end.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from benchmarks import measure
from rolemap.reports.formats import FORMATS

MAP = Path(__file__).resolve().parents[1] / "configs" / "examples" / "greater-manchester"

DAY = date(2026, 7, 1)

LIBRARIES = {"word": "docx", "slides": "pptx", "excel": "xlsxwriter"}
"""The library that a format cannot do without."""

TYPESETTING = "from rolemap.reports.typesetting import typeset; import json, sys, datetime; \
kept = json.load(open(sys.argv[1])); typeset(kept['source'], kept['inputs'], datetime.date.fromisoformat(kept['on']))"
"""The typesetter alone, on a report that is ready for it."""

NOTHING = "nothing beyond Python"


def keep_source(folder: Path, path: Path) -> Path:
    """Write what the typesetter gets for the report of a map into `folder` and return the file."""
    import json

    from rolemap.pipeline import analyse
    from rolemap.reports.content import KINDS
    from rolemap.reports.figures import Figures
    from rolemap.reports.formats.pdf import typesetting_of

    document = KINDS["full-report"].build(Figures(analyse(path, DAY), bulk=False))
    source, inputs = typesetting_of(document)
    kept = folder / "source.json"
    kept.write_text(json.dumps({"source": source, "inputs": inputs, "on": DAY.isoformat()}), encoding="utf-8")
    return kept


def ways(folder: Path, path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return how to start Python for each thing that is timed, by what it is called."""
    steps: dict[str, tuple[str, ...]] = {
        NOTHING: ("-c", "pass"),
        "check": ("-m", "rolemap", "check", str(path), "--fail-on", "never", "--on", DAY.isoformat()),
        "typesetter": ("-c", TYPESETTING, str(keep_source(folder, path))),
        **{library: ("-c", f"import {library}") for library in LIBRARIES.values()},
    }
    for name, form in FORMATS.items():
        out = str(folder / f"report{form.ending}")
        steps[f"report as {name}"] = ("-m", "rolemap", "report", str(path), "-o", out, "--on", DAY.isoformat())
    return steps


def needed(taken: Mapping[str, tuple[float, float]], form: str) -> float:
    """Return the seconds of what a format cannot do without: reading the map, and its slowest step alone."""
    step = "typesetter" if form == "pdf" else LIBRARIES.get(form, NOTHING)
    return taken["check"][0] + taken[step][0] - taken[NOTHING][0]


def main() -> None:
    """Print the seconds of each format and their ratio to what it cannot do without."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--map", type=Path, default=MAP)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        taken = measure.processes(ways(Path(folder), given.map), given.repeats)
    for name, (work, wait) in taken.items():
        form = name.removeprefix("report as ")
        ratio = f"{work / needed(taken, form):5.2f} x reading and its slowest step" if form in FORMATS else ""
        print(measure.line(name, work, f"{wait:6.3f} s by the clock", ratio))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"the largest process took {most:,.0f} MB")


if __name__ == "__main__":
    main()
