"""Those present under their initials: "JS to write to the landowner", after a list with "John Slater (JS)"."""

from __future__ import annotations

import re
from collections import Counter

from civicgraph.extract.scene import Scene
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.text import squash

# "John Slater (JS)", "Councillor J. Slater - JS", "Jane Webb (County Council)    JW"
PRINTED = re.compile(
    r"(?P<name>\b[A-Z][\w.'-]{0,24}(?:[ \t][A-Z][\w.'-]{0,24}){1,3})(?:\s?\([^()\n]{2,40}\))?(?:\s*[(\[\u2013-]\s"
    r"*|\s{2,})(?P<initials>[A-Z]{2,3})\b"
)
FULL = re.compile(r"\b(?P<first>[A-Z][a-z'-]+)\s+(?:[A-Z]\.?\s+)?(?P<last>[A-Z][A-Za-z'-]{2,})\b")
TITLE = re.compile(rf"^{TITLE_S}\b\.?\s*")


def initials_present(scene: Scene) -> dict[str, str]:
    """Initials → name as the attendance lists print it; those that two people share are left out."""
    names: dict[str, str] = {}
    shared: Counter[str] = Counter()
    for line in (span for listed in scene.part.names for span in listed.lines):
        text = scene.text(line)
        printed = {
            m.group("initials"): name
            for m in PRINTED.finditer(text)
            if _stands_for(m.group("initials"), name := TITLE.sub("", squash(m.group("name"))))
        }
        found = printed or {
            m.group("first")[0] + m.group("last")[0]: squash(m.group())
            for m in FULL.finditer(text)
            if not TITLE.match(m.group("first"))
        }
        for initials, name in found.items():
            if names.get(initials, name) != name:
                shared[initials] += 1
            names.setdefault(initials, name)
    return {initials: name for initials, name in names.items() if not shared[initials]}


def _stands_for(initials: str, name: str) -> bool:
    words = [w for w in re.split(r"[\s.]+", name) if w]
    return bool(words) and words[0][0] == initials[0] and words[-1][0] == initials[-1]
