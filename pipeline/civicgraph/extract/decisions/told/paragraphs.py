"""Paragraphs of the narrative that tell outcomes, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.deciding import action_by_things, is_replaced
from civicgraph.extract.decisions.elsewhere import OTHER_MEETING
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.owners import OWNER, owners_in
from civicgraph.extract.decisions.reported import is_supposed, is_view
from civicgraph.extract.decisions.subjects import DO, TASK
from civicgraph.extract.decisions.told.entries import find_entry, is_entry
from civicgraph.extract.decisions.told.pieces import pieces_of
from civicgraph.extract.decisions.told.rules import rules
from civicgraph.extract.decisions.told.sentences import OF_MINUTES, Told, find_ruled, has_cue
from civicgraph.extract.decisions.verbs import lemma_of, noun_action, verb_of
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Action, DecisionStatus, Item, Mention, Span

NEXT_MEETING = next(rule.pattern for rule in rules() if rule.id == "told-next-meeting")
# "(The Council agreed to) discuss this at the next meeting"
AGREED = re.compile(r"that\s+|.{0,80}?\bagreed\s+(?:that\s+|to\s+)?")
# What its chair undertakes the body does: no officer is asked.
CHAIR_DOES = re.compile(
    r"(?:[Tt]he\s+)?(?:Lord\s+)?(?:Chair(?:man|woman|person)?|Convener|Mayor|Provost)\s[^.;]{0,80}?\bundertook\s+to\b"
)
DEFERS = re.compile(
    r"(?:that\s+|to\s+)?(?:defer|postpone|adjourn|(?:[\w'-]+\s+){1,12}?be\s+(?:deferred|postponed|adjourned))\b"
)
# "Actions from the last meeting: Clerk to ring the school."
PAST_ACTIONS = re.compile(
    r"\W*actions?\s+(?:from|of)\s+(?:the\s+)?(?:last|previous)\s+(?:meeting|minutes)\s*[:\u2013-]", re.I
)
# What a form says of a decision, and what was decided stands below: "Decision status: Recommendations Approved"
STATUS = re.compile(r"\W*decision\s+(?:status|type)\s*:", re.I)
GIVES = re.compile(rf"(?:that\s+)?(?P<owner>{OWNER})\s+(?:to|will|would|shall|should)\s+(?:also\s+)?{DO}\b")
# "(Ann Lee proposed that the minutes be approved,) and the Board agreed.": of minutes no more is told.
BARE = re.compile(r"\bagreed,?(?:\s+(?:unanimously|to\s+this|with\s+no\s+objections?))?\W*$")
# "(Cllr Reed has seen the ditch.) He will write to the farmer.", "She was asked to look into it."
HE = re.compile(
    rf"(?:He|She)\s+(?:(?:will|would)|(?:was\s+(?:asked|requested|instructed|tasked)|agreed|offered|undertook|promised|volunteered)\s+to)"
    rf"\s+(?:also\s+)?{TASK}\b"
)
# "Litter was left by the van, (clerk to action)."
TO_ACTION = re.compile(r",\s+(?=(?:[Tt]he\s+)?(?:[A-Z][\w. ]{1,40}|[Cc]lerk)\s+to\s+action(?:\s+this)?\W*$)")
SAID_OF = re.compile(rf"(?P<owner>{OWNER})\s+[a-z]")
WILL = next(rule for rule in rules() if rule.id == "told-will")
THIS = re.compile(r"(?:This|These)\s+(?:was|were)\b")
# "a) (Letter from the school: noted.)": what a list of letters has before each matter
LETTER = re.compile(r"(?:^|\n)[ \t]*\(?(?P<label>[a-zA-Z]|[ivx]{1,4})[).][ \t]+$(?![\s\S])")
INNER = re.compile(r"\(?(?P<label>[a-z]|[ivx]{1,4})[).]\s+")  # "ii. Letter from the school", on one line with "i."
# "(It was agreed that) a list would be sent to the Committee": whoever has it is asked for it
SUPPLIED = re.compile(
    r"[^.;]{3,120}?\b(?:(?:would|will|should)\s+)?be\s+(?:sent|circulated|provided|supplied|shared|distributed|e-?mailed|forwarded)"
    r"\s+(?:out\s+)?to\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+){0,4}?(?i:members|councillors|committee|panel|board|forum|all)\b"
)
LONG = 1200  # characters; what is longer is no sentence but a table


def find_told(
    scene: Scene, item: Item | None, text: str, at: int, *, discussion: bool = False, above: Span | None = None
) -> Iterator[Outcome]:
    """The outcomes that a paragraph tells; of a point of discussion (`discussion`) only what was asked for.

    `above`: the paragraph before it, of which a word that stands alone ("Noted.", "Action: JS") may speak.
    """
    if PAST_ACTIONS.match(text) or STATUS.match(text):
        return
    before = False
    lettered = LETTER.search(scene.folded, max(0, at - 8), at)
    letter = lettered.group("label").lower() if lettered else ""
    speaker = _said_of(scene, above) if above is not None else ()
    for start, end in sentences(text):
        sentence = text[start:end].rstrip()
        words = Span(start=at + start, end=at + start + len(sentence))
        if inner := INNER.match(sentence):
            letter = inner.group("label").lower()
        if is_entry(sentence):
            if not before and (outcome := find_entry(scene, item, words, above)) is not None:
                yield replace(outcome, label=letter)
            before, above = True, None
            continue
        if before and sentence.startswith("They "):
            found = _they(sentence)
            told = [(start, sentence, found)] if found else []
        elif start and speaker and HE.match(sentence):
            told = [(start, sentence, Told(rule=WILL, begin=0, owners=speaker))]
        elif len(sentence) > LONG or not has_cue(sentence) or OTHER_MEETING.match(sentence):
            told = []
        else:
            told = [
                (start + offset, piece, found)
                for offset, piece in pieces_of(sentence)
                if (found := find_ruled(scene, item, piece, at + start + offset, discussion=discussion))
            ]
            told = [one for one in told if one[2].lead or not is_supposed(sentence, one[1])]
        if above is not None and OF_MINUTES.search(scene.text(above)) or OF_MINUTES.search(sentence):
            told = [one for one in told if not BARE.search(one[1])]
        if before:  # "Members asked for a report. This was agreed."
            told = [one for one in told if one[2].rule.id != "told-this"]
        if not told and (tail := TO_ACTION.search(sentence)):
            matter = Span(start=words.start, end=words.start + tail.start())
            if outcome := find_entry(scene, item, Span(start=words.start + tail.end(), end=words.end), matter):
                yield outcome
        before = bool(told) or before and bool(THIS.match(sentence))
        above = Span(start=words.start + (inner.end() if inner else 0), end=words.end)
        speaker = speaker if sentence.startswith(("He ", "She ")) else _said_of(scene, words)
        for begin, piece, found in told:
            yield replace(_outcome(scene, item, piece, at + begin, found), label=letter)


def _outcome(scene: Scene, item: Item | None, sentence: str, at: int, found: Told) -> Outcome:
    formal = "resolve" in (found.lead, found.told) or found.formal
    status: DecisionStatus = "resolved" if formal else "recorded"
    words = Span(start=at + found.begin, end=at + len(sentence.rstrip()))
    given = _given(scene, found, sentence, at)
    return Outcome(
        item=item,
        status=status,
        text=words,
        span=Span(start=at, end=words.end),
        lead="agree" if found.lead == "resolve" else found.lead,
        told=found.told,
        rule=found.rule.id,
        action="request" if given is not None else _action(found, sentence),
        owners=found.owners or given or (),
    )


def _they(sentence: str) -> Told | None:
    """ "They also congratulated the school": whoever the sentence before told of."""
    rule = rules()[0]
    found = rule.pattern.match(re.sub(r"^They\b", "Members", sentence))
    if found is None or lemma_of(found.group("verb")) == "agree" and is_view(found.string[found.end("verb") :]):
        return None
    return Told(rule=rule, begin=0, told=lemma_of(found.group("verb")))


def _said_of(scene: Scene, above: Span) -> tuple[Mention, ...]:
    """The one whom the sentence at `above` begins with, where it names somebody: whoever "he" is after it."""
    one = SAID_OF.match(scene.text(above))
    known = one and owners_in(scene, one.group("owner"), above.start + one.start("owner"))
    return known if known and len(known) == 1 else ()


def _given(scene: Scene, found: Told, sentence: str, at: int) -> tuple[Mention, ...] | None:
    """Those to whom an agreement gives a task: "(It was agreed that) the Secretary would write to the owner"."""
    task = GIVES.match(sentence, found.begin) if found.lead else None
    return owners_in(scene, task.group("owner"), at + task.start("owner")) if task else None


def _action(found: Told, sentence: str) -> Action | None:
    """The action where the rule says it; None where the verbs of the clause do."""
    if found.noun:
        words = re.sub(r"^recommend\w*\s+(?:for\s+)?", "", found.noun.lower())
        return (
            "reject"
            if words.startswith("object") and not words.startswith("objection")
            else noun_action(words) or "endorse"
        )
    if found.rule.decides:
        verb = verb_of(found.told)
        if found.denied or verb is None:
            return "reject" if found.denied else None
        return action_by_things(sentence, found.told, verb.action)  # a licence is suspended, a meeting put off
    if is_replaced(sentence, found.begin):
        return "appoint"
    agreed = AGREED.match(sentence, found.begin)
    said = sentence[agreed.end() if agreed else found.begin :]
    if (found.lead or found.told == "agree") and NEXT_MEETING.match(said):
        return None if DEFERS.match(said) else "schedule"
    if found.lead and SUPPLIED.match(said):
        return "request"
    return "undertake" if CHAIR_DOES.match(sentence, found.begin) else found.rule.action
