"""Input made to harm: each is read or refused by its code, in bounded time and memory, in a process of its own."""

from __future__ import annotations

import io
import multiprocessing
import random
import struct
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from rolemap.problems import InvalidMap
from rolemap.reading import read_files
from rolemap.reading.archives import from_zip
from rolemap.reading.limits import LOCAL, MIB, UPLOAD, Limits
from rolemap.reading.sources import SourceFile
from rolemap.reading.yaml import Mapping, parse, parse_all, positions

SECONDS = 10  # the worst case takes well under one on a quiet machine; a busy one gets time
MEMORY = 400 * MIB  # above what the process has after start; the worst case takes about 50
READ = ["read"]


def every(files: Iterable[SourceFile], limits: Limits) -> dict[str, Mapping]:
    """Return what all files say. Raises InvalidMap with what is wrong in any."""
    read, problems = parse_all(files, limits)
    if problems:
        raise InvalidMap(problems)
    return read


def fill(unit: str, before: str = "", size: int = UPLOAD.file_bytes) -> bytes:
    """Return `before` and as many `unit` as fit into the largest file accepted from a stranger."""
    return before.encode() + unit.encode() * ((size - len(before.encode())) // len(unit.encode()))


def numbered(line: str, size: int = UPLOAD.file_bytes) -> bytes:
    """Return lines that all differ."""
    text = "".join(line.format(n) for n in range(size // len(line.format(0))))
    return text[: text.rindex("\n", 0, size) + 1].encode()


def laughs() -> bytes:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def merges() -> bytes:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 30)]
    return "\n".join(lines).encode()


FILES: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "billion laughs": (laughs, ["alias", "anchor"]),
    "nested merge keys": (merges, ["alias", "anchor", "merge-key", "too-many-problems"]),
    "alias flood": (lambda: fill("*a,", "a: ["), ["alias", "too-many-problems"]),
    "tag flood": (lambda: fill("!a b,", "a: ["), ["tag", "too-many-problems"]),
    "brackets 100,000 deep": (lambda: b"a: " + b"[" * 100_000, ["too-deep"]),
    "braces 100,000 deep": (lambda: b"{a: " * 100_000, ["too-deep"]),
    "blocks 2,000 deep": (lambda: "\n".join(" " * n + "a:" for n in range(2_000)).encode(), ["too-deep"]),
    "items 100,000 deep": (lambda: b"- " * 100_000, ["too-deep"]),
    "keys 100,000 deep": (lambda: b"? " * 100_000, ["key-not-text", "too-deep"]),
    "bracket keys 100,000 deep": (lambda: b"? " + b"[" * 100_000, ["key-not-text", "too-deep"]),
    "many documents": (lambda: fill("---\na: 1\n"), ["several-documents"]),
    "many tag directives": (lambda: numbered("%TAG !a{:x}! b\n"), ["directive"]),
    "tag directives after a document": (lambda: b"a: 1\n...\n" + numbered("%TAG !a{:x}! b\n", 1 * MIB), ["directive"]),
    "huge number": (lambda: b"a: " + b"9" * 49_000, READ),
    "numbers and dates that are none": (lambda: b"a: 2026-99-99\nb: 1e999999\nc: 0o9\nd: 12:99:99\n", READ),
    "huge flow list": (lambda: fill("a,", "a: ["), ["too-many-values"]),
    "empty lists": (lambda: fill("[],", "a: ["), ["too-many-values"]),
    "single mappings": (lambda: fill("{a},", "a: ["), ["too-many-values"]),
    "empty items": (lambda: fill("-\n", "a:\n"), ["too-many-values"]),
    "many keys": (lambda: numbered("{:x}:\n"), ["too-many-values"]),
    "one key again and again": (lambda: fill("a:\n"), ["duplicate-key", "too-many-problems"]),
    "late repeats": (lambda: numbered("{:x}: 1\n", 2 * MIB) + b"1: 1\n" * 99, ["duplicate-key"]),
    "empty keys": (lambda: fill("?\n"), ["empty-key", "too-many-problems"]),
    "long plain line": (lambda: fill("x", "a: "), ["too-long-text"]),
    "long quoted line": (lambda: fill("\\x41", 'a: "') + b'"', ["file-too-large"]),
    "long line of escapes": (lambda: fill("\\x41", 'a: "', MIB) + b'"\n', ["too-long-text"]),
    "long block text": (lambda: fill("  x\n", "a: |\n"), ["too-long-text"]),
    "long keys": (lambda: numbered("k" * 900 + "{:06}: 1\n"), READ),
    "open quote": (lambda: fill("b: c\n", 'a: "'), ["unclosed-quote"]),
    "only colons": (lambda: fill(":"), ["too-long-key", "too-long-text"]),
    "only line ends": (lambda: fill("\r"), READ),
    "only comments": (lambda: fill("#\n"), READ),
    "only zeros": (lambda: bytes(UPLOAD.file_bytes), ["not-utf-8"]),
    "only control characters": (lambda: fill("\x01"), ["control-character"]),
    "control character at the end": (
        lambda: fill("# £\n", size=UPLOAD.file_bytes - 1) + b"\x01",
        ["control-character"],
    ),
    "noise": (lambda: random.Random(1).randbytes(UPLOAD.file_bytes), ["not-utf-8"]),
    "lone surrogates": (lambda: b"a: \xed\xa0\x80\n", ["not-utf-8"]),
    "escaped surrogates": (lambda: b'a: "\\ud800\\udc00"\n', ["bad-escape"]),
}


