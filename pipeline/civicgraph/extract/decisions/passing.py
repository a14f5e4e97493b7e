"""The grammar of passing a matter on: which words hand it to another body, and to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.decisions.deciding import YET_TO_COME
from civicgraph.extract.decisions.subjects import ADVERB
from civicgraph.extract.decisions.verbs import by_form
from civicgraph.extract.names.bare import bodies_at, body_at, body_before
from civicgraph.model import Mention, ReferralKind, Span

# "presented by the Cabinet Member, Roads and Parks to the Roads Scrutiny Panel": who carries it there.
_HOLDER = r"(?:\s+by\s+(?:the\s+)?[A-Z][^.;:\n]{2,90}?(?=\s+to\s))"
VERB = re.compile(
    r"\b(?:(?P<refer>refer(?:s|red)?|remit(?:s|ted)?|sends?(?=\s+(?:its|their|the|these)\s+(?:[\w']+\s+){0,2}?(?:comments|views|observations"
    r"|recommendations|findings)\b)|forward(?:s|ed)?|escalate[sd]?"
    # What is yet to be written is asked for, and not passed on; "the plan to be presented to the Cabinet" tells of it.
    r"|(?P<written>(?<!to be )submit(?:s|ted)?"
    rf"|(?P<up>(?<!to be )(?:report|present)ed(?={_HOLDER}?\s+(?:on\s+|back\s+|up\s+)?to\s))"
    r"|(?:taken|brought|put|placed)(?=\s+(?:on\s+|back\s+|up\s+|forward\s+)?(?:to|before)\s))"
    r"|pass(?:es|ed)?(?=\s+(?:on\s+|back\s+|up\s+)?to\s))"
    r"|(?P<recommend>recommend(?:s|ed)?|(?-i:RECOMMENDATIONS?|Recommendations?)(?=\s*:|\s+to\s)|commend(?:s|ed)?))\b",
    re.I,
)
_ADVERBS = rf"(?:(?:{ADVERB}|therefore|directly)\s+){{0,2}}"
# What stands before a verb that acts here: the clause's start, its auxiliary, its subject.
ACTS = re.compile(
    rf"(?:(?:^|\n)\W*(?:\(?(?:[A-Z]|[a-z]|[ivx]{{1,4}}|\d{{1,2}})[.)]?\s+)?(?:(?:that|to|and)\s+)?|\b(?:be|is|are|and|to|it\s+was|agree[sd]?|resolved|decided)\s+|[:;,(-]\s*"
    rf"|\b(?:Committee|Board|Panel|Council|Cabinet|Executive|Commission|Forum|Group|Authority|Members)\s+){_ADVERBS}$",
    re.I,
)
# Done before, or not at all: "had been referred", "as submitted", "not be referred".
UNDONE = re.compile(
    r"\b(?:had|has|have|having|was|were|been|being|as|previously|already|when|once|if|which|who|those|originally|never"
    r"|not|no\s+longer|cannot|nor|would|could|might|may)\s+(?:\w+\s+)?$|\b(?:would|could|might|may)\s+\w+\s+be\s+$|\bhad\s+to\s+(?:be\s+)?$"
    # What always goes there, or what an officer may send: "so that disputes are …", "authority be delegated to X to …"
    r"|\b(?:so\s+that|whereby|which|who|before|until|once|when|after)\b[^.;:]{0,60}?\b(?:is|are)\s+$|\bdelegat\w+\b[^.;:]{0,200}?\bto\s+$",
    re.I,
)
# "That no items be referred to Full Council"
NOTHING = re.compile(
    r"\b(?:no|neither|none\s+of\s+the)\s+(?:[\w-]+\s+){1,4}(?:be|is|are|was|were)\s+(?:\w+\s+)?$", re.I
)
_MATTER = (
    r"(?:the|this|these|both)\s+(?:[\w'-]+\s+){0,6}?(?:motions?|petitions?|matters?|items?|questions?|issues?|applications?"
    r"|proposals?|requests?|recommendations?)(?:\s+(?:from|of|for|on|by)\s[^.;:]{3,80}?)?\s+"
)
# "It was (referred to)"; of a matter where a sentence begins with it: "The petition was", "that the motion stand".
IT_WAS = re.compile(
    rf"(?:\bit\s+was|(?:^|[:,\n])\W*{_MATTER}(?:was|were)|(?:^|[:,\n]\W*|\bthat\s+){_MATTER}(?:(?:would\s+)?stands?|stood))"
    rf"\s+{_ADVERBS}$",
    re.I,
)
IF = re.compile(r"\b(?:if|unless|should|once)\b", re.I)
BY_HOLDER = re.compile(_HOLDER)
TO = re.compile(r"\b(?:to|before)\s+", re.I)
# A matter's own words end where another clause begins.
STOP = re.compile(
    r"\.(?=\s)|[;:\n]|\b(?:that|t\sh\sa\st|which|who|whom|whether|because|if|when|where|until|unless|by|recommend(?:s|ed|ing)?"
    r"|(?<!the )(?<!a )(?<!this )(?<!any )request(?:s|ed|ing)?|asks?"
    r"|delegat(?:e|es|ed|ing)|appoint\w*|nominat\w*|elect\w*|authori[sz](?:e|es|ed|ing))\b",
    re.I,
)
# "changes to the Cabinet", "a grant to the Board": the noun has the body, and not the verb.
NOUN_TO = re.compile(
    r"\b(?:chang|amend|member|represent|relat|regard|add|respon|repl|contribut|pay|grant|loan|access|due|subject|prior|accord"
    r"|attach|support|next|close|contrar|limit)\w*\s+$",
    re.I,
)
# "referred to the Cabinet report": what follows makes the body's name a word about something else.
ABOUT = re.compile(
    r"(?:'s|\s+(?:reports?|decisions?|minutes?|agenda|papers?|resolution|procedure|rules|website|held|protocol|constitution)\b)",
    re.I,
)
OF_BODY = re.compile(r"'s\s")  # "passed to the County Council's Highways team"
LEAD = re.compile(r"\s*(?:[-:,]\s*){0,2}(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)?(?:that\s+)?(?:the\s+)?", re.I)
AGENT_DOES = re.compile(
    r"\s*:|\s+(?:to\s+(?=[a-z])|should\b|be\s+(?:recommended|advised|asked|requested|invited)\b|(?P<does>[a-z-]+)\b(?P<whole>\s+OBJECT)?)".replace(
        "OBJECT", r"(?:(?:the|a|an|its|their|all|any|each|no|that|this|these)\b|[\xa3\d])"
    )
)
# No verb before an object: "that the Council tax the …", "the Cabinet meeting this week".
NOT_VERBS = frozenset(
    "and or of for in on at by with from under tax house housing meeting meetings member members".split()
)
CONSIDERS = frozenset(
    ("consider", "considers", "reconsider", "reconsiders", "re-consider", "comply", "complies", "set", "sets")
)
BE = re.compile(rf"\s+(?:be|is|are|was|were)\s+{_ADVERBS}$", re.I)
# "That the Cabinet be asked to reconsider the decision", "… to consider the following recommendations".
ASKED = re.compile(
    r"\s+(?:be|is|are)\s+(?:asked|requested|invited|urged)\s+to\s+(?:(?:re-?)?consider|review|examine|scrutinise|investigate|look\s+(?:at|into)|approve|adopt|agree"
    r"|endorse|ratify)\b"
    # … and "that the Cabinet take account of the Panel's comments"
    r"|\s+(?:(?:be|is|are)\s+(?:asked|requested|invited)\s+to\s+)?(?:consider|note|take\s+(?:account\s+of|into\s+(?:account|consideration)"
    r"|on\s+board)|have\s+regard\s+to)\s+(?:\w+\s+)?(?:[\w']+\s+){0,3}?(?:comments|views|recommendations?|concerns|observations)\b"
)
# "Cabinet is asked to agree the plan": so a report puts it to the very body that takes it, unless "that" stands before.
PUT_TO = re.compile(r"\s+(?:is|are)\s+(?:asked|requested|invited)\b")
THAT = re.compile(r"\b(?:that|That|THAT)\s+(?:the\s+)?$")
# "to ask the Roads Panel to look at verges"
ASK = re.compile(
    r"(?:^\W*(?:(?:RESOLVED|AGREED|resolved|agreed|Resolved|Agreed)\W+)?(?:(?:that|to)\s+)?|\b(?:to|and)\s+)(?:asks?|requests?|invites?|urges?)\s+(?=(?:the\s+)?[A-Z])"
)
TO_CONSIDER = re.compile(r"\s+to\s+(?:(?:re-?)?consider|review|examine|scrutinise|investigate|look\s+(?:at|into))\b")
# "That the Cabinet be advised that the Committee supports the scheme"
TOLD = re.compile(r"\s+be\s+(?:advised|informed|notified)\s+(?:that|of)\b")
# "endorsed the strategy for adoption by Full Council"
FOR_APPROVAL = re.compile(
    r"\bfor\s+(?:(?:its|their|final|formal|further)\s+)?(?:approval|(?:re-)?adoption|consideration|determination|decision"
    r"|ratification|endorsement)\s+(?:by|at)\s+(?=\S)"
    r"|\b(?:for|prior\s+to)\s+(?:(?:its|their)\s+)?(?:onward\s+)?(?:submission|recommendations?|referral|presentation)\s+to\s+(?=\S)"
)
CONVEYED = re.compile(
    rf"\b(?:comments|views|observations|recommendations?|concerns|findings|feedback)\b[^.;]{{0,80}}?\bbe\s+{_ADVERBS}(?:reported"
    r"|conveyed|passed|communicated|fed\s+back|put|presented|relayed|made|shared(?=\s+with))\s+(?:on\s+|back\s+|up\s+)?(?:to|with)\s+",
    re.I,
)
# "that the scheme be adopted by Full Council": what another body is to decide is recommended to it.
DECIDED_BY = re.compile(
    r"(?<!\bwill )(?<!\bwould )(?<!\bto )(?<!\bcan )(?<!\bmust )\bbe\s+(?:formally\s+)?"
    r"(?:approved|adopted|agreed|endorsed|ratified|accepted|confirmed)"
    r"(?:\s+as\s+[^.;]{2,60}?)?\s+by\s+(?:the\s+)?(?=\S)",
    re.I,
)
# "that these be discussed at an Open Spaces Committee meeting": what another body is to take up is passed to it.
TAKEN_UP_BY = re.compile(
    r"(?<!\bwill )(?<!\bwould )(?<!\bto )\bbe\s+(?:further\s+)?(?:discussed"
    r"|considered|reviewed|determined|scrutinised|looked\s+at|dealt\s+with)"
    r"\s+(?:further\s+|first\s+|in\s+detail\s+)?(?:at|by)\s+"
    # … or on its agenda
    r"|\bbe\s+(?:placed|put|added|included)\s+(?:on|to|in)\s+(?:the\s+)?(?:agenda|work\s+(?:programme|plan))\s+(?:of|for)\s+",
    re.I,
)
# "approved the referral of the changes to the Audit Committee"
REFERRAL_OF = re.compile(
    r"\b(?:agree[sd]?|approve[sd]?|support(?:s|ed)?|endorse[sd]?)\s+(?:to\s+)?the\s+(?:onward\s+)?(?:referral|submission)\b"
)
# "unless a member requests that the matter (be dealt with by Cabinet)"
PERHAPS = re.compile(r"\b(?:unless|if|where|should|requests?)\b[^.;:]*$", re.I)
RECOMMENDATIONS_TO = re.compile(
    r"\b(?:make|makes|made|be|agreed?|agrees|approved?|approves|support|supports|supported|endorse[sd]?|following)\s+(?:an?\s+|the\s+)?"
    r"(?:following\s+)?recommendations?\s+to\s+",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A body to which words pass something on."""

    kind: ReferralKind
    recipient: Mention
    verb: Span


