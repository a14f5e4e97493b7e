"""What civicgraph is measured against: spaCy on the same texts, entities counted and nothing written.

python bench/spacy_plain.py FOLDER [MODEL]
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from spacy.language import Language

BODIES = (
    "Scrutiny Board",
    "Cabinet",
    "Council",
    "Committee",
    "Panel",
    "Sub-Committee",
    "Forum",
    "Task and Finish Group",
)
POSTS = ("Chair", "Director", "Head of Service", "Chief Executive", "Cabinet Member", "Assistant Director", "Clerk")


def plain() -> Language:
    """Tokenizer, sentencizer, entity ruler."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    title = {"TEXT": {"IN": ["Councillor", "Councillors", "Cllr", "Mr", "Mrs", "Ms", "Dr"]}}
    initial = {"SHAPE": {"IN": ["X", "X."]}, "OP": "*"}
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "PERSON", "pattern": [title, initial, {"IS_TITLE": True}]}]
        + [{"label": "BODY", "pattern": name} for name in BODIES]
        + [{"label": "POST", "pattern": name} for name in POSTS]
        + [{"label": "DATE", "pattern": [{"LIKE_NUM": True}, {"IS_TITLE": True}, {"SHAPE": "dddd"}]}]
    )
    return nlp


def main() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
    nlp = spacy.load(sys.argv[2]) if len(sys.argv) > 2 else plain()
    found = sum(len(doc.ents) + sum(1 for _ in doc.sents) for doc in nlp.pipe(texts, n_process=2, batch_size=16))
    print(f"{found:,} entities and sentences")


if __name__ == "__main__":
    main()
