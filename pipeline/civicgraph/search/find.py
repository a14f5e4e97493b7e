"""Asking the file."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

PAGE = 20
"""Hits on a page."""

NAMES, TEXTS = 3_000, 1_500
"""Hits that are ranked and counted, of names and of passages: the rarer kinds and the latest days first. There are more
only of words that most minutes have."""

SHOWN = 15
"""Values that a facet shows."""

FACETS = ("kind", "council", "body", "year")
BEGINS = 4
"""Letters that the beginning of a word has at least: "the" begins too many."""

OPENS, CLOSES = "\x02", "\x03"
"""Around the words that were looked for, in a snippet: no text has them."""

_COLUMNS = {"kind": "entry.kind", "council": "entry.council", "body": "entry.body", "year": "SUBSTR(entry.date, 1, 4)"}

_HIT = """
SELECT entry.iri, entry.kind, words.title, SNIPPET(words, -1, ?, ?, '…', 40), entry.council, entry.body,
  entry.date, entry.start
FROM words JOIN entry ON entry.id = words.rowid WHERE words MATCH ? AND words.rowid = ?
"""

_RANKED = """
SELECT BM25(words, 10.0, 1.0), words.rowid, entry.kind, entry.council, entry.body, SUBSTR(entry.date, 1, 4)
FROM words JOIN entry ON entry.id = words.rowid WHERE words MATCH ? AND words.rowid {side} ?{where} LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for; each facet "" for any. `page` counts from 0."""

    words: str
    kind: str = ""
    council: str = ""
    body: str = ""
    year: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    iri: str
    kind: str
    title: str
    snippet: str
    """Some words around the hit, with `OPENS` and `CLOSES` around it."""
    council: str
    body: str
    date: str
    start: int | None
    """Where a passage begins in the text of its document."""

    @property
    def tells(self) -> bool:
        """Whether the snippet says more than the title."""
        return self.snippet.replace(OPENS, "").replace(CLOSES, "") != self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    hits: tuple[Hit, ...]
    total: int
    facets: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """(facet, its values with the number of hits, most first)."""
    more: bool
    counted: bool
    """False where there are more hits than were counted."""


NOTHING = Found(hits=(), total=0, facets=(), more=False, counted=True)


def find(file: Path, wish: Wish) -> Found:
    """Hits, the best first, and names before passages of text. Nothing where no word is asked for.

    Raises `FileNotFoundError` when the graph has no such file.
    """
    match = expression(wish.words)
    if not match:
        return NOTHING
    with _opened(file) as db:
        (split,) = db.execute("PRAGMA user_version").fetchone()
        where, values = _where(wish)
        names = db.execute(_RANKED.format(side="<=", where=where), (match, split, *values, NAMES)).fetchall()
        texts = db.execute(_RANKED.format(side=">", where=where), (match, split, *values, TEXTS)).fetchall()
        seen = [*sorted(names), *sorted(texts)]
        first = wish.page * PAGE
        rows = [db.execute(_HIT, (OPENS, CLOSES, match, one[1])).fetchone() for one in seen[first : first + PAGE]]
    facets = tuple((facet, _counted(one[2 + n] for one in seen)) for n, facet in enumerate(FACETS))
    return Found(
        hits=tuple(
            Hit(
                iri=iri,
                kind=kind,
                title=title,
                snippet=said,
                council=council or "",
                body=body or "",
                date=day or "",
                start=at,
            )
            for iri, kind, title, said, council, body, day, at in rows
        ),
        total=len(seen),
        facets=facets,
        more=len(seen) > first + PAGE,
        counted=len(names) < NAMES and len(texts) < TEXTS,
    )


def expression(words: str) -> str:
    """What FTS5 looks for: every word, a phrase where quotation marks are, the last word by its beginning.

    >>> expression('social "task and finish" work')
    '"social" "task and finish" "work"*'
    """
    parts = [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', words.replace("“", '"').replace("”", '"'))]
    said = [found for part in parts if (found := " ".join(re.findall(r"\w+", part)))][:12]
    quoted = [f'"{one}"' for one in said]
    if quoted and len(said[-1]) >= BEGINS and not words.rstrip().endswith(('"', "”")):
        quoted[-1] += "*"
    return " ".join(quoted)


def first(file: Path, most: int) -> tuple[str, ...]:
    """IRIs of the first things: councils, bodies, people, and on to what there is more of."""
    with _opened(file) as db:
        return tuple(
            iri for (iri,) in db.execute("SELECT iri FROM entry WHERE kind <> 'text' ORDER BY id LIMIT ?", (most,))
        )


def totals(file: Path) -> dict[str, int]:
    """How many things of each kind the graph has."""
    with _opened(file) as db:
        return dict(db.execute("SELECT kind, COUNT(*) FROM entry WHERE kind <> 'text' GROUP BY kind ORDER BY kind"))


def newest(file: Path, most: int) -> tuple[Hit, ...]:
    """The meetings of the latest days."""
    with _opened(file) as db:
        rows = db.execute(
            "SELECT iri, council, body, date FROM entry WHERE kind = 'meeting' AND date <> ''"
            " ORDER BY date DESC, iri LIMIT ?",
            (most,),
        ).fetchall()
    return tuple(
        Hit(
            iri=iri,
            kind="meeting",
            title=body or "",
            snippet="",
            council=council or "",
            body=body or "",
            date=day,
            start=None,
        )
        for iri, council, body, day in rows
    )


def unanswered(file: Path, most: int, page: int = 0, *, kind: str = "", council: str = "") -> tuple[str, ...]:
    """IRIs of the requests and referrals without a found answer, the latest first."""
    with _opened(file) as db:
        rows = db.execute(
            "SELECT iri FROM entry WHERE state IN ('possible', 'not-found', 'not-held')"
            " AND (? = '' OR kind = ?) AND (? = '' OR council = ?) ORDER BY date DESC, iri LIMIT ? OFFSET ?",
            (kind, kind, council, council, most, page * most),
        ).fetchall()
    return tuple(iri for (iri,) in rows)


def kept(file: Path, name: str, this: str = "") -> tuple[tuple[str, ...], ...]:
    """The rows of one of the answers that were kept, about the whole graph or a thing; none where it was not."""
    with _opened(file) as db:
        found = db.execute("SELECT text FROM answer WHERE name = ? AND this = ?", (name, this)).fetchone()
    return tuple(tuple(row) for row in json.loads(found[0])) if found else ()


class Labels:
    """What is said of things by which pages name them: a council's lie side by side here, and all over the store there.

    Without a file, nothing. For any thread.
    """

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(_address(file), uri=True, check_same_thread=False) if file.is_file() else None

    def of(self, iri: str) -> dict[str, list[str]]:
        """Values by predicate, in order."""
        found = self._db and self._db.execute("SELECT said FROM label WHERE iri = ?", (iri,)).fetchone()
        return json.loads(found[0]) if found else {}


def _where(wish: Wish) -> tuple[str, tuple[str, ...]]:
    chosen = [(column, value) for facet, column in _COLUMNS.items() if (value := getattr(wish, facet))]
    return "".join(f" AND {column} = ?" for column, _ in chosen), tuple(value for _, value in chosen)


def _counted(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:SHOWN])


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    if not file.is_file():
        raise FileNotFoundError(file)
    with closing(sqlite3.connect(_address(file), uri=True)) as db:
        yield db


def _address(file: Path) -> str:
    return f"{file.absolute().as_uri()}?mode=ro&immutable=1"
