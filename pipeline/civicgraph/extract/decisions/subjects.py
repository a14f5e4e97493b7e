"""Who acts in a clause: the words for bodies and members, what may stand before a subject, and before its verb."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.verbs import by_form, forms
from civicgraph.values.honorifics import MEMBERS

# Whoever decides, alone or together: the subject that a clause under "RESOLVED" may repeat.
BODY = (
    r"(?:(?i:Sub-?\s?Committee|Committee|Board|Panel|Cabinet|Council)(?:\s+Member)?"
    r"|(?<!Chief\s)Executive(?:\s+Member)?(?!\s+(?:Director|Head|Officer|Manager))|Group|Forum|Members?"
    rf"|{MEMBERS}|Authority|Commission|Assembly|Partnership|Trustees|[Mm]eeting|Mayor|Leader"
    r"|Governors|Portfolio Holder"
    r"|Directors|District|[PCT]C)"
)
# Those who decide together: what one member says in the debate is no outcome.
TOGETHER = (
    r"(?:(?:(?i:parish|town|community)\s+)?(?i:Sub-?\s?Committee|Committee|Board|Panel|Cabinet"
    r"|Council|Commission|Assembly|Authority)(?!\s+[Mm]embers?\b)|[Cc]ommittee\s+[Mm]embers"
    rf"|Cabinet\s+Members(?=\s+[a-z])|Group|Forum|[Mm]embers|councillors|{MEMBERS}"
    r"|(?<!Chief\s)Executive(?!\s+(?:Director|Member|Head|Officer|Manager))|Authority|Commission|Assembly"
    r"|Partnership|Trustees|[Mm]eeting"
    r"|Governors|Directors|(?:Municipal|Metropolitan)\s+District|[PCT]C)"  # "The PC agreed to …"
)
# Those who decide alone, in a record of their own.
ALONE = r"(?:Cabinet\s+Member|Executive\s+Member|Lead\s+Member|Portfolio\s+Holder|Leader|Mayor|Commissioner|Member)"

_NAME = r"(?:(?:[A-Z][\w'&/-]*(?:,(?!\s+the\b))?|&|and|of|for|the)\s+){0,9}?"
_AFTER = (
    r"(?:\s+for\s+(?:[A-Z][\w'&]*,?\s+|and\s+|the\s+){1,9}"
    r"|\s+of\s+(?:the\s+)?(?:[A-Z][\w'&-]*\s+){1,4})?(?:\s*\([^()\n]{1,80}\))?"
)
# "Combined Authority Committee": the head is the last of them.
_LAST = r"(?!\s+(?:Sub-?\s?Committee|Committee|Board|Panel|Cabinet|Council|Group|Forum)\b)"
SUBJECT = (
    rf"(?:[Tt]he\s+|[Tt]his\s+|[Aa]ll\s+)?{_NAME}(?:(?:parish\s+|town\s+|community\s+)?{BODY}|[Mm]embers|councillors|[Ww]e|I)\b(?!')"
    rf"{_LAST}{_AFTER}"
)


# Words that have a capital where they begin a sentence, and are of no name.
NO_NAME = (
    r"(?:If|When|Once|Unless|Until|While|Whilst|Although|As|After|Before|Whether|Since|Because|Should|Had|Where|At|In|On|For"
    r"|From|By|With|Following|Prior|During|That|One|Two|Three|Four|Five|Six|Some|Several|Most|Many)"
)


# "The Leader of the Council welcomed her": what one says is said by no body.
OF_ONE = (
    r"(?:[Tt]he\s+)?(?:(?:Vice|Deputy|Lord|Past|Former)[\s-]+)*(?:Leader|Chair(?:man|woman|person)?|Mayor|Provost|Convener|Clerk|Head"
    r"|Director|Secretary|Officer|Member|President)"
)


def subject(heads: str) -> str:
    """A pattern for a subject of the narrative whose head is one of `heads`: "The elected Members present"."""
    together = "" if heads == ALONE else rf"(?!{OF_ONE}\s+of\b)"
    return (
        rf"(?!{NO_NAME}\s){together}(?:(?:[Tt]he|[Tt]his|[Aa]ll|[Bb]oth)\s+)?(?:elected\s+|[Pp]arish\s+"
        rf"|other\s+|(?:(?:overview\s+and\s+)?scrutiny|planning|licensing|audit|select|joint|full)\s+)?{_NAME}{heads}\b(?!')(?!\s+(?:Chair|[Oo]fficer))(?:\s+for\s+(?:[A-Z][\w'&]*,?\s+|and\s+"
        rf"|the\s+){{1,9}}|\s+of\s+(?:the\s+)?(?:[A-Z][\w'&-]*\s+){{1,4}})?(?:\s*\([^()\n]{{1,60}}\))?(?:\s"
        rf"+present)?"
    )


ADVERB = (
    r"(?:also|then|further|unanimously|formally|hereby|therefore|accordingly|subsequently|duly|now"
    r"|all|both|again|fully|warmly|gratefully"
    r"|strongly|each|jointly|thereby|thereafter|nevertheless|provisionally|otherwise|in turn)"
)
PREAMBLE = re.compile(
    r"^(?:that,?\s+)?(?:after|having|following|subject to|in (?:the )?light of|further to|pursuant to"
    r"|in accordance with|in terms of"
    r"|for the reasons|with (?:regard|reference|respect) to|in respect of|in relation to|in particular|in principle"
    r"|on the (?:recommendation|advice|proposal|motion) of|upon|in view of|in order to"
    r"|with immediate effect|under|due to"
    r"|by .{2,40} votes|on being put to the vote"
    r"|for (?:matters|cases|those|any|all)|in the event (?:that|of)|in order that|where|when|once|if|should"
    r"|as\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:member|leader|mayor|holder|director|officer|commissioner)"
    r"|unless|provided|given|with effect from|from time to time|as (?:a|an|the) (?:result|consequence)|in addition"
    r"|for the avoidance of doubt)\b[^:;]{0,260}?,\s+(?=\S)",
    re.I | re.S,
)
# "Welcomes the Council's commitment", "Note the Members appointed" begin with a verb, and not with a name.
NO_VERB = rf"(?!(?i:(?:{forms('base', 'third')})\s+(?:the|that|to|this|these|all|an?|its|our|their|any|members?))\b)"
# "That the NPA record its thanks": a body under the letters that it is known by.
LETTERS = rf"(?<=[Tt]hat )the\s+[A-Z]{{3,6}}(?=\s+(?:{forms('base', 'third')})\s+(?:its|the|that|their|an?)\b)"
START = re.compile(
    rf"^(?:[\"'(]*)(?:and\s+|also\s+)?(?:[Tt]hat,?\s+|THAT\s+|[Tt]o\s+|TO\s+)?(?:(?P<subject>{NO_VERB}{SUBJECT}|{LETTERS})\s*:?\s*-?\s*(?:,\s*(?:(?:having|after|following|upon)\s[^.;:]{{3,200}}?,\s+)?)?)?"
    rf"(?:(?:[Ss]hould|shall|will|would|could|can|must|[Dd]o|[Dd]oes|[Dd]id|has|have)\s+)?(?P<not>(?:[Nn]ot|[Nn]o\s+longer"
    rf"|[Nn]ever|[Cc]annot|(?:is|are|was|were)\s+(?:unable|unwilling|not\s+[a-z]+)(?=\s+to\b))\s+)?(?:(?:{ADVERB}"
    rf"|(?:[Cc]onsidered|CONSIDERED|[Ss]crutinised|[Ee]xamined|[Dd]ebated)(?:\s+[^.;:]{{1,160}}?)?\s+and,?(?=\s+(?i:{forms('past')})\b)|(?:[Rr]eceived|RECEIVED|[Rr]eviewed|REVIEWED)\s+and"
    rf"|[Dd]iscussed\s+and)\s+){{0,2}}(?:to\s+)?",
    re.S,
)
# What somebody does for a body: "Clerk to chase this up".
TASK = (
    r"(?:contact|write|e-?mail|ask|check|chase|report|enquire|inquire|investigate|obtain|arrange|send"
    r"|circulate|follow\s+(?:this\s+)?up|look\s+(?:into|at)|liaise|speak|remind|draft|prepare|order"
    r"|raise|confirm"
    r"|advise|notify|inform|respond|reply|submit|provide|forward|pass|enlist|collect|produce|update"
    r"|publish|put|place|get|find\s+out|make\s+(?:contact|enquiries|arrangements)|bring|purchase"
    r"|invite|monitor|review"
    r"|research|seek|complete|apply|book|organi[sz]e|convey|add|draw\s+up|action|talk|share|supply"
    r"|issue|call|phone|ring|request|take\s+(?:this|it)\s+up|carry\s+out|meet\s+with|give\s+feedback"
    r"|pursue|instigate|endeavour\s+to|consult|explore|inspect|advertise|visit|escalate|instruct|deliver|liase|come\s+back|approach|clarify"
    r"|sign|attend|represent|present(?=\s+(?:an?|the|their)\b))"
)
# Verbs of what somebody is and not of what he does, and those by which an agenda announces business: with an owner and
# "to" before it, any other verb gives him a task.
NO_TASK = (
    r"(?:be|have(?!\s+(?:the|an?|this|it|them)\s)|not|never|(?:ask|invite|remind|advise)\s+(?:all\s+)?(?:[Mm]embers|[Cc]ouncillors|those|everyone|anyone)|move\s+the|second|like|love|prefer|need|want|wish|hope|remain|become|know|retire|resign|leave|feel|appear|seem|mean"
    r"|cost|benefit|lose|miss|welcome|receive|note|consider|declare|open|close|approve|adopt|accept|elect|appoint|resolve"
    r"|chair|preside|introduce|present|determine|take\s+(?:the\s+chair|over|place|effect)|vote|abstain|stand|the|an?|it|this|their|his|her"
    r"|meetings?|training|hearings?|(?:any|every|no|some)thing|begin|start|hold\s+office|defer|withdraw|address|sit|join|only|help|enable|include|allow|ensure|which|whom|whose|agree|agreeing)"
)
DO = rf"(?!{NO_TASK}\b)(?:[a-z]-)?[a-z]{{2,}}+(?:-[a-z]++)?"
# What is supplied to a body afterwards: by officers in the reported speech of scrutiny only this is a task.
SUPPLY = (
    r"(?:circulate|provide|supply|send|share|forward|e-?mail|distribute|report\s+back|bring\s+(?:back|forward|an?|the)"
    r"|come\s+back|arrange|follow\s+(?:this\s+|it\s+)?up|respond\s+(?:in\s+writing|to\s+(?:the|members))|investigate"
    r"|look\s+into|write\s+to|feed\s+back|liaise|contact)"
)
# "Clerk to write to the landowner": an owner with a task. Not what a body itself shall do.
OWNER_TO = re.compile(
    r"^(?:[\"'(]*)(?:(?:and\s+)?[Tt]hat\s+)?(?:[Tt]he\s+)?(?P<owner>(?:[A-Z][\w'&.-]*|and|of|for"
    r"|the)(?:\s+(?:[A-Z][\w'&.-]*|and|&|of|for|the)){0,8}"
    r"|officers|clerk|members|councillors)(?:\s+(?:and|/)\s+(?:the\s+)?[Rr]esponsible\s+[Ff]inancial\s+[Oo]fficer)?"
    rf"\s+(?:(?:(?:(?:is|are)\s+)?to|should|will|would|shall)\s+(?!be\b|note\b"
    rf"|the\b)(?:[a-z]+)|{TASK}s?\b(?!\s+be\b))",
    re.S,
)


def is_subject(text: str) -> bool:
    """Is it nobody's act yet, only who acts: "That the Committee", "Cabinet:-"?"""
    words = text.strip(" \n:-")
    if words.lower() in ("that", "to"):
        return True
    if preamble := PREAMBLE.match(words):
        words = words[preamble.end() :]  # "That, subject to the correction above, Cabinet"
    start = START.match(f"{words} ")
    return bool(start and start.group("subject") and start.end() >= len(words))


def is_present(text: str) -> bool:
    """ "Members continue to support …": a clause in the present, as one resolves it and does not tell it."""
    start = START.match(text)
    if not start or not start.group("subject") or len(text) > 900:
        return False
    word = re.match(r"[a-z]+", text[start.end() :])
    found = by_form().get(word.group()) if word else None
    return found is not None and found[1] in ("base", "third")
