"""Lines that are about the document and not of it: labels, group headings, links to files."""

from __future__ import annotations

import re

from civicgraph.model import Span
from civicgraph.values.text import fold

# What stands between items and is none: the halves of an agenda.
GROUP = re.compile(
    r"^(?:(?:un)?restricted items|(?:public|private|exempt|confidential|open|closed) (?:business|items?|session)"
    r"|part (?:[IVX]{1,3}|[12]|one|two|a|b)\b.{0,60}|items?|no\.? item|matters? for (?:decision|information"
    r"|recommendation).{0,40}"
    r"|agenda(?:,? (?:and )?(?:draft )?(?:decisions|minutes))*|agenda items?|minutes|decisions?"
    r"|supporting documents|additional documents|media)[:\s]*$",
    re.I,
)
PRIVATE = re.compile(
    r"^(?:private|exempt|confidential|closed) (?:business|items?|session)\b|^part (?:II|2|two|B)\b"
    r"|^items? (?:from which|not open)",
    re.I,
)
LABEL = re.compile(
    r"^(?:minutes|decision|decisions|resolved|agreed|recommendations?|actions?"
    r"|reasons?(?: for (?:the )?decisions?)?|present|apologies"
    r"|additional documents|supporting documents|attendance|in attendance|note|notes|contact|venue|place|date"
    r"|time|time and date)\s*:$",
    re.I,
)
# "pdf icon PDF 229 KB", "(Pages 3 - 6)", "(copy attached)": glued to a title by the system that printed it.
TAIL = re.compile(
    r"\s*(?:\(?\s*pdf icon\s*PDF\s*[\d.,]{1,8}\s*[KM]B\)?|PDF\s*[\d.,]{1,8}\s*[KM]B|\(pages?\s*[\d\s,–-]{1,20}\)"
    r"|\((?:copy |report )?(?:attached|enclosed|herewith)\)"
    r"|\(to follow\)|[(\[](?:agenda )?items?\s*(?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?[)\]]"
    r"|[(\[]\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?[)\]]|\.{3,}\s*\d*|:\s*-|[:.-]?)\s*$",
    re.I,
)


def is_label(text: str) -> bool:
    return bool(LABEL.match(text))


# "Any other items of private business …": the item itself says that the public was not there.
PRIVATE_TITLE = re.compile(r"\b(?:items? of|other) (?:private|exempt|confidential) business\b", re.I)
PRIVATE_TOLD = re.compile(
    r"\b(?:considered|noted|received|discussed)\s+(?:a|an|the)\s+(?:private|exempt|confidential)"
    r"\s+(?:item|report|briefing note)\b"
)


def is_private_item(title: str, told: str) -> bool:
    """Does an item say of itself that it was taken in private?"""
    return bool(PRIVATE_TITLE.search(fold(title)) or PRIVATE_TOLD.search(fold(told)))


def is_private_heading(text: str) -> bool:
    return bool(PRIVATE.match(fold(text).strip()))


def title_span(text: str, span: Span) -> Span:
    """A title without what a system glued to its end, and the dash or slash between its number and it.

    >>> # "- Minutes pdf icon PDF 229 KB" → "Minutes"
    """
    words = fold(text[span.start : span.end])
    span = Span(start=span.end - len(words.lstrip("-/ ")) if words.strip("-/ ") else span.start, end=span.end)
    end = span.end
    while True:
        words = fold(text[span.start : end])
        cut = TAIL.search(words, max(0, len(words) - 60))
        shorter = span.start + cut.start() if cut and cut.group() else end
        if shorter == end or shorter <= span.start:
            return Span(start=span.start, end=end)
        end = shorter


# How a line opens that says what was decided: no title, and nobody's name. "Recommendations from the Board" is a title.
OUTCOME = re.compile(
    r"^(?:it was )?(?:also )?(?:unanimously )?(?:resolved|agreed|decided|decision|recommend(?:ed|s|"
    r"ations?(?! (?:(?:arising |received |referred |made )?(?:from|by)|of (?:the )?(?-i:[A-Z]))))?)\b",
    re.I,
)
# A line that says no more than that an outcome or its reasons follow: "Decision made", "RESOLVED THAT", "Reasons".
OUTCOME_LABEL = re.compile(
    r"^(?:(?:it was )?(?:unanimously )?(?:resolved|agreed|decided|recommended)(?: (?:unanimously|that|to))*"
    r"|that|(?:the |summary of (?:the )?)?decisions?(?: (?:made|taken|agreed))?"
    r"|reasons?(?: for (?:the )?(?:decisions?|recommendations?|refusal|approval|urgency))?"
    r"|(?:alternative|other) options?(?: (?:that were )?(?:considered|rejected|and|or|if any))*)[\s:.-]*$",
    re.I,
)
# What a title is not: a sentence with a verb of telling.
TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|would|will|noted|agreed|advised|declared|asked|stated|explained|reported|confirmed"
    r"|proposed|thanked|welcomed|told|said|gave|presented|introduced|updated|opened|informed|raised|requested|expressed"
    r"|suggested|commented|highlighted|outlined|joined|attended|sent)\b"
)
