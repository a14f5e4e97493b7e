"""Who sat for a member who was away."""

from __future__ import annotations

from pathlib import Path

from civicgraph.store import open_store
from rules.followups import follow_ups


def test_the_apology_leads_to_the_substitute(samples: Path) -> None:
    (found,) = follow_ups(open_store(samples), "substitute")
    board = "meeting/education-and-childrens-services-scrutiny-board-2/2017-10-12/attendance"
    assert (found.of, found.by, found.state) == (f"{board}/d-kershaw", f"{board}/r-brown", "found")
    assert found.reason == "R Brown is listed as the substitute for D Kershaw"
