"""Web pages: what the reader of one sees is what is read, each block once, in the shapes that councils' sites have."""

from __future__ import annotations

import pytest

from civicgraph.errors import DocumentError
from civicgraph.model import Document
from civicgraph.read import read_bytes
from printed import printed


def page(body: str, head: str = "") -> Document:
    return read_bytes(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), path="p", name="p"
    )


def shown(document: Document) -> list[tuple[str, str, str]]:
    """(kind, marker as printed, words) of each block."""
    return [(b.kind, printed(document, b), document.quote(b.words)) for b in document.blocks]


def lines(document: Document) -> list[str]:
    return [document.quote(b.span) for b in document.blocks]


# -- what is a page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html><body><p>Minutes</p></body></html>",
        b"\xef\xbb\xbf<HTML><BODY>Minutes</BODY></HTML>",
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"'
        b' "x.dtd">\n<html'
        b' xmlns="http://www.w3.org/1999/xhtml"><body><p>Minutes</p></body></html>',
        b"<!-- saved from url=(0014)about:internet -->\n<html><p>Minutes</html>",
        b"<div class='minutes'><h4>PRESENT</h4><p>Cllr Lee</p><p>Cllr Shah</p><p>Cllr Webb</p></div>",
        "<!doctype html><html><p>Cofnodion y Cyngor</p></html>".encode("utf-16"),
    ],
)
def test_a_page_is_told_by_its_content(data: bytes) -> None:
    assert read_bytes(data, path="minutes.txt", name="minutes.txt").source.media_type == "text/html"


@pytest.mark.parametrize(
    "text",
    [
        "# Minutes\n\n**Present:** Cllr Lee<br>Cllr Shah\n\n- **1. Apologies**\n",
        "The rate was < 5% and > 3%.\nHTML pages are published.\n",
        "<b>Minutes</b> of the Parish Council\n\nPresent: Cllr Lee\n",
    ],
)
def test_what_only_has_some_tags_is_no_page(text: str) -> None:
    assert read_bytes(text.encode(), path="m.txt", name="m.txt").source.media_type != "text/html"


@pytest.mark.parametrize("encoding", ["iso-8859-14", "windows-1252", "utf-8", "macintosh"])
def test_the_encoding_that_a_page_names(encoding: str) -> None:
    words = "Cyngor Sir Ynys Môn, Cadeirydd" + (" ŵ ŷ" if encoding in ("utf-8", "iso-8859-14") else "")
    codec = {"macintosh": "mac-roman"}.get(encoding, encoding)
    data = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><p>{words}</p>'
    assert read_bytes(data.encode(codec), path="p", name="p").text == words


def test_a_page_in_an_archive() -> None:
    archive = (
        "From: <Saved by a browser>\r\nSubject: Minutes\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n'
        "----B\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        '<html><head><meta charset=3D"windows-1252"></head><body><p>M=F4n Committee =\r\nmet.</p></body></html>\r\n'
        "----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----B--\r\n"
    )
    assert read_bytes(archive.encode(), path="p.mht", name="p.mht").text == "Môn Committee met."
    with pytest.raises(DocumentError, match="without a page"):
        read_bytes(archive.replace("text/html; charset", "text/css; charset").encode(), path="p", name="p")


# -- words -----------------------------------------------------------------------------------------------------------


def test_inline_elements_break_no_word() -> None:
    found = page(
        "<p>The 14<sup>th</sup> Com<b>mit</b>tee&nbsp;of <span>H</span>ousing &amp; Pla\u00adnning\n  met,<o:p>"
        "</o:p> H<sub>2</sub>O</p>"
    )
    assert lines(found) == ["The 14th Committee of Housing & Planning met, H2O"]


