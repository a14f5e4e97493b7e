"""Where a part says what was decided: blocks under RESOLVED, and sentences of the narrative that tell an outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicgraph.extract.actions import find_acts
from civicgraph.extract.subjects import ADVERB, BODY
from civicgraph.extract.scene import Scene, sentences
from civicgraph.extract.verbs import verb_of
from civicgraph.model import Block, DecisionStatus, Item, Span
from civicgraph.segment.furniture import is_label

# A formal outcome opens: in capitals anywhere, else at the start of a block.
CAPS = r"RESOLVED|AGREED|DECIDED|RECOMMENDED|ORDERED|PENDERFYNWYD"
TAIL = r"(?:\s*[,(]?\s*(?:UNANIMOUSLY|[Uu]nanimously|nem\.? ?con\.?|by (?:a )?majority(?: vote)?|on (?:a|the) (?:show of hands|casting vote of the Chair(?:man)?)|without dissent|by general consent|(?:\()?(?:by )?\d{1,2} (?:votes? )?(?:to|for)[^:.\n]{0,40})\)?)?"
AFTER = r"\s*(?:[:;,]\s*[-]?|[-]+)?\s*(?:(?:that|to|TO|THAT|That|To)\b\s*(?:[:;]\s*-?|-(?=\s))?\s*)?"
OPENER = re.compile(
    rf"(?P<caps>(?:(?:IT WAS|It was|it was|was|were|and|WAS)\s+)?(?:(?:UNANIMOUSLY|unanimously|Unanimously|accordingly|therefore|also|then|further)\s+)?\b(?:{CAPS})\b)(?!\s+(?:MINUTES|ITEMS?|ACTIONS?|by the (?:Board|Panel)))(?P<tail>{TAIL}){AFTER}"
)
START = re.compile(
    rf"^(?:[\"'*(]*)(?P<marker>(?:\d{{1,3}}(?:\.\d{{1,3}})?[.)]?|\([a-z\d]{{1,3}}\))\s+)?(?P<caps>(?:(?:and )?it was\s+)?(?:(?:also|further|then|therefore|accordingly|unanimously|formally|and)\s+){{0,3}}(?:resolved|agreed|decided|recommended|resolution|decisions?|outcome|agreement|the (?:committee|board|council|cabinet|panel)'?s? decision|committee decision|council decision))\b(?P<tail>{TAIL})\s*(?P<mark>[:;]\s*-?|-+(?=\s|$)|\.?\s*$|\s+(?=(?:unanimously\s+)?(?:that|to)\b))\s*(?:(?:that|to)\b\s*(?:[:;]\s*-?|-)?\s*)?",
    re.I,
)
IT_WAS = re.compile(r"^it was\b", re.I)
LEAD_END = re.compile(r"(?:[:;]\s*-?|\bthat\s*[:,-]*|\bto\s*[:-]*|-)\s*$", re.I)
LED_VERB = re.compile(rf"\b(?P<verb>agreed|agrees|resolved|resolves|recommended|recommends|requested|requests|asked|noted|notes|approved|approves|decided|endorsed|endorses|delegated|authorised|note|agree|approve|recommend|endorse|request)\s*(?:,\s*)?(?:(?:{ADVERB})\s+)?(?:the following(?: \w+){{0,2}}\s*)?(?:that|to)?\s*[:;-]*\s*-?\s*$", re.I)
CLAUSE_START = re.compile(r"^[\"'(]*(?:that\b|to\s+[a-z]|the .{3,160}?\bbe\b|(?:and|or)\s+that\b)", re.I | re.S)
INLINE = re.compile(r"(?:(?<=[\s;:,.(])|^)(?P<mark>\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,5})[).])\s+(?=\S)", re.I)
NARROW = re.compile(r"^\W*(?:and|or|&)\W*$", re.I)
SIGNED = re.compile(r"^\(?(?:the )?meeting (?:closed|ended|concluded|finished|rose)|^(?:chair|signed|date)\b.{0,40}$", re.I)
QUOTE_LEAD = re.compile(r"^(?:and\s+)?resolved\s*[:;.-]*\s*$", re.I)
REASONS = re.compile(r"^(?:reasons?(?: for (?:the )?(?:decision|recommendation)s?)?|alternative(?:s| options)|other options|background|action(?: by)?|note|vote|voting|for|against|abst\w+|(?:councillor|cllr)s? .{0,60} (?:declared|left|voted)|(?:conditions|informatives?)|(?:local government )?scrutiny|wards?(?: affected)?|call-?in|contact)\b.{0,80}(?:[:.-]|$)", re.I)
IN_MINUTES = re.compile(r"^minutes\s*:$", re.I)
DECISION_LABEL = re.compile(r"^decisions?\s*:$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One clause or sentence that tells an outcome, before its verbs are taken apart."""

    item: Item | None
    status: DecisionStatus
    label: str
    text: Span
    span: Span  # with the lead-in
    resolution: Span | None
    lead: str  # lemma of the verb that led in
    rule: str


