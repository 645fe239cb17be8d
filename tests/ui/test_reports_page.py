"""The page Reports: every kind in every format is made and opens, what is chosen is in the address, faults are said."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import docx
import openpyxl
import pptx
import pypdf
import pytest
from streamlit.testing.v1 import AppTest

from rolemap.reports import export as exporting
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.formats import FORMATS
from rolemap.ui import cached, maps, state
from rolemap.ui.reports import preview, reportsides, reportview
from tests.ui.hostile import HOSTILE
from tests.ui.test_app import DAY, ROOT, empty_caches, hostile, opened, written

__all__ = ["empty_caches"]

ABOUT = {"role": "easton-director-of-public-health", "organisation": "easton-council", "agreement": "easton-section-75"}


def words_of_page(data: bytes) -> str:
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_data = found.append  # type: ignore[method-assign]
    parser.feed(data.decode())
    return " ".join(found)


def words_of_deck(data: bytes) -> str:
    slides = pptx.Presentation(io.BytesIO(data)).slides
    return " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)


def words_of_document(data: bytes) -> str:
    found = docx.Document(io.BytesIO(data))
    return " ".join(one.text for one in (*found.paragraphs, *found.sections[0].footer.paragraphs))


def words_of_book(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return " ".join(str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value)


def words_of_archive(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return " ".join(archive.read(name).decode("utf-8-sig") for name in archive.namelist())


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": lambda data: pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(),
    "word": words_of_document,
    "excel": words_of_book,
    "slides": words_of_deck,
    "html": words_of_page,
    "markdown": bytes.decode,
    "csv": words_of_archive,
    "json": lambda data: str(json.loads(data)),
}


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page last offered to download, and the page last previewed."""
    found: dict[str, Any] = {}

    def download(label: str, data: bytes, **others: Any) -> bool:
        found.update(others, label=label, data=data)
        return False

    monkeypatch.setattr(reportview.st, "download_button", download)
    monkeypatch.setattr(preview, "show", lambda page, title: found.update(page=page.decode(), title=title))
    return found


