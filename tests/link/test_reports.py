"""One report under its agenda, sheet and minutes, before two bodies; and reports that only look like one."""

from __future__ import annotations

from itertools import permutations

import pytest

from brackenfold import BASE, COUNCIL, agenda, findings, linked, minutes, sheet, took
from civicgraph.graph import derived_quads, document_triples
from civicgraph.link import link
from civicgraph.link.reports.features import excluded
from civicgraph.link.reports.papers import Paper
from civicgraph.link.reports.titles import contained, parse, same
from civicgraph.link.reports.works import link_reports
from civicgraph.model import Judgement, Register
from civicgraph.vocab import CIV, SDO

OCTOBER, LATER = "Thursday, 12 October 2017", "Tuesday, 31 October 2017"
GOES_ON = "The Cabinet would be asked on 31st October 2017 to approve the report."
BOARD, CABINET = "Transport Scrutiny Board", "Cabinet"
BUS_FARES = {
    "agenda.md": agenda(CABINET, LATER, "1. Apologies", "2. Bus Fares Review", "3. Work Programme"),
    "minutes.md": minutes(CABINET, LATER, took("41", "Bus Fares Review"), took("42", "Work Programme")),
    "board.md": minutes(BOARD, OCTOBER, took("18", "Bus Fares Review", GOES_ON), took("19", "Work Programme")),
    "report.md": sheet(
        "Bus Fares Review",
        "Cabinet - 31 October 2017",
        "Decision no: 17/00042",
        "Past Pathway: Transport Scrutiny Board - 12 October 2017",
    ),
}  # fmt: skip


def joined(register: Register) -> list[list[str]]:
    """The places of the papers of every work that has more than one: "minutes.md report 0"."""
    of: dict[str, list[str]] = {}
    for kind, found in (("report", register.reports), ("item", register.items)):
        for (document, n), work in found.items():
            of.setdefault(work, []).append(f"{document.rsplit('/', 1)[1]} {kind} {n}")
    return sorted(sorted(places) for places in of.values() if len(places) > 1)


def test_agenda_sheet_and_minutes_of_two_bodies_are_one_report_and_the_work_programmes_are_not() -> None:
    register = linked(BUS_FARES)
    assert joined(register) == [
        ["agenda.md item 1", "board.md report 0", "minutes.md report 0", "report.md report 0"],
        ["agenda.md item 2", "minutes.md report 1"],
    ]
    assert {work.iri.removeprefix(f"{COUNCIL}/work/"): work.title for work in register.works} == {
        "17-00042": "Bus Fares Review",
        "cabinet/2017-10-31/work-programme": "Work Programme",
        "transport-scrutiny-board/2017-10-12/work-programme": "Work Programme",
    }
    assert [one for one in register.unsure if "/work/" in one.left] == []


def test_every_join_says_why() -> None:
    work = next(work for work in linked(BUS_FARES).works if work.reference == "17/00042")
    assert len(work.joins) == 3  # four papers
    said = {(a.partition("/")[2], b.partition("/")[2]): join.reasons for join in work.joins for a, b in [_files(join)]}
    assert [(reason.feature, reason.value) for reason in said["board.md", "minutes.md"]][:2] == [
        ("The one says that it goes to, or came from, the meeting that the other was put to", "Cabinet, 2017-10-31"),
        ("Their titles say the same", "‘Bus Fares Review’"),
    ]


def _files(join: Judgement) -> tuple[str, str]:
    """The documents of its two papers, sorted by name."""
    one, other = sorted((join.left[0], join.right[0]), key=lambda key: key.partition("/")[2])
    return one, other


def test_the_order_of_the_documents_makes_no_difference() -> None:
    one, *others = (link(order, base=BASE) for order in permutations(findings(BUS_FARES)))
    assert all((one.works, one.reports, one.items) == (other.works, other.reports, other.items) for other in others)


