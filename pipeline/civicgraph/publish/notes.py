"""What stands beside the files for people: how to cite, under which licence, and what of persons is in it."""

from __future__ import annotations

import json
import textwrap

from civicgraph.publish.about import About


def citation(about: About) -> str:
    """CITATION.cff 1.2.0. A text in JSON is one in YAML too."""
    licence = f"license: {about.licence.spdx}" if about.licence else f"license-url: {_text(about.text('licence'))}"
    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        f"message: {_text('If you use these data, please cite them as below.')}",
        f"title: {_text(about.text('title'))}",
        f"abstract: {_text(about.text('description'))}",
        "authors:",
        f"  - name: {_text(about.publisher['name'])}",
        f"    website: {_text(about.publisher['url'])}",
        "contact:",
        f"  - name: {_text(about.contact['name'])}",
        f"    email: {_text(about.contact['email'])}",
        f"url: {_text(about.base)}",
        f"version: {_text(about.on)}",
        f"date-released: {_text(about.on)}",
        licence,
    ]
    if about.keywords:
        lines += ["keywords:", *(f"  - {_text(word)}" for word in about.keywords)]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def licence(about: About) -> str:
    name = about.licence.name if about.licence else about.text("licence")
    return f"""# Licence

{about.text("title")}, published by {about.publisher["name"]}, may be used under the {name}:
{about.text("licence")}

The data quote the documents that they were read from, word for word. Those documents belong to the councils that
published them; the licence above covers the quotations as far as the publisher may give it. Say where you have the data
from:

> {about.publisher["name"]}, {about.text("title")}, {about.on}, {about.base}
"""


def privacy(about: About) -> str:
    whose = about.councils or "the councils"
    named = f"""The data name the people that the published papers of {whose} name, as those print them: councillors
    with their posts, attendance, motions and votes; officers with their posts and reports; and members of the public
    where the minutes name them, as one who asked a question or spoke on an application."""
    wrong = f"""If you are named here and something is wrong, or should not be here, write to {about.contact["name"]},
    {about.contact["email"]}. A correction can be kept, so that it holds when the data are made anew."""
    return f"""# Persons in these data

{_filled(named)}

- Nothing was added from elsewhere about a person but the registration of a councillor's party, and no two names were
  joined without a reason that the data show.
- Councillors' contact details, and what a paper's own flags call private, were left out when it was read. What stands
  in the words of a published paper may stand in the quotations.
- A missing record of attendance or of a vote says that no paper here has one; it does not say that somebody was absent.
- What a program read may be wrong. Each fact leads to the words that it was read from:
  look there before you rely on it.

{_filled(wrong)}
"""


def _filled(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), 118, break_long_words=False, break_on_hyphens=False)


def readme(about: About) -> str:
    """What is in the folder, for who has it without the web."""
    files = "\n".join(f"| {file.place} | {file.about or file.title} | {file.bytes:,} |" for file in about.files)
    return f"""# {about.text("title")}

{about.text("description")}

{about.census.documents:,} documents; {about.census.facts:,} facts.
Version of {about.on}, published by {about.publisher["name"]}.
{f"For programs: the API of OParl 1.1 begins at {about.api}" if about.api else ""}

| file | what | bytes |
|---|---|---|
{files}

`sha256sum -c SHA256SUMS` tells whether all of them came whole.
"""


def sums(about: About) -> str:
    """SHA256SUMS, as sha256sum reads it."""
    return "".join(f"{file.sha256}  {file.place}\n" for file in about.files)
