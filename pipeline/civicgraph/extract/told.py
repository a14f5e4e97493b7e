"""The rules by which the narrative tells an outcome: `patterns/told.toml`, with its parts filled in and compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from civicgraph.extract.subjects import ADVERB, ALONE, TOGETHER, subject
from civicgraph.model import Action

PERSON = r"(?:(?:The\s+)?(?:(?:County|District|Borough|Parish|Town|Vice|Deputy|Lord)[\s-]+)?(?:Councillors?|Cllrs?|Alderman|Mr|Mrs|Ms|Miss|Dr|Mayor)\b\.?(?:\s+(?:Mrs|Ms|Miss|Dr))?(?:\s+[A-Z][\w.'-]*(?:\s+(?=[A-Z])|(?!\w))){1,4}\s*)"
POST = (
    r"(?:(?:The\s+)?(?:(?:[A-Z][\w&'-]*,?|of|and|for)\s+){0,6}?(?:Clerk|Director|Officer|Manager|Chair(?:man|woman|person)?|Chief\s+Executive|Solicitor|Treasurer|Engineer|Leader|Mayor|Provost|Convener"
    r"|Convenor|Cathaoirleach|Accountant|Surveyor|Planner|Head\s+of\s+[A-Z][\w&'-]*)(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w&'-]*,?|and|of)(?:\s+(?:[A-Z][\w&'-]*|and|of)){0,6})?)"
)
INITIALS = r"(?:[A-Z]{2,3}(?:\s*(?:and|&|/)\s*[A-Z]{2,3})?)"
THINGS = (
    r"(?:[Rr]eports?|[Rr]ecommendations?|[Uu]pdates?|[Pp]roposals?|[Bb]udget|[Aa]ccounts|[Pp]ayments?|[Aa]pplications?|[Pp]rogrammes?|[Pp]lans?|[Pp]olicy|[Pp]olicies|[Ss]trateg(?:y|ies)|[Ii]tems?|matters?"
    r"|[Tt]erms\s+of\s+[Rr]eference|[Pp]resentations?|[Ss]chedules?|nominations?|precept|statement|[Rr]eturn|invoices?|grants?|quotes?|quotations?|tenders?|requests?|resolutions?|business\s+case|risk\s+assessments?"
    r"|[Ss]tanding\s+[Oo]rders|[Ff]inancial\s+[Rr]egulations|calendar|dates?|consultation|[Bb]ye-?laws|[Ff]ramework|draft\s+\w+)"
)
TASK = (
    r"(?:contact|write|e-?mail|ask|check|chase|report|enquire|inquire|investigate|obtain|arrange|send|circulate|follow\s+(?:this\s+)?up|look\s+(?:into|at)|liaise|speak|remind|draft|prepare|order|raise|confirm"
    r"|advise|notify|inform|respond|reply|submit|provide|forward|pass|enlist|collect|produce|update|publish|put|place|get|find\s+out|make\s+(?:contact|enquiries|arrangements)|bring|purchase|invite|monitor|review"
    r"|research|seek|complete|apply|book|organi[sz]e|convey|add|draw\s+up|action|talk|share|supply|issue|call|phone|ring|request|take\s+(?:this|it)\s+up|carry\s+out|meet\s+with|give\s+feedback|pursue)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    pattern: re.Pattern[str]
    action: Action | None  # None: the verbs say
    discussion: bool  # counts among points of discussion
    alone: bool  # only in the record of one who decides alone
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, in order of application."""
    table = tomllib.loads((files("civicgraph.extract") / "patterns" / "told.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            id=row["id"],
            pattern=re.compile(_fill(row["pattern"])),
            action=cast(Action | None, row.get("action")),
            discussion=row.get("discussion", False),
            alone=row.get("alone", False),
            yes=tuple(row["yes"]),
            no=tuple(row["no"]),
        )
        for row in table["rule"]
    )


def _fill(pattern: str) -> str:
    parts = {
        "TOGETHER": subject(TOGETHER),
        "ALONE": ALONE,
        "OWNER": f"(?:{PERSON}|{POST}|{INITIALS})",
        "PERSON": PERSON,
        "POST": POST,
        "INITIALS": INITIALS,
        "ADVERB": ADVERB,
        "THINGS": THINGS,
        "TASK": TASK,
    }
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern
