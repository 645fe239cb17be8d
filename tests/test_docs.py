"""The documentation is tested like code: complete, fresh, and its examples and links work."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click
import pytest

from rolemap import pipeline, reading
from rolemap.cli import main
from rolemap.findings import RULES, Rule
from rolemap.problems import InvalidMap
from rolemap.reading.described import DESCRIBED
from rolemap.reading.files import SourceFile
from rolemap.reading.sections import SECTIONS
from rolemap.reports.rule_pages import pages
from tests import annotated, console

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# The map format


def test_every_section_has_its_own_words() -> None:
    text = annotated.PAGE.read_text(encoding="utf-8")
    for section in SECTIONS:
        assert f"| [`{section}`](" in text, f"{section} is not in the table of sections"
        assert re.search(rf"^{section}:", text, re.MULTILINE), f"{section} has no example"


def test_every_field_is_explained_where_it_is_shown() -> None:
    said = annotated.said()
    assert [path for path in annotated.expected() if path not in said] == []


def test_editors_show_what_the_page_says() -> None:
    said = annotated.said()
    page = {(path[0], ".".join(path[1:])): said[path] for path in annotated.expected()}
    shown = {(section, field): words for section, fields in DESCRIBED.items() for field, words in fields.items()}
    assert shown == page


@pytest.mark.parametrize("files", annotated.maps(), ids=["one", "two", "three", "four", "all"])
def test_its_examples_are_maps(files: list[SourceFile]) -> None:
    landscape = reading.read_files(files)
    assert pipeline.examine(landscape, date(2026, 7, 1)).landscape is landscape


def test_the_example_of_two_tiers_is_as_the_page_says() -> None:
    [files] = [files for files in annotated.maps() if b"Two tiers" in files[0].data]
    graph = pipeline.examine(reading.read_files(files), date(2026, 7, 1)).graph
    assert [(cell.area, cell.sure) for cell in graph.needed] == [("county", True)]


def test_the_example_of_adapting_is_as_the_page_says() -> None:
    [files] = [files for files in annotated.maps() if b"Salford" in files[0].data]
    landscape = reading.read_files(files)
    adapted = landscape.responsibilities["stop-smoking"]
    assert (adapted.needs_lead_at, adapted.catalogue) == ((), "")
    assert adapted.pillar == "health-behaviours"
    assert landscape.organisations["salford-council"].name == "Salford City Council"


@pytest.mark.parametrize("text", ["{&a easton: {name: E}}", "{easton: !x {name: E}}", "{easton: {<<: {name: E}}}"])
def test_what_the_page_says_is_refused_is_refused(text: str) -> None:
    with pytest.raises(InvalidMap):
        reading.read_files([SourceFile("map.yaml", f"areas: {text}".encode())])


# Rules


def test_the_pages_of_the_rules_are_fresh() -> None:
    folder = DOCS / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*")}
    assert sorted(written) == sorted(pages()), "run: make docs"
    assert [file for file, text in pages().items() if written[file] != text] == [], "run: make docs"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_whole_page(rule: Rule) -> None:
    page = pages()[f"{rule.code}.md"]
    for words in (rule.looks_for, rule.why, rule.settle, rule.not_when, rule.question):
        assert words.strip()
        assert words in page
    for setting, found in rule.settings.items():
        assert f"`{setting}` (default {found.default:g}): {found.meaning}" in page


# The command line


@pytest.mark.parametrize("command", list(main.commands.values()), ids=lambda command: command.name)
def test_every_command_and_option_is_helped_and_documented(command: click.Command) -> None:
    documented = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert command.help
    assert f"rolemap {command.name}" in documented
    assert f"rolemap {command.name}" in command.help.partition("Example")[2], "an example in its help"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.opts[-1] in documented, parameter.opts


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "json.md"], ids=name)
def test_shown_output_is_the_real_one(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    text = page.read_text(encoding="utf-8")
    fresh = console.renewed(text, tmp_path, monkeypatch)
    if request.config.getoption("--bless"):
        page.write_text(fresh, encoding="utf-8")
    else:
        assert fresh == text, "look at the difference; if it is meant, run: .venv/bin/pytest tests/test_docs.py --bless"


def test_the_readme_is_short_and_its_map_has_five_lines() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 120
    assert len(console.example().splitlines()) == 5
    assert console.example() in (DOCS / "model.md").read_text(encoding="utf-8")


# All pages


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of a page, as GitHub makes them."""
    headings = HEADING.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        target, _, anchor = link.partition("#")
        if not target.startswith("http"):
            path = (page.parent / target).resolve() if target else page
            assert path.exists(), link
            assert not anchor or anchor in anchors(path), link


@pytest.mark.parametrize("folder", ["docs", "docs/decisions"])
def test_indexes_are_complete(folder: str) -> None:
    index = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    for page in sorted((ROOT / folder).glob("*.md")):
        assert page.name == "README.md" or f"({page.name})" in index, page.name
