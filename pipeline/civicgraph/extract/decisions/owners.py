"""Who is given a task: a post, a councillor, one of those present under a first name or initials ("JS to write").

The pattern takes whatever capitalised words stand where an owner stands; the names of those present say who is meant.
"""

from __future__ import annotations

import re
from collections import Counter

from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, Span
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.names import is_given_name
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

# "John Slater (JS)", "Councillor J. Slater - JS", "Jane Webb (County Council)    JW"
PRINTED = re.compile(
    r"(?P<name>\b[A-Z][\w.'-]{0,24}(?:[ \t][A-Z][\w.'-]{0,24}){1,3})(?:\s?\([^()\n]{2,40}\))?(?:\s*[(\[\u2013-]\s"
    r"*|\s{2,})(?P<initials>[A-Z]{2,3})\b"
)
# "John Slater", "J. Slater", "J.Slater", "J M Slater"
FULL = re.compile(r"\b(?P<first>[A-Z])(?:[a-z'-]++\s++|\.?\s?)(?:[A-Z]\.?\s?){0,2}(?P<last>[A-Z][A-Za-z'-]{2,})\b")
THREE = re.compile(r"\b([A-Z])[a-z'-]++ ([A-Z])[a-z'-]++ ([A-Z])[a-z'-]++")
TITLE = re.compile(rf"^{TITLE_S}\b\.?\s*")
TITLES = re.compile(rf"\b{TITLE_S}\b\.?")
# Whoever holds an office of the council or works for it, named by the office alone.
OFFICE = re.compile(
    r"\b(?:clerk|officers?|chair(?:man|woman|person)?|secretary|treasurer|directors?|manager|engineer|solicitor|accountant"
    r"|surveyor|planner|leader|mayor|provost|conven[eo]r|cathaoirleach|head|chief|caretaker|groundsman|lengthsman|handyman"
    r"|warden|administrator|rfo)\b",
    re.I,
)
CLERK_OR_NAMED = re.compile(r"\b(?:clerk|chair(?:man|woman|person)?|vice-?chair(?:man)?|secretary|treasurer)\b", re.I)
CLERK = re.compile(r"\b(?:(?:(?:parish|town|assistant|deputy) )?clerk|(?:(?:PARISH|TOWN) )?CLERK)\b")
EVERYBODY = re.compile(
    r"^(?:the\s+)?(?:(?:all|each|every)(?:\s+(?:members?|councillors?|cllrs?))?|members|councillors|everyone)$", re.I
)
REPORT_OF = re.compile(r"(?:(?:the|joint)\s+){0,2}reports?\s+(?:of|by|from)\b", re.I)
# A line of the head that says who was there, and the words in it that are nobody's name.
WHO = re.compile(
    r"^\W*(?:present|clerk|in\s+(?:attendance|the\s+chair)|also|attend\w*|cllrs?|councillors?|apolog\w+)\b", re.I
)
CAPITAL = re.compile(r"[A-Z](?:[a-z]{0,3}'?[A-Z])?[a-z'-]{2,}")  # "McRae", "O'Hara" too
NOBODY = re.compile(
    rf"{OFFICE.pattern}|^(?:parish|town|council|committee|village|hall|police|present|also|public|members)$", re.I
)
_WORD = r"[A-Z][\w'-]*+\.?"
_ROLE = (
    r"(?:[Cc]lerk|[Oo]fficers?|[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer|[Mm]embers|[Cc]ouncillors|coun\s+[A-Z][a-z]+"
    r"|(?:[Ee]ach|[Ee]very)\s+(?:[Mm]ember|[Cc]ouncillor))\b"
)
_ONE = (
    rf"(?:[Tt]he\s+)?(?:(?!(?:Each|Every)\s){_WORD}(?:\s?(?:(?:of\s+the|of|for)\s+)?{_WORD}){{0,8}}(?:\s+{_ROLE})?"
    rf"|(?:(?:parish|town|assistant|deputy|vice)[\s-])?{_ROLE})(?:\s*\([^()\n]{{1,60}}\))?"
)
OWNER = rf"(?>{_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/+]\s*){_ONE}){{0,5}})"
INITIALS = re.compile(r"\b[A-Z]{2,3}\b")
JOINT = re.compile(r"\s*(?:,|&|/|\+|\band\b)\s*")


