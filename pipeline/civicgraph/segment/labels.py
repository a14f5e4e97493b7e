"""The label over a list of names: which words it may have, where it ends, and what it says of those below."""

from __future__ import annotations

import re

from civicgraph.model import AttendanceStatus, AttendeeKind
from civicgraph.values.honorifics import MEMBER_S, TITLE_S
from civicgraph.values.names import is_given_name

STATE = frozenset(
    """present presents attendance attending attended attendees apologies apology absent absence absences absentees
    substitute substitutes substituting substitution substitutions deputies invitation invitees remotely virtually
    presiding sederunt taker""".split()
)
# "Apologies were received from Mr Lee" is a sentence, "substituting for Cllr Lee" a footnote.
VERBS = frozenset(("were", "was", "are", "received", "substituting", "attending", "attended"))
CHAIR = frozenset(("in", "chair"))  # "In the Chair:" says who was present too
MEMBERS = (
    "officio member members councillor councillors cllr cllrs chair chairman chairperson mayor aldermen bailies bearers"
)
OFFICERS = "officer officers employee employees official officials staff clerk rfo executive directors"
CO_OPTED = "opted optees optee coopted representatives governors independent persons"
OTHERS = """guests guest visitors visitor observers observer public press partners speakers witnesses others media
    advisers advisors invited externals bodies agencies organisations residents parishioners"""
