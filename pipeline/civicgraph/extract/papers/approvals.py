"""Earlier meetings whose minutes a meeting approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.names.bare import is_same, named_bodies
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Approval, Block, Item, Mention, Span
from civicgraph.values.dates import find_dates

MINUTES = re.compile(r"\b(?:minutes?(?!'|\s+(?:silence|no\b|nos\b|numbers?\b|items?\b|ref|book|\d))|record)\b", re.I)
# What may be approved under another name: "the decisions of the meeting held on 14 March".
OF_A_MEETING = re.compile(
    r"\b(?:minutes?|decisions|proceedings|notes|record)\s+(?:of|from|for)\s+(?:the\s+)?(?:[\w-]+\s+){0,5}?meetings?\s+(?:held|of|on|dated)",
    re.I,
)
TITLED = re.compile(r"previous meeting|last meeting", re.I)
NAMED = re.compile(r"\bminutes?\s+(?:of|from|for|dated)\s", re.I)
APPROVED = re.compile(
    r"\b(?:approved|agreed|signed|confirmed|adopted|accepted|correct(?:ly)? records?|true (?:and \w+ )?(?:record"
    r"|reflection|account)|taken as (?:a )?read|accurate|confirm|approve|agree|accept|adopt|proposed as"
    r"|ratified|authori[sz]ed to sign|proposed\b(?=.{1,80}\bseconded))\b",
    re.I,
)
NOT_YET = re.compile(
    r"^(?:to (?:agree|approve|confirm|receive|consider|sign|note)|(?:\([a-z]\)\s*)?to\b"
    r"|that (?:the )?.{0,40}to be)",
    re.I,
)
RECORD = re.compile(r"\b(?:Minutes|Decision):\s")
# Under words that say it was done a task is done: "RESOLVED:" / "a) To approve the minutes of …".
RULED = re.compile(
    r"\b(?:RESOLVED|AGREED|[Rr]esolved)\b|(?i:^\W{0,9}(?:it was )?(?:unanimously )?agreed\b)"
    r"|(?i:\b(?:agreed|decided|decisions?)(?:\s+(?:to|that))?\W*$)"
)
# "The minutes of 13 February, to be approved", "the Board is asked to agree": a task before it is an act.
TO_COME = re.compile(
    r"(?:\bto\s+be\s+(?:\w+\s+(?:and\s+)?)?|\b(?:asked|invited|requested|required|recommended|wish|due)\s+to\s+(?:\w+\s+and\s+)?)$",
    re.I,
)
# "If they were agreed", "the minutes would be confirmed as a correct record at the next meeting"
SUPPOSED = re.compile(r"\b(?:if|whether|should|unless|until|once|when|how|(?:would|will)\s+be)\b[^.;]{0,80}$", re.I)
REFUSED = re.compile(
    r"\b(?:refus|declin|defer|postpon|withh[eo]ld|objected\s+to)\w*\b|\bcannot\b|\bunable\s+to\b|\bno\s+longer\b"
    r"|\bnot\s+(?:\w+\s+){0,2}?(?:approv|agree|sign|confirm|adopt|accept|ratif|taken|true|correct|accurate|available)",
    re.I,
)
# "asked why this was agreed"
ASKED = re.compile(r"\b(?:asked|asks|why|whether|if)\b[^.;]{0,80}$", re.I)
NOTED = re.compile(
    r"\bminutes\b(?:(?![a-z]\.\s+[A-Z]).){0,120}\b(?:be|were|was) (?:noted|received)\b"
    r"(?! (?:and (?:approved|adopted|agreed|confirmed)|as (?:an? )?(?:true|correct|accurate))\b)",
    re.I | re.S,
)
# "had been adopted by the Council, at its meeting on 10 January": a day on which others met, and no minutes of it.
BY_OTHERS = re.compile(
    r"\b(?:had|has|have|having)\s+been\s+\w+\s+by\s|\b(?:ratified|adopted|approved|confirmed)\s+(?:by|at)\s+(?:the\s+)?(?:[Ff]ull\s+)?Council\s+(?:meeting\s+)?(?:of|on)\s+$|\bat\s+(?:its|their)\s+(?:\w+\s+)?meeting\s+(?:held\s+)?(?:on\s+)?$"
    r"|\b(?:approved|agreed|signed)\s+on\s+(?:the\s+)?$",
    re.I,
)
# "agreed that the workshop be moved": of what arose from the minutes, and not of them.
OF_A_MATTER = re.compile(
    r"(?:agreed|approved|accepted|confirmed)\s+(?:that|to)\b(?!.{0,80}\b(?:sign|record|correct|accurate|true|adopt|approv))",
    re.I | re.S,
)
LISTS = re.compile(r"\b(?:minutes?|meetings?|held|record|notes)\b", re.I)
NEAR = 260  # characters between the word and the day: several meetings are named in one sentence
BEFORE = 120  # characters: "the minutes of the Licensing Sub-Committee meetings held on 3 May and"
BESIDE = 12  # characters between a day and the word that approves
SHORT = 160
LONG = 2500  # characters; what is longer is a report

Day = tuple[str, Span]  # ISO date, the words that give it


def find_approvals(scene: Scene) -> Iterator[Approval]:
    """One for each meeting's date: stated in the clause that approves, else in the lines and the title over it."""
    if scene.meeting is None or scene.part.kind not in ("minutes", "item", "decision-notice"):
        return
    held = scene.part.date.text if scene.part.date else ""
    seen: set[str] = set()
    items = [(n, item, scene.blocks(item)) for n, item in enumerate(scene.part.items)]
    above = scene.blocks()  # over the first item, where some print it before they number anything
    if items:
        above = [(i, block) for i, block in above if i < scene.part.items[0].first]
    for n, item, blocks in [(0, None, above), *items]:
        for iso, span in _of_item(scene, item, [block for _, block in blocks], held):
            if iso not in seen and iso != held:
                seen.add(iso)
                yield Approval(
                    meeting=scene.meeting, minutes_of=iso, span=span, rule="approval",
                    item=scene.first_item + n if item is not None else None, body=_whose(scene, item, iso, span, held),
                )  # fmt: skip


