"""Reports put before a body: title, kind, whose they are, and the bodies that consider them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.extract.bodies import find_bodies
from civicgraph.extract.posts import find_posts
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Field, Item, Mention, Report, Route, RouteStatus, Span
from civicgraph.values.dates import find_dates
from civicgraph.values.names import find_people, parse_person
from civicgraph.values.text import fold, squash
from civicgraph.values.titles import title_key

KIND = r"(?P<kind>briefing notes?|verbal (?:reports?|updates?)|progress reports?|joint reports?|reports?|presentations?|papers?|position statements?|discussion papers?|information reports?|updates?|memorand(?:um|a)|petitions?)"
# "considered a report of the Director of …", "Report of the …", "received a presentation from …"
OF = re.compile(
    rf"\b(?:a|an|the|this|his|her|their|joint|written|further|annual|oral|confidential|exempt|private|monthly|quarterly|detailed|final|draft|\w+ly)?\s*{KIND}\s*(?:\([^)]{{1,40}}\)\s*)?(?P<link>of|by|from|submitted by|prepared by|presented by|produced by|item of)\s+(?=\S)",
    re.I,
)
PRIVATE_ITEM = re.compile(r"\b(?:private|exempt|confidential)\s+(?:item|report)\s+(?:of|by|from)\s+", re.I)
SUBMITTED = re.compile(r"^(?:The\s+)?(?P<who>[A-Z][^.;:\n]{3,120}?)\s+(?:had\s+)?(?:submitted|presented to (?:the )?(?:Committee|Board|Cabinet|Panel|Council))\s+(?:a|an|the|his|her|their)\s+(?:\w+\s+){0,3}?(?P<kind>report|briefing note|paper)\b")
CONSIDERED = re.compile(
    rf"\b(?:considered|received|noted|discussed|reviewed|had before (?:it|them)|introduced|scrutinised|gave consideration to|was given|outlined|presented|submitted)\b[^.;]{{0,60}}?\b(?:a|an|the|this|that|joint|further)\s+(?:[\w'-]+\s+){{0,4}}?{KIND}\b", re.I
)
UNDER_TITLE = re.compile(rf"^(?:\(?(?:joint\s+)?{KIND}\s+(?:of|by|from)\s+(?:the\s+)?|to (?:receive|consider|note)(?: and \w+)? (?:a|the) (?:joint )?(?:report|briefing note|update) (?:of|by|from) (?:the )?)(?P<author>.{{3,220}})$", re.I | re.S)
TITLE_REPORT = re.compile(r"^(?!.*\b(?:minutes|apologies|declaration)\b)(?:.{2,120}\breports?|(?:(?:oral|verbal|written|annual)\s+)?reports?\s+(?:of|from|by|on)\b.{2,200}|presentations?\s+(?:on|by|from|of|to|-)\b.{2,200}|report back\b.{2,200}|.{2,80}\bbriefing note)\b(?:\s*[-(].{1,60})?$", re.I)
OWNED = re.compile(r"^(?P<owner>[A-Z][\w.&' -]{2,60}?)(?:'s|s')\s+(?:verbal |written |annual |monthly )?(?:report|update|Report|Update)s?(?:\s*[-:(]\s*.{2,60})?$")
REPORT_OF = re.compile(r"^(?:verbal |annual |written )?(?:report|update)s?\s+(?:of|from|by)\s+(?:the\s+)?(?P<owner>[A-Z].{2,90})$", re.I)
# Another body or a stated day on which a report goes on: "Cabinet would be asked on the 31st October 2017".
GOES_ON = re.compile(r"\b(?:would|will|is|are|was|to) (?:then )?(?:be )?(?:asked|considered|submitted|presented|reported|taken|referred|put|requested|invited|made|received|determined|recommended|discussed|scheduled to be|going|go|due)\b|\bdue to be\b|\bscheduled\b", re.I)
WENT = re.compile(r"\b(?:had|has|have|was|were)\s+(?:been\s+|previously\s+|already\s+)?(?:considered|endorsed|approved|agreed|discussed|supported|taken|presented|reported|noted|scrutinised|reviewed|received)\b", re.I)
DECIDED_ON = re.compile(
    r"\b(?:RESOLVED|AGREED|Resolved|Agreed|NOTED)\b[^.;]{0,60}?\bthe\s+(?:(?!minutes|treasurer)[\w-]+\s+){0,3}(?:report|update|presentation)\s+(?:be|was|is)\s+(?:noted|received|endorsed|approved|agreed|accepted|adopted)\b"
    r"|\b(?:notes?|endorses?|receives?|approves?)\s+the\s+(?:report|update|presentation)\b|\b(?:set out|outlined|contained|detailed|recommendations|options)\b.{0,14}\bin\s+the\s+report\b"
)
REMITTED = re.compile(r"(?<!had )(?<!has )(?<!have )\b(?:remit|refer|forward|submit)(?:ted|red|ed|s)?\s+(?:the|this)\s+(?:report|strategy|plan)\s+(?:on\s+)?to\s+(?:the\s+)?", re.I)
YES_DUE = re.compile(r"^\s*yes\b|\bdue\b|\bwill be\b|\bto be\b|\bscheduled\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report with the routes that its own words give."""

    report: Report
    routes: tuple[tuple[Mention, str, RouteStatus, Span, str], ...] = ()  # body, date, status, words, rule


