"""Organisations by their letters, or kind, alone: "SCC Highways", "NRTZ to repair the gate", "the Borough Council".

A council's letters end in C, as "Council" does; others are known from a list, or from what only somebody else can do:
reply, employ, be written to. What letters a document may not mean by an organisation it shows itself: those of its own
council, of the people whom it calls by initials, of the bodies and programmes that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.acronyms import initials_of
from civicgraph.extract.names.everyday import is_everyday
from civicgraph.extract.names.heads import word_list
from civicgraph.extract.names.phrases import BEFORE, is_person
from civicgraph.model import Mention, Span
from civicgraph.values.gazetteer import councils_of_letters, glossary_acronyms
from civicgraph.values.honorifics import TITLE

_ALONE = r"(?<![\w./&(-])(?P<letters>{})(?![\w&/-])(?!\s(?:Act\b|(?:19|20)\d\d\b|(?:Draft\s)?(?:Minutes|Agenda)\b))"
# A county, district or borough council by its letters, or with its place before them; which one, the place tells.
COUNCIL = re.compile(
    r"(?<![\w./&(-])(?:[A-Z]{1,4}(?:CC|DC|BC|MBC)|(?:[A-Z][a-z][\w'-]*\s){1,3}(?:CC|DC|BC|MBC|PC|TC))(?![\w&/-])"
    r"(?!\s(?:Draft\s)?(?:Minutes|Agenda)\b)"
)
# "Ann Lee (LB Weir)": a London borough
LONDON = re.compile(r"(?<![\w./&-])LB\s(?:of\s)?[A-Z][a-z]+(?:\s(?:(?:and|&|upon)\s)?[A-Z][a-z]+){0,2}(?![\w&/-])")
# "Cllr Eyre (ELDC)": in brackets behind somebody with a title, the council that sends them.
SENT_BY = re.compile(rf"\b{TITLE}\.?\s(?:[A-Z][\w.'-]*\s){{1,3}}\((?P<letters>[A-Z]{{1,4}}(?:CC|DC|BC|MBC))(?=\))")
# Those of a county's association of local councils: "BarsetALC", "BALC".
ASSOCIATION = re.compile(_ALONE.format(r"(?:(?:[A-Z][a-z]{3,}|[A-Z]{4,})\s?|[A-Z]{1,4})ALC"))
# Of which place it is, a reader in the parish knows: "the Borough Council"; to a district so is "the County Council".
TIER = re.compile(r"\b(?P<kind>County|City|Borough|District|Metropolitan) Council\b(?!\s[A-Z])")
LISTED = re.compile(_ALONE.format(r"[A-Z]{3,7}"))
LONG = 5  # letters that mean one council wherever they stand
# What only somebody who is no part of the council does, has or is asked for.
ACTING = re.compile(
    _ALONE.format(r"[A-Z]{3,6}") + r"(?:\s(?:has|have|had)\s(?:[a-z]+ly\s|now\s|also\s|since\s|not\s(?:yet\s)?)?"
    r"(?:confirmed|advised|replied|responded|stated|said|offered|promised|written|refused|repaired|visited|declined)\b"
    r"|\s(?:are|were)\s(?:[a-z]+ly\s|now\s|also\s|not\s)?(?:going\sto|looking|willing|prepared|responsible|unable|investigating)\b"
    r"|\s(?:confirmed|advised|replied|responded|promised|declined|wrote)\b"
    r"|\sto\s(?:attend|investigate|reply|respond|advise|confirm|(?:repair|install)\s(?:the|an?|new)\s)\b"
    r"|'s?\s(?:[a-z]+\s){0,2}(?:manager|officer|engineer|contractor|solicitor|website|surveyor)s?\b"
    r"|\s(?:Planning|Highways|Roads|Housing|Legal|Estates|Enforcement|Conservation|Parking)"
    r"\s(?:Dept\b|Department|Officer|Team|Section|Manager))"
)
# A parish, town or community council has a clerk and no directors; letters of a county or district are not its own.
LOCAL = re.compile(
    r"\b(?:Parish|Community|PARISH|COMMUNITY)\s(?:Council|COUNCIL)\b|\b[Pp]arish\s[Mm]eeting\b"
    r"|\b(?:[Cc]lerk|CLERK)\b(?!\sto\sthe\s(?!Council))"
)
PRINCIPAL = re.compile(
    r"\b(?:Democratic|Committee|Member)\s(?:Services|Support)\b|\bPortfolio\b|\bCabinet\b|\bHead\sof\b|\bDirectors?\b"
    r"|\bSolicitor\b|\bChief\sExecutive\b|\b(?:Planning|Licensing|Scrutiny|Governance|Monitoring)\sOfficer\b|\bmgAi\b"
)
TIERED = re.compile(r"\b(?:District|Borough|County|City) Council\b", re.I)  # at the head: a council with letters
HEAD = 600  # characters
LOCAL_NAME = re.compile(r"\b(?:Parish|Town|Community)\b")
COUNCILS_OWN = re.compile(r"C$|(?:C|F|FR|NP|P)A$")  # Council; combined, fire, park, police authority
BY_INITIALS = re.compile(r"(?<=[a-z]\s\()[A-Z]{2,4}(?=\))|(?<=[a-z]\s-\s)[A-Z]{2,4}\b")
# Words of the places of councils that tell no one from another.
COMPASS = frozenset(
    "North South East West City Borough County Upper Lower Vale Forest Isle Isles Islands Valley".split()
)


def is_local(own: str, folded: str) -> bool:
    """Is it a parish, town or community council's document? `own` is its council, "" where it does not say.

    >>> is_local("Weir Parish Council", ""), is_local("", "The Clerk read it."), is_local("Barset Council", "")
    (True, True, False)
    """
    if own:
        return LOCAL_NAME.search(own) is not None
    return bool(LOCAL.search(folded) and not PRINCIPAL.search(folded) and not TIERED.search(folded, 0, HEAD))


def may_be_own(letters: str, own: str, *, local: bool) -> bool:
    """May these letters be those of the document's own council, `local` as `is_local` says?"""
    return letters == initials_of(own) if own else not local and COUNCILS_OWN.search(letters) is not None


