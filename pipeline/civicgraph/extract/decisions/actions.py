"""What a clause does: its operative verbs, each with its action and the words that are its own.

"noted the report and requested a review" does two things. Which action a verb is where it stands, `deciding` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.decisions.operative import acts_of, acts_on
from civicgraph.extract.decisions.subjects import PREAMBLE, START, TOGETHER, subject
from civicgraph.extract.decisions.verbless import action_of_verbless
from civicgraph.extract.decisions.verbs import verb_of
from civicgraph.extract.decisions.voices import voices
from civicgraph.model import Action
from civicgraph.values.honorifics import AFTER_SHORT, TITLE_S

# Whose further sentence under a resolution decides too: "The Mayor then signed the declaration." tells what followed.
ACTS_TOGETHER = re.compile(subject(TOGETHER))
# A sentence after it that tells what happened then: "The Chair thanked the Clerk."
FOLLOWED = re.compile(
    rf"(?!It\s+was\b)(?:The|He|She|They|This|There|Members|Committee|Council|{TITLE_S})\b(?![^.;]{{0,200}}\bbe\b)[^.;]{{0,100}}?\b(?:was"
    r"|were|had|made|took|signed|said|asked|advised|stated|thanked|left|considered|received|voted|abstained|declared|then|reported"
    r"|explained)\b"
)
NEXT_SENTENCE = re.compile(rf"(?<=[a-z)\d])(?!{AFTER_SHORT}\.)\.\s+(?=[A-Z])")
MORE_FOLLOWS = re.compile(r";\s*\S")
INDICATIVE = re.compile(r"\b(?:will|would|may|can|could|must|is|are|was|were|has|have|had)\b")
ENDING = re.compile(r"(?:[,;.]|\s|\b(?:and|but|with)\b|\bthat\b|\bto\b)+$")


@dataclass(frozen=True, slots=True)
class Act:
    start: int  # offset into the clause
    end: int
    action: Action
    verb: str  # lemma


def find_acts(clause: str, *, lead: str = "", default: Action | None = "approve") -> list[Act]:
    """The acts of a clause, in order; `lead` is the lemma of the verb that led into it ("agreed:").

    A clause in which no verb decides is the `default` act of the verb that led in; with default None it is none.
    """
    noted = _is_noted(clause, lead)
    found = [] if noted else sorted(_all_acts(clause, led=bool(lead)))
    stops = [one.start() + 1 for one in NEXT_SENTENCE.finditer(clause) if FOLLOWED.match(clause, one.end())]
    end = next((stop for stop in stops if not any(start >= stop for start, _, _ in found)), len(clause))
    if not found:
        action = "note" if noted else action_of_verbless(clause, lead, default)
        return [Act(0, end, action, lead or action)] if action else []
    acts: list[Act] = []
    for start, action, verb in found:
        anew = action == "request" and clause[:start].endswith(" that ")  # somebody else is asked
        if acts and acts[-1].action == action and not anew:
            continue
        if acts:
            last = acts[-1]
            words = ENDING.sub("", clause[last.start : start])
            acts[-1] = Act(last.start, last.start + len(words), last.action, last.verb)
        acts.append(Act(start, end, action, verb))
    return acts


def _is_noted(clause: str, lead: str) -> bool:
    """Under "to note:", does a clause only tell how things are: "the work which will be undertaken in May"?"""
    led = verb_of(lead) if lead else None
    if led is None or led.action != "note" or MORE_FOLLOWS.search(clause) or not INDICATIVE.search(clause):
        return False
    opening = START.match(clause)
    at = opening.end() if opening and not opening.group("subject") else 0
    first = voices().active.match(clause, at)
    return first is None or not acts_on(clause, first, clause[:at])


def _all_acts(clause: str, *, led: bool) -> Iterator[tuple[int, Action, str]]:
    """The acts of the first sentence, and of those after it in which the body acts again."""
    stops = [found.end() for found in NEXT_SENTENCE.finditer(clause)]
    yield from acts_of(clause[: stops[0]] if stops else clause, led=led)
    for start, end in zip(stops, [*stops[1:], len(clause)], strict=False):
        sentence = clause[start:end]
        preamble = PREAMBLE.match(sentence)
        opening = START.match(sentence[preamble.end() if preamble else 0 :])
        if opening and opening.group("subject") and ACTS_TOGETHER.match(opening.group("subject")):
            for at, action, verb in acts_of(sentence, led=True):
                yield start + at, action, verb
