"""Where a part says what was decided: its blocks in order, each a resolution's, a motion's, talk, or narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.clauses.outside import outside
from civicgraph.extract.decisions.clauses.reading import THAT, Reading
from civicgraph.extract.decisions.clauses.within import within
from civicgraph.extract.decisions.elsewhere import is_told_of_others
from civicgraph.extract.decisions.labels import FIRST, label_of
from civicgraph.extract.decisions.openers import word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.proposals import is_put
from civicgraph.extract.decisions.record import DECISION_LABEL, IN_MINUTES, blocks_of
from civicgraph.extract.decisions.resolutions.continuing import continues
from civicgraph.extract.decisions.resolutions.opening import open_resolution
from civicgraph.extract.decisions.resolutions.resolution import Resolution
from civicgraph.extract.decisions.tabled import find_tabled
from civicgraph.extract.decisions.told.paragraphs import find_told
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Item

LABEL_AGAIN = re.compile(r"\W*(?:notice\s+of\s+)?decisions?\W*$", re.I)  # "Decision:" / "Decision"


def find_outcomes(scene: Scene, item: Item | None) -> list[Outcome]:
    """The outcomes of an item (of the whole part without one), in the order of the text."""
    read = _read(Reading(scene, item, blocks_of(scene, item)))
    return sorted([*read, *find_tabled(scene, item)], key=lambda outcome: outcome.text.start)


def _read(reading: Reading) -> Iterator[Outcome]:
    for n, (_, block) in enumerate(reading.blocks):
        text = reading.scene.text(block.words)
        found = _label(reading, n, block, text)
        if found is None:
            reading.again = reading.again and not IN_MINUTES.match(text.strip())
            reading.last, reading.above = reading.above, None
            if block.marker or not reading.matter:
                reading.matter, reading.settled = block.marker, False
            found = _marker(reading, n, block, text)
        if found is None:
            found = within(reading, n, block, text)
        if found is None:
            found = outside(reading, n, block, text)
        yield from found
    yield from reading.close()


def _label(reading: Reading, n: int, block: Block, text: str) -> list[Outcome] | None:
    """ "Decision:", over what a form or web page prints under it; None: the block is none. So of the others."""
    if reading.opened is not None and reading.opened.form and reading.opened.wants and LABEL_AGAIN.match(text):
        return []
    if not DECISION_LABEL.match(text):
        return None
    if reading.opened is not None and reading.opened.wants and THAT.match(text):
        return []
    found = list(reading.close())
    reading.opened = Resolution(start=block.words.start, lead="", status="resolved", form=True)
    reading.talk, reading.moved = None, ""
    # A web page tells the votes that it prints under "Decision:" again under "Minutes:".
    reading.again = any(IN_MINUTES.match(reading.scene.text(b.words).strip()) for _, b in reading.blocks[n:])
    return found


def _marker(reading: Reading, n: int, block: Block, text: str) -> list[Outcome] | None:
    """ "RESOLVED that …", with what the block tells before it."""
    opened = reading.opened
    if opened is not None and block.marker and continues(opened, block, text):
        led = opened.lead == "agree" and label_of(block) in FIRST  # "The Committee:-" / "i. AGREED the fees"
        if led or not opened.wants:
            return None
    opener = reading.openers[n]
    if opener is None or is_told_of_others(reading.scene, text, opener):
        return None
    found = list(reading.close())
    start = block.words.start
    before = text[: opener.start()]
    if len(before.split()) > 3:
        found += find_told(reading.scene, reading.item, before, start)
    reading.talk, reading.moved = None, ""
    below = [b for _, b in reading.blocks[n + 1 :]]
    if word_of(opener) == "recommended" and is_put(reading.scene, text[opener.end() :], below):
        reading.moved = "asked"
        return found
    reading.opened = open_resolution(text, block, opener)
    if n and reading.floor.motion is not None and reading.floor.motion.end > reading.blocks[n - 1][1].span.start:
        reading.floor.motion = None  # "moved by Councillor Lee, seconded by Councillor Reed and" / "RESOLVED that …"
    # "RESOLVED: no objection. Clerk to reply."
    behind = opener.end() + next((end for _, end in sentences(text[opener.end() :])), 0)
    found += find_told(reading.scene, reading.item, text[behind:], start + behind, discussion=True)
    return found
