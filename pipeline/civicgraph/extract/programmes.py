"""Programmes, projects, schemes, funds, strategies and plans that have a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.acronyms import find_acronyms
from civicgraph.extract.phrases import BEFORE, find_phrases
from civicgraph.model import Mention, Span
from civicgraph.values.text import squash

# Head word → kind of concepts.ttl. Capitalised, it closes a name.
KINDS = {
    "programme": "programme", "program": "programme", "project": "project", "scheme": "scheme", "initiative": "initiative",
    "campaign": "initiative", "challenge": "initiative", "fund": "fund", "grant": "fund", "bursary": "fund", "strategy": "strategy",
    "framework": "strategy", "plan": "plan", "policy": "policy", "charter": "policy", "covenant": "policy", "protocol": "policy",
    "review": "project", "academy": "service", "model": "programme", "pilot": "project", "partnership": "programme", "therapy": "programme",
    "court": "service", "hub": "service", "service": "service", "first": "service", "redesign": "project", "pathway": "service",
    "approach": "programme", "deal": "programme", "prospectus": "plan", "masterplan": "plan", "roadmap": "plan",
}  # fmt: skip
HEADS = re.compile(
    r"\b(?:Programme|Project|Scheme|Initiative|Campaign|Fund|Bursary|Strategy|Framework|Plan|Policy|Charter|Covenant|Academy|Masterplan|Prospectus|Delivery Plan|Action Plan|Local Plan|Business Plan)\b"
    r"(?!\s+(?:Board|Manager|Officer|Committee|Director|Panel|Group|Team|Lead|Forum|Sub|Members?|Management|Co-?ordinator|Service|Act|Policy|Statement|Inspectorate|Commission))"
)
OVER = re.compile(
    r"(?:\s+(?:for|to|on)\s+(?=(?:[A-Z][\w'-]+\s+){0,4}[A-Z])(?:[A-Z][\w'&-]*(?:\s+(?:and|&)\s+|\s+|(?=[^\w]|$))){1,6})?(?<!\s)(?:\s*\d{4}(?:\s?[-/]\s?\d{2,4})?)?"
)
YEARS = re.compile(r"\s+\d{4}(?:\s?[-/]\s?(?:\d{2,4}))?")
LOWER = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'&-]*|\d[A-Z])(?:\s+(?:[A-Z][\w'&-]*|and|&|of|for|the|\d)){0,6}?)\s+(?P<head>programmes?|schemes?|initiative|project|campaign|model|fund|strategy|framework|pilot|policy|grant)\b"
)
QUOTED = re.compile(
    r"(?<!\w)[\"'](?P<name>[A-Z][A-Za-z0-9 &'-]{3,60}?)[\"']+(?=\s+(?P<head>initiative|programme|project|scheme|campaign|approach|service|model|strategy|policy|fund|pilot)\b)"
)
QUOTED_ANY = re.compile(
    r"(?:initiative|programme|project|scheme|campaign)\s+(?:called|known as|entitled|named|titled)\s+[\"'](?P<name>[A-Z][^\"'\n]{3,60})[\"']"
)
# A kind of thing, a duty or a document of the meeting, not the name of one programme.
GENERIC = re.compile(
    r"^(?:(?:the|a|an|our|draft|new|annual|proposed|current|final|revised|updated|existing|forward|council'?s?|city|county|district|borough|local|national|government|action|business|work|service|delivery|project|strategic|corporate|capital|revenue|training|care|pay|budget|medium|financial|meeting|committee|scrutiny|cabinet|forthcoming|outline|full|detailed|management|improvement|implementation|development|communications?|review|audit|internal|risk|education|health|child|children'?s|support|grant|funding|policy|strategy|programme|plan|scheme|fund|framework|project|item|year|term|three|five|ten|open|closed|public|private|joint|next|this|that|first|second|third|pension|voluntary|relevant|other|all|any|phase|forward|standing|terms)\s*)+$",
    re.I,
)
NOT_NAMES = re.compile(
    r"\b(?:Committee|Board|Panel|Councillors?|Cllrs?|Director|Officer|Manager|Minister|Meeting|Minutes|Agenda|Department|Ministry)\b"
)
PEOPLE_OR_THINGS = re.compile(
    r"(?:children|people|persons|officers?|carers?|members?|indicators?|needs?|units?|orders?|conferences?|agenc(?:y|ies)|assessments?|meetings?|teams?|councils?|authorit(?:y|ies)|trusts?|board|committee|panel|group"
    r"|department|directorate|care|training|education|employment|adults?|students?|pupils?|schools?|staff|workers?|chairs?|manager|director|executive|association|company|limited|network|organisations?|ombudsman|commission|commissioner|university|college|service users|tax|rate|index|impact|payments?|requirement|settlement|spending|power|act|regulations|agreement|year|equivalent|memorandum|understanding|reference|statement|report|policies|plans|sector|site|area|zone|councillors?|england|scotland|wales|ireland|kingdom|force|party|government|parliament)$",
    re.I,
)


def find_programmes(text: str, offset: int = 0) -> Iterator[Mention]:
    """Named programmes of a folded text; `offset` is added to the spans."""
    taken: list[tuple[int, int]] = []

    def mention(start: int, end: int, rule: str, kind: str, acronym: str = "") -> Iterator[Mention]:
        name = squash(text[start:end]).strip("\"' ")
        if (
            any(a < end and start < b for a, b in taken)
            or GENERIC.match(name)
            or NOT_NAMES.search(name)
            or len(name) < 3
        ):
            return
        taken.append((start, end))
        yield Mention(
            kind="programme",
            name=name,
            span=Span(start=offset + start, end=offset + end),
            rule=rule,
            acronym=acronym,
            detail=kind,
        )

    for defined in find_acronyms(text):
        long = squash(text[defined.start : defined.end])
        last = long.split()[-1]
        service = re.match(
            r"\s*(?:service|programme|project|initiative|scheme)s?\b", text[defined.whole : defined.whole + 14]
        )
        if PEOPLE_OR_THINGS.search(last) and not service:
            taken.append((defined.start, defined.end))
            continue
        if sum(w[0].isupper() for w in long.split()) < len([w for w in long.split() if len(w) > 3]):
            continue
        if (
            last.endswith("s")
            and last.lower() not in ("families", "services", "homes", "lives", "futures", "starts", "models")
            and not service
        ):
            continue
        yield from mention(
            defined.start, defined.end, "programme-acronym", KINDS.get(last.lower(), "programme"), defined.short
        )
    for pattern, rule in ((QUOTED, "programme-quoted"), (QUOTED_ANY, "programme-called")):
        for found in pattern.finditer(text):
            head = found.groupdict().get("head") or "initiative"
            yield from mention(found.start("name"), found.end("name"), rule, KINDS.get(head, "programme"))
    for phrase in find_phrases(text, HEADS, right=YEARS):
        words = text[phrase.start : phrase.end].split()
        if len(words) < 2 or phrase.start == phrase.head or words[0] in BEFORE:
            continue
        yield from mention(
            phrase.start,
            phrase.end,
            "programme-head",
            KINDS.get(text[phrase.head : phrase.end].split()[0].lower(), "programme"),
        )
    for found in LOWER.finditer(text):
        name, head = found.group("name"), found.group("head").rstrip("s")
        first = name.split()[0]
        start = found.start("name")
        if first in BEFORE:
            name = name[len(first) :].lstrip()
            start = found.end("name") - len(name)
        if (
            not name
            or name.split()[0] in BEFORE
            or not re.match(r"[A-Z\d]", name)
            or name.split()[-1] in ("and", "of", "for", "the", "&")
        ):
            continue
        sentence = re.search(r"(?:^|[.:;!?]\s+|\n)$", text[max(0, start - 3) : start])
        if sentence and len(name.split()) == 1 and not name.isupper():
            continue
        if len(name.split()) == 1 and not name.isupper():
            continue
        yield from mention(start, found.end("name"), "programme-lower", KINDS.get(head, "programme"))
