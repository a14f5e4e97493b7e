"""Clauses under a marker: "RESOLVED that (1) … (2) …", nested labels, bullets, and lead-ins within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.labels import (
    FIRST,
    inner_label,
    is_bullet,
    joined,
    kind_of,
    label_of,
    next_of,
)
from civicgraph.extract.decisions.openers import LEAD_END, LED_VERB, word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.subjects import START as SUBJECT_START
from civicgraph.extract.decisions.verbs import by_form, lemma_of
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, DecisionStatus, Item, Span

# "The Members were reminded that it must be kept secret" has a verb that tells before its "be"; a clause has none.
CLAUSE_START = re.compile(
    r"^[\"'(]*(?:that\b|to\s+[a-z]|(?:and|or)\s+that\b|the\s(?:(?!\b(?:was|were|is|are|had|has|have|would|should|will"
    r"|must|could|can|may|might|to)\b)[^.]){3,160}?\bbe\b)",
    re.I,
)
INLINE = re.compile(r"(?:(?<=[\s;:,.()])|^)(?P<mark>\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,5})[).])\s*(?=\S)", re.I)
CITED = re.compile(
    r"\b(?:paragraphs?|sections?|clauses?|items?|regulations?|recommendations?|parts?|options?|schedule|appendix|and|or"
    r"|[A-Z]?\d+[A-Z]?)\s*$",
    re.I,
)
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
# A clause is whole before these, and what is listed under it gives reasons or conditions and decides nothing.
LISTS_GROUNDS = re.compile(
    r"(?:\bfor\s+(?:the\s+)?(?:following\s+)?(?:\w+\s+)?reasons?(?:\s+(?:that|of|set\s+out\s+below|below))?"
    r"|\bon\s+(?:the\s+)?(?:following\s+)?grounds?(?:\s+(?:that|of))?|\bbecause(?:\s+of)?"
    r"|\bsubject\s+to(?:\s+[\w'-]+){0,9}|\b(?:with|including|and|by|as)\s+(?:the\s+)?following(?:\s+\w+){0,3}"
    r"|,?\s+(?:including|namely|comprising|such\s+as))"
    r"\s*[:;]?\s*-?\s*$",
    re.I,
)
CONDITIONS = re.compile(r"\b(?:except|unless|provided|if|where|when)(?:\s+(?:where|if|when|that))?\s*:\s*-?\s*$", re.I)
NARROW = re.compile(r"^\W*(?:and|or|&)\W*$", re.I)
SIGNED = re.compile(
    r"^\(?(?:the )?meeting (?:closed|ended|concluded|finished|rose)|^(?:chair|signed|date)\b.{0,40}$", re.I
)
# What ends a resolution: reasons, votes, who declared what, actions. A word that may begin a clause too ("note the
# report.") needs its sign right behind it.
REASONS = re.compile(
    r"^(?:(?:reasons?(?: for (?:the )?(?:decision|recommendation)s?)?|alternative(?:s| options)|other options"
    r"|(?:councillor|cllr)s? .{0,60} (?:declared|left|voted)|(?:conditions|informatives?)"
    r"|wards?(?: affected)?|call-?in)\b.{0,80}(?:[:.-]|$)"
    r"|(?:(?:local government )?scrutiny|background|action(?: by)?|notes?|vote|voting|for|against|abst\w+|contact)"
    r"\s{0,3}(?:[(:-]|$)"
    r"|(?:publication date|date of decision|decided at meeting|decision published|effective from|lead officer"
    r"|divisions affected|accompanying documents|by whom|decision maker)\s*:)",
    re.I,
)
# "AGREED the response" under "The Committee:-": in capitals, as what is resolved is printed.
CAPITAL_VERB = re.compile(r"^(?:RESOLVED|AGREED|NOTED|APPROVED|DECIDED|ENDORSED|RECOMMENDED|INSTRUCTED|REMITTED)\b")
TELLS = re.compile(r"\b(?:was|were|had|has|have|would|will|is|are|left|said|asked|advised|stated|thanked)\b")


class Clause(NamedTuple):
    label: str
    words: Span
    lead: str  # lemma of the verb that leads into it
    led_by: Span | None = None


@dataclass(slots=True)
class Resolution:
    """Clauses that may still grow."""

    start: int
    lead: str
    status: DecisionStatus
    levels: list[tuple[str, str]] = field(default_factory=list)  # (kind of marker, label) of the run and those above
    clauses: list[Clause] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)  # label → lead verb of a clause that ends with a colon
    led_by: dict[str, Span] = field(default_factory=dict)  # label → words of such a clause
    wants: bool = True  # nothing said yet: the next block is a clause whatever it looks like
    form: bool = False  # what a form or page prints under "Decision:", which may tell a story first
    grounds: str | None = (
        None  # label last seen in a list of reasons under the last clause; None: there is no such list
    )


def open_resolution(text: str, block: Block, opener: re.Match[str]) -> Resolution:
    """The resolution that an opener begins, with what its own block already says."""
    start = block.words.start
    recommended = word_of(opener) == "recommended"
    long = len(text[: opener.start()].split()) > 25
    opened = Resolution(
        start=start + opener.start() if long else start, lead="recommend" if recommended else "", status="resolved"
    )
    at = opener.end()
    if voted := VOTED.match(text, at):
        at = voted.end()
    if recommended and (whom := TO_WHOM.match(text[at:])):
        at += whom.end()
        opened.led_by[""] = Span(start=start + opener.start(), end=start + len(text[:at].rstrip()))
    rest = text[at:]
    at += start
    if not rest.strip(" .:-\"'"):
        return opened
    if TO_RECOMMEND.match(rest):
        opened.lead = "recommend"
        opened.led_by[""] = Span(start=at, end=at + len(rest.rstrip()))
        return opened
    if _opens_grounds(opened, rest):
        opened.wants = False
        opened.clauses.append(Clause("", Span(start=at, end=at + len(rest.rstrip())), opened.lead))
    elif _is_subject(rest) or LEAD_END.search(rest) and len(rest) < 500 and not INLINE.match(rest.lstrip()):
        _lead_in(opened, rest, at)
    else:
        opened.wants = False
        if not _inline(opened, rest, at):
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
        opened.lead = acts[0].verb if acts[0].action != "approve" or not opened.lead else opened.lead
        opened.clauses.append(Clause("", words, ""))
        opened.parents[""] = acts[0].verb
        opened.wants = not itself


def _is_subject(text: str) -> bool:
    """Is it nobody's act yet, only who acts: "That the Committee", "Cabinet:-"?"""
    words = text.strip(" \n:-")
    if words.lower() in ("that", "to"):
        return True
    start = SUBJECT_START.match(f"{words} ")
    return bool(start and start.group("subject") and start.end() >= len(words))