def archive(*entries: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries:
            packed.writestr(name, data)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """Return 64 MiB in one entry that claims to hold 10 bytes."""
    data = archive(("a.yaml", bytes(64 * MIB)))
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", 10) + data[at + 4 :]


def overlapping() -> bytes:
    """Return 400 entries that all unpack the same megabyte."""
    data = archive(("000.yaml", b"#" * (MIB - 1) + b"\n"))
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    entries = b"".join(entry.replace(b"000.yaml", b"%03d.yaml" % n) for n in range(400))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 400, 400, len(entries), start, 0)
    return data[:start] + entries + tail


ARCHIVES: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "bomb": (lambda: archive(("a.yaml", bytes(64 * MIB))), ["file-too-large"]),
    "bomb that lies": (lying_bomb, ["broken-archive"]),
    "bomb of many": (lambda: archive(*((f"{n}.yaml", b"\n" * MIB) for n in range(64))), ["map-too-large"]),
    "overlapping entries": (overlapping, ["broken-archive"]),
    "entry flood": (lambda: archive(*((f"{n}", b"") for n in range(11_000))), ["too-many-files"]),
    "dense files": (lambda: archive(*((f"{n}.yaml", fill("{a},", "a: [", 20_000)) for n in range(400))), ["any"]),
    "repeats in each file": (lambda: archive(*((f"{n}.yaml", b"a: 1\n" * 3_000) for n in range(400))), ["any"]),
}


def run(name: str) -> list[str]:
    """Return the codes that an input of the tables is refused with, or that it was read."""
    try:
        if name in ARCHIVES:
            every(from_zip(ARCHIVES[name][0](), "m.zip"), UPLOAD)
        else:
            parse(FILES[name][0](), "m.yaml", UPLOAD)
    except InvalidMap as error:
        return sorted({one.code for one in error.problems})
    return READ


def run_local(name: str) -> list[str]:
    """Return the same under the limits of a person's own files, with all positions looked up."""
    data = FILES[name][0]()
    try:
        parse(data, "m.yaml", LOCAL)
    except InvalidMap as error:
        positions(data, [("a", 0)])
        return sorted({one.code for one in error.problems})
    return READ


def limit_memory() -> None:
    """Bound the memory of this process, where the system can."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


@pytest.fixture(scope="module")
def _pools() -> Iterator[list[ProcessPoolExecutor]]:
    pools: list[ProcessPoolExecutor] = []
    yield pools
    for pool in pools:
        pool.shutdown(wait=False, cancel_futures=True)


@pytest.fixture
def elsewhere(_pools: list[ProcessPoolExecutor]) -> Callable[[Callable[[str], list[str]], str], list[str]]:
    """Return a function that runs another in a bounded process, which is replaced once something went wrong in it."""
    if not _pools:
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=limit_memory)
        pool.submit(str).result(60)  # imports are not part of the measured time
        _pools.append(pool)

    def call(function: Callable[[str], list[str]], name: str) -> list[str]:
        try:
            return _pools[-1].submit(function, name).result(SECONDS)
        except BaseException:
            broken = _pools.pop()
            for process in list((broken._processes or {}).values()):
                process.kill()
            raise

    return call


@pytest.mark.parametrize("name", [*FILES, *ARCHIVES])
def test_hostile_input_is_bounded(name: str, elsewhere: Callable[..., list[str]]) -> None:
    expected = {**FILES, **ARCHIVES}[name][1]
    found = elsewhere(run, name)
    assert found == expected or (expected == ["any"] and found != READ)


@pytest.mark.parametrize("name", ["billion laughs", "nested merge keys", "brackets 100,000 deep", "keys 100,000 deep"])
def test_hostile_input_is_bounded_under_the_limits_of_own_files(name: str, elsewhere: Callable[..., list[str]]) -> None:
    assert elsewhere(run_local, name) == FILES[name][1]


def test_many_small_files_share_one_limit() -> None:
    files = [SourceFile(f"{n}.yaml", b"a: [" + b"[]," * 2_000 + b"]") for n in range(500)]
    with pytest.raises(InvalidMap) as caught:
        every(files, UPLOAD)
    assert [one.code for one in caught.value.problems] == ["too-many-values"]


def test_thousands_of_references_to_nothing_are_refused_soon(elsewhere: Callable[..., list[str]]) -> None:
    assert elsewhere(run_references, "misspelt ids") == ["too-many-problems", "unknown-reference"]


def run_references(_: str) -> list[str]:
    """Return the codes that a map with thousands of ids, and as many misspelt, is refused with."""
    bodies = "".join(f"  organisation-number-{n}: {{name: N}}\n" for n in range(5_000))
    leads = "".join(f"- {{responsibility: r, at: e, leads: organisatoin-number-{n}}}\n" for n in range(5_000))
    head = "levels: {p: {name: P}}\nareas: {e: {name: E, level: p}}\nresponsibilities: {r: {title: R}}\n"
    text = f"{head}organisations:\n{bodies}assignments:\n{leads}"
    try:
        read_files([SourceFile("map.yaml", text.encode())], UPLOAD)
    except InvalidMap as error:
        return sorted({one.code for one in error.problems})
    return []
