"""Reading corrections.csv: what is a correction, and what is said of a line that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicgraph.errors import UsageError
from civicgraph.link.corrections import COLUMNS, read
from civicgraph.model import Correction

HEAD = ",".join(COLUMNS)
SIGNED = {"by": "A Clerk", "on": "2026-01-31"}


def line(**cells: str) -> str:
    return ",".join(f'"{(SIGNED | cells).get(column, "")}"' for column in COLUMNS)


def file(folder: Path, *lines: str, head: str = HEAD) -> Path:
    path = folder / "corrections.csv"
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return path


SAME = {"act": "same", "kind": "person", "council": "Barset", "name": "E Harding", "other_name": "Eleanor Bold"}
DROP = {"act": "drop", "document": "a.md", "table": "votes", "quote": "Lost"}


def test_each_act_is_read(tmp_path: Path) -> None:
    renamed = {"act": "rename", "kind": "body", "document": "a.md", "name": "The Board", "value": "Roads Board"}
    found = read(
        file(tmp_path, line(**SAME), line(**DROP), line(**SAME | {"act": "different"}), line(**renamed),
             line(**renamed | {"act": "add-name"}))
    )  # fmt: skip
    assert [one.act for one in found] == ["add-name", "different", "drop", "rename", "same"]
    assert found[2] == Correction(
        act="drop", document="a.md", table="votes", quote="Lost", by="A Clerk", on="2026-01-31"
    )


def test_the_order_of_lines_and_columns_and_a_line_twice_make_no_difference(tmp_path: Path) -> None:
    there = read(file(tmp_path, line(**SAME), line(**DROP), line(**SAME)))
    assert there == read(file(tmp_path, line(**DROP), line(**SAME)))
    cells = SIGNED | DROP
    turned = file(tmp_path, ",".join(cells.values()), head=",".join(cells))
    assert read(turned) == (Correction(**cells),)  # type: ignore[arg-type]


def test_what_a_spreadsheet_adds_is_no_matter(tmp_path: Path) -> None:
    path = file(tmp_path, line(**DROP | {"quote": "Lost,\n  by 3 votes"}), ",,,", "", head=HEAD.title())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    (found,) = read(path)
    assert found.quote == "Lost, by 3 votes"


def test_a_file_with_nothing_but_its_first_line_has_no_corrections(tmp_path: Path) -> None:
    assert read(file(tmp_path)) == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (SAME | {"act": "sme"}, "column act: 'sme' is no act; write same, different, rename, add-name or drop"),
        (SAME | {"act": ""}, "column act: an empty cell is no act"),
        (SAME | {"by": ""}, "column by: is empty, and 'same' needs it; write who says so"),
        (SAME | {"on": ""}, "column on: is empty"),
        (SAME | {"on": "31/01/2026"}, "column on: '31/01/2026' is no day; write it as 2026-01-31"),
        (SAME | {"on": "2026-02-30"}, "column on: '2026-02-30' is no day"),
        (SAME | {"on": "20260131"}, "column on: '20260131' is no day"),
        (SAME | {"name": ""}, "column name: is empty"),
        (SAME | {"other_name": ""}, "column other_name: is empty"),
        (SAME | {"kind": "councillor"}, "column kind: 'councillor' is no kind; write person, body"),
        (SAME | {"value": "x"}, "column value: 'same' does not take it; leave it empty"),
        (SAME | {"council": ""}, "column council: is empty, and so is document"),
        (SAME | {"other_name": "E Harding"}, "column other_name: is the same name in the same place"),
        (SAME | {"document": "in/a.md"}, "column document: 'in/a.md' has folders; write the name of the file alone"),
        (DROP | {"table": "people"}, "column table: 'people' has no facts to drop; write attendance"),
        (DROP | {"quote": ""}, "column quote: is empty"),
        (DROP | {"document": ""}, "column document: is empty"),
        (DROP | {"kind": "person"}, "column kind: 'drop' does not take it"),
        (DROP | {"table": "targets"}, "column value: is empty; write which target"),
    ],
)
def test_a_line_that_is_no_correction_is_said_with_its_place(tmp_path: Path, cells: dict[str, str], said: str) -> None:
    path = file(tmp_path, line(**DROP), line(**cells))
    with pytest.raises(UsageError) as error:
        read(path)
    assert str(error.value).startswith(f"{path}, line 3, {said}")


def test_every_bad_line_is_said(tmp_path: Path) -> None:
    path = file(tmp_path, line(**SAME | {"act": "x"}), line(**DROP), *[line(**SAME | {"by": ""})] * 30)
    with pytest.raises(UsageError) as error:
        read(path)
    said = str(error.value).splitlines()
    assert [one.split(", ")[1] for one in said[:3]] == ["line 2", "line 4", "line 5"]
    assert said[-1] == f"{path}: and 11 more lines"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "line 1: there is no column act; write act,kind"),
        (b"act,by\n", "line 1: there is no column on"),
        (b"act,by,on,who\n", "line 1: 'who' is no column"),
        (b"act;by;on\n", "line 1: 'act;by;on' is no column"),
        (b"act,by,on,by\n", "line 1: column by is there twice"),
        (b"act,by,on\nsame,A,2026-01-31,x\n", "line 2: has 4 cells and the first line 3"),
        (b'act,by,on\nsame,"A" B,2026-01-31\n', "line 2: is not CSV"),
        (b"act,by,on\nsame,\xe9,2026-01-31\n", "is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_as_corrections(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "c.csv"
    path.write_bytes(data)
    with pytest.raises(UsageError) as error:
        read(path)
    assert said in str(error.value)
    assert str(error.value).startswith(str(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path / "c.csv")
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path)
