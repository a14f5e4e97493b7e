"""What keeps a question fast in a graph of many councils (queries/README.md), read from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from civicgraph.queries import Question, questions

BLOCK = re.compile(r"\bEXISTS\s*\{")
PATH = re.compile(r"\([^()]*\)[*+?]?")  # innermost brackets: a choice, which stays whole


def blocks(text: str, begins: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """From the brace that opens each block to the one behind that which closes it."""
    for match in begins.finditer(text):
        depth, at = 0, match.end() - 1
        while True:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
            if not depth:
                break
        yield match.end() - 1, at


def steps(block: str) -> int:
    """How many triples the store looks for in this block, without what is asked of them by a FILTER or EXISTS."""
    for start, end in reversed(list(blocks(block, BLOCK))):
        block = block[:start] + " " * (end - start) + block[end:]
    block = re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>', "x", block)
    while (plain := PATH.sub("", block)) != block:
        block = plain
    block = re.sub(r"\b(FILTER|NOT|EXISTS|BIND|REPLACE|IF|CONTAINS|GRAPH \?\w+)\b", "", block)
    said = [part for part in re.split(r"[.;{}]\s", block + " ") if len(re.findall(r"[?:\w]+", part)) > 1]
    return len(said) + sum(part.count("/") for part in said)


def of(one: Question) -> str:
    return "\n".join(line for line in one.text.splitlines() if not line.lstrip().startswith(("#", "PREFIX")))


@pytest.mark.parametrize("one", questions(), ids=lambda one: one.name)
def test_an_exists_looks_for_one_triple(one: Question) -> None:
    """A second one in the same braces is read from the whole graph, for every row."""
    text = of(one)
    found = [text[start:end] for start, end in blocks(text, BLOCK)]
    assert [block for block in found if steps(block[1:-1]) > 1] == []


@pytest.mark.parametrize("one", [q for q in questions() if "$council" in q.text], ids=lambda one: one.name)
def test_the_council_is_where_the_store_starts(one: Question) -> None:
    """With its name beside its class it would be thought the longer list, and a class of all councils be read first."""
    one_pattern = re.compile(r"(\?\w+) a civ:Council OPTIONAL \{ \1 skos:prefLabel \?\w+ \}")
    asked = re.findall(r"VALUES \?in \{ \$council \}\s+(.*)", of(one))
    assert asked
    assert [line for line in asked if not one_pattern.fullmatch(line)] == []
