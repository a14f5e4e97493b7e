"""One part of a document as the rules see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.model import Block, Document, Item, Meeting, Mention, MinuteItem, Part, Quoted, Span
from civicgraph.values.bodies import body_kind
from civicgraph.values.honorifics import SHORT

# A full stop that ends no sentence.
NO_STOP = re.compile(
    rf"(?:\b(?!(?<=\bthe\s)PC$)(?:[A-Z]|{'|'.join(sorted(SHORT))}|St|No|Nos|Ref|para|Para|i\.e|e\.g|ie|eg|vs|approx|Hon|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m|Ltd|Nb)|^\s*\d{{1,3}}|\s[ivx]{{1,4}})$"
)
STOP = re.compile(
    r"[.!?][\"')\]]{0,2}(?=\s+[\"'(\[]?[A-Z0-9])|;\s*\n|\n\s*\n(?=[A-Z(\"'])"
    r"|(?:(?<=[a-z]{4})|(?<=\d{3}))\.(?=[A-Z][a-z]+\s)"  # the space between them lost
    r"|[.!?](?=\s+\(?(?:[a-z]\)|[ivx]{1,4}\.)\s+[A-Z\d])"  # "b) The …", "ii. 24/0311 …"
)
NEAR = 400  # characters from the day of a meeting to the body in its heading
# What stands over a passage of minutes that are corrected: "subject to minute 4 being amended to read:".
QUOTES_MINUTES = re.compile(
    r"\b(?:minutes?|paragraph|resolution|record)\b[^.]{0,160}\b(?:read|reads|amended|replaced"
    r"|corrected|as follows)\b[^.]{0,40}"
    r"[:-]\W{0,3}$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A part, its document, and where its meeting and items stand in the findings."""

    document: Document
    folded: str  # the whole text, character for character
    part: Part
    meeting: int | None
    first_item: int  # index of the part's first item in Findings.items
    body: Mention | None  # the body that met

    def text(self, span: Span) -> str:
        return self.folded[span.start : span.end]

    def blocks(self, item: Item | None = None) -> list[tuple[int, Block]]:
        """The blocks of an item or the part, without old minutes quoted in them: what they resolved was then."""
        first, last = (item.first, item.last) if item else (self.part.first, self.part.last)
        out: list[tuple[int, Block]] = []
        quoted = False
        for i in range(first, last):
            block = self.document.blocks[i]
            if block.kind == "rule":
                continue
            text = self.text(block.span).strip()
            above = self.text(out[-1][1].span).rstrip() if out else ""
            quoted = quoted or (text.startswith('"') and bool(QUOTES_MINUTES.search(above[-300:])))
            if quoted:
                quoted = not text.endswith(('"', '".', '";'))
            else:
                out.append((i, block))
        return out

    def item_at(self, offset: int) -> int | None:
        """Index in Findings.items of the item that this offset stands in."""
        found = None
        for n, item in enumerate(self.part.items):
            if self.document.blocks[item.first].span.start <= offset:
                found = self.first_item + n
        return found


def scenes_of(
    document: Document, folded: str, parts: tuple[Part, ...]
) -> tuple[list[Scene], list[Meeting], list[MinuteItem]]:
    """The parts as scenes, with the meetings and items that they are of."""
    scenes: list[Scene] = []
    meetings: list[Meeting] = []
    items: list[MinuteItem] = []
    for part in parts:
        body = None
        if part.body is not None:
            body = Mention(
                kind="body",
                name=part.body.text,
                span=part.body.span,
                rule="header-body",
                detail=body_kind(part.body.text),
                identifier=identifier_of(part.identifier, "CId"),
            )
        meeting = None
        if part.kind not in ("report", "register"):
            meeting = len(meetings)
            stands = [q.span for q in (part.date, part.start) if q is not None]
            if body is not None and all(abs(body.span.start - span.start) < NEAR for span in stands):
                stands.append(body.span)  # a body that only acts is named far below, and has words of its own
            span = (
                Span(start=min(s.start for s in stands), end=max(s.end for s in stands))
                if stands
                else document.blocks[part.first].span
            )
            meetings.append(
                Meeting(
                    part=part.kind,
                    body=body,
                    date=_said(part.date),
                    start=_said(part.start),
                    end=_said(part.end),
                    venue=_said(part.venue),
                    span=span,
                    identifier=identifier_of(part.identifier, "MId"),
                    committee=identifier_of(part.identifier, "CId"),
                )
            )
        elif scenes and part.kind == "report":
            # A report in a pack goes to the meeting that the pack is for.
            ahead = next((s for s in scenes if s.part.kind == "agenda"), scenes[0])
            body = ahead.body
        scenes.append(
            Scene(document=document, folded=folded, part=part, meeting=meeting, first_item=len(items), body=body)
        )
        for item in part.items:
            first, last = document.blocks[item.first].span, document.blocks[item.last - 1].span
            items.append(
                MinuteItem(
                    meeting=meeting or 0,
                    number=item.number,
                    title=item.title.text,
                    span=item.title.span,
                    whole=Span(start=first.start, end=last.end),
                    planned=part.kind == "agenda",
                    private=item.private,
                    truncated=item.truncated,
                    agenda_number=item.agenda_number,
                    identifier=item.identifier,
                )
            )
    return scenes, meetings, items


def identifier_of(identifiers: str, name: str) -> str:
    """ "MId=727" of "CId=192&MId=727"; "" where there is none of that name."""
    return next((part for part in identifiers.split("&") if part.startswith(f"{name}=")), "")


def _said(quoted: Quoted | None) -> str:
    return quoted.text if quoted is not None else ""


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a block."""
    out, start = [], 0
    for found in STOP.finditer(text):
        if found.group()[0] == "." and NO_STOP.search(text[max(start, found.start() - 12) : found.start()]):
            continue
        end = found.end()
        if text[start:end].strip():
            out.append((start, end))
        start = end
    if text[start:].strip():
        out.append((start, len(text)))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in out]
