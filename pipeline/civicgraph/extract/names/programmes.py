"""Programmes, projects, schemes, funds, strategies and plans that have a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.acronyms import find_acronyms
from civicgraph.extract.names.everyday import is_training
from civicgraph.extract.names.heads import any_of, heads_of, rule_of
from civicgraph.extract.names.phrases import BEFORE, OPENERS, STOPS, Phrase, enumeration, find_phrases
from civicgraph.model import Mention, Span
from civicgraph.values.gazetteer import not_names
from civicgraph.values.honorifics import MEMBER_S
from civicgraph.values.names import is_given_name, is_surname
from civicgraph.values.text import squash

# A dash without spaces may part two clauses: "the Warm Homes Fund-its first year-was open".
HEADS = re.compile(rf"\b(?:{heads_of('programme')})\b(?!['-](?!(?:its|the|a|an|this|that|which|with|and|but)\b)\w)")
BARRIERS = re.compile(
    rf"(?:{heads_of('programme')}|Committee|Board|Panel|Cabinet|Council|Polic(?:y|ies)|Plans|Strategies"
    r"|Projects|Schemes|Programmes|Initiatives|Funds)"
)
YEARS = re.compile(r"\s+\d{4}(?:\s?[-/]\s?\d{2,4}|\sto\s\d{4})?\b")
FOR = re.compile(r"\s+for\s+(?=[A-Z])")
# What may follow a name in a heading and speaks about it: "Climate Action Plan Update". Any other capitalised word
# goes on with another name: "Estimated Project Delivery Cost", "Transformation Programme Board".
SPOKEN_OF = re.compile(rf"[ ]+(?:{any_of('spoken_of')})\b")
LOWER_HEADS = "programmes?|schemes?|initiative|project|campaign|model|fund|strategy|framework|pilot|policy|grant|plan"
LOWER = re.compile(rf"\b(?:{LOWER_HEADS})\b")
QUOTED = re.compile(
    r"(?<!\w)[\"'](?P<name>[A-Z][A-Za-z0-9 &'-]{3,60}?)[\"']+"
    r"(?=\s+(?P<head>initiative|programme|project|scheme|campaign|approach|service|model|strategy|policy|fund|pilot)\b)"
)
CALLED = re.compile(
    r"(?:initiative|programme|project|scheme|campaign)\s+(?:called|known as|entitled|named|titled)\s+"
    r"[\"'](?P<name>[A-Z][^\"'\n]{3,60})[\"']"
)
# "programmes such as Plan Bee, Plan Tree and Making Space for Nature"
SUCH_AS = re.compile(
    r"\b(?:programmes|programs|projects|schemes|initiatives|campaigns)\s+(?:such\s+as|including|like|called)\s+(?:the\s+)?(?=[A-Z])"
)
ONE_OF_MANY = re.compile(
    r"(?P<name>[A-Z][\w'&-]*(?:\s+(?:(?:of|for|to|in|the|on)\s+)?[A-Z][\w'&-]*){0,5})(?P<gap>,\s+(?:and\s+)?|\s+and\s+)?"
)
# A line of a list that is a name and nothing else: "- Social work Academy"
LISTED = re.compile(
    rf"\W{{0,6}}(?P<name>[A-Z]\w+\s[a-z]{{3,}}(?<!and)(?<!for)(?<!the)\s(?P<head>{heads_of('programme')}))[\s.,;]{{0,3}}"
)
# Police and emergency services name what they do together with one word: "Operation Sandpiper".
OPERATION = re.compile(
    r"\bOperation\s[A-Z][a-z]{2,}\b(?!\s[A-Z])(?<!Manager)(?<!Director)(?<!Officer)(?<!Team)(?<!Group)(?<!Centre)(?<!Room)(?<!Plan)"
    r"(?<!Theatre)(?<!Date)(?<!Hours)(?<!Costs)"
)
# "MST", "+CityxChange": a word that is a name by its shape.
COINED = re.compile(r"[A-Z0-9&+]{2,}|\+?[A-Z][a-z]+(?:[A-Z]+[a-z]+)+|[A-Z][a-z]+x[A-Z][a-z]+")
REVIEW = re.compile(r"\bReview\b(?!['-]\w|[ ]+[A-Z])")
COMMON_REVIEW = re.compile(rf"\b(?:{any_of('common_reviews')})\b")
# A kind of thing, a duty or a document of the meeting, not one programme; "Local Improvement Scheme" is one.
GENERIC = re.compile(rf"(?:(?:{any_of('kinds_of_programme')}|local|\d{{4}}(?:[-/]\d{{2,4}})?)(?!\w)\s*)++", re.I)
# Of three such words and more, "Medium Term Financial Strategy", each council has one, and it is a name.
SAYS_LITTLE = re.compile(rf"(?:(?:{any_of('says_little')})(?!\w)|\d{{4}}(?:[-/]\d{{2,4}})?|\W+)", re.I)
NAMED_LOCAL = re.compile(r"Local (?!(?:Plan|Policy|Strategy|Government|Authority)\b)\w+ \w+")
NOT_NAMES = re.compile(
    rf"\b(?:Committee|Board|Panel|Report|{MEMBER_S}|Director|Officer|Manager|Minister|Meeting|Minutes|Agenda|Department"
    r"|Ministry|Section|Appendix|Option|Phase|Plot|Lot|Tier|Grade|Class)\b"
    r"|\b(?:Insurance|Indemnity|Retirement|Pensions?) (?:Policy|Plan)$|^(?:Head|Leader|Chair)\b"
)
PEOPLE_OR_THINGS = re.compile(rf"(?:{any_of('people_or_things')})$", re.I)
PLURALS = ("families", "services", "homes", "lives", "futures", "starts", "models")


def find_programmes(text: str, offset: int = 0) -> Iterator[Mention]:
    """Named programmes of a folded text, the surest rule first where two overlap; `offset` is added to the spans."""
    taken: list[tuple[int, int]] = []
    for start, end, rule, kind, acronym in _candidates(text, taken):
        name = squash(text[start:end]).strip("\"' ")
        generic = GENERIC.fullmatch(name) and not NAMED_LOCAL.match(name) and _words_that_tell(name) < 3
        if (
            any(a < end and start < b for a, b in taken)
            or (generic and not acronym)
            or NOT_NAMES.search(name)
            or _is_persons(name)
            or len(name) < 3
            or (len(words := name.split()) < 4 and is_given_name(words[0]) and is_surname(words[-1]))  # "William Grant"
        ):
            continue
        taken.append((start, end))
        span = Span(start=offset + start, end=offset + end)
        yield Mention(kind="programme", name=name, span=span, rule=rule, acronym=acronym, detail=kind)


def _words_that_tell(name: str) -> int:
    return sum(1 for word in name.split() if not SAYS_LITTLE.fullmatch(word))


def _is_persons(name: str) -> bool:
    """Is it somebody: "Ross Grant"?"""
    words = name.split()
    return len(words) == 2 and is_given_name(words[0]) and is_surname(words[1])


Candidate = tuple[int, int, str, str, str]  # start, end, rule, kind of programme, acronym


def _candidates(text: str, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    yield from _defined(text, taken)
    line = LISTED.fullmatch(text)
    if line:
        yield line.start("name"), line.end("name"), "programme-listed", _kind(line.group("head")), ""
    for pattern, rule in ((QUOTED, "programme-quoted"), (CALLED, "programme-called")):
        for found in pattern.finditer(text):
            head = found.groupdict().get("head") or "initiative"
            yield found.start("name"), found.end("name"), rule, _kind(head), ""
    for found in OPERATION.finditer(text):
        yield found.start(), found.end(), "programme-operation", "programme", ""
    yield from _such_as(text)
    phrases = sorted(
        find_phrases(text, HEADS, right=YEARS, barriers=BARRIERS), key=lambda p: (p.start - p.end, p.start)
    )
    for phrase in phrases:
        yield from _headed(text, phrase)
    for phrase in find_phrases(text, REVIEW, barriers=BARRIERS):
        words = text[phrase.start : phrase.head].split()
        behind = re.match(r"\s+(?:meetings?|process|team|date|period)\b", text[phrase.end : phrase.end + 12])
        if len(words) > 1 and not words[0].isupper() and not behind and not COMMON_REVIEW.search(" ".join(words)):
            yield phrase.start, phrase.end, "programme-review", "project", ""
    for phrase in find_phrases(text, LOWER, barriers=BARRIERS):
        yield from _before_lower(text, phrase)


def _kind(head: str) -> str:
    rule = rule_of("programme", squash(head))
    return rule.detail if rule else "programme"


def _defined(text: str, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Long forms of acronyms; those of people and things ("Looked after Children (LAC)") are marked as taken."""
    for defined in find_acronyms(text):
        long = squash(text[defined.start : defined.end])
        last = long.split()[-1]
        behind = text[defined.whole : defined.whole + 14]
        named = re.match(r"\s*(?:service|programme|project|initiative|scheme)s?\b", behind)
        if PEOPLE_OR_THINGS.search(last) and not named:
            taken.append((defined.start, defined.end))
            continue
        if _is_initials(long, defined.short):
            taken.append((defined.start, defined.end))
            continue
        capitals = sum(word[0].isupper() for word in long.split())
        if capitals < sum(len(word) > 3 for word in long.split()):
            continue
        if last.endswith("s") and last.lower() not in PLURALS and not named:
            continue
        yield defined.start, defined.end, "programme-acronym", _kind(last), defined.short


