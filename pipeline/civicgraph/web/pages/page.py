"""What every page has, and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from civicgraph.search import kept
from civicgraph.vocab import CIV, ORG, RDF
from civicgraph.web.pages.asking import Answer, Row, ask, known
from civicgraph.web.pages.naming import NAMES, Facts, kind_of, label_of

Ways = tuple[tuple[str, ...], ...]
"""Ways from a thing to something, each of one predicate after another."""

COUNCIL = (
    (CIV.ofCouncil,),
    (ORG.unitOf,),
    (ORG.postIn,),
    (CIV.inMeeting, CIV.ofCouncil),
    (CIV.underItem, CIV.inMeeting, CIV.ofCouncil),
    (CIV.byBody, ORG.unitOf),
    (CIV.fromBody, ORG.unitOf),
    (CIV.post, CIV.ofCouncil),
    (CIV.report, CIV.inMeeting, CIV.ofCouncil),
)
"""Ways from a thing to the council that it is of."""

NAMED = frozenset({"council", "body", "person", "post", "programme", "matter", "meeting", "document"})
"""Kinds whose pages list where they are named, or the words of what is theirs: their own would be every place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a reader asks of a page: of its list `part` the rows of `page`, or all of them."""

    facts: Facts
    texts: Path
    search: Path
    part: str = ""
    page: int = 0
    whole: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """What else stands in the address, such as the days of a body's members."""
    asked: list[Answer] = field(default_factory=list)
    """All that was asked for the page."""
    looked: dict[str, Ways] = field(default_factory=dict)
    """What stands first on it, and the ways on which that was looked up."""

    def ask(self, name: str, **given: str) -> Answer:
        mine = name == self.part
        found = ask(self.facts.store, name, page=self.page if mine else 0, whole=mine and self.whole, **given)
        self.asked.append(found)
        return found

    def ask_where(self, *predicates: str, name: str, this: str, **given: str) -> Answer:
        """The answer, which has no row where none of these predicates leads to the thing: that is soon seen."""
        if self.facts.led_to(this, *predicates):
            return self.ask(name, this=this, **given)
        return known(name, (), page=0, this=this, **given)

    def kept(self, name: str, this: str) -> Answer:
        """The answer as it was kept at the build; asked where more of it may be wanted than that."""
        rows = () if name == self.part or not self.search.is_file() else kept(self.search, name, this)
        return known(name, rows, this=this) if rows else self.ask(name, this=this)

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
    words: Answer | None
    """The exact words that the thing stands on, with their document and place; of what is only named, none."""
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
        return tuple(value for value in (*mine, *rest) if isinstance(value, Answer))


def about(wanted: Wanted, iri: str, title: str = "") -> About:
    facts = wanted.facts
    wanted.looked.update(kind=((RDF.type,),), name=tuple((name,) for name in NAMES), council=COUNCIL)
    kind = kind_of(facts, iri)
    council = next((found for way in COUNCIL for found in facts.along(iri, *way)), "")
    return About(
        iri=iri,
        kind=kind,
        title=title or label_of(facts, iri),
        council=link(wanted, council),
        words=None if kind in NAMED else wanted.ask("thing-words", this=iri).once("words"),
        open=wanted.ask_where(CIV.mayBe, name="thing-open", this=iri),
        corrections=wanted.ask_where(CIV.corrects, name="thing-corrections", this=iri),
    )


def link(wanted: Wanted, iri: str) -> Link | None:
    """A thing with its name; None of ""."""
    return Link(iri=iri, label=label_of(wanted.facts, iri)) if iri else None


def named(wanted: Wanted, answer: Answer, thing: str, label: str) -> Answer:
    """The answer with a label for each thing of a column that has none."""

    def filled(row: Row) -> Row:
        iri = getattr(row, thing)
        known = getattr(row, label) or not iri.startswith(("http://", "https://"))
        return row if known else row.but(**{label: label_of(wanted.facts, iri)})

    return replace(answer, rows=tuple(map(filled, answer.rows)))


def head(wanted: Wanted, iri: str, /, **ways: tuple[str, ...]) -> Row:
    """What stands first on a page: for each way from the thing what is at its end, the first of several."""
    wanted.looked.update((name, (way,)) for name, way in ways.items())
    return Row({name: next(iter(wanted.facts.along(iri, *way)), "") for name, way in ways.items()})


def several(wanted: Wanted, iri: str, /, **ways: tuple[str, ...]) -> dict[str, str]:
    """Cells with all that is at the end of each way, joined by "; "."""
    wanted.looked.update((name, (way,)) for name, way in ways.items())
    return {name: "; ".join(wanted.facts.along(iri, *way)) for name, way in ways.items()}
