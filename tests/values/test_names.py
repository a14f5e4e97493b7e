import pytest

from civicgraph.values.names import (
    PersonName,
    compatible,
    display,
    find_people,
    is_given_name,
    is_surname,
    key,
    parse_person,
    split_people,
)

# text: (honorific, given, initials, surname, suffixes)
PEOPLE = {
    "Councillor J. O'Boyle": ("Councillor", "", "J", "O'Boyle", ()),
    "Cllr Jim O\u2019Boyle": ("Councillor", "Jim", "J", "O'Boyle", ()),
    "Sir Martin Narey": ("Sir", "Martin", "M", "Narey", ()),
    "Sir Martin": ("Sir", "Martin", "M", "", ()),
    "Mr R W Gough": ("Mr", "", "RW", "Gough", ()),
    "Dr A Ghosh": ("Dr", "", "A", "Ghosh", ()),
    "Ms. M Browne": ("Ms", "", "M", "Browne", ()),
    "L Pardy-McLaughlin": ("", "", "L", "Pardy-McLaughlin", ()),
    "Councillor Lakha": ("Councillor", "", "", "Lakha", ()),
    "Councillors Donegan": ("Councillor", "", "", "Donegan", ()),
    "Councillor Lakha \u2013 Chair, Jobs, Skills and Growth Scrutiny Board": ("Councillor", "", "", "Lakha", ()),
    "Mr R C Love, OBE": ("Mr", "", "RC", "Love", ("OBE",)),
    "Councillor Smith-Jones MBE": ("Councillor", "", "", "Smith-Jones", ("MBE",)),
    "Dr Jane Smith MBE, JP": ("Dr", "Jane", "J", "Smith", ("MBE", "JP")),
    "Cllr N. P. Jones": ("Councillor", "", "NP", "Jones", ()),
    "Mr. J.P. Smith": ("Mr", "", "JP", "Smith", ()),
    "JP SMITH": ("", "", "JP", "Smith", ()),
    "Mr J McDONALD": ("Mr", "", "J", "McDonald", ()),
    "COUNCILLOR O'BRIEN": ("Councillor", "", "", "O'Brien", ()),
    "Cllr Deirdre N\u00ed Fhlatharta": ("Councillor", "Deirdre", "D", "N\u00ed Fhlatharta", ()),
    "Councillor Mac Cafferty": ("Councillor", "", "", "Mac Cafferty", ()),
    "Novak U\u00ed Chonch\u00fair": ("", "Novak", "N", "U\u00ed Chonch\u00fair", ()),
    "Cllr. \u00d3 Hanluain": ("Councillor", "", "", "\u00d3 Hanluain", ()),
    "van der Berg": ("", "", "", "van der Berg", ()),
    "Cynghorydd Dafydd ap Iwan": ("Councillor", "Dafydd", "D", "ap Iwan", ()),
    "The Lord Mayor Councillor J Smith": ("Lord Mayor Councillor", "", "J", "Smith", ()),
    "Councillor Dr K. Ahmed": ("Councillor Dr", "", "K", "Ahmed", ()),
    "Councillor Major": ("Councillor", "", "", "Major", ()),
    "Councillor Street": ("Councillor", "", "", "Street", ()),
    "SMITH, John": ("", "John", "J", "Smith", ()),
    "Smith, J.": ("", "", "J", "Smith", ()),
    "Sheahan (M)": ("", "", "M", "Sheahan", ()),
    "Mr S. Coughlan (Director, Support Services)": ("Mr", "", "S", "Coughlan", ()),
    "Ms. J. Cotter Coughlan": ("Ms", "", "J", "Cotter Coughlan", ()),
    "Mary Jane Wilson": ("", "Mary Jane", "MJ", "Wilson", ()),
    "Bev Messinger, Director of Customer and Workforce Services": ("", "Bev", "B", "Messinger", ()),
    "Colin Green Director": ("", "Colin", "C", "Green", ()),
    "Jackie Head": ("", "Jackie", "J", "Head", ()),
    "U Patel, Resources Directorate": ("", "", "U", "Patel", ()),
}