def test_what_is_not_shown_is_left_out() -> None:
    found = page(
        "<p>Seen<span style='display:none'> not</span><span hidden> nor</span><span aria-hidden=true>×</span></p>"
        "<script>alert('no')</script><noscript><p>no</p></noscript><template><p>no</p></template><!-- no -->"
        "<svg><text>no</text></svg><button>no</button><select><option>no</option></select><textarea>no</textarea>"
        "<p class='sr-only'>Only for readers</p><p style='VISIBILITY: hidden'>no</p><iframe>no</iframe>"
    )
    assert lines(found) == ["Seen"]
    assert {d.words for d in found.dropped if d.why == "hidden"} >= {"not", "Only for readers"}


def test_bold_struck_and_headings() -> None:
    found = page(
        "<h2>Cabinet</h2><p><b>1. Apologies</b></p><p><strong>Present:</strong> Cllr Lee</p>"
        "<p><span style='font-weight:700'>All of it</span></p><p class=k>By its class</p>"
        "<p>the sum of <s>£50</s> £60 <del>net</del> <span style='text-decoration: line-through'>or so</span></p>",
        head="<style>p.k { font-weight: bold } @media print {.y{display:none}}</style>",
    )
    assert [b.level for b in found.blocks][:2] == [2, 0]
    assert [b.bold for b in found.blocks] == [False, True, False, True, True, False]
    assert printed(found, found.blocks[1]) == "1." and found.quote(found.blocks[1].words) == "Apologies"
    assert [found.quote(span) for span in found.struck] == ["£50", "net", "or so"]


def test_lines_of_a_block_are_entries_or_one_sentence() -> None:
    found = page(
        "<p>Present:<br>Cllr A Lee (Chair)<br/>Cllr B Shah</p>"
        "<p>The Committee noted that the<br>report had been published.</p><p>One<br><br>Two</p>"
    )
    assert lines(found) == [
        "Present:", "Cllr A Lee (Chair)", "Cllr B Shah", "The Committee noted that the report had been published.",
        "One", "Two",
    ]  # fmt: skip


def test_wrapped_lines_are_one_paragraph() -> None:
    words = (
        "The Committee considered the report of the Director of Place on the Housing Strategy and asked Councillor "
        "Lee to bring the views of Ayton Parish Council to the meeting of the Planning Committee that Councillor "
        "Shah would chair on Monday, at which the Head of Planning would be present to answer the questions of the "
        "public on the matter, and all Members would be invited to that meeting."
    )
    wrapped, line = [], ""
    for word in words.split():
        if len(line) + len(word) > 76:
            wrapped, line = [*wrapped, line], ""
        line = f"{line} {word}".strip()
    assert lines(page("<p>" + "<br>\n".join([*wrapped, line]) + "</p>")) == [words]
    assert lines(page("<pre>" + "\n".join([*wrapped, line]) + "</pre>")) == [words]


# -- lists -----------------------------------------------------------------------------------------------------------


def test_numbers_are_those_that_a_browser_prints() -> None:
    found = page(
        "<ol start=4><li>four<li value=9>nine<li>ten<ol type=a><li>a</li></ol></ol>"
        "<ol reversed><li>two</li><li>one</li></ol><ol type=I><li>I</ol><ol style='list-style-type:lower-roman'>"
        "<li>i</ol>"
        "<ul><li>dot<ul><li>inner</ul></ul><ol style='list-style:none'><li>bare</ol><ol><li>(a) typed</ol><ul>"
        "<li>1. typed</ul>"
    )
    assert [(printed(found, b), found.quote(b.words), b.level) for b in found.blocks] == [
        ("4.", "four", 0), ("9.", "nine", 0), ("10.", "ten", 0), ("a.", "a", 1), ("2.", "two", 0), ("1.", "one", 0),
        ("I.", "I", 0), ("i.", "i", 0), ("•", "dot", 0), ("•", "inner", 1), ("", "bare", 0), ("1.", "(a) typed", 0),
        ("1.", "typed", 0),
    ]  # fmt: skip


