"""The body of a page that lost its heading: by what it does on the page."""

from __future__ import annotations

import re

from civicgraph.model import Document, Quoted
from civicgraph.segment.lines import quoted
from civicgraph.segment.trimming import KINDS, trimmed
from civicgraph.values import honorifics
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER, is_body_name
from civicgraph.values.text import fold, squash

# "… the minutes of the meeting of the Cabinet held on 3 March be approved", "The Parks Committee RESOLVED …".
ITS_MINUTES = re.compile(
    rf"\b[Mm]inutes\s+of\s+(?:the\s+)?(?i:(?:last\s+|previous\s+)?{KINDS}(?:meetings?\s+of\s+)?)(?:the\s+)?"
    r"(?P<body>[A-Z][\w&',\s-]{3,80}?)(?:\s+meetings?)?,?\s+(?:held|dated)\b"
)
RESOLVES = re.compile(
    r"^(?P<mark>(?:RESOLVED|AGREED|Resolved|Agreed)\s*[:-]\s*)?(?:That\s+(?:the\s+)?|The\s+)?(?P<body>(?!This\b)(?:[A-Z][\w&'-]*,?\s+(?:(?:and|of|for|the)\s+){0,2}){0,8}[A-Z][a-z]+)"
    r"(?:\s*:\s*-?\s*$|\s+(?:unanimously\s+)?(?:RESOLVED|AGREED|[Rr]esolved|agreed|approved|noted|received|considered|recommends|recommended|had\s+before\s+(?:it|them)|is\s+(?i:asked|recommended|invited|requested)\s+to"
    # "RESOLVED: That Cabinet notes …"; without the mark it may be what another body is recommended
    r"|(?(mark)(?:notes|approves|agrees|endorses|accepts)|(?!)))\b)"
)
# "To receive any apologies from Members of the Executive Cabinet"; "the Chairman of the Roads Committee, welcomed".
ITS_MEMBERS = re.compile(
    r"(?:\b(?i:apologies(?:\s+for\s+absence)?|declarations?\s+of\s+interests?)\s+from\s+(?:any\s+)?[Mm]embers\s+of\s+(?:the\s+)?"
    r"|\b[Cc]hair(?:man|person|woman)?\s+of\s+(?:the\s+)?(?=[A-Z][^,.;]{3,80},?\s+(?:welcomed|opened)\b))"
    r"(?P<body>[A-Z][\w&' -]{3,80}?)(?=[.,;]|\s+(?:in|welcomed|opened)\b|$)"
)
# Most minutes of a parish name no body: "the Parish Council" in them is the one that met, unless a committee acts.
OWN_COUNCIL = re.compile(
    r"(?P<body>(?:Parish|Town|Community)\s+Council"
    r"|(?:(?<=\bthe )|(?<=\bthis )|(?<=\bour ))(?:parish|town|community) council)\b(?!'?\s+[A-Z])"
)
COMMITTEE_ACTS = re.compile(
    r"\b[Tt]he\s+(?:[A-Z]\w+\s+){0,4}(?:Committee|Panel|Board|Forum|Assembly|Working\s+(?:Party|Group))\s+(?:(?:also|then)\s+)?"
    r"(?i:resolved|agreed|noted|considered|approved|received|recommended)\b"
)
COUNCILLORS = re.compile(rf"\b(?:{honorifics.MEMBER_S}|Couns?)\b", re.I)
PARISH = re.compile(r"\bparish", re.I)
ARTICLES = ("The", "This", "Our", "That")
# At the head: somebody else than a council met. In the text: nobody asks a thing of himself.
CLUB = re.compile(
    r"\b(?:Friends\s+of|Trust|Trustees|Association|Society|Club|Charity|Partnership|Forum|(?:Action|Residents'?|User)\s+Group)\b"
)
ASKED = re.compile(
    r"\b(?:ask(?:ed)?|write\s+to|wrote\s+to|complain(?:ed)?\s+to)\s+the\s+(?:Parish|Town|Community)\s+Council\b"
)
TITLES = 4  # blocks in which a paper says whose it is
AT_IT = re.compile(r"\b(?:present|attend|apolog|in\s+the\s+chair)", re.I)
ROLL_WITHIN = 25  # blocks in which it says who was there
NAMED = re.compile(r"[A-Z][\w'-]*,?\s+$")  # "Barford Parish Council" is somebody else
BARE = re.compile(r"(?:sub-?\s?committee|committee|board|panel|group|forum|authority|commission)s?", re.I)
ENDS = re.compile(rf"{HEAD.pattern}$|^{SINGLE_MEMBER.pattern}", re.I)  # and no "Parish Council Vacancy"
APPROVED = re.compile(r"\b(?:approv|confirm|agree|sign|(?:correct|true|accurate)\b[^.]{0,30}\brecord)", re.I)
ACTS_WITHIN = 80  # blocks from the head in which it does


def acting_body(document: Document, first: int, last: int) -> Quoted | None:
    """The body of a page that lost its heading: the one that approved its minutes, or resolved; None for several."""
    for form in (ITS_MEMBERS, ITS_MINUTES, RESOLVES):
        found: dict[str, Quoted] = {}
        for block in document.blocks[first : min(last, first + ACTS_WITHIN)]:
            text = fold(document.quote(block.words))
            its = form.search(text) if form is not ITS_MINUTES or APPROVED.search(text) else None
            name = trimmed(text, block.words, *its.span("body")) if its else None
            if name and form is RESOLVES and not ENDS.search(name.text):
                continue
            if name and is_body_name(name.text) and not BARE.fullmatch(name.text):
                found.setdefault(name.text.lower(), name)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return _own_council(document, first, last)


def _own_council(document: Document, first: int, last: int) -> Quoted | None:
    """ "The Parish Council", of minutes that list councillors and let no committee act."""
    lines = [(fold(document.quote(block.words)), block.words) for block in document.blocks[first:last]]
    if not all(any(sign.search(text) for text, _ in lines[:ROLL_WITHIN]) for sign in (COUNCILLORS, AT_IT)):
        return None
    if any(COMMITTEE_ACTS.search(text) for text, _ in lines):
        return None
    if any(CLUB.search(text) for text, _ in lines[:TITLES]) or any(ASKED.search(text) for text, _ in lines):
        return None
    found: dict[str, Quoted] = {}
    for text, span in lines:
        for own in OWN_COUNCIL.finditer(text):
            if not (before := NAMED.search(text[: own.start()])) or before.group().split()[0] in ARTICLES:
                found.setdefault(squash(own["body"]).title(), quoted(squash(own["body"]), span, *own.span("body")))
    if "Town Council" in found and any(PARISH.search(text) for text, _ in lines):
        return None  # a parish speaks of the town beside it
    return next(iter(found.values())) if len(found) == 1 else None