@pytest.mark.parametrize(("text", "parts"), PEOPLE.items())
def test_a_name_taken_apart(text: str, parts: tuple[str, str, str, str, tuple[str, ...]]) -> None:
    assert parse_person(text) == PersonName(*parts)


@pytest.mark.parametrize(
    "text",
    [
        "", "Apologies", "Council House", "Resources Directorate", "Nil", "Name", "None", "Vacancy", "Lord Mayor",
        "Mr Mayor", "Madam Chair", "The Chair", "Director of Finance", "Cabinet Member", "Head Teacher", "All Members",
        "Councillor Call for Action", "New Street", "Neil.macdonald@coventry.gov.uk", "Jordan", "Councillor",
        "Sir Gaerfyrddin", "Item 5", "Finance & legal", "12 March 2013", "see below", "Whoberly",
        "Victoria Park", "CPO", "MST",
    ],
)  # fmt: skip
def test_no_name(text: str) -> None:
    assert parse_person(text) is None


def test_a_list_may_hold_names_that_nobody_knows() -> None:
    assert parse_person("Teefy") is None
    assert parse_person("Teefy", listed=True) == PersonName(surname="Teefy")
    assert parse_person("Apologies", listed=True) is None


def test_display_and_key() -> None:
    name = parse_person("Cllr Jim O\u2019Boyle MBE")
    assert name is not None
    assert display(name) == "Jim O'Boyle"
    assert key(name) == ("oboyle", "J")
    other = parse_person("Mr R W N\u00ed-Gough")
    assert other is not None
    assert (display(other), key(other)) == ("R W N\u00ed-Gough", ("nigough", "RW"))


@pytest.mark.parametrize(
    ("text", "people"),
    {
        "Councillor M Mutton said": ["M Mutton"],
        "Councillors Donegan, Gleeson, Mitchell and Teefy were": ["Donegan", "Gleeson", "Mitchell", "Teefy"],
        "Councillors, Gleeson, Mitchell, O'Donnell, Sheehy, Teefy.": [
            "Gleeson", "Mitchell", "O'Donnell", "Sheehy", "Teefy",
        ],
        "Cllrs A Tucker and D Jackson": ["A Tucker", "D Jackson"],
        "Councillors J Smith (Chair), K Jones (Vice-Chair) and L Brown": ["J Smith", "K Jones", "L Brown"],
        "Councillors Browne, Collins and\nScanlan": ["Browne", "Collins", "Scanlan"],
        "Councillor J Lepoidevin Councillor A Lucas Councillor P Male": ["J Lepoidevin", "A Lucas", "P Male"],
        "In his speech Sir Martin outlined": ["Martin"],
        "thanked Mr Shipton.": ["Shipton"],
        "Councillor Smith's report": ["Smith"],
        "Mr. J. Smith. The meeting closed": ["J Smith"],
        "Councillor R Brown (substitute for Councillor D Kershaw)": ["R Brown", "D Kershaw"],
        "the Mayor, Councillor J. Smith, welcomed": ["J Smith"],
        "Councillor Jim\nO'Boyle": ["Jim O'Boyle"],
        "COUNCILLOR SMITH REPORTED THAT": ["Smith"],
        "Councillor Lakha \u2013 Chair": ["Lakha"],
        "Councillors Smith and Coventry City Council": ["Smith"],
        "Councillors Smith and Jones, Director of Finance": ["Smith", "Jones"],
        "by Mr R C Love, OBE, and Mrs Bell": ["R C Love", "Bell"],
        "Prof Sir David King": ["David King"],
        "Mr McGuigan Preliminary plans": ["McGuigan"],
        "Cllr O\u2019Boyle, Cllr N\u00ed Fhlatharta": ["O'Boyle", "N\u00ed Fhlatharta"],
        "Councillor Call for Action": [],
        "Councillor Training": [],
        "Dr Challoner's Grammar School": [],
        "Sir Frank Whittle Studio School": [],
        "Bishop Ullathorne Catholic School": [],
        "Major Road Network": [],
        "PC World": [],
        "Sir Gaerfyrddin": [],
        "the councillor may resign": [],
        "Miss Out": [],
    }.items(),
)  # fmt: skip
def test_people_in_prose(text: str, people: list[str]) -> None:
    assert [display(found.name) for found in find_people(text)] == people


