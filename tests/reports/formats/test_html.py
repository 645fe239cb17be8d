"""The web page, read by Python's own parser: landmarks, headings, tables with scopes, and nothing of a map acts."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from rolemap.reports.blocks import Column, Document, Picture, Table, plain, text
from rolemap.reports.characters import holdable
from rolemap.reports.formats.html import write
from tests.reports.formats import made
from tests.reports.worlds import EMPTY, EXAMPLES, HOSTILE, documents, example, small

VOID = frozenset({"meta", "br", "col", "img", "link", "hr"})
ALLOWED = frozenset(
    re.findall(
        r"\w+",
        """
        html head meta title style body
        a header h1 h2 h3 h4 p nav ul li main div table caption colgroup col thead tbody tr th td
        span strong code dl dt dd figure figcaption details summary aside footer br time script svg rect g path text line
        """,
    )
)


NASTY_MARKUP = re.compile(r"<script>alert|<b>not bold")
"""Text of the hostile maps, were it markup."""


class Page(HTMLParser):
    """Every element with its attributes, and the text of every cell."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.cell: list[str] | None = None
        self.text: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:] == [tag], f"{tag} is closed where it was not open"
        self.open.pop()
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][-1].append("".join(self.cell))
            self.cell = None

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.cell is not None:
            self.cell.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(document: Document) -> Page:
    return Page(write(document).decode())


def check(document: Document) -> Page:
    found = page(document)
    assert {tag for tag, _ in found.elements} <= ALLOWED
    for landmark in ("header", "main", "footer", "h1", "script"):
        assert len(found.all(landmark)) == 1, landmark
    names = {name for _, attributes in found.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in {"style", "src", "srcset", "action"}]
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for attributes in found.all("a"):
        link = attributes["href"] or ""
        assert link.removeprefix("#") in ids if link.startswith("#") else link.startswith(("http://", "https://"))
    assert all(attributes.get("scope") in {"col", "row"} for attributes in found.all("th"))
    assert all(attributes.get("role") == "img" and attributes.get("aria-label") for attributes in found.all("svg"))
    levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    return found


def shown(document: Document) -> list[Table]:
    return [table for table in holdable(document).tables if not table.bulk]


def cells(document: Document) -> list[list[list[str]]]:
    return [
        [[column.title for column in table.columns], *([_said(plain(value)) for value in row] for row in table.rows)]
        for table in shown(document)
    ]


def _said(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_table_of_every_kind_is_there_cell_by_cell(name: str) -> None:
    for _, document in documents(example(name)):
        found = check(document)
        signatures = [table for table in found.tables if table[0][0] == "For"]
        assert [table for table in found.tables if table not in signatures] == cells(document)
        pictures = [block for block in document.blocks if isinstance(block, Picture)]
        assert len(found.all("svg")) == len(pictures)


@pytest.mark.parametrize(
    "document",
    [
        made.every_block(),
        made.hostile(),
        *(one for _, one in documents(small(HOSTILE))),
        *(one for _, one in documents(small(EMPTY))),
    ],
    ids=lambda one: one.kind,
)
def test_hostile_text_stays_text_and_empty_maps_are_pages(document: Document) -> None:
    found = check(document)
    assert found.all("script") == [{}], "only the page's own, which the policy names"
    assert NASTY_MARKUP.search(write(document).decode()) is None


def test_the_policy_allows_only_its_own_style_and_script() -> None:
    source = write(made.every_block()).decode()
    style = source[source.index("<style>") + 7 : source.index("</style>")]
    policy = next(one["content"] or "" for one in Page(source).all("meta") if one.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    script = source[source.index("<script>") + 8 : source.index("</script>")]
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_says_its_date_digest_and_origin() -> None:
    document = dict(documents(example("northshire")))["full-report"]
    said = "".join(page(document).text)
    assert "As at 21 November 2026" in said
    assert document.digest in said
    assert document.provenance in said


def test_contents_lead_to_every_section() -> None:
    document = dict(documents(example("northshire")))["full-report"]
    source = write(document).decode()
    for heading in document.headings:
        if heading.level <= 2:
            assert f'href="#{heading.anchor}"' in source


def test_a_column_of_numbers_keeps_no_room_for_words() -> None:
    columns = (Column("No.", 0.5), Column("What is noticed", 4))
    page = write(
        made.made((Table(name="t", caption="c", columns=columns, rows=((text("G1"), text("words")),)),))
    ).decode()
    assert 'class="table short numbers"' in page
    assert ' numbers"' not in write(made.made((made.table(3),))).decode()