def _whose(scene: Scene, item: Item | None, iso: str, span: Span, held: str) -> Mention | None:
    """The other body whose minutes they are, where the words in front of the day name one; None for the body's own."""
    at = max(span.start - BEFORE, item.title.span.start if item else scene.part.span.start)
    text = scene.text(Span(start=at, end=span.end))
    day = next((start for day, start, _ in _dates(text, held) if day == iso), 0)
    named = [body for body in named_bodies(text[:day], at) if MINUTES.search(text[: body.span.start - at])]
    return None if not named or scene.body is None or is_same(named[-1], scene.body) else named[-1]


def _of_item(scene: Scene, item: Item | None, blocks: list[Block], held: str) -> list[Day]:
    """The days whose minutes an item approves; those that wait are named above the words that approve them."""
    title = scene.text(item.title.span) if item else ""
    about = bool(MINUTES.search(title) or TITLED.search(title))
    waiting = _days(title, item.title.span.start, held) if item and about else []
    titled, headed = bool(waiting), about
    leads = False  # "That the following minutes be approved:" over the meetings, each on a line
    ruled: int | None = None  # where the last block begins that says that all this was decided
    out: list[Day] = []
    for block in blocks:
        text, start = scene.text(block.words), block.words.start
        about = about or bool(item is not None and OF_A_MEETING.search(text))
        behind = _behind_title(item, block, text)
        planned = ruled is None and NOT_YET.match(text[behind:].lstrip(" -:."))
        cue = None if planned or len(text) > LONG else _approving(text, behind)
        ruled = start if RULED.search(text) else ruled
        minutes, noted = MINUTES.search(text), NOTED.search(text)
        if leads and not cue and len(text) < LONG and (listed := _days(text, start, held)):
            out += listed
            continue
        leads = bool(minutes and cue and text.rstrip(" -").endswith(":") and not noted)
        stated: list[Day] = []
        if minutes and cue and (about or NAMED.search(text)) and not noted:
            stated = _stated(text, start, held, minutes.start(), cue.end())
            above = ruled if ruled is not None and ruled < start else None
            out += [(iso, day if above is None else replace(day, start=above)) for iso, day in stated]
        if not about or stated or item is None:
            continue
        if noted:
            waiting = []
        elif cue and (minutes or (headed and not OF_A_MATTER.match(text, cue.start()))):
            out += waiting if not (minutes and _is_of_another(text, held, waiting)) else []
            out += [] if minutes or waiting else _beside(text, start, held, cue)
            waiting = []
        elif len(text) < LONG and not titled and (LISTS.search(text) or len(text) < 60):
            waiting += _days(text, start, held)
    return out


