"""One entry of a list of people: who, with what post, for whom, and whether elected.

>>> # "Councillor A Lee (Chair)", "Clerk: Mrs J Birch", "Anytown Museum - Ms R Hall", "Ann Lee, Director of Place"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from civicgraph.extract.people.beside import ELECTED, affiliation_at, post_at
from civicgraph.extract.people.context import ListContext
from civicgraph.extract.people.details import details_of
from civicgraph.extract.people.kinds import POLICE, kind_of
from civicgraph.extract.people.letters import is_acronym
from civicgraph.extract.people.name_end import FOR_BODY, name_end
from civicgraph.extract.people.person import person_mention
from civicgraph.extract.people.post_first import BY_BRACKET, post_first
from civicgraph.extract.scene import Scene
from civicgraph.model import AttendeeKind, Mention, Span
from civicgraph.values import honorifics
from civicgraph.values.names import after_post, parse_person
from civicgraph.values.text import fold, squash

BOROUGH = re.compile(r"LB\s+(?:of\s+)?[A-Z]")  # "…, Director of Care, LB Anytown": initials of nobody
CELL = re.compile(r"\t|\s[|/]\s")  # between the cells of a row
OF_CLERK = re.compile(r"(?:the )?(?:Parish |Town )?clerk", re.I)
# "Communications (Mrs C Hale)", "Northwater (Mr A Lee)": a word of a post or a body, and who came for it.
OF_ONE = re.compile(rf"[A-Z][\w'-]+\s\((?P<who>{honorifics.CIVIL}\.?\s[^()]{{3,40}})\)")
OFFICE = re.compile(r"\b(?:(?:Deputy|Depute)\s+)?(?:(?:Lord\s+)?(?:Mayor|Provost)|Cathaoirleach)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    person: Mention
    kind: AttendeeKind
    role: Mention | None = None
    organisation: Mention | None = None
    substitute_for: Mention | None = None


def read_entry(scene: Scene, start: int, end: int, context: ListContext) -> Entry | None:
    """One entry, or None where the words name no person."""
    text = scene.folded[start:end]
    if BOROUGH.match(text):
        return None
    role = organisation = None
    if (within := OF_ONE.match(text)) and context.names.kind != "councillor":
        start += within.start("who")
        text = scene.folded[start : start + len(within["who"])]
        end = start + len(text)
    if BY_BRACKET.match(text) is None and (at := after_post(text.partition("(")[0].partition(",")[0])):
        role, start = post_at(scene, start, start + at), start + at
        text = scene.folded[start:end]
    if posted := post_first(scene, start, end):
        (person, role), cut_end = posted, end
    else:
        cell = CELL.split(scene.document.text[start:end], maxsplit=1)[0]  # a post stands in the cell beside the name
        cell = cell if parse_person(fold(cell), listed=True) else text  # "Cyng / Cllr A Lee"
        cut_end = start + name_end(text[: len(cell)], listed=context.listed)
        found = person_mention(
            scene.folded, start, cut_end, "attendance-list", listed=context.listed, headed=context.elected
        )
        if found is None:
            return None
        person = found
    if ":" in person.name or is_acronym(person, text, elected=context.elected):
        return None  # "Distribution: the clerk's file", "GMCA - Treasurer"
    role = role or _office_before(scene, start, person)
    if person.detail and (rank := POLICE.match(scene.folded, start, person.span.start)):
        role = role or post_at(scene, start, rank.end())  # "PCSO Webb"
    sent = FOR_BODY.match(scene.folded, cut_end, end)
    if sent:  # "Jane Scott representing NALC"
        organisation, cut_end = affiliation_at(scene, sent.end(), end), end
    said = details_of(scene, person, start, cut_end, end, context)
    role = role or said.role
    organisation = organisation or said.organisation or context.organisation
    if role and ELECTED.match(person.name) and OF_CLERK.fullmatch(role.name):
        role = None  # "District Councillor Lee, the clerk and three residents"
    kind = "councillor" if said.elected else kind_of(person, role, organisation, context, sent=sent is not None)
    if said.co_opted and not ELECTED.search(person.detail):
        kind = "co-opted"
    return Entry(
        person=person, role=role, organisation=organisation, substitute_for=said.substitute,
        kind=kind,
    )  # fmt: skip


def with_post(entry: Entry, role: Mention, context: ListContext) -> Entry:
    """The entry of one whose post is printed on the line below."""
    return replace(entry, role=role, kind=kind_of(entry.person, role, entry.organisation, context, sent=False))


def _office_before(scene: Scene, start: int, person: Mention) -> Mention | None:
    """The office that stands before a name: "Provost Ailsa Drummond", "The Right Worshipful the Mayor,
    Councillor Lee"."""
    found = OFFICE.search(scene.folded, start, person.span.start)
    if found is None:
        return None
    return Mention(
        kind="post", name=squash(found.group()), span=Span(start=found.start(), end=found.end()), rule="attendance-role"
    )
