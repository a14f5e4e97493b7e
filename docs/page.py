"""The documentation of the ontology, as one page of HTML: python docs/page.py FOLDER

pyLODE writes the classes and properties; it shows no concept of a file with several schemes, so the schemes and the
picture are put into its page here. The page needs nothing but itself, and the same Turtle gives the same bytes.
"""

from __future__ import annotations

import logging
import sys
from html import escape
from pathlib import Path

from pylode.profiles.ontpub import OntPub
from rdflib import DCTERMS, RDF, SKOS, Graph, URIRef
from rdflib.term import Node

from diagram import diagram

ONTOLOGY = Path(__file__).parents[1] / "ontology"
# pyLODE marks its parts with these; a release that marks them in another way stops here.
CLASSES, NAMESPACES = '<div class="section" id="classes">', '<div id="namespaces">'
# Its links to the ontology itself lead to an anchor that it does not write.
METADATA = '<div class="section" id="metadata">'
CONTENTS = '<h4>\n            <a href="#classes">Classes</a>'

PICTURE = """<div class="section" id="picture"><h2>How the classes relate</h2>
<style>#picture svg {{ max-width: 100%; height: auto; }} #concepts td {{ vertical-align: top; }}</style>
<p>A card is a class, a row one of its properties with what its values are.
<a href="diagram.svg">The picture alone</a></p>
{svg}</div>
"""


def page(terms: Path, concepts: Path) -> str:
    """The HTML. Raises ValueError where pyLODE's page has not the parts that ours go between."""
    logging.getLogger().setLevel(logging.WARNING)
    html = str(OntPub(ontology=str(terms)).make_html())
    html = _before(METADATA, '<a id="ontology"></a>', html)
    html = _before(CLASSES, PICTURE.format(svg=diagram(terms)), html)
    html = _before(NAMESPACES, _schemes(Graph().parse(concepts, format="turtle")), html)
    links = '<h4><a href="#picture">Picture</a></h4>\n<h4><a href="#concepts">Concepts</a></h4>\n'
    return _before(CONTENTS, links, html)


def _before(mark: str, what: str, html: str) -> str:
    if html.count(mark) != 1:
        raise ValueError(f"pyLODE's page has {html.count(mark)} × {mark}; docs/page.py expects one")
    return html.replace(mark, what + mark)


def _schemes(graph: Graph) -> str:
    out = ['<div class="section" id="concepts">', "<h2>Concepts</h2>"]
    for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme):
        out += [
            f'<div class="entity" id="{_name(scheme)}"><h3>{_text(graph, scheme, DCTERMS.title)}</h3>',
            f"<p><code>{escape(str(scheme))}</code></p><p>{_text(graph, scheme, DCTERMS.description)}</p><table>",
            '<tr><th>value</th><th>label</th><th style="width: 60%">means</th></tr>',
        ]
        for concept in graph.subjects(SKOS.inScheme, scheme):
            broader = graph.value(concept, SKOS.broader)
            kind = f"<br/>a kind of {_text(graph, broader, SKOS.prefLabel)}" if broader else ""
            out.append(
                f'<tr id="{_name(concept)}"><td><code>civc:{_name(concept)}</code></td>'
                f"<td>{_text(graph, concept, SKOS.prefLabel)}{kind}</td>"
                f"<td>{_text(graph, concept, SKOS.definition)}</td></tr>"
            )
        out.append("</table></div>")
    return "\n".join([*out, "</div>\n"])


def _name(node: Node) -> str:
    return str(node).rpartition("#")[2]


def _text(graph: Graph, node: Node, predicate: URIRef) -> str:
    return escape(str(graph.value(node, predicate) or ""))


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    (out / "index.html").write_text(page(ONTOLOGY / "civicgraph.ttl", ONTOLOGY / "concepts.ttl"), encoding="utf-8")
    (out / "diagram.svg").write_text(diagram(ONTOLOGY / "civicgraph.ttl"), encoding="utf-8")
    print(f"wrote {out / 'index.html'} and {out / 'diagram.svg'}")


if __name__ == "__main__":
    main()
