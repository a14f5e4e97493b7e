"""Pages of ModernGov, by the names that the system gives to its elements and by the numbers in its links.

A meeting's page has its title in `mgSubTitleTxt`, its items in the rows of `mgItemTable`: number, title
(`mgAiTitleTxt`), what the agenda says (`mgWordPara`), then under labels (`mgSubItemTitleTxt`) papers, decision and
minutes. The pages of one item, of one decision and of a committee have the same frame.
"""

from __future__ import annotations

import re

from lxml import etree

from civicgraph.read.html.marks import Mark, Marks
from civicgraph.read.html.tree import classes, inside, name, words_of

FRAME = {
    "mgFooter": "page footer", "mgHelpLine": "help", "mgFileSize": "size of a file", "mgActionList": "navigation",
    "mgMeetingsEarlierLater": "navigation", "mgHiddenField": "form", "mgLinkSep": "navigation",
    "mgTableNextLnk": "navigation",
}  # fmt: skip
DATE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?[ ,]{1,2}[A-Z][a-zŵŷâêîôû]{2,10}[ ,]{1,3}\d{4}\b")
# The links of a meeting's own page tell its number.
OF_MEETING = re.compile(
    r"(?:(?:mgMeetingAttendance|mgChooseDocPack|mgChooseMDocPack)\.aspx\?(?:[^#]{0,200}&)?ID=|(?:^|/)documents/g)(\d{1,9})\b",
    re.I,
)
TO_MEETING = re.compile(r"\bieListDocuments\.aspx\?(?:[^#]{0,200}&)?MId=(\d{1,9})\b", re.I)
TO_COMMITTEE = re.compile(
    r"\b(?:mgCommitteeDetails|mgCommitteeMailingList)\.aspx\?(?:[^#]{0,200}&)?ID=(\d{1,9})\b|\bieListMeetings\.aspx\?(?:[^#]{0,200}&)?(?:CId|CommitteeId)=(\d{1,9})\b",
    re.I,
)
OF_COMMITTEE = re.compile(
    r"\b(?:mgCommitteeMailingList|mgCommitteeStats|mgAttendanceSummary|ieListMeetings)\.aspx\?", re.I
)
TO_ITEM = re.compile(r"\b(?:mgAi|ieDecisionDetails)\.aspx\?(?:[^#]{0,200}&)?(?:AIId|ID)=(\d{1,9})\b", re.I)
TO_ISSUE = re.compile(
    r"\b(?:mgIssueHistoryHome|mgIssueHistoryChronology)\.aspx\?(?:[^#]{0,200}&)?IId=(\d{1,9})\b", re.I
)
ANCHOR = re.compile(r"AI(\d{1,9})")
PAPER = re.compile(r"(?:^|/)documents/|\bmgConvert2PDF\.aspx\?", re.I)
SHARE = re.compile(r"share this item", re.I)
GOES_ON = re.compile(r"view the full (?:minutes|agenda|decision|item) text", re.I)


def content(root: etree._Element) -> etree._Element | None:
    """The element that holds what ModernGov wrote; None on pages of other systems."""
    inner: etree._Element | None = None
    for element in inside(root):
        if element.get("id") == "modgov":
            return element
        if inner is None and "mgContent" in classes(element):
            inner = element.getparent()
    return inner


def marks(page: etree._Element) -> Marks:
    """What the elements are that ModernGov wrote under `content`."""
    out: Marks = {}
    title: etree._Element | None = None
    for element in inside(page):
        names = classes(element)
        if why := next((FRAME[one] for one in sorted(names) if one in FRAME), ""):
            if not GOES_ON.search(words_of(element)):
                out[element] = Mark(out=why)
        elif "mgItemNumberCell" in names and name(element) == "td":
            out |= _item(element)
        elif "mgItemTable" in names and name(element) == "table":
            out[element] = Mark(laid_out=True)
        elif name(element) == "caption" and "mgSectionTitle" in names:
            out[element] = Mark(out="label of a table")
        elif element.get("id") == "mgMeetingMedia":
            out |= _media(element)
        elif "mgSubItemTitleTxt" in names:
            out.setdefault(element, Mark(role="label"))
        elif "mgBulletList" in names and _is_papers(element):
            out |= _papers(element)
        elif "mgSubTitleTxt" in names and title is None:
            title = element
        elif name(element) == "li" and SHARE.fullmatch(words_of(element)):
            out[element] = Mark(out="sharing")
    return out | _title(page, title, any("mgItemNumberCell" in classes(e) for e in inside(page)))


