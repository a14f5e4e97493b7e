"""What is said of a person behind the name: a post, whom they came for, who came instead, an office of election."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.extract.names.organisations import HEADS as ORGANISATION_HEADS
from civicgraph.extract.names.posts import HEADS as POST_HEADS
from civicgraph.extract.people.beside import (
    CHAIRING,
    CO_OPTED,
    DESCRIBES,
    DIRECTORATE,
    IGNORED,
    IN_CHAIR,
    NAMES_UNIT,
    OFFICER_POST,
    OUTSIDE,
    PORTFOLIO,
    REPRESENTS,
    SUBSTITUTE,
    affiliation_at,
    is_authority,
    post_at,
)
from civicgraph.extract.people.context import ListContext, of_officers
from civicgraph.extract.people.letters import CODED, is_code, is_party_or_honour
from civicgraph.extract.people.person import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention
from civicgraph.values import honorifics

TIER = r"(?:Ward|County|District|Borough|City|Town|Parish|Community|Unitary)"
# Beside a name: "County Councillor", "Barset County Councillor and Weir District Councillor".
ELECTED_FOR = re.compile(rf"(?:[A-Z][\w'-]+\s+){{0,3}}?(?:{TIER}\s+)?{honorifics.MEMBER}\b(?!\s+[A-Z])")
# "Al Kent (Nita Patel substituting)"
SUBSTITUTED = re.compile(
    r"(?P<name>[A-Z][\w.' -]{3,40}?)(?:,\s[A-Z][^(),]{3,60}?)?\s+(?:substitut|deputi[sz]|attend)(?:ing|ed)\b"
)
# "Al Kent (who was replaced by Nita Patel)"
REPLACED = re.compile(
    r"(?:who\s+)?(?:(?:was|is|has\s+been|had\s+been)\s+)?(?:replaced|substituted)\s+by\s+"
    r"(?P<name>[A-Z][\w.' -]{3,40}?)\s*\.?$"
)
BRACKET = re.compile(r"[(\[]((?:[^()\[\]\n]|\([^()\n]{1,40}\)){1,120}+(?:\n{1,2}[^()\[\]\n]{1,80})?)[)\]]")


@dataclass(slots=True, kw_only=True)
class Details:
    """What is told so far, the first of each counting."""

    role: Mention | None = None
    organisation: Mention | None = None
    substitute: Mention | None = None
    elected: bool = False  # "County Councillor" beside the name
    co_opted: bool = False  # "(Vice-Chairman)" / "Independent Member": the second says so


def details_of(scene: Scene, person: Mention, start: int, at: int, end: int, context: ListContext) -> Details:
    """What an entry that begins at `start` says of the person, from where the name ends."""
    said = Details()
    for a, b in _pieces(scene.folded, at, end):
        if code := CODED.match(scene.folded, a, b):
            a = code.end()  # "J Frank (JF, Clerk)"
        inner = scene.folded[a:b].strip(" ,;:-\n\t|/")
        if inner.startswith("and ") or scene.folded[start:a].endswith(", and"):
            continue  # "Ann Lee, and Chair of the Forum": somebody else
        if by := SUBSTITUTED.match(inner) or REPLACED.match(inner):
            begins = scene.folded.index(by["name"], a)
            said.substitute = person_mention(scene.folded, begins, begins + len(by["name"]), "attendance-substitute")
            continue
        if sub := SUBSTITUTE.search(inner):
            if sub["name"]:
                begins = scene.folded.index(sub["name"], a)
                said.substitute = person_mention(
                    scene.folded, begins, begins + len(sub["name"]), "attendance-substitute", listed=True
                )
            continue
        said.co_opted = said.co_opted or bool(CO_OPTED.search(inner))
        said.elected = said.elected or bool(ELECTED_FOR.match(inner))
        inner = re.sub(rf"^{honorifics.MEMBER}\b\.?\s*[/&]?\s*(?![A-Z][a-z]+\s+[A-Z])", "", inner)
        if not inner or IGNORED.match(inner) and not OFFICER_POST.fullmatch(inner) or is_code(inner, person.name):
            continue
        if _is_role(inner, context):
            said.role = said.role or post_at(scene, a, b)
        elif (
            DIRECTORATE.search(inner)
            or OUTSIDE.search(inner)
            or inner.isupper()
            and not is_party_or_honour(inner)
            or is_authority(inner)
            or ORGANISATION_HEADS.search(inner)
        ):
            said.organisation = said.organisation or affiliation_at(scene, a, b)
    return said


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is said of the person after the name: each bracket, and the words between and after brackets."""
    spans, at = [], start
    for found in BRACKET.finditer(folded, start, end):
        spans += [(at, found.start()), (found.start(1), found.end(1))]
        at = found.end()
    spans.append((at, end))
    return [(a, b) for a, b in spans if folded[a:b].strip(" ,.;:-*\n()")]


def _is_role(words: str, context: ListContext) -> bool:
    """Do the words beside a name say what the person is, and not where from or how they came?"""
    if NAMES_UNIT.search(words):
        return False
    if CHAIRING.match(words) or PORTFOLIO.match(words) or IN_CHAIR.search(words):
        return True
    if any(pattern.search(words) for pattern in (POST_HEADS, CO_OPTED, REPRESENTS, OFFICER_POST)):
        return True
    return of_officers(context) and _describes(words)


def _describes(words: str) -> bool:
    """Do the words beside an officer say what the officer is: "Designated Nurse for Looked after Children"?"""
    return bool(DESCRIBES.match(words)) and not (
        is_authority(words) or DIRECTORATE.search(words) or OUTSIDE.search(words)
    )
