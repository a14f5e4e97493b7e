"""Settings of a made-up publisher, and a folder published from the samples, for the tests of `publish`."""

from __future__ import annotations

from pathlib import Path

BASE = "https://data.example.org/minutes/"
SETTINGS = f"""
[site]
base = "{BASE}"
[dataset]
name = "barset-minutes"
title = "Minutes <and> decisions"
description = "Who decided what & when. Read from the published minutes of a made-up county, word for word."
licence = "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
frequency = "monthly"
keywords = ["council minutes", "decisions"]
[publisher]
name = "Barset County Council"
url = "https://www.barset.example/"
[contact]
name = "Democratic Services"
email = "committees@barset.example"
[uk]
organisation = "barset-county-council"
security_classification = "OFFICIAL"
[ckan]
organisation = "barset"
"""


def config(place: Path, without: str = "", more: str = "") -> Path:
    """A civicgraph.toml; without the line that begins so, and with more at its end."""
    lines = [line for line in SETTINGS.splitlines() if not (without and line.startswith(without))]
    place.mkdir(parents=True, exist_ok=True)
    (place / "civicgraph.toml").write_text("\n".join([*lines, more, ""]), encoding="utf-8")
    return place / "civicgraph.toml"
