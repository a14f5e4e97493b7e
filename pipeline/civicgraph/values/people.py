"""People in a text: found in prose by their titles, and one by one in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from civicgraph.values.gazetteer import TitleKind, council_of, not_names, postnominals, titles
from civicgraph.values.honorifics import AFTER_SHORT, CIVIL, MEMBER, MEMBER_S, MEMBERS, TITLE_S
from civicgraph.values.names import (
    INITIAL_AFTER,
    INITIALS,
    LETTERS,
    PARTICLES,
    PLACE_NEXT,
    WEAK_PARTICLES,
    WORD,
    PersonName,
    after_post,
    build,
    is_given_name,
    is_surname,
    parse_person,
    split_words,
    take_suffixes,
    title_at,
)
from civicgraph.values.text import fold, squash


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person in running text; the span has the title, but not a plural one that heads a list."""

    name: PersonName
    start: int
    end: int


# -- names in running text -------------------------------------------------------------------------------------------


@cache
def _title_pattern() -> re.Pattern[str]:
    forms = sorted(titles(), key=lambda form: (-len(form), form))
    spelled = "|".join(re.escape(form).replace(r"\ ", r"\.?[ \n\r]{1,2}") for form in forms)
    return re.compile(rf"(?<![\w'-])(?>{spelled})\b(?!-|'[a-z])\.?", re.I)


_SPACE = re.compile(r"[ ]{1,3}+\r{0,24}+")
_LINE = re.compile(r"[ ]{0,3}+(?:\n{1,2}+[ ]{0,24}+|\r{1,24}+)?+")
_LIST_GAP = re.compile(
    r"(?:[ \n\r]{0,3}\([^()]{0,120}\))?[ ]?(?:,[ \n\r]{0,3}(?:and\b|&)?|;|[ \n\r]{1,3}and\b|[ ]?&)[ \n\r]{1,3}"
)
_LETTERS_AFTER = re.compile(r",[ ]?((?:[A-Z]\.){2,4}+|[A-Z][A-Za-z]{1,5}+)(?!\w)")
_CAPITALS_NEXT = re.compile(r"(?:'s)?+(?:[ ][A-Z][\w'-]{1,30}+){1,3}+")
_NOT_AFTER_HEAD = re.compile(r"[,:]?[ ]{0,3}\n?[ ]{0,3}")


def find_people(text: str) -> list[PersonFound]:
    """Every person whose name has a title before it, in order; each name that a plural title heads.

    "Councillor M Mutton", "Sir Martin Narey", "Councillors Donegan, Gleeson and Teefy" (three). Names without any
    title are not found here: they need the context of a list or a post.
    """
    folded = fold(text)
    found: list[PersonFound] = []
    until = 0
    for match in _title_pattern().finditer(folded):
        if match.start() < until or not match[0][0].isupper():
            continue
        form, kind, plural = titles()[squash(match[0]).lower().replace(".", "")]
        if kind == "office":  # "the Lord Mayor, Councillor J Smith": the name has a title of its own
            continue
        if plural:
            for person in _headed(folded, match.end(), form):
                found.append(person)
                until = person.end
            continue
        begin, honorific, position = match.start(), form, match.end()
        while (more := _more_titles(folded, position)) is not None:
            position, next_form, kind = more
            honorific += " " + next_form
        name = _scan(folded, position, honorific, sure=kind == "title")
        if name is not None:
            found.append(replace(name, start=begin))
            until = name.end
    return found


def _more_titles(folded: str, position: int) -> tuple[int, str, TitleKind] | None:
    gap = _LINE.match(folded, position)
    at = gap.end() if gap else position
    match = _title_pattern().match(folded, at)
    if at == position or match is None or not match[0][0].isupper():
        return None
    form, kind, plural = titles()[squash(match[0]).lower().replace(".", "")]
    # "Councillor Major said": the last title may be the name itself
    following = WORD.match(folded, match.end() + 1)
    if plural or kind == "office" or (kind == "doubtful" and not (following and following[0][0].isupper())):
        return None
    return match.end(), form, kind


def _headed(folded: str, position: int, form: str) -> list[PersonFound]:
    """The names that "Councillors" heads, each with its own span."""
    found: list[PersonFound] = []
    gap = _NOT_AFTER_HEAD.match(folded, position)
    at = gap.end() if gap else position
    while (person := _scan(folded, at, form, sure=True, in_list=True)) is not None:
        found.append(person)
        joint = _LIST_GAP.match(folded, person.end)
        if joint is None or _title_pattern().match(folded, joint.end()):
            break  # a title of its own: the caller finds it
        at = joint.end()
    return found


