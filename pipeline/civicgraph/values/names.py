"""People's names: taking one apart, and whether two may be of one person. Finding names in a text is `people`.

Words decide, not a grammar: a title ("Councillor"), an initial or a known given name says that a name is here, and
`data/reference/not_names.csv` says which capitalised words never are ("Apologies", "Directorate").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from civicgraph.values.gazetteer import bare, gender_of, given_names, not_names, postnominals, surnames, titles
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.text import fold, squash


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart. `initials` holds the first letters of all given names: "J" for "Jim", "RW" for "R W"."""

    honorific: str = ""  # canonical forms in the printed order: "Councillor", "Lord Mayor Councillor"
    given: str = ""  # "Jim", "Mary Jane"; "" where only initials are printed
    initials: str = ""
    surname: str = ""  # "" only after Sir or Dame: "Sir Martin"
    suffixes: tuple[str, ...] = ()  # ("OBE",)


_LETTER = r"[^\W\d_]"
# O'Boyle, Smith-Jones, D'souza, hUiginn; a possessive 's stays outside.
WORD = re.compile(
    rf"(?:[hnt](?=[A-Z\u00c0-\u00de]))?{_LETTER}{{1,30}}+(?:\.(?={_LETTER}\b))?"
    rf"(?:(?:-|(?<!{_LETTER}{{3}})'|'(?=[A-Z][a-z]))(?!s\b){_LETTER}{{1,30}}+){{0,4}}"
)
INITIALS = re.compile(r"[A-Z\u00c0-\u00de](?:(?:\.-?|-)[A-Z\u00c0-\u00de](?![a-z])){0,3}\.?|[A-Z]{2,3}")
PARTICLES = frozenset(
    ("mac", "mc", "n\u00ed", "ni", "nic", "u\u00ed", "ui", "\u00f3", "o", "ua", "m\u00e1g", "mag", "an", "van", "von",
     "de", "der", "den", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "el", "al", "bin", "ibn",
     "bint", "ap", "ab", "ferch", "ter", "ten", "st", "st.", "abu", "ben", "de'")
)  # fmt: skip
WEAK_PARTICLES = frozenset(("ben", "st", "st.", "an", "al", "do", "da", "la", "le", "o", "di", "el"))
LETTERS = re.compile(r"[^\W\d_]+")
# Not the letters by which parties are marked: "(C)", "(L)".
INITIAL_AFTER = re.compile(r"[ ]?\((?!(?:C|L|G|I|LD|D|PC|UP)\))[A-Z](?:\.?[ ]?[A-Z]){0,2}\.?\)")
PLACE_NEXT = frozenset(
    ("school", "schools", "academy", "college", "street", "road", "lane", "avenue", "court", "hospital", "trust",
     "foundation", "centre", "house", "theatre", "hall", "drive", "close", "way", "park", "square", "place", "library",
     "university", "estate", "stadium", "bridge")
)  # fmt: skip
_GENDER = {"Mr": "m", "Sir": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f", "Lady": "f", "Baroness": "f"}
# A given name and its short forms.
_FORMS = (
    "james jim jimmy jamie",
    "william bill billy will liam",
    "robert bob bobby rob robbie",
    "richard dick rick ricky rich",
    "john johnny jon",
    "edward ted eddie ed ned",
    "margaret maggie peggy meg",
    "elizabeth elisabeth liz lizzie beth betty",
    "catherine kate cathy katie katherine kathryn kath kathy",
    "anthony tony",
    "michael mike mick mickey",
    "david dave dai",
    "patrick pat paddy",
    "patricia pat tricia",
    "susan sue susie",
    "christopher chris kit",
    "christine chris tina",
    "stephen steve steven",
    "charles charlie chas",
    "henry harry",
    "peter pete",
    "thomas tom tommy",
    "joseph joe",
    "josephine jo josie",
    "joanne jo joanna",
    "andrew andy drew",
    "alexander alex sandy alec",
    "deborah debbie deb",
    "jacqueline jackie",
    "pamela pam",
    "geoffrey geoff jeffrey jeff",
    "gerald gerry",
    "gerard gerry",
    "terence terry",
    "lawrence larry laurence",
    "dorothy dot dolly",
    "rebecca becky",
    "victoria vicky vicki",
    "jennifer jenny jen",
    "beverley bev beverly",
    "francis frank",
    "frances fran",
    "kenneth ken kenny",
    "ronald ron ronnie",
    "raymond ray",
    "daniel dan danny",
    "matthew matt",
    "nicholas nick nicky",
    "samuel sam",
    "samantha sam",
    "gregory greg",
    "philip phil phillip",
    "timothy tim",
    "benjamin ben",
    "donald don",
    "leonard len",
    "frederick fred freddie",
    "mohammed mohammad muhammad mohamed mohamad mo",
    "alexandra alex lexie",
    "edwin ed eddie",
    "edmund ed ned",
    "antonia toni",
    "nicola nicky nikki",
    "geraldine gerry",
    "theodore ted",
    "kimberley kim",
    "stephanie steph",
    # Spellings of one name; of other names that are a letter apart, Jane and June, each is its own.
    "rachel rachael",
    "alan allan allen",
    "sarah sara",
    "anne ann",
    "mark marc",
    "brian bryan",
    "graham graeme grahame",
    "claire clare",
    "theresa teresa",
    "isabel isobel isabelle",
    "lynn lynne lyn",
    "gillian jillian",
    "carol carole",
    "dennis denis",
    "derek derrick",
    "stuart stewart",
    "sean shaun shawn",
    "ian iain",
    "neil neal",
    "kathleen cathleen",
    "vivien vivienne",
    "hannah hanna",
    "jayne jane",
)
_SHORT = tuple(frozenset(group.split()) for group in _FORMS)


@cache
def is_given_name(word: str) -> bool:
    """Whether the word is a known given name or short form of one, whatever its case and accents."""
    plainly = bare(word)
    return plainly in given_names() or any(plainly in group for group in _SHORT)


@cache
def is_surname(word: str) -> bool:
    """Whether reference data has the word as a surname; "O'Boyle", "Smith-Jones" and "McTavish" by their shape."""
    plainly = bare(word)
    if plainly in surnames():
        return True
    parts = [part for part in fold(word).split("-") if part]
    if len(parts) > 1:
        return any(bare(part) in surnames() for part in parts) and all(part[0].isupper() for part in parts)
    return bool(re.fullmatch(r"(?:O'|D'|Mc|Mac|Fitz)[A-Z]\w{1,20}", fold(word)))


# -- one name --------------------------------------------------------------------------------------------------------

GENERATIONS = ("Jnr", "Jr", "Junior", "Snr", "Sr", "Senior")
_GENERATION = re.compile(rf"\(({'|'.join(GENERATIONS)})\.?\)")  # "(Snr)"
_BRACKET = re.compile(r"\s*+[(\[][^()\[\]]{0,200}+[)\]]?+")
_TAIL = re.compile(r"(?: -(?=[ A-Z])|[:;]| (?=as\b|for\b|from\b)).*+", re.S)


@lru_cache(maxsize=1 << 16)
def parse_person(text: str, *, listed: bool = False, headed: bool = False) -> PersonName | None:
    """The one name that the text is, with or without title, brackets after it, or ", Director of Finance".

    "Councillor J. O'Boyle", "Mr R C Love, OBE", "SMITH, John", "L Pardy-McLaughlin". None for what is no name
    ("Resources Directorate", "Nil", "Name"). Without title or initial a name needs a word that reference data knows;
    `listed` waives that, for an entry of a list of people: "Teefy"; `headed`, under "Councillors", takes an everyday
    word for a surname too: "English".
    """
    generation = _GENERATION.search(text)
    folded = squash(_BRACKET.sub("", unbroken(fold(text)), count=4)).strip(" ,.;:*_\"'-")
    folded = _SET_APART.sub("", folded)
    head, _, rest = folded.partition(",")
    head = _TAIL.sub("", head).strip(" .:*_")
    words = split_words(head)
    honorific, words = _take_titles(words)
    words, suffixes = take_suffixes(words)
    suffixes += _suffixes_of(rest.partition(",")[0])
    suffixes += (generation[1],) if generation else ()
    turned = _turned(words, rest, suffixes) if rest else None
    words, post = _before_post(turned or words, rest)
    name = build(words, honorific, suffixes, listed or post, headed=headed)
    inverted = INITIAL_AFTER.search(fold(text))
    if name is not None and inverted and not name.initials and len(words) == 1:  # "Sheahan (M)"
        return replace(name, initials="".join(LETTERS.findall(inverted[0])))
    return name


def unbroken(words: str) -> str:
    """The words without the line feed behind the hyphen of a double name: "Ann Hale-" / "Dow"."""
    return _HYPHENED.sub("-", words) if "-" in words else words


_HYPHENED = re.compile(r"(?<=[a-z])-(?:[ ]{0,3}\n\s*|[ ]?\r+)(?=[A-Z])")
_SET_APART = re.compile(r"(?<=\b[OD]')\s(?=[A-Z][a-z])")  # "O' Callaghan"
_GLUED = re.compile(r"\b([A-Z]\.(?=[A-Z][a-z])|[A-Z][a-z]{1,5}\.(?=[A-Z]))")  # "J.Willox", "Cllr.J. Willox"
_MIDDLE = re.compile(r"(?<=[a-z] )([A-Z])\.(?= [A-Z])")  # "Ann B. Reed"
_TWO_NAMES = re.compile(r"\b[A-Z]\.?\s+[A-Z][\w'-]+\s+[A-Z]\.")  # "H. Reed  S. Cole"


def split_words(text: str) -> list[str]:
    text = _GLUED.sub(r"\1 ", text)
    text = text if _TWO_NAMES.search(text) else _MIDDLE.sub(r"\1", text)
    words = [word.strip("*_,") for word in text.split() if word.strip("*_,")]
    return [word.rstrip(".") if len(word) > 2 and is_given_name(word[:-1]) else word for word in words]  # "Jo. Reed"


def _take_titles(words: list[str]) -> tuple[str, list[str]]:
    """Titles at the front, in canonical form, and the words left; the last title is given back if it is the name."""
    known, position, last = titles(), 0, 0
    found: list[str] = []
    while position < len(words):
        article = words[position] in ("The", "THE", "Y", "Yr", "An") or (found and words[position] in ("the", "and"))
        if article and title_at(words, position + 1):
            position += 1
            continue
        size = title_at(words, position)
        if not size:
            break
        key = " ".join(words[position : position + size]).lower().replace(".", "").rstrip(",:")
        found.append(known[key][0])
        last, position = position, position + size
    if found and position >= len(words) and len(found) > 1 and position - last == 1:
        return " ".join(found[:-1]), words[last:]  # "Councillor Major"
    return " ".join(found), words[position:]


def title_at(words: list[str], position: int) -> int:
    """How many words from here on are one title, 0 for none."""
    known = titles()
    for size in (4, 3, 2, 1):
        group = words[position : position + size]
        if len(group) == size and group[0][:1].isupper():
            key = " ".join(group).lower().replace(".", "").rstrip(",:")
            # "CR Smith", "PC Smith": two capitals are initials, unless they are a title in any case
            if key in known and not (group == ["CR"] or (key == "pc" and group[0] != "PC")):
                return size
    return 0


def _suffixes_of(piece: str) -> tuple[str, ...]:
    words = [word.replace(".", "") for word in piece.split()]
    return tuple(words) if words and all(word in postnominals() for word in words) else ()


def take_suffixes(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    suffixes: list[str] = []
    while len(words) > 1 and words[-1].replace(".", "") in postnominals():
        if not any(len(word.strip(".")) > 1 and not INITIALS.fullmatch(word) for word in words[:-1]):
            break  # "K MA" has no other surname
        suffixes.insert(0, words[-1].replace(".", ""))
        words = words[:-1]
    return words, tuple(suffixes)


def _before_post(words: list[str], rest: str) -> tuple[list[str], bool]:
    """The words before a post, and whether one follows: "Colin Green Director", "Bev Messinger, Director of …"."""
    if words and len(words[0]) > 2 and words[0].isupper() and not is_given_name(words[0]):
        return words, False  # "PCC Link Officer"
    for position in range(2, len(words)):
        if not (is_given_name(words[0]) or INITIALS.fullmatch(words[0]) or is_surname(words[position - 1])):
            continue  # "Outdoor Learning Manager"
        if _kind(words[position]) == "office" and _kind(words[position - 1]) == "":
            return words[:position], True
    after = rest.split()
    return words, len(words) > 1 and bool(after) and after[0][0].isupper() and _kind(after[0]) == "office"


# "Cllr P Arden (Chairman), vice chair Cllr R Blake": an office in small letters before its holder.
_SMALL_OFFICE = re.compile(rf"(?:vice|deputy)[- ]chair(?:man|woman|person)?,? (?={TITLE_S}\b\.? ?[A-Z])")


def after_post(text: str) -> int | None:
    """Where the name begins in "Borough Commander Simon Dobson", "Police and Crime Commissioner David Kent".

    Only a known given name or an initial, right behind the head word of a post, begins one.
    """
    if office := _SMALL_OFFICE.match(text):
        return office.end()
    words = list(re.finditer(r"\S+", text))
    for before, word in pairwise(words[:10]):
        first = word[0].strip(".,")
        opens = is_given_name(first) or (len(first) == 1 and first.isupper())
        if opens and _kind(before[0]) == "office" and before[0][0].isupper() and not title_at([before[0]], 0):
            rest = text[word.start() :].split()
            return word.start() if 2 <= len(rest) <= 4 and parse_person(text[word.start() :]) else None
    return None


def _kind(word: str) -> str:
    return not_names().get(word.lower().strip(".,:"), ("", False))[0]


def _turned(words: list[str], rest: str, suffixes: tuple[str, ...]) -> list[str] | None:
    """The words of John Smith for "SMITH, John" and "Smith, J."."""
    first = split_words(rest.partition(",")[0])
    if suffixes or len(words) != 1 or not 1 <= len(first) <= 3 or title_at(first, 0):
        return None
    given = all(INITIALS.fullmatch(word) or is_given_name(word) for word in first)
    initials_only = all(INITIALS.fullmatch(word) for word in first)
    if given and ((words[0].isupper() and len(words[0]) > 2) or (initials_only and is_surname(words[0]))):
        return [*first, words[0]]
    return None


def build(
    words: list[str], honorific: str, suffixes: tuple[str, ...], listed: bool, *, headed: bool = False
) -> PersonName | None:
    if not 1 <= len(words) <= 7:
        return None
    position, letters = 0, ""
    while position < len(words) - 1 and _is_initials(words, position):
        letters += "".join(LETTERS.findall(words[position]))
        position += 1
    names = words[position:]
    sure = bool(honorific and letters) and len(names) == 1  # "Mr A Last"
    if not _are_name_words(names, evident=headed or bool(honorific or letters), listed=listed, sure=sure):
        return None
    start = _surname_start(names, bool(letters))
    given, family = names[:start], names[start:]
    if not (honorific or letters or listed or (given and is_given_name(given[0])) or _known(family)):
        return None
    if len(words) == 1 and not (honorific or listed):
        if is_given_name(words[0]) and "-" not in words[0]:
            return None  # "Jordan", "May": a lone given name is no person
        if words[0].isupper() and len(words[0]) < 4:
            return None  # "CPO"
    if honorific.split()[-1:] in (["Sir"], ["Dame"]) and len(words) == 1:
        if not is_given_name(words[0]):
            return None  # "Sir Gaerfyrddin" is Carmarthenshire
        given, family = family, []
    initials = letters + "".join(word[0].upper() for word in given)
    return PersonName(honorific, " ".join(map(_cased, given)), initials, " ".join(map(_cased, family)), suffixes)


def _known(family: list[str]) -> bool:
    return any(is_surname(word) for word in family) or (len(family) > 1 and family[0].lower() in PARTICLES)


def _is_initials(words: list[str], position: int) -> bool:
    word = words[position]
    if not INITIALS.fullmatch(word) or word == "\u00d3":
        return False
    # "JO SMITH" in capitals is Jo, "RW Gough" is R. W.
    return len(word) == 1 or "." in word or "-" in word or not (is_given_name(word) and words[position + 1].isupper())


def _are_name_words(words: list[str], *, evident: bool, listed: bool, sure: bool = False) -> bool:
    capital = False
    for word in words:
        if word.lower() in PARTICLES:
            capital = capital or (word[0].isupper() and len(word) > 1)
            continue
        if len(word) == 1 and word.isupper() and word is not words[-1]:
            continue  # "Ann A Reed"
        if not WORD.fullmatch(word) or not (word[0].isupper() or re.match(r"[hnt][A-Z\u00c0-\u00de]", word)):
            return False
        kind, surname_too = not_names().get(word.lower(), ("", True))
        first = word is words[0]  # "June Hall" is a name, "June" a month
        given = is_given_name(words[0]) and (len(words) > 1 if first else listed or word.lower() not in PLACE_NEXT)
        known = evident or given
        if listed and evident and kind == "place" and word is words[-1] and len(words) > 1 and is_given_name(words[0]):
            return True  # "Councillor Adrian Garden"
        taken = surname_too or sure or first and given and listed  # "Will Hill", in a list
        if not taken or (kind and not known) or word.replace(".", "") in ("II", "III", "IV"):
            return False
        capital = capital or len(word) > 1
    return capital and len(words[-1].strip(".")) > 1


def _surname_start(names: list[str], after_initials: bool) -> int:
    """Where the surname begins: at a particle, else at the last word, else before a known double surname."""
    for position, word in enumerate(names[:-1]):
        low = word.lower()
        if low in PARTICLES and (position or not is_given_name(word) or len(names) > 2 or low not in WEAK_PARTICLES):
            if low not in WEAK_PARTICLES or position or word.islower():
                return position
            if low in ("st", "st.", "o", "le", "la", "al", "el", "di", "da", "an"):
                return position
    if len(names) == 1:
        return 0
    if after_initials:  # "J Cotter Coughlan" has two surnames, "A John Smith" another given name
        return 1 if is_given_name(names[0]) else 0
    start = len(names) - 1
    if start > 1 and is_surname(names[start - 1]) and not is_given_name(names[start - 1]):
        start -= 1
    return start


def _cased(word: str) -> str:
    """Capitals of a heading as in a sentence: "O'BRIEN" → "O'Brien", "McDONALD" → "McDonald"."""
    if re.fullmatch(r"Ma?c[A-Z]{2,}", word):
        head = 3 if word.startswith("Mac") else 2
        return word[:head] + word[head:].capitalize()
    if not word.isupper() or len(word) < 3:
        return word
    cased = re.sub(r"[^\W\d_]++", lambda match: match[0].capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), cased)


@lru_cache(maxsize=1 << 16)
def display(name: PersonName) -> str:
    """The name without its title: "Jim O'Boyle", "R W Gough", "Martin" of "Sir Martin"."""
    spaced = " ".join(name.initials)
    lead = name.initials[: len(name.initials) - len(name.given.split())]
    first = " ".join((*lead, name.given)).strip() if name.given else spaced
    return f"{first} {name.surname}".strip()


@lru_cache(maxsize=1 << 16)
def key(name: PersonName) -> tuple[str, str]:
    """(surname without case, accents, hyphens and apostrophes; initials): ("oboyle", "J")."""
    return bare(name.surname), name.initials


# -- two names -------------------------------------------------------------------------------------------------------


VOWELS = re.compile(r"(?<!^)[aeiouy]+")
TWICE = re.compile(r"(.)\1+")
LEAST = 7  # letters: of shorter surnames too many are spelt alike, Harte and Hearty


def spelt_near(a: str, b: str) -> bool:
    """Whether two long surnames are spelt alike: the same but for vowels, or for one letter."""
    one, other = bare(a), bare(b)
    return min(len(one), len(other)) >= LEAST and (sound(a) == sound(b) or _one_edit(one, other))


def spellings(surname: str) -> frozenset[str]:
    """What two surnames of `spelt_near` share one of; the surname alone where it is short."""
    plainly = bare(surname)
    if len(plainly) < LEAST:
        return frozenset({plainly})
    return frozenset({plainly, sound(surname), *(plainly[:i] + plainly[i + 1 :] for i in range(1, len(plainly)))})


def sound(surname: str) -> str:
    """What surnames that are spelt alike share: their consonants in order, "whtfld" of Whitfeild and Whitfield.

    The surname itself where it is short.
    """
    plainly = bare(surname)
    return TWICE.sub(r"\1", VOWELS.sub("", plainly)) if len(plainly) >= LEAST else plainly


def compatible(a: PersonName, b: PersonName) -> bool:
    """Whether the names may be of one person: nothing in them contradicts it. It is no proof that they are.

    Same surname; initials that do not differ as far as both go; given names equal, short for one another, or one
    letter apart; not Mr against Mrs, nor Joseph against Mrs, nor Jnr against Snr.
    """
    genders = {gender for name in (a, b) if (gender := _gender(name))}
    generations = {s[:1] for name in (a, b) for s in name.suffixes if s in GENERATIONS}
    if len(genders) > 1 or len(generations) > 1:
        return False
    if not (a.surname and b.surname):  # "Sir Martin" and "Sir Martin Narey"
        return bool(a.given and b.given) and bare(a.given) == bare(b.given)
    if bare(a.surname) != bare(b.surname):
        return False
    if a.given and b.given and a.initials[:1] == a.given[:1].upper() and b.initials[:1] == b.given[:1].upper():
        return _same_given(bare(a.given.split()[0]), bare(b.given.split()[0]))
    pairs = list(zip(a.initials, b.initials, strict=False))
    if pairs and pairs[0][0] != pairs[0][1] and (b.initials[0] in _formal(a) or a.initials[0] in _formal(b)):
        pairs = pairs[1:]  # "W Moss" is Bill
    return all(one == other for one, other in pairs)


def _formal(name: PersonName) -> frozenset[str]:
    """First letters of the full forms of a short given name: "W" of Bill."""
    given = bare(name.given.split()[0]) if name.given else ""
    return frozenset(group.split()[0][0].upper() for group in _FORMS if given in group.split()[1:])


def _gender(name: PersonName) -> str:
    """By the title, else by the given name."""
    titled = next((_GENDER[word] for word in name.honorific.split() if word in _GENDER), "")
    return titled or (gender_of(name.given.split()[0]) if name.given else "")


def _same_given(a: str, b: str) -> bool:
    return a == b or a.startswith(b) or b.startswith(a) or short_for(a, b) or spelt_alike(a, b)


def short_for(a: str, b: str) -> bool:
    """Whether two `bare` given names are forms of one: "ed" and "edward", "liz" and "beth"."""
    return any(a in group and b in group for group in _SHORT)


def spelt_alike(a: str, b: str) -> bool:
    """Whether two `bare` given names of four letters or more are one letter apart: "rachel" and "rachael"."""
    return min(len(a), len(b)) > 3 and _one_edit(a, b)


def _one_edit(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
