"""Places that people sit for, printed before their names: "Barset Councillor Ann Lee Wrenmoor Councillor Bob Shah",
"North Ward: Cllrs A Lee, B Shah; South Ward: Cllr C Webb", a column of places beside one of names.

One name with a word before it says nothing. That all entries of a list have one, and the last ends with its name, does;
and a place that members sit for is known before the officers who came with them: "Barset Jane Hill Wrenmoor Mark Cole".
"""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.extract.people.letters import LETTERS
from civicgraph.values.gazetteer import council_of, not_names, postnominals
from civicgraph.values.honorifics import CIVIL, MEMBER, MEMBER_S
from civicgraph.values.names import is_given_name, title_at

LEAST = 3  # entries of a line that have a place
LINES = 2  # lines with an entry each
WORD = r"[A-Z][\w'&-]*"
TITLE = re.compile(rf"(?<![\w'-])(?:(?:City|Metro|Elected) Mayor|Mayor|{MEMBER})\b\.?")
PLACE = re.compile(rf"{WORD}(?: (?:(?:and|of|upon|on|the|in|le) )*{WORD}){{0,3}}")
# "BWCA - Treasurer Ann Lee BWCA - Solicitor Bob Shah"
OWN = re.compile(rf"(?:^|(?<=\s))(?P<place>{LETTERS.pattern})\s-\s(?=[A-Z][a-z])")
HEAD = re.compile(rf"(?:^|(?<=[;,.]\s)|\n)\s*(?P<place>{PLACE.pattern})(?:\s?:|\s-)\s*(?={MEMBER_S}\b)")
AUTHORITY = re.compile(r"\b(?:Ward|Division|Council|Borough|Authority)$")
NAME = re.compile(
    rf"\s+(?:{CIVIL}\b\.? )?(?:(?:[A-Z]\.? ?){{1,3}}(?=[A-Z][a-z])|[A-Z][a-z'-]+ (?:[A-Z]\.? )?)"
    rf"(?:(?:de|van|von|der|la|le|al|el) )*[A-Z][\w'-]+(?P<letters>(?:,? [A-Z]{{2,4}}\b)*)"
)
TIER = re.compile(r"County|District|Borough|City|Town|Parish|Community|Ward|Unitary|Independent|Co|Dist|Bor")
# "Ann Lee-Mid Barset", in a list
WARD = re.compile(r"(?P<name>(?:[A-Z][\w'.]*\s){1,3}[A-Z][\w']+)-(?P<ward>[A-Z][\w' &]+)")
WARDS = 5  # lines that have one, and four of five do
LABELS = frozenset("the and also with by in other others apologies present attendance attending members for".split())
BRACKETS = re.compile(r"(?:\s*\([^()]{0,120}\))+")
ENDS = " ,.;\n\t"

Named = list[tuple[str, int, int]]  # the place, and where the name that it stands before begins and ends


def places_before(texts: list[str]) -> set[str]:
    """The places that stand before the names of a list of members."""
    told = [_titled(text) for text in texts]
    column = {above.strip(ENDS) for above, below in pairwise(texts) if TITLE.match(below.lstrip())}
    column = {place for place in column if _is_place(place)}
    before = {place for names in told for place, _, _ in names} if _is_custom(told) else set()
    return before | (column if len(column) >= LINES else set())


def without_places(texts: list[str], known: set[str]) -> list[list[tuple[int, int]]]:
    """Of each line the entries without the places before them: half-open, the whole line where it has none.

    >>> without_places(["Weir Councillor Ann Lee Wold Councillor Bob Shah Beck Councillor Cy Dow"], set())
    [[(5, 23), (29, 48), (54, 71)]]
    """
    told = [_titled(text) or _bare(text, known) for text in texts]
    if not (_is_custom(told) or known and all(place in known for names in told for place, _, _ in names)):
        told = [[] for _ in texts]
    heads = [[h for form in (HEAD, OWN) for h in form.finditer(text) if _is_place(h["place"])] for text in texts]
    if sum(map(len, heads)) < LINES:
        heads = [[head for head in found if AUTHORITY.search(head["place"])] for found in heads]
    return [
        [] if text.strip(ENDS) in known else [(a, b) for _, a, b in names] or _under_heads(text, found)
        for names, text, found in zip(told, texts, heads, strict=True)
    ]


