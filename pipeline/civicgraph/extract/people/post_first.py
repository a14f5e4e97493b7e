"""Entries that say the post, or the body, before the name: "Clerk: Mrs J Birch", "Director of Place (Mr S Hall)"."""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.extract.names.posts import HEADS as POST_HEADS
from civicgraph.extract.people.beside import ELECTED, TITLES, is_post, post_at
from civicgraph.extract.people.person import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention
from civicgraph.values.honorifics import MEMBER
from civicgraph.values.names import parse_person

# "Chief Executive - J Dixey Director of Operations - G Grey Clerk - A Cole": posts and names by turns.
BY_TURNS = re.compile(
    r"(?P<post>[A-Z][^:\n]{2,80}?)(?:\s+-\s+|:\s+)(?P<who>(?:[A-Z]\.?\s){1,3}[A-Z][\w'-]{1,24}|[A-Z][a-z'-]{1,20}\s[A-Z][\w'-]{1,24})"
    r"(?P<said>\s\([^()\n]{2,60}\))?(?:[,;]?\s+(?=[A-Z])|\s*$)"
)
# In the bracket a title, initials or a given name with a surname: "(Ms L Farrow)", "(C Dewing)", "(Ann Lee)".
IN_BRACKET = (
    rf"(?:{TITLES}\s*[^()\n]{{3,40}}|(?:[A-Z]\.?\s?){{1,3}}\s?[A-Z][\w'-]{{1,24}}"
    r"|[A-Z][a-z'-]{1,20}\s[A-Z][\w'-]{1,24})"
)
BY_BRACKET = re.compile(rf"^(?P<post>[^()\n]{{3,120}}?(?:\n[^()\n]{{1,80}}?)?)\s*\(\s?(?P<who>{IN_BRACKET})\)")
POST_FIRST = re.compile(
    rf"^(?P<post>[A-Z](?:(?!,\s{TITLES}\s|,\s[A-Z]\.?\s)[^:()\n]){{2,90}}?"
    rf"(?:\s\([^()\n]{{2,40}}\)(?=\s*[:-]))?)(?:\s*:\s*|\s+-\s+|-\s+)(?P<who>[A-Z].{{2,60}})$",
    re.S,
)
CLERK = re.compile(
    r"^(?:[Tt]he\s+)?(?P<post>(?:(?:Parish|Town|Community|Assistant|Deputy|Vice|Acting|Council|Locum)[\s-]+){0,2}(?:[Cc]lerk|RFO"
    r"|Chief Executive|Treasurer|Secretary|Chair(?:man|person)?|Translator|Interpreter)"
    r"(?:\s+(?:and|&)\s+RFO|\s+to\s+(?:the\s+)?"
    r"(?:\w+\s+)?Council)?),?\s+(?P<who>[A-Z].{2,40})$",
    re.S,
)
ANOTHER = re.compile(rf"\s{MEMBER}\b")  # "Vice Chairman A Lee Cllr B Shah"
UNFILLED = re.compile(
    r"\([^()\n]{2,60}\)[,;]"
)  # "Service Manager (Homelessness), Clerk (Ann Lee)": a post, nobody named
AFTER_LAST = 40  # characters after the last bracket; more of them are names in another form
BODY_FIRST = re.compile(rf"^(?P<body>[^()\n]{{2,70}}?)(?:\s*:\s*|\s+-\s+)(?={TITLES})")
FEED = re.compile(r"\s*\n\s*")
NAME = re.compile(r"[^,(\n]*")
JOINT = re.compile(r"^[\s,;]*(?:and\s+)?")


def post_first(scene: Scene, start: int, end: int) -> tuple[Mention, Mention] | None:
    """(the person, the post) of an entry that says the post first; None for another."""
    text = scene.folded[start:end]
    for form in (BY_BRACKET, POST_FIRST, CLERK):
        if (found := form.match(text)) and is_post(found["post"]) and not POST_HEADS.search(found["who"].split(",")[0]):
            sure = form is CLERK or parse_person(found["who"]) is not None
            name = found["who"].partition("(")[0].rstrip()  # "Chairman N. Towers (NT)"
            at = start + found.start("who")
            person = person_mention(scene.folded, at, at + len(name), "attendance-list", listed=True)
            if person and sure:
                return person, post_at(scene, start, start + found.end("post"))
    return None


def chunks_of(text: str) -> list[tuple[int, int]] | None:
    """Entries of a list that gives posts first: "Director, Support Services (Mr S Hall), Clerk (Ms T Lee)".

    None for other lists.
    """
    ends = [
        found.end()
        for found in re.finditer(rf"\(\s?(?P<who>{IN_BRACKET})\)", text)
        if parse_person(found["who"], listed=True)
    ]
    if ends and len(text) - ends[-1] < AFTER_LAST and BY_BRACKET.match(text) and is_post(text[: text.index("(")]):
        starts = [
            max([a, *(post.end() - 1 for post in UNFILLED.finditer(text, a, b))])
            for a, b in zip([0, *ends[:-1]], ends, strict=True)
        ]
        return [(b - len(JOINT.sub("", text[a:b], count=1)), b) for a, b in zip(starts, ends, strict=True)]
    turns = list(BY_TURNS.finditer(text))
    if (
        len(turns) > 1
        and turns[0].start() == 0
        and turns[-1].end() == len(text)
        and all(is_post(t["post"]) for t in turns)
    ):
        return [(turn.start(), max(turn.end("who"), turn.end("said"))) for turn in turns]
    found = POST_FIRST.match(text) or CLERK.match(text)
    if (
        found
        and "," not in found["who"]
        and not ANOTHER.search(found["who"])
        and is_post(found["post"])
        and parse_person(found["who"])
    ):
        return [(0, len(text))]
    return None


def lines_of(text: str) -> list[tuple[int, int]] | None:
    """Lines each of which opens with a post or with a person; one of them at least gives the post first.

    >>> # "Planning Manager: Ann Lee" / "Clerk - Bob Shah", "Ann Lee, Director of Place" / "Head of Law"
    """
    edges = [0, *(feed.end() for feed in FEED.finditer(text)), len(text)]
    lines = [(a, len(text[:b].rstrip(" ,;\n"))) for a, b in pairwise(edges)]
    posted = [
        bool(found and is_post(found["post"]) and parse_person(found["who"].partition("(")[0]))
        for found in (POST_FIRST.match(text[a:b]) for a, b in lines)
    ]
    opens = [
        told or is_post(text[a:b]) or parse_person(NAME.match(text, a, b)[0]) is not None  # type: ignore[index]
        for told, (a, b) in zip(posted, lines, strict=True)
    ]
    return lines if len(lines) > 1 and any(posted) and all(opens) else None


def body_before(text: str) -> re.Match[str] | None:
    """The organisation that a line of its people begins with: "Anytown Museum - Ms R Hall, Mr T Lee"."""
    found = BODY_FIRST.match(text)
    if found is None or parse_person(found["body"]) or is_post(found["body"]) or ELECTED.search(found["body"]):
        return None
    return found
