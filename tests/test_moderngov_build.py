"""Answers of the web service through the whole build: what must be in the graph, and what must be nowhere."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import QuerySolutions

from answered import BY_DATE, COMMITTEES, CONTACT, FLAGS, WARDS, document, item, meeting, soap
from civicgraph.answers import columns, rows
from civicgraph.queries import ask, question
from civicgraph.run import build
from civicgraph.store import open_store
from civicgraph.validate import check
from sample import nquads

SECRETS = (*CONTACT, "Sale of the Old Baths", "Bidder Ltd", "Tender prices")


def built(tmp_path: Path) -> Path:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    shut = item("33.", SECRETS[-3], minutes="<p>Sold to Bidder Ltd.</p>", more="<isrestricted>True</isrestricted>")
    paper = item(
        "32.",
        "Kerbs",
        minutes="<p>RESOLVED that the kerbs be mended.</p>",
        more=FLAGS + document("Tender prices", restricted=True),
    )
    for name, answer in (
        ("meeting.xml", soap(meeting(paper, shut))), ("wards.xml", WARDS), ("committees.xml", COMMITTEES),
        ("list.xml", BY_DATE),
    ):  # fmt: skip
        (folder / name).write_text(answer, encoding="utf-8")
    report = build([folder], out, jobs=1)
    assert not report.failed
    assert any("contact details of councillors are left out" in d.notes for d in report.documents)
    return out


def test_no_byte_of_what_is_personal_or_restricted_is_kept(tmp_path: Path) -> None:
    out = built(tmp_path)
    written = [path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()]
    written.append(nquads(out, tmp_path / "all.nq"))
    for secret in SECRETS:
        assert not any(secret.encode() in data for data in written), secret
    assert any(b"Councillor Alice Thorne" in data for data in written)


def test_the_graph_is_sound_and_answers_for_wards_and_parties(tmp_path: Path) -> None:
    out = built(tmp_path)
    store = open_store(out)
    assert check(store, out / "texts") == ()
    wanted = ("ward", "party", "person", "terms")

    def answer(**given: str) -> list[tuple[str, ...]]:
        results = ask(store, question("councillors"), {name: [value] for name, value in given.items()})
        assert isinstance(results, QuerySolutions)
        names = columns(results)
        return [tuple(row[names.index(column)] for column in wanted) for row in rows(results)]

    thorne = ("Radford", "Labour", "Councillor Alice Thorne", "2019-05-04 to 2023-05-04; from 2023-05-04")
    ohara = ("Wyken", "Conservative Party", "Cllr Ben O'Hara", "")
    assert answer() == [thorne, ohara]
    assert answer(party="conserv") == [ohara]
    assert answer(ward="rad") == answer(person="Cllr Thorne") == [thorne]
    assert answer(council="Leeds") == []


MINUTES = """Coventry City Council

Minutes of the Meeting of the Highways Committee held at 2.00 pm on Wednesday, 21 January 2026

Present:

Members: Councillor A Thorne (Chair), Councillor B O’Hara, Councillor E Wright

31. **Apologies**

None.
"""


def test_what_an_answer_alone_tells_is_found_by_the_body_that_other_minutes_name(tmp_path: Path) -> None:
    out = built(tmp_path)
    (tmp_path / "in" / "minutes.md").write_text(MINUTES, encoding="utf-8")
    assert not build([tmp_path / "in"], out, jobs=1).failed
    store = open_store(out)

    def answer(name: str, wanted: tuple[str, ...], **given: str) -> list[tuple[str, ...]]:
        results = ask(store, question(name), {key: [value] for key, value in given.items()})
        assert isinstance(results, QuerySolutions)
        names = columns(results)
        return [tuple(row[names.index(column)] for column in wanted) for row in rows(results)]

    on = ("2026-01-21", "Highways Committee")
    assert answer("decisions", ("date", "body", "item"), body="highways committee") == [(*on, "32")]
    assert answer("decisions", ("date",), body="Health and Care Board") == []
    assert answer("timeline", ("date", "body", "item"), words="kerbs") == [(*on, "32")]
    assert answer("attendance", ("date", "body"), person="Thorne") == [on, on]
    assert answer("officers", ("officer",), body="Highways Committee") == [("Gail Hunt",)]
    assert "meeting without body" not in [kind for (kind,) in answer("missing", ("kind",))]
