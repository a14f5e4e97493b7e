"""The two things that may go wrong, each said so that the reader can mend it."""

from __future__ import annotations


class CivicgraphError(Exception):
    """Root of the errors that civicgraph raises on purpose; anything else is a bug."""


class DocumentError(CivicgraphError):
    """This document failed: the run goes on, and the report names it.

    >>> str(DocumentError("minutes.md", "is empty", do="fetch it again"))
    'minutes.md: is empty; fetch it again'
    """

    def __init__(self, path: str, what: str, *, where: str = "", do: str = "") -> None:
        self.path, self.what, self.where, self.do = path, what, where, do
        place = f", {where}" if where else ""
        super().__init__(f"{path}{place}: {what}" + (f"; {do}" if do else ""))


class UsageError(CivicgraphError):
    """The command or its input is wrong: what, where, and what to write instead. Exit status 2."""
