import time

import pytest

from civicgraph.extract.names.nlp import find_known
from civicgraph.values.gazetteer import act_without_year, known_acronyms, known_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Competition and Market's Authority said", ["Competition and Market's Authority"]),
        ("Carers  Trust and\nthe Children's   Society", ["Carers Trust", "Children's Society"]),
        ("Department for Environment, Food & Rural Affairs", ["Department for Environment, Food & Rural Affairs"]),
        ("an E-on bill, and HMRC's reply", ["E-on", "HMRC"]),
        ("the Council tax, Kent County Council Tax and Kent Police House", []),
        ("the Planning Service and the Children's Commissioner", []),
        ("hmrc and shelter, scope and crisis", []),
    ],
)
def test_known_organisations_with_the_words_as_printed(text: str, found: list[str]) -> None:
    mentions = list(find_known(text, 5))
    assert [mention.name for mention in mentions] == found
    for mention in mentions:
        assert " ".join(text[mention.span.start - 5 : mention.span.end - 5].split()) == mention.name


def test_names_to_look_up_are_names() -> None:
    names = known_names()
    assert "Government" not in names and "Planning Service" not in names and "Channel 4" in names
    assert not [name for name in names if len(name) < 3 or name.endswith((", The", " The"))]
    assert known_acronyms()["HMRC"] == "HM Revenue and Customs"
    assert set(known_acronyms()) <= set(names)


def test_acts_by_title_alone() -> None:
    assert [act.title for act in act_without_year("Care Act")] == ["Care Act 2014"]
    assert len(act_without_year("Local Government Act")) > 5
    assert act_without_year("Sea Weed Act") == ()


def test_looking_up_is_fast() -> None:
    text = "The Committee thanked Kent County Council and the Care Quality Commission for their help. " * 100
    list(find_known(text))
    began = time.process_time()
    list(find_known(text))
    assert time.process_time() - began < 0.2
