"""What linking needs to know of a document: its distinct names with what tells them apart, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.model import Findings, Mention, MentionKind


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


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document, sorted; `key` tells documents apart."""

    key: str
    path: str
    file: str
    council: str  # as named, "" unknown
    names: tuple[Name, ...]
    meetings: tuple[tuple[str, str, str], ...]  # body name, date, start


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
        )
    for row in findings.attendance:
        if row.rule == "attendance-list":
            one = found[(row.person.kind, row.person.name)]
            found[(row.person.kind, row.person.name)] = replace(one, listed=tuple(sorted({*one.listed, row.meeting})))
    return Names(
        key=findings.key,
        path=findings.source.path,
        file=findings.source.name,
        council=findings.council.name if findings.council else "",
        names=tuple(found[k] for k in sorted(found)),
        meetings=tuple(sorted({(m.body.name if m.body else "", m.date, m.start) for m in findings.meetings})),
    )


def _mentions(findings: Findings) -> Iterator[tuple[Mention, str, str]]:
    """(mention, role, affiliation) of everything named."""
    plain = [*findings.mentions]
    plain += [m.body for m in findings.meetings if m.body]
    plain += [r.author for r in findings.reports if r.author]
    plain += [r.body for r in findings.routes]
    for decision in findings.decisions:
        plain += [m for m in (decision.body, decision.mover, decision.seconder) if m]
        plain += [*decision.targets, *decision.consulted]
    for referral in findings.referrals:
        plain += [referral.sender, referral.recipient]
    plain += [b.person for b in findings.ballots]
    plain += [d.person for d in findings.declarations]
    for mention in plain:
        yield mention, "", ""
    for row in findings.attendance:
        yield row.person, row.kind, row.organisation.name if row.organisation else ""
        if row.organisation:
            yield row.organisation, "", ""
        if row.substitute_for:
            yield row.substitute_for, "councillor", ""
    for held in findings.posts:
        yield held.person, "", held.organisation.name if held.organisation else ""
        yield held.post, "", ""
        if held.organisation:
            yield held.organisation, "", ""
