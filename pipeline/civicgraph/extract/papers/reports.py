"""Reports put before a body: title, kind, and whose they are; `sheets` has those that a pack contains."""

from __future__ import annotations

import re

from civicgraph.extract.papers.authors import Found, author_in, owner_in
from civicgraph.extract.papers.routes import find_routes
from civicgraph.extract.papers.sheets import find_sheet_report, same_title
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Item, Mention, Report, Span
from civicgraph.values.text import fold

__all__ = ["Found", "find_item_reports", "find_sheet_report", "same_title"]

KIND = (
    r"(?P<kind>briefing notes?|verbal (?:reports?|updates?)|progress reports?|joint reports?|reports?"
    r"|presentations?|papers?|position statements?|discussion papers?|information reports?|updates?"
    r"|memorand(?:um|a)|petitions?)"
)
# "considered a report of the Director of …", "Report of the …", "received a presentation from …"
OF = re.compile(
    rf"\b(?:a|an|the|this|his|her|their|joint|written|further|annual|oral|confidential|exempt|private"
    rf"|monthly|quarterly|detailed|final|draft"
    rf"|\w+ly)?\s*{KIND}\s*(?:No\.?\s*[\w/-]{{1,20}}\s*)?(?:(?:\([^)]{{1,40}}\)|dated\s+[\w ]{{4,30}}?"
    rf"|of\s+\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{{4}}(?=\s+by\b))\s+){{0,3}}(?P<link>of"
    rf"|by|from|submitted by|prepared by|presented by|produced by|item of)\s+(?=\S)",
    re.I,
)
# How an agenda says that a report is before the body: "There is circulated Report No. C/4/21 by the Chief Executive."
LAID = re.compile(
    r"^\(?(?:There\s+(?:is|are)\s+(?:\w+\s+){1,4}|(?:To\s+)?(?:receive|consider|note)\s+(?:and\s+\w+\s+)?)?"
    r"(?:an?\s+|the\s+|this\s+)?(?:(?:attached|enclosed|joint|written|annual|further|undernoted)\s+){0,2}(?:report|presentation)\b",
    re.I,
)
PRIVATE_ITEM = re.compile(r"\b(?:private|exempt|confidential)\s+(?:item|report)\s+(?:of|by|from)\s+", re.I)
SUBMITTED = re.compile(
    r"^(?:The\s+)?(?P<who>[A-Z][^.;:\n]{3,120}?)\s+(?:had\s+)?(?:submit(?:ted|s)"
    r"|present(?:ed|s) to (?:the )?(?:Committee|Board|Cabinet|Panel|Council))\s+(?:a|an|the|his|her"
    r"|their)\s+(?:\w+\s+){0,3}?(?P<kind>report|briefing note|paper)\b"
)
CONSIDERED = re.compile(
    rf"\b(?:considered|received|noted|discussed|reviewed|had before (?:it|them)|introduced|scrutinised"
    rf"|gave consideration to|was given|outlined|presented|submitted)\b(?!\s+that\b)[^.;]{{0,60}}?\b(?:a|an|the"
    rf"|this|that|joint|further)\s+(?:[\w'-]+\s+){{0,4}}?{KIND}\b"
    r"|\b(?:considered|received|noted|discussed|reviewed)\s+Report\s+No\b"
    r"|^To\s+(?:receive|consider|note)\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,3}?report\b",
    re.I,
)
# "Cabinet considered the head of planning's report on the plan"
OWN = re.compile(
    r"\b(?:considered|received|noted|discussed|reviewed)\s+the\s+(?P<who>[A-Za-z][\w,& -]{3,80}?)'s"
    r"\s+(?:[\w-]+\s+){0,2}?(?P<kind>report|briefing note|paper|update)\b"
)
# "This report set out the forecast …": the minutes tell of the paper as of who speaks.
SPEAKS = re.compile(
    rf"^(?:This|The)\s+(?:[\w'-]+\s+)?{KIND}(?:\s+\([^)]{{1,40}}\))?\s+(?:(?:also|further|then)\s+)?(?:sets?|provide[sd]|present(?:s|ed)|represent(?:s|ed)"
    r"|outline[sd]|ask(?:s|ed)|update[sd]|seeks|sought|summarise[sd]|detail(?:s|ed)|recommend(?:s|ed)|request(?:s|ed)|gives|gave|advise[sd]"
    r"|inform(?:s|ed)|describe[sd]|explain(?:s|ed)|contain(?:s|ed)|highlight(?:s|ed)|invite[sd]|propose[sd]|cover(?:s|ed)|review(?:s|ed)|show(?:s|ed)?|look(?:s|ed)\s+at|consider(?:s|ed)|examine[sd]|deals|dealt|concern(?:s|ed)|relate[sd])\b"
)
UNDER_TITLE = re.compile(
    rf"^(?:\(?(?:joint\s+)?{KIND}\s+(?:of|by|from)\s+(?:the\s+)?|to (?:receive|consider"
    rf"|note)(?: and \w+)? (?:a|the) (?:(?:joint|attached|enclosed|written|circulated) )?"
    r"(?:report|briefing note|update) (?:of|by"
    rf"|from) (?:the )?)(?P<author>.{{3,220}})$",
    re.I | re.S,
)
PAPER = re.compile(r"\s*(?:pdf icon|view the background|PDF|\[)\D{0,30}[\d.,]{1,8}\s*[KM]B\b", re.I)
# What every meeting takes, whose papers are no reports.
STANDING = re.compile(
    r"(?:(?:to \w+ |the |draft |public ){0,3}(?:apolog|declarations?|disclosures?|membership|substitut|chair|mayor"
    r"|public|questions?|petitions?|deputations?|motions?|notices?|urgent|exclusion|announcements?|appointments?|election"
    r"|any other|dates?|(?:forward|work) (?:plan|programme)|matters arising|actions?|decision notice)"
    r"|.{0,300}\b(?:minutes|previous meeting)\b)",
    re.I,
)
TITLE_REPORT = re.compile(
    r"^(?!.*\b(?:minutes|apologies|declaration)\b)(?:.{2,120}\breports?|(?:(?:oral|verbal|written"
    r"|annual)\s+)?reports?\s+(?:of|from|by|on)\b.{2,200}|presentations?\s+(?:on|by|from|of|to"
    r"|-)\b.{2,200}|report back\b.{2,200}|.{2,80}\bbriefing note)\b(?:\s*[-(].{1,60})?$",
    re.I,
)
RECORD = re.compile(r"minutes\b", re.I)
ROLL = re.compile(r"(?:apologies|declarations?|disclosures?)\b", re.I)  # items that no report is put to
# "Further to Minute 236 of the Cabinet, | the Council considered …"
PREAMBLE = re.compile(r",\s+(?=the\s+[A-Z]|[A-Z][a-z]+\s+(?:considered|received)\b)")
DECIDED_ON = re.compile(
    r"\b(?:RESOLVED|AGREED|Resolved|Agreed|NOTED)\b[^.;]{0,60}?\bthe\s+(?:(?!minutes"
    r"|treasurer)[\w-]+\s+){0,3}(?:report|update|presentation)\s+(?:be|was|is)\s+(?:noted|received"
    r"|endorsed|approved|agreed|accepted|adopted)\b"
    r"|\b(?:notes?|endorses?|receives?|approves?)\s+the\s+(?:report|update|presentation)\b"
    r"|\b(?:set out|outlined|contained|detailed|recommendations|options)\b.{0,14}\bin\s+the\s+report\b"
    r"|\b[Aa]ppend(?:ix|ices)\s+[\w, ]{1,20}?\s(?:to|of)\s+(?:the|this)\s+(?:[\w-]+\s+){0,2}report\b"
)


