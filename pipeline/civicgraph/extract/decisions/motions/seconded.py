"""A member's proposal with its seconder and what came of it, as the minutes of town and parish councils tell it:
"Cllr Ames proposed that the hedge be cut, seconded by Cllr Bird. Agreed."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.openers import opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.owners import owners_in
from civicgraph.extract.decisions.told.rules import INITIALS, PERSON
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Item, Span
from civicgraph.values.honorifics import AFTER_SHORT, TITLE, TITLE_S
from civicgraph.values.names import parse_person

# "S. Hale", as parish minutes name those present.
SHORT_NAME = r"[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z][\w'-]{1,20}"
_SOMEBODY = rf"(?:{TITLE_S}\.?\s+){{0,2}}(?:[A-Z]\.\s?){{0,3}}[A-Z][\w'’-]{{0,20}}(?:\s[A-Z][\w'’-]{{1,20}}){{0,3}}"
_STOP = rf"(?:(?:(?<=\b[A-Z])|{AFTER_SHORT})\.|(?<=\d)\.(?=\d))"  # of "Cllr. G. Owen", "£1.50", and no sentence's
_NAMED = rf"(?:[^,.]|{_STOP}){{3,40}}?"
# A member's proposal with what came of it, as parish minutes tell it.
PROPOSED = re.compile(
    rf"(?:^|\.\s+|\*\*)(?:(?:{PERSON}|{INITIALS}|(?:[A-Z][\w'-]+\s+){{2,3}}|{SHORT_NAME}\s+|It\s+was\s+)\s*(?:then\s+"
    rf"|therefore\s+)?(?:proposed|moved|PROPOSED|MOVED)|(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED)(?=\s+by\b))"
    rf"(?:\s+(?:by\s+{_NAMED},?\s*(?:and\s+)?(?:seconded\s+by\s+{_NAMED},?\s*)?(?=that\b|to\b|the\b|,))?"
    rf"|,?\s+(?:and\s+)?(?P<both>seconded)\s+by\s+{_NAMED},\s*(?=that\b))?"
    r"(?P<what>(?:that\s+|to\s+|the\s+(?:parish\s+|town\s+)?council\s+|(?:[a-z]+ing|approval"
    rf"|acceptance|adoption)\s+)(?:[^.]|{_STOP}){{6,400}}?)"
    r"(?=[,;]?\s*(?:and\s+|this\s+)?(?:was\s+|were\s+)?(?i:seconded)\b"
    rf"|,\s+{TITLE}\b[^,.;]{{2,40}}\s(?i:seconded)\b|[,;]\s+(?:and\s+)?{SHORT_NAME}\s+seconded\b"
    r"|\s*[,(\u2013-]\s*(?:and\s+)?(?:this\s+was\s+|was\s+)?(?:unanimously\s+)?(?:all\s+)?(?:agreed|carried|approved"
    r"|in\s+favour)\b"
    rf"|(?!{_STOP})[.;*]|$)(?P<after>.*)$",
    re.S,
)
# "Cllr Ames proposed and Cllr Bird seconded payment of the bill and the meeting unanimously agreed."
BOTH = re.compile(
    rf"(?:^|[.:]\s+){_SOMEBODY}\s+(?:proposed|moved)\s+and\s+{_SOMEBODY}\s+seconded\s+(?:(?:that|to)\s+)?"
    r"(?P<what>(?:the|an?|this|[a-z]+(?:ment|al|ance|ing|tion)\b)[^.;]{5,300}?),?\s+(?:and|which)\s+(?=(?:(?:it|this|all|the\s+(?:meeting"
    r"|council|committee|members))\s+)?(?:was\s+)?(?:unanimously\s+)?(?:agreed|approved|carried|accepted)\b(?!\s+(?:to|that|not|by\s+\w+\s+to)\b))(?P<after>[^.;]*)"
)
# "Move £600 to the reserve. Proposed by Cllr Ames and seconded by Cllr Bird": who moved it stands behind the matter.
TAG = re.compile(
    rf"(?:^|[\s.,;:)])\s*(?:This\s+was\s+)?[Pp]rop(?:osed)?\b[.:]?\s*(?:by\b:?\s*)?{_SOMEBODY}(?:[,;.]\s*|\s+)(?:and\s+)?"
    rf"[Ss]ec(?:onded)?\b[.:]?\s*(?:by\b:?\s*)?{_SOMEBODY}"
    r"(?:\W+(?i:(?:and|was|all|motion|unanimously)\s+){0,3}(?i:carried|agreed|approved|in\s+favour|unanimous(?:ly)?|resolved))?\W*$"
)
# "Election of Vice-Chair: Cllr Reed. Proposed by Cllr Ames, seconded by Cllr Bird"
ELECTION = re.compile(
    r"^\W*(?:to\s+)?(?:re-?)?(?:elect(?:ion\s+of)?|appoint(?:ment\s+of)?)\s+(?:an?\s+|the\s+)?(?:new\s+)?(?:(?:Vice|Deputy)[-\s]+)?"
    r"(?:Chair|Mayor|Conven|Provost|Clerk|Treasurer|Secretary|Internal Auditor)",
    re.I,
)
# A matter that says itself what came of it, or that is no proposal to do something.
SAID = re.compile(
    r"(?i)\b(?:agreed|approved|accepted|resolved|adopted|decided|elected|appointed|authorised|noted|signed|minutes|proposed"
    r"|confirmed|nominat\w+)\b"
)
UNDER_MINUTES = re.compile(r"\n\W*(?:\d{1,3}\W+)?(?:approval of )?(?:the )?minutes\b[^.\n]{0,60}\n\s*$", re.I)
MOTION = re.compile(r"\W*(?:The|This)\s+(?:\w+\s+)?(?:motion|amendment|resolution|proposal)\b", re.I)
ACCEPTED = re.compile(
    r"\b(?:agreed|carried|all (?:were )?in favour|unanimous(?:ly)?|approved|\d{1,2} (?:votes? )?(?:for|in favour))\b",
    re.I,
)
REFUSED = re.compile(
    r"\b(?:lost|defeated|not (?:carried|agreed|seconded|approved)|no seconder|withdrawn|withdrew|rejected)\b", re.I
)
SECONDED = re.compile(r"\bseconded\b", re.I)
# Not the full point of "Cllr. J. Ames".
SENTENCE_END = re.compile(rf"(?<![A-Z])(?!{AFTER_SHORT})\.(?:\s|$)|$")
VOTE_BLOCKS = 9  # within which the resolution follows a proposal: a recorded vote may stand between them
# "Proposed by Cllr Ames, seconded by Cllr Bird and unanimously approved": what was, stands above. The mover may have a
# line of his own.
LINE = re.compile(
    rf"^\W{{0,4}}(?:(?:It was )?(?i:proposed|moved|prop)\b[.:]?\s*(?:by\b:?\s*)?{_SOMEBODY}[,;.]?\s+(?:and\s+)?"
    rf"(?i:seconded|2nd|sec)\b[.:]?\s*(?:by\b:?\s*)?|(?i:seconded)\s+by\b:?\s*)"
    rf"{_SOMEBODY}[,;.]?\s*(?:\W\s*)?(?:(?:and|with|this|it|was|vote)\b:?\s*){{0,3}}(?i:(?:unanimous(?:ly)?"
    rf"|all|motion)\s+){{0,2}}"
    r"(?P<assent>(?i:approved|agreed|carried|accepted|passed|resolved|adopted|in\s+favour|unanimous(?:ly)?))\b"
    r"(?!\s+(?:that|to)\s+\S)[^.]{0,60}\.?\s*$"
)
# "Ann Hale nominated Joan Pell as Chair, seconded by …", "Joan Pell was proposed as Chair by …"
_OFFICE = (
    r"(?:as|for|be|to\s+be|onto|(?:to\s+)?(?:continue[ds]?|takes?\s+(?:up|on)|stands?|stay(?:s|ed)?|remain(?:s|ed)?"
    r"|serves?))\s[^;]{3,100}?"
)
_BACKED = r"(?:[,;(\u2013-]?(?:\s(?:and|who))?)\s(?:(?:this|it)\s)?(?:was\s)?(?:duly\s)?"
NOMINATED = re.compile(
    rf"(?<![\w.])(?:{_SOMEBODY}\s(?:then\s)?(?:nominate[ds]|propose[ds])\s(?:that\s)?(?P<who>{_SOMEBODY})(?:\s{_OFFICE})?"
    rf"{_BACKED}(?:{_SOMEBODY}\s)?[Ss]econded\b"
    rf"|(?P<whom>{_SOMEBODY})\s(?:was\s|is\s|[-\u2013]\s)?(?:(?:Vice[\s-]+)?Chair\w*\s\(?)?(?:nominated(?:\sand\sproposed)?|[Pp]roposed)"
    rf"(?:\s{_OFFICE})?\sby\s{_SOMEBODY}{_BACKED}[Ss]econded\b)"
)
APPOINTMENT_OF = re.compile(r"(?:\bThe\s+)?\b(?:re-?)?(?:appointment|election|nomination|co-?option)\s+of\s+$", re.I)
# Where these follow, the election is told in words of its own, or was contested.
VOTED_IN = re.compile(
    r"(?i)(?<!could\sbe\s)(?<!can\sbe\s)\b(?:(?:re-?)?(?:elected|appointed|co-?opted)|resolved|declared|declin\w+|ballot|votes?\s+w(?:as|ere)"
    r"|further nomination|first vote)\b"
)
WAS_ELECTED = re.compile(r"\bwas\s+(?:(?:duly|unanimously|then)\s+){0,2}(?:(?:re-?)?elected|appointed|co-?opted)\b")
TO_DO = re.compile(r"^\W*(?:\(?\w{1,3}[.)]\s+)?(?:to|that)\s+[a-z]", re.I)
SETTLED = re.compile(
    r"\b[Ii]t was (?:\w+ )?(?:agreed|resolved)\b|\b(?:[Mm]embers|[Cc]ouncillors|Council"
    r"|Committee) (?:agreed|resolved)\b"
)


def find_line(item: Item | None, blocks: list[tuple[int, Block]], n: int, scene: Scene) -> Iterator[Outcome]:
    """What mover, seconder and assent in one line agreed to: the line above it that says what is to be done."""
    told = blocks[n][1].words
    above = [block for _, block in blocks[max(0, n - 2) : n]]
    around = [block for _, block in blocks[max(0, n - 2) : n + 2] if block.words != told]
    if any(opener_in(scene.text(b.words), b) or ACCEPTED.search(scene.text(b.words)) for b in around):
        return
    title = item.title.span if item is not None else None
    spans = [block.words for block in reversed(above)] + ([title] if title is not None else [])
    words = next((span for span in spans if TO_DO.match(scene.text(span))), None)
    if words is None and scene.text(told).lstrip(" *").lower().startswith("seconded"):
        return  # and nothing says what was
    whole = Span(start=min(told.start, words.start) if words else told.start, end=told.end)
    yield Outcome(
        item=item,
        status="recorded",
        text=words or told,
        span=whole,
        rule="motion-line",
        action=None if words else "approve",
        lead="agree",
    )


def _is_resolved(below: list[tuple[int, Block]], scene: Scene) -> bool:
    """Does a formal resolution follow, before anything else is proposed?"""
    for n, (_, block) in enumerate(below):
        text = scene.text(block.words)
        if opener_in(text, block):
            return True
        if n > 2 and PROPOSED.search(text):
            return False
    return False


def find_nominations(
    item: Item | None, blocks: list[tuple[int, Block]], n: int, text: str, scene: Scene
) -> Iterator[Outcome]:
    """Those put forward for an office and seconded, where nothing else is said of their election."""
    found = [] if _is_resolved(blocks[n + 1 : n + 1 + VOTE_BLOCKS], scene) else list(NOMINATED.finditer(text))
    start = blocks[n][1].words.start
    below = scene.text(blocks[n + 1][1].words) if n + 1 < len(blocks) else ""
    for one, following in zip(found, [*found[1:], None], strict=False):
        after = text[one.end() : following.start() if following else len(text)]
        who = "who" if one["who"] else "whom"
        person = owners_in(scene, one[who], start + one.start(who))
        contested = len(found) > 1 and not ACCEPTED.search(after)
        told = VOTED_IN.search(after) or not following and WAS_ELECTED.search(below)
        if not person or person[0].kind != "person" or contested or told or REFUSED.search(after):
            continue
        stop = SENTENCE_END.search(after)
        of = APPOINTMENT_OF.search(text, 0, one.start(who))
        words = Span(
            start=start + (of.start() if of else one.start(who)), end=start + one.end() + (stop.start() if stop else 0)
        )
        begins = min(start + one.start(), words.start)
        yield Outcome(
            item=item, status="recorded", text=words, span=Span(start=begins, end=words.end), rule="motion-nomination",
            action="appoint", owners=person,
        )  # fmt: skip


def _tagged(item: Item | None, block: Block, text: str, stop: int, scene: Scene) -> Outcome | None:
    """The matter of which a paragraph's last words say only who moved and seconded it."""
    if UNDER_MINUTES.search(scene.folded[max(0, block.span.start - 80) : block.span.start]):
        return None  # "Correction to the wording of item 4. Proposed by Cllr Ames, seconded by Cllr Bird"
    told = sentences(text[:stop])
    matter = text[told[-1][0] : stop] if told else ""
    start = block.words.start + told[-1][0] if told else 0
    title = scene.text(item.title.span) if item is not None else ""
    if told and ELECTION.match(title) and (who := owners_in(scene, matter.strip(" -\u2013.:"), start)):
        words = Span(start=start, end=block.words.start + len(text.rstrip()))
        return Outcome(
            item=item, status="recorded", text=words, span=words, rule="motion-election", action="appoint", owners=who
        )
    # "One cheque.", "Cllr K. Griffin -", "The Motion was": not what is to be done
    if len(matter.split()) < 3 or MOTION.match(matter) or parse_person(matter.strip(" -\u2013.:"), listed=True):
        return None
    if SAID.search(text[:stop]) or opener_in(text, block):
        return None
    words = Span(start=start, end=block.words.start + stop)
    return Outcome(item=item, status="recorded", text=words, span=words, rule="motion-proposal", lead="agree")


