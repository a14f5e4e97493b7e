"""Fetches the browser's files that the site ships, so that a page asks nobody else for anything.

    python scripts/vendor.py                      as vendor.json has them: stops where a file is not what its hash says
    python scripts/vendor.py cytoscape@3.35.0     another version of one, whose hashes are then written down

Needs npm. `pipeline/civicgraph/web/static/vendor/vendor.json` says of each package: name, version, licence, where it
is kept, and of each file where it stands in the package, its name here and its SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).parents[1] / "pipeline/civicgraph/web/static/vendor"
LIST = VENDOR / "vendor.json"
MIT = """MIT License

Copyright (c) {holders}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated \
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the \
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit \
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the \
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE \
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR \
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR \
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main(wanted: list[str]) -> int:
    packages: list[dict[str, Any]] = json.loads(LIST.read_text(encoding="utf-8"))
    versions = dict(one.rsplit("@", 1) for one in wanted)
    for name in versions.keys() - {package["name"] for package in packages}:
        print(f"{name}: not in {LIST}; write it there first, with its files", file=sys.stderr)
        return 2
    for package in packages:
        new = versions.get(package["name"], package["version"])
        fetched = files_of(f"{package['name']}@{new}")
        about = json.loads(fetched["package.json"])
        for file in package["files"]:
            content = fetched[file["from"]]
            digest = hashlib.sha256(content).hexdigest()
            if new == package["version"] and file["sha256"] not in ("", digest):
                print(f"{package['name']}@{new}: {file['from']} is not what it was ({digest})", file=sys.stderr)
                return 1
            (VENDOR / file["file"]).write_bytes(content)
            file["sha256"] = digest
        (VENDOR / package["licence_file"]).write_bytes(fetched.get("LICENSE") or licence(about))
        package |= {"version": new, "licence": about["license"], "from": f"npm:{package['name']}@{new}"}
    LIST.write_text(json.dumps(packages, indent=2) + "\n", encoding="utf-8")
    return 0


def files_of(package: str) -> dict[str, bytes]:
    """Content of each file of the package, by its path."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            members = ((m.name.partition("/")[2], archive.extractfile(m)) for m in archive.getmembers())
            return {name: file.read() for name, file in members if file is not None}


def licence(about: dict[str, Any]) -> bytes:
    """For a package under the MIT licence that has no file of it."""
    if about["license"] != "MIT":
        raise SystemExit(
            f"{about['name']}: has no LICENSE, and is under {about['license']}; put its text there by hand"
        )
    people = [about["author"], *about.get("contributors", [])]
    holders = ", ".join(one if isinstance(one, str) else one["name"] for one in people)
    return MIT.format(holders=holders).encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
