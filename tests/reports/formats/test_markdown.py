"""Markdown, read by an independent reader: every cell of every table comes back, and nothing of a map becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rolemap.reports.blocks import Document, Paragraph, Table, plain, text
from rolemap.reports.characters import holdable
from rolemap.reports.formats.markdown import write
from tests.reports.formats import made
from tests.reports.worlds import EXAMPLES, HOSTILE, documents, example, small


def tokens(document: Document) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(write(document).decode())


def words(token: Token) -> str:
    """Return what a reader sees of an inline token; our own line breaks are the only HTML."""
    said = []
    for child in token.children or []:
        assert child.type != "html_inline" or child.content == "<br>", child.content
        said.append("\n" if child.type == "html_inline" else "\n" if child.type == "softbreak" else child.content)
    return "".join(said)


def tables(document: Document) -> list[list[list[str]]]:
    found: list[list[list[str]]] = []
    inside = False
    for token in tokens(document):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        inside = token.type in {"th_open", "td_open"} or (inside and token.type == "inline")
        if inside and token.type == "inline":
            found[-1][-1].append(words(token))
    return found


def shown(document: Document) -> list[Table]:
    return [table for table in holdable(document).tables if not table.bulk]


def same(said: str) -> str:
    """Return text as a table in Markdown can hold it: line breaks of one kind, and no blanks at its ends."""
    return "\n".join(
        " ".join(line.split()) for line in said.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ).strip()


def check(document: Document) -> None:
    expected = [
        [[same(column.title) for column in table.columns], *([same(plain(cell)) for cell in row] for row in table.rows)]
        for table in shown(document)
    ]
    found = [[[same(cell) for cell in row] for row in table] for table in tables(document)]
    signed = [table for table in found if table[0] == ["For", "Name", "Position", "Signature", "Date"]]
    assert [table for table in found if table not in signed] == expected


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_cell_of_every_table_comes_back(name: str) -> None:
    for _, document in documents(example(name)):
        check(document)


@pytest.mark.parametrize("document", [made.every_block(), made.hostile()], ids=["every block", "hostile"])
def test_every_block_and_every_hostile_text_come_back(document: Document) -> None:
    check(document)


def test_a_hostile_map_makes_no_html_no_code_no_picture_and_no_link_that_acts() -> None:
    for _, document in documents(small(HOSTILE)):
        check(document)
        for token in tokens(document):
            assert token.type not in {"html_block", "fence", "code_block"}, token.content
            for child in token.children or []:
                assert child.type != "image"
                assert child.type != "code_inline" or child.content == document.digest
                if child.type == "link_open":
                    assert str(child.attrs["href"]).startswith(("http://", "https://"))


@pytest.mark.parametrize("begins", ["- a", "+ a", "> a", "1. a", "12) a", "# a", "=== ", "--- ", "    a", "a\n- b"])
def test_a_paragraph_stays_a_paragraph(begins: str) -> None:
    document = replace(made.every_block(), blocks=(Paragraph(text(begins)),))
    kinds = [token.type for token in tokens(document)]
    assert kinds.count("heading_open") == 1
    assert not {"bullet_list_open", "ordered_list_open", "blockquote_open", "code_block"} & set(kinds)


def test_headings_say_their_numbers() -> None:
    document = dict(documents(example("northshire")))["full-report"]
    found = [
        words(after)
        for token, after in zip(tokens(document), tokens(document)[1:], strict=False)
        if token.type == "heading_open"
    ]
    assert found[0] == document.title
    assert found[1:] == [f"{one.number} {one.text}".strip() for one in document.headings]
