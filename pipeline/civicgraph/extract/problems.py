"""Cues that were seen and not understood: a RESOLVED without a decision, a "referred to" without a referral."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.model import Document, Findings, Problem, Span

CUES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "RESOLVED",
        re.compile(r"\bRESOLVED\b|\bRESOLUTION\b|\b(?:it was|be it|and) [Rr]esolved\b|^Resolved\b", re.M),
        "no clause was found under it",
    ),
    ("AGREED", re.compile(r"\bAGREED\b(?! MINUTES)|\bDECISION\s*:"), "no clause was found under it"),
    ("RECOMMENDED", re.compile(r"\bRECOMMENDED\b"), "no recommendation was found under it"),
    (
        "referred to",
        re.compile(
            r"\b(?:was|were|be|been|is) referred (?:back )?to\b(?! as\b| in\b| above\b| below\b)|\bcalled[- ]in\b"
        ),
        "no body that it goes to was found",
    ),
    (
        "delegated",
        re.compile(r"\bdelegated (?:authority|powers?)\b|\bauthority be delegated\b"),
        "no decision to delegate was found here",
    ),
)


def find_problems(document: Document, folded: str, findings: Findings) -> Iterator[Problem]:
    """Each cue that stands in no statement's words; names in a list of those present that were not read as names."""
    told = sorted(
        {d.span for d in findings.decisions}
        | {d.resolution for d in findings.decisions if d.resolution}
        | {a.span for a in findings.approvals}
        | {v.span for v in findings.votes}
        | {r.span for r in findings.referrals}
    )
    blocks = [b for b in document.blocks if b.kind != "rule"]
    for name, pattern, why in CUES:
        for found in pattern.finditer(folded):
            span = Span(start=found.start(), end=found.end())
            block = next((b for b in blocks if b.span.start <= span.start < b.span.end), None)
            near = Span(start=block.span.start, end=block.span.end + 3) if block else span
            if any(t.overlaps(near) for t in told):
                continue
            yield Problem(
                cue=name, span=block.span if block and block.span.end - block.span.start < 400 else span, why=why
            )
    for item in findings.items:
        if item.truncated:
            yield Problem(
                cue="view the full minutes text", span=item.span, why="the page does not carry the whole of this item"
            )
