"""To whom a decision speaks: targets, those to be consulted, when it is due, on what ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from civicgraph.extract.decisions.subjects import TASK
from civicgraph.extract.names.bodies import decides_alone, find_bodies
from civicgraph.extract.names.organisations import find_organisations
from civicgraph.extract.names.posts import find_posts
from civicgraph.model import Action, Mention, Quoted, Span
from civicgraph.values.gazetteer import not_names
from civicgraph.values.names import is_given_name
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

CONSULTED = re.compile(r"(?:,\s*)?(?:in|following|after|and)\s+(?:consultation|discussions?|liaison)\s+with\s+", re.I)
DUE = re.compile(
    r"\b(?:within (?:the next )?(?:\w+|\d+) (?:working )?(?:days?|weeks?|months?|years?)|(?:in"
    r"|after)(?: a further)? (?:\d+|six|three|two|twelve|four|nine|one) (?:days|weeks|months|month"
    r"|years?'? ?time|year)(?: or earlier|'? time)?|in \d+ months(?: or earlier)?"
    r"|by (?:the )?(?:end of )?(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May"
    r"|June|July|August|September|October|November|December)(?: \d{4})?|the next meeting|next meeting"
    r"|(?:spring|summer|autumn|winter) \d{4}|\d{4})"
    r"|in (?:early |late |mid-?)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{4})?|every (?:\d+|six|three|two|twelve) (?:months|weeks"
    r"|years)|(?:annually|quarterly|monthly|as soon as possible|every year|each year)"
    r"|(?:to|at|for) (?:the |its |their |a )?(?:next|future|following|subsequent|later"
    r"|forthcoming) (?:\w+ ){0,4}meetings?(?: of (?:the )?[A-Z][\w() ]{3,60}?(?=[,.;]|$))?)",
    re.I,
)
GROUND = re.compile(
    r"\b(?:on the grounds? that|on grounds that|under (?:Section|Sections|Schedule|the (?:provisions"
    r"|terms))|in accordance with|pursuant to|by virtue of|as (?:it|they) (?:involve|contain"
    r"|disclose)|because)\b",
    re.I,
)
SPEAKING: frozenset[Action] = frozenset(("refer", "recommend", "request", "delegate", "appoint", "schedule"))
ENDS_HOLDERS = re.compile(
    r"\bto\s+(?!the\b|[A-Z])[a-z]|[;.]|\bfor (?:the )?[a-z]+|\bsubject to\b|\bthat\b|\bwhich\b"
    r"|\bwho\b|\bin respect\b|\bas (?:set|outlined|detailed)\b|\bif\b|\bprovided\b"
)
# Posts and bodies named without what they are for; a clause that speaks to them means the council's own.
BARE = re.compile(
    r"\b(?P<post>(?:Cabinet|Executive|Lead) Members?|Portfolio Holder"
    r"|(?:Deputy )?Leader(?: of the (?:Council|Opposition))?"
    r"|(?:Prime )?Minister(?: of State)?(?: (?:of|for) (?:[A-Z][\w&'-]*|and|the)(?: (?:[A-Z][\w&'-]*"
    r"|and)){0,8})?|Secretary of State(?: (?:of|for) (?:[A-Z][\w&'-]*|and)(?: (?:[A-Z][\w&'-]*"
    r"|and)){0,6})?)\b(?!\s+for\b)"
    r"|(?<![A-Z]\s)(?<![a-z]\s)\b(?P<body>(?:[Ff]ull )?Council|Executive)(?=\s+(?:be|is|are|at|to|in|for"
    r"|on|that|(?:approve|agree|note|adopt|endorse|ratifie|confirm)s?|ratify)\b|[,.;:]|$)"
    # A recommendation "to the Council", and "RECOMMENDED TO COUNCIL", are for the meeting of all members.
    r"|(?:(?<=\bto )|(?<=\bto the )|(?<=\bTO )|(?<=\bthat )|(?<=\bthat the ))"
    r"(?P<whom>(?:[Ff]ull )?Council|(?:FULL )?COUNCIL|CABINET|Executive)(?!\s+(?:[A-Z][a-z]|[Tt]ax\b|[Hh]ous))\b(?!'|-)"
)
# Whoever is asked under a name of two words or more: "ask Milby District Council to …", "that Pell Rangers be invited".
_NAME = r"[A-Z][\w'&-]*+(?:\s+(?:of\s+)?[A-Z][\w'&-]*+){1,5}"
ADDRESSED = (
    re.compile(
        rf"\b(?i:asks?|asked|requests?|requested|invites?|invited|urges?)\s+(?:the\s+)?(?P<who>{_NAME})(?=\s+to\s+[a-z])"
    ),
    re.compile(rf"\bthat\s+(?:the\s+)?(?P<who>{_NAME})(?=\s+be\s+(?:asked|requested|invited|urged))"),
)
HOLDER = re.compile(r"\b(?:Officers?|Director|Head|Manager|Clerk|Chair\w*|Leader|Members?|Councillors?|Mayor)\b")
TO_BE = re.compile(r"\s(?:be|is|are|have|has|should|to)\s")
# Authority: "the Clerk be authorised to …", "authority be delegated to the …", "authorises the …".
EMPOWERED = re.compile(
    r"(?:,[^,]{3,160},|\s*\([^)]{1,60}\))?\s+(?:and\s+(?:the\s+)?[A-Z][\w' &-]{3,60}\s+)?(?:be|is|are|have|has)\s+"
    r"(?:hereby\s+|(?:full\s+)?delegated\s+)?(?:authoris|authoriz|delegat|empower|given|granted|mandat|authority|powers?\b)"
)
LISTED_EMPOWERED = re.compile(
    r"(?:\s*,\s*|\s+and\s+)(?:the\s+)?(?=[A-Z]).{3,120}?\b(?:be|are)\s+(?:authoris|delegat|given|granted)", re.S
)
HANDS = re.compile(
    r"\bdelegat\w*\b.{0,160}?\bto\s+(?:the\s+)?|\b(?:authoris|authoriz|empower|mandat)\w*\s+(?:the\s+)?"
    r"|\b(?:authority|powers?)\s+(?:be\s+)?(?:\w+\s+)?to\s+(?:the\s+)?",
    re.I | re.S,
)
# Requests: "the Director be asked to …", "asks the …", "from the …", "the Clerk to write".
ASKED = re.compile(
    r"(?:\s*\([^)]{1,60}\))?(?:\s+and\s+(?:the\s+)?[A-Z][\w' &-]{3,80})?"
    r"(?:,?\s+at\s+(?:its|their|the)\s[^,;.]{3,60}?,?)?"
    r"\s+(?:be|is|are|was|were)\s+(?:also\s+)?(?:request|ask|instruct|invit|direct|requir|urg|task)"
)
ASKS = re.compile(
    r"\b(?:request|ask|instruct|invit|direct|requir|urg|task|call on|call upon|expect|encourag)(?:s|ed|e|es|ing)?\s+"
    r"(?:that\s+)?(?:the\s+)?$",
    re.I,
)
ASKS_FROM = re.compile(r"\b(?:request|sought|seek|ask|receive)\w*\b.{0,140}\bfrom\s+(?:the\s+)?$", re.I | re.S)
VIEWS_OF = re.compile(r"\b(?:views?|advice|comments|opinion)\s+of\s+(?:the\s+)?$")
SOUGHT = re.compile(r"\s+be\s+(?:sought|requested|obtained|asked)\b")
WRITES_TO = re.compile(
    r"\bcomments?\s+to\s+(?:the\s+)?$|\b(?:write|written|letter|report|representations?) (?:be sent )?to"
    r"\s+(?:the\s+)?$",
    re.I,
)
HAS_TASK = re.compile(
    rf"^(?:(?:,|\s+and|\s+&)\s+(?:the\s+)?[A-Z][\w.' -]{{2,60}}?)?"
    rf"\s+(?:(?:(?:(?:is|are)\s+)?to|should|will|would|shall)\s+[a-z]|{TASK}s?\b)"
)
# Referrals and recommendations: "be recommended to the …", "refers the report to the …".
ADVISED = re.compile(r"\s+(?:be|is|are)\s+(?:also\s+|formally\s+)?(?:recommended|advised|asked)\b", re.I)
# "RECOMMENDED that the Council approves the scheme"
DOES = re.compile(
    r"\s+(?:(?:approve|adopt|agree|endorse|accept|confirm|authorise|support|consider|note)s?|ratif(?:y|ies))\b"
)
SENDS = re.compile(
    r"\b(?:pass|refer|recommend|commend|forward|escalat|submit|remit|report|advis|propos|present)\w*\b", re.I
)
DIRECTLY = re.compile(r"(?=.{0,13}$)\s+(?:that\s+|to\s+)?(?:the\s+)?", re.I)
SENT_TO = re.compile(
    r"\b(?:to|TO)\s+(?:the\s+)?(?:next meeting of (?:the\s+)?)?$"
    r"|\bto (?:both )?(?:the\s+)?[A-Z][\w'() &-]{3,80}(?:,| and) (?:the\s+|to\s+(?:the\s+)?)?$"
)
MEETING_OF = re.compile(r"\b(?:to|meetings?\s+of|for|by|at)\s+(?:the\s+)?(?:next\s+)?(?:meeting of (?:the\s+)?)?$")
ADVICE_OF = re.compile(r"\b(?:views?|advice|comments|opinion)\s+of\s+(?:the\s+)?[A-Z]")
FULL_NAME = re.compile(r"(?<![\w'-])(?P<given>[A-Z][a-z'-]+) (?:[A-Z]\.? )?(?P<surname>[A-Z][\w'-]++)(?! [A-Z])")
# "proposed by Cllr Reed, seconded by Cllr Lowe and appointed": these two are not.
REPLACED = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:place|stead|succession|absence)\s+(?:of|to)|to\s+(?:replace|succeed)|replacing|succeeding|vice"
    r"|instead\s+of|representing)\s+(?:the\s+)?(?:former|late|retiring|outgoing)?\s*$",
    re.I,
)
PROPOSER = re.compile(r"\b(?:proposed|seconded|moved|nominated)\s+(?:by\s+)?(?:the\s+)?$", re.I)
SUBJECT_OF = re.compile(
    r"^(?:[\"'(]*)(?:(?i:that)\s+)?(?:(?i:the)\s+)?"
    r"(?:[A-Z][\w.' -]{2,60}?\s(?:and|&)\s(?:the\s+)?(?=[A-Z][\w.' -]{1,60}$|$))?"
)


def find_targets(text: str, offset: int, action: Action) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """(targets, those to be consulted) of a clause; each a post, a person or a body, in the order of the text."""
    if action not in SPEAKING:
        return (), tuple(_consulted(text, offset)[0])
    consulted, spans = _consulted(text, offset)
    names = [m for m in _names(text, offset, action) if not any(s.overlaps(m.span) for s in spans)]
    chosen = [m for m in names if _is_target(text, offset, m, action)]
    return tuple(_distinct(chosen)), tuple(consulted)


def _consulted(text: str, offset: int) -> tuple[list[Mention], list[Span]]:
    out: list[Mention] = []
    spans: list[Span] = []
    for cue in CONSULTED.finditer(text):
        stop = ENDS_HOLDERS.search(text, cue.end())
        end = stop.start() if stop else len(text)
        spans.append(Span(start=offset + cue.start(), end=offset + end))
        out += list(_names(text[cue.end() : end], offset + cue.end()))
    return out, spans


def _alone(text: str, member: Mention, offset: int) -> bool:
    return decides_alone(text, member.span.start - offset, member.span.end - offset)


def _untitled(text: str, offset: int) -> list[Mention]:
    """People by given name and surname: "co-opt Joan Pell", where only a clause that appoints says what is meant."""
    return [
        Mention(
            kind="person",
            name=found.group(),
            span=Span(start=offset + found.start(), end=offset + found.end()),
            rule="target-untitled",
        )
        for found in FULL_NAME.finditer(text)
        if is_given_name(found["given"]) and not {found["given"].lower(), found["surname"].lower()} & not_names().keys()
    ]


def _names(text: str, offset: int, action: Action | None = None) -> list[Mention]:
    """Posts, bodies and titled people, and of a request organisations outside; the longest where they overlap."""
    people = [
        Mention(
            kind="person",
            name=squash(text[p.start : p.end]),
            span=Span(start=offset + p.start, end=offset + p.end),
            rule="target-person",
        )
        for p in find_people(text)
    ]
    bare = [
        Mention(
            kind="post" if m.group("post") else "body",
            name=squash(m.group().title() if m.group().isupper() else m.group()),
            span=Span(start=offset + m.start(), end=offset + m.end()),
            rule="target-bare",
        )
        for m in BARE.finditer(text)
    ]
    outside = _outside(text, offset) if action == "request" else ()
    people += _untitled(text, offset) if action == "appoint" else []
    bodies = [
        # A cabinet member is a body where one decides alone, and else the holder of a post.
        replace(m, kind="post") if m.rule == "body-member" and not _alone(text, m, offset) else m
        for m in find_bodies(text, offset)
    ]
    every = [*outside, *find_posts(text, offset), *bodies, *people, *bare]
    out: list[Mention] = []
    for m in sorted(every, key=lambda m: (m.span.start - m.span.end, m.span.start, m.kind)):
        if not any(m.span.overlaps(o.span) for o in out):
            out.append(m)
    return sorted(out, key=lambda m: m.span)


def _outside(text: str, offset: int) -> Iterator[Mention]:
    """Organisations by their names, and whoever else is asked under a name of several words."""
    for known in find_organisations(text, offset):
        yield replace(known, rule="target-outside")
    for found in chain(*(pattern.finditer(text) for pattern in ADDRESSED)):
        who = found.group("who")
        if not HOLDER.search(who) and not find_people(who):
            span = Span(start=offset + found.start("who"), end=offset + found.end("who"))
            yield Mention(kind="organisation", name=squash(who), span=span, rule="target-addressed")


def _is_target(text: str, offset: int, mention: Mention, action: Action) -> bool:
    """Does the clause speak to this one? What decides is where the name stands to the verb."""
    start, end = mention.span.start - offset, mention.span.end - offset
    before, after = text[:start], _past_consultation(text[end:])
    match action:
        case "delegate":
            return bool(EMPOWERED.match(after)) or _is_handed(text, start) or bool(LISTED_EMPOWERED.match(after))
        case "request":
            return _is_asked(before, after)
        case "recommend" | "refer":
            if action == "recommend" and (ADVISED.match(after) or mention.kind == "body" and _does(before, after)):
                return True
            return not (mention.kind == "person" and action == "recommend") and _is_reached(text, start)
        case "appoint":
            return mention.kind == "person" and not (PROPOSER.search(before) or REPLACED.search(before))
        case _:
            return mention.kind == "body" and bool(MEETING_OF.search(before))


def _does(before: str, after: str) -> bool:
    lead = SUBJECT_OF.match(before)
    return bool(lead and lead.end() == len(before) and DOES.match(after))


def _past_consultation(after: str) -> str:
    """What follows a name, without those who are to be consulted: "the Director, in consultation with X, be asked"."""
    cue = CONSULTED.match(after.lstrip(" (")) and CONSULTED.search(after)
    stop = TO_BE.search(after, cue.end()) if cue else None
    return after[stop.start() :] if stop else after


def _is_handed(text: str, start: int) -> bool:
    """Does a name stand among those to whom authority goes: "authority be delegated to the A and the B to …"?"""
    for cue in HANDS.finditer(text):
        if start >= cue.end() - 1:
            stop = ENDS_HOLDERS.search(text, cue.end())
            if start < (stop.start() if stop else len(text)):
                return True
    return False


def _is_asked(before: str, after: str) -> bool:
    if ASKED.match(after) or ASKS.search(before) or ASKS_FROM.search(before) or WRITES_TO.search(before):
        return True
    if VIEWS_OF.search(before) and SOUGHT.match(after):
        return True
    lead = SUBJECT_OF.match(before)
    return bool(lead and lead.end() == len(before) and HAS_TASK.match(after))


def _is_reached(text: str, start: int) -> bool:
    """Is it where a matter is sent: "refer the report to the A and the B", "recommend the Council that …"?"""
    cue = SENDS.search(text)
    if cue is None or start <= cue.start():
        return False
    return bool(DIRECTLY.fullmatch(text[cue.end() : start]) or SENT_TO.search(text[:start]))


def _distinct(mentions: list[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for m in mentions:
        if all(m.name.lower() != o.name.lower() for o in out):
            out.append(m)
    return out


def find_due(text: str, offset: int) -> Quoted | None:
    found = DUE.search(text)
    return (
        Quoted(text=squash(found.group()), span=Span(start=offset + found.start(), end=offset + found.end()))
        if found
        else None
    )


def find_ground(text: str, offset: int) -> Quoted | None:
    """The ground on which the public is excluded, in the words used."""
    found = GROUND.search(text)
    if not found:
        return None
    end = re.search(r"\.(?:\s|$)", text[found.start() :])
    stop = found.start() + end.start() if end else len(text.rstrip())
    return Quoted(text=squash(text[found.start() : stop]), span=Span(start=offset + found.start(), end=offset + stop))
