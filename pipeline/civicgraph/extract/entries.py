"""One entry of a list of people: who, with what post, for whom, and whether elected.

>>> # "Councillor A Lee (Chair)", "Clerk: Mrs J Birch", "Anytown Museum - Ms R Hall", "Ann Lee, Director of Place"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.extract.person import person_mention
from civicgraph.extract.posts import HEADS as POST_HEADS
from civicgraph.extract.scene import Scene
from civicgraph.model import AttendeeKind, Mention, NameList, Span
from civicgraph.values.gazetteer import council_of
from civicgraph.values.names import parse_person
from civicgraph.values.text import squash

TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Cllr|Councillor|Alderman|Chief (?:Superintendent|Inspector)|Supt|Superintendent|Inspector|Sergeant|Garda)\b\.?"
ELECTED = re.compile(
    r"\b(?:Councillors?|Cllrs?\b\.?|Cmhlr|Alderm[ae]n|Ald\b|Lord Mayor|Baillie|Bailie|Provost|Cathaoirleach)", re.I
)
CIVIL = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Reverend|Sir|Dame|Canon|Father|Imam|Rabbi)\b")
BRACKET = re.compile(r"\(([^()\n]{1,120}(?:\n{1,2}[^()\n]{1,80})?)\)")
SUBSTITUTE = re.compile(
    r"\bsub(?:stitut(?:e|es|ing|ed))?\.?\b(?:\s*(?:member)?\s*(?:for|:|-)\s*(?P<name>[^)]{3,60}))?", re.I
)
CUT = re.compile(r"\s+-\s+|(?<=\w)\s*-\s+(?=[A-Z])|,\s+(?=[A-Z(])|:\s+|[ ]{3,}(?=[A-Z])")
# What a bracket may hold that is no post: how, when and for which party somebody came.
IGNORED = re.compile(
    r"^(?:virtual(?:ly)?|remote(?:ly)?|via .{2,20}|zoom|teams|v/c|from .{3,30}|until .{3,30}|left .{3,40}|arrived .{3,40}"
    r"|items? .{1,30}|minutes? .{1,40}|for .{3,60}|part|in part|ex[- ]officio|[A-Z][a-z]{2,3}|Lab(?:our)?|Con(?:servative)?"
    r"|LD|Lib ?Dem|Ind(?:ependent)?|Green|SNP|DUP|UUP|SF|SDLP|ALL(?:IANCE)?|PC|UKIP|[MF]|\w{1,2}|online|voting|non-voting"
    r"|item \d+.{0,20})$",
    re.I,
)
CHAIRING = re.compile(
    r"^(?:the )?(?:(?:Vice|Deputy|Depute|Acting|Temporary|Co|Joint|Council|Committee)[- ]?){0,2}"
    r"(?:Chair(?:man|woman|person)?|Mayor|Leader|Convenor|Convener|Cathaoirleach|Leas-?Chathaoirleach|Provost)\b.{0,80}",
    re.I,
)
PORTFOLIO = re.compile(
    r"^(?:(?:Shadow|Deputy|Assistant|Lead)\s+){0,2}(?:(?:Cabinet|Executive|Lead)\s+Member|Portfolio\s+Holder|Ward\s+Member)",
    re.I,
)
ELECTED_POST = re.compile(
    r"^(?:Deputy )?(?:Leader|Mayor)\b(?! of Service)|\b(?:Cabinet|Executive) Member\b|\bPortfolio Holder\b|^Opposition\b|^Ward Member\b",
    re.I,
)
CO_OPTED = re.compile(
    r"\bco-?opt|\b(?:church|parent|diocesan|governor|teacher|independent|faith|trade union|youth|community)\s+(?:\w+\s+)?(?:representative|governor|person|member)\b",
    re.I,
)
REPRESENTS = re.compile(r"\brepresentative\b", re.I)
OFFICER_POST = re.compile(
    r"\b(?:Clerk|Officer|Director|Manager|Solicitor|Engineer|Accountant|Counsel|Administrator|Head of|Head ?[Tt]eacher|Chief Executive|Planner"
    r"|Surveyor|Analyst|Treasurer|Auditor|Lawyer|Assistant|Co-?ordinator|SEO|S\.E\.|S\.S\.O\.|S\.E\.O\.|A/S|RFO)(?:\b|(?<=\.))"
)
POST_ENDS = re.compile(
    r"\s(?:Officer|Director|Manager|Clerk|Solicitor|Engineer|Executive|Co-?ordinator|Assistant|Treasurer)\s*$"
)
OUTSIDE = re.compile(
    r"\b(?:Police|NHS|Trust|University|College|Superintendent|Inspector|Sergeant|Constable|PCSO|Garda|Ltd|Limited|Association|Chamber"
    r"|Healthwatch|Member of (?:the )?public|Resident|Auditor|MP|MSP|MLA|TD|Community Group)\b"
)
AUTHORITY = re.compile(r"\b(?:Council|Authority|Constabulary|Borough)$")
DIRECTORATE = re.compile(
    r"\b(?:Directorate|Department|Services?|Team|Division|Unit|Finance|Legal|Place|People|Resources)\b"
)
FOR_BODY = re.compile(r"\s+(?:representing|on behalf of|from|of)\s+(?:the\s+)?(?=[A-Z])")
ITEM_AFTER = re.compile(r",?\s+(?:for\s+)?(?:agenda\s+)?items?\s+\d.{0,30}$", re.I | re.S)
IN_CHAIR = re.compile(r"[,\s]*(?:\bin the chair|\bpresiding|\bchairing)\b\.?\s*$", re.I)
BY_BRACKET = re.compile(rf"^(?P<post>[^()\n]{{3,120}}?(?:\n[^()\n]{{1,80}}?)?)\s*\((?P<who>{TITLES}\s*[^()]{{3,40}})\)")
POST_FIRST = re.compile(r"^(?P<post>[A-Z][^:()\n]{2,90}?)(?:\s*:\s*|\s+-\s+|-\s+)(?P<who>[A-Z].{2,60})$", re.S)
CLERK = re.compile(
    r"^(?:the\s+)?(?P<post>(?:(?:Parish|Town|Community|Assistant|Deputy|Acting|Council|Locum)\s+){0,2}(?:Clerk|Chief Executive|Treasurer|Secretary|Chair(?:man|person)?)),?\s+(?P<who>[A-Z].{2,40})$",
    re.S,
)
BODY_FIRST = re.compile(rf"^(?P<body>[^()\n]{{2,70}}?)(?:\s*:\s*|\s+-\s+)(?={TITLES})")
# A bracket beside an officer says what the officer is: "(Designated Nurse for Looked after Children)".
DESCRIBES = re.compile(r"[A-Z][\w'-]+ (?:(?:of|for|and|to|&|[A-Z][\w'-]+) ){1,8}[A-Za-z][\w'-]+$")
OFFICE = re.compile(r"\b(?:(?:Deputy|Depute)\s+)?(?:(?:Lord\s+)?(?:Mayor|Provost)|Cathaoirleach)\b", re.I)
FIRST_OF_POST = re.compile(
    r"(?:Assistant|Deputy|Senior|Principal|Acting|Interim|Lead|Chief|Head|Director|Clerk|Town|Parish|Committee|Democratic|Co-?opted"
    r"|Chair(?:man)?|Vice|Mayor|Treasurer|Secretary|Solicitor|Officer|Manager|Reporter)\b",
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
    organisation: Mention | None = None  # "Anytown Museum - Ms R Hall, Mr T Lee"


def read_entry(scene: Scene, start: int, end: int, context: ListContext) -> Entry | None:
    """One entry, or None where the words name no person."""
    text = scene.folded[start:end]
    role = organisation = substitute = None
    person, cut_end = None, start
    for form in (BY_BRACKET, POST_FIRST, CLERK):
        if (
            (found := form.match(text))
            and _is_post(found["post"])
            and not POST_HEADS.search(found["who"].split(",")[0])
        ):
            sure = form is not POST_FIRST or parse_person(found["who"]) is not None
            person = person_mention(
                scene.folded, start + found.start("who"), start + found.end("who"), "attendance-list", listed=True
            )
            if person and sure:
                role, cut_end = _post(scene, start, start + found.end("post")), end
                break
            person = None
    if person is None:
        stop = start + _name_end(text, listed=context.listed)
        person = person_mention(scene.folded, start, stop, "attendance-list", listed=context.listed)
        cut_end = stop
    if person is None:
        return None
    if ":" in person.name:
        return None  # "Distribution: the clerk's file"
    role = role or _office_before(scene, start, person)
    elected = False
    for a, b in _details(scene.folded, cut_end, end):
        inner = scene.folded[a:b].strip(" ,;:-\n")
        if sub := SUBSTITUTE.search(inner):
            if sub["name"]:
                at = scene.folded.index(sub["name"], a)
                substitute = person_mention(
                    scene.folded, at, at + len(sub["name"]), "attendance-substitute", listed=True
                )
            continue
        elected = elected or bool(re.match(r"(?:Councillor|Cllr)\b(?!\s+[A-Z])", inner))
        inner = re.sub(r"^(?:Councillor|Cllr)\.?\s*[/&]?\s*(?![A-Z][a-z]+\s+[A-Z])", "", inner)
        if not inner or IGNORED.match(inner) or _is_code(inner, person.name):
            continue
        if (
            CHAIRING.match(inner)
            or POST_HEADS.search(inner)
            or PORTFOLIO.match(inner)
            or CO_OPTED.search(inner)
            or REPRESENTS.search(inner)
            or IN_CHAIR.search(inner)
        ):
            role = role or _post(scene, a, b)
        elif DIRECTORATE.search(inner) or OUTSIDE.search(inner) or inner.isupper() or _is_authority(inner):
            organisation = organisation or _affiliation(scene, a, b)
    organisation = organisation or context.organisation
    return Entry(
        person=person, role=role, organisation=organisation, substitute_for=substitute,
        kind="councillor" if elected else _kind(person, role, organisation, context),
    )  # fmt: skip


def _of_officers(context: ListContext) -> bool:
    return context.names.kind == "officer" or bool(re.search(r"\b(?:in attendance|attending)\b", context.label, re.I))


def _office_before(scene: Scene, start: int, person: Mention) -> Mention | None:
    """The office that stands before a name: "Provost Ailsa Drummond", "The Right Worshipful the Mayor, Councillor Lee"."""
    found = OFFICE.search(scene.folded, start, person.span.start)
    if found is None:
        return None
    return Mention(
        kind="post", name=squash(found.group()), span=Span(start=found.start(), end=found.end()), rule="attendance-role"
    )


def chunks_of(text: str) -> list[tuple[int, int]] | None:
    """Entries of a list that gives posts first: "Director, Support Services (Mr S Hall), Clerk (Ms T Lee)"; None for others."""
    ends = [found.end() for found in re.finditer(rf"\({TITLES}\s*[^()\n]{{3,40}}\)", text)]
    if ends and BY_BRACKET.match(text) and _is_post(text[: text.index("(")]):
        starts = [0, *ends[:-1]]
        return [(a + len(text[a:b]) - len(text[a:b].lstrip(" ,;\nand")), b) for a, b in zip(starts, ends, strict=True)]
    found = POST_FIRST.match(text)
    if found and "," not in found["who"] and _is_post(found["post"]) and parse_person(found["who"]):
        return [(0, len(text))]
    return None


def body_before(text: str) -> re.Match[str] | None:
    """The organisation that a line of its people begins with: "Anytown Museum - Ms R Hall, Mr T Lee"."""
    found = BODY_FIRST.match(text)
    if found is None or parse_person(found["body"]) or _is_post(found["body"]) or ELECTED.search(found["body"]):
        return None
    return found


def _is_post(words: str) -> bool:
    return bool(POST_HEADS.search(words) or OFFICER_POST.search(words) or CHAIRING.match(words)) and not parse_person(
        words
    )


def _name_end(text: str, *, listed: bool) -> int:
    """Where the name ends and what is said of the person begins."""
    bracket = re.search(r"\s*\(", text)
    inverted = re.match(r"[^()\n,]{2,40}\([A-Z]\.?\)", text)
    stop = inverted.end() if inverted else (bracket.start() if bracket else len(text))
    if inverted is None or not parse_person(text[:stop], listed=True):
        stop = bracket.start() if bracket else len(text)
    cut = CUT.search(text, 0, stop)
    if cut and parse_person(text[: cut.start()], listed=":" not in cut.group() or " " in text[: cut.start()].strip()):
        stop = cut.start()
    if (sent := FOR_BODY.search(text, 0, stop)) and parse_person(text[: sent.start()], listed=False):
        return sent.start()
    if chair := IN_CHAIR.search(text[:stop]):
        return chair.start() or stop
    words = list(re.finditer(r"\S+", text[:stop]))
    for n in range(2, min(len(words), 7)):
        # "Mrs P Alder Assistant Clerk", "Allan Lee Anyshire District Council": no comma before the post or the council
        rest = text[words[n].start() : stop]
        post = FIRST_OF_POST.match(rest) and (_is_post(rest) or CO_OPTED.search(rest))
        name = parse_person(text[: words[n - 1].end()], listed=False)
        if name and name.surname and (post or (_is_authority(rest) and len(rest.split()) > 1)):
            return words[n - 1].end()
    return stop


def _details(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is said of the person after the name: each bracket, and the words between and after brackets."""
    spans, at = [], start
    if sent := FOR_BODY.match(folded, start, end):
        at = sent.end()
    for found in BRACKET.finditer(folded, start, end):
        spans += [(at, found.start()), (found.start(1), found.end(1))]
        at = found.end()
    spans.append((at, end))
    return [(a, b) for a, b in spans if folded[a:b].strip(" ,.;:-*\n()")]


