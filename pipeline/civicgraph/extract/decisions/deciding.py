"""Which action a verb is where it stands: what it acts on, and who is to do it.

To authorise a post or person "to …" is to delegate; to authorise a thing is to approve it. A report to come to a
later meeting is scheduled, one that is to be supplied is requested.
"""

from __future__ import annotations

import re

from civicgraph.extract.decisions.verbs import by_form
from civicgraph.extract.names.bare import body_at
from civicgraph.extract.names.posts import find_posts
from civicgraph.model import Action
from civicgraph.values.honorifics import MEMBER_S, TITLE_S
from civicgraph.values.names import is_given_name
from civicgraph.values.people import find_people

REPORTS = re.compile(
    r"\b(?:reports?|updates?|briefings?|papers?|information|details|data|presentations?|seminars?"
    r"|training|responses?|repl(?:y|ies)|letters?"
    r"|copy|copies|figures|statistics|feedback|notes?)\b",
    re.I,
)
LATER = re.compile(
    r"\b(?:(?:next|future|later|subsequent|forthcoming|following|special|additional|first)\s+(?:\w+\s+){0,3}meetings?"
    r"|work(?:ing)? (?:programme|plan)|forward (?:plan|planner|work programme)|agenda)\b",
    re.I,
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
MEETING = re.compile(rf"\bmeetings?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}", re.I)
# "approves the award under delegated powers" uses them and gives none.
DELEGATED = re.compile(
    r"\b(?<!under )(?<!reference )(?<!references )(?<!using )(?<!within )(?<!exercise of )(?<!through )(?<!with )"
    r"(?:delegat\w+\s+(?:authority|powers?|responsibility|decisions?|approval)"
    r"|authority\s+(?:be|is|was|to be)\s+(?:delegated|given|granted)|be\s+(?:given"
    r"|granted)\s+(?:delegated\s+)?(?:authority|powers?))\b",
    re.I,
)
PUBLIC = re.compile(
    r"\b(?:exclu\w+\s+(?:of\s+)?(?:the\s+)?(?:press|public)|(?:press|public)\b.{0,30}\b(?:be|are|is|were"
    r"|was)\s+(?:now\s+)?(?:excluded|asked to (?:leave|withdraw)|requested to (?:leave|withdraw))"
    r"|\bwith\s+the\s+(?:press|public)\b[^.;]{0,20}\sexcluded"
    # "the following business be taken in confidence"
    r"|\bbe\s+(?:taken|considered|dealt\s+with|discussed|heard|transacted)\s+[\"']?in\s+(?:confidence|private|camera|closed\s+session"
    r"|(?:the\s+)?confidential\s+(?:session|business|part))\b"
    # "move 'in committee'", "resolve itself into private session"
    r"|\b(?:move[sd]?|go(?:es)?|went|resolve[sd]?\s+itself|sits?|sat|continued?)\s+(?:now\s+)?[\"']?"
    r"in(?:to)?\s+(?:committee|private|camera|(?:a\s+)?(?:closed|confidential|private)\s+(?:session|meeting|business)))\b",
    re.I,
)
AUTHORISING = frozenset(("authorise", "authorize", "empower", "delegate", "mandate"))
BY_AGENT = re.compile(r"\s+by\s+[^,;.]{3,60}")  # "(the works be carried out) by the Director"
NEXT_THAT = re.compile(
    r"(?:;|,?\s+and)\s+that\b|;\s|,?\s+and\s+(?:to\s+)?(?=(?:delegate[sd]?|give|gave|grant(?:ed)?)\s+(?:authority|powers?|responsib))"
)
# "refer to the work in the report" only speaks of it.
SPEAKS_OF = re.compile(
    r"\s+to\s+(?:the\s+|this\s+|an?\s+)?[a-z]+\b(?!.{0,60}\b(?:committee|council|cabinet|board|panel|group|officers?|department|team"
    r"|forum|executive|authority|clerk|director|police|meeting|service|ombudsman|tribunal)\b)",
    re.I,
)
AS_OFFICE = re.compile(r"\s+(?:as|to\s+(?:be|represent|serve))\b")
OPPORTUNITIES = re.compile(r"\s+(?:\w+\s+){0,2}(?:opportunit(?:y|ies)|ways|means|funding|grants)\b", re.I)
PASSIVE = frozenset(("be", "is", "are", "was", "were"))
HOLDERS = re.compile(
    rf"\b(?:[Oo]fficers?|[Cc]lerk|members|[Cc]hair(?:man)?|{MEMBER_S}|Department|Directorate|Directors|Heads|Managers"
    r"|Team|Services?|Police|Highways|Solicitors?|[A-Z]{2,5})\b"
)
PAST_TO = re.compile(r"\s*(?:,[^,]{0,200},\s*)?to\s+[a-z]")
HOLDER_TO = re.compile(r".{3,250}?\bto\s+[a-z]", re.S)
# Verbs of moving papers.
MOVED = frozenset(
    "brought submitted presented reported considered included added adds placed put scheduled tabled disc"
    "ussed bring add include".split()
)
TALKED_OF = frozenset(("discussed", "considered"))  # "business on the agenda will be discussed" is no other day's
UPON = re.compile(
    r"\b(?:emphasis|orders?|advert\w*|notices?|restrictions?|reliance|limits?)\b", re.I
)  # (be placed) on …
ADDED = frozenset("add adds added".split())
BROUGHT = frozenset("brought submitted presented reported tabled".split())
SUPPLIED = frozenset("circulated shared provided supplied distributed prepared produced given sent".split())
# "(the report would be) brought forward from May to 4 March"
BROUGHT_FORWARD = re.compile(
    rf"(?:brought|moved|put)\s+(?:forward|back)\s+(?:from\s+[^.;]{{3,40}}?\s+)?to\s+[^.;]{{0,20}}?{MONTH}"
)
_SOMEBODY = rf"(?:{TITLE_S}\s+)?[A-Z][\w.'-]*+(?:\s++[A-Z][\w.'-]*+){{0,3}}\s*"
IN_PLACE_OF = re.compile(
    rf"(?:[A-Z][\w& ,'-]{{3,60}}?(?:\s-\s|:\s))?(?:[Tt]hat\s+)?({_SOMEBODY})"
    rf"(?:(?:(?:is|are|should|will)\s+)?(?:to\s+)?(?:replace|succeed)s?|be\s+replaced\s+by)\s+({_SOMEBODY})"
)
# "Cllr Lee, currently Vice-Chair, would become interim Chair", "that Ann Boyd act as Clerk until June"
TAKES_OFFICE = re.compile(
    rf"(?:[Tt]hat\s+)?({_SOMEBODY})(?:,[^,;.]{{3,60}},\s+)?(?:(?:would|will|shall|should|to)\s+)?(?:be|become|act\s+as|serve\s+as)\s+"
    r"(?:the\s+|its\s+|our\s+)?(?:(?:interim|acting|temporary|new|[Pp]arish|[Tt]own)\s+){0,2}(?:[Vv]ice-?\s?|[Dd]eputy\s)?"
    r"(?:[Cc]hair(?:man|woman|person)?|[Cc]onvenor|[Cc]onvener|[Mm]ayor|[Pp]rovost|[Cc]lerk|[Tt]reasurer|[Ss]ecretary|[Ll]eader)\b"
    rf"|(?:[Tt]hat\s+)?({_SOMEBODY})(?:(?:would|will|shall|should|to)\s+)?[Cc]hair\s+(?:the|this)\s+(?:meeting|hearing|[Ss]ub-?[Cc]ommittee|[Pp]anel)\W*$"
)
FOUNDING = re.compile(
    r"\s+(?:to\s+)?(?:the\s+)?(?:formation|establishment|creation|setting[- ]up)\s+of\s+[^.;]{0,100}?", re.I
)
FOUNDED = frozenset(("set up", "create", "created", "form", "formed", "establish", "established", "sets up"))
BODIES = re.compile(
    r"\b(?:groups?|panels?|committees?|sub-?committees?|boards?|forums?|part(?:y|ies)|partnerships?"
    r"|funds?|commissions?|posts?|trusts?|compan(?:y|ies)|reserves?|programmes?|schemes?|teams?"
    r"|services?|network|register)\b",
    re.I,
)
# A report that is yet to be written: to receive it is to ask for it.
TO_COME = re.compile(
    r"^\s+(?:an?|any|further|regular|quarterly|annual|progress)\s+(?:[a-z-]+\s+){0,3}?(?:reports?|updates?|briefings?)\b",
    re.I,
)
# What says where a thing is to be found: "the plan (in paragraph 12 of the report)", "the fees, set out in Annex 1,".
BESIDE = re.compile(
    r"\([^()]*\)|,\s+(?:as\s+)?(?:attached|set\s+out|appended|outlined|detailed|contained|shown|presented)\b[^,]*,?"
    r"|\b(?:in|to|of|with)\s+(?:the|this)\s+(?:report|paper)s?\b",
    re.I,
)
# The same after another word: "that a further report be submitted to the Cabinet in May".
YET_TO_COME = re.compile(
    r"\b(?:an?|any|another|further|regular|quarterly|monthly|six-monthly)\s+(?:[\w-]+\s+){0,4}?(?:reports?|updates?|papers?|briefings?"
    r"|presentations?|business\s+case|proposals?)\b[^.;:]{0,120}$",
    re.I,
)
PASSED_TO = re.compile(
    r"(?:submitted|presented|reported)(?:\s+(?:on|back|up))?\s+to\s+(?:the\s+(?:\w+\s+)?council's\s+)?", re.I
)
# "that a recommendation be made to the Council that …", "to make the following recommendations to the Cabinet"
RECOMMENDATION = re.compile(r"\brecommendations?(?:\s+(?:should|to))?(?:\s+be)?\s*$", re.I)
RECOMMENDATIONS_TO = re.compile(r"\s+(?:\w+\s+){0,2}recommendations?\s+to\b", re.I)
APPOINTMENTS = re.compile(r"\bfollowing\s+(?:\w+\s+){0,2}(?:appointments?|nominations?)(?:\s+be)?\s*$", re.I)
# "agreed the appointment of Councillor Lee as Chair": that of somebody by name, and of no consultants
NAMED_TO = re.compile(r"\bappointment\s+of\s+(?P<who>[A-Z][^,;.]{2,60}?)\s+(?:as|to)\s")
AGREEING = ("agree", "approve", "confirm", "ratif")
THANKS = re.compile(r"\b(?:thanks|gratitude|congratulations|condolences|appreciation|best\s+wishes|sympathy)\b", re.I)
THANKED = frozenset("accorded conveyed expressed extended given offered passed sent tendered".split())
LETTER = re.compile(r"\bletters?\b", re.I)
CHARGES = re.compile(r"\b(?:fees?|charges?|prices?|rents?|limits?|allowances?|precept|rates?|tax|lev(?:y|ies))\b", re.I)
# A matter that is put off is continued in Scotland: "be continued to the meeting in June", "continue consideration".
PUT_OFF = re.compile(
    r"\bcontinu(?:es?|ed)\s+(?:[^.;]{0,120}?\s)?(?:to|until|pending|for)\s+(?:the\s+|an?\s+|its\s+)?(?:[\w'-]+\s+){0,4}?"
    r"(?:meetings?|report|site\s+visit|information)\b|\bcontinu(?:es?|ed)\s+(?:further\s+)?consideration\b",
    re.I,
)
MATTER = re.compile(r"\b(?:consideration|determination|matter|item|application|motion)\b[^.;]{0,80}$", re.I)
# What is added to a paper and to no agenda: "that a section be added to the report".
WORDS_OF = re.compile(
    r"\b(?:an?|the|another|further|new)\s+(?:\w+\s+){0,2}?(?:sections?|paragraphs?|sentences?|words?|wording|clauses?|conditions?|informatives?"
    r"|references?|footnotes?|bullet(?:\s+points?)?|columns?)\b[^.;]{0,80}$",
    re.I,
)
# A bus gate is removed and a boiler replaced; an entry, a condition, a decision, a policy is amended so.
REMOVING = frozenset("remove removed removes replace replaced replaces withdraw withdrawn withdraws withdrew".split())
OF_PAPERS = re.compile(
    r"\b(?:items?|entr(?:y|ies)|paragraphs?|sections?|clauses?|conditions?|recommendations?|points?|sentences?|words?|wording|text"
    r"|figures?|references?|names?|actions?|risks?|resolutions?|decisions?|minutes?|motions?|amendments?|polic(?:y|ies)|plans?|strategy"
    r"|strategies|schemes?|programmes?|registers?|lists?|logs?|trackers?|schedules?|agenda|constitution|standing\s+orders|rules"
    r"|terms|objections?|protocols?|procedures?|report|appendi(?:x|ces)|tables?|orders?|limits?|restrictions?)\b|\"",
    re.I,
)
# "(That the Board be advised) that this Panel has no comments": it is told how things are, and not what to do.
IS_SO = re.compile(r"\s+(?:of\b|that\s+(?:this|the|it|no)\b(?![^.;]{0,300}?\b(?:be|should|must|ought|needs?)\b))")
HELD = frozenset("hold holds held arrange arranged".split())


def action_of(clause: str, found: re.Match[str], group: str = "verb") -> tuple[Action, str]:
    """Action and lemma of the verb that `found` has in `group`, by what stands around it."""
    verb = by_form()[" ".join(found.group(group).lower().split())][0]
    rest = clause[found.end(group) : found.end(group) + 400]
    around = clause[max(0, found.start() - 160) : found.end() + 200]
    passive = found.group().lower().split()[0] in PASSIVE
    if PUBLIC.search(around) and verb.lemma in ("exclude", "agree", "approve", "request", "ask", "resolve"):
        return "exclude", "exclude"
    if verb.lemma in AUTHORISING:
        if verb.lemma == "delegate" or DELEGATED.search(around):
            return "delegate", "delegate"
        holder = clause[: found.start()][-160:] if passive else re.split(r"\bto\b", rest, maxsplit=1)[0]
        if (PAST_TO if passive else HOLDER_TO).match(rest) and names_holder(holder):
            return "delegate", "authorise"
        return "approve", "authorise"
    if verb.action == "approve" and DELEGATED.search(NEXT_THAT.split(around, maxsplit=1)[0]):
        return "delegate", "delegate"
    if verb.action == "approve" and (founding := FOUNDING.match(rest)) and BODIES.search(rest, founding.end()):
        return "establish", "establish"
    if verb.lemma == "seek" and (re.match(r"\s+to\s+[a-z]", rest) or OPPORTUNITIES.match(rest)):
        return "undertake", "seek"
    if verb.lemma == "select" and AS_OFFICE.match(rest):
        return "appoint", "select"
    if (
        verb.lemma == "refer"
        and not passive
        and re.match(r"\s+to\s+(?:the\s+|this\s+|an?\s+)?[a-z]", rest)
        and SPEAKS_OF.match(rest)
    ):
        return "approve", "refer"
    if verb.lemma == "pass" and re.match(r"\s+to\b", rest) and not THANKS.search(clause[: found.start()]):
        return "refer", "refer"
    if verb.lemma == "advise" and passive and IS_SO.match(rest):
        return "refer", "advise"
    if verb.lemma == "make" and RECOMMENDATIONS_TO.match(rest):
        return "recommend", "recommend"
    if verb.lemma == "receive" and TO_COME.match(rest):
        return ("schedule" if LATER.search(rest) else "request"), verb.lemma
    action = action_by_things(clause, found.group(group), verb.action, start=found.start())
    agent = BY_AGENT.match(rest) if action == "undertake" and found.group().lower().startswith("be ") else None
    return ("request" if agent and names_holder(agent.group()) else action), verb.lemma


def is_replaced(clause: str, at: int) -> bool:
    """Is a person put in another's place or an office, from offset `at` on: "Cllr Lee to replace Cllr Boyd on the
    panel", "that Ann Lee be replaced by Bob Boyd", "Cllr Lee would become Chair"?"""
    if takes := TAKES_OFFICE.match(clause, at):
        who = takes[1] or takes[2]
        return _is_somebody(who)
    found = IN_PLACE_OF.match(clause, at)
    return found is not None and all(map(_is_somebody, found.groups()))


def _is_somebody(name: str) -> bool:
    return bool(find_people(name)) or is_given_name(name.split()[0])


def names_holder(words: str) -> bool:
    """Do the words name somebody who can be told to do a thing?"""
    return bool(HOLDERS.search(words)) or next(find_posts(words), None) is not None or bool(find_people(words))


def action_by_things(clause: str, form: str, action: Action, start: int | None = None) -> Action:
    """The action of a verb of moving papers or holding meetings by what is moved; of any other verb, `action`."""
    form = form.lower()
    things = clause[:start] if start else clause
    if form in HELD:
        return "schedule" if MEETING.search(clause) else "approve"
    if form == "made" and RECOMMENDATION.search(things):
        return "recommend"
    if form in ("made", "agreed", "approved", "confirmed") and APPOINTMENTS.search(things):
        return "appoint"
    if form.startswith(AGREEING) and (named := NAMED_TO.search(clause)) and _is_somebody(named["who"]):
        return "appoint"
    if form in THANKED and THANKS.search(things) and not (form == "sent" and LETTER.search(things)):
        return "note"
    if form == "raised" and CHARGES.search(things):
        return "approve"
    if form.startswith("continu") and (PUT_OFF.search(clause, start or 0) or MATTER.search(things)):
        return "defer"
    if form.startswith("suspend"):
        return "defer" if re.search(r"\bmeeting\b", things, re.I) else "approve"
    if form in FOUNDED and not BODIES.search(clause):
        return "approve"
    if form in REMOVING and not OF_PAPERS.search(clause):
        return "approve"
    if form in ("added", "add", "included", "inserted") and WORDS_OF.search(things or clause):
        return "amend"
    if form in MOVED or form in ("reported back", "reported to"):
        at = clause.lower().find(form) if start is None else start
        on_agenda = form in TALKED_OF
        if BROUGHT_FORWARD.search(clause, at, at + 160):
            return "schedule"
        if any(not on_agenda or m.start() > at or m.group().lower() != "agenda" for m in LATER.finditer(clause)):
            return "schedule"
        if form == "placed" and UPON.search(things):
            return "approve"
        if _passes_on(clause[:at], clause[at:]):
            return "refer"
        if form in ADDED:
            return "amend"  # "add a condition to the licence"
        if form.split()[0] in BROUGHT and REPORTS.search(BESIDE.sub(" ", things)):
            return "request"
    if form in SUPPLIED and REPORTS.search(things):
        return "undertake" if LETTER.search(things) else "request"
    return action


def _passes_on(things: str, rest: str) -> bool:
    """Does what is written already go to another body: "(that the annual report be) submitted to the Council"?"""
    to = next((found for found in PASSED_TO.finditer(rest) if found.start() < 12), None)
    if to is None or rest.startswith("this ", to.end()):
        return False  # "be reported to this Panel" comes to those who ask for it
    return not YET_TO_COME.search(things) and body_at(rest, to.end(), 0) is not None
