"""Reading documents side by side, so that one that kills its worker costs itself and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from pathlib import Path

from civicgraph.errors import DocumentError
from civicgraph.model import Findings
from civicgraph.run import cache, limits
from civicgraph.run.report import Failure
from civicgraph.run.sources import Found

# What befell a document, and what to do.
LATE = f"takes more than {limits.SECONDS} seconds to read", "split it, leave it out, or report it"
LARGE = f"needs more memory than the {limits.BYTES >> 30} GB that a document may take", "split it, or leave it out"
DEAD = "ended the process that read it, twice", "it may need more memory than there is; leave it out, or report it"
CHUNK = 16  # documents to a task: at 20 ms each, the hand-over is lost in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One document after its worker: the key that its findings are kept under, or why there are none."""

    found: Found
    key: str = ""
    failure: Failure | None = None


def read_one(found: Found, out: Path, code: str) -> Done:
    """Reads, segments and extracts one file, and keeps what it found. `OSError` only from writing to `out`."""
    from civicgraph.extract import extract, with_candidates
    from civicgraph.read import read
    from civicgraph.segment import segment

    limits.begin(found.path, out)
    try:
        document = read(Path(found.path), found.name)
        findings: Findings = extract(document, segment(document))
        if code.endswith(cache.CANDIDATES):
            findings = with_candidates(document, findings)
    except MemoryError:
        return _failed(found, *LARGE)
    except DocumentError as error:
        # Stages below `read` may know the document by its name only.
        failure = Failure(path=found.path, what=error.what, where=error.where, do=error.do)
        return Done(found=found, failure=failure)
    finally:
        limits.end(out)
    key = cache.key(findings.source.sha256, found.name, code)
    cache.Cache(out).put(key, findings, document.text)
    return Done(found=found, key=key)


def read_all(todo: Sequence[Found], out: Path, *, jobs: int, code: str) -> Generator[Done]:
    """Every document of `todo`, as it comes ready. Raises `OSError` when `out` cannot be written.

    A worker that dies (out of memory, a crash in native code) takes its pool along and does not say over which
    document. So no more tasks are out than there are workers for; when a pool breaks, what was out is read again one
    document at a time, and the one that breaks its pool again is the one.
    """
    waiting = _chunks(todo, jobs)
    suspects: list[Found] = []
    while waiting:
        broken = False
        with _pool(min(jobs, len(waiting))) as pool:
            running: dict[Future[list[Done]], list[Found]] = {}
            while running or (waiting and not broken):
                while waiting and not broken and len(running) <= jobs:
                    chunk = waiting.pop()
                    try:
                        running[pool.submit(_read_some, chunk, out, code)] = chunk
                    except BrokenProcessPool:
                        broken = True
                        suspects.extend(chunk)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    chunk = running.pop(future)
                    error = future.exception()
                    if error is None:
                        yield from future.result()
                    elif isinstance(error, OSError):
                        raise error
                    else:  # the pool broke, or a stage has a fault: one of these documents is it
                        broken = broken or isinstance(error, BrokenProcessPool)
                        suspects.extend(chunk)
        if broken:
            late = limits.late(out)
            yield from (_failed(found, *LATE) for found in sorted(suspects) if found.path in late)
            yield from _one_by_one(sorted(f for f in suspects if f.path not in late), out, code)
            suspects = []
    yield from _one_by_one(sorted(suspects), out, code)


def _one_by_one(suspects: Sequence[Found], out: Path, code: str) -> Generator[Done]:
    left = list(reversed(suspects))
    while left:
        with _pool(1) as pool:
            broken = False
            while left and not broken:
                found = left.pop()
                future = pool.submit(_read_some, [found], out, code)
                error = future.exception()
                broken = isinstance(error, BrokenProcessPool)
                if error is None:
                    yield from future.result()
                elif isinstance(error, OSError):
                    raise error
                elif broken:
                    yield _failed(found, *(LATE if found.path in limits.late(out) else DEAD))
                else:
                    what = f"met a fault in civicgraph ({type(error).__name__}: {str(error)[:200]})"
                    yield _failed(found, what, "please report it with the document; leave it out until then")


def _failed(found: Found, what: str, do: str) -> Done:
    return Done(found=found, failure=Failure(path=found.path, what=what, do=do))


def _read_some(chunk: Sequence[Found], out: Path, code: str) -> list[Done]:
    return [read_one(found, out, code) for found in chunk]


def _chunks(todo: Sequence[Found], jobs: int) -> list[list[Found]]:
    """Of at most `CHUNK`, and small enough that no worker is idle; in reverse, to be popped."""
    size = max(1, min(CHUNK, len(todo) // (jobs * 4)))
    return [list(todo[i : i + size]) for i in range(0, len(todo), size)][::-1]


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that leave Ctrl-C to the main process, and are gone when the block ends in whatever way."""
    context = _context()
    with _interrupt_ignored():  # what starts in here ignores it for good
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare)
        # The first task is what starts the processes.
        started = pool.submit(_nothing)
    try:
        started.result()
        yield pool
    except BaseException:
        for process in list((pool._processes or {}).values()):
            process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown(wait=True, cancel_futures=True)


def _nothing() -> None: ...


def _prepare() -> None:
    """A worker keeps to its memory; one whose main process was killed would wait for work for ever."""
    limits.hold_memory()
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _context() -> BaseContext:
    """A fork server, which has the stages loaded, so that a worker starts at once; threads and `fork` do not mix."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["civicgraph.read", "civicgraph.segment", "civicgraph.extract", __name__])
    return context


@contextmanager
def _interrupt_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