def test_the_graph_has_the_work_its_papers_and_the_reasons() -> None:
    found = findings(BUS_FARES)
    register = link(found, base=BASE)
    lines = [line for one in found for line, fact in document_triples(one, register, " " * one.characters) if fact]
    work = f"<{COUNCIL}/work/17-00042>"
    assert sum(line.endswith(f"<{SDO.exampleOfWork}> {work}") for line in lines) == 3
    assert sum(line.endswith(f"<{SDO.about}> {work}") for line in lines) == 1
    derived = list(derived_quads(register))
    assert f'{work} <http://purl.org/dc/terms/identifier> "17/00042" .' in derived
    assert sum(line.startswith(f"{work} <{CIV.linkReason}>") for line in derived) == 3


def test_a_title_that_recurs_joins_nothing_from_body_to_body() -> None:
    register = linked(
        {
            "may.md": minutes(BOARD, "Thursday, 4 May 2017", took("1", "Parking Figures")),
            "october.md": minutes(BOARD, OCTOBER, took("18", "Parking Figures", GOES_ON)),
            "cabinet.md": minutes(CABINET, LATER, took("41", "Parking Figures")),
        }
    )
    assert joined(register) == []
    assert [one for one in register.unsure if "/work/" in one.left] == []


def test_a_report_that_is_put_off_comes_back_as_the_same() -> None:
    put_off = "The report was deferred to the meeting of the Cabinet on 28 November 2017."
    register = linked(
        {
            "october.md": minutes(CABINET, LATER, took("41", "Bus Fares Review", put_off)),
            "november.md": minutes(CABINET, "Tuesday, 28 November 2017", took("50", "Bus Fares Review")),
        }
    )
    assert joined(register) == [["november.md report 0", "october.md report 0"]]


@pytest.mark.parametrize(
    ("board", "cabinet"),
    [
        ("Bus Fares in Quarter 2 of 2017/18", "Bus Fares in Quarter 3 of 2017/18"),
        ("Bus Fares Review 2017/18", "Bus Fares Review 2018/19"),
        ("Draft Bus Fares Review", "Final Bus Fares Review"),
        ("Fares of Zone 1", "Fares of Zone 2"),
    ],
)
def test_numbers_years_and_stages_keep_reports_apart(board: str, cabinet: str) -> None:
    register = linked(
        {
            "board.md": minutes(BOARD, OCTOBER, took("18", board, GOES_ON)),
            "cabinet.md": minutes(CABINET, LATER, took("41", cabinet)),
        }
    )
    assert joined(register) == []


@pytest.mark.parametrize(
    ("board", "cabinet"),
    [
        ("Update on Bus Fares", "Bus Fares – Update"),
        ("Bus Fares: Quarter 2 2017/18", "Bus Fares, Second Quarter of 2017-18"),
        ("Report on Bus Fares & Season Tickets", "BUS FARES AND SEASON TICKETS"),
        ("Review of Bus Fares in the Town…", "Review of Bus Fares in the Town and the Villages"),
        ("Multi-Storey Car Parks", "Multi Storey Car Parks"),
    ],
)
def test_one_title_in_two_forms(board: str, cabinet: str) -> None:
    register = linked(
        {
            "board.md": minutes(BOARD, OCTOBER, took("18", board, GOES_ON)),
            "cabinet.md": minutes(CABINET, LATER, took("41", cabinet)),
        }
    )
    assert joined(register) == [["board.md report 0", "cabinet.md report 0"]]


def test_one_title_before_two_bodies_stays_open_where_neither_names_the_other() -> None:
    register = linked(
        {
            "board.md": minutes(BOARD, OCTOBER, took("18", "Bus Fares Review")),
            "cabinet.md": minutes(CABINET, LATER, took("41", "Bus Fares Review")),
        }
    )
    assert joined(register) == []
    (pair,) = [one for one in register.unsure if "/work/" in one.left]
    assert {pair.left, pair.right} == {work.iri for work in register.works}
    assert ("Their titles say the same", "‘Bus Fares Review’") in [(r.feature, r.value) for r in pair.judgement.reasons]
    assert any(f"<{CIV.UnsureIdentity}>" in line for line in derived_quads(register))


