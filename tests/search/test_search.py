"""The search beside the graph: what it finds, how it counts, and that it is of the graph and of no other."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from civicgraph import search
from civicgraph.queries import ask, of_pages
from civicgraph.search import CLOSES, FILE, OPENS, Wish, find
from civicgraph.search.find import expression
from civicgraph.search.index import OF_COUNCILS, passages
from civicgraph.store import current, open_store
from sample import civicgraph, write


def file_of(out: Path) -> Path:
    return out / current(out) / FILE


def test_a_surname_finds_both_who_have_it(samples: Path) -> None:
    found = find(file_of(samples), Wish(words="newman", kind="person"))
    assert {hit.title for hit in found.hits} == {"J Newman", "Julie Newman"}


def test_names_come_before_texts_and_a_snippet_marks_the_words(samples: Path) -> None:
    found = find(file_of(samples), Wish(words="social workers"))
    kinds = [hit.kind for hit in found.hits]
    assert kinds == sorted(kinds, key=lambda kind: kind == "text")
    passage = next(hit for hit in found.hits if hit.kind == "text")
    assert f"{OPENS}social{CLOSES}" in passage.snippet.lower()
    assert passage.start is not None


def test_a_facet_counts_what_it_leads_to(samples: Path) -> None:
    whole = find(file_of(samples), Wish(words="social"))
    for facet, values in whole.facets:
        for value, number in values:
            assert find(file_of(samples), Wish(words="social", **{facet: value})).total == number, (facet, value)


def test_a_phrase_is_found_as_it_stands(samples: Path) -> None:
    assert find(file_of(samples), Wish(words='"progress review in 6 months"')).total
    assert not find(file_of(samples), Wish(words='"review progress in 6 months"')).total


@pytest.mark.parametrize(
    "words", ["", "   ", '"', "*", "NEAR(a b)", "title : x", "a AND", "-b", "^c", "x' OR 1=1 --", "(" * 500, "\x00"]
)
def test_what_a_reader_types_is_words_and_nothing_else(samples: Path, words: str) -> None:
    find(file_of(samples), Wish(words=words))  # no error, whatever it finds


def test_the_last_word_may_be_begun() -> None:
    assert expression("scrutiny boa") == '"scrutiny" "boa"'
    assert expression("scrutiny boar") == '"scrutiny" "boar"*'
    assert expression('"scrutiny boar"') == '"scrutiny boar"'


def test_passages_begin_where_they_say() -> None:
    text = "\n\n".join(f"{n} " + "word " * 40 for n in range(30))
    made = list(passages(text))
    assert len(made) > 3
    assert all(text[start:].startswith(words) for start, words in made)
    assert " ".join(words for _, words in made).split() == text.split()


def test_the_same_documents_give_the_same_search(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1, 2, 3)
    sums = set()
    for name, jobs in (("a", 1), ("b", 2)):
        assert civicgraph("build", folder, "--out", tmp_path / name, "--jobs", jobs).returncode == 0
        sums.add(hashlib.sha256(file_of(tmp_path / name).read_bytes()).hexdigest())
    assert len(sums) == 1


def test_it_goes_with_its_graph(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1), tmp_path / "out"
    assert civicgraph("build", folder, "--out", out).returncode == 0
    before = file_of(out)
    assert not find(before, Wish(words="school places")).total
    write(folder, 2)
    assert civicgraph("build", folder, "--out", out).returncode == 0
    assert find(file_of(out), Wish(words="school places")).total
    assert not before.exists()
    assert len(list(out.rglob(FILE))) == 1


def test_what_is_kept_is_what_the_graph_answers(samples: Path) -> None:
    store = open_store(samples)
    query = (Path(__file__).parents[2] / "queries/pages/quality-gaps.rq").read_text(encoding="utf-8")
    asked = [tuple(row[i].value for i in range(2)) for row in store.query(query)]  # type: ignore[union-attr]
    assert asked
    assert list(search.kept(file_of(samples), "quality-gaps")) == asked


def test_the_lists_of_each_council_are_kept(samples: Path) -> None:
    found = find(file_of(samples), Wish(words="council", kind="council"))
    assert found.hits
    for council in (hit.iri for hit in found.hits):
        for name in OF_COUNCILS:
            asked = ask(open_store(samples), of_pages()[name], {"this": [council]})
            rows = [tuple(getattr(row[i], "value", "") for i in range(len(row))) for row in asked]  # type: ignore
            assert search.kept(file_of(samples), name, council) == tuple(rows)
    assert any(search.kept(file_of(samples), "council-meetings", hit.iri) for hit in found.hits)
    assert not search.kept(file_of(samples), "names", "urn:no-council")


def test_what_is_open_has_no_found_answer(samples: Path) -> None:
    things = search.unanswered(file_of(samples), 100)
    assert any("a-further-progress-review" in one or "progress-review" in one for one in things)
    answered = "scrutiny-task-and-finish-group-on-looked-after-children-and-apprenticeships-to-cabinet-member"
    assert not any(answered in one for one in things)
