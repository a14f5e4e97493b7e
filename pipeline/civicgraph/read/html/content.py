"""Which part of a page is the document, and what around it is the site's."""

from __future__ import annotations

import re

from lxml import etree

from civicgraph.model import Dropped
from civicgraph.read.html.marks import Mark, Marks
from civicgraph.read.html.style import FOR_READERS, UNSEEN, is_shown
from civicgraph.read.html.tree import CODE, classes, inside, name, words_of

HALF = 0.5  # of the page's words outside links: what holds less is not the document
SMALL = 0.3  # what holds more is no furniture, whatever its name
TAGS = {"nav": "navigation", "footer": "page footer", "aside": "beside the content", "search": "search"}
ROLES = {
    "navigation": "navigation", "banner": "page header", "contentinfo": "page footer", "search": "search",
    "complementary": "beside the content", "alert": "message", "dialog": "message", "alertdialog": "message",
    "menu": "navigation", "menubar": "navigation",
}  # fmt: skip
# Names that sites give to what they put around their pages; whole names, or before a hyphen.
NAMES = re.compile(
    r"(?:(?P<navigation>bread-?crumbs?|skip(?:-?(?:link|to|nav))?|(?:main|site|global|primary|secondary|side|sub|top|left|right)?-?(?:nav|navbar"
    r"|navigation|menu)|pagination|pager|post-navigation|back-?to-?top)|(?P<message>cookies?(?:-?(?:banner|bar|notice|consent|message))?|gdpr)"
    r"|(?P<share>social|share|sharing|addtoany|sharedaddy|share-?buttons?)|(?P<comments>comments?(?:-(?:area|section|list|form))?|respond)"
    r"|(?P<header>(?:site|page|global|main)-?(?:header|banner|masthead)|masthead)|(?P<footer>(?:site|page|global|main)?-?footer|colophon"
    r"|entry-footer)|(?P<data>(?:entry|post)-(?:meta|date)|posted-on|byline)|(?P<side>side-?bar|widget-area))(?:[-_]?(?:container|wrapper|inner|holder|list|block|area|\d{1,3}))?",
    re.I,
)
WHY = {
    "message": "message", "share": "sharing", "comments": "comments", "header": "page header",
    "data": "data of the page", "footer": "page footer", "side": "beside the content", "navigation": "navigation",
}  # fmt: skip
FOLDED = 500  # characters; what holds so many, and is hidden, opens when the reader asks for it
SKIP = re.compile(r"skip (?:to|past|navigation|main|content)\b", re.I)
CONTENT_NAMES = (
    "main-content", "maincontent", "main_content", "page-content", "entry-content", "post-content", "article-content",
    "field-name-body", "content", "main", "primary",
)  # fmt: skip


def furniture_of(root: etree._Element) -> Marks:
    """The elements around the document, with what they are."""
    sizes = _sizes(root)
    headed = _first_heading(root)
    out: Marks = {}
    for element in inside(root):
        around = element.getparent()
        if around is not None and around in out and out[around].out:
            out[element] = out[around]
            continue
        if sizes[element] > FOLDED and sizes[element] > SMALL * sizes[root] and _is_folded(element):
            out[element] = Mark(opens=True)
            continue
        why = _why(element)
        if not why or name(element) in ("html", "body", "main"):
            continue
        if headed is not None and why == "page header" and _holds(element, headed):
            continue  # the page's only title
        if sizes[element] > SMALL * sizes[root] and name(element) not in ("nav", "footer"):
            continue
        out[element] = Mark(out=why)
    return out


def _sizes(root: etree._Element) -> dict[etree._Element, int]:
    """Characters under each element."""
    elements = list(inside(root))
    sizes = {element: 0 if name(element) in CODE else len((element.text or "").strip()) for element in elements}
    for element in reversed(elements):
        around = element.getparent()
        if around is not None and around in sizes:
            sizes[around] += sizes[element] + len((element.tail or "").strip())
    return sizes


