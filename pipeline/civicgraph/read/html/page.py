"""A web page's characters: how a page is told from other text, which encoding it names, and a page in an archive."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from civicgraph.errors import DocumentError
from civicgraph.read.raw import Raw

HEAD = 4096  # bytes in which a page says what it is
OPENING = re.compile(
    r"\s{0,400}+(?:<\?xml[^<>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
# A piece of a page, saved without its frame, opens with an element that no other text opens with.
FRAGMENT = re.compile(
    r"\s{0,400}+(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*<(?:head|body|main|article|section|header|div|table|p|h[1-6]|ul|ol|dl|form|button|span|time"
    r"|center|font|nav|hr|blockquote)\b[^<>]{0,2000}>",
    re.I | re.S,
)
BLOCK_TAG = re.compile(r"</?(?:p|div|li|ul|ol|td|tr|th|table|h[1-6]|br|dt|dd|section|article)\b[^<>]{0,500}>", re.I)
FEW = 6  # tags that a piece of a page has at least
MARKDOWN = re.compile(r"^(?:#{1,6}\s+\S|\s*[-*]\s+\*\*|\*\*[^*\n]{1,200}\*\*\s*$|\s*\d{1,4}\\[.)])", re.M)

META = re.compile(r"<meta\b[^<>]{0,200}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
XML = re.compile(r"^\s{0,20}<\?xml\b[^<>]{0,100}?\bencoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
# One byte a character, so that any bytes pass: what browsers know under names that pages use.
LEGACY = re.compile(r"(?:x-)?(?:windows-?125\d|cp125\d|iso-?8859-?\d{1,2}|latin-?\d{1,2}|mac(?:intosh|-?roman))", re.I)
AS_WINDOWS = re.compile(r"iso-?8859-?1|latin-?1|windows-?1252|cp1252", re.I)

ARCHIVE = re.compile(
    r"^(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,1000}\r?\n(?:[ \t][^\r\n]{0,1000}\r?\n){0,20}){1,40}", re.S
)


def is_page(raw: Raw) -> bool:
    """Is it a web page, whole or a piece of one? Told by its first words, or by how much of it is tags."""
    head = raw.data[:HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if OPENING.match(head.decode("latin-1")) or is_archive(raw.data):
        return True
    if b"<" not in head:
        return False
    text = raw.text
    tags = len(BLOCK_TAG.findall(text[:200_000]))
    marks = len(MARKDOWN.findall(text[:200_000]))
    if FRAGMENT.match(text):
        return tags >= FEW and tags > 4 * marks
    lines = sum(1 for line in text[:200_000].splitlines() if line.strip())
    return not marks and tags >= 4 * FEW and tags >= lines


def is_archive(data: bytes) -> bool:
    """Is it a page as browsers save it in one file, an e-mail of its parts (.mht)?"""
    found = ARCHIVE.match(data[: 16 * HEAD].decode("latin-1"))
    head = found.group().lower() if found else ""
    return "mime-version:" in head and "multipart/related" in head


def characters(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """(the page's source text, notes on what had to be assumed). Raises `DocumentError` for what is not text."""
    if is_archive(raw.data):
        raw = _page_of_archive(raw)
    declared = declared_encoding(raw.data)
    return raw.decode(declared) if declared else raw.decoded


def declared_encoding(data: bytes) -> str:
    """The encoding of one byte a character that a page names; "" where it names none, or the common Windows-1252.

    >>> declared_encoding(b'<meta charset="iso-8859-14">'), declared_encoding(b'<meta charset="utf-8">')
    ('iso-8859-14', '')
    """
    head = data[:HEAD].decode("latin-1")
    found = XML.search(head) or META.search(head)
    name = found.group(1).lower() if found else ""
    if not LEGACY.fullmatch(name) or AS_WINDOWS.fullmatch(name):
        return ""
    return name.removeprefix("x-")


def _page_of_archive(raw: Raw) -> Raw:
    """The first page of an archive. Raises `DocumentError` where there is none."""
    try:
        message = email.message_from_bytes(raw.data, _class=EmailMessage, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                data = part.get_payload(decode=True)
                if isinstance(data, bytes) and data.strip():
                    return Raw(data=data, path=raw.path, name=raw.name)
    except (RecursionError, LookupError, ValueError):
        pass  # not what a browser saved
    raise DocumentError(raw.path, "is a web archive without a page in it", do="save the page again as HTML")
