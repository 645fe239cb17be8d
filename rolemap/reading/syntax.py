"""What the YAML parser says, in words for people who have never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from yaml import MarkedYAMLError, YAMLError

from rolemap.problems import Location, Problem
from rolemap.reading.positions import last_open

MOST_SHOWN: Final = 60
SEVERAL_COLONS: Final = re.compile(r"^[^#]*?:[ \t]+\S")
CURLY_QUOTES: Final = "“”‘’„"
LONGEST_KEY: Final = 1_000
HALF: Final = re.compile(r"[dD][89a-fA-F][0-9a-fA-F]{2}")
"""What follows the backslash and u of half a character: U+D800 to U+DFFF, which JSON writes in pairs."""
IN_QUOTES: Final = "Put the whole text in quotes."


def printable(text: str) -> str:
    """Return `text` with every character that does not print, or that cannot be written as UTF-8, as an escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def shown(text: str) -> str:
    """Return `text` fit for a message: printable, and of at most 60 characters of the original."""
    return printable(text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the parser stopped: the line's text before the place and from it on, and where the construct began."""

    before: str
    after: str
    context: str


@dataclass(frozen=True, slots=True)
class Said:
    """One explanation: a stable code, a sentence, a hint, and whether the construct's start is the better place."""

    code: str
    sentence: str
    hint: str = ""
    at_start: bool = False


def syntax_problem(error: YAMLError, data: bytes, file: str) -> Problem:
    """Return the problem that a parser error is about, at the place where somebody would put it right."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(Location(file), "not-yaml", f"This is not YAML: {shown(str(error))}.")
    found, start = error.problem_mark, error.context_mark
    line = _line(data, found.line)
    spot = Spot(line[: found.column], line[found.column :], error.context or "")
    said = _explain(error.problem or "", spot)
    here = (found.line + 1, found.column + 1)
    began = (start.line + 1, start.column + 1) if start else here
    if said is UNCLOSED_BRACKET and began == here:
        began = last_open(data) or here
    if said.at_start:
        here, began = began, here
    elsewhere = () if began[0] == here[0] else (Location(file, *began),)
    return Problem(Location(file, *here), said.code, said.sentence, said.hint, elsewhere)


def _line(data: bytes, number: int) -> str:
    lines = re.split(rb"\r\n|\r|\n", data, maxsplit=number + 1)
    return lines[number].decode("utf-8", "replace").removeprefix("\ufeff") if number < len(lines) else ""


def _explain(problem: str, spot: Spot) -> Said:
    if spot.before.lstrip(" ").startswith("\t") or (spot.after.startswith("\t") and not spot.before.strip()):
        return TAB
    for words, said in TABLE:
        if words in problem or words in spot.context:
            return said(spot) if callable(said) else said
    words = shown(f"{spot.context} {problem}".strip())
    return Said("not-yaml", f"This is not YAML: {words}.", "Compare the line with those around it.")


TAB: Final = Said("tab", "The line is indented with a tab.", "Use spaces: two for each step.")
LINE_UP: Final = Said(
    "bad-indentation",
    "This line does not line up with the lines it belongs to.",
    "Give it exactly as many spaces in front as its neighbours have.",
)
UNCLOSED_QUOTE: Final = Said(
    "unclosed-quote",
    "The quote that opens here is never closed.",
    "Close it. An apostrophe within a text in single quotes is written twice, or use double quotes.",
    at_start=True,
)
UNCLOSED_BRACKET: Final = Said(
    "unclosed-bracket",
    "The bracket that opens here is not closed, or a comma is missing after it.",
    "Put commas between the items and close the bracket, or put the text in quotes.",
    at_start=True,
)
ESCAPE: Final = Said(
    "bad-escape",
    "The backslash here does not begin a character that YAML knows.",
    "Write two backslashes for one, or use single quotes.",
)
HALF_CHARACTER: Final = Said(
    "bad-escape",
    "The backslash here begins half a character, as programs write JSON for signs such as emoji; YAML does not know halves.",
    "Write the sign itself. In Python, json.dumps(…, ensure_ascii=False) does.",
)
ALIAS: Final = Said("alias", 'A value cannot start with "*".', IN_QUOTES, at_start=True)
ANCHOR: Final = Said("anchor", 'A value cannot start with "&".', IN_QUOTES, at_start=True)
TAG: Final = Said("tag", 'A value cannot start with "!".', IN_QUOTES, at_start=True)
DIRECTIVE: Final = Said(
    "directive",
    'A line that starts with "%" is an instruction that is not read.',
    "Delete it, or put the text in quotes.",
    at_start=True,
)
NO_COLON: Final = Said(
    "missing-colon",
    "This line has no colon with a space after it.",
    'Write "name: value". If the line goes on with the text above, indent it further than the name above.',
    at_start=True,
)
EMPTY_KEY: Final = Said("empty-key", "There is no name before the colon.", "Write a name, or delete the colon.")
NOT_AN_ITEM: Final = Said(
    "bad-indentation",
    "This line stands in a list but is not an item of it.",
    'Begin it with "- ", or line it up with what it belongs to.',
)
DASH: Final = Said(
    "list-on-one-line",
    'A list cannot begin with "-" after a colon.',
    'Put each item on a line of its own ("- item"), or a text that starts with "-" in quotes.',
)
QUESTION: Final = Said("special-character", 'A value cannot start with "?" and a space.', IN_QUOTES)
BLOCK_TEXT: Final = Said(
    "block-text",
    'Nothing may follow the sign "|" or ">" on its line.',
    "Begin the text on the next line, indented, or put a text that starts with this sign in quotes.",
)
AFTER_END: Final = Said(
    "text-after-end",
    "What stands above is complete; this cannot follow it.",
    "If it belongs to a text in quotes, move it inside the quotes. Otherwise check the indentation.",
)


def _colon(spot: Spot) -> Said:
    if any(quote in spot.before for quote in CURLY_QUOTES):
        return Said(
            "unquoted-colon", "There is a second colon in this line.", 'Use straight quotes (") round the text.'
        )
    if SEVERAL_COLONS.search(spot.before):
        hint = f'{IN_QUOTES} For example: name: "Better start: the first years".'
        return Said("unquoted-colon", "There is a second colon in this line.", hint)
    if len(spot.before) > LONGEST_KEY:
        return Said("too-long-key", f"A name before a colon may have {LONGEST_KEY:,} characters.", "Shorten it.")
    return Said(
        "bad-indentation",
        "A name with a colon cannot stand here.",
        "Is the line indented too far? Does the line above lack a colon, or a space after its colon?",
    )


def _character(spot: Spot) -> Said:
    if spot.after.startswith("\t"):
        return Said("tab", "A tab cannot stand here.", "Use spaces.")
    return Said("special-character", f'A value cannot start with "{shown(spot.after[:1])}".', IN_QUOTES)


def _key(spot: Spot) -> Said:
    if spot.before.strip():
        return Said(
            "text-after-quote",
            "There is text after the closing quote or bracket.",
            "Put the whole text in quotes; in single quotes an apostrophe is written twice.",
        )
    if spot.after[:1] in ("]", "}"):
        return Said("stray-bracket", f'The bracket "{spot.after[:1]}" closes nothing.', "Delete it.")
    if spot.after[:1] == ":":
        return EMPTY_KEY
    return LINE_UP


def _content(spot: Spot) -> Said:
    if spot.after[:1] in (",", "]", "}"):
        sentence = f'A value is expected here, not "{spot.after[:1]}".'
        return Said("special-character", sentence, f"{IN_QUOTES} Or delete the sign.")
    if spot.after[:1] == ":":
        return EMPTY_KEY
    return UNCLOSED_BRACKET


# Words of libyaml, and of the parser written in Python where they differ; the first line that fits is used.
def _escape(spot: Spot) -> Said:
    return HALF_CHARACTER if HALF.match(spot.after) else ESCAPE


TABLE: Final[tuple[tuple[str, Said | Callable[[Spot], Said]], ...]] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", NO_COLON),
    ("found a tab character", TAB),
    ("cannot start any token", _character),
    ("scanning an alias", ALIAS),
    ("scanning an anchor", ANCHOR),
    ("scanning a tag", TAG),
    ("undefined tag handle", TAG),
    ("directive", DIRECTIVE),
    ("incompatible YAML document", DIRECTIVE),
    ("unexpected end of stream", UNCLOSED_QUOTE),
    ("unexpected document indicator", UNCLOSED_QUOTE),
    ("escape", _escape),
    ("hexdecimal", ESCAPE),
    ("did not find expected key", _key),
    ("expected <block end>, but found", _key),
    ("did not find expected '-' indicator", NOT_AN_ITEM),
    ("did not find expected ',' or", UNCLOSED_BRACKET),
    ("expected ',' or", UNCLOSED_BRACKET),
    ("did not find expected node content", _content),
    ("expected the node content", _content),
    ("block sequence entries are not allowed", DASH),
    ("mapping keys are not allowed", QUESTION),
    ("scanning a block scalar", BLOCK_TEXT),
    ("<document start>", AFTER_END),
)
