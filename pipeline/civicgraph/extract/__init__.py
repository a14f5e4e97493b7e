"""Stage 3: `Document` and its parts → `Findings`: what it states, each statement with the words that state it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract import cues, decisions, facts, people, registers, votes
from civicgraph.extract.council import find_council
from civicgraph.extract.names.candidates import find_candidates
from civicgraph.extract.names.mentions import find_mentions
from civicgraph.extract.names.nlp import find_by_model
from civicgraph.extract.papers import approvals, attachments, citations, pack, referrals, responses
from civicgraph.extract.scene import Scene, scenes_of
from civicgraph.model import (
    Attendance,
    Block,
    Decision,
    Document,
    Findings,
    ListedMeeting,
    Part,
    Place,
    PostHolding,
    Problem,
    Referral,
    Report,
    Response,
    Span,
)
from civicgraph.values.text import fold

BROKEN = re.compile(r"\n\s*")
MARGIN = "\r"  # white space that is no gap between columns, and which no text has once it is read


def extract(document: Document, parts: tuple[Part, ...]) -> Findings:
    """All that a document states."""
    folded = _unbroken(_standing(fold(document.text), document.struck), document.blocks)
    council = find_council(document, folded, parts)
    scenes, meetings, items = scenes_of(document, folded, parts)
    attendance: list[Attendance] = []
    holdings: list[PostHolding] = []
    listed: list[ListedMeeting] = []
    told = [m for scene in scenes for m in registers.find_bodies(scene)]
    alike: list[Problem] = []
    for scene in scenes:
        if scene.part.kind == "register":
            alike += registers.find_problems(scene)
            holdings += registers.find_councillors(scene)
            listed += registers.find_meetings(scene)
            if not scene.part.tables:
                holdings += people.find_holdings(scene)
            continue
        rows, held = people.find_attendance(scene)
        attendance += rows
        holdings += held + people.find_holdings(scene)
    scenes = [scene for scene in scenes if scene.part.kind != "register"]  # nothing was decided in a register
    reports, agenda_item = pack.find_reports(scenes)
    decided, referred, answered = _decisions(scenes, tuple(found.report for found in reports), agenda_item)
    vote_rows, ballots = votes.number_votes(scenes)
    cited = [
        replace(c, item=_item_at(scenes, c.span))
        for block in document.blocks
        for c in citations.find_citations(folded[block.span.start : block.span.end], block.span.start)
    ]
    # A register of the service has each name in a cell of its own; nothing is guessed from its words.
    named = () if document.kind == "register" else find_mentions(document, folded, council.name if council else "")
    findings = Findings(
        source=document.source,
        text_sha256=hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
        characters=len(document.text),
        council=council,
        meetings=tuple(meetings),
        listed=tuple(listed),
        items=tuple(items),
        attendance=tuple(attendance),
        posts=tuple(holdings),
        mentions=(*told, *named),
        reports=tuple(found.report for found in reports),
        routes=(*pack.routes_of(reports, meetings), *pack.plans_of(scenes, agenda_item)),
        attachments=tuple(pack.attachments_of(scenes, agenda_item, tuple(found.report for found in reports))),
        appended=()
        if reports or any(m.body or m.date for m in meetings)
        else tuple(sorted(attachments.appended_keys(document))),
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
        places=tuple(_places(document)),
    )
    seen, unclear = cues.account(scenes, findings)
    return replace(findings, cues=seen, understood=seen - len(unclear), problems=(*alike, *unclear))


def with_candidates(document: Document, findings: Findings) -> Findings:
    """The findings, and beside them the names that only the model of the extra `ner` finds. Raises `OSError` without
    its package."""
    if document.kind == "register":
        return findings
    return replace(findings, candidates=find_candidates(document, findings, find_by_model))


def _standing(folded: str, struck: tuple[Span, ...]) -> str:
    """The text, character for character, with blanks for what is struck through: it is to be seen, and not to hold."""
    for span in struck:
        folded = folded[: span.start] + " " * (span.end - span.start) + folded[span.end :]
    return folded


def _unbroken(folded: str, blocks: tuple[Block, ...]) -> str:
    """The text, character for character, with a blank where a line of a paragraph was broken: to the rules a line feed
    is the end of a paragraph, a cell or an entry of a list, and many blanks are the gap between two columns, which the
    margin of the next line is not."""
    out, at = [], 0
    for span in (block.words for block in blocks if "\n" in folded[block.words.start : block.words.end]):
        out += [folded[at : span.start], BROKEN.sub(_margin, folded[span.start : span.end])]
        at = span.end
    return "".join([*out, folded[at:]])


def _margin(feed: re.Match[str]) -> str:
    return " " + MARGIN * (len(feed.group()) - 1)


def _places(document: Document) -> Iterator[Place]:
    before = ""
    for block in document.blocks:
        xpath = block.place.startswith("/")
        place = f"page={block.page}" if block.page else (f"xpointer({block.place})" if xpath else block.place)
        if place and place != before:
            yield Place(start=block.span.start, fragment=place)
            before = place


def _item_at(scenes: list[Scene], span: Span) -> int | None:
    scene = next((s for s in scenes if s.part.span.covers(span)), None)
    return scene.item_at(span.start) if scene else None


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
        elif scene.part.kind == "decision-notice":
            decided += list(decisions.find_noticed(scene))
        elif scene.part.kind == "agenda":
            decided += list(decisions.find_planned(scene))
        elif scene.part.kind != "register":
            decided += list(decisions.find_decisions(scene))
        mine = list(enumerate(decided))[first:]
        referred += list(referrals.find_referrals(scene, mine, numbered))
        answered += list(responses.find_responses(scene, list(enumerate(referred))[sent:], mine))
    return decided, referred, answered
