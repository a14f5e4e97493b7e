"""Names that are capitalised phrases, found from the word that tells what they are: Board, Director, Strategy, Trust.

Minutes write names of things with capitals and end (or begin) them with a head word. From the head the phrase grows to
the left over capitalised words, and to the right over "of …", "for …", "(2)". A comma belongs to the name only inside
an enumeration that "and" closes before the head: "Jobs, Skills and Growth Scrutiny Board".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.values.names import is_given_name

WORD = re.compile(r"[A-Za-z\u00c0-\u024f0-9][\w\u00c0-\u024f]*(?:['./&-][\w\u00c0-\u024f]+)*'?|[&+]|[^\w\s]")
CAPITAL = re.compile(r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f'./&-]*$|\d{1,2}-\d{1,2}$|\d[A-Z]+$")
# Words that begin a sentence or stand before a name and are no part of it.
BEFORE = frozenset(
    "The This That These Those A An All Any Each Every Both Its Our Their His Her It In On At By For From To Of With And Or But As If When "
    "While Where Whilst Following Further After Before During Under Upon Since Through Via Within Without Although However Also Then "
    "There They We He She You I Had Has Have Is Are Was Were Be Been Being Will Would Could Should May Can Not No Nor So Such Other "
    "Minutes Meeting Meetings Report Reports Note Notes Noted RESOLVED Resolved AGREED Agreed Recommendation Recommendations "
    "Agenda Item Items Apologies Present Absent Membership Members Member Review Update Chair Chairman Vice-Chair Clerk Presentation "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Councillor Councillors Cllr Cllrs Mr Mrs Ms Miss Dr Appendix Section Paragraph Page Pages Table Draft Future Past "
    "Proposed Considered Approval Adopt Adoption Terms Copy Circulated Motion Question Re Ref Yes Former Current Existing New Various "
    "Refer Referred Request Requests Receive Receives Notes Approve Approves Endorse Support Supports Thank Thanks Welcome Ask Asks "
    "Delegate Delegates Agree Agrees Establish Appoint Establishment Appointment Creation Implementation Recommend Recommends That".split()
)
TITLES = frozenset("Councillor Councillors Cllr Cllrs Mr Mrs Ms Miss Dr Sir Dame".split())
JOINS = frozenset(("and", "&", "+"))


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    gap: str  # what stands between it and the token before

    @property
    def capital(self) -> bool:
        return bool(CAPITAL.match(self.text))


@dataclass(frozen=True, slots=True)
class Phrase:
    start: int
    end: int
    head: int  # offset where the head word starts


def tokens(text: str) -> list[Token]:
    """The words of a folded text with their offsets; a blank line between two words keeps names apart."""
    out, last = [], 0
    for found in WORD.finditer(text):
        out.append(Token(found.group(), found.start(), found.end(), text[last : found.start()]))
        last = found.end()
    return out


def find_phrases(
    text: str, heads: re.Pattern[str], *, right: re.Pattern[str] | None = None, barriers: re.Pattern[str] | None = None
) -> Iterator[Phrase]:
    """Capitalised phrases around each match of `heads`.

    `right` is matched right after the head and belongs to the name ("(2)", "of Public Health"); `barriers` are head
    words at which a walk to the left stops when a comma or "and" follows ("Cabinet and Scrutiny Board" is two names).
    """
    words = tokens(text)
    index = {w.start: i for i, w in enumerate(words)}
    done = 0
    for head in heads.finditer(text):
        at = index.get(head.start())
        if at is None or head.start() < done:
            continue
        first = _left(words, at, barriers)
        end = head.end()
        if right:
            after = right.match(text, end)
            end = after.end() if after and after.end() > end else end
        done = end
        yield Phrase(words[first].start, end, head.start())


def _left(words: list[Token], at: int, barriers: re.Pattern[str] | None) -> int:
    """Index of the first word of the phrase whose head is `at`."""
    first, i = at, at - 1
    joined = False  # has "and" been passed between here and the head?
    while i >= 0:
        word, gap = words[i], words[i + 1].gap
        if "\n\n" in gap or (
            gap == "" and word.text not in (",", "(", ")") and words[i + 1].text not in (",", "(", ")")
        ):
            break
        if word.text in JOINS and i > 0 and _part(words[i - 1], barriers, before_join=True):
            if i > 1 and (len(words[i - 2].text) == 1 or words[i - 2].text in TITLES):
                break  # "Cllr A Tucker and Co-Opted Member D Jackson"
            joined = True
            i -= 1
            continue
        if (
            word.text == ","
            and i > 0
            and _part(words[i - 1], barriers, before_join=True)
            and (joined or words[i + 1].text in JOINS)
        ):
            i -= 1
            continue
        if word.text == ")" and i > 1 and words[i - 2].text == "(" and re.match(r"^\w{1,3}$", words[i - 1].text):
            # "Scrutiny Board (2) Task and Finish Group"
            i -= 3
            continue
        if not _part(word, barriers, before_join=False):
            break
        first = i
        i -= 1
    return first


def _part(word: Token, barriers: re.Pattern[str] | None, *, before_join: bool) -> bool:
    """May this word be part of the name to its right?"""
    if word.text in BEFORE or not word.capital or len(word.text) == 1:
        return False
    return not (before_join and barriers and barriers.fullmatch(word.text))


def enumeration(text: str, start: int, heads: re.Pattern[str]) -> int:
    """End of "Children, Learning and Young People" from `start`: capitalised words, commas only up to a closing "and".

    Stops before a part that has a head of its own ("Director of Finance, City Solicitor and the Director of Law").
    """
    words = tokens(text[start : start + 200])
    end = 0
    i, commas = 0, 0
    while i < len(words):
        word = words[i]
        if "\n\n" in word.gap:
            break
        if word.capital and (
            word.text not in BEFORE or word.text in ("Members", "Member", "Minutes", "Support", "New", "Section")
        ):
            if commas and not _closed(words, i, heads):
                break
            end, commas = word.end, 0
            i += 1
        elif word.text in JOINS and i + 1 < len(words) and words[i + 1].capital and words[i + 1].text not in BEFORE:
            stop = next(
                (j for j in range(i + 1, min(i + 8, len(words))) if not words[j].capital), min(i + 8, len(words))
            )
            if heads.search(" ".join(w.text for w in words[i + 1 : stop])) or (
                stop - i == 3 and is_given_name(words[i + 1].text)
            ):
                break  # another post, or another person: "… & Corporate Assurance and Ben Watts"
            i += 1
        elif word.text == "," and i + 1 < len(words) and words[i + 1].capital and words[i + 1].text not in BEFORE:
            commas += 1
            i += 1
        elif word.text == "after" and i + 1 < len(words) and words[i - 1].text == "Looked" and words[i + 1].capital:
            i += 1  # Looked after Children
        elif (
            word.text in ("of", "for")
            and i + 2 < len(words)
            and words[i + 1].capital
            and end
            and words[i + 1].text not in BEFORE
        ):
            i += 1
        else:
            break
    return start + end


def _closed(words: list[Token], at: int, heads: re.Pattern[str]) -> bool:
    """Does "and X" close the enumeration that goes on at `at`, with no head word in it?"""
    for i in range(at, min(at + 14, len(words))):
        if words[i].text in JOINS:
            stop = next(
                (j for j in range(i + 1, min(i + 8, len(words))) if not words[j].capital), min(i + 8, len(words))
            )
            return (
                i + 1 < len(words)
                and words[i + 1].capital
                and not heads.search(" ".join(w.text for w in words[at:stop]))
            )
        if not (words[i].capital or words[i].text == ","):
            return False
    return False
