"""Stage 3: `Document` and its parts → `Findings`: what it states, each statement with the words that state it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from civicgraph.extract import approvals, citations, decisions, facts, people, problems, referrals, reports, votes
from civicgraph.extract.council import find_council
from civicgraph.extract.mentions import find_mentions
from civicgraph.extract.scene import Scene, scenes_of
from civicgraph.model import (
    Ballot,
    Decision,
    Document,
    Findings,
    Meeting,
    Part,
    Referral,
    Report,
    Response,
    Route,
    Span,
    Vote,
)
from civicgraph.values.text import fold


def extract(document: Document, parts: tuple[Part, ...]) -> Findings:
    """All that a document states."""
    folded = fold(document.text)
    council = find_council(document, folded, parts)
    scenes, meetings, items = scenes_of(document, folded, parts)
    attendance, holdings = [], []
    for scene in scenes:
        rows, held = people.find_attendance(scene)
        attendance += rows
        holdings += held + people.find_holdings(scene)
    found_reports, agenda_item = _reports(scenes)
    report_rows = tuple(f.report for f in found_reports)
    routes = _routes(scenes, found_reports, meetings)
    decided, referred, answered = _decisions(scenes, report_rows, agenda_item)
    vote_rows, ballots = _votes(scenes)
    cited = [
        replace(c, item=_item_at(scenes, c.span))
        for block in document.blocks
        for c in citations.find_citations(folded[block.span.start : block.span.end], block.span.start)
    ]
    findings = Findings(
        source=document.source,
        text_sha256=hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
        characters=len(document.text),
        council=council,
        meetings=tuple(meetings),
        items=tuple(items),
        attendance=tuple(attendance),
        posts=tuple(holdings),
        mentions=tuple(find_mentions(document, folded, council.name if council else "")),
        reports=report_rows,
        routes=tuple(routes),
        decisions=tuple(decided),
        referrals=tuple(referred),
        responses=tuple(answered),
        votes=tuple(vote_rows),
        ballots=tuple(ballots),
        approvals=tuple(a for scene in scenes for a in approvals.find_approvals(scene)),
        citations=tuple(cited),
        declarations=tuple(d for scene in scenes for d in facts.find_declarations(scene)),
        amounts=tuple(a for scene in scenes for a in facts.find_amounts(scene)),
        notes=document.notes,
    )
    return replace(findings, problems=tuple(problems.find_problems(document, folded, findings)))


def _item_at(scenes: list[Scene], span: Span) -> int | None:
    scene = next((s for s in scenes if s.part.span.covers(span)), None)
    return scene.item_at(span.start) if scene else None


def _reports(scenes: list[Scene]) -> tuple[list[reports.Found], dict[int, int]]:
    """The reports of all parts, those of the pack joined to the agenda; and the agenda item of each report part."""
    founds: list[reports.Found] = []
    sheets: dict[int, int] = {}  # position in founds → scene
    for n, scene in enumerate(scenes):
        if scene.part.kind == "report":
            sheet = reports.find_sheet_report(scene)
            if sheet:
                sheets[len(founds)] = n
                founds.append(sheet)
        else:
            founds += reports.find_item_reports(scene)
    agenda: dict[int, int] = {}
    items: dict[int, int] = {}
    for at, n in sheets.items():
        for other, found in enumerate(founds):
            item = found.report.item
            if other in sheets or item is None or other in agenda.values() or not _planned(scenes, found.report):
                continue
            if reports.same_title(founds[at].report.title, found.report.title):
                agenda[at], items[n] = other, item
                break
    return reports.join(founds, agenda), items


def _planned(scenes: list[Scene], report: Report) -> bool:
    return any(
        s.meeting == report.meeting and s.part.kind in ("agenda", "minutes") and s.part.kind == "agenda" for s in scenes
    )


def _routes(scenes: list[Scene], founds: list[reports.Found], meetings: list[Meeting]) -> list[Route]:
    """This meeting's body for each report before it, and what the report's own words add; each body once a day."""
    out: list[Route] = []
    for n, found in enumerate(founds):
        rows: list[Route] = []
        if found.report.meeting is not None:
            meeting = meetings[found.report.meeting]
            if meeting.body is not None:
                status = "planned" if meeting.part == "agenda" else "considered"
                rows.append(
                    Route(
                        report=n,
                        body=meeting.body,
                        date=meeting.date,
                        status=status,
                        span=found.report.span,
                        rule="route-meeting",
                    )
                )  # type: ignore[arg-type]
        for body, date, status, span, rule in found.routes:
            same = [r for r in rows if r.date == date or not date]
            if any(_alike(r.body.name, body.name) for r in same):
                continue
            rows.append(Route(report=n, body=body, date=date, status=status, span=span, rule=rule))
        out += rows
    return out


def _alike(a: str, b: str) -> bool:
    first, second = (set(re.findall(r"[a-z0-9]+", x.lower())) - {"the", "of", "for", "and"} for x in (a, b))
    return bool(first) and (first <= second or second <= first)


def _decisions(
    scenes: list[Scene], report_rows: tuple[Report, ...], agenda_item: dict[int, int]
) -> tuple[list[Decision], list[Referral], list[Response]]:
    decided: list[Decision] = []
    referred: list[Referral] = []
    answered: list[Response] = []
    numbered = list(enumerate(report_rows))
    for n, scene in enumerate(scenes):
        first, sent = len(decided), len(referred)
        if scene.part.kind == "report":
            item = agenda_item.get(n)
            ahead = next((s for s in scenes if s.part.kind == "agenda"), None)
            decided += [
                replace(d, meeting=ahead.meeting if ahead else None) for d in decisions.find_proposals(scene, item)
            ]
        elif scene.part.kind != "agenda":
            decided += list(decisions.find_decisions(scene))
        mine = list(enumerate(decided))[first:]
        referred += list(referrals.find_referrals(scene, mine, numbered))
        answered += list(referrals.find_responses(scene, list(enumerate(referred))[sent:], mine))
    return decided, referred, answered


def _votes(scenes: list[Scene]) -> tuple[list[Vote], list[Ballot]]:
    rows: list[Vote] = []
    ballots: list[Ballot] = []
    for scene in scenes:
        if scene.part.kind not in ("minutes", "item", "decision-notice"):
            continue
        for n, item in enumerate(scene.part.items or (None,)):  # type: ignore[arg-type]
            division = recorded = 0
            for found in votes.find_votes(scene, item):
                division += 1
                recorded += found.recorded
                rows.append(
                    Vote(
                        item=scene.first_item + n if item else None, meeting=scene.meeting, division=recorded if found.recorded else division,
                        outcome=found.outcome, votes_for=found.votes_for, against=found.against, abstain=found.abstain,
                        motion=found.motion, span=found.span, rule="vote-recorded" if found.recorded else "vote-told",
                    )
                )  # fmt: skip
                ballots += [replace(b, vote=len(rows) - 1) for b in found.ballots]
    return rows, ballots
