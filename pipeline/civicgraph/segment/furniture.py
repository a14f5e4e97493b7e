"""Lines that are about the document and not of it: labels, group headings, links to files."""

from __future__ import annotations

import re

from civicgraph.model import Span
from civicgraph.values.text import fold

# What stands between items and is none: the halves of an agenda.
GROUP = re.compile(
    r"^(?:(?:un)?restricted items|(?:public|private|exempt|confidential|open|closed) (?:business|items?|session)"
    r"|part (?:[IVX]{1,3}|[12]|one|two|a|b)\b.{0,60}|items?|no\.? item|matters? for (?:decision|information|recommendation).{0,40}"
    r"|agenda(?: and minutes)?|agenda items?|minutes|decisions?|supporting documents|additional documents|media)[:\s]*$",
    re.I,
)
PRIVATE = re.compile(
    r"^(?:private|exempt|confidential|closed) (?:business|items?|session)\b|^part (?:II|2|two|B)\b|^items? (?:from which|not open)",
    re.I,
)
LABEL = re.compile(
    r"^(?:minutes|decision|decisions|resolved|agreed|recommendations?|actions?|reasons?(?: for (?:the )?decisions?)?|present|apologies"
    r"|additional documents|supporting documents|attendance|in attendance|note|notes|contact|venue|place|date|time|time and date)\s*:$",
    re.I,
)
# "pdf icon PDF 229 KB", "(Pages 3 - 6)", "(copy attached)": glued to a title by the system that printed it.
TAIL = re.compile(
    r"\s*(?:\(?\s*pdf icon\s*PDF\s*[\d.,]{1,8}\s*[KM]B\)?|PDF\s*[\d.,]{1,8}\s*[KM]B|\(pages?\s*[\d\s,–-]{1,20}\)|\((?:copy |report )?(?:attached|enclosed|herewith)\)"
    r"|\(to follow\)|\((?:agenda )?items?\s*(?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?\)|\.{3,}\s*\d*|[:.]?)\s*$",
    re.I,
)


def is_label(text: str) -> bool:
    return bool(LABEL.match(text))


def is_private_heading(text: str) -> bool:
    return bool(PRIVATE.match(fold(text).strip()))


def title_span(text: str, span: Span) -> Span:
    """A title without what a system glued to its end.

    >>> # "Minutes pdf icon PDF 229 KB" → "Minutes"
    """
    end = span.end
    while True:
        words = fold(text[span.start : end])
        cut = TAIL.search(words, max(0, len(words) - 60))
        shorter = span.start + cut.start() if cut and cut.group() else end
        if shorter == end or shorter <= span.start:
            return Span(start=span.start, end=end)
        end = shorter