def _opens_grounds(opened: Resolution, text: str) -> bool:
    """Does a whole clause end here with a lead into its reasons or conditions? From now on those are looked for."""
    found = LISTS_GROUNDS.search(text)
    whole = found and find_acts(text[: found.start()], lead=opened.lead, default=None)
    if not whole and not (CONDITIONS.search(text) and len(text.split()) > 6):
        return False
    opened.grounds = ""
    return True


def is_ground(opened: Resolution, block: Block, text: str) -> bool:
    """Is this block of the list of reasons or conditions under the last clause? If not, the list has ended."""
    if opened.grounds is None or block.kind in ("heading", "row") or REASONS.match(text) or SIGNED.match(text):
        return False
    if is_bullet(block):
        return True
    label, last = label_of(block) or inner_label(text)[0], opened.grounds
    if not label:
        if text[:1].islower() or not last and not CLAUSE_START.match(text):
            return True
    elif label == next_of(last, "i" if kind_of(last) == "roman" else last) if last else label in FIRST:
        opened.grounds = label
        return True
    elif last and kind_of(label, last) != kind_of(last) and not _next_label(opened, label):
        return True
    opened.grounds = None
    return False


def extend_ground(scene: Scene, opened: Resolution, block: Block) -> None:
    """The ground of an exclusion is part of its clause, also where it is a list."""
    last = opened.clauses[-1]
    acts = find_acts(scene.text(last.words), lead=last.lead)
    if acts and acts[0].action == "exclude":
        opened.clauses[-1] = last._replace(words=Span(start=last.words.start, end=block.words.end))


