"""The forms of an answer: of rows and of yes or no, and of triples. `format=` names one, or `Accept` its media type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat

from civicgraph.web.accept import best
from civicgraph.web.sparql.refused import Refused

PAGE = "text/html"
SHOWN = "page"  # name of the form that a page is made of


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    name: str
    media: tuple[str, ...]  # the first is its own, the others are taken for it
    also: tuple[str, ...]  # other names in use for `format=`
    written_as: QueryResultsFormat | RdfFormat

    @property
    def iri(self) -> str:
        """Of the form in W3C's list of formats."""
        return self.written_as.iri


ROWS = (
    Form(
        name="json",
        media=("application/sparql-results+json", "application/json"),
        also=(),
        written_as=QueryResultsFormat.JSON,
    ),
    Form(
        name="xml",
        media=("application/sparql-results+xml", "application/xml", "text/xml"),
        also=(),
        written_as=QueryResultsFormat.XML,
    ),
    Form(name="csv", media=("text/csv",), also=(), written_as=QueryResultsFormat.CSV),
    Form(name="tsv", media=("text/tab-separated-values",), also=(), written_as=QueryResultsFormat.TSV),
)
TRIPLES = (
    Form(name="turtle", media=("text/turtle", "application/x-turtle"), also=("ttl", "n3"), written_as=RdfFormat.TURTLE),
    Form(
        name="jsonld",
        media=("application/ld+json", "application/json"),
        also=("json-ld", "json"),
        written_as=RdfFormat.JSON_LD,
    ),
    Form(
        name="rdfxml",
        media=("application/rdf+xml", "application/xml", "text/xml"),
        also=("rdf", "rdf+xml", "xml"),
        written_as=RdfFormat.RDF_XML,
    ),
    Form(name="ntriples", media=("application/n-triples",), also=("nt", "n-triples"), written_as=RdfFormat.N_TRIPLES),
    Form(name="nquads", media=("application/n-quads",), also=("nq", "n-quads"), written_as=RdfFormat.N_QUADS),
    Form(name="trig", media=("application/trig",), also=(), written_as=RdfFormat.TRIG),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What form the answer takes and its media type, whichever kind of answer it turns out to be; "" for none."""

    rows: str
    rows_media: str
    triples: str
    triples_media: str


def headers(media: str) -> dict[str, str]:
    return {"Content-Type": f"{media}; charset=utf-8" if media.startswith("text/") else media}


def chosen(accept: str, wanted: str, *, page: bool) -> Choice:
    """By name, else by what the client accepts; `page`: whether there is one for people. Raises `Refused`."""
    if wanted:
        return _named(wanted, page=page)
    rows, rows_media = _accepted(accept, ROWS, page=page)
    triples, triples_media = _accepted(accept, TRIPLES, page=page)
    if not rows and not triples:
        known = ", ".join(form.media[0] for form in (*ROWS, *TRIPLES))
        raise Refused(406, f"There is no answer in what you accept; the forms are {known}.")
    return Choice(rows=rows, rows_media=rows_media, triples=triples, triples_media=triples_media)


def described(accept: str, wanted: str) -> Form:
    """The form of a description, which is triples. Raises `Refused`."""
    choice = chosen(accept, wanted, page=False)
    for form in TRIPLES:
        if form.name == choice.triples:
            return form
    raise Refused(406, "The description of this service is triples; ask for text/turtle, or send a query.")


def _named(wanted: str, *, page: bool) -> Choice:
    word = wanted.strip().lower()
    if page and word in ("html", PAGE):
        return Choice(rows=SHOWN, rows_media=PAGE, triples=SHOWN, triples_media=PAGE)
    rows = next((form for form in ROWS if word in (form.name, *form.also, *form.media)), None)
    triples = next((form for form in TRIPLES if word in (form.name, *form.also, *form.media)), None)
    if rows is None and triples is None:
        known = ", ".join(form.name for form in (*ROWS, *TRIPLES))
        raise Refused(400, f"There is no format '{wanted[:40]}'; the formats are {known}.")
    return Choice(
        rows=rows.name if rows else "",
        rows_media=rows.media[0] if rows else "",
        triples=triples.name if triples else "",
        triples_media=triples.media[0] if triples else "",
    )


def _accepted(accept: str, forms: Sequence[Form], *, page: bool) -> tuple[str, str]:
    # A page comes last: who takes anything is a program.
    media = best(accept, [one for form in forms for one in form.media] + [PAGE] * page)
    if media == PAGE:
        return SHOWN, PAGE
    return next(((form.name, media) for form in forms if media in form.media), ("", ""))