def author_in(text: str, offset: int) -> Mention | None:
    """Whose report, from the words after "report of": post, body or person; the first that starts there."""
    head = text[:260]
    lead = re.match(r"\s*(?:the\s+|our\s+|its\s+)?", head)
    at = lead.end() if lead else 0
    for finder, near in ((find_posts, 12), (find_bodies, 12)):
        names = [m for m in finder(head, offset) if m.span.start - offset <= at + near]
        if names:
            best = min(names, key=lambda m: (m.span.start, -m.span.end))
            longer = [m for m in find_bodies(head, offset) if m.span.start <= best.span.start and m.span.end > best.span.end]
            return longer[0] if longer else best
    for person in find_people(head):
        if person.start <= at + 4:
            return Mention(kind="person", name=squash(head[person.start : person.end]), span=Span(start=offset + person.start, end=offset + person.end), rule="author-person")
    return None


def find_item_reports(scene: Scene) -> list[Found]:
    """One report an item at most: the one that the line under its title, or its first sentences, put before the body."""
    out: list[Found] = []
    for n, item in enumerate(scene.part.items):
        found = _item_report(scene, item, scene.first_item + n)
        if found:
            out.append(found)
    return out


def _item_report(scene: Scene, item: Item, index: int) -> Found | None:
    title = fold(item.title.text)
    author: Mention | None = None
    kind, span, rule = "", item.title.span, ""
    for _, block in scene.blocks(item)[: 14 if scene.part.kind != "agenda" else 6]:
        text = scene.text(block.words)
        if block.span.start <= item.title.span.start and block.span.end <= item.title.span.end + 60:
            continue
        under = UNDER_TITLE.match(text) if len(text) < 400 else None
        if under and (named := author_in(under.group("author"), block.words.start + under.start("author"))):
            author, kind, span, rule = named, _kind(under.group().split(" of ")[0]), block.span, "report-under-title"
            break
        if scene.part.kind == "agenda":
            continue
        for start, end in sentences(text)[:4]:
            sentence = text[start:end]
            at = block.words.start + start
            if private := PRIVATE_ITEM.search(sentence):
                author, kind, rule = author_in(sentence[private.end() :], at + private.end()), "report", "report-private"
            elif (of := OF.search(sentence)) and _put_before(sentence, of):
                link = of.group("link").lower()
                named = author_in(sentence[of.end() :], at + of.end()) if link != "presented by" else None
                if link == "from" and "present" in of.group("kind").lower():
                    named = None  # who presents is not whose it is
                kind, rule, author = _kind(of.group("kind")), "report-considered", named
            elif submitted := SUBMITTED.match(sentence):
                author, kind, rule = author_in(submitted.group("who"), at + submitted.start("who")), submitted.group("kind").lower(), "report-submitted"
            elif considered := CONSIDERED.search(sentence):
                kind, rule = _kind(considered.group("kind")), "report-considered"
            if rule:
                span = Span(start=at, end=at + len(sentence.rstrip()))
                break
        if rule:
            break
    if not rule and scene.part.kind != "agenda" and (decided := _decided_report(scene, item)):
        kind, rule, span = "report", "report-decided", decided
    if not rule and TITLE_REPORT.match(title):
        kind, rule = "report", "report-title"
    if not rule:
        return None
    if author is None:
        author = _owner(item, title)
    if re.match(r"^(?:apologies|declarations?|minutes|chair(?:man)?'s announcements|questions|date of next|any other)\b", title, re.I) and author is None:
        return None
    report = Report(title=item.title.text, span=span, type=kind or "report", rule=rule, meeting=scene.meeting, item=index, author=author)
    return Found(report=report, routes=tuple(_routes(scene, item)))


