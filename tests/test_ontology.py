"""The ontology says what it means, its examples keep to its shapes, and each shape can fail."""

from __future__ import annotations

import ast
import csv
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import get_args

import pyshacl
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VOID, XSD
from rdflib.namespace import DefinedNamespace

from civicgraph import model, vocab

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "ontology"
EXAMPLES = sorted((ONTOLOGY / "examples").glob("*.ttl"))
TURTLE = sorted(ONTOLOGY.rglob("*.ttl")) + sorted((ROOT / "tests/shapes").glob("*.ttl"))
SHIPPED: dict[str, type[DefinedNamespace]] = {
    "dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "org": ORG, "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS,
    "schema": SDO, "sh": SH, "skos": SKOS, "void": VOID, "xsd": XSD,
}  # fmt: skip
SHAPE = rdflib.Namespace("https://w3id.org/civicgraph/shape#")
TERM_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@cache
def parsed(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def terms() -> dict[str, rdflib.term.Node]:
    """Name → kind of each civ: term, as rdflib reads the file."""
    graph = parsed(ONTOLOGY / "civicgraph.ttl")
    return {str(s).removeprefix(str(vocab.CIV)): kind for kind in TERM_KINDS for s in graph.subjects(RDF.type, kind)}


@cache
def rules() -> rdflib.Graph:
    """Shapes and laws together."""
    return parsed(ONTOLOGY / "shapes.ttl") + parsed(ONTOLOGY / "laws.ttl")


def shapes() -> list[str]:
    graph = rules()
    return sorted(str(s).removeprefix(str(SHAPE)) for s in graph.subjects(RDF.type, SH.NodeShape))


def breaking(shape: str) -> Path:
    return ROOT / "tests/shapes" / (re.sub(r"(?<=[a-z])(?=[A-Z])", "-", shape).lower() + ".ttl")


def violated(data: rdflib.Graph) -> dict[str, list[str]]:
    """Messages of what is wrong, by node shape."""
    _, results, _ = pyshacl.validate(data, shacl_graph=rules(), advanced=False)
    found: dict[str, list[str]] = {}
    for result in results.subjects(RDF.type, SH.ValidationResult):
        source = results.value(result, SH.sourceShape)
        focus = results.value(result, SH.focusNode)
        message = str(results.value(result, SH.resultMessage))
        owner = source if isinstance(source, rdflib.URIRef) else None
        if owner is None:  # a property shape without a name: the one with this message whose class the node has
            classes = set(data.objects(focus, RDF.type))
            owner = next(
                shape
                for text in rules().subjects(SH.message, rdflib.Literal(message, lang="en"))
                for shape in rules().subjects(SH.property, text)
                if rules().value(shape, SH.targetClass) in classes
            )
        found.setdefault(str(owner).removeprefix(str(SHAPE)), []).append(message)
    return found


# -- terms -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(terms()))
def test_a_term_says_what_it_means_with_words_of_a_council(name: str) -> None:
    graph, term = parsed(ONTOLOGY / "civicgraph.ttl"), rdflib.URIRef(f"{vocab.CIV}{name}")
    assert graph.value(term, RDFS.label)
    comment = str(graph.value(term, RDFS.comment))
    # The samples record no vote: what they lack is shown by words that are made up, and say so.
    assert re.search("“[^”]+”", comment) or "For instance: " in comment, "the comment shows no words of a council"
    assert graph.value(term, RDFS.isDefinedBy) == rdflib.URIRef("https://w3id.org/civicgraph/ontology")


def test_what_comments_quote_was_printed() -> None:
    def plain(text: str) -> str:
        text = re.sub(r"</?(sup|b)>|\*+|^#+ ", "", text, flags=re.MULTILINE)
        return " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split())

    documents = sorted((ROOT / "data/documents").glob("*.[mt][dx]*"))
    printed = plain(" ".join(path.read_text(encoding="utf-8") for path in documents))
    texts = [
        str(text)
        for file, kind in (("civicgraph.ttl", RDFS.comment), ("concepts.ttl", SKOS.definition))
        for text in parsed(ONTOLOGY / file).objects(None, kind)
    ]
    quotes = [q for text in texts for q in re.findall("“([^”]+)”", text)]
    assert len(quotes) > 100
    assert [q for q in quotes if plain(q) not in printed] == []


def test_vocab_reads_the_names_that_rdflib_reads() -> None:
    assert set(vocab.CIV) == set(terms())
    concepts = parsed(ONTOLOGY / "concepts.ttl")
    subjects = {str(s).removeprefix(str(vocab.CIVC)) for s in concepts.subjects(unique=True)}
    assert set(vocab.CIVC) == subjects


def test_an_unknown_name_fails_at_once() -> None:
    assert vocab.CIV.Meeting == "https://w3id.org/civicgraph/ontology#Meeting"
    with pytest.raises(AttributeError, match="civ:Meting"):
        _ = vocab.CIV.Meting
    with pytest.raises(AttributeError, match="org:organisation"):
        _ = vocab.ORG.organisation
    with pytest.raises(ValueError, match="absent, apologies, present"):
        vocab.concept("attendance", "presence")
    with pytest.raises(ValueError, match="no scheme 'attendences'"):
        vocab.concept("attendences", "present")


SPACES = {**vocab.NAMESPACES, **vocab.CATALOGUE}


@pytest.mark.parametrize("prefix", sorted(set(SPACES) & set(SHIPPED)))
def test_the_listed_names_exist_where_they_come_from(prefix: str) -> None:
    assert str(SPACES[prefix]) == str(SHIPPED[prefix]._NS)
    newer = (ROOT / "tests/standards/dcat-ap.ttl").read_text(encoding="utf-8")  # rdflib ships DCAT 2
    missing = [n for n in SPACES[prefix] if rdflib.URIRef(str(SHIPPED[prefix]._NS) + n) not in SHIPPED[prefix]]
    assert [name for name in missing if f" {prefix}:{name} " not in newer] == []


def exists(prefix: str, name: str) -> bool:
    if prefix in SHIPPED:
        return rdflib.URIRef(str(SHIPPED[prefix]._NS) + name) in SHIPPED[prefix]
    return prefix not in vocab.NAMESPACES or name in set(vocab.NAMESPACES[prefix]) | seen_elsewhere(prefix)


@cache
def seen_elsewhere(prefix: str) -> set[str]:
    """Terms that the alignments and views alone use (tests/test_alignments.py)."""
    listed = tomllib.loads((ONTOLOGY / "alignments/vocabularies.toml").read_text(encoding="utf-8")).get(prefix, {})
    return {name for kind in ("classes", "properties") for name in listed.get(kind, ())}


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.stem)
def test_turtle_uses_no_term_that_does_not_exist(path: Path) -> None:
    bases = {prefix: str(space) for prefix, space in vocab.NAMESPACES.items()} | {
        prefix: str(space._NS) for prefix, space in SHIPPED.items()
    }
    used = {str(term) for triple in parsed(path) for term in triple if isinstance(term, rdflib.URIRef)}
    used |= {str(t.datatype) for _, _, t in parsed(path) if isinstance(t, rdflib.Literal) and t.datatype}
    wrong = [
        f"{prefix}:{iri.removeprefix(base)}"
        for iri in sorted(used)
        for prefix, base in bases.items()
        if iri.startswith(base) and iri != base and not exists(prefix, iri.removeprefix(base))
    ]
    assert wrong == []


