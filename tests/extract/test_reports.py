from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.model import Report
from civicgraph.read import read
from civicgraph.segment import segment
from record import found


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("The Committee considered a report of the Director of Housing on empty homes.", "Director of Housing"),
        ("Report of the Head of Roads\n\nThe report was noted.", "Head of Roads"),
        ("The Committee received a presentation from Ms Bell.", None),
        ("The Committee considered a briefing note of the Town Clerk.", "Town Clerk"),
        ("RESOLVED that the report be noted.", None),
        ("This report set out the forecast for the year.", None),
        ("This report looked at a change in the fares.", None),
        ("To receive a report on the Youth Strategy.\n\nMembers spoke.", None),
        ("The Committee received Report No. AB2308, which set out progress.", None),
        ("Cabinet considered the head of planning's report on the plan.", "head of planning"),
        (
            "The Committee considered a report of the strategic director for place on roads.",
            "strategic director for place",
        ),
        (
            "Decision:\n\nRESOLVED that Members noted the report.\n\nMinutes:\n\nThe Portfolio Holder for Health and "
            "Wellbeing submitted a report, a copy of which had been sent out.",
            "Portfolio Holder for Health and Wellbeing",
        ),
        ("Mr Lane proposed the motion that “Council is asked to endorse the report.”", None),
    ],
)
def test_reports(text: str, author: str | None) -> None:
    (report,) = found(text).findings.reports
    assert (report.author.name if report.author else None) == author


@pytest.mark.parametrize(
    "text",
    [
        "A resident spoke about the bridge.",
        "Members recalled a report of the Director that they saw last year at the conference in the north.",
    ],
)
def test_no_reports(text: str) -> None:
    assert found(text).findings.reports == ()


@pytest.mark.parametrize(
    "title", ["Presentation on School Streets", "Annual Report of the Health Board", "Chairman's Report - Anna Reed"]
)
def test_titles(title: str) -> None:
    (report,) = found(f"# {title}\nMembers spoke.").findings.reports
    assert report.title == title


def test_whose_report_a_title_in_capitals_is() -> None:
    (report,) = found("# CHIEF EXECUTIVES REPORT\nMembers spoke.").findings.reports
    assert report.author is not None
    assert report.author.name == "CHIEF EXECUTIVE"


def test_routes() -> None:
    record = found(
        "The Committee considered a report of the Director of Housing. Cabinet would be asked to approve "
        "the proposals in the report on 8 April 2014.\n\nThe Committee agreed to remit the report to the "
        "Audit Committee."
    )
    named = [(r.body.name, r.date, r.status) for r in record.findings.routes]
    assert ("Audit Committee", "", "recommended") in named
    assert ("Planning Committee", "2014-03-04", "considered") in named


def test_a_past_referral_is_no_route() -> None:
    record = found(
        "The Committee considered a report of the Director of Housing.\n\nThe Panel had referred the "
        "report to the Audit Committee."
    )
    assert [r.body.name for r in record.findings.routes] == ["Planning Committee"]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("a report of the Chief Executive and Section 151 Officer on fees.", "Chief Executive and Section 151 Officer"),
        ("a report of the Corporate Director (Adult Services) on fees.", "Corporate Director (Adult Services)"),
        ("a report of the Operational Director - Finance, which set out fees.", "Operational Director - Finance"),
        (
            "a joint report of the Director of Roads and the Head of Legal Services.",
            "Director of Roads and the Head of Legal Services",
        ),
        ("a report of the Director of Roads, Jane Smith, on fees.", "Director of Roads"),
        ("Report No. R-5-14 (90kb pdf) dated 1 March 2014 by the Director of Roads.", "Director of Roads"),
    ],
)
def test_whole_authors(text: str, author: str) -> None:
    (report,) = found(f"The Committee considered {text}").findings.reports
    assert report.author is not None and report.author.name == author


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The report had been presented to the Audit Committee on 20 February 2014.",
            ("Audit Committee", "2014-02-20"),
        ),
        (
            "The Roads Panel considered the report at its meeting held on 25 February 2014.",
            ("Roads Panel", "2014-02-25"),
        ),
        (
            "The report was due to be presented to the Audit Committee on 20 April 2014.",
            ("Audit Committee", "2014-04-20"),
        ),
        ("The Council will reconsider the decision on 20 April 2014.", ("Council", "2014-04-20")),
        (
            "RESOLVED that the report be endorsed and submitted to the Cabinet on 20 April 2014.",
            ("Cabinet", "2014-04-20"),
        ),
        (
            "RESOLVED that the report be deferred to the meeting of the Planning Committee on 20 April 2014.",
            ("Planning Committee", "2014-04-20"),
        ),
    ],
)
def test_ways_of_a_report(text: str, expected: tuple[str, str]) -> None:
    record = found(f"The Committee considered a report of the Director of Housing. {text}")
    assert expected in [(r.body.name, r.date) for r in record.findings.routes]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the meeting of the Roads Panel held on 25 February 2014 were received.",
        "The strategy had been approved by the Cabinet on 3 March 2011.",
    ],
)
def test_no_way_of_a_report(text: str) -> None:
    record = found(f"The Committee considered a report of the Director of Housing. {text}")
    assert [r.body.name for r in record.findings.routes] == ["Planning Committee"]


def test_the_paper_that_a_web_page_offers_beside_a_title() -> None:
    text = "# Bus Fares pdf icon PDF 99 KB\n\nRESOLVED that the fares be raised."
    assert [one.title for one in found(text).findings.reports] == ["Bus Fares"]
    assert found("# Minutes of 4 May pdf icon PDF 99 KB\n\nRESOLVED that they be signed.").findings.reports == ()


SHEET = """Marshdale Borough Council

Cabinet

4 March 2014

Ward(s) affected: {wards}

Title: Empty homes

Is this a key decision?

Yes

Has it been or will it be considered by Scrutiny?

No

Recommendations:

1. Note the report
"""


def sheet(wards: str) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.md"
        path.write_text(SHEET.format(wards=wards), encoding="utf-8")
        document = read(path)
    (report,) = extract(document, segment(document)).reports
    return report


def test_what_a_front_sheet_answers() -> None:
    report = sheet("Northgate and Quay")
    assert [(a.question, a.text) for a in report.answers] == [
        ("key-decision", "Yes"),
        ("wards", "Northgate and Quay"),
        ("scrutiny", "No"),
    ]


@pytest.mark.parametrize(
    "wards", ["All", "all wards", "Borough-wide", "All wards in the borough", "All Electoral Divisions"]
)
def test_a_report_that_affects_every_ward(wards: str) -> None:
    assert sheet(wards).all_wards


@pytest.mark.parametrize("wards", ["All Saints", "All but Quay", "Northgate", "None", "Overall"])
def test_a_report_that_does_not(wards: str) -> None:
    assert not sheet(wards).all_wards
