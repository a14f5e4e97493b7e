"""The graph of many councils and years, made from that of a few papers: the same shapes in the same proportions.

The papers are four of `data/documents` (the fifth names no council) and three of `papers/`, for votes, deferrals and
what else those four lack. Their graph is built as always; then each council has it once a year, with its own names:
bodies and posts stay over the years, councillors sit four years, and matters, programmes and acronyms are others in
every year but the first. The same for everybody.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from civicgraph.store import ONTOLOGY_GRAPH, current, ontology_lines
from shires import PLACES, SURNAMES

HERE = Path(__file__).parent
COUNCIL = "Coventry"
FIRST, TERM = 2008, 4
BATCH = 10  # copies loaded at a time: some hundred thousand quads, as a build does
MATTERS = (  # none is of a body or a post that stays
    "adoption alcohol alternative apprenticeships attendance bursary carers commissioning conference court crossing "
    "damp delivery drug families family foster fostering fund funding homes hours housing implementation journal "
    "keep land library mould opening parking patrols payments performance permits placement placements progress "
    "quality recruitment regional retention review sale school social strategy sufficiency support therapy training "
    "update worker workers workforce"
).split()
OTHERS = (
    "allotments archives benches bridges buses bylaws canals cemeteries charging commons culverts cycling dentistry "
    "drainage elections energy estates events fairs ferries flooding footpaths forests gardens grazing gritting "
    "harbours heating hedges heritage hostels insurance internet kerbs lighting markets meals museums noise nurseries "
    "orchards parks paving pensions pests planning play ponds potholes procurement recycling refuse reserves roofs "
    "sewers signals skips sports stables statues streams subsidies subways taxis theatres tolls tourism towers trading "
    "trams transport trees tunnels verges waste water weirs wells wetlands wharves windows woodland"
).split()
ACRONYMS = ("MST", "KEEP", "FDAC", "FSR", "CAF", "ACE", "CFF", "FGC")
KEPT = ("identity", "body-succession", "matters")  # graphs of linking; the rest is for the rules to derive
_PERSON = re.compile(r'<http://xmlns\.com/foaf/0\.1/name> "([^"]+)"')


def template() -> str:
    """N-Quads of the papers, without ontology and derived graphs."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "civicgraph", "build", *map(str, papers()), "--out", place]
        subprocess.run(command, check=True, capture_output=True)
        store = Store.read_only(str(Path(place) / current(Path(place))))
        quads = [(getattr(quad.graph_name, "value", ""), str(quad.triple), str(quad)) for quad in store]
    left_out = {triple for graph, triple, _ in quads if graph == ONTOLOGY_GRAPH or _derived(graph)}
    lines = sorted(f"{quad} ." for _, triple, quad in quads if triple not in left_out)
    return "\n".join([*lines, ""])


def _derived(graph: str) -> bool:
    return "/rule/" in graph and graph.rpartition("/")[2] not in KEPT


def copies(quads: str, councils: int, years: int) -> Iterator[bytes]:
    """The N-Quads of every council and year."""
    surnames = sorted({name.split()[-1] for name in _PERSON.findall(quads)})
    fixed = [COUNCIL, COUNCIL.lower(), COUNCIL.upper()]
    people = [form for name in surnames for form in (name, _slug(name))]
    matters = [form for word in MATTERS for form in (word, word.title(), word.upper())]
    words = "|".join(sorted(map(re.escape, {*fixed, *people, *matters, *ACRONYMS}), key=lambda w: (-len(w), w)))
    parts = re.split(rf"(?<![A-Za-z])({words})(?![a-z])|(?<!\d)(?<!\.org/)(20[012]\d)(?!\d)", quads)
    # Text, word, year, text, word, year, text …
    for number in range(councils):
        place = PLACES[number % len(PLACES)] + ("" if number < len(PLACES) else str(number // len(PLACES)))
        for year in range(years):
            yield _copy(parts, surnames, place, year).encode()


def _copy(parts: list[str | None], surnames: list[str], place: str, year: int) -> str:
    said = {COUNCIL: place, COUNCIL.lower(): place.lower(), COUNCIL.upper(): place.upper()}
    chance = random.Random(f"{place} {year // TERM}")
    for name in surnames:
        other = chance.choice(SURNAMES) + chance.choice(("", "son", "ton", "by", "field", "man"))
        said |= {name: other, _slug(name): other.lower()}
    if year:
        chance = random.Random(f"{place} {year}")
        for word in MATTERS:
            other = chance.choice(OTHERS)
            said |= {word: other, word.title(): other.title(), word.upper(): other.upper()}
        for word in ACRONYMS:
            said[word] = "".join(chance.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in word)
    out = list(parts)
    for n in range(1, len(out), 3):
        if (word := out[n]) is not None:
            out[n] = said.get(word, word)
        elif (day := out[n + 1]) is not None:
            out[n + 1] = str(int(day) - 2010 + FIRST + year)
    return "".join(part for part in out if part is not None)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9-]", "", name.lower())


def papers() -> list[Path]:
    """What each council has of each year: the samples of one council, and the made-up minutes."""
    samples = sorted((HERE.parent / "data" / "documents").iterdir())
    return [*(path for path in samples if COUNCIL.lower() in path.name), HERE / "papers"]


def load(place: Path, councils: int, years: int) -> Store:
    """The store of so many councils and years, with the ontology and without what the rules derive."""
    store = Store(str(place))
    store.bulk_load("".join(f"{line}\n" for line in ontology_lines()).encode(), format=RdfFormat.N_QUADS)
    made = copies(template(), councils, years)
    while batch := b"".join(islice(made, BATCH)):
        store.bulk_load(batch, format=RdfFormat.N_QUADS)
    return store
