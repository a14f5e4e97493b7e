"""What stands beside a name in a list: a post, a body, a manner of coming. The words tell which."""

from __future__ import annotations

import re

from civicgraph.extract.names.posts import HEADS as POST_HEADS
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, PostHolding, Span
from civicgraph.values.gazetteer import council_of
from civicgraph.values.honorifics import MEMBER, MEMBER_S, POLICE, TITLE
from civicgraph.values.names import parse_person
from civicgraph.values.text import squash

TITLES = rf"(?:{TITLE}|{POLICE})\b\.?"
ELECTED = re.compile(
    rf"\b(?:{MEMBER_S}\b\.?|Lord Mayor|Baillie|Bailie|Provost|Cathaoirleach)",
    re.I,
)
SUBSTITUTE = re.compile(
    r"\bsub(?:stitut(?:e|es|ing|ed))?\.?\b(?:\s*(?:member)?\s*(?:for|:|-)\s*(?P<name>[^)]{3,60}))?", re.I
)
# What a bracket may hold that is no post: how, when and for which party somebody came.
IGNORED = re.compile(
    r"^(?:virtual(?:ly)?|remote(?:ly)?|via .{2,20}|zoom|teams|v/c|from .{3,30}|until .{3,30}|left .{3,40}"
    r"|arrived .{3,40}"
    r"|(?:agenda )?items? .{1,30}|minutes? .{1,40}|para(?:graph)?s? \d.{0,30}|for .{3,60}|by .{3,40}|part|in part"
    r"|ex[- ]officio|(?-i:[A-Z][a-z]{2,3})|Lab(?:our)?"
    r"|Con(?:servative)?"
    r"|LD|Lib ?Dem|Ind(?:ependent)?|Green|Grn|Lib(?:eral)?"
    r"|SNP|DUP|UUP|SF|SDLP|ALL(?:IANCE)?|PC|UKIP|[MF]|\w{1,2}|online"
    r"|voting|non-voting"
    r"|item \d+.{0,20})$",
    re.I,
)
CHAIRING = re.compile(
    r"^(?:the )?(?:(?:Vice|Deputy|Depute|Acting|Temporary|Co|Joint|Council|Committee)[- ]?){0,2}"
    r"(?:Chair(?:man|woman|person)?|Mayor|Leader|Convenor|Convener|Cathaoirleach|Leas-?Chathaoirleach|Provost)\b.{0,80}",
    re.I,
)
PORTFOLIO = re.compile(
    r"^(?:(?:Shadow|Deputy|Assistant|Lead)\s+){0,2}(?:(?:Cabinet|Executive|Lead)\s+Member|Portfolio\s+Holder|Ward\s+Member)",
    re.I,
)
ELECTED_POST = re.compile(
    r"^(?:(?:Deputy|Depute) )?(?:Leader|(?:Lord )?(?:Mayor|Provost)|Cathaoirleach)\b(?! of Service|'s)"
    r"|\b(?:Cabinet|Executive) Member\b|\bPortfolio Holder\b"
    r"|^Opposition\b|^Ward Member\b",
    re.I,
)
CO_OPTED = re.compile(
    r"\bco-?opt|\b(?:church|parent|diocesan|governor|teacher|independent|faith|trade union|youth"
    r"|community)\s+(?:\w+\s+)?(?:representative|governor|person|member)\b",
    re.I,
)
REPRESENTS = re.compile(r"\brepresentative\b", re.I)
OFFICER_POST = re.compile(
    r"\b(?:(?i:cler[kc])|Officer|Director|Manager|Solicitor|Engineer|Accountant|Counsel|Administrator|Head of"
    r"|Head ?[Tt]eacher|Chief Executive|Planner|Translator|Interpreter"
    r"|(?:Town|Parish|Council|Committee) Secretary|[Mm]inutes?[ -](?:[Ss]ecretary|[Tt]aker)"
    r"|Surveyor|Analyst|Treasurer|Auditor|Lawyer|Assistant|Co-?ordinator|SEO|S\.E\.|S\.S\.O\.|S\.E\.O\.|A/S|RFO)(?:\b|(?<=\.))"
)
POST_ENDS = re.compile(
    r"\s(?:Officer|Director|Manager|Clerk|Solicitor|Engineer|Executive|Co-?ordinator|Assistant|Treasurer)\s*$"
)
# "Neighbourhood Sergeant", but not "Inspector" alone, which may be a title
RANK_ENDS = re.compile(r"[A-Z][a-z]+ (?:Chief )?(?:Superintendent|Inspector|Sergeant|Constable)$")
OUTSIDE = re.compile(
    r"\b(?:Police|NHS|Trust|University|College|Superintendent|Inspector|(?<!Mayor's )Sergeant|Constable|PCSO|Garda|Ltd"
    r"|Limited|Association|Chamber"
    r"|Healthwatch|Integrated Care|Clinical Commissioning"
    r"|Voluntary (?:Service|Action|Sector)|Member of (?:the )?public|Resident|Auditor|MP|MSP|MLA|TD|Community Group)\b"
)
AUTHORITY = re.compile(r"\b(?:Council|Authority|Constabulary|Borough)$|^LB\s")
NAMES_UNIT = re.compile(r"\b(?:Directorate|Department|Team|Division|Unit)$")
DIRECTORATE = re.compile(
    r"\b(?:Directorate|Department|Services?|Team|Division|Unit|Finance|Legal|Place|People|Resources)\b"
)
# For what part of the meeting: "Ward Member, minute 97", "Solicitor for items 4 and 5".
ITEM_AFTER = re.compile(
    r"(?:,|(?<=\w))\s{1,9}(?:(?:for|from|until|to|on|during)\s{1,9})?(?:agenda\s{1,9})?"
    r"(?:items?|minutes?|min|paragraphs?|paras?)\.?\s{1,9}(?:nos?\.?\s{0,3})?\d.{0,30}$",
    re.I | re.S,
)
# "in the Chair", "in the chair until item 5", "presiding at the commencement of the meeting"
IN_CHAIR = re.compile(
    r"[,\s]{0,9}(?:\bin the chair|\bpresiding|\bchairing)\b\.?(?:\s+(?:at|after|before|from|until|till|for|during"
    r"|up to|following)\b[^,;()\n]{2,60})?\s*$",
    re.I,
)
# A bracket beside an officer says what the officer is: "(Designated Nurse for Looked after Children)".
DESCRIBES = re.compile(
    r"(?:[A-Z][\w'-]+ ){1,4}(?:of|for|to) (?:(?:of|for|and|&|after|[A-Z][\w'-]+) ){0,6}[A-Z][\w'-]+$"
)


