"""Titles of people as parts of patterns, from `data/reference/honorifics.csv`: the one place that lists them.

Each is an alternation, the longest form first, as printed and in capitals. It has neither a word boundary nor the full
stop of an abbreviation behind it: write `rf"{MEMBER}\\b\\.?\\s"`.
"""

from __future__ import annotations

import re

from civicgraph.values.gazetteer import honorifics


def titled(*who: str, one: bool = True, many: bool = True) -> frozenset[str]:
    """The forms, as printed, of titles of these kinds ("elected", "civil", "police", …): of one person, of several."""
    rows = [row for row in honorifics() if row.who in who]
    single = {form for row in rows for form in (row.form, *row.alternatives)} if one else set()
    return frozenset(single | ({form for row in rows for form in row.plural} if many else set()))


def _alternation(forms: frozenset[str]) -> str:
    printed = forms | {form.upper() for form in forms}
    return "(?:" + "|".join(map(_spelled, sorted(printed, key=lambda form: (-len(form), form)))) + ")"


def _spelled(form: str) -> str:
    """ "Co. Councillor" with or without its stop, over one space or two."""
    return r"\.?\s{1,2}".join(re.escape(word) for word in form.replace(".", "").split())


def _short() -> frozenset[str]:
    """Abbreviations, behind which a full stop ends no sentence: "Cllr", "Mr", "Sgt"."""
    rows = [row for row in honorifics() if row.who]
    written = {form for row in rows for form in (*row.alternatives, *row.plural) if len(form) < 6 and " " not in form}
    return frozenset(written | {row.form for row in rows if len(row.form) < 4})


MEMBER = _alternation(titled("elected", many=False))  # "Councillor", "Cllr", "Ald"
MEMBERS = _alternation(titled("elected", one=False))  # "Councillors", "Cllrs": heads a list
MEMBER_S = _alternation(titled("elected"))  # either
CIVIL = _alternation(titled("civil", many=False))  # "Mr", "Dr", "Sir"
CLERGY = _alternation(titled("clergy", many=False))
POLICE = _alternation(titled("police", many=False))  # "PCSO", "Sgt"
# What is no part of a name even in print: a rank, and a member's title that is not the English one.
EVERYDAY = frozenset({"Councillor", "Cllr", "Alderman", "Ald", "Councillors", "Cllrs", "Aldermen"})
RANK = _alternation(titled("police", many=False) | titled("elected") - EVERYDAY)
TITLE = _alternation(titled("elected", "civil", many=False))
TITLE_S = _alternation(titled("elected", "civil"))
SHORT = _short()
# Behind an abbreviation; each of its own length, as a look-behind must be.
AFTER_SHORT = "(?:" + "|".join(rf"(?<=\b{form})" for form in sorted(SHORT)) + ")"
