"""Where a title ends whose text follows on its line: "5. Planning: No objections.", "APOLOGIES There were none."."""

from __future__ import annotations

import re

from civicgraph.segment.furniture import OUTCOME, TELLS
from civicgraph.values.dates import MONTHS
from civicgraph.values.honorifics import SHORT, TITLE_S
from civicgraph.values.names import is_given_name, parse_person
from civicgraph.values.text import fold

OF_A_MONTH = re.compile(rf"(?:{MONTHS})\b")
MOST = 14  # words of a title
FORMAL = 45  # of one that says what the meeting is to do
RUN_IN = re.compile(
    r"[:.](?=\s+\S)|:(?=[A-Z][a-z])|\s{0,9}(?:\u2026|\.{3,})|,(?=\s+(?:It|The|There)\s)|\s+-\s*(?=\S)|(?<=[A-Za-z)])-\s+(?=\S)|:-|\n"
    r"|\s+(?:[\u2022\u25cf\uf0b7](?=\s)|1[.)](?=\s+[A-Z].{3,400}?\s2[.)]\s))"  # a list on the line of its title
)
LISTS = ("\u2022", "\u25cf", "\uf0b7", "1.", "1)")  # their first signs
ABBREVIATED = re.compile(rf"\b(?:[A-Z]|N[Oo]|N[Oo][Ss]|St|{'|'.join(sorted(SHORT))}|Rd|Ref|vs|etc)$")
# How the text under a title opens that says that there was nothing, or what became of it, in a word.
NOTHING = re.compile(
    r"(?:none|nil|n/a|nothing|all (?:\w+ ){0,2}(?:were )?present|agreed|noted|approved|received|carried|deferred?"
    r"|as above|no\b(?!\.?\s*\d))\b",
    re.I,
)
ROLL = re.compile(r"apolog|absen[ct]|present\b|attend(?:ance|ing|ees)|sederunt", re.I)
NAMES = re.compile(
    rf"(?:(?:Borough|City|County|District|Parish|Town|Ward) )?{TITLE_S}\b"
    r"|(?:[A-Z]\.? ?){1,3} [A-Z][a-z]|[A-Z][a-z]+ [A-Z][\w'-]+(?: \(|, )"
)
APOLOGIES = re.compile(r"(?P<title>Apologies(?: for absence)?)\s+(?:were|was|had been|have been)\b", re.I)
DONE = re.compile(r"[A-Z]{3,}ED\b")  # "PROPOSED A Lee; SECONDED B Shah"
TITLED = re.compile(rf"{TITLE_S}\b")
OF_A_MOTION = re.compile(r"(?:Notices? of )?(?:Motions?|Questions?|Petitions?)(?: (?:\d{1,2}|on notice))?", re.I)
CALLED = re.compile(r"(?P<title>Apologies(?: for absence)?+)\s{1,9}(?=[A-Z])", re.I)  # "Apologies for absence   R Day"
# "Next meeting Thursday 9th October, 7.30pm": the day is what the item says.
NEXT = re.compile(
    r"(?P<title>(?:(?:Dates?|Time)(?: (?:and|&) (?:time|venue|place))? of )?(?:the )?next (?:\w{3,12} ){0,3}meetings?)"
    r"\W{1,4}(?:(?:is|will be|to be held|on|at) ){0,3}"
    r"(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s)",
    re.I,
)
# Where a sentence-case title meets the sentence after it, with no sign between: "Apologies for absence Councillor Lee".
MEETS = re.compile(r"\b(?!(?:from|with|into|next|upon|over|under)\b)[a-z]{4,}[)]?(?P<cut>\s+)(?=[A-Z\d])")
# How a sentence opens that tells what was done, where its title has no stop: "Matters Arising There were none.".
OPENS = re.compile(
    rf"(?<![\s,;:&-])(?P<cut>\s+)(?=(?:The|There|It|This|These|(?!\w{{5,12}}\.){TITLE_S}(?=\.? [A-Z])"
    r"|Members|None|No(?= [a-z])|Nil"
    r"|RESOLVED|Resolved|AGREED|Agreed|NOTED|Noted|Apolog(?:ies|y)(?= (?:for absence "
    r"|of absence )?(?:was|were|ha[ds]|have|received|given|from))|Report(?= [a-z]{4,12}ing\b)|All|Following|Due"
    r"|(?:By|In|On|At|For|As|After|Before|When|If|Since|Although|Because|Some|Several|An?|He|She|We|They)(?= [a-z])"
    r"|Having|To (?:receive|note|consider|approve|agree|adopt|confirm|discuss|elect|appoint|report|review|sign))\b)"
)
TIER = re.compile(r"\b(?:County|District|Borough|City|Town|Ward|Unitary)$", re.I)  # "County | Councillor Lee said"
JOINS = re.compile(r"\b(?:of|to|for|from|in|on|at|with|by|and|or|the|a|an|no|any|between|per|re|that)$|[-&,/(]$", re.I)
# What makes a sentence of the words after a title.
SAID = re.compile(rf"{TELLS.pattern}|\b(?:sent|left|read|thanks|be|been|[a-z]{{3,12}}ed)\b|^To [a-z]")
CAPITALS = re.compile(
    r"(?P<title>[A-Z0-9(][A-Z0-9'\u2019&,/().:-]{0,30}(?: [A-Z0-9'\u2019&,/().:-]{1,30}){0,24})"
    r"(?:(?=\s+[A-Z][a-z]|\s+(?:A|I)\s[a-z]|\s+\(?[a-z]\)\s)|(?<=[A-Z]{4})(?=[A-Z][a-z]{2}))"
)


