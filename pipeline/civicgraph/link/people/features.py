"""What speaks for and against two people of a council being one.

The docstrings are what users are shown. Weights are hundredths (`link/features.py`): a full name that nobody else of
the council could bear is enough by itself; an initial needs a second sign, such as the same seat, post or directorate.
"""

from __future__ import annotations

import re

from civicgraph.link.features import Feature
from civicgraph.link.people.record import NEAR, Person
from civicgraph.link.rulings import apart
from civicgraph.values.gazetteer import bare
from civicgraph.values.names import PersonName, display, is_given_name, short_for, spelt_alike

LONG = 16  # years after which an initial may have passed to another
LIFE = 60  # years that nobody serves
COUNCIL = re.compile(r"\b(?:council|borough|[BDC]C|MBC|CBC)$", re.I)
KIND_WORDS = frozenset(
    "directorate department service services team division section office officer council county city borough district"
    " metropolitan town parish community royal london trust board authority group company limited".split()
)


def _names(a: Person, b: Person) -> str:
    return f"{display(a.best)} / {display(b.best)}"


def _first(name: PersonName) -> str:
    return bare(name.given.split()[0]) if name.given and name.initials[:1] == name.given[:1].upper() else ""


def _other_given(a: Person, b: Person) -> bool:
    first, second = _first(a.best), _first(b.best)
    return bool(first and second) and first != second


# -- the names: one of these holds at most ---------------------------------------------------------------------------


def same_given_name(a: Person, b: Person) -> str:
    """The same given name and surname."""
    return _names(a, b) if _first(a.best) and _first(a.best) == _first(b.best) else ""


def form_of_given_name(a: Person, b: Person) -> str:
    """The same surname, and given names that are forms of one."""
    return _names(a, b) if _other_given(a, b) and short_for(_first(a.best), _first(b.best)) else ""


def spelling_of_given_name(a: Person, b: Person) -> str:
    """The same surname, and given names one letter apart."""
    first, second = _first(a.best), _first(b.best)
    slip = _other_given(a, b) and not short_for(first, second) and spelt_alike(first, second)
    return _names(a, b) if slip and not (is_given_name(first) and is_given_name(second)) else ""


def beginning_of_given_name(a: Person, b: Person) -> str:
    """The same surname, and given names that begin alike or are a letter apart, each a name of its own."""
    other = form_of_given_name(a, b) or spelling_of_given_name(a, b)
    return _names(a, b) if _other_given(a, b) and not other else ""


def same_initials(a: Person, b: Person) -> str:
    """The same surname and initials."""
    both_initials = not _first(a.best) and not _first(b.best)
    return _names(a, b) if both_initials and a.best.initials and a.best.initials == b.best.initials else ""


def initials_fit(a: Person, b: Person) -> str:
    """The same surname, and initials that fit."""
    both_given = _first(a.best) and _first(b.best)
    incomplete = a.best.initials and b.best.initials and not both_given and not same_initials(a, b)
    return _names(a, b) if incomplete else ""


def surname_alone(a: Person, b: Person) -> str:
    """The same surname, which one of them prints alone."""
    return _names(a, b) if not (a.best.initials and b.best.initials) else ""


def nobody_else(a: Person, b: Person) -> str:
    """Nobody else of that surname is named in the council's documents."""
    return a.best.surname if a.alone and b.alone else ""


def other_surname(a: Person, b: Person) -> str:
    """Surnames that are spelt alike or joined, not the same."""
    return _names(a, b) if not a.surnames & b.surnames else ""


# -- what is said of them --------------------------------------------------------------------------------------------


def both_councillors(a: Person, b: Person) -> str:
    """Both are councillors of the council."""
    return "councillor" if a.councillor and b.councillor and "officer" not in a.roles | b.roles else ""


def one_councillor(a: Person, b: Person) -> str:
    """One is a councillor of the council, and nothing says what the other is."""
    unsaid = a.councillor != b.councillor and not (a.roles and b.roles)
    return "councillor" if unsaid and not surname_alone(a, b) and not other_title(a, b) else ""


def same_post(a: Person, b: Person) -> str:
    """The same post."""
    return min(a.posts & b.posts, default="")


def same_ward(a: Person, b: Person) -> str:
    """The same ward."""
    return min(a.wards & b.wards, default="")


def same_directorate(a: Person, b: Person) -> str:
    """The same directorate or organisation."""
    shared = _words(a.affiliations) & _words(b.affiliations)
    return f"{min(a.affiliations)} / {min(b.affiliations)}" if shared else ""


def same_meetings(a: Person, b: Person) -> str:
    """Both attend meetings of the same body."""
    return min(a.sat & b.sat, default="")


