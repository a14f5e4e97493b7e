from civicgraph.read import read_bytes
from civicgraph.read.flat import split

TALK = "The members talked about this for some time and heard what the residents had to say about it. " * 4
FLAT = (
    "MINUTES OF ANYTOWN PARISH COUNCIL HELD ON 29 JUNE 2018 PRESENT: Pam Bull, Ann Lee. "
    f"1. Apologies None. 2. Minutes {TALK}3. Finance 3.1 Accounts {TALK}3.2 Budget {TALK}4. Planning {TALK}"
    "The meeting closed at 5.05pm"
)


def test_lines_found_again() -> None:
    lines = [words for _, words in split(FLAT)]
    assert [words[:12] for words in lines] == [
        "MINUTES OF A", "PRESENT: Pam", "1. Apologies", "2. Minutes T", "3. Finance", "3.1 Accounts", "3.2 Budget T",
        "4. Planning ", "The meeting ",
    ]  # fmt: skip
    assert all(FLAT[at : at + len(words)] == words for at, words in split(FLAT))


def test_a_long_paragraph_stays_one() -> None:
    prose = TALK * 6
    assert split(prose) == [(0, prose.rstrip())]


def test_the_text_is_untouched() -> None:
    document = read_bytes(FLAT.encode(), path="flat.txt", name="flat.txt")
    assert document.text == FLAT
    assert [block.marker for block in document.blocks if block.marker] == ["1.", "2.", "3.", "3.1", "3.2", "4."] or [
        block.marker for block in document.blocks if block.marker
    ] == ["1", "2", "3", "3.1", "3.2", "4"]


def test_front_matter_is_no_header() -> None:
    text = (
        '---\ntitle: "July Meeting"\ndate: "2014-09-08"\ncategories:\n  - "villages"\n---\n\nMinutes of 24 July 2014\n'
    )
    document = read_bytes(text.encode(), path="page.txt", name="page.txt")
    assert [document.quote(block.span) for block in document.blocks] == ["Minutes of 24 July 2014"]


def test_a_rule_opens_no_front_matter() -> None:
    document = read_bytes(b"---\nPresent: Cllr A Lee\n---\n", path="page.txt", name="page.txt")
    assert "Present: Cllr A Lee" in [document.quote(block.span) for block in document.blocks]


def test_numbers_with_the_year_or_a_word() -> None:
    years = f"PARISH COUNCIL 21/17 Welcome {TALK}22/17 Apologies {TALK}23/17 Minutes {TALK}24/17 Reports {TALK}"
    assert [words[:9] for _, words in split(years)][1:] == ["21/17 Wel", "22/17 Apo", "23/17 Min", "24/17 Rep"]
    words = f"Present: Ann Lee Item 1. Welcome {TALK}Item 2. Minutes {TALK}Item 3. Reports {TALK}"
    assert [words[:9] for _, words in split(words)][1:] == ["Item 1. W", "Item 2. M", "Item 3. R"]


def test_large_numbers_that_count_on() -> None:
    large = f"PARISH COUNCIL 1003 Apologies {TALK}1004 Interests {TALK}1005 Minutes {TALK}1006 Roads {TALK}"
    assert [words[:6] for _, words in split(large)][1:] == ["1003 A", "1004 I", "1005 M", "1006 R"]


def test_references_before_titles_in_capitals_tell_even_in_a_shorter_line() -> None:
    within = "ACTION 17/185 APOLOGIES FOR ABSENCE From Mrs Lee. 17/186 MINUTES Signed. 17/187 ROADS They are wet."
    assert [words[:8] for _, words in split(within)] == ["ACTION", "17/185 A", "17/186 M", "17/187 R"]
    behind = "Councillors: A Lee 10458/04/19 DECLARATIONS OF INTEREST None. 10459/04/19 URGENT ITEMS None."
    assert [words[:14] for _, words in split(behind)] == ["Councillors: A", "10458/04/19 DE", "10459/04/19 UR"]
    letter = "PRESENT: Cllr A Lee C140/2015 WELCOME The Mayor spoke. C141/2015 CONGRATULATIONS To Ann Dale."
    assert [words[:9] for _, words in split(letter)] == ["PRESENT: ", "C140/2015", "C141/2015"]


def test_references_that_do_not_count_on_are_cited() -> None:
    for text in ("See 17/185 APOLOGIES FOR ABSENCE and 17/212 ROADS AND PATHS.", "Minutes 17/185 Roads, 17/186 Paths."):
        assert split(text) == [(0, text)]


