import pytest

from civicgraph.values.people import find_people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Councillor David Grant be appointed Mayor", "Councillor David Grant"),
        ("Councillor David Ward moved the report", "Councillor David Ward"),
        ("Cllr Mary May, Cllr June Hall", "Cllr Mary May"),
    ],
)
def test_surnames_that_are_words_too(text: str, name: str) -> None:
    found = find_people(text)
    assert text[found[0].start : found[0].end] == name


def test_a_street_is_nobody() -> None:
    assert find_people("Cllr Kelly Street lighting was poor") == []
