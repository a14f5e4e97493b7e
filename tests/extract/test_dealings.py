import pytest

from civicgraph.extract.names.dealings import Rule, find_dealings, is_outside, rules, run_end
from civicgraph.extract.names.everyday import is_everyday, is_training


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_every_row_finds_its_yes_and_leaves_its_no(rule: Rule) -> None:
    sentence, name = rule.yes
    assert name in [m.name for m in find_dealings(sentence) if m.rule == rule.id]
    assert list(find_dealings(rule.no)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "declared an interest as an employee of Wren Valley Homeshare and Moorside Skills, and as a parent",
            ["Wren Valley Homeshare", "Moorside Skills"],
        ),
        ("She worked for Northmoor Housing and Support in Barset.", ["Northmoor Housing and Support"]),
        ("on behalf of Fell & Dale 4x4 Response's trustees", ["Fell & Dale 4x4 Response"]),
        ("representing the Mind in Marshdale", ["Mind in Marshdale"]),
        ("a letter from the NRTZ about buses", ["NRTZ"]),
        ("a letter from the CEO, a reply from HOSC and a TOTAL of nine", []),
        ("representing the Labour Group, the Council and the Abbey Ward", []),
        ("a donation to Councillor Moss, Ann Moore and J Bell", []),
        ("the company said that Councillor Moss was wrong", []),
    ],
)
def test_names_that_the_words_around_tell(text: str, found: list[str]) -> None:
    mentions = list(find_dealings(text, 7))
    assert [mention.name for mention in mentions] == found
    for mention in mentions:
        assert text[mention.span.start - 7 : mention.span.end - 7] == mention.name


@pytest.mark.parametrize(
    ("name", "strict", "single", "outside"),
    [
        ("Marshdale Mind Matters", False, False, True),
        ("Environmental Health", False, False, False),
        ("Customer and Transformation", False, False, False),
        ("Peter Moore", False, False, False),
        ("Fenwright", False, False, False),
        ("Fenwright", False, True, True),
        ("Highways", False, True, False),
        ("Wren Valley", True, False, False),
        ("Wren Valley Media", True, False, True),
        ("Moor Lane", False, False, False),
        ("Warm Homes Strategy", False, False, False),
    ],
)
def test_what_may_be_an_outside_organisation(name: str, strict: bool, single: bool, outside: bool) -> None:
    assert is_outside(name, strict=strict, single=single) == outside


def test_a_phrase_ends_where_small_words_lead_on() -> None:
    assert run_end("Mind in Marshdale and Barset", 0) == len("Mind in Marshdale")
    assert run_end("Northmoor Care in the county", 0) == len("Northmoor Care")
    assert run_end("the Northmoor Care", 0) == 0


def test_everyday_words_name_nothing() -> None:
    assert is_everyday("Health and Social Care Services") and not is_everyday("Marshdale Care Services")
    assert is_training("Social Work Academy") and is_training("Leadership Academy")
    assert not is_training("Academy") and not is_training("Primary Academy") and not is_training("Moorside Academy")
