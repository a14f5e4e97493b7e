"""Which kind of attendee an entry of a list is: councillor, officer, co-opted or other."""

from __future__ import annotations

import re

from civicgraph.extract.names.bodies import HEADS as BODY_HEADS
from civicgraph.extract.names.organisations import HEADS as ORGANISATION_HEADS
from civicgraph.extract.people.beside import (
    CHAIRING,
    CO_OPTED,
    DIRECTORATE,
    ELECTED,
    ELECTED_POST,
    OFFICER_POST,
    OUTSIDE,
    REPRESENTS,
    is_authority,
)
from civicgraph.extract.people.context import ALSO, CIVIL, CLERGY, ListContext
from civicgraph.extract.people.letters import LETTERS
from civicgraph.model import AttendeeKind, Mention
from civicgraph.values import honorifics

# Labels over the members, in Welsh too.
ROLL = re.compile(r"(?:in )?attend(?:ing|ance)|sederunt|those present|roll\b")  # of members, where it is the first
MEMBERS = re.compile(r"(?:members? )?(?:present|presennol|attended|attendees)")
OTHERS = re.compile(r"others? (?:present|(?:in )?attend\w+)")
OF_LAWMAKER = re.compile(r"\b(?:MP|MSP|MLA|TD|MS)\b")  # whose representative is no member here
POLICE = re.compile(rf"{honorifics.POLICE}\b")
BEARER = re.compile(
    r"(?:Hon(?:orary|\.)?\s)?(?:Secretary|Treasurer)(?:\s?(?:/|&|and)\s?(?:Secretary|Treasurer))?", re.I
)  # of a community council, a member


def kind_of(
    person: Mention, role: Mention | None, organisation: Mention | None, context: ListContext, *, sent: bool
) -> AttendeeKind:
    """Councillor, officer, co-opted or other: the person's own title first, then the post, then the label."""
    if ELECTED.match(person.name) or ELECTED.search(person.detail):
        return "councillor"  # "Councillor Ames", and not "Rosalind Alderman"
    post = role.name if role else ""
    names, label = context.names, context.label.lower()
    members = names.kind == "councillor" or bool(MEMBERS.match(label) or (context.sole and ROLL.match(label)))
    if (
        CO_OPTED.search(post)
        or CO_OPTED.search(label)
        or (members and REPRESENTS.search(post) and not OF_LAWMAKER.search(post))
    ):
        return "co-opted"
    if POLICE.match(person.detail) or (CLERGY.match(person.detail) and not members):
        return "other"
    if sent or (organisation and OUTSIDE.search(organisation.name)) or OUTSIDE.search(post):
        return "other"
    lettered = organisation is not None and LETTERS.fullmatch(organisation.name)
    if members and context.has_titles and lettered and not context.elected:
        return "other"  # "Cllr A Lee, Mrs B Shah, Ann Hale (BCC)"
    if members and context.has_titles and organisation and not (post or is_authority(organisation.name)):
        return "other" if context.partners else "co-opted"  # "Councillor Ames, Ann Hale (Church of England)"
    if names.kind is None and context.apart and ALSO.search(label) and ", " in post:
        return "other"  # "Officials in attendance: …" / "Also in attendance: Mr A Lee, Station Commander, Fire Service"
    if names.kind in (None, "councillor") and _serves_elsewhere(post, chairs=context.has_titles):
        return "other"
    if ELECTED_POST.search(post):
        return "councillor"
    serves = OFFICER_POST.search(post) and not (organisation or context.apart)
    if names.kind == "other" and OTHERS.match(label) and serves:
        return "officer"  # "Others in attendance": all who are no members
    if names.kind and names.kind != "councillor":
        return names.kind
    if OFFICER_POST.search(post) and not ((members or names.kind == "councillor") and BEARER.fullmatch(post)):
        return "officer"
    if context.elected:
        return "councillor"
    # By old custom a list headed "Councillors" has "Mrs Gooch" in it.
    titled = context.has_titles and "councillor" not in label and not (context.by_custom or context.among)
    if titled and CIVIL.match(person.detail) and names.status == "present" and members:
        return "co-opted" if "member" in label else "other"
    if members:
        return "other" if context.partners and context.has_titles else "councillor"
    if ALSO.search(label):
        if context.unpaid:
            return "other"
        return "officer" if not organisation or DIRECTORATE.search(organisation.name) else "other"
    return "councillor" if names.status != "present" else "other"


def _serves_elsewhere(post: str, *, chairs: bool) -> bool:
    """Is a post one of an outside organisation's: "Manager, Anytown Traders' Forum"? Where councillors have their
    title, also of one who leads it: "Chair, Anytown Care Group"."""
    where = post.partition(", ")[2]
    outside = ORGANISATION_HEADS.search(where) or BODY_HEADS.search(where)
    serves = OFFICER_POST.search(post) or chairs and CHAIRING.match(post)
    return bool(outside and serves) and not (is_authority(where) or DIRECTORATE.search(where))