@dataclass(slots=True)
class _Open:
    """A resolution whose clauses may still follow."""

    start: int
    lead: str
    status: DecisionStatus
    labels: list[tuple[str, str]] = field(default_factory=list)  # (kind of marker, label) of the levels above
    clauses: list[tuple[str, Span, str]] = field(default_factory=list)  # label, words, lead verb
    parents: dict[str, str] = field(default_factory=dict)  # label → lead verb of a clause that ends with a colon
    wants: bool = True  # nothing said yet: the next block is a clause whatever it looks like


def find_outcomes(scene: Scene, item: Item | None) -> Iterator[Outcome]:
    """The outcomes of an item (of the whole part without one), in the order of the text."""
    blocks = _record(scene, item)
    open_: _Open | None = None
    lead_in = ""  # how the list that is being read was introduced, when by no outcome
    for _, block in blocks:
        text = scene.text(block.words)
        start = block.words.start
        if DECISION_LABEL.match(text):
            yield from _close(item, open_)
            open_ = _Open(start=start, lead="", status="resolved")
            continue
        opener = _opener(text, block)
        if opener:
            before = text[: opener.start()]
            yield from _close(item, open_)
            open_ = None
            if len(before.split()) > 3 and not opener.re is START:
                yield from _narrative(scene, item, before, start)
            open_ = _opened(scene, text, block, opener)
            lead_in = ""
            continue
        if open_ is not None and _continues(open_, block, text):
            _add(open_, block, text)
            continue
        if open_ is not None and (NARROW.match(text) or (REASONS.match(text) and not open_.wants)):
            if REASONS.match(text):
                yield from _close(item, open_)
                open_, lead_in = None, "reasons:"
            continue
        yield from _close(item, open_)
        open_ = None
        if _is_bullet(block):
            if lead_in.endswith((":", "-")) or lead_in:
                continue  # a point of discussion
        else:
            lead_in = text.strip() if LEAD_END.search(text) and len(text) < 600 else ""
        led = LED_VERB.search(text) if LEAD_END.search(text) else None
        if led and _body_tells(text):
            verb = _lemma(led.group("verb"))
            open_ = _Open(start=start, lead=verb, status="recorded")
            lead_in = ""
            continue
        yield from _narrative(scene, item, text, start)
    yield from _close(item, open_)


def _record(scene: Scene, item: Item | None) -> list[tuple[int, Block]]:
    """The blocks of an item that tell what happened: on a web page those after "Minutes:" or "Decision:"."""
    blocks = scene.blocks(item)
    if item is not None:
        blocks = [(i, b) for i, b in blocks if b.span.start > item.title.span.end or not b.span.covers(item.title.span)]
        run_on = [(i, b) for i, b in scene.blocks(item)[:2] if b.words.covers(item.title.span) and b.words.end > item.title.span.end + 30]
        if run_on and scene.document.blocks[item.first].span.end > item.title.span.end + 30:
            blocks = run_on + blocks
    listed = [span for names in scene.part.names for span in names.lines]
    for n, (_, block) in enumerate(blocks):
        text = scene.text(block.span).strip()
        if IN_MINUTES.match(text) or DECISION_LABEL.match(text):
            return blocks[n + (1 if IN_MINUTES.match(text) else 0) :]
    return [(i, b) for i, b in blocks if b.kind != "row" and not any(span.overlaps(b.span) for span in listed)]


def _opener(text: str, block: Block) -> re.Match[str] | None:
    if block.kind == "row":
        return None
    start = START.match(text)
    if start and not (IT_WAS.match(start.group("caps")) and not start.group("caps").isupper() and "resolved" not in start.group("caps").lower()):
        word = start.group("caps").split()[-1]
        formal = word.isupper() or block.bold or start.group("mark").strip()[:1] in (":", "-", ";") or "resolved" in start.group("caps").lower()
        if formal and (start.group("mark").strip() or text[start.end() :].strip()):
            return start
        if formal and word.lower() in ("resolved", "decision", "decisions", "recommended", "agreed", "resolution") and len(text) < 40:
            return start
    found = OPENER.search(text)
    if found and not re.search(r"\b(?:not|previously|had|been)\s+$", text[: found.start()]):
        return found
    return None


