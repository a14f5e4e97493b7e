"""The rules by which the narrative tells an outcome: `patterns/told.toml`, with its parts filled in and compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from civicgraph.extract.decisions.subjects import ADVERB, ALONE, TASK, TOGETHER, subject
from civicgraph.model import Action
from civicgraph.values.honorifics import AFTER_SHORT, CIVIL, MEMBER_S, TITLE_S

PERSON = (
    r"(?:(?:The\s+)?(?:(?:County|District|Borough|Parish|Town|Vice|Deputy"
    rf"|Lord)[\s-]+)?(?:{TITLE_S}|Mayor)\b\.?(?:\s+{CIVIL}\b\.?)?"
    r"(?:\s+[A-Z][\w.'-]*(?:\s+(?=[A-Z])|(?!\w))){1,4}\s*)"
)
# A character of the sentence up to its end: the stop after an initial or a title ends none.
NAMED = rf"(?:[^.;]|(?:(?<=\b[A-Z])|{AFTER_SHORT})\.)"
POST = (
    r"(?:[Tt]he\s+clerk|(?:The\s+)?(?:(?:[A-Z][\w&'-]*,?|of|and|for)\s+){0,6}?(?:Clerk|Director"
    r"|Officer|Manager|Chair(?:man|woman|person)?|Chief\s+Executive|Solicitor|Treasurer|Engineer"
    r"|Leader|Mayor|Provost|Convener"
    r"|Convenor|Cathaoirleach|Accountant|Surveyor|Planner|Head\s+of\s+[A-Z][\w&'-]*)(?:\s+(?:of"
    r"|for)\s+(?:the\s+)?(?:[A-Z][\w&'-]*,?|and|of)(?:\s+(?:[A-Z][\w&'-]*|and|of)){0,6})?)"
)
INITIALS = r"(?:[A-Z]{2,3}(?:\s*(?:and|&|/)\s*[A-Z]{2,3})?)"
THINGS = (
    r"(?:[Rr]eports?|[Rr]ecommendations?|[Uu]pdates?|[Pp]roposals?|[Bb]udget|[Aa]ccounts|[Pp]ayments?"
    r"|[Aa]pplications?|[Pp]rogrammes?|[Pp]lans?|[Pp]olicy|[Pp]olicies|[Ss]trateg(?:y|ies)|[Ii]tems?"
    r"|[Mm]atters?|[Dd]ecisions?|[Mm]otions?|[Cc]hanges?|[Cc]orrespondence|[Pp]etitions?|[Ll]og"
    r"|[Tt]erms\s+of\s+[Rr]eference|[Pp]resentations?|[Ss]chedules?|nominations?|precept|statement"
    r"|[Rr]eturn|invoices?|grants?|quotes?|quotations?|tenders?|requests?|resolutions?"
    r"|business\s+case|risk\s+assessments?"
    r"|[Ss]tanding\s+[Oo]rders|[Ff]inancial\s+[Rr]egulations|calendar|dates?|consultation"
    r"|[Bb]ye-?laws|[Ff]ramework|draft\s+\w+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    pattern: re.Pattern[str]
    action: Action | None  # None: the verbs say
    discussion: bool  # counts among points of discussion
    decides: bool  # the verb of the rule alone says the action
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
            pattern=re.compile(_fill(row["pattern"]), re.S),
            action=cast(Action | None, row.get("action")),
            discussion=row.get("discussion", False),
            decides=row.get("decides", False),
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
        "MEMBER_S": MEMBER_S,
        "OWNER": f"(?:{PERSON}|{POST}|{INITIALS})",
        "PERSON": PERSON,
        "POST": POST,
        "INITIALS": INITIALS,
        "NAMED": NAMED,
        "ADVERB": ADVERB,
        "THINGS": THINGS,
        "TASK": TASK,
    }
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern
