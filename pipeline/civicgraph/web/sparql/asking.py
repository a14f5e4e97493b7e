"""/query: an editor for SPARQL, and the named questions as forms, with answers at /query/NAME?parameter=value."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from civicgraph import queries
from civicgraph.errors import UsageError
from civicgraph.web.headers import WIDGETS
from civicgraph.web.html import address, page
from civicgraph.web.settings import Settings
from civicgraph.web.sparql.endpoint import answered, frame, linked, refusal
from civicgraph.web.sparql.formats import ROWS, SHOWN, Choice, chosen
from civicgraph.web.sparql.job import Job, Shown
from civicgraph.web.sparql.refused import Refused

EXAMPLE = """PREFIX civ: <https://w3id.org/civicgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?date ?body ?meeting WHERE {
  ?meeting a civ:Meeting ; dcterms:date ?date ; civ:ofBody/skos:prefLabel ?body .
}
ORDER BY DESC(?date)
LIMIT 100
"""


def ask(request: Request) -> Response:
    """The editor, with the query of the address where it has one, and the list of questions."""
    text = request.query_params.get("query", EXAMPLE)
    settings: Settings = request.app.state.settings
    here = address(request, "/sparql")
    made = page(request, "query.html", text=text, questions=queries.questions(), endpoint=here, limits=settings.limits)
    made.headers["Content-Security-Policy"] = WIDGETS
    return made


async def question(request: Request) -> Response:
    """A named question: its form, and below it the answer once it is asked; as .csv or .json the answer alone."""
    name, _, suffix = request.path_params["name"].partition(".")
    given = {key: [v for v in request.query_params.getlist(key) if v.strip()] for key in request.query_params}
    given = {key: values for key, values in given.items() if values}
    wanted = (given.pop("format", None) or [""])[0]
    try:
        asked = _known(name)
        choice = chosen(request.headers.get("accept", "*/*"), suffix or wanted, page=True)
        if choice.rows != SHOWN:
            _bound(asked, given)
            return await answered(request, _job(request, choice, asked, given), choice, _no_page)
    except Refused as error:
        return refusal(request, error)
    return await _page(request, choice, asked, given)


async def _page(request: Request, choice: Choice, asked: queries.Question, given: dict[str, list[str]]) -> Response:
    """The form again, with what was filled in, and under it the answer or what was wrong."""
    here = f"/query/{asked.name}"

    def filled(answer: Shown | None = None, sentence: str = "", status: int = 200) -> Response:
        more = {"answer": answer, "sentence": sentence, "data": data(here, given), "links": linked(request)}
        return page(request, "question.html", status=status, question=asked, given=given, text=text, **more)

    text = ""
    if asked.params and not given:
        return filled()
    try:
        text = _bound(asked, given)
        return await answered(request, _job(request, choice, asked, given), choice, filled)
    except Refused as error:
        return filled(sentence=error.sentence, status=error.status)


def data(path: str, given: dict[str, list[str]]) -> dict[str, str]:
    """Path of the whole answer in each form that has rows."""
    query = urlencode(given, doseq=True)
    return {form.name: f"{path}.{form.name}" + (f"?{query}" if query else "") for form in ROWS}


def _job(request: Request, choice: Choice, asked: queries.Question, given: dict[str, list[str]]) -> Job:
    return Job(**frame(request, choice), question=asked.name, given=given)


def _no_page(answer: Shown) -> Response:
    raise TypeError("a page was made of an answer in another form")


def _known(name: str) -> queries.Question:
    for one in queries.questions():
        if one.name == name:
            return one
    raise Refused(404, f"There is no question '{name[:40]}'; the list of them is at /query.")


def _bound(asked: queries.Question, given: dict[str, list[str]]) -> str:
    """The query with its values in place. Raises `Refused` where one is missing or of the wrong kind."""
    try:
        return queries.bound(asked, given)
    except UsageError as error:
        raise Refused(400, f"{error}.".replace("; add --param ", "; write ").replace("--param ", "")) from None
