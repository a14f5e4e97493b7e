import pytest

from civicgraph.values.names import (
    PersonName,
    compatible,
    display,
    is_given_name,
    is_surname,
    key,
    parse_person,
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
        ("W Smith", "Bill Smith", True),
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


@pytest.mark.parametrize(("text", "initials"), [("Ann B. Reed", "AB"), ("Ann A Reed", "AA")])
def test_middle_initials(text: str, initials: str) -> None:
    name = parse_person(text)
    assert name is not None
    assert (name.initials, name.surname) == (initials, "Reed")
