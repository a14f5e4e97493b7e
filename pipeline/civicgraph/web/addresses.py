"""IRIs of the graph and addresses of this site, each from the other.

    <base>coventry-city-council/body/cabinet   ↔   /page/coventry-city-council/body/cabinet
    anything else with http(s)                 →   /page?iri=https%3A%2F%2Fexample.org%2Fact

`/id/…` leads to the page or, by what is accepted, to the data: `/page/….ttl`, `.jsonld`, `.csv`.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

PAGE = "/page/"
ID = "/id/"
SUFFIXES = {"ttl": "text/turtle", "jsonld": "application/ld+json", "csv": "text/csv"}
_SAFE = "/~:,=@!$&'()*+;"
_PLAIN = re.compile(r"[\w./~:,=@!$&'()*+;-]*", re.ASCII)


def path_of(iri: str, base: str) -> str:
    """`/page/…` of a thing; "" where it is no address that a browser may open. A fragment stays one."""
    stem, hash_, fragment = iri.partition("#")
    if stem.startswith(base) and len(stem) > len(base):
        path = stem[len(base) :]  # a page has hundreds of addresses, and few that need quoting
        return PAGE + (path if _PLAIN.fullmatch(path) else quote(path, safe=_SAFE)) + hash_ + fragment
    if iri.startswith(("http://", "https://")):
        return f"{PAGE.rstrip('/')}?iri={quote(iri, safe='')}"
    return ""


def twin_of(iri: str, base: str, suffix: str) -> str:
    """The address of its data."""
    path = path_of(iri, base).partition("#")[0]
    return f"{path}&as={suffix}" if "?iri=" in path else f"{path}.{suffix}"


def iri_of(path: str, base: str) -> str:
    """The IRI whose page has this path below `/page/` or `/id/`."""
    return base + unquote(path) if "%" in path else base + path


def split_suffix(path: str) -> tuple[str, str]:
    """("a/b", "ttl") of "a/b.ttl", ("a/b", "") where there is no suffix of ours."""
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and suffix in SUFFIXES else (path, "")


def outside(iri: str) -> str:
    """The address of a thing of the world, only where a browser may open it."""
    return iri if iri.startswith(("http://", "https://")) else ""
