"""The stages in their order over many documents: what is read again, what a failure costs, and when the graph changes.

    collect → read, segment, extract (workers; kept in OUT/cache) → link (one pass) → graph → store

Everything after the workers goes by (file name, path), so that equal input gives equal bytes whatever the order of
arguments, the number of workers, and whether it was built at once or step by step.
"""

from __future__ import annotations

import dataclasses
import errno
import fcntl
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from civicgraph.errors import UsageError
from civicgraph.ids import BASE, rule_graph
from civicgraph.model import Corrected, Correction, Findings
from civicgraph.run import report as reports
from civicgraph.run.cache import Cache, fingerprint, key
from civicgraph.run.report import BuildReport, Failure, Read
from civicgraph.run.sources import Found, collect, sha256_of
from civicgraph.run.workers import read_all

__all__ = ["BuildReport", "build"]

Progress = Callable[[str, int, int], None]
"""Told (stage, documents done, documents in all)."""

_REPORT = "report.json"
_BASE = re.compile(r"https?://[A-Za-z0-9.:-]{1,255}(?:/[A-Za-z0-9._~/-]{0,1000}#?)?")


@dataclasses.dataclass(slots=True)
class _Entry:
    """One document on its way through a build; `key` is where its findings are kept."""

    found: Found
    sha256: str
    key: str
    copies: tuple[str, ...] = ()
    fresh: bool = False


