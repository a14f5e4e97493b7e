"""One entry of a list of people: who, with what post, for whom, and whether elected.

>>> # "Councillor A Lee (Chair)", "Clerk: Mrs J Birch", "Anytown Museum - Ms R Hall", "Ann Lee, Director of Place"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from civicgraph.extract.names.bodies import HEADS as BODY_HEADS
from civicgraph.extract.names.organisations import HEADS as ORGANISATION_HEADS
from civicgraph.extract.names.posts import HEADS as POST_HEADS
from civicgraph.extract.people.beside import (
    CHAIRING,
    CO_OPTED,
    DESCRIBES,
    DIRECTORATE,
    ELECTED,
    ELECTED_POST,
    IGNORED,
    IN_CHAIR,
    NAMES_UNIT,
    OFFICER_POST,
    OUTSIDE,
    PORTFOLIO,
    POST_ENDS,
    REPRESENTS,
    SUBSTITUTE,
    TITLES,
    affiliation_at,
    is_authority,
    is_code,
    is_post,
    post_at,
)
from civicgraph.extract.people.person import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import AttendeeKind, Mention, NameList, Span
from civicgraph.values import honorifics
from civicgraph.values.gazetteer import party_of, postnominals
from civicgraph.values.names import after_post, is_given_name, is_surname, parse_person
from civicgraph.values.text import fold, squash

CIVIL = re.compile(rf"^(?:{honorifics.CIVIL}|{honorifics.CLERGY})\b")
CODED = re.compile(r"\s*[A-Z]{2,4},\s+(?=[A-Z]|in the chair)")
# Labels, in Welsh too, over the members and over those who came besides.
ROLL = re.compile(r"(?:in )?attend(?:ing|ance)|sederunt|those present|roll\b")  # of members, where it is the first
MEMBERS = re.compile(r"(?:members? )?(?:present|presennol|attended|attendees)")
ALSO = re.compile(r"\b(?:in attendance|attending|hefyd)\b", re.I)
TIER = r"(?:Ward|County|District|Borough|City|Town|Parish|Community|Unitary)"
# Beside a name: "County Councillor", "Barset County Councillor and Weir District Councillor".
ELECTED_FOR = re.compile(rf"(?:[A-Z][\w'-]+\s+){{0,3}}?(?:{TIER}\s+)?{honorifics.MEMBER}\b(?!\s+[A-Z])")
POLICE = re.compile(rf"{honorifics.POLICE}\b")
CLERGY = re.compile(r"Reverend|Canon|Father|Bishop|Imam|Rabbi|Pastor|Archdeacon")
# "Al Kent (Nita Patel substituting)"
SUBSTITUTED = re.compile(
    r"(?P<name>[A-Z][\w.' -]{3,40}?)(?:,\s[A-Z][^(),]{3,60}?)?\s+(?:substitut|deputi[sz]|attend)(?:ing|ed)\b"
)
# "Al Kent (who was replaced by Nita Patel)"
REPLACED = re.compile(
    r"(?:who\s+)?(?:(?:was|is|has\s+been|had\s+been)\s+)?(?:replaced|substituted)\s+by\s+"
    r"(?P<name>[A-Z][\w.' -]{3,40}?)\s*\.?$"
)
# "Chief Executive - J Dixey Director of Operations - G Grey Clerk - A Cole": posts and names by turns.
BY_TURNS = re.compile(
    r"(?P<post>[A-Z][^:\n]{2,80}?)\s+-\s+(?P<who>(?:[A-Z]\.?\s){1,3}[A-Z][\w'-]{1,24}|[A-Z][a-z'-]{1,20}\s[A-Z][\w'-]{1,24})"
    r"(?:[,;]?\s+(?=[A-Z])|\s*$)"
)
BOROUGH = re.compile(r"LB\s+(?:of\s+)?[A-Z]")  # "…, Director of Care, LB Anytown": initials of nobody
BEARER = re.compile(
    r"(?:Hon(?:orary|\.)?\s)?(?:Secretary|Treasurer)(?:\s?(?:/|&|and)\s?(?:Secretary|Treasurer))?", re.I
)  # of a community council, a member
BY_LETTERS = re.compile(r"[A-Z]{1,4}C\b")  # "Cllr Ann Bell ACC County Councillor"
LETTERS = re.compile(r"[A-Z]{3,6}")
CELL = re.compile(r"\t|\s[|/]\s")  # between the cells of a row
OF_CLERK = re.compile(r"(?:the )?(?:Parish |Town )?clerk", re.I)
# "Communications (Mrs C Hale)", "Northwater (Mr A Lee)": a word of a post or a body, and who came for it.
OF_ONE = re.compile(rf"[A-Z][\w'-]+\s\((?P<who>{honorifics.CIVIL}\.?\s[^()]{{3,40}})\)")
BRACKET = re.compile(r"[(\[]((?:[^()\[\]\n]|\([^()\n]{1,40}\)){1,120}+(?:\n{1,2}[^()\[\]\n]{1,80})?)[)\]]")
CUT = re.compile(
    r"\s+-\s+|-(?=(?:Vice[- ]?)?(?:Chair|Clerk|Convener|Mayor))|(?<=\w)\s*-\s+(?=[A-Z])|,\s+(?=[A-Z(]|in the\b)|:\s+"
    r"|(?<![\n ])[ ]{3,}(?=[A-Z])"  # a column, not the margin of a line that goes on
)
FOR_BODY = re.compile(r"\s+(?:representing|on behalf of|from|of|for(?=[^,;()]{3,40}\bWard\b))\s+(?:the\s+)?(?=[A-Z])")
# In the bracket a title, initials or a given name with a surname: "(Ms L Farrow)", "(C Dewing)", "(Ann Lee)".
IN_BRACKET = (
    rf"(?:{TITLES}\s*[^()\n]{{3,40}}|(?:[A-Z]\.?\s?){{1,3}}\s?[A-Z][\w'-]{{1,24}}"
    r"|[A-Z][a-z'-]{1,20}\s[A-Z][\w'-]{1,24})"
)
BY_BRACKET = re.compile(rf"^(?P<post>[^()\n]{{3,120}}?(?:\n[^()\n]{{1,80}}?)?)\s*\(\s?(?P<who>{IN_BRACKET})\)")
POST_FIRST = re.compile(
    rf"^(?P<post>[A-Z](?:(?!,\s{TITLES}\s|,\s[A-Z]\.?\s)[^:()\n]){{2,90}}?)(?:\s*:\s*|\s+-\s+|-\s+)(?P<who>[A-Z].{{2,60}})$",
    re.S,
)
CLERK = re.compile(
    r"^(?:[Tt]he\s+)?(?P<post>(?:(?:Parish|Town|Community|Assistant|Deputy|Vice|Acting|Council|Locum)[\s-]+){0,2}(?:[Cc]lerk|RFO"
    r"|Chief Executive|Treasurer|Secretary|Chair(?:man|person)?|Translator|Interpreter)"
    r"(?:\s+(?:and|&)\s+RFO|\s+to\s+(?:the\s+)?"
    r"(?:\w+\s+)?Council)?),?\s+(?P<who>[A-Z].{2,40})$",
    re.S,
)
ANOTHER = re.compile(rf"\s{honorifics.MEMBER}\b")  # "Vice Chairman A Lee Cllr B Shah"
UNFILLED = re.compile(
    r"\([^()\n]{2,60}\)[,;]"
)  # "Service Manager (Homelessness), Clerk (Ann Lee)": a post, nobody named
AFTER_LAST = 40  # characters after the last bracket; more of them are names in another form
BODY_FIRST = re.compile(rf"^(?P<body>[^()\n]{{2,70}}?)(?:\s*:\s*|\s+-\s+)(?={TITLES})")
OFFICE = re.compile(r"\b(?:(?:Deputy|Depute)\s+)?(?:(?:Lord\s+)?(?:Mayor|Provost)|Cathaoirleach)\b", re.I)
JOINT = re.compile(r"^[\s,;]*(?:and\s+)?")
FIRST_OF_POST = re.compile(
    r"(?:Assistant|Deputy|Senior|Principal|Acting|Interim|Lead|Chief|Head|Director|Clerk|Town|Parish|Committee|Democratic|Co-?opted"
    r"|Chair(?:man)?|Vice|Mayor|Cabinet|Portfolio|Leader|Treasurer|Secretary|Solicitor|Officer|Manager|Reporter)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    person: Mention
    kind: AttendeeKind
    role: Mention | None = None
    organisation: Mention | None = None
    substitute_for: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext:
    """What the list says of all its people."""

    names: NameList
    label: str
    listed: bool  # is every entry a name, known or not?
    has_titles: bool  # do councillors have their title in this list?
    elected: bool = False  # does "Councillors" head the names here?
    by_custom: bool = False  # have only the women a title: "C.M. Ray, Mrs M.J. Ray"
    sole: bool = False  # is it the first list of those present?
    unpaid: bool = False  # a community council, which has no staff but a clerk
    organisation: Mention | None = None  # "Anytown Museum - Ms R Hall, Mr T Lee"


def read_entry(scene: Scene, start: int, end: int, context: ListContext) -> Entry | None:
    """One entry, or None where the words name no person."""
    text = scene.folded[start:end]
    if BOROUGH.match(text):
        return None
    role = organisation = substitute = None
    person, cut_end = None, start
    if (within := OF_ONE.match(text)) and context.names.kind != "councillor":
        start += within.start("who")
        text = scene.folded[start : start + len(within["who"])]
        end, cut_end = start + len(text), start
    if BY_BRACKET.match(text) is None and (at := after_post(text.partition("(")[0].partition(",")[0])):
        role, start = post_at(scene, start, start + at), start + at
        text = scene.folded[start:end]
    for form in (BY_BRACKET, POST_FIRST, CLERK):
        if (found := form.match(text)) and is_post(found["post"]) and not POST_HEADS.search(found["who"].split(",")[0]):
            sure = form is CLERK or parse_person(found["who"]) is not None
            name = found["who"].partition("(")[0].rstrip()  # "Chairman N. Towers (NT)"
            at = start + found.start("who")
            person = person_mention(scene.folded, at, at + len(name), "attendance-list", listed=True)
            if person and sure:
                role, cut_end = post_at(scene, start, start + found.end("post")), end
                break
            person = None
    if person is None:
        cell = CELL.split(scene.document.text[start:end], maxsplit=1)[0]  # a post stands in the cell beside the name
        cell = cell if parse_person(fold(cell), listed=True) else text  # "Cyng / Cllr A Lee"
        stop = start + _name_end(text[: len(cell)], listed=context.listed)
        person = person_mention(
            scene.folded, start, stop, "attendance-list", listed=context.listed, headed=context.elected
        )
        cut_end = stop
    if person is None:
        return None
    if ":" in person.name or _is_acronym(person, text, context):
        return None  # "Distribution: the clerk's file", "GMCA - Treasurer"
    role = role or _office_before(scene, start, person)
    if person.detail and (rank := POLICE.match(scene.folded, start, person.span.start)):
        role = role or post_at(scene, start, rank.end())  # "PCSO Webb"
    elected = False
    sent = FOR_BODY.match(scene.folded, cut_end, end)
    if sent:  # "Jane Scott representing NALC"
        organisation, cut_end = affiliation_at(scene, sent.end(), end), end
    for a, b in _details(scene.folded, cut_end, end):
        if code := CODED.match(scene.folded, a, b):
            a = code.end()  # "J Frank (JF, Clerk)"
        inner = scene.folded[a:b].strip(" ,;:-\n\t|/")
        if inner.startswith("and ") or scene.folded[start:a].endswith(", and"):
            continue  # "Ann Lee, and Chair of the Forum": somebody else
        if by := SUBSTITUTED.match(inner) or REPLACED.match(inner):
            at = scene.folded.index(by["name"], a)
            substitute = person_mention(scene.folded, at, at + len(by["name"]), "attendance-substitute")
            continue
        if sub := SUBSTITUTE.search(inner):
            if sub["name"]:
                at = scene.folded.index(sub["name"], a)
                substitute = person_mention(
                    scene.folded, at, at + len(sub["name"]), "attendance-substitute", listed=True
                )
            continue
        elected = elected or bool(ELECTED_FOR.match(inner))
        inner = re.sub(rf"^{honorifics.MEMBER}\b\.?\s*[/&]?\s*(?![A-Z][a-z]+\s+[A-Z])", "", inner)
        if not inner or IGNORED.match(inner) and not OFFICER_POST.fullmatch(inner) or is_code(inner, person.name):
            continue
        if _is_role(inner, context):
            role = role or post_at(scene, a, b)
        elif (
            DIRECTORATE.search(inner)
            or OUTSIDE.search(inner)
            or inner.isupper()
            and not _is_party_or_honour(inner)
            or is_authority(inner)
            or ORGANISATION_HEADS.search(inner)
        ):
            organisation = organisation or affiliation_at(scene, a, b)
    organisation = organisation or context.organisation
    if role and ELECTED.match(person.name) and OF_CLERK.fullmatch(role.name):
        role = None  # "District Councillor Lee, the clerk and three residents"
    return Entry(
        person=person, role=role, organisation=organisation, substitute_for=substitute,
        kind="councillor" if elected else _kind(person, role, organisation, context, sent=sent is not None),
    )  # fmt: skip


def _is_party_or_honour(words: str) -> bool:
    """Are capitals beside a name a party's or an honour's, and no organisation's: "LAB", "OBE"?"""
    return words in postnominals() or any(
        party_of(words, nation) for nation in ("England", "Scotland", "Wales", "Northern Ireland")
    )


