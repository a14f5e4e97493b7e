"""A post in the plural, which all before it hold: "Mr A King, Mrs B Lee and Mr C Wood (Heads of Service)"."""

from __future__ import annotations

import re

from civicgraph.extract.people.context import CIVIL, ListContext
from civicgraph.extract.people.entries import Entry, with_post
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, Span
from civicgraph.values.text import squash

# One post, whose plural is that of its first noun; "Directors of Place and of People" are two posts.
PLURAL = re.compile(
    r"\(\s?(?:(?:the|both|all)\s+)?(?P<post>(?:[A-Z][\w'-]*\s+){0,4}(?P<noun>Head|Director|Officer|Manager|Solicitor"
    r"|Accountant|Engineer|Planner|Lawyer|Advis[eo]r|Assistant|Auditor|Surveyor|Co-?ordinator|Representative|Chairm[ae]n)s?"
    r"(?P<of>\s+(?:of|for)\s[^()]{2,60})?)\s?\)\W*$"
)


def share_posts(scene: Scene, found: list[tuple[Entry, Span]], context: ListContext) -> list[tuple[Entry, Span]]:
    """The entries of a line, those before a post in the plural each with that post in the singular."""
    out = list(found)
    for n, (_, span) in enumerate(found):
        plural = PLURAL.search(scene.text(span))
        if plural is None or not _is_plural(plural) or " and " in (plural["of"] or ""):
            continue
        first = n
        titled = bool(CIVIL.match(scene.text(span)))
        while first and _may_share(scene, out[first - 1], titled=titled):
            first -= 1
        if first == n:
            continue
        start, end = plural.span("post")
        role = Mention(
            kind="post", name=_singular(plural), span=Span(start=span.start + start, end=span.start + end),
            rule="attendance-shared-role",
        )  # fmt: skip
        out[first : n + 1] = [(with_post(entry, role, context), at) for entry, at in out[first : n + 1]]
    return out


def _may_share(scene: Scene, before: tuple[Entry, Span], *, titled: bool) -> bool:
    """Is nothing said of one before, who is called as the last is: "Councillors Ames, Bird, Mr Dow and Ms Fox (Parent
    Representatives)" are two of them?"""
    words = scene.text(before[1])
    return not before[0].role and "(" not in words and bool(CIVIL.match(words)) == titled


def _is_plural(found: re.Match[str]) -> bool:
    noun = found["noun"]
    return noun == "Chairmen" or found.string[found.end("noun")] == "s"


def _singular(found: re.Match[str]) -> str:
    """ "Heads of Service" → "Head of Service"."""
    post, at = found["post"], found.end("noun") - found.start("post")
    if found["noun"] == "Chairmen":
        return squash(f"{post[: at - 2]}an{post[at:]}")
    return squash(post[:at] + post[at + 1 :])
