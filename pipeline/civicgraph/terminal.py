"""What a person sees: on a terminal with rich, elsewhere as plain lines. Only answers go to standard output."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civicgraph.errors import UsageError

if TYPE_CHECKING:
    from civicgraph.evaluate import Evaluation, Identity
    from civicgraph.explain import Explained
    from civicgraph.queries import Question, Results
    from civicgraph.run import BuildReport
    from civicgraph.validate import Fault

SHOWN = 10  # of a list whose rest is in the report
FOR_PROGRAMS = ("start_char", "end_char", "iri")  # columns that csv and json have and a table leaves out
_DOING = {"read": "reading", "link": "linking", "graph": "writing", "store": "loading"}


def note(line: str) -> None:
    with suppress(OSError):  # nobody can be told, and the work goes on
        click.echo(line, err=True)


def written(paths: Sequence[Path], below: Path) -> None:
    """The files that an export wrote, a line each where they are not many."""
    if len(paths) > 30:
        note(f"wrote {len(paths):,} files below {below}")
    else:
        for path in paths:
            note(f"wrote {path}")
    if below.is_dir():
        others = sum(path.is_file() for path in set(below.rglob("*")).difference(paths))
        if others:
            note(f"left {others:,} other files below {below}; those of an earlier export may be out of date")


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell (stage, done, total): a bar on a terminal, else a line for each tenth."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {stage: bars.add_task(doing, total=None, visible=False) for stage, doing in _DOING.items()}
        yield lambda stage, done, total: bars.update(tasks[stage], completed=done, total=total, visible=True)


def _lines() -> Callable[[str, int, int], None]:
    said: dict[str, int] = {}

    def tell(stage: str, done: int, total: int) -> None:
        tenth = 10 * done // total if total else 10
        if stage in ("read", "store") and tenth > said.get(stage, 0 if stage == "read" else -1):
            said[stage] = tenth
            if stage == "read":
                note(f"{_DOING[stage]}: {done} of {total} documents")
            elif not done:
                note("loading the graph")

    return tell


def summary(report: BuildReport, out: Path) -> None:
    """What a build did, in a screenful."""
    counts = [f"{report.read} read"]
    if report.unchanged:
        counts.append(f"{report.unchanged} unchanged")
    if report.removed:
        counts.append(f"{len(report.removed)} removed")
    if report.failed:
        counts.append(f"{len(report.failed)} failed")
    if report.documents:
        many = f"{len(report.documents)} documents in the graph ({', '.join(counts)})"
        click.echo(f"{many}; {report.quads:,} quads in {out}")
    elif report.quads:
        click.echo(f"no document could be read; the graph before is untouched: {report.quads:,} quads in {out}")
    else:
        click.echo(f"no document could be read; there is no graph in {out}")
    found = [f"{count:,} {kind}" for kind, count in report.statements.items() if count]
    if found:
        click.echo("found: " + ", ".join(found))
    copies = [f"{path} (of {d.path})" for d in report.documents for path in d.copies]
    _some("the same bytes, read once", copies, out)
    _some("removed", report.removed, out)
    _some("notes", [f"{d.path}: {n}" for d in report.documents for n in d.notes if not d.copies], out)
    _some("not understood", [f"{p.document}, {p.place}: “{_cut(p.quote)}”: {p.why}" for p in report.problems], out)
    if report.corrections.applied:
        click.echo(f"corrections that hold: {report.corrections.applied}")
    _some("corrections that fit nothing", report.corrections.unfit, out)
    for failure in report.failed:
        note(f"failed: {failure}")
    if report.cues.seen:
        left = report.cues.seen - report.cues.understood
        known = f"{report.cues.understood:,} understood, {left:,} listed as not understood"
        click.echo(f"sentences that announce an outcome: {report.cues.seen:,}; {known}")


def _some(what: str, lines: Sequence[str], out: Path) -> None:
    if lines:
        click.echo(f"{what}: {len(lines)}")
        for line in lines[:SHOWN]:
            click.echo(f"  {line}")
        if len(lines) > SHOWN:
            click.echo(f"  … and {len(lines) - SHOWN} more, in {out / 'report.json'}")


def faults(found: Sequence[Fault], doubts: Sequence[Fault], left_open: Sequence[Fault], *, as_json: bool) -> None:
    """What is wrong, then what is no fault: what to look at, and what is left open and waits for a person's word."""
    if as_json:
        _json([*found, *doubts, *left_open])
        return
    for one in (*found, *doubts, *left_open):
        click.echo(f"{one.check}: {one}")
    problems = f"{len(found)} problems" if found else "no problems"
    looked = f"; {len(doubts)} to look at" if doubts else ""
    click.echo(problems + looked + (f"; {len(left_open)} left open" if left_open else ""))


