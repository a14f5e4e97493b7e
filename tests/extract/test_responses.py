"""What a body answered to the recommendations that it received."""

from __future__ import annotations

import pytest

from brackenfold import findings, minutes

TITLE = "Bus Fares: Recommendations from the Transport Scrutiny Board"


def answers(said: str, *, title: str = TITLE) -> list[str]:
    [found] = findings({"cabinet.md": minutes("Cabinet", "1 July 2024", f"11. {title}\n\n{said}")})
    return [one.answer for one in found.responses]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("RESOLVED that the recommendations be accepted.", ["accepted"]),
        ("RESOLVED that Cabinet approves the recommendations of the Board.", ["accepted"]),
        ("RESOLVED that the Board's final report be approved.", ["accepted"]),
        ("RESOLVED that the minutes of the Board be received and all recommendations approved.", ["accepted"]),
        ("RESOLVED that the recommendations be noted.", ["noted"]),
        ("RESOLVED that the report be noted.", ["noted"]),
        ("RESOLVED that the recommendations be not accepted.", ["rejected"]),
        # All that stands below such words is what was accepted.
        (
            "All the recommendations as outlined below were accepted.\n\nRESOLVED that the Cabinet agreed:\n\n"
            "1. That fares on market days be frozen;\n\n2. That a night bus be introduced.",
            ["accepted", "accepted", "accepted"],
        ),
        (
            "RESOLVED that Cabinet agrees the following recommendations:\n\n1. fares on market days be frozen;\n\n"
            "2. a night bus be introduced.",
            ["accepted", "accepted"],
        ),
        # What else is decided under the item answers nothing.
        ("RESOLVED that the depot in Weir Lane be sold.", []),
        ("RESOLVED that the Board be thanked for its reports.", []),
        ("RESOLVED that the Board be thanked and commended for its reports.", []),
        ("RESOLVED that the fares set out in Appendix 2 of the report be approved.", []),
        ("RESOLVED that permission be granted, contrary to the officer's recommendation.", []),
        ("The recommendations would be approved once the grant was known.", []),
        (
            "RESOLVED:\n\n1. That the recommendations be noted;\n\n2. That the depot in Weir Lane be sold;\n\n"
            "3. That the Director of Transport be requested to report in May 2025.",
            ["noted"],
        ),
    ],
)
def test_answers(said: str, expected: list[str]) -> None:
    assert answers(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "RESOLVED that the recommendations be accepted, with the exception of the third.",
        "RESOLVED that the recommendations be approved subject to the deletion of the words \u2018night bus\u2019.",
        "RESOLVED that recommendations 1 to 3 be accepted and recommendation 4 be not accepted.",
        "RESOLVED that the recommendations, apart from recommendation 2, be agreed.",
    ],
)
def test_in_part(said: str) -> None:
    assert answers(said)[0] == "partly"


def test_some_by_their_numbers_and_others_not() -> None:
    said = "RESOLVED:\n\n1. That recommendations 1 to 3 be accepted;\n\n2. That recommendation 4 be not accepted."
    assert answers(said) == ["partly", "rejected"]
    assert answers("RESOLVED that recommendations 1 to 4 be accepted.") == ["accepted"]


def test_a_decision_that_stands_is_no_recommendation_accepted() -> None:
    title = "Call-in: Sale of the Depot - Referral from the Transport Scrutiny Board"
    found = answers("RESOLVED that the original decision be confirmed.", title=title)
    assert "accepted" not in found
