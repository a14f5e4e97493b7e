import pytest

from civicgraph.values.names import display
from civicgraph.values.people import find_people, split_people


@pytest.mark.parametrize(
    ("text", "people"),
    {
        "Councillor M Mutton said": ["M Mutton"],
        "Councillors Donegan, Gleeson, Mitchell and Teefy were": ["Donegan", "Gleeson", "Mitchell", "Teefy"],
        "Councillors, Gleeson, Mitchell, O'Donnell, Sheehy, Teefy.": [
            "Gleeson", "Mitchell", "O'Donnell", "Sheehy", "Teefy",
        ],
        "Cllrs A Tucker and D Jackson": ["A Tucker", "D Jackson"],
        "Councillors J Smith (Chair), K Jones (Vice-Chair) and L Brown": ["J Smith", "K Jones", "L Brown"],
        "Councillors Browne, Collins and\nScanlan": ["Browne", "Collins", "Scanlan"],
        "Councillor J Lepoidevin Councillor A Lucas Councillor P Male": ["J Lepoidevin", "A Lucas", "P Male"],
        "In his speech Sir Martin outlined": ["Martin"],
        "thanked Mr Shipton.": ["Shipton"],
        "Councillor Smith's report": ["Smith"],
        "Mr. J. Smith. The meeting closed": ["J Smith"],
        "Councillor R Brown (substitute for Councillor D Kershaw)": ["R Brown", "D Kershaw"],
        "the Mayor, Councillor J. Smith, welcomed": ["J Smith"],
        "Councillor Jim\nO'Boyle": ["Jim O'Boyle"],
        "COUNCILLOR SMITH REPORTED THAT": ["Smith"],
        "Councillor Lakha \u2013 Chair": ["Lakha"],
        "Councillors Smith and Coventry City Council": ["Smith"],
        "Councillors Smith and Jones, Director of Finance": ["Smith", "Jones"],
        "by Mr R C Love, OBE, and Mrs Bell": ["R C Love", "Bell"],
        "Prof Sir David King": ["David King"],
        "Mr McGuigan Preliminary plans": ["McGuigan"],
        "Cllr O\u2019Boyle, Cllr N\u00ed Fhlatharta": ["O'Boyle", "N\u00ed Fhlatharta"],
        "Councillor Call for Action": [],
        "Councillor Training": [],
        "Dr Challoner's Grammar School": [],
        "Sir Frank Whittle Studio School": [],
        "Bishop Ullathorne Catholic School": [],
        "Major Road Network": [],
        "PC World": [],
        "Sir Gaerfyrddin": [],
        "the councillor may resign": [],
        "Miss Out": [],
    }.items(),
)  # fmt: skip
def test_people_in_prose(text: str, people: list[str]) -> None:
    assert [display(found.name) for found in find_people(text)] == people


