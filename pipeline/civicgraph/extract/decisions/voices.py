"""The forms in which verbs of the table decide: active, passive, joined to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from civicgraph.extract.decisions.subjects import ADVERB
from civicgraph.extract.decisions.verbs import forms

BE = r"(?:be|is|are|was|were|been|being)"
# What must follow a second verb for it to be a verb: "grants and grant reductions" has none.
OBJECT = (
    r"(?=that\b|the\b|an?\b|to\b|(?:final|full)\s+(?:approval|authority)\b|its?\b|their\b|his\b|her\b|any\b|all\b|further\b|officers\b|for\b"
    r"|those\b|these\b|them\b|(?-i:[A-Z])|[\"'(])"
)
# "agreed, with 3 in favour and 1 against, to …", "agreed, on the Chair's casting vote, that …"
ASIDE = r"\s{0,4},\s+(?:with|by|on|after|following|having|nem)\s[^,.;:()]{2,60}(?=,)"
# "authority be given to the Clerk to …", "the Director be given delegated authority to …": no verb of the table.
EMPOWERED = re.compile(
    rf"\bbe\s+(?P<not>not\s+)?(?:hereby\s+)?(?P<verb>given|granted)\s+(?:full\s+|the\s+)?(?:delegated\s+)?(?:authority|powers?)\b"
    rf"|\b(?:authority|powers?)\s+be\s+(?:{ADVERB}\s+)?(?P<verb2>given|granted)\b"
    # "(that if they change,) the Leader has authority to approve the plan"
    r"|\b(?:has|have)\s+(?P<not3>no\s+)?(?P<verb3>(?:delegated\s+)?authority)\s+to\s+(?!the\b)[a-z]+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Voices:
    active: re.Pattern[str]
    passive: re.Pattern[str]
    unknown: re.Pattern[str]
    to: re.Pattern[str]
    beside: re.Pattern[str]
    and_to: re.Pattern[str]
    joined: dict[str, re.Pattern[str]]  # form of the first verb → further verbs of the same form


@cache
def voices() -> Voices:
    adverbs = rf"(?:(?:{ADVERB}|in principle|to|not)\s+){{0,2}}"
    join = r"(?:,\s*|;\s*|\s+)(?:and|or|but)\s+"
    return Voices(
        active=re.compile(rf"(?P<verb>{forms('base', 'third', 'past', 'participle')})\b(?!-)", re.I),
        passive=re.compile(
            rf"\b{BE}\s+(?P<not>not\s+)?(?:(?:{ADVERB}|re|either|in principle|officially"
            rf"|retrospectively)\s+){{0,2}}(?P<verb>{forms('participle')})\b",
            re.I,
        ),
        unknown=re.compile(
            rf"\b(?:be|should be|will be)\s+(?P<not>not\s+)?(?:{ADVERB}\s+){{0,2}}(?P<verb>[a-z]{{3,}}(?:ed|en"
            rf"|wn|pt|nt|de))\b"
        ),
        to=re.compile(
            rf"(?:\s*\([^()]{{1,60}}\)|,?\s+by\s+[^,.;()]{{3,40}}?|{ASIDE})?,?\s+(?:(?:in principle|unanimously"
            rf"|also|accordingly|therefore)\s+)?(?P<not>not\s+)?to\s+(?:{ADVERB}\s+)?(?P<verb>{forms('base')})\b",
            re.I,
        ),
        beside=re.compile(rf"^\s*(?:,|and|&)\s+(?:{ADVERB}\s+)?(?P<verb>{forms('participle')})\b", re.I),
        and_to=re.compile(rf",?\s+and\s+to\s+(?:{ADVERB}\s+)?(?P<verb>{forms('base')})\s+{OBJECT}", re.I),
        joined={
            "base": re.compile(
                rf"{join}{adverbs}(?P<verb>{forms('base')})\s+{OBJECT}|;\s+{adverbs}(?P<verb2>{forms('base')})\s", re.I
            ),
            "third": re.compile(rf"(?:{join}|;\s*){adverbs}(?P<verb>{forms('third')})\s+{OBJECT}", re.I),
            "past": re.compile(
                rf"{join}{adverbs}(?:(?:it was|was|were|had)\s+)?(?P<verb>{forms('past')})\s+(?:(?=information\b)"
                rf"|{OBJECT})",
                re.I,
            ),
        },
    )