def _scan(folded: str, position: int, honorific: str, *, sure: bool, in_list: bool = False) -> PersonFound | None:
    """The name that begins after white space at `position`, read word by word, or None."""
    gap = _LINE.match(folded, position)
    at = begin = gap.end() if gap else position
    words: list[str] = []
    end = at
    broken = False  # a line ends before the word at hand
    while len(words) < 6:
        token = _token(folded, at)
        if token is None:
            break
        if not _goes_on(words, token, folded, at, broken):
            break
        words.append(token)
        end = at = at + len(token)
        dots = token.endswith(".") and not INITIALS.fullmatch(token)
        space = None if dots else _SPACE.match(folded, at)
        broken = False
        if space is None and not dots:
            space = _LINE.match(folded, at) if at < len(folded) and folded[at] in " \n" else None
            broken = space is not None
            if space is None and INITIALS.fullmatch(token) and token.endswith("."):
                continue  # "J.Smith"
        if space is None:
            break
        at = space.end()
    if not words:
        return None
    while len(words) > 1 and words[-1].lower() in PARTICLES:
        end -= len(words.pop()) + 1
    words_left, suffixes = take_suffixes(words)
    name = build(words_left, honorific, suffixes, listed=True)
    if name is None:
        return None
    following = _token(folded, at) if at > end else None
    after = (following or "").lower()
    if _is_place(folded, end, at, honorific):
        return None
    if in_list and following and following[0].isupper() and after in not_names() and not title_at([following], 0):
        return None  # "Councillors Smith and Coventry City Council"
    if not sure and not (name.initials or is_surname(name.surname)):
        return None
    inverted = INITIAL_AFTER.match(folded, end)
    if inverted and not name.initials:  # "Sheahan (M)"
        name, end = replace(name, initials="".join(LETTERS.findall(inverted[0]))), inverted.end()
    for letters in _LETTERS_AFTER.finditer(folded, end):
        if letters.start() != end or letters[1].replace(".", "") not in postnominals():
            break
        name, end = replace(name, suffixes=(*name.suffixes, letters[1].replace(".", ""))), letters.end()
    return PersonFound(name, begin, end)


def _is_place(folded: str, end: int, at: int, honorific: str) -> bool:
    """Whether the words name a place: "Councillor Lane Street", "Sir Frank Whittle Studio School"."""
    words = _CAPITALS_NEXT.match(folded, end)
    if words is None:
        return False
    following = words[0].lower().removeprefix("'s").split()
    everyday = honorific.split()[-1] in ("Councillor", "Mr", "Mrs", "Ms", "Miss", "Mx")
    return any(word in PLACE_NEXT for word in (following[:1] if everyday else following))


def _token(folded: str, at: int) -> str | None:
    initials = None if folded.startswith("\u00d3 ", at) else INITIALS.match(folded, at)
    word = WORD.match(folded, at)
    if initials and (word is None or initials.end() > word.end() or len(word[0].rstrip(".")) == 1):
        return initials[0]
    if word is None:
        return None
    return word[0] if word[0].lower() == "st." else word[0].rstrip(".")


def _goes_on(words: list[str], token: str, folded: str, at: int, broken: bool) -> bool:
    """Whether the next word belongs to the name read so far."""
    low = token.lower().rstrip(".")
    last = words[-1] if words else ""
    family = [word for word in words if not INITIALS.fullmatch(word) and word.lower() not in PARTICLES]
    if token.replace(".", "") in postnominals() and family and not broken:
        return True
    if low in PARTICLES:
        if broken:
            return len(family) == 1 and token[0].isupper() and is_given_name(last) and low not in WEAK_PARTICLES
        return not family or token[0].isupper() or low not in WEAK_PARTICLES
    if not (token[0].isupper() or (last and last.lower() in PARTICLES)):
        return False
    kind, surname_too = not_names().get(low, ("", True))
    if kind and len(low) > 1 and (family or not surname_too):
        # "Councillor David Grant moved": behind a given name, and before what a person does.
        first = surname_too and not broken and len(family) == 1 and is_given_name(last)
        return first and bool(_ACTS.match(folded, at + len(token)))
    if family and title_at([token], 0):
        return False
    if INITIALS.fullmatch(token) and family:
        return len(family) == 1 and is_given_name(family[0]) and len(token.rstrip(".")) == 1 and not broken
    if not family or (last.lower() in PARTICLES):
        return True
    if broken:
        first = (
            len(family) == 1 and is_given_name(last) and ("\n\n" not in folded[at - 26 : at] or not is_surname(last))
        )
        return first and (is_surname(token) or not is_surname(last))
    if last.isupper() and len(last) > 2 and not is_given_name(last):
        return is_surname(token) and not words[0].endswith(".")
    if len(family) == 1:  # "Mr McGuigan Preliminary plans are…"
        return is_given_name(last) or is_surname(token) or not is_surname(last)
    return is_surname(token)


