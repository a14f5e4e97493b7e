"""What of a page is shown, and how: the few properties of its style that say something about its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from civicgraph.read.html.tree import classes, inside, name

# Never words of the page.
UNSEEN = frozenset(
    """script style template noscript head title meta link svg math canvas iframe object embed applet audio video map
    area source track param select option optgroup datalist input textarea button dialog progress meter rp""".split()
)
# Classes that the common style sheets use for what only a screen reader says.
FOR_READERS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text element-invisible show-for-sr offscreen mgHide".split()
)
RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,2000})\}")
ONE_CLASS = re.compile(r"^(?:[a-z][a-z0-9]{0,9})?\.([A-Za-z_][\w-]{0,60})$")
NOT_SHOWN = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.I)
WEIGHT = re.compile(r"\bfont(?:-weight)?\s*:\s*(?:[^;]{0,80}\s)?(?P<value>bold(?:er)?|normal|lighter|[1-9]00)\b", re.I)
LINE_THROUGH = re.compile(r"\btext-decoration(?:-line)?\s*:[^;]{0,80}\bline-through\b", re.I)
LIST_TYPE = re.compile(
    r"\blist-style(?:-type)?\s*:\s*(?:[^;]{0,80}\s)?(?P<type>none|disc|circle|square|decimal(?:-leading-zero)?|(?:lower|upper)-(?:roman"
    r"|alpha|latin|greek))\b",
    re.I,
)
# Names of classes that say how a list is numbered where the style sheet is not in the page.
LIST_CLASSES = {
    "roman": "lower-roman", "lower-roman": "lower-roman", "upper-roman": "upper-roman", "alpha": "lower-alpha",
    "lower-alpha": "lower-alpha", "upper-alpha": "upper-alpha", "decimal": "decimal", "list-unstyled": "none",
    "unstyled": "none", "no-bullet": "none", "no-bullets": "none",
}  # fmt: skip
STRONG = {"b", "strong"}
STRUCK = {"s", "strike", "del"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the words under an element are set; what an element does not say it has from the one around it."""

    bold: bool = False
    struck: bool = False
    keeps_lines: bool = False  # <pre>
    list_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page's own style sheets say of a class, where a rule names a class and nothing else."""

    rules: dict[str, str]

    def of(self, element: etree._Element) -> str:
        """The style of an element: its classes' rules, then its own."""
        own = element.get("style") or ""
        named = element.get("class") if self.rules else None
        said = [self.rules[one] for one in named.split() if one in self.rules] if named else []
        return ";".join([*said, own]) if said else own


def sheet_of(root: etree._Element) -> Sheet:
    """The rules for weight, lines through words and list numbers; what is hidden only by a rule is left standing, since
    rules for print and for small screens hide what the page shows."""
    rules: dict[str, str] = {}
    for element in inside(root):
        if name(element) != "style":
            continue
        for selectors, said in RULE.findall((element.text or "")[:500_000]):
            kept = [
                found.group()
                for found in (WEIGHT.search(said), LINE_THROUGH.search(said), LIST_TYPE.search(said))
                if found
            ]
            for selector in selectors.split(",") if kept else ():
                if found := ONE_CLASS.match(selector.strip()):
                    rules[found.group(1)] = ";".join([rules.get(found.group(1), ""), *kept])
    return Sheet(rules=rules)


def is_shown(element: etree._Element) -> bool:
    """Would a reader see the element's words?"""
    tag = name(element)
    if not tag or tag in UNSEEN or element.get("hidden") is not None:
        return False
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return False
    if element.get("class") and classes(element) & FOR_READERS:
        return False
    return not NOT_SHOWN.search(element.get("style") or "")


def look_of(element: etree._Element, around: Look, sheet: Sheet) -> Look:
    tag, said = name(element), sheet.of(element)
    look = around
    if tag in STRONG:
        look = replace(look, bold=True)
    elif tag == "pre":
        look = replace(look, keeps_lines=True)
    if tag in STRUCK:
        look = replace(look, struck=True)
    if said:
        weights = [found["value"].lower() for found in WEIGHT.finditer(said)]
        if weights:
            look = replace(look, bold=weights[-1].startswith("bold") or weights[-1] in ("600", "700", "800", "900"))
        if LINE_THROUGH.search(said):
            look = replace(look, struck=True)
    if tag in ("ol", "ul", "li"):
        look = replace(look, list_type=_list_type(element, said) or (look.list_type if tag == "li" else ""))
    return look


def _list_type(element: etree._Element, said: str) -> str:
    types = [found["type"].lower() for found in LIST_TYPE.finditer(said)]
    if types:
        return types[-1]
    named = [LIST_CLASSES[one] for one in (element.get("class") or "").split() if one in LIST_CLASSES]
    return named[0] if named and name(element) != "li" else ""