def continues(opened: Resolution, block: Block, text: str) -> bool:
    """Does this block still belong to the resolution?"""
    if block.kind in ("heading", "row") or SIGNED.match(text) or LABEL.match(text):
        return False
    if REASONS.match(text) and not opened.wants:
        return False
    if opened.wants:
        return True
    last = opened.clauses[-1].label if opened.clauses else None
    listing = not block.marker and last is not None and last in opened.parents and len(text) < 200
    if listing and (last or not TELLS.search(text)):
        return True  # a line of what the clause lists: "Planning - Councillor Marsh"
    if block.marker and not is_bullet(block):
        return _next_label(opened, label_of(block))
    if is_bullet(block):
        led = bool(opened.clauses) and opened.clauses[-1].label in ("-", *opened.parents)
        return bool(opened.parents) and not opened.levels or led
    if opened.clauses and opened.clauses[-1].label and text[:1].islower():
        return True
    if opened.levels:
        return _present(text) and bool(LEAD_END.search(text))
    return bool(CLAUSE_START.match(text)) or _present(text)


def _present(text: str) -> bool:
    """ "Members continue to support …": a clause in the present, as one resolves it and does not tell it."""
    start = SUBJECT_START.match(text)
    if not start or not start.group("subject") or len(text) > 900:
        return False
    word = re.match(r"[a-z]+", text[start.end() :])
    found = by_form().get(word.group()) if word else None
    return found is not None and found[1] in ("base", "third")


def _next_label(opened: Resolution, label: str) -> bool:
    kinds = [kind for kind, _ in opened.levels]
    kind = kind_of(label, opened.levels[-1][1] if opened.levels else "")
    if not opened.levels:
        alone = bool(opened.clauses) and opened.clauses[-1].label == ""
        first = label in ("2", "b", "ii", *FIRST) or label.endswith(".1")
        return alone and first and "" in opened.parents
    if "." in label:
        return label == next_of(opened.levels[-1][1], "") or label == f"{opened.levels[-1][1]}.1"
    if kind in kinds:
        above = next(lab for k, lab in opened.levels if k == kind)
        return label == next_of(above.partition(".")[0], "i" if kind == "roman" else above) or kind != kinds[0]
    return label in FIRST or kind != "number"


def is_subheading(opened: Resolution, block: Block, text: str, follows: str) -> bool:
    """Is it a title over further clauses: "Housing Revenue Account" / "3. That the budget be agreed"? `follows` is the
    label of the block after it."""
    if block.marker or block.kind == "row" or not 1 < len(text.split()) < 14 or text.rstrip().endswith((".", ";", ",")):
        return False
    if not follows or CLAUSE_START.match(text) or LABEL.match(text) or REASONS.match(text) or TELLS.search(text):
        return False
    if _is_subject(text) or LEAD_END.search(text):
        return False
    if not opened.clauses:
        return opened.wants and follows in FIRST
    return bool(opened.levels) and kind_of(follows) == opened.levels[0][0] and _next_label(opened, follows)