def test_spans_of_people() -> None:
    text = "Present: Councillors Donegan and Ryan; Mr R C Love, OBE."
    assert [text[p.start : p.end] for p in find_people(text)] == ["Donegan", "Ryan", "Mr R C Love, OBE"]
    assert [p.name.honorific for p in find_people(text)] == ["Councillor", "Councillor", "Mr"]


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("S Hanson, K Jones and R Potter", ["S Hanson", "K Jones", "R Potter"]),
        ("Councillor J Lepoidevin Councillor A Lucas", ["Councillor J Lepoidevin", "Councillor A Lucas"]),
        (
            "Mr R C Love, OBE, Mr S. Coughlan (Director, Support Services), Mrs C Bell",
            ["Mr R C Love, OBE", "Mr S. Coughlan (Director, Support Services)", "Mrs C Bell"],
        ),
        (
            "Councillor Lakha \u2013 Chair, Jobs, Skills and Growth Scrutiny Board",
            ["Councillor Lakha \u2013 Chair, Jobs, Skills and Growth Scrutiny Board"],
        ),
        (
            "Bev Messinger, Director of Customer and Workforce Services, Council House Coventry",
            ["Bev Messinger, Director of Customer and Workforce Services, Council House Coventry"],
        ),
        ("Councillors Donegan, Gleeson\nand Teefy", ["Councillors Donegan", "Gleeson", "Teefy"]),
        ("Councillors, Gleeson, Mitchell", ["Councillors, Gleeson", "Mitchell"]),
        ("A Smith - Chair; B Jones - Vice Chair", ["A Smith - Chair", "B Jones - Vice Chair"]),
        ("Cllr A Smith (Chair\nCllr B Jones", ["Cllr A Smith (Chair", "Cllr B Jones"]),
        ("Councillor J\nSmith", ["Councillor J\nSmith"]),
        ("Mr J Smith & Mrs K Jones", ["Mr J Smith", "Mrs K Jones"]),
        (
            "Lord Mayor Councillor J Smith, Deputy Lord Mayor Councillor K Jones",
            ["Lord Mayor Councillor J Smith", "Deputy Lord Mayor Councillor K Jones"],
        ),
        ("Cllr Sheahan, An Cathaoirleach", ["Cllr Sheahan, An Cathaoirleach"]),
        ("B Ashdown      L Quill", ["B Ashdown", "L Quill"]),
        ("Councillors   B Ashdown      L Quill\n      D Fenner", ["Councillors   B Ashdown", "L Quill", "D Fenner"]),
        ("Ann Boyd        AB       Kay Combe     KC", ["Ann Boyd", "Kay Combe"]),
        (
            "Mr T Cannon,      Miss S J Carey,     Sir Paul     Carter",
            ["Mr T Cannon", "Miss S J Carey", "Sir Paul     Carter"],
        ),
        ("Hughes     Jones     Patel", ["Hughes", "Jones", "Patel"]),
        ("Ann Reid (FRE)          Chairman", ["Ann Reid (FRE)          Chairman"]),
        ("Dan Bride, Tom\nByrne, Tony Doran", ["Dan Bride", "Tom\nByrne", "Tony Doran"]),
        ("Ms. Anne Cronin, Mr. Owen\n\nBuckley.", ["Ms. Anne Cronin", "Mr. Owen\n\nBuckley."]),
        ("Mrs S Hall\n(Director of Place), Mr B Lee", ["Mrs S Hall\n(Director of Place)", "Mr B Lee"]),
        ("Ann Lee, Director of Place\nTom Hill, Head of Law", ["Ann Lee, Director of Place", "Tom Hill, Head of Law"]),
        ("J Gilmour M Goodman, P Hamill", ["J Gilmour", "M Goodman", "P Hamill"]),
        ("P J Moss MSc R A Hale BA (Hons) D Webb", ["P J Moss MSc", "R A Hale BA (Hons)", "D Webb"]),
        ("A Moss, PC B Hale", ["A Moss", "PC B Hale"]),
        ("C Dix, LLB, CPLS J Nunn PG Cert Ed K Webb", ["C Dix, LLB", "CPLS", "J Nunn PG Cert Ed", "K Webb"]),
        (
            "the Mayor Councillor A Lee Deputy Mayor Councillor B Hill",
            ["the Mayor Councillor A Lee", "Deputy Mayor Councillor B Hill"],
        ),
        ("Mr H Dale Michael Hill (BBC) Anna Webb (BBC)", ["Mr H Dale", "Michael Hill (BBC)", "Anna Webb (BBC)"]),
        ("Mrs J Moss Grant Officer", ["Mrs J Moss Grant Officer"]),
        (
            "Paul Ford, Chair Claire Hill, Vice Chair Carol Dale, Clerk",
            ["Paul Ford, Chair", "Claire Hill, Vice Chair", "Carol Dale, Clerk"],
        ),
        ("A Lee, B Shah, Chair Claire Hill", ["A Lee", "B Shah", "Chair Claire Hill"]),
        ("David Cooper Julie Thomson PC Ann Hill", ["David Cooper", "Julie Thomson", "PC Ann Hill"]),
        ("Mary Ann Lee Carter", ["Mary Ann Lee Carter"]),
        ("Rory Francis a Glyn Daniels", ["Rory Francis", "Glyn Daniels"]),
        (
            "Mr I Moss and Mr J King District and County Cllr Mr S Hale",
            ["Mr I Moss", "Mr J King", "District and County Cllr Mr S Hale"],
        ),
        ("District Councillor Ann Lee and County Cllr P Webb", ["District Councillor Ann Lee", "County Cllr P Webb"]),
        ("Cllr J Webb &amp; Cllr P Lee", ["Cllr J Webb", "Cllr P Lee"]),
        ("Neil White, DNPA; Sam Hill, DNPA; Cllr A Lee", ["Neil White, DNPA", "Sam Hill, DNPA", "Cllr A Lee"]),
        ("Cllrs ADAMS, LEE and KING", ["Cllrs ADAMS", "LEE", "KING"]),
        ("Cllrs Anne Bishop (Chairman), Ivan Reed", ["Cllrs Anne Bishop (Chairman)", "Ivan Reed"]),
        ("U Patel, Resources Directorate", ["U Patel, Resources Directorate"]),
        ("J Taylor. P Moss, B Reed. Also, Cllr C Dale", ["J Taylor", "P Moss", "B Reed", "Cllr C Dale"]),
        ("Cllr J Ames Chairman Cllr P Bird", ["Cllr J Ames Chairman", "Cllr P Bird"]),
        ("Jo Reed, Al Moss and the clerk, Joan Pell", ["Jo Reed", "Al Moss", "the clerk, Joan Pell"]),
        ("Mr Michael Lee, BCC Mrs Rose Moor, BCC", ["Mr Michael Lee, BCC", "Mrs Rose Moor, BCC"]),
        ("Councillors: Ames, Judge, Lord, Martin and Cole", ["Councillors: Ames", "Judge", "Lord", "Martin", "Cole"]),
        (
            "ANN LEE BOB SHAH CLARE WEBB and JAMES HALE IAN MOSS JENNIFER REED",
            ["ANN LEE", "BOB SHAH", "CLARE WEBB", "JAMES HALE", "IAN MOSS", "JENNIFER REED"],
        ),
        (
            "David Lee David Shah Lorna Webb James Hale William Moss James Robin Reed",
            ["David Lee", "David Shah", "Lorna Webb", "James Hale", "William Moss", "James Robin Reed"],
        ),
        (
            "Ann Lee, Licensing Officer Jack Shah, Planner Rose Mary Webb, Senior Solicitor",
            ["Ann Lee, Licensing Officer", "Jack Shah, Planner", "Rose Mary Webb, Senior Solicitor"],
        ),
        ("PLANNING AND ROADS COMMITTEE", ["PLANNING AND ROADS COMMITTEE"]),
        ("Nil", ["Nil"]),
        ("", []),
    ],
)
def test_lists_split(text: str, chunks: list[str]) -> None:
    assert [text[start:end] for start, end in split_people(text)] == chunks


