"""The tables for CSV on the Web (W3C): which cell is which statement, so that CSV becomes the same RDF again."""

from __future__ import annotations

import json
from collections.abc import Iterable

from civicgraph.export.columns import Column, Table
from civicgraph.vocab import RDF

Json = str | bool | list["Json"] | dict[str, "Json"]
TYPES: dict[str, Json] = {"time": {"base": "time", "format": "HH:mm"}, "anyURI": "string"}
"""What is not called there as in columns.toml; of an anyURI in aboutUrl some readers make its parts."""


def metadata(tables: Iterable[Table]) -> str:
    """csv-metadata.json, beside the CSV files of these tables."""
    said: dict[str, Json] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "tables": [_table(table) for table in tables],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table) -> Json:
    columns: list[Json] = [_column(column) for column in table.columns]
    columns += [{"name": column.name, "virtual": True, **_statement(column)} for column in table.every]
    if table.kind:
        kind: Json = {"name": "rdf_type", "virtual": True, "propertyUrl": RDF.type, "valueUrl": table.kind}
        columns.append(kind)
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.about,
        "aboutUrl": f"{{+{table.subject}}}",
        "tableSchema": {"columns": columns},
    }


def _column(column: Column) -> Json:
    said: dict[str, Json] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": TYPES.get(column.type, column.type),
    }
    if column.why:
        return {**said, "rdfs:comment": f"No statement: {column.why}.", "suppressOutput": True}
    return {**said, **_statement(column)}


def _statement(column: Column) -> dict[str, Json]:
    """What a cell says, and of what, in the words of CSVW."""
    said = {"aboutUrl": column.of, "propertyUrl": column.property, "valueUrl": column.value}
    return {name: value for name, value in said.items() if value}
