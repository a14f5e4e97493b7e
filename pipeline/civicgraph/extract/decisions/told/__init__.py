"""Outcomes told in the narrative, paragraph by paragraph, by the rules of `patterns/told.toml`."""
