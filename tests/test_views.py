"""The graph as others write it: OParl 1.1 and ELI-DL, over the five sample documents, counted and read by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from civicgraph.export.oparl import objects, schema, with_zone
from civicgraph.store import open_store
from sample import ROOT, civicgraph
from test_alignments import VOCABULARIES, verified

VIEWS = ROOT / "ontology" / "views"
OPARL = Namespace(schema().space)
ELI_DL = Namespace(VOCABULARIES["eli-dl"]["namespace"])
ID = "https://w3id.org/civicgraph/id/"
COVENTRY = ID + "coventry-city-council"
BOARD, CABINET = "education-and-childrens-services-scrutiny-board-2", "cabinet-member-for-children-and-young-people"
MEETING = f"{COVENTRY}/meeting/{CABINET}/2018-04-16"


@cache
def seen(samples: Path, view: str) -> Graph:
    done = civicgraph("query", VIEWS / f"{view}.rq", "--format", "ttl", "--graph", samples)
    assert done.returncode == 0, done.stderr
    return Graph().parse(data=done.stdout, format="turtle")


@cache
def exported(samples: Path) -> tuple[dict[str, Any], ...]:
    return tuple(objects(open_store(samples)))


def one(samples: Path, iri: str) -> dict[str, Any]:
    (found,) = (o for o in exported(samples) if o["id"] == iri)
    return found


def types(graph: Graph, space: str) -> dict[str, int]:
    return dict(Counter(str(o).removeprefix(space) for o in graph.objects(None, RDF.type) if str(o).startswith(space)))


@pytest.mark.parametrize("view", ["oparl", "eli-dl"])
def test_a_view_writes_no_term_that_was_not_seen(samples: Path, view: str) -> None:
    spaces = tuple(v["namespace"] for v in VOCABULARIES.values() if v["namespace"] != "https://schema.org/")
    text = (VIEWS / f"{view}.rq").read_text(encoding="utf-8")
    prefixes = dict(re.findall(r"PREFIX ([\w-]+): <([^>]+)>", text))
    named = {prefixes[p] + name for p, name in re.findall(r"(?<![\w/-])([a-z][\w-]*):(\w+)", text) if p in prefixes}
    assert {iri for iri in named if iri.startswith(spaces)} - verified().keys() == set()
    graph = seen(samples, view)
    used = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(None, RDF.type)}
    assert len({iri for iri in used if iri.startswith(spaces)} & verified().keys()) > 15


def test_what_oparl_sees(samples: Path) -> None:
    assert types(seen(samples, "oparl"), str(OPARL)) == {
        "System": 1, "Body": 2, "Organization": 18, "Person": 44, "Membership": 22, "Meeting": 6, "Location": 2,
        "AgendaItem": 38, "Paper": 16, "Consultation": 19, "File": 5,
    }  # fmt: skip


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def faults(found: dict[str, Any]) -> list[str]:
    """What OParl's schema says against one object."""
    name = str(found["type"]).removeprefix(schema().space)
    said = [f"{name} lacks {p}" for p in schema().required[name] if p not in found]
    for key, value in found.items():
        form = schema().types[name].get(key, "url" if key in ("id", "type") else "")
        values, plain = (value, form[8:]) if form.startswith("list of ") else ([value], form)
        fits = isinstance(values, list) and form and all(fit(v, plain) for v in values)
        said += [] if fits else [f"{name} {found['id']}: {key} is {value!r}, not {form or 'known'}"]
    return said


def fit(value: Any, form: str) -> bool:
    if form in schema().types:
        return isinstance(value, dict) and value["type"] == schema().space + form
    match form.partition(" ")[0]:
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "url" | "page":
            return isinstance(value, str) and re.fullmatch(r"https?://\S+", value) is not None
        case "date":
            return isinstance(value, str) and date.fromisoformat(value) is not None
        case "date-time":
            return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    return isinstance(value, str)


def test_every_object_is_as_oparl_wants_it(samples: Path) -> None:
    found = [inner for top in exported(samples) for inner in walk(top)]
    assert len(found) > 150
    assert [fault for inner in found for fault in faults(inner)] == []


def test_a_wrong_object_is_found() -> None:
    item = {"id": ID + "i", "type": str(OPARL.AgendaItem), "order": 1, "name": "Minutes"}
    assert faults(item) == []
    assert faults({k: v for k, v in item.items() if k != "order"}) == ["AgendaItem lacks order"]
    for wrong in ({"order": "1"}, {"public": "yes"}, {"name": ["Minutes"]}, {"nmae": "Minutes"}, {"meeting": "here"}):
        assert len(faults(item | wrong)) == 1


def test_what_is_referred_to_is_there(samples: Path) -> None:
    graph = seen(samples, "oparl")
    for name in ("agendaItem", "consultation", "paper", "person", "membership", "resultsProtocol", "participant"):
        missing = {o for o in graph.objects(None, OPARL[name]) if (o, RDF.type, None) not in graph}
        assert {m for m in missing if not str(m).endswith(f"/oparl/{name}")} == set(), name


def test_a_meeting_as_oparl_has_it(samples: Path) -> None:
    found = one(samples, MEETING)
    assert (found["start"], found["end"]) == ("2018-04-16T15:30:00+01:00", "2018-04-16T16:35:00+01:00")
    assert (found["meetingState"], found["name"]) == ("durchgeführt", "Cabinet Member for Children and Young People")
    assert [p.rpartition("/")[2] for p in found["participant"]] == ["e-ruane", "j-gregg", "j-lepoidevin", "u-patel"]
    assert found["resultsProtocol"]["fileName"] == "coventry-cabinet-member-cyp-2018-04-16-minutes.md"
    assert [(i["number"], i["order"]) for i in found["agendaItem"]] == [(str(23 + n), n) for n in range(6)]
    item = found["agendaItem"][3]
    assert item["result"] == "approve, delegate"
    assert re.match("1. Approves the adoption .*\n2. Delegates authority to", item["resolutionText"])
    assert "public" not in item  # the minutes do not say


