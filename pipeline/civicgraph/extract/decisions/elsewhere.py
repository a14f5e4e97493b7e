"""What another body decided, or this one on another day: told in the minutes, and no outcome of this meeting."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.reported import is_reported
from civicgraph.extract.decisions.subjects import TOGETHER, subject
from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.scene import Scene, sentences
from civicgraph.values.dates import find_dates

# "at its last meeting", "at its meeting on 1 March"
OTHER_MEETING = re.compile(
    r"\bat\s+(?:(?:its|their|the|a|an)\s+(?:last|previous|earlier|preceding)\s+(?:\w+\s+){0,2}meetings?"
    r"|(?:its|their)\s+meetings?\s+(?:held\s+)?(?:on|of|in))\b",
    re.I,
)
# "agreed at the previous meeting": what is qualified is a thing agreed, and no outcome told.
QUALIFIES = re.compile(
    r"\b(?:agreed|made|taken|held|raised|requested|discussed|deferred|adjourned|as\s+[a-z]+)\s+$", re.I
)
CONTENT = re.compile(r"\b(?:that|to)\s")
ON_DAY = re.compile(r"^\s*,?\s*on\s+(?=(?:\w+day,?\s+)?(?:the\s+)?\d)", re.I)
IN_YEAR = re.compile(r"^\s*,?\s*in\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b")
BY = re.compile(r"^\s*by\s+(?P<who>[^,.;:]{3,60}?)\s*,?\s*(?:that|to|$)", re.I)
OURS = re.compile(
    r"\b(?:all|both|members|councillors|majority|votes?|consensus|those|committee|board|panel|cabinet|council|meeting|assembly"
    r"|acclamation|show|general|common|mutual|trustees|everyone|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.I,
)
# "The District Council refused the barn", in the minutes of a parish
UPPER = re.compile(r"\b(?:county|district|borough|city|unitary)\s+council\b", re.I)
LOCAL = re.compile(r"\b(?:parish|town|community)\s+council\b", re.I)
HEAD_LENGTH = 600  # characters in which minutes say whose they are
HEADS = re.compile(r"\b(cabinet|executive|committee|board|panel|commission)\b", re.I)
SENIOR = frozenset(("cabinet", "executive"))
COMMON = frozenset("and of the for committee board panel group sub scrutiny overview cabinet council executive".split())
ACTS = re.compile(subject(TOGETHER))
PRINTED = re.compile(r"\bRESOLVED\W*$")  # a page that gathers what committees put to it prints their outcomes
DAY_FIRST = re.compile(r"On\s+[^,;.]{3,60},\s+")
MODIFIED = frozenset(("scrutiny", "overview"))


def is_other_body(scene: Scene, who: str) -> bool:
    """Does a subject name another body than the one that met: "The Overview and Scrutiny Committee" in a cabinet's?"""
    if scene.body is None:
        return False
    name = scene.body.name.lower()
    if UPPER.search(who) and LOCAL.search(f"{name} {scene.folded[scene.part.span.start :][:HEAD_LENGTH]}"):
        return True
    theirs = {head.lower() for head in HEADS.findall(who)}
    ours = {head.lower() for head in HEADS.findall(name)}
    if theirs and not ours and any(find_posts(scene.body.name, 0)):
        return True  # "Cabinet approved the budget", in the record of what a director decided
    if theirs and not theirs & ours:
        if not ours and re.search(r"\bcouncil\b", name) or ours & SENIOR and not theirs & SENIOR:
            return True
        if theirs <= SENIOR and ours and not ours & SENIOR:
            return True
    named = {w for m in find_bodies(who) for w in re.findall(r"[a-z]+", m.name.lower())}
    mine = set(re.findall(r"[a-z]+", name))
    if named & MODIFIED and not mine & MODIFIED:
        return True
    if named - COMMON and not mine - COMMON and theirs - ours:
        return True  # "The Children's Services Cabinet Committee" in the Cabinet's
    return bool(named - COMMON) and not (named - COMMON) & mine and bool(mine - COMMON)


def is_by_others(rest: str) -> bool:
    """ "(agreed) by the Residents' Association that …": what stands after the verb says who else did it."""
    by = BY.match(rest)
    return by is not None and not OURS.search(by.group("who"))


def is_other_year(scene: Scene, rest: str) -> bool:
    """ "(RESOLVED) in 2019 to plant trees", in the minutes of a later year."""
    held = scene.part.date.text if scene.part.date else ""
    found = IN_YEAR.match(rest)
    return found is not None and bool(held) and found.group("year") < held[:4]


def is_other_day(scene: Scene, before: str, rest: str) -> bool:
    """Was it done "at its last meeting", or on a day before this meeting: what stands before and after the verb?"""
    if OTHER_MEETING.search(before):
        return True
    if at := OTHER_MEETING.search(rest):
        between = rest[: at.start()]
        near = len(between) < 50 or not rest[at.end() :].strip(" .")
        if near and not QUALIFIES.search(between) and not CONTENT.search(between):
            return True
    held = scene.part.date.text if scene.part.date else ""
    on = ON_DAY.match(rest)
    if not on or not held:
        return False
    days = find_dates(rest[on.end() : on.end() + 40], default_year=int(held[:4]))
    return bool(days) and days[0].iso < held


def is_told_of_others(scene: Scene, text: str, opener: re.Match[str]) -> bool:
    """ "The Cabinet, at its meeting on 1 March, (RESOLVED …)" in the minutes of another body, or of a later day."""
    before = text[: opener.start()]
    if not before.strip():
        return False
    if is_other_year(scene, text[opener.end("caps") :] if opener.group("caps") else ""):
        return True
    start, _ = sentences(before)[-1]
    said = before[start:]
    if is_reported(said):
        return True
    acts = ACTS.match(said)
    return acts is not None and (is_other_body(scene, acts.group()) or is_other_day(scene, said, ""))


def is_led_by_others(scene: Scene, text: str) -> bool:
    """ "On 4 May the Roads Committee agreed the following:" in the minutes of another body, or of a later day."""
    if PRINTED.search(text):
        return False
    day = DAY_FIRST.match(text)
    acts = ACTS.match(text, day.end() if day else 0)
    return acts is not None and (
        is_other_body(scene, acts.group()) or day is not None and is_other_day(scene, "", f" {day.group()}")
    )