def _is_initials(long: str, short: str) -> bool:
    """ "Joan Pike (JP)": minutes shorten people too, and tell so where they list them."""
    words = long.split()
    return len(words) in (2, 3) and len(short) <= 3 and is_given_name(words[0]) and words[0].lower() not in not_names()


def _such_as(text: str) -> Iterator[Candidate]:
    for found in SUCH_AS.finditer(text):
        at, many = found.end(), []
        while (one := ONE_OF_MANY.match(text, at)) is not None:
            many.append((one.start("name"), one.end("name")))
            at = one.end()
            if not one.group("gap"):
                break
        for start, end in many:
            if text[start:end].split()[0] not in BEFORE:
                yield start, end, "programme-such-as", "programme", ""


def _headed(text: str, phrase: Phrase) -> Iterator[Candidate]:
    """A capitalised phrase with its head: "Placement Sufficiency Strategy 2024-27", "Long-Term Plan for Towns"."""
    start, end = phrase.start, phrase.end
    if re.match(r"[ ]+[A-Z]", text[end : end + 3]) and not SPOKEN_OF.match(text, end):
        following = re.match(r"[ ]+([\w'-]+)", text[end : end + 30])
        if following and following.group(1) not in STOPS:
            return
    start = _without_owner(text, start, phrase.head)
    words = text[start:end].split()
    if start == phrase.head or words[0] in BEFORE or _is_person(words):
        return
    if text[phrase.head : phrase.end] == "Academy" and not is_training(text[start:end]):
        return
    over = FOR.match(text, end) if len(words) < 3 else None  # "Long-Term Plan for Towns"
    if over and text[over.end() :].split(maxsplit=1)[0].rstrip(",.;") not in BEFORE:
        stop = enumeration(text, over.end(), HEADS)
        years = YEARS.match(text, stop)
        end = years.end() if years else stop
    head = re.match(HEADS, text[phrase.head : phrase.head + 40])
    yield start, end, "programme-head", _kind(head.group()) if head else "programme", ""


