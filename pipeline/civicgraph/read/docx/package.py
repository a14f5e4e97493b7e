"""A Word file's ZIP: its parts, found by the relationships that name them, and parsed within bounds.

Only the parts that hold words are taken out: a picture of 100 MB costs nothing, and what a relationship says to be
outside of the file is not fetched.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import NamedTuple

from lxml import etree

from civicgraph.errors import DocumentError
from civicgraph.read.signatures import WORD_MAIN, ZIP_ERRORS

MAX_XML = 8_000_000  # bytes, all parts together: a thousand pages of minutes as Word writes them
MAX_DEPTH = 200  # elements inside one another; a table in a table in a table has 20

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WML}}}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# "Strict Open XML", which Word can save too, says the same in other namespaces.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WML.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
UP = re.compile(r"^(?:\.\./)+")


class Relation(NamedTuple):
    kind: str  # last word of its type: "numbering", "header", "officeDocument"
    part: str  # name of the member; "" where it is outside of the file


class Package:
    """The parts of one file. Raises `DocumentError` where it is broken, or larger than any document."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._left = MAX_XML
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_ERRORS as error:
            raise DocumentError(path, "is a damaged Word document", do="fetch it again") from error
        # Names of parts are the same in capitals and not; some programs write them with "\".
        self._members = {i.filename.replace("\\", "/").lower().lstrip("/"): i for i in self._zip.infolist()}
        self.main = self._main()
        self._relations = self.relations(self.main)

    def document(self) -> etree._Element:
        """The part with the text."""
        root = self.part(self.main)
        if root is None:
            raise DocumentError(
                self.path, f"is a Word document without its text ({self.main} is missing)", do="fetch it again"
            )
        return root

    def one(self, kind: str) -> etree._Element | None:
        """The part that the text calls its "styles", "numbering", "footnotes" …; None where it has none."""
        name = next((r.part for r in self._relations.values() if r.kind == kind and r.part), "")
        return self.part(name) if name else None

    def related(self, identifier: str) -> etree._Element | None:
        """The part of a relationship of the text, a header by its `r:id`."""
        relation = self._relations.get(identifier)
        return self.part(relation.part) if relation and relation.part else None

    def relations(self, part: str) -> dict[str, Relation]:
        """Identifier → what a part ("" for the file) is related to; none where it is damaged."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        out: dict[str, Relation] = {}
        for child in root if root is not None else ():
            kind = child.get("Type", "").rsplit("/", 1)[-1]
            inside = child.get("TargetMode", "").lower() != "external"
            out[child.get("Id", "")] = Relation(
                kind=kind, part=_joined(folder, child.get("Target", "")) if inside else ""
            )
        return out

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part; None where there is no such part. Raises `DocumentError` for what is no XML."""
        info = self._members.get(name.lower())
        if info is None:
            return None
        data = self._bytes(info)
        # A document type may define one word as a million; no Office program writes one.
        if b"<!DOCTYPE" in data.replace(b"\x00", b""):
            raise self._damaged(name, "defines a document type of its own")
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged(name, str(error.msg)) from error
        if root.xpath("boolean(" + "/*" * MAX_DEPTH + ")"):
            raise self._damaged(name, f"has more than {MAX_DEPTH} elements inside one another")
        return root

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as member:
                data = member.read(self._left + 1) if info.file_size <= self._left else None
        except ZIP_ERRORS as error:
            raise self._damaged(info.filename, "cannot be unpacked") from error
        if data is None or len(data) > self._left:
            raise DocumentError(
                self.path,
                f"has more than {MAX_XML / 1e6:.0f} MB of text and layout",
                where=info.filename,
                do="split it",
            )
        self._left -= len(data)
        return data

    def _main(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.part.lower() in self._members:
                return relation.part
        types = self.part("[content_types].xml")
        for child in types if types is not None else ():
            if WORD_MAIN.match(child.get("ContentType", "")) and child.get("PartName"):
                return child.get("PartName", "").lstrip("/")
        return "word/document.xml"

    def _damaged(self, name: str, why: str) -> DocumentError:
        return DocumentError(
            self.path, f"is a damaged Word document ({why})", where=name, do="open it in Word, and save it again"
        )


def _joined(folder: str, target: str) -> str:
    """Name of the member that a relationship of a part in `folder` means: "word", "../x.xml" → "x.xml"."""
    name = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return UP.sub("", posixpath.normpath(name))