# What follows a name in a sentence.
_ACTS = re.compile(
    r"\s{0,3}(?:$|[,;.)\n]|(?:be|was|were|is|has|had|moved|seconded|proposed|said|asked|reported|declared|thanked|left|joined"
    r"|as|abstained|voted|and)\b)"
)

# -- lists -----------------------------------------------------------------------------------------------------------

_SPLIT = re.compile(
    # "J Ames. P Bird": a slip for the comma
    rf"(?<=[a-z]{{3}})(?!{AFTER_SHORT})\.[ ](?=(?:[A-Z]\.?[ ]){{1,2}}[A-Z][a-z]|[A-Z]\.[A-Z][a-z]"
    rf"|(?<![Cc]hair\.[ ]){MEMBER}\b\.?[ ][A-Z]"
    r"|[A-Z][a-z]+[ ][A-Z][a-z]+(?:,|[ ]\())"
    r"|(?<!plus)(?<!and)(?<!&)[ ]{1,3}(?=\d{1,3}[ ](?:members?|residents?|parishioners?)\b)"
    r"|,?\s(?:and\s)?later\sin\sthe\smeeting:?\s"
    r"|\n|;|,|\.[ ]Also[,:]?[ ]"
    r"|[ ]?&(?:amp;)?[ ]|\s(?:(?:together|along)\swith|and|a'r|agus|a[ ]?/[ ]?and)\s"
    r"|\sac?\s(?=(?:Cyng|Mrs|Mr|Ms|Miss|Dr|Parch)[a-z]{0,7}\b)"  # Welsh "and"
    r"|(?<=[a-z])(?<!\band)(?<!\bwith)(?<!\bas)\sac?\s(?=[A-Z][a-z]+[ ][A-Z][a-z])"
)
_OUTSIDE = re.compile(r"[,;]|\s(?:and|&)\s")
_OPENS_PIECE = re.compile(r"(?:\A|[,;\n]|\band|&)\s{0,3}$")
_AFFILIATED = re.compile(r"\s(?:of|from|representing)\s(?:the\s)?(?=[A-Z])")
_WRAPPED = re.compile(r"[,;][ ]?\n")  # a line that ends within the list, and so any line may
_NAME_NEXT = re.compile(r"\.?\s{1,3}[A-Z]")
_HYPHENED = re.compile(r"[A-Z][a-z]+-$")
_GAP = re.compile(r"[ ]{3,}+")
_MIDDLE = re.compile(r" [A-Z]\.? ?[A-Z]")
_BEGINS = re.compile(rf"(?:^|[,;\n]|\band\b|\b{MEMBERS}\b)\s{{0,3}}[A-Z][a-z]+$")
_CODE = re.compile(r"[A-Z]{2,4}")  # initials beside a name, by which the rest of the minutes call the person
_COUNTED = re.compile(
    r"(?:also\s)?(?:(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|several|some)\s(?:\w+\s)?)?"
    r"(?:members?\sof\s(?:the\s)?public|residents?|parishioners?)\b",
    re.I,
)
_THE_OFFICE = re.compile(
    r"the (?:Parish |Town |Deputy |Assistant )?(?:Clerk|Chief Executive|Secretary|Treasurer)\.?$", re.I
)
_A_MEMBER = re.compile(rf"{MEMBER_S}\b")
# "…, Clerk Mrs S Moss", "… & Clerk and RFO Ann Reed": the post of the one named behind it.
_CLERK = re.compile(
    r"(?:the\s)?(?:(?:Parish|Town|Community|Assistant|Deputy|Acting|Locum)\s)*(?:[Cc]lerk|RFO)"
    r"(?:\s?(?:and|&|/)\s?(?:the\s)?(?:RFO|Responsible Financ(?:e|ial) Officer|Proper Officer))?:?\s"
)
_TIER = re.compile(
    r"(?:County|Cty|Co|Dist(?:rict)?|Borough|City|Town|Parish|Community|Ward|Unitary|Independent)\.?|(?-i:[A-Z]{1,4}C)",
    re.I,
)
# "District and County Cllr Webb", of two councils.
_TIERS = re.compile(
    rf"\b(?:County|District|Borough|City|Town|Parish)(?:[ ](?:and|&)[ ]|[ ]?/[ ]?)"
    rf"(?=(?:County|District|Borough|City|Town|Parish)[ ]{{1,2}}{MEMBER_S}\b)"
)
# A title right behind a word that is no office: between two names a comma was left out.
_UNPARTED = re.compile(
    rf"[a-z)](?<!Mayor)(?<!Chair)(?<!Chairman)(?<!Provost)(?<!Leader)(?<!ember)[ ]{{1,3}}(?={TITLE_S}\b\.?[ ][A-Z])"
)
_CIVIL = re.compile(rf"{CIVIL}\b", re.I)
_LETTERS = re.compile(r"[A-Z]{3,6}")  # of an organisation beside a name, where names are not printed in capitals
_CAPITALS = re.compile(r"\b[A-Z][A-Z'-]{2,}(?=,)")
_OF_PLACE = re.compile(r"(?:\A|[,;\n]\s{0,3})(?!(?:County|Council)\b)[A-Z][\w.]{1,14}\s$")
# "J Gilmour M Goodman": a comma was left out between two names that both begin with initials.
_NEXT_INITIAL = re.compile(
    r"(?:\b[A-Z]{1,2}\.?[ ]){1,3}[A-Z][\w'-]{2,24}(?P<cut>[ ])(?=(?:[A-Z]\.?[ ]){1,3}[A-Z][a-z])"
)


