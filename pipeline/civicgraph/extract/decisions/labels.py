"""Labels of clauses: what is printed before one, which comes next, and how nested ones are joined."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.verbs import by_form
from civicgraph.model import Block

FIRST = frozenset(("1", "a", "i"))
ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
INNER = re.compile(r"^\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2})[).]\s{0,9}(?=\S)", re.I)
# A label without a sign after it, which only its place in a run tells from a word: "A  Note the report", "2 officers …".
BARE = re.compile(r"^(?P<label>[A-Z]|\d{1,2})(?P<sign>\s{0,3}:)?\s+(?P<word>\(?[A-Za-z]+\)?)")


def label_of(block: Block) -> str:
    """The label that is printed before a block, without its signs: "1" of "(1)", "-" of a bullet, "" of a paragraph."""
    return "-" if is_bullet(block) else block.marker.strip("().:").lower()


def is_bullet(block: Block) -> bool:
    return bool(block.marker) and not any(c.isalnum() for c in block.marker) or block.marker in ("o", "\uf0b7")


def kind_of(label: str, before: str = "") -> str:
    """ "number", "letter" or "roman"; after "h" an "i" is a letter."""
    label = label.lower()
    if re.fullmatch(r"[\d.]+", label):
        return "number"
    if label not in ROMAN:
        return "letter"
    follows = (
        len(label) == len(before) == 1 and before not in ROMAN and before.isalpha() and ord(label) == ord(before) + 1
    )
    return "letter" if follows else "roman"


def next_of(label: str, first: str) -> str:
    """The label after one; of a run that began with "i", the next numeral. "" after the last.

    >>> next_of("1.2", "1.1"), next_of("c", "a"), next_of("iv", "i")
    ('1.3', 'd', 'v')
    """
    head, dot, last = label.rpartition(".")
    if last.isdigit():
        return f"{head}{dot}{int(last) + 1}"
    if first == "i" and label in ROMAN[:-1]:
        return ROMAN[ROMAN.index(label) + 1]
    return chr(ord(label[0]) + 1) if len(label) == 1 and label != "z" else ""


def inner_label(text: str) -> tuple[str, int]:
    """(label, where the words after it begin) of a label that stands within a paragraph's words; ("", 0) for none."""
    found = INNER.match(text)
    return (found.group("label").lower(), found.end()) if found else ("", 0)


def bare_label(text: str, after: str) -> tuple[str, int]:
    """The same of a label without signs, where it is the one that comes after `after` ("": the first of a run).

    >>> bare_label("B  Confirm the terms of reference", "a"), bare_label("A petition was received", "")
    (('b', 2), ('', 0))
    """
    found = BARE.match(text)
    label = found.group("label").lower() if found else ""
    if found is None or label not in ((next_of(after, after),) if after else FIRST):
        return "", 0
    word = found.group("word").lower()
    opens = word in ("that", "to") or word.startswith("(") or word in by_form()
    return (label, found.start("word")) if opens or found.group("sign") or after and label.isdigit() else ("", 0)


def joined(levels: list[tuple[str, str]], label: str) -> tuple[list[tuple[str, str]], str]:
    """The levels of a label's run, each (kind, label), with it; and the whole label: "b" under "2" is "2b"."""
    kind = kind_of(label, levels[-1][1] if levels else "")
    kinds = [k for k, _ in levels]
    levels = [*levels[: kinds.index(kind) if kind in kinds else len(levels)], (kind, label)]
    return levels, label if "." in label else "".join(each for _, each in levels)