def names_of_query(text: str) -> set[tuple[str, str]]:
    bare = re.sub(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|<[^<>\s]*>|#[^\n]*', " ", text)
    return set(re.findall(r"(?<![\w?$:-])([a-z][a-z0-9-]*):([A-Za-z][\w-]*)", bare))


def test_queries_use_no_term_that_does_not_exist() -> None:
    paths = sorted((ROOT / "queries").rglob("*.rq")) + sorted((ONTOLOGY / "views").glob("*.rq"))
    wrong = [
        f"{path.name}: {prefix}:{name}"
        for path in paths
        for prefix, name in sorted(names_of_query(path.read_text(encoding="utf-8")))
        if not exists(prefix, name)
    ]
    assert wrong == []
    for query in parsed(ONTOLOGY / "laws.ttl").objects(None, SH.select):
        assert [f"{p}:{name}" for p, name in names_of_query(str(query)) if not exists(p, name)] == []
    assert names_of_query("?m a civ:Meting ; rdfs:label 'civ:x' # civ:y\n") == {("civ", "Meting"), ("rdfs", "label")}


def test_the_code_uses_no_term_that_does_not_exist() -> None:
    spaces = {k: v for k, v in vars(vocab).items() if isinstance(v, vocab.Namespace)}
    wrong: list[str] = []
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            alias.asname or alias.name: spaces[alias.name]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "civicgraph.vocab"
            for alias in node.names
            if alias.name in spaces
        }
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in imported:
                    if attr not in set(imported[name]):
                        wrong.append(f"{path.name}:{node.lineno} {name}.{attr}")
                case ast.Call(func=ast.Name(id="concept"), args=[ast.Constant(str(scheme)), ast.Constant(str(value))]):
                    if not vocab.known(scheme, value):
                        wrong.append(f"{path.name}:{node.lineno} concept({scheme!r}, {value!r})")
                case _:
                    pass
    assert wrong == []


