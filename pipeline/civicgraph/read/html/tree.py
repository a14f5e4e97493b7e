"""Source text of a page → its tree of elements, whatever the source looks like, within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from civicgraph.errors import DocumentError
from civicgraph.values.text import seen, squash

MAX_TAGS = 250_000  # a page of minutes has some thousand
MAX_ATTRIBUTES = 10_000  # of one element: the parser compares each with all before it
TAG = re.compile(r"<[A-Za-z](?:[^\"'>]++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# What is set within a line; pages that never close these nest without end.
INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|em|font|i|o:p|s|small|span|strike|strong|sub|sup|tt|u)\b[^<>]{0,2000}>", re.I
)
# In XHTML an element may close itself; a page's parser would take all that follows for its words.
SELF_CLOSED = re.compile(
    r"<(script|style|title|iframe|textarea|noscript|object|div|span|a|p|td)\b([^<>]{0,2000}?)/>", re.I
)
XHTML = "http://www.w3.org/1999/xhtml"
TOO_DEEP = "ERR_RESOURCE_LIMIT"


def parse(text: str, path: str) -> etree._Element:
    """The root element. Raises `DocumentError` for what no page is: too many tags, attributes or levels."""
    if text.count("<") > MAX_TAGS:
        raise DocumentError(path, f"has more than {MAX_TAGS:,} tags", do="split it")
    for tag in TAG.finditer(text):
        if tag.end() - tag.start() > 2 * MAX_ATTRIBUTES and len(tag.group().split()) > MAX_ATTRIBUTES:
            raise DocumentError(
                path, f"has an element with more than {MAX_ATTRIBUTES:,} attributes", do="check that it is a page"
            )
    text = CONTROL.sub(" ", text)
    if XHTML in text[:2000]:
        text = SELF_CLOSED.sub(r"<\1\2></\1>", text)
    root = _parsed(text)
    if root is None:
        root = _parsed(INLINE_TAG.sub("", text))
    if root is None:
        raise DocumentError(path, "nests its elements more than 2,000 deep", do="save its text, or print it to PDF")
    return root


def _parsed(text: str) -> etree._Element | None:
    """The root; None where the parser gave up for depth, so that words would be missing."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    # An XML declaration would be words to the parser of pages.
    source = re.sub(r"^\s*<\?xml[^<>]{0,200}>", "", text)
    try:
        root = etree.fromstring((source or " ").encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return etree.Element("html")  # nothing but comments
    if any(entry.type_name == TOO_DEEP for entry in parser.error_log):
        return None
    return root if root is not None else etree.Element("html")


def name(element: etree._Element) -> str:
    """The element's name in small letters; "" for what is none (a comment)."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def classes(element: etree._Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def inside(root: etree._Element) -> Iterator[etree._Element]:
    """The elements under one, it included, in the page's order."""
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element


CODE = frozenset(("script", "style", "template", "noscript"))


def words_of(element: etree._Element) -> str:
    """The characters under an element, hidden ones too, with single spaces; programs are no words."""
    out: list[str] = []
    for one in element.iter():
        if isinstance(one.tag, str) and one.tag not in CODE and one.text:
            out.append(one.text)
        if one is not element and one.tail:
            out.append(one.tail)
    return squash(seen(" ".join(out)))
