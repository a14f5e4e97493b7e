"""A report that was found, and whose report it is, from the words after "report of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.extract.names.bare import body_at
from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.names.organisations import find_organisations
from civicgraph.extract.names.posts import find_posts
from civicgraph.model import Item, Mention, MentionKind, Report, RouteStatus, Span
from civicgraph.values.names import is_given_name, parse_person
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

_THEIR = (
    r"\s+(?:verbal |written |annual |monthly )?(?:reports?|updates?)"
    r"(?:\s*[-:(/]\s*.{2,60}|\s+(?:and|&)\s+.{2,100})?$"
)
OWNED = re.compile(rf"^(?P<owner>(?-i:[A-Z])[\w.&' -]{{2,60}}?)(?:'s|s'){_THEIR}", re.I)
# "CLERKS REPORT", "Treasurers Report": where the apostrophe is left away, a post tells that it was meant.
UNMARKED = re.compile(rf"^(?P<owner>(?-i:[A-Z])[\w.& -]{{2,60}}?)s{_THEIR}", re.I)
# A post without capitals, where a paper's author stands: "the head of planning's report".
PLAIN_POST = re.compile(
    r"(?:(?:deputy|assistant|interim|strategic|corporate|executive|acting)\s+)*(?:head|director|chief\s+executive|clerk|treasurer"
    r"|solicitor|surveyor|cabinet\s+member|portfolio\s+holder|monitoring\s+officer)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?[a-z]+(?:(?:,\s+|\s+and\s+|\s+)(?!on\b|which\b|that\b|to\b|about\b|regarding\b|in\b)[a-z]+){0,4})?"
    r"(?=\s*(?:'s\b|[,.;:()]|$)|\s+(?:on|which|about|regarding|concerning|setting|seeking|asking|outlining|providing|in|that|to"
    r"|detailing|proposing)\b)"
)
REPORT_OF = re.compile(
    r"^(?:verbal |annual |written )?(?:report|update)s?\s+(?:of|from|by)\s+(?:the\s+)?(?P<owner>[A-Z].{2,90})$", re.I
)
# Posts that name nobody among several, and so are no post in a text; whose report it is they do say.
BARE = re.compile(
    r"(?:P(?:F|FC)?CC|(?:Police(?:,\s+Fire)?\s+and\s+Crime\s+)?Commissioner|Leader|Mayor|Chair(?:man|woman|person)?|Clerk|Treasurer|Director|Chief\s+Executive|Assessor|Conven[eo]r|Provost|(?:Section|S\.?|s\.?)\s?151\s+Officer"
    r"|(?:Cabinet|Executive|Lead)\s+Member|Portfolio\s+Holder|Monitoring\s+Officer|Internal\s+Audit(?:ors?)?|External\s+Auditors?|Officers?)(?:\s+of\s+the\s+Council)?\b(?!\s+[A-Z])"
)
SMALL = re.compile(r"\b(?:Of|And|For|The|To|In)\b")
NAME = re.compile(
    r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s(?:[A-Z]\.?\s)?(?:Mc|Mac|O')?[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?=\s*(?:[,.;(-]|$|which\b|on\b))"
)
# "(Corporate Services)", "- Finance", ": Place", ", Communities": what a post is for, set off from it.
THEME = re.compile(
    r"\s(?:with\s+responsibility|responsible)\s+for\s+(?P<duty>[A-Z][\w&'-]*+(?:(?:,\s|\s(?:and\s|&\s|of\s|for\s)?)[A-Z][\w&'-]*+){0,6})"
    r"|\s?\((?P<in>[A-Z][\w&', -]{2,60}?)\)|\s?[-:,/]\s(?P<words>[A-Z][\w&'-]*+(?:(?:,\s"
    r"|\s(?:and\s|&\s|of\s|for\s)?)[A-Z][\w&'-]*+){0,6})"
    r"(?=\s+[a-z(]|\s*[,.;)]|\s*$)"
)
REST = re.compile(r"(?:\s+(?:and\s+|of\s+)?[A-Z][a-z]+)*")
OPEN = re.compile(r"(?:Director|Head|Manager|Lead|Officer)$")
JOIN = re.compile(
    r"(?:\s?,)?\s(?:and|&|/)\s(?:the\s)?|\s?/\s?|,\s(?=(?:Deputy|Assistant|Head|Director|Chief|Section)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report with the routes that its own words give."""

    report: Report
    routes: tuple[tuple[Mention, str, RouteStatus, Span, str], ...] = ()  # body, date, status, words, rule


