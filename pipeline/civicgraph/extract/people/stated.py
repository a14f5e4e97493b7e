"""Posts in small letters beside a name: "the council's roads manager, Ann Hale, said", "Ann Hale, who is the clerk"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.people.person import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, PostHolding, Span
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

# "the council's roads manager, Ann Hale, said"
LOWER_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|our)|'s?)\s+(?P<post>(?:[a-z][a-z-]+\s+){0,3}(?:manager|director|engineer|clerk|officer|surveyor|solicitor"
    r"|architect|auditor|treasurer|secretary|warden|ranger|headteacher|chairman|chair)),\s+(?=[A-Z])"
)
LOWER_POST = re.compile(
    r",?\s+(?:who\s+(?:is|was)\s+(?:now\s+)?(?:the|a|an)?|is\s+the|was\s+appointed\s+(?:as\s+)?(?:the\s+)?)\s*(?P<post>(?:[A-Z]?[\w'-]+\s+){0,5}?(?:advis[eo]r|director|manager|chair(?:man|person)?|commissioner|clerk|leader|secretary|treasurer|officer))\b"
)


def find_stated(scene: Scene, span: Span) -> Iterator[PostHolding]:
    """The post before the name first, then the post behind it."""
    text = scene.text(span)
    people = {found.start: found for found in find_people(text)}
    pairs = [(holder, told) for told in LOWER_BEFORE.finditer(text) if (holder := people.get(told.end()))]
    pairs += [(holder, told) for holder in people.values() if (told := LOWER_POST.match(text, holder.end))]
    for holder, told in pairs:
        person = person_mention(scene.folded, span.start + holder.start, span.start + holder.end, "post-stated")
        if person is None:
            continue
        at = Span(start=span.start + told.start("post"), end=span.start + told.end("post"))
        post = Mention(kind="post", name=squash(told["post"]), span=at, rule="post-stated")
        whole = Span(start=min(at.start, person.span.start), end=max(at.end, person.span.end))
        yield PostHolding(person=person, post=post, span=whole, rule="post-stated", meeting=scene.meeting)
