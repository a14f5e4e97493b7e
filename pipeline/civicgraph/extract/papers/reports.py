"""Reports put before a body: title, kind, and whose they are; `sheets` has those that a pack contains."""

from __future__ import annotations

import re

from civicgraph.extract.papers.authors import Found, author_in, is_owned, owner_in
from civicgraph.extract.papers.routes import find_routes
from civicgraph.extract.papers.sheets import find_sheet_report, same_title
from civicgraph.extract.papers.standing import is_standing, says_none
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
    rf"|\w+ly)?\s*{KIND}\s*(?:No\.?\s*[\w/-]{{1,20}}\s*|(?-i:[A-Z]{{1,6}})/?\d[\w/.-]{{0,20}}\s*)?"
    rf"(?:,\s+(?:previously|copies|a\s+copy)\s[^,.;]{{3,60}},\s*)?(?:(?:\([^)]{{1,40}}\)|dated\s+[\w ]{{4,30}}?"
    rf"|of\s+\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{{4}}(?=\s+by\b))\s+){{0,3}}(?P<link>of"
    rf"|by|from|submitted by|prepared by|presented by|produced by|item of)\s+(?=\S)",
    re.I,
)
TOLD = re.compile(r"(?!(?:the|our|its|his|her|their|an?|your)\b)[a-z]")  # "reports of loose slates": what somebody told
# How an agenda says that a report is before the body: "There is circulated Report No. C/4/21 by the Chief Executive."
LAID = re.compile(
    r"^\(?(?:There\s+(?:is|are)\s+(?:\w+\s+){1,4}|(?:To\s+)?(?:receive|consider|note)\s+(?:and\s+\w+\s+)?)?"
    r"(?:an?\s+|the\s+|this\s+)?(?:(?:attached|enclosed|joint|written|annual|further|undernoted)\s+){0,2}(?:report|presentation)\b",
    re.I,
)
# … and how a page of minutes says so under a title, from the agenda.
UNDER = re.compile(
    r"(?:to\s+(?:receive|consider|note)\s+(?:and\s+\w+\s+)?(?:an?|the|this)|an?)\s+(?:[\w-]+\s+){0,3}?(?:report|presentation)"
    r"\s+(?:on|about|regarding|concerning|setting|seeking|asking|which|detailing|outlining|providing|relating)\b",
    re.I,
)
BRACKETED = re.compile(
    r"[(\[](?:ref(?:erence)?\s*:\s+)?(?:joint\s+)?reports?\s+(?:no\.?\s*\S{1,20}\s+)?(?:of|by|from)\s+(?:the\s+)?"
    r"(?P<author>[^()]{3,160}(?:\([^()]{1,60}\)[^()]{0,80})?)[)\]]\W*$",
    re.I,
)
PRIVATE_ITEM = re.compile(r"\b(?:private|exempt|confidential)\s+(?:item|report)\s+(?:of|by|from)\s+", re.I)
SUBMITTED = re.compile(
    r"^(?:(?:Further|With\s+reference|Pursuant)\s+to\s[^.;:,]{3,120},\s+the\s+|The\s+)?"
    r"(?P<who>[A-Z][^.;:\n]{3,120}?)\s+(?:had\s+)?(?:submit(?:ted|s)|to\s+submit"
    r"|present(?:ed|s) to (?:the )?(?:Committee|Board|Cabinet|Panel|Council))\s+(?:a|an|the|his|her"
    r"|their)\s+(?:\w+\s+){0,3}?(?P<kind>report|briefing note|paper)\b"
)
CONSIDERED = re.compile(
    rf"\b(?:considered|received|noted|discussed|reviewed|had before (?:it|them)|introduced|scrutinised"
    rf"|gave consideration to|was given|provided(?=\s+an?\s+(?:\w+\s+){{0,3}}report\b)|outlined|presented|submitted)\b"
    rf"(?!\s+that\b)[^.;]{{0,60}}?\b(?:a|an|the|this|that|joint|further)\s+(?:[\w'-]+\s+){{0,4}}?{KIND}\b"
    r"|\b(?:considered|received|noted|discussed|reviewed)\s+Report\s+No\b"
    r"|^To\s+(?:receive|consider|note)\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,3}?report\b",
    re.I,
)
# "Cabinet considered the head of planning's report on the plan", "The Treasurer's report was submitted"
OWN = re.compile(
    r"(?:\b(?:consider|receive|note|discuss|review)(?:e?d)?\s+the|^The)\s+"
    r"(?P<who>[A-Za-z](?:(?!\s[a-z]+ed\s)[\w,& -]){3,80}?)'s\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<kind>report|briefing note|paper|update)\b"
)
# Whose the report is that was told of before: "The report of the Treasurer set out …", "the Treasurer's report"
THE_REPORT = re.compile(
    r"\b[Tt]he\s+(?:report\s+(?:of|by|from)\s+(?P<of>(?=\S))"
    r"|(?P<who>[A-Za-z](?:(?!\s[a-z]+ed\s)[\w,& -]){3,80}?)'s\s+(?:\w+\s+)?report\b)"
)
# "This report set out the forecast …": the minutes tell of the paper as of who speaks.
SPEAKS = re.compile(
    rf"^(?:This|The)\s+(?:[\w'-]+\s+)?{KIND}(?:\s+\([^)]{{1,40}}\))?\s+(?:(?:also|further|then)\s+)?"
    r"(?:(?<!petition\s)(?<!update\s)was\s+(?:considered|received|introduced|presented|submitted)\b|sets?|provide[sd]|present(?:s|ed)|represent(?:s|ed)"
    r"|outline[sd]|ask(?:s|ed)|update[sd]|seeks|sought|summarise[sd]|detail(?:s|ed)|recommend(?:s|ed)|request(?:s|ed)|gives|gave|advise[sd]"
    r"|inform(?:s|ed)|describe[sd]|explain(?:s|ed)|contain(?:s|ed)|highlight(?:s|ed)|invite[sd]|propose[sd]|cover(?:s|ed)|state[sd]|review(?:s|ed)|show(?:s|ed)?|look(?:s|ed)\s+at|consider(?:s|ed)|examine[sd]|deals|dealt|concern(?:s|ed)|relate[sd])\b"
)
UNDER_TITLE = re.compile(
    rf"^(?:\(?(?:joint\s+)?{KIND}\s+(?:of|by|from|author)(?:\s*:)?\s+(?:the\s+)?|to (?:receive|consider"
    rf"|note)(?: and \w+)? (?:a|the) (?:(?:joint|attached|enclosed|written|circulated) )?"
    r"(?:report|briefing note|update) (?:of|by"
    rf"|from) (?:the )?)(?P<author>.{{3,220}})$",
    re.I | re.S,
)
PAPER = re.compile(r"\s*(?:pdf icon|view the background|PDF|\[)\D{0,30}[\d.,]{1,8}\s*[KM]B\b", re.I)
TITLE_REPORT = re.compile(
    r"^(?!.*\b(?:minutes|apologies|declaration)\b)(?:.{2,120}\breports?|(?:(?:oral|verbal|written"
    r"|annual)\s+)?reports?\s+(?:of|from|by|on)\b.{2,200}"
    r"|presentations?\s+(?!(?:by|from|of)\s+(?:members\s+of\s+)?(?:the\s+)?(?:public|petitions?|reports)\b)(?:on|by|from|of|to"
    r"|-)\b.{2,200}|report back\b.{2,200}|.{2,80}\bbriefing note)\b(?:\s*[-(].{1,60})?$",
    re.I,
)
LABEL = re.compile(r"(?P<what>minutes|decisions?)\s*:?\s*$", re.I)  # on a line of its own, over what it is
ROLL = re.compile(r"(?:apologies|declarations?|disclosures?)\b", re.I)  # items that no report is put to
# … and in which somebody only speaks, or hands in what is no report.
NO_REPORT = re.compile(
    r"(?:minutes|questions|petitions|deputations|date of next|any other|announcements"
    r"|(?:chair(?:man|woman|person)?|mayor|provost|leader|convener)'?s?'? (?:announcements|communications))\b",
    re.I,
)
# "Further to Minute 236 of the Cabinet, | the Council considered …"
PREAMBLE = re.compile(r",\s+(?=the\s+[A-Z]|[A-Z][a-z]+\s+(?:considered|received)\b)")
# "that a report from the Director be added to the programme"
TO_COME = re.compile(
    r"[^.;]{0,120}?\bbe\s+(?:added|brought|prepared|produced|provided|scheduled|made|submitted\s+to|presented\s+to)\b"
)
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
                if link == "of" and TOLD.match(sentence, of.end()):
                    continue
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
    if author is None and rule == "report-considered":
        author = _told_below(scene, item, span)
    if author is None and (note := _bracketed(scene, item)):
        author = note[0]
        kind, rule, span = (kind, rule, span) if rule else ("report", "report-noted", note[1])
    if not rule and scene.part.kind != "agenda" and (decided := _decided_report(scene, item)):
        kind, rule, span = "report", "report-decided", decided
    if not rule and scene.part.kind != "agenda" and (laid := _laid(scene, item)):
        kind, rule, span = "report", "report-laid", laid
    if not rule and (TITLE_REPORT.match(title) or is_owned(title)):
        kind, rule = "report", "report-title"
    if not rule and _has_paper(scene, item) and not is_standing(title):
        kind, rule = "report", "report-paper"
    if not rule:
        return None
    if author is None:
        author = owner_in(item, title)
    if ROLL.match(title) or rule in ("report-title", "report-paper") and says_none(scene, item):
        return None
    if NO_REPORT.match(title) and (author is None or kind == "petition"):
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


