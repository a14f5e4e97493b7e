import re

import pytest

from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.names.heads import Rule, heads_of, rule_of, rules, word_list
from civicgraph.extract.names.organisations import find_organisations
from civicgraph.extract.names.phrases import enumeration, find_phrases, is_person
from civicgraph.extract.names.programmes import find_programmes

FINDERS = {"body": find_bodies, "organisation": find_organisations, "programme": find_programmes}
ROWS = [rule for kind in FINDERS for rule in rules(kind)]
BOARD = re.compile(r"\b(?:Board|Committee|BOARD|COMMITTEE)\b")
STOP = re.compile(r"Cabinet|Board|Committee|Fund")
POSTS = re.compile(r"\b(?:Director|Solicitor|Chair)\b")


@pytest.mark.parametrize("rule", ROWS, ids=[rule.id for rule in ROWS])
def test_every_row_finds_its_yes_and_leaves_its_no(rule: Rule) -> None:
    sentence, name = rule.yes
    assert name in [mention.name for mention in FINDERS[rule.kind](sentence)]
    assert [mention.name for mention in FINDERS[rule.kind](rule.no)] == []


def test_rows_have_ids_of_their_own_and_heads_of_one_kind_each() -> None:
    assert len({rule.id for rule in ROWS}) == len(ROWS)
    for kind in FINDERS:
        heads = [head for rule in rules(kind) for head in rule.heads]
        assert sorted(heads) == sorted(set(heads))
    found = rule_of("programme", "Bursary")
    assert found is not None and found.id == "programme-fund"
    assert "Sub\\-Committee" in heads_of("body")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Councillor Hale, Chair, Homes, Skills and Growth Board, spoke", "Homes, Skills and Growth Board"),
        ("the Cabinet and Housing Board met", "Housing Board"),
        ("Environment & Economy Overview & Scrutiny Committee", "Environment & Economy Overview & Scrutiny Committee"),
        ("by the Member Services and Standards Committee", "Member Services and Standards Committee"),
        ("the Selection and Member Services Committee", "Selection and Member Services Committee"),
        ("A review by Performance Review and Scrutiny Committee", "Performance Review and Scrutiny Committee"),
        ("Update Planning Committee", "Planning Committee"),
        ("Anna Reed, Skills and Growth Board", "Skills and Growth Board"),
        ("Cllr A Tucker and Audit Committee", "Audit Committee"),
        ("THE MINUTES OF THE STAFFING AND POLICY COMMITTEE HELD", "STAFFING AND POLICY COMMITTEE"),
        ("Roads Board (2) Audit Committee", "Roads Board (2) Audit Committee"),
        ("Ridgeway City Deal (RCD) Joint Committee", "Ridgeway City Deal (RCD) Joint Committee"),
        ("On Monday Planning\nCommittee met", "Planning\nCommittee"),
        ("Housing\n\nBoard", "Board"),
        ("Triple P Board", "Triple P Board"),
        ("under the No Cold Homes Board", "No Cold Homes Board"),
    ],
)
def test_phrases_grow_to_the_left(text: str, name: str) -> None:
    phrase = max(find_phrases(text, BOARD, barriers=STOP), key=lambda p: p.end - p.named)
    assert text[phrase.named : phrase.end] == name


@pytest.mark.parametrize("name", ["stops", "inner", "plain_body", "kinds_of_organisation", "kinds_of_programme"])
def test_lists_of_words_hold_words(name: str) -> None:
    assert word_list(name)
    assert all(word.strip() == word and word for word in word_list(name))


def test_a_person_in_front_is_told_apart() -> None:
    (titled,) = find_phrases("Mr Glover Weir Board", BOARD)
    assert ("Mr Glover Weir Board"[titled.titled :], titled.titled - titled.start) == ("Weir Board", 7)
    (named,) = find_phrases("Susan Reed Weir Board", BOARD)
    assert "Susan Reed Weir Board"[named.named :] == "Weir Board"
    assert is_person("Susan", "Reed") and not is_person("Grace", "Road") and not is_person("Housing", "Reed")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Children, Learning and Young People were asked", "Children, Learning and Young People"),
        ("Finance, City Solicitor and the Director of Law", "Finance"),
        ("Looked After Children Services, who", "Looked After Children Services"),
        ("Housing and Corporate Assurance and Susan Reed", "Housing and Corporate Assurance"),
        ("Transport Report", "Transport"),
        ("Communications and Member Services", "Communications and Member Services"),
    ],
)
def test_enumerations_end_where_the_next_name_begins(text: str, end: str) -> None:
    assert text[: enumeration(text, 0, POSTS)] == end
