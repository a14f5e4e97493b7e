"""Sentences of the narrative that tell an outcome, by the rules of `told`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.extract.decisions.deciding import is_replaced
from civicgraph.extract.decisions.elsewhere import OTHER_MEETING, is_by_others, is_other_body, is_other_day
from civicgraph.extract.decisions.entries import find_entry, is_entry
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.owners import CLERK_OR_NAMED, OWNER, owners_in
from civicgraph.extract.decisions.pieces import RUN_IN, pieces_of
from civicgraph.extract.decisions.reported import SPOKEN_OF, is_reported, is_supposed, is_view
from civicgraph.extract.decisions.subjects import DO, TASK
from civicgraph.extract.decisions.told import Rule, rules
from civicgraph.extract.decisions.verbs import lemma_of, noun_action, verb_of
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Action, DecisionStatus, Item, Mention, Span

# No rule matches a sentence without one of these; most sentences have none.
CUES = (
    *"noted agree approv endors request asked recommended referred delegat authoris authoriz appoint elected".split(),
    *"nominat defer adopt accept reject refus resolv instruct tasked invited establish support confirm ratif".split(),
    *"decided decision object adjourn commended granted co-opt dismiss congratulat praised welcomed voted".split(),
    *"withdrawn undertook offered promised volunteered received passed declared".split(),
    *("in favour", "no comment", "no observation", "held over"),
)
CUE = re.compile(
    r"\bthank|\bleft\b|\bClerk\b|^\W*actions?\b|\bto be\b|\bnext\b|\bagenda\b|\bnotes\b"
    r"|\b(?:council|PC|we)\s+(?:will|would|shall)\b"
    r"|\b(?-i:[A-Z][\w'-]*+\.?\)?|officers|chairman|members|[Mm]r)\s+(?:(?:was|were|is|are)\s+)?(?:also\s+)?(?:to|will|would|shall)\s+(?-i:[a-z])",
    re.I,
)
# An outcome of another day, or none yet.
EARLIER = re.compile(
    r"^(?:At|In|On|Since|During|Following|Prior to|Before|Previously)\b[^,]{0,80}\b(?:19|20)\d{2}\b[^,]{0,20},"
    r"|^(?:Were|Had)\s"  # "Were the grant to be withdrawn, …": no sentence of minutes asks
    r"|\b(?:had|have|has|having|been|previously|originally|already|if|whether|when|once|until|unless"
    r"|would|could|should|may|might|will|not yet|no decision|(?<!^)after|before|as)\s+(?:\w+\s+)?$",
    re.I,
)
UNREAL = re.compile(
    r"\b(?:would be|will be|had been|not been|had previously|was asked to (?:note|consider|approve"
    r"|agree|endorse)|were asked to (?:note|consider|approve|agree|endorse)|(?:is|are) (?:asked"
    r"|recommended|requested|invited) to"
    r"|(?:was|were) invited to|no decision)\b",
    re.I,
)
OF_MINUTES = re.compile(
    r"^(?:(?:It was|All|Members|The \w+)\s+(?:\w+\s+){0,4})?.{0,60}\bminutes?\b.{0,200}\b(?:approved"
    r"|agreed|signed|confirmed|accepted|adopted|correct|true|record)\b",
    re.I,
)
A_MEETING = re.compile(r"\bmeeting\b|^(?:The )?(?:draft )?minutes|\b(?:true|correct|accurate)\b", re.I)
NOTHING = re.compile(
    r"\bno\s+(?:\w+\s+){0,2}(?:declarations?|interests?|urgent (?:business|items)|apologies|questions"
    r"|petitions|further business|other business)\b|^(?:The )?[Dd]ates? of (?:the )?next meeting"
    r"|\bagreed\s+to\s+(?:disagree|differ)\b|\b(?:true|accurate|correct)\s+(?:and\s+\w+\s+)?record\b",
    re.I,
)
# "was agreed by Council in January 2004"
PAST_YEAR = re.compile(
    r"[^.;]{0,50}?\b(?:in|on|since)\s+(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
)
ALONE = re.compile(
    r"^(?:Cabinet|Executive|Lead) Member|^Portfolio Holder|^Leader|^Mayor|^(?:Police"
    r"|Deputy).*Commissioner|^Commissioner",
    re.I,
)
NEXT_MEETING = next(rule.pattern for rule in rules() if rule.id == "told-next-meeting")
TOGETHER_RULES = frozenset(("told-together", "told-asked", "told-together-after"))
PLANNING = re.compile(r"\bplanning\b|\bapplications?\b|\b\d{1,4}/\d{3,6}\b|\b[A-Z]{1,3}/\d{2,4}/", re.I)
# "Clerk to write to the owner - Done": what became of an earlier task
PAST_TASK = re.compile(
    r"[-\u2013:(,]\s*(?:all\s+)?(?:done|completed?|actioned|closed|in\s+progress|on-?going|sent)\W*$", re.I
)
# "(The Council agreed to) discuss this at the next meeting"
AGREED = re.compile(r"that\s+|.{0,80}?\bagreed\s+(?:that\s+|to\s+)?")
# "Actions from the last meeting: Clerk to ring the school."
PAST_ACTIONS = re.compile(
    r"\W*actions?\s+(?:from|of)\s+(?:the\s+)?(?:last|previous)\s+(?:meeting|minutes)\s*[:\u2013-]", re.I
)
GIVES = re.compile(rf"(?:that\s+)?(?P<owner>{OWNER})\s+(?:to|will|would|shall|should)\s+(?:also\s+)?{DO}\b")
# "(Ann Lee proposed that the minutes be approved,) and the Board agreed.": of minutes no more is told.
BARE = re.compile(r"\bagreed,?(?:\s+(?:unanimously|to\s+this|with\s+no\s+objections?))?\W*$")
# "(Cllr Reed has seen the ditch.) He will write to the farmer."
HE = re.compile(rf"(?:He|She)\s+(?:will|would)\s+(?:also\s+)?{TASK}\b")
# "Litter was left by the van, (clerk to action)."
TO_ACTION = re.compile(r",\s+(?=(?:[Tt]he\s+)?(?:[A-Z][\w. ]{1,40}|[Cc]lerk)\s+to\s+action(?:\s+this)?\W*$)")
SAID_OF = re.compile(rf"(?P<owner>{OWNER})\s+[a-z]")
WILL = next(rule for rule in rules() if rule.id == "told-will")
THIS = re.compile(r"(?:This|These)\s+(?:was|were)\b")
MEMBERS_NOTED = re.compile(
    r"(?:Members|Councillors)\s+(?:\w+\s+)?noted\b(?!\s+the\s+(?:\w+\s+)?(?:reports?|updates?)\b)"
)
# "(RESOLVED: that the gate be mended.) On a vote being taken the matter was approved unanimously."
ITS_VOTE = re.compile(
    r"(?:On\s+(?:a|the)\s+vote\s+being\s+taken,?\s+)?(?:[Tt]he|[Tt]his)\s+(?:matter|motion|proposal|resolution)\s+was\s+"
    r"(?:then\s+)?(?:unanimously\s+)?(?:agreed|approved|accepted|carried|passed)(?:\s+unanimously)?\W*$"
)
DEALT = frozenset(("note", "approve", "endorse", "recommend", "reject", "refer", "defer"))
LONG = 1200  # characters; what is longer is no sentence but a table


def find_told(
    scene: Scene, item: Item | None, text: str, at: int, *, discussion: bool = False, above: Span | None = None
) -> Iterator[Outcome]:
    """The outcomes that a paragraph tells; of a point of discussion (`discussion`) only what was asked for.

    `above`: the paragraph before it, of which a word that stands alone ("Noted.", "Action: JS") may speak.
    """
    if PAST_ACTIONS.match(text):
        return
    before = False
    speaker = _said_of(scene, above) if above is not None else ()
    for start, end in sentences(text):
        sentence = text[start:end].rstrip()
        words = Span(start=at + start, end=at + start + len(sentence))
        if is_entry(sentence):
            if not before and (outcome := find_entry(scene, item, words, above)) is not None:
                yield outcome
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
                if (found := _told(scene, item, piece, at + start + offset, discussion=discussion))
                or (found := _told_behind(scene, item, piece, at + start + offset, discussion=discussion))
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
        before, above = bool(told) or before and bool(THIS.match(sentence)), words
        speaker = speaker if sentence.startswith(("He ", "She ")) else _said_of(scene, words)
        for begin, piece, found in told:
            yield _outcome(scene, item, piece, at + begin, found)


def without_received(scene: Scene, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes of an item; a report merely received is one only where nothing more was done with it, and what
    members noted on the way to a resolution is talk, as its vote is part of it."""
    if any(one.status == "resolved" for one in outcomes):
        outcomes = [one for one in outcomes if one.told != "note" or not MEMBERS_NOTED.match(scene.text(one.text))]
        outcomes = [one for one in outcomes if one.status == "resolved" or not ITS_VOTE.match(scene.text(one.text))]
    received = [one for one in outcomes if one.rule == "told-received"]
    others = [one for one in outcomes if one.rule != "told-received"]
    verbs = (verb_of(one.told or one.lead) for one in others)
    more = any(one.status == "resolved" for one in others) or any(v and v.action in DEALT for v in verbs)
    return others if received and more else outcomes


