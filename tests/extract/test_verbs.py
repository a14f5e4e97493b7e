import pytest

from civicgraph.extract.decisions.verbs import by_form, noun_action, verb_of, verbs


@pytest.mark.parametrize(
    ("form", "lemma", "action"),
    [
        ("notes", "note", "note"),
        ("sought", "seek", "request"),
        ("referred", "refer", "refer"),
        ("sets up", "set up", "establish"),
        ("withdrawn", "withdraw", "amend"),
        ("co-opted", "co-opt", "appoint"),
    ],
)
def test_forms(form: str, lemma: str, action: str) -> None:
    verb = verb_of(form)
    assert verb is not None
    assert (verb.lemma, verb.action) == (lemma, action)


@pytest.mark.parametrize("form", ["considered", "discussed", "report", "was"])
def test_no_decision_in_it(form: str) -> None:
    assert verb_of(form) is None


def test_each_lemma_once() -> None:
    lemmas = [verb.lemma for verb in verbs()]
    assert len(lemmas) == len(set(lemmas))
    assert all(by_form()[verb.base][0] == verb for verb in verbs())


@pytest.mark.parametrize(
    ("clause", "action"),
    [
        ("Refusal on highway grounds", "reject"),
        ("No objection", "approve"),
        ("Deferral for a site visit", "defer"),
        ("The report", None),
    ],
)
def test_nouns(clause: str, action: str | None) -> None:
    assert noun_action(clause) == action