# "B. Jones (chair) A. Davies", "Jones (BJ) Davies (AD)": after a bracket, a name with initials, or one that is known.
_AFTER_BRACKET = re.compile(
    r"\)(?P<cut>[ ]{1,3})(?=(?:[A-Z]\.?[ ]?){1,3}[A-Z][a-z]"
    r"|[A-Z][a-z'-]+[ ](?:\([A-Z]{2,3}\)|(?P<surname>[A-Z][a-z'-]+)[ ]\()|(?P<given>[A-Z][a-z]+)[ ][A-Z])"
)
# "P J Moss MSc R A Hale", "C M Dix, LLB J Nunn": letters after a name end it.
_AFTER_LETTERS = re.compile(
    r"(?<=[ ,])(?P<letters>[A-Z][A-Za-z]{1,5})(?P<ed>[ ](?:Cert[ ])?Ed)?(?:[ ]\(Hons\))?(?P<cut>[ ])"
    r"(?=(?:[A-Z]\.?[ ]){1,3}[A-Z][a-z])"
)
# "…, Councillor A Lee Deputy Mayor Councillor B Shah": an office with a title behind it opens another name.
_BEFORE_OFFICE = re.compile(
    r"(?<=[a-z)])(?P<cut>[ ])(?=(?:[Tt]he[ ])?(?:Deputy|Depute|Vice)[ -](?:Lord[ ])?"
    rf"(?:Mayor|Provost|Chair(?:man|woman)?),?[ ](?:{MEMBER}\b|(?:[A-Z]\.?[ ]){{1,3}}[A-Z][a-z]))"
)
# "Mr H Dale Michael Hill (BBC)": initials and a surname, then a given name with another.
_GIVEN_NEXT = re.compile(
    r"(?:\b[A-Z]\.?[ ]){1,3}[A-Z][\w'-]{2,24}(?P<cut>[ ])(?=(?P<name>(?P<given>[A-Z][a-z]+)[ ][A-Z][a-z][\w'-]+)"
    r"(?:[ ]\(|[,;]|$))"
)
# "Pat Ford, Chair Clare Hill, Vice Chair Carol Dale": where every comma is before an office, it is of the one before.
_OFFICE_BEHIND = re.compile(
    r",[ ](?:(?:Vice|Deputy)[- ])?(?:Chair(?:man|woman|person)?|Convener|Clerk|Treasurer|Secretary|Councillor)"
    r"(?:(?P<cut>[ ])(?=[A-Z])|[ ]?(?=[(,;]|$))"
)
_NESTED = re.compile(r"\([^()]*\(")  # "Ms A Lee (The Mill (Barset) Ltd)"
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
# "…, Chief Accountant, Corporate Services Tony Cain, Head of Housing": a new entry where a name stands before a comma.
_RUNS_ON = re.compile(
    r"(?<=[a-z)\]])(?P<cut>[ ])(?=(?P<name>(?:[A-Z]\.?[ ]){1,3}[A-Z][\w'-]{1,24}|(?P<given>[A-Z][a-z'-]{1,20})[ ]"
    r"(?:[A-Z]\.?[ ]|(?P<middle>[A-Z][a-z]{1,20})[ ])?[A-Z][\w'-]{1,24}),[ ][A-Z])"
)
# "P Moran  Clerk J Connor": where columns ran together, the clerk's post stands between two names.
_BEFORE_POST = re.compile(
    r"(?:\b[A-Z]\.?[ ]){1,3}[A-Z][\w'-]{2,24}(?P<cut>[ ]{1,3})(?=(?P<rest>[A-Z][a-z][^,;()\n]{3,60}))"
)
# "Cllrs Ames, Bird and Cole Clerk D. Dale"
_BEFORE_CLERK = re.compile(
    r"(?<!\bParish)(?<!\bTown)(?<!\bDeputy)(?<=[a-z])(?P<cut>[ ]{1,3})(?=Clerk:?[ ](?:[A-Z]\.?[ ]?){1,3}[A-Z][a-z])"
)
_RUN = re.compile(r"(?:(?<=\band )|(?<![\w'.-] )(?<![\w'.-]))[A-Z][\w'-]+(?:[ ]{1,2}[A-Z][\w'-]+){3,}")
LONG_RUN = 8  # words, of which most are names by then
# What a title may follow without a comma before it: "Co-opted member Cllr R Shaw".
_ENDS_ENTRY = frozenset("meeting member members observer chairman chair clerk officer substitute".split())


