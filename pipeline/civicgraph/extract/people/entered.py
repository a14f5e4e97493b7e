"""Posts that words say somebody took up or laid down: "Cllr Lee was elected Vice-Chair", "resigned as Clerk"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.names.bodies import HEADS as BODY_HEADS
from civicgraph.extract.names.posts import HEADS as POST_HEADS
from civicgraph.extract.people.person import NAME_END, person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, PostHolding, Span
from civicgraph.values.honorifics import TITLE
from civicgraph.values.text import squash

ENTERED = re.compile(
    r"(?<=\S)\s{1,9}(?:(?:has|had|was|were|is|been|be|therefore|duly|unanimously|then|also|currently|previously|regretfully)\s{1,9}){0,4}"
    r"(?:(?:re-?)?elected|(?:re-?)?appointed|served|resigned|retired|stood\s{1,9}down|confirmed)\s{1,9}"
    r"(?:from\s{1,9}(?:his|her|their|the)\s{1,9}(?:role|post|position|office)\s{1,9})?(?:as\s{1,9}|to\s{1,9}be\s{1,9}|from\s{1,9})?(?:(?:(?:the\s{1,9})?(?:[Cc]ouncil|[Pp]arish|[Tt]own)'s|the|a|an|its|their)\s{1,9})?(?=[A-Za-z])"
)
# "Ann Hale, Independent Member, was elected Vice-Chair"
APPOSED = re.compile(r",\s{1,9}(?:Independent|Co-[Oo]pted|Lay)\s{1,9}(?:Member|Person),?$")
# "appoint Councillor Lee as Chair"; "that Councillor Lee be Mayor"
CHOSEN = re.compile(
    rf"\b(?:[Aa]ppoint|[Rr]e-?appoint|[Ee]lect|[Rr]e-?elect)(?:s|ed)?\s(?P<name>{TITLE}\.?\s[^,;:.]{{3,50}}?)\s(?:as|to\sbe)\s(?:(?:the|its|their|a)\s)?"
    rf"|(?P<same>{TITLE}\.?\s[^,;:]{{3,50}}?)\sbe\s(?:the\s)?(?=[A-Z])"
)
OFFICE = re.compile(
    r"(?i:(?:(?:vice|deputy|depute)[- ])?(?:chair(?:man|woman|person)?|convener|convenor|provost|(?:lord )?mayor"
    r"|cathaoirleach))\b(?: of the (?:Council|Authority|Board|Committee|Panel|Forum|Partnership))?"
    # offices that the law or a council's custom has somebody hold, often in small letters: "appointed internal auditor"
    r"|(?:(?:[Dd]eputy|[Aa]cting|[Ii]nterim|[Tt]emporary|[Ll]ocum) )?(?:(?i:internal|external) (?i:auditor)"
    r"|(?i:returning|monitoring|proper|electoral registration|data protection|responsible financ(?:e|ial)"
    r"|(?:public )?footpaths?|tree|flood|emergency planning|press|website|allotments?) (?i:officer|warden)"
    r"|(?:(?:[Pp]arish|[Tt]own|[Cc]ommunity) )?(?i:clerk))\b(?: (?i:and (?:responsible financial officer|rfo)))?"
)
LEFT = re.compile(r"served|resigned|retired|stood", re.I)
PROPOSED = re.compile(r"\b(?:propos\w+|nominat\w+|moved|if|would|should|could|may|recommend\w*|whether|not)\b", re.I)


def find_entered(scene: Scene, span: Span, posts: list[Mention]) -> Iterator[PostHolding]:
    """What sentences tell first, then what the words of a resolution do; `posts` are those that the text names."""
    text = scene.text(span)
    yield from _told(scene, span, text, posts)
    yield from _chosen(scene, span, text, posts)


def _told(scene: Scene, span: Span, text: str, posts: list[Mention]) -> Iterator[PostHolding]:
    """Posts that a sentence says somebody took up or laid down."""
    for verb in ENTERED.finditer(text):
        post = _office(text, verb.end(), span, posts)
        start = max(0, verb.start() - 90)
        apposed = APPOSED.search(text, start, verb.start())
        before = NAME_END.search(text[start : apposed.start() if apposed else verb.start()])
        if post is None or before is None or PROPOSED.search(text[start : verb.end()]):
            continue
        base = span.start + start
        person = person_mention(scene.folded, base + before.start("name"), base + before.end("name"), "post-entered")
        if person is None or POST_HEADS.search(person.name) or BODY_HEADS.search(person.name):
            continue
        yield PostHolding(
            person=person, post=post, span=Span(start=person.span.start, end=post.span.end), rule="post-entered",
            meeting=scene.meeting, former=bool(LEFT.search(verb.group())),
        )  # fmt: skip


def _chosen(scene: Scene, span: Span, text: str, posts: list[Mention]) -> Iterator[PostHolding]:
    """Who is put into an office by the words of the resolution itself: "appoint Councillor Lee as Chair"."""
    for chosen in CHOSEN.finditer(text):
        post = _office(text, chosen.end(), span, posts)
        start, end = (span.start + at for at in chosen.span("name" if chosen["name"] else "same"))
        person = person_mention(scene.folded, start, end, "post-entered")
        if post and person and not PROPOSED.search(text[max(0, chosen.start() - 90) : chosen.end()]):
            whole = Span(start=start, end=post.span.end)
            yield PostHolding(person=person, post=post, span=whole, rule="post-entered", meeting=scene.meeting)


def _office(text: str, at: int, span: Span, posts: list[Mention]) -> Mention | None:
    """One of the posts, or "Vice-Chair", "Deputy Mayor": the offices that a body fills from among its members."""
    found = OFFICE.match(text, at)
    post = next((p for p in posts if p.span.start - span.start == at), None)
    if post or found is None:
        return post
    inside = Span(start=span.start + found.start(), end=span.start + found.end())
    return Mention(kind="post", name=squash(found.group()), span=inside, rule="post-entered")