def find_item_reports(scene: Scene) -> list[Found]:
    """One report an item at most: the one that the line under its title, or its first sentences, tell."""
    out: list[Found] = []
    for n, item in enumerate(scene.part.items):
        found = _item_report(scene, item, scene.first_item + n)
        if found:
            out.append(found)
    return out


def _item_report(scene: Scene, item: Item, index: int) -> Found | None:
    title = fold(item.title.text)
    author: Mention | None = None
    kind, span, rule = "", item.title.span, ""
    for block in _opening(scene, item):
        text = scene.text(block.words)
        if block.span.start <= item.title.span.start and block.span.end <= item.title.span.end + 60:
            continue
        under = UNDER_TITLE.match(text) if len(text) < 400 else None
        if under and (named := author_in(under.group("author"), block.words.start + under.start("author"))):
            author, kind, span, rule = named, _kind(under.group().split(" of ")[0]), block.span, "report-under-title"
            break
        for start, end in sentences(text)[:4]:
            sentence = text[start:end]
            if scene.part.kind == "agenda" and not LAID.match(sentence):
                continue
            at = block.words.start + start
            if private := PRIVATE_ITEM.search(sentence):
                author, kind, rule = (
                    author_in(sentence[private.end() :], at + private.end()),
                    "report",
                    "report-private",
                )
            elif (of := OF.search(sentence)) and _put_before(sentence, of):
                link = of.group("link").lower()
                named = author_in(sentence[of.end() :], at + of.end()) if link != "presented by" else None
                if link == "from" and "present" in of.group("kind").lower():
                    named = None  # who presents is not whose it is
                kind, rule, author = _kind(of.group("kind")), "report-considered", named
            elif (own := OWN.search(sentence)) and (
                named := author_in(sentence[own.start("who") :], at + own.start("who"))
            ):
                author, kind, rule = named, _kind(own.group("kind")), "report-considered"
            elif submitted := SUBMITTED.match(sentence):
                author, kind, rule = (
                    author_in(submitted.group("who"), at + submitted.start("who")),
                    submitted.group("kind").lower(),
                    "report-submitted",
                )
            elif considered := CONSIDERED.search(sentence) or SPEAKS.match(sentence):
                kind, rule = _kind(considered.groupdict().get("kind") or "report"), "report-considered"
            if rule:
                span = Span(start=at, end=at + len(sentence.rstrip()))
                break
        if rule:
            break
    if not rule and scene.part.kind != "agenda" and (decided := _decided_report(scene, item)):
        kind, rule, span = "report", "report-decided", decided
    if not rule and TITLE_REPORT.match(title):
        kind, rule = "report", "report-title"
    if not rule and _has_paper(scene, item) and not STANDING.match(title):
        kind, rule = "report", "report-paper"
    if not rule:
        return None
    if author is None and rule in ("report-considered", "report-decided"):
        author = _submitter(scene, item)
    if author is None:
        author = owner_in(item, title)
    if ROLL.match(title):
        return None
    if (
        re.match(
            r"^(?:minutes|chair(?:man)?'s announcements|questions|date of next|any other)\b",
            title,
            re.I,
        )
        and author is None
    ):
        return None
    report = Report(
        title=item.title.text,
        span=span,
        type=kind or "report",
        rule=rule,
        meeting=scene.meeting,
        item=index,
        author=author,
    )
    return Found(report=report, routes=tuple(find_routes(scene, item)))


