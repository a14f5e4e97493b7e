"""Whose record it is that names no body: "the Committee" that acts in it, where the page knows one."""

from __future__ import annotations

import re

from civicgraph.extract.names.bare import named_bodies
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, Span

# "The Committee considered", "RESOLVED that the Panel notes", "the Council AGREED"
ACTS = re.compile(
    r"\b[Tt]he\s+(?P<head>Sub-?\s?Committee|Committee|Board|Panel|Forum|Commission|Council|Authority|Cabinet|Executive)\s+"
    r"(?:(?:also|then|unanimously|duly)\s+)?(?:(?i:considered|resolved|agreed|noted|approved|received)|heard|resolves|agrees|notes"
    r"|approves|recommends|recommended|had\s+before\s+it)\b"
)


# The body whose record it is where the page does not say.
UNNAMED = Mention(kind="body", name="", span=Span(start=0, end=0), rule="body-unnamed")


def own_body(scene: Scene) -> Mention:
    """The body that met; of a page that names none, the one that it calls by its kind alone, else `UNNAMED`.

    >>> # "The Committee considered … RESOLVED that the plan be referred to Council"   → Committee
    >>> # the same beside "the Roads Committee", or beside "The Panel noted"   → UNNAMED: it may be either
    """
    if scene.body is not None:
        return scene.body
    text = scene.text(scene.part.span)
    acting = {found["head"].lower(): found for found in reversed(list(ACTS.finditer(text)))}
    if len(acting) != 1:
        return UNNAMED
    [(kind, first)] = acting.items()
    if any(body.name.lower().endswith(f" {kind}") for body in named_bodies(text, 0)):
        return UNNAMED
    start, end = (scene.part.span.start + at for at in first.span("head"))
    return Mention(
        kind="body", name=first["head"], span=Span(start=start, end=end), rule="body-unnamed", detail="other"
    )
