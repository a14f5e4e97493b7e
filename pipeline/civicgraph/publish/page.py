"""The page that people land on: what this is, what to take, how to cite it. It runs and fetches nothing."""

from __future__ import annotations

import json
from html import escape

from civicgraph.publish.about import About
from civicgraph.publish.files import DATA, File
from civicgraph.publish.records import schema_org
from civicgraph.vocab import short

SHOWN = 12
"""Kinds of things in the table of contents; the rest is in VoID."""

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding: .4rem 0; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font-size: .82rem; overflow-wrap: anywhere; }
blockquote { margin: 0; padding: .6rem 1rem; background: var(--soft); }
.wide { overflow-x: auto; }
"""


def page(about: About) -> str:
    """HTML 5; every link to a file is relative, so that it opens from a disk too."""
    title, census = escape(about.text("title")), about.census
    record = json.dumps(schema_org(about), ensure_ascii=False, indent=1).replace("<", "\\u003c")
    tables = [file for file in about.files if file.place.startswith(f"{DATA}/tables/")]
    others = [file for file in about.files if file not in tables]
    licence = about.licence.name if about.licence else about.text("licence")
    covers = ", ".join(filter(None, (", ".join(about.places), _period(about))))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{escape(about.text("description"))}">
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
<p>{escape(about.text("description"))}</p>
<p>Published by <a href="{escape(about.publisher["url"])}">{escape(about.publisher["name"])}</a> on {
        about.on
    }, under the
<a href="{escape(about.text("licence"))}">{escape(licence)}</a>. {f"It covers {escape(covers)}." if covers else ""}</p>
<p>{census.documents:,} documents; {census.meetings:,} meetings; {
        census.facts:,} facts. Every fact shows the words of the
document that it was read from.</p>
{_files("Tables for a spreadsheet", tables)}
{_files("The whole graph, and other forms of it", others)}
{_api(about)}
<h2>What is in it</h2>
<div class="wide"><table>
<tr><th>kind of thing</th><th>how many</th></tr>
{_kinds(about)}
</table></div>
<h2>Before you use it</h2>
<ul>
<li><a href="LICENCE.md">Licence</a>, and whose the documents are</li>
<li><a href="PRIVACY.md">Persons in these data</a>, and how to have something put right</li>
</ul>
<p>Cite it as:</p>
<blockquote>{escape(about.publisher["name"])}, {title}, {about.on}, <a href="{escape(about.base)}">{
        escape(about.base)
    }</a></blockquote>
<h2>For portals and programs</h2>
<ul>
<li>DCAT-AP: <a href="catalog.ttl">catalog.ttl</a>, <a href="catalog.jsonld">catalog.jsonld</a>;
<a href="data.json">data.json</a></li>
<li>VoID: <a href="void.ttl">void.ttl</a></li>
<li>RO-Crate: <a href="ro-crate-metadata.json">ro-crate-metadata.json</a>; <a href="CITATION.cff">CITATION.cff</a></li>
</ul>
<p>Questions: {escape(about.contact["name"])}, <a href="mailto:{escape(about.contact["email"])}">{
        escape(about.contact["email"])
    }</a></p>
</main>
</body>
</html>
"""


def _period(about: About) -> str:
    return f"{about.census.first} to {about.census.last}" if about.census.first else ""


def _files(heading: str, files: list[File]) -> str:
    if not files:
        return ""
    rows = "\n".join(
        f'<tr><td><a href="{escape(file.place)}" download>{escape(file.place.rpartition("/")[2])}</a></td>'
        f'<td>{escape(file.title)}</td><td class="n">{_size(file.bytes)}</td><td><code>{file.sha256}</code></td></tr>'
        for file in files
    )
    head = "<tr><th>file</th><th>what</th><th>size</th><th>SHA-256</th></tr>"
    return f'<h2>{heading}</h2>\n<div class="wide"><table>\n{head}\n{rows}\n</table></div>'


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):,.1f} kB"


def _api(about: About) -> str:
    if not about.api:
        return ""
    start = escape(about.api.removeprefix(about.base))
    return f'<p>Programs that know OParl 1.1 begin at <a href="{start}">{start}</a>.</p>'


def _kinds(about: About) -> str:
    most = sorted(about.census.classes, key=lambda one: (-one[1], one[0]))[:SHOWN]
    return "\n".join(f'<tr><td>{escape(short(iri))}</td><td class="n">{count:,}</td></tr>' for iri, count in most)
