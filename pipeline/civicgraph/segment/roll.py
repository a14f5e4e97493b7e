"""The roll that no label announces: right under the heading, councillors one after another."""

from __future__ import annotations

import re

from civicgraph.segment.furniture import TELLS
from civicgraph.values.honorifics import MEMBER, MEMBERS
from civicgraph.values.names import parse_person
from civicgraph.values.people import split_people

LEAST = 4  # titled names by which a line is known as the roll
MOST = 0.8  # of the pieces of a line, names that no list of surnames has aside
COLUMN = 3  # lines with a name each
LONGEST = 3000  # characters
TIER = re.compile(rf"\W{{0,4}}(?:County|District|Borough|City|Town|Parish|Community|Ward|Unitary)\s(?={MEMBER}\b)")
HEADED = re.compile(
    rf"\W{{0,4}}(?:(?:County|District|Borough|City|Town|Parish|Community)\s)?{MEMBERS}\b[.:,]?\s+(?=[A-Z])"
)
ONE_MEMBER = re.compile(rf"\W{{0,4}}{MEMBER}\b")
# "Councillor Mrs Lee (Chairman), and"
IN_CHAIR = re.compile(
    rf"\W{{0,4}}{MEMBER}\b\.?\s[^()\n]{{3,50}}(?:\([A-Z][^()\n]{{2,30}}\)\s)?\((?:[A-Z]{{2,4}}\s?[,-]\s)?"
    r"(?:in the chair"
    r"|(?:(?:Vice|Deputy|Depute)[- ])?(?:Chair(?:man|woman|person)?|(?:Lord |Town )?Mayor|Leader|Convener|Convenor"
    r"|Provost))\)(?P<after>[^.]{0,60}$)?",
    re.I,
)
# Over names that are of those called, not of those who came.
CALLED = re.compile(r"(?:to|dear|membership|members? of|quorum|distribution|circulation|cc)\b", re.I)
# Beside names that are of those who voted so.
VOTED = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\babstain|\b(?:for|against|in favour of) the (?:motion|amendment|recommendation)", re.I
)
MEMBER_HERE = re.compile(rf"{MEMBER}\b")
# "Chairman B Ames Vice Chairman S Bird Cllr M Cole", "County Cllr D Dow Clerk E Fox": a post or a title before each.
POSTED = re.compile(
    r"\W{0,4}(?:(?:(?:(?:Acting|Vice|Deputy)[- ])?Chair(?:man|woman|person)?|(?:(?:Parish|Town) )?Clerk"
    rf"|(?:(?:County|District|Borough|City|Town|Parish)\s)?{MEMBER})\b\.?\s+(?:[A-Z]\.?\s?){{1,3}}[A-Z][\w'-]+"
    r"(?:[,;\s]+|$|(?=\d))){2,12}+(?:\d{1,3} )?(?:members of (?:the )?public)?\W*"
)
CODED = re.compile(
    rf"\W{{0,4}}(?:{MEMBER}\b\.? )?(?P<first>[A-Z])[\w'-]+ (?:[A-Z][\w'.-]* )?(?P<last>[A-Z])[\w'-]+ ?"
    r"\((?P<a>[A-Z])[A-Z]?[a-z]?(?P<b>[A-Z])\)"
    r"(?:[ ,-]+(?:Vice[- ])?(?:Chair(?:man|person)?|Secretary|Treasurer|Clerk))?\W*$"
)
NAME = re.compile(r"[^(),;]*+")
SMALL = frozenset("and de la van von der den du le ap ferch with in the chair".split())


def is_roll(line: str, above: str) -> bool:
    """Does a line list those present though nothing says so: "Cllrs B Ames (Mayor), D Bright and N Cole"?

    `above` is the line before it: under "To:" stand those who were called.
    """
    if CALLED.match(above.strip()) or not line.strip() or len(line) > LONGEST or VOTED.search(f"{above} {line}"):
        return False
    if POSTED.fullmatch(line) and MEMBER_HERE.search(line):
        return True
    if (chair := IN_CHAIR.match(line)) and (chair["after"] is not None or _people(line, listed=True) > LEAST):
        return not names_people(above)  # a roll begins with its chairman; who stands among others may have voted
    if headed := HEADED.match(line):
        rest = line[headed.end() :]
        return not (_tells(rest) or TELLS.search(rest)) and _people(rest, listed=True) > 1
    if ONE_MEMBER.match(line) and names_people(line) and _people(line, listed=False) >= LEAST:
        return True  # "Cllr B Ames, Cllr D Bright, Nora Cole, Ann Dale"
    pieces = split_people(line) if line.count(",") >= LEAST - 1 else []
    titled = [a for a, b in pieces if (name := parse_person(line[a:b])) and name.honorific]
    return len(titled) >= LEAST and len(titled) >= MOST * len(pieces)


def is_column(lines: list[str], above: str, *, over: bool = False) -> bool:
    """Do lines name one person each, all with titles ("Mrs S Ames" / "Mr T Bird" / "Mr H Cole"), under no label?
    Two or one where the next line heads more of the roll (`over`): "Lord Provost Ann LEE" / "BAILIES"."""
    least = 1 if over else COLUMN
    if len(lines) == COLUMN and not CALLED.match(above.strip()) and all(map(_is_coded, lines)):
        return True  # "Ann Lee (AL)" / "Bob Shah (BS) - Chair"
    if len(lines) < least or CALLED.match(above.strip()) or VOTED.search(above) or ":" in above:
        return False
    if not all(map(names_people, lines)):
        return False
    return all((name := parse_person(TIER.sub("", line, count=1))) and name.honorific for line in lines)


def _is_coded(line: str) -> bool:
    """Is a line one person with the initials by which the minutes go on to call him: "Ann Lee (AL)"?"""
    coded = CODED.match(line)
    return coded is not None and (coded["first"], coded["last"]) == (coded["a"], coded["b"])


def names_people(line: str) -> bool:
    """Is a line people and nothing else, each with a title, an initial or a known name: "Mrs S Ames (Chairman)"?"""
    return not _tells(line) and _people(line, listed=False) > 0


def _people(line: str, *, listed: bool) -> int:
    """How many people a line lists; 0 where too many of its pieces name nobody."""
    pieces = split_people(line)
    named = [
        a
        for a, b in pieces
        if (name := NAME.match(line, a, b)) and parse_person(TIER.sub("", name[0], count=1), listed=listed)
    ]
    return len(named) if len(named) >= MOST * len(pieces) else 0


def _tells(line: str) -> bool:
    """A word in small letters outside brackets that stands between no names."""
    outside = re.sub(r"\([^()]*\)|[,-]\s[^,;]*", " ", line)
    return any(word.isalpha() and word.islower() and word not in SMALL for word in outside.split())
