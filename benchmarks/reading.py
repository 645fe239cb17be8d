"""The question: how long does a map of all England take to read, check and make a graph of, and in how much memory.

`python -m benchmarks.reading [--repeats 5] [--small 0.1]` compares, on the same bytes and in turns: libyaml's bare event
stream (the least that any YAML reader does), PyYAML's `CSafeLoader` (what most programs do, without any check), our
parser alone, and the whole way to the graph (files, catalogue, shapes, references, cells). Read the ratios, not the
seconds. Goals: whole <= 4 x events, whole <= 0.6 x CSafeLoader, peak <= 1.5 GB, and time that grows as the map does:
"growth" is seconds per cell at scale 1 over seconds per cell at the small scale, 1.0 or less being linear.
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks import england, measure
from benchmarks.invented import DAY
from rolemap import graph, reading
from rolemap.collector import collector_paused
from rolemap.graph import RoleGraph
from rolemap.model import Landscape
from rolemap.reading import catalogues, files
from rolemap.reading.events import next_event
from rolemap.reading.files import SourceFile
from rolemap.reading.limits import LOCAL
from rolemap.reading.yaml import parse_all

Sources = tuple[SourceFile, ...]


def bare_events(sources: Sources) -> None:
    """Take every event of libyaml and keep nothing."""
    for source in sources:
        read = next_event(source.data)
        while read() is not None:
            pass


def plain_loader(sources: Sources) -> list[object]:
    """Return what PyYAML makes of the files."""
    return [yaml.load(source.data, Loader=yaml.CSafeLoader) for source in sources]


def checked(folder: Path) -> Landscape:
    """Return what a map on disk says, its catalogue read anew as in a new process."""
    catalogues.load.cache_clear()
    with collector_paused():
        return reading.read(folder)


def whole(folder: Path) -> RoleGraph:
    """Return the graph of a map on disk, as the pipeline makes it."""
    with collector_paused():
        return graph.build(checked(folder), DAY)


def peak_megabytes(folder: Path) -> float:
    """Return the most memory a new process holds while it reads the map and builds its graph."""
    return float(measure.python("-m", "benchmarks.reading", "--peak", str(folder)))


def compare(folder: Path, repeats: int) -> dict[str, float]:
    """Return the median seconds of each way for the map in `folder`."""
    sources = files.from_path(folder)
    ways = {
        "libyaml events": lambda: bare_events(sources),
        "CSafeLoader": lambda: plain_loader(sources),
        "our parser": lambda: parse_all(sources, LOCAL),
        "reading and checking": lambda: checked(folder),
        "reading, checking and graph": lambda: whole(folder),
    }
    return measure.in_turns(ways, repeats)


def report(scale: float, repeats: int, *, compact: bool = False) -> float:
    """Print the comparison at one scale; return the whole way's seconds for each cell."""
    with TemporaryDirectory() as name:
        written = england.write(Path(name), scale, compact=compact)
        cells = len(written.graph.needed)
        way = "with patterns" if compact else "one by one"
        print(f"\nscale {scale:g}, {way}: {written.size / 1e6:.1f} MB, {cells:,} cells that need a lead")
        del written
        seconds = compare(Path(name), repeats)
        for way, taken in seconds.items():
            ratios = (f"{taken / seconds[base]:6.2f} x {base}" for base in ("libyaml events", "CSafeLoader"))
            print(measure.line(way, taken, *ratios))
        print(f"peak memory of the whole way: {peak_megabytes(Path(name)):,.0f} MB")
    return seconds["reading, checking and graph"] / cells


def main() -> None:
    """Print the whole report, or (for a process of its own) the peak of one run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--small", type=float, default=0.1)
    parser.add_argument("--peak", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak:
        whole(given.peak)
        unit = 1e6 if sys.platform == "darwin" else 1e3  # macOS counts bytes, Linux kilobytes
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)
        return
    small = report(given.small, given.repeats)
    large = report(1.0, given.repeats)
    print(f"\ngrowth from scale {given.small:g} to 1: {large / small:.2f} of linear")
    report(1.0, given.repeats, compact=True)


if __name__ == "__main__":
    main()
