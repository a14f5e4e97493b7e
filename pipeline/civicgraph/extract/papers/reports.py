"""Reports put before a body: title, kind, and whose they are; `sheets` has those that a pack contains."""

from __future__ import annotations

import re

from civicgraph.extract.papers.authors import Found, author_in, is_owned, owner_in
from civicgraph.extract.papers.considered import KIND, report_kind, report_told
from civicgraph.extract.papers.routes import find_routes
from civicgraph.extract.papers.sheets import find_sheet_report, same_title
from civicgraph.extract.papers.standing import is_standing, says_none
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Item, Mention, Report, Span
from civicgraph.values.text import fold

__all__ = ["Found", "find_item_reports", "find_sheet_report", "same_title"]

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
# Whose the report is that was told of before: "The report of the Treasurer set out …", "the Treasurer's report"
THE_REPORT = re.compile(
    r"\b[Tt]he\s+(?:report\s+(?:of|by|from)\s+(?P<of>(?=\S))"
    r"|(?P<who>[A-Za-z](?:(?!\s[a-z]+ed\s)[\w,& -]){3,80}?)'s\s+(?:\w+\s+)?report\b)"
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
# What a title may name that is a paper, though none calls it a report
DOCUMENT = re.compile(
    r"\b(?:assessment|strategy|plan|policy|statement|budget|accounts|review|framework|forecast|charter|protocol)$", re.I
)
PRESENTED = re.compile(
    r"\b(?:presented|introduced|outlined|considered|received|submitted|spoke\s+to)\s+(?:the|its|their)\s+(?:draft\s+)?"
)
YEARS = re.compile(r"\s+\d{4}\s?(?:[-/]\s?\d{2,4})?$")
LABEL = re.compile(r"(?P<what>minutes|decisions?)\s*:?\s*$", re.I)  # on a line of its own, over what it is
# "REPORTS OF OFFICERS", over the items that have them
GROUP = re.compile(
    r"(?:(?:the )?reports? (?:of|by|from) (?:the )?(?:chief )?officers|(?:chief )?officers'? reports?)\W*$", re.I
)
ROLL = re.compile(
    r"(?:apologies|declarations?|disclosures?|(?:possible )?exclusion of (?:the )?(?:press|public)"
    r"|exempt information)\b",
    re.I,
)  # items that no report is put to
# … and in which somebody only speaks, or hands in what is no report.
NO_REPORT = re.compile(
    r"(?:minutes|questions|petitions|deputations|date of next|any other|announcements"
    r"|(?:chair(?:man|woman|person)?|mayor|provost|leader|convener)'?s?'? (?:announcements|communications))\b",
    re.I,
)
DECIDED_ON = re.compile(
    r"\b(?:RESOLVED|AGREED|Resolved|Agreed|NOTED)\b[^.;]{0,60}?\bthe\s+(?:(?!minutes"
    r"|treasurer)[\w-]+\s+){0,3}(?:report|update|presentation)\s+(?:be|was|is)\s+(?:noted|received"
    r"|endorsed|approved|agreed|accepted|adopted)\b"
    r"|\b(?:notes?|endorses?|receives?|approves?)\s+the\s+(?:report|update|presentation)s?\b"
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
            author, span, rule = named, block.span, "report-under-title"
            kind = report_kind(under.group().split(" of ")[0])
            break
        for start, end in sentences(text)[:4]:
            sentence = text[start:end]
            if scene.part.kind == "agenda" and not LAID.match(sentence):
                continue
            at = block.words.start + start
            if told := report_told(sentence, at):
                author, kind, rule = told
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
    if not rule and scene.part.kind != "agenda" and (presented := _presented(scene, item, title)):
        kind, rule, span = "report", "report-titled", presented
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
    if ROLL.match(title) or GROUP.match(title) or rule in ("report-title", "report-paper") and says_none(scene, item):
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


def _presented(scene: Scene, item: Item, title: str) -> Span | None:
    """Where somebody put before the meeting what the title names: "The Director presented the Housing Strategy"."""
    named = YEARS.sub("", title)
    if len(named.split()) < 2 or not DOCUMENT.search(named):
        return None
    told = re.compile(rf"{PRESENTED.pattern}{re.escape(named)}", re.I)
    for block in _opening(scene, item):
        if found := told.search(scene.text(block.words)):
            return Span(start=block.words.start + found.start(), end=block.words.start + found.end())
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
