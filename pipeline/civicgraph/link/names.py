"""What linking needs to know of a document: its distinct names with what tells them apart, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.model import Findings, ListedMeeting, Mention, MentionKind
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
    for decision in findings.decisions:
        plain += [decision.body] if decision.body else []
        plain += [*decision.targets, *decision.consulted]
        members += [m for m in (decision.mover, decision.seconder) if m]
    for referral in findings.referrals:
        plain += [referral.sender, referral.recipient]
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
