"""How the processor time of linking alone grows: 1,000, 10,000 and 100,000 mentions of made-up councils.

python bench/linking.py [--most 100000]

"more papers" are of the same ten councils, so that each name has ever more to be compared with; "more councils" add
councils of the same size. The exponent is that of the mentions with which the seconds grow: 1 is linear, 2 is each with
each.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import time
from collections.abc import Iterator

import shires
from civicgraph.link import link
from civicgraph.link.names import names_of
from civicgraph.model import Attendance, Findings, Meeting, Mention, MentionKind, MinuteItem, Source, Span

SIZES = (1_000, 10_000, 100_000)
SEATS = 80
TEN = 10
ITEMS = 6
THINGS = (
    "Allotments Bridges Cemeteries Drains Fairs Ferries Kiosks Lamps Markets Piers Quays Trams Verges Wells".split()
)
NOWHERE = Span(start=0, end=0)
SUBJECTS = "Housing Planning Licensing Highways Parks Leisure Finance Education Health Waste Culture Youth".split()


def main() -> None:
    parser = argparse.ArgumentParser(description="how the time of linking grows")
    parser.add_argument("--most", type=int, default=SIZES[-1])
    sizes = [size for size in SIZES if size <= parser.parse_args().most]
    print(f"{'':16}{'documents':>10}{'mentions':>10}{'entities':>10}{'seconds':>9}{'µs each':>9}{'exponent':>10}")
    for title, wider in (("more papers", False), ("more councils", True)):
        before: tuple[int, float] | None = None
        for size in sizes:
            every = documents(size, wider=wider)
            mentions = sum(len(names_of(one).names) for one in every)
            began = time.process_time()
            register = link(every)
            seconds = time.process_time() - began
            grew = math.log(seconds / before[1]) / math.log(mentions / before[0]) if before else math.nan
            row = f"{len(every):10,}{mentions:10,}{len(register.entities):10,}"
            row += f"{seconds:9.2f}{seconds / mentions * 1e6:9.0f}" + (f"{grew:10.2f}" if before else "")
            print(f"{title:16}{row}", flush=True)
            before = mentions, seconds


def documents(size: int, *, wider: bool) -> list[Findings]:
    """As many minutes as have about `size` mentions, spread over the councils and years."""
    each = 23  # mentions in one paper
    papers_of_council = shires.TERMS * shires.YEARS * len(shires.COMMITTEES)
    wanted = size // each
    councils = math.ceil(wanted / papers_of_council) if wider else TEN
    meetings = math.ceil(wanted / (councils * papers_of_council))
    papers = list(shires.papers(councils, seats=SEATS, meetings=meetings, seed=0))
    step = len(papers) / wanted
    return [found(papers[int(i * step)]) for i in range(wanted)]


def found(paper: shires.Paper) -> Findings:
    """What reading the paper would give, without its text."""
    digest = hashlib.sha256(paper.file.encode()).hexdigest()
    body = mention("body", paper.committee)
    return Findings(
        source=Source(path=paper.file, name=paper.file, media_type="text/plain", sha256=digest, size=0),
        text_sha256=digest,
        characters=0,
        council=mention("council", paper.council),
        meetings=(
            Meeting(part="minutes", body=body, date=f"{paper.year}-03-01", start="", end="", venue="", span=NOWHERE),
        ),
        attendance=tuple(
            Attendance(
                meeting=0,
                person=mention("person", f"Councillor {name}"),
                kind="councillor",
                status="present",
                span=NOWHERE,
                rule="attendance-list",
            )
            for name, _ in paper.present
        ),
        mentions=tuple(others(paper)),
        items=tuple(items(paper)),
    )


def items(paper: shires.Paper) -> Iterator[MinuteItem]:
    """What the committee took: things of which it hears again, in other words."""
    drawn = hashlib.sha256(f"items of {paper.file}".encode()).digest()
    for n in range(ITEMS):
        one, other = (THINGS[drawn[3 * n + k] % len(THINGS)] for k in (0, 1))
        title = f"{SUBJECTS[drawn[3 * n + 2] % len(SUBJECTS)]} of {one} and {other}"
        yield MinuteItem(meeting=0, number=str(n + 1), title=title, span=NOWHERE, whole=NOWHERE, planned=False)


def others(paper: shires.Paper) -> Iterator[Mention]:
    yield from (mention("person", f"Councillor {name}") for name, _ in paper.spoke)
    subject = SUBJECTS[int(hashlib.sha256(paper.file.encode()).hexdigest(), 16) % len(SUBJECTS)]
    yield mention("post", f"Director of {subject}")
    yield mention("post", f"Cabinet Member for {subject}")
    yield mention("body", f"{subject} Scrutiny Board ({SUBJECTS.index(subject) % 5 + 1})")
    yield mention("programme", f"{subject} Strategy {paper.year}")
    yield mention("organisation", f"{subject} Trust of {paper.council.split()[0]}")


def mention(kind: MentionKind, name: str) -> Mention:
    return Mention(kind=kind, name=name, span=NOWHERE, rule="made")


if __name__ == "__main__":
    main()
