"""Whose an address of the web is: "democracy.leeds.gov.uk", "lbbd.moderngov.co.uk", "www.coventry.gov.uk"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from urllib.parse import urlsplit

from civicgraph.values.gazetteer import Council, councils

GOV = re.compile(r"(?:[\w.-]{1,200}\.)?(?P<name>[\w-]{1,63})\.gov\.(?:uk|wales|scot)")


def council_at(host: str) -> Council | None:
    """The council whose site it is, None where none or several are known to have it.

    A council's own name stands before ".gov.uk", whatever stands before that; a supplier's host must be known.
    """
    asked = host.strip().lower().removeprefix("www.")
    exact = _known().get(asked)
    if exact is not None:
        return exact if isinstance(exact, Council) else None
    found = GOV.fullmatch(asked)
    return council_of_domain(found["name"]) if found else None


def council_of_domain(name: str) -> Council | None:
    """ "coventry" of www.coventry.gov.uk → its council, by the addresses of reference data."""
    found = _domains().get(name.lower())
    return found if isinstance(found, Council) else None


@cache
def _known() -> dict[str, Council | str]:
    """Host → council; "several" where councils share it."""
    found: dict[str, set[Council]] = defaultdict(set)
    for council in councils():
        for address in (council.website, council.democracy):
            host = (urlsplit(address).hostname or "").removeprefix("www.")
            if host and not council.ended:
                found[host].add(council)
    return {host: next(iter(those)) if len(those) == 1 else "several" for host, those in found.items()}


@cache
def _domains() -> dict[str, Council | str]:
    found: dict[str, set[Council]] = defaultdict(set)
    for council in councils():
        domain = GOV.fullmatch(urlsplit(council.website).hostname or "")
        if domain and not council.ended:
            found[domain["name"].lower()].add(council)
    return {name: next(iter(those)) if len(those) == 1 else "several" for name, those in found.items()}
