import pytest

from record import found

HEADS = "| No. | Applicant | Proposal | {head} |\n|---|---|---|---|\n"
ROWS = "| 20/00077/FUL | Mr Lane | A porch | {one} |\n| 20/00102/FUL | Ms Reed | Two barns | {two} |"


def _said(before: str, head: str, one: str, two: str, after: str = "") -> list[tuple[str, str, str]]:
    table = HEADS.format(head=head) + ROWS.format(one=one, two=two)
    return found(f"{before}\n\n{table}\n\n{after}").decided()


@pytest.mark.parametrize(
    ("head", "one", "two", "actions"),
    [
        ("PC comment", "No objection", "Object – too near the road", ["approve", "reject"]),
        ("Decision", "£300 granted", "Refused (no accounts)", ["approve", "reject"]),
        ("Penderfyniad / Decision", "Deferred to May", "Supported", ["defer", "endorse"]),
    ],
)
def test_a_row_decides_by_its_column(head: str, one: str, two: str, actions: list[str]) -> None:
    assert _said("The matters below were before Members.", head, one, two) == [
        ("", action, " ".join(said.split()[:4])) for action, said in zip(actions, (one, two), strict=True)
    ]


@pytest.mark.parametrize(
    ("before", "head", "after"),
    [
        ("The matters below were before Members.", "Location", ""),
        ("The matters below were before Members.", "District's decision", ""),
        ("Decisions received from the District Council.", "Decision", ""),
        ("The following applications had been determined:", "Decision", ""),
    ],
)
def test_what_others_decided_is_none(before: str, head: str, after: str) -> None:
    assert _said(before, head, "Refused", "Granted", after) == []


def test_what_is_resolved_of_the_whole_table_is_told_once() -> None:
    clauses = _said(
        "Members had applications.", "Decision", "Deferred", "Granted", "RESOLVED that what is in the table be agreed."
    )
    assert [action for _, action, _ in clauses] == ["approve"]


def test_a_number_beside_the_words_is_their_label() -> None:
    table = (
        "| Decision number: | Decision: |\n|---|---|\n| 14/2024 | The Cabinet noted the appeal and asked the Head of"
        " Roads to write to the owner of the mill. |"
    )
    assert [(label, action) for label, action, _ in found(table, body="Cabinet").decided()] == [
        ("14/2024", "note"),
        ("14/2024", "request"),
    ]
