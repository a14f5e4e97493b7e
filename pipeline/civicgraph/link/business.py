"""One meeting by its business: its agenda and its minutes print the same titles, whoever's name is left out."""

from __future__ import annotations

from civicgraph.link.bodies.title import body_key
from civicgraph.link.matters.subjects import subject
from civicgraph.link.names import Met, Names
from civicgraph.values.titles import title_key

LEAST = 2  # titles; one may be another council's by chance
WORDS = 10  # of all shared titles together: "Budget" and "Pay Policy" are everybody's

Business = frozenset[str]


def business(document: Names, met: Met) -> Business:
    """The titles of a meeting's items, as they are compared, without what every meeting takes."""
    its = (item.title for item in document.items if item.meeting == met.index)
    return frozenset(key for title in its if not subject(title).standing and (key := title_key(title)))


def day_of(met: Met, council: str = "") -> tuple[str, ...]:
    """The day and the words of the body's name; () where a meeting has not both."""
    return (met.date, *body_key(met.body, council).words) if met.date and met.body else ()


def same_business(met: Met, business: Business, other: Met, others: Business) -> Business:
    """What two meetings of one body and day have in common, where it is enough to say that they are one; else nothing.

    They began at no two hours, and half of the shorter list stands on the other word for word.
    """
    both = business & others
    if met.start and other.start and met.start != other.start:
        return frozenset()
    words = sum(len(title.split()) for title in both)
    enough = len(both) >= LEAST and words >= WORDS and 2 * len(both) >= min(len(business), len(others))
    return both if enough else frozenset()
