"""A sentence in pieces: its run-in head, the number before it, and where the telling goes on with somebody else."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.owners import OWNER
from civicgraph.extract.decisions.told.entries import is_entry
from civicgraph.values.dates import MONTHS
from civicgraph.values.honorifics import MEMBER

# "4.11i) Cllr Boyd would …": the number of a point that stands in its paragraph, or its dash; the mark of a quotation
LABEL = re.compile(
    r"^(?:[->*]\s+){1,2}(?=[A-Z])|^(?:\(?(?:\d[\d.]*+\s?){0,3}[a-z]{0,4}[).]|\d{1,3}(?:\.\d{1,3}){0,3})\s+(?=[A-Z])"
)
# Where the telling goes on with somebody else: "…, the Clerk to ask for a larger one", "… and it was agreed that …"
CUT = re.compile(
    r"(?:(?<!&amp);\s+|,\s+(?:and\s+|but\s+|so\s+)?|(?<=[a-z\d)])\s+(?:and|but|so|&)\s+(?:that\s+(?=(?:the\s+)?(?:[Cc]lerk|[Ss]ecretary|[Tt]reasurer)\b))?|\s+[-\u2013]\s+)"
    r"(?=[Ii]t\s+(?:was\s+)?(?:[a-z]+ly\s+|also\s+|then\s+)?(?:agreed|resolved|decided)\b"
    rf"|{OWNER}\s+(?:to|will|would|shall|(?:was|were)\s+(?:asked|requested|instructed)\s+to|offered\s+to)\s+[a-z])"
)
# "The letter was noted and the report was adopted": two things were done.
_DONE = (
    r"(?:was|were)\s+(?:[a-z]+ly\s+|then\s+)?"
    r"(?:noted|agreed|approved|accepted|adopted|endorsed|deferred|ratified|refused)\b"
)
AND_WAS = re.compile(rf"(?:,\s+|\s+)and\s+(?=the\s+(?:[\w'-]+\s+){{1,6}}{_DONE})")
# "At the County Council's meeting …", "If the letter was noted and …": what leads in is said of both halves.
SETTING = re.compile(r"\W*(?:At|In|On|By|Last|If|Were|Had|When|While|Should|Before|After|Once|Until|Previously|As)\b")
WAS_DONE = re.compile(rf"(?!.*\bthat\b).*{_DONE}", re.S)
OF_NOTED = re.compile(r"\bnoted\s+that\b(?!.*\b[Ii]t\s+was\b)")
RUN_IN = re.compile(r"^[A-Z][\w'&/.-]*+(?:\s+[\w'&/(),.-]++){0,7}?\s?(?::|\s[-\u2013])\s+(?=[A-Z]|to\s+be\s)")
WILL = re.compile(
    r"\s(?:will|would|shall)\s[a-z]"
)  # "Cllr Reed will mend the Noticeboard & Clerk to paint it": two tasks
TITLED = re.compile(rf"(?:[Tt]he\s+)?(?:{MEMBER}|[Cc]lerk)\b")
NAME_ENDS = re.compile(rf"(?:\b(?!(?:{MONTHS})$)[A-Z][\w'.-]*|[Cc]lerk|[Cc]hair(?:man)?)$")


def pieces_of(sentence: str) -> list[tuple[int, str]]:
    """A sentence cut where another is given a task or the body is told of again."""
    label = LABEL.match(sentence)
    starts = [label.end() if label else 0]
    ends: list[int] = []
    joined = () if SETTING.match(sentence, starts[0]) else AND_WAS.finditer(sentence, starts[0])
    cuts = [cut for cut in joined if WAS_DONE.match(sentence[: cut.start()])]
    for cut in sorted((*CUT.finditer(sentence, starts[0]), *cuts), key=lambda cut: cut.start()):
        if cut.re is AND_WAS:
            ends.append(cut.start())
            starts.append(cut.end())
            continue
        if OF_NOTED.search(sentence, starts[-1], cut.start()):
            continue  # "noted that Cllr Reed would open the debate and the Clerk would reply"
        titled = cut.group().strip() == "," and TITLED.match(sentence, cut.end())
        if (
            cut.group().strip() in ("and", "&", ",", ", and")
            and not titled
            and NAME_ENDS.search(sentence[: cut.start()])
            and not WILL.search(sentence, starts[-1], cut.start())
        ):
            continue  # "Cllr Reed and the Clerk to meet the owner"
        ends.append(cut.start())
        starts.append(cut.end())
    ends.append(len(sentence))
    pieces = [(start, sentence[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [pieces[0], *(one for one in pieces[1:] if not is_entry(one[1]))]
