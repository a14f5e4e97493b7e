"""corrections.csv over whole builds: what a fact that is dropped leaves, and that all of it can be taken back."""

from __future__ import annotations

import csv
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions

from civicgraph.explain import explain
from civicgraph.export import export
from civicgraph.graph import Dropped, outcomes
from civicgraph.link import link
from civicgraph.model import Corrected, Correction, FactTable
from civicgraph.queries import ask, question
from civicgraph.run import BuildReport, build
from civicgraph.store import UNION, current, open_store, opened
from civicgraph.validate import check
from civicgraph.vocab import CIV
from sample import civicgraph, nquads

OVERLAY = "https://w3id.org/civicgraph/id/rule/corrections"
MINUTES = """Barset County Council

Minutes of the Meeting of the Highways Committee held at 2.00 pm on Tuesday, 5 May 2020

Present:

Councillor E Harding (Chair)
Councillor S Thorne
Councillor P Arabin

Apologies: Councillor J Grantly

1. Winter Service

The Committee considered a report of the Director of Place on the Winter Service.

The minutes of the meeting held on 7 April 2020 were agreed as a true record.

Section 41 of the Highways Act 1980 was explained.

Upon a recorded vote the motion was LOST by 2 votes to 1:

For: Councillor E Harding

Against: Councillors S Thorne and P Arabin

RESOLVED:

1. That the report be noted.
2. That the Director of Place be requested to report on the gritting of Plumstead Lane.
3. That the Winter Service Plan be referred to the Scrutiny Board.

2. Verges

RESOLVED: That the cutting of verges be deferred.

(Meeting closed at 3.30 pm)
"""

COLUMNS = "act,kind,council,name,document,other_name,other_document,table,quote,value,by,on,why".split(",")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.md").write_text(MINUTES, encoding="utf-8")
    (place / "b.md").write_text(
        MINUTES.replace("5 May", "2 June").replace("Councillor E Harding", "Councillor Eleanor Bold"), encoding="utf-8"
    )
    return place


def corrections(tmp_path: Path, *lines: dict[str, str]) -> Path:
    path = tmp_path / "corrections.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS)
        rows.writeheader()
        rows.writerows({"by": "A Clerk", "on": "2026-01-31"} | line for line in lines)
    return path


def drop(table: str, quote: str, value: str = "", document: str = "a.md") -> dict[str, str]:
    return {"act": "drop", "document": document, "table": table, "quote": quote, "value": value, "why": "misread"}


def rows(out: Path, table: str, place: Path, document: str = "a.md") -> list[dict[str, str]]:
    export(open_store(out), "tables", place)
    with (place / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["document"] == document]


def made(tmp_path: Path, folder: Path, *lines: dict[str, str], jobs: int = 1) -> tuple[Path, BuildReport]:
    out = tmp_path / "out"
    return out, build([folder], out, jobs=jobs, corrections=corrections(tmp_path, *lines))


def faults(out: Path) -> list[str]:
    return [f"{fault.check}: {fault}" for fault in check(open_store(out), out / "texts")]


# -- dropping ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", get_args(FactTable))
def test_a_dropped_fact_is_in_no_table_and_all_else_stays(tmp_path: Path, folder: Path, table: str) -> None:
    plain, _ = made(tmp_path, folder)
    before = rows(plain, table, tmp_path / "before")
    assert before
    gone = before[-1]
    cell = gone["target"] if table == "targets" else gone.get("action", "")
    out, report = made(tmp_path, folder, drop(table, gone["quote"], cell))
    assert (report.corrections.applied, report.corrections.unfit) == (1, ())
    assert rows(out, table, tmp_path / "after") == before[:-1]
    assert faults(out) == []


def test_what_cannot_be_without_a_dropped_fact_goes_with_it(tmp_path: Path, folder: Path) -> None:
    """The routes of a report; a resolution whose only clause it was."""
    plain, _ = made(tmp_path, folder)
    report = rows(plain, "reports", tmp_path / "t")[0]
    (verges,) = [row for row in rows(plain, "decisions", tmp_path / "t") if row["item"] == "2"]
    assert any(row["report"] == report["title"] for row in rows(plain, "routes", tmp_path / "t"))
    out, _ = made(tmp_path, folder, drop("reports", report["quote"]), drop("decisions", verges["quote"]))
    assert not any(row["report"] == report["title"] for row in rows(out, "routes", tmp_path / "t"))
    assert not [row for row in rows(out, "decisions", tmp_path / "t") if row["item"] == "2"]
    assert faults(out) == []


