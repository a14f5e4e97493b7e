"""Named questions: `queries/*.rq`, SPARQL with a header that says what is asked and what may be filled in.

    # title: Matters that a body passed on
    # description: What …, to whom, and whether it came back.
    # param: board "Scrutiny Board 2" — any name that the body has had
    # example: civicgraph query referred-onward --param board="Scrutiny Board 2"
    SELECT … WHERE { VALUES ?board { $board } … }

A parameter takes the form of its example: "text", 5, 2013-03-12 or <https://…>. With `(optional)` after the example it
may be left out, and then binds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from civicgraph.errors import UsageError
from civicgraph.resources import folder

Results = QuerySolutions | QueryBoolean | QueryTriples

_HEADER = re.compile(r"^#\s*(title|description|param|example):\s*(.*?)\s*$")
_PARAM = re.compile(
    r"""(?P<name>\w+)
        (?:\s+(?P<example> "[^"]*" | <[^>]*> | \d{4}-\d\d-\d\d | [+-]?\d+ ))?
        (?:\s*(?P<optional>\(optional\)))?
        (?:\s*[—–:-]+\s*(?P<about>.*))?$""",
    re.VERBOSE,
)
_VALUES = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*\$(\w+)\s*\}", re.IGNORECASE)
_DOCUMENTS = """
PREFIX civ: <https://w3id.org/civicgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?g WHERE {
  { SELECT ?of WHERE {
      VALUES ?in { $names }
      ?of a civ:Council ; skos:prefLabel ?council .
      FILTER (CONTAINS(LCASE(?council), LCASE(?in)))
  } LIMIT 9999 }
  ?g civ:ofCouncil ?of ; civ:fileName ?name .
}"""
_CORRECTIONS = """
PREFIX civ: <https://w3id.org/civicgraph/ontology#>
SELECT DISTINCT ?g WHERE { GRAPH ?g { ?correction civ:correctionAct ?act } }"""
_XSD = "http://www.w3.org/2001/XMLSchema#"
# What in a query may hold any words: IRIs, strings, comments, variables, prefixed names.
_TOKEN = re.compile(
    r"""(?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
      | \"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*+\"\"\" | \'\'\'(?:[^'\\]|\\.|'(?!''))*+\'\'\'
      | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+'
      | (?P<comment> \#[^\n\r]* )
      | (?P<variable> [?$]\w+ )
      | (?<![\w.-]) (?P<prefix> [\w.-]*+: ) [\w.:%-]*""",
    re.VERBOSE | re.DOTALL,
)
_RUN = r"(?:\\.|[^\s{}();,])++"
_AND_GROUP = re.compile(r"\s*\{")
_NAME_AND_GROUP = re.compile(rf"\s+(?:SILENT\s+)?({_RUN})\s*\{{", re.IGNORECASE)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    name: str
    example: str  # as in the header: with its quotes or angle brackets
    optional: bool
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    name: str
    path: Path
    title: str
    description: str
    example: str
    params: tuple[Param, ...]
    text: str


def questions(*, tables: bool = False) -> tuple[Question, ...]:
    """The questions of `queries/`, or with `tables` those of `queries/tables/`, by name."""
    place = folder("queries") / "tables" if tables else folder("queries")
    return tuple(_read(path, ("tables/" if tables else "") + path.stem) for path in sorted(place.glob("*.rq")))


def projections() -> tuple[Question, ...]:
    """The graphs of `queries/projections/` that viewers are given, by name."""
    place = folder("queries") / "projections"
    return tuple(_read(path, path.stem) for path in sorted(place.glob("*.rq")))


def rules() -> tuple[Question, ...]:
    """The rules of `queries/rules/`, each a CONSTRUCT, in the order in which they run: `20-answers.rq` is "answers"."""
    place = folder("queries") / "rules"
    return tuple(_read(path, path.stem.partition("-")[2]) for path in sorted(place.glob("*.rq")))


@cache
def of_pages() -> Mapping[str, Question]:
    """What the pages of `serve` ask, by name: `queries/pages/meeting-items.rq` is "meeting-items"."""
    place = folder("queries") / "pages"
    return {path.stem: _read(path, path.stem) for path in sorted(place.glob("*.rq"))}


@cache
def of_search() -> Mapping[str, Question]:
    """What the search is made of, by name."""
    place = folder("queries") / "search"
    return {path.stem: _read(path, path.stem) for path in sorted(place.glob("*.rq"))}


def question(name: str) -> Question:
    """By name ("referred-onward", "tables/decisions") or path of a file of one's own. Raises `UsageError`."""
    path = Path(name)
    if name.endswith(".rq"):
        if not path.is_file():
            raise UsageError(f"{name}: no such file; give the path of a SPARQL file, or the name of a question")
        return _read(path, path.stem)
    known = {q.name: q for q in (*questions(), *questions(tables=True))}
    if name not in known:
        named = ", ".join(q.name for q in questions()) or "none"
        raise UsageError(f"there is no question '{name}'; the questions are {named}; or give the path of an .rq file")
    return known[name]


def ask(store: Store, asked: Question, given: Mapping[str, Sequence[str]]) -> Results:
    """The answer. Several values of one parameter mean any of them. Raises `UsageError`.

    With a council, `GRAPH ?g` looks at its documents and no others: what a question scans is then that council's.
    """
    graphs = _of_council(store, given["council"]) if given.get("council") else None
    return run(store, bound(asked, given), where=str(asked.path), graphs=graphs)


def _of_council(store: Store, names: Sequence[str]) -> list[NamedNode]:
    """Graphs of the documents of the councils that a question means by these names, and of people's corrections."""
    values = " ".join(str(Literal(name)) for name in names)
    asked = (_DOCUMENTS.replace("$names", values), _CORRECTIONS)
    return [row["g"] for text in asked for row in store.query(text)]  # type: ignore[union-attr]


def run(store: Store, text: str, *, where: str, graphs: Sequence[NamedNode] | None = None) -> Results:
    """A SPARQL query of anybody's, where graphs are given over the default graph and those named graphs alone.

    `SERVICE` is refused: it would call other machines. Raises `UsageError`.
    """
    if calls_out(text):
        raise UsageError(f"{where}: SERVICE asks another machine, which civicgraph does not do; leave that part out")
    try:
        if graphs is None:
            return store.query(text)
        return store.query(text, default_graph=DefaultGraph(), named_graphs=list(graphs))
    except SyntaxError as error:
        raise UsageError(f"{where}: not a SPARQL query: {error}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"{where}: cannot be answered: {error}") from error


def bound(asked: Question, given: Mapping[str, Sequence[str]]) -> str:
    """The query's text with its parameters in place, each written by the store's own serialiser."""
    params = {p.name: p for p in asked.params}
    for name in given:
        if name not in params:
            takes = ", ".join(params) or "no parameters"
            raise UsageError(f"{asked.name}: there is no parameter '{name}'; it takes {takes}")
    missing = [p for p in asked.params if p.name not in given and not p.optional]
    if missing:
        wanted = " ".join(f"--param {p.name}={_shown(p)}" for p in missing)
        raise UsageError(f"{asked.name}: a value is missing; add {wanted}")

    def filled(match: re.Match[str]) -> str:
        variable, name = match.groups()
        if name not in params:
            raise UsageError(f"{asked.path}: ${name} has no '# param: {name}' line in the header; add one")
        values = given.get(name, ())
        terms = " ".join(str(_term(asked, params[name], value)) for value in values) or "UNDEF"
        return f"VALUES ?{variable} {{ {terms} }}"

    return _VALUES.sub(filled, asked.text)


def calls_out(text: str) -> bool:
    """Whether the query has a SERVICE clause, or may be read as having one.

    SPARQL replaces code point escapes before it reads, the store does so inside strings and IRIs alone: both count.
    """
    plain = _CODE_POINT.sub(lambda m: _character(int(m[1] or m[2], 16)), text)
    return any(_service(one) for one in {text, plain})


def _service(text: str) -> bool:
    """The store reads words without a space between them too: trueSERVICE:a{…}."""
    # "<1)…#>" is an IRI, or less-than, the end of a condition, and a comment, as the store sees fit.
    if any("#" in (token["iri"] or "").partition(")")[2] for token in _TOKEN.finditer(text)):
        return True
    bare = _TOKEN.sub(_emptied, text)
    for run in re.finditer(_RUN, bare):
        _, service, rest = run[0].upper().partition("SERVICE")
        if service and (
            (_names(rest) and _AND_GROUP.match(bare, run.end()))
            or ((after := _NAME_AND_GROUP.match(bare, run.end())) and _names(after[1]))
        ):
            return True
    return False


def _names(run: str) -> bool:
    return any(sign in run for sign in (":", "<>", "?"))


def _emptied(token: re.Match[str]) -> str:
    """What shows where the token was, without its words."""
    if token["prefix"] is not None:
        return token["prefix"]
    return "<>" if token["iri"] else "?" if token["variable"] else " " if token["comment"] else '""'


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 else ""


def _term(asked: Question, param: Param, value: str) -> Literal | NamedNode:
    kind = param.example[:1]
    try:
        if kind == "<":
            return NamedNode(value.strip().removeprefix("<").removesuffix(">"))
        if re.fullmatch(r"\d{4}-\d\d-\d\d", param.example):
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                raise ValueError("not a date")
            return Literal(value, datatype=NamedNode(_XSD + "date"))
        if kind.isdigit() or kind in ("+", "-"):
            return Literal(int(value))
    except (ValueError, OverflowError):
        example = param.example
        raise UsageError(f"{asked.name}: '{value}' will not do for {param.name}; write one like {example}") from None
    return Literal(value)


def _shown(param: Param) -> str:
    return param.example or '"…"'


def _read(path: Path, name: str) -> Question:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    head: dict[str, str] = {}
    params: list[Param] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            break
        match = _HEADER.match(line)
        if match and match[1] == "param":
            param = _PARAM.match(match[2])
            if param is None:
                raise UsageError(f'{path}, line {number}: write a parameter as  # param: name "example" — what it is')
            params.append(
                Param(
                    name=param["name"],
                    example=param["example"] or "",
                    optional=param["optional"] is not None,
                    about=param["about"] or "",
                )
            )
        elif match:
            head[match[1]] = f"{head[match[1]]} {match[2]}" if match[1] in head else match[2]
    return Question(
        name=name,
        path=path,
        title=head.get("title", ""),
        description=head.get("description", ""),
        example=head.get("example", ""),
        params=tuple(params),
        text=text,
    )
