"""Outside organisations named in the text: from lists of public bodies, and from the words that end their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.phrases import BEFORE, find_phrases
from civicgraph.model import Mention, Span
from civicgraph.values.text import squash

HEADS = re.compile(
    r"\b(?:County Council|City Council|Borough Council|District Council|Metropolitan (?:Borough )?Council|Town Council|Parish Council|Community Council|Metropolitan Borough Council"
    r"|University|College|(?:Primary |Secondary |High |Grammar |Junior |Infant |Special |Free |Academy |Nursery )?School|(?:NHS )?(?:Foundation |Partnership )?Trust|Limited|Ltd|plc|PLC|LLP|CIC"
    r"|Association|Foundation|Federation|Society|Charity|Hospital|Hospitals|Chamber of Commerce|Union|Institute|Constabulary|Police(?! and)|Ombudsman|Fund Management|Housing(?= Association)"
    r"|Combined Authority|Fire (?:and|&) Rescue (?:Service|Authority)|Fire Service|Ambulance Service|Probation Service|Integrated Care Board|Clinical Commissioning Group|Health Board|Local Enterprise Partnership|Enterprise Partnership"
    r"|National Unit|National Team|Network(?! Rail)|Museum|Theatre|Church|Cathedral|Diocese|Alliance|Agency|Inspectorate|Consortium|Co-operative|Group (?:plc|Ltd|Limited))\b"
)
BARRIERS = re.compile(
    r"Council|University|College|Trust|Authority|Board|Group|Service|Limited|Ltd|Association|School|Agency"
)
OF = re.compile(
    r"\b(?:University|Department|Ministry|Diocese|Bank|Office|Royal College|Church|College) (?:of|for) (?:the )?[A-Z][\w'-]*(?:(?:,? and |, | & | )(?:[A-Z][\w'-]*)){0,6}"
)
AGENCY_OF_KIND = re.compile(
    r"^(?:Independent|Regional|Local|Statutory|Partner|Multi|Lead|External|National|Internal|Other|Public|Private|Single|Housing|Primary|Secondary|Special|Free|High|Grammar|Virtual|Foster(?:ing)?|Adoption|Recruitment|Training|Local Education|Academy|Community|Parish|Town|District|County|City|Borough|Trade|Joint|Church of England|Catholic|Residents'?|Multi-?Academy|Voluntary|Registered|Coventry Fostering)\s+(?:[A-Z]\w+\s+)?(?:Agency|School|Association|Trust|Authority|Council|Union|Federation|Hospital|College|Network|Alliance|Foundation|Charity|Police|Ombudsman|Partnership|Society|Church)$"
)
NOT_ORG = re.compile(
    r"\b(?:Directorate|Scrutiny|Sub-Committee|Cabinet|Strategy|Plan|Programme|Report|Act|Minutes|Suite|Room|Hall|Road|Street|Lane|Portfolio|Fund$)\b"
)
EXTRA = re.compile(
    r"\b(?:Ofsted|OFSTED|CQC|UNISON|Unison|Barnardo'?s|Age UK|Citizens Advice|Healthwatch(?: [A-Z][a-z]+)?|Homes England|Historic England|Natural England|Sport England|Arts Council England|Network Rail|National Highways|Environment Agency|Carers Trust|CAMHS|CIPFA|Grant Thornton|KPMG|Deloitte|Ernst (?:and|&) Young|Capita|Severn Trent|Serco|Veolia|Babcock)\b"
)


def find_organisations(text: str, offset: int = 0) -> Iterator[Mention]:
    """Outside organisations of a folded text; councils come from here too, the document's own is taken out later."""
    taken: list[tuple[int, int]] = []

    def mention(start: int, end: int, rule: str) -> Iterator[Mention]:
        name = squash(text[start:end])
        if any(a < end and start < b for a, b in taken) or NOT_ORG.search(name) or len(name) < 3:
            return
        taken.append((start, end))
        yield Mention(kind="organisation", name=name, span=Span(start=offset + start, end=offset + end), rule=rule)

    for found in OF.finditer(text):
        yield from mention(found.start(), found.end(), "organisation-of")
    for found in EXTRA.finditer(text):
        yield from mention(found.start(), found.end(), "organisation-known")
    for phrase in find_phrases(text, HEADS, barriers=BARRIERS):
        words = text[phrase.start : phrase.end].split()
        if (
            phrase.start == phrase.head
            or words[0] in BEFORE
            or AGENCY_OF_KIND.match(squash(text[phrase.start : phrase.end]))
        ):
            continue
        yield from mention(phrase.start, phrase.end, "organisation-head")
