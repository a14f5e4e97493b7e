"""Words that stand alone and speak of what stands above: "Action: JS", "JS/RB", "Clerk to action", "Noted.", "Agreed".

Many minutes have a column at the side for who is to act, and close a matter with one word. Either is an outcome only
where the matter above was not told as one already, and what it is of are the words above.
"""

from __future__ import annotations

import re

from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.owners import EVERYBODY, JOINT, OWNER, owners_in
from civicgraph.extract.decisions.verbs import verb_of
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Item, Mention, Span
from civicgraph.values.honorifics import MEMBER_S

ACTION = re.compile(
    rf"^\W*(?:(?P<word>to\s+be\s+actioned\s+by|actions?(?:\s+(?:by|for))?)\s*[:\u2013-]?\s*(?P<owner>(?-i:{OWNER}))"
    rf"|(?P<doer>(?-i:{OWNER}))\s+(?:to|will|would)\s+action(?:\s+this)?|(?P<entry>(?-i:{OWNER})))\W*$",
    re.I,
)
ACTION_NAMED = re.compile(r"\baction", re.I)
SHORT = re.compile(
    r"^(?:the\s+)?(?:[A-Z]{2,3}|(?:Parish\s+|Town\s+)?Clerk|ALL"
    rf"|{MEMBER_S}\b\.?(?:\s+[A-Z][\w'.-]*){{1,3}})$"
)
CLOSING = re.compile(
    r"^\W*(?:(?:all|everyone|members|councillors|cllrs|council|unanimously|all\s+present|all\s+(?:members|councillors|cllrs)|duly)\s+)?"
    r"(?:were\s+)?(?P<verb>noted|agreed|approved|accepted|adopted|deferred|supported|ratified|carried\s+(?:over|forward)|held\s+over)"
    r"(?:\s+(?:by\s+(?:all|members|councillors|council|everyone)(?:\s+present)?|unanimously|nem\.?\s?con))?\W*$",
    re.I,
)
# What a motion's vote says, and what was told as done already: no matter that waits for one of these.
MOVED = re.compile(
    r"\b(?:propos|second|moved|nominat|minutes|declar(?:ed|ing|ations?\s+of\s+(?:\w+\s+){0,3}interest)|apolog"
    r"|vot(?:es?|ed|ing)\b|(?:was|were)\s+(?:tabled|introduced|presented)\b)",
    re.I,
)
# "Decisions of the District Council": what stands below it was approved there.
THEIRS = re.compile(r"\bdecisions?\b(?!\s+(?:of|by|made\s+by)\s+the\s+(?:parish|town|community)\b)", re.I)
# "… who the representative is. ME" / "is the one for now.": a line broken behind a name, over a number of the page too
GOES_ON = re.compile(r"\s*(?:\d{1,3}\s+)?[a-z]++[\s,]")
PROSE = re.compile(r"\b[a-z]{2,}\s+[a-z]+")
# "Boundary changes - Boundaries Board consultation. (Noted.)": a matter as a list of letters names it
SUBJECT = re.compile(r"^\W*(?:[\w'&/]++[^\w'&/]++){3,12}?[a-z]{4,}\W*$")


def is_entry(text: str) -> bool:
    """May these words be one that speaks of what stands above?"""
    if len(text) > 90 or CLOSING.match(text):
        return len(text) <= 90
    found = ACTION.match(text)
    entry = found and found.group("entry")
    return bool(found) and (not entry or all(SHORT.match(part) for part in JOINT.split(entry) if part))


def find_entry(scene: Scene, item: Item | None, entry: Span, above: Span | None) -> Outcome | None:
    """The outcome that `entry` makes of the words at `above`; None where those tell one already or it says nothing."""
    text = scene.text(entry)
    if GOES_ON.match(scene.folded, entry.end):
        return None
    if above is None or MOVED.search(matter := scene.text(above)):
        return None
    closing = CLOSING.match(text)
    if not (PROSE.search(matter) or closing and SUBJECT.search(matter)):
        return None
    if closing:
        verb = verb_of(closing.group("verb"))
        title = scene.text(item.title.span) if item is not None else ""
        if verb and verb.lemma == "approve" and THEIRS.search(title):
            return None
        words = Span(start=above.start, end=entry.end)
        return Outcome(
            item=item,
            status="recorded",
            text=words,
            span=words,
            rule="entry-closing",
            action=verb.action if verb else "defer",  # "Carried over."
        )
    owners = _owners(scene, text, entry.start)
    if owners is None:
        return None
    words = _last_sentence(scene, above)
    if not PROSE.search(scene.text(words)) and not ACTION_NAMED.search(text):
        return None  # "City of Milby Sports Council", over its representative
    if ACTION_NAMED.search(text):
        words = Span(start=words.start, end=entry.end)
    return Outcome(
        item=item,
        status="recorded",
        text=words,
        span=Span(start=words.start, end=entry.end),
        rule="entry-action",
        action="request",
        owners=owners,
    )


def _owners(scene: Scene, text: str, at: int) -> tuple[Mention, ...] | None:
    found = ACTION.match(text)
    if found is None:
        return None
    name = next(group for group in ("owner", "doer", "entry") if found.group(group))
    words = found.group(name)
    parts = [part for part in JOINT.split(words) if part]
    if any(EVERYBODY.match(part) for part in parts):
        return ()
    known = owners_in(scene, words, at + found.start(name))
    return known or (None if name == "entry" else ())


def _last_sentence(scene: Scene, above: Span) -> Span:
    start, end = sentences(scene.text(above))[-1]
    return Span(start=above.start + start, end=above.start + len(scene.text(above)[:end].rstrip()))
