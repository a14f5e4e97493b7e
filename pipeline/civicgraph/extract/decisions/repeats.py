"""Decisions that a record prints again: as "Decision" and as "Minutes", told and then resolved, in a word, in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from civicgraph.extract.scene import Scene
from civicgraph.model import Decision, Item
from civicgraph.values.text import fold

FIRST_VERB = re.compile(r"^(?:to\s+)?[a-z]+\s+")  # "to elect Ann Lee as Chair" is printed again as "appoint …"
LEADING = re.compile(r"^(?:(?:that|to|agreed?|agrees) )+")  # "AGREED to let the site" and "To agree to let the site"
SLASH = re.compile(r"\s?/\s?")  # "2023 / 24" and "2023/24"
VOICE = re.compile(r"\b(?:(?:has|have|had) been|was|were|is|are|be)\b")  # "was elected" and "be elected"
PROPOSED = "told-remain"  # "It was proposed and seconded that Mrs Lee remain as Chair", before she was elected
SHORT = 25  # characters: "No objection." is said of one application after the other
TOLD = 60  # and of what is told: "Cllr Reed to report back."


def without_repeats(scene: Scene, item: Item | None, decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions of an item, each once: "Mrs Lee was elected Chair." and "RESOLVED that Mrs Lee be elected Chair"
    are one, as the resolution has it."""
    found: list[Decision] = []
    seen: list[tuple[str, str]] = []  # action and words of each of them
    halves = _has_halves(scene, item)
    for decision in decisions:
        words = " ".join(SLASH.sub("/", fold(scene.document.quote(decision.text)).lower()).split())
        words = LEADING.sub("", words)
        words = VOICE.sub("be", words) if halves else words
        least = TOLD if decision.status == "recorded" and all(one.status == "recorded" for one in found) else SHORT
        short = len(words) < least and not halves and not any(one.rule == PROPOSED for one in found[-1:])
        again = None if short else _before(found, seen, decision, words, halves=halves)
        if again is None:
            found.append(decision)
            seen.append((decision.action, words))
        else:
            one, other = found[again], decision
            formal = (one.status, other.status) == ("recorded", "resolved")
            if formal or " " not in seen[again][1]:
                one, other = replace(other, again=one.again), one
                seen[again] = (decision.action, words)
            found[again] = replace(one, again=(*one.again, other.span))
    return found


def proposed_once(scene: Scene, decisions: Iterable[Decision]) -> Iterator[Decision]:
    """What is proposed, each clause once: a report prints it on its front sheet and again at its end."""
    seen: list[tuple[str, str]] = []
    for decision in decisions:
        words = " ".join(scene.text(decision.text).lower().split())
        if not any(label == decision.label and _same(said, words, whole=False) for label, said in seen):
            seen.append((decision.label, words))
            yield decision


def _before(
    found: list[Decision], seen: list[tuple[str, str]], decision: Decision, words: str, *, halves: bool
) -> int | None:
    """Which of the decisions found is this one, printed again; `halves`: the item is printed in two halves."""
    for n, (action, said) in enumerate(seen):
        together = found[n].resolution == decision.resolution
        again = _same(said, words, whole=together) or halves and not together and _within(said, words)
        if action == decision.action and (again or _told_before(found[n], decision, halves=halves and not together)):
            return n
    return None


def _told_before(one: Decision, other: Decision, *, halves: bool) -> bool:
    """ "Mrs Lee was elected Chair." over "RESOLVED that Mrs Lee be elected Chair for the year": one appointment."""
    names, again = ({target.name.split()[-1] for target in each.targets} for each in (one, other))
    apart = halves or {one.status, other.status} == {"recorded", "resolved"} or one.rule == PROPOSED
    return apart and one.action == "appoint" and bool(names) and names == again


def _has_halves(scene: Scene, item: Item | None) -> bool:
    """Is an item printed as "Decision:" and again as "Minutes:", as web pages have it?"""
    labels = {scene.text(block.words).strip(" :").lower() for _, block in scene.blocks(item)}
    return "minutes" in labels and bool(labels & {"decision", "decisions"})


def _same(one: str, other: str, *, whole: bool) -> bool:
    """Are two clauses one? By their beginnings; two clauses of one resolution (`whole`) only by all of their words."""
    if not whole:
        one, other = one[:90], other[:90]
    return one == other or (not whole and (one.startswith(other) or other.startswith(one)))


def _within(one: str, other: str) -> bool:
    """Does one of two clauses end in all words of the other: "Deferred to 1 May", "That it be deferred to 1 May"?"""
    one, other = one.rstrip(" ."), other.rstrip(" .")
    if len(one.split()) == 1:
        return True  # "Approved"
    one, other = FIRST_VERB.sub("", one), FIRST_VERB.sub("", other)
    return len(min(one, other, key=len).split()) > 3 and (one.endswith(other) or other.endswith(one))
