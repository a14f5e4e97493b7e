import pytest

from civicgraph.extract.names.letters import find_letters, is_local, may_be_own
from civicgraph.values.gazetteer import councils_of_letters
from civicgraph.values.text import fold

PARISH = "Weir Parish Council"


def letters(text: str, own: str = PARISH) -> list[str]:
    folded = fold(text)
    found = sorted(find_letters(folded, own, local=is_local(own, folded)), key=lambda m: m.span)
    for mention in found:
        assert folded[mention.span.start : mention.span.end] == mention.name
    return list(dict.fromkeys(mention.name for mention in found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Barset CC Highways and MVDC replied.", ["Barset CC", "MVDC"]),
        ("Cllr Eyre (ELDC) spoke of the (MVDC) plan.", ["ELDC"]),
        ("Ann Lee (LB Weir) and officers of LB of Moor and Fell", ["LB Weir", "LB of Moor and Fell"]),
        ("It was forwarded to DCC.", ["DCC"]),  # a county, to a parish
        ("BarsetALC's seminar and the BALC notice", ["BarsetALC", "BALC"]),
        ("the Borough Council, District Council Elections", ["Borough Council"]),
        ("an email to MARLSHIRE ALC", ["MARLSHIRE ALC"]),
        ("Bins: BCKLWN - change of service", ["BCKLWN"]),
        ("The SIC met. Roads in Shetland were icy.", ["SIC"]),
        ("The SIC met. Roads in Barset were icy.", []),  # letters of a council of another region
        ("NRTZ have confirmed that the gate will be mended.", ["NRTZ"]),
        ("The NRTZ's roads manager came; NRTZ to repair it.", ["NRTZ"]),
        ("The NRTZ Highways Team came.", ["NRTZ"]),
        ("The NRTZ was noted, and the NRTZ has been approved.", []),  # a plan, a zone, a scheme
        ("CCTV has now advised; RESOLVED to attend; AGM to confirm", []),
        ("WPC Minutes, MVDC Draft Minutes", []),
        ("in MV/DC/17 and at (MVDC)", []),
        ("Jon Moss (JRM) spoke. JRM confirmed the date.", []),  # a person's initials
        ("Jon Moss (JM), Ann Hale (AH). RTZ to repair the gate.", []),  # who acts by letters here is a person
        ("Ann Lee CC and the Any Other CC came.", []),
    ],
)
def test_organisations_by_letters(text: str, found: list[str]) -> None:
    assert letters(text) == found


def test_whose_letters_they_may_be() -> None:
    assert is_local(PARISH, "") and is_local("", "The Clerk read a letter.")
    assert not is_local("", "The Clerk and the Head of Legal Services") and not is_local("Barset County Council", "")
    assert may_be_own("BCC", "", local=False) and not may_be_own("BCC", "", local=True)
    assert may_be_own("WPC", PARISH, local=True) and not may_be_own("BCC", PARISH, local=True)
    # a parish that does not say its name: letters of a listed county are none of its own, others may be
    assert letters("The Clerk wrote to NCC and WVCC.", "") == ["NCC"]


def test_councils_by_their_letters() -> None:
    assert [council.name for council in councils_of_letters()["SIC"]] == ["Shetland Islands Council"]
    assert all(len(short) > 2 for short in councils_of_letters())
