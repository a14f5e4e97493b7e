"""What speaks for and against two names being one body of a council.

The docstrings are what users are shown. Weights are hundredths (`link/features.py`). Titles that agree are enough; a
title that leaves words out needs a second sign, such as the same hour: it may be another body's, and one document may
name both. Of two documents that lie years apart, it may be what the body was called then.
"""

from __future__ import annotations

from collections.abc import Callable

from civicgraph.link.bodies.record import Body
from civicgraph.link.bodies.title import GENERIC, HEADS, BodyKey, Relation, contradict, relation
from civicgraph.link.features import Feature
from civicgraph.values.text import fold

TERM = 4  # years for which a council is elected
MEMBERS = 3  # people of two bodies that are no chance
RANK: tuple[Relation, ...] = (
    "words", "order", "topic", "spelling", "number within", "unnumbered", "number", "initials", "few initials",
    "begins", "ends", "kind words", "within",
)  # fmt: skip


def related(a: Body, b: Body) -> tuple[Relation, str]:
    """The strongest relation of their names, and the two names; "the Panel" beside "Fostering Panel" says nothing."""
    pairs = ((x, y) for x in a.titles for y in b.titles if not x.role and not y.role)
    found = [(RANK.index(one), _names(a, b, x, y)) for x, y in pairs if (one := relation(x, y))]
    return (RANK[min(found)[0]], min(found)[1]) if found else ("", "")


def _names(a: Body, b: Body, x: BodyKey, y: BodyKey) -> str:
    return f"{a.titles[x]} / {b.titles[y]}"


def _when(relation: Relation, a: Body, b: Body) -> str:
    found, names = related(a, b)
    return names if found == relation else ""


# -- the names: one of these holds at most ---------------------------------------------------------------------------


def same_words(a: Body, b: Body) -> str:
    """The same words."""
    return _when("words", a, b) if not (a.loose and b.loose) else ""


def other_order(a: Body, b: Body) -> str:
    """The same words in another order."""
    return _when("order", a, b)


def same_topic(a: Body, b: Body) -> str:
    """Task groups on the same topic."""
    return _when("topic", a, b)


def slip(a: Body, b: Body) -> str:
    """The same words but for one letter of a long one."""
    return _when("spelling", a, b)


def title_within(a: Body, b: Body) -> str:
    """The same number, and one title within the other."""
    return _when("number within", a, b)


def without_number(a: Body, b: Body) -> str:
    """The same words, one without its number."""
    return _when("unnumbered", a, b)


def number_alone(a: Body, b: Body) -> str:
    """The same kind and number, one without its title."""
    return _when("number", a, b)


def initials(a: Body, b: Body) -> str:
    """One has the first letters of the other's words, four or more."""
    return _when("initials", a, b)


def few_initials(a: Body, b: Body) -> str:
    """One has the first letters of the other's words, three of them."""
    return _when("few initials", a, b)


def beginning(a: Body, b: Body) -> str:
    """One title is the beginning of the other."""
    return _when("begins", a, b)


def ending(a: Body, b: Body) -> str:
    """One title is the end of the other."""
    return _when("ends", a, b)


def kind_words(a: Body, b: Body) -> str:
    """The same title, one with another word for its kind."""
    return _when("kind words", a, b)


def cut_off(a: Body, b: Body) -> str:
    """One name breaks off at a hyphen of the other."""
    both = ((x, y) for x in a.titles.items() for y in b.titles.items())
    return next((f"{x[1]} / {y[1]}" for x, y in both if _broken(x, y[1]) or _broken(y, x[1])), "")


def _broken(short: tuple[BodyKey, str], long: str) -> bool:
    """ "District of Upper" of "District of Upper-Marsh"; a "Board-North" is not the "Board"."""
    title, name = short
    whole = bool(title.words) and title.words[-1] in {*GENERIC, *HEADS}
    return not whole and fold(long).casefold().startswith(f"{fold(name).casefold()}-")


def contained(a: Body, b: Body) -> str:
    """All words of one title stand in the other."""
    return _when("within", a, b)


def most_words(a: Body, b: Body) -> str:
    """Most of the words of the longer title are in the shorter."""
    pairs = ((x, y) for x in a.titles for y in b.titles if relation(x, y) in ("ends", "within"))
    most = ((x, y) for x, y in pairs if 4 * min(len(x.own), len(y.own)) >= 3 * max(len(x.own), len(y.own), 4))
    return next((_names(a, b, x, y) for x, y in most), "")


