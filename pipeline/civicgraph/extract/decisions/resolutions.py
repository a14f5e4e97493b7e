"""Clauses under a marker: "RESOLVED that (1) … (2) …", nested labels, bullets, and lead-ins within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.actions import Act, find_acts
from civicgraph.extract.decisions.enumerated import INLINE, add_enumerated
from civicgraph.extract.decisions.grounds import opens_grounds
from civicgraph.extract.decisions.labels import FIRST, inner_label, is_bullet, joined, kind_of, label_of, next_of
from civicgraph.extract.decisions.opened import (
    CLAUSE_START,
    REASONS,
    SIGNED,
    TELLS,
    Clause,
    Resolution,
    follows_on,
    lead_for,
    led_by_of,
    next_label,
)
from civicgraph.extract.decisions.openers import LEAD_END, LED_VERB, word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.subjects import START as SUBJECT_START
from civicgraph.extract.decisions.verbs import by_form, lemma_of, verb_of
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, DecisionStatus, Item, Span

PASSIVE_END = re.compile(r"\bbe\s+\w+\W*$")
# Labels that a web page prints between the halves of an item.
LABEL = re.compile(
    r"^\s*(?:minutes|decisions?|reasons?(?: for (?:the )?decisions?)?|(?:additional"
    r"|supporting) documents|notes?|contact)\s*:\s*$",
    re.I,
)
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
LEADS = re.compile(r"(?::|-|\bto)\s*$")
# "That for the reasons set out in the report" / "(1) …"
GIVES_REASONS = re.compile(
    r"that,?\s+(?:for\s+the\s+reasons?|having|in\s+(?:accordance|light|view)|under|pursuant)\b[^.;:]*$", re.I
)
# What an agenda asks for, which a page that lost its labels prints below the minute before: no clause is so put.
AGENDA_LINE = re.compile(
    r"To\s+(?:consider|discuss|determine|hear|receive\s+(?:and\s+consider\s+)?(?:any|apologies|details|declarations|questions|petitions"
    r"|notice|an?\s)|(?:approve|confirm|agree|sign)\s+(?:and\s+sign\s+|as\s+an?\s+\w+\s+record\s+)?the\s+minutes)\b"
)
# "That, subject to the following changes, the plan be sent to Council:" / "(i) That a section be added"
AMENDED = re.compile(
    r"\bsubject\s+to\s+the\s+following\s+(?:\w+\s+){0,2}?(?:amendments?|changes?|additions?|corrections?),", re.I
)
AS_PUT = re.compile(r"Recommendations?\s*:\s*-?\s*(?=That\b)")  # "Decision:" / "Recommendation: That it be noted."
TO_BE = re.compile(r"\bto be [a-z]+")  # "• £80,000 to be paid in two parts": a thing
CELL_END = re.compile(r"\s\|(?:\s|$)")  # of a table that a page printed as text
ADDS = re.compile(r"(?:In addition|In particular|Additionally|Furthermore|Further)\s*[:-]", re.I)
# The same of a body: "The Panel will receive the reply of the owners."
ASKED_TO = re.compile(
    r"The\s+(?:[\w'-]+\s+){0,4}?(?:Committee|Panel|Board|Council|Cabinet|Forum|Commission|Members?)\s+(?:will|(?:is|are)\s+(?:asked|invited"
    r"|requested)\s+to)\s+(?:receive|consider|discuss|hear|note|be\s+asked)\b"
)
NARROW = re.compile(r"^\W*(?:and|or|&)\W*$", re.I)
# "AGREED the response" under "The Committee:-": in capitals, as what is resolved is printed.
CAPITAL_VERB = re.compile(r"^(?:RESOLVED|AGREED|NOTED|APPROVED|DECIDED|ENDORSED|RECOMMENDED|INSTRUCTED|REMITTED)\b")


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
        led_by = _leading(acts)
        opened.lead = led_by.verb if led_by.action != "approve" or not opened.lead else opened.lead
        opened.clauses.append(Clause("", words, ""))
        opened.parents[""] = led_by.verb
        opened.wants = not itself


def _leading(acts: list[Act]) -> Act:
    """The act that leads into the clauses: of "approves and recommends to Council:", "be received and approved:" the
    last."""
    return acts[-1] if acts[-1].action in ("recommend", "refer") or acts[0].action == "note" else acts[0]


def is_subject(text: str) -> bool:
    """Is it nobody's act yet, only who acts: "That the Committee", "Cabinet:-"?"""
    words = text.strip(" \n:-")
    if words.lower() in ("that", "to"):
        return True
    start = SUBJECT_START.match(f"{words} ")
    return bool(start and start.group("subject") and start.end() >= len(words))


