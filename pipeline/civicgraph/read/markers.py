"""The number, letter or bullet that is printed before a line, told from the first word of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

BULLET = re.compile(r"^\s*([-*•·▪◦–—\u2022\uf0b7\uf0a7]|o(?=\s{2,}))\s+")
# Before a word that opens a title: a line of prose that happens to begin with a figure goes on in small letters.
_TITLE = r"(?=[\"'\u2018\u201c(]?[A-Z])"
_STREET = r"(?:Road|Street|Lane|Avenue|Close|Way|Drive|Terrace|Gardens|Place|Court|Row|Crescent|Hill|Rd|St)\b"
# A printed number or letter that starts a line. The order matters: the longest forms first.
MARKER = re.compile(
    rf"""\s{{0,80}}+[*\u2020]?(?:  # "*450 Minutes": starred where it needs nobody else's decision
        (?P<item>(?:(?:Agenda|AGENDA)\s+(?i:item)|Item|ITEM|Minute|MINUTE|Min|MIN)\.?\s+(?i:(?:no|number|ref)\b\.?\s*)?
            [A-Z]{{0,3}}\d{{1,4}}(?:[/.-]\d{{1,4}}){{0,2}})
            (?:\s*[:.\-\u2013]\s*|\s*$|[ \t]+{_TITLE})  # Item 3: Minute no. 4
      | (?P<dotted>\d{{1,4}}(?:\.\d{{1,3}}){{1,3}})(?:[.)]?(?:\s+|$)|[-\u2013]\s+{_TITLE})  # 8.4
      | (?P<ref>(?:[A-Z]{{1,6}}[ ](?=\d{{1,4}}/\d{{2,4}}(?:\s|$)))?(?:[A-Z][A-Za-z]{{0,5}}[/.-]?)?[A-Z]{{0,5}}
            \d{{1,4}}[a-z]?(?:/\d{{1,3}}/[A-Z]{{1,3}}|/[A-Z]{{1,3}}/\d{{1,4}}|(?:[/:._-]\d{{1,5}}){{1,3}})
          |\d{{5}}/\d\d/\d\d)
            (?:(?::-|[.):])?(?:\s+|$)  # 2021-06_3. 14/17, F01:04/24, GMX 96/19, 202/PC/20, M/14/2006:-, 10458/04/19
              |(?<=/\d\d)(?=[A-Z]{{4}}))  # PF46/09APOLOGIES: the space between them lost
      | (?P<code>[A-Z]{{1,4}}[./-]?\d{{1,5}}(?:\.\d{{1,3}})?)(?:[.):](?:\s+|$)|\s*$|\s+{_TITLE})  # PC45. C.123
      | (?P<part>\d{{1,3}}[a-z])(?:\.(?:\s+|$)|\s*$|\s+{_TITLE}(?![^\n]{{0,60}}\b{_STREET}))  # 3a.  6a Title
      | (?P<number>\d{{1,5}})(?:[.)]{{1,2}}(?:\s+|$)|\s{{2,}}(?=\S)|(?=\s*$)|[.)](?=[A-Z])
          |(?=[A-Z](?:[a-z]{{2,}}\s|[A-Z]{{2,}}\b))  # 4Matters arising: the space between them lost
          |\s+[-\u2013]\s+{_TITLE}|(?<=\d\d\d):\s+{_TITLE}  # 3 - Title  2870: Title
          |\s(?=[A-Z][A-Z'\u2019&,/-]{{2,}}\s+[A-Z&][A-Z'\u2019&,/-]{{0,30}}\b)  # 3 TITLE OF TEXT
          |\s(?=[A-Z][^\n]{{2,80}}$)|\s(?=[A-Z][^\n.:]{{2,60}}(?:[.:]|\s[-\u2013])\s))  # 23.  27)  23   Title
      | (?P<bracket>\((?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,6}})\))\s*  # (a) (iv) (3)
      | (?P<letter>(?:[a-z]|[ivx]{{1,6}})[.)]{{1,2}})(?:\s+|$)  # a) iv.
      | (?P<roman>[IVX]{{1,5}})\s+(?=[A-Z]{{2,}}[^a-z\n]*$)  # II DECLARATION OF INTEREST
      | (?P<upper>(?:[A-Z]|[IVX]{{2,5}})[.)])(?:\s+(?=\S)|$)  # A. II.
    )""",
    re.X,
)
# A day and no number: "12 March 2013", "4 JULY 2013", "15 Jun 2026 7:30 pm", "12 Chwefror 2020".
OF_A_MONTH = re.compile(
    r"(?i:st|nd|rd|th)?\s*(?=[A-Z])(?i:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?\s+\d)"
)
# "J. Smith", "S. Giles (Children…", "S. Hale proposed": a name, no letter; a title of several words is more than one.
INITIAL = re.compile(
    r"\s*[A-Z]\.\s+(?:[A-Z]\.\s*){0,3}[A-Z][\w'\u2019-]{1,30}(?:\s+[A-Z][\w'\u2019-]{1,30}){0,2}"
    r"\s*(?:$|[,;:(\[\u2013-]|\s(?:proposed|seconded|moved|said|asked|agreed|stated|thanked|offered|suggested"
    r"|volunteered|informed|advised|explained)\b)"
)
ROAD = re.compile(r"[ABM]\d")  # "A46 Junction": a road and no number
DAY = re.compile(
    r"(?:[12]?\d|0\d|3[01])(?P<sign>[/.-])(?:0?[1-9]|1[0-2])(?P=sign)(?P<year>\d{2}|\d{4})"
)  # "12/03/2013"
YEARS = re.compile(r"(?:19|20)\d\d-\d{2,4}")  # "2023-24 Budget"
# A minute's number that could be a year: "1989. Apologies", "2004 FINANCE".
LIKE_YEAR = re.compile(r"\s*(?P<number>(?:1[89]|20)\d\d)(?:[.)]\s+(?=[A-Z])|\s+(?=[A-Z]{4}))")
COUNTING = 3  # of them that count on one by one are no years


def like_years(lines: Iterable[str]) -> frozenset[str]:
    """The numbers before lines that look like years and count minutes, as three or more show that go on one by one.

    >>> sorted(like_years(["1989. Apologies", "1990. Minutes", "2019. The sum was paid.", "1991. Roads"]))
    ['1989', '1990', '1991']
    """
    run: dict[int, int] = {}  # number: how many before it led up to it
    for line in lines:
        if found := LIKE_YEAR.match(line):
            number = int(found["number"])
            run.setdefault(number, run.get(number - 1, 0) + 1)
    ends = [number for number, length in run.items() if length >= COUNTING]
    return frozenset(str(number) for end in ends for number in range(end - run[end] + 1, end + 1))


def marker_at(line: str, at: int = 0, *, counting: frozenset[str] = frozenset()) -> tuple[str, int] | None:
    """(number or letter as printed, where the words after it begin); None where the line opens with words.

    `counting`: numbers that look like years and are none.

    >>> marker_at("(a)  To agree the minutes"), marker_at("12 March 2013")
    (('(a)', 5), None)
    """
    if counting and (numbered := LIKE_YEAR.match(line, at)) and numbered["number"] in counting:
        return numbered["number"], numbered.end()
    printed = MARKER.match(line, at)
    if printed is None or INITIAL.match(line[at:]) or not _marks(printed, line):
        return None
    return next(g for g in printed.groups() if g), printed.end()


def is_bare(words: str) -> bool:
    """Is it a marker and nothing else?"""
    marker, rest = split_marker(words)
    return bool(marker) and not rest


def split_marker(words: str) -> tuple[str, str]:
    """(marker as printed, the words after it) of one paragraph; ("", words) where it has none.

    >>> split_marker("\u2022 the minutes"), split_marker("14. Apologies"), split_marker("The Board noted it.")
    (('\u2022', 'the minutes'), ('14.', 'Apologies'), ('', 'The Board noted it.'))
    """
    if bullet := BULLET.match(f"{words} "):
        return bullet.group(1), words[bullet.end() :].lstrip()
    if printed := marker_at(words):
        return words[: printed[1]].strip(), words[printed[1] :].lstrip()
    return "", words


def plain_marker(printed: str) -> str:
    """A marker without the punctuation that every house sets differently: "27." and "27)" are 27, "(a)" is "(a)"."""
    found = marker_at(printed)
    return found[0] if found else printed


# "9 Members voted FOR the motion:", "2 Members of the public": a count of people and no number.
COUNTED = re.compile(
    r"\s*(?:[Mm]embers?|[Cc]ouncillors?|[Cc]llrs?|[Aa]ldermen|[Vv]otes?|[Rr]esidents?|[Pp]arishioners?)\s+"
    r"(?:vot(?:e[ds]?|ing)\b|abstain|(?:were\s+)?present\b|attend|of\s+the\s+[Pp](?:ublic|ress)\b|(?i:for|against|in\s+favour)\b)"
)


def _marks(printed: re.Match[str], raw: str) -> bool:
    """Is it a marker, or the first word of a sentence: "12 March 2013", "2.00 pm", "24/7 support"?"""
    rest = raw[printed.end() :]
    if printed.lastgroup == "number" and (OF_A_MONTH.match(rest) or COUNTED.match(rest)):
        return False
    titled = printed.group().rstrip()[-1] in ".)" and rest[:1].isupper()  # "1. Hours of opening"
    if (
        printed.lastgroup in ("dotted", "number", "ref")
        and not titled
        and re.match(r"\s*(?:am|pm|a\.m|p\.m|noon|hours|per cent|%|basis|support)\b", rest, re.I)
    ):
        return False
    if printed.lastgroup == "ref":
        words = printed.group("ref")
        joined = words.strip("0123456789") and (set("/:_") & set(words) or words[0].isalpha())
        if day := DAY.fullmatch(words):  # "15/12/01 To receive apologies" may be the first minute of December 2015
            return len(day["year"]) == 2 and day["sign"] == "/" and rest[:1].isupper()
        return bool(joined or _is_dashed(words, rest))
    if printed.lastgroup == "code" and printed.group().strip() == printed.group("code"):
        return not ROAD.match(printed.group("code"))
    if printed.lastgroup == "number" and re.match(r"\s*\d{1,4}\s{3,}[A-Z]", raw):
        return True  # a minute number 1953, set off in its column
    return not (printed.lastgroup == "number" and 1900 < int(printed.group("number")) < 2100)


def _is_dashed(words: str, rest: str) -> bool:
    """Is "24-101" the number of a title, and no span of years or numbers: "2023-24", "10-12 people"?"""
    spans = YEARS.match(words) and (len(words) > 7 or int(words[-2:]) == (int(words[:4]) + 1) % 100)
    return bool(re.fullmatch(r"\d{2,4}-\d{2,4}", words) and not spans and (rest[:1].isupper() or not rest))