def split_people(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the single people of a list: "S Hanson, K Jones and R Potter" (three).

    What stands in brackets or after a dash stays with its person, as do a post-nominal and a post after a comma
    ("Mr R C Love, OBE", "Bev Messinger, Director of Customer and Workforce Services"). Titles split even without a
    comma ("Councillor J Lepoidevin Councillor A Lucas"), and so do columns ("B Ashdown      L Quill"). A name that a
    line breaks in a list with commas stays whole ("Dan Bride, Tom / Byrne"). A piece that is no person and follows
    none is kept as it is.
    """
    folded = fold(text)
    pieces: list[tuple[int, int, str]] = []  # start, end, the separator before it
    start, before = 0, ""
    for at, end, mark in [*_separators(folded), (len(folded), len(folded), "")]:
        begin, stop = _trim(folded, start, at)
        if begin < stop:
            pieces.append((begin, stop, before))
        start, before = end, mark
    return _joined(folded, pieces)


_AND = re.compile(
    r"[ \n\r,;.]{0,60}+(?:(?:and|plus|&(?:amp;)?|a'r|agus)[ \n\r]{1,9}+)?"
    r"(?:(?:also )?(?:from|on behalf of)[ \n\r]{1,3}+)?"
)


_JOINTS = (["and"], ["&"], ["&amp;"])
_AND_LAST = re.compile(r"\s(?:and|&)$")


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    lead = _AND.match(folded, start, end)
    start = lead.end() if lead else start
    while start < end and folded[end - 1] in " \n\t,;&":
        end -= 1
    joint = _AND_LAST.search(folded, start, end)  # a line that breaks off: "…, P Ames and"
    return start, joint.start() if joint else end


def _separators(folded: str) -> list[tuple[int, int, str]]:
    """Where a list may be cut, outside brackets: (start, end, mark); mark "title" cuts before a second title."""
    inside = _bracketed(folded)
    cuts = [
        (m.start(), m.end(), m[0].strip() or "\n")
        for m in _SPLIT.finditer(folded)
        if not (_breaks_a_name(folded, m.start()) if m[0] == "\n" else m[0].strip() == "and" and _in_post(folded, m))
    ]
    cuts += _columns(folded)
    cuts += [(m.start("cut"), m.end("cut"), "title") for m in _NEXT_INITIAL.finditer(folded)]
    cuts += [
        (m.start("cut"), m.end("cut"), "title")
        for m in _AFTER_LETTERS.finditer(folded)
        if (m["letters"] in postnominals() and not title_at([m["letters"]], 0))
        or m["ed"]
        or (_LETTERS.fullmatch(m["letters"]) and folded[: m.start()].endswith(", "))
    ]
    cuts += [(a, b, "title") for a, b in _next_offices(folded)]
    cuts += [
        (m.start("cut"), m.end("cut"), "title")
        for m in _GIVEN_NEXT.finditer(folded)
        if is_given_name(m["given"]) and _is_name(m["name"])
    ]
    behind = list(_OFFICE_BEHIND.finditer(folded))
    if len(behind) > 1 and len(behind) == _BRACKETS.sub("", folded).count(","):
        cuts += [(m.start("cut"), m.end("cut"), "title") for m in behind if m["cut"]]
    cuts += [(m.start("cut"), m.end("cut"), "title") for m in _BEFORE_CLERK.finditer(folded)]
    cuts += [
        (m.start("cut"), m.end("cut"), "title")
        for m in _BEFORE_POST.finditer(folded)
        if after_post(m["rest"]) is not None and parse_person(folded[m.start() : m.start("cut")])
    ]
    for pattern in (_AFTER_BRACKET, _RUNS_ON):
        named = [
            m
            for m in pattern.finditer(folded)
            if all(is_given_name(m[part]) for part in ("given", "middle") if m.groupdict().get(part))
            and (m.groupdict().get("surname") or "").lower() not in not_names()
            and not _follows_name(folded, m.start("cut"))
        ]
        # "Clerk J Connor, Allan Reed": one post before one name is of that name.
        alone = len(named) == 1 and after_post(_OUTSIDE.split(folded[: named[0].end("cut")])[-1] + "A Lee") is not None
        cuts += [] if alone else [(m.start("cut"), m.end("cut"), "title") for m in named]
    cuts += _before_titles(folded)
    cuts += _pairs(folded)
    posts = [m.span() for m in _CLERK.finditer(folded) if _OPENS_PIECE.search(folded, max(0, m.start() - 6), m.start())]
    inside += [m.span() for m in _TIERS.finditer(folded)]
    inside += [(a, b) for a, b in posts if parse_person(_OUTSIDE.split(folded[b : b + 60])[0])]
    return sorted(cut for cut in cuts if not any(a < cut[0] <= b for a, b in inside))


def _next_offices(folded: str) -> list[tuple[int, int]]:
    """The gaps before offices that open another name; "the absence of the Chair the Vice Chair" has none."""
    return [
        found.span("cut")
        for found in _BEFORE_OFFICE.finditer(folded)
        if folded[: found.start()].split()[-1].lower() not in not_names()
    ]


def _is_name(words: str) -> bool:
    """Are two words a given name and a surname, and no post: "Grant Officer"?"""
    last = words.split()[-1].lower()
    return last not in not_names() and parse_person(words) is not None


def _before_titles(folded: str) -> Iterator[tuple[int, int, str]]:
    """Cuts before a title that begins another name: "Mr A Lee | Mrs B Shah"."""
    last = 0
    offices = [b for _, b in _next_offices(folded)]
    tiers = [two.span() for two in _TIERS.finditer(folded)]
    spaced = len(_UNPARTED.findall(folded)) > folded.count(",")  # a comma parts no names here
    for match in _title_pattern().finditer(folded):
        words = folded[last : match.start()].split()
        form, kind, _ = titles()[squash(match[0]).lower().replace(".", "")]
        ended = words and (
            words[-1][0].isupper() or words[-1].endswith((")", ").")) or words[-1].lower() in _ENDS_ENTRY
        )
        alone = folded[match.end() : match.end() + 1] in ("/", "")  # "Ann Reid (AR) Councillor/Chairman"
        of_place = form.startswith("Councillor") and _OF_PLACE.search(folded, 0, match.start())  # "FBC Cllr P Hale"
        surname = kind == "doubtful" and _is_surname(folded, match.end(), words)
        if ended and match[0][0].isupper() and kind != "office" and not (surname or alone or of_place):
            # "District Councillor", "Kent Cllr"
            letters = _LETTERS.fullmatch(words[-1]) and _CIVIL.match(match[0])  # "Ann Lee, BCC Mrs P Hale"
            tier = not letters and bool(_TIER.fullmatch(words[-1]) or council_of(f"{words[-1]} Council"))
            at = match.start() - len(words[-1]) - 1 if tier and len(words) > 1 else match.start()
            at = next((a for a, b in tiers if last < a and b == at), at)
            # "…, Kent County Councillor Mrs Lee": whose councillor, and no name
            place = words[:-1] if tier else words if _TIER.match(match[0]) else []
            first = len(place) == 1 and not last or len(place) > 1 and place[-2].endswith((",", ";", "and"))
            placed = first and place[-1].isalpha() and not is_given_name(place[-1])
            if not tier or len(words) > 1:
                yield folded.rindex(place[-1], last, at) if placed else at, at, "title"
        beside = spaced and bool(words) and words[-1].endswith(",")
        behind = kind == "office" and last and len(words) > 1 and (words[-1][-1].isalpha() and ended or beside)
        if behind and not any(at <= match.start() <= at + len("the ") for at in offices):
            # "Councillor J Ames Chairman | Councillor P Bird", "Mr J Ames, Chairman | Ms P Bird Mr N Cole"
            last = match.start()
        elif kind != "office" or not match[0].endswith("."):  # "… in the Chair. Councillor Lee"
            last = match.end()


def _is_surname(folded: str, end: int, words: list[str]) -> bool:
    """Is a title that ends at `end` the surname of one of these words: "Mr K. Bishop", "Anne Bishop (Chairman)"?"""
    if not words:
        return False
    begun = INITIALS.fullmatch(words[-1]) or title_at(words, len(words) - 1)
    called = is_given_name(words[-1]) and folded[end : end + 1] in (",", ";", "(", "")
    return bool(begun or called or not _NAME_NEXT.match(folded, end))


def _in_post(folded: str, joint: re.Match[str]) -> bool:
    """Does "and" stand inside a post before a name: "from the Police and Crime Commissioner David Kent"?"""
    before = _OUTSIDE.split(folded[: joint.start()])[-1]
    after = _OUTSIDE.split(folded[joint.end() :])[0]
    return (
        bool(before.strip())
        and after_post(after) is not None
        and parse_person(re.sub(r"^\s*(?:from\s+)?(?:the\s+)?", "", before)) is None
    )


def _follows_name(folded: str, at: int) -> bool:
    """Is the word before `at` a title or the first of a name: "Cllr | A Lee, Chair", "Mary | Ann Lee, Clerk",
    "…, Sorcha | M. Lee"?"""
    word = folded[max(0, at - 30) : at].split()[-1:]
    if not word:
        return False
    first = (
        _MIDDLE.match(folded, at)
        and _BEGINS.search(folded[max(0, at - 40) : at])
        and not not_names().get(word[0].lower())
    )
    return bool(first or is_given_name(word[0]) or title_at(word, 0) or _TIER.fullmatch(word[0]))


def _breaks_a_name(folded: str, at: int) -> bool:
    """Is the line feed at `at` inside a name: "Dan Bride, Tom / Byrne, Tony Doran"? Only in a list with commas."""
    before = folded[max(0, at - 60) : at].rstrip()
    after = folded[at : at + 60].lstrip()
    if after.startswith("(") or _HYPHENED.search(before) and after[:1].isupper():
        return True  # "Ann Hale-" / "Dow"
    if not _OUTSIDE.search(folded) or before.endswith((",", ";")):
        return False
    if _WRAPPED.search(folded) and not any(map(parse_person, (_OUTSIDE.split(before)[-1], _OUTSIDE.split(after)[0]))):
        return True  # "Ann Lee, Parks / Officer, Bob Shah, / Clerk"
    words = split_words(_OUTSIDE.split(before)[-1].rpartition("\n")[2].rpartition(")")[2])
    position = 0
    while position < len(words) and (size := title_at(words, position)):
        position += size
    given = words[position:]
    following = split_words(_OUTSIDE.split(after.partition("\n")[0] + ",")[0].partition("(")[0].rstrip("."))
    return bool(given) and all(is_given_name(word) for word in given) and len(following) == 1


def _columns(folded: str) -> list[tuple[int, int, str]]:
    """Gaps that divide a line into columns of names: each cell a whole name, a title, or initials."""
    cuts, start = [], 0
    for line in folded.split("\n"):
        gaps = [g for g in _GAP.finditer(line) if g.start() > 0 and g.end() < len(line)]
        cells = [cell.split() for cell in _GAP.split(line.strip()) if cell.strip(" ,;:*")]
        whole = all(len(c) > 1 or _CODE.fullmatch(c[0].strip("()")) or title_at(c, 0) for c in cells)
        surnames_only = len(cells) > 2 and all(len(c) == 1 and c[0][0].isupper() for c in cells)
        if gaps and (whole or surnames_only):
            cuts += [(start + g.start(), start + g.end(), "gap") for g in gaps]
        start += len(line) + 1
    return cuts


def _pairs(folded: str) -> Iterator[tuple[int, int, str]]:
    """Cuts in a run of names without commas, nearly each with a known given name: "Ann Lee  Bob Shah Colin Dale"."""
    for run in _RUN.finditer(folded):
        words = list(re.finditer(r"[A-Z][\w'-]+", run[0]))
        while words and title_at([words[0][0]], 0) and not is_given_name(words[0][0]):
            words = words[1:]  # "PC Ann Lee Bob Shah"
        titles_at = [n for n, word in enumerate(words) if title_at([word[0]], 0) and word[0].isupper()]
        for a, b in pairwise([-1, *titles_at, len(words)]):
            some = words[a + 1 : b]
            firsts, lasts = some[::2], some[1::2]
            if len(some) % 2 and len(some) > LONG_RUN:
                yield from _by_given_names(run.start(), some)
            if len(some) % 2 or len(some) < 4:
                continue
            known = sum(is_given_name(w[0]) for w in firsts)
            sure = known == len(firsts) and not any(is_given_name(w[0]) for w in lasts)
            if 4 * known >= 3 * len(firsts) if len(some) > 5 else sure and all(is_surname(w[0]) for w in lasts):
                for before, word in zip(lasts, firsts[1:], strict=False):
                    yield run.start() + before.end(), run.start() + word.start(), "title"


def _by_given_names(at: int, words: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Cuts in a long run of names one of which has three words: "… Bob Shah Jim Colin Dale"."""
    starts = [0]
    for n in range(1, len(words) - 1):
        if n - starts[-1] > 1 and is_given_name(words[n][0]):
            starts.append(n)
    sizes = [b - a for a, b in pairwise([*starts, len(words)])]
    if is_given_name(words[0][0]) and sizes.count(3) == 1 and sizes.count(2) == len(sizes) - 1:
        yield from ((at + words[n - 1].end(), at + words[n].start(), "title") for n in starts[1:])


def _bracketed(folded: str) -> list[tuple[int, int]]:
    found, depth, start = [], 0, 0
    for at, letter in enumerate(folded):
        if letter in "([":
            start = at if depth == 0 else start
            depth += 1
        elif letter in ")]" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at))
    return found  # a bracket that never closes hides nothing


