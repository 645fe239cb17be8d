"""What LibreOffice, which none of our libraries knows, makes of the office files."""

from __future__ import annotations

import shutil
import subprocess

import pypdf
import pytest

from rolemap.reports.blocks import Document
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from tests.reports.formats import made
from tests.reports.formats.test_one_page import LARGE
from tests.reports.worlds import example

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[pypdf.PageObject]]:
    """Return the pages LibreOffice makes of every office file, by the file's name."""
    folder = tmp_path_factory.mktemp("office")
    documents: dict[str, Document] = {"every": made.every_block(), "hostile": made.hostile()}
    for name, document in documents.items():
        for form in ("word", "excel", "slides"):
            (folder / f"{name}-{form}{FORMATS[form].ending}").write_bytes(FORMATS[form].write(document))
    for name, kind, about in LARGE:
        document = KINDS[kind].build(Figures(example(name), about=about))
        (folder / f"page-{about}.docx").write_bytes(FORMATS["word"].write(document))
    files = sorted(folder.iterdir())
    command = ["soffice", f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=300)
    return {file.stem: list(pypdf.PdfReader(folder / f"{file.stem}.pdf").pages) for file in files}


def words(pages: list[pypdf.PageObject]) -> str:
    return "\n".join(page.extract_text() for page in pages)


def test_word_has_numbered_pages_of_both_kinds(converted: dict[str, list[pypdf.PageObject]]) -> None:
    pages = converted["every-word"]
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1].extract_text()
    turned = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert 1 <= len(turned) < len(pages)
    assert all("Column 8" in page.extract_text() for page in turned)


@pytest.mark.parametrize("about", [about for _, _, about in LARGE])
def test_word_has_one_page_on_one_post_or_body(converted: dict[str, list[pypdf.PageObject]], about: str) -> None:
    assert len(converted[f"page-{about}"]) == 1


def test_word_repeats_the_header_of_a_table(converted: dict[str, list[pypdf.PageObject]]) -> None:
    pages = [page.extract_text() for page in converted["every-word"] if "stop smoking services" in page.extract_text()]
    assert len(pages) > 1
    assert all("Responsibility" in page and "Places" in page for page in pages)


def test_excel_prints_every_row_with_its_date(converted: dict[str, list[pypdf.PageObject]]) -> None:
    said = words(converted["every-excel"])
    assert all(f"Responsibility {at}:" in said for at in range(1, 61))
    assert all("As at 1 July 2026" in page.extract_text() for page in converted["every-excel"])


def test_slides_are_as_many_pages(converted: dict[str, list[pypdf.PageObject]]) -> None:
    assert len(converted["every-slides"]) == 13
    assert all("3f9a1c07" in page.extract_text() for page in converted["every-slides"])


@pytest.mark.parametrize("form", ["word", "excel", "slides"])
def test_hostile_words_stay_words(converted: dict[str, list[pypdf.PageObject]], form: str) -> None:
    said = words(converted[f"hostile-{form}"])
    assert "=HYPERLINK(" in said
    assert "<script>alert(1)</script>" in said
    assert "root:" not in said