def test_an_item_of_a_list_has_its_number_once() -> None:
    found = page("<ol><li><h4>APOLOGIES</h4><p>From Cllr Lee.</p></li><li><p></p><p>Minutes</p></li><li></li></ol>")
    assert shown(found) == [
        ("heading", "1.", "APOLOGIES"), ("paragraph", "", "From Cllr Lee."), ("list", "2.", "Minutes"),
    ]  # fmt: skip


def test_word_writes_its_list_numbers_into_the_text() -> None:
    found = page(
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span"
        " style='mso-list:Ignore'>1."
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Noted the report.<o:p>"
        "</o:p></p>"
        "<p class=MsoListParagraph><span style='font-family:Symbol'><span style='mso-list:Ignore'>\uf0b7"
        "<span>&nbsp;</span></span></span>a point</p>"
        "<p class=MsoNormal><span>(b)<span style='font:7.0pt &quot;Times New Roman&quot;'>&nbsp;&nbsp;&nbsp;</span>"
        "</span>the draft</p>"
        "<!--[if gte mso 9]><xml><w:WordDocument>no</w:WordDocument></xml><![endif]--><h1 class=MsoTitle>Title</h1>"
    )
    assert shown(found) == [
        ("list", "1.", "Noted the report."), ("list", "•", "a point"), ("list", "(b)", "the draft"),
        ("heading", "", "Title"),
    ]  # fmt: skip


def test_labels_of_a_definition_list() -> None:
    found = page("<dl><dt>Venue</dt><dd>Town Hall</dd><dt>Chair</dt><dd>Cllr Lee</dd></dl>")
    assert [(b.role, found.quote(b.words)) for b in found.blocks] == [
        ("label", "Venue"), ("", "Town Hall"), ("label", "Chair"), ("", "Cllr Lee"),
    ]  # fmt: skip


# -- tables ----------------------------------------------------------------------------------------------------------


def test_a_table_that_lists_has_rows() -> None:
    found = page(
        "<table><thead><tr><th>Councillor<th>Role<th>Attendance</thead><tbody><tr><td>A Lee<td>Chair<td>Present"
        "<tr><td>B Shah<td><td>Apologies<tr><td colspan=3><b>Officers</b></table>"
    )
    assert [(b.kind, b.role, tuple(found.quote(c) for c in b.cells)) for b in found.blocks] == [
        ("row", "head", ("Councillor", "Role", "Attendance")), ("row", "", ("A Lee", "Chair", "Present")),
        ("row", "", ("B Shah", "", "Apologies")), ("paragraph", "", ()),
    ]  # fmt: skip


def test_a_table_that_lays_out_has_blocks() -> None:
    found = page(
        "<table><tr><td>1.</td><td><p><b>Apologies</b></p><p>From Cllr Lee.</p></td><td>Action</td></tr>"
        "<tr><td>2.</td><td>Minutes<br>Agreed.</td><td></td></tr></table>"
        "<table role=presentation><tr><td>Left</td><td>Right</td></tr></table>"
    )
    assert shown(found) == [
        ("list", "1.", "Apologies"), ("paragraph", "", "From Cllr Lee."), ("paragraph", "", "Action"),
        ("list", "2.", "Minutes"), ("paragraph", "", "Agreed."), ("paragraph", "", "Left"), ("paragraph", "", "Right"),
    ]  # fmt: skip


def test_a_day_is_no_number() -> None:
    found = page("<ul><li>15 Jun 2026 7:30 pm</li><li>3 Mar. 2026</li></ul><p>12 Chwefror 2020</p><p>4 Mar Lodge</p>")
    assert [printed(found, b) for b in found.blocks] == ["•", "•", "", "4"]


def test_a_number_alone_is_never_lost() -> None:
    assert lines(page("<p>27</p><h3>Apologies</h3><p>28</p><p>(a) one</p><p>29</p>")) == [
        "27 Apologies", "28", "(a) one", "29",
    ]  # fmt: skip


