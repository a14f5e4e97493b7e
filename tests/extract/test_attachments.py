"""What a paper says is attached to it, and the document lacks."""

from __future__ import annotations

import pytest

from brackenfold import findings, minutes, sheet
from civicgraph.model import Findings

BOARD = "Transport Board"
AUTHOR = "Report author: A Lee, Head of Roads"


def paper(*below: str, end: str = AUTHOR) -> str:
    return "\n\n".join((sheet("Bus Fares", BOARD, AUTHOR, "Recommendations: To note it."), *below, end))


def found(text: str, name: str = "paper.md") -> Findings:
    (one,) = findings({name: text})
    return one


def lacking(text: str) -> list[tuple[str, str]]:
    return [(one.label, one.title) for one in found(text).attachments]


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("The routes are attached as Appendix A.", ["Appendix A"]),
        ("The survey (included as Annex 2 to this paper) was taken in May.", ["Annex 2"]),
        ("Appendices 1 and 2 are attached.", ["Appendix 1", "Appendix 2"]),
        ("Maps are appended at Appendices A to C.", ["Appendix A", "Appendix B", "Appendix C"]),
        ("Appendix B to this report has the fares of other towns.", ["Appendix B"]),
        ("The fares are set out in Appendix A.", []),
        ("The costs are included in Appendix A.", []),
        ("The terms are attached at Appendix 1 of the Cabinet report.", []),
        ("Appendix 3 is attached to the minutes of May.", []),
        ("Appendix A of the report to Cabinet of 4 May is attached at its Appendix B.", []),
        ("The map will be attached as Appendix A.", []),
        ("Appendix A is not attached.", []),
        ("Appendix A, attached to the agenda of 3 May, is available on the website.", []),
    ],
)
def test_what_is_said_to_be_attached(said: str, labels: list[str]) -> None:
    assert lacking(paper(f"2. Fares\n\n{said}")) == [(label, "") for label in labels]


def test_what_the_list_at_the_end_has() -> None:
    listed = "**Appendices**\n\n- Appendix A \u2013 Bus Routes\n- Appendix B \u2013 Record of Decision"
    assert lacking(paper("2. Fares", listed, "**Contact details**")) == [("Appendix A", "Bus Routes")]
    assert lacking(paper("2. Fares", "**Annexes**\n\nA: Bus Routes\n\n**12. Contact details**")) == [
        ("Annex A", "Bus Routes")
    ]
    assert lacking(paper("**Appendices**\n\nNone\n\n**13. Contact details**")) == []


def test_what_the_document_has_is_not_lacking() -> None:
    said = "The routes are attached as Appendix A. The stops are attached as Appendix B."
    assert lacking(paper(said, "APPENDIX A\n\nBus routes", end=f"The end.\n\n{AUTHOR}")) == [("Appendix B", "")]
    assert lacking(paper(said, "Appendix A shows the routes.")) == [("Appendix A", ""), ("Appendix B", "")]


def test_a_paper_that_goes_on_below_its_end_may_have_it() -> None:
    said = "The routes are attached as Appendix A."
    assert lacking(paper(said, AUTHOR, end="Route 1 goes from the mill to the harbour. " * 40)) == []
    assert lacking(paper(said, AUTHOR, end="Route 1 goes from the mill to the harbour. " * 4)) == []
    assert lacking(paper(said, AUTHOR, end="a.lee@brackenfold.example")) == [("Appendix A", "")]


def test_minutes_tell_of_what_was_attached_to_a_report() -> None:
    taken = "31. Bus Fares\n\nThe Board considered a report of the Head of Roads.\n\n{} RESOLVED that it be noted."
    told = "The survey and the map were all attached as appendices to the report."
    one = found(minutes(BOARD, "1 July 2024", taken.format(told)))
    assert [(a.label, a.report, a.item) for a in one.attachments] == [("Appendices", 0, 0)]
    for other in ("The survey was attached to the report of 3 May.", "The survey was set out in Appendix A."):
        assert lacking(minutes(BOARD, "1 July 2024", taken.format(other))) == []


def test_a_document_of_its_own_says_what_it_may_be() -> None:
    alone = found("Appendix A\n\nBus routes of the borough, by number.", "Appendix_A_-_Bus_Routes.md")
    assert {"appendix a", "bus routes"} <= set(alone.appended)
    assert found(paper("2. Fares")).appended == ()
    assert found(minutes(BOARD, "1 July 2024", "31. Bus Fares")).appended == ()
