"""The council's own bodies named in the text: boards, committees, panels, cabinet, groups, deciding cabinet members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.phrases import BEFORE, enumeration, find_phrases
from civicgraph.model import Mention, Span
from civicgraph.values.bodies import body_kind
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import squash

HEADS = re.compile(
    r"\b(?:Sub-?\s?Committee|(?:Strategic Policy |Select |Cabinet |Joint |Standing )?Committee|Board|Panel|Commission|Forum|Assembly"
    r"|(?:Task\s*(?:and|&)\s*Finish|Working|Steering|Reference|Review|Advisory|Liaison|Scrutiny|Action|Programme|Monitoring|Policy) Group"
    r"|Task Group|Working Party|(?:Municipal|Metropolitan) District|Inquiry)\b(?!\s*(?:Room|Suite|Members? of staff))"
)
NUMBERED = r"(?:\s+(?:No\.?\s*)?\d{1,2}\b(?!\s*(?:members|meetings|January|February|March|April|May|June|July|August|September|October|November|December|[./]\d))|\s*\(\d{1,2}\)|\s*\((?:[A-Z][\w'&-]*\s){1,6}\d{1,2}\))?"
ON = r"(?:\s+(?:on|into)\s+(?:the\s+)?)"
RIGHT = re.compile(NUMBERED)
GROUP_ON = re.compile(r"\s+(?:on|into|for|of)\s+(?:the\s+)?(?=[A-Z])")
GROUP = re.compile(r"Group|Party|Inquiry|Commission$")
OF_PLACE = re.compile(r"\s+of\s+(?=[A-Z])")
CABINET = re.compile(
    r"\b(?:Cabinet|Executive(?=[ ,.;]|$)(?!\s+(?:Director|Member|Summary|Officer|Head|Assistant|Support|Manager|Board|Committee|Engineer|Planner|Function|Decision)))(?!\s+(?:Members?|Committee|Sub|Panel|Report|Secretary|Portfolio|Office|Meeting\s+Room))\b"
)
MEMBER = re.compile(
    r"\b(?:Cabinet|Executive|Lead)\s+Member\b(?:\s+with\s+[Rr]esponsibility)?(?P<for>\s+for\s+(?:the\s+)?|\s*[-:,]\s*(?=[A-Z])|\s*\((?P<in>[^()\n]{3,90})\)|\s+(?=[A-Z]))?|\bPortfolio\s+Holder\s+for\s+(?P<holder>(?=[A-Z]))"
)
# "(the Case for Change Board)" and forms of words that name no body.
NOT_BODY = re.compile(
    r"^(?:any|other|each|school|governing|notice|editorial)\b|\b(?:Chief Executive|Notice Board|Skirting|Advisory Panel or)\b|\bany other\b",
    re.I,
)
GENERIC = re.compile(
    r"^(?:(?:Joint|Select|Standing|Council|Parliamentary|Sub|Special|Full|Review|Scrutiny|Project|Council's|Main|Local)\s+)?(?:Committees?|Boards?|Panels?|Forum|Commission|Assembly|Working (?:Group|Party)|Steering Group|Sub-?\s?Committee|Inquiry|Review Group|Task Group|Action Group|Task\s*(?:and|&)\s*Finish Group|Municipal District|Metropolitan District)$"
)
PORTFOLIO_HEADS = re.compile(
    r"\b(?:Director|Officer|Cabinet|Member|Chair|Leader|Board|Committee|Panel|Solicitor|Executive|Councillor|Cllr)\b"
)


def find_bodies(text: str, offset: int = 0) -> Iterator[Mention]:
    """Bodies named in a folded text, a bare "the Panel" left out; `offset` is added to the spans."""
    for phrase in find_phrases(text, HEADS, right=RIGHT, barriers=HEADS_OR_CABINET):
        start, end = phrase.start, phrase.end
        head = text[phrase.head : end]
        if GROUP.search(head.strip()):
            end = _over(text, end, GROUP_ON)
        elif "District" in head:
            end = _over(text, end, OF_PLACE)
        name = squash(text[start:end])
        if GENERIC.match(name) or NOT_BODY.search(name) or name.split()[0] in BEFORE:
            continue
        if re.match(r"\s+(?:Members?|meeting room)\b", text[end:]) and "District" in head:
            continue
        start = _without_council(text, start, end)
        yield _mention(text, start, end, offset, "body-head")
    for found in CABINET.finditer(text):
        if _inside_name(text, found.start(), found.end()):
            continue
        yield _mention(text, found.start(), found.end(), offset, "body-cabinet")
    for found in MEMBER.finditer(text):
        end = member_end(text, found)
        if end is not None:
            yield _mention(text, found.start(), end, offset, "body-member")


HEADS_OR_CABINET = re.compile(
    r"Committee|Board|Panel|Cabinet|Council|Commission|Forum|Assembly|Group|Executive|Inquiry"
)


def member_end(text: str, found: re.Match[str]) -> int | None:
    """End of "Cabinet Member for Children and Families"; None without a portfolio, which names no body of its own."""
    if found.group("in"):
        inner = found.group("in")
        return (
            found.end()
            if inner[0].isupper() and not re.search(r"\bCouncillor|Cllr|Chair|present|substitut", inner)
            else None
        )
    if not found.group("for") and found.group("holder") is None:
        return None
    end = enumeration(text, found.end(), PORTFOLIO_HEADS)
    if (
        end <= found.end()
        or (found.group("for") or "").strip() in ("", "-", ",", ":")
        and len(text[found.end() : end]) < 4
    ):
        return None
    if not (found.group("for") or "").strip() and re.match(
        r"(?:Present|Councillor|Cllr|Mr|Mrs|Ms|Dr|Updates?|Decisions?|Apologies|Report)\b", text[found.end() :]
    ):
        return None
    return end


def _over(text: str, end: int, link: re.Pattern[str]) -> int:
    found = link.match(text, end)
    if not found or re.match(
        r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b",
        text[found.end() :],
    ):
        return end
    stop = enumeration(text, found.end(), PORTFOLIO_HEADS)
    return stop if stop > found.end() else end


def _without_council(text: str, start: int, end: int) -> int:
    """Offset after a council's name that stands in front: "Coventry City Council's Scrutiny Board" → "Scrutiny Board"."""
    found = re.match(r"[A-Z][\w'&\s-]{3,60}?\bCouncil(?:'s)?\s+(?=[A-Z])", text[start:end])
    if found and council_of(squash(found.group()).removesuffix("'s")):
        return start + found.end()
    return start


def _inside_name(text: str, start: int, end: int) -> bool:
    """ "Shadow Cabinet", "Cabinet Scrutiny Board": the word is part of another name."""
    before = re.search(r"(?:Shadow|Deputy|Chief|Non|Senior|[A-Z]\w+ and)\s+$", text[max(0, start - 25) : start])
    after = re.match(
        r"\s+(?:[A-Z][a-z]+\s+)?(?:Board|Committee|Group|Advisory|Scrutiny|Assistant|Support)\b|[-/]\w",
        text[end : end + 40],
    )
    return bool(before or after)


def _mention(text: str, start: int, end: int, offset: int, rule: str) -> Mention:
    name = squash(text[start:end])
    return Mention(
        kind="body", name=name, span=Span(start=offset + start, end=offset + end), rule=rule, detail=body_kind(name)
    )