def _told_below(scene: Scene, item: Item, told: Span) -> Mention | None:
    """Whose the report is, where the minutes say so only after they told that it was considered."""
    for block in _opening(scene, item):
        text = scene.text(block.words)
        for found in THE_REPORT.finditer(text, max(0, told.end - block.words.start)):
            who = "of" if found["of"] is not None else "who"
            if named := author_in(text[found.start(who) :], block.words.start + found.start(who)):
                return named
    return None


def _has_paper(scene: Scene, item: Item) -> bool:
    """Does a web page offer a paper beside the title of an item: "Bus Fares pdf icon PDF 99 KB"?"""
    behind = scene.folded[item.title.span.end : item.title.span.end + 60].partition("\n")[0]
    return PAPER.match(behind) is not None


def _opening(scene: Scene, item: Item) -> list[Block]:
    """The blocks in which an item says which paper it takes: those under its title, those of the record ("Minutes:"),
    and, where a page prints it apart, what was decided ("Decision:"), which seldom says whose report it was."""
    blocks = [block for _, block in scene.blocks(item)]
    if scene.part.kind == "agenda":
        return blocks[:6]
    labels = [(n, label["what"].lower()) for n, b in enumerate(blocks) if (label := LABEL.match(scene.text(b.words)))]
    told = next((n for n, label in labels if label.startswith("minutes")), 0)
    decided = next((n for n, label in labels if label.startswith("decision") and n < told), told)
    under = blocks[: min(decided, 14)]
    return [*under, *blocks[told : told + 14], *blocks[decided:told][:14]] if told else blocks[:14]


