"""The council's own bodies named in the text: boards, committees, panels, cabinet, groups, deciding cabinet members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.heads import any_of, heads_of
from civicgraph.extract.names.phrases import BEFORE, DAYS, enumeration, find_phrases
from civicgraph.model import Mention, Span
from civicgraph.values import honorifics
from civicgraph.values.bodies import body_kind
from civicgraph.values.gazetteer import council_of
from civicgraph.values.names import is_given_name, is_surname
from civicgraph.values.text import squash

_HEADS = heads_of("body")
# "Committee House", "the Cabinet Inn": a street, a house or a pub is no body.
_PLACED = r"(?!\s+(?:House|Hotel|Inn|Arms|Tavern|Pub|Public\s+House|Street|Road|Lane|Close|Avenue|Theatre|Cinema)\b)"
_CAPITALS = _HEADS.upper().replace(r"\S", r"\s")
HEADS = re.compile(
    rf"\b(?:{_HEADS}|{_CAPITALS})(?!\s*(?:Room|Suite|Members? of staff|Paper|Game)s?\b){_PLACED}(?!-\w|'(?!s\b)\w)\b"
)
# Head words that part two names: "Cabinet and Scrutiny Board".
BARRIERS = re.compile(
    r"Committees?|Boards?|Panels?|Cabinet|Council|Commission|Forum|Assembly|Group|Executive|Inquiry|Fund|Trust|Meetings?"
)
NUMBERED = re.compile(
    rf"(?:[ ]+(?:No\.?\s*)?\d{{1,2}}\b(?!\s*(?:members|meetings|{DAYS}|[./]\d))|\s*\(\d{{1,2}}\)"
    r"|\s*\((?!Item|Minute|Agenda|Page|Appendix|Vote)(?:[A-Z][\w'&-]*\s){1,6}\d{1,2}\))?"
)
# "Overview and Scrutiny Committee (Adult Social Care and Health)", "Planning Committee (North)": one of several
_NO_THEME = (
    rf"(?:(?:{DAYS})|(?:Item|Minute|Paper|Report|Draft)s?|Agenda|Page|Appendix|Vote|Copy|Act|Meeting|Special|Extraordinary|Annual|Acting|Virtual"
    r"|Deputy|Vice|Chair\w*|Leader|Director|Officer|Member|Clerk|Substitut\w+|Part|Terms"
    rf"|{honorifics.TITLE_S}|{honorifics.CLERGY})"
)
THEMED = re.compile(
    rf"\s\((?![^()]*\b(?:{_NO_THEME}\b|the\s[A-Z]\w+\)))(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|[A-E]"
    r"|(?=[^()]*(?:,|\s(?:and|&|of|for)\s))[A-Z][a-z][\w'-]*(?:(?:,|\s(?:and|&|of|for|the))*\s[A-Z][\w'-]+){1,8})\)"
)
THEMED_HEAD = re.compile(r"(?:Committee|Board|Panel|Commission)$")
GROUP_ON = re.compile(r"\s+(?:on|into|for|of)\s+(?:the\s+)?(?=[A-Z])")
GROUP = re.compile(r"(?:Group|Party|Inquiry|Commission|Force)$")
# "Scrutiny Panel - Children and Young People": one of several that only the theme behind a dash tells apart.
THEME_AFTER = re.compile(r"Scrutiny\s+(?:Advisory\s+)?(?:Board|Panel|Committee|Commission)")
DASH = re.compile(rf"\s+-\s+(?!(?:{any_of('inner')}|{any_of('spoken_of')})\b)(?=[A-Z])")
OF_PLACE = re.compile(r"\s+of\s+(?=[A-Z])")
# "Executive Director", "Executive Arrangements": what a capital follows is no body, but for what a heading adds.
_RULES = r"(?!\s+(?:and|&)\s+(?:[A-Z]\w+\s+){1,4}(?:Procedure|Rules?|Functions|Arrangements)\b)"
_OF_OTHERS = rf"(?!\s+(?!(?:{DAYS}|Meetings?|Minutes|Agenda|Held)\b)[A-Z][a-z]){_RULES}"
CABINET = re.compile(
    rf"(?<!Mr\s)(?<!Mrs\s)(?<!Ms\s)(?<!Miss\s)(?<!Dr\s)\b"
    rf"(?:(?:(?<!Chief\s)Executive\s)?Cabinet|Executive(?=[ ,.;]|$){_OF_OTHERS})"
    r"(?!\s+(?:[Mm]embers?|Committee|Sub|Panel|Report|Secretary|Portfolio|Office|Meeting\s+Room)|-\w)\b"
    rf"{_PLACED}"
)
# The full council, where the words are about a meeting that decides; "the Council" alone is the whole authority.
_KIND = r"(?:(?:County|City|Borough|District|Town|Parish|Community)\s+)?"
_COUNCIL = rf"{_KIND}Council\b(?!'|-|\s+(?!(?:RESOLVED|AGREED|NOTED|Meeting)\b)[A-Z])"
_MEETS = rf"{_COUNCIL}(?!\s+(?:{any_of('about_council')})\b)"
_DECIDES = (
    r"(?:is|be|was|had|has|(?i:resolved|noted|agreed|agree|agrees|approve[sd]?|notes?|adopt(?:s|ed)?|endorse[sd]?)"
    r"|accepted|considered|received|recommends?|delegates?)\b"
)
COUNCIL = re.compile(
    rf"\b[Ff]ull\s+{_COUNCIL}"
    rf"|(?:(?<=\b[Tt]o\s)|(?<=\bby\s)|(?<=\bat\s)|(?<=\bbefore\s)|(?<=\bfrom\s)){_MEETS}"
    rf"|(?<=\bof\sthe\s){_COUNCIL}(?=\s+(?:held|on\s+\d))|(?<=\bmeeting\sof\s){_COUNCIL}|(?<=\bmeetings\sof\s){_COUNCIL}"
    r"|\bCouncil\s+(?:Assembly|Forum)\b"  # as some call the meeting of all their members
    rf"|\b{_COUNCIL}(?=\s+[Mm]eetings?\b)|(?:(?<=\b[Tt]hat\s)|(?<=^)|(?<=\n)|(?<=:\s))Council\b(?=\s+{_DECIDES})"
)
MEMBER = re.compile(
    r"\b(?:Cabinet|Executive|Lead|Portfolio)\s+[Mm]ember\b(?:\s+with\s+[Rr]esponsibility)?"
    r"(?P<for>\s+for\s+(?:the\s+)?|\s*[-:,]\s*(?=[A-Z])|\s*\((?P<in>[^()\n]{3,90})\)|\s+(?=[A-Z]))?"
    r"|\bPortfolio\s+Holder\s+for\s+(?P<holder>(?=[A-Z]))"
)
# What a single member does when deciding alone stands before the title: "meeting of Cabinet Member for Housing".
ALONE = re.compile(
    r"(?:\bmeetings?\s+of|\b[Dd]ecisions?\s+(?:of|by|to|taken\s+by|made\s+by)"
    r"|\b(?:refer(?:red)?|submit(?:ted)?|report(?:ed)?|remit(?:ted)?|recommend(?:s|ed|ations?)?|returned?|back)\s+to"
    r"|\bconsidered\s+by|(?P<decided>\b(?:RESOLVED|AGREED):?\s+[Tt]hat)|\bDecision\s+[Mm]aker:?)\s+(?:the\s+)?$"
)
IS_TOLD = re.compile(r"\s+(?:be|is|are|was)\s")  # "RESOLVED that the Cabinet Member for Roads be asked to …"
# "the Police and Crime Panel Conference", "the NHS Marshdale Board Secretary": no body is meant.
EVENT = re.compile(r"[ ]+(?:Conference|Secretary|Awards?|Network|Training|Inquiry)\b")
# Names of no body of the council: things, items of an agenda, and boards of the state and the health service.
NOT_BODY = re.compile(
    rf"^(?:any|other|each|school|governing|editorial)\b|\b(?:{any_of('not_bodies')})\b|\bCourt\b"
    r"|\bNHS\s+(?:\w+\s+)?Board\b|\b(?:Commons|Lords|Parliamentary|Senedd)\s+(?:\w+\s+){0,4}Committee$",
    re.I,
)
# "WEIR PARISH COUNCIL PLAYING FIELDS COMMITTEE": parishes and towns are in no list.
LOCAL_COUNCIL = re.compile(
    r"(?:[A-Z][\w'-]*\s+){0,4}(?i:Parish|Town|Community)\s+(?:Council(?:'s)?|COUNCIL)\s+(?=[A-Z])"
)
OWNER = re.compile(
    r"(?:Council|Authority|Service|Board|Panel|Committee|Commission|Partnership|Cabinet|Executive)'s\s+(?=[A-Z])"
)
# "the House of Commons Transport Select Committee"
PARLIAMENT = re.compile(
    r"\b(?:House\s+of\s+(?:Commons|Lords)|Commons|Lords|Parliament|Senedd|Dáil|Parliamentary)(?:'s?)?\s+$"
)
_SCRUTINY = r"Scrutiny\s+(?:(?:Task\s+(?:(?:and|&)\s+Finish\s+)?|Working\s+)?Group|Task\s+Force|Sub-?\s?Committee)"
GENERIC = re.compile(rf"^(?:(?:{any_of('plain_body')})\s+){{0,2}}(?:{_HEADS}|{_SCRUTINY})$", re.I)
PORTFOLIO_HEADS = re.compile(
    rf"\b(?:Director|Officer|Cabinet|Member|Chair|Leader|Board|Committee|Panel|Solicitor|Executive|{honorifics.MEMBER})\b"
)


def find_bodies(text: str, offset: int = 0) -> Iterator[Mention]:
    """Bodies named in a folded text, a bare "the Panel" left out; `offset` is added to the spans."""
    last = 0
    for phrase in find_phrases(text, HEADS, right=NUMBERED, barriers=BARRIERS):
        start, end = phrase.named, phrase.end
        head = text[phrase.head : end].strip()
        if GROUP.search(head):
            end = _over(text, end, GROUP_ON)
        elif "District" in head:
            end = _over(text, end, OF_PLACE)
        elif THEME_AFTER.fullmatch(text[start:end]):
            end = _over(text, end, DASH)
        if THEMED_HEAD.search(head) and (theme := THEMED.match(text, end)) and not _names_people(theme.group()):
            end = theme.end()
        start = _without_council(text, start, end)
        name = squash(text[start:end])
        if phrase.head < last or GENERIC.match(name) or NOT_BODY.search(name) or name.split()[0] in BEFORE:
            continue
        if PARLIAMENT.search(text[max(0, start - 30) : start]) or EVENT.match(text, end):
            continue
        if "District" in head and re.match(r"\s+(?:Members?|meeting room)\b", text[end:]):
            continue
        last = end
        yield _mention(text, start, end, offset, "body-head")
    for found in CABINET.finditer(text):
        if not _inside_name(text, found.start(), found.end()):
            yield _mention(text, found.start(), found.end(), offset, "body-cabinet")
    for found in COUNCIL.finditer(text) if "Council" in text else ():
        yield _mention(text, found.start(), found.end(), offset, "body-council")
    for found in MEMBER.finditer(text):
        member = member_end(text, found)
        if member is not None:
            yield _mention(text, found.start(), member, offset, "body-member")


def _names_people(bracket: str) -> bool:
    """Are "(Ann Lee and Bob Reed)" and "(Lee, Shah and Carr)" those who went, and no theme?"""
    parts = [part.split() for part in re.split(r",|\band\b|&", bracket.strip(" ()"))]
    return any(len(part) in (2, 3) and is_given_name(part[0]) for part in parts) or (
        len(parts) > 2 and all(len(part) == 1 and is_surname(part[0]) for part in parts)
    )


def decides_alone(text: str, start: int, end: int) -> bool:
    """Does the cabinet member between two offsets decide: "RESOLVED that the Cabinet Member for Housing agrees"?"""
    found = ALONE.search(text[max(0, start - 60) : start])
    return found is not None and not (found["decided"] and IS_TOLD.match(text, end))


def member_end(text: str, found: re.Match[str]) -> int | None:
    """End of "Cabinet Member for Children and Families"; None without a portfolio, which names no body of its own."""
    inner = found.group("in")
    if inner:
        named = inner[0].isupper() and not re.search(rf"\b{honorifics.MEMBER}\b|Chair|present|substitut", inner)
        return found.end() if named else None
    link = (found.group("for") or "").strip()
    if not found.group("for") and found.group("holder") is None:
        return None
    end = enumeration(text, found.end(), PORTFOLIO_HEADS)
    if end <= found.end() or (link in ("", "-", ",", ":") and end - found.end() < 4):
        return None
    behind = rf"(?:Present|{honorifics.TITLE}|Updates?|Decisions?|Apologies|Report)\b"
    if not link and re.match(behind, text[found.end() : found.end() + 20]):
        return None
    return end


def _over(text: str, end: int, link: re.Pattern[str]) -> int:
    """End after "on Apprenticeships", "of Carrow-Dunbeg"; the same end where a date follows or nothing."""
    found = link.match(text, end)
    if not found or re.match(rf"(?:{DAYS})\b", text[found.end() : found.end() + 12]):
        return end
    stop = enumeration(text, found.end(), PORTFOLIO_HEADS)
    return stop if stop > found.end() else end


def _without_council(text: str, start: int, end: int) -> int:
    """Offset after whose body it is: "Coventry City Council's Scrutiny Board", "Authority's Audit Committee"."""
    owner = OWNER.match(text, start, end)
    if owner:
        return owner.end()
    found = re.match(r"[A-Z][\w'&\s-]{3,60}?\bCouncil(?:'s)?\s+(?=[A-Z])", text[start:end])
    if found and council_of(squash(found.group()).removesuffix("'s")):
        return start + found.end()
    local = LOCAL_COUNCIL.match(text, start, end)
    return local.end() if local else start


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
