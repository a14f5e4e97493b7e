"""Any other thing: what the graph says of it, and what points to it. Posts, organisations, wards, Acts, …"""

from __future__ import annotations

from dataclasses import dataclass

from civicgraph.vocab import CIV
from civicgraph.web.pages.asking import Answer
from civicgraph.web.pages.page import Page, Wanted, about, named


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingPage(Page):
    said: Answer
    pointing: Answer
    names: Answer
    mentions: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPage(Page):
    holders: Answer
    owned: Answer
    pointing: Answer
    names: Answer


def thing(wanted: Wanted, iri: str) -> ThingPage:
    return ThingPage(
        about=about(wanted, iri),
        said=named(wanted, wanted.ask("thing", this=iri), "value", "value_label"),
        pointing=named(wanted, wanted.ask("thing-from", this=iri), "other", "other_label"),
        names=wanted.ask("names", this=iri),
        mentions=wanted.ask_where(CIV.mentions, name="mentions", this=iri),
    )


def post(wanted: Wanted, iri: str) -> PostPage:
    return PostPage(
        about=about(wanted, iri),
        holders=wanted.ask_where(CIV.post, name="post-holders", this=iri),
        owned=wanted.ask_where(CIV.target, name="owned", this=iri).once("decision"),
        pointing=wanted.ask("thing-from", this=iri),
        names=wanted.ask("names", this=iri),
    )
