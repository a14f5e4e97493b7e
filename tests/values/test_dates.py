import pytest

from civicgraph.values.dates import find_dates, find_times, municipal_year

ONE_DATE = {
    "Tuesday, 12th March, 2013": "2013-03-12",
    "12 March 2013": "2013-03-12",
    "22nd January, 2013": "2013-01-22",
    "Monday 16 April 2018": "2018-04-16",
    "March 12, 2013": "2013-03-12",
    "July 19th 2018": "2018-07-19",
    'THURSDAY, 19" JULY, 2018': "2018-07-19",
    "THURSDAY,\n\n15th OCTOBER 2015": "2015-10-15",
    "23\u00b0 June, 2016": "2016-06-23",
    "20\u2122 October, 2021": "2021-10-20",
    "1* April, 2019": "2019-04-01",
    "lst July 2018": "2018-07-01",
    "2Oth May 2018": "2018-05-20",
    "1st  of May 2023": "2023-05-01",
    "12th day of March 2013": "2013-03-12",
    "Monday the 29th April,\n2019": "2019-04-29",
    "16<sup>th</sup> October 2012": "2012-10-16",
    "19 <sup>th</sup> February 2013": "2013-02-19",
    "12thMarch 2013": "2013-03-12",
    "8th-january-2015": "2015-01-08",
    "12-Mar-13": "2013-03-12",
    "9th Feb. 2013": "2013-02-09",
    "Thurs. 4 July 2019": "2019-07-04",
    "Friday 13th, March 2013": "2013-03-13",
    "15/02/13": "2013-02-15",
    "19.02.13": "2013-02-19",
    "3/4/2019": "2019-04-03",
    "2024-12-10": "2024-12-10",
    "31/12/99": "1999-12-31",
    "12 Mai 2020": "2020-05-12",
    "11 MAWRTH 2015": "2015-03-11",
    "Nos Fawrth 3 Mawrth 2015": "2015-03-03",
    "5ed o Ionawr 2015": "2015-01-05",
    "29 February 2024": "2024-02-29",
    "Wednesday 12 March 2013": "2013-03-12",  # it was a Tuesday
}


@pytest.mark.parametrize(("text", "iso"), ONE_DATE.items())
def test_one_date(text: str, iso: str) -> None:
    before, after = "held on ", " at the Council House."
    (found,) = find_dates(before + text + after)
    assert (found.iso, found.start, found.end) == (iso, len(before), len(before) + len(text))
    assert found.year_given


@pytest.mark.parametrize(
    "text",
    [
        "Agenda item 5.2",
        "May I thank the Members",
        "5 May I thank",
        "1. May I thank",
        "the Board will march on",
        "no more than 5 may attend",
        "Sth July 2018",  # 5th, 8th or 9th
        "31 February 2013",
        "29 February 2023",
        "30/02/2013",
        "13/25/2013",
        "paragraph 3.2.10 of the report",
        "Minute 14/17",
        "the 2013/14 budget",
        "ref 24/00109",
        "in March 12 members resigned",
        "16.01.05 Lottery Update\nCouncillor Linsley reported",  # a minute number of January 2016
        "telephone 024 7683 3199",
        "\u00a312 March",
        "2.5 May 2020",
        "media/2019-02/11th%20Feb%202019",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, default_year=2020) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("12th and 13th March 2013", ["2013-03-12", "2013-03-13"]),
        ("12th, 13th and 14th March 2013", ["2013-03-12", "2013-03-13", "2013-03-14"]),
        ("10-12 March 2013", ["2013-03-10", "2013-03-12"]),
        ("14th March and 18th April, 2013", ["2013-03-14", "2013-04-18"]),
        ("15th June, 20th July and 21st September 2017", ["2017-06-15", "2017-07-20", "2017-09-21"]),
        ("30 April - 2 May 2013", ["2013-04-30", "2013-05-02"]),
        ("20 December to 5 January 2014", ["2013-12-20", "2014-01-05"]),
        ("items 5 and 12 March 2013", ["2013-03-12"]),
        ("12/03/2013 and 19/03/2013", ["2013-03-12", "2013-03-19"]),
    ],
)
def test_several_dates(text: str, dates: list[str]) -> None:
    assert [found.iso for found in find_dates(text)] == dates


def test_a_date_without_a_year() -> None:
    assert find_dates("by 31st October.") == []
    (found,) = find_dates("by 31st October.", default_year=2013)
    assert (found.iso, found.year_given, found.end) == ("2013-10-31", False, 15)
    assert [found.year_given for found in find_dates("20 December to 5 January 2014")] == [False, True]


@pytest.mark.parametrize(
    ("text", "iso"),
    {
        "2.00 pm": "14:00",
        "3.30 pm": "15:30",
        "10.00 am": "10:00",
        "2pm": "14:00",
        "2.30 p.m.": "14:30",
        "9.45 A.M.": "09:45",
        "14:00": "14:00",
        "1400 hours": "14:00",
        "14.30hrs": "14:30",
        "7.15pm": "19:15",
        "7:00PM": "19:00",
        "12 noon": "12:00",
        "12.00 noon": "12:00",
        "noon": "12:00",
        "midnight": "00:00",
        "12.30 am": "00:30",
        "12.15 p.m.": "12:15",
        "14.00 pm": "14:00",
        "7.30yh": "19:30",
    }.items(),
)
def test_one_time(text: str, iso: str) -> None:
    (found,) = find_times(f"commencing {text} in Committee Room 2")
    assert (found.iso, found.start, found.end) == (iso, 11, 11 + len(text))


def test_the_full_stop_of_a_sentence_is_not_the_time() -> None:
    text = "The meeting closed at 3.45 pm."
    (found,) = find_times(text)
    assert text[found.start : found.end] == "3.45 pm"


@pytest.mark.parametrize(
    "text",
    ["5.2%", "\u00a310.00", "section 3.2", "afternoon", "a ratio of 1:50", "at 10.25%", "\u00a32.00 pm", "13.30 am",
     "item 7.15", "paragraph 12.10", "scale 1:1250"],
)  # fmt: skip
def test_no_time(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("10.00 am - 12.30 pm", ["10:00", "12:30"]),
        ("10.00am-12.30pm", ["10:00", "12:30"]),
        ("10.00 - 11.30 am", ["10:00", "11:30"]),
        ("11.00 - 1.00 pm", ["11:00", "13:00"]),
        ("2-4pm", ["14:00", "16:00"]),
        ("between 2.00 and 4.00 pm", ["14:00", "16:00"]),
        ("08:30\u201309:15", ["08:30", "09:15"]),
        ("items 3 and 4pm", ["16:00"]),
    ],
)
def test_ranges(text: str, times: list[str]) -> None:
    assert [found.iso for found in find_times(text)] == times


def test_time_and_date_that_a_page_glued() -> None:
    assert [d.iso for d in find_dates("4.00pm1 July 2021")] == ["2021-07-01"]
    assert [t.iso for t in find_times("4.00pm1 July 2021")] == ["16:00"]


def test_a_council_s_year_begins_in_may() -> None:
    days = ("2017-04-30", "2017-05-01", "2000-01-31")
    assert [municipal_year(day) for day in days] == [2016, 2017, 1999]
