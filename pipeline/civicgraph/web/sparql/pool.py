"""Queries of visitors, each answered by a process of its own that ends when its time is over."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec

from civicgraph.web.settings import Limits
from civicgraph.web.sparql.job import Done, Job
from civicgraph.web.sparql.refused import Refused
from civicgraph.web.sparql.worker import TOO_MUCH

LINE = 4_000_000  # bytes of a worker's answer, which has at most 200,000 letters of a body
BUSY = {"Retry-After": "10"}


class Died(Exception):
    """The worker ended before it had answered."""

    def __init__(self, status: int) -> None:
        self.status = status


class Worker:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None:
            raise TypeError("a worker is told and answers by pipes")
        self._process, self._jobs, self._found = process, process.stdin, process.stdout

    @classmethod
    async def start(cls, memory: int) -> Worker:
        # By address, since what is imported is this package's, wherever it was found.
        paths = os.pathsep.join(path for path in sys.path if path)
        worker = cls(
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "civicgraph.web.sparql.worker",
                str(memory),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env=os.environ
                | {"PYTHONPATH": paths, "MALLOC_ARENA_MAX": "2"},  # arenas count as memory though nothing is in them
                limit=LINE,
                start_new_session=True,  # Ctrl-C is the server's
            )
        )
        await worker.ready()
        return worker

    async def ready(self) -> None:
        """It has begun, which is no part of a query's time. Raises `Died`."""
        if await self._found.readline() != b"\n":
            raise Died(await self._process.wait())

    async def ask(self, job: Job) -> Done:
        """Raises `Died`."""
        try:
            self._jobs.write(msgspec.json.encode(job) + b"\n")
            await self._jobs.drain()
            line = await self._found.readline()
        except ConnectionError:
            line = b""
        if not line.endswith(b"\n"):
            raise Died(await self._process.wait())
        return msgspec.json.decode(line, type=Done)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        self.kill()
        await self._process.wait()


class Pool:
    """At most `limits.workers` processes; who comes when they are busy waits, and when too many wait is refused."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._free = asyncio.Semaphore(limits.workers)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._ending = False
        self._waiting = 0
        self._count = 0
        self._spool = tempfile.TemporaryDirectory(prefix="civicgraph-")

    async def ask(self, job: Job) -> Done:
        """What came of the job. Raises `Refused`: 503 when all are busy, 504 when the time was over."""
        async with self._turn():
            for worker in (self._rested(), None):  # one that was killed is made up for, once, by a new one
                try:
                    return await self._asked(worker or await Worker.start(self._limits.memory), job)
                except Died as error:
                    if self._ending:
                        raise Refused(503, "This server is being stopped.") from None
                    if error.status not in (-signal.SIGKILL, -signal.SIGTERM):
                        raise Refused(503, TOO_MUCH) from None
            raise Refused(503, "The query could not be answered, twice; try again later, or ask for less.", BUSY)

    async def _asked(self, worker: Worker, job: Job) -> Done:
        self._busy.add(worker)
        try:
            async with asyncio.timeout(self._limits.query):
                found = await worker.ask(job)
        except TimeoutError:
            worker.kill()
            seconds = f"{self._limits.query:g} seconds"
            raise Refused(504, f"The query was not answered within {seconds} and was ended; ask for less.") from None
        except BaseException:  # nobody waits for the answer any more
            worker.kill()
            raise
        finally:
            self._busy.discard(worker)
        self._idle.append(worker)
        return found

    def _rested(self) -> Worker | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
        return None

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if self._waiting >= self._limits.waiting:
            raise Refused(503, "Too many queries are waiting; try again in a little while.", BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.query):
                await self._free.acquire()
        except TimeoutError:
            raise Refused(503, "All workers are busy with other queries; try again in a little while.", BUSY) from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()

    def spool(self) -> Path:
        """A file for one answer; who asks for it removes it."""
        self._count += 1
        return Path(self._spool.name) / str(self._count)

    def stop(self) -> None:
        """No query is answered any more, and those under way are refused."""
        self._ending = True
        for worker in (*self._idle, *self._busy):
            worker.kill()

    async def close(self) -> None:
        """Once nobody asks any more."""
        for worker in self._idle:
            await worker.end()
        self._spool.cleanup()
