"""What the format itself says that a block is: the head of a meeting and the headings of its items, never guessed."""

from __future__ import annotations

import re

from civicgraph.model import Document, Quoted, Role
from civicgraph.segment.headings import Candidate
from civicgraph.values.addresses import council_at
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import fold, squash

HEAD: tuple[Role, ...] = ("council", "body", "date", "start", "end", "venue")
ITEM = re.compile(r"(?:item|minute)\s+", re.I)  # "Item 3": the number is 3
HOST = re.compile(r"[\w-]+(?:\.[\w-]+){1,6}")


def stated_head(document: Document, first: int, last: int) -> dict[Role, Quoted]:
    """What blocks with a role say of the meeting: a date that is none, and a site of no known council, say nothing."""
    out: dict[Role, Quoted] = {}
    for block in document.blocks[first:last]:
        if block.role in HEAD and block.role not in out:
            words = squash(document.quote(block.words))
            value = _value(block.role, fold(words))
            if value:
                out[block.role] = Quoted(text=value if value != fold(words) else words, span=block.words)
    return out


def _value(role: Role, words: str) -> str:
    if role == "council":
        council = council_at(words) if HOST.fullmatch(words) else council_of(words)
        return council.name if council else ("" if HOST.fullmatch(words) else words)
    if role == "date":
        return next((date.iso for date in find_dates(words) if date.year_given), "")
    if role in ("start", "end"):
        return next((time.iso for time in find_times(words)), "")
    return words


def stated_identifier(document: Document, first: int, last: int) -> str:
    """The ids that the head of a meeting carries, each once: "CId=192&MId=727"; else that of a meeting it links."""
    blocks = document.blocks[first:last]
    parts = [part for b in blocks if b.role in HEAD for part in b.identifier.split("&") if part]
    return "&".join(dict.fromkeys(parts)) or next((b.identifier for b in blocks if b.identifier[:4] == "MId="), "")


def stated_items(document: Document, first: int, last: int) -> list[Candidate]:
    """The headings of items that the format marks as such, each with the number before it."""
    out: list[Candidate] = []
    for i in range(first, last):
        block = document.blocks[i]
        if block.role not in ("item", "private item"):
            continue
        words = document.quote(block.words).strip()
        bare = not block.marker and re.fullmatch(r"[\dA-Za-z./()-]{1,12}", words) and any(c.isdigit() for c in words)
        number = ITEM.sub("", words if bare else block.marker).strip(" .:)(")
        out.append(Candidate(block=i, family="stated", number=number, value=i, title=block.words, weight=0.0))
    return out
