"""A resolution as it is being read: its clauses so far, and what may still come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from civicgraph.extract.decisions.actions import Act
from civicgraph.extract.decisions.labels import FIRST, kind_of, next_of
from civicgraph.model import DecisionStatus, Span

# "The Members were reminded that it must be kept secret" has a verb that tells before its "be"; a clause has none.
CLAUSE_START = re.compile(
    r"^[\"'(]*(?:that\b|to\s+[a-z]|(?:and|or)\s+that\b|the\s(?:(?!\b(?:was|were|is|are|had|has|have|would|should|will"
    r"|must|could|can|may|might|to)\b)[^.]){3,160}?\bbe\b)",
    re.I,
)
SIGNED = re.compile(
    r"^\(?(?:the )?meeting (?:closed|ended|concluded|finished|rose)|^(?:chair|signed|date)\b.{0,40}$", re.I
)
# What ends a resolution: reasons, votes, who declared what, actions. A word that may begin a clause too ("note the
# report.") needs its sign right behind it.
REASONS = re.compile(
    r"^(?:(?:(?:the )?reasons?(?: for (?:the )?(?:decision|recommendation)s?| are| is)?"
    r"|alternative(?:s| options)|other options|(?:the )?subject of the decision"
    r"|(?:councillor|cllr)s? .{0,60} (?:declared|left|voted)|(?:conditions|informatives?)"
    r"|wards?(?: affected)?|call-?in)\b.{0,80}(?:[:.-]|$)"
    r"|(?:(?:local government )?scrutiny|background|action(?: by)?|notes?|vote|voting|for|against|abst\w+|contact)"
    r"\s{0,3}(?:[(:-]|$)"
    r"|(?:publication date|date of decision|decided at meeting|decision published|effective from|lead officer"
    r"|divisions affected|accompanying documents|by whom|decision maker)\s*:)",
    re.I,
)
TELLS = re.compile(r"\b(?:was|were|had|has|have|would|will|is|are|left|said|asked|advised|stated|thanked)\b")
# "the following recommendations be submitted to Cabinet:", "(submits) these recommendations to the Board:"
RECOMMENDS = re.compile(
    r"\b(?:following|these)\s+(?:\w+\s+){0,2}recommendations?\b[^.;:]{0,80}\s(?:submitted|made|forwarded|put|sent|referred|presented|passed|conveyed|to)\b",
    re.I,
)


class Clause(NamedTuple):
    label: str
    words: Span
    lead: str  # lemma of the verb that leads into it
    led_by: Span | None = None


@dataclass(slots=True)
class Resolution:
    """Clauses that may still grow."""

    start: int
    lead: str
    status: DecisionStatus
    levels: list[tuple[str, str]] = field(default_factory=list)  # (kind of marker, label) of the run and those above
    clauses: list[Clause] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)  # label → lead verb of a clause that ends with a colon
    whole: set[str] = field(default_factory=set)  # labels of those of them that do something by themselves
    led_by: dict[str, Span] = field(default_factory=dict)  # label → words of such a clause
    wants: bool = True  # nothing said yet: the next block is a clause whatever it looks like
    form: bool = False  # what a form or page prints under "Decision:", which may tell a story first
    quotes: bool = False  # the last clause ends where it quotes what it amends
    grounds: str | None = (
        None  # label last seen in a list of reasons under the last clause; None: there is no such list
    )


def next_label(opened: Resolution, label: str) -> bool:
    kinds = [kind for kind, _ in opened.levels]
    kind = kind_of(label, opened.levels[-1][1] if opened.levels else "")
    if not opened.levels:
        alone = bool(opened.clauses) and opened.clauses[-1].label == ""
        first = label in ("2", "b", "ii", *FIRST) or label.endswith(".1")
        return alone and first and "" in opened.parents
    if "." in label:
        return label == next_of(opened.levels[-1][1], "") or label == f"{opened.levels[-1][1]}.1"
    if label in FIRST and opened.levels[-1][1] == label:
        return True  # a list in which a page numbered every clause anew: "1. …", "1. …"
    if kind in kinds:
        above = next(lab for k, lab in opened.levels if k == kind)
        return label == next_of(above.partition(".")[0], "i" if kind == "roman" else "a") or kind != kinds[0]
    led = bool(opened.clauses) and opened.clauses[-1].label in opened.parents
    return label in FIRST and led or kind != "number"  # "1." under "(c)" that nothing leads into is another list


def follows_on(opened: Resolution, label: str) -> bool:
    """Is it the very label that comes after the last one?"""
    kind, last = opened.levels[-1] if opened.levels else ("", "")
    return bool(last) and label == next_of(last, "i" if kind == "roman" else "a")


def _over(opened: Resolution) -> str:
    """The label of the clause over a run of bullets."""
    return next((clause.label for clause in reversed(opened.clauses) if clause.label != "-"), "")


def lead_for(opened: Resolution, label: str, full: str) -> str:
    """Lemma of the verb that leads into a clause: its parent's, else the resolution's."""
    if label == "-":
        return opened.parents.get(_over(opened), opened.lead)
    parent = full[: len(full) - len(label)] if label else ""
    return opened.parents[parent] if label and parent in opened.parents else opened.lead


def led_by_of(opened: Resolution, label: str, full: str) -> Span | None:
    parent = _over(opened) if label == "-" else full[: len(full) - len(label)]
    return opened.led_by.get(parent)


def leading(acts: list[Act], text: str = "") -> Act:
    """The act that leads into the clauses: of "approves and recommends to Council:", "be received and approved:" the
    last; whatever is done with "the following recommendations", these recommend."""
    if RECOMMENDS.search(text):
        return replace(acts[0], action="recommend", verb="recommend")
    return acts[-1] if acts[-1].action in ("recommend", "refer") or acts[0].action == "note" else acts[0]