def _is_of_another(text: str, held: str, waiting: list[Day]) -> bool:
    """Does a text say that the minutes were of a meeting on none of the days that wait, a slip in the year apart?"""
    days = find_dates(text, default_year=int(held[:4]) if held else None) if OF_A_MEETING.search(text) else []
    return bool(days) and not {day.iso[5:] for day in days} & {iso[5:] for iso, _ in waiting}


def _beside(text: str, offset: int, held: str, cue: re.Match[str]) -> list[Day]:
    """The day of "4 May 2021 approved", "Approval 4 May: proposed by A, seconded by B", under a title about minutes."""
    if len(text) > SHORT:
        return []
    days = [(iso, start, end) for iso, start, end in _dates(text, held) if end <= cue.start() <= end + BESIDE]
    return [(iso, Span(start=offset + start, end=offset + cue.end())) for iso, start, end in days]


def _behind_title(item: Item | None, block: Block, text: str) -> int:
    """Where what was done begins in a block with the item's title, "To approve the minutes: Agreed.", or behind the
    label of the record, "To confirm the minutes of 4 May. Minutes: These were agreed."; else 0."""
    if NOT_YET.match(text) and (label := RECORD.search(text)):
        return label.end()
    if item is None or not block.words.covers(item.title.span) or not NOT_YET.match(text):
        return 0
    end = item.title.span.end - block.words.start
    return end if len(text[end:].split()) > 3 else 0


def _stated(text: str, offset: int, held: str, minutes: int, cue: int) -> list[Day]:
    """The days in a text that approves minutes, each with the words from "minutes" to the word that approves."""
    return [
        (iso, Span(start=offset + min(minutes, start), end=offset + max(end, cue)))
        for iso, start, end in _dates(text, held)
        if abs(start - minutes) < NEAR
    ]


def _days(text: str, offset: int, held: str) -> list[Day]:
    return [(iso, Span(start=offset + start, end=offset + end)) for iso, start, end in _dates(text, held)]


def _approving(text: str, at: int) -> re.Match[str] | None:
    """The first word of a text, from offset `at`, that approves: done, and not refused."""
    for cue in APPROVED.finditer(text, at):
        if not TO_COME.search(text[: cue.start()]) and not SUPPOSED.search(text[: cue.start()]):
            return None if _is_refused(text, cue) else cue
    return None


def _is_refused(text: str, cue: re.Match[str]) -> bool:
    """ "REFUSED to approve the minutes", "asked why they were approved": in the sentence of the word that approves."""
    start, end = next(((a, b) for a, b in sentences(text) if a <= cue.start() < b), (0, len(text)))
    return bool(REFUSED.search(text[start:end]) or ASKED.search(text[start : cue.start()]))


def _dates(text: str, held: str) -> list[tuple[str, int, int]]:
    """Dates of a text that lie before the meeting; without a year, the last such day before it."""
    year = int(held[:4]) if held else None
    out = []
    for date in find_dates(text, default_year=year):
        iso = date.iso
        if not date.year_given and held and iso > held:
            iso = f"{int(iso[:4]) - 1}{iso[4:]}"
        if (not held or iso < held) and not BY_OTHERS.search(text[max(0, date.start - 90) : date.start]):
            out.append((iso, date.start, date.end))
    return out
