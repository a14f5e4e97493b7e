"""Which names are one post of a council: the same words, or a portfolio that its holder shows to be the same.

"Cabinet Member (Children & Young People)" and "Cabinet Member for Children and Young People" say the same, and "Deputy
Leader and Cabinet Member for Finance" is the Cabinet Member for Finance. A "Chair" is that of the body whose meeting it
is, a "Director" the one director that its holder is in the document. A portfolio that gained or lost a word under one
holder is left open: the council may have made another of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from civicgraph import ids
from civicgraph.link.bodies.title import body_key
from civicgraph.link.clusters import cluster
from civicgraph.link.entities import Linked, Open, distinct, linked, names, said, spelt, unique
from civicgraph.link.features import Feature, Judged, judge
from civicgraph.link.names import Name, Names
from civicgraph.model import Entity, Judgement, Reason, Use
from civicgraph.values.bodies import SINGLE_MEMBER
from civicgraph.values.names import key, parse_person
from civicgraph.values.text import fold, singular, squash

STOP = re.compile(r"\b(?:the|of|for|and|to|on|in|a|an|with|responsibility)\b|[^a-z0-9 ]")
# What a portfolio may be called beside its subject; "Cabinet Member" alone is whoever holds one.
TITLES = frozenset("cabinet executive lead member portfolio holder secretary".split())
LEADERS = frozenset("leader deputy council".split())
FOR_NOW = frozenset(("interim", "acting"))
SHORT = {
    "leader": "leader council",
    "deputy leader": "deputy leader council",
    "chief executive officer": "chief executive",
}
CHAIR = re.compile(
    r"(?:the |an )?"
    r"(?P<role>(?:(?:vice|deputy|leas)[- ]{1,2})?(?:chair(?:man|woman|person)?|conven[eo]r|ch?athaoirleach))"
    r"(?:(?: of|,|:)? (?:the )?(?P<body>.{3,120}))?",
    re.I,
)
BELOW = frozenset("assistant deputy vice shadow former".split())  # before the name of a post: another post
NEAR = 2  # years in which a portfolio is seldom given to another and back
SAME = "The same words"
THEIRS = "The only post in full of whom the document so calls"
MEETING = "The portfolio whose meeting it is"
Holder = tuple[str, str]  # surname and initial


def post_key(name: str) -> str:
    """ "Interim Director for Children's Services" and "Director of Children's Services" are one post."""
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ").replace("-", " ")
    text = STOP.sub(" ", re.sub(r"\bchair(?:man|woman|person)\b", "chair", text))
    words = squash(" ".join(singular(word) for word in text.split() if word not in FOR_NOW))
    return SHORT.get(words, words)


@dataclass(slots=True)
class Post:
    """A post by its words, with all that the documents say of who holds it."""

    words: tuple[str, ...]
    uses: list[Use] = field(default_factory=list)
    holders: set[Holder] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    held: set[tuple[str, Holder]] = field(default_factory=set)  # (document, holder)
    body: Entity | None = None  # whose chair it is
    joins: list[Judgement] = field(default_factory=list)

    @property
    def below(self) -> frozenset[str]:
        return _below(self.words)

    @property
    def portfolio(self) -> frozenset[str]:
        """The subject: "finance" of "Deputy Leader and Cabinet Member for Finance"; none where it is no portfolio."""
        words = frozenset(map(singular, self.words)) - self.below
        named = bool(SINGLE_MEMBER.search(" ".join(self.words)))
        return words - TITLES - LEADERS if named else frozenset()


def link_posts(council: str, group: list[Names], bodies: Mapping[Use, Entity]) -> Iterator[Linked | Open]:
    """The posts that the documents of a council name; `bodies` are those that its names were linked to."""
    clusters = cluster(
        sorted(_posts(group, bodies), key=lambda post: (post.words, post.body.iri if post.body else "")),
        keys=lambda post: sorted(post.portfolio),
        judge=_judge,
        excluded=lambda a, b: any(veto(a, b) for veto in VETOES),
    )
    for post in (post for members in clusters.members for post in members):
        post.joins += [*spelt(post.uses, SAME, post.joins)]
    for pair in clusters.joins:
        pair.left.joins.append(said(pair.left.uses, pair.right.uses, pair.judged))
    chaired: dict[str, str] = {}  # the body by the IRI of its chair
    for members in clusters.members:
        uses = sorted(use for post in members for use in post.uses)
        label, body = _label(members, names(uses)), members[0].body
        iri = _iri(council, label, body, chaired)
        yield linked(
            Entity(
                iri=iri,
                kind="post",
                label=label,
                names=names(uses),
                council=council,
                parent=body.iri if body else "",
                joins=distinct(join for post in members for join in post.joins),
            ),
            uses,
        )
    for pair in clusters.unsure:
        yield Open("post", said(pair.left.uses, pair.right.uses, pair.judged))


def _iri(council: str, label: str, body: Entity | None, chaired: dict[str, str]) -> str:
    """By its label; the chair of a second body of one name by the IRI of that body."""
    iri = ids.post(council, label)
    if body is None:
        return iri
    chair = CHAIR.fullmatch(label)
    own = body.iri.rpartition("/")[2]
    if own != ids.slug(body.label):
        iri = ids.post(council, f"{chair['role'] if chair else label} of {own}")
    iri = unique([iri], lambda option: chaired.get(option, body.iri) == body.iri)
    chaired[iri] = body.iri
    return iri


def _label(members: Sequence[Post], stated: tuple[str, ...]) -> str:
    """The longest name, not that of a leader beside the portfolio; a "Chairman" is of the body."""
    label = min(stated, key=lambda n: (n.isupper(), len(members) > 1 and _leads(n), -len(n), n))
    body, chair = members[0].body, CHAIR.fullmatch(label)
    return f"{label} of {body.label}" if body and chair and not chair["body"] else label


def seats(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """(post, body) where a body is one post: the "Cabinet Member (Policing)" who decides alone."""
    posts: dict[str, set[str]] = defaultdict(set)
    bodies: list[Entity] = []
    for entity in entities:
        if entity.kind == "post":
            for name in entity.names:
                posts[post_key(name)].add(entity.iri)
        elif entity.kind == "body" and entity.detail == "cabinet-member":
            bodies.append(entity)
    for body in bodies:
        found = {iri for name in body.names for iri in posts.get(post_key(name), ())}
        if len(found) == 1:
            yield found.pop(), body.iri


def _posts(group: list[Names], bodies: Mapping[Use, Entity]) -> list[Post]:
    """The posts by their words; a "Cabinet Member", "Chair" or "Director" by those of the post that is meant."""
    found: dict[str, Post] = {}
    for document in group:
        years = {int(met.date[:4]) for met in document.meetings if met.date}
        holders = _holders(document)
        stated = [name for name in document.names if name.kind == "post"]
        for name in stated:
            body = _chaired(document, name.name, bodies)
            which = None if body else _meant(document, name, stated, holders)
            words = post_key(which.reasons[0].value if which else name.name)
            key, role = words, CHAIR.fullmatch(name.name)
            if body and role:
                words = post_key(f"{role['role']} of {body.label}")
                key = f"{post_key(role['role'])} of {body.iri}"
            post = found.setdefault(key, Post(tuple(words.split()), body=body))
            post.uses.append((document.key, name.name))
            post.holders |= holders[name.name]
            post.held |= {(document.key, holder) for holder in holders[name.name]}
            post.years |= years
            if which:
                post.joins.append(which)
    return list(found.values())


def _chaired(document: Names, post: str, bodies: Mapping[Use, Entity]) -> Entity | None:
    """The body whose chair it is, named beside it or the only one whose meeting it is; None where it is no chair's."""
    chair = CHAIR.fullmatch(post)
    if chair is None:
        return None
    stated = [name.name for name in document.names if name.kind == "body"]
    if chair["body"]:
        wanted = body_key(chair["body"], document.council)
        stated = [name for name in stated if body_key(name, document.council) == wanted]
    else:
        stated = [met.body for met in document.meetings if met.body]
    found = {bodies[at].iri: bodies[at] for name in stated if (at := (document.key, name)) in bodies}
    return next(iter(found.values())) if len(found) == 1 else None


