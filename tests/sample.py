"""Small documents, and the command as users run it, for the tests of the machinery around the stages."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT / "data" / "documents"

TEXT = """Coventry City Council

Minutes of the Meeting of {body} held at 2.00 pm on Thursday, {day} October 2017

Present:

Members: Councillor M Mutton (Chair)

Councillor {member}

Public Business

{number}. Work Programme

The Board noted the Work Programme and requested a report on {topic}.

RESOLVED that the report on {topic} be referred to Scrutiny Board 3.

(Meeting closed at 3.30 pm)
"""


def minutes(number: int = 1) -> str:
    return TEXT.format(
        body="Education and Children's Services Scrutiny Board (2)",
        day=f"{number % 28 + 1}",
        member=("S Bains", "P Male", "A Lucas", "K Mulhall")[number % 4],
        number=number,
        topic=("social work", "fostering", "school places")[number % 3],
    )


def write(folder: Path, *numbers: int) -> Path:
    """Minutes of these numbers in the folder, 001.md and on; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:03}.md").write_text(minutes(number), encoding="utf-8")
    return folder


def start(
    *arguments: object, environment: dict[str, str] | None = None, before: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """The command, begun; `before` is a command to run it with."""
    paths = (environment or {}).get("PYTHONPATH", "")
    path = os.pathsep.join(p for p in (paths, str(ROOT / "pipeline")) if p)
    return subprocess.Popen(
        [*before, sys.executable, "-m", "civicgraph", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | (environment or {}) | {"PYTHONPATH": path},
        # A shell that begins the tests in the background has Ctrl-C ignored, and what it begins inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        start_new_session=True,  # so that a test can press Ctrl-C for all of its processes, as a terminal does
    )


def civicgraph(
    *arguments: object, environment: dict[str, str] | None = None, before: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Runs the command to its end; never shows a traceback."""
    process = start(*arguments, environment=environment, before=before)
    try:
        out, err = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    assert "Traceback" not in out + err, err
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def with_reader(folder: Path, fault: str, also: str = "") -> dict[str, str]:
    """An environment in which reading a document that has the word FAULTY does `fault` (Python, the path is `path`).

    Python itself imports `sitecustomize` at the start of every process, the workers too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(
        "import os, signal, sys, time\n"
        "import civicgraph.read as stage\n"
        "inner = stage.read\n"
        "def read(path, name=None):\n"
        "    if 'FAULTY' in path.read_text(encoding='utf-8'):\n"
        f"        {fault}\n"
        "    return inner(path, name)\n"
        f"stage.read = read\n{also}\n",
        encoding="utf-8",
    )
    return {"PYTHONPATH": str(folder)}


def nquads(graph: Path, place: Path) -> bytes:
    from civicgraph.export import export
    from civicgraph.store import open_store

    export(open_store(graph), "nquads", place)
    return place.read_bytes()
