"""The words of a Word document: which of them hold, what they look like, what is left out and why."""

from __future__ import annotations

from printed import printed
from word import document, lines, p, r, style, table, tc, word

BOLD, STRIKE, HIDDEN = "<w:b/>", "<w:strike/>", "<w:vanish/>"


def deleted(words: str) -> str:
    return f'<w:del><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def test_words_are_on_one_line() -> None:
    body = p("Minutes\u00a0of  the\u00ad Board", r(" 14"), r("th", '<w:vertAlign w:val="superscript"/>'), " May")
    assert lines(word(body)) == ["Minutes of the Board 14th May"]


def test_headings_in_any_language_and_by_outline() -> None:
    styles = (
        style("berschrift1", "heading 1") + style("Title", "Title")
        + style("Item", "Agenda Item", '<w:outlineLvl w:val="2"/>')
        + style("Sub", "Sub Item", based="Item") + style("Body", "Body", '<w:outlineLvl w:val="9"/>', based="Item")
    )  # fmt: skip
    body = "".join(p("Trees", style=key) for key in ("berschrift1", "Title", "Item", "Sub", "Body"))
    read = document(word(body + p("Kerbs", about='<w:outlineLvl w:val="0"/>'), styles=styles))
    assert [(b.kind, b.level) for b in read.blocks] == [
        ("heading", 1), ("heading", 1), ("heading", 3), ("heading", 3), ("paragraph", 0), ("heading", 1),
    ]  # fmt: skip


def test_text_in_the_style_of_a_heading_is_text() -> None:
    words = "The Committee considered a report of the Head of Streets on the kerbs of the town. " * 3
    assert document(word(p(words, style="H"), styles=style("H", "heading 2"))).blocks[0].kind == "paragraph"


def test_bold_through_styles_and_toggles() -> None:
    styles = (
        style("B", "B", run=BOLD) + style("C", "C", based="B") + style("Off", "Off", based="B", run='<w:b w:val="0"/>')
        + style("Strong", "Strong", kind="character", run=BOLD)
    )  # fmt: skip
    strong = '<w:rStyle w:val="Strong"/>'
    body = (
        p("Trees", style="B") + p("Trees", style="C") + p("Trees", style="Off") + p(r("Trees", strong))
        + p(r("Trees", strong), style="B")  # bold within bold is not bold
        + p(r("1. "), r("Trees", BOLD)) + p(r("Trees", BOLD), r(" and kerbs")) + p(r("Trees", BOLD), r(" ."))
        + p(r("Trees", '<w:b w:val="false"/>'), style="B")
    )  # fmt: skip
    read = document(word(body, styles=styles))
    assert [b.bold for b in read.blocks] == [True, True, False, True, False, True, False, True, False]


def test_bold_of_the_whole_document() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{BOLD}</w:rPr></w:rPrDefault></w:docDefaults>"
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>'
    assert document(word(p("Trees"), styles=defaults)).blocks[0].bold
    assert document(word(p("Trees"), styles=usual)).blocks[0].bold


def test_struck_words_stand_and_are_marked() -> None:
    read = document(
        word(p("That the", r(" lime  ", STRIKE), r("trees", STRIKE), r(" be felled", "<w:dstrike/>"), " now"))
    )
    assert read.text == "That the lime trees be felled now"
    assert [read.quote(span) for span in read.struck] == ["lime trees be felled"]


def test_tracked_changes_are_accepted() -> None:
    body = (
        p("The fee is ", deleted("£5"), f"<w:ins>{r('£7')}</w:ins>", ".")
        + p(f"<w:moveFrom>{r('Moved here.')}</w:moveFrom>")
        + p(f"<w:moveTo>{r('Moved here.')}</w:moveTo>")
    )
    read = document(word(body))
    assert [read.quote(b.span) for b in read.blocks] == ["The fee is £7.", "Moved here."]
    assert [(d.words, d.why) for d in read.dropped] == [
        ("£5", "deleted in tracked changes"), ("Moved here.", "moved in tracked changes")
    ]  # fmt: skip
    assert read.notes == ("read with its tracked changes accepted",)


def test_where_the_end_of_a_paragraph_is_deleted_it_runs_on() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert lines(word(p("The Board ", about=gone) + p("noted it.") + p("Closed."))) == [
        "The Board noted it.",
        "Closed.",
    ]
    assert lines(word(p("The end", about=gone))) == ["The end"]


def test_deleted_rows_are_out() -> None:
    rows = (
        "<w:tbl><w:tr>"
        + tc("a")
        + tc("b")
        + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>"
        + tc("c")
        + tc("d")
        + "</w:tr></w:tbl>"
    )
    read = document(word(rows))
    assert read.text == "a\tb"
    assert [(d.words, d.why) for d in read.dropped] == [
        ("c", "deleted in tracked changes"), ("d", "deleted in tracked changes")
    ]  # fmt: skip


def test_hidden_text_is_out() -> None:
    read = document(word(p("The trees", r(" (check with RB)", HIDDEN), " stay.") + p(r("all of it", HIDDEN))))
    assert read.text == "The trees stay."
    assert [d.why for d in read.dropped] == ["hidden text", "hidden text"]


