"""Counts in prose: "12 for, 3 against, 1 abstention", "For: 12 Against: 3", "by 22 votes to one, with two abstentions".

A count and its side stand in one of two orders; a run of them is one vote. The first side named is `for`: of "14 voted
for the amendment and 8 for the motion" the eight are against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Choice = Literal["for", "against", "abstain"]

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = (
    {"no": 0, "none": 0, "nil": 0, "zero": 0, "nobody": 0, "a": 1, "an": 1}
    | {word: n for n, word in enumerate(ONES + TEENS, 1)}
    | {word: 10 * n for n, word in enumerate(TENS, 2)}
    | {f"{ten}{j}{one}": 10 * n + k for n, ten in enumerate(TENS, 2) for k, one in enumerate(ONES, 1) for j in "- "}
)  # fmt: skip
# "Twenty" with what may follow it is one branch and not ten: these words are tried at every word of a text.
_PLAIN = sorted(
    {word for word in NUMBERS if not re.search("[ -]", word)} - set(TENS), key=lambda word: (-len(word), word)
)
N = (
    rf"(?:(?<![\d£][.,])(?<!£)\d{{1,3}}(?![\d%/]|[.,]\d)"
    rf"|(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?|{'|'.join(_PLAIN)})"
)
SIDES: dict[Choice, str] = {
    "for": r"in\s+(?:favour|support)|for|yes|ayes",
    "against": r"against|opposed|noes|nays|dissenting",
    "abstain": r"abst(?:ain(?:ed|ing|s)?|entions?|ensions?)|declined\s+to\s+vote",
}
SIDE = "|".join(SIDES.values())
VOTERS = (
    r"(?:(?:of\s+)?(?:the\s+)?(?:members?|councillors?|cllrs|votes?|having|voted|voting|voters|cast|were|was|hands?"
    r"|people)\s+)"
)
OBJECT = (
    r"(?:\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?(?P<object>motion|amendment|proposal|recommendation|resolution"
    r"|application|veto|precept|budget)s?\b(?:\s+\d{1,2}(?=\s?[:\u2013-]))?(?:\s\((?:as\s)?\w+\))?)?"
)
COUNT_FIRST = re.compile(
    rf"\b(?P<for>(?>{N}))(?:\s+votes?,?)?\s*(?:to|[\u2013-])\s*(?P<against>{N})\b(?!\s+(?:{SIDE})\b)"
    rf"|\b(?P<n>{N})\s+{VOTERS}{{0,4}}(?P<side>{SIDE})\b{OBJECT}",
    re.I,
)
SIDE_FIRST = re.compile(rf"\b(?P<side>{SIDE})\b{OBJECT}\s{{0,3}}[:=(\u2013-]{{0,2}}\s{{0,3}}(?P<n>{N})\b", re.I)
# "With the Motion receiving 21 votes and the Amendment 12 votes"
RECEIVED = re.compile(
    rf"\b(?P<object>motion|amendment)\s+(?:(?:having\s+)?(?:receiv(?:ed|ing)|secured|obtained|attracted)\s+)?(?P<n>{N})\s+votes?\b"
    r"(?!\s+(?:to|for|against)\b)",
    re.I,
)
# What may stand between two counts of one vote.
BETWEEN = re.compile(
    r"[\s,;:.()\[\]\u2013-]*+(?:(?:and|with|to|but|whilst|while|plus|also|there|was|were|being|the|of|from|in|it"
    r"|voted|voting"
    r"|votes?|members?|councillors?|total|(?:substantive\s+)?motion|amendment|proposal|recommendations?|resolution"
    r"|application)\b[\s,;:.()\[\]\u2013-]*+){0,8}",
    re.I,
)
# "10 to 4" is a vote only where it is said of one.
OF_A_VOTE = re.compile(
    r"\b(?:by|(?:vote|votes|majority)(?:\s+of)?|voted|voting|carried|lost|defeated)[\s,:(]{0,4}(?:a\s+)?"
    r"(?:(?:vote|majority)\s+of\s+)?(?:\d{1,3}\s?[\u2013-]\s?\d{1,3}\s+and\s+)?$",
    re.I,
)
VOTING = re.compile(r"\bvot(?:e[sd]?|ing)\b|\bcarried\b|\blost\b|\bdefeated\b|\bshow of hands\b|\bmajority\b", re.I)
ALL_VOTING = re.compile(
    r"\b(?:(?:the|of|with|and|by|was|were|as follows|result|members?|council|committee|voted|voting|votes?|for"
    r"|in favour|proposal|motion"
    r"|recommendations?|carried|agreed|approved)\b\W*)+",
    re.I,
)
SHARE = re.compile(r"\bin\s+(?:favour|support)\b|\babst", re.I)


@dataclass(slots=True)
class Tally:
    """The counts of one vote and where they stand in the text, half-open."""

    start: int
    end: int
    counts: dict[Choice, int] = field(default_factory=dict)
    objects: list[str] = field(default_factory=list)
    bare: bool = False  # "28 to 24": the words do not say which side is which

    @property
    def winner(self) -> str:
        """ "carried" or "lost" as the counts have it; "" where the votes for are not told or equal those against."""
        votes_for, against = self.counts.get("for"), self.counts.get("against", 0)
        if votes_for is None or votes_for == against:
            return "carried" if votes_for is None and not against and "abstain" in self.counts else ""
        return "carried" if votes_for > against else "lost"

    def of(self, outcome: str) -> dict[Choice, int]:
        """The counts, where the words say what came of the vote: "lost by 28 to 24" has 24 for it, and "4 for the
        amendment and 11 for the motion, which was carried" eleven."""
        sided = self.bare or {"motion", "amendment"} <= {*self.objects}
        turned = sided and {outcome, self.winner} == {"carried", "lost"}
        sides: dict[Choice, Choice] = {"for": "against", "against": "for", "abstain": "abstain"}
        return {sides[side]: n for side, n in self.counts.items()} if turned else self.counts


