"""Smaller facts of the prose: interests declared, money with its role, wards affected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.people import person_mention
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Amount, Block, Declaration, Item, Span
from civicgraph.values.money import find_money
from civicgraph.values.people import find_people

DECLARED = re.compile(
    r"\bdeclar(?:ed|es|ing)\b.{0,60}\b(?:interest|DPI|OSI|predetermin)|\bdeclared (?:that|(?:he|she|they) )"
    r"|\binterests?\b.{0,40}\bdeclared by\b|\bhighlighted (?:that )?(?:he|she|they|it)\b.{0,120}\binterest",
    re.I | re.S,
)
# A member who is named with a post and no title: "Co-Opted Member D Jackson".
BY_POST = re.compile(
    r"\b(?:[Cc]o-?[Oo]pted|[Ii]ndependent) (?:[Mm]ember|[Pp]erson)s?,?\s+(?P<name>(?:[A-Z]\.?\s){1,3}[A-Z][\w'-]+)"
)
NONE = re.compile(
    r"\bno (?:declarations?|(?:\w+ ){0,2}interests?|disclosable|members? declared)|\bthere were none\b", re.I
)
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("overspend", re.compile(r"\boverspen[dt]", re.I)),
    ("underspend", re.compile(r"\bunderspen[dt]", re.I)),
    ("shortfall", re.compile(r"\bshortfall|deficit|\bgap\b", re.I)),
    ("saving", re.compile(r"\bsavings?\b|\breduc(?:e|es|ed|tion)s?\b.{0,12}\bcosts?\b|\bcost reductions?\b", re.I)),
    ("grant", re.compile(r"\bgrants?\b|\bfunding\b|\bbursary\b|\baward", re.I)),
    ("income", re.compile(r"\bincome\b|\brevenue from\b|\breceipts?\b", re.I)),
    ("budget", re.compile(r"\bbudget|\bprecept\b|\ballocat", re.I)),
    ("payment", re.compile(r"\bpa(?:y|id|yment|yments)\b|\bfees?\b|\ballowances?\b|\bincentive\b|\binvoice", re.I)),
    ("cost", re.compile(r"\bcosts?\b|\bexpenditure\b|\bspend(?:ing)?\b|\bprice\b|\bquot", re.I)),
    ("value", re.compile(r"\bvalue[ds]?\b|\bworth\b", re.I)),
)


def find_declarations(scene: Scene) -> Iterator[Declaration]:
    """Interests that members declared, with the sentence; "there were no declarations" is none."""
    if scene.part.kind not in ("minutes", "item"):
        return
    items: tuple[Item | None, ...] = scene.part.items or (None,)
    for n, item in enumerate(items):
        for _, block in scene.blocks(item):
            for declared in _in_block(scene, block):
                yield replace(declared, item=scene.first_item + n if item else None)


def _in_block(scene: Scene, block: Block) -> Iterator[Declaration]:
    text = scene.text(block.words)
    if not DECLARED.search(text):
        return
    for start, end in sentences(text):
        sentence = text[start:end]
        cue = DECLARED.search(sentence)
        if not cue or NONE.search(sentence):
            continue
        whole = Span(start=block.words.start + start, end=block.words.start + len(text[:end].rstrip()))
        people = [(found.start, found.end) for found in find_people(sentence)]
        people += [found.span("name") for found in BY_POST.finditer(sentence)]
        for at, stop in sorted(people):
            if at > cue.end() and "by" not in cue.group():
                continue  # "declared an interest as a friend of Councillor Hale"
            person = person_mention(scene.folded, whole.start + at, whole.start + stop, "declaration", listed=True)
            if person:
                yield Declaration(person=person, span=whole, rule="declaration", meeting=scene.meeting)


def find_amounts(scene: Scene) -> Iterator[Amount]:
    """Sums of money, with the role that the words right around them give; no role where they give none."""
    for _, block in scene.blocks():
        text = scene.text(block.span)
        if "£" not in text and "€" not in text:
            continue
        for money in find_money(text):
            before, after = text[max(0, money.start - 70) : money.start], text[money.end : money.end + 40]
            near = [(len(before) - m.end(), role) for role, pattern in ROLES for m in pattern.finditer(before)]
            near += [(m.start() + 12, role) for role, pattern in ROLES for m in pattern.finditer(after)]
            yield Amount(
                value=money.value,
                currency=money.currency,
                role=min(near)[1] if near else "",
                span=Span(start=block.span.start + money.start, end=block.span.start + money.end),
                rule="amount",
                item=scene.item_at(block.span.start),
            )
