"""Where a part says what was decided: its blocks in order, each a resolution's, a motion's, talk, or narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.appointed import find_named
from civicgraph.extract.decisions.elsewhere import is_led_by_others, is_other_body, is_told_of_others
from civicgraph.extract.decisions.labels import FIRST, inner_label, is_bullet, kind_of, label_of
from civicgraph.extract.decisions.motions.announced import announces, resumes
from civicgraph.extract.decisions.motions.floor import Floor
from civicgraph.extract.decisions.motions.moved import find_moved
from civicgraph.extract.decisions.motions.seconded import LINE
from civicgraph.extract.decisions.motions.words import names_movers, quoted_until
from civicgraph.extract.decisions.narrative import find_told
from civicgraph.extract.decisions.openers import LEAD_END, body_led, opener_in, word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.proposals import is_passed_up, is_put
from civicgraph.extract.decisions.record import DECISION_LABEL, IN_MINUTES, blocks_of
from civicgraph.extract.decisions.resolutions.adding import add_clause
from civicgraph.extract.decisions.resolutions.closing import close_resolution
from civicgraph.extract.decisions.resolutions.continuing import continues, is_subheading
from civicgraph.extract.decisions.resolutions.grounds import extend_ground, is_ground
from civicgraph.extract.decisions.resolutions.opening import open_resolution
from civicgraph.extract.decisions.resolutions.resolution import CLAUSE_START, REASONS, Resolution, follows_on
from civicgraph.extract.decisions.subjects import ALONE, is_subject
from civicgraph.extract.decisions.unmarked import (
    OPTIONS,
    TITLE_CASE,
    decided_by_maker,
    is_story,
    is_unmarked,
    says_more,
)
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, DecisionStatus, Item, Span

# What an agenda has the body do: "The Panel will receive the reply of the owners."
ASKED_TO = re.compile(
    r"The\s+(?:[\w'-]+\s+){0,4}?(?:Committee|Panel|Board|Council|Cabinet|Forum|Commission|Members?)\s+(?:will|(?:is|are)\s+(?:asked|invited"
    r"|requested)\s+to)\s+(?:receive|consider|discuss|hear|note|be\s+asked)\b"
)
NARROW = re.compile(r"^\W*(?:and|or|&)\W*$", re.I)
VOTED_ON = re.compile(r"^\W*(?!that\b)(?:the )?(?:\w+ ){0,2}(?:amendment|motion)\b", re.I)
LINES = 8  # of a clause, where a page sets them apart
BELOW = 8  # blocks below the vote on a motion, within which "RESOLVED" says what was carried
SETTLES = re.compile(
    r"^\W*(?:(?:this|it|which|the (?:application|proposal|motion|recommendation)s?) (?:was|were) |all )?"
    r"(?:put to the vote and )?(?:unanimously )?(?:agreed|approved"
    r"|carried|accepted|in favour)\b.{0,40}$",
    re.I,
)

BRACKETED = re.compile(r"\((?:[^()]|\([^()]{0,200}\)){3,400}\)\W*$")
AS_PUT = re.compile(r"It\s+is\s+(?:therefore\s+)?recommended\s+(?=that\b)", re.I)
CARRIED_OVER = re.compile(r"^\W*(?:motion\s+)?(?-i:CARRIED|Carried)\b(?!\s+(?:forward|over|out)\b)[^.;]{0,60}$", re.I)
# "The motion was put to the vote and declared carried as follows:": its clauses are resolved, though no word says so.
CARRIED_AS = re.compile(
    r"\b(?:motion|recommendations?|proposals?|applications?)\b[^.;:]{0,160}?\b(?:put\s+to\s+the\s+vote|declared|voted)\b[^.;:]{0,60}?"
    r"\b(?<!not\s)(?:carried|granted|agreed|approved)(?:\s+as\s+follows|\s+that)?\s*[:-]+\s*$",
    re.I,
)
# What became of a report's own "RECOMMENDATION:" that the meeting did not take.
NOT_TAKEN = re.compile(
    r"\b(?:lost|defeated|withdrawn|deferred|rejected|refused|(?:not|nor)\s+(?:\w+\s+){0,2}(?:accept|agree|adopt|support)\w*|on\s+the\s+table)\b",
    re.I,
)
# Over a list of applications, each with what the council says of it.
APPLICATIONS = re.compile(r"\bapplications?\s+(?:was|were)\s+(?:discussed|considered|reviewed|looked\s+at)\W*$", re.I)
ACTION_LINE = re.compile(r"actions?\b", re.I)  # under a resolution: who is to do it
# "The Committee agreed:-" over clauses with labels is as formal as "RESOLVED:".
AGREES = frozenset(("agree", "decide", "approve", "determine"))
NOTED = re.compile(
    r"Note\s*:.{0,120}?\b(?P<told>(?:the\s+)?(?:Committee|Board|Panel|Council|Cabinet|Executive)\s+(?:also\s+)?resolved\s+(?:to|that)\b)",
    re.I,
)
TO_DO = re.compile(r"To\s+[a-z]")  # "Officers were requested to do the following:" / "• To find out the cost"
LABEL_AGAIN = re.compile(r"\W*(?:notice\s+of\s+)?decisions?\W*$", re.I)  # "Decision:" / "Decision"
THAT = re.compile(r"\W*(?:\w\W+)?that\b", re.I)


def find_outcomes(scene: Scene, item: Item | None) -> list[Outcome]:
    """The outcomes of an item (of the whole part without one), in the order of the text."""
    return sorted(_Record(scene, item, blocks_of(scene, item)).read(), key=lambda outcome: outcome.text.start)


@dataclass(slots=True)
class _Record:
    """An item's blocks as they are read, each a label, a marker, a part of the resolution under it, a motion's words,
    a lead-in, or telling."""

    scene: Scene
    item: Item | None
    blocks: list[tuple[int, Block]]
    floor: Floor = field(default_factory=Floor)
    opened: Resolution | None = None
    talk: str | None = None  # kind of marker of the block that leads into points of discussion; None: no such list
    moved: str = ""  # what is being read, as `announces` calls it
    again: bool = False
    quoted: int = 0  # one past the block that closes the quotation marks of a motion
    last: Span | None = None  # the paragraph before, where no outcome was told of its matter
    above: Span | None = None  # the same, for the block after this one
    matter: str = ""  # marker of the point that is being told of
    settled: bool = False  # has an outcome been told of it?
    openers: list[re.Match[str] | None] = field(init=False)  # "RESOLVED" in each block
    opens_below: list[bool] = field(init=False)  # is one under the block, before the next "Decision:"?

    def __post_init__(self) -> None:
        texts = [self.scene.text(block.words) for _, block in self.blocks]
        self.openers = [opener_in(text, block) for text, (_, block) in zip(texts, self.blocks, strict=True)]
        self.opens_below = [False] * len(texts)
        for n in range(len(texts) - 1, 0, -1):
            if not DECISION_LABEL.match(texts[n]) and not IN_MINUTES.match(texts[n].strip()):
                self.opens_below[n - 1] = self.openers[n] is not None or self.opens_below[n]

    def read(self) -> Iterator[Outcome]:
        for n, (_, block) in enumerate(self.blocks):
            text = self.scene.text(block.words)
            found = self._label(n, block, text)
            if found is None:
                self.again = self.again and not IN_MINUTES.match(text.strip())
                self.last, self.above = self.above, None
                if block.marker or not self.matter:
                    self.matter, self.settled = block.marker, False
                found = self._marker(n, block, text)
            if found is None:
                found = self._within(n, block, text)
            if found is None:
                found = self._outside(n, block, text)
            yield from found
        yield from self._close()

    def _close(self) -> Iterator[Outcome]:
        opened, self.opened = self.opened, None
        return close_resolution(self.scene, self.item, opened)

    def _on_floor(self, n: int, text: str) -> list[Outcome]:
        return list(find_moved(self.item, self.blocks, n, text, self.floor, self.scene))

    def _label(self, n: int, block: Block, text: str) -> list[Outcome] | None:
        """ "Decision:", over what a form or web page prints under it; None: the block is none. So of the others."""
        if self.opened is not None and self.opened.form and self.opened.wants and LABEL_AGAIN.match(text):
            return []
        if not DECISION_LABEL.match(text):
            return None
        if self.opened is not None and self.opened.wants and THAT.match(text):
            return []
        found = list(self._close())
        self.opened = Resolution(start=block.words.start, lead="", status="resolved", form=True)
        self.talk, self.moved = None, ""
        # A web page tells the votes that it prints under "Decision:" again under "Minutes:".
        self.again = any(IN_MINUTES.match(self.scene.text(b.words).strip()) for _, b in self.blocks[n:])
        return found

    def _marker(self, n: int, block: Block, text: str) -> list[Outcome] | None:
        """ "RESOLVED that …", with what the block tells before it."""
        opened = self.opened
        if opened is not None and not opened.wants and block.marker and continues(opened, block, text):
            return None
        opener = self.openers[n]
        if opener is None or is_told_of_others(self.scene, text, opener):
            return None
        found = list(self._close())
        start = block.words.start
        before = text[: opener.start()]
        if len(before.split()) > 3:
            found += find_told(self.scene, self.item, before, start)
        self.talk, self.moved = None, ""
        below = [b for _, b in self.blocks[n + 1 :]]
        if word_of(opener) == "recommended" and is_put(self.scene, text[opener.end() :], below):
            self.moved = "asked"
            return found
        self.opened = open_resolution(text, block, opener)
        if n and self.floor.motion is not None and self.floor.motion.end > self.blocks[n - 1][1].span.start:
            self.floor.motion = None  # "moved by Councillor Lee, seconded by Councillor Reed and" / "RESOLVED that …"
        # "RESOLVED: no objection. Clerk to reply."
        behind = opener.end() + next((end for _, end in sentences(text[opener.end() :])), 0)
        found += find_told(self.scene, self.item, text[behind:], start + behind, discussion=True)
        return found

    def _within(self, n: int, block: Block, text: str) -> list[Outcome] | None:
        """What belongs to the resolution that is open: a ground, a sub-heading, a story under "Decision:", a clause."""
        opened = self.opened
        if opened is None:
            return None
        if is_ground(opened, block, text):
            extend_ground(self.scene, opened, block)
            return []
        if not opened.wants and REASONS.match(text) and follows_on(opened, self._label_after(n)):
            return []  # "(1) …" / "Reason: to keep the law." / "(2) …"
        if is_subheading(opened, block, text, self._label_after(n, over=2)):
            return []
        if ASKED_TO.match(text):
            return [] if opened.wants else None
        if not opened.wants and TO_DO.match(text) and self._is_over_minutes(n):
            return None  # of the next item: "To note the attendance" / "Minutes:"
        if self._goes_on(n, block):
            last = opened.clauses[-1]
            opened.clauses[-1] = last._replace(words=Span(start=last.words.start, end=block.words.end))
            return []
        if opened.wants and BRACKETED.match(text) and not find_acts(text.strip("() "), default=None):
            return []  # "(Report of the Director of Roads)", "(6 Members voted in favour and 1 abstained)"
        if opened.form and opened.wants and (found := self._under_label(n, block, text)) is not None:
            return found
        # A decision list of what became of each motion: these are no clauses.
        if VOTED_ON.match(text) and (votes := self._on_floor(n, text)):
            opened.wants = False
            return [] if self.again else votes
        if continues(opened, block, text):
            add_clause(opened, block, text)
            return [] if self.again else [o for o in self._on_floor(n, text) if o.rule == "motion-amendment"]
        return [] if NARROW.match(text) else None

    def _is_over_minutes(self, n: int) -> bool:
        return n + 1 < len(self.blocks) and bool(IN_MINUTES.match(self.scene.text(self.blocks[n + 1][1].words).strip()))

    def _goes_on(self, n: int, block: Block) -> bool:
        """Does a clause without a stop go on in this block, over the next label, on a page whose lines stand alone?"""
        opened = self.opened
        if opened is None or not opened.levels or block.marker or block.kind != "paragraph":
            return False
        said = self.scene.text(opened.clauses[-1].words).rstrip()
        return said[-1:] not in ".;:,?!" and follows_on(opened, self._label_after(n, over=LINES))

    def _under_label(self, n: int, block: Block, text: str) -> list[Outcome] | None:
        """What a form tells under "Decision:" before the clauses."""
        if REASONS.match(text):
            return []  # "Decision maker: Cabinet"
        if done := decided_by_maker(self.scene, self.item, block, text):
            words = Span(start=block.words.start, end=block.words.start + len(text.rstrip()))
            return [
                Outcome(item=self.item, status="resolved", text=words, span=words, rule="decision-by-maker", told=done)
            ]
        put = AS_PUT.match(text)
        if put and is_subject(text[put.end() :]) and not is_other_body(self.scene, text[put.end() :]):
            return []  # the report's recommendation, which is printed as the decision of the body that it speaks to
        if n < self.quoted or self.talk is not None and _is_point(block, self.talk):
            return []
        self.talk = None
        if announces(text) == "motion" and (quoted := quoted_until(self.scene, self.blocks, n + 1)):
            self.quoted = quoted  # what was moved, before what was resolved
            return []
        below = [(b, self.scene.text(b.words)) for _, b in self.blocks[n + 1 : n + 2]]
        if not block.marker and TITLE_CASE.match(text) and any(says_more(b, words) for b, words in below):
            return []  # "Parking Strategy" / "The Head of Roads to report back."
        # What is above "RESOLVED" only leads up to it.
        leads_up = not block.marker and not CLAUSE_START.match(text) and self.opens_below[n]
        if not leads_up and not is_story(block, text):
            return None
        self.talk = _kind(block) if OPTIONS.search(text) else None
        on_floor = [] if self.again else self._on_floor(n, text)
        return on_floor or list(find_told(self.scene, self.item, text, block.words.start))

    def _outside(self, n: int, block: Block, text: str) -> list[Outcome]:
        """What ends a resolution or stands outside one."""
        ends = self.opened is not None and not self.opened.wants and REASONS.match(text)
        found = list(self._close())
        if ends and not ACTION_LINE.match(text):
            self.talk = ""
            if note := NOTED.match(text):  # "Note: the Committee also resolved to recommend …"
                at = note.start("told")
                found += find_told(self.scene, self.item, text[at:], block.words.start + at)
            return found
        if self.moved and (n < self.quoted or not (self.quoted or resumes(text, block, self.moved))):
            if self.moved == "motion" and self.floor.amendment is None:
                self.floor.words.append(block)
            return found
        following = self.scene.text(self.blocks[n + 1][1].words) if n + 1 < len(self.blocks) else ""
        if self._passes_up(n, text, following):
            self.opened, self.moved = Resolution(start=block.words.start, lead="recommend", status="resolved"), ""
            return found
        line = LINE.match(text)
        if line and (text.endswith((":", "-")) or THAT.match(following)):
            formal = line["assent"].lower() == "resolved"
            self.opened = Resolution(start=block.words.start, lead="agree", status="resolved" if formal else "recorded")
            return found  # "…, seconded by X and agreed:", "… and agreed -" / "That the plan be approved."
        if CARRIED_AS.search(text) and THAT.match(following):
            self.opened = Resolution(start=block.words.start, lead="", status="resolved")
            return found
        self.moved = announces(text) or ("motion" if names_movers(text, following) else "")
        settled = self.floor.told  # by the proposal that was put
        on_floor = self._on_floor(n, text)
        if self.moved == "motion" and self.floor.motion is None and names_movers(text, following):
            self.floor.motion, self.floor.words = block.words, []  # "Proposed by A" / "Seconded by B" / "That …"
        if CARRIED_OVER.match(text) and THAT.match(following):
            self.opened = Resolution(start=block.words.start, lead="", status="resolved")
            return found  # "CARRIED: 6 for, 2 against" / "THAT the lease end"
        carried = bool(on_floor) and all(one.rule in ("motion-carried", "told-clause") for one in on_floor)
        if carried and self._label_after(n) in ("", *FIRST) and THAT.match(following):
            # "The proposals were put to the vote and carried." / "(1) that …": a page that lost its "Resolved".
            self.opened = Resolution(start=block.words.start, lead="", status="resolved")
            return found
        found += on_floor
        if self.moved:
            self.talk, self.quoted = None, quoted_until(self.scene, self.blocks, n + 1) or 0
            return found
        settled = settled or bool(on_floor) or any(self.openers[n + 1 : n + 1 + BELOW])
        return found + self._told(n, block, text, on_floor, settled=settled)

    def _passes_up(self, n: int, text: str, following: str) -> bool:
        """Is this the "RECOMMENDATION:" of the body that meets, and no report's that it took otherwise or lost?"""
        if not is_passed_up(self.scene, text, following, resolved=any(self.openers[:n])) or any(self.openers[n + 1 :]):
            return False
        return not any(NOT_TAKEN.search(self.scene.text(below.words)) for _, below in self.blocks[n + 2 :])

    def _told(self, n: int, block: Block, text: str, on_floor: list[Outcome], *, settled: bool) -> list[Outcome]:
        """A lead-in ("The Committee agreed to:"), a clause that lost its marker, or an outcome told in a sentence."""
        start = block.words.start
        if named := find_named(self.scene, self.item, block, text):
            return [named]
        unmarked = is_unmarked(self.scene, self.item, block, text, [b for _, b in self.blocks[:n]])
        if self.talk is not None and _is_point(block, self.talk) and not (unmarked and label_of(block) in FIRST):
            told = list(find_told(self.scene, self.item, text, start, discussion=True, above=self.last))
            self.settled = self.settled or bool(told)
            self.above = None if self.settled else block.words
            return told
        self.talk = None
        if led := body_led(text, alone=_decides_alone(self.scene)):
            lead, by = led
            if is_led_by_others(self.scene, text):
                self.talk = _kind(block)
                return []
            formal = by == "resolve" or by in AGREES and self._label_after(n) not in ("", "-")
            status: DecisionStatus = "resolved" if formal else "recorded"
            self.opened = Resolution(start=start, lead=lead, status=status, led_by={"": block.words})
            return []
        if unmarked:
            self.opened = Resolution(start=start, lead="", status="resolved")
            add_clause(self.opened, block, text)
            return []
        if LEAD_END.search(text) and len(text) < 600 and not APPLICATIONS.search(text):
            self.talk = _kind(block)
        # What a motion's outcome says is not told again by the sentence that says it.
        told = [
            outcome
            for outcome in find_told(self.scene, self.item, text, start, above=self.last)
            if not (settled and SETTLES.match(self.scene.text(outcome.span)))
            and not any(one.span.overlaps(outcome.span) for one in on_floor)
        ]
        self.settled = self.settled or bool(told) or bool(on_floor)
        self.above = None if self.settled or block.kind == "heading" else block.words
        return told

    def _label_after(self, n: int, over: int = 1) -> str:
        """The label of the block after one, or of the first that has one of the `over` after it; "" for none."""
        below = self.blocks[n + 1 : n + 1 + over]
        labels = (label_of(block) or inner_label(self.scene.text(block.words))[0] for _, block in below)
        return next(filter(None, labels), "")


def _decides_alone(scene: Scene) -> bool:
    """May one member have decided alone here? Not in the minutes of those who sit together."""
    return scene.body is None or re.match(ALONE, scene.body.name) is not None


def _kind(block: Block) -> str:
    """ "" for a paragraph, "-" for a bullet, else the kind of its marker."""
    if not block.marker:
        return ""
    return "-" if is_bullet(block) else kind_of(label_of(block))


def _is_point(block: Block, lead: str) -> bool:
    """Is this block a point in the list that a block with a marker of kind `lead` introduced?"""
    return bool(block.marker) and (is_bullet(block) or _kind(block) != lead)