def _joined(folded: str, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    chunks: list[tuple[int, int]] = []
    person = False  # the last chunk holds a person
    role = False  # and the words after the name are a post: "X, Director of Customer and Workforce Services"
    waiting = -1  # start of a piece that is only a title: "Councillors, Gleeson"
    heads = (t for t in _title_pattern().finditer(folded) if titles()[squash(t[0]).lower().replace(".", "")][2])
    under = next((head.end() for head in heads), len(folded))  # "Provost Wallace and Councillors Ames, English, Field"
    for start, end, mark in pieces:
        words = split_words(folded[start:end].strip(":."))
        begin = waiting if waiting >= 0 else start
        kind = _only_title(words)
        if person and _COUNTED.match(folded, start, end):
            continue  # "A Lee, plus 1 member of the public"
        if person and mark == "gap" and _CODE.fullmatch(folded[start:end]):
            continue  # "Rob Boyd      RB"
        named = folded[chunks[-1][0] : start] if person else ""
        if named and mark == "," and _LETTERS.fullmatch(folded, start, end) and not _CAPITALS.search(named):
            chunks[-1] = (chunks[-1][0], end)  # "Sam Hill, DNPA; …"
            continue
        if _THE_OFFICE.match(folded, start, end) and folded[max(0, start - 7) : start].split()[-1:] in _JOINTS:
            waiting = start  # "C Campion, and the Clerk, Mrs S Moss"
            continue
        member = person and (start > under or _A_MEMBER.match(folded, chunks[-1][0]))
        if member and _THE_OFFICE.match(folded, start, end) and not _CIVIL.match(folded, chunks[-1][0]):
            waiting = start if folded[end : end + 1] == "," else -1
            continue  # "Cllrs Hale and Lowe, the Clerk": no member is the clerk
        surname = kind == "doubtful" and under < end and folded[end : end + 1] == ","  # "Councillors: Bishop, Cole"
        if kind in ("title", "doubtful") and not surname or (kind == "initials" and folded[end : end + 1] == "\n"):
            waiting = begin  # "Councillors, Gleeson"; "Councillor J" at the end of a line
            continue
        waiting = -1
        heading = folded[begin:end].replace(",", " ", 1) if begin < start else folded[begin:end]
        heading = heading.replace(":", "") if surname else heading
        heading = heading.partition("(")[0] if _NESTED.search(heading) else heading
        if (
            start > under
            and (len(words) == 1 or words[1][0] == "(")
            and not_names().get(words[0].lower(), ("", False))[1]
        ):
            name = parse_person(heading, listed=True, headed=True)  # "Councillors Ames, English, Field"
        else:
            name = parse_person(heading, listed=not role)
        if name is None and (post := _CLERK.match(heading)):
            name = parse_person(heading[post.end() :])
        if name is None and (at := after_post(heading)) is not None:
            name = parse_person(heading[at:])  # "…, and Borough Commander Simon Dobson"
        if name is None and title_at(words, 1) and not is_given_name(words[0]):
            name = parse_person(" ".join(words[1:]), listed=True)  # "FBC Cllr P Hale", "County Cllr Webb"
        if name is None and title_at(words, 0) and (away := _AFFILIATED.search(heading)):
            name = parse_person(heading[: away.start()])  # "… and Mr David Kent of the Bee Society"
        if name is None and len(words) > 3 and is_given_name(words[0]) and council_of(" ".join(words[2:])):
            name = parse_person(" ".join(words[:2]))  # "…, Allan Reed Anyshire District Council"
        if (
            name is None
            and len(words) > 2
            and words[0][0].isupper()
            and list(map(_is_letter, words[:3])) == [True, False, False]
        ):
            name = parse_person(" ".join(words[:2]))  # "… and K Sutton Youth Forum Representative"
        strong = name is not None and (name.honorific or name.initials)
        after_suffix = bool(words) and all(word.replace(".", "") in postnominals() for word in words)
        if person and mark not in ("\n", ";", "title") and (name is None or after_suffix or (role and not strong)):
            chunks[-1] = (chunks[-1][0], end)
            role = role or not after_suffix
            continue
        chunks.append((begin, end))
        person = name is not None
        role = person and " - " in folded[begin:end].partition("(")[0]
    return chunks


def _is_letter(word: str) -> bool:
    return len(word.strip(".")) == 1


def _only_title(words: list[str]) -> str:
    """ "title" of a piece that is titles alone, "initials" of titles and initials, else ""."""
    position, kind = 0, ""
    while position < len(words) and (size := title_at(words, position)):
        kind = titles()[" ".join(words[position : position + size]).lower().replace(".", "").rstrip(",:")][1]
        position += size
    left = words[position:]
    if left and all(INITIALS.fullmatch(word) for word in left):
        return "initials"
    return "" if left else kind