def test_the_labels_of_a_roll_in_capitals_begin_lines() -> None:
    line = "PRESENT Mrs A Lee Mr B Moor APOLOGIES Cllr C Dow NOT PRESENT Mr D Fox IN ATTENDANCE: Ms Gray"
    assert [words for _, words in split(line)] == [
        "PRESENT Mrs A Lee Mr B Moor", "APOLOGIES Cllr C Dow", "NOT PRESENT Mr D Fox", "IN ATTENDANCE: Ms Gray",
    ]  # fmt: skip
    for one in (
        "PRESENT AND APOLOGIES",
        "ALSO PRESENT Mr D Fox",
        "APOLOGIES AND PRESENT Mr Fox",
        "PRESENT\tMr Fox APOLOGIES Mr Lee",
    ):
        assert split(one) == [(0, one)]


def test_apologies_told_behind_the_roll_begin_a_line() -> None:
    roll = "COUNCIL 03/02/2010 PRESENT Councillors: Ames and Cole Apologies for absence had been received from Mr Dow "
    line = f"{roll}Item 2 ROADS {TALK}Item 3 TREES {TALK}Item 4 LAMPS RESOLVED That it be paid {TALK}"
    assert [words[:12] for _, words in split(line)][1:] == [
        "PRESENT Coun", "Apologies fo", "Item 2 ROADS", "Item 3 TREES", "Item 4 LAMPS", "RESOLVED Tha",
    ]  # fmt: skip


def lines_of(text: str) -> list[str]:
    document = read_bytes(text.encode(), path="glued.txt", name="glued.txt")
    return [document.quote(block.span) for block in document.blocks]


def test_an_item_on_the_line_of_the_one_before() -> None:
    assert lines_of("5. Vice-Chair Ann Lee was elected. 6. The minutes were agreed.\n\n7. Allotments None free.\n") == [
        "5. Vice-Chair Ann Lee was elected.", "6. The minutes were agreed.", "7. Allotments None free.",
    ]  # fmt: skip
    assert lines_of("7. Gates. The gate is mended. 8. Reports 8.1 Clerk None.\n\n8.2 Risk None.\n") == [
        "7. Gates. The gate is mended.", "8. Reports", "8.1 Clerk None.", "8.2 Risk None.",
    ]  # fmt: skip
    assert lines_of("10. Letters 10.1 The Weir Trust\n\n11. Planning 11.1 Mill Lane 11.2 Quay\n") == [
        "10. Letters", "10.1 The Weir Trust", "11. Planning", "11.1 Mill Lane", "11.2 Quay",
    ]  # fmt: skip


def test_a_number_that_no_list_misses() -> None:
    whole = [
        "5. Vice-Chair Ann Lee was elected. 6. The minutes were agreed.", "6. Allotments None free.",
        "7. Budget 7.1 was cited, and paragraph 7.1 The Weir too.",
    ]  # fmt: skip
    assert lines_of("\n\n".join(whole)) == whole
    whole = ["5. Vice-Chair at no 6. The rest follows.", "8. Allotments None free."]
    assert lines_of("\n\n".join(whole)) == whole


def test_a_line_that_is_broken_before_a_name() -> None:
    assert lines_of("The purchase of the gate was proposed by Cllr Hale, seconded by Cllr\nLowe.\n") == [
        "The purchase of the gate was proposed by Cllr Hale, seconded by Cllr\nLowe."
    ]
    assert len(lines_of("Members of the council who were present on the day: Councillor\n\nLowe\n")) == 2
    assert len(lines_of("Apologies: Cllr\nLowe Barn\n")) == 2


def test_bullets_that_came_to_stand_on_one_line() -> None:
    roll = "Clerk • Ann Lee, Head of Law. In Attendance • Bo Shah, Treasurer. • Cy Webb. Apology • Councillor Di Moor."
    assert [words for _, words in split(roll)] == [
        "Clerk", "• Ann Lee, Head of Law.", "In Attendance", "• Bo Shah, Treasurer.", "• Cy Webb.", "Apology",
        "• Councillor Di Moor.",
    ]  # fmt: skip
    assert [words for _, words in split("RESOLVED: • to note the plan; • to sell the mill.")] == [
        "RESOLVED:", "• to note the plan;", "• to sell the mill.",
    ]  # fmt: skip
    assert len(split("The rate is 4 • 5 pence.")) == 1
    assert len(split("Home\t• News\t• Contact")) == 1  # a row