def test_a_dropped_fact_answers_no_question(tmp_path: Path, folder: Path) -> None:
    def attended(out: Path) -> set[str]:
        found = ask(open_store(out), question("attendance"), {"person": ["Grantly"]})
        assert isinstance(found, QuerySolutions)
        return {str(row["document"].value) for row in found}

    plain, _ = made(tmp_path, folder)
    assert attended(plain) == {"a.md", "b.md"}
    out, _ = made(tmp_path, folder, drop("attendance", "Councillor J Grantly"))
    assert attended(out) == {"b.md"}


def test_the_union_of_all_graphs_has_no_dropped_fact(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, drop("attendance", "Councillor J Grantly"))
    place = out / current(out)
    dropped = set(opened(place).quads_for_pattern(None, None, None, NamedNode(OVERLAY)))
    union = opened(place / UNION)
    stated = {quad.triple for quad in opened(place) if quad.graph_name != NamedNode(OVERLAY)}
    assert {quad.triple for quad in union.quads_for_pattern(None, None, None, DefaultGraph())} == stated
    assert set(union.quads_for_pattern(None, None, None, NamedNode(OVERLAY))) == dropped
    assert any(quad.object == NamedNode(CIV.Attendance) for quad in dropped)
    assert not stated & {quad.triple for quad in dropped if quad.object == NamedNode(CIV.Attendance)}


def test_the_overlay_has_what_was_dropped_and_who_says_so(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, drop("attendance", "Councillor J Grantly"))
    store = open_store(out)
    said = store.query(
        f"""PREFIX civ: <{CIV}> PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?who ?on ?why ?what ?quote {{ GRAPH <{OVERLAY}> {{
          ?c a civ:Correction ; dcterms:creator ?who ; dcterms:created ?on ; dcterms:description ?what ;
             civ:correctionReason ?why ; civ:corrects ?fact .
          ?fact a civ:Attendance ; civ:evidence ?words }}
          GRAPH ?document {{ ?words oa:exact ?quote ; oa:hasSource ?document }}
          FILTER NOT EXISTS {{ ?fact a civ:Attendance }} }}"""
    )
    assert isinstance(said, QuerySolutions)
    (found,) = [tuple(term.value for term in row) for row in said]
    what = "drop from attendance in a.md: “Councillor J Grantly”"
    assert found == ("A Clerk", "2026-01-31", "misread", what, "Councillor J Grantly")


def test_a_cell_tells_facts_on_the_same_words_apart(tmp_path: Path, folder: Path) -> None:
    """Two reports of one title: the item tells them apart. Without it nothing is dropped."""
    title = "the Winter Service"
    again = f"The Committee considered a report of the Director of Place on {title}.\n\nRESOLVED: That the cutting"
    text = MINUTES.replace("RESOLVED: That the cutting", again)
    (folder / "a.md").write_text(text, encoding="utf-8")
    plain, _ = made(tmp_path, folder)
    before = rows(plain, "reports", tmp_path / "t")
    quotes = {row["quote"] for row in before}
    assert (len(before), len(quotes)) == (2, 1)
    out, report = made(tmp_path, folder, drop("reports", *quotes))
    assert "2 facts of a.md stand on these words; write in value a cell" in report.corrections.unfit[0]
    assert rows(out, "reports", tmp_path / "t") == before
    out, report = made(tmp_path, folder, drop("reports", *quotes, "2"))
    assert rows(out, "reports", tmp_path / "t") == before[:1]
    out, report = made(tmp_path, folder, drop("reports", *quotes, "3"))
    assert "has no “3”" in report.corrections.unfit[0]


def test_a_resolution_goes_with_the_last_of_its_clauses(tmp_path: Path, folder: Path) -> None:
    plain, _ = made(tmp_path, folder)
    clauses = [row for row in rows(plain, "decisions", tmp_path / "t") if row["item"] == "1"]
    assert len(clauses) > 2
    out, report = made(tmp_path, folder, *(drop("decisions", row["quote"], row["action"]) for row in clauses))
    assert report.corrections.applied == len(clauses)
    assert faults(out) == []


