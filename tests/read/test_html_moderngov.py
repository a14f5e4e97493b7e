"""Pages in the shapes of ModernGov and CMIS: items with their numbers, and no meeting where none is."""

from __future__ import annotations

from civicgraph.extract import extract
from civicgraph.model import Document, Findings, Part
from civicgraph.read import read_bytes
from civicgraph.segment import segment

SIZE = '<span class="mgFileSize"><img alt="pdf icon" src="p.gif"/> PDF 172 KB</span>'


def framed(title: str, subtitle: str, links: str, content: str) -> Document:
    return read_bytes(
        f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x - Modern Council</title></head><body>
        <a class="sr-only" href="#mgMainContent">Skip to main content</a><div role="main">
        <nav><ul><li>Home</li></ul></nav>
        <div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">{title}</h1></div>
        <div class="mgSubTitle"><h2 class="mgSubTitleTxt">{subtitle}</h2></div>
        <div class="mgLinks"><ul class="mgActionList">{links}</ul></div><div class="mgContent">{content}</div>
        <div class="mgFooter"><p>&nbsp;</p><script>var a;</script></div></div></div></body></html>""".encode(),
        path="p.html",
        name="p.html",
    )


def item(number: str, anchor: str, title: str, body: str) -> str:
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI{anchor}"></a>{number}</p></td><td>'
        f'<p class="mgAiTitleTxt">{title}</p>{body}</td></tr>'
    )


def said(*paragraphs: str) -> str:
    return '<div class="mgWordPara"><div class="WordSection1">' + "".join(
        f'<p class="MsoNormal"><span style="">{one}</span></p>' for one in paragraphs
    ) + "</div></div>"  # fmt: skip


LABEL = '<p class="mgSubItemTitleTxt">{}:</p>'
MEETING = framed(
    "Agenda, decisions and minutes",
    '<a href="mgCommitteeDetails.aspx?ID=142">Ayton Scrutiny Panel - Tuesday, 4th March, 2025 6.30 pm</a>',
    '<li><a href="mgMeetingAttendance.aspx?ID=1893">Attendance details</a></li>'
    f'<li><a href="documents/g1893/Printed minutes.pdf?T=1">Printed minutes {SIZE}</a></li>',
    '<p><span class="mgLabel">Venue: </span>Committee Room 2, Town Hall</p><h2 class="mgSectionTitle">Media</h2>'
    '<div id="mgMeetingMedia"></div><table class="mgItemTable"><caption class="mgSectionTitle">Items</caption>'
    '<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>'
    + item("41/24", "7001", "Apologies for Absence", LABEL.format("Minutes") + said("Apologies were received from"
                                                                                    " Councillor Joan Webb."))
    + item("42/24", "7002", f'<a class="mgAiTitleLnk" href="documents/s9/Minutes.pdf">Minutes of the Last Meeting'
                            f' {SIZE}</a>',
           said("To agree the minutes of the meeting held on 4 February 2025.")
           + LABEL.format("Minutes") + said("Agreed."))
    + item("43/24", "7003", f'<a class="mgAiTitleLnk" href="documents/s10/Parks.pdf">Parks Strategy {SIZE}</a>',
           said("To consider the draft.") + LABEL.format("Additional documents")
           + f'<ul class="mgBulletList"><li><a href="documents/s11/A.pdf">Appendix A <span class="mgHide">, item 43'
             f'</span>{SIZE}</a></li></ul>'
           + LABEL.format("Decision") + said("The Panel:", "1)<span style='font:7.0pt \"Times New Roman\"'>&nbsp; "
                                                           "</span>Noted the report;",
                                            "2)<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span>Asked the"
                                            " Head of Parks to bring the costs to the next meeting.")
           + LABEL.format("Minutes")
           + said("The Head of Parks introduced the report.", "Resolved:", "1) Noted the report;",
                  '2) Asked the Head of &nbsp;...&nbsp; <a href="mgAi.aspx?ID=7003">view the full minutes text for'
                  ' item 43/24</a>'))
    + "</table>",
)  # fmt: skip


def parts(document: Document) -> tuple[Part, ...]:
    return segment(document)


def found(document: Document) -> Findings:
    return extract(document, segment(document))


def test_the_items_of_a_meeting_are_its_rows() -> None:
    (part,) = parts(MEETING)
    assert part.kind == "minutes"
    assert [(i.number, i.title.text, i.identifier, i.truncated) for i in part.items] == [
        ("41/24", "Apologies for Absence", "AIId=7001", False),
        ("42/24", "Minutes of the Last Meeting", "AIId=7002", False),
        ("43/24", "Parks Strategy", "AIId=7003", True),
    ]
    assert part.identifier == "MId=1893"
    assert part.body and part.date and part.start and part.venue
    assert (part.body.text, part.date.text, part.start.text, part.venue.text) == (
        "Ayton Scrutiny Panel", "2025-03-04", "18:30", "Committee Room 2, Town Hall",
    )  # fmt: skip


def test_what_the_page_says_of_its_files_is_dropped() -> None:
    assert "PDF" not in MEETING.text and "Appendix A" not in MEETING.text and "Additional documents" not in MEETING.text
    assert {d.why for d in MEETING.dropped} >= {"size of a file", "papers", "navigation", "hidden"}
    head = MEETING.blocks[[b.role for b in MEETING.blocks].index("item")]
    assert (head.marker, head.place, head.kind) == ("41/24", "AI7001", "heading")


def test_a_clause_that_breaks_off_is_not_stated() -> None:
    facts = found(MEETING)
    stated = [(d.label, d.action, MEETING.quote(d.text)) for d in facts.decisions if d.item == 2]
    assert [(label, action) for label, action, _ in stated] == [("1", "note"), ("2", "request")]
    assert not any("view the full" in words for _, _, words in stated)
    assert [p.why for p in facts.problems if "whole" in p.why]
    assert [(a.person.name, a.status) for a in facts.attendance] == [("Councillor Joan Webb", "apologies")]


def test_an_agenda_without_minutes_is_an_agenda() -> None:
    document = framed(
        "Agenda", "Ayton Scrutiny Panel - Tuesday, 4th March, 2025 6.30 pm", "",
        '<table class="mgItemTable">' + item("1.", "1", "Apologies", said("To receive apologies."))
        + item("2.", "2", "Parks", "") + "</table>",
    )  # fmt: skip
    (part,) = parts(document)
    assert part.kind == "agenda"
    assert [i.number for i in part.items] == ["1", "2"]


def test_the_page_of_an_item() -> None:
    document = framed(
        "Agenda item", "Parks Strategy",
        '<li><a href="ieListDocuments.aspx?CId=142&amp;MId=1893&amp;Ver=4#AI7003">Meeting of Ayton Scrutiny Panel,'
        ' Tuesday, 4th March,'
        ' 2025 6.30 pm (Item 43.)</a></li><li><a href="mgIssueHistoryHome.aspx?IId=55">View the background to item'
        ' 43.</a></li>',
        LABEL.format("Minutes") + said("The Panel considered the report of the Head of Parks.", "RESOLVED that the"
                                                                                                " report be noted."),
    )  # fmt: skip
    (part,) = parts(document)
    assert part.kind == "item" and part.identifier == "MId=1893"
    assert [(i.number, i.title.text) for i in part.items] == [("43", "Parks Strategy")]
    assert part.body and part.body.text == "Ayton Scrutiny Panel" and part.date and part.date.text == "2025-03-04"
    assert "View the background" not in document.text
    assert [d.action for d in found(document).decisions] == ["note"]


def test_the_page_of_a_decision() -> None:
    document = framed(
        "Decision details", "Purchase of 4 Mill Lane", '<li><a href="mgIssueHistoryHome.aspx?IId=55">History</a></li>',
        '<p><span class="mgLabel">Decision Maker: </span><a href="mgCommitteeDetails.aspx?ID=9">Cabinet</a></p>'
        '<p><span class="mgLabel">Decision status: </span>Recommendations Approved</p>'
        '<p><span class="mgLabel">Is Key decision?: </span>Yes</p><h3 class="mgSubSubTitleTxt">Purpose:</h3>'
        + said("To buy the building.") + '<h3 class="mgSubSubTitleTxt">Decision:</h3>'
        + said("RESOLVED that", "(a) the purchase of 4 Mill Lane be approved; and", "(b) authority be delegated to"
                                                                                    " the Director of Place to sign"
                                                                                    " the contract.")
        + '<p><span class="mgLabel">Publication date: </span>14/03/2025</p><p><span class="mgLabel">Date of'
          ' decision: </span>11/03/2025</p>'
        '<p><span class="mgLabel">Decided at meeting: </span><a'
        ' href="ieListDocuments.aspx?CId=9&amp;MId=77">11/03/2025 - Cabinet</a></p>'
        '<p><span class="mgLabel">Effective from: </span>22/03/2025</p>',
    )  # fmt: skip
    (part,) = parts(document)
    assert part.kind == "decision-notice" and part.identifier == "MId=77"
    assert part.body and part.body.text == "Cabinet" and part.date and part.date.text == "2025-03-11"
    assert [(i.title.text, i.identifier) for i in part.items] == [("Purchase of 4 Mill Lane", "IId=55")]
    assert [(d.label, d.action) for d in found(document).decisions] == [("a", "approve"), ("b", "delegate")]


BODIES = (
    "Cabinet",
    "Audit Committee",
    "Planning Committee",
    "Licensing Sub-Committee",
    "Parks Scrutiny Panel",
    "Pension Board",
    "Council",
)
REGISTERS = {
    "structure": framed(
        "Committee structure", "", "",
        '<h2 class="mgSectionTitle">Regulatory</h2><ul class="mgBulletList">'
        + "".join(f'<li><a href="mgCommitteeDetails.aspx?ID={n}">{one}</a></li>' for n, one in enumerate(BODIES))
        + "</ul>",
    ),
    "members": framed(
        "Committee details", "Audit Committee", '<li><a href="ieListMeetings.aspx?CommitteeId=5">Browse meetings'
                                                '</a></li>',
        '<h2 class="mgSectionTitle">Membership</h2><ul class="mgBulletList"><li><a'
        ' href="mgUserInfo.aspx?UID=1">Councillor Ann Lee</a>&nbsp; (Chair)</li>'
        '<li><a href="mgUserInfo.aspx?UID=2">Councillor Bo Shah</a></li></ul>',
    ),
    "meetings": framed(
        "Browse meetings", "Audit Committee", '<li><a href="mgCommitteeDetails.aspx?ID=5">More about Audit'
                                              ' Committee</a></li>',
        "<ul>" + "".join(f'<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=5&amp;MId={n}">{n} Mar'
                         f' 2025 7:30 pm</a></li>' for n in range(1, 9)) + "</ul>",
    ),
    "another site": read_bytes(
        (
            "<!DOCTYPE html><main><h1>How we decide</h1><ul>"
            + "".join(f"<li>{one}</li>" for one in BODIES)
            + "</ul></main>"
        ).encode(),
        path="p", name="p",
    ),
}  # fmt: skip


def test_registers_have_bodies_and_posts_and_no_meeting() -> None:
    for name, document in REGISTERS.items():
        assert [part.kind for part in parts(document)] == ["register"], name
        facts = found(document)
        assert not (facts.meetings or facts.items or facts.attendance or facts.decisions or facts.approvals), name
    assert {m.name for m in found(REGISTERS["structure"]).mentions if m.kind == "body"} >= {
        "Audit Committee",
        "Pension Board",
    }
    assert [(p.person.name, p.post.name) for p in found(REGISTERS["members"]).posts] == [
        ("Councillor Ann Lee", "Chair")
    ]
    assert REGISTERS["members"].blocks[1].identifier == "CId=5"


def test_a_meeting_in_a_table_of_labels() -> None:
    """As CMIS prints it: the particulars in one table, the items in another, the whole page in one form."""
    document = read_bytes(
        b"""<!DOCTYPE html><html><body>
        <form method="post" action="ViewMeetingPublic.aspx" id="Form"><input type="hidden" name="__VIEWSTATE">
        <div class="menu">Home</div><div id="dnn_ContentPane"><h2>Meeting Details</h2>
        <table><tr><td>Committee:</td><td>Planning Committee</td></tr>
        <tr><td>Date:</td><td>Wednesday 12 March 2025 at 18:30</td></tr>
        <tr><td>Venue:</td><td>Council Chamber</td></tr></table>
        <h3>Minutes</h3><p>Present: Councillors Ann Lee (Chair) and Bo Shah</p>
        <table><tr><td>1</td><td><b>Apologies</b>
        <p>Apologies were received from Councillor Joan Webb.</p></td></tr>
        <tr><td>2</td><td><b>Declarations of Interest</b><p>None were declared.</p></td></tr>
        <tr><td>3</td><td><b>Enforcement</b><p>RESOLVED: That the report be noted.</p></td></tr></table>
        </div></form></body></html>""",
        path="p.html",
        name="p.html",
    )  # fmt: skip
    (part,) = parts(document)
    assert part.kind == "minutes" and part.body and part.date and part.venue
    assert (part.body.text, part.date.text, part.venue.text) == ("Planning Committee", "2025-03-12", "Council Chamber")
    assert [(i.number, i.title.text) for i in part.items] == [
        ("1", "Apologies"),
        ("2", "Declarations of Interest"),
        ("3", "Enforcement"),
    ]
    facts = found(document)
    assert [d.action for d in facts.decisions] == ["note"]
    assert {(a.person.name, a.status) for a in facts.attendance} == {
        ("Ann Lee", "present"), ("Bo Shah", "present"), ("Councillor Joan Webb", "apologies"),
    }  # fmt: skip


def test_papers_linked_behind_a_title_are_no_part_of_it() -> None:
    paper = '<a href="documents/s12/{0}.pdf">{0} {1}</a>'
    linked = paper.format("Kerbs", SIZE) + paper.format("Appendix 1 - Plan", SIZE)
    plain = "Trees " + paper.format("", SIZE) + paper.format("Appendix 2 - List", SIZE)
    table = item("1", "8001", linked, said("Noted.")) + item("2", "8002", plain, said("Noted."))
    page = framed("Agenda and minutes", "Cabinet - Tuesday, 4th March, 2025 6.30 pm", "",
                  f'<table class="mgItemTable">{table}</table>')  # fmt: skip
    assert [i.title.text for part in parts(page) for i in part.items] == ["Kerbs", "Trees"]
