"""Sentences that tell who was there or was not: "Councillor Amin substituted for Councillor Ali."

The rules are data (`patterns/presence.toml`); this module applies them to one sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from civicgraph.extract.people.beside import is_post, post_at
from civicgraph.extract.people.person import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import AttendanceStatus, Mention, Span
from civicgraph.values.honorifics import MEMBER, MEMBERS, TITLE_S
from civicgraph.values.names import after_post
from civicgraph.values.people import split_people
from civicgraph.values.text import squash

# "The Committee noted that …" before the names.
LEAD = re.compile(
    r"(?:(?:the\s+|it\s+was\s+)[\w\s]{0,40}?\b(?:noted|reported|advised|announced)\s+that,?\s+"
    r"|(?:in\s+accordance\s+with|under|pursuant\s+to)\s[^;]{3,200}?,\s+"
    r"(?:notice\s+(?:had|has)\s+been\s+(?:given|received)\s+that\s+)?)",
    re.I,
)
CUE = re.compile(
    rf"\A\s*also\b|substitut|{MEMBER}[^;]{{2,60}} for {MEMBER}|deputi|attend|present|absent|chair|presid"
    r"|join|arrive|entered|represented|replaced|place of|\bminutes\b",
    re.I,
)
# "… from Cllr Ash, for whom Cllr Birch was substituting, and from Cllr Cole, for whom Cllr Dent was substituting"
FOR_WHOM = re.compile(
    rf"(?P<for>{MEMBER}\b\.?\s[^,;()]{{2,40}}?),?\s+for whom\s+(?P<who>{MEMBER}\b\.?\s[^,;()]{{2,40}}?)\s+"
    r"(?:(?:was|had been|is)\s+)?(?:substitut|deputi[sz])(?:ed|ing)\b"
)
NAMED = re.compile(rf"{TITLE_S}\b\.? [A-Z]")
HEADED = re.compile(rf"(?:County |District |Borough |Parish |Town )?{MEMBERS}\b")
# "… apologies had been received from Mr Lee and that Mrs Shah was attending as a substitute."
AND_THAT = re.compile(
    rf",?\s+and\s+that\s+|(?:,\s+(?:and\s+)?|\s+and\s+)(?={TITLE_S}\b\.?\s[^,;]{{2,60}}?\s(?:had|has|have|was|were"
    r"|attended|substituted|replaced)\s)"
)
# Those of whom no name is given: "a member of the public", "three residents", "the press".
UNNAMED = re.compile(
    r"(?:also\s+)?(?:the|an?|no|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|several|some)\s+"
    r"(?:\w+\s+){0,2}(?:members?|residents?|parishioners?|representatives?|reporters?|public|press|visitors?|electors?)\b.{0,40}",
    re.I,
)
AND_UNNAMED = re.compile(rf"\s+and\s+{UNNAMED.pattern}$", re.I)
# "Cllr Ames chaired the monthly meeting with Cllrs Bird and Cole and one member of the public attending."
WITH = re.compile(r"(?:and\s+|along\s+|together\s+)?with\s+(?=(?:the\s+)?[A-Z]|the\s)")
CHAIRED_WITH = re.compile(
    r"\bchaired the (?:\w+ ){0,2}meeting(?P<with>\b[^.]{0,60}?\s+with\s+)(?P<who>[A-Z].{5,400}?)"
    r"(?:\s+(?:who\s+)?(?:attended|attending|present|in attendance))?[\s.]*$",
    re.S,
)
# "Councillor Lee joined the meeting online and was therefore not entitled to vote."
NO_VOTE = re.compile(r",?\s+(?:and|but)\s+(?:was|were|did|could)\s+(?:therefore\s+)?(?:not|un)\b[^,;]{0,30}\bvote\.?$")
OF_COUNCIL = re.compile(rf"\b{MEMBER}\b")  # "Councillor Lee, the clerk and three residents": no clerk
CODE_BEHIND = re.compile(r", [A-Z]{2,3}(?=\)|$)")
AFFILIATED = re.compile(r"\s+(?:of|from|representing)\s+(?:the\s+)?(?=[A-Z])")
END = r"(?:\s++for th(?:is|e) (?:\w+ )?meeting(?: only)?)?(?:\s*+\([^()]{2,30}\))?[\s.;:]*+"
PLANNED = re.compile(
    r"\b(?:would|will|should|may|must|shall|could|to be|not|nor|if|unable|required|invited|who wish)\b", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    id: str
    status: AttendanceStatus
    pattern: re.Pattern[str]
    role: str = ""
    elected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One person whom a sentence says to have been there, or not."""

    person: Mention
    status: AttendanceStatus
    rule: str
    span: Span  # of the sentence
    role: Mention | None = None
    substitute_for: Mention | None = None
    elected: bool = False  # "Councillors" heads the names


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in order of application."""
    rows = tomllib.loads(files("civicgraph.extract").joinpath("patterns/presence.toml").read_text("utf-8"))["rule"]
    return tuple(
        Rule(
            id=row["id"],
            status=cast(AttendanceStatus, row["status"]),
            pattern=re.compile(row["pattern"].replace("{MEMBER}", MEMBER) + END, re.I | re.S),
            role=row.get("role", ""),
            elected=row.get("elected", False),
        )
        for row in rows
    )


def told_in(scene: Scene, start: int, end: int) -> Iterator[Told]:
    """The people whom the sentence between two offsets tells of; nothing where one of the names is no person."""
    sentence = scene.folded[start:end]
    if tail := NO_VOTE.search(sentence):
        end, sentence = start + tail.start(), sentence[: tail.start()]
    if len(sentence) > 500 or not CUE.search(sentence) or PLANNED.search(sentence):
        return
    cuts = (m for m in AND_THAT.finditer(sentence) if "that" in m[0] or CUE.search(sentence[: m.start()]))
    if (cut := next(cuts, None)) and CUE.search(sentence, cut.end()):
        yield from told_in(scene, start, start + cut.start())
        yield from told_in(scene, start + cut.end(), end)
        return
    if sentence.startswith("("):  # "(Mrs Lee arrived at 7.40 pm)."
        start, sentence = start + 1, sentence[1:]
    while lead := LEAD.match(sentence):
        start += lead.end()
        sentence = sentence[lead.end() :]
    if chaired := CHAIRED_WITH.search(sentence):
        yield from told_in(scene, start, start + chaired.start("with"))
        headed, whole = bool(HEADED.match(chaired["who"])), Span(start=start, end=end)
        for person, post in _people(scene, start + chaired.start("who"), start + chaired.end("who"), "chaired-with"):
            yield Told(person=person, status="present", rule="chaired-with", span=whole, role=post, elected=headed)
        return
    pairs = list(FOR_WHOM.finditer(sentence))
    for pair in pairs if len(pairs) > 1 else ():
        for person, _ in _people(scene, start + pair.start("who"), start + pair.end("who"), "present-for-whom"):
            instead = _last_person(scene, start, pair)
            whole = Span(start=start, end=end)
            yield Told(person=person, status="present", rule="present-for-whom", span=whole, substitute_for=instead)
    for rule in () if len(pairs) > 1 else rules():
        found = rule.pattern.fullmatch(sentence)
        if found is None:
            continue
        people = _people(scene, start + found.start("who"), start + found.end("who"), rule.id)
        if not people:
            continue
        posts = dict(people)
        instead = _last_person(scene, start, found) if "for" in rule.pattern.groupindex else None
        headed = bool(HEADED.match(found["who"]))
        for person, post in posts.items():
            yield Told(
                person=person,
                status=rule.status,
                rule=rule.id,
                span=Span(start=start, end=end),
                role=_role(scene, start, found, rule, person) or post,
                substitute_for=instead if len(people) == 1 else None,
                elected=headed or rule.elected,
            )
        return


def _role(scene: Scene, start: int, found: re.Match[str], rule: Rule, person: Mention) -> Mention | None:
    """The office in which somebody presided: the one the sentence names, else the rule's."""
    if not rule.role:
        return None
    if "role" in rule.pattern.groupindex and found["role"]:
        span = Span(start=start + found.start("role"), end=start + found.end("role"))
        return Mention(kind="post", name=squash(scene.text(span)), span=span, rule=rule.id)
    return Mention(kind="post", name=rule.role, span=person.span, rule=rule.id)