def _opened(scene: Scene, text: str, block: Block, opener: re.Match[str]) -> _Open:
    """The resolution that an opener begins, with what its own block already says."""
    start = block.words.start
    word = opener.group("caps").split()[-1].lower()
    lead = "recommend" if word == "recommended" else ""
    before = text[: opener.start()]
    open_ = _Open(start=start + opener.start() if len(before.split()) > 25 else start, lead=lead, status="resolved")
    rest = text[opener.end() :]
    at = start + opener.end()
    if not rest.strip(" .:-\"'"):
        return open_
    led = LED_VERB.search(rest) if LEAD_END.search(rest) else None
    if LEAD_END.search(rest) and len(rest) < 500 and not INLINE.match(rest.lstrip()):
        if led and len(rest.split()) < 90:
            open_.lead = _lemma(led.group("verb")) or lead
        elif acts := find_acts(rest.rstrip(" :-"), default=None):
            open_.lead = acts[0].verb if acts[0].action not in ("approve",) or not open_.lead else open_.lead
            open_.clauses.append(("", Span(start=at, end=at + len(rest.rstrip())), ""))
            open_.parents[""] = acts[0].verb
        return open_
    open_.wants = False
    if not _inline(open_, rest, at):
        open_.clauses.append(("", Span(start=at, end=at + len(rest.rstrip())), open_.lead))
    return open_


def _inline(open_: _Open, text: str, at: int) -> bool:
    """Clauses enumerated within a sentence: "(1) the report be noted; and (2) …". True where there are any."""
    marks = [m for m in INLINE.finditer(text)]
    chosen: list[re.Match[str]] = []
    for mark in marks:
        label = mark.group("label").lower()
        if not chosen:
            if label in ("1", "a", "i") and (mark.start() < 400):
                chosen.append(mark)
        elif label == _next(chosen[-1].group("label").lower(), chosen[0].group("label").lower()):
            chosen.append(mark)
    if not chosen or (len(chosen) < 2 and text[: chosen[0].start()].strip(" :-\"'")):
        return False
    lead = text[: chosen[0].start()].strip()
    if lead:
        led = LED_VERB.search(lead)
        acts = find_acts(lead.rstrip(" :-"), default=None) if not led else []
        open_.lead = _lemma(led.group("verb")) if led else (acts[0].verb if acts else open_.lead)
    edges = [m.start() for m in chosen[1:]] + [len(text)]
    for mark, edge in zip(chosen, edges, strict=True):
        words = re.sub(r"(?:[;,]|\s|\band)+$", "", text[mark.end() : edge])
        open_.labels = [(_marker_kind(mark.group("label"), ""), mark.group("label").lower())]
        open_.clauses.append((mark.group("label"), Span(start=at + mark.end(), end=at + mark.end() + len(words)), open_.lead))
    return True


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx")


def _next(label: str, first: str) -> str:
    if label.isdigit():
        return str(int(label) + 1)
    if first == "i" and label in ROMAN[:-1]:
        return ROMAN[ROMAN.index(label) + 1]
    return chr(ord(label[0]) + 1) if len(label) == 1 and label != "z" else ""


def _continues(open_: _Open, block: Block, text: str) -> bool:
    """Does this block still belong to the resolution?"""
    if block.kind in ("heading", "row") or SIGNED.match(text) or is_label(text.strip()):
        return False
    if REASONS.match(text) and not open_.wants:
        return False
    if open_.wants:
        return True
    if block.marker and not _is_bullet(block):
        label = block.marker.strip("().:").lower()
        kinds = [kind for kind, _ in open_.labels]
        kind = _marker_kind(label, open_.labels[-1][1] if open_.labels else "")
        if not open_.labels:
            return bool(open_.clauses) and open_.clauses[-1][0] == "" and label in ("2", "b", "ii", "1", "a", "i") and "" in open_.parents
        if kind in kinds:
            above = next(lab for k, lab in open_.labels if k == kind)
            return label == _next(above, "i" if kind == "roman" else above) or kind != kinds[0]
        return label in ("1", "a", "i") or kind != "number"
    if _is_bullet(block):
        return bool(open_.parents) and not open_.labels or bool(open_.clauses) and open_.clauses[-1][0] in ("-", *open_.parents)
    if open_.clauses and open_.clauses[-1][0] and text[:1].islower():
        return True
    return bool(CLAUSE_START.match(text)) and not open_.labels


