import pytest

from civicgraph.extract.names.acronyms import find_acronyms, initials_of


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("the Drug and Alcohol Court (DAC) met", "Drug and Alcohol Court", "DAC"),
        ("Multi-Systemic Therapy (MST)", "Multi-Systemic Therapy", "MST"),
        ("Alternative Delivery Models (ADMs)", "Alternative Delivery Models", "ADM"),
        ("the Department for Education ('DfE')", "Department for Education", "DfE"),
        ("Overcoming Barriers to Learning (OB2L)", "Overcoming Barriers to Learning", "OB2L"),
        ("to be known as Homes Together Marshdale (HTM)", "Homes Together Marshdale", "HTM"),
    ],
)
def test_definitions(text: str, long: str, short: str) -> None:
    (defined,) = find_acronyms(text)
    assert (text[defined.start : defined.end], defined.short) == (long, short)
    assert text[: defined.whole].endswith(")")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Reed (AR), John Lewis (JL), Michael Edmonds (ME)",
        "Cllr Perry Hale (PH)",
        "Mr B Bown (BB)",
        "present were K Merrow (KM)",
        "Jo Ambry (JA), Esk Quillan (EQ) and Lu Varley Thwaite (LVT)",
        "Bill Black (BB) attended",
        "the meeting (see Appendix A)",
        "a report (Item 5) and the fee (VAT)",
        "It closed. (DAC)",
        "the minutes of the last meeting (motlm)",
    ],
)
def test_people_and_remarks_define_nothing(text: str) -> None:
    assert list(find_acronyms(text)) == []


def test_initials() -> None:
    assert initials_of("Marshdale Minerals and Waste Local Plan 2024-2039") == "MMWLP"
