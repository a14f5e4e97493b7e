"""What others say of our files: JSON schemas of `tests/standards` asked by jsonschema, a RELAX NG grammar by lxml."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import FormatChecker
from jsonschema.validators import validator_for
from lxml import etree
from lxml.etree import RelaxNG
from referencing import Registry, Resource
from referencing.jsonschema import specification_with

STANDARDS = Path(__file__).parent / "standards"


@cache
def _schemas(file: str) -> tuple[dict[str, dict[str, Any]], Registry[Any]]:
    """Schemas by the last word of their identifier, and a registry in which they find each other."""
    read = json.loads((STANDARDS / file).read_text(encoding="utf-8"))
    all_of_them = read if isinstance(read, list) else [read]
    named = {one.get("$id", one.get("id", "")): one for one in all_of_them}
    resources = [
        (name.rstrip("#"), Resource(one, specification_with(one["$schema"].rstrip("#")))) for name, one in named.items()
    ]
    registry: Registry[Any] = Registry().with_resources(resources)
    return {name.rstrip("#").rpartition("/")[2].removesuffix(".json"): one for name, one in named.items()}, registry


def faults(file: str, name: str, value: object) -> list[str]:
    """What the schema called `name` in a file of `tests/standards` has against the value."""
    schemas, registry = _schemas(file)
    kind = validator_for(schemas[name])
    check = kind(schemas[name], registry=registry, format_checker=FormatChecker())
    return [f"{name} {'/'.join(map(str, one.absolute_path))}: {one.message}" for one in check.iter_errors(value)]


@cache
def _gexf() -> RelaxNG:
    return RelaxNG(etree.parse(STANDARDS / "gexf.rng"))


def gexf_faults(file: bytes) -> list[str]:
    """What the grammar of GEXF 1.3 has against a file, the nearest last."""
    grammar = _gexf()
    grammar.validate(etree.fromstring(file))
    return [f"line {one.line}: {one.message}" for one in grammar.error_log]
