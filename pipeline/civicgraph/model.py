"""Every type that crosses a stage, and nothing else.

`Source` → read → `Document` → segment → `Part` → extract → `Findings` → link → `Register` → graph → N-Quads.

Offsets are half-open character offsets into `Document.text`, which never changes again once it is read; so every
value here that carries a `Span` can show the exact words that it stands on. `None` and "" mean that the document does
not say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# -- read ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open character offsets into `Document.text`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file as it was found."""

    path: str  # as the caller gave it, '/' between folders
    name: str  # file name: the `document` column of every table
    media_type: str  # IANA, "text/markdown"
    sha256: str  # of the bytes
    size: int  # bytes


BlockKind = Literal["heading", "paragraph", "list", "row", "rule"]
# What a format that has a place for it says that a block is; "" where only the layout tells.
Role = Literal[
    "", "council", "body", "date", "start", "end", "venue", "item", "private item", "decision", "label", "head"
]  # fmt: skip
PartKind = Literal["minutes", "agenda", "report", "decision-notice", "item", "register"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One unit of layout. Wrapped lines of a paragraph are one block; each line of a name list is its own.

    >>> # "(a)  To agree the minutes"  → marker "(a)", words "To agree the minutes"
    """

    kind: BlockKind
    span: Span  # with the marker, without the white space around
    words: Span  # without the marker
    marker: str = ""  # "1.", "(a)", "•", "27" as printed; "" where none
    level: int = 0  # heading: 1 is the highest, 0 unknown; list: depth from 0
    bold: bool = False  # all of its words are set in bold
    page: int = 0  # from 1; 0 where the format has no pages
    cells: tuple[Span, ...] = ()  # of a row; an empty cell is an empty span
    role: Role = ""
    place: str = (
        ""  # in the file, where it can be said: "AI4761" an anchor, "/meeting/attendees/attendee[3]" an element
    )
    identifier: str = ""  # of the thing that the block heads, in the words of the links to it: "MId=727", "AIId=4761"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Words of the file that are no part of what it says, and so not of the text: "Page 3 of 9", "Skip to content"."""

    words: str
    why: str  # "running head", "page number", "navigation"
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    source: Source
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()  # what the reader had to do: "decoded as Windows-1252"
    struck: tuple[Span, ...] = ()  # words that are struck through: they stand there and do not hold
    dropped: tuple[Dropped, ...] = ()
    kind: PartKind | None = None  # where the format has a place that says what the whole document is

    def quote(self, span: Span) -> str:
        """The exact words: the one way from a fact back to its source."""
        return self.text[span.start : span.end]


# -- segment ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A value and where it stands: text "2013-03-12" for the words "Tuesday, 12th March, 2013"."""

    text: str
    span: Span


AttendeeKind = Literal["councillor", "officer", "co-opted", "other"]
AttendanceStatus = Literal["present", "apologies", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An agenda item or minute with a heading of its own; blocks are indexes into `Document.blocks`."""

    number: str  # as printed, without the full stop: "27", "14/17", "8.4"; "" where none
    title: Quoted
    first: int  # the heading's block
    last: int  # one past its last block
    private: bool = False
    truncated: bool = False  # "… view the full minutes text for item 16"
    agenda_number: str = ""  # "(Item 5)" beside a minute number
    identifier: str = ""  # "AIId=4761"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """Lines that list people under one label: "Members:", "Apologies:", "Employees (by Directorate):"."""

    label: Quoted | None
    kind: AttendeeKind | None  # None: the label does not say
    status: AttendanceStatus
    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label and its value on a report's front sheet: "Ward(s) affected:" / "All"."""

    label: Quoted
    value: Quoted
    parts: tuple[Span, ...] = ()  # the lines of the value


Column = Literal[
    "person", "status", "present", "apologies", "absent", "role", "party", "ward", "representing", "substitute-for",
    "posts", "since", "until", "body", "ended", "date", "time",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a row of headings that are understood: "Attendee | Role | Attendance"."""

    columns: tuple[tuple[Column, int], ...]  # what a column tells, its place in a row; each once
    head: int  # block of the headings
    rows: tuple[int, ...]  # blocks

    def column(self, name: Column) -> int | None:
        return next((at for told, at in self.columns if told == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One agenda, record, report or notice inside a document; a pack has several. A register lists bodies, people or
    meetings, and nothing was decided in it."""

    kind: PartKind
    first: int  # blocks, half-open
    last: int
    span: Span
    council: Quoted | None = None
    body: Quoted | None = None
    date: Quoted | None = None  # ISO 8601 in text
    start: Quoted | None = None  # HH:MM in text
    end: Quoted | None = None
    venue: Quoted | None = None
    items: tuple[Item, ...] = ()
    names: tuple[NameList, ...] = ()
    fields: tuple[Field, ...] = ()
    tables: tuple[Table, ...] = ()
    identifier: str = ""  # of the meeting and its body: "CId=192&MId=727"


# -- extract ---------------------------------------------------------------------------------------------------------

MentionKind = Literal[
    "person", "post", "body", "directorate", "organisation", "council", "programme", "legislation", "ward"
]
Action = Literal[
    "approve", "note", "endorse", "recommend", "refer", "request", "delegate", "appoint", "establish", "defer",
    "schedule", "amend", "reject", "exclude", "undertake",
]  # fmt: skip
DecisionStatus = Literal["proposed", "resolved", "recorded"]
RouteStatus = Literal["considered", "planned", "recommended"]
SheetQuestion = Literal["key-decision", "wards", "scrutiny", "other-bodies", "council"]
ReferralStatus = Literal["proposed", "planned", "resolved", "recorded", "received"]
ReferralKind = Literal["refer", "recommend", "report-up", "call-in", "take-up"]
CitationKind = Literal["legislation", "minute", "decision"]
Answer = Literal["accepted", "partly", "noted", "rejected", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text. `name` is cleaned (white space, quotes, titles of people kept apart), never invented."""

    kind: MentionKind
    name: str
    span: Span
    rule: str
    acronym: str = ""  # where this mention defines one: "Multi Systemic Therapy (MST)"
    detail: str = ""  # finer kind: "scrutiny", "fund", "nhs"; honorific of a person: "Councillor"
    identifier: str = ""  # in the words of the council's own links: "UID=12", "CId=192"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the document says of a meeting that it is the agenda, record or notice of."""

    part: PartKind
    body: Mention | None
    date: str  # ISO, ""
    start: str  # HH:MM, ""
    end: str
    venue: str
    span: Span  # the words that name it
    identifier: str = ""  # "MId=727"
    committee: str = ""  # "CId=192", the id of the body


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeeting:
    """A line of a list of meetings. It identifies meetings that other documents record, and states none itself."""

    identifier: str  # "MId=727"
    committee: str  # "CId=192", "" where the list does not say
    body: str
    date: str  # ISO, ""
    start: str  # HH:MM, ""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteItem:
    meeting: int  # index into Findings.meetings
    number: str
    title: str
    span: Span  # of the title
    whole: Span
    planned: bool  # True: an agenda says it will be taken; False: the record says it was
    private: bool = False
    truncated: bool = False
    agenda_number: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    meeting: int
    person: Mention
    kind: AttendeeKind | None  # None: nothing says
    status: AttendanceStatus
    span: Span
    rule: str
    role: str = ""  # "Chair", as printed
    organisation: Mention | None = None  # directorate, council or partner that the list gives
    substitute_for: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHolding:
    person: Mention
    post: Mention
    span: Span
    rule: str
    organisation: Mention | None = None
    meeting: int | None = None
    former: bool = False
    ward: Mention | None = None  # of a councillor's seat
    party: str = ""  # as printed beside the seat
    since: str = ""  # ISO: the term of office, where the document states one
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAnswer:
    """What a report's front sheet answers to one of its questions."""

    question: SheetQuestion
    text: str
    span: Span  # with the question


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    title: str
    span: Span
    type: str  # "report", "briefing note", "presentation"
    rule: str
    meeting: int | None = None
    item: int | None = None
    author: Mention | None = None
    key_decision: bool | None = None
    reference: str = ""  # as printed beside "Decision No:", "Report Ref:"
    all_wards: bool = False
    answers: tuple[SheetAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A body and a report, or an entry of a list of what is planned, of which no paper may be written yet."""

    report: int | None
    body: Mention
    date: str
    status: RouteStatus
    span: Span
    rule: str
    entry: Quoted | None = None  # the title, where there is no report
    item: int | None = None  # of an entry: what it stands under
    meeting: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What a paper says is attached to a report, and the document does not have."""

    label: str  # "Appendix A"; "Appendices" where the words do not tell them apart
    title: str  # "" where they do not say it
    span: Span
    rule: str
    report: int | None
    item: int | None
    meeting: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    meeting: int | None
    item: int | None
    label: str
    status: DecisionStatus
    action: Action
    verb: str  # lemma of the operative verb, a narrower concept of the action where concepts.ttl has one
    text: Span  # the clause's own words
    span: Span  # with its lead-in: what a reader must see to believe it
    rule: str
    body: Mention | None = None
    targets: tuple[Mention, ...] = ()
    consulted: tuple[Mention, ...] = ()
    due: Quoted | None = None  # text: the words used
    ground: Quoted | None = None  # of an exclusion
    limit: Quoted | None = None  # of a delegation
    entry: Quoted | None = None  # title of the entry of a list that the clause is about
    mover: Mention | None = None
    seconder: Mention | None = None
    resolution: Span | None = None  # the block of clauses under one marker
    again: tuple[Span, ...] = ()  # where it is printed once more: under "Decision" and under "Minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    what: Quoted  # the title of the report, item or decision
    sender: Mention | None  # None for the body that met where the page does not name it
    recipient: Mention | None
    status: ReferralStatus
    kind: ReferralKind
    span: Span
    rule: str
    report: int | None = None
    item: int | None = None
    decision: int | None = None
    sent_on: str = ""  # ISO 8601: the day of the sender's meeting, where the paper that takes it up names it


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a body that received recommendations answered."""

    referral: int
    answer: Answer
    span: Span
    rule: str
    decision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    item: int | None
    meeting: int | None
    division: int  # of the item, from 1
    outcome: str  # "carried", "lost", ""
    votes_for: int | None
    against: int | None
    abstain: int | None
    motion: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    vote: int
    person: Mention
    choice: Literal["for", "against", "abstain"]
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    meeting: int
    minutes_of: str  # ISO
    span: Span
    rule: str
    item: int | None = None
    body: Mention | None = None  # where the minutes are those of another body, a sub-committee's say


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    kind: CitationKind
    target: str
    span: Span
    rule: str
    item: int | None = None
    provision: str = ""
    iri: str = ""
    body: Mention | None = None  # of a minute: whose it is, where the words beside its number say so
    date: str = ""  # ISO, or "--06-03" without a year: of the meeting whose minute it is, where they say so
    here: bool = False  # "Minute 15 above", "Minute 20 below"
    elsewhere: bool = False  # of somebody whom the words name, and who is not known as a body


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """An interest that a member declared."""

    person: Mention
    span: Span
    rule: str
    item: int | None = None
    meeting: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    value: str  # decimal, "850000"
    currency: str  # ISO 4217
    role: str  # "cost", "saving", "grant", "shortfall", "overspend", "payment", ""
    span: Span
    rule: str
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A cue that was seen and not understood: listed, never dropped."""

    cue: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name that a statistical model found and no rule explains: shown as such, and never a fact."""

    mention: Mention
    score: float  # share of such candidates that were right where it was counted, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """From this character of the text on, what stands there is at this place of the file."""

    start: int
    fragment: str  # what follows "#" in an address: "page=7" (RFC 8118), "AI4761", "xpointer(/meeting/attendees[1])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one document states. Indexes (`meeting`, `item`, `report` …) point into the tuples beside them."""

    source: Source
    text_sha256: str
    characters: int
    council: Mention | None = None
    meetings: tuple[Meeting, ...] = ()
    listed: tuple[ListedMeeting, ...] = ()
    items: tuple[MinuteItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    posts: tuple[PostHolding, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reports: tuple[Report, ...] = ()
    routes: tuple[Route, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    appended: tuple[str, ...] = ()  # what a paper may call this document that is attached to it, as compared; sorted
    decisions: tuple[Decision, ...] = ()
    referrals: tuple[Referral, ...] = ()
    responses: tuple[Response, ...] = ()
    votes: tuple[Vote, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    approvals: tuple[Approval, ...] = ()
    citations: tuple[Citation, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    amounts: tuple[Amount, ...] = ()
    cues: int = 0  # sentences that announce an outcome
    understood: int = 0  # of them, those on which a statement stands; the others are among `problems`
    problems: tuple[Problem, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()  # in the order of the text; none where the format has no places

    @property
    def key(self) -> str:
        """Tells documents apart: two files of one name, and one file under two names."""
        return f"{self.source.sha256}/{self.source.name}"


# -- what a person says ----------------------------------------------------------------------------------------------

Act = Literal["same", "different", "rename", "add-name", "drop"]
FactTable = Literal[
    "attendance", "posts", "reports", "routes", "decisions", "targets", "referrals", "votes", "ballots", "approvals",
    "citations",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Correction:
    """One line of corrections.csv. It names things by what documents print, so that it holds when they are read again;
    "" is an empty cell."""

    act: Act
    kind: MentionKind | Literal[""] = ""  # "" of a fact
    council: str = ""
    name: str = ""  # as printed
    document: str = ""  # file name; "": all documents of the council
    other_name: str = ""
    other_document: str = ""
    table: FactTable | Literal[""] = ""  # of a fact
    quote: str = ""  # the words on which the fact stands
    value: str = ""  # the name that a person gives, or a cell of the fact's row
    by: str
    on: str  # ISO day
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What came of a correction."""

    correction: Correction
    about: tuple[str, ...] = ()  # IRIs of the things or facts that it is about, sorted
    before: str = ""  # the label that a chosen one stands for
    unfit: str = ""  # where it fits nothing: why


# -- link ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a name was taken for an entity, or left open: one line that a person can check."""

    feature: str  # what was found, in words: "the same given name and surname"
    value: str  # what was seen: "Ed Ruane / E Ruane"
    score: float = 0.0  # what it counts for or against one thing; 0 where nothing is weighed


Use = tuple[str, str]  # (document, name as printed there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two names of one kind compared: what speaks for one thing, and against it."""

    left: Use
    right: Use
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Two entities that may be one: the text leaves it open, and so does the graph."""

    left: str  # IRI
    right: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One body that went on under another name: "Children and Young People Scrutiny Board (Scrutiny Board 2)" of 2013
    as "Education and Children's Services Scrutiny Board (2)". `judgement` has the names and documents of the two days.
    """

    older: str  # IRI
    newer: str
    last: str  # day of the last document that names the older
    first: str  # day of the first that names the newer
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing of the world under all its names. `iri` is minted by `ids`."""

    iri: str
    kind: MentionKind
    label: str
    names: tuple[str, ...] = ()  # every form seen, label included, sorted
    council: str = ""  # iri of the council it belongs to
    notation: str = ""  # "2" of "Scrutiny Board (2)"
    acronym: str = ""
    detail: str = ""  # body kind, programme kind, organisation kind
    parent: str = ""  # iri: parent body of a sub-group, body whose chair or only member a post is
    same_as: tuple[str, ...] = ()  # the world's identifiers
    identifiers: tuple[str, ...] = ()  # the council's own: "CId=192"
    reasons: tuple[Reason, ...] = ()
    joins: tuple[Judgement, ...] = ()  # by which its names became one, the surest first
    chosen: str = ""  # the label that a person gave it, which every document's own gives way to


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """Which meeting it is that a document describes without naming it in full."""

    iri: str
    body: str  # IRI of the body that met
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One report, wherever it stands: on an agenda, in a pack, in the minutes, before several bodies."""

    iri: str
    title: str
    council: str
    titles: tuple[str, ...]  # every form seen, sorted
    reference: str = ""  # "24/00096"
    joins: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a citation of a minute or of a numbered decision means, or why that is not known."""

    reason: Reason
    iri: str = ""  # of the item or work; "" while the citation dangles
    candidates: tuple[str, ...] = ()  # IRIs of items that it may mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What minutes show of an entry of a work programme."""

    item: str = ""  # IRI of the one item of the planned day that has its title
    candidates: tuple[str, ...] = ()  # IRIs of items that may be it, sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """One item of a matter and the next one that something joins to it."""

    earlier: str  # IRI of the item
    later: str
    stated: bool  # a paper says that the one follows from the other
    named: tuple[str, str]  # the items as a person finds them: "‘Bus Fares’ (item 7 of Transport Board, 2024-06-03)"
    reasons: tuple[Reason, ...]
    doubt: str  # what no paper says; "" where it is stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a council deals with at one meeting after another."""

    iri: str
    title: str  # that of the first item
    council: str
    titles: tuple[str, ...]  # every one seen, sorted
    items: tuple[str, ...]  # IRIs, those planned and those held; an item that only lists the matter is none of them
    continued: tuple[Continuation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Every entity under all its names, and which entity a name means in which document (`Findings.key`)."""

    base: str  # what IRIs are minted under
    entities: dict[str, Entity]  # by IRI
    links: dict[tuple[str, MentionKind, str], str]  # (document, kind, name) → IRI
    councils: dict[str, str]  # document → IRI of its council
    documents: dict[str, str]  # document → its IRI
    meetings: dict[tuple[str, int], str]  # (document, index of its meeting) → IRI
    successions: tuple[Succession, ...]  # sorted
    identified: dict[tuple[str, int], Identified] = field(default_factory=dict)  # (document, index of its meeting)
    placed: dict[str, Reason] = field(default_factory=dict)  # document that names no council → why it has one
    unsure: tuple[Unsure, ...] = ()  # what was left open, sorted
    corrected: tuple[Corrected, ...] = ()  # what came of the corrections of names, sorted
    drops: tuple[Correction, ...] = ()  # the facts that a person dropped, sorted
    works: tuple[Work, ...] = ()
    reports: dict[tuple[str, int], str] = field(default_factory=dict)  # (document, index of its report) → IRI of a work
    items: dict[tuple[str, int], str] = field(default_factory=dict)  # (document, index of its item) → the same
    references: dict[tuple[str, int], Reference] = field(default_factory=dict)  # (document, index of its citation)
    taken: dict[tuple[str, int], Taken] = field(default_factory=dict)  # (document, index of its route) → of an entry
    matters: tuple[Matter, ...] = ()

    def entity(self, findings: Findings, mention: Mention) -> Entity | None:
        """What a name means in a document; None where that was left open."""
        iri = self.links.get((findings.key, mention.kind, mention.name))
        return self.entities[iri] if iri else None