def _laid(scene: Scene, item: Item) -> Span | None:
    """The line under a title that says what the item takes: "To receive a report on youth clubs"."""
    for _, block in list(scene.blocks(item))[:3]:
        if block.span.start > item.title.span.start and UNDER.match(scene.text(block.words)):
            return block.words
    return None


def _bracketed(scene: Scene, item: Item) -> tuple[Mention, Span] | None:
    """Whose report a note at an item's end says it was: "(Reference: Report by the Head of Roads)"."""
    for _, block in scene.blocks(item):
        if found := BRACKETED.match(scene.text(block.words)):
            named = author_in(found["author"], block.words.start + found.start("author"))
            return (named, block.words) if named else None
    return None


def _decided_report(scene: Scene, item: Item) -> Span | None:
    """Words of an item's outcome that show a report was before the meeting: "RESOLVED that the report be noted"."""
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        if found := DECIDED_ON.search(text):
            return Span(start=block.words.start + found.start(), end=block.words.start + found.end())
    return None


def _put_before(sentence: str, of: re.Match[str]) -> bool:
    """Is this the report that the item takes, and not one that somebody mentions, or that is still to come?"""
    before = PREAMBLE.split(sentence[: of.start()])[-1]
    if TO_COME.match(sentence, of.end()):
        return False
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
