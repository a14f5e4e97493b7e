"""Sentences that tell of a report before a body: "The Board considered a report of the Director of Place"."""

from __future__ import annotations

import re
from typing import NamedTuple

from civicgraph.extract.papers.authors import author_in
from civicgraph.model import Mention

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
    rf"|of\s+\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{{4}}(?=\s+by\b)"
    rf"|,(?=\s+(?:of|by|from)\s+(?:the\s+)?(?-i:[A-Z])))\s+){{0,3}}(?P<link>of"
    rf"|by|from|submitted by|prepared by|presented by|produced by|item of)\s+(?=\S)",
    re.I,
)
TOLD = re.compile(r"(?!(?:the|our|its|his|her|their|an?|your)\b)[a-z]")  # "reports of loose slates": what somebody told
PRIVATE_ITEM = re.compile(r"\b(?:private|exempt|confidential)\s+(?:item|report)\s+(?:of|by|from)\s+", re.I)
SUBMITTED = re.compile(
    r"^(?:(?:Further|With\s+reference|Pursuant)\s+to\s(?:[^.;:]|\b[Nn]os?\.(?=\s\d)){3,120}?,\s+the\s+|The\s+)?"
    r"(?P<who>[A-Z][^.;:\n]{2,120}?)\s+(?:had\s+)?(?:submit(?:ted|s)|to\s+submit"
    r"|(?:introduced|presented|outlined|referred\s+to|spoke\s+to)(?=\s+(?:his|her|their)\s)"
    r"|present(?:ed|s) to (?:the )?(?:Committee|Board|Cabinet|Panel|Council))\s+(?:a|an|the|his|her"
    r"|their)\s+(?:\w+\s+){0,3}?(?P<kind>report|briefing note|paper)\b"
)
CONSIDERED = re.compile(
    rf"\b(?:considered|received|noted|discussed|reviewed|had before (?:it|them)|introduced|scrutinised"
    rf"|gave consideration to|was given|provided(?=\s+an?\s+(?:\w+\s+){{0,3}}report\b)|outlined|presented|submitted)\b"
    rf"(?!\s+that\b)[^.;]{{0,60}}?\b(?:a|an|the|this|that|joint|further|his|her|their)\s+(?:[\w'-]+\s+){{0,4}}?{KIND}\b"
    r"|\b(?:considered|received|noted|discussed|reviewed)\s+Report\s+No\b"
    r"|^To\s+(?:receive|consider|note)\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,3}?report\b",
    re.I,
)
# "Cabinet considered the head of planning's report on the plan", "The Treasurer's report was submitted"
OWN = re.compile(
    r"(?:\b(?:consider|receive|note|discuss|review)(?:e?d)?\s+the|^The)\s+"
    r"(?P<who>[A-Za-z](?:(?!\s[a-z]+ed\s)[\w,& -]){3,80}?)'s\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<kind>[Rr]eport|briefing note|paper|update)\b"
)
# "This report set out the forecast …": the minutes tell of the paper as of who speaks.
SPEAKS = re.compile(
    r"^The\s+purpose\s+of\s+(?:this|the)\s+report\s+(?:is|was)\s+to\b"
    rf"|^(?:(?:This|The)\s+(?:[\w'-]+\s+)?{KIND}(?:\s+\([^)]{{1,40}}\))?|(?:Paper|Report)\s+[A-Z\d]{{1,4}})\s+(?:(?:also|further|then)\s+)?"
    r"(?:(?<!petition\s)(?<!update\s)was\s+(?:considered|received|introduced|presented|submitted|circulated|tabled|taken\s+as\s+read)\b|sets?|provide[sd]|present(?:s|ed)|represent(?:s|ed)"
    r"|outline[sd]|ask(?:s|ed)|update[sd]|seeks|sought|summarise[sd]|detail(?:s|ed)|recommend(?:s|ed)|request(?:s|ed)|gives|gave|advise[sd]"
    r"|inform(?:s|ed)|describe[sd]|explain(?:s|ed)|contain(?:s|ed)|highlight(?:s|ed)|invite[sd]|propose[sd]|cover(?:s|ed)|state[sd]|review(?:s|ed)|show(?:s|ed)?|look(?:s|ed)\s+at|consider(?:s|ed)|examine[sd]|deals|dealt|concern(?:s|ed)|relate[sd])\b"
)
# "Further to Minute 236 of the Cabinet, | the Council considered …"
PREAMBLE = re.compile(r",\s+(?=the\s+[A-Z]|[A-Z][a-z]+\s+(?:considered|received)\b)")
# "that a report from the Director be added to the programme"
TO_COME = re.compile(
    r"[^.;]{0,120}?\bbe\s+(?:added|brought|prepared|produced|provided|scheduled|made|submitted\s+to|presented\s+to)\b"
)


class Considered(NamedTuple):
    """What a sentence tells of a report; the author where it names one."""

    author: Mention | None
    kind: str
    rule: str = "report-considered"


def report_told(sentence: str, at: int) -> Considered | None:
    """The report of which a sentence tells that begins at `at`; None where it only mentions one, or none."""
    if private := PRIVATE_ITEM.search(sentence):
        return Considered(author_in(sentence[private.end() :], at + private.end()), "report", "report-private")
    if (of := OF.search(sentence)) and _put_before(sentence, of):
        link = of.group("link").lower()
        if link == "of" and TOLD.match(sentence, of.end()):
            return None
        named = author_in(sentence[of.end() :], at + of.end()) if link != "presented by" else None
        if link == "from" and "present" in of.group("kind").lower():
            named = None  # who presents is not whose it is
        return Considered(named, report_kind(of.group("kind")))
    if (own := OWN.search(sentence)) and (named := author_in(sentence[own.start("who") :], at + own.start("who"))):
        return Considered(named, report_kind(own.group("kind")))
    if submitted := SUBMITTED.match(sentence):
        named = author_in(submitted.group("who"), at + submitted.start("who"))
        return Considered(named, submitted.group("kind").lower(), "report-submitted")
    if considered := CONSIDERED.search(sentence) or SPEAKS.match(sentence):
        return Considered(None, report_kind(considered.groupdict().get("kind") or "report"))
    return None


def _put_before(sentence: str, of: re.Match[str]) -> bool:
    """Is this the report that the item takes, and not one that somebody mentions, or that is still to come?"""
    before = PREAMBLE.split(sentence[: of.start()])[-1]
    if TO_COME.match(sentence, of.end()):
        return False
    return len(before.split()) <= 14 and not re.search(
        r"\b(?:arising|previous|earlier|last|attached(?!\s*$)|appendix|recalled|referred to|request\w*|asked"
        r"|await\w*|forthcoming|future)\b",
        before,
        re.I,
    )


def report_kind(words: str) -> str:
    """ "Progress reports" → "report"; "verbal update" → "verbal-update"."""
    words = re.sub(r"\s+", " ", words.lower()).strip()
    for kind in ("briefing note", "presentation", "verbal", "update", "petition", "paper", "statement", "report"):
        if kind in words:
            return "verbal-update" if kind == "verbal" else kind
    return "report"