WHO: dict[str, AttendeeKind] = {
    **dict.fromkeys(MEMBERS.split(), "councillor"),
    **dict.fromkeys(OFFICERS.split(), "officer"),
    **dict.fromkeys(CO_OPTED.split(), "co-opted"),
    **dict.fromkeys(OTHERS.split(), "other"),
}
# With these words "representatives" are not the church's or the parents': "Representatives from Other Bodies".
OUTSIDE = frozenset(("bodies", "agencies", "organisations", "partners"))
FILLER = frozenset(
    """and the of by for from as other also in at with to were was are not on or voting non cabinet shadow deputy vice
    lead elected ward council county borough district city town parish community senior support supporting committee
    board panel scrutiny co church religious parent teacher external portfolio holder holders received no via zoom teams
    online virtual remote those additional lay political group leaders who only all following without visiting notice
    reason leave office person cc ex minute note membership""".split()
)
VISITING = frozenset(("observers", "visitors", "visiting"))
# Where a label names several, the first of these: "Co-opted Members" are co-opted.
ORDER: tuple[AttendeeKind, ...] = ("co-opted", "officer", "other", "councillor")
# What Welsh minutes say for these words.
WELSH = {
    "presennol": "present", "presenoldeb": "attendance", "bresennol": "present",
    "ymddiheuriad": "apology", "ymddiheuriadau": "apologies",
    "absennol": "absent", "absenoldeb": "absence", "cynghorydd": "councillor", "cynghorwyr": "councillors",
    "aelod": "member", "aelodau": "members", "cadeirydd": "chair", "swyddog": "officer", "swyddogion": "officers",
    "clerc": "clerk", "cyhoedd": "public", "cyng": "councillor",
    "yn": "in", "a": "and", "am": "for", "gan": "by", "y": "the",
    "yr": "the",
    "hefyd": "also", "mynychu": "attending", "efo": "with", "gydag": "with", "heb": "without", "cadeirio": "chair",
    "inattendance": "attendance",
}  # fmt: skip
# And what Irish and Gaelic ones do.
GAELIC = {
    "i": "in", "an": "the", "ag": "at", "agus": "and", "le": "with", "ina": "also", "freisin": "also",
    "láthair": "present", "làthair": "present", "lathair": "present", "tinreamh": "attendance",
    "leithscéal": "apology", "leithscéalta": "apologies", "leisgeul": "apology", "leisgeulan": "apologies",
    "cathaoirleach": "chair", "neach": "person", "baill": "members", "buill": "members",
    "comhairleoir": "councillor", "comhairleoirí": "councillors", "comhairlichean": "councillors",
    "oifigigh": "officers", "oifigich": "officers", "feidhmeannaigh": "officers",
}  # fmt: skip
OTHER_TONGUES = WELSH | GAELIC
KNOWN = STATE | WHO.keys() | FILLER | OTHER_TONGUES.keys()
LONGEST = 90  # characters of a label
PART = re.compile(r"\s{0,60}+(?:(?P<word>[^\W\d_]+)(?:'s\b|['-])?|(?P<aside>\([^()\n]{0,60}\))|[/&,])")
END = re.compile(r"[ \t]*(?:[:;\u2026][-\s]*|\.{3,}\s*|-(?=\s|$)|\s-+\s|\n|$)|[ \t]{2,}(?=\S)")
SLASH = re.compile(r"\s/\Z")  # a cell of a table, as some converters write it: "Members present / Ann Lee, Bob Shah"
TITLE = re.compile(
    rf"\s{{0,60}}+(?:(?:the\s)?(?:(?:right\s)?worshipful\s)?(?:the\s)?(?:(?:vice|deputy|depute)[\s-])?"
    rf"(?:(?:lord\s)?mayor|provost|chair(?:man|woman|person)?|convenor|convener),?\s{{1,3}}\(?)?{TITLE_S}\b\.?",
    re.I,
)
# "Present J Ames (Chair), P Bird", "Present Ann Lee (Chair)"
INITIALLED = re.compile(
    r"\s(?:(?:[A-Z]\.?\s?){1,3}[A-Z][a-z'-]+(?:,|\s*\(|\s+[A-Z])|(?P<given>[A-Z][a-z]+)\s[A-Z][a-z'-]+(?:,|\s*\())"
)
# Whose members: "ACC Members Present:", "Barset Council Officers in attendance:".
OF_THEIRS = re.compile(
    r"\s{0,60}(?:[A-Z][\w'-]{1,20}(?: (?:and|&|of))? ){1,4}?"
    rf"(?=(?:Members?|Officers?|Representatives?|{MEMBER_S})\b)"
)
APART = re.compile(r"\b[A-Za-z](?: [A-Za-z]){5,11}\b(?= ?:)")
# "With Cllr Ames in the chair there were present Cllrs:", "At a meeting held on 4 May the following were present: A"
OPENS = re.compile(
    r"(?:(?!\b(?:no(?!\.)|public)\b).){0,260}?\b(?:was|were) (?:also )?"
    r"(?P<state>(?:present|in attendance)(?: (?:the following )?[A-Za-z]{4,11})?)"
    r"[ ]{0,12}:(?=[\s-]*$|[\s-]+[A-Z])",
    re.I,
)
# "Present in the Council Chamber:", "Attending under Standing Order 12:-": where and how, up to the colon.
WHERE = re.compile(
    r"\s(?:in|at|by|for|from|under|via|on|as|with|during|until|representing)\s[^:;.,\n]{2,60}:(?=[\s-]|$)", re.I
)


def joined(line: str) -> str:
    """The line, as long as it was, with the letters of a label together that stand apart: "P r e s e n t:"."""
    return APART.sub(lambda found: found.group().replace(" ", "").ljust(len(found.group())), line)


