"""What a list of names says of all its people: whether they are members, have titles, and whom they sit for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.extract.people.beside import ELECTED
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, NameList, Span
from civicgraph.values import honorifics
from civicgraph.values.attending import sent_by
from civicgraph.values.honorifics import MEMBER_S, MEMBERS
from civicgraph.values.people import split_people
from civicgraph.values.text import squash

CIVIL = re.compile(rf"^(?:{honorifics.CIVIL}|{honorifics.CLERGY})\b")
CLERGY = re.compile(r"Reverend|Canon|Father|Bishop|Imam|Rabbi|Pastor|Archdeacon")
WOMAN = re.compile(r"(?:Mrs|Ms|Miss)\b")
BARE = re.compile(r"(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w'-]+")
# A label over those who came besides the members, in Welsh too.
ALSO = re.compile(r"\b(?:in attendance|attending|hefyd)\b", re.I)
UNPAID = re.compile(r"\bcommunity council$", re.I)
PARTNERS = re.compile(
    r"\b(?:(?:health|well-?being|safeguarding|care|safety|integration|place|growth|partnership)\b.*\b(?:board"
    r"|executive|forum)|partnership)\b",
    re.I,
)
PLURAL_TITLE = re.compile(rf"(?:[\w.]{{2,15}}\s+)?{MEMBERS}\b", re.I)
TITLED = re.compile(rf"{ELECTED.pattern}[ \n\r]+(?=[A-Z])", re.I)
# Whose title is not of the body that met: "District Councillor Ames", "Cllr G Smith (ex officio)".
OF_ANOTHER = re.compile(
    rf"\b(?:County|District|Borough|Ward)\s+{MEMBER_S}\b|{MEMBER_S}\b(?=[^(),;\n]{{3,40}}\(ex[ -]officio\))", re.I
)
IN_CHAIR = re.compile(r"\((?:Acting )?(?:Chair(?:man|woman|person)?|Convener|Convenor)\)", re.I)  # of the body itself
BRACKETS = re.compile(r"\([^()]{0,120}\)")
TITLED_ALL = re.compile(rf"\W*{MEMBERS}\b\.?\s+{CIVIL.pattern[1:]}")  # "Cllrs Mr W Ames Mrs S Bell", and all below them


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext:
    """What the list says of all its people."""

    names: NameList
    label: str
    listed: bool  # is every entry a name, known or not?
    has_titles: bool  # do councillors have their title in this list?
    elected: bool = False  # does "Councillors" head the names here?
    by_custom: bool = False  # have only the women a title: "C.M. Ray, Mrs M.J. Ray"
    among: bool = False  # do some who have no other title than Mr or Ms stand among the councillors?
    sole: bool = False  # is it the first list of those present?
    unpaid: bool = False  # a community council, which has no staff but a clerk
    apart: bool = False  # have officers a list of their own?
    partners: bool = False  # a board of the council and of others, who are no co-opted members of it
    organisation: Mention | None = None  # "Anytown Museum - Ms R Hall, Mr T Lee"


def context_of(scene: Scene, names: NameList) -> ListContext:
    """What label and names together say of a list."""
    label = names.label.text if names.label else ""
    whole = " | ".join(scene.text(line) for line in names.lines)
    present = [one for one in scene.part.names if one.status == "present"]
    return ListContext(
        names=names,
        label=label,
        listed=True,
        # "Mr J Ames (District Councillor)", "District Councillor Ames": of another council
        has_titles=bool(TITLED.search(BRACKETS.sub("", OF_ANOTHER.sub("", whole)))),
        elected=bool(PLURAL_TITLE.search(label) or TITLED_ALL.match(whole)),
        by_custom=_by_custom([scene.text(line) for line in names.lines]),
        among=_among([scene.text(line) for line in names.lines], sent=any(council_at(scene, x) for x in names.lines)),
        apart=any(one.kind == "officer" and one.lines for one in present),
        partners=bool(scene.body and PARTNERS.search(scene.body.name)),
        unpaid=bool(scene.body and UNPAID.search(scene.body.name)),
        sole=present[:1] == [names] and (len(present) == 1 or not ALSO.search(label) or bool(IN_CHAIR.search(whole))),
        organisation=council_at(scene, names.label.span) if names.label else None,
    )


def of_officers(context: ListContext) -> bool:
    """Does a list name those who came besides the members?"""
    return context.names.kind == "officer" or bool(ALSO.search(context.label))


def council_at(scene: Scene, line: Span) -> Mention | None:
    """The council that the members below a line sit for."""
    found = sent_by(scene.text(line))
    if found is None:
        return None
    span = Span(start=line.start + found.start("body"), end=line.start + found.end("body"))
    return Mention(kind="organisation", name=squash(found["body"]), span=span, rule="attendance-affiliation")


def _among(lines: list[str], *, sent: bool) -> bool:
    """Do people with a civil title stand before or between councillors, and not behind the last of them, as guests do?

    >>> # "Mr K Lee, Cllr W Ames, Ms A Dow, Cllr P Shah and Miss L Webb": of an authority that also appoints members
    """
    pieces = [line[a:b] for line in lines for a, b in split_people(line)]
    elected = [n for n, piece in enumerate(pieces) if ELECTED.match(piece)]
    civil = [n for n, piece in enumerate(pieces) if CIVIL.match(piece) and not CLERGY.match(piece)]
    before = [n for n in civil if elected and n < elected[-1]]
    return len(before) > 1 or bool(elected and civil) and sent  # under the councils that they sit for


def _by_custom(lines: list[str]) -> bool:
    """Are men listed without a title and women with theirs: "C.M. Ray, Mrs M.J. Ray, D.G. Lee"?"""
    pieces = [line[a:b] for line in lines for a, b in split_people(line)]
    civil = [piece for piece in pieces if CIVIL.match(piece) and not CLERGY.match(piece)]
    bare = [piece for piece in pieces if BARE.match(piece)]
    return bool(civil) and all(WOMAN.match(piece) for piece in civil) and len(bare) >= len(civil)
