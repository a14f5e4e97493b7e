"""How a block is taken into a resolution: a clause of its own, several, or the end of the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from civicgraph.extract.decisions.actions import NEXT_SENTENCE, find_acts
from civicgraph.extract.decisions.labels import FIRST, inner_label, joined, label_of, next_of
from civicgraph.extract.decisions.openers import LEAD_END
from civicgraph.extract.decisions.resolutions.enumerated import add_enumerated
from civicgraph.extract.decisions.resolutions.grounds import opens_grounds
from civicgraph.extract.decisions.resolutions.resolution import (
    CLAUSE_START,
    Clause,
    Resolution,
    lead_for,
    leading,
    led_by_of,
)
from civicgraph.extract.decisions.subjects import START, is_subject
from civicgraph.model import Block, Span

LEADS = re.compile(r"(?::|-|\bto)\s*$")
# "That for the reasons set out in the report" / "(1) …"
GIVES_REASONS = re.compile(
    r"that,?\s+(?:for\s+the\s+reasons?|having|in\s+(?:accordance|light|view)|under|pursuant)\b[^.;:]*$", re.I
)
# "That, subject to the following changes, the plan be sent to Council:" / "(i) That a section be added"
AMENDED = re.compile(
    r"\bsubject\s+to\s+the\s+following\s+(?:\w+\s+){0,2}?(?:amendments?|changes?|additions?|corrections?),", re.I
)
AS_PUT = re.compile(r"Recommendations?\s*:\s*-?\s*(?=That\b)")  # "Decision:" / "Recommendation: That it be noted."
# "AGREED the response", "considered and NOTED" under "The Committee:-": in capitals, as what is resolved is printed.
CAPITAL_VERB = re.compile(
    r"^(?:[a-z]+ed\s+and\s+)?(?:RESOLVED|AGREED|NOTED|APPROVED|DECIDED|ENDORSED|RECOMMENDED|INSTRUCTED|REMITTED)\b"
)


def add_clause(opened: Resolution, block: Block, text: str) -> None:
    """Take a block into the resolution: a clause of its own, or the end of the one before."""
    at = block.words.start
    if cut := _run_on(label_of(block) or inner_label(text)[0], text):
        words, follows = block.words, cut.group("label")
        add_clause(opened, replace(block, words=Span(start=at, end=at + cut.start())), text[: cut.start()])
        behind = replace(block, marker=follows, words=Span(start=at + cut.end(), end=words.end))
        add_clause(opened, behind, text[cut.end() :])
        return
    if opened.form and (put := AS_PUT.match(text)):
        at, text = at + put.end(), text[put.end() :]
    if before := _told_before(block, text):
        stop = before.start() + 1
        add_clause(opened, replace(block, words=Span(start=at, end=at + stop)), text[:stop])
        add_clause(
            opened, replace(block, words=Span(start=at + before.end(), end=block.words.end)), text[before.end() :]
        )
        return
    labels: list[str] = [] if not block.marker else [label_of(block)]
    inner, length = inner_label(text)
    if inner and (not labels or labels == ["-"] or inner in FIRST):
        labels = [*(each for each in labels if each != "-"), inner]
        at, text = at + length, text[length:]
    label = labels[-1] if labels else ""
    last_label = opened.clauses[-1].label if opened.clauses else ""
    if not label and opened.clauses and (text[:1].islower() and last_label or _is_listed(opened, text)):
        last = opened.clauses[-1]
        opened.clauses[-1] = last._replace(words=Span(start=last.words.start, end=block.words.end))
        return
    if not label and is_subject(text):
        opened.led_by[""] = Span(start=at, end=at + len(text.rstrip()))
        return
    opened.wants = False
    if not label and last_label == "-" and text.startswith("That "):
        opened.lead = ""  # "noted: • the report" / "That the fees be raised": a clause of "RESOLVED" again
    if CAPITAL_VERB.match(text):
        opened.status = "resolved"
    for each in labels[:-1]:
        opened.levels, _ = joined(opened.levels, each)
    full = label
    if label not in ("", "-"):
        opened.levels, full = joined(opened.levels, label)
    lead = lead_for(opened, label, full)
    if not label and add_enumerated(opened, text, at):
        return
    grounds = opens_grounds(opened, text)
    if not grounds and LEADS.search(text) and LEAD_END.search(text):
        if not label:
            opened.levels = []  # its sub-clauses begin anew
        acts = find_acts(text.rstrip(" :-"), lead=lead, default=None)
        opened.parents[full] = leading(acts, text).verb if acts else lead
        if acts and AMENDED.search(text):
            opened.parents[full] = ""
            opened.whole.add(full)
        opened.led_by[full] = Span(start=at, end=at + len(text.rstrip()))
    elif not label and not opened.clauses and GIVES_REASONS.match(text) and not find_acts(text, default=None):
        opened.parents[""] = lead
    opened.clauses.append(
        Clause(full, Span(start=at, end=at + len(text.rstrip())), lead, led_by_of(opened, label, full))
    )


def _run_on(label: str, text: str) -> re.Match[str] | None:
    """Where the next clause begins that a page ran on in the paragraph of one: "2. Note the cost. 3. Approve …"."""
    follows = next_of(label, label) if label not in ("", "-") else ""
    return re.search(rf"(?<=[.;])\s+\(?(?P<label>{re.escape(follows)})[.)]\s+(?=[A-Za-z])", text) if follows else None


def _told_before(block: Block, text: str) -> re.Match[str] | None:
    """Where the last sentence begins of a paragraph that ends with a lead-in, and says something of its own before:
    "Council notes the report. Council therefore calls on the Cabinet to:"."""
    if block.marker or not (LEADS.search(text) and LEAD_END.search(text)):
        return None
    last = next(reversed([*NEXT_SENTENCE.finditer(text)]), None)
    opening = START.match(text[last.end() :]) if last else None
    if last is None or opening is None or not opening.group("subject"):
        return None
    return last if find_acts(text[: last.start()], default=None) else None


def _is_listed(opened: Resolution, text: str) -> bool:
    """Is an unmarked line one of those that the last clause lists, and no clause?"""
    last = opened.clauses[-1].label
    return last in opened.parents and (bool(last) or not CLAUSE_START.match(text) and not LEAD_END.search(text))
