"""Posts named in the text: directors, heads, officers, chairs, cabinet members, clerks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.bodies import MEMBER, member_end
from civicgraph.extract.names.heads import any_of
from civicgraph.extract.names.phrases import enumeration, find_phrases
from civicgraph.model import Mention, Span
from civicgraph.values.honorifics import TITLE
from civicgraph.values.text import squash

HEADS = re.compile(
    rf"\b(?:(?:Section|s\.)\s?151\s+Officer|{any_of('posts')}|{any_of('posts_open')}|Assistant(?!\s+[A-Z]))\b(?!s\b)(?!'s\s+(?:Office|Department|Directorate))"
)
BARRIERS = re.compile(r"Executive|Member|Leavers?|Council|" + HEADS.pattern)
OF = re.compile(
    r"\s+(?:of|for|to)\s+(?:the\s+)?(?!(?:\w+\s)?(?:Year|Term|Period)\b)(?=[A-Z])|\s*[-,]\s+(?=[A-Z])|\s+(?=[A-Z])|\s*\((?=[A-Z][^()\n]{2,60}\))"
)
OPENS = re.compile(rf"^(?:{any_of('posts_open')}|{any_of('posts_for')})$")
NOT_POST = re.compile(
    rf"^(?:Programme Lead|The|Parliamentary)\b|^(?:{any_of('bare_posts')})$"
    r"|\bHead (?:Office|Quarters|Lease)\b|Lead Member\b"
)
# "(the Executive Director - Place) be authorised": what follows the dash is of the post where the clause goes on.
DOES = re.compile(r"\s+(?:be|is|was|to)\s+[a-z]|,\s+in\s+consultation\b")
# "the Authority's (Section 151 Officer)"
WHOSE = re.compile(r"(?:(?:[A-Z][\w'-]*|of|and)\s+){0,6}?(?:Council|Authority)'s\s+")
RANK = re.compile(rf"\b(?:{any_of('ranks')})\s+$")


def find_posts(text: str, offset: int = 0) -> Iterator[Mention]:
    """Posts named in a folded text, each with what it is for; `offset` is added to the spans."""
    taken: list[tuple[int, int]] = []
    for found in MEMBER.finditer(text):
        end = member_end(text, found)
        start = found.start()
        rank = re.search(r"(?:(?:Shadow|Deputy|Assistant|Deputy Leader and)\s+)+$", text[max(0, start - 40) : start])
        start -= len(rank.group()) if rank else 0
        taken.append((start, end or found.start() + len(found.group().rstrip(" -:,"))))
        if end is not None:
            yield _mention(text, start, end, offset, "post-member")
    for phrase in find_phrases(text, HEADS, barriers=BARRIERS):
        if any(a <= phrase.head < b for a, b in taken):
            continue
        start, end = phrase.named, phrase.end
        rank = RANK.search(text[max(0, start - 20) : start])
        start -= len(rank.group()) if rank else 0
        head = text[phrase.head : phrase.end]
        if OPENS.match(head):
            link = OF.match(text, end)
            if link:
                stop = _right(text, link, head)
                end = stop if stop > link.end() else end
        if whose := WHOSE.match(text, start, phrase.head):
            start = whose.end()
        name = squash(text[start:end])
        if NOT_POST.search(name):
            continue
        taken.append((start, end))
        yield _mention(text, start, end, offset, "post-head")


def _right(text: str, link: re.Match[str], head: str) -> int:
    """End of what a post is for."""
    words = link.group().strip()
    if words.startswith("("):
        close = text.find(")", link.end())
        inner = text[link.end() : close]
        ok = close > 0 and not re.search(rf"\d{{3}}|\b(?:{TITLE}|substitute|present|minute|until|from|item)\b", inner)
        return (
            close + 1
            if ok
            and (len(inner) > 8 or not inner.isupper())
            and not re.match(r"[A-Z][a-z]+ [A-Z][a-z]+$|[A-Z]\.? [A-Z]", inner)
            else link.end()
        )
    if words in ("-", ","):  # "Chair, Jobs, Skills and Growth Scrutiny Board" is read where the list is
        stop = enumeration(text, link.end(), HEADS) if words == "-" else link.end()
        return stop if DOES.match(text, stop) else link.end()
    if not words and not re.match(r"Director|Head|Manager|Lead|Engineer|Officer", head):
        return link.end()
    if words.startswith("to") and head not in ("Secretary", "Clerk"):
        return link.end()
    return enumeration(text, link.end(), HEADS)


def _mention(text: str, start: int, end: int, offset: int, rule: str) -> Mention:
    return Mention(
        kind="post", name=squash(text[start:end]), span=Span(start=offset + start, end=offset + end), rule=rule
    )
