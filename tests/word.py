"""Word files written by hand, part by part, for what no library writes: numbering, tracked changes, broken packages."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from civicgraph.model import Document
from civicgraph.read import read_bytes

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}


def word(body: str, *, main: str = "document.main+xml", relations: str = "", **parts: str) -> bytes:
    """A package with this body; each further part by its name: `numbering="<w:num …>"`, `header1="<w:p>…"`."""
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    related = relations
    types = f'<Override PartName="/word/document.xml" ContentType="{WORDML}{main}"/>'
    for name, xml in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{xml}</w:{root}>"
        related += f'<Relationship Id="{name}" Type="{OFFICE}{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORDML}{kind}+xml"/>'
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{relationships}">{related}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{relationships}">'
        f'<Relationship Id="rId1" Type="{OFFICE}officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    return zipped(files)


def zipped(files: dict[str, str | bytes] | dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def p(*runs: str, style: str = "", num: str = "", level: int | None = None, about: str = "") -> str:
    """A paragraph of runs, or of plain words; `num` is the instance of a list."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num or level is not None:
        at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        properties += f"<w:numPr>{at}" + (f'<w:numId w:val="{num}"/>' if num else "") + "</w:numPr>"
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}{about}</w:pPr>{inside}</w:p>"


def r(words: str, about: str = "") -> str:
    """A run: tabs and line feeds as Word writes them."""
    text = escape(words).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    text = text.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    return f"<w:r><w:rPr>{about}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is its paragraphs, or plain words."""
    return "<w:tbl>" + "".join(tr(*row) for row in rows) + "</w:tbl>"


def tr(*cells: str) -> str:
    return "<w:tr>" + "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells) + "</w:tr>"


def tc(content: str, about: str = "") -> str:
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"


def lvl(at: int, form: str, text: str, more: str = "", start: int | None = 1) -> str:
    first = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{at}">{first}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(abstract: dict[str, str], instances: dict[str, str | tuple[str, str]]) -> str:
    """numbering.xml: the levels of each abstract list; instance → abstract list, or (abstract list, overrides)."""
    out = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in abstract.items()
    )
    for key, of in instances.items():
        name, overrides = of if isinstance(of, tuple) else (of, "")
        out += f'<w:num w:numId="{key}"><w:abstractNumId w:val="{name}"/>{overrides}</w:num>'
    return out


def style(key: str, name: str, about: str = "", based: str = "", kind: str = "paragraph", run: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{on}'
        f"<w:pPr>{about}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def document(data: bytes) -> Document:
    return read_bytes(data, path="minutes.docx", name="minutes.docx")


def lines(data: bytes) -> list[str]:
    """Every block as it stands in the text, tabs as " | "."""
    read = document(data)
    return [read.quote(block.span).replace("\t", " | ") for block in read.blocks]
