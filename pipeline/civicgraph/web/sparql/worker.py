"""A process that answers queries, one at a time, and that may be killed at any moment.

The store cannot stop a query that it has begun, so the server ends the process instead. It has a limit of memory, and
where the system allows it no network: a query that got by the refusal of SERVICE would still reach nobody.

    python -m civicgraph.web.sparql.worker MEMORY        jobs on standard input, what came of them on standard output
"""

from __future__ import annotations

import ctypes
import io
import os
import queue
import resource
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import msgspec
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from civicgraph import queries
from civicgraph.answers import write_csv
from civicgraph.errors import UsageError
from civicgraph.store import UNION as UNION_FOLDER
from civicgraph.store import opened
from civicgraph.vocab import NAMESPACES
from civicgraph.web.sparql.capped import Capped, TooLong, counted
from civicgraph.web.sparql.formats import ROWS, SHOWN, TRIPLES
from civicgraph.web.sparql.job import FACTS, UNION, Done, Job, Shown
from civicgraph.web.sparql.refused import Refused

PREFIXES = {prefix: str(namespace) for prefix, namespace in NAMESPACES.items()}
ON_A_PAGE = 1000  # rows
ON_A_PAGE_BYTES = 1_000_000
IN_A_LINE = 200_000  # bytes
TOO_MUCH = "The query needs more memory than it may have; ask for less, or order and group less."
Term = NamedNode | BlankNode | Literal | Triple
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def main(memory: int) -> None:
    without_network()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)  # pages come first
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=listen, args=(jobs,), daemon=True).start()
    sys.stdout.buffer.write(b"\n")  # ready
    sys.stdout.buffer.flush()
    stores = Stores()
    while line := jobs.get():
        job = msgspec.json.decode(line, type=Job)
        sys.stdout.buffer.write(msgspec.json.encode(done(stores, job)) + b"\n")
        sys.stdout.buffer.flush()


class Stores:
    """Those of one build, opened when they are first asked."""

    def __init__(self) -> None:
        self._build = ""
        self._open: dict[Path, Store] = {}

    def of(self, job: Job, *, union: bool) -> Store:
        if self._build != job.store:
            self._build, self._open = job.store, {}
        place = Path(job.store, UNION_FOLDER) if union else Path(job.store)
        if place not in self._open:
            if union and not place.is_dir():
                raise Refused(503, "This graph was built without its union; run 'civicgraph build' again.")
            self._open[place] = opened(place)
        return self._open[place]


def listen(jobs: queue.SimpleQueue[bytes]) -> None:
    """Ends the process with the server, also in the middle of a query."""
    for line in sys.stdin.buffer:
        jobs.put(line)
    os._exit(0)


def without_network() -> None:
    """On Linux, where users may have name spaces of their own; elsewhere nothing happens."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def done(stores: Stores, job: Job) -> Done:
    try:
        results = answer(stores, job)
        kind = "triples" if isinstance(results, QueryTriples) else "rows"
        form = job.triples if kind == "triples" else job.rows
        if not form:
            raise Refused(406, f"This query answers with {kind}, and in the form that you want there are none.")
        length = shown(results, job) if form == SHOWN else written(results, form, job)
    except Refused as error:
        return Done(kind=str(error.status), said=error.sentence)
    except TooLong as error:
        return Done(kind="413", said=str(error))
    except UsageError as error:
        return Done(kind="400", said=_sentence(error))
    except (SyntaxError, ValueError) as error:
        return Done(kind="400", said=f"This is not a SPARQL query: {_sentence(error)}.")
    except MemoryError:
        return Done(kind="503", said=TOO_MUCH)
    except (OSError, RuntimeError) as error:
        return Done(kind="500", said=f"The query cannot be answered: {_sentence(error)}.")
    if length > IN_A_LINE:
        return Done(kind=kind, length=length)
    return Done(kind=kind, body=Path(job.spool).read_bytes().decode())


def answer(stores: Stores, job: Job) -> queries.Results:
    if job.question:
        return queries.ask(stores.of(job, union=False), queries.question(job.question), job.given)
    if queries.calls_out(job.text):
        raise Refused(403, "SERVICE asks another machine, which this one does not do; leave that part out.")
    if job.default_graphs in ((UNION,), (FACTS,)) and not job.named_graphs:
        return stores.of(job, union=job.default_graphs == (UNION,)).query(job.text, base_iri=job.here)
    return stores.of(job, union=True).query(
        job.text,
        base_iri=job.here,
        default_graph=None if job.default_graphs is None else [NamedNode(iri) for iri in job.default_graphs],
        named_graphs=None if job.named_graphs is None else [NamedNode(iri) for iri in job.named_graphs],
    )


def written(results: queries.Results, name: str, job: Job) -> int:
    """Length of the answer in bytes; it is in the spool."""
    form = next(form.written_as for form in (*ROWS, *TRIPLES) if form.name == name)
    of_rows = form if isinstance(form, QueryResultsFormat) else None
    with Capped(Path(job.spool), of_rows, job.most, job.size) as file:
        if of_rows == QueryResultsFormat.CSV and isinstance(results, QuerySolutions):
            with io.TextIOWrapper(file, "utf-8", newline="") as text:
                write_csv(results, text)
        elif not isinstance(results, QueryTriples):
            results.serialize(file, of_rows)
        elif isinstance(form, RdfFormat):
            serialize(counted(results, job.most), file, form, prefixes=PREFIXES)
        return file.length


def shown(results: queries.Results, job: Job) -> int:
    """Length of the beginning of the answer as a `Shown`; it is in the spool."""
    body = msgspec.json.encode(_beginning(results))
    if len(body) > 2 * ON_A_PAGE_BYTES:
        raise TooLong("The answer has texts that are too long for a page; ask for csv or json.")
    return Path(job.spool).write_bytes(body)


def _beginning(results: queries.Results) -> Shown:
    if isinstance(results, QueryBoolean):
        return Shown(columns=(), rows=(), more=False, truth=bool(results))
    lines: Iterator[tuple[Term | None, ...]]
    if isinstance(results, QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        lines = ((one.subject, one.predicate, one.object) for one in results)
    else:
        columns = tuple(variable.value for variable in results.variables)
        lines = (tuple(one[place] for place in range(len(columns))) for one in results)
    rows: list[tuple[tuple[str, str], ...]] = []
    room = ON_A_PAGE_BYTES
    for line in islice(lines, ON_A_PAGE):
        rows.append(tuple(map(_cell, line)))
        room -= sum(len(text) for _, text in rows[-1])
        if room < 0:
            break
    return Shown(columns=columns, rows=tuple(rows), more=next(lines, None) is not None)


def _cell(term: Term | None) -> tuple[str, str]:
    if term is None:
        return "", ""
    if isinstance(term, NamedNode):
        return "iri", term.value
    return "text", term.value if isinstance(term, Literal) else str(term)


def _sentence(error: Exception) -> str:
    return " ".join(str(error).split())[:500].rstrip(".")


if __name__ == "__main__":
    main(int(sys.argv[1]))
