"""The commands, and no logic. Every heavy library is loaded by the command that needs it."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

import click

from civicgraph import __version__
from civicgraph.errors import CivicgraphError, UsageError
from civicgraph.ids import BASE

SOURCES = "data/documents"
OUT = "build"
CORRECTIONS = "data/corrections.csv"
STAGES = ("read", "segment", "extract", "link", "graph")

_graph = click.option("--graph", "graph", type=Path, default=OUT, show_default=True, help="Folder that 'build' wrote.")
_json = click.option("--json", "as_json", is_flag=True, help="The report as JSON on standard output.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="civicgraph")
def cli() -> None:
    """From council minutes to a knowledge graph in which every fact shows the words it came from."""


@cli.command()
@click.argument("sources", nargs=-1, type=Path, metavar="[SOURCE]...")
@click.option("--out", type=Path, default=OUT, show_default=True, help="Folder for the graph.")
@click.option("--base", default=BASE, show_default=True, help="What identifiers start with.")
@click.option("--jobs", type=click.IntRange(min=1), help="Documents read at a time.  [default: processors]")
@click.option("--candidates", is_flag=True, help="Names that only a model finds too, marked as such; needs [ner].")
@click.option(
    "--corrections", type=Path, help=f"What people say of the graph.  [default: {CORRECTIONS} where that is a file]"
)
@_json
def build(
    sources: tuple[Path, ...],
    out: Path,
    base: str,
    jobs: int | None,
    candidates: bool,
    corrections: Path | None,
    as_json: bool,
) -> int:
    """Read files and folders, and write their graph.

    Without SOURCE: data/documents. A second run reads only what changed; a source that is gone leaves the graph.
    """
    from civicgraph import run, terminal

    if corrections is None and Path(CORRECTIONS).is_file():
        corrections = Path(CORRECTIONS)
    with terminal.progress() as progress:
        report = run.build(
            sources or (Path(SOURCES),),
            out,
            base=base,
            jobs=jobs,
            candidates=candidates,
            corrections=corrections,
            progress=progress,
        )
    if as_json:
        sys.stdout.buffer.write(report.json())
    else:
        terminal.summary(report, out)
    return 1 if report.failed else 0


@cli.command()
@click.argument("file", type=Path)
@click.option("--stage", type=click.Choice(STAGES), default="extract", show_default=True, help="What to look at.")
@click.option("--base", default=BASE, help="What identifiers start with.")
@_json
def show(file: Path, stage: str, base: str, as_json: bool) -> int:
    """Show one document as one stage sees it."""
    from civicgraph import show as views

    for line in views.lines(file, stage, base=base, as_json=as_json):
        click.echo(line)
    return 0


@cli.command()
@click.argument("name", required=False, metavar="[NAME | FILE.rq]")
@click.option(
    "--param", "params", multiple=True, metavar="K=V", help="A value to fill in; may be given more than once."
)
@click.option("--format", "wanted", type=click.Choice(("table", "csv", "json", "ttl")), help="[default: table]")
@_graph
def query(name: str | None, params: tuple[str, ...], wanted: str | None, graph: Path) -> int:
    """Answer a named question, or SPARQL of one's own; without a name, list the questions."""
    from civicgraph import queries, terminal
    from civicgraph.store import open_store

    if name is None:
        terminal.question_list(queries.questions())
        return 0
    asked = queries.question(name)
    given: dict[str, list[str]] = {}
    for pair in params:
        key, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--param {pair}: write it as name=value")
        given.setdefault(key.strip(), []).append(value)
    # The store does not hear Ctrl-C while it looks for an answer; the system does.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    terminal.answer(queries.ask(open_store(graph), asked, given), wanted)
    return 0


