"""Bytes → text: UTF-8, UTF-16, else Windows-1252, which is what old council systems wrote; never a guess at
binaries."""

from __future__ import annotations

import codecs
import re

from civicgraph.errors import DocumentError

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, path: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """(text with "\\n" line ends, notes on what had to be assumed). Raises `DocumentError` for what is not text.

    `declared`: the encoding that the file itself names, for bytes that are not UTF-8 ("iso-8859-14" of a Welsh page).
    """
    if is_empty(data):
        raise DocumentError(path, "is empty", do="fetch it again, or leave it out")
    text, notes = _characters(data, path, declared)
    control = len(CONTROL.findall(text))
    if control > max(8, len(text) // 500):
        raise DocumentError(path, f"is not text ({control:,} control characters)", do="check what kind of file it is")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def is_empty(data: bytes) -> bool:
    """Is there nothing but white space, zeros and the mark of an encoding?"""
    return not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe")


def _characters(data: bytes, path: str, declared: str) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), (() if encoding == "utf-8-sig" else (f"decoded as {encoding.upper()}",))
            except UnicodeDecodeError as error:
                raise DocumentError(
                    path,
                    f"says it is {encoding.upper()} and is not",
                    where=f"byte {error.start}",
                    do="save it as UTF-8",
                ) from error
    try:
        if b"\x00" not in data:
            return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    sample = data[:4000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) > 0.6 * len(zeros):
            try:
                return data.decode(encoding), (f"decoded as {encoding.upper()}, which the file does not say",)
            except UnicodeDecodeError:
                pass
    if declared:
        try:
            return data.decode(declared), (f"decoded as {declared}, as the file says",)
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return data.decode("cp1252"), ("not UTF-8: decoded as Windows-1252",)
    except UnicodeDecodeError as error:
        raise DocumentError(
            path, "is neither UTF-8, UTF-16 nor Windows-1252", where=f"byte {error.start}", do="save it as UTF-8"
        ) from error
