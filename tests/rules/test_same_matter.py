"""What only follows on the same matter: possible, and with a doubt."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad, QueryTriples, RdfFormat, Store

from civicgraph.queries import rules
from civicgraph.store import ontology_lines
from rules.followups import FollowUp, follow_ups

HEAD = """
@prefix civ: <https://w3id.org/civicgraph/ontology#> .
@prefix civc: <https://w3id.org/civicgraph/concept#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://example.org/id/town/> .
<../town> a civ:Council .
<body/board> a civ:Body ; skos:prefLabel "Board" ; civ:continuedBy <body/panel> .
<body/panel> a civ:Body ; skos:prefLabel "Panel" .
"""


def item(body: str, day: str, matter: str, *decisions: str) -> str:
    """An item of a meeting, with what was resolved under it."""
    at = f"meeting/{body}/{day}"
    said = f'civ:underItem <{at}/item/4> ; civ:inMeeting <{at}> ; dcterms:date "{day}"^^xsd:date'
    return f"""
<{at}> a civ:Meeting ; civ:ofBody <body/{body}> ; civ:ofCouncil <../town> ; civ:documentedAs civc:part-minutes ;
  dcterms:date "{day}"^^xsd:date .
<{at}/item/4> a civ:MinuteItem ; civ:inMeeting <{at}> ; civ:number "4" ; dcterms:title "Fares" ;
  civ:ofMatter <matter/{matter}> .
""" + "\n".join(
        f"<{at}/item/4/decision/{n}> a civ:Decision , {words} ; civ:decisionStatus civc:status-resolved ; {said} ."
        for n, words in enumerate(decisions, 1)
    )


def made(kind: str, *papers: str) -> list[FollowUp]:
    store = Store()
    store.load("".join(f"{line}\n" for line in ontology_lines()).encode(), format=RdfFormat.N_QUADS)
    store.load((HEAD + "".join(papers)).encode(), format=RdfFormat.TURTLE)
    for rule in rules():
        triples = store.query(rule.text)
        assert isinstance(triples, QueryTriples)
        store.extend([Quad(one.subject, one.predicate, one.object) for one in triples])
    return [one for one in follow_ups(store, kind) if one.of.startswith("meeting/board/2024-06-03/")]


REPORT = 'civ:Request ; civ:text "requests a report on fares"'
LETTER = 'civ:Request ; civ:text "asks the Clerk to write to the bus company"'
DEFERRAL = 'civ:Deferral ; civ:text "defers the item"'
POWER = 'civ:DelegationOfAuthority ; civ:text "authorises the Director" ; civ:target <post/director>'
DUE = ' ; civ:dueFrom "2024-09-01"^^xsd:date ; civ:dueBy "2024-09-30"^^xsd:date'


@pytest.mark.parametrize("body", ["board", "panel"])
def test_the_first_item_of_the_time_may_be_what_was_asked_for(body: str) -> None:
    asked = item("board", "2024-06-03", "fares", REPORT + DUE)
    later = (item(body, day, "fares") for day in ("2024-07-01", "2024-09-02", "2024-10-07"))
    (found,) = made("report-back", asked, *later)
    assert (found.state, found.by) == ("possible", f"meeting/{body}/2024-09-02/item/4")
    assert found.reason == "item 4 of 2024-09-02, ‘Fares’, is of the same matter"
    assert found.doubt == "the minutes do not say that it is what was asked for"


def test_what_is_not_to_come_back_is_not_looked_for_among_later_items() -> None:
    (found,) = made("report-back", item("board", "2024-06-03", "fares", LETTER), item("board", "2024-07-01", "fares"))
    assert (found.state, found.by) == ("not-found", "")


@pytest.mark.parametrize(
    "other",
    [
        item("board", "2024-09-02", "trams"),
        item("cabinet", "2024-09-02", "fares"),
        item("board", "2026-09-07", "fares"),
    ],
    ids=["another matter", "another body", "years later"],
)
def test_what_may_not_be_it(other: str) -> None:
    (found,) = made("report-back", item("board", "2024-06-03", "fares", REPORT + DUE), other)
    assert found.by == ""
    assert found.state == ("not-found" if "trams" in other else "not-held")


def test_what_was_put_off_may_be_the_next_item_of_its_matter() -> None:
    later = (item("board", day, "fares") for day in ("2024-07-01", "2024-08-05"))
    (found,) = made("return", item("board", "2024-06-03", "fares", DEFERRAL), *later)
    assert (found.state, found.by) == ("possible", "meeting/board/2024-07-01/item/4")
    assert found.doubt == "neither item names the other"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (POWER, "gives authority to the same holder"),
        ('civ:Decision ; civ:text "that the authority of the Director be revoked"', "takes authority back"),
        (
            'civ:Decision ; civ:text "notes the contract let under delegated powers"',
            "tells what was done under delegated authority",
        ),
    ],
)
def test_what_may_end_a_delegation(words: str, reason: str) -> None:
    (found,) = made("end", item("board", "2024-06-03", "fares", POWER), item("board", "2025-07-07", "fares", words))
    assert (found.state, found.by) == ("possible", "meeting/board/2025-07-07/item/4/decision/1")
    assert found.reason == f"item 4 of 2025-07-07 is of the same matter, and {reason}"
    assert found.doubt == "the decision does not name the one that gave the authority"


def test_authority_for_another_holder_ends_nothing() -> None:
    other = POWER.replace("post/director", "post/clerk")
    (found,) = made("end", item("board", "2024-06-03", "fares", POWER), item("board", "2025-07-07", "fares", other))
    assert (found.state, found.by) == ("not-found", "")
