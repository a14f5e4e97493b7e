"""Word (stub until the next commit)."""

from civicgraph.read.compose import Reading
from civicgraph.read.raw import Raw

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def is_docx(raw: Raw) -> bool:
    return False


def read(raw: Raw) -> Reading:
    raise NotImplementedError
