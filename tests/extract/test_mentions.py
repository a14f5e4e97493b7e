from pathlib import Path

from civicgraph.extract.names.mentions import find_mentions
from civicgraph.model import Mention
from civicgraph.read import read
from civicgraph.values.text import fold


def mentions(tmp_path: Path, text: str, own: str = "") -> list[Mention]:
    path = tmp_path / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    found = find_mentions(document, fold(document.text), own)
    for mention in found:
        assert " ".join(fold(document.quote(mention.span)).split()).strip("\"'") == mention.name
    return found


def named(found: list[Mention], kind: str) -> list[str]:
    return list(dict.fromkeys(mention.name for mention in found if mention.kind == kind))


def test_an_acronym_is_a_mention_wherever_it_stands(tmp_path: Path) -> None:
    found = mentions(tmp_path, "The Weirside Climate Plan (WCP) was noted.\n\nMembers praised the WCP and WCPs.\n")
    assert [(m.name, m.acronym, m.rule) for m in found if m.kind == "programme"] == [
        ("Weirside Climate Plan", "WCP", "programme-acronym"),
        ("WCP", "", "acronym-use"),
        ("WCP", "", "acronym-use"),
    ]


def test_letters_of_an_acronym_may_stand_in_another_order(tmp_path: Path) -> None:
    found = mentions(tmp_path, "to adopt the Marl Minerals and Waste Local Plan 2024-2039 (MWMLP)\n")
    assert [m.acronym for m in found if m.kind == "programme"] == ["MWMLP", ""]


def test_a_known_acronym_stands_for_the_name_given_in_full(tmp_path: Path) -> None:
    found = mentions(tmp_path, "The Care Quality Commission inspected.\n\nThe CQC wrote again.\n")
    assert [(m.name, m.acronym, m.rule) for m in found if m.kind == "organisation"] == [
        ("Care Quality Commission", "CQC", "organisation-listed"),
        ("CQC", "", "acronym-use"),
    ]
    assert named(mentions(tmp_path, "A letter from HMRC was read.\n"), "organisation") == ["HMRC"]


def test_organisations_inside_posts_are_found(tmp_path: Path) -> None:
    found = mentions(tmp_path, "Sir Tom Hale, Chief Executive of Barnardos, spoke.\n")
    assert named(found, "organisation") == ["Barnardos"]
    assert named(found, "post") == ["Chief Executive of Barnardos"]


def test_the_own_council_is_no_outside_organisation(tmp_path: Path) -> None:
    text = "Medway Council wrote to Kent County Council, the County Council and Hoo Parish Council.\n"
    assert named(mentions(tmp_path, text, "Kent County Council"), "organisation") == [
        "Medway Council",
        "Hoo Parish Council",
    ]
    text = "The Weir & Marl Community Council thanked Weir and Marl Community Council staff.\n"
    assert named(mentions(tmp_path, text, "Weir and Marl Community Council"), "organisation") == []


def test_the_full_council_of_another_authority_is_not_the_own_one(tmp_path: Path) -> None:
    text = "The matter was sent to County Council and to Parish Council.\n"
    assert named(mentions(tmp_path, text, "Hoo Parish Council"), "body") == ["Parish Council"]


def test_short_forms_of_a_scrutiny_board_are_left_to_linking(tmp_path: Path) -> None:
    text = "The Housing Scrutiny Board met.\n\nThe Scrutiny Board noted the report.\n"
    assert named(mentions(tmp_path, text), "body") == ["Housing Scrutiny Board"]
    text = "The Scrutiny Committee met. The Overview and Scrutiny Committee did not.\n"
    assert named(mentions(tmp_path, text), "body") == ["Scrutiny Committee", "Overview and Scrutiny Committee"]


def test_a_cabinet_member_is_a_body_only_when_deciding(tmp_path: Path) -> None:
    text = (
        "RESOLVED that the Cabinet Member for Housing approves it, with the Cabinet Member for Roads in attendance.\n"
    )
    found = mentions(tmp_path, text)
    assert named(found, "body") == ["Cabinet Member for Housing"]
    assert named(found, "post") == ["Cabinet Member for Housing", "Cabinet Member for Roads"]


def test_joined_names_are_two_where_each_is_known(tmp_path: Path) -> None:
    text = "Multi Systemic Therapy (MST) and KEEP began.\n\nThe MST and KEEP programmes go on.\n"
    assert "KEEP" in named(mentions(tmp_path, text), "programme")
    assert "MST and KEEP" not in named(mentions(tmp_path, text), "programme")


def test_the_own_council_by_its_other_names_is_no_outside_one(tmp_path: Path) -> None:
    text = (
        "Fell, Weir and Dale Parish Council met. The Full Weir and Dale Parish Council and Weir and Dale PC agreed.\n"
    )
    assert named(mentions(tmp_path, text, "Weir and Dale Parish Council"), "organisation") == []
    assert named(mentions(tmp_path, "Dale Parish Council wrote.\n", "Weir and Dale Parish Council"), "organisation")
    assert named(mentions(tmp_path, "Great Weir Parish Council wrote.\n", "Weir Parish Council"), "organisation")


def test_letters_beside_a_scheme_are_whose_it_is(tmp_path: Path) -> None:
    found = mentions(tmp_path, "The FCC grant was paid.\n", "Weir Parish Council")
    assert [(m.kind, m.name) for m in found] == [("organisation", "FCC")]


def test_the_letters_of_a_district_in_the_minutes_of_a_parish_without_a_name(tmp_path: Path) -> None:
    text = "The Parish Council's application to MBDC was granted, and MPC was thanked.\n"
    assert named(mentions(tmp_path, f"Minutes\n\n{text}"), "organisation") == ["MBDC"]
    assert named(mentions(tmp_path, f"Marl Borough Council\n\n{text}"), "organisation") == ["Marl Borough Council"]


def test_a_short_form_beside_the_full_name_is_no_second_one(tmp_path: Path) -> None:
    text = "The Weir Safety Board and the Safety Board met. The Dale Roads Board and the Roads Board met.\n"
    assert named(mentions(tmp_path, text, "Weir City Council"), "body") == [
        "Weir Safety Board",
        "Dale Roads Board",
        "Roads Board",
    ]
    text = "The Clerk wrote to Marl District Council and to the County Council. The District Council replied.\n"
    found = mentions(tmp_path, text, "Weir Parish Council")
    assert named(found, "organisation") == ["Marl District Council", "County Council"]


def test_the_council_of_a_document_that_does_not_say_whose_it_is(tmp_path: Path) -> None:
    text = "Weir Council. The Head of Roads and the Cabinet Member spoke of Weir Council.\n"
    assert named(mentions(tmp_path, text), "organisation") == []
