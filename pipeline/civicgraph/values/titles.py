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


_PASSED = r"(?:recommendations?|referrals?|references?|reports? back)"
_BODIES = r"(?:committee|panel|board|group|commission|forum|cabinet|executive|council|party)(?: \(?\d{1,2}\)?)?"
# "Recommendations from the Finance Committee on the Precept", "Finance Committee - Recommendation on the Precept"
_WHOSE = re.compile(
    rf"^(?:{_PASSED} (?:from|of|by) .{{3,120}}?\b{_BODIES}|.{{3,120}}?\b{_BODIES}(?: -|:)\s{_PASSED})"
    r"\s?(?:on|regarding|concerning|about|re|into|:|-)\s(?:the\s)?",
    re.I,
)
# "Precept: Recommendations from the Finance Committee"
_FROM = re.compile(rf"\s?(?:[:(]|-|\u2013)\s?{_PASSED} (?:from|of|by) .{{3,160}}$", re.I)


def matter_key(text: str) -> str:
    """`title_key` of what is passed on, whoever passed it on.

    >>> matter_key("Recommendations from the Finance Committee on the Precept")
    'precept'
    >>> matter_key("Precept - Recommendation of the Finance Committee")
    'precept'
    """
    title = squash(fold(text))
    return title_key(_FROM.sub("", _WHOSE.sub("", title))) or title_key(title)


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
