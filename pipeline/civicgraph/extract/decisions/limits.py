"""How far an authority that is delegated goes, in the words used.

"That authority be delegated to the Clerk to spend up to £500 on repairs, in consultation with the Chair"
→ "up to £500 on repairs".
"""

from __future__ import annotations

import re

from civicgraph.model import Quoted, Span
from civicgraph.values.text import squash

LIMIT = re.compile(
    r"\b(?:up to(?: a (?:maximum|limit|value) of)?(?=\s+(?:£|€|\d|an?\s|the\s))"
    r"|(?:not exceeding|to a maximum (?:of|value of)|no (?:more|greater) than|limited to|with a limit of)(?=\s)"
    r"|within (?:(?:the|an?|existing|approved|agreed|available|allocated)\s+){1,3}(?:\w+\s+){0,3}?"
    r"(?:budgets?|resources|limits?|provision|envelope|allocation|parameters|framework|policy)\b"
    r"|(?:subject to|provided that|on condition that)(?=\s))",
    re.I,
)
# Up to the end of the sentence or the next condition; the comma of "£50,000" ends nothing.
END = re.compile(r"[.;:](?=\s|$)|,(?=\s)|\s+(?:in|after|following)\s+consultation\b|\band\s+(?:that|to)\b")
# "subject to consultation with" names who is asked, and sets no limit.
ASKED = re.compile(r"subject to\s+(?:\w+\s+){0,3}?consult", re.I)


def find_limit(clause: str, offset: int) -> Quoted | None:
    """The words that bound what may be done; None where there are none. `offset` is that of the clause."""
    found = next((m for m in LIMIT.finditer(clause) if not ASKED.match(clause, m.start())), None)
    if found is None:
        return None
    end = END.search(clause, found.end())
    stop = end.start() if end else len(clause.rstrip())
    span = Span(start=offset + found.start(), end=offset + stop)
    return Quoted(text=squash(clause[found.start() : stop]), span=span)
