"""Clauses under a marker: "RESOLVED that (1) … (2) …", with nested labels, bullets, and lead-ins within them."""