def _people(scene: Scene, start: int, end: int, rule: str) -> list[tuple[Mention, Mention | None]]:
    """(person, post beside the name), when all that the words name are people: "Mr D Thom, Link Officer",
    "the Town Clerk, Mrs Lee, and two members of the public"."""
    out: list[tuple[Mention, Mention | None]] = []
    headed = HEADED.match(scene.folded[start:end])
    before: Mention | None = None  # "the Town Clerk, Mrs Lee"
    for a, b in split_people(scene.folded[start:end]):
        a, b = start + a, start + b
        a = found.end() if (found := WITH.match(scene.folded, a, b)) else a
        if joined := AND_UNNAMED.search(scene.folded, a, b):
            b = joined.start()
        if UNNAMED.fullmatch(scene.folded, a, b):
            continue
        stop = min(p for p in (scene.folded.find("(", a, b), scene.folded.find(", ", a, b), b) if p > 0)
        if away := AFFILIATED.search(scene.folded, a, stop):
            stop = away.start()
        words = scene.folded[a:stop]
        if (at := after_post(words)) is not None:
            before, a = post_at(scene, a, a + at), a + at
        person = person_mention(scene.folded, a, stop, rule, listed=bool(headed))
        if person is None and NAMED.search(words):
            return []  # "Mrs Lee and Assistant Clerk"
        if person is None and is_post(words) and not (out and out[-1][1] is None and before is None and stop < b):
            before = post_at(scene, a, stop)
            continue
        if person is None or not person.name[:1].isupper():
            return []
        said = scene.folded[stop:b].strip(" ,()")
        if code := CODE_BEHIND.search(scene.folded, stop, b):
            stop, b = scene.folded.find("(", stop, b) + 1 or stop, code.start()  # "Ann Lee (Chairman, AL)"
        his = is_post(said) and "(" not in said and not (OF_COUNCIL.search(words) and "clerk" in said.lower())
        after = post_at(scene, stop, b) if his else None
        out.append((person, before or after))
        before = after if before else None  # "the Clerk, Mrs Lee, the Deputy Clerk, Mrs Shah"
    return out


def _last_person(scene: Scene, start: int, found: re.Match[str]) -> Mention | None:
    """The one for whom somebody came; "Apologies were received from A, B and C who was …" means the last."""
    chunks = split_people(found["for"])
    if not chunks:
        return None
    words = found["for"][chunks[-1][0] : chunks[-1][1]]
    at = start + found.start("for") + chunks[-1][0]
    lead = words.rfind(" from ")
    at, words = (at + lead + 6, words[lead + 6 :]) if lead >= 0 else (at, words)
    stop = min(p for p in (words.find("("), words.find(", "), len(words)) if p >= 0)
    return person_mention(scene.folded, at, at + stop, "attendance-substitute", listed=True)
