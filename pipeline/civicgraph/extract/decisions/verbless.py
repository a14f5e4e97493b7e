"""What a clause does in which no verb decides: a clerk's telegram, a task, a noun, the verb that led into it."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.deciding import PUBLIC, names_holder
from civicgraph.extract.decisions.denials import NO_ACTION, NONE, withholds
from civicgraph.extract.decisions.subjects import ADVERB, BODY, OWNER_TO, PREAMBLE
from civicgraph.extract.decisions.verbs import noun_action, verb_of
from civicgraph.model import Action

# "Report noted.", "Cllr Mann elected as Vice-Chair": a clerk's telegram, without "be" or "was".
TELEGRAM = re.compile(
    rf"^[\"'(]*(?:that\s+)?(?:[\w£'&,.()/-]+\s+){{1,9}}?(?:(?:{ADVERB})\s+)?(?P<verb>noted|approved|agreed|adopted|accepted"
    r"|received|endorsed|elected|appointed|nominated|co-opted|deferred|adjourned|refused|rejected|instructed|requested"
    r"|asked|granted|referred|supported|ratified)(?=\s*(?:[.,;]|$|\bto\b|\bas\b|\bfor\b|\bby\b|\band\b|\bwith\b|\bsubject\b"
    r"|\buntil\b|\bunanimously\b|\b(?:Vice|Deputy|Chair)))",
    re.I,
)
CONSIDERED = re.compile(
    r"^[^;.]{3,300}?\b(?:was|were|be|having been)\s+(?:considered|discussed)\b(?!\s+(?:by|at|in|for|as|further))"
)


def is_task(clause: str) -> bool:
    """ "Clerk to write to the landowner": somebody is to do something."""
    owner = OWNER_TO.match(clause)
    if owner is None or re.match(rf"^(?:[Tt]he\s+)?{BODY}\b", owner.group("owner")):
        return False
    return names_holder(owner.group("owner"))


def action_of_verbless(clause: str, lead: str, default: Action | None) -> Action | None:
    """What the clause does by its telegram, task or noun, or by the `lead` verb; `default` where none of them tells."""
    action = _led(clause, lead, default)
    if action is None or lead and action not in ("approve", "endorse") or noun_action(clause) and NONE.match(clause):
        return action
    if NO_ACTION.search(clause[:160]) or CONSIDERED.search(clause):
        return "note"
    return "reject" if withholds(clause) else action


def _led(clause: str, lead: str, default: Action | None) -> Action | None:
    if PUBLIC.search(clause):
        return "exclude"
    preamble = PREAMBLE.match(clause)
    telegram = TELEGRAM.match(clause[preamble.end() if preamble else 0 :]) if not lead else None
    if telegram and (verb := verb_of(telegram.group("verb"))):
        return verb.action
    if is_task(clause):
        return "request"
    if noun := noun_action(clause):
        return noun
    led = verb_of(lead) if lead else None
    return led.action if led else default