def test_spans_of_people() -> None:
    text = "Present: Councillors Donegan and Ryan; Mr R C Love, OBE."
    assert [text[p.start : p.end] for p in find_people(text)] == ["Donegan", "Ryan", "Mr R C Love, OBE"]
    assert [p.name.honorific for p in find_people(text)] == ["Councillor", "Councillor", "Mr"]


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("S Hanson, K Jones and R Potter", ["S Hanson", "K Jones", "R Potter"]),
        ("Councillor J Lepoidevin Councillor A Lucas", ["Councillor J Lepoidevin", "Councillor A Lucas"]),
        (
            "Mr R C Love, OBE, Mr S. Coughlan (Director, Support Services), Mrs C Bell",
            ["Mr R C Love, OBE", "Mr S. Coughlan (Director, Support Services)", "Mrs C Bell"],
        ),
        (
            "Councillor Lakha \u2013 Chair, Jobs, Skills and Growth Scrutiny Board",
            ["Councillor Lakha \u2013 Chair, Jobs, Skills and Growth Scrutiny Board"],
        ),
        (
            "Bev Messinger, Director of Customer and Workforce Services, Council House Coventry",
            ["Bev Messinger, Director of Customer and Workforce Services, Council House Coventry"],
        ),
        ("Councillors Donegan, Gleeson\nand Teefy", ["Councillors Donegan", "Gleeson", "Teefy"]),
        ("Councillors, Gleeson, Mitchell", ["Councillors, Gleeson", "Mitchell"]),
        ("A Smith - Chair; B Jones - Vice Chair", ["A Smith - Chair", "B Jones - Vice Chair"]),
        ("Cllr A Smith (Chair\nCllr B Jones", ["Cllr A Smith (Chair", "Cllr B Jones"]),
        ("Councillor J\nSmith", ["Councillor J\nSmith"]),
        ("Mr J Smith & Mrs K Jones", ["Mr J Smith", "Mrs K Jones"]),
        (
            "Lord Mayor Councillor J Smith, Deputy Lord Mayor Councillor K Jones",
            ["Lord Mayor Councillor J Smith", "Deputy Lord Mayor Councillor K Jones"],
        ),
        ("Cllr Sheahan, An Cathaoirleach", ["Cllr Sheahan, An Cathaoirleach"]),
        ("U Patel, Resources Directorate", ["U Patel, Resources Directorate"]),
        ("Nil", ["Nil"]),
        ("", []),
    ],
)
def test_lists_split(text: str, chunks: list[str]) -> None:
    assert [text[start:end] for start, end in split_people(text)] == chunks


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("J O'Boyle", "Cllr Jim O\u2019Boyle", True),
        ("William Smith", "Bill Smith", True),
        ("Rachael Sugars", "Rachel Sugars", True),
        ("J R Smith", "J Smith", True),
        ("Councillor Smith", "Ann Smith", True),
        ("L Pardy-McLaughlin", "L Pardy McLaughlin", True),
        ("Sir Martin", "Sir Martin Narey", True),
        ("Julie Newman", "J Newman", True),
        ("J R Smith", "J P Smith", False),
        ("Mr J Smith", "Mrs J Smith", False),
        ("Ann Smith", "Paul Smith", False),
        ("A Smith", "A Smyth", False),
        ("W Smith", "Bill Smith", False),
        ("J Smith Jnr", "J Smith Snr", False),
    ],
)
def test_whether_two_may_be_one(one: str, other: str, may_be: bool) -> None:
    a, b = parse_person(one), parse_person(other)
    assert a is not None and b is not None
    assert compatible(a, b) is may_be
    assert compatible(b, a) is may_be


def test_words_of_names() -> None:
    assert is_given_name("MARTIN") and is_given_name("Bev") and not is_given_name("Directorate")
    assert is_surname("Hughes") and is_surname("O\u2019Boyle") and is_surname("McTavish") and not is_surname("Whoberly")
