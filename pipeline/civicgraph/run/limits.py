"""What one document may cost a worker, held by the operating system: nothing in the worker could stop native code.

A document that goes on too long kills its worker; the mark that the worker left says which document it was.
"""

from __future__ import annotations

import math
import os
import resource
import time
from pathlib import Path

SECONDS = 240  # of processor time: twenty times what a pack of a thousand pages takes
BYTES = 3 << 30  # of address space, of which a worker has 0.6 GB before it begins


def hold_memory() -> None:
    """For this process from now on; what asks for more gets a `MemoryError`, in native code mostly an abort."""
    _lower(resource.RLIMIT_AS, BYTES)
    _lower(resource.RLIMIT_CORE, 0)


def begin(path: str, out: Path) -> None:
    """One document begins: from here its seconds count. Raises `OSError` when `out` cannot be written."""
    _mark(out).write_bytes(os.fsencode(path))
    _lower(resource.RLIMIT_CPU, math.ceil(time.process_time()) + SECONDS)


def end(out: Path) -> None:
    _mark(out).unlink(missing_ok=True)


def late(out: Path) -> set[str]:
    """Paths of documents whose worker died after their time was over. Clears the marks of all that died."""
    found = set()
    for mark in (out / "cache").glob("*.part-now"):
        if time.time() - mark.stat().st_mtime >= SECONDS:
            found.add(os.fsdecode(mark.read_bytes()))
        mark.unlink(missing_ok=True)
    return found


def _mark(out: Path) -> Path:
    return out / "cache" / f"{os.getpid()}.part-now"


def _lower(what: int, to: int) -> None:
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (to if hard == resource.RLIM_INFINITY else min(to, hard), hard))