def _holders(document: Names) -> dict[str, set[Holder]]:
    holders: dict[str, set[Holder]] = defaultdict(set)
    for name in document.names:
        parsed = parse_person(name.name, listed=True) if name.posts else None
        if parsed is not None:
            surname, initials = key(parsed)[:2]
            for post in name.posts:
                holders[post].add((surname, initials[:1]))
    return holders


def _meant(document: Names, bare: Name, stated: list[Name], holders: dict[str, set[Holder]]) -> Judgement | None:
    """Which post a "Director" or "Cabinet Member" of a document is: the holder's only one that is so called in full.

    Where none of a Cabinet Member is named, it is the one whose meeting it is.
    """
    mine = holders[bare.name]
    if not mine:
        return None
    found = {name.name: THEIRS for name in stated if holders[name.name] == mine and _in_full(bare.name, name.name)}
    if not found and len(mine) == 1 and _portfolio_alone(bare.name):
        found = {met.body: MEETING for met in document.meetings if _in_full(bare.name, met.body)}
    if len({post_key(name) for name in found}) != 1:
        return None
    which = min(found)
    reason = Reason(feature=found[which], value=which, score=1.0)
    left, right = sorted(((document.key, bare.name), (document.key, which)))
    return Judgement(left=left, right=right, score=1.0, reasons=(reason,))