def _is_code(inner: str, name: str) -> bool:
    """Is it the initials of the person: "(FRE)" of Frank Reid, "(PB)" of Pam Bullas?"""
    if not re.fullmatch(r"[A-Z]{2,4}", inner):
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", name.upper()) if word not in ("MR", "MRS", "MS", "CLLR", "DR")]
    return bool(words) and inner[0] == words[0][0] and inner[1] in (words[-1][0], words[1 if len(words) > 1 else 0][0])


def _is_authority(words: str) -> bool:
    words = squash(words)
    return bool(AUTHORITY.search(words)) or council_of(words) is not None


def _kind(person: Mention, role: Mention | None, organisation: Mention | None, context: ListContext) -> AttendeeKind:
    """Councillor, officer, co-opted or other: the person's own title first, then the post, then the label."""
    if ELECTED.search(person.name) or ELECTED.search(person.detail):
        return "councillor"
    post = role.name if role else ""
    names, label = context.names, context.label.lower()
    members = names.kind == "councillor" or bool(re.match(r"^(?:members? )?(?:present|attended|attendees)", label))
    if CO_OPTED.search(post) or (members and REPRESENTS.search(post)):
        return "co-opted"
    if organisation and OUTSIDE.search(organisation.name) or OUTSIDE.search(post):
        return "other"
    if ELECTED_POST.search(post):
        return "councillor"
    if names.kind and names.kind != "councillor":
        return names.kind
    if OFFICER_POST.search(post):
        return "officer"
    if context.elected:
        return "councillor"
    if context.has_titles and CIVIL.match(person.detail) and names.status == "present" and members:
        return "co-opted" if "member" in label else "other"
    if members:
        return "councillor"
    if re.search(r"\b(?:in attendance|attending)\b", label):
        return "officer" if not organisation or DIRECTORATE.search(organisation.name) else "other"
    return "councillor" if names.status != "present" else "other"


