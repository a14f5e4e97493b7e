"""What is known to exist and is not among the documents."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from brackenfold import agenda, minutes, sheet, took
from civicgraph.answers import rows
from civicgraph.queries import ask, question
from rules.followups import built

FARES = took("32", "Bus Fares")


def gaps(store: Store) -> set[tuple[str, str, str]]:
    found = ask(store, question("missing"), {})
    assert isinstance(found, QuerySolutions)
    return {(kind, day, what) for kind, day, _, what, *_ in rows(found)}


def test_a_report_whose_sheet_is_here_is_not_missing(tmp_path: Path) -> None:
    papers = {
        "minutes.md": minutes(
            "Cabinet", "1 July 2024", took("31", "Tram Lines to the Hospital"), took("32", "Bus Fares")
        ),
        "sheet.md": sheet("Tram Lines to the Hospital", "Cabinet, 1 July 2024", "Author: Director of Transport"),
    }
    found = gaps(built(papers, tmp_path))
    assert ("report not held", "2024-07-01", "Bus Fares") in found
    assert ("report not held", "2024-07-01", "Tram Lines to the Hospital") not in found


def test_an_agenda_lacks_its_minutes_until_they_come(tmp_path: Path) -> None:
    plan = agenda("Cabinet", "1 July 2024", "5. Bus Fares\n\nReport of the Director of Transport")
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    assert ("minutes not held", "2024-07-01", "") in gaps(built({"agenda.md": plan}, tmp_path / "before"))
    record = minutes("Cabinet", "1 July 2024", FARES)
    both = built({"agenda.md": plan, "minutes.md": record}, tmp_path / "after")
    assert "minutes not held" not in {kind for kind, _, _ in gaps(both)}


def test_minutes_that_a_later_meeting_approved_are_missing(tmp_path: Path) -> None:
    record = minutes(
        "Cabinet", "1 July 2024", "31. Minutes\n\nThe minutes of the meeting held on 3 June 2024 were agreed."
    )
    assert ("minutes not held", "2024-06-03", "") in gaps(built({"minutes.md": record}, tmp_path))


def test_a_minute_that_a_reference_may_mean_is_not_missing(tmp_path: Path) -> None:
    again = "5. Bus Shelters\n\nFurther to Minute 4, it was noted that the land had been sold."
    store = built({"minutes.md": minutes("Cabinet", "1 July 2024", took("4", "Land Sale"), again)}, tmp_path)
    assert "minute not held" not in {kind for kind, _, _ in gaps(store)}


def test_a_sub_committees_minutes_that_its_parent_approved(tmp_path: Path) -> None:
    """They are looked for where the sub-committee's are, and its parent did not meet on that day."""
    approved = "The minutes of the Roads Sub-Committee held on {} were approved as a correct record."
    parent = minutes(
        "Transport Committee", "1 July 2024", f"31. Minutes\n\n{approved.format('3 June 2024')}\n\n"
        f"{approved.format('6 May 2024')}"
    )  # fmt: skip
    sub = minutes("Roads Sub-Committee", "3 June 2024", took("4", "Land Sale"))
    store = built({"parent.md": parent, "sub.md": sub}, tmp_path)
    found = ask(store, question("missing"), {})
    assert isinstance(found, QuerySolutions)
    missing = {(day, body) for kind, day, body, *_ in rows(found) if kind == "minutes not held"}
    assert missing == {("2024-05-06", "Roads Sub-Committee")}


def test_what_was_told_has_no_text_to_be_missed(tmp_path: Path) -> None:
    said = "The Director presented the update.\n\nRESOLVED that the update be noted."
    told = f"7. Verbal Update by the Director of Transport\n\n{said}"
    store = built({"minutes.md": minutes("Cabinet", "1 July 2024", told)}, tmp_path)
    assert "report not held" not in {kind for kind, *_ in gaps(store)}


def test_what_a_leader_reports_is_spoken(tmp_path: Path) -> None:
    items = [
        f"{number}. {title}\n\nMr Gale spoke about the harbour.\n\nRESOLVED that the report be noted."
        for number, title in ((7, "Report by Leader of the Council"), (8, "Mayor's Report"), (9, "Report of the Clerk"))
    ]
    store = built({"minutes.md": minutes("Cabinet", "1 July 2024", *items)}, tmp_path)
    missing = {what for kind, _, what in gaps(store) if kind == "report not held"}
    assert missing == {"Report of the Clerk"}