def has_cue(sentence: str) -> bool:
    """May a rule have this sentence?"""
    low = sentence.lower()
    return any(cue in low for cue in CUES) or bool(CUE.search(sentence))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    rule: Rule
    begin: int  # of its own words
    lead: str = ""  # lemma of the verb before them
    told: str = ""  # lemma of the verb within them
    owners: tuple[Mention, ...] = ()
    denied: bool = False
    noun: str = ""  # "no objection": the noun that says what was decided
    formal: bool = False  # "It was also AGREED that …"


def _told(scene: Scene, item: Item | None, sentence: str, at: int, *, discussion: bool) -> Told | None:
    """The first rule that has this sentence."""
    if OF_MINUTES.match(sentence) and A_MEETING.search(sentence) or EARLIER.match(sentence):
        return None
    for rule in rules():
        if discussion and not rule.discussion or rule.alone and not _decides_alone(scene):
            continue
        for found in rule.pattern.finditer(sentence):
            if told := _accepted(scene, item, rule, found, at):
                return told
    return None


def _told_behind(scene: Scene, item: Item | None, sentence: str, at: int, *, discussion: bool) -> Told | None:
    """What a sentence tells behind its run-in head: "Footpaths: Cllr Boyd requested …"."""
    head = RUN_IN.match(sentence)
    if head is None:
        return None
    found = _told(scene, item, sentence[head.end() :], at + head.end(), discussion=discussion)
    return replace(found, begin=found.begin + head.end()) if found else None


