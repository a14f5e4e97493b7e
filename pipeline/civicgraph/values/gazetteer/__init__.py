"""Reference data in memory, and the only reader of it: a module for each kind. Each file is read once, on first use."""

from __future__ import annotations

from civicgraph.values.gazetteer.acts import Act, act_of, act_without_year, acts
from civicgraph.values.gazetteer.councils import Council, council_of, councils, councils_of_letters, nation_of
from civicgraph.values.gazetteer.organisations import (
    Organisation,
    glossary_acronyms,
    known_acronyms,
    known_names,
    organisation_key,
    organisation_of,
    organisations,
)
from civicgraph.values.gazetteer.parties import Party, party_of
from civicgraph.values.gazetteer.rows import bare
from civicgraph.values.gazetteer.wards import Ward, ward_lists, wards
from civicgraph.values.gazetteer.words import (
    Honorific,
    TitleKind,
    gender_of,
    given_names,
    honorifics,
    not_names,
    postnominals,
    surnames,
    titles,
)

__all__ = [
    "Act",
    "Council",
    "Honorific",
    "Organisation",
    "Party",
    "TitleKind",
    "Ward",
    "act_of",
    "act_without_year",
    "acts",
    "bare",
    "council_of",
    "councils",
    "councils_of_letters",
    "gender_of",
    "given_names",
    "glossary_acronyms",
    "honorifics",
    "known_acronyms",
    "known_names",
    "nation_of",
    "not_names",
    "organisation_key",
    "organisation_of",
    "organisations",
    "party_of",
    "postnominals",
    "surnames",
    "titles",
    "ward_lists",
    "wards",
]