def test_a_planned_meeting_is_invited_to_and_decides_nothing(samples: Path) -> None:
    found = one(samples, f"{COVENTRY}/meeting/{CABINET}/2013-03-12")
    assert (found["meetingState"], found["start"]) == ("eingeladen", "2013-03-12T14:00:00+00:00")
    assert found["location"]["description"] == "Committee Room 2 - Council House"
    assert "invitation" in found and "resultsProtocol" not in found and "participant" not in found
    assert [i["number"] for i in found["agendaItem"]] == [str(n) for n in range(1, 9)]
    assert not any("result" in i or "resolutionText" in i for i in found["agendaItem"])


def test_what_was_taken_in_private_is_not_public(samples: Path) -> None:
    found = one(samples, f"{COVENTRY}/meeting/{BOARD}/2023-11-23")
    assert {i["number"]: i["public"] for i in found["agendaItem"] if "public" in i} == {"20": False, "21": False}


def test_the_way_of_a_paper_is_its_consultations(samples: Path) -> None:
    (paper,) = (
        o for o in exported(samples)
        if o["type"] == str(OPARL.Paper) and str(o["name"]).startswith("Implementation of Multi")
    )  # fmt: skip
    told = {(c.get("role"), str(c["organization"][0]).rpartition("/")[2]) for c in paper["consultation"]}
    assert (None, CABINET) in told
    assert ("planned", "children-and-young-people-scrutiny-board-scrutiny-board-2") in told
    assert not any(role == "recommended" for role, _ in told)


def test_summer_time_ends_in_october(samples: Path) -> None:
    for local, zone in {
        "2018-03-24T10:00:00": "+00:00", "2018-03-25T10:00:00": "+01:00", "2018-10-27T19:00:00": "+01:00",
        "2018-10-28T19:00:00": "+00:00", "2024-03-31T10:00:00": "+01:00",
    }.items():  # fmt: skip
        assert with_zone(local) == local + zone
    assert with_zone("1995-10-22T10:00:00") == "1995-10-22T10:00:00+00:00", "the fourth Sunday, and not the last"


def test_the_json_says_what_the_view_says(samples: Path, tmp_path: Path) -> None:
    """Read as JSON-LD it is the triples of the view, but for hours, to which it gives their zone."""
    out = tmp_path / "oparl.json"
    assert civicgraph("export", "oparl", "--out", out, "--graph", samples).returncode == 0
    back = Graph().parse(data=out.read_text(encoding="utf-8"), format="json-ld")

    def plain(graph: Graph) -> set[tuple[str, str, str]]:
        return {
            (str(s), str(p), re.sub(r"[+]0[01]:00$", "", str(o)) if isinstance(o, Literal) else str(o))
            for s, p, o in graph
        }

    asked = plain(seen(samples, "oparl"))
    listed = {str(OPARL.auxiliaryFile), str(OPARL.membership)}
    assert plain(back) - asked == set()
    assert {t for t in asked - plain(back) if t[1] not in listed} == set()
    assert {str(o.datatype) for o in back.objects(None, OPARL.start) if isinstance(o, Literal)} == {str(XSD.dateTime)}
    assert list(json.loads(out.read_text(encoding="utf-8"))) == ["@context", "@graph"]


def test_what_eli_dl_sees(samples: Path) -> None:
    graph = seen(samples, "eli-dl")
    assert types(graph, str(ELI_DL)) == {"Activity": 35, "ForeseenActivity": 9, "Decision": 35, "Participation": 31}
    assert sum(1 for _ in graph.subjects(RDF.type, URIRef(VOCABULARIES["eli"]["namespace"] + "Work"))) == 16


def test_a_meeting_and_its_decisions_as_eli_dl_has_them(samples: Path) -> None:
    graph, meeting = seen(samples, "eli-dl"), URIRef(MEETING)
    item = URIRef(MEETING + "/item/26")
    assert (meeting, RDF.type, ELI_DL.Activity) in graph
    assert (meeting, ELI_DL.activity_date, Literal("2018-04-16", datatype=XSD.date)) in graph
    assert (meeting, ELI_DL.consists_of, item) in graph
    decided = sorted(
        (int(str(graph.value(d, ELI_DL.activity_order))), d) for d in graph.objects(item, ELI_DL.consists_of)
    )
    does = [str(graph.value(d, ELI_DL.had_activity_type)).rpartition("#")[2] for _, d in decided]
    assert does == ["approve", "delegate"]
    assert graph.value(item, ELI_DL.based_on_a_realization_of)
    present = {graph.value(p, ELI_DL.had_participant_person) for p in graph.objects(meeting, ELI_DL.had_participation)}
    assert len(present) == 4
    excused = {str(p).rpartition("/")[2] for p in graph.objects(None, ELI_DL.had_excused_person)}
    assert "b-kaur" in excused


def test_what_is_planned_is_foreseen_and_what_is_proposed_no_decision(samples: Path) -> None:
    graph, planned = seen(samples, "eli-dl"), URIRef(f"{COVENTRY}/meeting/{CABINET}/2013-03-12")
    assert (planned, RDF.type, ELI_DL.ForeseenActivity) in graph
    assert {o for i in graph.objects(planned, ELI_DL.consists_of) for o in graph.objects(i, RDF.type)} == {
        ELI_DL.ForeseenActivity
    }
    assert not any("/proposed-" in str(d) for d in graph.subjects(RDF.type, ELI_DL.Decision))
