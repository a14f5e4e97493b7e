"""Which names are one post, and which portfolio a "Cabinet Member" has."""

from __future__ import annotations

from dataclasses import replace

from civicgraph.ids import BASE
from civicgraph.link.entities import Open
from civicgraph.link.names import Met, Name, Names
from civicgraph.link.posts import link_posts, post_key, seats
from civicgraph.link.register import build
from civicgraph.model import Entity

MEMBER = "Cabinet Member"
ROADS = "Cabinet Member for Roads"


def document(key: str, *held: tuple[str, str], posts: tuple[str, ...] = (), body: str = "Cabinet") -> Names:
    """A document of a year in which these people hold these posts; `posts` are named without a holder."""
    by_person: dict[str, list[str]] = {}
    for person, post in held:
        by_person.setdefault(person, []).append(post)
    people = [Name("person", person, posts=tuple(theirs)) for person, theirs in sorted(by_person.items())]
    stated = [Name("post", post) for post in sorted({*posts, *(post for _, post in held)})]
    return Names(key, key, key, "Barset County Council", (*people, *stated), (Met(0, body, f"{key}-06-01", ""),))


def posts(*documents: Names) -> list[set[tuple[str, str]]]:
    found = link_posts("https://e.org/barset", list(documents), {})
    return [{(key, name) for key, _, name in one[1]} for one in found if not isinstance(one, Open)]


def left_open(*documents: Names) -> list[set[str]]:
    found = link_posts("https://e.org/barset", list(documents), {})
    return [{one.judgement.left[1], one.judgement.right[1]} for one in found if isinstance(one, Open)]


def test_the_words_of_a_post_count() -> None:
    assert post_key("Leader") == post_key("Leader of the Council") != post_key("Leader of the Green Group")
    assert post_key("Interim Director of Roads") == post_key("Director for Roads")
    assert post_key("Director for Children's Services") == post_key("Director of Children’s Services")
    assert post_key("Cabinet Member (Roads & Rivers)") == post_key("Cabinet Member for Roads and Rivers")
    assert post_key("Director of Finance") != post_key("Assistant Director of Finance")


def test_a_leader_s_portfolio_is_that_portfolio() -> None:
    leader = f"Deputy Leader and {ROADS}"
    mine, theirs = ("Cllr E Harding", ROADS), ("Cllr F Arabin", leader)
    assert len(posts(document("2019", mine), document("2020", theirs))) == 1
    assert len(posts(document("2019", mine, theirs))) == 2


def test_a_portfolio_that_gained_words_under_one_holder_is_open() -> None:
    wider = "Cabinet Member for Roads and Rivers"
    a, b = document("2019", ("Cllr E Harding", ROADS)), document("2020", ("Cllr E Harding", wider))
    later = document("2027", ("Cllr E Harding", wider))
    assert len(posts(a, b)) == 2
    assert left_open(a, b) == [{ROADS, wider}]
    assert left_open(a, later) == []


def test_two_portfolios_of_one_document_are_two() -> None:
    wider = "Cabinet Member for Roads and Rivers"
    both = document("2019", ("Cllr E Harding", ROADS), ("Cllr F Arabin", wider))
    later = document("2020", ("Cllr E Harding", wider))
    assert len(posts(both, later)) == 2
    assert left_open(both, later) == []


def test_a_shadow_is_not_the_member() -> None:
    assert len(posts(document("2019", ("Cllr E Harding", ROADS), ("Cllr E Harding", f"Shadow {ROADS}")))) == 2


def test_the_deputy_of_a_member_is_another_post() -> None:
    member, both = "Executive Member for Roads", f"Deputy Leader and {ROADS}"
    for above, lower in (
        (ROADS, f"Deputy {ROADS}"),
        (member, f"Assistant {member}"),
        (member, f"Deputy {member}"),
        ("Portfolio Holder for Roads", "Deputy Portfolio Holder for Roads"),
        (ROADS, f"{ROADS} (Deputy)"),
        (both, f"Deputy {ROADS}"),
    ):
        documents = document("2019", ("Cllr E Harding", lower)), document("2020", ("Cllr E Harding", above))
        assert len(posts(*documents)) == 2
        assert left_open(*documents) == []


