"""A report that was found, and whose report it is, from the words after "report of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.names.posts import find_posts
from civicgraph.model import Item, Mention, MentionKind, Report, RouteStatus, Span
from civicgraph.values.names import parse_person
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

OWNED = re.compile(
    r"^(?P<owner>[A-Z][\w.&' -]{2,60}?)(?:'s|s')\s+(?:verbal |written |annual |monthly )?(?:report"
    r"|update|Report|Update)s?(?:\s*[-:(]\s*.{2,60})?$"
)
REPORT_OF = re.compile(
    r"^(?:verbal |annual |written )?(?:report|update)s?\s+(?:of|from|by)\s+(?:the\s+)?(?P<owner>[A-Z].{2,90})$", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report with the routes that its own words give."""

    report: Report
    routes: tuple[tuple[Mention, str, RouteStatus, Span, str], ...] = ()  # body, date, status, words, rule


def author_in(text: str, offset: int) -> Mention | None:
    """Whose report, from the words after "report of": post, body or person; the first that starts there."""
    head = text[:260]
    lead = re.match(r"\s*(?:the\s+|our\s+|its\s+)?", head)
    at = lead.end() if lead else 0
    for finder, near in ((find_posts, 12), (find_bodies, 12)):
        names = [m for m in finder(head, offset) if m.span.start - offset <= at + near]
        if names:
            best = min(names, key=lambda m: (m.span.start, -m.span.end))
            longer = [
                m for m in find_bodies(head, offset) if m.span.start <= best.span.start and m.span.end > best.span.end
            ]
            return longer[0] if longer else best
    for person in find_people(head):
        if person.start <= at + 4:
            return Mention(
                kind="person",
                name=squash(head[person.start : person.end]),
                span=Span(start=offset + person.start, end=offset + person.end),
                rule="author-person",
            )
    return None


def owner_in(item: Item, title: str) -> Mention | None:
    """Whose report a title says it is: "Treasurer's Report", "Report of the Director of …"."""
    found = OWNED.match(title) or REPORT_OF.match(title)
    if not found:
        return None
    start, end = found.span("owner")
    posts = [m for m in find_posts(title, item.title.span.start) if m.span.start - item.title.span.start <= start + 4]
    bodies = [m for m in find_bodies(title, item.title.span.start) if m.span.start - item.title.span.start <= start + 4]
    if found.re is REPORT_OF:
        return max([*posts, *bodies], key=lambda m: m.span.end - m.span.start, default=None)
    kind: MentionKind = "person" if parse_person(found.group("owner")) else "post"
    return Mention(
        kind=kind,
        name=squash(found.group("owner")),
        span=Span(start=item.title.span.start + start, end=item.title.span.start + end),
        rule="author-owner",
    )