def test_a_report_of_which_agenda_and_minutes_tell_is_missing_once(tmp_path: Path) -> None:
    title = "Statement of Finances Report"
    papers = {
        "agenda.md": agenda("Cabinet", "1 July 2024", f"5. {title}"),
        "minutes.md": minutes("Cabinet", "1 July 2024", took("32", title)),
    }
    found = ask(built(papers, tmp_path), question("missing"), {})
    assert isinstance(found, QuerySolutions)
    assert len([row for row in rows(found) if row[0] == "report not held"]) == 1


def test_a_gap_says_which_papers_show_it(tmp_path: Path) -> None:
    """Of a hundred papers, a question need not look into each."""
    approved = "2. Minutes\n\nThe minutes of the meeting held on 3 June 2024 were agreed."
    fares = "5. Bus Fares\n\nReport of the Director of Transport"
    papers = {
        "july.md": minutes("Cabinet", "1 July 2024", approved),
        "agenda.md": agenda("Cabinet", "5 August 2024", fares),
        "again.md": agenda("Cabinet", "5 August 2024", fares, "6. Trams"),
    }
    shown = built(papers, tmp_path).query(
        """PREFIX civ: <https://w3id.org/civicgraph/ontology#>
        PREFIX civc: <https://w3id.org/civicgraph/concept#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?date ?name WHERE {
          ?gap civ:gapKind civc:gap-minutes ; dcterms:date ?date ; dcterms:source/civ:fileName ?name
        } ORDER BY ?date ?name"""
    )
    assert isinstance(shown, QuerySolutions)
    assert [tuple(row) for row in rows(shown)] == [
        ("2024-06-03", "july.md"),
        ("2024-08-05", "again.md"),
        ("2024-08-05", "agenda.md"),
    ]


def test_a_day_of_a_work_programme_is_missing_once(tmp_path: Path) -> None:
    plan = "31. Work Programme\n\n12 September 2024\n\n- Bus Fares\n- Tram Lines\n\n10 October 2024\n\n- Libraries"
    papers = {
        "plan.md": minutes("Transport Board", "1 July 2024", plan),
        "october.md": minutes("Transport Board", "10 October 2024", FARES),
    }
    found = gaps(built(papers, tmp_path))
    assert {row for row in found if row[0] == "meeting not held"} == {("meeting not held", "2024-09-12", "Bus Fares")}


AUTHOR = "Report author: A Lee, Head of Roads"
ROUTES = f"The routes are attached as Appendix A.\n\n{AUTHOR}"


def attachments(papers: dict[str, str], folder: Path) -> set[tuple[str, str]]:
    folder.mkdir()
    return {(day, what) for kind, day, what in gaps(built(papers, folder)) if kind == "attachment not held"}


def fares(*below: str) -> str:
    return "\n\n".join((sheet("Bus Fares", "Cabinet, 1 July 2024", AUTHOR, "Recommendations: To note."), *below))


def test_what_a_report_says_is_attached_and_nobody_has_is_missing(tmp_path: Path) -> None:
    assert attachments({"report.md": fares(ROUTES)}, tmp_path / "alone") == {("", "Appendix A")}
    own = {"report.md": fares(ROUTES), "Appendix A.md": "Appendix A\n\nBus routes of the borough."}
    assert attachments(own, tmp_path / "own") == set()
    other = {"report.md": fares(ROUTES), "Appendix B.md": "Appendix B\n\nBus stops of the borough."}
    assert attachments(other, tmp_path / "other") == {("", "Appendix A")}


def test_another_document_that_has_the_report_may_have_what_is_attached(tmp_path: Path) -> None:
    whole = fares("The routes are attached as Appendix A.", "Appendix A", "Route 1. Mill to Harbour", AUTHOR)
    plan = agenda("Cabinet", "1 July 2024", "5. Bus Fares")
    assert attachments({"report.md": fares(ROUTES), "pack.md": f"{plan}\n\n---\n\n{whole}"}, tmp_path / "pack") == set()
    both = {"report.md": fares(ROUTES), "pack.md": f"{plan}\n\n---\n\n{fares(ROUTES)}"}
    assert {what for _, what in attachments(both, tmp_path / "both")} == {"Appendix A"}


def test_what_minutes_tell_was_attached_is_missing_with_its_report(tmp_path: Path) -> None:
    told = "The survey and the map were attached as appendices to the report."
    record = minutes("Cabinet", "1 July 2024", took("31", "Bus Fares", told))
    assert attachments({"minutes.md": record}, tmp_path / "told") == {("2024-07-01", "Appendices")}
    assert attachments({"minutes.md": record, "report.md": fares("The end.", AUTHOR)}, tmp_path / "held") == set()