def _is_person(words: list[str]) -> bool:
    """ "Sue Grant": the head is a surname too."""
    given = words[-2]
    return is_surname(words[-1]) and is_given_name(given) and given.lower() not in not_names()


def _without_owner(text: str, start: int, head: int) -> int:
    """Offset after whose it is: "Council's Tree Strategy", "UK Government Levelling Up Fund"."""
    owner = re.match(
        r"(?:(?:[A-Z][\w-]*\s+){0,4}(?:Council|Government|Authority|Cabinet|Service|Trust|Partnership|Association)'s"
        r"|(?:UK|Welsh|Scottish) Government)\s+",
        text[start:head],
    )
    return start + owner.end() if owner and start + owner.end() < head else start


def _before_lower(text: str, phrase: Phrase) -> Iterator[Candidate]:
    """A capitalised name before a head in lower case: "KEEP programme", "Northgate Levelling Up scheme"."""
    name = text[phrase.start : phrase.head].rstrip()
    words = name.split()
    if not words or (words[0] in BEFORE and words[0] not in OPENERS) or words[-1] in ("and", "&") or "\n\n" in name:
        return
    start = phrase.start
    head = text[phrase.head : phrase.end].rstrip("s")
    coined = COINED.fullmatch(words[-1])
    if coined and "and" not in words and len(words) > 1 and words[-1].isupper():
        start = phrase.start + name.rfind(words[-1])  # "Coventry KEEP programme": a place in front
    elif not coined and (len(words) == 1 or PEOPLE_OR_THINGS.search(words[-1])):
        return
    yield start, phrase.start + len(name), "programme-lower", _kind(head), ""