def _accepted(scene: Scene, item: Item | None, rule: Rule, found: re.Match[str], at: int) -> Told | None:
    """What a rule found, unless it is denied, of another day, of other people, or not yet."""
    sentence, groups = found.string, found.groupdict()
    begin = found.start("what") if groups.get("what") else found.start()
    verb = groups.get("verb") or ""
    verb_at, verb_to = found.span("verb") if verb else (begin, begin)
    acts_from, acts_to = min(begin, verb_at), verb_to
    if EARLIER.search(sentence[:acts_from]) or UNREAL.search(sentence[max(0, acts_from - 24) : acts_to]):
        return None
    if is_reported(sentence[:acts_from]) or verb and SPOKEN_OF.match(sentence, verb_at):
        return None
    if lemma_of(verb) == "agree" and is_view(sentence[verb_to:]):
        return None
    if NOTHING.search(sentence) or sentence[:acts_from].count('"') % 2:
        return None
    owners: tuple[Mention, ...] = ()
    if words := groups.get("owner"):
        known = owners_in(scene, words, at + found.start("owner"))
        if (
            known is None
            or rule.named
            and not CLERK_OR_NAMED.search(words)
            and not any(o.kind == "person" for o in known)
        ):
            return None
        if PAST_TASK.search(sentence):
            return None
        owners = known
    if (asker := groups.get("asker")) and owners_in(scene, asker, at + found.start("asker")) is None:
        return None
    if noun := groups.get("noun") or "":
        title = scene.text(item.title.span) if item is not None else ""
        if not PLANNING.search(f"{title} {scene.folded[max(scene.part.span.start, at - 600) : at]} {sentence}"):
            return None
    if verb and not words:
        before, rest = sentence[:verb_at], sentence[verb_to:]
        if is_by_others(rest) or is_other_day(scene, before, rest):
            return None
        if rule.id in TOGETHER_RULES and is_other_body(scene, before[found.start() :]):
            return None
    if rule.decides and PAST_YEAR.match(sentence, verb_to):
        return None
    led = bool(verb) and verb_to <= begin
    return Told(
        rule=rule,
        begin=begin,
        lead=lemma_of(verb) if led else "",
        told="" if led else lemma_of(verb),
        owners=owners,
        denied=bool(groups.get("not")),
        noun=noun,
        formal=verb in ("AGREED", "DECIDED"),
    )


def _they(sentence: str) -> Told | None:
    """ "They also congratulated the school": whoever the sentence before told of."""
    rule = rules()[0]
    found = rule.pattern.match(re.sub(r"^They\b", "Members", sentence))
    return Told(rule=rule, begin=0, told=lemma_of(found.group("verb"))) if found else None


def _said_of(scene: Scene, above: Span) -> tuple[Mention, ...]:
    """The one whom the sentence at `above` begins with, where it names somebody: whoever "he" is after it."""
    one = SAID_OF.match(scene.text(above))
    known = one and owners_in(scene, one.group("owner"), above.start + one.start("owner"))
    return known if known and len(known) == 1 else ()


def _decides_alone(scene: Scene) -> bool:
    return scene.body is not None and bool(ALONE.match(scene.body.name))


def _given(scene: Scene, found: Told, sentence: str, at: int) -> tuple[Mention, ...] | None:
    """Those to whom an agreement gives a task: "(It was agreed that) the Secretary would write to the owner"."""
    task = GIVES.match(sentence, found.begin) if found.lead else None
    return owners_in(scene, task.group("owner"), at + task.start("owner")) if task else None


def _action(found: Told, sentence: str) -> Action | None:
    """The action where the rule says it; None where the verbs of the clause do."""
    if found.noun:
        words = re.sub(r"^recommend\w*\s+(?:for\s+)?", "", found.noun.lower())
        return "reject" if words.startswith("objected") else noun_action(words) or "endorse"
    if found.rule.decides:
        verb = verb_of(found.told)
        if found.denied or verb is None:
            return "reject" if found.denied else None
        return verb.action
    if is_replaced(sentence, found.begin):
        return "appoint"
    agreed = AGREED.match(sentence, found.begin)
    said = sentence[agreed.end() if agreed else found.begin :]
    if (found.lead or found.told == "agree") and NEXT_MEETING.match(said):
        return "schedule"
    return found.rule.action
