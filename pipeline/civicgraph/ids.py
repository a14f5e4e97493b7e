"""Minting IRIs: the one place. Readable and stable, from names, dates and numbers; never a counter of everything.

Every function returns an absolute IRI of `[A-Za-z0-9-._~/#=,:]` under the base or the IRI that it is given, so it can
be written into N-Triples as it is. Two things with one slug are the caller's to tell apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

BASE = "https://w3id.org/civicgraph/id/"

_LETTERS = str.maketrans(
    {"\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d",
     "\u00fe": "th", "\u0131": "i", "&": " and ", "+": " and ", "\u00a3": " gbp ", "\u20ac": " eur ", "%": " per cent ",
     "'": "", "\u2019": "", "\u2018": "", "`": "", "\u00b4": "", "\u02bc": ""}
)  # fmt: skip
_NOT_SLUG = re.compile(r"[^a-z0-9]++")
_NOT_SEGMENT = re.compile(r"[^A-Za-z0-9._~-]++")
_ABSOLUTE = re.compile(r"https?://[A-Za-z0-9.-]{1,255}[A-Za-z0-9._~/#=,:-]{0,2000}")


def slug(text: str, limit: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens, at most `limit` characters, cut at a word; never empty.

    >>> slug("Children\u2019s Services & Education Scrutiny Board (2)")
    'childrens-services-and-education-scrutiny-board-2'
    """
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    made = _NOT_SLUG.sub("-", plain).strip("-")
    if len(made) > limit:
        cut = made[: limit + 1].rpartition("-")[0]
        made = cut or made[:limit]
    return made or "unnamed"


def _segment(text: str) -> str:
    """A number as printed, safe in a path: "14/17" → "14-17", "8.4" and "24-00109" as they are."""
    return _NOT_SEGMENT.sub("-", text).strip("-.") or "unnamed"


def _under(base: str, *segments: str) -> str:
    return "/".join((base.rstrip("/"), *segments))


# -- lasting things --------------------------------------------------------------------------------------------------


def council(base: str, name: str) -> str:
    """`{base}coventry-city-council`; "" gives `{base}unknown-council`."""
    return _under(base, slug(name) if name.strip() else "unknown-council")


def body(council: str, name: str) -> str:
    return _under(council, "body", slug(name))


def person(council: str, name: str) -> str:
    return _under(council, "person", slug(name))


def post(council: str, name: str) -> str:
    return _under(council, "post", slug(name))


def directorate(council: str, name: str) -> str:
    return _under(council, "directorate", slug(name))


def programme(council: str, name: str) -> str:
    return _under(council, "programme", slug(name))


def ward(council: str, name: str) -> str:
    return _under(council, "ward", slug(name))


def organisation(base: str, name: str) -> str:
    return _under(base, "organisation", slug(name))


def legislation(base: str, title: str, known: str = "") -> str:
    """`known`, the legislation.gov.uk id URI, where there is one; else minted from the title."""
    return known if _ABSOLUTE.fullmatch(known) else _under(base, "legislation", slug(title))


def provision(act: str, path: str) -> str:
    """`{act}/section/149`, as legislation.gov.uk writes it, under the Act's own identifier."""
    return f"{act}/{path}"


# -- meetings and what they do ---------------------------------------------------------------------------------------


def meeting(council: str, body: str, date: str, *, time: str = "", document: str = "") -> str:
    """`{council}/meeting/{body}/{date}`; `time` ("14:00") only where the body meets twice that day.

    Without a body or a date: `{council}/meeting/{document}` from the name of the file that records it.
    """
    if not (body.strip() and date.strip()):
        return _under(council, "meeting", slug(document or body or date))
    clock = "-" + re.sub(r"\D", "", time) if time else ""
    return _under(council, "meeting", slug(body), _segment(date) + clock)


def item(meeting: str, number: str = "", title: str = "") -> str:
    """`{meeting}/item/27`, and by its title where nothing is printed: `{meeting}/item/apologies`."""
    return _under(meeting, "item", _segment(number) if number.strip() else slug(title))


def items(lines: Iterable[tuple[str, str, str, bool]]) -> list[str]:
    """The items of one document, in their order, from (IRI of the meeting, number, title, planned).

    What an agenda plans is `{meeting}/agenda/5`. Two items under one number or title: the order tells them apart, `~2`.
    """
    made: list[str] = []
    met: Counter[str] = Counter()
    for meeting_iri, number, title, planned in lines:
        one = item(meeting_iri, number, title)
        if planned:
            one = _under(meeting_iri, "agenda", one.rsplit("/", 1)[1])
        met[one] += 1
        made.append(one if met[one] == 1 else f"{one}~{met[one]}")
    return made


def decision(item: str, status: str, label: str = "", action: str = "", text: str = "") -> str:
    """`{item}/decision/resolved-2-note`; without a label by its words: `…/recorded-note-noted-the-report`.

    The action is always in it: one clause may do two things, and two records of a meeting may read it differently.
    """
    words = _segment(label.strip(" ().:").lower()) if label.strip() else ""
    says = slug(text, 40) if text.strip() and not words else ""
    return _under(item, "decision", "-".join(filter(None, (slug(status), words, slug(action), says))))


def resolution(item: str, label: str = "") -> str:
    return _under(item, "resolution", _segment(label.lower()) if label.strip() else "1")


def attendance(meeting: str, person: str) -> str:
    """`{meeting}/attendance/{person}`, by the last segment where the person's IRI is given."""
    return _under(meeting, "attendance", _last(person))


