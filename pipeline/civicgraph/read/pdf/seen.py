"""Words that stand in the file and cannot be seen on the page: on a layer that is off, white on white, under a box that
somebody drew over them. Who publishes a paper means what it shows, and what was blacked out least of all to be read."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium

from civicgraph.read.pdf.glyphs import Word

SCALE = 1.5  # pixels to the point
MOST = 4_000_000  # pixels
CONTRAST = 20  # of 255: between ink and ground, within the body of a word


def unseen(page: pdfium.PdfPage, words: Sequence[Word]) -> set[Word]:
    """Those of the words at whose place the page shows one even colour. Draws the page, so ask for those in doubt."""
    height = page.get_height()
    if not words or page.get_width() * height * SCALE**2 > MOST:
        return set()
    picture = page.render(scale=SCALE, grayscale=True, may_draw_forms=False)
    try:
        pixels, across, down = bytes(picture.buffer), picture.width, picture.height
        stride = picture.stride
    finally:
        picture.close()
    out = set()
    hidden = False
    for word in words:
        if any(char.isalnum() for char in word.text):
            wide = word.x1 - word.x0
            left, right = int((word.x0 + 0.1 * wide) * SCALE), int((word.x1 - 0.1 * wide) * SCALE) + 1
            top, bottom = int((height - word.y - 0.5 * word.size) * SCALE), int((height - word.y) * SCALE)
            lines = [
                pixels[y * stride + max(left, 0) : y * stride + min(right, across)]
                for y in range(max(top, 0), min(bottom, down))
            ]
            ink = b"".join(lines)
            hidden = bool(ink) and max(ink) - min(ink) < CONTRAST
        if hidden:
            out.add(word)
    return out