def label_of(line: str) -> tuple[int, set[str]] | None:
    """(length of the label, its words) where a line opens with one: "Apologies: Councillor J Clifford" → 9.

    A label ends at a colon, a dash, a wide space or the end of the line, or before a title: "Present Cllrs Lee, Shah".
    """
    line = joined(line)
    if opens := OPENS.match(line):
        return opens.end(), words_of(opens["state"])
    words: list[tuple[str, int, int]] = []
    at = len(line) - len(line.lstrip())
    begin = at
    while (part := PART.match(line, at)) and part.end() - begin <= LONGEST and len(words) < 15:
        word = (part["word"] or "").lower()
        if part["word"] == "A" and words:
            break  # "Present Councillors A Lee": an initial, and no Welsh "and"
        if "\n" in line[at : part.start("word") if word else part.end()] and END.match(line, at) and word:
            break
        if (word and word not in KNOWN) or (word == "mayor" and not line[part.end() :].lstrip().startswith(":")):
            break  # "Mayor: Cllr Lee" is a label, "The Mayor (Cllr Lee) in the chair" is none
        at = part.end()
        words += [(word, part.start("word"), at)] if word else []
    if not words:
        theirs = OF_THEIRS.match(line)
        found = label_of(line[theirs.end() :]) if theirs else None
        sure = theirs and found and found[1] & STATE and line[theirs.end() + found[0] :].lstrip().startswith(":")
        return (theirs.end() + found[0], found[1]) if theirs and found and sure else None
    known = {OTHER_TONGUES.get(word, word) for word, _, _ in words}
    if not known & (STATE | WHO.keys()) and known != {"shadow", "cabinet"}:
        return None
    if END.match(line, at) or SLASH.search(line, begin, at) and line[at : at + 1] == " ":
        return at, known
    state = next((n for n, (word, _, _) in enumerate(words) if OTHER_TONGUES.get(word, word) in STATE), None)
    if state is not None and not known & VERBS - {"attending"} and (where := WHERE.match(line, words[state][2])):
        return where.end() - 1, known
    return _before_title(line, words)


def _before_title(line: str, words: list[tuple[str, int, int]]) -> tuple[int, set[str]] | None:
    """The label of "Present Councillors A Lee and B Shah": what stands before the title, where it tells a state."""
    while words and (words[-1][0] == "the" or TITLE.fullmatch(line[words[-1][1] : words[-1][2]])):
        words.pop()
    if not words:
        return None
    after = TITLE.match(line, words[-1][2])
    known = {OTHER_TONGUES.get(word, word) for word, _, _ in words}
    if not known & STATE or known & VERBS and known != {"attending"}:
        return None
    if after is None:
        named = INITIALLED.match(line, words[-1][2])
        return (words[-1][2], known) if named and (not named["given"] or is_given_name(named["given"])) else None
    if not re.match(r"\s*[A-Z]", line[after.end() :]) or not line[after.start() : after.end()].strip()[:1].isupper():
        return None
    return words[-1][2], known


def words_of(text: str) -> set[str]:
    return {OTHER_TONGUES.get(word, word) for word in re.findall(r"[^\W\d_]+", text.lower())}


def status_in(words: set[str]) -> AttendanceStatus | None:
    if "present" in words and words & {"apologies", "apology"}:
        return "present"  # "1. Present and apologies for absence:" over both
    if words & {"apologies", "apology"} and "without" not in words:
        return "apologies"
    if "without" in words or words & {"absent", "absence", "absences", "absentees"} or {"not", "present"} <= words:
        return "absent"
    return "present" if words & STATE or words >= CHAIR else None


def kind_in(words: set[str], before: AttendeeKind | None) -> AttendeeKind | None:
    if "non" in words and not words & {"voting", "also"}:
        words = words - {"members", "member"}  # "Non-members in attendance"
    if {"non", "also"} <= words and words & {"member", "members"}:
        return "councillor"  # "Non-Members also present": councillors who do not sit on this committee
    if words & {"members", "member", "councillors", "cllrs"}:
        words = words - {"executive"}  # "Executive Members", "Executive Board Members" are councillors
    kinds = {WHO[w] for w in words & WHO.keys()}
    if words & OUTSIDE:
        return "other"
    if words & VISITING and words & {"councillors", "cllrs", "members"}:
        return "councillor"  # "The following Councillors were present as observers:"
    if kinds >= {"councillor", "officer"} and "and" in words:
        return "councillor"  # "Members and Officers present": the posts beside the names say who is an officer
    for kind in ORDER:
        if kind in kinds:
            return kind
    return before if not words & STATE else None