def test_a_drop_settles_what_two_documents_disagree_on(tmp_path: Path, folder: Path) -> None:
    (folder / "b.md").write_text(
        MINUTES.replace("Councillor P Arabin\n", "").replace("J Grantly", "J Grantly, Councillor P Arabin"),
        encoding="utf-8",
    )
    plain, _ = made(tmp_path, folder)
    assert any("disagree" in fault and "arabin" in fault for fault in faults(plain))
    out, _ = made(tmp_path, folder, drop("attendance", "Councillor P Arabin", document="b.md"))
    assert faults(out) == []
    assert [row["status"] for row in rows(out, "attendance", tmp_path / "t") if "Arabin" in row["person"]] == [
        "present"
    ]


# -- taken back, read again --------------------------------------------------------------------------------------------

EVERY = (
    drop("attendance", "Councillor J Grantly"),
    {"act": "same", "kind": "person", "council": "Barset County Council", "name": "E Harding",
     "other_name": "Eleanor Bold"},
    {"act": "rename", "kind": "body", "document": "a.md", "name": "Highways Committee",
     "value": "Roads and Lanes Committee"},
    {"act": "add-name", "kind": "post", "document": "a.md", "name": "Director of Place", "value": "Place Chief"},
    {"act": "different", "kind": "person", "name": "S Thorne", "document": "a.md", "other_name": "S Thorne",
     "other_document": "b.md"},
)  # fmt: skip