def _post(scene: Scene, start: int, end: int) -> Mention:
    text = scene.folded[start:end]
    if (chair := IN_CHAIR.search(text)) and text[: chair.start()].strip(" -:,("):
        end = start + chair.start()
        text = scene.folded[start:end]
    if item := ITEM_AFTER.search(text):
        end = start + item.start()
        text = scene.folded[start:end]
    if both := re.match(r"\s*(?:Councillor|Cllr)\s*[/&]\s*(?=[A-Z])", text):
        start += both.end()
        text = scene.folded[start:end]
    start += len(text) - len(text.lstrip(" -:,+\n"))
    end -= len(text) - len(text.rstrip(" .,;:-\n"))
    name = squash(scene.folded[start:end])
    return Mention(
        kind="post",
        name="Chair" if IN_CHAIR.fullmatch(name) else name,
        span=Span(start=start, end=max(start, end)),
        rule="attendance-role",
    )


def _affiliation(scene: Scene, start: int, end: int) -> Mention:
    text = scene.folded[start:end]
    start += len(text) - len(text.lstrip(" -:,+\n"))
    end -= len(text) - len(text.rstrip(" .,;:-\n"))
    name = squash(scene.folded[start:end])
    if DIRECTORATE.search(name) and not OUTSIDE.search(name):
        return Mention(kind="directorate", name=name, span=Span(start=start, end=end), rule="attendance-affiliation")
    return Mention(kind="organisation", name=name, span=Span(start=start, end=end), rule="attendance-affiliation")
