"""/sparql: takes a query, has it answered, and says what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypedDict, TypeVar
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from civicgraph.vocab import short
from civicgraph.web.accept import best
from civicgraph.web.addresses import path_of
from civicgraph.web.html import address, page
from civicgraph.web.settings import Limits
from civicgraph.web.sparql import formats
from civicgraph.web.sparql.description import description
from civicgraph.web.sparql.job import Done, Job, Shown
from civicgraph.web.sparql.pool import Pool
from civicgraph.web.sparql.protocol import METHODS, asked
from civicgraph.web.sparql.refused import Refused

CHUNK = 65_536
CROSS_ORIGIN = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}
# An answer with one of these is another one every time.
FLEETING = ("NOW", "RAND", "UUID", "BNODE")

GONE = 499  # of nobody who could read it: for the log

_T = TypeVar("_T")


class Frame(TypedDict):
    store: str
    spool: str
    rows: str
    triples: str
    most: int
    size: int


async def endpoint(request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=CROSS_ORIGIN)
    limits: Limits = request.app.state.settings.limits
    accept = request.headers.get("accept", "*/*")
    try:
        wanted = await asked(request, limits.body)
        if wanted.query is None:
            if not wanted.format and best(accept, ("text/turtle", formats.PAGE)) == formats.PAGE:
                return Response(status_code=303, headers={"Location": request.scope["root_path"] + "/query"})
            return description(request, formats.described(accept, wanted.format))
        choice = formats.chosen(accept, wanted.format, page=request.method != "POST" or bool(wanted.format))
        set_apart = bool(wanted.default_graphs or wanted.named_graphs)
        job = Job(
            **frame(request, choice),
            text=wanted.query,
            here=address(request, "/sparql"),
            default_graphs=wanted.default_graphs if set_apart else None,
            named_graphs=wanted.named_graphs if set_apart else None,
        )

        def shown(answer: Shown) -> Response:
            given = [(name, value) for name, value in request.query_params.multi_items() if name != "format"]
            data = {form.name: "/sparql?" + urlencode([*given, ("format", form.name)]) for form in formats.ROWS}
            return page(request, "answer.html", answer=answer, text=job.text, data=data, links=linked(request))

        answer = await answered(request, job, choice, shown)
    except Refused as error:
        return refusal(request, error)
    if any(word in wanted.query.upper() for word in FLEETING):
        answer.headers["Cache-Control"] = "no-store"
    return answer


def frame(request: Request, choice: formats.Choice) -> Frame:
    """What every job has."""
    limits: Limits = request.app.state.settings.limits
    pool: Pool = request.app.state.pool
    return {
        "store": str(request.state.graph.place),
        "spool": str(pool.spool()),
        "rows": choice.rows,
        "triples": choice.triples,
        "most": limits.rows,
        "size": limits.answer,
    }


async def answered(
    request: Request, job: Job, choice: formats.Choice, as_page: Callable[[Shown], Response]
) -> Response:
    """The answer in the form chosen. Raises `Refused`."""
    spool = Path(job.spool)
    try:
        done = await unless_gone(request, request.app.state.pool.ask(job))
        if done.kind.isdigit():
            raise Refused(int(done.kind), done.said)
        media = choice.triples_media if done.kind == "triples" else choice.rows_media
        if media == formats.PAGE:
            return as_page(msgspec.json.decode(body(done, spool), type=Shown))
        headers = formats.headers(media)
        if not done.length:
            return Response(done.body, headers=headers)
        headers["Content-Length"] = str(done.length)
        return StreamingResponse(chunks(spool.open("rb")), headers=headers)
    finally:
        spool.unlink(missing_ok=True)


def body(done: Done, spool: Path) -> bytes:
    return spool.read_bytes() if done.length else done.body.encode()


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """Of a file that has no name any more: however the answer ends, nothing of it stays."""
    with file:
        while chunk := file.read(CHUNK):
            yield chunk


def linked(request: Request) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Of an IRI: the path of its page, and how it is written for people."""
    base: str = request.app.state.settings.base
    return lambda iri: path_of(iri, base), lambda iri: short(iri.removeprefix(base))


async def unless_gone(request: Request, work: Coroutine[Any, Any, _T]) -> _T:
    """The result of the work, which ends when whoever asked has hung up."""
    task, gone = asyncio.create_task(work), asyncio.create_task(hung_up(request))
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        task.cancel()
        await asyncio.wait((task,))
        raise Refused(GONE, "Whoever asked has gone.")
    finally:
        task.cancel()
        gone.cancel()


async def hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def refusal(request: Request, error: Refused) -> Response:
    """The sentence, on a page for people."""
    if (
        request.method != "POST"
        and best(request.headers.get("accept", "*/*"), ("text/plain", formats.PAGE)) == formats.PAGE
    ):
        answer: Response = page(request, "refused.html", status=error.status, sentence=error.sentence)
    else:
        answer = Response(error.sentence + "\n", status_code=error.status, media_type="text/plain")
    answer.headers.update(error.headers)
    return answer