def kind_alone(a: Body, b: Body) -> str:
    """One is named by its kind only, as the other's kind is."""
    if a.role == b.role:
        return ""
    role, named = (a, b) if a.role else (b, a)
    kinds = [title for title, name in role.titles.items() if not name.lower().endswith("s")]  # "Committees" are several
    pairs = ((x, y) for x in kinds for y in named.titles if x.head == y.head and x.generic <= y.generic)
    return next((_names(role, named, x, y) for x, y in pairs), "")


def acronym(a: Body, b: Body) -> str:
    """The council's documents define the acronym as the other name."""
    return min((a.letters & b.defined) | (b.letters & a.defined), default="").upper()


def same_letters(a: Body, b: Body) -> str:
    """The same acronym."""
    return min(a.letters & b.letters, default="").upper()


# -- what is said beside them ----------------------------------------------------------------------------------------


def same_id(a: Body, b: Body) -> str:
    """The same id on the council's own site."""
    return min(a.ids & b.ids, default="")


def same_hour(a: Body, b: Body) -> str:
    """Both met in the same hour, with the same people there."""
    hours = a.hours & b.hours
    return " ".join(min(hours)) if hours and len(a.there & b.there) >= MEMBERS else ""


def same_members(a: Body, b: Body) -> str:
    """Most of the people who attend the one attend the other."""
    both = a.there & b.there
    most = len(both) >= MEMBERS and 2 * len(both) >= min(len(a.there), len(b.there))
    return f"{len(both)} people" if most else ""


def same_year(a: Body, b: Body) -> str:
    """Named in the same municipal year."""
    years = a.years & b.years if a.loose or b.loose or title_within(a, b) else set()
    return f"{min(years)}/{(min(years) + 1) % 100:02d}" if years else ""


# -- what speaks against ---------------------------------------------------------------------------------------------


def years_apart(a: Body, b: Body) -> str:
    """More years lie between the documents than a council sits."""
    apart = min((abs(x - y) for x in a.years for y in b.years), default=0)
    return f"{apart} years" if (a.short or b.short) and apart > TERM else ""


def both_common(a: Body, b: Body) -> str:
    """Each is printed in several documents, as a slip seldom is."""
    return f"{a.documents} / {b.documents}" if min(a.documents, b.documents) > 1 and slip(a, b) else ""


# -- vetoes ----------------------------------------------------------------------------------------------------------


def other_id(a: Body, b: Body) -> str:
    """Different ids on the council's own site."""
    return f"{min(a.ids)} / {min(b.ids)}" if a.ids and b.ids and not a.ids & b.ids else ""


def other_number(a: Body, b: Body) -> str:
    """Different numbers or letters."""
    return _against("numbers", a, b)


def other_years(a: Body, b: Body) -> str:
    """Different years in the names."""
    return _against("years", a, b)


def other_kind(a: Body, b: Body) -> str:
    """Different kinds: a board and a committee, a committee and its sub-committee, one that is joint."""
    return _against("kinds", a, b)


def other_topic(a: Body, b: Body) -> str:
    """Task groups on different topics."""
    return _against("topics", a, b)


def other_title(a: Body, b: Body) -> str:
    """Each title has words that the other lacks."""
    return _against("titles", a, b)


def _against(what: str, a: Body, b: Body) -> str:
    return next((_names(a, b, x, y) for x in a.titles for y in b.titles if contradict(x, y) == what), "")


Compare = Callable[[Body, Body], str]
EXACT: tuple[Feature[Body], ...] = (
    Feature(100, same_words),
    Feature(90, other_order),
    Feature(90, same_topic),
    Feature(80, slip),
    Feature(80, number_alone),
    Feature(80, initials),
    Feature(60, few_initials),
    Feature(55, kind_words),
    Feature(100, acronym),
    Feature(40, same_id),
)
FEATURES: tuple[Feature[Body], ...] = (
    *EXACT,
    Feature(55, title_within),  # of another year it may be the board's new title
    Feature(80, without_number),
    Feature(55, beginning),
    Feature(40, ending),
    Feature(40, contained),
    Feature(15, most_words),
    Feature(80, same_letters),
    Feature(50, same_hour),
    Feature(15, same_members),
    Feature(50, same_year),
    Feature(-20, years_apart),
    Feature(-30, both_common),
)
# Of one document, whose writer means one thing by a name; a title with more words may be that of a second body.
WITHIN: tuple[Feature[Body], ...] = (
    *EXACT,
    Feature(85, title_within),
    Feature(100, without_number),
    Feature(60, beginning),
    Feature(60, ending),
    Feature(60, contained),
    Feature(40, cut_off),
    Feature(80, kind_alone),
)
VETOES: tuple[Compare, ...] = (other_id, other_number, other_years, other_kind, other_topic, other_title)