def _add(open_: _Open, block: Block, text: str) -> None:
    """Take a block into the resolution: a clause of its own, or the end of the one before."""
    at = block.words.start
    label = block.marker.strip("().:").lower() if block.marker and not _is_bullet(block) else ("-" if _is_bullet(block) else "")
    inner = re.match(r"^\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+", text) if not label or label == "-" else None
    if inner:
        label, at, text = inner.group("label").lower(), at + inner.end(), text[inner.end() :]
    if not label and open_.clauses and open_.clauses[-1][0] and text[:1].islower():
        last = open_.clauses[-1]
        open_.clauses[-1] = (last[0], Span(start=last[1].start, end=block.words.end), last[2])
        return
    open_.wants = False
    full = _full_label(open_, label)
    lead = open_.lead
    parent = full[: len(full) - len(label)] if label and label != "-" else ""
    if parent in open_.parents and (parent or label):
        lead = open_.parents[parent]
    if not label or label == "-":
        lead = open_.parents.get(open_.clauses[-1][0] if open_.clauses else "", open_.lead) if label else open_.lead
        if not label and _inline(open_, text, at):
            return
    span = Span(start=at, end=at + len(text.rstrip()))
    if LEAD_END.search(text) and text.rstrip().endswith((":", ":-", "-")):
        acts = find_acts(text.rstrip(" :-"), lead=lead, default=None)
        open_.parents[full] = acts[0].verb if acts else lead
    open_.clauses.append((full, span, lead))


def _full_label(open_: _Open, label: str) -> str:
    """Nested labels joined: "2" then "b" gives "2b"; a bullet keeps "-"."""
    if not label or label == "-":
        return label
    kind = _marker_kind(label, open_.labels[-1][1] if open_.labels else "")
    kinds = [k for k, _ in open_.labels]
    level = kinds.index(kind) if kind in kinds else len(kinds)
    open_.labels = [*open_.labels[:level], (kind, label)]
    return "".join(lab for _, lab in open_.labels)


def _marker_kind(label: str, before: str) -> str:
    label = label.lower()
    if re.fullmatch(r"[\d.]+", label):
        return "number"
    if label in ROMAN and not (len(label) == 1 and before and len(before) == 1 and before.isalpha() and before not in ROMAN and ord(label) == ord(before) + 1):
        return "roman"
    return "letter"


def _is_bullet(block: Block) -> bool:
    return bool(block.marker) and not any(c.isalnum() for c in block.marker) or block.marker in ("o", "\uf0b7")


def _lemma(form: str) -> str:
    verb = verb_of(form)
    return verb.lemma if verb else ""


def _body_tells(text: str) -> bool:
    """A lead-in of the narrative whose subject is the body: "The Board agreed:"."""
    return bool(re.search(rf"\b(?:{BODY}|[Mm]embers|[Ii]t was)\b", text)) and len(text) < 400


def _close(item: Item | None, open_: _Open | None) -> Iterator[Outcome]:
    if open_ is None or not open_.clauses:
        return
    end = open_.clauses[-1][1].end
    whole = Span(start=open_.start, end=end)
    parents = set(open_.parents)
    for n, (label, words, lead) in enumerate(open_.clauses):
        follows = open_.clauses[n + 1][0] if n + 1 < len(open_.clauses) else ""
        if label in parents and n + 1 < len(open_.clauses) and (follows.startswith(label) and follows != label or follows == "-" or not label):
            continue  # its sub-clauses say it
        yield Outcome(
            item=item, status=open_.status, label="" if label == "-" else label, text=words,
            span=Span(start=open_.start, end=words.end) if words.end - open_.start < 1200 else words,
            resolution=whole, lead=lead, rule="resolution-clause" if open_.status == "resolved" else "told-clause",
        )  # fmt: skip


# -- narrative ---------------------------------------------------------------------------------------------------------

