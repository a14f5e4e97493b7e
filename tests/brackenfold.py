"""Papers of a borough of our own making, read as a build reads them."""

from __future__ import annotations

from civicgraph.extract import extract
from civicgraph.link import link
from civicgraph.model import Findings, Register
from civicgraph.read import read_bytes
from civicgraph.segment import segment

BASE = "https://example.org/id/"
COUNCIL = f"{BASE}brackenfold-borough-council"


def minutes(body: str, day: str, *items: str) -> str:
    """A record; an item is "31. Bus Fares" and its text in further paragraphs."""
    head = f"Brackenfold Borough Council\n\nMinutes of the Meeting of the {body} held at 2.00 pm on {day}"
    return "\n\n".join((head, "Present:\n\nMembers: Councillor A Thorne (Chair)", *map(_bold, items)))


def agenda(body: str, day: str, *items: str) -> str:
    return "\n\n".join((f"Brackenfold Borough Council\n\nAGENDA\n\n{body}\n\n{day} at 2.00 pm", *map(_bold, items)))


def sheet(title: str, to: str, *fields: str) -> str:
    """A report with its front sheet."""
    body = "1. Introduction\n\nThis report sets out what was found."
    return "\n\n".join(
        ("Brackenfold Borough Council", f"To: {to}", f"Subject: {title}", *fields, "Wards affected: All", body)
    )


def took(number: str, title: str, *more: str, author: str = "Director of Transport") -> str:
    """An item that takes a report."""
    told = f"The meeting considered a report of the {author}."
    return "\n\n".join((f"{number}. {title}", told, *more, "RESOLVED that the report be noted."))


def findings(documents: dict[str, str]) -> list[Findings]:
    read = [read_bytes(text.encode(), path=name, name=name) for name, text in documents.items()]
    return [extract(one, segment(one)) for one in read]


def linked(documents: dict[str, str]) -> Register:
    return link(findings(documents), base=BASE)


def _bold(item: str) -> str:
    heading, _, rest = item.partition("\n\n")
    number, _, title = heading.partition(" ")
    return f"{number} **{title}**" + (f"\n\n{rest}" if rest else "")