def _is_acronym(person: Mention, text: str, context: ListContext) -> bool:
    """Is a lone word in capitals, among others that are not, nobody's surname: "BWCA - Treasurer Ann Lee"?"""
    lone = LETTERS.fullmatch(person.name) and not (person.detail or context.elected or text.isupper())
    return bool(lone) and not (is_surname(person.name) or is_given_name(person.name))


def with_post(entry: Entry, role: Mention, context: ListContext) -> Entry:
    """The entry of one whose post is printed on the line below."""
    return replace(entry, role=role, kind=_kind(entry.person, role, entry.organisation, context, sent=False))


def _is_role(words: str, context: ListContext) -> bool:
    """Do the words beside a name say what the person is, and not where from or how they came?"""
    if NAMES_UNIT.search(words):
        return False
    if CHAIRING.match(words) or PORTFOLIO.match(words) or IN_CHAIR.search(words):
        return True
    if any(pattern.search(words) for pattern in (POST_HEADS, CO_OPTED, REPRESENTS, OFFICER_POST)):
        return True
    return _of_officers(context) and _describes(words)


def _describes(words: str) -> bool:
    """Do the words beside an officer say what the officer is: "Designated Nurse for Looked after Children"?"""
    return bool(DESCRIBES.match(words)) and not (
        is_authority(words) or DIRECTORATE.search(words) or OUTSIDE.search(words)
    )


