"""What speaks for two items being about one matter, and what speaks against it. The docstrings are shown to users."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from civicgraph.link.features import Feature, Judged
from civicgraph.link.features import judge as weigh
from civicgraph.link.matters.occasions import Occasion
from civicgraph.values.dates import municipal_year

YEAR = 370  # days
SEVERAL = 3  # words that are enough without one that few titles have


def passed_on(a: Occasion, b: Occasion) -> str:
    """The one says that it is passed on to the body of the other, or the other that it came from there."""
    for one, other in ((a, b), (b, a)):
        passed = other.body in one.passed_to or one.body in other.came_from
        if passed and one.order < other.order and _days(a, b) <= YEAR:
            return f"from {one.place} to {other.place}"
    return ""


def put_off(a: Occasion, b: Occasion) -> str:
    """The one was put off, and the other has its title before the same body."""
    first, then = sorted((a, b), key=lambda o: o.order)
    return first.place if first.deferred and first.body == then.body and _same(a, b) else ""


def same_words(a: Occasion, b: Occasion) -> str:
    """Their titles say the same."""
    return _words(a.subject.core) if _same(a, b) and a.subject.full and b.subject.full else ""


def contained_words(a: Occasion, b: Occasion) -> str:
    """One title says all that the other does, and more."""
    short, long = sorted((a.subject, b.subject), key=lambda s: (len(s.words), s.core))
    return _words(short.core) if short.full and short.words < long.words else ""


def same_couple(a: Occasion, b: Occasion) -> str:
    """Both titles have two words next to each other that few titles have."""
    return ", ".join(" ".join(couple) for couple in sorted(a.subject.couples & b.subject.couples))


def another_word(a: Occasion, b: Occasion) -> str:
    """And they have another such word."""
    coupled = {word for couple in a.subject.couples & b.subject.couples for word in couple}
    return _words(sorted((a.subject.telling & b.subject.telling) - coupled)) if coupled else ""


def several_words(a: Occasion, b: Occasion) -> str:
    """Both titles have three words or more."""
    both = sorted(a.subject.words & b.subject.words)
    return _words(both) if len(both) >= SEVERAL and not _same(a, b) else ""


def same_year(a: Occasion, b: Occasion) -> str:
    """And they are of the same year."""
    years = sorted(c for c in a.subject.title.counts & b.subject.title.counts if c.startswith("20"))
    return ", ".join(years) if len(a.subject.words & b.subject.words) >= SEVERAL else ""


def same_programme(a: Occasion, b: Occasion) -> str:
    """Both titles name the same programme."""
    return _last(a.programmes & b.programmes & a.told & b.told)


def told_programme(a: Occasion, b: Occasion) -> str:
    """Both name the same programme, one of them in its text."""
    return "" if same_programme(a, b) else _last(a.told & b.told)


def named_body(a: Occasion, b: Occasion) -> str:
    """The title of the one names the body of the other."""
    for one, other in ((a, b), (b, a)):
        if other.body in one.bodies and one.body != other.body:
            return other.place.rpartition(",")[0]
    return ""


def same_body(a: Occasion, b: Occasion) -> str:
    """Both were before the same body."""
    return a.place.rpartition(",")[0] if a.body == b.body else ""


def near_in_time(a: Occasion, b: Occasion) -> str:
    """They are no more than a year apart."""
    return f"{a.date} and {b.date}" if _days(a, b) <= YEAR else ""


def other_matter(a: Occasion, b: Occasion) -> str:
    """Each title has a word that the other has not."""
    one, other = a.subject.telling - b.subject.words, b.subject.telling - a.subject.words
    return f"{_words(sorted(one))} and {_words(sorted(other))}" if one and other else ""


FEATURES: tuple[Feature[Occasion], ...] = (
    Feature(50, passed_on),
    Feature(50, put_off),
    Feature(80, same_words),
    Feature(65, contained_words),
    Feature(50, same_couple),
    Feature(25, another_word),
    Feature(40, several_words),
    Feature(30, same_year),
    Feature(60, same_programme),
    Feature(15, told_programme),
    Feature(40, named_body),
    Feature(15, same_body),
    Feature(10, near_in_time),
    Feature(-40, other_matter),
)
# A paper says it, where one of the others tells that it speaks of this very thing.
STATED, OF_ONE_THING = (passed_on, put_off), (same_words, contained_words, same_couple)


def same_meeting(a: Occasion, b: Occasion) -> str:
    """They are two entries of one meeting."""
    return a.place if a.meeting == b.meeting or a.date == b.date and a.body == b.body else ""


def other_issue(a: Occasion, b: Occasion) -> str:
    """Their titles differ in a number, a year, a quarter or a month."""
    one, other = a.subject.title.counts, b.subject.title.counts
    return "" if one <= other or other <= one else f"{', '.join(sorted(one))} / {', '.join(sorted(other))}"


def other_place(a: Occasion, b: Occasion) -> str:
    """Their titles name different places."""
    one, other = a.subject.places, b.subject.places
    return f"{', '.join(sorted(one))} / {', '.join(sorted(other))}" if one and other and not one & other else ""


def other_turn(a: Occasion, b: Occasion) -> str:
    """They are of one series: before one body again, or in another municipal year."""
    if not (a.subject.serial or b.subject.serial):
        return ""
    both = a.subject.serial and b.subject.serial
    again = both and a.body == b.body
    years = municipal_year(a.date), municipal_year(b.date)
    return f"{a.date} / {b.date}" if again or years[0] != years[1] else ""


NOTHING = Judged("different", 0, ())
VETOES = (same_meeting, other_issue, other_place, other_turn)


def excluded(a: Occasion, b: Occasion) -> bool:
    """No one matter has both: a sign against it, or nothing in common."""
    return any(veto(a, b) for veto in VETOES[1:]) or not _share(a, b)


def judge(a: Occasion, b: Occasion) -> Judged:
    """One matter, or two: two at once where one word is all that they share, as most do."""
    return weigh(a, b, FEATURES, VETOES) if _share(a, b) and _enough(a, b) else NOTHING


def _enough(a: Occasion, b: Occasion) -> bool:
    one, other = a.subject, b.subject
    return (
        not one.couples.isdisjoint(other.couples)
        or one.words <= other.words
        or other.words <= one.words
        or not a.told.isdisjoint(b.told)
        or len(one.words & other.words) >= SEVERAL
        or bool(passed_on(a, b))
    )


def _share(a: Occasion, b: Occasion) -> bool:
    """Is there anything that titles or programmes have in common?"""
    one, other = a.subject, b.subject
    return (
        not one.telling.isdisjoint(other.telling)
        or not a.told.isdisjoint(b.told)
        or len(one.words & other.words) >= SEVERAL
        or bool(one.words and one.words == other.words)
    )


def _same(a: Occasion, b: Occasion) -> bool:
    return bool(a.subject.core) and a.subject.words == b.subject.words


def _words(words: Iterable[str]) -> str:
    said = " ".join(words)
    return f"\u2018{said}\u2019" if said else ""


def _last(iris: frozenset[str]) -> str:
    return ", ".join(sorted(iri.rsplit("/", 1)[-1] for iri in iris))


def _days(a: Occasion, b: Occasion) -> int:
    return abs((date.fromisoformat(a.date) - date.fromisoformat(b.date)).days)