def close_in_time(a: Person, b: Person) -> str:
    """Both are named within a year."""
    return f"{min(a.years)} / {min(b.years)}" if a.years and b.years and between(a, b) <= 1 else ""


# -- what speaks against ---------------------------------------------------------------------------------------------


def other_directorate(a: Person, b: Person) -> str:
    """Directorates or organisations that have nothing in common."""
    differ = a.affiliations and b.affiliations and not same_directorate(a, b)
    return f"{min(a.affiliations)} / {min(b.affiliations)}" if differ else ""


def other_ward(a: Person, b: Person) -> str:
    """Different wards."""
    return f"{min(a.wards)} / {min(b.wards)}" if a.wards and b.wards and not a.wards & b.wards else ""


def councillor_and_guest(a: Person, b: Person) -> str:
    """One is a councillor, the other a guest or of the public."""
    apart = {"councillor", "other"} <= (a.roles | b.roles) and not a.roles & b.roles
    return f"{min(a.roles)} / {min(b.roles)}" if apart else ""


def councillor_and_officer(a: Person, b: Person) -> str:
    """One is a councillor, the other an officer."""
    apart = {"councillor", "officer"} <= (a.roles | b.roles) and not a.roles & b.roles
    return f"{min(a.roles)} / {min(b.roles)}" if apart else ""


def other_title(a: Person, b: Person) -> str:
    """One is always called Councillor, the other Mr or Ms."""
    titles = [{bool("ouncillor" in name.honorific) for name in one.parsed if name.honorific} for one in (a, b)]
    return "Councillor / Mr, Ms" if {True} in titles and {False} in titles else ""


def unknown(a: Person, b: Person) -> str:
    """Neither document says what they are."""
    return (
        "no role, post or title" if not (a.roles | b.roles | a.posts | b.posts or a.councillor or b.councillor) else ""
    )


def years_apart(a: Person, b: Person) -> str:
    """More years lie between the documents than an incomplete name can bridge."""
    most = LONG if a.best.initials and b.best.initials else NEAR
    complete = bool(_first(a.best) and _first(b.best))
    return f"{between(a, b)} years" if not complete and between(a, b) > most else ""


# -- vetoes ----------------------------------------------------------------------------------------------------------


def ruled(a: Person, b: Person) -> str:
    """A person says that they are two."""
    return apart(a.sides, b.sides)


def clash(a: Person, b: Person) -> str:
    """The names contradict, the council's site has two ids, or one list has both."""
    return a.clashes(b)


def other_council(a: Person, b: Person) -> str:
    """A joint body's list has them as members of different councils."""
    one, other = ({frozenset(_words({name})) for name in who.affiliations if COUNCIL.search(name)} for who in (a, b))
    return f"{min(a.affiliations)} / {min(b.affiliations)}" if one and other and not one & other else ""


def two_wards(a: Person, b: Person) -> str:
    """Members for different wards in one year."""
    return other_ward(a, b) if a.years & b.years else ""


def lifetimes(a: Person, b: Person) -> str:
    """More years lie between the documents than anybody serves."""
    return f"{between(a, b)} years" if between(a, b) > LIFE else ""


FEATURES: tuple[Feature[Person], ...] = (
    Feature(80, same_given_name),
    Feature(70, form_of_given_name),
    Feature(50, spelling_of_given_name),
    Feature(-25, beginning_of_given_name),
    Feature(60, same_initials),
    Feature(50, initials_fit),
    Feature(20, surname_alone),
    Feature(20, nobody_else),
    Feature(-60, other_surname),
    Feature(40, both_councillors),
    Feature(30, one_councillor),
    Feature(50, same_post),
    Feature(50, same_ward),
    Feature(40, same_directorate),
    Feature(30, same_meetings),
    Feature(10, close_in_time),
    Feature(-20, other_directorate),
    Feature(-70, other_ward),
    Feature(-100, councillor_and_officer),
    Feature(-60, councillor_and_guest),
    Feature(-30, other_title),
    Feature(-20, unknown),
    Feature(-50, years_apart),
)
VETOES = (ruled, clash, other_council, two_wards, lifetimes)


def between(a: Person, b: Person) -> int:
    """Years between the nearest documents of two people; 0 where a document has no date."""
    return min((abs(x - y) for x in a.years for y in b.years), default=0)


def _words(affiliations: set[str]) -> set[str]:
    """What tells one directorate, service or council from another."""
    words = " ".join(affiliations).lower().replace("'s", "").replace(",", " ").split()
    return {word for word in words if len(word) > 3} - KIND_WORDS
