"""The words of a clause that say by when."""

import pytest

from civicgraph.extract.decisions.due import find_due

SAYS = {
    "requests a report in six months": "in six months",
    "that officers report back by the end of March 2019 on parking": "by the end of March 2019",
    "asks for figures before the end of the financial year": "before the end of the financial year",
    "that the scheme be reviewed in the autumn": "in the autumn",
    "that the hedge be cut in March": "in March",
    "requests that the figures are supplied quarterly.": "quarterly",
    "that the item come back to the January 2019 full Council meeting": "to the January 2019 full Council meeting",
    "that the accounts be published in July": "in July",
    "asked for a note in due course": "in due course",
    "asked for it at the next meeting": "at the next meeting",
    "that the policy be reviewed annually": "annually",
    "DEFERRED to the November 2020 meeting": "to the November 2020 meeting",
    "that the figures be given attention as soon as possible": "as soon as possible",
    "that the applicant reply within twenty-one days": "within twenty-one days",
    "that the wall be made safe within 28 (twenty eight) days": "within 28 (twenty eight) days",
    "that the Clerk report back in a fortnight": "in a fortnight",
    "that the play area be inspected every 3 months": "every 3 months",
    "requests reports every six months": "every six months",
    "that the leases be reviewed every 5 years": "every 5 years",
    "that the wall be rebuilt before 1 May": "before 1 May",
    "requests a report on parking to be submitted in September": "in September",
    "notes the plan published in May and requests an update in October": "in October",
}
NONE = (
    "notes the quarterly report",
    "approves the monthly reconciliation",
    "notes the strategy published in May 2018",
    "notes that the review had been undertaken in March",
    "notes that tourism brings £40m annually",
    "notes the performance at the end of September",
    "notes the plan for 2019",
    "notes the complaint made before 1 May",
    "approves the policy on leases every 5 years",
    "requests a briefing on the school to be built in September",
    "requests more detail than was supplied for the July meeting",
)


@pytest.mark.parametrize(("clause", "words"), SAYS.items())
def test_says_by_when(clause: str, words: str) -> None:
    found = find_due(clause, 10)
    assert found is not None and found.text == words
    assert clause[found.span.start - 10 : found.span.end - 10] == words


@pytest.mark.parametrize("clause", NONE)
def test_says_nothing_of_it(clause: str) -> None:
    assert find_due(clause, 0) is None