def _serves_elsewhere(post: str) -> bool:
    """Is a post one of an outside organisation's: "Manager, Anytown Traders' Forum"?"""
    where = post.partition(", ")[2]
    outside = ORGANISATION_HEADS.search(where) or BODY_HEADS.search(where)
    return bool(outside and OFFICER_POST.search(post)) and not (is_authority(where) or DIRECTORATE.search(where))


def _of_officers(context: ListContext) -> bool:
    return context.names.kind == "officer" or bool(
        re.search(r"\b(?:in attendance|attending|hefyd)\b", context.label, re.I)
    )


def _office_before(scene: Scene, start: int, person: Mention) -> Mention | None:
    """The office that stands before a name: "Provost Ailsa Drummond", "The Right Worshipful the Mayor,
    Councillor Lee"."""
    found = OFFICE.search(scene.folded, start, person.span.start)
    if found is None:
        return None
    return Mention(
        kind="post", name=squash(found.group()), span=Span(start=found.start(), end=found.end()), rule="attendance-role"
    )


def chunks_of(text: str) -> list[tuple[int, int]] | None:
    """Entries of a list that gives posts first: "Director, Support Services (Mr S Hall), Clerk (Ms T Lee)".

    None for other lists.
    """
    ends = [
        found.end()
        for found in re.finditer(rf"\(\s?(?P<who>{IN_BRACKET})\)", text)
        if parse_person(found["who"], listed=True)
    ]
    if ends and len(text) - ends[-1] < AFTER_LAST and BY_BRACKET.match(text) and is_post(text[: text.index("(")]):
        starts = [
            max([a, *(post.end() - 1 for post in UNFILLED.finditer(text, a, b))])
            for a, b in zip([0, *ends[:-1]], ends, strict=True)
        ]
        return [(b - len(JOINT.sub("", text[a:b], count=1)), b) for a, b in zip(starts, ends, strict=True)]
    turns = list(BY_TURNS.finditer(text))
    if (
        len(turns) > 1
        and turns[0].start() == 0
        and turns[-1].end() == len(text)
        and all(is_post(t["post"]) for t in turns)
    ):
        return [(turn.start(), turn.end("who")) for turn in turns]
    found = POST_FIRST.match(text) or CLERK.match(text)
    if (
        found
        and "," not in found["who"]
        and not ANOTHER.search(found["who"])
        and is_post(found["post"])
        and parse_person(found["who"])
    ):
        return [(0, len(text))]
    return None


