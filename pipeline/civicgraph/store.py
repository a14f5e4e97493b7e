"""The graph on disk: `OUT/store-<hash of its quads>`, and `OUT/current`, the one file that says which store counts.

A build loads a store of its own and then replaces `current`; so a reader sees the graph before or the graph after,
whenever the build ends, and even when it is killed. A store that somebody holds (`hold`) stays until a later build.

Its default graph has the linked facts. In its folder lies a second store, `UNION`, whose default graph has what any
graph states, each statement once: the store itself would give a statement once for each graph that has it. All else the
two share on disk.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, QueryTriples, RdfFormat, Store, parse

from civicgraph.errors import UsageError
from civicgraph.resources import folder

ONTOLOGY_GRAPH = "https://w3id.org/civicgraph/ontology"
ONTOLOGY_FILES = ("civicgraph.ttl", "concepts.ttl")

BATCH = 100_000
"""Lines loaded at a time."""

Rule = tuple[str, str]
"""IRI of the graph that a rule writes, and its CONSTRUCT."""

UNION = "union"
FORM = "union 1"
"""Another after each change to how a store is laid out: a build then makes it anew."""

POINTER = "current"
_PARTIAL = "store.partial"
_QUAD = re.compile(rb'(?P<triple>\S+ \S+ .+) <(?P<graph>[^<>" ]+)> \.\n')


class Held(NamedTuple):
    place: Path  # the folder of a store
    descriptor: int  # as long as it is open, no build removes the folder


def open_store(out: Path) -> Store:
    """The last good graph of a build folder, read-only. Raises `UsageError` when there is none."""
    return opened(_place(out))


def opened(place: Path) -> Store:
    """The store in its own folder, read-only. Raises `UsageError`."""
    try:
        store = Store.read_only(str(place))
    except OSError as error:
        raise UsageError(
            f"{place}: the graph cannot be opened ({error}); run 'civicgraph build --out {place.parent}'"
        ) from error
    for diary in place.glob("LOG.old.*"):
        # RocksDB puts one there at each opening, up to a thousand of 140 kB, and reads none.
        with suppress(OSError):
            diary.unlink()
    return store


def hold(out: Path) -> Held:
    """The store that counts, kept on disk until the descriptor is closed, or the process that called ends.

    A store opens its files when it needs them, so one that is read for long has to be held. Raises `UsageError`.
    """
    while True:
        place = _place(out)
        try:
            descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue  # a build has ended just now, and removed it
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if place.is_dir() and os.path.samestat(place.stat(), os.fstat(descriptor)):
            return Held(place, descriptor)
        os.close(descriptor)


def _place(out: Path) -> Path:
    name = current(out)
    if not name:
        raise UsageError(f"{out}: there is no graph here; run 'civicgraph build --out {out}' first")
    return out / name


def current(out: Path) -> str:
    """Name of the store folder that counts, "" when nothing was built yet."""
    try:
        name = (out / POINTER).read_text(encoding="utf-8").partition("\n")[0]
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return name if (out / name).is_dir() else ""


def clear_partial(out: Path) -> None:
    """Removes what a build left that did not end, and stores that nothing points to and nobody holds."""
    partial = out / _PARTIAL
    shutil.rmtree(partial, ignore_errors=True)
    keep = current(out)
    for path in sorted(out.glob("store-*")):
        if path.name != keep:
            with _unheld(path) as free:
                if free:
                    path.rename(partial)  # so that a name stands for a whole store, or for none
            shutil.rmtree(partial, ignore_errors=True)
    (out / f"{POINTER}.part").unlink(missing_ok=True)


@contextmanager
def _unheld(place: Path) -> Iterator[bool]:
    """Whether nobody holds the store, and nobody can inside the block."""
    descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(descriptor)


def replace_store(
    out: Path,
    lines: Iterable[str],
    rules: Sequence[Rule] = (),
    *,
    beside: Callable[[Store, Path], None] | None = None,
    form: str = "",
    apart: str = "",
) -> int:
    """Makes the graph of these N-Quads lines (without line ends) and the ontology the one that counts, with what the
    rules derive from it, one after another.

    `beside` writes into the store's folder what goes with the graph, such as its search, before the graph counts;
    `form` says in which form. `apart` is a graph that is left out of the union. Statements may come more than once.
    Nothing is loaded when lines, rules and form are those of the graph that is there. Gives the number of quads in the
    store. Raises `OSError` when the folder cannot be written, and then the graph before counts.
    """
    partial = out / _PARTIAL
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        quads = partial / "quads.nq"
        digest = hashlib.sha256()
        with quads.open("wb") as file:
            for batch in _batches(ontology_lines(), lines):
                digest.update(batch)
                file.write(batch)
        for rule in rules:
            digest.update("\n".join(rule).encode())
        digest.update(f"{FORM} {apart} {form}".encode())
        name = f"store-{digest.hexdigest()[:16]}"
        if name != current(out):
            if (out / name).is_dir():  # the graph before the last one, which is still being read
                size = len(opened(out / name))
            else:
                size = _load(partial / "store", quads, rules, beside, apart)
                (partial / "store").rename(out / name)
            pointer = out / f"{POINTER}.part"
            pointer.write_text(f"{name}\n{size}\n", encoding="utf-8")
            pointer.replace(out / POINTER)
        return quads_in(out)
    finally:
        clear_partial(out)


def fault_in(lines: Iterable[str]) -> str:
    """What is wrong with these N-Quads lines, "" when nothing is."""
    try:
        for _ in parse("".join(f"{line}\n" for line in lines), format=RdfFormat.N_QUADS):
            pass
    except SyntaxError as error:
        return error.msg
    return ""


def ontology_lines() -> Iterator[str]:
    """The ontology and its concepts as N-Quads, in the default graph and in a named graph of their own."""
    graph = NamedNode(ONTOLOGY_GRAPH)
    for file in ONTOLOGY_FILES:
        path = folder("ontology") / file
        if not path.is_file():
            continue
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                # Its label would be another in every run.
                raise UsageError(f"{path}: has a blank node ({quad}); give it an IRI")
            yield f"{quad.triple} ."
            yield f"{Quad(quad.subject, quad.predicate, quad.object, graph)} ."


def _batches(*sources: Iterable[str]) -> Iterator[bytes]:
    """Lines as UTF-8, some thousand at a time: hashing and writing each by itself takes as long as making them."""
    for source in sources:
        batch: list[str] = []
        for line in source:
            batch.append(line)
            if len(batch) == 5000:
                yield "\n".join([*batch, ""]).encode()
                batch.clear()
        yield "\n".join([*batch, ""]).encode() if batch else b""


def _load(
    place: Path, quads: Path, rules: Sequence[Rule], beside: Callable[[Store, Path], None] | None, apart: str
) -> int:
    """Bulk loads of some hundred documents each. Gives the number of quads.

    One load of all would hold up to a million quads a processor in memory (1 GB for 620,000, against 250 MB, and no
    faster); one a document is many times slower. In a thread, because Python would hear Ctrl-C only after a load.
    """
    done: list[int] = []
    failed: list[BaseException] = []

    def load() -> None:
        try:
            store = Store(str(place))
            with quads.open("rb") as lines:
                _fill(store, lines, RdfFormat.N_QUADS)
            for rule in rules:
                _derive(store, rule)
            store.optimize()
            store.flush()
            if beside:
                beside(store, place)
            _unite(store, place / UNION, quads, apart)
            done.append(len(store))
        except (OSError, SyntaxError, TypeError, ValueError, RuntimeError) as error:
            failed.append(error)

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(0.1)
    if failed:
        raise failed[0]
    return done[0]


def _fill(store: Store, lines: Iterable[bytes], form: RdfFormat) -> None:
    walk = iter(lines)
    while batch := b"".join(islice(walk, BATCH)):
        store.bulk_load(batch, format=form)


def _unite(store: Store, place: Path, quads: Path, apart: str) -> None:
    """The union beside the store: a copy, which takes no room, and in its default graph also what only named graphs
    state."""
    store.backup(str(place))
    union = Store(str(place))
    with quads.open("rb") as lines:
        _fill(union, claims(lines, apart.encode()), RdfFormat.N_TRIPLES)
    union.optimize()
    union.flush()


def claims(quads: Iterable[bytes], apart: bytes = b"") -> Iterator[bytes]:
    """N-Triples of what these N-Quads state in named graphs, but for one graph. What stands right before or after as a
    triple of the default graph is left away; loading it would change nothing."""
    before = claim = b""
    for line in quads:
        if claim and claim != line:
            yield claim
        quad = _QUAD.fullmatch(line)
        claim = quad["triple"] + b" .\n" if quad and quad["graph"] != apart else b""
        if claim == before:
            claim = b""
        before = line
    yield claim


def _derive(store: Store, rule: Rule) -> None:
    """What a rule makes of the graph, in the default graph and in the rule's own."""
    graph, construct = rule
    triples = store.query(construct)
    if not isinstance(triples, QueryTriples):
        raise TypeError(f"{graph}: a rule is a CONSTRUCT")
    while batch := list(islice(triples, BATCH)):
        for place in (DefaultGraph(), NamedNode(graph)):
            store.bulk_extend(Quad(one.subject, one.predicate, one.object, place) for one in batch)


def quads_in(out: Path) -> int:
    """Number of quads in the graph that counts."""
    return int((out / POINTER).read_text(encoding="utf-8").split()[1])
