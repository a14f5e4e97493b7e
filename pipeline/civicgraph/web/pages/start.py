"""The ways in: the first page, the search, what is open, and how good all of it is."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from civicgraph import search as searching
from civicgraph.web.pages.asking import Answer, ask, known
from civicgraph.web.pages.shown import but, graph_of, shown
from civicgraph.web.pages.twins import table

MEASURED = Path(__file__).with_name("measured.csv")
"""The README's table of how right it is; a test holds the two together."""

LIST, TABLE = 50, 2_000
"""Open things on a page, and in one CSV; a header of it leads to the next ones."""

NONE = "urn:none"


def start(request: Request) -> Response:
    graph = graph_of(request)
    file = graph.place / searching.FILE
    if not file.is_file():
        return shown(request, "home.html", totals={}, newest=(), open=())
    things = searching.unanswered(file, 10)
    return shown(
        request,
        "home.html",
        totals=searching.totals(file),
        newest=searching.newest(file, 10),
        open=ask(graph.store, "open-details", thing=things).once("thing") if things else (),
    )


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
        return shown(request, "search.html", 503, wish=wish, found=None)
    return shown(request, "search.html", wish=wish, found=found)


def unanswered(request: Request) -> Response:
    """What was asked for and passed on, and of which no answer was found."""
    graph, asked = graph_of(request), request.query_params
    kind = asked.get("kind", "") if asked.get("kind") in ("decision", "referral") else ""
    council, table_wanted = asked.get("council", ""), asked.get("as") == "csv"
    most, page = TABLE if table_wanted else LIST, asked.get("page", "")
    number = int(page) if page.isdecimal() and len(page) < 5 else 0
    file = graph.place / searching.FILE
    things = searching.unanswered(file, most, number, kind=kind, council=council) if file.is_file() else ()
    found = ask(graph.store, "open-details", thing=things or NONE).once("thing")
    more = len(things) == most
    if table_wanted:
        following = {"Link": f'<{but(request)(page=number + 1)}>; rel="next"'} if more else {}
        return Response(table(found), media_type="text/csv; charset=utf-8", headers=following)
    asking = known("start-open", ())
    return shown(request, "open.html", found=found, kind=kind, council=council, number=number, more=more, asking=asking)


def quality(request: Request) -> Response:
    file = graph_of(request).place / searching.FILE

    def kept(name: str) -> Answer:
        return known(name, searching.kept(file, name) if file.is_file() else ())

    decisions = next(row for row in measured() if row[0].startswith("decisions"))
    right, found = (round(10 * float(one)) for one in decisions[-1].split(", "))
    return shown(
        request,
        "quality.html",
        measured=measured(),
        right=right,
        found=found,
        problems=kept("quality-problems"),
        documents=kept("quality-documents"),
        gaps=kept("quality-gaps"),
        missing=kept("quality-not-held").once("about"),
        follow=kept("quality-follow"),
    )


@cache
def measured() -> tuple[tuple[str, ...], ...]:
    """Error rates as the README publishes them: a row of headings, and the rows."""
    with MEASURED.open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file))
