"""Minutes in small, for the tests of what a record decides: items in, findings out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from civicgraph.extract import extract
from civicgraph.model import Document, Findings
from civicgraph.read import read
from civicgraph.segment import segment

HEAD = """Marshdale Borough Council

Minutes of the Meeting of the {body} held at 6.00 pm on Tuesday, 4 March 2014

Present:

{present}

"""


def found(*items: str, body: str = "Planning Committee", present: str = "Councillor A Reed (Chair)") -> Record:
    """The findings of a meeting whose items have these texts, numbered from 2, each titled "Matter …"."""
    text = HEAD.format(body=body, present=present) + "1. Apologies\n\nNone.\n\n"
    for number, item in enumerate(items, 2):
        title, _, rest = item.partition("\n") if item.startswith("#") else (f"Matter {number}", "", item)
        text += f"{number}. {title.lstrip('# ')}\n\n{rest.strip()}\n\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.md"
        path.write_text(text + "(Meeting closed at 8.00 pm)\n", encoding="utf-8")
        document = read(path)
    return Record(document, extract(document, segment(document)))


class Record:
    """Findings with the short forms that the tests compare."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self.document, self.findings = document, findings

    def decided(self) -> list[tuple[str, str, str]]:
        """(label, action, first four words) of each decision."""
        return [(d.label, d.action, " ".join(self.document.quote(d.text).split()[:4])) for d in self.findings.decisions]

    def actions(self) -> list[str]:
        return [d.action for d in self.findings.decisions]

    def targets(self) -> list[str]:
        return [t.name for d in self.findings.decisions for t in d.targets]

    def votes(self) -> list[tuple[str, int | None, int | None, int | None]]:
        return [(v.outcome, v.votes_for, v.against, v.abstain) for v in self.findings.votes]

    def referrals(self) -> list[tuple[str, str, str]]:
        """(kind, from, to), "" for a body that met unnamed."""
        ends = ((r, r.sender, r.recipient) for r in self.findings.referrals)
        return [(r.kind, sender.name if sender else "", to.name if to else "") for r, sender, to in ends]
