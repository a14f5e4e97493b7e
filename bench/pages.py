"""Pages a second: a PDF as a document, beside PDFium's own plain text, which nothing in Python outruns, in one run.

python bench/pages.py [FOLDER] [--rounds 5]        without a folder, the samples printed as PDF
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2 as pdfium

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "pipeline"), str(ROOT / "tests")]


def main() -> None:
    parser = argparse.ArgumentParser(description="pages a second")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    files = [path.read_bytes() for path in sorted(given.folder.rglob("*.pdf"))] if given.folder else _printed()
    pages = sum(len(pdfium.PdfDocument(data)) for data in files)
    # In turns, so that what else the machine does falls on both.
    rates: dict[str, list[float]] = {"plain text": [], "civicgraph": []}
    for _ in range(given.rounds):
        for name, read in (("plain text", _plain), ("civicgraph", _document)):
            began = time.perf_counter()
            for data in files:
                read(data)
            rates[name].append(pages / (time.perf_counter() - began))
    print(f"{len(files)} files, {pages} pages, one core, median of {given.rounds} rounds")
    base = statistics.median(rates["plain text"])
    for name, found in rates.items():
        rate = statistics.median(found)
        print(f"{name:12} {rate:7.0f} pages/s  {rate / base:5.2f} of plain text")


def _printed() -> Sequence[bytes]:
    from civicgraph.read import read
    from made_pdf import pdf_of

    return [pdf_of(read(path)) for path in sorted((ROOT / "data/documents").glob("*.[mt][dx]*"))]


def _plain(data: bytes) -> None:
    document = pdfium.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()


def _document(data: bytes) -> None:
    from civicgraph.read import read_bytes

    read: Callable[..., object] = read_bytes
    read(data, path="paper.pdf", name="paper.pdf")


if __name__ == "__main__":
    main()