# -- concepts --------------------------------------------------------------------------------------------------------


def test_a_concept_has_scheme_notation_label_and_definition() -> None:
    graph = parsed(ONTOLOGY / "concepts.ttl")
    for scheme in vocab.SCHEMES:
        home = rdflib.URIRef(f"{vocab.CIVC}scheme-{scheme}")
        assert graph.value(home, DCTERMS.title), scheme
        members = {str(graph.value(c, SKOS.notation)): c for c in graph.subjects(SKOS.inScheme, home)}
        assert {v.replace(" ", "-") for v in members} == vocab.concepts(scheme)
        for value, concept in members.items():
            assert str(concept) == vocab.concept(scheme, value)
            assert graph.value(concept, SKOS.prefLabel), value
            assert re.search("“[^”]+”|For instance: ", str(graph.value(concept, SKOS.definition))), value
            broader = list(graph.objects(concept, SKOS.broader))
            tops = list(graph.objects(concept, SKOS.topConceptOf))
            assert tops == [home] if not broader else [graph.value(b, SKOS.topConceptOf) for b in broader] == [home]


def test_the_glossary_is_that_of_the_reference_data() -> None:
    graph = parsed(ONTOLOGY / "concepts.ttl")
    with (ROOT / "data" / "reference" / "localgov_glossary.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["id"]: row for row in csv.DictReader(lines)}
    matched = {term for match in (SKOS.exactMatch, SKOS.closeMatch) for term in graph.objects(None, match)}
    assert matched == {rdflib.URIRef(vocab.concept("glossary", value)) for value in vocab.concepts("glossary")}
    for term in matched:
        row = rows[str(graph.value(term, SKOS.notation))]
        assert str(graph.value(term, SKOS.prefLabel)) == row["pref_label"]
        source = str(graph.value(term, DCTERMS.source) or "")
        assert source == row["legal_uri"].replace(
            "https://www.legislation.gov.uk/", "http://www.legislation.gov.uk/id/"
        )


@pytest.mark.parametrize(
    ("scheme", "literal"),
    [
        ("status", model.DecisionStatus), ("attendance", model.AttendanceStatus), ("attendee", model.AttendeeKind),
        ("route", model.RouteStatus), ("referral", model.ReferralStatus), ("referral-kind", model.ReferralKind),
        ("citation", model.CitationKind), ("answer", model.Answer), ("part", model.PartKind),
        ("sheet", model.SheetQuestion),
    ],
)  # fmt: skip
def test_the_schemes_are_the_values_of_the_model(scheme: str, literal: object) -> None:
    assert vocab.concepts(scheme) == set(get_args(literal))


def test_the_top_actions_are_the_actions_of_the_model() -> None:
    graph = parsed(ONTOLOGY / "concepts.ttl")
    home = rdflib.URIRef(f"{vocab.CIVC}scheme-action")
    tops = {str(graph.value(c, SKOS.notation)) for c in graph.subjects(SKOS.topConceptOf, home)}
    assert tops == set(get_args(model.Action))


# -- shapes ----------------------------------------------------------------------------------------------------------


def test_the_shapes_are_sound_shacl() -> None:
    graph = rules()
    pyshacl.validate(rdflib.Graph(), shacl_graph=graph, meta_shacl=True)
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        assert graph.value(shape, SH.targetClass)
        for part in (*graph.objects(shape, SH.property), *graph.objects(shape, SH.sparql)):
            assert graph.value(part, SH.message), f"{shape}: {graph.value(part, SH.path)} has no message"


def test_every_class_has_a_shape() -> None:
    rules = parsed(ONTOLOGY / "shapes.ttl")
    targets = {str(t) for t in rules.objects(None, SH.targetClass)}
    assert {
        name for name, kind in terms().items() if kind == OWL.Class and f"{vocab.CIV}{name}" not in targets
    } == set()


def test_a_shape_names_no_value_that_no_scheme_has() -> None:
    """A scheme listed in a shape is listed whole, but for shapes of a subclass."""
    rules = parsed(ONTOLOGY / "shapes.ttl")
    narrower = {"Request", "DelegationOfAuthority", "Exclusion", "Deferral", "Recommendation", "MinuteReference"}
    concepts = parsed(ONTOLOGY / "concepts.ttl")
    for listed in rules.subject_objects(SH["in"]):
        owner = str(next(rules.subjects(SH.property, listed[0]))).removeprefix(str(SHAPE))
        values = set(rdflib.collection.Collection(rules, listed[1]))
        tops = set(concepts.subjects(SKOS.topConceptOf, concepts.value(next(iter(values)), SKOS.inScheme)))
        assert values < tops if owner in narrower else values == tops, owner


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_an_example_keeps_to_the_shapes(path: Path) -> None:
    assert violated(parsed(path)) == {}


@pytest.mark.parametrize("shape", shapes())
def test_a_shape_can_fail(shape: str) -> None:
    path = breaking(shape)
    assert path.exists(), f"write {path.relative_to(ROOT)}: data that breaks {shape} and no other shape"
    assert list(violated(parsed(path))) == [shape]


def test_there_is_no_breaking_file_without_a_shape() -> None:
    assert {breaking(shape) for shape in shapes()} == set((ROOT / "tests/shapes").glob("*.ttl"))


# -- the rest --------------------------------------------------------------------------------------------------------


def test_evidence_of_the_example_is_where_it_says() -> None:
    graph = parsed(ONTOLOGY / "examples/03-decision-and-evidence.ttl")
    oa = rdflib.Namespace(str(vocab.OA))
    (evidence,) = graph.subjects(RDF.type, rdflib.URIRef(vocab.CIV.Evidence))
    source = graph.value(evidence, oa.hasSource)
    name = str(graph.value(source, rdflib.URIRef(vocab.CIV.fileName)))
    text = (ROOT / "data/documents" / name).read_text(encoding="utf-8")
    start, end = (int(str(graph.value(evidence, p))) for p in (oa.start, oa.end))
    assert text[start:end] == str(graph.value(evidence, oa.exact))


def test_the_context_leads_to_terms_that_exist() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    document = {
        **context,
        "id": "https://w3id.org/civicgraph/id/m",
        "type": "Meeting",
        "date": "2017-10-12",
        "venue": "Hall",
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    assert set(graph.predicate_objects()) == {
        (RDF.type, rdflib.URIRef(vocab.CIV.Meeting)),
        (DCTERMS.date, rdflib.Literal("2017-10-12", datatype=XSD.date)),
        (rdflib.URIRef(vocab.CIV.venue), rdflib.Literal("Hall")),
    }
    for name, value in context["@context"].items():
        iri = value["@id"] if isinstance(value, dict) else str(value)
        if not name.startswith("@") and re.fullmatch(r"[a-z]+:\w+", iri):
            assert exists(*iri.split(":", 1)), name