def find_letters(folded: str, own: str, *, local: bool) -> Iterator[Mention]:
    """Organisations of a whole folded document that it calls by letters, uses of an acronym that it defines apart."""
    for found in COUNCIL.finditer(folded):
        words = found.group().split()
        if len(words) > 2 and is_person(words[0], words[1]):
            continue  # "Ann Lee CC", a county councillor
        if words[0] in BEFORE or any(is_everyday(word) for word in words[:-1]):
            continue
        if len(words) > 1 or _is_council(words[0], own, local=local):
            yield _mention(found.start(), found.group(), "organisation-letters")
    for found in LONDON.finditer(folded):
        yield _mention(found.start(), found.group(), "organisation-letters")
    for found in SENT_BY.finditer(folded):
        if _is_council(found["letters"], own, local=local):
            yield _mention(found.start("letters"), found["letters"], "organisation-letters")
    for found in ASSOCIATION.finditer(folded):
        yield _mention(found.start(), found.group(), "organisation-letters")
    tiered = re.search(r"\b(?:County|City|Borough|District)\b", own) is not None
    for found in TIER.finditer(folded) if local or tiered else ():
        if found["kind"] not in own:
            yield _mention(found.start(), found.group(), "organisation-tier")
    text = folded.casefold()
    people = frozenset(BY_INITIALS.findall(folded))
    for found in LISTED.finditer(folded):
        letters = found["letters"]
        if _is_named(letters) and letters not in people and _of_region(letters, text):
            yield _mention(found.start(), letters, "organisation-letters")
    if sum(len(one) == 2 for one in people) > 1:
        return  # who acts here by letters is a person
    for found in ACTING.finditer(folded):
        letters = found["letters"]
        if _is_named(letters) and letters not in people:
            yield _mention(found.start(), letters, "organisation-acting")


def _is_named(letters: str) -> bool:
    return (
        not is_everyday(letters.lower())
        and letters not in glossary_acronyms()
        and letters not in word_list("not_organisations")
    )


def _is_council(letters: str, own: str, *, local: bool) -> bool:
    """ "DCC" is a county to a parish, a deputy chief constable to a police panel."""
    if letters in word_list("not_organisations"):
        return local and letters in ("ACC", "BCC", "DCC")
    if local and not own and letters.endswith("CC"):
        return letters in councils_of_letters()  # others may be the community council's own
    return not is_everyday(letters.lower())


def _of_region(letters: str, text: str) -> bool:
    """Does the document, in small letters, name the place of a council of the list with these letters?"""
    named = councils_of_letters().get(letters, ())
    if len(letters) >= LONG:
        return bool(named)
    places = {word for council in named for word in re.findall(r"[A-Z]\w{3,}", council.place)} - COMPASS
    return any(place.casefold() in text for place in places)


def _mention(start: int, name: str, rule: str) -> Mention:
    return Mention(
        kind="organisation", name=" ".join(name.split()), span=Span(start=start, end=start + len(name)), rule=rule
    )
