"""Lists of people that stand in the cells of a table."""

from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.segment import segment

HEAD = "| Meeting | Health and Wellbeing Board |\n|---|---|\n| Date | 4 May 2022 |\n"


def rows(text: str) -> list[tuple[str, str, str]]:
    document = read_bytes((text + "\n\n1. Minutes\n\nAgreed.\n").encode(), path="m.md", name="m.md")
    return [(row.person.name, row.kind, row.status) for row in extract(document, segment(document)).attendance]


def test_the_lines_of_a_cell_are_entries() -> None:
    present = "| Present | Councillors Lee (Chair) and Shah<br>Dr Ann Hale (Vice Chair) - Chair of the Weir Practices"
    present += "<br>Tom Reed - Manager, Healthwatch Anytown<br>Bob Dow - Director of Public Health |\n"
    away = "| Apologies | Ivor Webb - Director of Children and Education<br>Jane Hill - NHS Place Director |"
    assert rows(HEAD + present + away) == [
        ("Lee", "councillor", "present"),
        ("Shah", "councillor", "present"),
        ("Dr Ann Hale", "other", "present"),
        ("Tom Reed", "other", "present"),
        ("Bob Dow", "officer", "present"),
        ("Ivor Webb", "officer", "apologies"),
        ("Jane Hill", "other", "apologies"),
    ]


def test_a_mark_tells_who_came() -> None:
    people = [
        ("*", "Councillor Ann Lee", "Weir District Council"),
        ("", "Councillor Bob Shah", "Anyshire County Council"),
    ]
    people.append(("*", "Mrs Jane Hill (Vice-Chairman)", "Independent Member"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in people)
    head = "<p>MINUTES of the meeting of the Weir Crime Panel held on 4 May 2022</p><p>Members:<br>(*Present)</p>"
    page = f"<html><body>{head}<table>{cells}</table><h3>1. Minutes</h3><p>Agreed.</p></body></html>"
    document = read_bytes(page.encode(), path="m.html", name="m.html")
    found = extract(document, segment(document)).attendance
    assert [(row.person.name, row.kind) for row in found] == [
        ("Councillor Ann Lee", "councillor"),
        ("Mrs Jane Hill", "co-opted"),
    ]


def test_a_line_of_a_cell_that_goes_on_is_no_entry() -> None:
    present = "| Present | Ann Lee, Bob<br>Shah, Tom Webb, Councillor<br>Jane Hill |"
    assert [name for name, _, _ in rows(HEAD + present)] == ["Ann Lee", "Bob Shah", "Tom Webb", "Councillor Jane Hill"]
