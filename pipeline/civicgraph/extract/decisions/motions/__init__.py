"""Motions, amendments and proposals: what was moved, and what became of it.

The clauses of a motion as moved decide nothing. An amendment has one outcome, lost or carried; a motion carried is an
outcome only where no resolution under a marker follows that says it again.
"""
