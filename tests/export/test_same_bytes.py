"""The same graph gives the same bytes in every format, whatever the process, its hash seed, its hour and place."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from civicgraph.export import FORMATS
from civicgraph.queries import projections
from sample import ROOT

EXPORT = """
import sys
from pathlib import Path
from civicgraph.export import FORMATS, Options, export
from civicgraph.queries import projections
from civicgraph.store import open_store
store, out = open_store(Path(sys.argv[1])), Path(sys.argv[2])
out.mkdir()
for one in FORMATS:
    export(store, one.name, out / one.name)
    for preset in projections() if "preset" in one.takes else ():
        export(store, one.name, out / f"{one.name}-{preset.name}", Options(preset=preset.name))
"""


def test_every_format_in_two_processes(samples: Path, tmp_path: Path) -> None:
    worlds = ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}, {"PYTHONHASHSEED": "4242", "TZ": "America/Adak"})
    made = []
    for number, world in enumerate(worlds):
        out = tmp_path / f"{number}"
        environment = os.environ | {"PYTHONPATH": str(ROOT / "pipeline"), **world}
        subprocess.run([sys.executable, "-c", EXPORT, str(samples), str(out)], env=environment, check=True)
        made.append({path.relative_to(out): hashlib.sha256(path.read_bytes()).hexdigest() for path in files(out)})
    assert made[0] == made[1]
    names = {path.parts[0] for path in made[0]}
    assert {one.name for one in FORMATS} <= {name.removesuffix(".metadata.json") for name in names}
    assert {f"gexf-{one.name}" for one in projections()} <= names


def files(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()]