def test_without_the_file_the_bytes_are_as_before(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "out"
    build([folder], out, jobs=1)
    before = nquads(out, tmp_path / "before.nq")
    _, report = made(tmp_path, folder, *EVERY)
    assert report.corrections.applied == len(EVERY)
    assert report.unchanged == 2, "corrections read no document again"
    assert nquads(out, tmp_path / "with.nq") != before
    assert faults(out) == []
    report = build([folder], out, jobs=1)
    assert (report.unchanged, report.corrections.applied) == (2, 0)
    assert nquads(out, tmp_path / "after.nq") == before
    made(tmp_path, folder)
    assert nquads(out, tmp_path / "empty.nq") == before, "a file with nothing but its first line changes nothing"


def test_order_and_workers_make_no_difference(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, *EVERY)
    first = nquads(out, tmp_path / "a.nq")
    lines = corrections(tmp_path, *reversed(EVERY))
    files = [folder / "b.md", folder / "a.md"]
    build(files, tmp_path / "other", jobs=2, corrections=lines)
    assert nquads(tmp_path / "other", tmp_path / "b.nq") == first


def test_a_correction_holds_when_its_document_is_read_again(tmp_path: Path, folder: Path) -> None:
    made(tmp_path, folder, *EVERY)
    text = MINUTES.replace("2. Verges", "2. Hedges\n\nThe Committee noted the hedges.\n\n3. Verges")
    (folder / "a.md").write_text(text, encoding="utf-8")
    out, report = made(tmp_path, folder, *EVERY)
    assert (report.read, report.corrections.applied) == (1, len(EVERY))
    assert not any("Grantly" in row["person"] for row in rows(out, "attendance", tmp_path / "t"))


def test_another_file_changes_the_graph_and_reads_nothing(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, EVERY[0])
    before = nquads(out, tmp_path / "a.nq")
    _, report = made(tmp_path, folder, EVERY[1])
    assert report.read == 0
    assert nquads(out, tmp_path / "b.nq") != before


# -- names in the graph ------------------------------------------------------------------------------------------------


def test_a_chosen_label_is_everywhere_and_what_is_printed_stays_told(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, EVERY[2])
    assert {row["body"] for row in rows(out, "decisions", tmp_path / "t")} == {"Roads and Lanes Committee"}

    def names(asked: str) -> list[str]:
        found = ask(open_store(out), question("names"), {"body": [asked]})
        assert isinstance(found, QuerySolutions)
        return [row["name"].value for row in found]

    assert names("Roads and Lanes Committee") == ["Highways Committee"], "no document prints the other"


def test_explain_and_identities_tell_the_printed_names_and_who_chose_the_label(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, EVERY[2] | {"why": "its new sign"})
    (body,) = explain(open_store(out), "Roads and Lanes Committee")
    assert body.label == "Roads and Lanes Committee"
    assert [seen.name for seen in body.names] == ["Highways Committee"]
    (said,) = body.corrections
    assert said.endswith("before “Highways Committee” (A Clerk, 2026-01-31: its new sign)")
    named = [row["name"] for row in rows(out, "identities", tmp_path / "t") if row["iri"] == body.iri]
    assert named == ["Highways Committee"]


def test_explain_tells_of_a_fact_that_was_dropped(tmp_path: Path, folder: Path) -> None:
    plain, _ = made(tmp_path, folder)
    (there,) = [row for row in rows(plain, "attendance", tmp_path / "t") if "Grantly" in row["person"]]
    out, _ = made(tmp_path, folder, EVERY[0])
    (fact,) = explain(open_store(out), there["iri"])
    assert fact.corrections == ("drop from attendance in a.md: “Councillor J Grantly” (A Clerk, 2026-01-31: misread)",)


def test_an_added_name_finds_the_thing(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, EVERY[2] | {"act": "add-name", "value": "Potholes Panel"})
    found = ask(open_store(out), question("names"), {"body": ["Potholes Panel"]})
    assert isinstance(found, QuerySolutions)
    assert [row["name"].value for row in found] == ["Highways Committee"]


def test_a_join_says_whose_word_it_is(tmp_path: Path, folder: Path) -> None:
    out, _ = made(tmp_path, folder, EVERY[1] | {"why": "she married"})
    reasons = open_store(out).quads_for_pattern(None, NamedNode(CIV.linkReason), None, None)
    assert any("By the word of (A Clerk on 2026-01-31: she married)" in str(quad.object) for quad in reasons)


# -- the command -------------------------------------------------------------------------------------------------------


def test_what_fits_nothing_is_a_note_of_the_report_and_check_lists_it(tmp_path: Path, folder: Path) -> None:
    lines = corrections(
        tmp_path,
        drop("attendance", "Councillor P Proudie"),
        drop("votes", "Lost", document="c.md"),
        EVERY[1] | {"name": "P Proudie"},
        EVERY[1],
    )
    out = tmp_path / "out"
    done = civicgraph("build", folder, "--out", out, "--corrections", lines)
    assert done.returncode == 0
    assert "corrections that hold: 1" in done.stdout
    report = json.loads((out / "report.json").read_bytes())
    assert report["corrections"]["applied"] == 1
    assert len(report["corrections"]["unfit"]) == 3
    done = civicgraph("check", "--graph", out)
    assert done.returncode == 1
    found = done.stdout.splitlines()
    assert len(found) == 4
    assert all(
        line.startswith("corrections: ") and "not applied (A Clerk, 2026-01-31): " in line for line in found[:-1]
    )
    assert any("a.md states nothing for the table attendance on these words" in line for line in found)
    assert any("there is no document c.md" in line for line in found)


def test_a_bad_line_ends_the_command_before_anything_is_built(tmp_path: Path, folder: Path) -> None:
    lines = corrections(tmp_path, EVERY[0] | {"by": ""}, EVERY[1] | {"act": "marry"})
    done = civicgraph("build", folder, "--out", tmp_path / "out", "--corrections", lines)
    assert done.returncode == 2
    assert not (tmp_path / "out").exists()
    assert [line.split(", ", 1)[1].split(":")[0] for line in done.stderr.strip().splitlines()] == [
        "line 2, column by", "line 3, column act",
    ]  # fmt: skip


def test_a_file_that_is_named_must_be_there(tmp_path: Path, folder: Path) -> None:
    done = civicgraph("build", folder, "--out", tmp_path / "out", "--corrections", tmp_path / "none.csv")
    assert done.returncode == 2
    assert "none.csv: cannot be read" in done.stderr


def test_each_of_many_drops_is_looked_up_and_not_searched_for() -> None:
    drops = tuple(drop_of(number) for number in range(4000))
    dropped = [Dropped(Corrected(correction=one, unfit="it states nothing on these words")) for one in drops]
    begun = time.process_time()
    found = outcomes(replace(link([]), drops=drops), dropped)
    assert time.process_time() - begun < 2  # seconds; a search of all for each takes longer
    assert [one.correction for one in found] == sorted(drops)


def drop_of(number: int) -> Correction:
    return Correction(act="drop", document="a.md", table="votes", quote=f"vote {number}", by="A Clerk", on="2026-01-31")
