"""Which page a thing has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from civicgraph.web.pages.body import body, council
from civicgraph.web.pages.deciding import decision, referral, vote
from civicgraph.web.pages.meeting import meeting
from civicgraph.web.pages.naming import kind_of
from civicgraph.web.pages.page import Page, Wanted
from civicgraph.web.pages.papers import document, item, matter, programme, report
from civicgraph.web.pages.person import person
from civicgraph.web.pages.thing import post, thing

PAGES: Mapping[str, tuple[Callable[[Wanted, str], Page], str]] = {
    "council": (council, "council.html"),
    "body": (body, "body.html"),
    "person": (person, "person.html"),
    "post": (post, "post.html"),
    "programme": (programme, "programme.html"),
    "report": (report, "report.html"),
    "matter": (matter, "matter.html"),
    "meeting": (meeting, "meeting.html"),
    "agenda item": (item, "item.html"),
    "item": (item, "item.html"),
    "referral": (referral, "referral.html"),
    "decision": (decision, "decision.html"),
    "vote": (vote, "vote.html"),
    "document": (document, "document.html"),
}
"""By kind: how it is made, and its template. Any other kind has `thing`."""


def made(wanted: Wanted, iri: str) -> tuple[Page, str] | None:
    """The page of a thing and its template; None of what the graph does not know."""
    kind = kind_of(wanted.facts, iri)
    if not kind:
        return None
    build, template = PAGES.get(kind, (thing, "thing.html"))
    return build(wanted, iri), template
