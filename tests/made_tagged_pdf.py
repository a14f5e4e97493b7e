"""A tagged PDF (ISO 32000-1, 14.7) written object by object: what Word and the printing service of ModernGov make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words at a place of a page, under one marked-content identifier; `tag` "" is no content of the document."""

    words: str
    page: int
    x: float
    y: float
    tag: str = "P"
    element: int = 0  # runs of one number are one element, over pages too
    cell: tuple[int, int] | None = None  # row and column of the one table
    size: float = 11


def tagged_pdf(runs: Sequence[Run]) -> bytes:
    """Pages of 595 by 842 points in Helvetica."""
    pages = max(run.page for run in runs)
    objects: dict[int, bytes] = {}
    catalog, tree, font, first_page = 1, 2, 3, 10
    number = first_page + 2 * pages
    numbers: dict[int, int] = {}  # run → marked-content identifier
    for page in range(pages):
        drawn = []
        for n, run in enumerate(runs):
            if run.page != page + 1:
                continue
            words = run.words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown = f"BT /F1 {run.size} Tf 1 0 0 1 {run.x} {run.y} Tm ({words}) Tj ET"
            if run.tag:
                numbers[n] = len([m for m in numbers if runs[m].page == run.page])
                drawn.append(f"/{run.tag} <</MCID {numbers[n]}>> BDC {shown} EMC")
            else:
                drawn.append(f"/Artifact BMC {shown} EMC")
        stream = "\n".join(drawn).encode("latin-1")
        objects[first_page + 2 * page] = (
            f"<</Type/Page/Parent 4 0 R/MediaBox[0 0 595 842]/Contents {first_page + 2 * page + 1} 0 R"
            f"/StructParents {page}/Resources<</Font<</F1 {font} 0 R>>>>>>"
        ).encode()
        objects[first_page + 2 * page + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)

    def element(kind: str, kids: str, parent: int) -> int:
        nonlocal number
        number += 1
        objects[number] = f"<</Type/StructElem/S/{kind}/P {parent} 0 R/K[{kids}]>>".encode()
        return number

    def content(n: int) -> str:
        return f"<</Type/MCR/Pg {first_page + 2 * (runs[n].page - 1)} 0 R/MCID {numbers[n]}>>"

    top: list[str] = []
    rows: dict[int, list[str]] = {}
    table_at = None
    for key in dict.fromkeys(run.element for run in runs if run.tag):
        mine = [n for n, run in enumerate(runs) if run.tag and run.element == key]
        run = runs[mine[0]]
        made = element(run.tag, " ".join(content(n) for n in mine), tree)
        if run.cell is None:
            top.append(f"{made} 0 R")
        else:
            cell = element("TD", f"{made} 0 R", tree)
            rows.setdefault(run.cell[0], []).append(f"{cell} 0 R")
            if table_at is None:
                table_at = len(top)
                top.append("")
    if table_at is not None:
        lines = [f"{element('TR', ' '.join(cells), tree)} 0 R" for _, cells in sorted(rows.items())]
        top[table_at] = f"{element('Table', ' '.join(lines), tree)} 0 R"
    kids = " ".join(f"{first_page + 2 * page} 0 R" for page in range(pages))
    document = element("Document", " ".join(top), tree)
    # The parent of each content, page by page (14.7.4.4); readers find elements through it.
    parents = {
        page: " ".join(f"{_parent(objects, n, content)} 0 R" for n in numbers if runs[n].page == page + 1)
        for page in range(pages)
    }
    nums = " ".join(f"{page} [{refs}]" for page, refs in parents.items())
    objects[catalog] = f"<</Type/Catalog/Pages 4 0 R/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R>>".encode()
    objects[tree] = f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree<</Nums[{nums}]>>>>".encode()
    objects[font] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects[4] = f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode()
    for name, body in list(objects.items()):
        for child in (int(ref) for ref in _references(body)):
            if child in objects and b"/StructElem" in objects[child] and child != name and b"/Type/Struct" in body:
                objects[child] = objects[child].replace(f"/P {tree} 0 R".encode(), f"/P {name} 0 R".encode(), 1)
    return pdf_file(objects, catalog)


def _references(body: bytes) -> list[str]:
    kids = body.decode("latin-1").partition("/K")[2].partition("/ParentTree")[0]
    parts = kids.replace("[", " ").replace("]", " ").split()
    return [parts[i - 2] for i, part in enumerate(parts) if part.startswith("R") and parts[i - 2].isdigit()]


def _parent(objects: dict[int, bytes], n: int, content: object) -> int:
    wanted = content(n).encode()  # type: ignore[operator]
    return next(name for name, body in objects.items() if wanted in body)


def written_pdf(
    content: bytes,
    *,
    objects: dict[int, bytes] | None = None,
    box: str = "0 0 595 842",
    page: bytes = b"",
    resources: bytes = b"",
    catalog: bytes = b"",
) -> bytes:
    """One page, drawn by these operators; /F1 is Helvetica. `page`, `resources`, `catalog`: what is added there."""
    made = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>"
        % (box.encode(), resources, page),
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    return pdf_file({**made, **(objects or {})}, 1)


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), about, content)


def pdf_file(objects: dict[int, bytes], root: int) -> bytes:
    """The bytes of a file of these objects."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for name in sorted(objects):
        places[name] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (name, objects[name])
    at, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for name in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(name, 0), b"n" if name in places else b"f")
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, at)
    return bytes(out)