def continues(opened: Resolution, block: Block, text: str) -> bool:
    """Does this block still belong to the resolution?"""
    if block.kind in ("heading", "row") or SIGNED.match(text) or LABEL.match(text):
        return False
    if REASONS.match(text) and not opened.wants:
        return False
    if opened.wants:
        return True
    if not block.marker and AGENDA_LINE.match(text):
        return False
    last = opened.clauses[-1].label if opened.clauses else None
    listing = not block.marker and last is not None and last in opened.parents and len(text) < 200
    if listing and (last or not TELLS.search(text)):
        return True  # a line of what the clause lists: "Planning - Councillor Marsh"
    if block.marker and not is_bullet(block):
        return next_label(opened, label_of(block))
    if is_bullet(block):
        led = bool(opened.clauses) and opened.clauses[-1].label in ("-", *opened.parents)
        return bool(opened.parents) and not opened.levels or led
    if opened.clauses and opened.clauses[-1].label and text[:1].islower():
        return True
    last_label = opened.levels[-1][1] if opened.levels else ""
    if last_label and inner_label(text)[0] == (next_of(last_label, last_label) or "none"):
        return True  # "B. Repairs Policy", whose label reads as an initial
    if opened.levels:
        return is_present(text) and bool(LEAD_END.search(text))
    return bool(CLAUSE_START.match(text)) or is_present(text)


def is_present(text: str) -> bool:
    """ "Members continue to support …": a clause in the present, as one resolves it and does not tell it."""
    start = SUBJECT_START.match(text)
    if not start or not start.group("subject") or len(text) > 900:
        return False
    word = re.match(r"[a-z]+", text[start.end() :])
    found = by_form().get(word.group()) if word else None
    return found is not None and found[1] in ("base", "third")


def is_subheading(opened: Resolution, block: Block, text: str, follows: str) -> bool:
    """Is it a title over further clauses: "Housing Revenue Account" / "3. That the budget be agreed"? `follows` is the
    label of the block after it."""
    if block.marker or block.kind == "row" or not 1 < len(text.split()) < 14 or text.rstrip().endswith((".", ";", ",")):
        return False
    if not follows or CLAUSE_START.match(text) or LABEL.match(text) or REASONS.match(text) or TELLS.search(text):
        return False
    if is_subject(text) or LEAD_END.search(text) and not (ADDS.match(text) and follows_on(opened, follows)):
        return False
    if not opened.clauses:
        return opened.wants and follows in FIRST
    if opened.clauses[-1].label in opened.parents and follows not in FIRST:
        return False  # "Planning - Councillor Marsh", of a list that the clause leads into
    if not opened.levels:
        return follows in FIRST and next_label(opened, follows)
    kind, last = opened.levels[0]
    return kind_of(follows, last) == kind and next_label(opened, follows)


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
        opened.parents[full] = _leading(acts).verb if acts else lead
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


def _is_listed(opened: Resolution, text: str) -> bool:
    """Is an unmarked line one of those that the last clause lists, and no clause?"""
    last = opened.clauses[-1].label
    return last in opened.parents and (bool(last) or not CLAUSE_START.match(text) and not LEAD_END.search(text))


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