TELLING = (
    "noted|agreed|approved|endorsed|requested|recommended|referred|delegated|authorised|authorized|appointed|elected|deferred|adopted|accepted|rejected|refused|resolved|instructed|invited|nominated"
    "|established|supported|confirmed|ratified|re-elected|reappointed|decided|adjourned|commended|granted|re-appointed|dismissed"
)
TOLD = re.compile(
    rf"(?:^|[,;]\s+(?:and\s+)?|\band\s+|\.\s+|\bthat\s+)(?P<subject>(?:[Tt]he\s+|[Aa]ll\s+)?(?:(?:[A-Z][\w'&/-]*|and|of|for)\s+){{0,8}}?(?:{BODY}|[Mm]embers|[Cc]ouncillors)(?:\s+for\s+(?:[A-Z][\w'&]*,?\s+|and\s+|the\s+){{1,9}}|\s+of\s+(?:the\s+)?(?:[A-Z][\w'&]*\s+){{1,4}})?(?:\s*\([^()\n]{{1,60}}\))?(?:\s+present)?)\s+(?:(?:{ADVERB}|considered and|received and|discussed and|considered the report and)\s+){{0,2}}(?P<verb>{TELLING}|asked(?=\s+(?:that|for|if|the|officers|whether)))\b"
)
IT_TOLD = re.compile(
    rf"\b(?P<subject>[Ii]t was|[Mm]embers|[Aa]ll)\s+(?:(?:{ADVERB}|proposed and|moved and|moved, seconded and)\s+){{0,2}}(?P<verb>agreed|decided|resolved|recommended|requested)\s+(?:(?:{ADVERB}|by [^,.]{{3,60}}|,)\s+){{0,2}}(?:that|to|not to)\s+"
)
THINGS = (
    r"(?:reports?|recommendations?|updates?|proposals?|motions?|amendments?|budget|accounts|payments?|applications?|programmes?|plans?|policy|policies|strateg(?:y|ies)|items?|terms of reference|presentations?|schedules?"
    r"|nominations?|precept|statement|return|invoices?|grants?|quotes?|quotations?|tenders?|requests?|resolutions?|business case|risk assessments?|standing orders|financial regulations|calendar|dates?|consultation|bye-?laws|framework|draft \w+)"
)
THING_TOLD = re.compile(
    rf"^(?P<subject>(?:The|This|These|All|Both|An?)\s+(?:[\w'&/()-]+\s+){{0,12}}?{THINGS}(?:\s+(?:[\w'&/(),£-]+\s+){{0,14}}?)?)\s*(?:was|were)\s+(?:(?:{ADVERB}|proposed by .{{3,60}} and|carried and|put to the vote and)\s+){{0,3}}(?P<verb>noted|agreed|approved|accepted|adopted|endorsed|deferred|refused|rejected|granted|carried|lost|supported|withdrawn|authorised|ratified|referred)\b"
)
PERSON_TOLD = re.compile(
    r"^(?P<subject>(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr)\s+[^.;:]{3,80}?)\s+(?:was|were)\s+(?:(?:duly|unanimously|then|proposed(?:,| and) seconded and|formally|proposed by .{3,80} and)\s+){0,3}(?P<verb>elected|appointed|nominated|re-elected|reappointed|re-appointed|co-opted)\b"
)
EARLIER = re.compile(r"^(?:At|In|On|Since|During|Following|Prior to|Before)\b[^,]{0,80}\b(?:19|20)\d{2}\b[^,]{0,20},|\b(?:had|have|has|having|been|previously|originally|already|if|whether|when|once|until|unless|would|could|should|may|might|will|not yet|no decision)\s+(?:\w+\s+)?$", re.I)
UNREAL = re.compile(r"\b(?:would be asked|will be asked|was asked to (?:note|consider|approve|agree)|were asked to (?:note|consider|approve|agree)|is asked to|are asked to|was invited to|were invited to|no decision|not been|had been)\b", re.I)


def _narrative(scene: Scene, item: Item | None, text: str, at: int) -> Iterator[Outcome]:
    """Sentences in which the body, or "it", does something; not what it once did, nor what it is asked to do."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if len(sentence) > 1200:
            continue
        found = TOLD.search(sentence) or IT_TOLD.search(sentence) or THING_TOLD.match(sentence) or PERSON_TOLD.match(sentence)
        if not found or UNREAL.search(sentence[: found.end()]) or EARLIER.search(sentence[: found.start()] or " "):
            continue
        if EARLIER.match(sentence) or re.search(r"\b(?:minutes)\b.{0,200}\b(?:approved|agreed|signed|confirmed|accepted|adopted|correct|true)\b", sentence, re.I) and re.search(r"\bmeeting\b|^(?:The )?(?:draft )?minutes", sentence, re.I):
            continue
        if found.re is IT_TOLD:
            begin = found.end()
            lead = _lemma(found.group("verb"))
            lead = lead if lead != "resolve" else "agree"
            status: DecisionStatus = "resolved" if found.group("verb") == "resolved" else "recorded"
        else:
            begin, lead = found.start("subject"), ""
            status = "resolved" if found.group("verb") == "resolved" else "recorded"
        if begin >= len(sentence.rstrip()):
            continue
        words = Span(start=at + start + begin, end=at + start + len(sentence.rstrip()))
        yield Outcome(
            item=item, status=status, label="", text=words, span=Span(start=at + start, end=words.end), resolution=None, lead=lead, rule="told"
        )
