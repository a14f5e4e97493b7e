"""Labels that stand beside the names, over two lines or in the middle of an item."""

from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.segment import segment


def rows(text: str) -> list[tuple[str, str]]:
    document = read_bytes(text.encode(), path="m.txt", name="m.txt")
    return [(row.person.name, row.kind) for row in extract(document, segment(document)).attendance]


def test_the_manner_under_the_label() -> None:
    text = "Members Present   Aldermen - L Lee, T Shah\n(In person):      Councillors - A Webb and M Hale\n\n"
    text += "Members Present   Alderman - P Dow\n(Remotely):       Councillors - J Ash\n\n1. Minutes\n\nAgreed.\n"
    assert rows(text) == [(name, "councillor") for name in ("L Lee", "T Shah", "A Webb", "M Hale", "P Dow", "J Ash")]


def test_a_panel_called_for_the_day_and_those_heard() -> None:
    text = (
        "Membership: Councillor Ann Lee (Chair) and Councillor Bob Shah\n\nOfficer Support: Legal Adviser: Tom Reed\n"
    )
    text += (
        "Policy Officer: Jane Hill\n\n1. THE INN\n\nOthers Present: Mr Al Dow (Counsel), Mrs E Fox (local resident)\n"
    )
    assert rows(text) == [
        ("Councillor Ann Lee", "councillor"),
        ("Councillor Bob Shah", "councillor"),
        ("Tom Reed", "officer"),
        ("Jane Hill", "officer"),
        ("Mr Al Dow", "other"),
        ("Mrs E Fox", "other"),
    ]


def test_those_who_are_told_besides_the_officers() -> None:
    text = "Present: Mr A Lee, Ms B Shah\n\nNon-Member also present: Mr C Webb\n\nOfficials in attendance:\n\n"
    text += "Ms D Hale, Roads Manager\n\nAlso in attendance:\n\nMr E Dow, Station Commander, Fire and Rescue Service\n"
    assert rows(text + "\n1. Minutes\n\nAgreed.\n") == [
        ("Mr A Lee", "councillor"),
        ("Ms B Shah", "councillor"),
        ("Mr C Webb", "councillor"),
        ("Ms D Hale", "officer"),
        ("Mr E Dow", "other"),
    ]


def test_apologies_behind_a_title_that_asks_for_them() -> None:
    text = "Present: Cllr A Lee\n\n1   To receive apologies for absence and to note substitutions\n"
    text += "    Apologies for absence were received from Councillors Rex Dow and\n    Ann Fox.\n\n"
    assert [name for name, _ in rows(text + "2   Minutes\n    Agreed.\n")] == ["Cllr A Lee", "Rex Dow", "Ann Fox"]
