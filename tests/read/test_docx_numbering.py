"""The numbers that Word counts and does not store, as it prints them."""

from __future__ import annotations

import pytest

from civicgraph.read.docx.numerals import counted
from printed import printed
from word import document, lines, lists, lvl, p, style, word

LEGAL = lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2") + lvl(2, "lowerLetter", "(%3)")
DEEP = LEGAL + lvl(3, "lowerRoman", "(%4)")


def numbers(levels: str, *at: int | tuple[int, str], instances: dict[str, str | tuple[str, str]] | None = None) -> str:
    """The numbers that stand before paragraphs at these levels, or (level, instance)."""
    places = [one if isinstance(one, tuple) else (one, "1") for one in at]
    body = "".join(p("words", num=num, level=level) for level, num in places)
    read = document(word(body, numbering=lists({"0": levels}, instances or {"1": "0"})))
    return " ".join(printed(read, block) for block in read.blocks)


def starts(*overrides: tuple[int, int]) -> str:
    return "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in overrides
    )


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("decimalZero", 12, "12"), ("lowerLetter", 27, "aa"),
        ("upperLetter", 3, "C"), ("lowerRoman", 44, "xliv"), ("upperRoman", 9, "IX"), ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"), ("ordinal", 23, "23rd"), ("cardinalText", 42, "Forty-two"),
        ("ordinalText", 20, "Twentieth"), ("ordinalText", 31, "Thirty-first"), ("decimalEnclosedCircle", 3, "③"),
        ("russianLower", 3, "3"), ("lowerRoman", 2_000_000_000, "2000000000"), ("lowerLetter", 99_999, "99999"),
        ("lowerRoman", 0, "0"), ("lowerLetter", -1, "-1"),
    ],
)  # fmt: skip
def test_forms(form: str, number: int, printed: str) -> None:
    assert counted(number, form) == printed


