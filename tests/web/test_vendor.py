"""The browser's files that are not ours are those that vendor.json names, each with its licence."""

from __future__ import annotations

import hashlib
import json

import civicgraph.web.html as html

VENDOR = html.HERE / "static" / "vendor"
PACKAGES = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))


def test_every_file_is_what_its_hash_says() -> None:
    files = {file["file"]: file["sha256"] for package in PACKAGES for file in package["files"]}
    assert {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in files} == files


def test_every_package_says_whose_it_is() -> None:
    for package in PACKAGES:
        assert package["from"] == f"npm:{package['name']}@{package['version']}"
        text = (VENDOR / package["licence_file"]).read_text(encoding="utf-8")
        assert package["licence"] == "MIT"
        assert "Copyright (c)" in text and "Permission is hereby granted" in text


def test_nothing_else_lies_there() -> None:
    named = {file["file"] for package in PACKAGES for file in package["files"]}
    named |= {package["licence_file"] for package in PACKAGES} | {"vendor.json"}
    assert {path.name for path in VENDOR.iterdir()} == named
