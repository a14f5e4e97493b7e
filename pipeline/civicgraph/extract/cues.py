"""Accounting: every sentence that announces an outcome is in a statement, or in the list of the not understood.

The cues are data (`patterns/cues.toml`), wider than the rules that find outcomes.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Findings, PartKind, Problem, Span

# "Decision:", over what a page tells and resolves under it.
LABEL = re.compile(r"^\W*decisions?(?:\s+(?:made|taken))?\s*:\W*$", re.I)
PAGE_LABEL = re.compile(
    r"^\W*(?:decisions?(?:\s+(?:made|taken))?|minutes|additional documents|supporting documents)\s*:\W*$", re.I
)
LONG = 400  # characters; of what is longer only the words around the cue are quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    id: str
    words: tuple[str, ...]  # in lower case; the pattern finds nothing without one of them
    pattern: re.Pattern[str]
    why: str
    parts: frozenset[str]  # kinds of part where it counts; none: everywhere
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def cues() -> tuple[Cue, ...]:
    """The cues; the first that a sentence has names it."""
    table = tomllib.loads((files("civicgraph.extract") / "patterns" / "cues.toml").read_text(encoding="utf-8"))
    return tuple(
        Cue(
            id=row["id"],
            words=tuple(row["words"]),
            pattern=re.compile(row["pattern"]),
            why=row["why"],
            parts=frozenset(row.get("parts", ())),
            yes=tuple(row["yes"]),
            no=tuple(row["no"]),
        )
        for row in table["cue"]
    )


def cue_of(sentence: str, part: PartKind) -> Cue | None:
    """The cue that a sentence of a part has: "It was agreed that …" → told."""
    low = sentence.lower()
    return next((c for c in cues() if (not c.parts or part in c.parts) and _has(c, low, sentence)), None)


def _has(cue: Cue, low: str, sentence: str) -> bool:
    return any(word in low for word in cue.words) and bool(cue.pattern.search(sentence))


def account(scenes: Iterable[Scene], findings: Findings) -> tuple[int, list[Problem]]:
    """How many sentences announce an outcome, and those of them on whose words no statement stands."""
    told = _told(findings)
    seen = 0
    problems: list[Problem] = []
    for scene in scenes:
        blocks = scene.blocks()
        for n, (_, block) in enumerate(blocks):
            text = scene.text(block.span)
            for start, end in sentences(text):
                cue = cue_of(text[start:end], scene.part.kind)
                if cue is None:
                    continue
                seen += 1
                span = Span(start=block.span.start + start, end=block.span.start + len(text[:end].rstrip()))
                labels = _under(scene, span, blocks[n + 1 :]) if LABEL.match(text) else span
                if not told.touches(labels):
                    problems.append(Problem(cue=cue.id, span=_short(span, cue, text[start:end]), why=cue.why))
    for item in findings.items:
        if item.truncated:
            seen += 1
            why = "the page does not carry the whole of this item"
            problems.append(Problem(cue="view the full minutes text", span=item.span, why=why))
    return seen, problems


def _under(scene: Scene, label: Span, below: list[tuple[int, Block]]) -> Span:
    """What a label announces: all that stands under it, up to the next one or a heading."""
    end = label.end
    for _, block in below:
        if block.kind == "heading" or PAGE_LABEL.match(scene.text(block.span)):
            break
        end = block.span.end
    return Span(start=label.start, end=end)


def _short(span: Span, cue: Cue, sentence: str) -> Span:
    found = cue.pattern.search(sentence)
    if span.end - span.start <= LONG or found is None:
        return span
    return Span(start=span.start + found.start(), end=min(span.end, span.start + found.start() + LONG))


class _Told:
    """The stretches of text on which statements stand, overlapping ones as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            if self.ends and span.start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)

    def touches(self, span: Span) -> bool:
        at = bisect_right(self.starts, span.end - 1) - 1
        return at >= 0 and self.ends[at] > span.start


def _told(findings: Findings) -> _Told:
    return _Told(_spans(findings))


def _spans(findings: Findings) -> Iterator[Span]:
    for decision in findings.decisions:
        yield decision.span
        yield from decision.again
        yield from (s for s in (decision.resolution,) if s is not None)
        yield from (m.span for m in (decision.mover, decision.seconder) if m is not None)
    for rows in (findings.approvals, findings.votes, findings.ballots, findings.referrals, findings.responses):
        yield from (row.span for row in rows)
