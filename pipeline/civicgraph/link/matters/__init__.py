"""Matters: the items of a council about the same thing, meeting after meeting, before one body and another.

Subjects, occasions, features and chains are apart: what a title is about, one item with what is known of it, what joins
two of them, and which one leads to the next.
"""

from civicgraph.link.matters.chains import link_matters
from civicgraph.link.matters.occasions import lines_of, occasions_of

__all__ = ["lines_of", "link_matters", "occasions_of"]
