"""Labels of clauses: what is printed before one, which comes next, and how nested ones are joined."""

from __future__ import annotations

import re
from dataclasses import replace

from civicgraph.extract.decisions.verbs import by_form
from civicgraph.model import Block, Span

FIRST = frozenset(("1", "a", "i"))
ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
INNER = re.compile(r"^\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2})[).]\s{0,9}(?=\S)", re.I)
BARE = re.compile(r"^(?P<label>[A-Z]|\d{1,2})(?P<sign>\s{0,3}:|\s{1,3}-(?=\s))?\s+(?P<word>\(?[A-Za-z]+\)?)")
YEARS = re.compile(r"20\d\d(?:[-/]\d{2,4})?")
NEAR = 8  # blocks within which the next label of a run stands


def label_of(block: Block) -> str:
    """The label that is printed before a block, without its signs: "1" of "(1)", "-" of a bullet and of what has a
    reference of its own ("E/40723 Garage"), "" of a paragraph."""
    return "-" if is_bullet(block) or "/" in block.marker else block.marker.strip("().:").lower()


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

    >>> next_of("1.2", "1.1"), next_of("c", "a"), next_of("iv", "i"), next_of("ii", "ii")
    ('1.3', 'd', 'v', 'iii')
    """
    head, dot, last = label.rpartition(".")
    if last.isdigit():
        return f"{head}{dot}{int(last) + 1}"
    if label in ROMAN[:-1] and (first == "i" or len(label) > 1):
        return ROMAN[ROMAN.index(label) + 1]
    return chr(ord(label[0]) + 1) if len(label) == 1 and label != "z" else ""


def inner_label(text: str) -> tuple[str, int]:
    """(label, where the words after it begin) of a label that stands within a paragraph's words; ("", 0) for none."""
    found = INNER.match(text)
    return (found.group("label").lower(), found.end()) if found else ("", 0)


def labelled(blocks: list[tuple[int, Block]], texts: list[str]) -> list[tuple[int, Block]]:
    """The blocks, each with the label that belongs to it where the layout hides that: a label without signs, which only
    its place in a run tells from a word ("A  Note the report", "2 officers proceed"), or on a line of its own above."""
    out: list[tuple[int, Block]] = []
    last, near, alone = "", 0, ""
    for n, (i, block) in enumerate(blocks):
        if YEARS.fullmatch(block.marker):  # "2025-35 Capital Programme", over the clauses on it
            block = replace(block, kind="paragraph", marker="", words=Span(start=block.span.start, end=block.words.end))
        if block.marker and not texts[n].strip():
            alone = block.marker
            continue
        if alone and not block.marker and block.kind == "paragraph":
            block = replace(block, marker=alone)
        alone = ""
        near -= 1
        found = None if block.marker or block.kind != "paragraph" else BARE.match(texts[n])
        label = found.group("label").lower() if found else ""
        follows_on = last and near > 0 and label == next_of(last, last)
        if found and label and (follows_on or label in FIRST and _opens_run(found, label, texts[n + 1 : n + NEAR])):
            words = Span(start=block.words.start + found.start("word"), end=block.words.end)
            block = replace(block, marker=found.group("label"), words=words)
            last, near = label, NEAR
        out.append((i, block))
    return out


def _opens_run(found: re.Match[str], label: str, below: list[str]) -> bool:
    """Does a run of labels without signs begin here? Its next one is below, or a verb stands behind it."""
    word = found.group("word").lower()
    if found.group("sign") or word in ("that", "to") or word.startswith("(") or word in by_form():
        return True
    after = (BARE.match(text) for text in below)
    return any(next_one and next_one.group("label").lower() == next_of(label, label) for next_one in after)


def joined(levels: list[tuple[str, str]], label: str) -> tuple[list[tuple[str, str]], str]:
    """The levels of a label's run, each (kind, label), with it; and the whole label: "b" under "2" is "2b"."""
    kind = kind_of(label, levels[-1][1] if levels else "")
    kinds = [k for k, _ in levels]
    levels = [*levels[: kinds.index(kind) if kind in kinds else len(levels)], (kind, label)]
    return levels, label if "." in label else "".join(each for _, each in levels)