def _last(name: str) -> str:
    return slug(name.rstrip("/").rpartition("/")[2])


def report(item: str, title: str) -> str:
    """Under an item, a meeting or, where neither is known, a document."""
    return _under(item, "report", slug(title))


def work(council: str, *where: str, title: str = "", reference: str = "") -> str:
    """A report wherever it stands: `{council}/work/24-00096` by its printed number, else by the body and day that it
    came to first, or the document, and its title: `{council}/work/cabinet/2017-10-31/regional-adoption-agency`."""
    if reference:
        return _under(council, "work", _segment(reference))
    return _under(council, "work", *map(_segment, filter(None, where)), slug(title))


def matter(council: str, body: str, date: str, title: str) -> str:
    """By the item that it began with: `{council}/matter/transport-board/2024-06-03/bus-fares`."""
    return _under(council, "matter", _last(body), _segment(date), slug(title))


def continuation(earlier: str, later: str) -> str:
    """`{earlier item}/follow-up/continuation/{body, day and number of the later}`."""
    return _under(earlier, "follow-up", "continuation", slug("-".join(later.rsplit("/", 4)[1:]), 200))


def unsure(one: str, other: str) -> str:
    """Two things of which it was left open whether they are one: `{one}/perhaps/{the path of the other}`."""
    apart = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return _under(one, "perhaps", slug(other[other.rfind("/", 0, apart) + 1 :], 200))


def sheet_answer(report: str, question: str) -> str:
    """What the report's front sheet answers: `{report}/sheet/wards`."""
    return _under(report, "sheet", question)


def route(report: str, body: str, date: str = "") -> str:
    return _under(report, "route", _last(body) + (f"-{_segment(date)}" if date else ""))


def attachment(paper: str, label: str) -> str:
    return _under(paper, "attachment", slug(label))


def plan(place: str, entry: str) -> str:
    """An entry of a work programme, by its title: what its route is minted under."""
    return _under(place, "plan", slug(entry))


def referral(item: str, sender: str, recipient: str, what: str) -> str:
    """`{item}/referral/{sender}-to-{recipient}/{what}`, sender and recipient by IRI or name."""
    return _under(item, "referral", f"{_last(sender)}-to-{_last(recipient)}", slug(what))


def response(referral: str, answer: str) -> str:
    return _under(referral, "response", slug(answer))


def vote(item: str, division: int) -> str:
    return _under(item, "vote", str(division))


def ballot(vote: str, person: str) -> str:
    return _under(vote, "ballot", _last(person))


def approval(meeting: str, minutes_of: str) -> str:
    return _under(meeting, "approval", _segment(minutes_of))


def citation(item: str, kind: str, target: str, provision: str = "") -> str:
    return _under(item, "citation", slug(kind), slug(f"{target} {provision}"))


def declaration(meeting: str, person: str, item_number: str = "") -> str:
    return _under(meeting, "declaration", _last(person) + (f"-item-{_segment(item_number)}" if item_number else ""))


def amount(item: str, value: str, currency: str, start: int) -> str:
    """With its place in the text: one item may name one sum twice, for different things."""
    return _under(item, "amount", f"{_segment(currency.lower())}-{_segment(value)}-{start}")


def holding(person: str, post: str, date: str = "") -> str:
    return _under(person, "holding", _last(post) + (f"-{_segment(date)}" if date else ""))


def seat(person: str, ward: str) -> str:
    """A councillor's, by the ward: `{person}/seat/bush-fair`."""
    return _under(person, "seat", _last(ward))


def term(person: str, since: str, until: str = "") -> str:
    """A term of office by its first day: `{person}/term/2011-05-05`; by its last where that alone is known."""
    return _under(person, "term", _segment(since) if since else f"to-{_segment(until)}")


def beside(iri: str, name: str) -> str:
    """A thing of the same kind and council under another name: `{council}/body/{name}` beside `{council}/body/x`."""
    return _under(iri.rpartition("/")[0], slug(name))


# -- where it is written ---------------------------------------------------------------------------------------------


def document(base: str, name: str) -> str:
    """`{base}document/{slug of the file's name, ending included}`: "minutes.md" and "minutes.pdf" are two."""
    return _under(base, "document", slug(name, 120))


def evidence(document: str, start: int, end: int) -> str:
    """A text fragment after RFC 5147: `{document}#char=120,164`."""
    return f"{document}#char={start},{end}"


def problem(document: str, start: int, end: int) -> str:
    return f"{document}#problem={start},{end}"


def candidate(document: str, start: int, end: int) -> str:
    return f"{document}#candidate={start},{end}"


def succession(older: str, newer: str) -> str:
    """Between two bodies of a council: `{council}/succession/scrutiny-board-2-to-education-scrutiny-board-2`."""
    return _under(older.rsplit("/", 2)[0], "succession", f"{_last(older)}-to-{_last(newer)}")


def software_agent(base: str, version: str) -> str:
    return _under(base, "software", f"civicgraph-{_segment(version)}")


def correction(base: str, act: str, *said: str) -> str:
    """By what it says, never by its line: `{base}correction/same/person/barset-county-council/j-bold/jane-bold`."""
    return _under(base, "correction", act, *(slug(one, 60) for one in said if one))


def rule_graph(base: str, name: str) -> str:
    """The named graph of what one rule derives: `{base}rule/identity`."""
    return _under(base, "rule", slug(name))
