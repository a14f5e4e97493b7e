"""civicgraph.toml: a missing value is asked for by name, a wrong one is said, and nothing is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from civicgraph.errors import UsageError
from civicgraph.publish.settings import FIELDS, init, read
from published import BASE, config
from sample import civicgraph


def test_what_is_written_to_fill_in_can_be_read_when_filled_in(tmp_path: Path) -> None:
    place = tmp_path / "civicgraph.toml"
    init(place)
    with pytest.raises(UsageError) as asked:
        read(place)
    for one in FIELDS:
        assert (f"{one.key} = {one.example} in [{one.section}]" in str(asked.value)) == one.needed
    place.write_text(re.sub(r"^# ([a-z_]+ = )", r"\1", place.read_text(encoding="utf-8"), flags=re.MULTILINE))
    filled = read(place)
    assert filled.base == "https://data.example.org/council-minutes/"
    assert list(filled.list("keywords")) == ["council minutes", "local government", "decisions"]


def test_init_leaves_alone_what_is_there(tmp_path: Path) -> None:
    place = config(tmp_path)
    before = place.read_bytes()
    with pytest.raises(UsageError, match="is there already"):
        init(place)
    assert place.read_bytes() == before
    with pytest.raises(UsageError, match="publish --init"):
        read(tmp_path / "other.toml")


@pytest.mark.parametrize("one", [one for one in FIELDS if one.needed], ids=lambda one: f"{one.section}.{one.key}")
def test_each_missing_value_is_asked_for_with_the_line_to_write(one: object, tmp_path: Path) -> None:
    place = config(tmp_path)
    section, key = getattr(one, "section", ""), getattr(one, "key", "")
    text = re.sub(rf"(\[{section}\]\n(?:[^\[]*\n)?){key} = .*\n", r"\1", place.read_text(encoding="utf-8"))
    place.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=rf"a value is missing; write {key} = .* in \[{section}\]"):
        read(place)


def test_half_of_the_uk_record_is_asked_for_whole(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="security_classification"):
        read(config(tmp_path, without="security_classification"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('base = "https://data.example.org/minutes"', "'base' in .site. is"),
        ('base = "ftp://data.example.org/"', "'base' in .site. is"),
        ('base = "https://data.example.org/<x>/"', "'base' in .site. is"),
        ("base = 7", "'base' in .site. is 7"),
        ('bose = "https://data.example.org/"', "no 'bose' in .site.; there is base"),
        ("base = ", "cannot be read as TOML"),
    ],
)
def test_a_wrong_value_is_said(line: str, said: str, tmp_path: Path) -> None:
    place = config(tmp_path)
    place.write_text(place.read_text(encoding="utf-8").replace(f'base = "{BASE}"', line), encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read(place)


def test_an_address_that_no_iri_can_hold(tmp_path: Path) -> None:
    place = config(tmp_path)
    text = place.read_text(encoding="utf-8")
    for right, wrong, key in (
        ("committees@barset.example", "a>b@barset.example", "email"),
        ("https://www.barset.example/", "https://www.barset.example/a b", "url"),
    ):
        place.write_text(text.replace(right, wrong), encoding="utf-8")
        with pytest.raises(UsageError, match=f"'{key}' in"):
            read(place)


def test_wrong_sections_and_lists(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no section \[portal\]; there is \[site\]"):
        read(config(tmp_path, more='[portal]\nname = "x"'))
    for wrong in ('"tables"', '["tables", 7]', '[""]'):
        with pytest.raises(UsageError, match=r"'formats' in \[files\] is"):
            read(config(tmp_path, more=f"[files]\nformats = {wrong}"))


def test_the_command_asks_and_ends_with_status_two(samples: Path, tmp_path: Path) -> None:
    place = config(tmp_path, without="title")
    done = civicgraph("publish", "--graph", samples, "--config", place, "--out", tmp_path / "site")
    assert done.returncode == 2
    assert "civicgraph.toml: a value is missing; write title = " in done.stderr
    assert not (tmp_path / "site").exists()
