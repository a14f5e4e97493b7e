"""Those whom a council names to bodies, a line each under a title that says so: "Hall Committee - Cllr Reed"."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.labels import label_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.owners import JOINT, owners_in
from civicgraph.extract.decisions.resolutions.resolution import TELLS
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item, Mention, Span
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.names import parse_person

_PLACES = (
    r"(?:representatives?|(?:sub-?\s?)?committees?|working\s+(?:groups?|part(?:y|ies))|outside\s+(?:bodies|organisations)"
    r"|portfolios|responsibilities|roles|positions|posts|offices(?!\s+of\b)|charities|trustees)"
)
# "Reports of representatives" has no verb of appointing.
TITLE = re.compile(
    rf"\b(?:(?:re-?)?(?:appoint|elect)|nominat|allocat)\w*\b(?!\s+(?:sub-?\s?)?committee)[^.]{{0,80}}\b{_PLACES}\b"
    rf"|^(?:the\s+)?(?:(?:Parish|Town|Community)\s+)?(?:Council(?:'s)?\s+)?(?:representatives?|representation)\s+(?:on|of|to|for)\b"
    r"|^(?:(?:committees?|working\s+groups?|outside\s+bodies)\s*(?:,|and|&)\s*){0,2}representatives\W*$"
    rf"|\b{_PLACES}\s+(?:appointments|elections|nominations)\b",
    re.I,
)
LINE = re.compile(
    r"(?P<place>[A-Z][^:|\n\u2013]{2,80}?)(?:\s+[-\u2013]\s*|\s?:-?\s*|\s*\|\s*|\t+)(?P<names>[A-Z].{1,160})$", re.S
)
OPEN = re.compile(r"\b(?:vacan\w+|to be|tbc|none|nil|no\s)\b", re.I)
CHAIR = re.compile(r"(?:Vice-?\s?|Deputy\s)?Chair(?:man|woman|person)?", re.I)
# Whose name no title leads, unless he is on the roll: "Hall - 4 May", "Hall: Meetings monthly".
NAMES = re.compile(rf"(?:{TITLE_S}\b|(?:[A-Z]\.?\s?){{1,3}}[A-Z][a-z]|[A-Z]{{2,3}}\b|[A-Z][a-z]+\s+[A-Z])")


def find_named(scene: Scene, item: Item | None, block: Block, text: str) -> Outcome | None:
    """The appointment that a line makes: who, to what."""
    if item is None or not TITLE.search(scene.text(item.title.span)):
        return None
    line = LINE.match(text)
    if not line or not NAMES.match(line["names"]) or TELLS.search(text) or OPEN.search(line["names"]):
        return None
    if TITLE.search(line["place"]) or NAMES.match(line["place"]) and owners_in(scene, line["place"], 0):
        return None  # "Cllr Reed - Hall"
    at, names = block.words.start + line.start("names"), line["names"].rstrip(" .")
    owners = owners_in(scene, names, at) or _listed(names, at)
    if not any(owner.kind == "person" for owner in owners or ()):
        return None
    owners = tuple(owner for owner in owners or () if not CHAIR.fullmatch(owner.name))  # "Cllr Reed (Chair)"
    label = label_of(block) if block.marker.startswith("(") else ""
    return Outcome(
        item=item, status="recorded", text=block.words, span=block.words, rule="told-named-to", label=label,
        action="appoint", owners=owners,
    )  # fmt: skip


def _listed(names: str, at: int) -> tuple[Mention, ...]:
    """A list of names with an initial or a given name each, and nothing else: "A Hale, B Lowe"."""
    out: list[Mention] = []
    start = 0
    for stop in (*(joint.span() for joint in JOINT.finditer(names)), (len(names), 0)):
        name = names[start : stop[0]]
        if len(name.split()) not in (2, 3) or not parse_person(name, listed=True):
            return ()
        span = Span(start=at + start, end=at + stop[0])
        out.append(Mention(kind="person", name=name, span=span, rule="owner-listed"))
        start = stop[1]
    return tuple(out)
