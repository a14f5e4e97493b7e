"""A person's name in the text as a mention: the name alone, without what heads a list or stands before it."""

from __future__ import annotations

import re

from civicgraph.model import Mention, Span
from civicgraph.values.honorifics import MEMBER_S, MEMBERS, POLICE, RANK, TITLE
from civicgraph.values.names import parse_person, unbroken
from civicgraph.values.text import squash

# Before the name and no part of it: "Councillors" that heads a list, the tier of a councillor, an office held.
LEAD = re.compile(
    rf"(?:{MEMBER_S}\.?\s?/\s?(?:County\s)?(?={MEMBER_S}\b)"  # "Cyng / Cllr A Lee"
    rf"|(?:{MEMBERS}|Messrs|Drs|Members)\b[.,:]{{0,2}}(?:\s+-)?\s+(?=\S)"
    rf"|(?-i:{MEMBER_S})\s+-\s+(?=[A-Z])"  # "Alderman - A Lee"
    rf"|[A-Z][\w.]{{1,14}}\s(?={MEMBER_S}\b)"  # "Barset Cllr A Lee"
    rf"|(?:County Borough|County|Cty|Co|District|Borough|City|Town|Parish|Community|Ward|Unitary)\.?\s+(?={MEMBER_S}\b)"
    r"|(?:the\s+)?(?:(?:right\s+)?worshipful\s+)?(?:the\s+)?(?:deputy\s+|depute\s+)?(?:(?:(?:lord|town|city)\s+)?(?:mayor|provost)|cathaoirleach)"
    r"(?:\s+of\s+[A-Z][a-z]{2,20})?,?\s+(?=[A-Z]))",
    re.I,
)
TITLED = re.compile(rf"(?:{MEMBERS}|Messrs|Drs)\b", re.I)
RANKED = re.compile(rf"(?:{RANK}\b\.?\s{{1,3}})+")
# Behind the name, of no office: "L Moss BA DipEd"; an honour stays.
DEGREE = re.compile(r"[ ,]+(?:[BM](?:A|Sc|Ed)|LL[BM]|MBA|PhD|PGCE|DASE|Dip ?Ed|(?:Pg ?|PG ?)?Cert ?Ed)\Z")
# A name at the end of a text, before what says the person's post.
NAME_END = re.compile(
    rf"(?P<name>(?!That\b)(?:(?:{TITLE}|{POLICE})\.?\s+)?"
    r"(?:[A-Z](?:\.\s?|\s)"
    r"|[A-Z][a-z'\u00c0-\u024f-]+\s+){1,3}(?:(?:de|van|von|der|den|la|du|Mac|Mc"
    r"|O')\s?)?[A-Z][\w'\u00c0-\u024f-]+)\s*(?:,|\(|-|:)?\s*(?:the\s+|who is\s+(?:the\s+)?)?$"
)
MARKS = re.compile(r"[*+#\u2020\s]*")
TRAILS = re.compile(r"(?:,\s+and)?[ .,;:*+\u2020\n\t-]*\Z")


def person_mention(
    scene_text: str, start: int, end: int, rule: str, *, listed: bool = False, headed: bool = False
) -> Mention | None:
    """A person, where the words are a name; `detail` has the titles.

    >>> # "Councillors Daniel Allen" → "Daniel Allen"; "Provost Ailsa Drummond" → "Ailsa Drummond"
    """
    while (lead := LEAD.match(scene_text, start, end)) and parse_person(scene_text[lead.end() : end], listed=True):
        start = lead.end()
        listed = listed or bool(TITLED.match(lead.group()))
    name = parse_person(scene_text[start:end], listed=listed, headed=headed)
    if name is None or not name.surname:
        return None
    if (rank := RANKED.match(scene_text, start, end)) and parse_person(scene_text[rank.end() : end], listed=True):
        start = rank.end()
    start += len(MARKS.match(scene_text, start, end).group())  # type: ignore[union-attr]
    end -= len(TRAILS.search(scene_text, start, end).group())  # type: ignore[union-attr]
    while (degree := DEGREE.search(scene_text, start, end)) and parse_person(
        scene_text[start : degree.start()], listed=listed, headed=headed
    ):
        end = degree.start()
    return Mention(
        kind="person",
        name=squash(unbroken(scene_text[start:end])),
        span=Span(start=start, end=end),
        rule=rule,
        detail=name.honorific,
    )


def is_person(words: str) -> bool:
    """Are the words one person's name that needs no list to be seen as one: "District Councillor Ann Lee"?"""
    return person_mention(words, 0, len(words), "") is not None