def _submitter(scene: Scene, item: Item) -> Mention | None:
    """Who submitted the report, where the record says so below what was decided on it."""
    for block in _opening(scene, item):
        text = scene.text(block.words)
        if submitted := SUBMITTED.match(text):
            return author_in(submitted.group("who"), block.words.start + submitted.start("who"))
    return None


def _has_paper(scene: Scene, item: Item) -> bool:
    """Does a web page offer a paper beside the title of an item: "Bus Fares pdf icon PDF 99 KB"?"""
    behind = scene.folded[item.title.span.end : item.title.span.end + 60].partition("\n")[0]
    return PAPER.match(behind) is not None


def _opening(scene: Scene, item: Item) -> list[Block]:
    """The blocks in which an item says which paper it takes: its first, and where the record of it begins below what
    was decided ("Decision:" … "Minutes:") the first of the record."""
    blocks = [block for _, block in scene.blocks(item)]
    if scene.part.kind == "agenda":
        return blocks[:6]
    told = next((n for n, b in enumerate(blocks) if b.role == "label" and RECORD.match(scene.text(b.words))), 0)
    return [*blocks[: min(told, 14)], *blocks[told : told + 14]] if told else blocks[:14]


def _decided_report(scene: Scene, item: Item) -> Span | None:
    """Words of an item's outcome that show a report was before the meeting: "RESOLVED that the report be noted"."""
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        if found := DECIDED_ON.search(text):
            return Span(start=block.words.start + found.start(), end=block.words.start + found.end())
    return None


def _put_before(sentence: str, of: re.Match[str]) -> bool:
    """Is this the report that the item takes, and not one that somebody mentions?"""
    before = PREAMBLE.split(sentence[: of.start()])[-1]
    return len(before.split()) <= 14 and not re.search(
        r"\b(?:arising|previous|earlier|last|attached|appendix|recalled|referred to|request\w*|asked"
        r"|await\w*|forthcoming|future)\b",
        before,
        re.I,
    )


def _kind(words: str) -> str:
    words = re.sub(r"\s+", " ", words.lower()).strip()
    for kind in ("briefing note", "presentation", "verbal", "update", "petition", "paper", "statement", "report"):
        if kind in words:
            return "verbal-update" if kind == "verbal" else kind
    return "report"
