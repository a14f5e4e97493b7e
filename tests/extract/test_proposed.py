"""What reports recommend and notices intend: proposed, and no more of the paper than that."""

from __future__ import annotations

from civicgraph.extract import extract
from civicgraph.model import Decision
from civicgraph.read import read_bytes
from civicgraph.segment import segment


def decided(text: str) -> list[Decision]:
    document = read_bytes(text.encode(), path="paper.md", name="paper.md")
    return list(extract(document, segment(document)).decisions)


REPORT = """From: Ann Lee, Cabinet Member for Highways

To: Cabinet, 3 March 2021

Decision Number: 21/0007

Subject: Kerb Repair Programme

Classification: Unrestricted

Summary: The kerbs of the town are old.

Recommendations: The Cabinet is asked to:

(a) agree the Kerb Repair Programme; and

(b) delegate authority to the Director of Highways to sign the contract.

**1. Introduction**

1.1 The kerbs were laid in 1965, and the programme was approved by nobody.

**2. Recommendations**

Recommendations: The Cabinet is asked to:

(a) agree the Kerb Repair Programme; and

(b) delegate authority to the Director of Highways to sign the contract.
"""


def test_recommendations_end_where_the_report_begins_and_count_once() -> None:
    found = [(d.label, d.status, d.action) for d in decided(REPORT)]
    assert found == [("a", "proposed", "approve"), ("b", "proposed", "delegate")]


SECTIONS = """Marshdale Borough Council

Report to: Cabinet

Title: Ferry Road Scheme

Report of: Director of Place

1. Purpose of report

1.1 To seek approval.

2. Recommendations

2.1 That Cabinet approves the scheme.

2.2 That Cabinet recommends to Council that:

(a) the programme be amended; and

(b) the reserves be used.

2.3 That permission be refused for the following reasons:

(i) it is too high; and

(ii) it floods.

3. Background

3.1 The road is old.
"""


def test_recommendations_under_a_numbered_heading() -> None:
    found = [(d.label, d.action) for d in decided(SECTIONS)]
    assert found == [("2.1", "approve"), ("2.2a", "recommend"), ("2.2b", "recommend"), ("2.3", "reject")]


def test_an_answer_of_the_sheet_ends_at_a_question_that_is_not_known() -> None:
    document = read_bytes(REPORT.encode(), path="paper.md", name="paper.md")
    fields = {field.label.text: field.value.text for field in segment(document)[0].fields}
    assert fields["to"] == "Cabinet, 3 March 2021"
    assert fields["title"] == "Kerb Repair Programme"


NOTICE = """# BARSET COUNTY COUNCIL – {} RECORD OF DECISION

DECISION {} BY:

Cabinet

Decision:

The Cabinet agreed to:

(a) approve the Kerb Repair Programme; and

(b) note the cost.

Background: the Highways Cabinet Committee endorsed the programme on 2 February 2021.
"""


def test_what_is_to_be_taken_is_proposed_and_what_was_taken_resolved() -> None:
    ahead = decided(NOTICE.format("PROPOSED", "TO BE TAKEN"))
    assert [(d.label, d.status, d.action) for d in ahead] == [("a", "proposed", "approve"), ("b", "proposed", "note")]
    taken = decided(NOTICE.format("", "TAKEN"))
    assert {(d.label, d.status, d.action) for d in taken} >= {("a", "resolved", "approve"), ("b", "resolved", "note")}
    assert all(d.body and d.body.name == "Cabinet" for d in (*ahead, *taken))


AGENDA = """Marshdale Council

Agenda

Meeting of the Capital Panel to be held in the Town House on Thursday 12 March 2020 at 10.00 am

1. Declarations of Interest

Members are asked to consider whether they have an interest to declare in any item on the agenda.

2. Minutes

Minutes of the meeting held on 6 February 2020, to be signed.

3. Harbour Review

There is circulated Report No. MC/4/20 by the Head of Harbours.

The Panel is asked to:-

i. approve the establishment of a working group; and
ii. note the dues of last year.

4. Schools Programme

To consider the attached report of the Director of Learning.

RECOMMENDED:
(i) That Executive Cabinet be recommended to approve the Schools Programme; and
(ii) That the progress of the schemes be noted.

5a Ferry Slip

It is recommended that authority be delegated to the Clerk to sign the lease.

5b Sea Wall

Members are invited to submit any questions before the meeting.
"""


def test_what_an_agenda_asks_of_its_body_is_proposed_item_by_item() -> None:
    document = read_bytes(AGENDA.encode(), path="agenda.txt", name="agenda.txt")
    found = extract(document, segment(document))
    asked = [(found.items[d.item or 0].number, d.label, d.status, d.action) for d in found.decisions]
    assert asked == [
        ("3", "i", "proposed", "establish"),
        ("3", "ii", "proposed", "note"),
        ("4", "i", "proposed", "recommend"),
        ("4", "ii", "proposed", "note"),
        ("5a", "", "proposed", "delegate"),
    ]
    assert [m.part for m in found.meetings] == ["agenda"]
    authors = [(r.title, r.author and r.author.name) for r in found.reports]
    assert authors == [("Harbour Review", "Head of Harbours"), ("Schools Programme", "Director of Learning")]
    sent = [(r.status, r.sender.name, r.recipient.name) for r in found.referrals]
    assert sent == [("proposed", "Capital Panel", "Executive Cabinet")]
