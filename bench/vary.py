"""Varied copies of the sample documents: other people, councils, years and numbers, the same in every run.

python bench/vary.py FOLDER NUMBER
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"

SURNAMES = (
    "Abbott Ahmed Akhtar Allen Andrews Bailey Baker Banks Barker Begum Bennett Bird Booth Brady Brooks Burns "
    "Butler Carter Chambers Clarke Cole Cooper Cox Crane Dale Davies Dixon Doyle Duggins Ellis Evans Farrow "
    "Fisher Ford Fox Gannon Gibson Grant Green Griffin Hall Harris Hayes Hetherton Hill Holt Howells Hughes "
    "Hussain Innes Jackson James Jobbar Kaur Keough Khan King Knight Lakha Lane Lewis Lloyd Lucas Maton Mayer "
    "Miles Mistry Moore Morgan Naylor Noonan Nurse Okafor Owen Palmer Parker Patel Pearce Perkins Price Quinn "
    "Reid Rhodes Rigby Roberts Rose Ruane Sawdon Sehmi Sharma Shaw Singh Skinner Stone Sutton Taylor Thay Turner "
    "Uddin Vaughan Walsh Ward Watson Welsh West Wilkes Wood Wright Yates Young"
).split()
COUNCILS = (
    "Coventry Worcester Derby Leicester Lincoln Norwich Plymouth Portsmouth Preston Salford Sheffield Southampton "
    "Stoke Sunderland Wakefield Winchester Wolverhampton York Bradford Bristol Carlisle Chester Durham Exeter "
    "Gloucester Hereford Hull Lancaster Leeds Newcastle Nottingham Oxford Peterborough Ripon Bath"
).split()

_NAMED = re.compile(r"(\b(?:Councillors?|Cllrs?|Mrs?|Ms|Dr) (?:[A-Z] ){0,2}|\b[A-Z] )([A-Z][a-z]{2,})\b")
_YEAR = re.compile(r"\b(20[012]\d)\b")
_NUMBER = re.compile(r"(?m)^(\W{0,3})(\d{1,3})(\.\s)")


def varied(text: str, number: int) -> str:
    """The document as another council might have had it. Within one copy, a name becomes one other name."""
    choice = random.Random(number)
    names: dict[str, str] = {}
    years, minutes = choice.randint(-6, 6), choice.randint(0, 60)
    council = choice.choice(COUNCILS)

    def name(match: re.Match[str]) -> str:
        return match[1] + names.setdefault(match[2], choice.choice(SURNAMES))

    text = _NAMED.sub(name, text)
    text = _YEAR.sub(lambda m: str(int(m[1]) + years), text)
    text = _NUMBER.sub(lambda m: f"{m[1]}{int(m[2]) + minutes}{m[3]}", text)
    text = f"{text.rstrip()}\n\nDocument reference {number:05}\n"  # no two alike
    return text.replace("Coventry", council).replace("COVENTRY", council.upper()).replace("Worcestershire", council)


def write(folder: Path, count: int) -> int:
    """`count` copies into the folder; gives their words."""
    folder.mkdir(parents=True, exist_ok=True)
    originals = [(path, path.read_text(encoding="utf-8")) for path in sorted(DOCUMENTS.iterdir())]
    words = 0
    for number in range(count):
        path, text = originals[number % len(originals)]
        copy = varied(text, number)
        words += len(copy.split())
        (folder / f"{number:05}-{path.name}").write_text(copy, encoding="utf-8")
    return words


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]), int(sys.argv[2])):,} words")
