"""One document as one stage sees it: `civicgraph show`. For people who ask why a fact is there, or is not."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from civicgraph.errors import UsageError
from civicgraph.model import Document, Entity, Findings, Mention, Part, Quoted, Span

WIDEST = 100  # characters of a quotation


def lines(file: Path, stage: str, *, base: str, as_json: bool = False) -> Iterator[str]:
    """The view, line by line. Raises `UsageError` for a file that is not there, `DocumentError`."""
    from civicgraph.read import read
    from civicgraph.segment import segment

    if file.is_dir():
        raise UsageError(f"{file}: is a folder, and 'show' takes one document; name a file in it")
    if not file.exists():
        raise UsageError(f"{file}: no such file; 'show' takes one document")
    if not file.is_file():
        raise UsageError(f"{file}: is no file that ends, and 'show' takes one document")
    document = read(file)
    if stage == "read":
        yield from _as_json(document) if as_json else _read(document)
        return
    parts = segment(document)
    if stage == "segment":
        yield from _as_json(parts) if as_json else _segment(document, parts)
        return
    from civicgraph.extract import extract

    findings = extract(document, parts)
    if stage == "extract":
        yield from _as_json(findings) if as_json else _extract(document, findings)
        return
    from civicgraph.link import link

    register = link([findings], base=base)
    if stage == "link":
        entities = tuple(register.entities.values())
        yield from _as_json(entities) if as_json else _link(entities)
        return
    from civicgraph.graph import document_triples

    for line, fact in document_triples(findings, register, document.text):
        yield f"{line} ." if fact else f"{line} .  # evidence"


def _as_json(value: object) -> Iterator[str]:
    import msgspec

    yield msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _read(document: Document) -> Iterator[str]:
    source = document.source
    yield f"{source.path}  {source.media_type}  {source.size:,} bytes  {len(document.text):,} characters"
    yield from (f"note: {n}" for n in document.notes)
    for number, block in enumerate(document.blocks):
        more = "".join(
            (
                f" level {block.level}" if block.level else "",
                " bold" if block.bold else "",
                f" page {block.page}" if block.page else "",
                f" at {block.place}" if block.place else "",
                f" says {block.role}" if block.role else "",
                f" id {block.identifier}" if block.identifier else "",
                f" marker {block.marker}" if block.marker else "",
            )
        )
        yield f"{number:5} {_place(document, block.span)}  {block.kind}{more}  {_quote(document, block.words)}"
    yield from (f"struck through: {_place(document, span)}  {_quote(document, span)}" for span in document.struck)
    for left in document.dropped:
        page = f", page {left.page}" if left.page else ""
        yield f"left out ({left.why}{page}): {' '.join(left.words.split())[:200]}"


def _segment(document: Document, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield f"{part.kind}, blocks {part.first}–{part.last}"
        for name in ("council", "body", "date", "start", "end", "venue"):
            value: Quoted | None = getattr(part, name)
            if value is not None:
                yield f"  {name}: {value.text}  {_place(document, value.span)}  {_quote(document, value.span)}"
        for names in part.names:
            label = names.label.text if names.label else "(no label)"
            yield f"  list {label}: {names.kind or 'any'}, {names.status}"
            yield from (f"    {_place(document, line)}  {_quote(document, line)}" for line in names.lines)
        for field in part.fields:
            yield f"  field {field.label.text}: {' '.join(field.value.text.split())}"
        for item in part.items:
            marks = [m for m, on in (("private", item.private), ("truncated", item.truncated)) if on]
            if item.agenda_number:
                marks.append(f"agenda item {item.agenda_number}")
            more = f"  ({', '.join(marks)})" if marks else ""
            yield f"  item {item.number or '–'} {item.title.text}{more}  blocks {item.first}–{item.last}"


def _extract(document: Document, findings: Findings) -> Iterator[str]:
    """One line a statement: place, kind, what it says, and the words it stands on."""
    if findings.council is not None:
        yield f"council: {findings.council.name}"
    for field in dataclasses.fields(Findings):
        value = getattr(findings, field.name)
        if not isinstance(value, tuple) or not value or not hasattr(value[0], "span"):
            continue
        yield f"{field.name}: {len(value)}"
        for number, statement in enumerate(value):
            place, quote = _place(document, statement.span), _quote(document, statement.span)
            yield f"  {number:3} {place}  {_said(statement)}  {quote}"
    yield from (f"note: {n}" for n in findings.notes)


def _said(statement: object) -> str:
    """The arguments of a statement, without its spans: "status=resolved action=refer targets=Scrutiny Board (2)"."""
    if not dataclasses.is_dataclass(statement):
        return str(statement)
    said: list[str] = []
    for field in dataclasses.fields(statement):
        value = getattr(statement, field.name)
        if isinstance(value, Span) or value is None or value == "" or value == () or value is False:
            continue
        said.append(f"{field.name}={_argument(value)}")
    return " ".join(said)


def _argument(value: object) -> str:
    if isinstance(value, Mention):
        return value.name + (f" ({value.acronym})" if value.acronym else "")
    if isinstance(value, Quoted):
        return " ".join(value.text.split())
    if isinstance(value, tuple):
        return " + ".join(_argument(v) for v in value)
    return str(value)


def _link(entities: Iterable[Entity]) -> Iterator[str]:
    """Every entity with all its names, and why they were taken for one."""
    for entity in sorted(entities, key=lambda e: (e.kind, e.label, e.iri)):
        yield f"{entity.kind}  {entity.label}  <{entity.iri}>"
        yield from (f"    also {name}" for name in entity.names if name != entity.label)
        yield from (f"    same as <{iri}>" for iri in entity.same_as)
        yield from (f"    because {reason.feature}: {reason.value}" for reason in entity.reasons)


def _place(document: Document, span: Span) -> str:
    line = document.text.count("\n", 0, span.start) + 1
    column = span.start - (document.text.rfind("\n", 0, span.start) + 1) + 1
    return f"{f'{line}:{column}':>7} [{span.start}–{span.end}]"


def _quote(document: Document, span: Span) -> str:
    words = " ".join(document.quote(span).split())
    return f"“{words if len(words) <= WIDEST else words[: WIDEST - 1] + '…'}”"
