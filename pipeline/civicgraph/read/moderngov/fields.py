"""What the elements of an answer say: words on one line, flags, dates of the service, their place in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from civicgraph.read.compose import Piece
from civicgraph.read.decode import CONTROL
from civicgraph.read.moderngov.tree import Element
from civicgraph.values.text import seen, squash

REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|<!--[^<>]{0,300}-->")
# Where a council's own site keeps what it publishes; a link to anywhere else says nothing of whose answer it is.
OWN_PATH = re.compile(
    r"/(?:documents|UserData|mgConvert2PDF|mg[A-Z]\w{2,40}\.aspx|ie[A-Z]\w{2,40}\.aspx)(?:[/?]|$)", re.I
)
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{1,120})\.[a-z]{2,12}")


def clean(text: str | None) -> str:
    """Words on one line. Titles are escaped for HTML before they are for XML, so a second layer comes off.

    >>> clean("  Roads &amp; Pavements\\r\\n<br />")
    'Roads & Pavements'
    """
    words = REFERENCE.sub(lambda found: html.unescape(found.group()), text or "")
    return squash(seen(CONTROL.sub("", TAG.sub(" ", words))))


def said(element: Element, name: str) -> str:
    """The words of a child, "" where it is empty or missing; "unspecified" is how the service says nothing."""
    words = clean(element.findtext(name))
    return "" if words.lower() in ("unspecified", "n/a") else words


def attribute(element: Element, name: str) -> str:
    return clean(element.get(name))


def flag(element: Element, name: str) -> bool | None:
    """True, False, or None where the service does not say."""
    return {"true": True, "1": True, "false": False, "0": False}.get(said(element, name).lower())


def children(element: Element, path: str, tag: str) -> Iterator[tuple[Element, str]]:
    """The children of a name, each with its XPath: "/meeting/attendees/attendee[3]"."""
    found = element.findall(tag)
    for number, child in enumerate(found, 1):
        yield child, f"{path}/{tag}[{number}]" if len(found) > 1 else f"{path}/{tag}"


def place(element: Element) -> str:
    """The XPath of one element, its namespaces left aside."""
    steps: list[str] = []
    here: Element | None = element
    while here is not None and here.tag != "Envelope":
        above = here.getparent()
        same = above.findall(here.tag) if above is not None else [here]
        steps.append(f"{here.tag}[{same.index(here) + 1}]" if len(same) > 1 else here.tag)
        here = above
    return "/" + "/".join(reversed(steps))


def council_piece(root: Element, names: Iterable[str]) -> list[Piece]:
    """The council's site, told by the links of an answer, which names no council; nothing where they go to several."""
    found: dict[str, Element] = {}
    for name in names:
        for element in root.iter(name):
            try:
                parts = urlsplit(clean(element.text))
            except ValueError:
                continue
            host = (parts.hostname or "").lower()
            if OWN_PATH.search(parts.path) and HOST.fullmatch(host):
                found.setdefault(host, element)
    if len(found) != 1:
        return []
    ((host, element),) = found.items()
    return [Piece(words=host, role="council", place=place(element))]


def identifier(**parts: str) -> str:
    """The ids of the service in the words of its links: identifier(CId="192", MId="727") → "CId=192&MId=727"."""
    return "&".join(f"{name}={value}" for name, value in parts.items() if re.fullmatch(r"[1-9]\d{0,9}", value))