@pytest.mark.parametrize(
    ("levels", "at", "printed"),
    [
        # Legal numbering, as minutes have it: a lower level begins anew under each higher one.
        (DEEP, (0, 1, 1, 2, 2, 3, 1, 2, 0, 1), "1. 1.1 1.2 (a) (b) (i) 1.3 (a) 2. 2.1"),
        # A level that was skipped counts as used.
        (LEGAL, (1, 1, 0, 2, 1), "1.1 1.2 2. (a) 2.2"),
        # Never anew; anew after the first level only.
        (lvl(0, "upperRoman", "%1.") + lvl(1, "decimalZero", "%2.", '<w:lvlRestart w:val="0"/>'), (0, 1, 1, 0, 1),
         "I. 01. 02. II. 03."),
        (LEGAL.replace('<w:numFmt w:val="lowerLetter"/>', '<w:numFmt w:val="lowerLetter"/><w:lvlRestart w:val="1"/>'),
         (0, 1, 2, 1, 2, 0, 2), "1. 1.1 (a) 1.2 (b) 2. (a)"),
        # In figures below a Roman numeral.
        (lvl(0, "upperRoman", "%1.") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>"), (0, 0, 1), "I. II. 2.1"),
        # What has no number prints none in the numbers of others.
        (lvl(0, "none", "Item") + lvl(1, "decimal", "%1%2."), (0, 1), "Item 1."),
        (lvl(0, "decimal", "%1.") + lvl(1, "bullet", "\uf0b7") + lvl(2, "decimal", "%1.%2.%3"), (0, 1, 2), "1. • 1..1"),
        (lvl(0, "bullet", "-") + lvl(1, "bullet", "o") + lvl(2, "bullet", "\uf0a7"), (0, 1, 2), "- • •"),
        # Words around the number; another start; a start that is missing is 0.
        (lvl(0, "decimal", "Minute %1/17:", start=14), (0, 0), "Minute 14/17: Minute 15/17:"),
        (lvl(0, "decimal", "%1.", start=None), (0, 0), "0. 1."),
        (lvl(0, "lowerLetter", "(%1)"), (0,) * 28, " ".join(f"({c})" for c in [*map(chr, range(97, 123)), "aa", "bb"])),
    ],
)  # fmt: skip
def test_levels(levels: str, at: tuple[int, ...], printed: str) -> None:
    assert numbers(levels, *at) == printed


def test_instances_of_one_list_go_on_together_unless_one_starts_anew() -> None:
    instances: dict[str, str | tuple[str, str]] = {"1": "0", "2": "0", "3": ("0", starts((0, 5)))}
    assert numbers(LEGAL, (0, "1"), (0, "2"), (0, "3"), (0, "3"), (0, "1"), instances=instances) == "1. 2. 5. 6. 7."


def test_a_start_counts_whenever_its_level_begins() -> None:
    instances: dict[str, str | tuple[str, str]] = {"1": "0", "2": ("0", starts((1, 7)))}
    at = [(1, "1"), (1, "2"), (1, "2"), (0, "2"), (1, "2")]
    assert numbers(LEGAL, *at, instances=instances) == "1.1 1.7 1.8 2. 2.7"


def test_an_instance_may_look_different() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{lvl(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    assert numbers(LEGAL, (0, "1"), (0, "2"), instances={"1": "0", "2": ("0", other)}) == "1. b)"


HEADINGS = (
    style("Heading1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Heading2", "heading 2", '<w:numPr><w:numId w:val="1"/></w:numPr>', based="Heading1")
    + style("Plain", "Unnumbered", '<w:numPr><w:numId w:val="0"/></w:numPr>', based="Heading1")
    + style("Sub", "Sub", '<w:numPr><w:ilvl w:val="2"/></w:numPr>', based="Heading1")
)
LINKED = (
    lvl(0, "decimal", "%1.", '<w:pStyle w:val="Heading1"/>')
    + lvl(1, "decimal", "%1.%2", '<w:pStyle w:val="Heading2"/>')
    + lvl(2, "lowerLetter", "(%3)")
)


def test_numbers_of_styles() -> None:
    body = (
        p("Apologies", style="Heading1") + p("None", style="Heading2") + p("Aside", style="Plain")
        + p("Minutes", style="Heading1") + p("off", style="Heading2", num="0") + p("Signed", style="Heading2")
        + p("a", style="Sub")
    )  # fmt: skip
    read = lines(word(body, styles=HEADINGS, numbering=lists({"0": LINKED}, {"1": "0"})))
    assert read == ["1. Apologies", "1.1 None", "Aside", "2. Minutes", "off", "2.1 Signed", "(a) a"]


def test_a_list_that_a_style_names() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Legal"/>' + LEGAL + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    named = style("Legal", "Legal", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    body = p("a", num="2", level=0) + p("b", num="1", level=0) + p("c", num="2", level=1)
    assert lines(word(body, styles=named, numbering=numbering)) == ["1. a", "2. b", "2.1 c"]
    # Two styles that name one another name nothing.
    circle = numbering.replace('<w:styleLink w:val="Legal"/>', '<w:numStyleLink w:val="Legal"/>')
    assert lines(word(body, styles=named, numbering=circle))[-1].endswith("c")


def test_an_empty_paragraph_counts_and_prints_nothing() -> None:
    body = p("a", num="1", level=0) + p("", num="1", level=0) + p("b", num="1", level=0)
    assert lines(word(body, numbering=lists({"0": LEGAL}, {"1": "0"}))) == ["1. a", "3. b"]


def test_a_deleted_paragraph_does_not_count() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    deleted = p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", num="1", level=0, about=gone)
    body = p("a", num="1", level=0) + deleted + p("b", num="1", level=0)
    read = document(word(body, numbering=lists({"0": LEGAL}, {"1": "0"})))
    assert [(printed(read, b), read.quote(b.words)) for b in read.blocks] == [("1.", "a"), ("2.", "b")]


def test_numbers_run_through_tables_in_order() -> None:
    from word import table

    body = (
        p("a", num="1", level=0)
        + table((p("b", num="1", level=0), p("c", num="1", level=0)))
        + p("d", num="1", level=0)
    )
    assert lines(word(body, numbering=lists({"0": LEGAL}, {"1": "0"}))) == ["1. a", "2. b | 3. c", "4. d"]


def test_three_figures_at_least() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert numbers(custom, 0, 0) == "009 010"


def test_a_missing_part_is_noted() -> None:
    read = document(word(p("Apologies", num="1", level=0)))
    assert printed(read, read.blocks[0]) == ""
    assert "not known" in read.notes[0]


def test_a_typed_number_stays_as_it_is_printed() -> None:
    read = document(word(p("27.\tTrees") + p("(a) felled") + p("14/17 Kerbs") + p("2.00 pm") + p("•\tlimes")))
    assert [(b.kind, printed(read, b), read.quote(b.words)) for b in read.blocks] == [
        ("list", "27.", "Trees"), ("list", "(a)", "felled"), ("list", "14/17", "Kerbs"), ("paragraph", "", "2.00 pm"),
        ("list", "•", "limes"),
    ]  # fmt: skip