@cli.command()
@click.argument("thing", metavar="THING")
@_graph
@_json
def explain(thing: str, graph: Path, as_json: bool) -> int:
    """Say what THING is, which names it has had where, why they are one thing's, and what was left open.

    THING is a name, a word of one, or an IRI of the graph.
    """
    from civicgraph import explain as explaining
    from civicgraph import terminal
    from civicgraph.store import open_store

    terminal.explained(explaining.explain(open_store(graph), thing), as_json=as_json)
    return 0


@cli.command()
@_graph
@_json
def check(graph: Path, as_json: bool) -> int:
    """Check shapes, laws, terms, traces and evidence; say what is wrong, what to look at, what is left open."""
    from civicgraph import terminal, validate
    from civicgraph.store import open_store

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    store = open_store(graph)
    faults = validate.check(store, graph / "texts", progress=terminal.note)
    terminal.faults(faults, validate.doubts(store), validate.left_open(store), as_json=as_json)
    return 1 if faults else 0


@cli.command()
@click.argument("gold", type=Path, metavar="GOLD")
@click.option(
    "--show", "shown", multiple=True, metavar="TABLE", help="Print its missed and spurious rows, 'identity' or 'all'."
)
@_graph
@_json
def evaluate(gold: Path, shown: tuple[str, ...], graph: Path, as_json: bool) -> int:
    """Score the graph's tables against a folder of gold: one JSON file for each document.

    Precision, recall and F1 of each table, and of who is who where GOLD has a folder 'identity'. Status 1 where a
    document that has gold is not in the graph.
    """
    from civicgraph import evaluate as evaluation
    from civicgraph import terminal
    from civicgraph.store import open_store

    for table in shown:
        if table not in (*evaluation.TABLES, "identity", "all"):
            raise UsageError(f"--show {table}: no such table; write all, identity, {', '.join(evaluation.TABLES)}")
    result = evaluation.evaluate(open_store(graph), gold)
    if as_json:
        sys.stdout.buffer.write(result.json())
    else:
        terminal.evaluation(result, shown)
    return 1 if result.absent else 0


@cli.command()
@click.argument("format", metavar="FORMAT")
@click.option("--out", type=Path, required=True, help="File to write, or folder for a format that is several files.")
@click.option("--preset", default="", help="What a graph viewer is given.  [default: people-and-bodies]")
@click.option("--council", default="", help="Only of this council: its name, or a part of it.")
@click.option("--body", default="", help="Only of this body: a name that it has had, or a part of it.")
@click.option("--from", "since", default="", metavar="DAY", help="Not before this day, 2018-04-16.")
@click.option("--to", "until", default="", metavar="DAY", help="Not after this day.")
@click.option("--floor", type=click.IntRange(min=1), default=None, help="Only what is stated so often, or more.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: a byte order mark, formulas made text.")
@_graph
def export(
    format: str,
    out: Path,
    preset: str,
    council: str,
    body: str,
    since: str,
    until: str,
    floor: int | None,
    excel: bool,
    graph: Path,
) -> int:
    """Write the graph for other programs.

    FORMAT is one of those that the README lists, or that an unknown one is answered with.
    """
    from civicgraph import export as exports
    from civicgraph import terminal
    from civicgraph.export.options import Options
    from civicgraph.store import open_store

    exports.known(format)
    options = Options(
        preset=preset, council=council, body=body, since=since, until=until, floor=floor or 0, excel=excel
    )
    terminal.written(exports.export(open_store(graph), format, out, options), out)
    return 0


@cli.command()
@_graph
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0: any that is free.")
@click.option("--base", default=BASE, help="What identifiers start with, as it was given to 'build'.")
@click.option("--public", default="", metavar="URL", help="Address that visitors see when a proxy stands before it.")
@click.option("--proxy", default="", metavar="ADDRESS", help="Address of the proxy whose X-Forwarded headers count.")
def serve(graph: Path, host: str, port: int, base: str, public: str, proxy: str) -> int:
    """Show the graph as a site, and answer SPARQL at /sparql; read-only, until Ctrl-C."""
    from civicgraph import terminal, web

    settings = web.Settings(graph=graph, base=base, public=public)
    web.serve(settings, host=host, port=port, proxy=proxy, tell=terminal.note)
    return 0