def _in_full(short: str, long: str) -> bool:
    """ "Director, Community Development" for "Director"; not the Assistant Director."""
    if _portfolio_alone(short):
        return bool(SINGLE_MEMBER.search(long) and _subject(long)) and not _below(post_key(long).split())
    mine, theirs = post_key(short).split(), post_key(long).split()
    if len(mine) >= len(theirs) or BELOW & {*theirs} != BELOW & {*mine} or "councillor" in mine:
        return False
    if CHAIR.fullmatch(short) or fold(long).casefold().startswith(f"{fold(short).casefold()}'"):
        return False  # whose chair it is, the meeting says; the Commissioner is not the Commissioner's Director
    return theirs[: len(mine)] == mine or theirs[-len(mine) :] == mine


def _portfolio_alone(name: str) -> bool:
    return bool(SINGLE_MEMBER.search(name)) and not _subject(name)


def _subject(name: str) -> set[str]:
    return set(post_key(name).split()) - TITLES


def _below(words: Sequence[str]) -> frozenset[str]:
    """ "deputy" of "Deputy Cabinet Member for Finance", who is not the member; not that of a "Deputy Leader"."""
    pairs = zip(words, (*words[1:], ""), strict=True)
    return frozenset(word for word, then in pairs if word in BELOW and then in {*TITLES, ""})


def _leads(name: str) -> bool:
    return bool(LEADERS & set(post_key(name).split()))


def _judge(a: Post, b: Post) -> Judged:
    return judge(a, b, FEATURES, VETOES)


def _names(a: Post, b: Post) -> str:
    return f"{a.uses[0][1]} / {b.uses[0][1]}"


# -- features ----------------------------------------------------------------------------------------------------------


def beside_leader(a: Post, b: Post) -> str:
    """The same portfolio, one beside the post of a leader."""
    return _names(a, b) if a.portfolio == b.portfolio and set(a.words) != set(b.words) else ""


def portfolio_within(a: Post, b: Post) -> str:
    """All words of one portfolio stand in the other."""
    return _names(a, b) if a.portfolio < b.portfolio or b.portfolio < a.portfolio else ""


def same_holder(a: Post, b: Post) -> str:
    """The same holder, near in time."""
    both = a.holders & b.holders if _apart(a, b) <= NEAR else set()
    return " ".join(part.title() for part in reversed(min(both))) if both else ""


def other_holders(a: Post, b: Post) -> str:
    """Other holders at the time."""
    apart = a.holders and b.holders and not a.holders & b.holders and a.years & b.years
    return str(min(a.years & b.years)) if apart else ""


def both_held(a: Post, b: Post) -> str:
    """One document gives them to two people."""
    first, second = ({document for document, _ in post.held} for post in (a, b))
    for document in sorted(first & second):
        mine, theirs = ({holder for at, holder in post.held if at == document} for post in (a, b))
        if not mine & theirs:
            return document.rpartition("/")[2]
    return ""


def other_words(a: Post, b: Post) -> str:
    """Each has words that the other lacks."""
    titles = (set(a.words) ^ set(b.words)) & TITLES
    apart = a.portfolio - b.portfolio and b.portfolio - a.portfolio
    return _names(a, b) if titles or apart else ""


def other_rank(a: Post, b: Post) -> str:
    """One is the deputy, assistant or shadow of the other."""
    return _names(a, b) if a.below != b.below else ""


def _apart(a: Post, b: Post) -> int:
    return min((abs(x - y) for x in a.years for y in b.years), default=0)


FEATURES: tuple[Feature[Post], ...] = (
    Feature(80, beside_leader),
    Feature(30, portfolio_within),
    Feature(30, same_holder),
    Feature(-60, other_holders),
)
VETOES = (both_held, other_words, other_rank)