def author_in(text: str, offset: int) -> Mention | None:
    """Whose report, from the words after "report of": post, body or person; the first that starts there."""
    head = text[:260]
    lead = re.match(r"\s*(?:the\s+|our\s+|its\s+)?", head)
    at = lead.end() if lead else 0
    if (full := NAME.match(head, at)) and is_given_name(full.group().split()[0]):
        return _named("person", head, full.start(), full.end(), offset, "author-person")
    for finder, near in ((find_posts, 12), (find_bodies, 12)):
        names = [m for m in finder(head, offset) if m.span.start - offset <= at + near]
        names = [m for m in names if " - " not in head[at : m.span.start - offset]]
        if names:
            best = min(names, key=lambda m: (m.span.start, -m.span.end))
            longer = [
                m for m in find_bodies(head, offset) if m.span.start <= best.span.start and m.span.end > best.span.end
            ]
            return longer[0] if longer else _in_full(head, best, offset)
    for person in find_people(head):
        if person.start <= at + 4:
            return _named("person", head, person.start, person.end, offset, "author-person")
    if bare := BARE.match(head, at):
        return _named("post", head, bare.start(), bare.end(), offset, "author-post")
    if plain := PLAIN_POST.match(head, at):
        return _named("post", head, plain.start(), plain.end(), offset, "author-post")
    if body := body_at(head, at, offset):
        return body
    other = next((m for m in find_organisations(head, offset) if m.span.start - offset <= at + 4), None)
    if other is None:
        return None
    end = REST.match(head, other.span.end - offset)  # "Healthwatch | Ayton"
    return _named(other.kind, head, other.span.start - offset, end.end() if end else 0, offset, other.rule)


def _in_full(text: str, post: Mention, offset: int) -> Mention:
    """A post with what it is for ("Director - Resources") and the posts joined to it ("and Section 151 Officer")."""
    if post.kind != "post":
        return post
    start, end = post.span.start - offset, post.span.end - offset
    while True:
        theme = THEME.match(text, end) if OPEN.search(text[start:end]) else None
        if theme is not None and _is_theme(theme.group("in") or theme.group("words") or theme.group("duty")):
            end = theme.end()
            continue
        join = JOIN.match(text, end)
        if join is None:
            break
        more = next((m for m in find_posts(text[: join.end() + 90]) if m.span.start == join.end()), None)
        stop = more.span.end if more is not None else (bare.end() if (bare := BARE.match(text, join.end())) else None)
        if stop is None:
            break
        end = stop
    return _named("post", text, start, end, offset, post.rule) if end > post.span.end - offset else post


def _is_theme(words: str) -> bool:
    """ "Place, Planning and Growth", and not who holds the post or another post."""
    return not (is_given_name(words.split()[0]) or BARE.match(words) or find_people(words) or any(find_posts(words)))


def _named(kind: MentionKind, text: str, start: int, end: int, offset: int, rule: str) -> Mention:
    return Mention(
        kind=kind, name=squash(text[start:end]), span=Span(start=offset + start, end=offset + end), rule=rule
    )


def owner_in(item: Item, title: str) -> Mention | None:
    """Whose report a title says it is: "Treasurer's Report", "CLERKS REPORT", "Report of the Director of …"."""
    found = OWNED.match(title) or REPORT_OF.match(title) or _unmarked(title)
    if not found:
        return None
    start, end = found.span("owner")
    if found.re is REPORT_OF:
        return author_in(title[start:], item.title.span.start + start)
    kind: MentionKind = "person" if found.re is OWNED and parse_person(found.group("owner")) else "post"
    return Mention(
        kind=kind,
        name=squash(found.group("owner")),
        span=Span(start=item.title.span.start + start, end=item.title.span.start + end),
        rule="author-owner",
    )


def is_owned(title: str) -> bool:
    """Does a title call a report somebody's: "Clerk's report and matters arising"?"""
    return "report" in title.lower() and bool(OWNED.match(title) or _unmarked(title))


def _unmarked(title: str) -> re.Match[str] | None:
    found = UNMARKED.match(title)
    return found if found and _is_post(found["owner"]) else None


def _is_post(words: str) -> bool:
    """Is all of this a post, in whatever letters it is printed: "Parish Clerk", "CHIEF EXECUTIVE"?"""
    text = SMALL.sub(lambda word: word.group().lower(), words.title())
    return bool(BARE.fullmatch(text)) or any(post.span == Span(start=0, end=len(text)) for post in find_posts(text))