def find_proposal(
    item: Item | None, blocks: list[tuple[int, Block]], n: int, text: str, scene: Scene
) -> Outcome | None:
    """A proposal that was agreed, from the words that say what: "… proposed that X, seconded by Y. Agreed"."""
    found = PROPOSED.search(text) or BOTH.search(text)
    if not found and (tag := TAG.search(text)):
        return _tagged(item, blocks[n][1], text, tag.start(), scene)
    if (
        not found
        or re.search(r"\bamendment\b|^\W*(?:\w+\W+){0,4}minutes\b|\b(?:be|being)\s+signed\b", found.group("what"), re.I)
        or opener_in(text, blocks[n][1])
    ):
        return None
    after = found.group("after")
    if found.re is PROPOSED and found["both"] and not ACCEPTED.search(after):
        return None  # "Cllr Ames moved, seconded by Cllr Bird, that …": a motion, of which the debate comes first
    later = " ".join(t for _, b in blocks[n + 1 : n + 3] if len(t := scene.text(b.words)) < 160)
    if (
        REFUSED.search(text, found.start())
        or SETTLED.search(after)
        or _is_resolved(blocks[n + 1 : n + 1 + VOTE_BLOCKS], scene)
    ):
        return None
    if not ACCEPTED.search(after) and (
        REFUSED.search(later) or SETTLED.search(later) or not SECONDED.search(text, found.start())
    ):
        return None
    start = blocks[n][1].words.start
    stop = None if found.re is BOTH else re.search(rf"(?!{_STOP})[.;*]|$", text[found.end("what") :])
    words = Span(start=start + found.start("what"), end=start + found.end("what") + (stop.start() if stop else 0))
    return Outcome(
        item=item,
        status="recorded",
        text=words,
        span=Span(start=start + found.start(), end=words.end),
        rule="motion-proposal",
        lead="agree",
    )
