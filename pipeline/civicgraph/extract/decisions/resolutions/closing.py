"""The outcomes of a resolution that has been read to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.resolutions.resolution import (
    Clause,
    Resolution,
)
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Span

TO_BE = re.compile(r"\bto be [a-z]+")  # "• £80,000 to be paid in two parts": a thing


def close_resolution(scene: Scene, item: Item | None, opened: Resolution | None) -> Iterator[Outcome]:
    """The outcomes of its clauses; a parent whose sub-clauses say it is left out."""
    if opened is None or not opened.clauses:
        return
    _keep_lists(opened, scene)
    whole = Span(start=opened.start, end=opened.clauses[-1].words.end)
    first = True
    for n, (label, words, lead, led_by) in enumerate(opened.clauses):
        follows = opened.clauses[n + 1].label if n + 1 < len(opened.clauses) else None
        if (
            label in opened.parents
            and follows is not None
            and label not in opened.whole
            and not scene.text(words).rstrip().endswith(".")  # or it stands before the sentence that leads in
            and (not label or follows != label and follows.startswith((label, "-")))
        ):
            continue
        # The first clause is quoted with its lead-in; for the others that stands in the evidence of the resolution.
        start = opened.start if first and words.end - opened.start < 1200 else words.start
        first = False
        yield Outcome(
            item=item,
            status=opened.status,
            label="" if label == "-" else label,
            text=words,
            span=Span(start=start, end=words.end),
            resolution=whole,
            lead=lead,
            led_by=led_by,
            rule="resolution-clause" if opened.status == "resolved" else "told-clause",
        )


def _keep_lists(opened: Resolution, scene: Scene) -> None:
    """Bullets that do nothing are what their clause lists: "the grounds be: • cost • noise" is one clause."""
    kept: list[Clause] = []
    at = 0
    while at < len(opened.clauses):
        clause = opened.clauses[at]
        end = at + 1
        while end < len(opened.clauses) and opened.clauses[end].label == "-":
            end += 1
        bullets = opened.clauses[at + 1 : end]
        does = find_acts(scene.text(clause.words).rstrip(" :-"), lead=clause.lead, default=None)
        acts = (find_acts(TO_BE.sub("", scene.text(bullet.words)), default=None) for bullet in bullets)
        things = (does or clause.label) and not any(acts)
        if clause.label in opened.parents and clause.label != "-" and bullets and things:
            del opened.parents[clause.label]
            clause, bullets = clause._replace(words=Span(start=clause.words.start, end=bullets[-1].words.end)), []
        kept += [clause, *bullets]
        at = end
    opened.clauses = kept
