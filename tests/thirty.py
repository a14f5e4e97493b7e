"""Thirty questions and what the graph of the five sample documents answers, for the table of queries/README.md.

`python tests/thirty.py` builds that graph and writes the table; tests/test_thirty.py fails where it is not up to date.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from civicgraph.answers import columns, rows
from civicgraph.queries import ask, question
from civicgraph.store import open_store

ROOT = Path(__file__).parent.parent
README = ROOT / "queries" / "README.md"
BEGIN = "<!-- written by tests/thirty.py -->\n"
END = "<!-- end -->\n"
SHOWN = 2  # answers in words; the others are counted
LONG = 50  # characters of a cell


@dataclass(frozen=True, slots=True)
class Asked:
    asks: str
    name: str
    params: str  # "board=Scrutiny Board 2, status=proposed"
    show: str  # columns
    empty: str = ""  # why there is no answer


THIRTY = (
    Asked("What did scrutiny recommend, and what was answered?", "recommendations", "", "date what answer"),
    Asked(
        "Which had no answer after two months?",
        "unanswered",
        "on=2018-12-31",
        "date what",
        "both were answered by the meeting that took them",
    ),
    Asked(
        "What did this board pass on, and did it arrive?", "referred-onward", "board=Scrutiny Board 2", "what to status"
    ),
    Asked("What is to come to this board, and did it?", "referred-to", "board=Scrutiny Board 2", "what status receipt"),
    Asked("What was due and overdue on this day, on whom?", "overdue", "on=2019-01-01", "date text due_by state"),
    Asked("One matter over bodies and years", "matter", "words=social workers", "date item kind what"),
    Asked("Which authority is delegated, to whom?", "delegations", "", "date to"),
    Asked("What did this body decide?", "decisions", "body=Scrutiny Board 2, status=resolved", "date action text"),
    Asked("Which words does a fact stand on?", "evidence", "words=made eight recommendations", "quote kind"),
    Asked("Everything about a programme", "programme", "programme=MST", "date kind what"),
    Asked("Which decisions carry money?", "money", "least=1000000", "amount role"),
    Asked("What was taken in private, and its public twin?", "private-items", "", "date item title public_item"),
    Asked("Key decisions; what did scrutiny not see?", "key-decisions", "", "item key_decision scrutiny"),
    Asked(
        "Where did minutes depart from the report?",
        "departures",
        "",
        "report change text",
        "the proposals are for 12 March 2013, of which no minutes are held",
    ),
    Asked("Which minute cites which?", "cited-minutes", "", "item cited means"),
    Asked(
        "What became of outstanding issues?",
        "outstanding",
        "body=Cabinet Member for Children and Young People",
        "date action text",
    ),
    Asked("What did this councillor attend?", "attendance", "person=R Brown", "date status substitute_for"),
    Asked("Who held this post?", "posts", "post=Cabinet Member, person=Ruane", "date person post"),
    Asked("Which officers reported to this body?", "officers", "body=Scrutiny Board 2", "officer how times"),
    Asked("Which names has this body had?", "names", "body=Scrutiny Board 2", "name first"),
    Asked("Which decisions cite this Act?", "acts", "act=Local Government Act", "cited provision item"),
    Asked("Which organisations recur?", "organisations", "least=2", "organisation programmes"),
    Asked(
        "What was deferred, and did it return?",
        "deferred",
        "",
        "date title",
        "nothing was deferred; “no decision had been made yet” is no deferral",
    ),
    Asked("Which task and finish groups are there?", "task-groups", "", "group passed_on"),
    Asked("Joint work with other councils", "joint-work", "", "title councils"),
    Asked("Which interests were declared?", "declarations", "", "date person item"),
    Asked("What affects this ward, or all?", "wards", "ward=Radford", "date title wards"),
    Asked(
        "The record that Regulations want of executive decisions", "executive-record", "", "date item report not_read"
    ),
    Asked("What was noted only?", "noted-only", "body=Scrutiny Board 2", "date item title"),
    Asked("What do we not have?", "missing", "kind=meeting not held", "date what"),
)


def table(store: Store) -> str:
    lines = ["| | question | `civicgraph query …` | the five samples answer |", "|---|---|---|---|"]
    for number, one in enumerate(THIRTY, 1):
        pairs = [pair.split("=", 1) for pair in one.params.split(", ") if pair]
        asked = " ".join([one.name, *(f'--param {key}="{value}"' for key, value in pairs)])
        lines.append(f"| {number} | {one.asks} | `{asked}` | {_answer(store, one, dict(pairs))} |")
    return "\n".join([*lines, ""])


def _answer(store: Store, one: Asked, given: dict[str, str]) -> str:
    results = ask(store, question(one.name), {key: [value] for key, value in given.items()})
    if not isinstance(results, QuerySolutions):
        raise TypeError(f"{one.name}: not a table")
    at = [columns(results).index(name) for name in one.show.split()]
    found = list(dict.fromkeys(", ".join(_short(row[n]) for n in at if row[n]) for row in rows(results)))
    if not found:
        return f"none: {one.empty}"
    more = f" … {len(found)} in all" if len(found) > SHOWN else ""
    return " · ".join(found[:SHOWN]) + more


def _short(cell: str) -> str:
    """The cell on one line, cut behind a word."""
    line = " ".join(cell.replace("|", "/").split())
    return line if len(line) <= LONG else f"{line[:LONG].rpartition(' ')[0]} …"


def written(text: str, store: Store) -> str:
    """The README with the table as the graph has it now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{table(store)}{END}{after}"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        build = [sys.executable, "-m", "civicgraph", "build", str(ROOT / "data" / "documents"), "--out", place]
        subprocess.run(build, check=True, capture_output=True)
        README.write_text(written(README.read_text(encoding="utf-8"), open_store(Path(place))), encoding="utf-8")


if __name__ == "__main__":
    main()
