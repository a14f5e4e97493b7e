"""Outside organisations named in the text: from lists of known ones, and from words that end or open their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.dealings import find_dealings, run_end
from civicgraph.extract.names.everyday import is_everyday, is_training
from civicgraph.extract.names.heads import any_of, heads_of, rule_of, word_list
from civicgraph.extract.names.nlp import find_known
from civicgraph.extract.names.phrases import BEFORE, Phrase, enumeration, find_phrases
from civicgraph.extract.names.placed import find_placed
from civicgraph.model import Mention, Span
from civicgraph.values.honorifics import MEMBER, POLICE, TITLE
from civicgraph.values.names import is_given_name
from civicgraph.values.text import squash

HEADS = re.compile(rf"\b(?:{heads_of('organisation')})\b(?!'(?!s\b)\w|-\w|(?<=Police)\s+and\s+Crime\b)")
BARRIERS = re.compile(
    rf"{heads_of('organisation')}|Council|Universities|Colleges|Trusts?|Authority|Board|Committee|Panel|Group|Cabinet"
    r"|Services|Association|Schools|Fund|Government|Clubs|Hall|Rooms?|Gardai?|Gardaí|Water|[A-Z]{2,6}"
    # posts: "Project Director, Central and Eastern Care Trust"
    r"|Director|Officer|Manager|Chief|Executive|Chair(?:man)?|Clerk|Head|Leader|Secretary|Trustee|Inspector"
)
# "University of …", "Department for …": what opens a name.
OPENERS = re.compile(
    r"\b(?:(?:(?:Royal )?(?:College|Institution)|University|Department|Ministry|Diocese|Archdiocese|Bank"
    r"|(?:(?:Independent|National) )?Office|Church)"
    r"\s+(?:of|for))\s+(?:the\s+)?(?=[A-Z])"
)
OF_ITS = re.compile(r"(?:University|College) of [\w -]{3,40}(?='s\s)")  # "University of Barset's Moor Campus"
# "the University of Barset and Wren Systems" are two.
BESIDE = re.compile(r"University of (?!the\b)[^,&]{3,40}?(?=\s+and\s)")
# "Healthwatch Marshdale", "Action for Homes in Rural Barset": one of many that share a name.
FAMILY = re.compile(rf"\b(?:{any_of('families')})\s+(?:(?:the|yr?)\s+)?(?=[A-Z])")
OFFICE = re.compile(r"Department|Ministry|(?:Independent |National )?Office")
# Heads that go on to the right: "Norfolk Association of Local Councils".
RIGHT = re.compile(
    r"(?:(?<=Inspectorate)|(?<=Association)|(?<=Institute)|(?<=Federation)|(?<=Society)|(?<=Union)|(?<=Foundation))"
    r"\s+(?:of|for)\s+(?:the\s+)?(?=[A-Z])"
)
# "to be known as Adoption Central England", where the words before say that it is an organisation.
CALLED = re.compile(
    r"\b(?:[Aa]gency|[Cc]ompany|[Oo]rganisation|[Tt]rust|[Cc]harity|[Cc]onsortium|[Cc]ooperative|[Ee]nterprise)\s+"
    r"(?:(?:which\s+)?(?:will\s+be|is|was|to\s+be)\s+)?(?:known\s+as|called|named|trading\s+as)\s+[\"']?(?=[A-Z])"
)
# A kind of organisation, not one: every word says what it is and none which.
KIND_ONLY = re.compile(rf"(?:(?:{any_of('kinds_of_organisation')})\s+){{0,8}}(?:{heads_of('organisation')})", re.I)
CROWN = re.compile(r"\b(?:His|Her)\s$")  # that word begins sentences elsewhere
OWNER = re.compile(r"(?:Council|Authority|Government|Board)'s\s+(?=[A-Z])")
PERSON_BEFORE = re.compile(rf"\b(?:{TITLE}\b\.?\s(?:[A-Z][\w.'-]*\s){{0,2}}|(?<!&\s)[A-Z]\.?\s)$")
OF_AN_ACT = re.compile(r"\s?(?:\(?Act\b|,?\s?(?:18|19|20)\d\d)")
# A hall in which something happens is a place: "held in the Village Hall".
AT_PLACE = re.compile(r"\b(?:in|at|outside|near|opposite|behind|beside|[Vv]enue:|[Ll]ocation:)\s+(?:the\s+)?$")
# Of these a place has one, so that the kind names it: "the Integrated Care Board".
ONE_A_PLACE = re.compile(
    r"(?:Integrated Care Board|Clinical Commissioning Group|Local (?:Medical|Pharmaceutical|Dental|Optical) Committee"
    r"|Parochial Church Council)$"
)
NOT_ORG = re.compile(
    r"\b(?:Directorate|Scrutiny|(?<!Medical )(?<!Pharmaceutical )(?<!Dental )(?<!Optical )Committee|Cabinet|Strategy"
    r"|Plan|Programme|Report|Act|Minutes|Suite|(?<!Reading )Room"
    r"|Road|Street|Lane|Portfolio|Council Chambers?|General Meeting|Lead)\b"
    r"|^(?:Office|College|Society|Bank|Church) (?:of|for|to) (?:the )?(?:Chief|Director|Leader|Mayor|Clerk)\b|Fund$"
)
# What may follow a weak head without being part of one name with it: a post, a place in the list.
POST = re.compile(rf"\s++(?:Chief|Director|Head|Chair|Constable|Trustees?|{MEMBER}|{POLICE})\b")
# "Assistant Principal, Curriculum, Dunmoor College": what is no name stands in one list with it.
LISTED_BEFORE = re.compile(r"([A-Z][^,()]*),\s+")
FOLLOWS = re.compile(
    r"[ ]+(?!(?:She|He|They|It|The|This|That|These|We|There|All|A|An|In|On|At|After|As|For|No|If|When|Clerk)\b)[A-Z]"
)
# Names of people stand before these: "Allan Reed Eden District Council" but "James Bradfield School".
AFTER_PERSON = ("council", "nhs", "police")


def find_organisations(text: str, offset: int = 0) -> Iterator[Mention]:
    """Outside organisations of a folded text, which may overlap: the longest is meant.

    Councils come from here too; the document's own is taken out later. `offset` is added to the spans.
    """
    known = [m for m in find_known(text) if not _means_another(text, m)]
    for mention in known:
        yield _mention(text, mention.span.start, mention.span.end, offset, mention.rule)
    yield from find_dealings(text, offset)
    starts = {mention.span.start for mention in known}
    for rule, pattern in (("organisation-of", OPENERS), ("organisation-called", CALLED)):
        for found in pattern.finditer(text):
            end = _before_known(text, enumeration(text, found.end(), HEADS), found.end(), starts)
            if beside := BESIDE.match(text, found.start(), end):
                end = beside.end()
            if campus := OF_ITS.match(text, found.start(), end):
                end = campus.end()
            start = found.start() if pattern is OPENERS else found.end()
            name = squash(text[start:end])
            if end > found.end() and not NOT_ORG.search(name) and not (OFFICE.match(name) and name.endswith("'s")):
                yield _mention(text, start, end, offset, rule)
    for found in FAMILY.finditer(text):
        end = run_end(text, found.end())
        if end > found.end() and not NOT_ORG.search(text[found.start() : end]):
            yield _mention(text, found.start(), end, offset, "organisation-family")
    yield from find_placed(text, offset)
    for phrase in find_phrases(text, HEADS, barriers=BARRIERS):
        start, end = _phrase(text, phrase)
        name = squash(text[start:end])
        whole = ONE_A_PLACE.search(name)
        if not whole and (start == phrase.head or _is_kind(name)):
            continue
        if NOT_ORG.search(name) or not (whole or _one_of_its_kind(text, phrase, start, name)):
            continue
        yield _mention(text, start, end, offset, "organisation-head")


def _is_kind(name: str) -> bool:
    return KIND_ONLY.fullmatch(name) is not None or (name.split()[0] in BEFORE and "Majesty's" not in name)


def _means_another(text: str, known: Mention) -> bool:
    """Is a listed name here a person's, "Cllr B Wicksteed", or an Act's, "LGA 1972"?"""
    name = known.name
    if name.isupper() and OF_AN_ACT.match(text, known.span.end):
        return True
    return name.isalpha() and PERSON_BEFORE.search(text[max(0, known.span.start - 40) : known.span.start]) is not None


def _one_of_its_kind(text: str, phrase: Phrase, start: int, name: str) -> bool:
    """Do the words before the head tell which organisation it is, and is one meant and no place?"""
    head = squash(text[phrase.head : phrase.end])
    rule = rule_of("organisation", head)
    words = name.split()
    if head == "Church" and len(words) == 2 and is_given_name(words[0]):
        return False  # "Katherine Church"
    if head == "Academy" and is_training(name):
        return False
    if rule is None or not rule.named:
        return True
    if rule.detail == "venue" and AT_PLACE.search(text[max(0, start - 20) : start]):
        return False
    if rule.detail == "national" and not word_list("national") & set(name.split()):
        return False
    return not is_everyday(name)


def _phrase(text: str, phrase: Phrase) -> tuple[int, int]:
    """Start and end of the name; start at the head where the words name no organisation."""
    rule = rule_of("organisation", squash(text[phrase.head : phrase.end]))
    detail = rule.detail if rule else ""
    start, end = phrase.start, phrase.end
    if owner := OWNER.match(text, start, phrase.head):
        start = owner.end()
    while (part := LISTED_BEFORE.match(text, start, phrase.head)) and is_everyday(part[1]):
        start = part.end()
    if detail in AFTER_PERSON:
        start = max(start, phrase.named)
    elif detail == "company":
        start = max(start, phrase.titled)
    if text.startswith("Majesty's", start) and (crown := CROWN.search(text[max(0, start - 4) : start])):
        start -= len(crown.group())
    over = RIGHT.match(text, end)
    if over:
        end = max(end, enumeration(text, over.end(), HEADS))
    elif rule and rule.weak and _goes_on(text, end) and not POST.match(text, end):
        return phrase.head, end
    club = text[phrase.head : phrase.end] in ("Club", "Partnership", "Collaborative", "Homes", "Consultants")
    if club and len(text[start : phrase.head].split()) < 2:
        return phrase.head, end
    return start, end


def _goes_on(text: str, end: int) -> bool:
    """Does a capitalised word follow that does not begin a sentence: "Bus Network Review", not "Wren Hospice. She"?"""
    return FOLLOWS.match(text, end) is not None


def _before_known(text: str, end: int, begin: int, starts: set[int]) -> int:
    """End before "and Transport Infrastructure Ireland": a known organisation in the enumeration is one of its own."""
    inner = [at for at in starts if begin < at < end and re.search(r"(?:,|\band|&)\s+(?:the\s+)?$", text[begin:at])]
    if not inner:
        return end
    cut = re.search(r"\s*,?\s*(?:and|&)?\s*(?:the\s+)?$", text[begin : min(inner)])
    return begin + cut.start() if cut else end


def _mention(text: str, start: int, end: int, offset: int, rule: str) -> Mention:
    if text[end - 1] == "'" and text[end - 2 : end - 1] != "s":
        end -= 1  # a closing quote
    name = squash(text[start:end])
    return Mention(kind="organisation", name=name, span=Span(start=offset + start, end=offset + end), rule=rule)
