import pytest

from civicgraph.values.titles import title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5. Report on \u2018Multi-Systemic Therapy (MST)\u2019", "MULTI SYSTEMIC THERAPY"),
        ("Report title: Children's Services Redesign", "Children\u2019s Services Redesign."),
        ("Minutes pdf icon PDF 229 KB", "Minutes"),
        ("The Medium-Term Financial Strategy", "Medium Term Financial Strategy"),
        ("8.4 Looked After Children & Care Leavers", "Looked After Children and Care Leavers"),
    ],
)
def test_one_title_in_two_ways(one: str, other: str) -> None:
    assert title_key(one) == title_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Budget 2013/14", "Budget 2014/15"),
        ("Adoption Report", "Fostering Report"),
        ("2013/14 Budget Report", "2014/15 Budget Report"),
    ],
)
def test_two_titles(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)
