"""The ways in: the first page, the search, what is open, and how good all of it is."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from civicgraph import search as searching
from civicgraph.web.pages.asking import Answer, ask, known, of_rows
from civicgraph.web.pages.behind import searched
from civicgraph.web.pages.shown import but, graph_of, shown
from civicgraph.web.pages.twins import table, wanted_form

MEASURED = Path(__file__).with_name("measured.csv")
"""The README's table of how right it is; a test holds the two together."""

LIST, TABLE = 50, 2_000
"""Open things on a page, and in one CSV; a header of it leads to the next ones."""

NONE = "urn:none"


def start(request: Request) -> Response:
    graph = graph_of(request)
    file = graph.place / searching.FILE
    made = file.is_file()
    things = searching.unanswered(file, 10) if made else ()
    found = ask(graph.store, "open-details", thing=things or NONE).once("thing")
    return shown(
        request,
        "home.html",
        totals=searching.totals(file) if made else {},
        newest=searching.newest(file, 10) if made else (),
        open=found,
        behind=(*searched("acts", "meetings", "things"), known("start-open", ()), found),
    )


def as_table(request: Request) -> bool:
    """Whether the list alone is wanted, as CSV: by suffix, by `as=csv`, or by what is accepted."""
    asked_for = request.query_params.get("as") == "csv" or request.url.path.endswith(".csv")
    return asked_for or wanted_form(request.headers.get("accept", "")) == "csv"


def listed(answer: Answer, **headers: str) -> Response:
    return Response(table(answer), media_type="text/csv; charset=utf-8", headers=headers)


def search(request: Request) -> Response:
    asked = request.query_params
    number = asked.get("page", "")
    wish = searching.Wish(
        words=asked.get("q", "")[:500],
        kind=asked.get("kind", ""),
        council=asked.get("council", ""),
        body=asked.get("body", ""),
        year=asked.get("year", ""),
        page=int(number) if number.isdecimal() and len(number) < 5 else 0,
    )
    try:
        found = searching.find(graph_of(request).place / searching.FILE, wish)
    except FileNotFoundError:
        return shown(request, "search.html", 503, wish=wish, found=None, behind=())
    if as_table(request):
        more = {"Link": f'<{but(request)(page=wish.page + 1)}>; rel="next"'} if found.more else {}
        return listed(of_rows("search", HITS, (hit_row(hit) for hit in found.hits)), **more)
    return shown(
        request,
        "search.html",
        wish=wish,
        found=found,
        behind=tuple(searched("acts", "documents", "meetings", "states", "things")),
    )


HITS = ("kind", "title", "iri", "council", "body", "date", "start", "words")


def hit_row(hit: searching.Hit) -> tuple[str, ...]:
    words = hit.snippet.replace(searching.OPENS, "").replace(searching.CLOSES, "")
    start = "" if hit.start is None else str(hit.start)
    return hit.kind, hit.title, hit.iri, hit.council, hit.body, hit.date, start, words


def unanswered(request: Request) -> Response:
    """What was asked for and passed on, and of which no answer was found."""
    graph, asked = graph_of(request), request.query_params
    kind = asked.get("kind", "") if asked.get("kind") in ("decision", "referral") else ""
    council, table_wanted = asked.get("council", ""), as_table(request)
    most, page = TABLE if table_wanted else LIST, asked.get("page", "")
    number = int(page) if page.isdecimal() and len(page) < 5 else 0
    file = graph.place / searching.FILE
    things = searching.unanswered(file, most, number, kind=kind, council=council) if file.is_file() else ()
    found = ask(graph.store, "open-details", thing=things or NONE).once("thing")
    more = len(things) == most
    if table_wanted:
        following = {"Link": f'<{but(request)(page=number + 1)}>; rel="next"'} if more else {}
        return listed(found, **following)
    # A search calls a request by what it is, a decision.
    asked_for = known("start-open", (), page=number, council=council, kind="request" if kind == "decision" else kind)
    behind = (asked_for, found)
    return shown(request, "open.html", found=found, kind=kind, council=council, number=number, more=more, behind=behind)


def quality(request: Request) -> Response:
    file = graph_of(request).place / searching.FILE

    def kept(name: str) -> Answer:
        return known(name, searching.kept(file, name) if file.is_file() else ())

    lists = {name: kept(name) for name in searching.KEPT}
    if as_table(request):
        part = request.query_params.get("part", "")
        rates = of_rows("rates", ("of", *measured()[0][1:]), measured()[1:])
        return listed(lists.get(part, rates))
    decisions = next(row for row in measured() if row[0].startswith("decisions"))
    right, found = (round(10 * float(one)) for one in decisions[-1].split(", "))
    return shown(
        request,
        "quality.html",
        measured=measured(),
        right=right,
        found=found,
        problems=lists["quality-problems"],
        documents=lists["quality-documents"],
        gaps=lists["quality-gaps"],
        missing=lists["quality-not-held"].once("about"),
        follow=lists["quality-follow"],
    )


@cache
def measured() -> tuple[tuple[str, ...], ...]:
    """Error rates as the README publishes them: a row of headings, and the rows."""
    with MEASURED.open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file))
