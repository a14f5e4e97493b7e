"""A graph of derived facts says which rule made it."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import QuerySolutions

from civicgraph.answers import rows
from civicgraph.graph.rules import LINKING
from civicgraph.queries import rules
from civicgraph.store import open_store


def test_each_says_which_rule_made_it(samples: Path) -> None:
    found = open_store(samples).query(
        """PREFIX civ: <https://w3id.org/civicgraph/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?g ?title ?about ?by WHERE {
          { SELECT DISTINCT ?g WHERE { VALUES ?kind { civ:FollowUp civ:Gap civ:Matter } GRAPH ?g { ?made a ?kind } } }
          OPTIONAL { GRAPH ?g { ?g dcterms:title ?title ; dcterms:description ?about ; prov:wasAttributedTo ?by } }
        }"""
    )
    assert isinstance(found, QuerySolutions)
    said = {graph.rpartition("/rule/")[2]: (title, about, bool(by)) for graph, title, about, by in rows(found)}
    known = {**{rule.name: (rule.title, rule.description) for rule in rules()}, **{n: (t, d) for n, t, d in LINKING}}
    assert {"answers", "gaps-of-minutes", "matters"} <= said.keys()
    assert said == {name: (*known[name], True) for name in said}