def _item(cell: etree._Element) -> Marks:
    """The cell with an item's number, which goes to its title."""
    row = cell.getparent()
    if row is None:
        return {}
    title = next((e for other in row if other is not cell for e in inside(other) if "mgAiTitleTxt" in classes(e)), None)
    if title is None or not words_of(title):
        return {}
    anchors = [e.get("name") or e.get("id") or "" for e in inside(row)]
    anchor = next((one for one in anchors if ANCHOR.fullmatch(one)), "")
    number = words_of(cell)
    links = [e for e in inside(title) if name(e) == "a" and PAPER.search(e.get("href") or "")]
    # The title may be the link to its paper; what is linked behind it are papers.
    first = bool(links) and words_of(title).startswith(words_of(links[0]).strip() or "\0")
    return {
        cell: Mark(silent=True),
        **{link: Mark(out="papers") for link in (links[1:] if first else links)},
        title: Mark(
            kind="heading",
            level=4 if re.search(r"\d[.]?[a-z]|\d\.\d|\(", number) else 3,
            role="item",
            marker=number,
            identifier=f"AIId={anchor[2:]}" if anchor else "",
            place=anchor,
        ),
    }


def _media(element: etree._Element) -> Marks:
    above = element.getprevious()
    out: Marks = {element: Mark(out="media")}
    if above is not None and "mgSectionTitle" in classes(above):
        out[above] = Mark(out="media")
    return out


def _is_papers(list_: etree._Element) -> bool:
    """Are all of its entries links to files?"""
    items = [item for item in list_ if name(item) == "li"]
    return bool(items) and all(
        any(name(e) == "a" and PAPER.search(e.get("href") or "") for e in inside(item)) for item in items
    )


def _papers(list_: etree._Element) -> Marks:
    """A list of papers, and the label over it."""
    out: Marks = {list_: Mark(out="papers")}
    above = list_.getprevious()
    if above is not None and "mgSubItemTitleTxt" in classes(above):
        out[above] = Mark(out="papers")
    return out


def _title(page: etree._Element, title: etree._Element | None, has_items: bool) -> Marks:
    """What the page is about: a meeting, a committee, or one item of a meeting."""
    if title is None:
        return {}
    links = [(e, e.get("href") or "") for e in inside(page) if name(e) == "a" and e.get("href")]
    if has_items or DATE.search(words_of(title)):
        return {title: Mark(role="body", identifier=_only("MId", OF_MEETING, links))}
    meetings = [(e, href) for e, href in links if TO_MEETING.search(href)]
    if any(OF_COMMITTEE.search(href) for _, href in links) or any(
        "mgMeetingTableLnk" in classes(e) for e, _ in meetings
    ):
        return {title: Mark(role="body", identifier=_only("CId", TO_COMMITTEE, links))}
    if not meetings and not any(TO_ISSUE.search(href) for _, href in links):
        return {}
    identifier = _only("AIId", TO_ITEM, links) or _only("IId", TO_ISSUE, links)
    out: Marks = {title: Mark(role="item", identifier=identifier)}
    meeting = _only("MId", TO_MEETING, meetings)
    if meeting:
        out |= _of_meeting(meetings, meeting)
    return out


def _of_meeting(meetings: list[tuple[etree._Element, str]], identifier: str) -> Marks:
    """The link from an item's or a decision's page to its meeting is where the page says which meeting that is."""
    for link, _ in meetings:
        words = words_of(link)
        if not (DATE.search(words) or re.search(r"\b\d\d/\d\d/\d{4}\b", words)):
            continue
        out: Marks = {}
        for around in link.iterancestors():
            if classes(around) & {"mgLinks", "mgActionList"}:
                # The list of links, without this one.
                out |= {item: Mark(out="navigation") for item in around if not any(e is link for e in inside(item))}
                out[around] = Mark()
        block = next((e for e in link.iterancestors() if name(e) in ("li", "p", "td", "div")), None)
        if block is not None:
            role = "body" if name(block) == "li" else ""
            out[block] = Mark(kind="paragraph", role="body" if role else "", identifier=identifier, bare=True)
        return out
    return {}


def _only(key: str, pattern: re.Pattern[str], links: list[tuple[etree._Element, str]]) -> str:
    """ "MId=727" where all links that tell one tell the same; "" where they differ."""
    found = {next(g for g in m.groups() if g) for _, href in links if (m := pattern.search(href))}
    return f"{key}={found.pop().lstrip('0') or '0'}" if len(found) == 1 else ""