def owners_in(scene: Scene, words: str, at: int) -> tuple[Mention, ...] | None:
    """Those whom the words name ("Cllr Reed and the Clerk", "JS/RB"); None where nobody is named who could be asked."""
    if EVERYBODY.match(words.strip()):
        return ()
    if REPORT_OF.match(words):  # "Report of the Leader to inform Cabinet …"
        return None
    posts = list(find_posts(words, at))
    if words.isupper() and (clerk := CLERK.search(words)):  # "CLLR REED / CLERK TO REPLY"
        posts.append(_clerk(clerk, at))
    people = [
        _person(squash(words[p.start : p.end]), at + p.start, at + p.end, "owner-person") for p in find_people(words)
    ]
    short = [
        _person(names[m.group()], at + m.start(), at + m.end(), "owner-initials")
        for names in (initials_present(scene),)
        for m in INITIALS.finditer(words)
        if m.group() in names
    ]
    found: list[Mention] = []
    named = (*posts, *people, *short, *_present(scene, words, at))
    for one in sorted(named, key=lambda one: one.span.start - one.span.end):  # "Constable Lee" before "Constable"
        if not any(one.span.overlaps(other.span) for other in found):
            found.append(one)
    if found:
        return tuple(sorted(found, key=lambda one: one.span))
    if clerk := CLERK.search(words):  # "the clerk to reply"
        return (_clerk(clerk, at),)
    return () if OFFICE.search(words) or TITLES.search(words) else None


def _clerk(found: re.Match[str], at: int) -> Mention:
    name = found.group().title() if found.group().isupper() else found.group()
    return Mention(
        kind="post", name=name, span=Span(start=at + found.start(), end=at + found.end()), rule="owner-clerk"
    )


def _present(scene: Scene, words: str, at: int) -> list[Mention]:
    """Those present under their names without a title: "Jane to send the quotation"."""
    words_listed = (word for line in _lines(scene) for word in CAPITAL.findall(TITLES.sub("", line)))
    listed = {word for word in words_listed if not NOBODY.search(word)}
    short = initials_present(scene)
    out: list[Mention] = []
    start = 0
    for stop in (*JOINT.finditer(words), None):
        name = words[start : stop.start() if stop else len(words)].strip()
        if name in short or TITLES.match(name) or OFFICE.search(name):
            start = stop.end() if stop else 0
            continue
        said = re.findall(r"[A-Z][\w'-]*", re.sub(r"\([^()]*\)", "", name))
        # A name has no article, and stands in no list of things: "Highways and Transport, the Housing Programme".
        # The list may have the initial of one whom the narrative calls by both names: "Mrs A Boyd", "Ann Boyd".
        called = said[1:] if len(said) == 2 and is_given_name(said[0]) else said
        if not said or name[:4].lower() == "the " or not all(word in listed for word in called):
            return []
        out.append(_person(name, at + start, at + start + len(name), "owner-present"))
        start = stop.end() if stop else 0
    return out


def _lines(scene: Scene) -> list[str]:
    """The lines that say who was there: of the lists, and of the head those with a label ("Clerk: Jane Webb")."""
    lines = [scene.text(line) for names in scene.part.names for line in names.lines]
    part = scene.part
    end = scene.document.blocks[part.items[0].first].span.start if part.items else part.span.start
    head = scene.folded[part.span.start : min(end, part.span.start + 2500)]
    top = scene.folded[part.span.start : min(part.span.end, part.span.start + 2500)]
    lines += [line for line in top.splitlines() if len(PRINTED.findall(line)) > 1]  # however it is headed
    return lines + [line for line in head.splitlines() if WHO.search(line)]


def _person(name: str, start: int, end: int, rule: str) -> Mention:
    return Mention(kind="person", name=name, span=Span(start=start, end=end), rule=rule)


def initials_present(scene: Scene) -> dict[str, str]:
    """Initials → name as the attendance lists print it; those that two people share are left out."""
    names: dict[str, str] = {}
    shared: Counter[str] = Counter()
    for text in _lines(scene):
        printed = {
            m.group("initials"): name
            for m in PRINTED.finditer(text)
            if _stands_for(m.group("initials"), name := TITLE.sub("", squash(m.group("name"))))
        }
        found = printed or {
            m.group("first") + m.group("last")[0]: squash(m.group())
            for m in FULL.finditer(TITLES.sub("", text))
            if not OFFICE.search(m.group())
        }
        found |= {"".join(m.groups()): m.group() for m in THREE.finditer(text) if not OFFICE.search(m.group())}
        for initials, name in found.items():
            if names.get(initials, name) != name:
                shared[initials] += 1
            names.setdefault(initials, name)
    return {initials: name for initials, name in names.items() if not shared[initials]}


def _stands_for(initials: str, name: str) -> bool:
    words = [w for w in re.split(r"[\s.]+", name) if w]
    return bool(words) and words[0][0] == initials[0] and words[-1][0] == initials[-1]
