"""Stage 3: `Document` and its parts → `Findings`: what it states, each statement with the words that state it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace

from civicgraph.extract import approvals, citations, decisions, facts, people, problems, referrals, reports, votes
from civicgraph.extract.mentions import find_mentions
from civicgraph.extract.scene import Scene
from civicgraph.model import (
    Ballot,
    Decision,
    Document,
    Findings,
    Meeting,
    Mention,
    MinuteItem,
    Part,
    Referral,
    Report,
    Response,
    Route,
    Span,
    Vote,
)
from civicgraph.values.bodies import body_kind
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import fold, squash

COUNCIL_NAME = re.compile(
    r"\b(?:[A-Z][\w'-]+|and|of|&|upon|under|the)(?:\s+(?:[A-Z][\w'-]+|and|of|&|upon|under|with|the|in)){0,6}\s+(?:Council|COUNCIL)\b"
)
# Parishes, towns and communities are in no list: the head of the document names them.
UNLISTED = re.compile(
    r"(?P<name>\b(?!(?:The|Of|THE|OF|Draft|Minutes|MINUTES|Agenda|AGENDA|Meeting|MEETING|Full|Annual|Extraordinary)\b)[A-Z][\w'-]*"
    r"(?:[ -](?:[A-Z][\w'-]*|and|of|the|in|upon|on|with|by|&|cum|le)){0,5}"
    r" (?:County|City|Borough|District|Town|Parish|Community|COUNTY|CITY|BOROUGH|DISTRICT|TOWN|PARISH|COMMUNITY) (?:Council|COUNCIL))\b"
)
DOMAIN = re.compile(r"@(?:[\w-]+\.){0,3}([\w-]+)\.gov\.uk")


def extract(document: Document, parts: tuple[Part, ...]) -> Findings:
    """All that a document states."""
    folded = fold(document.text)
    council = find_council(document, folded, parts)
    scenes, meetings, items = _scenes(document, folded, parts)
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


def find_council(document: Document, folded: str, parts: tuple[Part, ...]) -> Mention | None:
    """The council whose document it is: named in a header, else by the officers' mail addresses, else most often."""
    for part in parts:
        if part.council is not None:
            return _council(part.council.text, part.council.span, "council-header")
    names: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for found in COUNCIL_NAME.finditer(folded):
        words = found.group().split()
        for i in range(len(words) - 1):
            known = council_of(" ".join(words[i:]))
            if known is not None:
                names[known.name] += 1
                start = found.end() - len(" ".join(words[i:]))
                first.setdefault(known.name, Span(start=max(found.start(), start), end=found.end()))
                break
    domains = Counter(m.group(1) for m in DOMAIN.finditer(folded))
    for domain, _ in domains.most_common(2):
        mail = [n for n in names if domain.replace("-", "") in re.sub(r"\W", "", n.lower())]
        if mail:
            return _council(mail[0], first[mail[0]], "council-mail")
    unlisted = UNLISTED.search(folded[:2000])
    if unlisted:
        start = unlisted.start("name")
        return _council(_cased(unlisted.group("name")), Span(start=start, end=unlisted.end("name")), "council-unlisted")
    ranked = names.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return _council(ranked[0][0], first[ranked[0][0]], "council-named")


def _cased(name: str) -> str:
    """ "MILBURN PARISH COUNCIL" → "Milburn Parish Council"; other names as they are printed."""
    return (
        re.sub(r"\b(And|Of|The|In|On|With|Upon|By)\b", lambda m: m.group().lower(), name.title())
        if name.isupper()
        else name
    )


def _council(name: str, span: Span, rule: str) -> Mention:
    known = council_of(name)
    return Mention(kind="council", name=known.name if known else squash(name), span=span, rule=rule)


def _scenes(
    document: Document, folded: str, parts: tuple[Part, ...]
) -> tuple[list[Scene], list[Meeting], list[MinuteItem]]:
    """The parts as scenes, with the meetings and items that they are of."""
    scenes: list[Scene] = []
    meetings: list[Meeting] = []
    items: list[MinuteItem] = []
    for part in parts:
        body = None
        if part.body is not None:
            body = Mention(
                kind="body",
                name=part.body.text,
                span=part.body.span,
                rule="header-body",
                detail=body_kind(part.body.text),
            )
        meeting = None
        if part.kind != "report":
            meeting = len(meetings)
            stands = [q.span for q in (part.body, part.date, part.start) if q is not None]
            span = (
                Span(start=min(s.start for s in stands), end=max(s.end for s in stands))
                if stands
                else document.blocks[part.first].span
            )
            meetings.append(
                Meeting(
                    part=part.kind, body=body, date=part.date.text if part.date else "", start=part.start.text if part.start else "",
                    end=part.end.text if part.end else "", venue=part.venue.text if part.venue else "", span=span,
                )
            )  # fmt: skip
        elif scenes:
            # A report in a pack goes to the meeting that the pack is for.
            ahead = next((s for s in scenes if s.part.kind == "agenda"), scenes[0])
            body = ahead.body
        scenes.append(
            Scene(document=document, folded=folded, part=part, meeting=meeting, first_item=len(items), body=body)
        )
        for item in part.items:
            items.append(
                MinuteItem(
                    meeting=meeting or 0, number=item.number, title=item.title.text, span=item.title.span, planned=part.kind == "agenda",
                    whole=Span(start=document.blocks[item.first].span.start, end=document.blocks[item.last - 1].span.end),
                    private=item.private, truncated=item.truncated, agenda_number=item.agenda_number,
                )
            )  # fmt: skip
    return scenes, meetings, items


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