def test_initials_without_a_space() -> None:
    text = "Cllrs Hillman, J.Willox, I.Willox, and Waller"
    assert [text[a:b] for a, b in split_people(text)] == ["Cllrs Hillman", "J.Willox", "I.Willox", "Waller"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("P Morris  Clerk J Connor", ["P Morris", "Clerk J Connor"]),
        ("Councillors: Bishop, Cole and Dale", ["Councillors: Bishop", "Cole", "Dale"]),
        ("Cllrs Bird, Cole Clerk D. Dale", ["Cllrs Bird", "Cole", "Clerk D. Dale"]),
        ("Clerk J Connor, Allan Reed Eden District Council", ["Clerk J Connor", "Allan Reed Eden District Council"]),
        ("Jim Boyd, Chief Accountant, Corporate Services Tony Kane, Head of Housing, Place Irene Webb, Clerk",
         ["Jim Boyd, Chief Accountant, Corporate Services", "Tony Kane, Head of Housing, Place", "Irene Webb, Clerk"]),
        ("B. Jonas (chair) A. Davis, C. Moss", ["B. Jonas (chair)", "A. Davis", "C. Moss"]),
        ("Val Davis, and Borough Commander Simon Dobson", ["Val Davis", "Borough Commander Simon Dobson"]),
        ("Norman Wright and from the Police and Crime Commissioner David Kent",
         ["Norman Wright", "the Police and Crime Commissioner David Kent"]),
        ("Councillors Mrs Black, English, Field and Yates", ["Councillors Mrs Black", "English", "Field", "Yates"]),
        ("Mr M. Edwards (in the chair), Mr K. Bishop, Mr Hines",
         ["Mr M. Edwards (in the chair)", "Mr K. Bishop", "Mr Hines"]),
        ("Mrs Jen Stevens, Head Teacher and Mr David Pearce of the Bee Society",
         ["Mrs Jen Stevens, Head Teacher", "Mr David Pearce of the Bee Society"]),
        ("June Hood, Simon Smith", ["June Hood", "Simon Smith"]),
        ("Ann Lee, Parks\nOfficer, Bob Shah, Head of Law,\nJo Reed, Clerk",
         ["Ann Lee, Parks\nOfficer", "Bob Shah, Head of Law", "Jo Reed, Clerk"]),
    ],
)  # fmt: skip
def test_people_run_together(text: str, people: list[str]) -> None:
    assert [text[a:b] for a, b in split_people(text)] == people


def test_a_list_goes_on_after_the_chair() -> None:
    text = "Councillor Ann Lee in the Chair. Councillor Bob May, Councillor Cy Day"
    assert [text[a:b] for a, b in split_people(text)] == [
        "Councillor Ann Lee in the Chair.",
        "Councillor Bob May",
        "Councillor Cy Day",
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Cllrs Hale, Lowe & Reed, the Clerk & County Cllr Webb", ["Cllrs Hale", "Lowe", "Reed", "County Cllr Webb"]),
        ("Cllr A Hale, vice chair Cllr B Lowe", ["Cllr A Hale", "vice chair Cllr B Lowe"]),
        ("Cllr A Hale, vice chair", ["Cllr A Hale, vice chair"]),
        ("Cllr A Hale, Mrs B Lowe, the Clerk", ["Cllr A Hale", "Mrs B Lowe, the Clerk"]),
        ("Cllrs Hale, Lowe, the Clerk, Mrs S Moss", ["Cllrs Hale", "Lowe", "the Clerk, Mrs S Moss"]),
    ],
)
def test_no_member_is_the_clerk(text: str, people: list[str]) -> None:
    assert [text[start:end] for start, end in split_people(text)] == people
