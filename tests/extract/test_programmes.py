import pytest

from civicgraph.extract.names.programmes import find_programmes


def found(text: str) -> list[tuple[str, str, str]]:
    return [(mention.name, mention.acronym, mention.detail) for mention in find_programmes(text)]


def names(text: str) -> list[str]:
    return [mention.name for mention in find_programmes(text)]


@pytest.mark.parametrize(
    ("text", "name", "acronym", "kind"),
    [
        ("adopted the Marshdale Climate Action Plan (MCAP)", "Marshdale Climate Action Plan", "MCAP", "plan"),
        ("the Rural Mobility Fund bid", "Rural Mobility Fund", "", "fund"),
        ("the UK Government Levelling Up Fund", "Levelling Up Fund", "", "fund"),
        ("the Council's Tree and Hedge Strategy 2024-2034 was", "Tree and Hedge Strategy 2024-2034", "", "strategy"),
        ("the Long-Term Plan for Towns", "Long-Term Plan for Towns", "", "plan"),
        ("the Northgate Levelling Up scheme", "Northgate Levelling Up", "", "scheme"),
        ("the Capital Programme for the Weirside Homes scheme", "Weirside Homes", "", "scheme"),
        ("carers on the Marshdale KEEP programme", "KEEP", "", "programme"),
        ("the +GreenXchange project", "GreenXchange", "", "project"),
        ("the 'Grow Our Own' initiative", "Grow Our Own", "", "initiative"),
        ("under the No Use Empty programme", "No Use Empty", "", "programme"),
        ("the findings of the Bus Network Review", "Bus Network Review", "", "project"),
        ("the Triple P model", "Triple P", "", "programme"),
        ("- Social work Academy", "Social work Academy", "", "service"),
        ("Climate Action Plan Update", "Climate Action Plan", "", "plan"),
        ("the Local Improvement Scheme", "Local Improvement Scheme", "", "scheme"),
        ("the Pay Policy Statement 2025/26", "Pay Policy Statement 2025/26", "", "strategy"),
    ],
)
def test_programmes(text: str, name: str, acronym: str, kind: str) -> None:
    kinds = {"initiative": "scheme"}
    assert found(text) == [(name, acronym, kinds.get(kind, kind))]


def test_operations() -> None:
    assert names("The Inspector spoke of Operation Sandpiper.") == ["Operation Sandpiper"]


def test_programmes_given_as_examples() -> None:
    text = "He praised programmes such as Plan Moth, Plan Oak and Room for Rivers."
    assert names(text) == ["Plan Moth", "Plan Oak", "Room for Rivers"]


@pytest.mark.parametrize(
    "text",
    [
        "An Action Plan, a Business Plan 2024/25 and the Work Programme were agreed.",
        "Estimated Project Delivery Cost",
        "the Transformation Programme Board and the Programme Manager",
        "The scheme, the project and a new policy were discussed.",
        "Anna Reed (AR), Mr Tom Tucker (TT) and Perry O'Hale (POH)",
        "looked after children (LAC) and Looked after Children (LAC)",
        "Independent Reviewing Officers (IROs)",
        "the Annual Review, the Peer Review and a Site Readiness Review meeting",
        "projects such as these, and schemes like the Council's",
        "Ken Marl (KM), Joan Pike (JP)",
        "Treasurer Sue Grant thanked Norman Grant",
        "the Operation Manager and Operation Plan",
        "Housing policy and Planning strategy",
        "Planning & Strategy",
    ],
)
def test_what_is_no_name_of_a_programme(text: str) -> None:
    assert names(text) == []


def test_somebody_s_name_is_no_programme() -> None:
    assert not list(find_programmes("Councillors Philip Bell, Ross Grant and Colin Pike"))


def test_whose_strategy_it_is_and_another_thing_before_it_are_no_part_of_its_name() -> None:
    text = "the Weir Ambulance Service's Communities Strategy; Fell Fund Projects and Long-Term Dale Plan"
    found = [mention.name for mention in find_programmes(text)]
    assert "Communities Strategy" in found and "Long-Term Dale Plan" in found
    assert "Weir Ambulance Service's Communities Strategy" not in found
    assert list(find_programmes("Weir and Moor Energy (WME) replied.")) == []