def test_another_council_with_the_same_number_and_title_has_another_report() -> None:
    there = {f"there-{name}": text.replace("Brackenfold", "Ashminster") for name, text in BUS_FARES.items()}
    register = linked(BUS_FARES | there)
    assert len([work for work in register.works if work.reference == "17/00042"]) == 2
    assert all(len({"there" in place for place in places}) == 1 for places in joined(register))


# -- papers by themselves --------------------------------------------------------------------------------------------


def paper(
    place: str, title: str, *, day: str = "2017-10-31", number: str = "", private: bool = False, reference: str = ""
) -> Paper:
    """ "minutes.md 3": the fourth report of that file, of the Cabinet's meeting of a day."""
    file, _, n = place.partition(" ")
    return Paper(
        at=(file, "report", int(n or 0)), file=file, iri="", title=parse(title), meeting=0, met=f"cabinet/{day}",
        way=("cabinet", day), body="Cabinet", number=number, private=private, reference=reference,
    )  # fmt: skip


def works(*papers: Paper) -> list[set[str]]:
    made = link_reports(COUNCIL, papers)
    return sorted(
        ({at[0] + str(at[2]) for at, iri in made.of.items() if iri == work.iri} for work in made.works), key=sorted
    )


def test_two_items_of_one_title_leave_the_third_paper_open() -> None:
    public, private, line = (
        paper("minutes.md 0", "Land Sale"),
        paper("minutes.md 1", "Land Sale"),
        paper("agenda.md", "Land Sale"),
    )
    made = link_reports(COUNCIL, [public, private, line])
    assert len(made.works) == 3
    assert len(made.unsure) == 2
    assert {made.of[line.at]} < {made.unsure[0].left, made.unsure[0].right}


def test_the_number_on_the_agenda_tells_two_items_of_one_title_apart() -> None:
    papers = [paper(f"{file} {n}", "Land Sale", number=str(n)) for file in ("agenda.md", "minutes.md") for n in (5, 8)]
    assert works(*papers) == [{"agenda.md5", "minutes.md5"}, {"agenda.md8", "minutes.md8"}]


def test_what_is_taken_in_private_is_not_what_is_taken_in_public() -> None:
    assert excluded(paper("a.md", "Land Sale"), paper("b.md", "Land Sale", private=True))
    assert not excluded(paper("a.md", "Land Sale"), paper("b.md", "Land Sale"))


def test_a_number_alone_leaves_a_pair_open() -> None:
    made = link_reports(
        COUNCIL,
        [
            paper("a.md", "Land Sale", reference="17/00042"),
            paper("b.md", "Tree Survey", day="2017-11-28", reference="17/00042"),
        ],
    )
    assert len(made.works) == 2
    assert [[(reason.feature, reason.value) for reason in pair.judgement.reasons] for pair in made.unsure] == [
        [("Both have the same number", "17/00042")]
    ]
    assert len({work.iri for work in made.works}) == 2


def test_no_work_holds_two_papers_that_a_veto_keeps_apart() -> None:
    first, between, second = (
        paper("a.md", "Land Sale at the Old Mill", number="5"),
        paper("b.md", "Land Sale at the Old Mill"),
        paper("c.md", "Land Sale at the Old Mill", number="6"),
    )
    assert works(first, between, second) == [{"a.md0"}, {"b.md0"}, {"c.md0"}]


def test_titles_are_compared_by_words_and_kept_apart_by_numbers() -> None:
    assert same(parse("24/00108 - Bus Fares"), parse("Bus Fares"))
    assert not same(parse("Trial of Bus Lanes"), parse("Trail of Bus Lanes"))
    assert contained(parse("Review of Bus Fares"), parse("Report of the Director of Transport: Review of Bus Fares"))
    assert not contained(parse("Bus Fares"), parse("Bus Fares and Trams"))  # two words are in too many titles
    assert parse("Services for People aged 18-25").counts == {"18", "25"}
