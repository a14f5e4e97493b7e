"""The world's identifiers for what a document names: which council or public body of the lists is meant, and why.

A name means what was there on the document's day, and a name that several nations use ("Department of Education") what
the council's own nation has. An acronym is looked up only where the document defines it, or where it means one thing
wherever it is printed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from civicgraph.link.names import Names
from civicgraph.model import Reason
from civicgraph.values.gazetteer import (
    Council,
    council_of,
    known_acronyms,
    known_names,
    nation_of,
    organisation_key,
    organisation_of,
    organisations,
)

LISTS = {
    "government": "in GOV.UK's register of organisations",
    "nhs": "in the list of NHS organisations",
    "police": "in the list of police forces",
}
ACRONYM = 5  # letters
JOINING = frozenset(("the", "and", "of", "for"))


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a document speaks."""

    on: str  # ISO: the last day of its meetings; "" where it has none
    nation: str  # "England", "Ireland", …; "" where it is not known


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means in the world; only a label and what the IRI is minted from where no list has it."""

    label: str
    key: str  # the name to mint an IRI from
    council: bool = False
    listed: bool = False  # a list has the name, so that it is one thing whichever council names it
    acronym: str = ""
    same_as: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


def setting(document: Names) -> Setting:
    beside = (name.name for name in document.names if name.kind == "organisation")
    return Setting(max((met.date for met in document.meetings), default=""), nation_of(document.council, beside))


def meant_council(name: str, at: Setting, *, own: bool = False) -> Match | None:
    """The council of that name, None where no list has it; without identifiers where it was not there on the day.

    A council's `own` paper without a day is of whatever time it was there, and "City of Coventry" on it is no place.
    """
    council = council_of(name, bare=own, on=at.on)
    if council is None:
        return None
    if not council.existed(at.on) and (at.on or not own):
        return Match(label=council.name, key=council.name, council=True)
    return Match(
        label=council.name,
        key=council.name,
        council=True,
        same_as=council.same_as,
        identifiers=tuple(filter(None, (council.org_id,))),
        reasons=(Reason(feature="in the list of councils", value=_called(name, council)),),
    )


def _called(name: str, council: Council) -> str:
    known = " ".join(filter(None, (council.name, f"({council.gss})" if council.gss else "")))
    return f"“{name}” is {'the' if name == council.name else 'a'} name of {known}"


def meant_organisation(name: str, at: Setting, defined: Mapping[str, str]) -> Match:
    """What a document means by the name of an organisation; `defined` are its own acronyms → what they stand for.

    An acronym that it defines as two things stands for itself.
    """
    full, reasons = defined.get(name, name), []
    if full != name:
        reasons.append(Reason(feature="acronym", value=f"“{name}” stands for “{full}”, as the document says"))
    elif (
        name not in defined
        and (safe := known_acronyms().get(name))
        and at.nation != "Ireland"
        and not _shared(name, safe, at.nation)
    ):
        full = safe
        reasons.append(Reason(feature="acronym", value=f"“{name}” stands for “{full}” wherever it is printed"))
    if council := meant_council(full, at):
        return replace(council, reasons=(*reasons, *council.reasons))
    found = organisation_of(full, on=at.on, nation=at.nation)
    if found is None:
        return Match(label=full, key=organisation_key(full), listed=_listed(full, at.nation), reasons=tuple(reasons))
    which = "the" if organisation_key(full) == organisation_key(found.main) else "a"
    reasons.append(Reason(feature=LISTS[found.kind], value=f"“{full}” is {which} name of {found.main}"))
    return Match(
        label=found.main,
        key=f"{found.main} {found.began[:4]}" if found.main in _several() else found.main,
        listed=True,
        acronym=found.acronym,
        same_as=found.same_as,
        reasons=tuple(reasons),
    )


@cache
def _several() -> frozenset[str]:
    """Names that two bodies had one after the other."""
    first: dict[str, str] = {}
    return frozenset(one.main for one in organisations() if first.setdefault(one.main, one.iri) != one.iri)


def _listed(name: str, nation: str) -> bool:
    """Whether a list has the name, on whatever day, and not for a body of another nation.

    An acronym that was not looked up means one thing here and another there.
    """
    key = organisation_key(name)
    nations = _nations().get(key, frozenset({nation}))
    here = bool(nations & {"", nation}) and (nation != "Ireland" or key not in _nations())
    return bool(nation_of(name)) or (here and key in _one_thing() and name not in known_acronyms())


@cache
def _nations() -> dict[str, frozenset[str]]:
    """Key of the name of a public body → the nations that have one of that name, "" for all."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in organisations():
        found[organisation_key(one.name)].add(one.nation)
    return {key: frozenset(nations) for key, nations in found.items()}


@cache
def _one_thing() -> frozenset[str]:
    """Keys of all names of the lists; letters that are the initials of two of them are none."""
    keys = {organisation_key(name) for name in known_names()}
    initials = Counter("".join(word[0] for word in key.split() if word not in JOINING) for key in keys)
    return frozenset(key for key in keys if len(key) > ACRONYM or initials[key] < 2)


def _shared(acronym: str, meant: str, nation: str) -> bool:
    """Whether a body that the council's own nation has would have that acronym too: "DfE" in Northern Ireland."""
    return bool(_initials(nation).get(acronym.casefold(), frozenset()) - {organisation_key(meant)})


@cache
def _initials(nation: str) -> dict[str, frozenset[str]]:
    """Initials → keys of the bodies of one nation; nothing for those of all."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in organisations():
        if nation and one.nation == nation:
            key = organisation_key(one.name.removesuffix(f" ({nation})"))
            found["".join(word[0] for word in key.split() if word != "the")].add(key)
    return {initials: frozenset(keys) for initials, keys in found.items()}
