"""Bytes of XML → the element that answers, with names free of namespaces; bounded, and never from the network."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from civicgraph.errors import DocumentError
from civicgraph.read.decode import decode
from civicgraph.read.raw import MAX_TEXT, Raw

Element = etree._Element

HEAD = 65_536  # bytes in which the root element begins
# Signs of elements and attributes, those of the HTML within too; thirty years of meetings have a quarter of that.
MAX_MARKS = 600_000
PROLOG = re.compile(
    r"\s*+(?:<\?xml\b[^>]{0,400}\?>)?(?:\s*+(?:<!--(?:(?!-->).){0,20000}-->|<\?(?:(?!\?>).){0,2000}\?>))*+\s*+"
    r"(?P<doctype><!DOCTYPE\b[^>\[]{0,1000}+\[?)?",
    re.S,
)
ROOT = re.compile(r"<(?:[\w.-]{1,80}:)?(?P<name>[A-Za-z_][\w.-]{0,80})(?=[\s/>])")
DECLARATION = re.compile(r"\s*+<\?xml\b(?P<says>[^>]{0,400})\?>")
ENCODING = re.compile(r"\bencoding\s{0,9}=\s{0,9}[\"'](?P<name>[\w.:-]{1,40})[\"']")
# Characters that XML has no way to write, and that Word's line breaks become on their way through the service.
NO_CHARACTER = re.compile(r"&#(?:0*(?:[0-8]|1[1245-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f])|x0*fff[ef]);", re.I)
ENVELOPE = "Envelope"


def root_name(data: bytes) -> str | None:
    """The root element's name without prefix, None where the file is no XML; "html" by its DOCTYPE too.

    >>> root_name(b"<?xml version='1.0'?><soap:Envelope xmlns:soap='…'>")
    'Envelope'
    """
    head = data[:HEAD].replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")
    prolog = PROLOG.match(head)
    if prolog is None or not head.lstrip().startswith("<"):
        return None
    if prolog["doctype"] and re.match(r"<!DOCTYPE\s{1,9}html\b", prolog["doctype"], re.I):
        return "html"
    root = ROOT.search(head, prolog.end()) if prolog["doctype"] else ROOT.match(head, prolog.end())
    if root is not None:
        return root["name"]
    return "" if head.lstrip().startswith("<?xml") else None


def answer(raw: Raw) -> tuple[Element, tuple[str, ...]]:
    """(the element that answers, notes on what had to be mended). Raises `DocumentError`."""
    text, notes = _characters(raw)
    if sum(text.count(mark) for mark in ("<", '="', "='", "&lt;")) > MAX_MARKS:
        raise DocumentError(raw.path, "has more elements than any answer of the service", do="ask for fewer at a time")
    prolog = PROLOG.match(text)
    if prolog is not None and prolog["doctype"]:
        raise _of_its_own_type(raw.path)
    if NO_CHARACTER.search(text):
        text, notes = NO_CHARACTER.sub(" ", text), (*notes, "signs that XML cannot hold are read as spaces")
    declared = DECLARATION.match(text)
    root = _parsed(raw.path, text[declared.end() :] if declared else text)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _of_its_own_type(raw.path)
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return _unwrapped(raw.path, root), notes


def _parsed(path: str, text: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
        collect_ids=False,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        fault = _fault(str(error.msg or ""), text)
        raise DocumentError(path, fault, where=f"line {error.position[0]}", do="fetch it again") from error


def _of_its_own_type(path: str) -> DocumentError:
    what = "declares a document type of its own, which no answer of the service does"
    return DocumentError(path, what, do="fetch it again")


def _fault(message: str, text: str) -> str:
    """What is wrong with it, in a clerk's words. Half an answer is none: what is cut off may be what matters."""
    root = ROOT.search(text, 0, HEAD)
    if root is None or not re.search(rf"</[^<>]{{0,80}}{re.escape(root['name'])}\s*>\s*$", text[-400:]):
        return "breaks off before its end, so none of it is read"
    if re.search(r"Excessive depth|huge|too long|maximum|amplification", message, re.I):
        return "has more in one place than any answer of the service"
    return f"is broken XML ({message.split(', line')[0][:120]})"


def _unwrapped(path: str, root: Element) -> Element:
    """The answer within SOAP: Envelope/Body/GetMeetingResponse/GetMeetingResult/meeting."""
    if root.tag != ENVELOPE:
        return root
    if (fault := root.find("Body/Fault")) is not None:
        said = " ".join((fault.findtext("faultstring") or "without a reason").split())
        raise DocumentError(path, f"is an error message of the web service ({said[:200]})", do="ask it again")
    for result in root.iterfind("Body/*/*"):
        inner = next(iter(result), None)
        if inner is not None:
            return inner
        if (result.text or "").lstrip().startswith("<"):
            return _parsed(path, result.text or "")  # an answer that was put into the envelope as text
    raise DocumentError(path, "is a SOAP envelope without an answer", do="fetch it again")


def _characters(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """The characters, by what the bytes are before what the declaration says: .NET writes "utf-16" over UTF-8."""
    if len(raw.data) > MAX_TEXT:
        return raw.decoded  # says so
    try:
        return raw.data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    declared = ENCODING.search(raw.data[:400].replace(b"\x00", b"").decode("latin-1"))
    if declared and not raw.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            codec = codecs.lookup(declared["name"])
            if codec._is_text_encoding and not codec.name.startswith(("utf", "idna", "punycode", "raw", "unicode")):
                return raw.data.decode(codec.name), ()
        except (LookupError, UnicodeError):
            pass
    return decode(raw.data, raw.path)
