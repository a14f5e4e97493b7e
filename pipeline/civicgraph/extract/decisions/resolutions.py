"""Clauses under a marker: "RESOLVED that (1) … (2) …", nested labels, bullets, and lead-ins within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.openers import LEAD_END, LED_VERB, word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.subjects import START as SUBJECT_START
from civicgraph.extract.decisions.verbs import by_form, lemma_of
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, DecisionStatus, Item, Span

CLAUSE_START = re.compile(r"^[\"'(]*(?:that\b|to\s+[a-z]|the .{3,160}?\bbe\b|(?:and|or)\s+that\b)", re.I | re.S)
INLINE = re.compile(r"(?:(?<=[\s;:,.(])|^)(?P<mark>\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,5})[).])\s+(?=\S)", re.I)
INNER_LABEL = re.compile(r"^\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+")
PASSIVE_END = re.compile(r"\bbe\s+\w+\W*$")
# Labels that a web page prints between the halves of an item.
LABEL = re.compile(
    r"^\s*(?:minutes|decisions?|reasons?(?: for (?:the )?decisions?)?|(?:additional"
    r"|supporting) documents|notes?|contact)\s*:\s*$",
    re.I,
)
# "Resolved to RECOMMEND: (to Council)": what follows is for another body to decide.
TO_RECOMMEND = re.compile(r"^RECOMMEND(?:ED|S)?\b[\s:]*\(?(?:to\b[^).]{0,80})?\)?[\s:-]*$", re.I)
NARROW = re.compile(r"^\W*(?:and|or|&)\W*$", re.I)
SIGNED = re.compile(
    r"^\(?(?:the )?meeting (?:closed|ended|concluded|finished|rose)|^(?:chair|signed|date)\b.{0,40}$", re.I
)
# What ends a resolution: reasons, votes, who declared what, actions. A word that may begin a clause too ("note the
# report.") needs its sign right behind it.
REASONS = re.compile(
    r"^(?:(?:reasons?(?: for (?:the )?(?:decision|recommendation)s?)?|alternative(?:s| options)|other options"
    r"|(?:councillor|cllr)s? .{0,60} (?:declared|left|voted)|(?:conditions|informatives?)"
    r"|(?:local government )?scrutiny|wards?(?: affected)?|call-?in)\b.{0,80}(?:[:.-]|$)"
    r"|(?:background|action(?: by)?|notes?|vote|voting|for|against|abst\w+|contact)\s{0,3}(?:[(:-]|$))",
    re.I,
)
ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())


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
    labels: list[tuple[str, str]] = field(default_factory=list)  # (kind of marker, label) of the levels above
    clauses: list[Clause] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)  # label → lead verb of a clause that ends with a colon
    led_by: dict[str, Span] = field(default_factory=dict)  # label → words of such a clause
    wants: bool = True  # nothing said yet: the next block is a clause whatever it looks like


def open_resolution(text: str, block: Block, opener: re.Match[str]) -> Resolution:
    """The resolution that an opener begins, with what its own block already says."""
    start = block.words.start
    lead = "recommend" if word_of(opener) == "recommended" else ""
    long = len(text[: opener.start()].split()) > 25
    opened = Resolution(start=start + opener.start() if long else start, lead=lead, status="resolved")
    rest = text[opener.end() :]
    at = start + opener.end()
    if not rest.strip(" .:-\"'"):
        return opened
    if TO_RECOMMEND.match(rest):
        opened.lead = "recommend"
        opened.led_by[""] = Span(start=at, end=at + len(rest.rstrip()))
        return opened
    if LEAD_END.search(rest) and len(rest) < 500 and not INLINE.match(rest.lstrip()):
        opened.led_by[""] = Span(start=at, end=at + len(rest.rstrip()))
        led = LED_VERB.search(rest)
        itself = PASSIVE_END.search(rest)
        if led and not itself and len(rest.split()) < 90:
            opened.lead = lemma_of(led.group("verb")) or lead
        elif acts := find_acts(rest.rstrip(" :-"), default=None):
            opened.lead = acts[0].verb if acts[0].action != "approve" or not opened.lead else opened.lead
            opened.clauses.append(Clause("", Span(start=at, end=at + len(rest.rstrip())), ""))
            opened.parents[""] = acts[0].verb
            opened.wants = not itself
        return opened
    opened.wants = False
    if not _inline(opened, rest, at):
        opened.clauses.append(Clause("", Span(start=at, end=at + len(rest.rstrip())), opened.lead))
    return opened


def continues(opened: Resolution, block: Block, text: str) -> bool:
    """Does this block still belong to the resolution?"""
    if block.kind in ("heading", "row") or SIGNED.match(text) or LABEL.match(text):
        return False
    if REASONS.match(text) and not opened.wants:
        return False
    if opened.wants:
        return True
    last = opened.clauses[-1].label if opened.clauses else None
    if not block.marker and last and last in opened.parents and len(text) < 200:
        return True  # a line of what the clause lists: "Planning - Councillor Marsh"
    if block.marker and not is_bullet(block):
        return _next_label(opened, block)
    if is_bullet(block):
        led = bool(opened.clauses) and opened.clauses[-1].label in ("-", *opened.parents)
        return bool(opened.parents) and not opened.labels or led
    if opened.clauses and opened.clauses[-1].label and text[:1].islower():
        return True
    if opened.labels:
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


def _next_label(opened: Resolution, block: Block) -> bool:
    label = block.marker.strip("().:").lower()
    kinds = [kind for kind, _ in opened.labels]
    kind = marker_kind(label, opened.labels[-1][1] if opened.labels else "")
    if not opened.labels:
        alone = bool(opened.clauses) and opened.clauses[-1].label == ""
        return alone and label in ("2", "b", "ii", "1", "a", "i") and "" in opened.parents
    if kind in kinds:
        above = next(lab for k, lab in opened.labels if k == kind)
        return label == _next(above, "i" if kind == "roman" else above) or kind != kinds[0]
    return label in ("1", "a", "i") or kind != "number"


def add_clause(opened: Resolution, block: Block, text: str) -> None:
    """Take a block into the resolution: a clause of its own, or the end of the one before."""
    at = block.words.start
    label = "-" if is_bullet(block) else block.marker.strip("().:").lower()
    inner = INNER_LABEL.match(text) if label in ("", "-") else None
    if inner:
        label, at, text = inner.group("label").lower(), at + inner.end(), text[inner.end() :]
    last_label = opened.clauses[-1].label if opened.clauses else ""
    if not label and last_label and (text[:1].islower() or last_label in opened.parents):
        last = opened.clauses[-1]
        opened.clauses[-1] = last._replace(words=Span(start=last.words.start, end=block.words.end))
        return
    opened.wants = False
    full = _full_label(opened, label)
    lead = _lead_for(opened, label, full)
    if not label and _inline(opened, text, at):
        return
    if text.rstrip().endswith((":", ":-", "-")) and LEAD_END.search(text):
        if not label:
            opened.labels = []  # its sub-clauses begin anew
        acts = find_acts(text.rstrip(" :-"), lead=lead, default=None)
        opened.parents[full] = acts[0].verb if acts else lead
        opened.led_by[full] = Span(start=at, end=at + len(text.rstrip()))
    opened.clauses.append(Clause(full, Span(start=at, end=at + len(text.rstrip())), lead, _led_by(opened, label, full)))


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
    chosen: list[re.Match[str]] = []
    for mark in INLINE.finditer(text):
        label = mark.group("label").lower()
        if not chosen:
            if label in ("1", "a", "i") and mark.start() < 400:
                chosen.append(mark)
        elif label == _next(chosen[-1].group("label").lower(), chosen[0].group("label").lower()):
            chosen.append(mark)
    if not chosen or (len(chosen) < 2 and text[: chosen[0].start()].strip(" :-\"'")):
        return False
    if lead := text[: chosen[0].start()].strip():
        led = LED_VERB.search(lead)
        acts = find_acts(lead.rstrip(" :-"), default=None) if not led else []
        opened.lead = lemma_of(led.group("verb")) if led else (acts[0].verb if acts else opened.lead)
    edges = [m.start() for m in chosen[1:]] + [len(text)]
    for mark, edge in zip(chosen, edges, strict=True):
        words = re.sub(r"(?:[;,]|\s|\band)+$", "", text[mark.end() : edge])
        opened.labels = [(marker_kind(mark.group("label"), ""), mark.group("label").lower())]
        span = Span(start=at + mark.end(), end=at + mark.end() + len(words))
        opened.clauses.append(Clause(mark.group("label"), span, opened.lead))
    return True


def _next(label: str, first: str) -> str:
    if label.isdigit():
        return str(int(label) + 1)
    if first == "i" and label in ROMAN[:-1]:
        return ROMAN[ROMAN.index(label) + 1]
    return chr(ord(label[0]) + 1) if len(label) == 1 and label != "z" else ""


def _full_label(opened: Resolution, label: str) -> str:
    """Nested labels joined: "2" then "b" gives "2b"; a bullet keeps "-"."""
    if not label or label == "-":
        return label
    kind = marker_kind(label, opened.labels[-1][1] if opened.labels else "")
    kinds = [k for k, _ in opened.labels]
    level = kinds.index(kind) if kind in kinds else len(kinds)
    opened.labels = [*opened.labels[:level], (kind, label)]
    return "".join(lab for _, lab in opened.labels)


def marker_kind(label: str, before: str) -> str:
    """ "number", "letter" or "roman"; after "h" an "i" is a letter."""
    label = label.lower()
    if re.fullmatch(r"[\d.]+", label):
        return "number"
    if label not in ROMAN:
        return "letter"
    follows = (
        len(label) == len(before) == 1 and before not in ROMAN and before.isalpha() and ord(label) == ord(before) + 1
    )
    return "letter" if follows else "roman"


def is_bullet(block: Block) -> bool:
    return bool(block.marker) and not any(c.isalnum() for c in block.marker) or block.marker in ("o", "\uf0b7")
