"""Which of the `rules` has a sentence, and whether what it found was decided here, today, and by those who met."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from civicgraph.extract.decisions.elsewhere import is_by_others, is_other_body, is_other_day
from civicgraph.extract.decisions.owners import CLERK_OR_NAMED, owners_in
from civicgraph.extract.decisions.reported import SPOKEN_OF, is_reported, is_view
from civicgraph.extract.decisions.told.pieces import RUN_IN
from civicgraph.extract.decisions.told.rules import Rule, rules
from civicgraph.extract.decisions.verbs import lemma_of
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Mention

# No rule matches a sentence without one of these; most sentences have none.
CUES = (
    *"noted agree approv endors request asked recommended referred delegat authoris authoriz appoint elected".split(),
    *"nominat defer adopt accept reject refus resolv instruct tasked invited establish support confirm ratif".split(),
    *"decided decision object adjourn commended granted co-opt dismiss congratulat praised welcomed voted".split(),
    *"withdrawn undertook offered promised volunteered received passed declared".split(),
    *(
        "in favour",
        "no comment",
        "no observation",
        "held over",
        "seconded",
        "turned down",
        "declined",
        "opposed",
        "happy",
    ),
    *(
        "not willing",
        "not prepared",
        "unwilling",
        "against",
        "revoked",
        "suspended",
        "renewed",
        "content",
        "authority",
        "determined",
        "continued",
        "selected",
        "put on hold",
        "put back",
        "postponed",
        "on the table",
        "abeyance",
        "forwarded",
        "escalated",
        "remitted",
        "fixed",
        " set ",
        "arranged",
        "rescheduled",
    ),
)
CUE = re.compile(
    r"\bthank|\bleft\b|\bClerk\b|^\W*actions?\b|\bto be\b|\bnext\b|\bagenda\b|\bnotes\b"
    r"|\b(?:council|PC|we)\s+(?:will|would|shall)\b"
    r"|\b(?:will|would)\s+(?:now\s+)?be\s+(?:displayed|placed|put|posted|advertised|sought|obtained|made|circulated|forwarded|sent)\b"
    r"|\b(?-i:[A-Z][\w'-]*+\.?\)?|officers|chairman|members|[Mm]r)\s+(?:(?:was|were|is|are)\s+)?(?:also\s+)?(?:to|will|would|shall)\s+(?-i:[a-z])",
    re.I,
)
# An outcome of another day, or none yet.
EARLIER = re.compile(
    r"^(?:At|In|On|Since|During|Following|Prior to|Before|Previously)\b[^,]{0,80}\b(?:19|20)\d{2}\b"
    r"(?:[^,]{0,20},|\s+(?:the|it|this|members)\s)"
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
UNTIL = re.compile(r"\b(?:until|till|unless|once|when|if|before)\s+$", re.I)  # "Draft until approved."
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
# "(asked whether one was needed, and it was decided) that it was not": the answer to a question
ANSWER = re.compile(r"(?:that\s+)?(?:it|this|they)\s+(?:was|were|is|are|did|had|would|could)(?:\s+not)?\W*")
# "was agreed by Council in January 2004"
PAST_YEAR = re.compile(
    r"[^.;]{0,50}?\b(?:in|on|since)\s+(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
)
PUTS_ON = frozenset(("refer", "defer"))  # "referred to the Executive on 4 May 2021": the day on which it will be taken
ALONE = re.compile(
    r"^(?:Cabinet|Executive|Lead) Member|^Portfolio Holder|^Leader|^Mayor|^(?:Police"
    r"|Deputy).*Commissioner|^Commissioner",
    re.I,
)
TOGETHER_RULES = frozenset(("told-together", "told-asked", "told-together-after"))
PLANNING = re.compile(r"\bplanning\b|\bapplications?\b|\b\d{1,4}/\d{3,6}\b|\b[A-Z]{1,3}/\d{2,4}/", re.I)
# "Clerk to write to the owner - Done": what became of an earlier task
PAST_TASK = re.compile(
    r"[-\u2013:(,]\s*(?:all\s+)?(?:done|completed?|actioned|closed|in\s+progress|on-?going|sent)\W*$", re.I
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


def has_cue(sentence: str) -> bool:
    """May a rule have this sentence?"""
    low = sentence.lower()
    return any(cue in low for cue in CUES) or bool(CUE.search(sentence))


def find_ruled(scene: Scene, item: Item | None, sentence: str, at: int, *, discussion: bool) -> Told | None:
    """What a sentence at offset `at` tells, by the first rule that has it, or has what stands behind its run-in head
    ("Footpaths: Cllr Boyd requested …"); of a point of discussion only what was asked for."""
    return _told(scene, item, sentence, at, discussion=discussion) or _told_behind(
        scene, item, sentence, at, discussion=discussion
    )


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


def _decides_alone(scene: Scene) -> bool:
    return scene.body is not None and bool(ALONE.match(scene.body.name))


def _accepted(scene: Scene, item: Item | None, rule: Rule, found: re.Match[str], at: int) -> Told | None:
    """What a rule found, unless it is denied, of another day, of other people, or not yet."""
    sentence, groups = found.string, found.groupdict()
    begin = found.start("what") if groups.get("what") else found.start()
    verb = groups.get("verb") or ""
    verb_at, verb_to = found.span("verb") if verb else (begin, begin)
    acts_from, acts_to = min(begin, verb_at), verb_to
    if EARLIER.search(sentence[:acts_from]) or UNTIL.search(sentence[:verb_at]):
        return None
    # "what had been spent, and the Director undertook to …": another clause's
    near = max(acts_from - 24, sentence.rfind(",", 0, acts_from) + 1, 0)
    if UNREAL.search(sentence[near:acts_to]):
        return None
    if is_reported(sentence[:acts_from]) or verb and SPOKEN_OF.match(sentence, verb_at):
        return None
    if lemma_of(verb) == "agree" and is_view(sentence[verb_to:]) or verb and ANSWER.fullmatch(sentence, begin):
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
    if rule.decides and lemma_of(verb) not in PUTS_ON and PAST_YEAR.match(sentence, verb_to):
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
        formal=len(verb) > 1 and verb.isupper(),
    )
