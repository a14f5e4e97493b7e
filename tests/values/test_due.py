from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicgraph.values.dates import MONTHS
from civicgraph.values.due import Due, due

SAID = "2018-10-12"  # a Friday
WINDOWS = {
    # counted
    "within two months": (SAID, "2018-12-12"),
    "within the next three (3) months": (SAID, "2019-01-12"),
    "within 10 working days": (SAID, "2018-10-26"),
    "within 28 days": (SAID, "2018-11-09"),
    "within twenty-one days": (SAID, "2018-11-02"),
    "within 28 (twenty eight) days": (SAID, "2018-11-09"),
    "within a fortnight": (SAID, "2018-10-26"),
    "in a fortnight": ("2018-10-22", "2018-10-28"),
    "in a fortnight's time": ("2018-10-22", "2018-10-28"),
    "in 6 months or earlier": (SAID, "2019-04-12"),
    "in six months": ("2019-04-01", "2019-04-30"),
    "in 12 months' time": ("2019-10-01", "2019-10-31"),
    "in a year\u2019s time": ("2019-10-01", "2019-10-31"),
    "after a further 6 months": ("2019-04-01", "2019-04-30"),
    "in 2 weeks": ("2018-10-22", "2018-10-28"),
    # a month, a part of the year
    "in September 2019": ("2019-09-01", "2019-09-30"),
    "in October": (SAID, "2018-10-31"),
    "in September": ("2019-09-01", "2019-09-30"),
    "during early March": ("2019-03-01", "2019-03-10"),
    "in mid-January": ("2019-01-11", "2019-01-20"),
    "in late January": ("2019-01-21", "2019-01-31"),
    "at the January 2019 full Council meeting": ("2019-01-01", "2019-01-31"),
    "to the February meeting": ("2019-02-01", "2019-02-28"),
    "in the autumn": (SAID, "2018-11-30"),
    "in the spring of 2019": ("2019-03-01", "2019-05-31"),
    "in the winter": ("2018-12-01", "2019-02-28"),
    # a last day
    "by 31 March 2019": (SAID, "2019-03-31"),
    "by 31st March": (SAID, "2019-03-31"),
    "no later than Friday, 12 October": (SAID, SAID),
    "before 1 April 2019": (SAID, "2019-03-31"),
    "by 31/03/2019": (SAID, "2019-03-31"),
    "by the end of March": (SAID, "2019-03-31"),
    "before the end of March": (SAID, "2019-03-31"),
    "before October": (SAID, "2019-09-30"),
    "by the start of October": (SAID, "2019-10-01"),
    "by Christmas": (SAID, "2018-12-25"),
    "before Christmas": (SAID, "2018-12-24"),
    "by 2030": (SAID, "2030-12-31"),
    # years
    "before the end of the financial year": (SAID, "2019-03-31"),
    "by the end of 2018/19": (SAID, "2019-03-31"),
    "in the 2019-20 financial year": ("2019-04-01", "2020-03-31"),
    "in the new municipal year": ("2019-05-01", "2020-04-30"),
    "in the next financial year": ("2019-04-01", "2020-03-31"),
    "by the end of the municipal year": (SAID, "2019-04-30"),
    "by the end of the year": (SAID, "2018-12-31"),
    "by the end of the month": (SAID, "2018-10-31"),
    "by the end of next week": (SAID, "2018-10-21"),
    # no end
    "from April 2019": ("2019-04-01", ""),
    "after the end of May": ("2019-06-01", ""),
    # over when it was said: the words name it
    "in March 2014": ("2014-03-01", "2014-03-31"),
    "by 31 August 2018": ("2018-08-31", "2018-08-31"),
}
OFTEN = {
    "every 12 months": ("2019-10-12", "P1Y"),
    "every six months": ("2019-04-12", "P6M"),
    "every two weeks": ("2018-10-26", "P14D"),
    "every year": ("2019-10-12", "P1Y"),
    "quarterly": ("2019-01-12", "P3M"),
    "on a six-monthly basis": ("2019-04-12", "P6M"),
    "twice a year": ("2019-04-12", "P6M"),
}
NO_DAY = (
    "at the next meeting", "as soon as possible", "in due course", "at a future meeting", "before the summer recess",
    "every 0 months", "within 0 days",
    "by 31 June", "by the next meeting", "in the new year", "", "when ready", "in month 6",
)  # fmt: skip


@pytest.mark.parametrize(("words", "window"), WINDOWS.items())
def test_windows(words: str, window: tuple[str, str]) -> None:
    assert due(words, SAID) == Due(*window)


@pytest.mark.parametrize(("words", "window"), OFTEN.items())
def test_how_often(words: str, window: tuple[str, str]) -> None:
    assert due(words, SAID) == Due(SAID, *window)


@pytest.mark.parametrize("words", NO_DAY)
def test_no_day(words: str) -> None:
    assert due(words, SAID) is None


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)
LEADS = st.sampled_from(
    ("by", "before", "in", "during", "by the end of", "by the start of", "before the end of", "from")
)
NAMED = st.sampled_from(
    (*MONTHS.split("|"), "early March", "late May", "the winter", "the summer", "Christmas", "the new municipal year",
     "the financial year", "next month", "12 March", "the 31st December")
)  # fmt: skip
COUNTED = st.builds(
    "{} {} {}".format,
    st.sampled_from(("within", "in", "after a further", "every")),
    st.integers(1, 60),
    st.sampled_from(("days", "working days", "weeks", "months", "years")),
)


@given(st.one_of(st.builds("{} {}".format, LEADS, NAMED), COUNTED), DAYS)
def test_no_time_ends_before_it_begins_or_lies_before_the_meeting(words: str, said: str) -> None:
    """Where the words give no year; but "by the start of the financial year" may be said within it."""
    window = due(words, said)
    if window is None:
        assert "the 31st" in words or "working" in words
        return
    assert not window.last or window.first <= window.last
    if "year" not in words or "new" in words:
        assert window.first >= said


@given(st.builds("{} {} {}".format, LEADS, st.sampled_from(MONTHS.split("|")), st.integers(1900, 2099)), DAYS)
def test_a_time_with_its_year_lies_before_the_meeting_only_where_the_words_say_so(words: str, said: str) -> None:
    window = due(words, said)
    assert window is not None
    assert not window.last or window.first <= window.last
    assert window.first >= said or window.last < said


@given(st.text(max_size=40), DAYS)
def test_any_words(words: str, said: str) -> None:
    window = due(words, said)
    assert window is None or not window.last or window.first <= window.last


def test_the_next_day_of_that_name() -> None:
    assert due("by the start of the financial year", "2024-03-01") == Due("2024-03-01", "2024-04-01")
    assert due("by 29 February", "2023-05-01") == Due("2023-05-01", "2024-02-29")
