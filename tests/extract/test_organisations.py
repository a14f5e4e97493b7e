import pytest

from civicgraph.extract.names.organisations import find_organisations


def names(text: str) -> list[str]:
    """The longest of those that overlap, as mentions.py keeps them."""
    kept: list[tuple[int, int, str]] = []
    for mention in sorted(find_organisations(text), key=lambda m: m.span.start - m.span.end):
        if not any(a < mention.span.end and mention.span.start < b for a, b, _ in kept):
            kept.append((mention.span.start, mention.span.end, mention.name))
    return [name for _, _, name in sorted(kept)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "the Ministry of Housing,\n   Communities and Local Government",
            ["Ministry of Housing, Communities and Local Government"],
        ),
        ("Fenmoor Council had agreed, the Youth Council and Previous Council had not", ["Fenmoor Council"]),
        ("by the City of Fenmoor Council; the Borough of Dale had won", ["City of Fenmoor Council", "Borough of Dale"]),
        ("Fenmoor Council Tax; Fenmoor Council's roads", ["Fenmoor Council"]),
        ("Fenmoor, Dale and Upper Marl Councils", ["Fenmoor Council", "Dale Council", "Upper Marl Council"]),
        ("with Fenmoor and Dale Community Councils", ["Fenmoor Community Council", "Dale Community Council"]),
        ("District and Parish Councils", []),
        ("Wrenwatch UK, and Wren Watch Scotland", ["Wrenwatch UK", "Wren Watch Scotland"]),
        ("across Rural England, in Northern Ireland", []),
        ("NHS Fenmoor and the NHS Recovery Plan and NHS Dentistry", ["NHS Fenmoor"]),
        ("the Scottish government wrote", ["Scottish government"]),
        ("His Majesty's Inspectorate of Constabulary", ["His Majesty's Inspectorate of Constabulary"]),
        ("Fenmoor Council for Voluntary Service", ["Fenmoor Council for Voluntary Service"]),
        (
            "the Local Medical Committee and the Parochial Church Council",
            ["Local Medical Committee", "Parochial Church Council"],
        ),
        ("Wexmere University Hospitals NHS Trust", ["Wexmere University Hospitals NHS Trust"]),
        (
            "the Department of Roads and Transport Infrastructure Ireland",
            ["Department of Roads", "Transport Infrastructure Ireland"],
        ),
        ("Susan Reed Marshdale District Council", ["Marshdale District Council"]),
        ("Mr Glover CGM Ltd apologised", ["CGM Ltd"]),
        ("a pupil of James Bradley Primary School", ["James Bradley Primary School"]),
        ("the Marshdale Association of Local Councils", ["Marshdale Association of Local Councils"]),
        ("the Competition and Market's Authority", ["Competition and Market's Authority"]),
        ("Barnardos, the Fostering Network and HMRC", ["Barnardos", "Fostering Network", "HMRC"]),
        ("a new agency to be known as Homes Together Marshdale (HTM)", ["Homes Together Marshdale"]),
        ("St. Cuthbert's Primary School", ["St. Cuthbert's Primary School"]),
        ("Friends of Weir Park asked for a grant", ["Friends of Weir Park"]),
        ("the Integrated Care Board", ["Integrated Care Board"]),
        (
            "the Dales Carbon Partnership and Weir Valley Shinty Club",
            ["Dales Carbon Partnership", "Weir Valley Shinty Club"],
        ),
        ("Inspector Rowe, Marlshire Police Chief Constable", ["Marlshire Police"]),
        ("Kent Police", ["Kent Police"]),
        ("governor of Weirside Academy", ["Weirside Academy"]),
        ("Project Director, Weir and Dale Primary Care Trust", ["Weir and Dale Primary Care Trust"]),
        ("the Museum of Marsh Life Trust", ["Museum of Marsh Life Trust"]),
        ("the National Pipers Council and the Youth Council", ["National Pipers Council"]),
        (
            "Healthwatch Barset and Action for Homes in Rural Barset",
            ["Healthwatch Barset", "Action for Homes in Rural Barset"],
        ),
        ("Wren Valley Hospice She said so", ["Wren Valley Hospice"]),
        ("Assistant Principal, Curriculum, Dunmoor College", ["Dunmoor College"]),
        ("The Wren (Ashdale) Ltd and The Wren (Ashdale) Suite", ["Wren (Ashdale) Ltd"]),
        ("the Weir Valley LEP and Barset Fire Brigade", ["Weir Valley LEP", "Barset Fire Brigade"]),
        ("in the Weir Council Chamber after the Annual General Meeting, Fell Trust", ["Fell Trust"]),
        ("Wicksteed had quoted; Cllr B Wicksteed and D. Barratt had not", ["Wicksteed"]),
        ("(LGA 1972 Sch.12) and the LGA's letter", ["LGA"]),
        ("the Clinical Lead for Care Homes and Weir Valley Homes", ["Weir Valley Homes"]),
        ("the University of Barset and Wren Systems", ["University of Barset"]),
        ("the University of the Highlands and Islands", ["University of the Highlands and Islands"]),
        ("officers of Basildon Council", ["Basildon Council"]),
        ("Fell Escapes (Ireland) Limited", ["Fell Escapes (Ireland) Limited"]),
        ("Holm Village Hall and Moor Reading Room had gained", ["Holm Village Hall", "Moor Reading Room"]),
        ("the Marshdale Police and Crime Commissioner", ["Marshdale Police and Crime Commissioner"]),
        ("the Council's Marshdale Fire Service", ["Marshdale Fire Service"]),
        (
            "the Moor University's Fell Campus, University of Barset's Fell Campus",
            ["Moor University", "University of Barset"],
        ),
        ("'Voluntary Action Barset'", ["Voluntary Action Barset"]),
    ],
)
def test_organisations(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The District Council, the Parish Council and a Housing Association",
        "Family Network Meetings and the Bus Network Review",
        "a Time Limited offer",
        "the School Governor, the Police Officer and the Chief Partnership Officer",
        "Council Tax, University Road and College Lane",
        "the Planning Service, the Pension Service and Design Council",
        "the Children's Commissioner",
        "an Independent Fostering Agency and the Trust",
        "the Deputy Police and Crime Commissioner, the Police and Crime Plan",
        "Katherine Church, Project Manager",
        "the Bottle Bank, an Open Surgery, the Staff Network Team",
        "the PCC and the TOTAL ACC",
        "Sue Nicholas CC and Ann Reed DC spoke",
        "moved the account from one Bank to the Bank",
        "the Social Work Academy and the Construction Skills Academy",
    ],
)
def test_kinds_and_places_are_no_organisations(text: str) -> None:
    assert names(text) == []
