"""What every page has, and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from pyoxigraph import Store

from civicgraph.vocab import CIV, ORG
from civicgraph.web.pages.asking import Answer, ask
from civicgraph.web.pages.naming import kind_of, label_of, objects


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a reader asks of a page: of its list `part` the rows of `page`, or all of them."""

    store: Store
    texts: Path
    part: str = ""
    page: int = 0
    whole: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """What else stands in the address, such as the days of a body's members."""

    def ask(self, name: str, **given: str) -> Answer:
        mine = name == self.part
        return ask(self.store, name, page=self.page if mine else 0, whole=mine and self.whole, **given)

    def choice(self, name: str) -> str:
        return next((value for key, value in self.choices if key == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is said of any thing."""

    iri: str
    kind: str
    title: str
    council: Link | None
    words: Answer
    """The exact words that the thing stands on, with their document and place."""
    open: Answer
    """What it may be one with."""
    corrections: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One thing of the graph. Every field that is an `Answer` is a list that the page shows, and its CSV holds."""

    about: About

    def answers(self) -> tuple[Answer, ...]:
        """The page's own lists, its main one first, and then those of any page."""
        mine = (getattr(self, one.name) for one in fields(self))
        rest = (self.about.words, self.about.open, self.about.corrections)
        return (*(value for value in mine if isinstance(value, Answer)), *rest)


def about(wanted: Wanted, iri: str, title: str = "") -> About:
    store = wanted.store
    council = next((c for p in (CIV.ofCouncil, ORG.unitOf, ORG.postIn) for c in objects(store, iri, p)), "")
    return About(
        iri=iri,
        kind=kind_of(store, iri),
        title=title or label_of(store, iri),
        council=Link(iri=council, label=label_of(store, council)) if council else None,
        words=wanted.ask("thing-words", this=iri).once("words"),
        open=wanted.ask("thing-open", this=iri),
        corrections=wanted.ask("thing-corrections", this=iri),
    )