def is_post(words: str) -> bool:
    """Are the words a post and no name: "Head of Legal Services", "ICT Change Officer"?"""
    if POST_ENDS.search(words) or RANK_ENDS.search(words):
        return True
    told = POST_HEADS.search(words) or OFFICER_POST.search(words) or CHAIRING.match(words) or PORTFOLIO.match(words)
    return bool(told) and not parse_person(words)


def is_authority(words: str) -> bool:
    """Another council or authority: "Anyshire County Council"."""
    words = squash(words)
    return bool(AUTHORITY.search(words)) or council_of(words) is not None


def post_at(scene: Scene, start: int, end: int) -> Mention:
    text = scene.folded[start:end]
    if (chair := IN_CHAIR.search(text)) and text[: chair.start()].strip(" -:,("):
        end = start + chair.start()
        text = scene.folded[start:end]
    if item := ITEM_AFTER.search(text):
        end = start + item.start()
        text = scene.folded[start:end]
    if article := re.match(r"[\s,]*[Tt]he\s+(?=[A-Z])", text):
        start += article.end()
        text = scene.folded[start:end]
    if re.fullmatch(r"\s*\([^()]*\)\s*", text):
        start, end = start + text.index("(") + 1, start + text.rindex(")")
        text = scene.folded[start:end]
    if both := re.match(rf"\s*{MEMBER}\b\s*[/&]\s*(?=[A-Z])", text):
        start += both.end()
        text = scene.folded[start:end]
    start += len(text) - len(text.lstrip(" -:,+|/\n\t"))
    end -= len(text) - len(text.rstrip(" .,;:-|/\n\t"))
    name = squash(scene.folded[start:end])
    return Mention(
        kind="post",
        name="Chair" if IN_CHAIR.fullmatch(name) else name,
        span=Span(start=start, end=max(start, end)),
        rule="attendance-role",
    )


def affiliation_at(scene: Scene, start: int, end: int) -> Mention:
    text = scene.folded[start:end]
    start += len(text) - len(text.lstrip(" -:,+|/\n\t"))
    end -= len(text) - len(text.rstrip(" .,;:-|/\n\t"))
    name = squash(scene.folded[start:end])
    if DIRECTORATE.search(name) and not OUTSIDE.search(name):
        return Mention(kind="directorate", name=name, span=Span(start=start, end=end), rule="attendance-affiliation")
    return Mention(kind="organisation", name=name, span=Span(start=start, end=end), rule="attendance-affiliation")


def holding(scene: Scene, person: Mention, role: Mention) -> PostHolding:
    """That a person has the post beside the name; one that only the label says stands where the name does."""
    span = Span(
        start=min(person.span.start, role.span.start or person.span.start), end=max(person.span.end, role.span.end)
    )
    post = role if role.span.end else Mention(kind="post", name=role.name, span=person.span, rule=role.rule)
    return PostHolding(person=person, post=post, span=span, rule=role.rule, meeting=scene.meeting)