def find_tallies(text: str) -> list[Tally]:
    """The votes counted in a text, in order.

    >>> # "For 12 Against 3; the motion was carried by 30 to 9" → for 12 against 3; for 30 against 9
    """
    runs = [run for pattern in (COUNT_FIRST, SIDE_FIRST, RECEIVED) for run in _runs(text, pattern)]
    kept: list[Tally] = []
    # "For 12 Against 3" also reads "12 Against"; the reading that takes in more sides, then the one that begins first.
    for run in sorted(runs, key=lambda one: (-len(one.counts), one.start)):
        if all(run.end <= other.start or other.end <= run.start for other in kept):
            kept.append(run)
    return [run for run in _joined(sorted(kept, key=lambda one: one.start), text) if _sure(run, text)]


def _joined(runs: list[Tally], text: str) -> list[Tally]:
    """Runs of both orders that are one vote: "voted for 2, against 4 and 1 abstained"."""
    out: list[Tally] = []
    for run in runs:
        last = out[-1] if out else None
        between = BETWEEN.match(text, last.end) if last else None
        if last and between and between.end() >= run.start and not last.counts.keys() & run.counts.keys():
            last.counts |= run.counts
            last.objects += run.objects
            last.end = run.end
        else:
            out.append(run)
    return out


def is_only_count(text: str) -> bool:
    """Does a clause tell nothing but a vote: "(For: 30, Against: 13)", "Members voted in favour, with none against"?"""
    tallies = find_tallies(text)
    for tally in reversed(tallies):
        text = text[: tally.start] + text[tally.end :]
    return bool(tallies) and not re.sub(r"\W", "", ALL_VOTING.sub("", text))


def number(words: str) -> int:
    """ "12", "twelve", "no" as a number."""
    words = " ".join(words.lower().split())
    return int(words) if words.isdigit() else NUMBERS[words]


def side_of(words: str) -> Choice:
    """Which side the word of a side is of."""
    return next(side for side, pattern in SIDES.items() if re.match(rf"(?:{pattern})\b", words.strip(), re.I))


def _runs(text: str, pattern: re.Pattern[str]) -> Iterator[Tally]:
    run: Tally | None = None
    for found in pattern.finditer(text):
        counts = _counts(found, text)
        if counts is None:
            continue
        named = (found.group("object") or "").lower()
        if run is not None and (between := BETWEEN.match(text, run.end)) and between.end() >= found.start():
            if "for" in counts and "for" in run.counts and "against" not in run.counts and named not in run.objects:
                counts = {"against": counts["for"]}
            if not counts.keys() & run.counts.keys():
                run.counts |= counts
                run.objects.append(named)
                run.end = found.end()
                continue
        if run is not None:
            yield run
        run = Tally(found.start(), found.end(), dict(counts), [named], bare=bool(found.groupdict().get("for")))
    if run is not None:
        yield run


def _counts(found: re.Match[str], text: str) -> dict[Choice, int] | None:
    groups = found.groupdict()
    if groups.get("for"):
        spoken = "vote" in found.group().lower() or OF_A_VOTE.search(text[max(0, found.start() - 30) : found.start()])
        return {"for": number(groups["for"]), "against": number(groups["against"])} if spoken else None
    side = side_of(groups.get("side") or "for")
    if groups["n"].lower() in ("a", "an") and side != "abstain":
        return None
    if (
        groups["n"].lower() in ("no", "nobody")
        and groups.get("side", "").lower() == "for"
        and "vot" not in found.group().lower()
    ):
        return None
    return {side: number(groups["n"])}


def _sure(run: Tally, text: str) -> bool:
    """One side alone, or "for" and "against" with no word of voting, may be of anything: "two for the school"."""
    words = text[run.start : run.end]
    if len(run.counts) > 1:
        return True
    if next(iter(run.counts)) == "abstain":
        return bool(VOTING.search(text) or re.search(r"\bagreed|resolved|approved|unanim|favour\b", text, re.I))
    return bool(
        re.search(r"\bvot", words, re.I)
        or (SHARE.search(words) or VOTING.search(text[max(0, run.start - 60) : run.end + 40]))
    )