def linked(**address: str) -> AppTest:
    """The page as a link opens it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).switch_page("rolemap/ui/pages/reports.py")
    for name, value in {"map": "northshire", "on": "2026-07-01", **address}.items():
        app.query_params[name.replace("_", "-")] = value
    return app.run()


def make(app: AppTest) -> AppTest:
    return app.button(key="make-report").click().run()


def sentence(app: AppTest) -> str:
    return next(str(one.proto.body) for one in app.get("html") if "rm-lead" in str(one.proto.body))


def address(app: AppTest) -> dict[str, str]:
    return {name: "".join(value) for name, value in app.query_params.items() if name not in ("map", "on")}


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_is_made_and_opens(kind: str, offered: dict[str, Any]) -> None:
    app = linked(report=kind, about=ABOUT.get(KINDS[kind].about, ""))
    for name, form in FORMATS.items():
        app.button_group(key=state.FORMAT).set_value(name).run()
        assert not app.exception
        make(app)
        assert not app.warning
        data = offered.pop("data")
        assert offered["file_name"].endswith(f"-{kind}-2026-07-01{form.ending}")
        assert offered["mime"] == form.media
        assert offered["label"] == f"Download ({reportview.size(data)})"
        assert READERS[name](data).strip()
        assert "Northshire" in READERS[name](data), name
        if name in ("html", "markdown", "json"):
            assert data == exporting.export(_figures(kind), kind, form)
    assert "Northshire" in words_of_page(offered["page"].encode())


def _figures(kind: str) -> Figures:
    return Figures(cached.analysis(maps.example("northshire"), DAY), about=ABOUT.get(KINDS[kind].about, ""))


@pytest.mark.parametrize("about", ["role", "organisation", "agreement"])
def test_what_it_is_about_is_asked_for_and_found_by_search(about: str, offered: dict[str, Any]) -> None:
    kind = next(name for name, one in KINDS.items() if one.about == about)
    app = linked(report=kind, about="no-such-thing")
    assert f"Choose the {about}" in app.info[0].value
    assert "page" not in offered
    app.selectbox(key=state.ABOUT).select(ABOUT[about]).run()
    assert not app.info
    assert address(app)["about"] == ABOUT[about]
    assert cached.landscape(maps.example("northshire")).title(ABOUT[about]) in sentence(app)
    assert "page" in offered


def test_sections_are_left_out_by_a_link_and_by_hand(offered: dict[str, Any]) -> None:
    app = linked(leave_out="pictures,words,nonsense")
    assert "without Pictures, Words that differ" in sentence(app)
    pills = app.button_group(key="sections-left-in")
    assert "pictures" not in pills.value
    pills.set_value([*pills.value, "pictures"]).run()
    assert address(app) == {"leave-out": "words"}
    assert "without: Words that differ" in offered["page"]
    app.button_group(key="sections-left-in").set_value([]).run()
    assert "at least one section" in app.info[0].value
    assert not app.exception


def test_limits_are_those_of_the_other_pages(offered: dict[str, Any]) -> None:
    app = linked(level="place", pillar="health-behaviours")
    assert "only Place and Health behaviours" in sentence(app)
    assert "· Place and Health behaviours" in offered["page"]
    app.radio(key=state.REPORT).set_value("memorandum").run()
    assert not app.exception
    assert not [one for one in app.multiselect if one.label == "Level"]


def test_what_has_changed_since_a_day_and_since_a_map(offered: dict[str, Any]) -> None:
    app = linked(since="day", since_on="2025-01-01")
    assert "with what has changed since 1 January 2025" in sentence(app)
    assert "What has changed" in offered["page"]
    app.selectbox(key=state.SINCE).select("map").run()
    assert address(app) == {"since": "map"}
    app.selectbox(key=state.SINCE_MAP).select("one-council").run()
    assert "since Oldham as at 1 July 2026" in sentence(app)
    app.radio(key=state.REPORT).set_value("findings-list").run()
    assert address(app) == {"report": "findings-list"}
    assert "since" not in sentence(app)


def test_an_earlier_map_is_uploaded_and_the_map_in_use_stays(offered: dict[str, Any]) -> None:
    app = linked(since="map")
    app.file_uploader(key=reportsides.UPLOADER).upload("old.yaml", HOSTILE).run()
    assert not app.exception
    assert "Northshire" in sentence(app)
    assert "since &lt;img src=x" in sentence(app)
    app.file_uploader(key=reportsides.UPLOADER).upload("bad.yaml", b"roles: {a: {titel: x}}\n").run()
    assert "cannot be read: " in written(app)
    assert "bad.yaml" in written(app)


def test_a_report_with_changes_and_what_they_changed(offered: dict[str, Any]) -> None:
    app = linked(changed="icb-merger", since="before")
    assert "as at 1 April 2027" in sentence(app)
    assert "after “The merger of two integrated care boards”" in sentence(app)
    assert "with what has changed since this map without the changes" in sentence(app)
    assert "with “The merger of two integrated care boards” (a proposal)" in offered["page"]
    assert "with changes tried on it, as at 1 April 2027" in offered["page"]
    assert "What has changed" in offered["page"]
    assert "Loose ends of the changes" in offered["page"]
    make(app)
    assert offered["file_name"].endswith("-full-report-with-changes-2027-04-01.pdf")


def test_what_is_chosen_on_the_page_what_if(offered: dict[str, Any]) -> None:
    app = linked(changed="what-if", remove="northshire-icb", since="before")
    assert not app.exception
    assert "after “Chosen in the app”" in sentence(app)
    assert address(app)["remove"] == "northshire-icb"
    assert "Loose ends" in offered["page"]


def test_a_fault_is_said_and_the_page_stays(offered: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(figures: object, kind: str, form: Any) -> bytes:
        if form.name == "pdf":
            raise RuntimeError("the font is gone")
        return exporting.export(figures, kind, form)  # type: ignore[arg-type]

    monkeypatch.setattr(cached, "export", fails)
    app = make(linked())
    assert "The PDF file cannot be made: the font is gone" in app.warning[0].value.replace("\\", "")
    assert "page" in offered
    assert "data" not in offered
    make(app.button_group(key=state.FORMAT).set_value("markdown").run())
    assert offered["file_name"].endswith(".md")
    assert not app.warning


def test_a_large_map_is_previewed_when_asked(offered: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reportview, "AT_ONCE", 1)
    app = linked()
    assert "page" not in offered
    next(one for one in app.button if one.label == "Show the preview").click().run()
    assert "page" in offered


def test_hostile_text_stays_text_in_page_and_preview(offered: dict[str, Any]) -> None:
    app = hostile("reports.py", **{state.REPORT: "role-page", state.ABOUT: "d"})
    assert not app.exception
    assert "&lt;img src=x" in sentence(app)
    assert "<img" not in written(app)
    assert "<script>1" not in offered["page"]
    assert "&lt;script&gt;1" in offered["page"]
    assert offered["page"].count("<script>") == 1
    data = make(app) and offered["data"]
    assert data.startswith(b"%PDF")
    assert set(offered["file_name"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_links_out_of_the_preview_open_beside_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: dict[str, Any] = {}
    monkeypatch.setattr(preview, "_component", lambda **others: sent.update(others))
    preview.show(b'<a href="https://example.org">x</a><a href="#a">y</a>&lt;a href="http', "A title")
    page = sent["data"]["page"]
    assert page == '<a target="_blank" href="https://example.org">x</a><a href="#a">y</a>&lt;a href="http'


def links(app: AppTest) -> dict[str, dict[str, str]]:
    found = {}
    for one in app.get("page_link"):
        pairs = (part.partition("=") for part in one.proto.query_string.split("&"))
        found[one.proto.label] = {name: value for name, _, value in pairs}
    return found


def test_other_pages_lead_here_with_the_choice_made() -> None:
    app = opened("parties.py", "northshire", **{state.PARTY: "easton-council"})
    link = links(app)["Print this, in any format"]
    assert link["report"] == "organisation-page"
    assert link["about"] == "easton-council"
    assert link["map"] == "northshire"
    assert link["on"] == "2026-07-01"
    app = opened("agreements.py", "northshire", **{state.AGREEMENT: "easton-section-75"})
    assert links(app)["Print the draft memorandum, in any format"]["about"] == "easton-section-75"
    assert links(app)["Print the register"]["report"] == "agreement-register"
    app = opened("gaps.py", "northshire", **{state.LEVEL: ["place"]})
    link = links(app)["Print the findings with their questions"]
    assert (link["report"], link["level"]) == ("findings-list", "place")
    app = opened("whatif.py", "northshire", **{state.REMOVED: ["northshire-icb"]})
    link = links(app)["Print a report with these changes"]
    assert (link["changed"], link["since"], link["remove"]) == ("what-if", "before", "northshire-icb")
    app = opened("whatif.py", "northshire", **{state.WHAT_IF_ON: "2026-01-01"})
    link = links(app)["Print a report of that day"]
    assert (link["on"], link.keys() & {"since", "since-on"}) == ("2026-01-01", set())
    app = opened("compare.py", "northshire", **{state.OTHER_ON: "2027-04-01"})
    link = links(app)["Print a report that says what has changed"]
    assert (link["on"], link["since"], link["since-on"]) == ("2027-04-01", "day", "2026-07-01")


def test_what_is_law_is_offered_as_a_summary_and_not_as_a_draft(offered: dict[str, Any]) -> None:
    order = "gmca-public-health-functions-order"
    app = linked(map="greater-manchester", report="memorandum", about=order)
    assert not app.exception
    assert "Summary of law for" in sentence(app)
    assert "In force by law: " in offered["page"]
    assert "Draft memorandum: " not in offered["page"]
    app = opened("agreements.py", "greater-manchester", **{state.AGREEMENT: order})
    assert links(app)["Print the summary of this law, in any format"]["about"] == order


def test_a_report_with_changes_says_here_too_what_comes_by_itself(offered: dict[str, Any]) -> None:
    app = linked(changed="council-reorganisation")
    assert not app.exception
    assert "What these changes do, and what comes by itself" in offered["page"]
    assert "NHS Northshire Integrated Care Board ends on 31 March 2027" in offered["page"]


def test_what_was_made_is_kept_for_the_same_choice_only(offered: dict[str, Any]) -> None:
    app = make(linked())
    assert offered.pop("data")
    app.run()
    assert offered.pop("data")
    app.button_group(key="sections-left-in").set_value(["gaps"]).run()
    assert "data" not in offered
    assert app.button(key="make-report").label == "Make the PDF file"


@pytest.mark.parametrize(("on", "day"), [("2027-03-31", "31 March 2026"), ("2028-02-29", "28 February 2027")])
def test_a_year_before_is_the_same_day(on: str, day: str, offered: dict[str, Any]) -> None:
    assert f"since {day}." in sentence(linked(on=on, since="day"))


@pytest.mark.parametrize("on", ["1900-01-01", "1900-06-01"])
def test_a_year_before_the_first_day_is_the_first_day(on: str, offered: dict[str, Any]) -> None:
    app = linked(on=on, since="day")
    assert not app.exception
    assert "since 1 January 1900." in sentence(app)


def test_an_earlier_day_is_not_later_than_the_report(offered: dict[str, Any]) -> None:
    app = linked(on="2027-01-01", since="day", since_on="2030-01-01")
    assert not app.exception
    assert app.date_input(key=state.SINCE_ON).max == date(2027, 1, 1)
    assert "since 1 January 2027." in sentence(app)


def test_an_earlier_map_is_read_as_at_a_day_of_its_own_until_another_map_or_day_is_meant(
    offered: dict[str, Any],
) -> None:
    app = linked(since="map", since_map="one-council", since_on="2020-01-01")
    assert "since Oldham as at 1 January 2020." in sentence(app)
    app.date_input(key=state.SINCE_ON).set_value(None).run()
    assert "since Oldham as at 1 July 2026." in sentence(app)
    app.date_input(key=state.ON).set_value(date(2026, 8, 1)).run()
    assert "since Oldham as at 1 August 2026." in sentence(app)
    assert address(app) == {"since": "map", "since-map": "one-council"}


@pytest.mark.parametrize("form", FORMATS)
def test_tables_for_other_tools_are_offered_at_once_where_the_format_of_a_link_has_them(
    form: str, offered: dict[str, Any]
) -> None:
    sections = linked(format=form).button_group(key="sections-left-in")
    assert ("data" in sections.value) == FORMATS[form].bulk
