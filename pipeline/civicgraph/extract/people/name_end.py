"""Where the name ends in an entry of a list, and what is said of the person begins."""

from __future__ import annotations

import re

from civicgraph.extract.people.beside import CO_OPTED, IN_CHAIR, POST_ENDS, REPRESENTS, is_authority, is_post
from civicgraph.extract.people.letters import BY_LETTERS, ends_in_code
from civicgraph.extract.people.person import person_mention
from civicgraph.values.names import is_given_name, is_surname, parse_person

CUT = re.compile(
    r"\s+-\s+|-(?=(?:Vice[- ]?)?(?:Chair|Clerk|Convener|Mayor))"
    r"|(?<=\w)\s*-(?! ?[\r\n])\s+(?=[A-Z])|,\s+(?=[A-Z(]|in the\b)|:\s+"
    r"|(?<![\n ])[ ]{3,}(?=[A-Z])"  # a column, not the margin of a line that goes on
)
FOR_BODY = re.compile(r"\s+(?:representing|on behalf of|from|of|for(?=[^,;()]{3,40}\bWard\b))\s+(?:the\s+)?(?=[A-Z])")
FIRST_OF_POST = re.compile(
    r"(?:Assistant|Deputy|Senior|Principal|Acting|Interim|Lead|Chief|Head|Director|Clerk|Town|Parish|Committee|Democratic|Co-?opted"
    r"|Chair(?:man)?|Vice|Mayor|Cabinet|Portfolio|Leader|Treasurer|Secretary|Solicitor|Officer|Manager|Reporter)\b",
    re.I,
)


def name_end(text: str, *, listed: bool) -> int:
    """Where the name ends and what is said of the person begins."""
    bracket = re.search(r"\s*[(\[]", text)
    inverted = re.match(r"[^()\n,]{2,40}\([A-Z]\.?\)", text)
    stop = inverted.end() if inverted else (bracket.start() if bracket else len(text))
    if inverted is None or not parse_person(text[:stop], listed=True):
        stop = bracket.start() if bracket else len(text)
    cut = CUT.search(text, 0, stop)
    if cut and person_mention(
        text, 0, cut.start(), "", listed=":" not in cut.group() or " " in text[: cut.start()].strip()
    ):
        stop = cut.start()
    sent = FOR_BODY.search(text, 0, stop)
    if chair := IN_CHAIR.search(text[:stop]):
        return chair.start() or stop
    words = list(re.finditer(r"\S+", text[:stop]))
    if ends_in_code([word.group() for word in words]):
        return words[-2].end()
    for n in range(2, min(len(words), 7)):
        # "Mrs P Alder Assistant Clerk", "Allan Lee Anyshire District Council": no comma before the post or the council
        rest = text[words[n].start() : stop]
        sends = REPRESENTS.search(rest) and not is_given_name(words[n].group()) and not is_surname(words[n].group())
        post = sends or FIRST_OF_POST.match(rest) and (is_post(rest) or CO_OPTED.search(rest))
        name = parse_person(text[: words[n - 1].end()], listed=False)
        council = bool(is_authority(rest) and len(rest.split()) > 1 or BY_LETTERS.match(rest))
        if name and name.surname and (post or council and (name.given or name.initials)):
            return words[n - 1].end()
    if sent and person_mention(text, 0, sent.start(), ""):
        return sent.start()
    # "Ann Lee Operations Manager": a post whose first word may begin any post
    if len(words) > 3 and is_given_name(words[0].group()) and POST_ENDS.search(rest := text[words[2].start() : stop]):
        return words[1].end() if not is_surname(words[2].group()) and is_post(rest) else stop
    return stop