def _decided_report(scene: Scene, item: Item) -> Span | None:
    """Words of an item's outcome that show a report was before the meeting: "RESOLVED that the report be noted"."""
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        if found := DECIDED_ON.search(text):
            return Span(start=block.words.start + found.start(), end=block.words.start + found.end())
    return None


def _put_before(sentence: str, of: re.Match[str]) -> bool:
    """Is this the report that the item takes, and not one that somebody mentions?"""
    before = sentence[: of.start()]
    return len(before.split()) <= 14 and not re.search(r"\b(?:arising|previous|earlier|last|attached|appendix)\b", before, re.I)


def _kind(words: str) -> str:
    words = re.sub(r"\s+", " ", words.lower()).strip()
    for kind in ("briefing note", "presentation", "verbal", "update", "petition", "paper", "statement", "report"):
        if kind in words:
            return "verbal-update" if kind == "verbal" else kind
    return "report"


def _owner(item: Item, title: str) -> Mention | None:
    """Whose report a title says it is: "Treasurer's Report", "Report of the Director of …"."""
    found = OWNED.match(title) or REPORT_OF.match(title)
    if not found:
        return None
    start, end = found.span("owner")
    posts = [m for m in find_posts(title, item.title.span.start) if m.span.start - item.title.span.start <= start + 4]
    bodies = [m for m in find_bodies(title, item.title.span.start) if m.span.start - item.title.span.start <= start + 4]
    if found.re is REPORT_OF:
        return max([*posts, *bodies], key=lambda m: m.span.end - m.span.start, default=None)
    kind = "post" if not parse_person(found.group("owner")) else "person"
    return Mention(kind=kind, name=squash(found.group("owner")), span=Span(start=item.title.span.start + start, end=item.title.span.start + end), rule="author-owner")  # type: ignore[arg-type]


def _routes(scene: Scene, item: Item) -> Iterator[tuple[Mention, str, RouteStatus, Span, str]]:
    """Other bodies that an item says its report goes to or came from, on a stated day."""
    year = int(scene.part.date.text[:4]) if scene.part.date else None
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        for remitted in REMITTED.finditer(text):
            for body in find_bodies(text, block.words.start):
                if body.span.start - block.words.start == remitted.end():
                    yield body, "", "recommended", Span(start=block.words.start + remitted.start(), end=body.span.end), "route-remitted"
        for start, end in sentences(text):
            sentence = text[start:end]
            planned, went = GOES_ON.search(sentence), WENT.search(sentence)
            if not planned and not went:
                continue
            dates = [d for d in find_dates(sentence, default_year=year)]
            if not dates:
                continue
            for body in find_bodies(sentence, block.words.start + start):
                if scene.body is not None and body.name.lower() == scene.body.name.lower():
                    continue
                at = body.span.start - block.words.start - start
                if not re.search(r"^(?:The\s+)?$|\b(?:to|by|at|before|from)\s+(?:the\s+)?$", sentence[:at]):
                    continue
                if planned and at <= planned.start() + 80 and not went:
                    when = next((d for d in dates if d.iso > (scene.part.date.text if scene.part.date else "")), None)
                    if when and re.search(r"\b(?:report|asked|proposal|recommendation|item|matter|decision|it)\b", sentence, re.I):
                        yield body, when.iso, "planned", Span(start=block.words.start + start, end=block.words.start + end), "route-goes-on"


# -- report parts --------------------------------------------------------------------------------------------------------

