"""Names that only a statistical model finds: kept as candidates, apart from what the rules state.

The model is optional (`pip install civicgraph[ner]`) and reads only where it is asked to (`--candidates`). Rules alone
find few full names and outside organisations that stand in prose without a title or a head word ("Wake the Tiger");
the model finds some of those, and much else, so its finds pass a filter and stay candidates for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

from civicgraph.extract.names.dealings import is_outside
from civicgraph.extract.names.phrases import TITLES
from civicgraph.extract.names.posts import HEADS as POSTS
from civicgraph.model import Candidate, Document, Findings, Mention, Span
from civicgraph.values.gazetteer import council_of, not_names
from civicgraph.values.names import is_given_name, parse_person
from civicgraph.values.text import fold, squash

RULE = "name-model"
Found = tuple[int, int, str]  # what a model marked in a text: offsets, and its label, "PERSON" or "ORG"
Pipe = Callable[[list[str]], Iterable[list[Found]]]  # texts → what each holds, in order

LEAD = re.compile(r"^(?:[Tt]he|[Aa]nd|[Oo]f)\s+|^\W+")
NAME_WORD = re.compile(r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f'-]*\.?")
SMALL = frozenset("of for the and & in on".split())
# Which share of such candidates was right in papers of other councils, counted by hand; README.md says where.
SCORES: dict[str, float] = {"person": 0.9, "organisation": 0.45}


def find_candidates(document: Document, findings: Findings, pipe: Pipe) -> tuple[Candidate, ...]:
    """The model's finds that the findings do not explain, filtered; each name once, where it stands first."""
    folded = fold(document.text)
    blocks = [block.span for block in document.blocks if block.kind in ("paragraph", "list", "row")]
    known, people = _known(findings), _people(findings)
    found: dict[tuple[str, str], Candidate] = {}
    for block, finds in zip(blocks, pipe([folded[span.start : span.end] for span in blocks]), strict=True):
        for start, end, label in finds:
            span = _trimmed(folded, block.start + start, block.start + end)
            name = squash(folded[span.start : span.end])
            if "\n" in folded[span.start : span.end] or any(one.overlaps(span) for one in known):
                continue
            kind: Literal["person", "organisation"] = "person" if label == "PERSON" else "organisation"
            named = is_full_name(name) and name.split()[-1] not in people
            if not (named if kind == "person" else label == "ORG" and is_organisation(name, findings)):
                continue
            mention = Mention(kind=kind, name=name, span=span, rule=RULE)
            found.setdefault((kind, name), Candidate(mention=mention, score=SCORES[kind]))
    return tuple(found.values())


def _trimmed(folded: str, start: int, end: int) -> Span:
    """Without article and punctuation around, and without a possessive behind."""
    if lead := LEAD.match(folded[start:end]):
        start += lead.end()
    end = start + len(folded[start:end].rstrip(" .,;:'\"(&-"))
    return Span(start=start, end=end - 2 if folded[start:end].endswith("'s") else end)


def _known(findings: Findings) -> list[Span]:
    """Where names stand already that the rules explain."""
    spans = [m.span for m in findings.mentions]
    spans += [row.person.span for row in findings.attendance] + [row.person.span for row in findings.posts]
    spans += [c.span for c in findings.citations] + [m.span for m in findings.meetings]
    return spans + ([findings.council.span] if findings.council else [])


def _people(findings: Findings) -> frozenset[str]:
    """Surnames of those that the findings name already."""
    persons = [row.person for row in findings.attendance] + [row.person for row in findings.posts]
    return frozenset(person.name.split()[-1] for person in persons if person.name)


def is_full_name(name: str) -> bool:
    """A known given name and a surname, no word of a place, a role or a paper: "Jane Moss", not "Abbey Hotel"."""
    words = [word for word in name.split() if word.rstrip(".") not in TITLES]
    if (
        not 2 <= len(words) <= 4
        or not all(NAME_WORD.fullmatch(word) and not word.isupper() for word in words)
        or words[-1] == "St"
    ):
        return False
    everyday = not_names()
    if any(word.lower() in everyday and not everyday[word.lower()][1] for word in words) or POSTS.search(name):
        return False
    return is_given_name(words[0]) and words[0].lower() not in everyday and parse_person(name) is not None


def is_organisation(name: str, findings: Findings) -> bool:
    """Two or more words, the last of which tells an organisation; neither furniture nor the council's own."""
    words = name.split()
    own = council_of(findings.council.name) if findings.council else None
    if (
        len(words) < 2
        or not is_outside(name, strict=True)
        or POSTS.search(name)
        or (own is not None and council_of(name) == own)
    ):
        return False
    return all(NAME_WORD.fullmatch(word) or word in SMALL for word in words)
