"""spaCy's one home: names of public bodies looked up in lists of thousands, by its phrase matcher.

`blank("en")` has a tokenizer and no model: nothing is downloaded and the result is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from civicgraph.model import Mention, Span
from civicgraph.values.gazetteer import councils, organisations

# Names that are common words too: only the lists' fuller forms are looked up.
TOO_COMMON = 6  # letters; a shorter name is an acronym or a word and is never linked alone


@cache
def _matcher() -> tuple[Language, PhraseMatcher]:
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    names = {o.name for o in organisations()} | {c.name for c in councils()}
    wanted = sorted(n for n in names if (len(n) >= TOO_COMMON and (" " in n or n[1:] != n[1:].lower() or n.istitle())))
    matcher.add("organisation", [nlp.make_doc(name) for name in wanted if name[0].isupper()])
    return nlp, matcher


def find_known(text: str, offset: int = 0) -> Iterator[Mention]:
    """Public bodies whose listed name stands in a folded text, the longest of those that overlap."""
    nlp, matcher = _matcher()
    doc = nlp.make_doc(text)
    taken = 0
    spans = sorted((doc[start:end] for _, start, end in matcher(doc)), key=lambda s: (s.start_char, -s.end_char))
    for span in spans:
        if span.start_char < taken:
            continue
        taken = span.end_char
        yield Mention(
            kind="organisation", name=" ".join(span.text.split()), span=Span(start=offset + span.start_char, end=offset + span.end_char), rule="organisation-listed"
        )