def _under_heads(text: str, heads: list[re.Match[str]]) -> list[tuple[int, int]]:
    """What stands between places that are set off: "Barset: Councillors A Lee and B Shah; Weir: Councillor C Webb"."""
    edges = [0, *(edge for head in heads for edge in head.span()), len(text)]
    pieces = ((a, a + len(text[a:b].rstrip(ENDS))) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return [(a, b) for a, b in pieces if a < b] if heads else [(0, len(text))]


def without_wards(texts: list[str]) -> list[str]:
    """The lines of a list without the ward that all of them have behind a dash: "Ann Lee-Mid Barset"."""
    wards = [WARD.fullmatch(text.rstrip()) for text in texts]
    told = [ward for ward in wards if ward]
    spaced = sum(" " in ward["ward"] for ward in told)
    if len(told) < WARDS or 5 * len(told) < 4 * len(texts) or 3 * spaced < len(told):
        return texts  # "Ann Lee-Jones"
    return [ward["name"] if ward else text for ward, text in zip(wards, texts, strict=True)]


def _is_custom(told: list[Named]) -> bool:
    """Have all the entries of a line a place before them, or most of the lines?"""
    lines = sum(bool(names) for names in told)
    return any(len(names) >= LEAST for names in told) or lines >= LINES and 2 * lines > len(told)


def _titled(text: str) -> Named:
    """The entries of a line that have a title behind the place; none where one of them has no place."""
    titles = list(TITLE.finditer(text))
    place = text[: titles[0].start()].strip(ENDS) if titles else ""
    out: Named = []
    for n, title in enumerate(titles):
        stop = titles[n + 1].start() if titles[n + 1 :] else len(text)
        if not _is_place(place):
            return []
        end = _end_of_name(text, title.end(), stop)
        if end > title.end():  # "Wold Councillor Weir Councillor Ann Lee": a seat, and nobody on it
            out.append((place, title.start(), end))
        behind = BRACKETS.match(text, title.end(), stop) if end == title.end() else None
        place = text[behind.end() if behind else end : stop].strip(ENDS)
    return [] if place else out


def _bare(text: str, known: set[str]) -> Named:
    """The entries of a line without titles, each behind a place; half of the places at least are known."""
    words = list(re.finditer(r"\S+", text))
    out: Named = []
    at = 0
    while at < len(words):
        sizes = range(1, min(5, len(words) - at))
        size = next((n for n in reversed(sizes) if " ".join(w[0] for w in words[at : at + n]) in known), 0)
        size = size or next((n for n in sizes if is_given_name(words[at + n][0])), 0)
        place = text[words[at].start() : words[at + size - 1].end()] if size else ""
        name = NAME.match(text, words[at + size - 1].end()) if _is_place(place) else None
        if name is None or is_given_name(words[at][0]) and place not in known:
            return []
        end = _end_of_name(text, words[at + size - 1].end(), len(text))
        out.append((place, words[at + size].start(), end))
        at = next((n for n, word in enumerate(words) if word.start() >= end), len(words))
    return out if 2 * sum(_is_known(place, known) for place, _, _ in out) >= len(out) else []


def _is_known(place: str, known: set[str]) -> bool:
    letters = bool(known and LETTERS.fullmatch(place) and not title_at([place], 0))  # of the authority itself
    return letters or place in known or bool(council_of(place) or council_of(f"{place} Council"))


def _end_of_name(text: str, at: int, stop: int) -> int:
    """Where the name ends that begins behind a title, with its brackets; `at` where there is none."""
    name = NAME.match(text, at, stop)
    if name is None:
        return at
    honours = name["letters"].replace(",", "").split()
    end = name.end() if all(letters in postnominals() for letters in honours) else name.start("letters")
    behind = BRACKETS.match(text, end, stop)
    return behind.end() if behind else end


def _is_place(words: str) -> bool:
    """Could words name a place, and no office, tier, label or person: "Nether Tolling", "GM"?"""
    if not PLACE.fullmatch(words) or TIER.fullmatch(words):
        return False
    first, *rest = words.split()
    kinds = [not_names().get(word.lower(), ("", False))[0] for word in words.split()]
    return "office" not in kinds and first.lower() not in LABELS and not (rest and is_given_name(first))
