"""What each graph of derived facts is: it says of itself which rule made it, and by which version of the software."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicgraph import __version__, ids
from civicgraph.graph.triples import iri, text
from civicgraph.vocab import DCTERMS, PROV

Rule = tuple[str, str, str]  # name, title, description

# Names and titles are compared by features with weights, which no CONSTRUCT can say: these come from linking.
LINKING: tuple[Rule, ...] = (
    (
        "identity",
        "Who and what is who",
        "Linking: names that mean one thing, with the features that tell it.",
    ),
    ("body-succession", "Bodies that continue others", "Linking: a body that follows another by number, id or title."),
    (
        "matters",
        "Items of one matter",
        "Linking: items of several meetings about one thing, by what papers state first (a cited minute, one report, a "
        "thing passed on or put off), by titles, programmes and bodies second, with the features that tell it.",
    ),
)


def rule_quads(base: str, rules: Iterable[Rule]) -> Iterator[str]:
    """N-Quads without line ends, in the graph that they are about: those of linking, then these rules."""
    agent = iri(ids.software_agent(base, __version__))
    for name, title, description in (*LINKING, *rules):
        graph = iri(ids.rule_graph(base, name))
        yield f"{graph} <{DCTERMS.title}> {text(title)} {graph} ."
        yield f"{graph} <{DCTERMS.description}> {text(description)} {graph} ."
        yield f"{graph} <{PROV.wasAttributedTo}> {agent} {graph} ."
