"""Where an item says that its report goes on to, on a stated day or by being remitted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Item, Mention, RouteStatus, Span
from civicgraph.values.dates import find_dates

# Another body or a stated day on which a report goes on: "Cabinet would be asked on the 31st October 2017".
GOES_ON = re.compile(
    r"\b(?:would|will|is|are|was|to) (?:then )?(?:be )?(?:asked|considered|submitted|presented"
    r"|reported|taken|referred|put|requested|invited|made|received|determined|recommended|discussed"
    r"|scheduled to be|going|go|due)\b|\bdue to be\b|\bscheduled\b",
    re.I,
)
WENT = re.compile(
    r"\b(?:had|has|have|was|were)\s+(?:been\s+|previously\s+|already\s+)?(?:considered|endorsed"
    r"|approved|agreed|discussed|supported|taken|presented|reported|noted|scrutinised|reviewed"
    r"|received)\b",
    re.I,
)
REMITTED = re.compile(
    r"(?<!had )(?<!has )(?<!have )\b(?:remit|refer|forward|submit)(?:ted|red|ed|s)?\s+(?:the"
    r"|this)\s+(?:report|strategy|plan)\s+(?:on\s+)?to\s+(?:the\s+)?",
    re.I,
)


def find_routes(scene: Scene, item: Item) -> Iterator[tuple[Mention, str, RouteStatus, Span, str]]:
    """Other bodies that an item says its report goes to or came from, on a stated day."""
    year = int(scene.part.date.text[:4]) if scene.part.date else None
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        for sent in REMITTED.finditer(text):
            for body in find_bodies(text, block.words.start):
                if body.span.start - block.words.start == sent.end():
                    yield (
                        body,
                        "",
                        "recommended",
                        Span(start=block.words.start + sent.start(), end=body.span.end),
                        "route-remitted",
                    )
        for start, end in sentences(text):
            sentence = text[start:end]
            planned, went = GOES_ON.search(sentence), WENT.search(sentence)
            if not planned and not went:
                continue
            dates = list(find_dates(sentence, default_year=year))
            if not dates:
                continue
            for body in find_bodies(sentence, block.words.start + start):
                if scene.body is not None and body.name.lower() == scene.body.name.lower():
                    continue
                at = body.span.start - block.words.start - start
                if not re.search(r"^(?:The\s+)?$|\b(?:to|by|at|before|from)\s+(?:the\s+)?$", sentence[:at]):
                    continue
                if planned and at <= planned.start() + 80 and not went:
                    when = next((d for d in dates if d.iso > (scene.part.date.text if scene.part.date else "")), None)
                    if when and re.search(
                        r"\b(?:report|asked|proposal|recommendation|item|matter|decision|it)\b", sentence, re.I
                    ):
                        yield (
                            body,
                            when.iso,
                            "planned",
                            Span(start=block.words.start + start, end=block.words.start + end),
                            "route-goes-on",
                        )