@cli.command()
@click.option("--out", type=Path, default="site", show_default=True, help="Folder for the host.")
@click.option("--config", type=Path, default="civicgraph.toml", show_default=True, help="What only a publisher knows.")
@click.option("--init", "begin", is_flag=True, help="Write the config to fill in, and nothing else.")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication.  [default: the last meeting's]"
)
@click.option("--to", type=click.Choice(("ckan",)), help="Then put it on a portal.")
@click.option("--url", help="Address of the portal.")
@click.option("--dry-run", is_flag=True, help="Print what the portal would be sent; send and write nothing.")
@_graph
def publish(
    out: Path,
    config: Path,
    begin: bool,
    day: datetime | None,
    to: str | None,
    url: str | None,
    dry_run: bool,
    graph: Path,
) -> int:
    """Write a folder for a static host: files to take away, a catalogue for portals, a page."""
    from civicgraph import publish as publishing
    from civicgraph import terminal
    from civicgraph.store import open_store

    if begin:
        publishing.init(config)
        terminal.note(f"wrote {config}; fill it in, then run 'civicgraph publish'")
        return 0
    if (to is None) != (url is None) or (dry_run and not to):
        raise UsageError("a portal needs both: --to ckan --url https://…; --dry-run goes with them")
    store, on = open_store(graph), day.date().isoformat() if day else ""
    if dry_run:
        about = publishing.rehearsed(store, config, on)
        click.echo(json.dumps(publishing.ckan.package(about), ensure_ascii=False, indent=2))
        terminal.note(f"would write {out}: {len(about.files)} files to take away, of {about.on}; and put them on {url}")
        return 0
    if url:
        publishing.ckan.key()  # asked for before anything is written
    about = publishing.publish(store, config, out, on)
    terminal.note(f"wrote {out}: {len(about.files)} files to take away, of {about.on}")
    if url:
        terminal.note(publishing.ckan.push(about, url))
    return 0


def main() -> None:
    """Runs the command and ends with its status; whatever happens, a sentence and no traceback."""
    sys.excepthook = _fault
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
        getattr(sys, name).reconfigure(errors="replace")  # a terminal without our characters
    try:
        status = cli.main(prog_name="civicgraph", standalone_mode=False)
        sys.stdout.flush()
    except CivicgraphError as error:
        status = _say(str(error))
    except click.ClickException as error:
        status = _say(_sentence(error))
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; the last good graph is untouched, and what was read is kept for the next build")
        status = 130
    except BrokenPipeError:  # the reader of our output has seen enough
        _no_more_output()
        status = 0
    except OSError as error:
        # What the disk refuses elsewhere is a CivicgraphError by now, or names its file; the store gives no number.
        if error.filename is not None or error.errno is None:
            raise
        _no_more_output()
        status = _say(f"standard output cannot be written ({error.strerror}), so it is not complete; send it elsewhere")
    _end(status if isinstance(status, int) else 0)


def _sentence(error: click.ClickException) -> str:
    words = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{words}; see '{context.command_path} --help'" if context else words


def _say(sentence: str) -> int:
    with suppress(OSError):  # standard error may be full too
        click.echo(f"civicgraph: {sentence}", err=True)
    return 2


def _no_more_output() -> None:
    """What is still to be written is dropped: Python would try again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(status: int) -> None:
    """At once: a load that was interrupted may still be running in its thread."""
    if status == 130:
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last resort: a bug of ours, said in a sentence. `CIVICGRAPH_DEBUG=1` shows where."""
    if os.environ.get("CIVICGRAPH_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    words = " ".join(str(error).split())[:300]
    _say(f"a fault in civicgraph itself ({kind.__name__}: {words}); please report it; CIVICGRAPH_DEBUG=1 shows where")
    raise SystemExit(2)
