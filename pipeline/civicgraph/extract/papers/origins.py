"""Where an item says that its matter comes from: in its title, the line under it, its opening words, or its author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.bare import body_at, body_before, is_same
from civicgraph.extract.papers.anaphora import bare_at, bare_before, in_full, known_before
from civicgraph.extract.papers.matters import minuted
from civicgraph.extract.papers.taken import Origin, in_minutes, senders_in
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Decision, Item, ReferralKind, Report, Span
from civicgraph.values.text import fold

_THINGS = (
    r"recommendations?|responses?|referrals?|references?|resolutions?|findings|report back|call-?in"
    r"|(?:reviews?|study|inquiry|investigation)(?=\s+by\b)"
)
_RECEIVED = (
    r"(?:\s+(?:report|back|received|made|arising|referred|put\s+forward|submitted|contained|set\s+out|provided|produced|presented|agreed|in|the\s+minutes?|and|or"
    r"|and/or|referrals?|recommendations?)){0,6}"
)
_FROM = (
    r"\s+(?P<link>from|of|by)\s+(?:the\s+)?(?:(?:minutes\s+of\s+the\s+)?(?:following\s+"
    r"|last\s+)?meetings?\s+of\s+(?:the\s+)?)?"
)
# "Recommendations from the Audit Committee", "Matters referred to Cabinet by the Scrutiny Panel"
FROM_BODY = re.compile(
    rf"\b(?P<what>{_THINGS}|reports?|(?:matters?|items?|issues?|motions?|petitions?)?\s*\breferred)\b{_RECEIVED}"
    rf"(?:\s+to\s+(?:the\s+)?(?-i:[A-Z])[\w&' -]{{2,60}}?)?{_FROM}",
    re.I,
)
# "Cabinet Referrals", "Audit Committee Recommendations to Council", "Audit Committee - Annual Report"
BODYS = re.compile(
    r"\s+(?:(?P<what>Recommendations?|Referrals?|References?)\b(?!\s+(?:Tracker|Tracking|Monitor|Update|Log|Progress|Action))"
    r"|(?:-\s+(?:the\s+)?)?(?:(?<=-\s)|(?=Reports)|(?:Annual|Quarterly|Progress|Final|Interim)\s+)(?P<report>Reports?)(?=\s*(?:$|[-(]|\d)))",
    re.I,
)
A_MEETING = re.compile(r"\bmeetings?\b", re.I)
# "Parks Committee - 5 May 2021", whose minutes an item takes, and what those say under it
OF_ITS_DAY = re.compile(r"\s*(?:meeting\s*)?(?:[-,:(]\s*)?(?:(?:held\s+)?on\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\s)")
TO_DECIDE = re.compile(
    r"(?:there\s+(?:was|were)\s+(?:the\s+following\s+|\w+\s+)?recommendations?|(?:the\s+following\s+)?recommendations?\s*(?:\d|\(|:))",
    re.I,
)
MINUTES = re.compile(r"^\W*(?:draft\s+)?minutes|\bminutes\s+(?:of|from)\b", re.I)
# "To consider the recommendations of Cabinet", "The Council considered a referral from the Scrutiny Committee"
TAKES_UP = re.compile(
    r"(?:^\W*(?:to|for\s+(?-i:[A-Z])\w+\s+to)\s+(?:consider|receive|note|determine|agree|approve|adopt|debate)\b"
    r"|^\W*(?:regarding|in\s+respect\s+of|in\s+relation\s+to|with\s+regard\s+to)\b"
    r"|\b(?:considered|received|discussed|presented|moved|introduced|had\s+before\s+(?:it|them)|consideration\s+was\s+given\s+to|were\s+asked\s+to\s+consider"
    r"|(?:gave|give|giving)\s+consideration\s+to|report\s+(?:\([\w ]{1,30}\)\s+)?(?:which\s+)?(?:on"
    r"|containing|setting\s+out|set\s+out|outlin\w+"
    r"|detail\w+|present\w*))\b)"
    rf"(?P<between>[^.;:]{{0,110}}?)\b(?P<what>recommendations?|referrals?|references?|resolutions?|comments|views|observations|matters?\s+referred)\b{_RECEIVED}{_FROM}",
    re.I,
)
# Whose matter an item is, in its title or a line of its own, with a label or without: "From the Cabinet, 7 May 2024",
# "(b) Cabinet - 20 December 2022 - Minute 98".
ITS_LINE = re.compile(
    r"^\W*(?:(?:(?:[Rr]eferred\s+)?[Ff]rom|(?:Recommendation|Referral|Reference)s?\s+(?:of|from|by))\s+(?:the\s+)?(?P<of>[A-Z])|(?:[A-Za-z\d]{1,3}[.)]?\s+(?:-\s+)?)?(?P<body>[A-Z][^\d:;.]{3,80}?)"
    r"[\s,(-]+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\b(?:\s+\d{4})?[\s,)(-]+Minutes?\b)"
)
# "Referred direct by the Cabinet", "considered Minute 24 of the Roads Panel", "the changes recommended by the Cabinet"
SENT_HERE = re.compile(
    r"(?:^\W*(?:(?:(?:to|for\s+\w+\s+to)\s+)?(?:consider(?:ed)?|debate|determine)\s+)?(?:(?:the|a)\s+)?(?:following\s+)?"
    r"(?:(?:item|matter|motion|petition|issue)\s+)?referred\s+(?:direct(?:ly)?\s+|back\s+|up\s+)?(?:by|from)"
    r"|\bconsider(?:ed)?\s+minutes?\s+(?:no\.?\s+)?[A-Z]{0,4}[/.]?\d[\w/.]{0,8}\s+of"
    r"|\bconsidered\b[^.;:]{3,150}?\sreferred\s+(?:to\s+it\s+)?(?:by|from)|^\W*(?:following|on|upon)\s+(?:its|the)\s+referral\s+(?:from|by)"
    r"|^\W*to\s+(?:approve|adopt|agree|consider|determine)\b[^.;:]{3,150}?\s(?:as\s+)?recommended\s+by"
    r"|\b(?:considered|received)\b[^.;:]{3,150}?\s(?:amendments|changes|proposals|revisions|policy|strategy|plan|budget)\b[^.;:]{0,60}?\s(?:as\s+)?recommended\s+by)"
    r"\s+(?:the\s+)?(?=\S)",
    re.I,
)
# "The Chair of the (Roads Panel) introduced the Panel's report", "… presented its findings"
CHAIR_OF = re.compile(r"\b[Cc]hair(?:man|woman|person)?\s+of\s+(?:the\s+)?(?=[A-Z])")
PRESENTS = re.compile(
    r",?\s+(?:[^.;:]{3,40},\s+)?(?:presented|introduced|submitted)\s+(?:(?:the|a)\s+(?:\w+\s+)?(?:report\s+of\s+the\s+)?(?:[A-Z]\w+'s"
    r"|recommendations?|findings|comments|views|review)|(?:its|their)\s+(?:\w+\s+)?(?:report|recommendations?|findings|comments|views|review))\b"
)
# Behind the body whose they are: "the Finance Committee's recommendations on the precept"
OWNED = re.compile(r"(?:'s?)?\s+recommendations?\b(?!\s+(?:to|for)\s+(?:the\s+)?[A-Z])")
RESPONSE_TO = re.compile(r"^\W*(?:\w+\s+)?responses?\s+to\b", re.I)
# "To consider any matters referred by …": it may be none.
ANY = re.compile(
    r"\bany\s+(?:[a-z]+\s+){0,3}?(?:matters?|items?|issues?|references?|referrals?|recommendations?|reports?|petitions?)\b",
    re.I,
)
OTHERS_ACT = re.compile(r"(?:\s+(?:had|has|have)(?:\s+also)?)?\s+$")
FOLLOWS_UP = re.compile(r"\b(?:progress|implement\w*|monitor\w*|track\w*|action\s+plan|response|update)\b", re.I)
# "(approve) the recommendations of the Finance Committee", "That the recommendation from the Panel be adopted"
_WHICH = r"(?:\s+\(?\d{1,2}\)?(?:,|\s+to\b|\s+and\b|\s*-)?){0,9}"  # "recommendations 1 to 4 and 6 of the Panel"
ANSWERS = re.compile(
    r"(?:\b(?:up)?on\s+the\s+recommendations?\s+(?:of|from)\s+(?:the\s+)?|\bas\s+recommended\s+by\s+(?:the\s+)?"
    # "That the decision of the Pay Committee dated 3 May be noted"
    r"|\bthat\s+the\s+(?:decisions?|resolutions?)\s+of\s+(?:the\s+)?(?=[^.;]{3,110}?\bbe\s+(?:approved|noted|endorsed|ratified|confirmed)\b)"
    r"|\b(?:approv|adopt|accept|endors|agree|support|ratif|confirm|reject|receiv|not)(?:e|es|ed|ify|ifies|ified|s)?\s+"
    rf"(?:all\s+)?(?:the\s+)?(?:\w+\s+){{0,2}}(?P<what>recommendations?|referrals?|references?){_WHICH}{_RECEIVED}{_FROM}"
    rf"|\b(?P<what2>recommendations?|referrals?|references?){_WHICH}{_RECEIVED}{_FROM.replace('link', 'link2')}"
    r"(?=[^.;]{3,140}?\b(?:be|were|was|is|are)\s+(?:\w+\s+)?(?:approved|adopted|accepted|endorsed|agreed|supported|noted"
    r"|received|rejected|ratified)\b))",
    re.I,
)
GROUPS = re.compile(
    r"task\s*(?:and|&)\s*finish|working (?:group|party)|task group|review group|sub-?\s?committee"
    r"|scrutiny|panel|overview|select|board|committee|forum|commission|district|\bcabinet\b|\bexecutive\b",
    re.I,
)
THE = re.compile(r"\bthe\s+$", re.I)
LEADS_ON = re.compile(
    r"(?:,|\band|:-?)\s*$"
)  # "On the recommendation of X, moved by Y, seconded by Z and / RESOLVED …"
LEAD = 200  # characters that may lead into an outcome
LABEL = 24  # characters: "Additional documents:", "Minutes:"
OPENING = 5  # blocks of an item in which it says whose matter it takes


def find_origins(
    scene: Scene, item: Item, report: Report | None, decisions: list[Decision], *, titled: bool = False
) -> list[Origin]:
    """The bodies that an item's matter comes from, of the first place that names any: the title, the lines under it
    and its opening, what was decided on it, the author of its report. With `titled` only the title counts."""
    title = fold(item.title.text)
    minutes = list(in_minutes(scene, item, decisions))
    if MINUTES.match(title):
        told = list(_in_decisions(scene, item, decisions))
        return told if titled else minutes or told
    if told := [origin for origin in _in_decisions(scene, item, decisions) if minuted(scene, item, origin.span.start)]:
        return told  # "1. Joint Plan (Minute 119)" … "2. Budget (Minute 120)" …: each by itself
    if titled:
        return list(_in_title(scene, title, item.title.span))
    for places in (
        _in_title(scene, title, item.title.span),
        _in_opening(scene, item),
        _in_decisions(scene, item, decisions),
        minutes,
        _recommended(scene, item, decisions),
        _of_author(report),
    ):
        if found := list(places):
            return found
    return []


def _in_title(scene: Scene, title: str, span: Span) -> Iterator[Origin]:
    yield from (its := list(_of_line(scene, title, span)))
    if its:
        return
    for found in () if RESPONSE_TO.match(title) or ANY.search(title) else FROM_BODY.finditer(title):
        if found["what"].lower() == "report back" and A_MEETING.search(title, found.end()):
            return  # what somebody saw there
        if senders := list(senders_in(scene, title, found.end(), span.start)):
            for body in senders:
                yield Origin(sender=body, kind=_kind(found.group("what")), span=span)
            return
    for told in BODYS.finditer(title):
        if owner := body_before(title, told.start(), span.start):
            yield Origin(sender=owner, kind="report-up" if told.group("report") else "take-up", span=span)
            return


def _of_line(scene: Scene, text: str, span: Span) -> Iterator[Origin]:
    if line := ITS_LINE.match(text):
        for body in senders_in(scene, text, line.start(line.lastgroup or 0), span.start):
            yield Origin(sender=body, kind="take-up", span=span)


def _in_opening(scene: Scene, item: Item) -> Iterator[Origin]:
    blocks = scene.blocks(item)[: OPENING + 4]
    said = [b for _, b in blocks if b.words.end - b.words.start > LABEL or b.span.start <= item.title.span.end]
    for block in said[: OPENING + 1]:
        if block.span.start <= item.title.span.start and block.span.end <= item.title.span.end + 60:
            continue
        text = scene.text(block.words)
        yield from (its := list(_of_line(scene, text, block.words)))
        if its:
            return
        for start, end in sentences(text)[:3]:
            yield from (
                owned := [
                    *_owned(scene, item, text[start:end], block.words.start + start),
                    *_by_its_chair(text[start:end], block.words.start + start),
                ]
            )
            if owned:
                return
            found = TAKES_UP.search(text[start:end]) or SENT_HERE.search(text[start:end])
            if found is None or any(rule.search(text, start, start + found.end()) for rule in (FOLLOWS_UP, ANY)):
                continue
            at = start + found.end()
            if other := OTHERS_ACT.search(text, start, start + found.start()):
                subject = body_before(text, other.start(), block.words.start)
                if subject is not None and scene.body is not None and not is_same(subject, scene.body):
                    continue  # "The Cabinet had considered recommendations from the Panel"
            if senders := list(senders_in(scene, text, at, block.words.start)):
                span = Span(start=block.words.start + start, end=block.words.start + end)
                for body in senders:
                    yield Origin(sender=body, kind="take-up", span=span)
                return


def _recommended(scene: Scene, item: Item, decisions: list[Decision]) -> Iterator[Origin]:
    """The body after whose meeting an item is called, where a recommendation stands under it and is decided on."""
    title, at = fold(item.title.text), item.title.span.start
    body = body_at(title, 0, at)
    if body is None or not OF_ITS_DAY.match(title, body.span.end - at) or all(d.action == "note" for d in decisions):
        return
    for _, block in scene.blocks(item):
        if TO_DECIDE.match(scene.text(block.words)):
            yield Origin(sender=body, kind="take-up", span=block.words)
            return


def _owned(scene: Scene, item: Item, sentence: str, offset: int) -> Iterator[Origin]:
    """ "To ratify the Finance Committee recommendations", "told of the Committee's recommendation": with their body."""
    for found in OWNED.finditer(sentence):
        if FOLLOWS_UP.search(sentence) or scene.body is None:
            continue
        body = body_before(sentence, found.start(), offset)
        if body is None and found.group().startswith("'"):
            bare = bare_before(
                sentence, found.start(), offset, known_before(scene, item, offset + found.start()), scene.body
            )
            body = next((one for one, end in bare if end == found.start()), None)
        if body is not None:
            yield Origin(sender=body, kind="take-up", span=Span(start=offset, end=offset + len(sentence.rstrip())))


def _by_its_chair(sentence: str, offset: int) -> Iterator[Origin]:
    """ "The Chair of the Roads Panel introduced the Panel's report"."""
    for found in CHAIR_OF.finditer(sentence):
        body = body_at(sentence, found.end(), offset)
        if body is not None and PRESENTS.match(sentence, body.span.end - offset):
            yield Origin(sender=body, kind="take-up", span=Span(start=offset, end=offset + len(sentence.rstrip())))


def _in_decisions(scene: Scene, item: Item, decisions: list[Decision]) -> Iterator[Origin]:
    for decision in decisions:
        lead = _sentence_start(scene, decision.span.start)
        text, offset = scene.text(Span(start=lead, end=decision.span.end)), lead
        for found in ANSWERS.finditer(text):
            senders = list(senders_in(scene, text, found.end(), offset))
            if not senders and scene.body is not None and (the := THE.search(text, 0, found.end())):
                bare = bare_at(text, the.start(), offset, known_before(scene, item, offset), scene.body)
                senders = [bare] if bare is not None else []
            for body in senders:
                sender = in_full(body, known_before(scene, item, offset))
                yield Origin(sender=sender, kind="take-up", span=decision.span)


def _sentence_start(scene: Scene, at: int) -> int:
    """Where the sentence begins that an outcome stands in: "On the recommendation of X it was | RESOLVED …"."""
    above = scene.folded[max(scene.part.span.start, at - LEAD) : at]
    led = above.rstrip() if LEADS_ON.search(above) else above
    cut = max(led.rfind("\n"), led.rfind(". ") + 1)
    return at - len(above) + cut + 1 if cut >= 0 else at - len(above)


def _of_author(report: Report | None) -> Iterator[Origin]:
    author = report.author if report is not None else None
    if author is not None and report is not None and author.kind == "body" and GROUPS.search(author.name):
        yield Origin(sender=author, kind="report-up", span=report.span)


def _kind(words: str) -> ReferralKind:
    if "call" in words.lower():
        return "call-in"
    return (
        "take-up"
        if re.match(r"recommend|refer|matter|item|issue|motion|petition", words.strip(), re.I)
        else "report-up"
    )
