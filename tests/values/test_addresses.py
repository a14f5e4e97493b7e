"""Whose an address of the web is; shared and unknown hosts are nobody's."""

from __future__ import annotations

import pytest

from civicgraph.values.addresses import council_at


@pytest.mark.parametrize(
    ("host", "council"),
    [
        ("www.coventry.gov.uk", "Coventry City Council"),
        ("democracy.coventry.gov.uk", "Coventry City Council"),
        ("DEMOCRACY.COVENTRY.GOV.UK", "Coventry City Council"),
        ("barnet.moderngov.co.uk", "London Borough of Barnet"),
        ("moderngov.lbbd.gov.uk", "London Borough of Barking and Dagenham"),
        ("democracy.adur-worthing.gov.uk", ""),  # two councils' site
        ("nobody.moderngov.co.uk", ""),
        ("coventry.example.org", ""),
        ("gov.uk", ""),
        ("", ""),
    ],
)
def test_the_council_of_a_host(host: str, council: str) -> None:
    found = council_at(host)
    assert (found.name if found else "") == council
