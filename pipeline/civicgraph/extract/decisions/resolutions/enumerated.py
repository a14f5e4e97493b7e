"""Clauses enumerated within one sentence: "RESOLVED that (1)(a) the plan be approved; (b) …; (2) …"."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.labels import FIRST, joined, kind_of, next_of
from civicgraph.extract.decisions.openers import LED_VERB
from civicgraph.extract.decisions.resolutions.grounds import LISTS_GROUNDS
from civicgraph.extract.decisions.resolutions.resolution import Clause, Resolution, lead_for, led_by_of
from civicgraph.extract.decisions.verbs import lemma_of
from civicgraph.model import Span

INLINE = re.compile(r"(?:(?<=[\s;:,.()])|^)(?P<mark>\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,5})[).])\s*(?=\S)", re.I)
THAT = re.compile(r"[\s:\"'-]*(?:that\b)?[\s:\"'-]*", re.I)  # "That (1) the plan be approved;" / "(2) …"
CITED = re.compile(
    r"\b(?:paragraphs?|sections?|clauses?|items?|regulations?|recommendations?|parts?|options?|schedule|appendix|and|or"
    r"|[A-Z]?\d+[A-Z]?)\s*$",
    re.I,
)


def add_enumerated(opened: Resolution, text: str, at: int) -> bool:
    """Clauses enumerated within a sentence: "(1) the report be noted; and (2) …". True where there are any."""
    marks = _marks(text)
    lead = text[: marks[0][0].start()].strip() if marks else ""
    if not marks or len(marks) < 2 and not THAT.fullmatch(lead):
        return False
    if LISTS_GROUNDS.search(lead) and find_acts(lead, default=None):
        return False
    if lead:
        led = LED_VERB.search(lead)
        acts = find_acts(lead.rstrip(" :-"), default=None) if not led else []
        opened.lead = lemma_of(led.group("verb")) if led else (acts[0].verb if acts else opened.lead)
    edges = [mark.start() for mark, _ in marks[1:]] + [len(text)]
    for (mark, full), edge in zip(marks, edges, strict=True):
        opened.levels, _ = joined(opened.levels if full != marks[0][1] else [], mark.group("label").lower())
        words = re.sub(r"(?:[;,]|\s|\band)+$", "", text[mark.end() : edge])
        span = Span(start=at + mark.end(), end=at + mark.end() + len(words))
        if not words:
            continue  # "(1)(a) the plan be approved"
        label = mark.group("label").lower()
        lead = lead_for(opened, label, full)
        if words.endswith((":", ":-")) and (acts := find_acts(words.rstrip(" :-"), lead=lead, default=None)):
            opened.parents[full], opened.led_by[full] = acts[0].verb, span
        opened.clauses.append(Clause(full, span, lead, led_by_of(opened, label, full)))
    return True


def _marks(text: str) -> list[tuple[re.Match[str], str]]:
    """The marks of the clauses within a sentence, each with its whole label."""
    chosen: list[tuple[re.Match[str], str]] = []
    levels: list[tuple[str, str]] = []
    for mark in INLINE.finditer(text):
        label = mark.group("label").lower()
        kind = kind_of(label, levels[-1][1] if levels else "")
        above = next((lab for k, lab in levels if k == kind), "")
        if not levels:
            fits = label in FIRST and mark.start() < 400 and not CITED.search(text[: mark.start()])
        elif above:
            fits = label == next_of(above, "i" if kind == "roman" else above)
        else:
            between = text[chosen[-1][0].end() : mark.start()].rstrip()
            fits = label in FIRST and (not between or between.endswith((":", "-")))
        if fits:
            levels, full = joined(levels, label)
            chosen.append((mark, full))
    return chosen
