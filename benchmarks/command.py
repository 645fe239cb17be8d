"""The question: how long does one wait for `rolemap check` on Greater Manchester, Python's start included.

`python -m benchmarks.command [--repeats 9]` starts whole processes in turns: Python that does nothing, Python that
imports pydantic and networkx (which the check cannot do without), `rolemap --help`, and the check. Goal: the check in
<= 1 s; what it takes beyond the imports is our own work. Then it says which large libraries the command line imports
before it knows what to do; streamlit and pandas must not be among them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import measure

MAP = Path(__file__).resolve().parents[1] / "configs" / "examples" / "greater-manchester"
LARGE = ("click", "networkx", "pandas", "pydantic", "pyvis", "rich", "streamlit", "yaml")

WAYS = {
    "python, nothing": ("-c", "pass"),
    "python, import pydantic and networkx": ("-c", "import pydantic, networkx"),
    "rolemap --help": ("-m", "rolemap", "--help"),
    "rolemap check greater-manchester": ("-m", "rolemap", "check", str(MAP), "--fail-on", "never"),
}


def loaded_by(code: str) -> tuple[str, ...]:
    """Return which large libraries a new process has loaded after running `code`."""
    show = f"{code}; import sys; print(*(name for name in {LARGE} if name in sys.modules))"
    return tuple(measure.python("-c", show).split())


def main() -> None:
    """Print the seconds of each process, as a multiple of Python's own, and what importing the command loads."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.command")
    parser.add_argument("--repeats", type=int, default=9)
    given = parser.parse_args()
    taken = measure.processes(WAYS, given.repeats)
    nothing, imports = (taken[name][0] for name in list(WAYS)[:2])
    for name, (work, wait) in taken.items():
        ratios = f"{work / nothing:6.2f} x python  {work / imports:6.2f} x imports"
        print(measure.line(name, work, ratios, f"{wait:6.3f} s by the clock"))
    print(f"import rolemap.cli loads: {', '.join(loaded_by('import rolemap.cli')) or 'none'}")


if __name__ == "__main__":
    main()