# -- content ---------------------------------------------------------------------------------------------------------


def test_the_site_around_the_minutes_is_dropped() -> None:
    found = page(
        "<a href='#c'>Skip to content</a><header class=site-header><p>Any Parish Council</p></header><nav>Home News"
        "</nav>"
        "<div class=breadcrumbs>Home &gt; Minutes</div><div id=cookie-banner>We use cookies</div>"
        "<main id=c><article><header><h1>Minutes of the Parish Council</h1></header><div class=entry-content>"
        "<p>Present: Cllr Lee, Cllr Shah, who signed the minutes of the last meeting.</p></div>"
        "<footer class=entry-footer>Posted in Minutes</footer></article></main>"
        "<aside>News</aside><form><label for=s>Search</label><input id=s></form><footer>Contact us</footer>"
    )
    assert lines(found) == [
        "Minutes of the Parish Council",
        "Present: Cllr Lee, Cllr Shah, who signed the minutes of the last meeting.",
    ]
    why = {d.words: d.why for d in found.dropped}
    assert why["Home News"] == why["Home > Minutes"] == "navigation"
    assert why["Contact us"] == why["Posted in Minutes"] == "page footer"
    assert why["We use cookies"] == "message"


def test_the_minutes_are_never_lost_to_a_small_main() -> None:
    minutes = "".join(
        f"<p>{n}. The Council resolved to repair the footpath at the corner of Mill Lane.</p>" for n in range(9)
    )
    assert len(page(f"<main><h1>Minutes</h1></main><div>{minutes}</div>").blocks) == 10
    assert (
        len(page(f"<form action=x><div class=sidebar-right><div class=menu>{minutes}</div></div></form>").blocks) == 9
    )
    assert (
        lines(page("<header><h1>Minutes of the Council</h1></header><p>Present: Cllr Lee</p>"))[0]
        == "Minutes of the Council"
    )


def test_a_page_without_words() -> None:
    with pytest.raises(DocumentError, match="no words"):
        page("<script>all(1)</script><nav>Home</nav><!-- -->")


def test_minutes_that_are_folded_up_are_read() -> None:
    minutes = "".join(
        f"<p>{n}. The Council resolved to repair the footpath at Mill Lane, north.</p>" for n in range(1, 12)
    )
    found = page(f"<main><h2>May meeting</h2><div class='panel' style='display: none'>{minutes}</div></main>")
    assert len(found.blocks) == 12


def test_an_element_of_xhtml_that_closes_itself() -> None:
    data = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        '<script src="a.js"/>'
        "</head><body><p>Minutes</p><div/><p>Agreed.</p></body></html>"
    )
    assert lines(read_bytes(data.encode(), path="p", name="p")) == ["Minutes", "Agreed."]


def test_names_of_classes_that_say_how_a_list_is_numbered() -> None:
    found = page("<ol class='roman'><li>a<li>b</ol><ul class='list-unstyled'><li>c</ul><ul class=roman><li>d</ul>")
    assert [printed(found, b) for b in found.blocks] == ["i.", "ii.", "", "i."]


def test_the_marks_of_a_template_are_no_words() -> None:
    found = page("<p>&lt;AI1&gt;</p><p>1. Apologies</p><p>&lt;/AI1&gt;</p><p>&lt;TRAILER_SECTION&gt;</p><p>IT</p>")
    assert lines(found) == ["1. Apologies", "IT"]


def test_a_table_of_minutes_is_laid_out_and_one_of_data_is_not() -> None:
    def table(*heads: str) -> Document:
        rows = "".join(f"<tr><td>{n}</td><td>PARKS</td><td><p>It was noted.</p></td></tr>" for n in (1, 2))
        return page(f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{rows}</table>")

    assert {kind for kind, _, _ in shown(table("Ref", "Recommendation", "Response"))} == {"row"}
    assert "row" not in {kind for kind, _, _ in shown(table("Item", "Title", "Minutes"))}