def run_in_end(words: str, *, flat: bool = False) -> int:
    """Length of a title that its text follows on the same line; the whole length where none does. A title has letters:
    "24/00115 - Delivery Plan" begins with a reference.

    `flat`: the text has lost its line feeds, so a capital after a small letter may be where the text begins.

    >>> run_in_end("Apologies for absence:  Cllr Ford."), run_in_end("Issues referred by Scrutiny: Youth Offer")
    (21, 40)
    >>> run_in_end("MATTERS ARISING There were none."), run_in_end("Town Clock The Clerk reported that it had stopped.")
    (15, 10)
    """
    text = fold(words)
    if told := APOLOGIES.match(text):
        return told.end("title")
    if (called := CALLED.match(text)) and names_somebody(text[called.end() :]):
        return called.end("title")
    if held := NEXT.match(text):
        return held.end("title")
    end = _at_a_sign(text)
    return min(end, _at_small_letters(text), _at_a_sentence(text), _at_a_capital(text) if flat else end)


def _at_a_sign(text: str) -> int:
    for cut in RUN_IN.finditer(text, 3, min(len(text), 300 if text.startswith("To ") else 120)):
        title, rest = text[: cut.start()], text[cut.end() :].strip(" -")
        if (cut.group() == "." and ABBREVIATED.search(title)) or not any(char.isalpha() for char in title):
            continue
        if cut.group().strip() == "-" and f"{title} {' '.join(rest.split()[:2])}".isupper() and not NOTHING.match(rest):
            continue  # all of "RECORDING - PLEASE TELL THE CHAIRMAN." is the title, and "WASTE - UPDATE | Mr Lee said"
        # "To receive declarations … of items on the agenda.", "To consider … of the budget - It was resolved"
        told = cut.group().strip() == "-" and any(p.match(rest) for p in (NOTHING, OUTCOME, TITLED, DONE))
        if told and OF_A_MOTION.fullmatch(title) and ":" in rest and not TELLS.search(rest):
            continue  # "Motion - Councillor Lee: Empty Homes"
        said = told or cut.group().strip() == "-" and bool(TELLS.search(rest))
        formal = title.startswith("To ") and (cut.group() == "." or said)
        if cut.group().strip() == "-" and title.startswith("To ") and not said:
            continue  # all of "To note Substitutes under Rule 4 - Substitutes at Meetings etc." is the title
        if (
            len(title.split()) > (FORMAL if formal else MOST)
            or TELLS.search(title)
            or title.count("(") > title.count(")")
        ):
            break
        stopped = cut.group().strip() in LISTS or (
            cut.group() == "." and (formal or len(title.split()) < 9) and len(rest.split()) > 2 and rest[0].isupper()
        )
        # Text after a title is sentences; a second half of the title is none.
        if (
            stopped
            or told
            or cut.group() == ":-"
            or rest.endswith((".", "!"))
            or rest.endswith(":")
            and len(rest.split()) > 5
            or len(rest) > 160
            or NOTHING.match(rest)
            or TELLS.search(rest)
            or (ROLL.search(title) and (NAMES.match(rest) or names_somebody(rest)))
        ):
            return cut.start()
    return len(text)


def names_somebody(words: str) -> bool:
    """Do the words behind "Apologies for absence" open with a person: "Ann Lee, Bob Shah", "R Day (holiday)"?"""
    first = re.split(r"[,;(]| and | due | who ", words.strip(" ."), maxsplit=1)[0]
    begins = first.partition(" ")[0]
    shouted = first.isupper() and len(begins) > 1 and not is_given_name(begins)  # "AND PERSONAL MATTERS"
    many = first.split()
    if len(many) > 3 and is_given_name(begins) and not shouted:
        first = " ".join(many[:2])  # "Ann Lee Bob Shah PC Dale", without commas
    return len(many) > 1 and not shouted and parse_person(first) is not None


def _at_small_letters(text: str) -> int:
    """A title in capitals ends where small letters begin: "BUDGET AND PRECEPT Members considered the draft."."""
    found = CAPITALS.match(text)
    letters = sum(len(word) for word in re.findall(r"[A-Z]{3,}", found["title"])) if found else 0
    if not found or letters < 6:  # "PCSO Report"
        return len(text)
    rest = text[found.end() :].strip()
    if found["title"][-1].isdigit() and OF_A_MONTH.match(rest):
        return len(text)  # "MINUTES OF THE MEETING HELD ON 2 | June 2014"
    follows = _is_sentence(rest) or rest.endswith(".") or (letters > 12 and len(rest.split()) > 2)
    return found.end("title") if follows else len(text)


def _at_a_sentence(text: str) -> int:
    for cut in OPENS.finditer(text, 3, 160):
        title, rest = text[: cut.start()], text[cut.end() :]
        if len(title.split()) > MOST or TELLS.search(title):
            break
        listed = ROLL.search(title) and NAMES.match(rest)
        if rest.startswith("Report ") and re.search(r"\w'?s$", title):
            continue  # "Consider the Clerks | Report including tasks"
        if TIER.search(title) and NAMES.match(rest):
            continue
        if not JOINS.search(title) and title.count("(") == title.count(")") and (listed or _is_sentence(rest)):
            return cut.start()
    return len(text)


def _is_sentence(words: str) -> bool:
    opening = " ".join(words.split()[:25])
    return bool(SAID.search(opening) or NOTHING.match(words) or OUTCOME.match(words) or words.startswith("Report "))


def _at_a_capital(text: str) -> int:
    meets = MEETS.search(text, 0, 130)
    return meets.start("cut") if meets and not TELLS.search(text, 0, meets.start("cut")) else len(text)
