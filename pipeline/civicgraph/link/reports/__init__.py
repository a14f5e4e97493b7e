"""Reports as works: the papers of a council that are one report, on an agenda, in a pack, in minutes, before several
bodies. Candidates, features, decision and joining are apart: `papers`, `features`, `works`."""

from civicgraph.link.reports.papers import papers_of
from civicgraph.link.reports.works import Works, link_reports

__all__ = ["Works", "link_reports", "papers_of"]