def explained(found: Sequence[Explained], *, as_json: bool) -> None:
    if as_json:
        _json(found)
        return
    from civicgraph.explain import lines

    for number, one in enumerate(found):
        if number:
            click.echo()
        for line in lines(one):
            indent = " " * (len(line) - len(line.lstrip()) + 4)
            room = max(40, shutil.get_terminal_size((120, 24)).columns)
            click.echo(
                textwrap.fill(line, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
            )


def _json(value: object) -> None:
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def evaluation(result: Evaluation, shown: Sequence[str]) -> None:
    """The figures of each table; before them the rows of the tables that are to be `shown`."""
    from civicgraph.evaluate import TABLES, mean, scores

    for one in result.matched:
        if one.table not in shown and "all" not in shown:
            continue
        for kind, rows in (("missed", one.missed), ("spurious", one.spurious)):
            for row in rows:
                cells = "; ".join(f"{column}: {row[column]}" for column in TABLES[one.table] if row.get(column))
                click.echo(f"{one.document}, {one.table}, {kind}: {cells}")
    if "identity" in shown or "all" in shown:
        for identity in result.identity:
            wrong(identity)
    figures = scores(result.matched)
    click.echo(f"{'table':14} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6} {'right':>6}")
    for table, f in figures.items():
        rates = f"{f.precision:6.3f} {f.recall:6.3f} {f.f1:6.3f}"
        click.echo(f"{table:14} {rates} {f.gold:6} {f.found:6} {f.right:6}")
    click.echo(f"{'mean F1':28} {mean(figures):6.3f}")
    if result.identity:
        click.echo()
        identities(result.identity)
    for name in result.absent:
        note(f"{name}: has gold and is not in the graph, so it is not scored; build it too")


def identities(scored: Sequence[Identity]) -> None:
    """Who is who, kind by kind: pairwise and B³; no pair found, or none in gold, is no share of any;
    `unseen` are names of gold that no row has."""
    heads = "".join(f" {head:>6}" for head in ("P", "R", "F1", "B³ P", "B³ R", "B³ F1", "names", "unseen", "across"))
    click.echo(f"{'who is who':14}{heads}")
    for one in scored:
        precision = f"{one.pairs.precision:6.3f}" if one.pairs.found else f"{'–':>6}"
        recall = f"{one.pairs.recall:6.3f}" if one.pairs.gold else f"{'–':>6}"
        both = f"{one.pairs.f1:6.3f}" if one.pairs.found and one.pairs.gold else f"{'–':>6}"
        pairs = f"{precision} {recall} {both}"
        bcubed = f"{one.precision:6.3f} {one.recall:6.3f} {one.f1:6.3f}"
        click.echo(f"{one.kind:14} {pairs} {bcubed} {one.mentions:6} {one.unseen:6} {one.across:6}")


def wrong(one: Identity) -> None:
    """What was joined that is apart, then what was parted that is one, each with the names."""
    for said, errors in (("joined", one.joined), ("parted", one.parted)):
        for error in errors:
            where = (f"{n.document}, {n.thing}" if said == "joined" else n.document for n in error.names)
            names = "; ".join(f"“{n.name}” ({place})" for n, place in zip(error.names, where, strict=True))
            click.echo(f"{one.kind}, {said}{' across councils' if error.across else ''}: {names}")


def question_list(questions: Sequence[Question]) -> None:
    if not questions:
        raise UsageError("there are no questions in queries/; give a SPARQL file")
    width = max(len(q.name) for q in questions)
    for one in questions:
        takes = " ".join(f"{p.name}={p.example or '…'}" for p in one.params)
        click.echo(f"{one.name:{width}}  {one.title}" + (f"  [{takes}]" if takes else ""))


def answer(results: Results, wanted: str | None) -> None:
    """In the format wanted; without one a table, or Turtle where the answer is triples."""
    from pyoxigraph import QueryBoolean, QuerySolutions

    from civicgraph import answers

    if wanted is None:
        wanted = "table" if isinstance(results, QuerySolutions | QueryBoolean) else "ttl"
    if wanted != "table":
        sys.stdout.buffer.write(answers.serialised(results, next(f for f in answers.FORMATS if f == wanted)))
        sys.stdout.buffer.flush()
    elif isinstance(results, QueryBoolean):
        click.echo("yes" if results else "no")
    elif not isinstance(results, QuerySolutions):
        raise UsageError("this question answers with triples, not rows; use --format ttl")
    else:
        _table(answers.columns(results), list(answers.rows(results)))


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Side by side where that fits; else one above the other, each row a card. Places and IRIs are for programs."""
    kept = [n for n, column in enumerate(columns) if column not in FOR_PROGRAMS] or list(range(len(columns)))
    cells = [[" ".join(line[n].split()) for n in kept] for line in (columns, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    room = shutil.get_terminal_size((120, 24)).columns
    if sum(widths) + 2 * len(widths) <= room:
        for line in cells:
            click.echo("  ".join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True)).rstrip())
    else:
        label = max(map(len, cells[0])) + 2
        for number, line in enumerate(cells[1:], 1):
            click.echo(click.style(f"{number}.", bold=True))
            for name, cell in zip(cells[0], line, strict=True):
                if cell:
                    words = textwrap.wrap(
                        cell, max(20, room - label - 2), break_long_words=False, break_on_hyphens=False
                    )
                    click.echo(f"  {name:{label}}" + f"\n{'':{label + 2}}".join(words))
    note(f"{len(rows)} rows" if len(rows) != 1 else "1 row")


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:57]}…"