def _is_folded(element: etree._Element) -> bool:
    """Is it hidden for the time being, as the panels of tabs and accordions are?"""
    return name(element) not in UNSEEN and not classes(element) & FOR_READERS and not is_shown(element)


def _why(element: etree._Element) -> str:
    tag = name(element)
    role = (element.get("role") or "").strip().lower()
    if why := TAGS.get(tag) or ROLES.get(role):
        return why
    if tag == "header" and not _is_within_article(element):
        return "page header"
    if tag == "a" and (element.get("href") or "").startswith("#") and SKIP.match(words_of(element)):
        return "navigation"
    if tag in ("div", "ul", "ol", "p", "section", "span", "table") and (element.get("id") or element.get("class")):
        for one in (element.get("id") or "", *sorted(classes(element))):
            if (found := NAMES.fullmatch(one)) and found.lastgroup:
                return WHY[found.lastgroup]
    return ""


def _is_within_article(element: etree._Element) -> bool:
    return any(name(around) in ("main", "article", "section") for around in element.iterancestors())


def _holds(element: etree._Element, inner: etree._Element) -> bool:
    return any(around is element for around in inner.iterancestors())


def _first_heading(root: etree._Element) -> etree._Element | None:
    """The page's title, where it has only one heading of the first level."""
    titles = [element for element in inside(root) if name(element) == "h1" and words_of(element)]
    return titles[0] if len(titles) == 1 else None


def content_of(root: etree._Element, furniture: Marks, preferred: etree._Element | None) -> etree._Element:
    """The element that holds the document: what the page says is its content, unless most of its words stand outside.

    `preferred`: what the system that made the page is known to use.
    """
    body = next((element for element in inside(root) if name(element) == "body"), root)
    if preferred is not None:
        return preferred
    whole = _said(body, furniture)
    for candidate in _candidates(body):
        if not _is_out(candidate, furniture) and _said(candidate, furniture) > HALF * whole:
            return candidate
    return body


def _is_out(element: etree._Element, furniture: Marks) -> bool:
    mark = furniture.get(element)
    return mark is not None and bool(mark.out)


def _candidates(body: etree._Element) -> list[etree._Element]:
    said: list[etree._Element] = []
    articles: list[etree._Element] = []
    named: list[tuple[int, etree._Element]] = []
    for element in inside(body):
        if name(element) == "main" or (element.get("role") or "").strip().lower() == "main":
            said.append(element)
        elif name(element) == "article":
            articles.append(element)
        elif element.get("id") or element.get("class"):
            names = classes(element) | {(element.get("id") or "").lower()}
            named += [(n, element) for n, one in enumerate(CONTENT_NAMES) if one in names]
    named.sort(key=lambda one: one[0])
    return [*said, *(articles if len(articles) == 1 else []), *(element for _, element in named)][:20]


def _said(element: etree._Element, furniture: Marks) -> int:
    """Characters under an element that are words of prose: outside links, shown, and not the site's."""
    total = 0
    stack = [element]
    while stack:
        one = stack.pop()
        if one is not element and one.tail:
            total += len(one.tail.strip())
        if not isinstance(one.tag, str) or _is_out(one, furniture) or name(one) == "a":
            continue
        if one is not element and one not in furniture and not is_shown(one):
            continue
        total += len((one.text or "").strip())
        stack += list(one)
    return total


def outside(root: etree._Element, content: etree._Element, furniture: Marks) -> list[Dropped]:
    """What stands around the content, with what it is."""
    out: list[Dropped] = []
    inner = content
    for around in content.iterancestors():
        for child in around:
            if child is not inner and isinstance(child.tag, str) and is_shown(child) and (words := words_of(child)):
                mark = furniture.get(child)
                why = mark.out if mark is not None and mark.out else "around the content"
                out.append(Dropped(words=words[:10_000], why=why))
        inner = around
    return out
