"""What a document states, without where it states it: to compare one paper in several formats."""

from __future__ import annotations

from civicgraph.extract import extract
from civicgraph.model import Document, Findings, Mention
from civicgraph.segment import segment


def facts_of(document: Document) -> dict[str, list[str]]:
    """Each kind of statement as lines, sorted."""
    found = extract(document, segment(document))

    def words(start: int, end: int) -> str:
        return " ".join(document.text[start:end].split())

    return {
        "council": [_name(found.council)],
        "meetings": sorted(
            f"{_name(m.body)} {m.date} {m.start} {m.end} {' '.join(m.venue.split())} {m.part}" for m in found.meetings
        ),
        "items": sorted(f"{i.number} {i.title} {i.planned} {i.private} {i.truncated}" for i in found.items),
        "attendance": sorted(f"{_name(a.person)} {a.kind} {a.status} {a.role}" for a in found.attendance),
        "posts": sorted(f"{_name(p.person)}: {_name(p.post)}" for p in found.posts),
        "decisions": sorted(
            f"{_item(found, d.item)} {d.label} {d.status} {d.action}: {words(d.text.start, d.text.end)}"
            for d in found.decisions
        ),
        "reports": sorted(f"{r.title} by {_name(r.author)}" for r in found.reports),
        "referrals": sorted(f"{_name(r.sender)} > {_name(r.recipient)} {r.status}" for r in found.referrals),
        "votes": sorted(f"{v.outcome} {v.votes_for} {v.against} {v.abstain}" for v in found.votes),
    }


def _name(mention: Mention | None) -> str:
    return " ".join(mention.name.split()) if mention else ""


def _item(found: Findings, index: int | None) -> str:
    return found.items[index].number if index is not None else ""
