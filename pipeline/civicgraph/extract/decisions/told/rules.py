"""The rules by which the narrative tells an outcome: `patterns/told.toml`, with its parts filled in and compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from civicgraph.extract.decisions.owners import OWNER
from civicgraph.extract.decisions.subjects import ADVERB, ALONE, DO, SUPPLY, TASK, TOGETHER, subject
from civicgraph.extract.decisions.verbs import forms
from civicgraph.model import Action
from civicgraph.values.honorifics import AFTER_SHORT, CIVIL, MEMBER, MEMBER_S, TITLE_S

PERSON = (
    r"(?:(?:The\s+)?(?:(?:County|District|Borough|Parish|Town|Vice|Deputy"
    rf"|Lord)[\s-]+)?(?:{TITLE_S}|Mayor)\b\.?(?:\s+{CIVIL}\b\.?)?"
    r"(?:\s+[A-Z][\w.'-]*(?:\s+(?=[A-Z])|(?!\w))){1,4}\s*)"
)
# A character of the sentence up to its end: the stop after an initial or a title ends none.
NAMED = rf"(?:[^.;]|(?:(?<=\b[A-Z])|{AFTER_SHORT})\.)"
NUMBER = r"\d{1,2}|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
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
    r"|[Mm]inutes?|[Aa]pplications?|[Pp]rogrammes?|[Pp]lans?|[Pp]olicy|[Pp]olicies|[Ss]trateg(?:y|ies)|[Ii]tems?"
    r"|[Mm]atters?|[Dd]ecisions?|[Mm]otions?|[Cc]hanges?|[Cc]orrespondence|[Ll]etters?|[Ee]-?mails?|[Nn]ewsletters?|[Mm]inutes\s+of\s+(?:the\s+)?(?:[A-Z][\w&'-]*\s+){1,5}(?:Committee|Panel|Group|Party)|[Pp]etitions?|[Ll]og"
    r"|[Tt]erms\s+of\s+[Rr]eference|[Pp]resentations?|[Ss]chedules?|nominations?|precept|statement"
    r"|[Rr]eturn|[Cc]heques?|invoices?|grants?|[Ll]icen[cs]es?|invitations?|offers?|quotes?|quotations?|tenders?|requests?|resolutions?"
    r"|business\s+case|risk\s+assessments?"
    r"|[Ss]tanding\s+[Oo]rders|[Ff]inancial\s+[Rr]egulations|calendar|dates?|consultation"
    r"|[Bb]ye-?laws|[Cc]riteria|[Ff]ramework|[Dd]ispensations?|draft\s+\w+)"
)

# What is done to a thing for the body: "sign to be replaced", beside the participles of the verbs of deciding.
DONE = (
    r"(?:addressed|contacted|asked|chased|checked|circulated|drafted|drawn\s+up|displayed|distributed|erected|fixed|followed\s+up"
    r"|invited|investigated|issued|logged|looked\s+(?:into|at)|moved|notified|informed|obtained|ordered|organised|painted"
    r"|posted|pursued|put|raised|repaired|reminded|reported|sought|set\s+up|shared|sourced|taken\s+(?:down|up|to)|trimmed|uploaded)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    pattern: re.Pattern[str]
    action: Action | None  # None: the verbs say
    discussion: bool  # counts among points of discussion
    decides: bool  # the verb of the rule alone says the action
    alone: bool  # only in the record of one who decides alone
    named: bool  # the owner is somebody known by name or initials, or the clerk: an officer in reported speech is not
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
            named=row.get("named", False),
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
        "MEMBER": MEMBER,
        "TITLE_S": TITLE_S,
        "OWNER": OWNER,
        "PERSON": PERSON,
        "POST": POST,
        "INITIALS": INITIALS,
        "NUMBER": NUMBER,
        "NAMED": NAMED,
        "ADVERB": ADVERB,
        "THINGS": THINGS,
        "TASK": TASK,
        "DO": DO,
        "SUPPLY": SUPPLY,
        "DONE": f"(?:{DONE}|{forms('participle')})",
    }
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern
