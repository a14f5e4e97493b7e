"""Characters: one way to write quotes, dashes and spaces before words are compared."""

from __future__ import annotations

import re

# One character each, so that offsets into the folded text are offsets into the document.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad", "-"),
        **dict.fromkeys(
            "\t\x0b\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
            "\u200b\ufeff\u2060",
            " ",
        ),
        **dict.fromkeys("\x0c\u0085\u2028\u2029", "\n"),
    }
)

# Soft hyphens, characters without width, marks of direction: they print nothing.
UNSEEN = "".join(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF)))
_UNSEEN = str.maketrans("", "", UNSEEN)
_SPACES = re.compile(r"\s++")
_PLAIN_CHANGED = tuple(chr(code) for code in _SAME_LENGTH if code < 0x80)


def fold(text: str) -> str:
    """The text with plain quotes, dashes and spaces, character for character: same length, case and newlines kept.

    >>> fold("Jim O\u2019Boyle \u2013 Chair")
    "Jim O'Boyle - Chair"
    """
    if text.isascii() and not any(char in text for char in _PLAIN_CHANGED):
        return text  # most texts have been folded before
    return text.translate(_SAME_LENGTH)


def squash(text: str) -> str:
    """Every run of white space as one space, none at the ends.

    >>> squash(" Scrutiny\\n  Board (2) ")
    'Scrutiny Board (2)'
    """
    return _SPACES.sub(" ", text).strip()


def seen(text: str) -> str:
    """The text without the characters that print nothing."""
    return text.translate(_UNSEEN)


def plain(text: str) -> str:
    """Folded and squashed, without the punctuation that ends a line: for comparing what two documents print.

    >>> plain("Children\u2019s  Services Redesign:")
    "Children's Services Redesign"
    """
    return squash(fold(text)).rstrip(" .,;:-")


def edits(a: str, b: str, most: int) -> int:
    """How many letters must be put in, left out, changed or swapped with the next to make b of a; above `most`, more.

    >>> edits("localsim", "localism", 2), edits("roads", "rates", 1)
    (1, 2)
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    two, one = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        now = [i]
        for j, y in enumerate(b, 1):
            cost = min(one[j] + 1, now[j - 1] + 1, one[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, two[j - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        two, one = one, now
    return one[-1]


def singular(word: str) -> str:
    """A word of five letters or more without the ending of its plural, for comparing names; no dictionary is asked.

    >>> singular("pensions"), singular("families"), singular("access")
    ('pension', 'family', 'access')
    """
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
