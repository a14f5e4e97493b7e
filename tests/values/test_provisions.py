import pytest

from civicgraph.values.provisions import provision_name, provision_paths


@pytest.mark.parametrize(
    ("printed", "paths"),
    {
        "section 149": ["section/149"],
        "Sections 47 and 48": ["section/47", "section/48"],
        "s.11": ["section/11"],
        "s149": ["section/149"],
        "Section 20(3)(n)": ["section/20/3/n"],
        "Sections 100(A)(4)": ["section/100A/4"],  # a slip: a subsection has figures
        "Section 100A(4)": ["section/100A/4"],
        "schedule 12a": ["schedule/12A"],
        "Part 1 of Schedule 12A": ["schedule/12A"],
        "paragraph 3 of Part 1 of Schedule 12A": ["schedule/12A/paragraph/3"],
        "Schedule 12A, paragraphs 1 to 3": [f"schedule/12A/paragraph/{n}" for n in (1, 2, 3)],
        "sections 100A to 100K": ["section/100A", "section/100K"],  # which lie between, the words do not say
        "ss. 3-5": ["section/3", "section/4", "section/5"],
    }.items(),
)
def test_paths(printed: str, paths: list[str]) -> None:
    assert list(provision_paths(printed)) == paths


@pytest.mark.parametrize("printed", ["", "Part 8", "paragraph 3", "regulation 4", "Section 179 3(a)", "Schedule"])
def test_what_has_no_path(printed: str) -> None:
    assert provision_paths(printed) == ()


@pytest.mark.parametrize(
    ("path", "said"),
    {
        "section/149": "section 149",
        "section/20/3/n": "section 20(3)(n)",
        "schedule/12A": "schedule 12A",
        "schedule/12A/paragraph/3/1": "schedule 12A, paragraph 3(1)",
    }.items(),
)
def test_names(path: str, said: str) -> None:
    assert provision_name(path) == said
