"""The verbs in which councils decide: which action each is, in every form that minutes print it in.

The table is data (`patterns/verbs.toml`): lemma, action, forms. What is here reads it and makes the patterns.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from civicgraph.model import Action


@dataclass(frozen=True, slots=True)
class Verb:
    lemma: str
    action: Action
    base: str
    third: str  # "notes"
    past: str  # "noted": also the participle where `participle` is the same
    participle: str
    gerund: str


@cache
def verbs() -> tuple[Verb, ...]:
    """All verbs, in the order of the table."""
    table = tomllib.loads((files("civicgraph.extract") / "patterns" / "verbs.toml").read_text(encoding="utf-8"))
    out = []
    for action, lemmas in table["actions"].items():
        for lemma in lemmas:
            out.append(_inflect(lemma, action, table["irregular"].get(lemma, {})))
    return tuple(out)


def _inflect(lemma: str, action: Action, irregular: dict[str, str]) -> Verb:
    """Regular English inflection of the first word of a verb ("set up" → "sets up")."""
    word, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if word.endswith("e"):
        third, past, gerund = word + "s", word + "d", word[:-1] + "ing"
    elif word.endswith("y") and word[-2] not in "aeiou":
        third, past, gerund = word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    elif word.endswith(("s", "sh", "ch", "x")):
        third, past, gerund = word + "es", word + "ed", word + "ing"
    else:
        third, past, gerund = word + "s", word + "ed", word + "ing"
    past = irregular.get("past", past)
    return Verb(
        lemma=lemma,
        action=action,
        base=word + tail,
        third=irregular.get("third", third) + tail,
        past=past + tail,
        participle=irregular.get("participle", past) + tail,
        gerund=irregular.get("gerund", gerund) + tail,
    )


@cache
def by_form() -> dict[str, tuple[Verb, str]]:
    """form → (verb, name of the form); a base form that is also a noun is sorted out where it is used."""
    out: dict[str, tuple[Verb, str]] = {}
    for verb in verbs():
        for name in ("participle", "past", "third", "gerund", "base"):
            out.setdefault(getattr(verb, name), (verb, name))
    for verb in verbs():
        out[verb.base] = (verb, "base")
    return out


@cache
def forms(*names: str) -> str:
    """Alternation of the given forms of all verbs, longest first, for a regular expression."""
    words = {getattr(verb, name) for verb in verbs() for name in names}
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def verb_of(form: str) -> Verb | None:
    found = by_form().get(" ".join(form.lower().split()))
    return found[0] if found else None


def lemma_of(form: str) -> str:
    """ "approved" → "approve"; "" for what is no verb of a decision."""
    verb = verb_of(form)
    return verb.lemma if verb else ""


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], Action], ...]:
    table = tomllib.loads((files("civicgraph.extract") / "patterns" / "verbs.toml").read_text(encoding="utf-8"))
    return tuple(
        (re.compile(rf"^[\"'(]*(?:that\s+|i\s+)?(?:{'|'.join(re.escape(w) for w in words)})\b", re.I), action)
        for action, words in table["nouns"].items()
    )


def noun_action(clause: str) -> Action | None:
    """The action of a clause that begins with the noun of one: "Refusal for the following reasons", "No objection"."""
    return next((action for pattern, action in _nouns() if pattern.match(clause)), None)
