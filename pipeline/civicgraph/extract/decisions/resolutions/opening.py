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
from civicgraph.extract.decisions.subjects import BODY, is_subject
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
    r"\s*\(?(?:on\s+(?:the|an?)\s+)?(?:proposed|proposal|moved|motion)\s+(?:by|of)\s+[^();:]{3,60}?\bseconded\s+(?:by\s+)?[^(),;:]{3,60}[),]"
    r"\s*(?:it\s+was\s+(?:unanimously\s+)?(?:agreed|resolved)\s+)?(?=(?:that|to)\s)(?:that\s+)?",
    re.I,
)
# "that the Inspectorate be advised that the Council" / "(a) objects to the proposal"
IN_BODY = re.compile(
    rf"\bbe\s+(?:advised|informed|notified|told)\s+that\s+(?:the\s+|this\s+)?(?:[A-Z][\w'-]*\s+){{0,5}}{BODY}\s*$"
)
SAID_BEFORE = re.compile(
    r"\W*accordingly\b\W*(?:\([^()]{1,80}\))?\W*$", re.I
)  # "RESOLVED: accordingly (11 votes to 4)"
# "(CAB 14/15 0331)": the number that a decision has in the council's own list
REFERENCE = re.compile(r"\s*\((?=[^()]*\d)[A-Z\d][A-Z\d/. -]{0,40}\)\s*$")
# "AGREED to appoint Ms Lane. It was further AGREED that …"
ANEW = re.compile(
    r"(?<=\.)\s+It\s+was\s+(?:further|also)\s+(?:AGREED|RESOLVED|DECIDED|agreed|resolved|decided)\s+(?:that|to)\b"
)
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
    if anew := ANEW.search(rest):
        rest = rest[: anew.start()]  # which is told below
    at += start
    if not rest.strip(" .:-\"'") or REFERENCE.match(rest) or SAID_BEFORE.match(rest):
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
    elif (
        is_subject(rest)
        or IN_BODY.search(rest)
        or LEAD_END.search(rest)
        and len(rest) < 500
        and not INLINE.match(rest.lstrip())
    ):
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
        led_by = leading(acts, rest)
        opened.lead = led_by.verb if led_by.action != "approve" or not opened.lead else opened.lead
        opened.clauses.append(Clause("", words, ""))
        opened.parents[""] = led_by.verb
        opened.wants = not itself