def test_a_cabinet_member_has_not_the_portfolio_of_which_the_holder_is_deputy() -> None:
    found = posts(document("2019", ("Cllr E Harding", MEMBER), ("Cllr E Harding", f"Deputy {ROADS}")))
    assert {("2019", MEMBER)} in found


def test_a_cabinet_member_is_the_portfolio_that_the_holder_has_in_the_document() -> None:
    found = posts(
        document(
            "2019", ("Cllr E Harding", ROADS), ("Cllr E Harding", MEMBER), ("Cllr F Arabin", "Cabinet Member for Homes")
        )
    )
    assert {("2019", ROADS), ("2019", MEMBER)} in found


def test_a_cabinet_member_has_the_portfolio_whose_meeting_it_is() -> None:
    meeting = document("2019", ("Cllr E Harding", MEMBER), body="Cabinet Member (Roads)")
    assert {("2019", MEMBER), ("2020", ROADS)} in posts(meeting, document("2020", posts=(ROADS,)))


def test_two_cabinet_members_of_a_meeting_are_any() -> None:
    meeting = document("2019", ("Cllr E Harding", MEMBER), ("Cllr F Arabin", MEMBER), body="Cabinet Member (Roads)")
    assert {("2019", MEMBER)} in posts(meeting, document("2020", posts=(ROADS,)))


def test_a_director_is_the_one_that_the_holder_is_in_the_document() -> None:
    full = ("E Harding", "Director of Roads")
    assert len(posts(document("2019", full, ("E Harding", "Director")))) == 1
    assert len(posts(document("2019", full, ("F Arabin", "Director")))) == 2
    assert len(posts(document("2019", ("E Harding", "Commissioner"), ("E Harding", "Commissioner's Director")))) == 2
    assert len(posts(document("2019", ("E Harding", "Assistant Director of Roads"), ("E Harding", "Director")))) == 2


def test_a_chair_is_that_of_the_body_whose_meeting_it_is() -> None:
    def meeting(key: str, body: str, post: str) -> Names:
        made = document(key, posts=(post,), body=body)
        return replace(made, names=(*made.names, Name("body", body)))

    documents = [
        meeting("2018", "Planning Committee", "Chair"),
        meeting("2019", "Planning Committee", "Chairman of the Planning Committee"),
        meeting("2020", "Roads Committee", "Chairman"),
        document("2021", posts=("Chair",), body=""),
    ]
    made = build(documents, BASE)
    found = sorted(entity.label for entity in made.entities.values() if entity.kind == "post")
    assert found == ["Chair", "Chairman of Roads Committee", "Chairman of the Planning Committee"]
    chair = next(one for one in made.entities.values() if one.label == "Chairman of the Planning Committee")
    assert made.entities[chair.parent].label == "Planning Committee"


def test_the_chairs_of_two_bodies_of_one_name_are_two() -> None:
    def meeting(key: str) -> Names:
        made = document(key, posts=("Chair",), body="Sub-Committee")
        return replace(made, names=(*made.names, Name("body", "Sub-Committee")))

    made = build([meeting("2018"), meeting("2019")], BASE)
    chairs = [entity for entity in made.entities.values() if entity.kind == "post"]
    assert len({chair.iri for chair in chairs}) == len({chair.parent for chair in chairs}) == 2
    assert {chair.label for chair in chairs} == {"Chair of Sub-Committee"}


def test_a_body_that_is_one_post_has_it() -> None:
    def entity(iri: str, kind: str, *names: str) -> Entity:
        return Entity(iri=iri, kind="body" if kind else "post", label=names[0], names=names, detail=kind)

    post = entity("post", "", ROADS, MEMBER)
    body = entity("body", "cabinet-member", "Cabinet Member (Roads)")
    other = entity("other", "cabinet-member", "Cabinet Member (Homes)")
    assert list(seats([post, body, other])) == [("post", "body")]