BY_DATE = re.compile(r"\s*[-,:(]\s*(?=\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def find_sheet_report(scene: Scene) -> Found | None:
    """The report that a part is, from its front sheet."""
    fields = {f.label.text: f for f in reversed(scene.part.fields) if f.value.text}
    title = fields.get("title")
    if title is None:
        return None
    words = _first_line(scene, title)
    author = None
    for name in ("by", "director", "author"):
        if name in fields and author is None:
            text = scene.text(fields[name].value.span)
            author = author_in(text, fields[name].value.span.start) or _first_post(text, fields[name].value.span.start)
    key = fields.get("key-decision")
    report = Report(
        title=squash(scene.document.quote(words)),
        span=words,
        type="report",
        rule="report-front-sheet",
        author=author,
        key_decision=None if key is None else bool(re.match(r"\s*(?:yes|key)\b", key.value.text, re.I)),
    )
    return Found(report=report, routes=tuple(_sheet_routes(scene, fields)))


def _first_post(text: str, offset: int) -> Mention | None:
    return next(iter(find_posts(text, offset)), None)


def _first_line(scene: Scene, field: Field) -> Span:
    """The title without the label that a converter glued to its end."""
    span = field.parts[0]
    text = scene.text(span)
    cut = re.search(r"\n?\s*(?:Classification|Past Pathway|Key [Dd]ecision|Electoral Divisions?|Wards?|Decision)\b[^:\n]{0,30}:", text)
    return Span(start=span.start, end=span.start + (cut.start() if cut else len(text)))


def _sheet_routes(scene: Scene, fields: dict[str, Field]) -> Iterator[tuple[Mention, str, RouteStatus, Span, str]]:
    """Where the sheet says that the report goes: bodies and dates listed over it, "To:", and its scrutiny questions."""
    head = [b for b in scene.document.blocks[scene.part.first : scene.part.first + 14] if b.kind != "rule" and (not scene.part.fields or b.span.start < scene.part.fields[0].label.span.start)]
    bodies: list[Mention] = []
    dates: list[tuple[str, Span]] = []
    for block in head:
        text = scene.text(block.span)
        for line in re.finditer(r"[^\n]+", text):
            found = list(find_bodies(line.group(), block.span.start + line.start()))
            if found:
                bodies.append(max(found, key=lambda m: m.span.end - m.span.start))
            dates += [(d.iso, Span(start=block.span.start + line.start() + d.start, end=block.span.start + line.start() + d.end)) for d in find_dates(line.group())]
    bodies = [b for i, b in enumerate(bodies) if all(b.name.lower() != o.name.lower() for o in bodies[:i])]
    for body, date in zip(bodies, dates, strict=False):
        yield body, date[0], "planned", Span(start=body.span.start, end=max(body.span.end, date[1].end)), "route-sheet-head"
    if to := fields.get("to"):
        for line in to.parts:
            text = scene.text(line)
            for body in list(find_bodies(text, line.start))[:1]:
                when = find_dates(text)
                yield body, when[0].iso if when else "", "planned", line, "route-sheet-to"
    for name, status in (("other-bodies", "considered"), ("council", "planned"), ("scrutiny", "planned")):
        field = fields.get(name)
        if field is None or re.match(r"^\s*(?:no\b|none|n/?a)", field.value.text, re.I):
            continue
        text = scene.text(field.value.span)
        for start, end in [(m.start(), m.end()) for m in re.finditer(r"[^\n;]+", text)]:
            line_text = text[start:end]
            when = find_dates(line_text)
            named = list(find_bodies(line_text, field.value.span.start + start))
            if named:
                planned = status == "planned" and (name != "scrutiny" or YES_DUE.search(line_text))
                yield named[0], when[0].iso if when else "", "planned" if planned else "considered", Span(start=field.value.span.start + start, end=field.value.span.start + end), "route-sheet-question"


# -- joining -------------------------------------------------------------------------------------------------------------


def same_title(a: str, b: str) -> bool:
    """Do two titles name one report? Most of the words of each must be in the other."""
    first, second = set(title_key(a).split()), set(title_key(b).split())
    if not first or not second:
        return False
    common = len(first & second)
    return common >= 0.75 * len(first | second) or (common == min(len(first), len(second)) and common >= 5)


def join(founds: list[Found], agenda_of: dict[int, int]) -> list[Found]:
    """A report in the pack and its item on the agenda are one: the sheet's facts with the item's place.

    `agenda_of` maps the position of a front-sheet report in `founds` to that of the agenda item's report.
    """
    out = list(founds)
    gone = set()
    for sheet, planned in agenda_of.items():
        item = out[planned]
        merged = replace(
            out[sheet].report, item=item.report.item, meeting=item.report.meeting, author=out[sheet].report.author or item.report.author,
        )  # fmt: skip
        out[planned] = Found(report=merged, routes=(*item.routes, *out[sheet].routes))
        gone.add(sheet)
    return [f for i, f in enumerate(out) if i not in gone]