def body_before(text: str) -> re.Match[str] | None:
    """The organisation that a line of its people begins with: "Anytown Museum - Ms R Hall, Mr T Lee"."""
    found = BODY_FIRST.match(text)
    if found is None or parse_person(found["body"]) or is_post(found["body"]) or ELECTED.search(found["body"]):
        return None
    return found


CODE = re.compile(r"(?P<first>[A-Z])[A-Za-z]{0,2}(?P<last>[A-Z])")  # initials by which the rest calls the person


def _name_end(text: str, *, listed: bool) -> int:
    """Where the name ends and what is said of the person begins."""
    bracket = re.search(r"\s*[(\[]", text)
    inverted = re.match(r"[^()\n,]{2,40}\([A-Z]\.?\)", text)
    stop = inverted.end() if inverted else (bracket.start() if bracket else len(text))
    if inverted is None or not parse_person(text[:stop], listed=True):
        stop = bracket.start() if bracket else len(text)
    cut = CUT.search(text, 0, stop)
    if cut and person_mention(
        text, 0, cut.start(), "", listed=":" not in cut.group() or " " in text[: cut.start()].strip()
    ):
        stop = cut.start()
    sent = FOR_BODY.search(text, 0, stop)
    if chair := IN_CHAIR.search(text[:stop]):
        return chair.start() or stop
    words = list(re.finditer(r"\S+", text[:stop]))
    if len(words) > 2 and (code := CODE.fullmatch(words[-1].group())):  # "Ms Jane Webb JW"
        first, last = (words[n].group() for n in (-3, -2))
        if (code["first"], code["last"]) == (first[0], last[0]) and words[-3].group() not in ("Mr", "Dr"):
            return words[-2].end()
    for n in range(2, min(len(words), 7)):
        # "Mrs P Alder Assistant Clerk", "Allan Lee Anyshire District Council": no comma before the post or the council
        rest = text[words[n].start() : stop]
        sends = REPRESENTS.search(rest) and not is_given_name(words[n].group()) and not is_surname(words[n].group())
        post = sends or FIRST_OF_POST.match(rest) and (is_post(rest) or CO_OPTED.search(rest))
        name = parse_person(text[: words[n - 1].end()], listed=False)
        council = bool(is_authority(rest) and len(rest.split()) > 1 or BY_LETTERS.match(rest))
        if name and name.surname and (post or council and (name.given or name.initials)):
            return words[n - 1].end()
    if sent and person_mention(text, 0, sent.start(), ""):
        return sent.start()
    # "Ann Lee Operations Manager": a post whose first word may begin any post
    if len(words) > 3 and is_given_name(words[0].group()) and POST_ENDS.search(rest := text[words[2].start() : stop]):
        return words[1].end() if not is_surname(words[2].group()) and is_post(rest) else stop
    return stop


