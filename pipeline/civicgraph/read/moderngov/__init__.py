"""ModernGov XML (stub until the next commit)."""

from civicgraph.read.compose import Reading
from civicgraph.read.raw import Raw


def is_moderngov(raw: Raw) -> bool:
    return False


def read(raw: Raw) -> Reading:
    raise NotImplementedError