def build(
    sources: Sequence[Path],
    out: Path,
    *,
    base: str = BASE,
    jobs: int | None = None,
    candidates: bool = False,
    corrections: Path | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> BuildReport:
    """Makes `out` hold the graph of these files and folders, and says what happened.

    A document that fails is in the report and not in the graph; when all fail, the graph before stays, and where there
    was none there is none still. `corrections` is a file of what people say, which outranks what is linked.

    Raises `UsageError` when a source is not there, when `corrections` has a line that is none, when another build works
    on `out`, and when `out` cannot be written; the graph before this build is untouched then.
    """
    if not _BASE.fullmatch(base):
        raise UsageError(f"--base {base}: not the start of identifiers; write one such as {BASE}")
    if candidates:
        from civicgraph.extract.names.nlp import has_model

        if not has_model():
            raise UsageError("--candidates: the model of names is not installed; pip install 'civicgraph[ner]'")
    base = base if base.endswith(("/", "#")) else f"{base}/"
    people_say = _corrections(corrections) if corrections else ()
    found = collect(sources, out)
    with _held(out):
        cache = Cache(out)
        cache.prepare()
        try:
            entries, failed = _read(found, out, cache, jobs or os.cpu_count() or 1, fingerprint(candidates), progress)
        finally:
            cache.prepare()
        return _write(entries, failed, out, cache, base, people_say, progress)


def _corrections(file: Path) -> tuple[Correction, ...]:
    from civicgraph.link.corrections import read

    return read(file)


# -- reading ---------------------------------------------------------------------------------------------------------


def _read(
    found: Sequence[Found], out: Path, cache: Cache, jobs: int, code: str, progress: Progress
) -> tuple[list[_Entry], list[Failure]]:
    entries, failed = _identified(found, code)
    todo = {e.found: e for e in entries if cache.get(e.key) is None}
    total, ready = len(entries), len(entries) - len(todo)
    progress("read", ready, total)
    with closing(read_all(list(todo), out, jobs=jobs, code=code)) as results:
        for done in results:
            ready += 1
            progress("read", ready, total)
            entry = todo[done.found]
            if done.failure is None:
                # Its key again: the file may have changed after it was looked at.
                entry.key, entry.fresh = done.key, True
            else:
                entries.remove(entry)
                copies = (dataclasses.replace(done.failure, path=path) for path in entry.copies)
                failed += [done.failure, *copies]
    return entries, sorted(failed, key=lambda f: f.path)


def _identified(found: Sequence[Found], code: str) -> tuple[list[_Entry], list[Failure]]:
    """One entry for each content, under the first of its names; and what cannot even be opened."""
    entries: dict[str, _Entry] = {}
    failed: list[Failure] = []
    for one in found:
        try:
            one.path.encode()
            sha256 = sha256_of(Path(one.path))
        except UnicodeEncodeError:
            shown = os.fsencode(one.path).decode("utf-8", "replace")
            failed.append(Failure(path=shown, what="has a name that is not UTF-8", do="rename the file"))
        except OSError as error:
            why = error.strerror or str(error)
            failed.append(
                Failure(
                    path=one.path,
                    what=f"cannot be read ({why})",
                    do="check that it is a file, and that you may read it",
                )
            )
        else:
            if sha256 in entries:
                entries[sha256].copies += (one.path,)
            else:
                entries[sha256] = _Entry(one, sha256, key(sha256, one.name, code))
    return list(entries.values()), failed


def _findings(entries: Sequence[_Entry], cache: Cache, stage: str, progress: Progress) -> Iterator[Findings]:
    """One at a time, so that memory does not grow with the number of documents."""
    for number, entry in enumerate(entries, 1):
        findings = cache.get(entry.key)
        if findings is None:
            raise UsageError(f"{cache.findings}: changed while the graph was built from it; run the build again")
        # The cache may know these bytes from another folder.
        source = dataclasses.replace(findings.source, path=entry.found.path)
        copies = tuple(f"the same bytes are also at {path}" for path in entry.copies)
        yield dataclasses.replace(findings, source=source, notes=findings.notes + copies)
        progress(stage, number, len(entries))


# -- writing ---------------------------------------------------------------------------------------------------------


def _write(
    entries: Sequence[_Entry],
    failed: Sequence[Failure],
    out: Path,
    cache: Cache,
    base: str,
    corrections: Sequence[Correction],
    progress: Progress,
) -> BuildReport:
    from civicgraph import search
    from civicgraph.graph import Dropped, derived_quads, outcomes, overlay_quads, rule_quads, unfit, written
    from civicgraph.link import link
    from civicgraph.queries import rules
    from civicgraph.store import clear_partial, fault_in, replace_store

    clear_partial(out)
    if not entries:
        return _kept(failed, out)
    register = link(_findings(entries, cache, "link", progress), base=base, corrections=corrections)
    statements: Counter[str] = Counter()
    documents: list[Read] = []
    problems: list[reports.Unclear] = []
    cues: Counter[str] = Counter()
    texts: set[str] = set()
    dropped: list[Dropped] = []
    found: list[Corrected] = []  # what came of the corrections

    def quads_of(findings: Findings) -> Iterator[str]:
        made = written(findings, register, cache.text(findings.text_sha256))
        dropped.extend(made.dropped)
        return _quads(made.lines, register.documents[findings.key])

    def lines() -> Iterator[str]:
        for entry, findings in zip(entries, _findings(entries, cache, "graph", progress), strict=True):
            reports.count(findings, statements)
            cues.update(seen=findings.cues, understood=findings.understood)
            texts.add(findings.text_sha256)
            if findings.problems:
                problems.extend(reports.unclear(findings, cache.text(findings.text_sha256)))
            documents.append(
                Read(
                    name=findings.source.name,
                    path=findings.source.path,
                    sha256=findings.source.sha256,
                    status="read" if entry.fresh else "unchanged",
                    copies=entry.copies,
                    notes=findings.notes,
                )
            )
            yield from quads_of(findings)
        yield from derived_quads(register)
        yield from rule_quads(base, ((rule.name, rule.title, rule.description) for rule in rules()))
        found.extend(outcomes(register, dropped))
        yield from overlay_quads(register, dropped, found)
        progress("store", 0, 1)

    try:
        derived = [(rule_graph(base, rule.name), rule.text) for rule in rules()]
        # What a person took out of a document stands with the corrections, and is stated by nobody.
        apart = rule_graph(base, "corrections")
        quads = replace_store(out, lines(), derived, beside=search.writer(cache.texts), form=search.FORM, apart=apart)
    except SyntaxError:
        # A fault of ours that one document brought out: it costs that document.
        bad: list[Failure] = []
        for entry, findings in zip(entries, _findings(entries, cache, "graph", progress), strict=True):
            why = fault_in(quads_of(findings))
            if why:
                what = f"met a fault in civicgraph: its graph cannot be written ({why})"
                bad.append(Failure(path=entry.found.path, what=what, do="please report it with the document"))
        if not bad:
            raise
        names = {f.path for f in bad}
        rest = [e for e in entries if e.found.path not in names]
        return _write(rest, sorted([*failed, *bad], key=lambda f: f.path), out, cache, base, corrections, progress)
    progress("store", 1, 1)
    report = BuildReport(
        documents=tuple(documents),
        failed=tuple(failed),
        removed=_removed(out, documents, failed),
        statements=dict(statements),
        cues=reports.Cues(**cues),
        problems=tuple(problems),
        corrections=reports.Corrections(applied=sum(not one.unfit for one in found), unfit=unfit(found)),
        quads=quads,
    )
    _keep(report, out)
    cache.prune({e.key for e in entries}, texts)
    return report


def _kept(failed: Sequence[Failure], out: Path) -> BuildReport:
    """No document could be read: the graph before, with its texts, is worth more than an empty one."""
    from civicgraph.store import current, quads_in

    before = tuple(sorted(reports.earlier_paths(out / _REPORT))) if current(out) else ()
    quads = quads_in(out) if current(out) else 0
    report = BuildReport(documents=(), failed=tuple(failed), statements={}, quads=quads, kept=before)
    _keep(report, out)
    return report


def _keep(report: BuildReport, out: Path) -> None:
    part = out / f"{_REPORT}.part"
    part.write_bytes(report.json())
    part.replace(out / _REPORT)


def _quads(triples: Iterable[tuple[str, bool]], graph: str) -> Iterator[str]:
    """All triples of a document in its named graph, and its facts in the default graph too."""
    for line, fact in triples:
        yield f"{line} <{graph}> ."
        if fact:
            yield f"{line} ."


def _removed(out: Path, documents: Sequence[Read], failed: Sequence[Failure]) -> tuple[str, ...]:
    here = {d.path for d in documents} | {p for d in documents for p in d.copies} | {f.path for f in failed}
    return tuple(sorted(reports.earlier_paths(out / _REPORT) - here))


@contextmanager
def _held(out: Path) -> Iterator[None]:
    """`out` for this build alone; what the disk refuses becomes a sentence."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        place = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
        try:
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageError(
                    f"{out}: another build is writing here; wait for it, or give another folder with --out"
                ) from None
            yield
        finally:
            os.close(place)
    except OSError as error:
        raise UsageError(_sentence(out, error)) from error


def _sentence(out: Path, error: OSError) -> str:
    untouched = "the graph that was there is untouched"
    # Oxigraph gives the message and no number.
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(error):
        return f"{out}: the disk is full; {untouched}; make room or give another folder with --out"
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"{out}: may not be written to ({error.strerror}); {untouched}; give another folder with --out"
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{out}: is not a folder; give another one with --out"
    return f"{out}: cannot be written ({error.strerror or error}); {untouched}; give another folder with --out"
