"""Sentences of the narrative that tell an outcome, by the rules of `told`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.elsewhere import is_by_others, is_other_body, is_other_day
from civicgraph.extract.decisions.initials import initials_present
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.told import Rule, rules
from civicgraph.extract.decisions.verbs import lemma_of, verb_of
from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Action, DecisionStatus, Item, Mention, Span
from civicgraph.values.honorifics import MEMBER_S
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

# No rule matches a sentence without one of these; most sentences have none.
CUE = re.compile(
    r"noted|agree|approv|endors|request|asked|recommended|referred|delegat|authori[sz]|appoint"
    r"|elected|nominat|defer|adopt|accept|reject|refus|resolv|instruct|invited|establish|support"
    r"|confirm|ratif|decided"
    r"|adjourn|commended|granted|co-opt|dismiss|\bthank|congratulat|praised|welcomed|voted|withdrawn"
    rf"|undertook|offered|promised|\bClerk\b|\b{MEMBER_S}\b|Chair|^\W*actions?\b|\bto be\b"
    r"|\b[A-Z]{2,3}\s+(?:to|will|would|shall|requested|asked)\b",
    re.I,
)
# An outcome of another day, or none yet.
EARLIER = re.compile(
    r"^(?:At|In|On|Since|During|Following|Prior to|Before|Previously)\b[^,]{0,80}\b(?:19|20)\d{2}\b[^,]{0,20},"
    r"|\b(?:had|have|has|having|been|previously|originally|already|if|whether|when|once|until|unless"
    r"|would|could|should|may|might|will|not yet|no decision|after|before|as)\s+(?:\w+\s+)?$",
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
    r"^(?:(?:It was|All|Members|The \w+)\s+(?:\w+\s+){0,4})?.{0,60}\bminutes\b.{0,200}\b(?:approved"
    r"|agreed|signed|confirmed|accepted|adopted|correct|true|record)\b",
    re.I,
)
A_MEETING = re.compile(r"\bmeeting\b|^(?:The )?(?:draft )?minutes|\b(?:true|correct|accurate)\b", re.I)
NOTHING = re.compile(
    r"\bno\s+(?:\w+\s+){0,2}(?:declarations?|interests?|urgent (?:business|items)|apologies|questions"
    r"|petitions|further business|other business)\b|^(?:The )?[Dd]ates? of (?:the )?next meeting"
    r"|\bagreed\s+to\s+(?:disagree|differ)\b",
    re.I,
)
# "was agreed by Council in January 2004"
PAST_YEAR = re.compile(
    r"[^.;]{0,50}?\b(?:in|on|since)\s+(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
)
INITIALS = re.compile(r"^(?P<initials>[A-Z]{2,3}(?:\s*(?:and|&|/)\s*[A-Z]{2,3})?)\s+(?=[a-z])")
ALONE = re.compile(
    r"^(?:Cabinet|Executive|Lead) Member|^Portfolio Holder|^Leader|^Mayor|^(?:Police"
    r"|Deputy).*Commissioner|^Commissioner",
    re.I,
)
TOGETHER_RULES = frozenset(("told-together", "told-asked", "told-together-after"))
LONG = 1200  # characters; what is longer is no sentence but a table


def find_told(scene: Scene, item: Item | None, text: str, at: int, *, discussion: bool = False) -> Iterator[Outcome]:
    """The outcomes that a paragraph tells; of a point of discussion (`discussion`) only what was asked for."""
    before = False
    for start, end in sentences(text):
        sentence = text[start:end].rstrip()
        if before and sentence.startswith("They "):
            found = _they(sentence)
        elif len(sentence) > LONG or not CUE.search(sentence):
            before = False
            continue
        else:
            found = _told(scene, sentence, discussion=discussion)
        before = found is not None
        if found is None:
            continue
        rule, begin, lead, told, owner, denied = found
        formal = "resolve" in (lead, told)
        status: DecisionStatus = "resolved" if formal else "recorded"
        words = Span(start=at + start + begin, end=at + start + len(sentence))
        yield Outcome(
            item=item,
            status=status,
            text=words,
            span=Span(start=at + start, end=words.end),
            lead="agree" if lead == "resolve" else lead,
            told=told,
            rule=rule.id,
            action=_action(told, denied=denied) if rule.decides else rule.action,
            owner=_owner(scene, sentence, owner, at + start) if owner else None,
        )


# rule, start of its words, verb before them, verb within them, span of the owner, is it denied
Told = tuple[Rule, int, str, str, tuple[int, int] | None, bool]


def _told(scene: Scene, sentence: str, *, discussion: bool) -> Told | None:
    """The first rule that has this sentence."""
    if OF_MINUTES.match(sentence) and A_MEETING.search(sentence) or EARLIER.match(sentence):
        return None
    for rule in rules():
        if discussion and not rule.discussion or rule.alone and not _decides_alone(scene):
            continue
        for found in rule.pattern.finditer(sentence):
            begin = found.start("what")
            verb = found.groupdict().get("verb") or ""
            acts_from = min(begin, found.start("verb")) if verb else begin
            acts_to = found.end("verb") if verb else begin
            if EARLIER.search(sentence[:acts_from]) or UNREAL.search(sentence[max(0, acts_from - 24) : acts_to]):
                continue
            if NOTHING.search(sentence) or not _of_this_meeting(scene, rule, found):
                continue
            led = bool(verb) and found.end("verb") <= begin
            owner = found.span("owner") if found.groupdict().get("owner") else None
            if rule.decides and PAST_YEAR.match(sentence, found.end("verb")):
                continue
            denied = bool(found.groupdict().get("not"))
            return rule, begin, lemma_of(verb) if led else "", "" if led else lemma_of(verb), owner, denied
    return None


def _they(sentence: str) -> Told | None:
    """ "They also congratulated the school": whoever the sentence before told of."""
    rule = rules()[0]
    found = rule.pattern.match(re.sub(r"^They\b", "Members", sentence))
    return (rule, 0, "", lemma_of(found.group("verb")), None, False) if found else None


def _decides_alone(scene: Scene) -> bool:
    return scene.body is not None and bool(ALONE.match(scene.body.name))


def _of_this_meeting(scene: Scene, rule: Rule, found: re.Match[str]) -> bool:
    """Is who acts the body that met, or one of those present, and not another body that the minutes tell of?"""
    who = found.group("what")
    if initials := INITIALS.match(who):
        known = initials_present(scene)
        return all(part in known for part in re.findall(r"[A-Z]{2,3}", initials.group("initials")))
    verb = found.groupdict().get("verb")
    if not verb:
        return True
    before, rest = found.string[: found.start("verb")], found.string[found.end("verb") :]
    if is_by_others(rest) or is_other_day(scene, before, rest) or before.count('"') % 2:
        return False
    return rule.id not in TOGETHER_RULES or not is_other_body(scene, before[found.start() :])


def _owner(scene: Scene, sentence: str, owner: tuple[int, int], at: int) -> Mention | None:
    """Who is to do it: a post, a person, or one of those present under their initials."""
    start, end = owner
    words = sentence[start:end]
    short = INITIALS.match(words + " x")
    if short:
        names = initials_present(scene)
        first = re.findall(r"[A-Z]{2,3}", short.group("initials"))[0]
        return Mention(
            kind="person",
            name=names.get(first, first),
            span=Span(start=at + start, end=at + start + len(first)),
            rule="owner-initials",
        )
    for post in find_posts(words, at + start):
        return post
    for person in find_people(words):
        span = Span(start=at + start + person.start, end=at + start + person.end)
        return Mention(kind="person", name=squash(words[person.start : person.end]), span=span, rule="owner-person")
    return None


def _action(lemma: str, *, denied: bool) -> Action | None:
    verb = verb_of(lemma)
    if verb is None:
        return None
    return "reject" if denied else verb.action
