"""Titles of reports and items, made comparable: an agenda, a record and a referral print one title three ways."""

from __future__ import annotations

import re

from civicgraph.values.gazetteer import bare
from civicgraph.values.text import fold, squash

_LEAD = re.compile(
    r"^(?:(?:the[ ])?(?:(?:joint|briefing|update|progress|further|annual)[ ])?"
    r"(?:report|briefing[ ]note|presentation|item)"
    r"(?:[ ]title)?[ ]?(?::|-|on\b|of\b|regarding\b|about\b|re\b|titled\b|entitled\b)[ ]?(?:the[ ])?|the[ ]|re:[ ]?)",
    re.I,
)
_NUMBER = re.compile(
    r"^(?!(?:19|20)\d\d[/-])(?:item[ ])?(?:\d{1,4}(?:[./]\d{1,4}){0,3}|\([a-z\d]{1,3}\)|[a-z]\))[.:)]?[ ]+", re.I
)
_BRACKET = re.compile(r"[(\[][^()\[\]]{0,80}+[)\]]")
# In brackets at the end: an acronym "(MST)", an agenda number "(Item 5)", a document icon's words.
_DROPPED = re.compile(
    r"[(\[](?:[A-Z][A-Za-z0-9&]{0,4}[A-Z0-9]|(?:agenda )?item \d{1,3}|minute \d{1,4}(?:/\d\d)?|\d{1,3})[)\]]|"
    r"\bpdf icon\b.{0,40}|\bpdf \d{1,6} ?[km]b\b"
)
_SAME = (("&", " and "), ("%", " per cent "))


def title_key(text: str) -> str:
    """Letters and digits by which titles are compared: case, quotes, item number, "Report on" and acronyms dropped.

    >>> title_key("5. Report on \u2018Multi-Systemic Therapy (MST)\u2019")
    'multi systemic therapy'
    """
    title = squash(fold(text)).strip("'\"*_ ")
    title = _NUMBER.sub("", title).strip("'\"*_ ")
    for _ in range(2):  # "Report title: Report on …"
        title = _LEAD.sub("", title, count=1).strip("'\"*_ ")
    title = _DROPPED.sub(" ", title)
    for mark, words in _SAME:
        title = title.replace(mark, words)
    title = title.replace("'", "").replace("\u2026", " ")
    return " ".join(word for part in re.split(r"[\W_]++", title) if (word := bare(part)))
