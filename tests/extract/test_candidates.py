from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from civicgraph.errors import UsageError
from civicgraph.extract import extract, with_candidates
from civicgraph.extract.names import nlp
from civicgraph.extract.names.candidates import Found, find_candidates, is_full_name, is_organisation
from civicgraph.graph import document_triples
from civicgraph.ids import BASE
from civicgraph.link import link
from civicgraph.model import Document, Findings
from civicgraph.read import read
from civicgraph.run import build
from civicgraph.segment import segment
from civicgraph.store import open_store, replace_store
from civicgraph.validate import check
from civicgraph.vocab import CIV

TEXT = """Weir Parish Council

Minutes of the meeting held on 4 May 2021 at 7.30 pm

Present: Cllr A Dale (Chair) and Cllr P Webb

5. Any other business

Jane Moss and the Verbal Update told of Camden Rowers International and of Cllr A Dale, Abbey Hotel, RESOLVED.
"""
MARKED = (
    ("Jane Moss", "PERSON"),
    ("the Verbal Update", "ORG"),
    ("Camden Rowers International", "ORG"),
    ("A Dale", "PERSON"),
    ("Abbey Hotel", "PERSON"),
    ("Weir Parish Council", "ORG"),
    ("4 May 2021", "DATE"),
)
needs_model = pytest.mark.skipif(not nlp.has_model(), reason="the extra 'ner' is not installed")


def pipe(texts: list[str]) -> Iterator[list[Found]]:
    """Marks what a model might, right and wrong."""
    for text in texts:
        marks = ((text.find(words), words, label) for words, label in MARKED)
        yield [(at, at + len(words), label) for at, words, label in marks if at >= 0]


@pytest.fixture
def stated(tmp_path: Path) -> tuple[Document, Findings]:
    path = tmp_path / "weir.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read(path, path.name)
    return document, extract(document, segment(document))


def test_what_passes_is_kept_with_its_words_and_score(stated: tuple[Document, Findings]) -> None:
    document, findings = stated
    found = find_candidates(document, findings, pipe)
    assert [(c.mention.kind, c.mention.name, c.score) for c in found] == [
        ("person", "Jane Moss", 0.9),
        ("organisation", "Camden Rowers International", 0.45),
    ]
    assert all(document.quote(c.mention.span) == c.mention.name for c in found)
    assert findings.candidates == ()


@pytest.mark.parametrize("name", ["Jane Moss", "Mrs Wendy Phillips", "Ed O'Boyle"])
def test_full_names(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize("name", ["Jane", "Abbey Hotel", "Moor Lane", "JANE MOSS", "Wickham St", "Finance Director"])
def test_no_full_names(name: str) -> None:
    assert not is_full_name(name)


def test_organisations_need_a_word_that_tells_one(stated: tuple[Document, Findings]) -> None:
    findings = stated[1]
    assert is_organisation("Camden Rowers International", findings)
    for name in ("Children's Services", "Verbal Update", "Rowers", "Moor Corner", "Weir Valley Strategy", "PDF"):
        assert not is_organisation(name, findings), name


def test_without_the_package_the_flag_is_refused_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "MODEL", "no_such_package_of_names")
    (tmp_path / "weir.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError, match=r"civicgraph\[ner\]"):
        build([tmp_path / "weir.txt"], tmp_path / "out", jobs=1, candidates=True)
    assert not (tmp_path / "out").exists()


@needs_model
def test_the_model_is_the_same_every_time(stated: tuple[Document, Findings]) -> None:
    document, findings = stated
    once, again = with_candidates(document, findings), with_candidates(document, findings)
    assert once.candidates == again.candidates
    assert "Jane Moss" in [c.mention.name for c in once.candidates]


@needs_model
def test_a_build_with_candidates_is_read_again_and_says_how_many(tmp_path: Path) -> None:
    (tmp_path / "weir.txt").write_text(TEXT, encoding="utf-8")
    plain = build([tmp_path / "weir.txt"], tmp_path / "out", jobs=1)
    marked = build([tmp_path / "weir.txt"], tmp_path / "out", jobs=1, candidates=True)
    assert plain.statements["candidates"] == 0 and marked.statements["candidates"] > 0
    assert marked.read == 1


def test_check_finds_nothing_wrong_with_candidates(stated: tuple[Document, Findings], tmp_path: Path) -> None:
    document, findings = stated
    findings = replace(findings, candidates=find_candidates(document, findings, pipe))
    register = link([findings], base=BASE)
    graph = register.documents[findings.key]
    lines = []
    for line, fact in document_triples(findings, register, document.text):
        lines += [f"{line} <{graph}> ."] + ([f"{line} ."] if fact else [])
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / f"{findings.text_sha256}.txt").write_text(document.text, encoding="utf-8")
    replace_store(tmp_path, iter(lines))
    store = open_store(tmp_path)
    assert any(store.quads_for_pattern(None, None, NamedNode(CIV.Candidate), None))
    # What is derived over all documents is left out here, so that other things may be said.
    assert [str(fault) for fault in check(store, tmp_path / "texts") if "#candidate=" in str(fault)] == []
