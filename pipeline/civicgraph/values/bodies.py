"""Names of a council's own bodies: how they end, what kind they are, and which number they carry."""

from __future__ import annotations

import re

from civicgraph.values.text import fold, squash

# How the names of bodies end; "Council" alone is the full council.
HEAD = re.compile(
    r"\b(?:Sub-?\s?Committee|Committee|Board|Panel|Cabinet|(?<!Chief )Executive|Council|Forum|Commission"
    r"|Assembly|Bench|Tribunal|Partnership"
    r"|(?:Task|Working|Steering|Reference|Review|Advisory|Project|Liaison|Scrutiny|Finish)\s+Group|(?:Working|Scrutiny)\s+Party"
    r"|(?:Municipal|Metropolitan)\s+District|(?:Fire|Rescue|Transport|Combined|Police|Park|Pensions?|Waste|Port|Joint|Broads)\s+Authority"
    r"|Cabinet\s+(?:Member|Secretary)|Executive\s+Member|Portfolio\s+Holder"
    r"|Area\s+(?:(?:Consultation|Consultative|Liaison|Public)\s+)?Meeting|Meeting\s+of\s+the\s+Trustees|Trustees)s?\b",
    re.I,
)
# "Licensing Committee (ceased to operate on 10 April)"
AFTER_HEAD = re.compile(rf"(?P<head>{HEAD.pattern})\s{{1,3}}\([^()]{{1,80}}\)", re.I)
SINGLE_MEMBER = re.compile(
    r"\b(?:Cabinet|Executive|Lead)\s+Members?\b|\bPortfolio\s+Holder\b|\bCabinet\s+Secretary\b", re.I
)
NUMBER = re.compile(r"(?:\((?:[A-Za-z' ]{0,40}\s)?(\d{1,2})\)|\s(?:No\.?\s*)?(\d{1,2}))(?=$|\s|\))")

# (kind as in concepts.ttl, how the name tells): the first that fits.
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "task-and-finish",
        re.compile(r"task\s*(?:and|&)\s*finish|task group|working (?:group|party)|inquiry|review group", re.I),
    ),
    ("cabinet-member", SINGLE_MEMBER),
    ("joint", re.compile(r"\bjoint\b|combined authority", re.I)),
    ("sub-committee", re.compile(r"sub-?\s?committee", re.I)),
    ("scrutiny", re.compile(r"scrutiny|\bO&S\b|overview|select committee|policy (?:development|review)", re.I)),
    ("cabinet", re.compile(r"\bcabinet\b(?!\s+(?:committee|panel|member))|\bexecutive\b(?!\s+member)", re.I)),
    (
        "regulatory",
        re.compile(
            r"planning|licensing|development (?:management|control)|standards|audit|pensions?|appeals|regulat"
            r"|governance",
            re.I,
        ),
    ),
    ("area", re.compile(r"\barea\b|\bdistrict\b|neighbourhood|community council|ward", re.I)),
    ("advisory", re.compile(r"advisory|consultative|liaison|forum|reference", re.I)),
    ("full-council", re.compile(r"\bcouncil\b(?!\s+(?:house|tax))", re.I)),
    ("panel", re.compile(r"\bpanel\b", re.I)),
)


def is_body_name(text: str) -> bool:
    """Could this whole line be the name of a body?

    >>> is_body_name("CHILDREN AND YOUNG PEOPLE SCRUTINY BOARD (2)"), is_body_name("The Board was told of delays.")
    (True, False)
    """
    text = squash(text)
    if not 4 < len(text) < 140 or text.endswith((".", ";", ",")) or not HEAD.search(text):
        return False
    words = [
        w
        for w in re.findall(r"[A-Za-z][\w'-]*", AFTER_HEAD.sub(r"\g<head>", fold(text)))
        if len(w) > 3 and w not in ("with", "from", "Responsibility")
    ]
    return all(w[0].isupper() for w in words)


def body_kind(name: str) -> str:
    """The kind of body that its name says, "other" where it does not."""
    return next((kind for kind, pattern in KINDS if pattern.search(name)), "other")


def body_number(name: str) -> str:
    """The number that tells numbered boards apart: "2" of "Scrutiny Board (2)" and of "(Scrutiny Board 2)"."""
    found = NUMBER.search(name)
    return (found.group(1) or found.group(2)) if found else ""
