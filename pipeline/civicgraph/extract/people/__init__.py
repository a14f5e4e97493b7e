"""Who was there and who holds which post."""

from civicgraph.extract.people.attendance import find_attendance
from civicgraph.extract.people.holdings import find_holdings
from civicgraph.extract.people.person import person_mention

__all__ = ["find_attendance", "find_holdings", "person_mention"]
