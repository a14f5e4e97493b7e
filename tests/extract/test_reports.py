import pytest

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
