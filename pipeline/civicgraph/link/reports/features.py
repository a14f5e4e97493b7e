"""What speaks for two papers being one report, and what speaks against it. The docstrings are shown to users."""

from __future__ import annotations

from datetime import date

from civicgraph.link.features import Feature, Judged
from civicgraph.link.features import judge as weigh
from civicgraph.link.reports.papers import Paper
from civicgraph.link.reports.titles import contained, same

NEAR = 100  # days within which one report goes from body to body


def same_reference(a: Paper, b: Paper) -> str:
    """Both have the same number."""
    return a.reference if a.reference == b.reference else ""


def same_meeting(a: Paper, b: Paper) -> str:
    """Both are of the same meeting."""
    if a.met and a.met == b.met:
        return f"{a.body}, {a.way[1]}"
    in_pack = a.at[0] == b.at[0] and (a.meeting is None or b.meeting is None) and (a.planned or b.planned)
    return "a pack and its agenda" if in_pack else ""


def stated_route(a: Paper, b: Paper) -> str:
    """The one says that it goes to, or came from, the meeting that the other was put to."""
    if a.met == b.met:
        return ""
    told = [(b, day) for body, day in sorted(a.ways) if (body, day) == b.way]
    told += [(a, day) for body, day in sorted(b.ways) if (body, day) == a.way]
    return f"{told[0][0].body}, {told[0][1]}" if told else ""


def shared_route(a: Paper, b: Paper) -> str:
    """Both say that they go to, or came from, one meeting."""
    days = sorted(day for _, day in a.ways & b.ways)
    return days[0] if days and a.met != b.met and not stated_route(a, b) else ""


def same_title(a: Paper, b: Paper) -> str:
    """Their titles say the same."""
    return _title(a) if same(a.title, b.title) and _of_one_paper(a, b) else ""


def contained_title(a: Paper, b: Paper) -> str:
    """One title says all that the other does, and more."""
    if same(a.title, b.title) or not contained(a.title, b.title) or not _of_one_paper(a, b):
        return ""
    return f"{_title(a)} and {_title(b)}"


def same_number(a: Paper, b: Paper) -> str:
    """Both have the same place on the agenda."""
    return f"item {a.number}" if a.met and a.met == b.met and a.number and a.number == b.number else ""


def same_author(a: Paper, b: Paper) -> str:
    """Both are of the same author."""
    return a.author if a.author.casefold() == b.author.casefold() and a.met != b.met else ""


def near_in_time(a: Paper, b: Paper) -> str:
    """Two bodies had them before them within a hundred days."""
    if a.way[0] == b.way[0] or a.generic or b.generic:
        return ""
    days = _days(a, b)
    return f"{a.way[1]} and {b.way[1]}" if days is not None and days <= NEAR else ""


FEATURES: tuple[Feature[Paper], ...] = (
    Feature(55, same_reference),
    Feature(40, same_meeting),
    Feature(40, stated_route),
    Feature(35, shared_route),
    Feature(45, same_title),
    Feature(40, contained_title),
    Feature(40, same_number),
    Feature(5, same_author),
    Feature(5, near_in_time),
)


_OF_ONE_PAPER = (same_reference, same_title, contained_title, same_number)


def two_entries(a: Paper, b: Paper) -> str:
    """One record has them as two entries."""
    return f"{a.place} and {b.place}" if a.at[0] == b.at[0] and a.meeting == b.meeting else ""


def other_issue(a: Paper, b: Paper) -> str:
    """Their titles differ in a number, a year, a month or a stage."""
    for one, other in ((a.title.counts, b.title.counts), (a.title.stages, b.title.stages)):
        if one and other and one != other:
            return f"{', '.join(sorted(one))} and {', '.join(sorted(other))}"
    return ""


def other_reference(a: Paper, b: Paper) -> str:
    """They have different numbers."""
    both = a.reference and b.reference and a.reference != b.reference
    return f"{a.reference} and {b.reference}" if both else ""


def other_place(a: Paper, b: Paper) -> str:
    """They have different places on one agenda."""
    both = a.met and a.met == b.met and a.number and b.number and a.number != b.number
    return f"items {a.number} and {b.number}" if both else ""


def other_audience(a: Paper, b: Paper) -> str:
    """One was taken in public and one in private at the same meeting."""
    return f"{a.body}, {a.way[1]}" if a.met and a.met == b.met and a.private != b.private else ""


VETOES = (two_entries, other_issue, other_reference, other_place, other_audience)
NOTHING = Judged("different", 0, ())


def excluded(a: Paper, b: Paper) -> bool:
    return any(veto(a, b) for veto in VETOES)


def judge(a: Paper, b: Paper) -> Judged:
    """One report, or two: two where nothing but the occasion is shared, or where neither is said to be a report."""
    if not (a.reported or b.reported) or not any(feature(a, b) for feature in _OF_ONE_PAPER):
        return NOTHING
    return weigh(a, b, FEATURES, VETOES)


def _title(paper: Paper) -> str:
    return f"\u2018{paper.title.text}\u2019"


def _of_one_paper(a: Paper, b: Paper) -> bool:
    """At one meeting any title tells a paper; from meeting to meeting none that recurs."""
    return bool(same_meeting(a, b) or (not (a.met and b.met) and stated_route(a, b))) or not (a.generic or b.generic)


def _days(a: Paper, b: Paper) -> int | None:
    try:
        return abs((date.fromisoformat(a.way[1]) - date.fromisoformat(b.way[1])).days)
    except ValueError:
        return None  # no day, or a month only
