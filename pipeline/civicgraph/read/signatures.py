"""What a file is by its first bytes and, of a ZIP or an old Office file, by what is in it; never by its name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import NamedTuple

MAX_MEMBERS = 20_000  # of a ZIP: a Word document with a thousand pictures has some 1,100
MAX_MAP = 2_000_000  # bytes of the members that say what an Office file is
MEMBER = b"PK\x01\x02"  # opens each entry of a ZIP's table of contents


class Known(NamedTuple):
    """`what` completes "is …"; `do` is what its owner does to have it read."""

    what: str
    do: str = "save the minutes as PDF or Word (.docx)"


WORD = Known("a Word document", "")
ENCRYPTED = Known(
    "a Word, Excel or PowerPoint file locked with a password", "take the password away in Office, and save it again"
)
DAMAGED = Known("a damaged Word or ZIP file", "fetch it again")
ZIP = Known("a ZIP archive", "unpack it, and give the files that are in it")

# First bytes of what people rename to .txt (file formats' own signatures).
SIGNATURES: tuple[tuple[bytes, Known], ...] = (
    (b"%PDF-", Known("a PDF")),
    (b"\x89PNG", Known("a PNG picture", "give the document that it is a picture of")),
    (b"\xff\xd8\xff", Known("a JPEG picture", "give the document that it is a picture of")),
    (b"GIF8", Known("a GIF picture", "give the document that it is a picture of")),
    (b"\x1f\x8b", Known("a gzip file", "unpack it, and give the files that are in it")),
    (b"{\\rtf", Known("a Rich Text file (.rtf)")),
    (b"\x7fELF", Known("a program", "leave it out")),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of an old Office file, by which it is told; their names stand in it in UTF-16.
STREAMS: tuple[tuple[str, Known], ...] = (
    ("WordDocument", Known("an old Word document (.doc)", "save it as PDF or in Word's present form (.docx)")),
    ("Workbook", Known("an old Excel workbook (.xls)")),
    ("PowerPoint Document", Known("an old PowerPoint presentation (.ppt)")),
    ("__substg1.0_", Known("an Outlook message (.msg)")),
)
# Members of a ZIP by which it is told where it has no table of content types.
MEMBERS: tuple[tuple[str, Known], ...] = (
    ("word/document.xml", WORD),
    ("xl/workbook.xml", Known("an Excel workbook")),
    ("xl/workbook.bin", Known("an Excel workbook (.xlsb)")),
    ("ppt/presentation.xml", Known("a PowerPoint presentation")),
    ("visio/document.xml", Known("a Visio drawing")),
    ("index/document.iwa", Known("an Apple Pages, Numbers or Keynote file")),
    ("index.zip", Known("an Apple Pages, Numbers or Keynote file")),
)
# A document's, a template's, and those with macros, which are not run.
WORD_MAIN = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)"
    r"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml",
    re.I,
)
OPEN_DOCUMENT: tuple[tuple[bytes, Known], ...] = (
    (b"application/vnd.oasis.opendocument.text", Known("an OpenDocument text (.odt)")),
    (b"application/vnd.oasis.opendocument.spreadsheet", Known("an OpenDocument spreadsheet (.ods)")),
    (b"application/vnd.oasis.opendocument", Known("an OpenDocument file")),
    (b"application/epub+zip", Known("an electronic book (.epub)")),
)
# What reading a member of a broken ZIP may raise.
ZIP_ERRORS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
              OSError, ValueError, KeyError)  # fmt: skip


def what_is(data: bytes) -> Known | None:
    """What the bytes are, where that is known; None for text and for what nobody here has heard of.

    >>> what_is(b"%PDF-1.7 …")
    Known(what='a PDF', do='save the minutes as PDF or Word (.docx)')
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if data.startswith(OLE):
        return _ole(data)
    return next((known for signature, known in SIGNATURES if data.startswith(signature)), None)


def _zip(data: bytes) -> Known:
    if data.count(MEMBER) > MAX_MEMBERS:
        return Known(f"a ZIP with more than {MAX_MEMBERS:,} members", "unpack it, and give the files that are in it")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
            kind = _by_name(members)
            for name, forms in (("mimetype", OPEN_DOCUMENT), ("[content_types].xml", ((b"", WORD),))):
                if name in members and not members[name].flag_bits & 1:
                    with archive.open(members[name]) as member:
                        words = member.read(MAX_MAP)
                    if forms is OPEN_DOCUMENT:
                        kind = next((known for form, known in forms if words.startswith(form)), kind)
                    elif kind is ZIP and WORD_MAIN.search(words.decode("latin-1")):
                        kind = WORD
    except ZIP_ERRORS:
        return DAMAGED
    if any(info.flag_bits & 1 for info in members.values()):
        return Known("a ZIP locked with a password", "unpack it with its password, and give the files that are in it")
    return kind


def _by_name(members: dict[str, zipfile.ZipInfo]) -> Known:
    if not members:
        return Known("a ZIP archive with nothing in it", "leave it out")
    return next((known for name, known in MEMBERS if name in members), ZIP)


def _ole(data: bytes) -> Known:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ENCRYPTED
    found = [known for name, known in STREAMS if name.encode("utf-16-le") in data]
    # A file of one kind may hold one of another: then nothing here says which is which.
    return found[0] if len(found) == 1 else Known("an old Word, Excel or PowerPoint file")
