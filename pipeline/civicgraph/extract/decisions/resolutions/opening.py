"""How a resolution begins: who is to decide it, what leads into its clauses, what its own block already says."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.openers import LEAD_END, LED_VERB, word_of
from civicgraph.extract.decisions.resolutions.enumerated import INLINE, add_enumerated
from civicgraph.extract.decisions.resolutions.grounds import opens_grounds
from civicgraph.extract.decisions.resolutions.resolution import (
    Clause,
    Resolution,
    leading,
)
from civicgraph.extract.decisions.subjects import is_subject
from civicgraph.extract.decisions.verbs import lemma_of, verb_of
from civicgraph.model import Block, DecisionStatus, Span

PASSIVE_END = re.compile(r"\bbe\s+\w+\W*$")
# "Resolved to RECOMMEND: (to Council)": what follows is for another body to decide.
TO_RECOMMEND = re.compile(r"^RECOMMEND(?:ED|S)?\b[\s:]*\(?(?:to\b[^).]{0,80})?\)?[\s:-]*$", re.I)
# After "RECOMMENDED to": who is to decide it.
TO_WHOM = re.compile(
    r"^(?i:the\s+|full\s+){0,2}[A-Z][\w'&-]*(?:\s+(?:[A-Z][\w'&-]*|and|of|for|the)){0,8}(?:\s*\([^()\n]{1,60}\))?"
    r"(?:\s*(?:[:,]\s*-?|-)|(?=\s+that\b))\s*(?:(?i:that)\b\s*[:,-]*\s*)?"
)
# "(By 14 votes to none)" between the marker and the clause.
VOTED = re.compile(r"\s*\((?=[^()]{0,60}\b(?:votes?|unanimous\w*|against|majority|nem)\b)[^()]{1,80}\)\s*:?\s*", re.I)
# "(Proposed by Councillor Lee, seconded by Councillor Reed)", "on the proposal of …, seconded by …," between them too.
MOVED_BY = re.compile(
    r"\s*\(?(?:on\s+the\s+)?(?:proposed|proposal|moved|motion)\s+(?:by|of)\s+[^();:]{3,60}?\bseconded\s+(?:by\s+)?[^(),;:]{3,60}[),]"
    r"\s*(?:it\s+was\s+(?:unanimously\s+)?(?:agreed|resolved)\s+)?(?=(?:that|to)\s)(?:that\s+)?",
    re.I,
)
# "(CAB 14/15 0331)": the number that a decision has in the council's own list
REFERENCE = re.compile(r"\s*\((?=[^()]*\d)[A-Z\d][A-Z\d/. -]{0,40}\)\s*$")
CELL_END = re.compile(r"\s\|(?:\s|$)")  # of a table that a page printed as text


def open_resolution(text: str, block: Block, opener: re.Match[str], *, asked: bool = False) -> Resolution:
    """The resolution that an opener begins, with what its own block already says; `asked`: what is put to a body, so
    that "recommended" says nothing of what it is to do."""
    start = block.words.start
    recommended = not asked and word_of(opener) == "recommended"
    status: DecisionStatus = "proposed" if asked else "resolved"
    opened = Resolution(start=start, lead="recommend" if recommended else "", status=status)
    if asked or len(text[: opener.start()].split()) > 25:
        opened.start += opener.start()
    at = opener.end()
    for aside in (VOTED, MOVED_BY):
        if between := aside.match(text, at):
            at = between.end()
    if recommended and (whom := TO_WHOM.match(text[at:])):
        at += whom.end()
        opened.led_by[""] = Span(start=start + opener.start(), end=start + len(text[:at].rstrip()))
    rest = CELL_END.split(text[at:], maxsplit=1)[0]
    at += start
    if not rest.strip(" .:-\"'") or REFERENCE.match(rest):
        return opened
    if TO_RECOMMEND.match(rest):
        opened.lead = "recommend"
        opened.led_by[""] = Span(start=at, end=at + len(rest.rstrip()))
        return opened
    if opens_grounds(opened, rest):
        opened.wants = False
        opened.clauses.append(Clause("", Span(start=at, end=at + len(rest.rstrip())), opened.lead))
    elif (verb := verb_of(rest)) and verb.base == rest.strip().lower():  # "RESOLVED to note" / "(1) the Mayor had …"
        opened.lead, opened.parents[""], opened.wants = verb.lemma, verb.lemma, False
        opened.clauses.append(Clause("", Span(start=at, end=at + len(rest.rstrip())), ""))
    elif is_subject(rest) or LEAD_END.search(rest) and len(rest) < 500 and not INLINE.match(rest.lstrip()):
        _lead_in(opened, rest, at)
    else:
        opened.wants = False
        if not add_enumerated(opened, rest, at):
            opened.clauses.append(Clause("", Span(start=at, end=at + len(rest.rstrip())), opened.lead))
    return opened


def _lead_in(opened: Resolution, rest: str, at: int) -> None:
    """ "to agree the following:", "that the Cabinet:-", "that the Clerk be asked to:": clauses follow."""
    words = Span(start=at, end=at + len(rest.rstrip()))
    opened.led_by[""] = words
    led = LED_VERB.search(rest)
    itself = PASSIVE_END.search(rest)
    if led and not itself and len(rest.split()) < 90:
        opened.lead = lemma_of(led.group("verb")) or opened.lead
    elif acts := find_acts(rest.rstrip(" :-"), default=None):
        led_by = leading(acts)
        opened.lead = led_by.verb if led_by.action != "approve" or not opened.lead else opened.lead
        opened.clauses.append(Clause("", words, ""))
        opened.parents[""] = led_by.verb
        opened.wants = not itself
