"""What stands without a word that tells what it is: clauses that lost their "RESOLVED", stories under "Decision:"."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.labels import FIRST, label_of
from civicgraph.extract.decisions.record import is_dated
from civicgraph.extract.decisions.resolutions.resolution import CLAUSE_START
from civicgraph.extract.decisions.subjects import ADVERB, TOGETHER, is_present, is_subject, subject
from civicgraph.extract.decisions.verbless import is_task
from civicgraph.extract.decisions.verbs import forms, lemma_of
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item
from civicgraph.values.honorifics import TITLE_S

SUBJUNCTIVE = re.compile(
    r"(?i:that|the)\s.{3,600}?(?<!would)(?<!will)(?<!should)(?<!could)(?<!may)(?<!must)(?<!can)(?<!shall)(?<!to)\sbe\s+[a-z]"
    r"|(?i:that)\s[^.;]{3,300}?\s(?:is|are)\s+(?:approved|noted|agreed|endorsed|adopted|accepted)\W*$",
    re.S,
)
# "In pursuance of Section 100A, the public be excluded …": nobody tells it so.
EXCLUDED = re.compile(
    r"(?:(?:In\s+pursuance\s+of|Under|By\s+virtue\s+of|Pursuant\s+to|In\s+accordance\s+with)\s[^.;:]{3,200}?,\s+)?(?:the\s+)?"
    r"(?:press|public)(?:\s+and\s+(?:the\s+)?(?:press|public))?\s+be\s+(?:now\s+)?excluded\b",
    re.I,
)
# Over words that are put to a body, or offered beside its decision.
PUT = re.compile(
    r"\b(?:recommend(?:ation|ed)?s?|proposals?|motions?|amendments?|asked|petitions?|questions?|suggest\w*|conditions?)\b"
    r"[^.]{0,200}[:-]\s*$|^(?:\w+\s){0,2}(?:motion|amendment|recommendation)s?\s(?:on|of|by|to|from)\b[^.]{3,80}$"
    r"|^\W*(?:recommend(?:ation|ed)s?\W*$|(?:reasons?|alternatives?|(?:other )?options)\b)",
    re.I,
)
ON_A_DAY = re.compile(r"^\W*(?:[A-Z][a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?[\s./-]+\w+[\s./-]+\d{2,4}\W*$")
# What happened before it: "A report was submitted and Councillor Lee spoke to it", "Consideration was given to …".
LED_UP = re.compile(
    rf"^(?:The|An?|{TITLE_S}|Consideration|Further)\b[^.;]{{0,200}}?"
    r"\b(?:(?:was|were|had been)\s+(?:submitted|received|presented|circulated|considered|introduced|tabled|given)"
    r"|(?:considered|received|presented|introduced)\s+(?:the|an?)\b"
    r"|(?:moved|proposed|seconded)\b)"
)
DECIDED = re.compile(
    r"\b(?:taken|made)\s+(?:the|a)\s+decision\s+(?:to|that)\b|\bdecision\s+(?:has\s+been|was|is)\s+(?:taken|made)\s+(?:to|that)\b|\b(?:has|have)\s+(?:decided|agreed|resolved|approved)\b"
)
# Over a list of what might have been decided, or of what was borne in mind.
OPTIONS = re.compile(
    r"\b(?:(?:considered|options?|steps|points|comments|issues|representations?|questions)|having\s+(?:had\s+)?regard\s+to\b[^.:;]{3,120})"
    r"\s*:\s*-?\s*$",
    re.I,
)
# Under "Decision:" too: "No Member declared an interest.", "The Leader made none.", "Councillor Reed had sent …".
TOLD_THERE = re.compile(
    rf"^(?:No|Nobody|None|Nothing|There)\b[^.;:]{{0,120}}\.?\s*$|^(?:The|{TITLE_S})\b[^.;:]{{2,120}}?\b(?:made|had|has|gave"
    r"|declared|sent|announced|reported|advised|informed|explained)\b"
)
REPORT_TELLS = re.compile(r"^(?:The|This)\s+(?:report|paper)\s+(?!was\b|is\b|has\b)[a-z]+(?:s|ed|ght)\b")
# What the paper before a body wanted: "Cabinet was asked to consider the minutes".
ASKED_TO = re.compile(
    r"\b(?:was|were|had been) (?:asked|invited|requested) to (?:consider|note|approve|agree|receive|endorse)\b"
)
# What a page of decisions tells ("The Panel discussed whether …"), and what it resolves ("The Director approves …").
NARRATES = re.compile(rf"^\W{{0,9}}{subject(TOGETHER)}\s+(?:(?:{ADVERB})\s+)?(?:did|had|has|was|were|[a-z]+ed)\b")
DOES = re.compile(
    rf"(?<!the\s)\b(?:{forms('third')})\b|\b(?:be|is|are)\s+(?:{ADVERB}\s+)?(?:{forms('participle')})\b|^\W*(?:to\s+)?(?:{forms('base')})\b",
    re.I,
)


MAKER = re.compile(r"\bDecision maker:\s*(?P<maker>[^\n]{5,160})", re.I)
BY_ONE = re.compile(
    r"(?:The\s+)?(?P<who>[A-Z][^.;:]{5,140}?)\s+(?:has\s+)?"
    r"(?P<verb>approved|authorised|agreed|resolved|decided|noted|endorsed|confirmed)\s+(?:that|the|to|an?)\s+\S"
)
# A title in capitals of its own, and no clause: "Parking Strategy", "Repairs to the Town Hall".
TITLE_CASE = re.compile(
    r"(?!Approve|Note|Agree|Refus|Grant|Defer|Reject|Adopt|Accept|Endors|Withdrawn)[A-Z][\w'-]*+"
    r"(?:\s+(?:[A-Z\d(&][\w'()&/-]*+|and|of|for|the|to|in|on|at|with|-)){1,12}$"
)


def says_more(block: Block, text: str) -> bool:
    """Is it a clause, by its verb, that a title may stand over?"""
    return block.kind == "paragraph" and bool(find_acts(text, default=None)) or is_task(text)


def is_unmarked(scene: Scene, item: Item | None, block: Block, text: str, above: list[Block]) -> bool:
    """Is it a clause whose "RESOLVED" was lost on the way: "That the press and public be excluded …", "That Cabinet:"?
    What is recommended to a body, or asked of it, is printed the same way under a line that says so."""
    dated = item is not None and is_dated(scene, item)
    first = label_of(block) in FIRST
    dated = dated and not NARRATES.match(text)
    stands = text.startswith("That ") or EXCLUDED.match(text) or first and (dated or CLAUSE_START.match(text))
    if scene.part.kind not in ("minutes", "item", "decision-notice") or not stands:
        return False
    if any(PUT.search(scene.text(block.words)) for block in above):
        return False
    if dated and first and DOES.search(text):
        return True  # "1. The Director does not think an inquiry needed and approves the order."
    notice = scene.part.kind == "decision-notice"  # "That the Board record its thanks": all that it prints is decided
    decides = dated or EXCLUDED.match(text) or SUBJUNCTIVE.match(text) or notice and is_present(text)
    return is_subject(text) or bool(decides and find_acts(text, default=None))


def decided_by_maker(scene: Scene, item: Item | None, block: Block, text: str) -> str:
    """Lemma of what the post that a form names as its decision maker did: "approve" of "The Director of Roads approved
    that …"; "" for anything else."""
    found = BY_ONE.match(text)
    if found is None or item is None:
        return ""
    maker = MAKER.search(scene.folded, item.title.span.end, block.span.start)
    who, named = (re.findall(r"[a-z]{3,}", words.lower()) for words in (found["who"], maker["maker"] if maker else ""))
    return lemma_of(found["verb"]) if named and who[:2] == named[:2] and len(set(who) - set(named)) < 3 else ""


def is_story(block: Block, text: str) -> bool:
    """Under "Decision:", does a paragraph only tell what led to it ("The Lead Member considered a report …") or when it
    was taken?"""
    if block.marker and "." not in label_of(block) or CLAUSE_START.match(text) or DECIDED.search(text):
        return False
    if ON_A_DAY.match(text) or OPTIONS.search(text) or LED_UP.match(text):
        return True
    if REPORT_TELLS.match(text) or TOLD_THERE.match(text) or ASKED_TO.search(text):
        return True
    return len(text.split()) > 6 and not find_acts(text, default=None)
