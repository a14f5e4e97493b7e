"""What a paper says is attached to it, and the document does not have: "Appendix A", of which we hold nothing.

Only what is plainly lacking counts. A paper that has such a heading anywhere, that goes on for pages after its own end,
or of which a page could not be read, may have its attachments, and lacks none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Attachment, Block, Document, Report, Span
from civicgraph.values.text import fold, squash
from civicgraph.values.titles import title_key

_KIND = r"(?P<kind>Appendix|Appendices|Annexe?s?|Attachments?|Enclosures?)"
_ID = r"(?-i:[A-Z]\d?|\d{1,2}[a-z]?|[IVX]{2,4})"
LABEL = rf"{_KIND}\s+['\"]?(?P<ids>{_ID}(?:['\"]?\s*(?:,|&|and|to|-)\s*['\"]?{_ID}){{0,8}})['\"]?(?![\w/])"
_NEAR = r"[^.;:\n]{0,40}?"
# "attached as Appendix A", "included as Annex 2 to this paper", "Appendix B is attached", "Appendix C to this report"
_OTHERS = r"(?!\s+(?:of|to|in|from)\s+(?!this\b|the\s+(?:report|paper)\b))"  # "Appendix 1 of the Cabinet report"
ATTACHED = re.compile(
    rf"\b(?:(?:attached|appended|annexed|enclosed)\b{_NEAR}\b(?:as|at|in|by)|included\s+as)\s+(?:an?\s+)?{LABEL}{_OTHERS}",
    re.I,
)
AFTER = re.compile(
    rf"\b{LABEL}(?:\s+\([^()]{{1,60}}\))?,?\s+\(?(?:(?:is|are|which\s+is|which\s+are)\s+)?(?:all\s+|also\s+)?(?:attached|appended|annexed|enclosed)\b"
    rf"(?!\s+to\s+(?!this\b|the\s+(?:report|paper)\b))",
    re.I,
)
OF_THIS = re.compile(rf"\b{LABEL}\s+(?:to|of)\s+this\s+(?:report|paper|notice|briefing)\b", re.I)
# What is another paper's, or still to come, or to be had elsewhere.
NOT = re.compile(
    r"\bnot\s+(?:been\s+)?(?:attached|appended|included)|\bto\s+follow\b|\bwill\s+be\b|\bavailable\s+(?:on|from|at|in|via)\b|https?:"
    r"|\b(?:report|minutes|paper|agenda|letter|meeting|decision)\s+(?:of|to|from|dated|considered)\b|\bprevious(?:ly)?\b|\bif\b",
    re.I,
)
# In minutes: "were all attached as appendices to the report".
TOLD = re.compile(
    r"\b(?:were|was|are|is)\s+(?:all\s+|also\s+)?(?:attached|appended|annexed)\s+(?:as\s+)?(?:(?:an?\s+)?(?P<what>appendix|appendices|annexe?s?)\s+)?"
    r"to\s+the\s+(?:report|briefing\s+note|paper)\b(?!\s+(?:of|to|from|dated|considered))",
    re.I,
)
# Over the list at the end of a report; a front sheet has it as a question.
LIST = re.compile(
    r"\W*(?:\d{1,2}\.?\s+)?(?:list\s+of\s+)?(?:appendices|annexe?s|attachments|enclosures)(?:\s+(?:included|attached))?\W*",
    re.I,
)
LISTED = re.compile(
    rf"\W*(?:{_KIND}\s+['\"]?(?P<ids>{_ID})['\"]?\s*[-:.)\u2013\u2014]|(?-i:(?P<letter>[A-Z]))\s*[-:\u2013\u2014])\s*(?P<title>\S[^\n]{{2,120}})",
    re.I,
)
HEADING = re.compile(
    rf"\W*{LABEL}(?P<rest>\s{{0,4}}(?:[-:.(\u2013\u2014]\s{{0,4}})?(?:(?-i:[A-Z0-9'\"])[^\n]{{0,120}})?)", re.I
)
# A sentence, and no heading: "Appendix A sets out …".
SAYS = re.compile(
    r"\b(?:is|are|was|were|sets?|shows?|provides?|outlines?|lists?|attached|appended|contains?|details|refers?)\b"
)
# What stands at the end of a report: nothing of its own comes after it.
END = re.compile(
    r"\W*(?:\d{1,2}\.?\s+)?(?:(?:list\s+of\s+)?(?:appendices|annexe?s|attachments)|background\s+(?:papers|documents|information)"
    r"|contact(?:\s+(?:details|officers?))?|(?:report\s+)?authors?(?:\(s\))?|(?:relevant|lead)\s+(?:director|officer))\b.{0,80}",
    re.I | re.S,
)
BELOW, LINE = 1500, 100  # characters of names and numbers that may stand below the end, and of each of them
# Records of decisions are papers of their own, and are held as such.
OWN_PAPER = re.compile(r"\brecord\s+of\s+(?:\w+\s+)?decision|\bPROD\b|\bdecision\s+(?:notice|record)|\bminutes\b", re.I)


@dataclass(frozen=True, slots=True)
class _Named:
    label: str  # "Appendix A"
    title: str
    span: Span


def find_attachments(scene: Scene, report: int | None, item: int | None) -> Iterator[Attachment]:
    """What the report or notice that this part is says is attached to it, and its document lacks."""
    if scene.part.kind not in ("report", "decision-notice") or not _ends(scene) or _unread(scene.document):
        return
    listed = list(_listed(scene))
    held = headed(scene.document, [one.span for one in listed])
    made: set[str] = set()
    for named in (*listed, *_said(scene)):
        if named.label.lower() not in held | made and not OWN_PAPER.search(named.title):
            made.add(named.label.lower())
            yield Attachment(
                label=named.label,
                title=named.title,
                span=named.span,
                rule="attachment-named",
                report=report,
                item=item,
                meeting=scene.meeting,
            )


def find_told(scene: Scene, reports: Sequence[Report]) -> Iterator[Attachment]:
    """What minutes say was attached to a report that an item of theirs had before it."""
    if scene.part.kind in ("report", "register", "agenda"):
        return
    for n, entry in enumerate(scene.part.items):
        its = [at for at, report in enumerate(reports) if report.item == scene.first_item + n]
        for _, block in scene.blocks(entry) if len(its) == 1 else ():
            text = scene.text(block.words)
            for start, end in sentences(text):
                if TOLD.search(text, start, end):
                    yield Attachment(
                        label="Appendices",
                        title="",
                        span=Span(start=block.words.start + start, end=block.words.start + end),
                        rule="attachment-told",
                        report=its[0],
                        item=scene.first_item + n,
                        meeting=scene.meeting,
                    )


def headed(document: Document, listed: Sequence[Span] = ()) -> set[str]:
    """The attachments that a document has, as their headings call them, in small letters; a list of them is none."""
    found: set[str] = set()
    for block in document.blocks:
        if block.span in listed:
            continue
        text = fold(document.quote(block.span))
        if (own := HEADING.match(text)) and own.end() >= len(text.rstrip()) and not SAYS.search(own["rest"]):
            found |= {label.lower() for label in _labels(own["kind"], own["ids"])}
    return found


def appended_keys(document: Document) -> frozenset[str]:
    """What a paper may call a document that is attached to it, as compared: by its heading or the name of its file."""
    first = next((document.quote(block.span) for block in document.blocks if block.kind != "rule"), "")
    name = re.sub(r"[_-]+", " ", document.source.name.rpartition(".")[0])
    keys = {title_key(first), title_key(name), *(title_key(label) for label in headed(document))}
    if found := HEADING.match(fold(name)):
        keys |= {title_key(label) for label in _labels(found["kind"], found["ids"])} | {title_key(found["rest"])}
    return frozenset(keys - {""})


def _listed(scene: Scene) -> Iterator[_Named]:
    """The lines under "Appendices", at the end of a report or on its front sheet."""
    kind = ""
    for _, block in scene.blocks():
        text = scene.text(block.span).strip()
        if LIST.fullmatch(text):
            kind = "Annex" if "annex" in text.lower() else "Attachment" if "attach" in text.lower()[:12] else "Appendix"
        elif kind and (found := LISTED.fullmatch(text)):
            label = f"{_single(found['kind'] or kind)} {found['ids'] or found['letter']}"
            yield _Named(label, squash(text[found.start("title") :]), block.span)
        elif block.kind == "heading" or block.bold or len(text) > 120:
            kind = ""


def _said(scene: Scene) -> Iterator[_Named]:
    """What a sentence of the paper says is attached."""
    for _, block in scene.blocks():
        text = scene.text(block.words)
        for start, end in sentences(text):
            sentence = text[start:end]
            if NOT.search(sentence):
                continue
            span = Span(start=block.words.start + start, end=block.words.start + end)
            for found in (*ATTACHED.finditer(sentence), *AFTER.finditer(sentence), *OF_THIS.finditer(sentence)):
                for label in _labels(found["kind"], found["ids"]):
                    yield _Named(label, "", span)


def _labels(kind: str, ids: str) -> list[str]:
    """ "Appendices", "A to C" → "Appendix A", "Appendix B", "Appendix C"."""
    out: list[str] = []
    said = re.findall(rf"{_ID}|\bto\b|-", ids)
    for at, one in enumerate(said):
        if one in ("to", "-"):
            continue
        if at > 1 and said[at - 1] in ("to", "-") and len(one) == len(out[-1][-1:]) == 1 and one > out[-1][-1]:
            out += [f"{_single(kind)} {chr(n)}" for n in range(ord(out[-1][-1]) + 1, ord(one))]
        out.append(f"{_single(kind)} {one}")
    return out


def _single(kind: str) -> str:
    """ "Appendices" → "Appendix", "Annexes" and "Annexe" → "Annex"."""
    low = kind.lower()
    return next(name for name in ("Appendix", "Annex", "Attachment", "Enclosure") if low[:4] == name[:4].lower())


def _ends(scene: Scene) -> bool:
    """Does nothing but names and numbers stand below the last words that end such a paper?"""
    blocks = [block for _, block in scene.blocks()]
    last = max((n for n, block in enumerate(blocks) if _is_end(scene, block)), default=None)
    if last is None or scene.part.span.end - blocks[last].span.start > BELOW:
        return False
    return all(block.span.end - block.span.start <= LINE for block in blocks[last + 1 :])


def _is_end(scene: Scene, block: Block) -> bool:
    text = scene.text(block.span)
    return (len(text) < 100 or ":" in text[:40]) and END.match(text) is not None


def _unread(document: Document) -> bool:
    """Is there a page, or a thing beside the pages, that could not be read?"""
    return any("page" in note for note in document.notes)
