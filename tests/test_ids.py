import re

import pytest

from civicgraph import ids

COVENTRY = ids.council(ids.BASE, "Coventry City Council")
MEETING = ids.meeting(COVENTRY, "Cabinet", "2013-03-12")
ITEM = ids.item(MEETING, "14/17", "Children\u2019s Services")
VALID = re.compile(r"https?://[A-Za-z0-9._~/#=,:-]+")


@pytest.mark.parametrize(
    ("text", "slug"),
    {
        "Children\u2019s Services & Education Scrutiny Board (2)": "childrens-services-and-education-scrutiny-board-2",
        "\u0141\u00f3d\u017a Stra\u00dfe": "lodz-strasse",
        "N\u00ed Fhlatharta": "ni-fhlatharta",
        "J. O'Boyle": "j-oboyle",
        " \u2013 ": "unnamed",
        "": "unnamed",
        "\u5e02\u8b70\u4f1a": "unnamed",
        "\u00a35m": "gbp-5m",
        "A" * 100: "a" * 80,
    }.items(),
)
def test_slug(text: str, slug: str) -> None:
    assert ids.slug(text) == slug


def test_slug_cuts_at_a_word() -> None:
    assert ids.slug("Task and Finish Group on the Retention of Social Workers", 24) == "task-and-finish-group-on"
    assert ids.slug("one two", 6) == "one"
    assert len(ids.slug("scrutiny " * 40)) <= 80


def test_the_path_tells_what_a_thing_is() -> None:
    assert COVENTRY == "https://w3id.org/civicgraph/id/coventry-city-council"
    assert ids.council(ids.BASE, "") == "https://w3id.org/civicgraph/id/unknown-council"
    assert ids.body(COVENTRY, "Scrutiny Board (2)") == COVENTRY + "/body/scrutiny-board-2"
    assert MEETING == COVENTRY + "/meeting/cabinet/2013-03-12"
    assert ids.meeting(COVENTRY, "Cabinet", "2013-03-12", time="14:00") == MEETING + "-1400"
    assert ids.meeting(COVENTRY, "", "", document="panel.txt") == COVENTRY + "/meeting/panel-txt"
    assert ITEM == MEETING + "/item/14-17"
    assert ids.item(MEETING, "", "Apologies for Absence") == MEETING + "/item/apologies-for-absence"
    assert ids.decision(ITEM, "resolved", "(1)", "note") == ITEM + "/decision/resolved-1-note"
    assert ids.decision(ITEM, "recorded", "", "note", "noted the report") == (
        ITEM + "/decision/recorded-note-noted-the-report"
    )
    assert ids.items([(MEETING, "5", "Roads", True), (MEETING, "", "Roads", False), (MEETING, "", "Roads", False)]) == [
        MEETING + "/agenda/5",
        MEETING + "/item/roads",
        MEETING + "/item/roads~2",
    ]
    work = ids.work(COVENTRY, "cabinet", "2013-03-12", title="Bus Fares")
    assert work == COVENTRY + "/work/cabinet/2013-03-12/bus-fares"
    assert (
        ids.work(COVENTRY, "cabinet", "2013-03-12", title="Bus Fares", reference="24/00096")
        == COVENTRY + "/work/24-00096"
    )
    assert ids.unsure(work, ids.work(COVENTRY, reference="24/00096")) == work + "/perhaps/24-00096"
    jim = ids.person(COVENTRY, "Jim O\u2019Boyle")
    assert ids.attendance(MEETING, jim) == MEETING + "/attendance/jim-oboyle"
    document = ids.document(ids.BASE, "Minutes 12 March.md")
    assert ids.evidence(document, 120, 164) == ids.BASE + "document/minutes-12-march-md#char=120,164"
    assert ids.rule_graph(ids.BASE, "body-succession") == ids.BASE + "rule/body-succession"
    act = "http://www.legislation.gov.uk/id/ukpga/2010/15"
    assert ids.legislation(ids.BASE, "Equality Act 2010", act) == act
    assert ids.legislation(ids.BASE, "Food Order 1999") == ids.BASE + "legislation/food-order-1999"


def test_a_base_with_or_without_its_slash() -> None:
    assert ids.council("https://example.org/id", "Kent") == ids.council("https://example.org/id/", "Kent")


HOSTILE = ("", "a b", "<x> .", '"\\\n', "\u00c9\u00e9\u5e02", "../..", "#?&%", "'; DROP", "{}|^`", "\u202e")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_an_iri(text: str) -> None:
    made = [
        ids.council(ids.BASE, text),
        *(f(COVENTRY, text) for f in (ids.body, ids.person, ids.post, ids.directorate, ids.programme, ids.ward)),
        ids.organisation(ids.BASE, text),
        ids.legislation(ids.BASE, text, text),
        ids.meeting(COVENTRY, text, text, time=text, document=text),
        ids.meeting(COVENTRY, "Cabinet", "2013-03-12" + text, time=text),
        ids.item(MEETING, text, text),
        ids.item(MEETING, "1" + text),
        ids.work(COVENTRY, text, text, title=text),
        ids.work(COVENTRY, title=text, reference=text),
        ids.unsure(ITEM, ids.item(MEETING, text, text)),
        ids.decision(ITEM, text, text, text, text),
        ids.resolution(ITEM, text),
        ids.attendance(MEETING, text),
        ids.report(ITEM, text),
        ids.route(ITEM, text, text),
        ids.referral(ITEM, text, text, text),
        ids.response(ITEM, text),
        ids.vote(ITEM, 1),
        ids.ballot(ITEM, text),
        ids.approval(MEETING, text),
        ids.citation(ITEM, text, text, text),
        ids.declaration(MEETING, text, text),
        ids.amount(ITEM, text, text, 5),
        ids.holding(COVENTRY, text, text),
        ids.document(ids.BASE, text),
        ids.evidence(ids.document(ids.BASE, text), 1, 2),
        ids.problem(ids.document(ids.BASE, text), 1, 2),
        ids.software_agent(ids.BASE, text),
        ids.rule_graph(ids.BASE, text),
    ]
    for iri in made:
        assert VALID.fullmatch(iri), iri
        assert "/../" not in iri and "//" not in iri[8:] and not iri.endswith("/")
