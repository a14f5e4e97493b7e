"""One meeting as text, Word, PDF, web page and an answer of the web service: one meeting in the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from answered import COMMITTEES, item, meeting, soap
from civicgraph.answers import columns, rows
from civicgraph.queries import ask, question
from civicgraph.read import read_bytes
from civicgraph.run import build
from civicgraph.store import open_store
from civicgraph.validate import check
from made_docx import docx_of, pieces_of
from made_html import html_of
from made_pdf import pdf_of
from sample import nquads

MINUTES = """# {council}

## Minutes of the Meeting of {body} held at 2.00 pm on Wednesday, 21st January, 2026

**Venue:** Committee Room 2, Town Hall

**Present:**

Members:

- Councillor Alice Thorne (Chair)
- Councillor Ben O'Hara (Vice-Chair)
- Councillor Ed Wright

### 31. Declarations of Interest

There were no declarations of interest.

### 32. Kerbs

**RESOLVED** that the kerbs be mended.

(Meeting closed at 3.45 pm)
"""
ANSWER = soap(
    meeting(
        item("31.", "Declarations of Interest", aiid="1", minutes="<p>There were no declarations of interest.</p>"),
        item("32.", "Kerbs", aiid="2", minutes="<p><b>RESOLVED</b> that the kerbs be mended.</p>"),
    )
)
# Names that tell nothing, or something untrue: what a file is, is in it.
NAMES = ("a.txt", "b", "c.docx", "d.pdf", "e.html", "f.csv")


@pytest.mark.parametrize("council", ["Coventry City Council", "Barsetshire District Council"])
def test_five_formats_are_one_meeting(tmp_path: Path, council: str) -> None:
    text = MINUTES.format(council=council, body="the Highways Committee").encode()
    document = read_bytes(text, path="m", name="m")
    loud = read_bytes(
        MINUTES.format(council=council.upper(), body="the HIGHWAYS COMMITTEE").encode(), path="m", name="m"
    )
    files = (
        text, docx_of(pieces_of(loud)), pdf_of(document), html_of(document), ANSWER.encode(), COMMITTEES.encode(),
    )  # fmt: skip
    folder = tmp_path / "in"
    folder.mkdir()
    out, again = tmp_path / "out", tmp_path / "again"
    for name, data in zip(NAMES, files, strict=True):
        (folder / name).write_bytes(data)
        assert not build([folder], out, jobs=1).failed  # one by one
    assert not build(sorted(folder.iterdir(), reverse=True), again, jobs=1).failed  # and at once
    assert nquads(out, tmp_path / "out.nq") == nquads(again, tmp_path / "again.nq")

    store = open_store(out)
    assert check(store, out / "texts") == ()

    def answer(name: str, *wanted: str, **given: str) -> list[tuple[str, ...]]:
        results = ask(store, question(name), {key: [value] for key, value in given.items()})
        assert isinstance(results, QuerySolutions)
        names = columns(results)
        return [tuple(row[names.index(column)] for column in wanted) for row in rows(results)]

    decided = answer("decisions", "iri", "body", body="Highways Committee")
    assert len(decided) == 5
    assert len({iri for iri, _ in decided}) == 1
    there = answer("attendance", "iri", "body", "status", person="O'Hara")
    assert len({iri for iri, *_ in there}) == 1
    assert {(body.lower(), status) for _, body, status in there} == {("highways committee", "present")}
    assert not [kind for (kind,) in answer("missing", "kind") if kind.startswith("meeting")]
