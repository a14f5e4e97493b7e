"""The reports of a whole document: those of a pack joined to its agenda, the bodies that each goes to, what is attached
to them, and what is planned to come."""

from __future__ import annotations

import re
from dataclasses import replace

from civicgraph.extract.papers.attachments import find_attachments, find_told
from civicgraph.extract.papers.plans import find_plans
from civicgraph.extract.papers.reports import Found, find_item_reports, find_sheet_report, same_title
from civicgraph.extract.scene import Scene
from civicgraph.model import Attachment, Meeting, Report, Route, RouteStatus

SMALL_WORDS = frozenset(("the", "of", "for", "and"))


def find_reports(scenes: list[Scene]) -> tuple[list[Found], dict[int, int]]:
    """The reports in the order of the text; and, by the position of its part, the agenda item that a report is under.

    A report in the pack and its item on the agenda are one report: the facts of the sheet, in the item's place.
    """
    founds: list[Found] = []
    items: dict[int, int] = {}
    planned = {scene.meeting for scene in scenes if scene.part.kind == "agenda"}
    sheets: list[tuple[int, Found]] = []
    for n, scene in enumerate(scenes):
        sheet = find_sheet_report(scene) if scene.part.kind == "report" else None
        if sheet is not None:
            sheets.append((n, sheet))
        elif scene.part.kind != "report":
            founds += find_item_reports(scene)
    for n, sheet in sheets:
        at = next(
            (
                i
                for i, found in enumerate(founds)
                if found.report.meeting in planned
                and found.report.item not in (None, *items.values())
                and same_title(sheet.report.title, found.report.title)
            ),
            None,
        )
        if at is None:
            founds.append(sheet)
            continue
        above = founds[at]
        merged = replace(
            sheet.report,
            item=above.report.item,
            meeting=above.report.meeting,
            author=sheet.report.author or above.report.author,
        )
        founds[at] = Found(report=merged, routes=(*above.routes, *sheet.routes))
        if merged.item is not None:
            items[n] = merged.item
    return founds, items


def routes_of(founds: list[Found], meetings: list[Meeting]) -> list[Route]:
    """This meeting's body for each report before it, and what the report's own words add; each body once a day."""
    out: list[Route] = []
    for n, found in enumerate(founds):
        rows: list[Route] = []
        meeting = meetings[found.report.meeting] if found.report.meeting is not None else None
        if meeting is not None and meeting.body is not None:
            status: RouteStatus = "planned" if meeting.part == "agenda" else "considered"
            rows.append(
                Route(
                    report=n,
                    body=meeting.body,
                    date=meeting.date,
                    status=status,
                    span=found.report.span,
                    rule="route-meeting",
                )
            )
        for body, date, said, span, rule in found.routes:
            if not any(_alike(row.body.name, body.name) for row in rows if row.date == date or not date):
                rows.append(Route(report=n, body=body, date=date, status=said, span=span, rule=rule))
        out += rows
    return out


def plans_of(scenes: list[Scene], items: dict[int, int]) -> list[Route]:
    """What the parts plan for later meetings; `items` has the agenda item of a report by the position of its part."""
    out: list[Route] = []
    for n, scene in enumerate(scenes):
        whose = scene
        if scene.part.kind == "report":  # it goes to the meeting that the pack is for
            whose = next((s for s in scenes if s.part.kind == "agenda"), scene)
        held = whose.part.date.text if whose.part.date else ""
        out += find_plans(scene, held, items.get(n), whose.meeting)
    return out


def attachments_of(scenes: list[Scene], items: dict[int, int], reports: tuple[Report, ...]) -> list[Attachment]:
    """What the papers of a document say is attached to them, and the document lacks."""
    out: list[Attachment] = []
    for n, scene in enumerate(scenes):
        sheet = (
            at
            for at, report in enumerate(reports)
            if report.rule == "report-front-sheet" and scene.part.span.covers(report.span)
        )
        out += find_attachments(scene, next(sheet, None), items.get(n))
        out += find_told(scene, reports)
    return out


def _alike(a: str, b: str) -> bool:
    """Do the words of one name all stand in the other?"""
    first, second = (set(re.findall(r"[a-z0-9]+", name.lower())) - SMALL_WORDS for name in (a, b))
    return bool(first) and (first <= second or second <= first)