def test_fields_give_their_result_only() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def instruction(words: str) -> str:
        return f"<w:r><w:instrText>{words}</w:instrText></w:r>"

    nested = (
        char("begin")
        + instruction(" IF ")
        + char("begin")
        + instruction("DATE")
        + char("separate")
        + r("never")
        + char("end")
    )
    nested += instruction(" = 1 ") + char("separate") + r("12 May 2015") + char("end")
    simple = f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>'
    link = f"<w:hyperlink>{r('the report')}</w:hyperlink>"
    body = (
        p("On ", nested, " see ", link, " page ", simple) + p(char("begin") + instruction("TOC"), "lost?") + p("kept")
    )
    assert lines(word(body)) == ["On 12 May 2015 see the report page 3", "kept"]


def test_forms_give_what_was_chosen() -> None:
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
        "</w:fldChar></w:r>"
    )
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/>'
        '<w:listEntry w:val="Yes"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    prompt = r("Click here to enter text.")
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{prompt}</w:sdtContent></w:sdt>"
    full = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Cabinet')}</w:sdtContent></w:sdt>"
    read = document(word(p("Key decision: ", choice, end, " ", box, end) + p("By: ", full, empty)))
    assert read.text == "Key decision: Yes ☒\n\nBy: Cabinet"
    assert [(d.words, d.why) for d in read.dropped] == [("Click here to enter text.", "placeholder of a form")]


def test_content_controls_around_paragraphs_rows_and_cells() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    rows = "<w:tbl>" + control("<w:tr>" + control(tc("Lee")) + tc("Chair") + "</w:tr>") + "</w:tbl>"
    assert lines(word(control(p("Minutes") + control(p("of the Board"))) + rows)) == [
        "Minutes",
        "of the Board",
        "Lee | Chair",
    ]


def test_one_branch_of_a_text_box() -> None:
    box = f"<w:txbxContent>{p('Anytown Council')}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(word(p("Minutes", both) + p("Trees"))) == ["Minutes", "Anytown Council", "Trees"]


def test_notes_follow_their_paragraph() -> None:
    note = '<w:footnote w:id="2">' + p("<w:r><w:footnoteRef/></w:r>", " Under the Act of 1972.") + "</w:footnote>"
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    read = document(word(p("The report", reference, " was noted.", reference) + p("Trees"), footnotes=note))
    assert [(b.kind, printed(read, b), read.quote(b.words)) for b in read.blocks] == [
        ("paragraph", "", "The report was noted."), ("paragraph", "1", "Under the Act of 1972."),
        ("paragraph", "", "Trees"),
    ]  # fmt: skip


def test_a_note_in_a_paragraph_that_runs_on_is_kept() -> None:
    note = '<w:footnote w:id="2">' + p("Under the Act.") + "</w:footnote>"
    gone = "<w:rPr><w:del/></w:rPr>"
    body = p("The report", '<w:r><w:footnoteReference w:id="2"/></w:r>', about=gone) + p(" was noted.")
    assert sorted(lines(word(body, footnotes=note))) == ["1 Under the Act.", "The report was noted."]


def test_signs() -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    hyphen = "<w:r><w:t>Co</w:t><w:noBreakHyphen/><w:t>opted</w:t><w:softHyphen/></w:r>"
    unknown = '<w:r><w:sym w:font="Webdings" w:char="F0D5"/><w:sym w:char="zz"/></w:r>'
    assert lines(word(p(tick, " Lee ", hyphen, unknown))) == ["✓ Lee Co-opted"]


def test_lines_of_a_paragraph() -> None:
    body = (
        p("Councillor A Lee (Chair)\nCouncillor B Shah,\nCouncillor C Khan")
        + p("The Committee noted the report and\nasked for more.")
        + p("MINUTES OF THE MEETING OF THE\nPLANNING COMMITTEE")
        + p("Trees\nin the park", style="H", num="1", level=0)
    )
    read = lines(word(body, styles=style("H", "heading 1"), numbering=""))
    assert read[:5] == [
        "Councillor A Lee (Chair)", "Councillor B Shah,", "Councillor C Khan",
        "The Committee noted the report and asked for more.", "MINUTES OF THE MEETING OF THE PLANNING COMMITTEE",
    ]  # fmt: skip


def test_tabs() -> None:
    body = (
        p("Present:\tCouncillor A Lee\n\tCouncillor B Shah") + p("Councillor A Lee\tCouncillor B Shah")
        + p("RESOLVED\tthat the report be noted") + p("Ann Lee\tHead of Streets")
    )  # fmt: skip
    assert lines(word(body)) == [
        "Present: Councillor A Lee", "Councillor B Shah", "Councillor A Lee | Councillor B Shah",
        "RESOLVED that the report be noted", "Ann Lee | Head of Streets",
    ]  # fmt: skip


