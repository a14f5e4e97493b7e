"""What linking needs to know of a document: its distinct names with what tells them apart, its items and reports by
their titles, what it cites, and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.model import CitationKind, Findings, ListedMeeting, Mention, MentionKind
from civicgraph.values.names import key, parse_person


@dataclass(frozen=True, slots=True)
class Name:
    """One name as one document prints it."""

    kind: MentionKind
    name: str
    acronym: str = ""
    detail: str = ""
    role: str = ""  # of a person: councillor, officer, co-opted, other; "" unknown
    affiliation: str = ""  # of a person: directorate or organisation in the list
    listed: tuple[int, ...] = ()  # of a person: the meetings whose list of those present has it as an entry
    identifier: str = ""  # "UID=12", "CId=192"
    posts: tuple[str, ...] = ()  # of a person: those that the document says they hold
    wards: tuple[str, ...] = ()  # of a councillor


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting that a document is of."""

    index: int  # in Findings.meetings
    body: str  # "" where the document does not name it
    date: str
    start: str
    identifier: str = ""  # "MId=727"
    committee: str = ""  # "CId=192"
    there: frozenset[tuple[str, str]] = frozenset()  # surname and initial of those present


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a document, in the order of `Findings.items`."""

    meeting: int
    number: str
    title: str
    planned: bool
    private: bool = False
    agenda_number: str = ""
    reference: str = ""  # of a notice: the number of the decision that it is of
    programmes: tuple[str, ...] = ()  # named in it
    passed_to: tuple[str, ...] = ()  # bodies, as named, that it is passed on to
    came_from: tuple[str, ...] = ()  # bodies, as named, that passed it on to this one
    sent_on: tuple[tuple[str, str], ...] = ()  # and on which day, where the paper names it
    deferred: bool = False
    entries: tuple[str, ...] = ()  # of a list of items: the titles of those that were dealt with


@dataclass(frozen=True, slots=True)
class Paper:
    """One report of a document, in the order of `Findings.reports`."""

    title: str
    meeting: int | None
    item: int | None
    reference: str = ""
    author: str = ""
    routes: tuple[tuple[str, str], ...] = ()  # (body as named, date) of other meetings that it came from or goes to


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a minute or of a numbered decision."""

    index: int  # in Findings.citations
    kind: CitationKind
    target: str
    item: int | None
    body: str = ""  # as named
    date: str = ""
    here: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry of a work programme."""

    index: int  # in Findings.routes
    title: str
    body: str  # as named
    date: str  # ISO, "" where none is printed
    meeting: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document, sorted; `key` tells documents apart."""

    key: str
    path: str
    file: str
    council: str  # as named, "" unknown
    names: tuple[Name, ...]
    meetings: tuple[Met, ...]
    listed: tuple[ListedMeeting, ...] = ()
    unnamed: str = ""  # of a council that no document names: the file of the first document that is of it
    items: tuple[Item, ...] = ()
    papers: tuple[Paper, ...] = ()
    cited: tuple[Cited, ...] = ()
    planned: tuple[Planned, ...] = ()


LEAST = 3  # people of two lists by whom a meeting is known


def sat_together(a: Met, b: Met) -> frozenset[tuple[str, str]]:
    """The people of two lists of one hour, where they are enough to say that it was one meeting; else none."""
    both = a.there & b.there
    if not (a.date and a.start and (a.date, a.start) == (b.date, b.start)) or len(both) < LEAST:
        return frozenset()
    return both if 2 * len(both) >= min(len(a.there), len(b.there)) else frozenset()


def said_together(met: Met, both: frozenset[tuple[str, str]]) -> str:
    names = ", ".join(f"{initial} {surname.title()}" for surname, initial in sorted(both)[:LEAST])
    return f"{len(both)} of the same people sat at {met.start} on {met.date}, {names} among them"


def names_of(findings: Findings) -> Names:
    """The names that any statement or mention of these findings uses."""
    found: dict[tuple[str, str], Name] = {}
    for mention, role, affiliation in _mentions(findings):
        at = (mention.kind, mention.name)
        before = found.get(at)
        found[at] = Name(
            mention.kind,
            mention.name,
            mention.acronym or (before.acronym if before else ""),
            mention.detail or (before.detail if before else ""),
            role or (before.role if before else ""),
            affiliation or (before.affiliation if before else ""),
            identifier=mention.identifier or (before.identifier if before else ""),
        )
    for row in findings.attendance:
        if row.rule in ("attendance-list", "attendance-table"):
            one = found[(row.person.kind, row.person.name)]
            found[(row.person.kind, row.person.name)] = replace(one, listed=tuple(sorted({*one.listed, row.meeting})))
    for held in findings.posts:
        one = found[(held.person.kind, held.person.name)]
        wards = {*one.wards, held.ward.name} if held.ward else one.wards
        posts = one.posts if held.ward or held.former else {*one.posts, held.post.name}
        found[(held.person.kind, held.person.name)] = replace(
            one, posts=tuple(sorted(posts)), wards=tuple(sorted(wards))
        )
    return Names(
        key=findings.key,
        path=findings.source.path,
        file=findings.source.name,
        council=findings.council.name if findings.council else "",
        names=tuple(found[k] for k in sorted(found)),
        meetings=tuple(_met(findings, index) for index in range(len(findings.meetings))),
        listed=findings.listed,
        items=tuple(_item(findings, index, named) for index, named in enumerate(_programmes_of_items(findings))),
        papers=tuple(_paper(findings, index) for index in range(len(findings.reports))),
        cited=tuple(
            Cited(n, c.kind, c.target, c.item, c.body.name if c.body else "", c.date, c.here, c.elsewhere)
            for n, c in enumerate(findings.citations)
            if c.kind != "legislation"
        ),
        planned=tuple(
            Planned(n, r.entry.text, r.body.name, r.date, r.meeting) for n, r in enumerate(findings.routes) if r.entry
        ),
    )


