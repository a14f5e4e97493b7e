"""What a body that received recommendations answered.

Not all that is decided under an item answers what came to it: officers are thanked, a date is set, another plan is
approved. A clause answers that speaks of the recommendations, the report or the call-in, or that stands under words
which say that the recommendations below are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.elsewhere import is_other_day
from civicgraph.extract.names.bare import is_same
from civicgraph.extract.scene import Scene
from civicgraph.model import Answer, Decision, Mention, Referral, Response, Span

ACCEPTED = re.compile(
    r"\b(?:all (?:of )?the recommendations|the recommendations|recommendations?)\b[^.]{0,60}\b(?:were|was|are"
    r"|(?<!would )(?<!could )(?<!should )(?<!might )(?<!may )be)\s+(?:all\s+)?(?P<answer>accepted|agreed|approved"
    r"|endorsed|supported|noted|rejected|not accepted)\b",
    re.I,
)
ANSWERS: dict[str, Answer] = {
    "approve": "accepted",
    "endorse": "accepted",
    "note": "noted",
    "reject": "rejected",
    "request": "other",
    "defer": "other",
}
TOLD: dict[str, Answer] = {"noted": "noted", "rejected": "rejected", "not accepted": "rejected"}
# "the recommendations of the Panel", "as recommended", "the matters referred to it", "the proposals made by the Group"
RECOMMENDED = re.compile(
    r"(?<!officer )(?<!officers )(?<!officer's )(?<!officers' )\brecommendations?\b"
    r"|\b(?:as|matters?) (?:recommended|referred)\b|\breferrals?\b|\breferences? (?:of|from)\b"
    r"|\bproposals? (?:of|from|by|made|put)\b",
    re.I,
)
# "the final report of the Group", and not "the plan in Appendix 2 of the report" or "a further report"
ITS_REPORT = re.compile(
    r"(?<!\bin )(?<!\bof )(?<!\bto )(?<!\bwith )(?<!\bwithin )(?<!\bunder )\b(?:the|this|its|their)\s+"
    r"(?:(?!\b(?:of|in|to|and)\b)[\w&'()/-]+\s+){0,9}?"
    r"(?:reports?|findings|responses?)\b(?!\s+back)",
    re.I,
)
CALLED_IN = re.compile(r"\b(?:call(?:ed)?[- ]?in|decision|referr(?:al|ed)|request|petition|motion|matter)\b", re.I)
THANKS = re.compile(r"\b(?:thank|commended for|congratulat)", re.I)
# "agreed the following recommendations:", "that the recommendations set out below be approved"
LEADS = re.compile(
    r"\b(?:approv|accept|adopt|agre|endors|support)\w*\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:following\s+)?recommendations?\b"
    r"|\brecommendations?\b[^.;]{0,120}?\b(?:be|were|was|are|is)\s+(?:all\s+)?(?:accepted|agreed|approved|adopted|endorsed)\b",
    re.I,
)
POINTS = re.compile(r"\b(?:below|following|as follows)\b", re.I)
# "accepted, with the exception of the third", "approved subject to the deletion of paragraph 4"
EXCEPT = re.compile(
    r"\b(?:recommend|referr|proposal|report|finding)\w*\b[^;]*?\b(?:subject to|exception of|except(?:ing)?|apart from"
    r"|save (?:for|that)|other than|excluding|in part|part(?:ial)?ly|with the following amendments?|as amended)\b",
    re.I,
)
# "that the minutes be received and all recommendations approved"
ACCEPTS_TOO = re.compile(
    r"\band\s+(?:that\s+)?(?:all\s+|the\s+|its\s+|their\s+)*recommendations?\b[^.;]{0,60}?\b(?:approved|adopted|accepted|agreed|endorsed)\b"
    r"|\band\s+(?:to\s+)?(?:agree|accept|approve|adopt|endorse)s?\s+(?:with\s+)?(?:all\s+)?(?:the|their|its)\s+recommendations?\b",
    re.I,
)
REFUSES = re.compile(r"\bnot\b|\bno\b|\b(?:reject|declin|refus|dismiss|turn(?:ed)? down|unsuccessful)", re.I)
NUMBERED = re.compile(r"\brecommendations?\s+(?:nos?\.?\s*)?\(?(?:\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three)\b", re.I)
# "recommendations 1 to 3 be accepted and recommendation 4 be considered further"
AND_NOT = re.compile(
    rf"{NUMBERED.pattern}.*?\b(?:recommendations?\s+\(?\w{{1,5}}\)?|the (?:other|remaining|rest)\b[^;.]{{0,30}}?)\s+"
    r"(?:be\s+|is\s+|was\s+)?"
    r"(?:not|reject|declin|defer|consider|refus|noted)",
    re.I | re.S,
)


def find_responses(
    scene: Scene, referrals: list[tuple[int, Referral]], decisions: list[tuple[int, Decision]]
) -> Iterator[Response]:
    """What the receiving body did with what it received: those of its decisions under that item which speak of it."""
    received = [(n, one) for n, one in referrals if one.status == "received"]
    for n, referral in received:
        others = [other for _, other in received if other.item == referral.item]
        its = [
            (d, one)
            for d, one in decisions
            if one.item == referral.item and one.status != "proposed" and _got_by(one.body, referral, others)
        ]
        item = scene.part.items[referral.item - scene.first_item] if referral.item is not None else None
        texts = [(block.span, scene.text(block.span)) for _, block in scene.blocks(item)] if item else []
        below = next((s.end for s, text in texts if LEADS.search(text) and POINTS.search(text)), None)
        decided = [
            Response(referral=n, answer=answer, span=one.span, rule="response-decision", decision=d)
            for d, one in its
            if (answer := _answer(scene, referral, one, led=below is not None and one.text.start >= below))
        ]
        yield from _in_part(decided, {d: scene.text(one.text) for d, one in its})
        for span, text in texts:
            if said := ACCEPTED.search(text):
                words = Span(start=span.start + said.start(), end=span.start + said.end())
                if any(words.overlaps(one.span) for _, one in its) or is_other_day(
                    scene, text[: said.end()], text[said.end() : said.end() + 120].partition(". ")[0]
                ):
                    continue
                word = said.group("answer").lower()
                yield Response(referral=n, answer=TOLD.get(word, "accepted"), span=words, rule="response-told")


def _answer(scene: Scene, referral: Referral, decision: Decision, *, led: bool) -> Answer | None:
    """What a decision answers, None where it does not speak of what was received; `led`: it stands below the words that
    the recommendations were accepted."""
    answer = ANSWERS.get(decision.action)
    words = scene.text(decision.text)
    lead_in = scene.text(Span(start=decision.span.start, end=max(decision.span.start, decision.text.start)))
    if answer is None:
        return None
    if referral.kind in ("call-in", "refer"):
        # Nothing was recommended that could be accepted; a decision that stands is no answer "accepted" to its call-in.
        if not (RECOMMENDED.search(words) or ITS_REPORT.search(words) or CALLED_IN.search(words)):
            return None
        return "other" if answer == "accepted" and not RECOMMENDED.search(words) else answer
    named = bool(RECOMMENDED.search(words))
    reported = bool(ITS_REPORT.search(words) and not THANKS.search(words))
    if answer == "accepted" or (answer == "noted" and ACCEPTS_TOO.search(words)):
        if not (named or reported or led or LEADS.search(lead_in)):
            return None
        return "partly" if EXCEPT.search(words) or AND_NOT.search(words) else "accepted"
    if answer == "noted":
        return answer if named or reported else None
    return answer if named and (answer == "other" or REFUSES.search(words)) else None


def _in_part(found: list[Response], words: dict[int, str]) -> Iterator[Response]:
    """Where one clause accepts recommendations by their numbers, and another does otherwise with others, part is."""
    numbered = {d for d, text in words.items() if NUMBERED.search(text)}
    kept = any(one.answer not in ("accepted", "partly") and one.decision in numbered for one in found)
    for one in found:
        part = kept and one.answer == "accepted" and one.decision in numbered
        yield replace(one, answer="partly") if part else one


def _got_by(body: Mention | None, referral: Referral, others: list[Referral]) -> bool:
    """Is it the body that got the matter which decides? Where an item tells the whole way that a matter took, from the
    executive to scrutiny and on to the council, the last step alone ends here."""

    def ends_here(one: Referral) -> bool:
        return bool(body and one.recipient and is_same(body, one.recipient))

    return ends_here(referral) or not any(map(ends_here, others))