def _details(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is said of the person after the name: each bracket, and the words between and after brackets."""
    spans, at = [], start
    for found in BRACKET.finditer(folded, start, end):
        spans += [(at, found.start()), (found.start(1), found.end(1))]
        at = found.end()
    spans.append((at, end))
    return [(a, b) for a, b in spans if folded[a:b].strip(" ,.;:-*\n()")]


def _kind(
    person: Mention, role: Mention | None, organisation: Mention | None, context: ListContext, *, sent: bool
) -> AttendeeKind:
    """Councillor, officer, co-opted or other: the person's own title first, then the post, then the label."""
    if ELECTED.match(person.name) or ELECTED.search(person.detail):
        return "councillor"  # "Councillor Ames", and not "Rosalind Alderman"
    post = role.name if role else ""
    names, label = context.names, context.label.lower()
    members = names.kind == "councillor" or bool(MEMBERS.match(label) or (context.sole and ROLL.match(label)))
    if CO_OPTED.search(post) or CO_OPTED.search(label) or (members and REPRESENTS.search(post)):
        return "co-opted"
    if POLICE.match(person.detail) or (CLERGY.match(person.detail) and not members):
        return "other"
    if sent or (organisation and OUTSIDE.search(organisation.name)) or OUTSIDE.search(post):
        return "other"
    lettered = organisation is not None and LETTERS.fullmatch(organisation.name)
    if members and context.has_titles and lettered and not context.elected:
        return "other"  # "Cllr A Lee, Mrs B Shah, Ann Hale (BCC)"
    if members and context.has_titles and organisation and not (post or is_authority(organisation.name)):
        return "co-opted"  # "Councillor Ames, Ann Hale (Church of England)"
    if names.kind is None and _serves_elsewhere(post):
        return "other"
    if ELECTED_POST.search(post):
        return "councillor"
    if names.kind and names.kind != "councillor":
        return names.kind
    if OFFICER_POST.search(post) and not ((members or names.kind == "councillor") and BEARER.fullmatch(post)):
        return "officer"
    if context.elected:
        return "councillor"
    # By old custom a list headed "Councillors" has "Mrs Gooch" in it.
    titled = context.has_titles and "councillor" not in label and not context.by_custom
    if titled and CIVIL.match(person.detail) and names.status == "present" and members:
        return "co-opted" if "member" in label else "other"
    if members:
        return "councillor"
    if ALSO.search(label):
        if context.unpaid:
            return "other"
        return "officer" if not organisation or DIRECTORATE.search(organisation.name) else "other"
    return "councillor" if names.status != "present" else "other"
