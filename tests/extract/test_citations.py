import pytest

from civicgraph.extract.papers.citations import find_citations


def cited(text: str) -> list[tuple[str, str]]:
    return [(citation.kind, citation.target) for citation in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "target", "provision"),
    [
        ("under Section 100A(4) of the Local Government Act 1972", "Local Government Act 1972", "Section 100A(4)"),
        (
            "Part 1 of Schedule 12A to the Local Government Act 1972",
            "Local Government Act 1972",
            "Part 1 of Schedule 12A",
        ),
        ("as part of the 1972 Local Government Act, which", "Local Government Act 1972", ""),
        ("The Children Act 1989 requires", "Children Act 1989", ""),
        ("assessed under the Care Act.", "Care Act 2014", ""),
        ("the Sea Weed and Licensing Act: details", "Sea Weed and Licensing Act", ""),
        (
            "the Waste (Circular Economy) (Amendment) (No. 2) Regulations 2020",
            "Waste (Circular Economy) (Amendment) (No. 2) Regulations 2020",
            "",
        ),
        ("of the Moor Ministers under the Bridges (Moorland) Act 2010", "Bridges (Moorland) Act 2010", ""),
        ("Equality Act of 2010", "Equality Act 2010", ""),
        ("under the Local Government Act 1972, Section 137, to give", "Local Government Act 1972", "Section 137"),
        ("under the Housing Act 1985, section 8 (a), to give", "Housing Act 1985", "section 8 (a)"),
        ("the Equality Act 2010 (s149) requires", "Equality Act 2010", "s149"),
        ("set out in the Care Act 2014, section 4 of this report", "Care Act 2014", ""),
        (
            "Schedule 12A, paragraphs 1 to 3 of the Local Government Act 1972",
            "Local Government Act 1972",
            "Schedule 12A, paragraphs 1 to 3",
        ),
    ],
)
def test_legislation(text: str, target: str, provision: str) -> None:
    (citation,) = find_citations(text)
    assert (citation.kind, citation.target, citation.provision) == ("legislation", target, provision)


def test_an_act_of_another_nation_is_another_act() -> None:
    (citation,) = find_citations("under the Local Government Act (Northern Ireland) 1972 the Council")
    assert (citation.target, citation.iri) == ("Local Government Act (Northern Ireland) 1972", "")


def test_the_words_cited_are_the_span() -> None:
    text = "In line with the 1972 Local Government Act."
    (citation,) = find_citations(text, 10)
    assert text[citation.span.start - 10 : citation.span.end - 10] == "1972 Local Government Act"
    assert citation.iri.endswith("ukpga/1972/70")


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Further to Minute 14/17 members asked", ["14/17"]),
        ("Minute Nos. 52 and 53 refer", ["52", "53"]),
        ("with reference to minutes 12, 13 and 15", ["12", "13", "15"]),
        ("(minute item 32/24)", ["32/24"]),
        ("the quay wall (minutes 41 and 42)", ["41", "42"]),
        ("as minute 61b refers", ["61b"]),
        ("minute 2041(c): benches", ["2041(c)"]),
        ("Minute No. 16/21- Benches", ["16/21"]),
        ("(Minute HB 13/021) and adopted", ["HB 13/021"]),
        ("Min 214/16: Benches - The Clerk waits.", ["214/16"]),
        ("Benches (Min 31/16ii) - the Clerk waits.", ["31/16ii"]),
        ("Bus shelter (min. 103)", ["103"]),
        ("paragraph 9 of the Minute of 3 June 2019", ["9"]),
        ("Minute no. CL30", ["CL30"]),
    ],
)
def test_minutes(text: str, targets: list[str]) -> None:
    assert cited(text) == [("minute", target) for target in targets]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("the decision (Decision CAB/18/77) had been called in", "CAB/18/77"),
        ("24/00093 - Future of the Hub Grant", "24/00093"),
        ("Decision No: 23/00115", "23/00115"),
    ],
)
def test_decisions(text: str, target: str) -> None:
    assert cited(text) == [("decision", target)]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the meeting held on 14 May 2019 were approved.",
        "Warm-up (5 min) and tea; Min 5 of the film",
        "speakers have 3 minutes; a 5 minute walk; Minutes 5 - 10",
        "members asked officers to act, and the Act was discussed",
        "planning application 19/00321 and application 17/0412/FUL",
        "the Local Government Act was mentioned",  # which one?
        "on 21/10/2021 and in 2021/22",
    ],
)
def test_what_cites_nothing(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "body", "day"),
    [
        ("Minute no. 98 of the meeting of Cabinet on 20 December 2022", "Cabinet", "2022-12-20"),
        (
            "Further to Minute 14/17 'Footpaths' of the Roads Committee held on 3 May 2018",
            "Roads Committee",
            "2018-05-03",
        ),
        ("Minute 12 of 4 May 2021 of the Audit Committee", "Audit Committee", "2021-05-04"),
        ("as the Council on 3 March 2020 (Minute 45 refers) had agreed", "Council", "2020-03-03"),
        (
            "At the meeting of the Finance Committee held on 3rd March 2020 (minute 45) it was agreed",
            "Finance Committee",
            "2020-03-03",
        ),
        ("considered by Cabinet on 12 June 2018 (their minute 18/18 refers)", "Cabinet", "2018-06-12"),
        ("Further to Minute 12, on 4 May 2021 the Roads Committee noted", "", ""),
        ("paragraph 9 of the Minute of 3 June 2019", "", "2019-06-03"),
        ("Minute 5 of the Cabinet of 3 June", "Cabinet", "--06-03"),
        ("Cabinet minute 88, 4 February 2025 (Asset Strategy)", "Cabinet", "2025-02-04"),
        ("Minute 27/23(b) of the Planning Committee's meeting on 4 July 2023", "Planning Committee", "2023-07-04"),
        ("as agreed by Cabinet (Minute 98 refers)", "Cabinet", ""),
        ("The bus shelter at Mill Green (Minute 98)", "", ""),
        ("Further to Minute 12 of the Board's last meeting", "", ""),
        ("Further to Minute 12, the Roads Committee noted on 4 May 2021", "", ""),
        ("The Cabinet noted the report. Minute 12 was read", "", ""),
    ],
)
def test_a_minute_has_the_body_and_the_day_that_stand_beside_it(text: str, body: str, day: str) -> None:
    (cited,) = (one for one in find_citations(text) if one.kind == "minute")
    assert (cited.body.name if cited.body else "", cited.date, cited.here) == (body, day, False)


@pytest.mark.parametrize(
    ("text", "here"), [("Minute 15 above", True), ("Minute 20 (below)", True), ("Minute 15 of May", False)]
)
def test_above_and_below_are_of_this_record(text: str, here: bool) -> None:
    assert [one.here for one in find_citations(text)] == [here]


@pytest.mark.parametrize(
    "text",
    [
        "Minute 12 of the Harbour Users",
        "agreed by the Shadow Authority (Minute 12)",
        "further to the Cabinet, Minute 12",
    ],
)
def test_a_name_that_is_not_known_as_a_body_leaves_open_whose_minute_it_is(text: str) -> None:
    assert [one.elsewhere for one in find_citations(text)] == [True]