def _item(findings: Findings, index: int, programmes: tuple[str, ...]) -> Item:
    item = findings.items[index]
    its = [d for d in findings.decisions if d.item == index and d.status != "proposed"]
    passed = [r for r in findings.referrals if r.item == index and r.status != "proposed"]
    return Item(
        meeting=item.meeting,
        number=item.number,
        title=item.title,
        planned=item.planned,
        private=item.private,
        agenda_number=item.agenda_number,
        reference=_noticed(findings, index),
        programmes=programmes,
        passed_to=tuple(sorted({r.recipient.name for r in passed if r.recipient and r.status != "received"})),
        came_from=tuple(sorted({r.sender.name for r in passed if r.sender and r.status == "received"})),
        sent_on=tuple(
            sorted({(r.sender.name, r.sent_on) for r in passed if r.sender and r.sent_on and r.status == "received"})
        ),
        deferred=any(d.action == "defer" for d in its),
        entries=tuple(sorted({d.entry.text for d in its if d.entry})),
    )


def _programmes_of_items(findings: Findings) -> list[tuple[str, ...]]:
    """The programmes that are named in each item."""
    named: list[set[str]] = [set() for _ in findings.items]
    for mention in findings.mentions:
        at = bisect_right(findings.items, mention.span.start, key=lambda item: item.whole.start) - 1
        if mention.kind == "programme" and at >= 0 and mention.span.start < findings.items[at].whole.end:
            named[at].add(mention.name)
    return [tuple(sorted(names)) for names in named]


def _noticed(findings: Findings, index: int) -> str:
    """The number at the head of a notice of one decision: "DECISION NO: 24/00096"; "" of any other item."""
    item = findings.items[index]
    alone = sum(other.meeting == item.meeting for other in findings.items) == 1
    if not alone or findings.meetings[item.meeting].part != "decision-notice":
        return ""
    return next((c.target for c in findings.citations if c.kind == "decision" and c.span.start < item.span.start), "")


def _paper(findings: Findings, index: int) -> Paper:
    report = findings.reports[index]
    elsewhere = (r for r in findings.routes if r.report == index and r.rule != "route-meeting")
    return Paper(
        title=report.title,
        meeting=report.meeting,
        item=report.item,
        reference=report.reference,
        author=report.author.name if report.author else "",
        routes=tuple(sorted({(r.body.name, r.date) for r in elsewhere})),
    )


def _met(findings: Findings, index: int) -> Met:
    meeting = findings.meetings[index]
    there = (row.person.name for row in findings.attendance if row.meeting == index and row.status == "present")
    parsed = (parse_person(name, listed=True) for name in there)
    return Met(
        index=index,
        body=meeting.body.name if meeting.body else "",
        date=meeting.date,
        start=meeting.start,
        identifier=meeting.identifier,
        committee=meeting.committee,
        there=frozenset((key(name)[0], key(name)[1][:1]) for name in parsed if name and key(name)[1]),
    )


def _mentions(findings: Findings) -> Iterator[tuple[Mention, str, str]]:
    """(mention, role, affiliation) of everything named."""
    plain = [*findings.mentions]
    plain += [m.body for m in findings.meetings if m.body]
    plain += [r.author for r in findings.reports if r.author]
    plain += [r.body for r in findings.routes]
    members = [b.person for b in findings.ballots]  # who moves and votes is a member
    plain += [c.body for c in findings.citations if c.body]
    plain += [a.body for a in findings.approvals if a.body]
    for decision in findings.decisions:
        plain += [decision.body] if decision.body else []
        plain += [*decision.targets, *decision.consulted]
        members += [m for m in (decision.mover, decision.seconder) if m]
    for referral in findings.referrals:
        plain += [body for body in (referral.sender, referral.recipient) if body]
    plain += [d.person for d in findings.declarations]
    for mention in plain:
        yield mention, "", ""
    for mention in members:
        yield mention, "councillor" if mention.kind == "person" else "", ""
    for row in findings.attendance:
        yield row.person, row.kind or "", row.organisation.name if row.organisation else ""
        if row.organisation:
            yield row.organisation, "", ""
        if row.substitute_for:
            yield row.substitute_for, "councillor", ""
    for held in findings.posts:
        yield held.person, "", held.organisation.name if held.organisation else ""
        yield held.post, "", ""
        if held.ward:
            yield held.ward, "", ""
        if held.organisation:
            yield held.organisation, "", ""
