"""Bodies as the words around a referral name them: bare where a council has one of them, or "the Committee" itself."""

from __future__ import annotations

import re

from civicgraph.extract.names.bodies import find_bodies
from civicgraph.model import Mention, Span

_BEFORE_CAPITALS = "|".join(
    f"(?<={word} )" for word in ("TO", "TO THE", "OF", "OF THE", "BY", "BY THE", "FROM", "FROM THE")
)
# Bodies that a council has one of, named without more.
ONLY = re.compile(
    # What some call their full council or cabinet: "the Council Forum", "council assembly".
    r"\b(?:Council (?:Forum|Executive|Cabinet)|[Cc]ouncil [Aa]ssembly"
    r"|[Ff]ull Council|County Council|(?<!Chief )(?<!Deputy )Executive(?!\s+[A-Z])|(?:Metropolitan|Municipal) District"
    r"|Scrutiny Committee|(?<=[Tt]he )Joint (?:Committee|Board)(?!'|\s+(?:[A-Z]|for\s|of\s))"
    r"|(?:Mayor (?:and|&) )?Cabinet(?!\s+(?:Member|Committee))|(?<=[Tt]he )Council(?!\s+[A-Z])"
    rf"|(?:{_BEFORE_CAPITALS})(?:FULL COUNCIL|COUNCIL|CABINET|EXECUTIVE)(?!\s+(?:MEMBER|COMMITTEE|BOARD|PANEL|SUB)))\b"
)
# What may stand between "to" and the body: "to the next ordinary meeting of the Council", "to February Council".
BEFORE = re.compile(
    r"(?:(?:the|both|an?|its|full|next|first|available|this|that|ordinary|annual|special|extraordinary|forthcoming|future"
    r"|following|relevant|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d"
    r"|meetings?\s+of)\s++){0,6}",
    re.I,
)
# In small letters only where nothing follows that it may be a part of: "to council tenants", "council assembly".
COUNCIL = re.compile(
    r"(?:Council|COUNCIL)\b(?!\s+(?!Meeting)[A-Z]|'|-)|(?<=\bfull )council\b"
    r"|council(?=\s*(?:[.,;:)]|$|that\b|for\b|to\s+[a-z]|(?:approve|adopt|agree|endorse)s?\b))"
)
# The authority to which its committees recommend.
AUTHORITY = r"(?:Fire\s+(?:(?:and|&)\s+Rescue\s+)?|(?:Mayoral\s+)?Combined\s+|National\s+Park\s+)?Authority"
AUTHORITY_AT = re.compile(rf"{AUTHORITY}\b(?!\s+(?!Meeting)[A-Z]|'|-)")
COUNCIL_BEFORE = re.compile(rf"(?:[Ff]ull\s+)?\b(?:Council|COUNCIL)$|(?<=\b[Tt]he\s){AUTHORITY}$")
OWN = re.compile(
    r"(?P<article>(?:the|this)\s+)(?P<head>Sub-?\s?Committee|Committee|Board|Panel|Forum|Commission|Cabinet|Executive|Council"
    r"|Authority|Assembly|Group)\b(?!\s+(?-i:[A-Z]|for\s+[A-Z]|of\s+[A-Z]))",
    re.I,
)
THEME = re.compile(r"\s+-\s+.*$", re.S)
BARE = ("council", "scrutiny committee")
LIST = re.compile(
    r"\s?(?:,|,?\s{1,2}and|&)\s{1,2}(?:(?:then|thereafter|subsequently|onwards)\s+)?(?:to\s+)?(?:the\s+)?"
)


def named_bodies(text: str, offset: int) -> list[Mention]:
    """Bodies with a name of their own, and those that a council has one of: "Full Council", "the Executive"."""
    named = list(find_bodies(text, offset))
    for found in ONLY.finditer(text):
        span = Span(start=offset + found.start(), end=offset + found.end())
        if not any(m.span.overlaps(span) for m in named):
            named.append(_body(found.group(), span))
    return sorted(named, key=lambda m: m.span)


def body_at(text: str, at: int, offset: int, own: Mention | None = None) -> Mention | None:
    """The body named right there: "the next meeting of the Cabinet"; with `own` also "the Committee"."""
    bare = OWN.match(text, at) if own is not None else None
    if own is not None and bare is not None and own.name.lower().endswith(bare.group("head").lower()):
        return Mention(
            kind="body",
            name=own.name,
            span=Span(start=offset + bare.start("head"), end=offset + bare.end()),
            rule="body-own",
            detail=own.detail,
        )
    begin = at
    if before := BEFORE.match(text, at):
        begin = before.end()
    window = text[max(0, at - 12) : begin + 160]
    shift = max(0, at - 12)
    near = [m for m in named_bodies(window, offset + shift) if at <= m.span.start - offset <= begin]
    if near:
        return max(near, key=lambda m: m.span.end)
    if whole := COUNCIL.match(text, begin) or AUTHORITY_AT.match(text, begin):
        return _body(whole.group(), Span(start=offset + begin, end=offset + whole.end()))
    return None


def bodies_at(text: str, at: int, offset: int, own: Mention | None = None) -> list[Mention]:
    """ "the Audit Committee, the Cabinet and Full Council": the body named there and those in one list with it."""
    out: list[Mention] = []
    while (body := body_at(text, at, offset, own)) is not None:
        out.append(body)
        more = LIST.match(text, body.span.end - offset)
        if more is None:
            break
        at = more.end()
    return out


def body_before(text: str, at: int, offset: int) -> Mention | None:
    """The body whose name ends right there."""
    start = max(0, at - 160)
    near = [m for m in named_bodies(text[start : at + 30], offset + start) if at - 3 <= m.span.end - offset <= at]
    if near:
        return near[-1]
    bare = COUNCIL_BEFORE.search(text, start, at)
    return _body(bare.group(), Span(start=offset + bare.start(), end=offset + bare.end())) if bare else None


def without_theme(mention: Mention, whole: str) -> Mention:
    """ "Scrutiny Committee" of "Scrutiny Committee - Review of Parking", where the text calls it so elsewhere."""
    dash = THEME.search(mention.name)
    if dash is None:
        return mention
    name = mention.name[: dash.start()]
    if not re.search(rf"{re.escape(name)}(?!\s+-)", whole):
        return mention
    return Mention(
        kind="body",
        name=name,
        span=Span(start=mention.span.start, end=mention.span.start + len(name)),
        rule=mention.rule,
        detail=mention.detail,
    )


def key(name: str) -> str:
    """What two names of one body share: "The Full Council" and "Council", "Overview & Scrutiny" and "… and …"."""
    words = [w for w in re.findall(r"[a-z0-9]+", name.lower().replace("&", " and ")) if w not in ("the", "full", "and")]
    return " ".join(words)


def is_same(one: Mention, other: Mention) -> bool:
    """Are two names of one body? A bare "Council" is whichever full council met."""
    a, b = key(one.name), key(other.name)
    return a == b or any(bare in (a, b) and a.endswith(bare) and b.endswith(bare) for bare in BARE)


def _body(words: str, span: Span) -> Mention:
    return Mention(kind="body", name=" ".join(words.split()), span=span, rule="body-only")
