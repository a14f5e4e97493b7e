#!/usr/bin/env python3
"""Score a graph's exported tables against gold tables.

    score.py GOLD_DIR TABLES_DIR [--show TABLE] [--json FILE] [--min TABLE=F1 ...]

GOLD_DIR holds one JSON file per source document: {"document": "<file name>", "<table>": [row, ...], ...}
TABLES_DIR holds <table>.csv as `civicgraph export --format tables` writes them.
A table missing from a gold file was not annotated there: rows of that document are not scored for it.
An empty list means: annotated, and there is nothing to find. In a gold cell, "a|b" accepts either; a text
ending in "…" gives the first words only. A row with "optional": true counts neither as missed nor as spurious.

Only the standard library is used. Exit status 1 when a --min is missed.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

# table: (columns that must agree, how each is compared)
TABLES: dict[str, dict[str, str]] = {
    "meetings": {"body": "name", "date": "exact", "start": "time?", "end": "time?"},
    "approvals": {"minutes_of": "exact"},
    "attendance": {"person": "person", "kind": "exact", "status": "exact"},
    "posts": {"person": "person", "post": "name"},
    "bodies": {"label": "name"},
    "items": {"number": "number", "title": "title"},
    "reports": {"title": "title", "author": "name?"},
    "routes": {"report": "title", "body": "name", "date": "exact?"},
    "decisions": {"item": "number", "label": "number?", "status": "exact", "action": "exact", "text": "text"},
    "targets": {"item": "number", "action": "exact", "target": "name"},
    "referrals": {"what": "title", "from": "name", "to": "name"},
    "votes": {"item": "number", "outcome": "exact", "for": "exact?", "against": "exact?", "abstain": "exact?"},
    "ballots": {"item": "number", "division": "number?", "person": "person", "vote": "exact"},
    "programmes": {"label": "name", "acronym": "acronym?"},
    "organisations": {"label": "name"},
    "citations": {"kind": "exact", "target": "name"},
}

HONORIFICS = re.compile(
    r"\b(councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof(essor)?|sir|dame|lord|lady|baroness|rev(erend)?|"
    r"alderman|ald|the lord mayor|the mayor|obe|mbe|cbe|jp|dl|kc|qc)\b\.?",
    re.I,
)
STOP = {"the", "a", "an", "of", "and", "for", "to", "on", "in", "at", "with", "by", "council", "city", "s"}


def plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text or "").replace("’", "'").replace("‘", "'")
    text = re.sub(r"[*_#`]|</?[a-z]+>", " ", text)
    return re.sub(r"\s+", " ", text).strip().casefold()


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", plain(text).replace("&", " and ").replace("'", ""))


def overlap(a: str, b: str) -> float:
    """Token F1 of two strings, order ignored, short function words ignored where others remain."""
    wa, wb = words(a), words(b)
    sa = [w for w in wa if w not in STOP] or wa
    sb = [w for w in wb if w not in STOP] or wb
    if not sa or not sb:
        return float(sa == sb)
    rest, common = list(sb), 0
    for w in sa:
        if w in rest:
            rest.remove(w)
            common += 1
    return 2 * common / (len(sa) + len(sb))


def person_key(text: str) -> tuple[str, str]:
    text = HONORIFICS.sub(" ", plain(text))
    parts = [p for p in re.split(r"[\s.,]+", text) if p]
    if not parts:
        return "", ""
    return parts[-1].replace("-", "").replace("'", ""), "".join(p[0] for p in parts[:-1])


def same_person(a: str, b: str) -> bool:
    (sa, ia), (sb, ib) = person_key(a), person_key(b)
    if not sa or sa != sb:
        return False
    return not ia or not ib or ia[0] == ib[0]


def starts_with(gold_head: list[str], got: list[str]) -> bool:
    """The first words that gold gives stand together somewhere near the start of what was found."""
    n = len(gold_head)
    return any(got[i : i + n] == gold_head for i in range(min(len(got), 25)))


def same_cell(kind: str, gold: str, got: str) -> bool:
    if kind == "person":
        return same_person(gold, got)
    if kind == "number":
        bare = [re.sub(r"[^a-z0-9]+", "", plain(t)).lstrip("0") for t in (gold, got)]
        return bare[0] == bare[1]
    if kind == "time":
        return gold[:5] == got[:5]
    if kind == "acronym":
        return plain(gold).replace(".", "") == plain(got).replace(".", "")
    if kind == "name":
        return overlap(gold, got) >= 0.8
    if kind == "title":
        return overlap(gold, got) >= 0.75
    if kind == "text":
        if gold.endswith("…"):
            return starts_with(words(gold), words(got))
        return overlap(gold, got) >= 0.7
    return plain(gold) == plain(got)


def alike(kind: str, gold: object, got: object) -> bool:
    """Does the exported cell agree with a reading that gold accepts? A kind ending in ? may be empty in gold."""
    gold, got = str(gold or ""), str(got or "")
    if kind.endswith("?") and not gold:
        return True
    return any(same_cell(kind.rstrip("?"), reading, got) for reading in gold.split("|"))


def match(table: str, gold: list[dict], got: list[dict]) -> tuple[list, list, list]:
    """Pair each gold row with at most one exported row; what is left over is missed or spurious."""
    columns, left, hits, missed = TABLES[table], list(got), [], []
    for row in sorted(gold, key=lambda r: bool(r.get("optional"))):
        found = next((g for g in left if all(alike(k, row.get(c), g.get(c)) for c, k in columns.items())), None)
        if found is not None:
            left.remove(found)
        if row.get("optional"):
            continue
        if found is None:
            missed.append(row)
        else:
            hits.append((row, found))
    return hits, missed, left


def read_tables(folder: Path) -> dict[str, dict[str, list[dict]]]:
    """table -> document file name -> rows"""
    out: dict[str, dict[str, list[dict]]] = {}
    for table in TABLES:
        path, rows = folder / f"{table}.csv", defaultdict(list)
        if path.exists():
            with path.open(newline="", encoding="utf-8") as handle:
                for row in csv.DictReader(handle):
                    rows[Path(row.get("document", "")).name].append(row)
        out[table] = rows
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument(
        "--show", action="append", default=[], metavar="TABLE", help="print missed and spurious rows (or 'all')"
    )
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument(
        "--min", action="append", default=[], metavar="TABLE=F1", help="exit 1 below this F1 ('mean' allowed)"
    )
    options = parser.parse_args()

    exported = read_tables(options.tables)
    counts = {t: [0, 0, 0] for t in TABLES}  # hits, missed, spurious
    documents = sorted(options.gold.glob("*.json"))
    if not documents:
        print(f"no gold files in {options.gold}", file=sys.stderr)
        return 2
    for path in documents:
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = Path(gold["document"]).name
        for table in TABLES:
            if table not in gold:
                continue
            hits, missed, spurious = match(table, gold[table], exported[table].get(name, []))
            for i, part in enumerate((hits, missed, spurious)):
                counts[table][i] += len(part)
            if table in options.show or "all" in options.show:
                for row in missed:
                    print(f"- {name} {table}: missed   {json.dumps(row, ensure_ascii=False)[:200]}")
                for row in spurious:
                    shown = {c: row.get(c) for c in TABLES[table]}
                    print(f"- {name} {table}: spurious {json.dumps(shown, ensure_ascii=False)[:200]}")

    figures = {}
    print(f"{'table':14} {'P':>6} {'R':>6} {'F1':>6}  {'gold':>5} {'found':>5} {'right':>5}")
    for table, (hit, miss, extra) in counts.items():
        if hit + miss + extra == 0:
            continue
        p = hit / (hit + extra) if hit + extra else 0.0
        r = hit / (hit + miss) if hit + miss else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        figures[table] = {"p": p, "r": r, "f1": f, "gold": hit + miss, "found": hit + extra, "right": hit}
        print(f"{table:14} {p:6.3f} {r:6.3f} {f:6.3f}  {hit + miss:5} {hit + extra:5} {hit:5}")
    mean = sum(v["f1"] for v in figures.values()) / len(figures) if figures else 0.0
    figures["mean"] = {"f1": mean}
    print(f"{'mean F1':14} {'':6} {'':6} {mean:6.3f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")

    status = 0
    for rule in options.min:
        table, _, bound = rule.partition("=")
        got = figures.get(table, {"f1": 0.0})["f1"]
        if got < float(bound):
            print(f"below: {table} {got:.3f} < {bound}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
