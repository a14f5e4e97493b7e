import importlib
import pkgutil
import re
import time
import unicodedata

import pytest

from civicgraph import ids, values
from civicgraph.values import dates, money, names, people
from civicgraph.values.text import fold, plain, squash

MINE = ("dates", "gazetteer", "money", "names", "people", "text", "titles")


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Jim O\u2019Boyle", "Jim O'Boyle"),
        ("\u201cGrow Your Own\u201d", '"Grow Your Own"'),
        ("Lakha \u2013 Chair", "Lakha - Chair"),
        ("2\u00a0pm\tin\u2009Room 1", "2 pm in Room 1"),
        ("page\x0cpage", "page\npage"),
        ("N\u00cd \ufb01nal\r\n", "N\u00cd \ufb01nal\r\n"),
    ],
)
def test_fold_changes_characters_one_for_one(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


def test_fold_keeps_the_length_of_every_character() -> None:
    everything = "".join(chr(code) for code in range(0x3100) if unicodedata.category(chr(code)) != "Cs")
    assert len(fold(everything)) == len(everything)
    assert fold(fold(everything)) == fold(everything)


def test_squash_and_plain() -> None:
    assert squash("  Scrutiny\n\n Board\u00a0(2) ") == "Scrutiny Board (2)"
    assert plain("Children\u2019s  Services Redesign:\u2013 ") == "Children's Services Redesign"
    assert plain(" \n") == ""


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    inside = (module.name for module in pkgutil.walk_packages(values.__path__, f"{values.__name__}."))
    for name in (*MINE, *(name.removeprefix(f"{values.__name__}.") for name in inside)):
        module = importlib.import_module(f"{values.__name__}.{name}")
        for key, value in vars(module).items():
            for pattern in value if isinstance(value, tuple) else (value,):
                for one in pattern if isinstance(pattern, tuple) else (pattern,):
                    if isinstance(one, re.Pattern):
                        found.append((f"{name}.{key}", one))
    found += [(f"ids.{key}", value) for key, value in vars(ids).items() if isinstance(value, re.Pattern)]
    found.append(("people._title_pattern()", people._title_pattern()))
    return found


# One innocent pattern, `(?:[A-Z]\\w*(?: and)? ?)+Board`, ran ten minutes on the first of these.
HOSTILE = {
    "capitals": "AYTON PARISH COUNCIL " * 96,
    "one word": "A" * 2000,
    "initials": "J. " * 667,
    "glued initials": "J." * 1000,
    "digits": "1" * 2000,
    "figures": "12, 13 and " * 182,
    "dates": "12/03/" * 334,
    "brackets": "(" * 1000 + ")" * 1000,
    "open brackets": "(A " * 667,
    "spaces": " " * 2000,
    "lines": "\n" * 2000,
    "dashes": "-" * 2000,
    "apostrophes": "O'" * 1000,
    "hyphens": "Smith-" * 334,
    "titles": "Councillor " * 182,
    "list": "Smith, " * 286,
    "sign": "\u00a31,234" * 334,
    "months": "12th March " * 182,
    "city": "city of " * 250,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_pattern_runs_away(text: str) -> None:
    for name, pattern in patterns():
        start = time.process_time()
        list(pattern.finditer(text))
        took = time.process_time() - start
        assert took < 1.0, f"{name} took {took:.2f} s"  # a bad one takes minutes; a busy machine stretches the rest


def test_the_runaway_test_sees_every_module_and_can_fail() -> None:
    assert {name.partition(".")[0] for name, _ in patterns()} >= {*MINE, "ids"}
    runaway = re.compile(r"(?:[A-Z]\w*(?: and)? ?)+Board")
    start = time.process_time()
    runaway.search("A" * 22)
    assert time.process_time() - start > 0.02


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "function",
    [dates.find_dates, dates.find_times, money.find_money, people.find_people, people.split_people, names.parse_person],
    ids=lambda function: function.__name__,
)
def test_no_function_runs_away(function, text: str) -> None:  # type: ignore[no-untyped-def]
    people.find_people("Councillor Smith")  # loads the reference data
    start = time.process_time()
    function(text)
    assert time.process_time() - start < 1
