"""The page that people land on: what this is, what to take, how to cite it. It runs and fetches nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape

from civicgraph.publish.about import About
from civicgraph.publish.files import DATA, File
from civicgraph.publish.records import schema_org

SHOWN = 12
"""Kinds of things in the table of contents; the rest is in VoID."""

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 2.2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.wide { overflow-x: auto; }
blockquote { margin: 0; padding: .6rem 1rem; background: var(--soft); }
"""


def page(about: About) -> str:
    """HTML 5; every link to a file is relative, so that it opens from a disk too."""
    census = about.census
    title, description = escape(about.text("title")), escape(about.text("description"))
    publisher = _link(about.publisher["url"], about.publisher["name"])
    licence = _link(about.text("licence"), about.licence.name if about.licence else about.text("licence"))
    period = f"{census.first} to {census.last}" if census.first else ""
    covers = escape(", ".join(filter(None, (about.councils, period))))
    email = _link(f"mailto:{about.contact['email']}", about.contact["email"])
    tables = [file for file in about.files if file.place.startswith(f"{DATA}/tables/")]
    others = [file for file in about.files if file not in tables]
    record = json.dumps(schema_org(about), ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="alternate" type="text/turtle" href="catalog.ttl" title="catalogue (DCAT)">
<link rel="alternate" type="application/ld+json" href="catalog.jsonld" title="catalogue (DCAT)">
<style>{STYLE}</style>
<script type="application/ld+json">
{record}
</script>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{description}</p>
<p>Version of {about.on}, published by {publisher} under the {licence}. {f"It covers {covers}." if covers else ""}</p>
<p>{census.documents:,} documents; {census.meetings:,} meetings; {census.facts:,} facts.
Every fact that a document states leads to its words there.</p>
{_files("Tables for a spreadsheet", tables)}
{_files("The whole graph, and other forms of it", others)}
{_api(about)}
<h2>What is in it</h2>
<div class="wide"><table>
<tr><th>kind of thing</th><th class="n">how many</th></tr>
{_kinds(about)}
</table></div>
<h2>Before you use it</h2>
<ul>
<li>{_link("LICENCE.md", "Licence")}, and whose the documents are</li>
<li>{_link("PRIVACY.md", "Persons in these data")}, and how to have something put right</li>
</ul>
<p>Cite it as:</p>
<blockquote>{escape(about.publisher["name"])}, {title}, {about.on}, {_link(about.base, about.base)}</blockquote>
<h2>For portals and programs</h2>
<ul>
<li>DCAT-AP: {_named("catalog.ttl")}, {_named("catalog.jsonld")}; {_named("data.json")}</li>
<li>VoID: {_named("void.ttl")}</li>
<li>RO-Crate: {_named("ro-crate-metadata.json")}; {_named("CITATION.cff")}</li>
<li>{_named("SHA256SUMS")}, to check what you took</li>
</ul>
<p>Questions: {escape(about.contact["name"])}, {email}</p>
</main>
</body>
</html>
"""


def _link(to: str, text: str) -> str:
    return f'<a href="{escape(to)}">{escape(text)}</a>'


def _named(file: str) -> str:
    return _link(file, file)


def _files(heading: str, files: Sequence[File]) -> str:
    if not files:
        return ""
    head = '<tr><th>file</th><th>what</th><th class="n">size</th></tr>'
    rows = "\n".join(
        f"<tr><td>{_link(file.place, file.place.rpartition('/')[2])}</td><td>{escape(file.about or file.title)}</td>"
        f'<td class="n">{_size(file.bytes)}</td></tr>'
        for file in files
    )
    return f'<h2>{heading}</h2>\n<div class="wide"><table>\n{head}\n{rows}\n</table></div>'


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):,.1f} kB"


def _api(about: About) -> str:
    return (
        f"<p>Programs that know OParl 1.1 begin at {_named(about.api.removeprefix(about.base))}.</p>"
        if about.api
        else ""
    )


def _kinds(about: About) -> str:
    most = sorted(about.census.classes, key=lambda one: (-one[1], one[0]))[:SHOWN]
    return "\n".join(f'<tr><td>{escape(_words(iri))}</td><td class="n">{count:,}</td></tr>' for iri, count in most)


def _words(iri: str) -> str:
    """…ontology#MinuteItem → minute item."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split("[#/]", iri)[-1]).lower()
