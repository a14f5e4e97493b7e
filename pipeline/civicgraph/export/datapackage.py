"""The tables as a Data Package (Frictionless), with the size and checksum of each file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from civicgraph.export.columns import Column, Table

Json = str | int | list["Json"] | dict[str, "Json"]


def descriptor(tables: Iterable[tuple[Table, Path]], encoding: str) -> str:
    """datapackage.json, beside the CSV files of these tables. Raises `OSError`."""
    resources: list[Json] = [_resource(table, path, encoding) for table, path in tables]
    said: dict[str, Json] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "civicgraph",
        "title": "What councils decided, from their minutes",
        "resources": resources,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, path: Path, encoding: str) -> Json:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    fields: list[Json] = [_field(column) for column in table.columns]
    return {
        "name": table.name,
        "path": path.name,
        "type": "table",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": {"fields": fields},
    }


def _field(column: Column) -> Json:
    said: dict[str, Json] = {"name": column.name, "description": column.about}
    if column.type == "anyURI":
        return {**said, "type": "string", "format": "uri"}
    if column.type == "time":
        return {**said, "type": "time", "format": "%H:%M"}
    return {**said, "type": column.type}
