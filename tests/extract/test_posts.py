import pytest

from civicgraph.extract.names.posts import find_posts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Director of Homes, Roads and Parks reported", ["Director of Homes, Roads and Parks"]),
        ("D Tarr, Partnerships and Planning Manager", ["Partnerships and Planning Manager"]),
        ("Susan Reed, Head of Legal", ["Head of Legal"]),
        ("Director of Business Development and Kelly Reed Technician", ["Director of Business Development"]),
        ("the Interim Chief Executive and the Town Clerk", ["Interim Chief Executive", "Town Clerk"]),
        ("Interim Head of Looked After Children Services", ["Interim Head of Looked After Children Services"]),
        ("Deputy Leader and Cabinet Member for Finance", ["Deputy Leader and Cabinet Member for Finance"]),
        ("the Vice-Chair of the Audit Panel", ["Vice-Chair of the Audit Panel"]),
        ("be elected Mayor for the Municipal Year", ["Mayor"]),
        ("Executive Director (Education) to consult", ["Executive Director (Education)"]),
    ],
)
def test_posts(text: str, found: list[str]) -> None:
    assert [mention.name for mention in find_posts(text)] == found


@pytest.mark.parametrize(
    "text",
    ["the Head Office in Leeds", "officers and managers met the leader", "a Lead Member", "the Director's Office"],
)
def test_what_is_no_post(text: str) -> None:
    assert [mention.name for mention in find_posts(text)] == []