def test_who_acts_stands_at_the_right_of_a_sentence() -> None:
    body = p("b)\tIt was resolved to write to the County Council.\tClerk") + p(
        "The Board noted it.\tAfterwards it rose."
    )
    read = document(word(body))
    assert [(printed(read, b), read.quote(b.words)) for b in read.blocks] == [
        ("b)", "It was resolved to write to the County Council."), ("", "Clerk"),
        ("", "The Board noted it. Afterwards it rose."),
    ]  # fmt: skip


def test_page_numbers_after_dots_are_out() -> None:
    dots = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    read = document(word(p("1.\tApologies\t3", about=dots) + p("2.\tLamp posts\t45")))
    assert [read.quote(b.span) for b in read.blocks] == ["1. Apologies", "2. Lamp posts 45"]
    assert [d.words for d in read.dropped] == ["3"]


def test_a_table_of_contents_is_out_where_it_repeats_the_headings() -> None:
    styles = style("TOC1", "toc 1") + style("H", "heading 1")
    contents = p("Trees\t2", style="TOC1") + p("Kerbs\t3", style="TOC1")
    headings = p("Trees", style="H") + p("Felled.") + p("Kerbs", style="H") + p("Mended.")
    read = document(word(contents + headings, styles=styles))
    assert read.text == "Trees\n\nFelled.\n\nKerbs\n\nMended."
    assert "table of contents" in {d.why for d in read.dropped}
    assert lines(word(contents, styles=styles)) == ["Trees", "Kerbs"]


def test_page_ends_and_lines_across_are_rules() -> None:
    end = '<w:r><w:br w:type="page"/></w:r>'
    line = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    section, going_on = "<w:sectPr/>", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    body = (
        p("Agenda") + p(end) + p("Minutes", end) + p("Trees of the ", end, "park")
        + p("Report", about="<w:pageBreakBefore/>") + p("", about=line)
        + p("a", about=section) + p("b", about=going_on) + p("c", about=line)
    )  # fmt: skip
    read = lines(word(body))
    assert read == [
        "Agenda",
        "---",
        "Minutes",
        "---",
        "Trees of the park",
        "---",
        "Report",
        "---",
        "a",
        "---",
        "b",
        "c",
    ]


def test_a_sentence_that_a_page_break_cuts_in_two_paragraphs() -> None:
    new_page = "<w:pageBreakBefore/>"
    body = p("The Board noted what the officers had ", r("said")) + p("and done", r(" since", STRIKE), about=new_page)
    read = document(word(body + p("Trees", about=new_page) + p("the park", about=new_page)))
    assert [read.quote(b.span) for b in read.blocks] == [
        "The Board noted what the officers had said and done since", "---", "Trees", "---", "the park",
    ]  # fmt: skip
    assert [read.quote(span) for span in read.struck] == ["since"]


FIRST = '<w:headerReference w:type="first" r:id="header1"/>'
EACH = '<w:headerReference w:type="default" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/>'


def section(*parts: str) -> str:
    return f"<w:sectPr>{''.join(parts)}</w:sectPr>"


def test_running_heads_and_feet_are_out() -> None:
    data = word(p("Minutes of the Board") + section(EACH), header2=p("DRAFT 3 May 2011"), footer1=p("Page 3 of 9"))
    read = document(data)
    assert read.text == "Minutes of the Board"
    assert {(d.words, d.why) for d in read.dropped} == {
        ("DRAFT 3 May 2011", "running head"),
        ("Page 3 of 9", "running foot"),
    }


def test_the_head_of_the_first_page_is_the_documents_own() -> None:
    letter = p("Anytown Council") + p("Planning Committee")
    heads = {"header1": letter, "header2": p("Planning Committee: page 2")}
    body = p("Minutes") + p("Planning Committee")
    read = document(word(body + section(FIRST, EACH, "<w:titlePg/>"), footer1="", **heads))
    assert read.text == "Anytown Council\n\nMinutes\n\nPlanning Committee"
    assert document(word(body + section(FIRST, EACH), footer1="", **heads)).text == "Minutes\n\nPlanning Committee"


def test_a_council_that_only_the_running_head_names() -> None:
    heads = {"header2": p("Coventry City Council") + p("Date: 3 May 2011"), "footer1": ""}
    assert lines(word(p("Minutes") + section(EACH), **heads)) == ["Coventry City Council", "Minutes"]
    named = p("Minutes of a meeting of Coventry City Council")
    assert lines(word(named + section(EACH), **heads)) == ["Minutes of a meeting of Coventry City Council"]


def test_places_lead_back_into_the_file() -> None:
    read = document(word(p("a") + table(("b", "c"), (p("d") + p("e"), "f" * 200)) + p("g")))
    assert read.blocks[0].place == "/w:document/w:body/w:p[1]"
    assert "/w:document/w:body/w:tbl[1]/w:tr[2]/w:tc[1]/w:p[2]" in [b.place for b in read.blocks]
    assert read.blocks[-1].place == "/w:document/w:body/w:p[2]"


def test_the_strict_form() -> None:
    import io
    import zipfile

    from word import zipped

    with zipfile.ZipFile(io.BytesIO(word(p(r("Minutes", BOLD))))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, content in files.items():
        content = content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        files[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    read = document(zipped(files))
    assert read.text == "Minutes"
    assert read.blocks[0].bold
