"""What a clause refuses: "the matter not be referred", "neither option be approved", "no objection"."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.subjects import ADVERB
from civicgraph.model import Action

NO_VERB = r"(?:(?:the|an?|all|its|their|each|both)\b|\d|£|(?-i:[A-Z]))"  # behind the "to" of no infinitive
# "a virement from reserves to the library": the "to" of no verb.
IN_BETWEEN = re.compile(
    rf"\b(?:to(?!\s+{NO_VERB})|which|who|that|if|where|when|and|shall|will|would|having|being)\b|[;.,](?!\d)"
)
# Who has a thing "not" done with no more than an adverb between: "not (now) be referred", "be not noted".
NOT = re.compile(
    rf"\b(?:not(?!\s+(?:only|less|more|later|fewer|exceed\w*)\b)|never|no\s+longer|cannot|neither|nor)"
    rf"(?:\s+(?:{ADVERB}|yet|to))*\s*$",
    re.I,
)
# A subject of which there is to be none: "neither option", "no further payments". "No waiting" is what a sign says.
NONE = re.compile(
    r"^\W*(?:and\s+)?(?:that\s+)?(?:neither|none|nothing|no(?!\s+(?:later|less|more|fewer|waiting|parking|stopping|loading"
    r"|entry|smoking|cold|through|right|left|mow|dig|idling|ball|fishing|overtaking)\b)(?=\s+(?-i:[a-z])))\b",
    re.I,
)
# A clause without a verb of the table that denies something before it comes to reasons and conditions.
DENIES = re.compile(
    r"^(?:(?!\b(?:which|who|where|those|because|since|if|unless|until|provided|subject|as|so|whether|but)\b)[^,;.(])*?\b"
    r"(?:(?<!would\s)not(?!-|\s+(?:only|less|more|later|fewer|exceed\w*|for|in|of|at|on)\b)|never|cannot|unable|no\s+longer|withheld|withhold)\b",
    re.I,
)
# "not be signed until the survey is done" puts a thing off and refuses nothing.
FOR_NOW = re.compile(r"[^.;]{0,120}?\b(?:until|unless)\b", re.I)
NO_OBJECTION = re.compile(
    r"^\s*+(?:(?:raise|make|offer|have|has|submit)s?\s+)?(?:an?|any|no)\s+(?:[a-z]+\s+){0,2}?(?:objections?|comments?|observations?)\b",
    re.I,
)
THAT = re.compile(r"^\W*that\s+", re.I)  # which leads in, and parts nothing
NO_ACTION = re.compile(r"\bno\s+(?:further\s+|other\s+|more\s+)?action\b", re.I)
OBJECTING = frozenset(("object", "oppose", "raise an objection", "lodge an objection", "submit an objection"))


def is_denied(clause: str, start: int, found: re.Match[str]) -> bool:
    """Does "not" stand beside a passive, or is its subject none: "neither option be approved"?"""
    subject = THAT.sub("", clause[start : found.start()])
    if FOR_NOW.match(clause, found.end()):
        return False
    return bool(found.group("not") or NOT.search(subject) or NONE.match(subject) and not IN_BETWEEN.search(subject))


def refused(act: tuple[Action, str], denied: bool, things: str) -> tuple[Action, str]:
    """What is not to be done is refused, whatever it is ("not be referred"); but not to object is to approve."""
    if not denied:
        return act
    if act[1] in OBJECTING or act[0] != "approve" and NO_OBJECTION.match(things):
        return "approve", f"not {act[1]}"
    if NO_ACTION.search(things):
        return "note", f"not {act[1]}"
    if NO_OBJECTION.match(things):
        return act
    return "reject", f"not {act[1]}"


def withholds(clause: str) -> bool:
    """Does a clause without a verb of the table deny something: "the consent withheld", "none of the options"?"""
    return bool(DENIES.match(clause) or NONE.match(clause))