def passed_on(text: str, offset: int, own: Mention | None = None) -> Iterator[Passed]:
    """To whom a clause passes something on; `text` is folded, `offset` is added to the spans.

    >>> # "RESOLVED to recommend to Council that the fees be raised"   → recommend, Council
    >>> # "the petition be referred, in the first instance, to the Roads Committee"   → refer, Roads Committee
    >>> # "That Cabinet be RECOMMENDED to adopt the plan"   → recommend, Cabinet
    >>> # "as submitted to the Audit Committee", "had been referred to Council"   → nothing
    """
    given: list[Passed] = []
    for found in VERB.finditer(text):
        before = text[: found.start()]
        if NOTHING.search(before) or found["written"] and YET_TO_COME.search(before):
            continue
        if (
            not found.group().isupper()
            and (not ACTS.search(before) or UNDONE.search(before))
            and not (IT_WAS.search(before) and not IF.search(text, found.end()))
        ):
            continue
        given += list(given_to(text, found, offset, own))
    yield from given
    for pattern, kind in CONVEYED_TO:
        for told in pattern.finditer(text):
            if pattern in (DECIDED_BY, TAKEN_UP_BY) and PERHAPS.search(text, 0, told.start()):
                continue
            if pattern is FOR_APPROVAL and given:
                continue  # "to the Finance Board for referral to Council": from there it is the Board that passes it on
            span = Span(start=offset + told.start(), end=offset + told.end())
            bodies = bodies_at(text, told.end(), offset, own)
            for body in bodies if not (bodies and OF_BODY.match(text, bodies[-1].span.end - offset)) else ():
                yield Passed(kind=kind, recipient=body, verb=span)
    for noun in REFERRAL_OF.finditer(text):
        for body in _sent_to(text, noun.end(), offset, own):
            span = Span(start=offset + noun.start(), end=offset + noun.end())
            yield Passed(kind="refer", recipient=body, verb=span)
    for ask in ASK.finditer(text):
        asked = body_at(text, ask.end(), offset)
        if asked is not None and TO_CONSIDER.match(text, asked.span.end - offset):
            yield Passed(
                kind="recommend", recipient=asked, verb=Span(start=offset + ask.start(), end=offset + ask.end())
            )
    for pattern, kind in ADDRESSED:
        for told in pattern.finditer(text):
            holder = body_before(text, told.start(), offset)
            if holder and (PUT_TO.match(told.group()) is None or THAT.search(text[: holder.span.start - offset])):
                span = Span(start=offset + told.start(), end=offset + told.end())
                yield Passed(kind=kind, recipient=holder, verb=span)


ADDRESSED: tuple[tuple[re.Pattern[str], ReferralKind], ...] = ((ASKED, "recommend"), (TOLD, "report-up"))
CONVEYED_TO: tuple[tuple[re.Pattern[str], ReferralKind], ...] = (
    (FOR_APPROVAL, "recommend"),
    (DECIDED_BY, "recommend"),
    (CONVEYED, "report-up"),
    (TAKEN_UP_BY, "refer"),
    (RECOMMENDATIONS_TO, "recommend"),
)


def given_to(text: str, verb: re.Match[str], offset: int, own: Mention | None = None) -> Iterator[Passed]:
    """The bodies that one verb gives its matter to: "(refer) the plan to …", "(recommends) that the Cabinet adopt"."""
    kind: ReferralKind = "refer" if verb.group("refer") else "recommend"
    kind = "report-up" if verb["up"] else kind
    span = Span(start=offset + verb.start(), end=offset + verb.end())
    by = BY_HOLDER.match(text, verb.end())
    rest = by.end() if by else verb.end()
    if kind == "recommend":
        if be := BE.search(text[: verb.start()]):
            body = body_before(text, be.start(), offset)
            if body is not None and not (verb.group("recommend").lower().startswith("commend")):
                yield Passed(kind=kind, recipient=body, verb=span)
                return
        lead = LEAD.match(text, rest)
        body = body_at(text, lead.end() if lead else rest, offset, own)
        if body is not None and _acts(text, body.span.end - offset):
            yield Passed(kind=kind, recipient=body, verb=span)
            return
    for body in _sent_to(text, rest, offset, own):
        yield Passed(kind=kind, recipient=body, verb=span)


def _sent_to(text: str, at: int, offset: int, own: Mention | None) -> list[Mention]:
    """The bodies to which what stands from `at` on is sent, before another clause begins."""
    for to in TO.finditer(text, at, at + 260):
        gap = text[at : to.start()]
        if STOP.search(gap.lstrip(" :(")):
            break
        bodies = bodies_at(text, to.end(), offset, own)
        if bodies and not NOUN_TO.search(gap) and not ABOUT.match(text, bodies[-1].span.end - offset):
            return bodies
    return []


def _acts(text: str, at: int) -> bool:
    """Is a body after "recommend that" to do something, and not what something is done to?"""
    does = AGENT_DOES.match(text, at)
    if does is None or does.group("does") is None:
        return does is not None
    word = does.group("does")
    known = by_form().get(word)
    if known is None and does.group("whole") and word not in NOT_VERBS:
        return True  # "recommend that the Council contribute £500": an object follows
    return word in CONSIDERS or known is not None and known[1] in ("base", "third")
