"""Whom a clause names: posts, bodies and people, and of a request organisations outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from civicgraph.extract.names.bodies import decides_alone, find_bodies
from civicgraph.extract.names.organisations import find_organisations
from civicgraph.extract.names.phrases import enumeration
from civicgraph.extract.names.posts import HEADS, find_posts
from civicgraph.model import Action, Mention, Span
from civicgraph.values.gazetteer import not_names
from civicgraph.values.names import is_given_name
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

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
    r"|(?:(?<=\bto )|(?<=\bto the )|(?<=\bTO )|(?<=\b[Tt]hat )|(?<=\b[Tt]hat the ))"
    r"(?P<whom>(?:[Ff]ull )?Council|(?:FULL )?COUNCIL|CABINET|Executive)(?!\s+(?:[A-Z][a-z]|[Tt]ax\b|[Hh]ous))\b(?!'|-)"
)
# Who is asked or authorised without a capital: "the clerk to write", "officers be instructed".
PLAIN = re.compile(
    r"\b(?:officers|Officers|[Cc]lerk|[Ss]ecretary|[Cc]hair(?:man|person)?|[Tt]reasurer|[Ll]engthsman)\b(?!\s+of\s+State|'|-)"
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
FULL_NAME = re.compile(r"(?<![\w'-])(?P<given>[A-Z][a-z'-]+) (?:[A-Z]\.? )?(?P<surname>[A-Z][\w'-]++)(?! [A-Z])")

# "A J Reed be elected Chairman"
INITIALLED = re.compile(
    r"\b(?:[A-Z]\.?\s?){1,3}\s[A-Z][a-z][\w'-]+(?=\s+(?:be|was|were)\s+(?:\w+\s+)?(?:re-?)?(?:elected|appointed|nominated|co-opted)\b)"
)


# "the Corporate Director, Roads and Parks to …": in a clause that gives him a task it is his field, and nobody besides.
RANKED = re.compile(
    r"\b(?:(?:Corporate|Executive|Strategic|Service|Assistant|Deputy|Group|Divisional)\s+)?(?:Director|Head\s+of\s+Service|(?:Service|Group)\s+Manager|Chief\s+Officer)$"
)
FIELD = re.compile(r",\s+(?=[A-Z])")
OF_FIELD = re.compile(r",?\s+(?:be|is|are|to|for|in\s+consultation|or|[a-z]+)\b|\W*$")


def _posts(text: str, offset: int) -> Iterator[Mention]:
    """Posts, each with its field behind a comma."""
    for post in find_posts(text, offset):
        end = post.span.end - offset
        field = FIELD.match(text, end) if RANKED.search(post.name) else None
        stop = enumeration(text, field.end(), HEADS) if field else end
        words = text[end:stop]
        if (
            stop > end
            and OF_FIELD.match(text, stop)
            and not (find_people(words) or any(find_posts(words)) or any(find_bodies(words, 0)))
        ):
            start = post.span.start - offset
            post = replace(post, name=squash(text[start:stop]), span=Span(start=post.span.start, end=offset + stop))
        yield post


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
        for found in chain(FULL_NAME.finditer(text), INITIALLED.finditer(text))
        if found.re is INITIALLED
        or is_given_name(found["given"])
        and not {found["given"].lower(), found["surname"].lower()} & not_names().keys()
    ]


def names_in(text: str, offset: int, action: Action | None = None) -> list[Mention]:
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
    bare += [
        Mention(
            kind="post", name=m.group(), span=Span(start=offset + m.start(), end=offset + m.end()), rule="target-plain"
        )
        for m in (PLAIN.finditer(text) if action in ("request", "delegate") else ())
    ]
    outside = _outside(text, offset) if action == "request" else ()
    people += _untitled(text, offset) if action == "appoint" else []
    bodies = [
        # A cabinet member is a body where one decides alone, and else the holder of a post.
        replace(m, kind="post") if m.rule == "body-member" and not _alone(text, m, offset) else m
        for m in find_bodies(text, offset)
    ]
    every = [*outside, *_posts(text, offset), *bodies, *people, *bare]
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
