"""Persons and posts that stand side by side in prose, in tables and on contact lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.names.bodies import HEADS as BODY_HEADS
from civicgraph.extract.names.posts import HEADS as POST_HEADS
from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.people.beside import ELECTED
from civicgraph.extract.people.entered import find_entered
from civicgraph.extract.people.person import NAME_END, person_mention
from civicgraph.extract.people.stated import find_stated
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, PostHolding, Span
from civicgraph.values.honorifics import MEMBERS, TITLE
from civicgraph.values.names import is_given_name, parse_person
from civicgraph.values.text import fold, squash

NAME_START = re.compile(
    rf"\s{{0,9}}(?:[,:(-]\s{{0,9}})?(?P<name>(?:{TITLE}\.?\s+)?"
    r"(?:[A-Z](?:\.\s?|\s)|[A-Z][a-z'\u00c0-\u024f-]+\s+){0,3}(?:(?:de|van|von|der|den|la|du|Mac|Mc|O')\s?)?[A-Z][\w'\u00c0-\u024f-]+)"
)
NAME_COLUMN = re.compile(r"\bname\b|^(?:officer|contributor|author|member)s?\b", re.I)
POST_COLUMN = re.compile(r"^(?:job )?(?:title|post|position|role|designation|job title)\b", re.I)
# Over the words of a motion, which may be lost: "Moved by Councillor Lee and seconded by Councillor Reed -".
MOVES = re.compile(
    r"\b(?:moved|proposed|seconded|nominated)\b(?![^.]*\b(?:resolved|agreed|carried)\b)[^.]*[:\u2013-]\s*$", re.I | re.S
)
CLERK = re.compile(r"\b(?:Clerk|Officer|Solicitor|Manager|Director)\b")
CONTACT_TAIL = re.compile(r"\s{1,9}(?:Tel|Telephone|Phone|Email|E-mail|Mobile)$", re.I)
# "The Clerk and Monitoring Officer, Ann Hale,": a post may be the second of two
OPENING = re.compile(r"(?:^|[.;:\n]\s{1,3})(?:The\s+)?(?:(?:[A-Z][a-z]{1,20}\s){1,3}and\s)?$")
DOES = re.compile(
    r",?\s+(?:then\s+|also\s+)?(?:[a-z]+(?:ed|ew|oke|ave)|explained|told|said|took|led|was|is|has|had|will"
    r"|in\s+the\s+[Cc]hair)\b"
)
LEADS = re.compile(rf"\s{{1,9}}-\s{{1,9}}{TITLE}\b")
MOVER = re.compile(r"\s{1,3}(?:then\s)?(?:proposed|seconded|nominated|moved)\b")
# Councillors one after another, up to the name that follows.
LISTED = re.compile(rf"\b{MEMBERS}\b[^;:!?()]{{0,120}}$")


def find_holdings(scene: Scene) -> list[PostHolding]:
    """Person and post side by side: "Bev Messinger, Director of …", "Listing Officer: N MacDonald", rows of a table."""
    out: list[PostHolding] = []
    tables = {i for table in scene.part.tables for i in (table.head, *table.rows)}
    listed = [span for names in scene.part.names for span in names.lines]
    columns: tuple[int, int] | None = None
    above = ""
    for at, block in scene.blocks():
        if at in tables:
            continue  # who attended, and in what role, is read there
        if block.kind == "row":
            columns, found = _row(scene, block.cells, columns)
            out += [found] if found else []
            continue
        if block.span.end - block.span.start > 90:
            columns = None  # a short line between rows divides a table, it does not end it
        if any(span.overlaps(block.span) for span in listed):
            continue
        posts = list(find_posts(scene.text(block.span), block.span.start))
        out += _beside(scene, block.span, posts)
        if not MOVES.search(above):
            out += find_entered(scene, block.span, posts)
        out += find_stated(scene, block.span)
        above = scene.text(block.span)
    return out


def _row(
    scene: Scene, cells: tuple[Span, ...], columns: tuple[int, int] | None
) -> tuple[tuple[int, int] | None, PostHolding | None]:
    texts = [squash(scene.text(c)) for c in cells]
    name = next((i for i, t in enumerate(texts) if NAME_COLUMN.search(t) and len(t) < 60), None)
    post = next((i for i, t in enumerate(texts) if POST_COLUMN.match(t)), None)
    if name is not None and post is not None and name != post:
        return (name, post), None
    if columns is None or max(columns) >= len(cells):
        return columns, None
    who, what = cells[columns[0]], cells[columns[1]]
    lead = re.match(r"^[A-Z][A-Za-z ]{2,30}:\s*", scene.text(who))
    person = person_mention(scene.folded, who.start + (lead.end() if lead else 0), who.end, "post-table", listed=True)
    if (
        person is None
        or not texts[columns[1]]
        or parse_person(texts[columns[1]])
        or not POST_HEADS.search(texts[columns[1]] + " ")
    ):
        return columns, None
    post_mention = Mention(kind="post", name=texts[columns[1]], span=what, rule="post-table")
    span = Span(start=who.start, end=max(who.end, what.end))
    return columns, PostHolding(person=person, post=post_mention, span=span, rule="post-table", meeting=scene.meeting)


def _beside(scene: Scene, span: Span, posts: list[Mention]) -> Iterator[PostHolding]:
    """A post and the name before or after it: "Ann Hale, Director of Place"; "Listing Officer: N MacDonald"."""
    text = scene.text(span)
    for post in posts:
        a, b = post.span.start - span.start, post.span.end - span.start
        # "Chair - Cllr Lee, Vice-Chair - Cllr Shah": a dash gives a post to the name after it
        leads = LEADS.match(text, b) is not None and a > 0 and text[:a].rstrip().endswith((",", ";"))
        before = None if leads else NAME_END.search(text[max(0, a - 70) : a])
        person = None
        if before:
            base = span.start + max(0, a - 70)
            person = person_mention(
                scene.folded,
                base + before.start("name"),
                base + before.end("name"),
                "post-beside",
                listed=_opens(text, max(0, a - 70) + before.start("name")),
            )
        if (
            person is None
            and (after := NAME_START.match(text, b))
            and (
                _introduces(text[b : after.start("name")], after.group("name"))
                or (_speaks(text, a, after) and is_given_name(after.group("name").split()[0]))
            )
        ):
            person = person_mention(
                scene.folded, span.start + after.start("name"), span.start + after.end("name"), "post-beside"
            )
        if person is None or POST_HEADS.search(person.name.title()) or BODY_HEADS.search(person.name):
            continue
        headed = re.search(r"[:,\u2013-]", scene.folded[post.span.end : person.span.start])
        if headed and MOVER.match(scene.folded, person.span.end):
            continue  # "To elect the Chair: Cllr Lee proposed Cllr Shah as Chairman, Cllr Reed seconded this"
        listed = LISTED.search(text, 0, person.span.start - span.start)
        if (ELECTED.search(person.detail) or listed) and CLERK.search(post.name):
            continue  # "… received by the Clerk, Cllr Lee agreed"; "Cllrs. A Lee and B Shah, Clerk"
        if tail := CONTACT_TAIL.search(post.name):
            post = replace(
                post,
                name=post.name[: tail.start()],
                span=Span(start=post.span.start, end=post.span.end - len(tail.group())),
            )
        if any(w in ("Cabinet", "Member", "Council", "City", "Service", "Services") for w in person.name.split()):
            continue
        whole = Span(start=min(person.span.start, post.span.start), end=max(person.span.end, post.span.end))
        former = bool(
            re.search(
                r"\b(?:former|formerly|previous|his time|her time|then)\b[^.]{0,40}$", text[max(0, a - 45) : a], re.I
            )
        )
        yield PostHolding(
            person=person, post=post, span=whole, rule="post-beside", meeting=scene.meeting, former=former
        )


def _opens(text: str, at: int) -> bool:
    """Does a name stand where a person is introduced: at the start of a line or after "and"?"""
    return bool(re.search(r"(?:^|\n|:\s*|\band\s+|;\s*)$", text[max(0, at - 6) : at]))


def _speaks(text: str, at: int, name: re.Match[str]) -> bool:
    """Does a sentence open with a post, its holder and what the holder did: "The Town Clerk, Ann Hale, reported"?"""
    return bool(OPENING.search(text, max(0, at - 60), at) and DOES.match(text, name.end()))


def _introduces(between: str, name: str) -> bool:
    """May the name after a post be its holder's? A bare comma or space needs a title, an initial or a known given
    name."""
    first = fold(name).split()[0]
    titled = bool(re.match(rf"{TITLE}\b", first))
    if "\n" in between and ":" not in between:
        return False
    return (
        titled
        or ":" in between
        or bool(re.match(r"[A-Z]\.?$", first))
        or (len(name.split()) > 1 and is_given_name(first) and "," not in between)
    )
