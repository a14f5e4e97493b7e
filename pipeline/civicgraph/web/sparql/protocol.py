"""What a request asks, as the SPARQL 1.1 Protocol has it: by GET, by a form that is posted, or by the query itself."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from civicgraph.web.sparql.refused import Refused

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = "GET, HEAD, POST, OPTIONS"
MOST = 1000  # parameters

_READ_ONLY = "This graph is read-only: it takes queries, and no updates."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    query: str | None  # None where a GET has none: it asks what this service is
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str


async def asked(request: Request, most: int) -> Asked:
    """`most`: bytes of a body. Raises `Refused`: 400, 403, 405, 413 or 415."""
    address = _pairs(request.scope["query_string"], "the address")
    if request.method in ("GET", "HEAD"):
        pairs = address
    elif request.method == "POST":
        pairs = address + await _posted(request, most)
    else:
        raise Refused(405, f"A query comes by GET or POST, not by {request.method}.", {"Allow": METHODS})
    if any(name == "update" for name, _ in pairs):
        raise Refused(403, _READ_ONLY)
    queries = _all(pairs, "query")
    if len(queries) > 1:
        raise Refused(400, "There is more than one query; send one at a time.")
    if not queries and request.method == "POST":
        raise Refused(400, "There is no query; send it as the parameter 'query'.")
    return Asked(
        query=queries[0] if queries else None,
        default_graphs=_all(pairs, "default-graph-uri"),
        named_graphs=_all(pairs, "named-graph-uri"),
        format=(_all(pairs, "format") or ("",))[0],
    )


async def _posted(request: Request, most: int) -> list[tuple[str, str]]:
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    kind = kind.strip()
    if kind not in (FORM, QUERY, UPDATE):
        named = f"not as {kind[:80]}" if kind else "and the Content-Type says which"
        raise Refused(415, f"A query is posted as {FORM} or {QUERY}, {named}.")
    charset = next((p.partition("=")[2].strip(' "') for p in parameters.split(";") if "charset" in p), "utf-8")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Refused(415, f"A query is UTF-8, not {charset[:40]}.")
    if kind == UPDATE:
        raise Refused(403, _READ_ONLY)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise Refused(413, f"The query is longer than {most:,} bytes; send a shorter one.")
    if kind == FORM:
        return _pairs(body, "the form")
    try:
        return [("query", body.decode())]
    except UnicodeDecodeError as error:
        raise Refused(400, f"The query is not UTF-8: byte {error.start + 1} cannot be read.") from None


def _pairs(text: bytes, where: str) -> list[tuple[str, str]]:
    try:
        pairs = parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST)
    except UnicodeDecodeError:
        raise Refused(400, f"The parameters of {where} are not UTF-8, or not percent-encoded.") from None
    except ValueError:
        raise Refused(400, f"There are more than {MOST} parameters in {where}.") from None
    return pairs


def _all(pairs: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in pairs if key == name)