def add_clause(opened: Resolution, block: Block, text: str) -> None:
    """Take a block into the resolution: a clause of its own, or the end of the one before."""
    at = block.words.start
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
    if not label and _is_subject(text):
        opened.led_by[""] = Span(start=at, end=at + len(text.rstrip()))
        return
    opened.wants = False
    if CAPITAL_VERB.match(text):
        opened.status = "resolved"
    for each in labels[:-1]:
        opened.levels, _ = joined(opened.levels, each)
    full = label
    if label not in ("", "-"):
        opened.levels, full = joined(opened.levels, label)
    lead = _lead_for(opened, label, full)
    if not label and _inline(opened, text, at):
        return
    grounds = _opens_grounds(opened, text)
    if not grounds and text.rstrip().endswith((":", ":-", "-")) and LEAD_END.search(text):
        if not label:
            opened.levels = []  # its sub-clauses begin anew
        acts = find_acts(text.rstrip(" :-"), lead=lead, default=None)
        opened.parents[full] = acts[0].verb if acts else lead
        opened.led_by[full] = Span(start=at, end=at + len(text.rstrip()))
    opened.clauses.append(Clause(full, Span(start=at, end=at + len(text.rstrip())), lead, _led_by(opened, label, full)))


def _is_listed(opened: Resolution, text: str) -> bool:
    """Is an unmarked line one of those that the last clause lists, and no clause?"""
    last = opened.clauses[-1].label
    return last in opened.parents and (bool(last) or not CLAUSE_START.match(text) and not LEAD_END.search(text))


def _lead_for(opened: Resolution, label: str, full: str) -> str:
    """Lemma of the verb that leads into a clause: its parent's, else the resolution's."""
    if label == "-":
        return opened.parents.get(opened.clauses[-1].label if opened.clauses else "", opened.lead)
    parent = full[: len(full) - len(label)] if label else ""
    return opened.parents[parent] if label and parent in opened.parents else opened.lead


def _led_by(opened: Resolution, label: str, full: str) -> Span | None:
    parent = opened.clauses[-1].label if label == "-" and opened.clauses else full[: len(full) - len(label)]
    return opened.led_by.get(parent)


def close_resolution(scene: Scene, item: Item | None, opened: Resolution | None) -> Iterator[Outcome]:
    """The outcomes of its clauses; a parent whose sub-clauses say it is left out."""
    if opened is None or not opened.clauses:
        return
    _keep_lists(opened, scene)
    whole = Span(start=opened.start, end=opened.clauses[-1].words.end)
    for n, (label, words, lead, led_by) in enumerate(opened.clauses):
        follows = opened.clauses[n + 1].label if n + 1 < len(opened.clauses) else None
        if (
            label in opened.parents
            and follows is not None
            and (not label or follows != label and follows.startswith((label, "-")))
        ):
            continue
        # The first clause is quoted with its lead-in; for the others that stands in the evidence of the resolution.
        start = opened.start if n == 0 and words.end - opened.start < 1200 else words.start
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
        things = (does or clause.label) and not any(find_acts(scene.text(b.words), default=None) for b in bullets)
        if clause.label in opened.parents and clause.label != "-" and bullets and things:
            del opened.parents[clause.label]
            clause, bullets = clause._replace(words=Span(start=clause.words.start, end=bullets[-1].words.end)), []
        kept += [clause, *bullets]
        at = end
    opened.clauses = kept


def _inline(opened: Resolution, text: str, at: int) -> bool:
    """Clauses enumerated within a sentence: "(1) the report be noted; and (2) …". True where there are any."""
    marks = _marks(text)
    if not marks or (len(marks) < 2 and text[: marks[0][0].start()].strip(" :-\"'")):
        return False
    lead = text[: marks[0][0].start()].strip()
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
        lead = _lead_for(opened, label, full)
        if words.endswith((":", ":-")) and (acts := find_acts(words.rstrip(" :-"), lead=lead, default=None)):
            opened.parents[full], opened.led_by[full] = acts[0].verb, span
        opened.clauses.append(Clause(full, span, lead, _led_by(opened, label, full)))
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
