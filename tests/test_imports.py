"""Imports go downwards only, each heavy library has its homes, and `--help` loads none of them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from sample import ROOT

PACKAGE = ROOT / "pipeline" / "civicgraph"

# From the bottom up. What is on one level does not import its neighbours.
LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"errors"}),
    frozenset({"model"}),
    frozenset({"resources"}),
    frozenset({"vocab", "ids", "values"}),
    frozenset({"queries"}),
    frozenset({"read", "segment", "extract", "link", "graph", "validate", "store", "export", "search"}),
    frozenset({"answers", "evaluate", "explain", "publish", "run", "show"}),
    frozenset({"web", "terminal"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
HOMES = {
    "spacy": {"extract"},
    "rdflib": {"validate"},
    "pyshacl": {"validate"},
    "networkx": {"export"},
    "pyoxigraph": {
        "graph",
        "store",
        "evaluate",
        "explain",
        "export",
        "web",
        "validate",
        "publish",
        "queries",
        "search",
        "answers",
        "terminal",
    },
    "ckanapi": {"publish"},
    "requests": {"publish"},
    "pypdfium2": {"read"},
    "lxml": {"read"},
    "docx": set(),  # only tests write Word files
    "rich": {"terminal"},
    "click": {"cli", "terminal"},
    "starlette": {"web"},
    "uvicorn": {"web"},
    "jinja2": {"web"},
}


def module(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Dotted names of all imports of the file, those inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            assert node.module is not None
            names.add(node.module)
            if node.module == "civicgraph":
                names.discard("civicgraph")
                names.update(f"civicgraph.{alias.name}" for alias in node.names)
    return names


def faults(path: Path, names: set[str]) -> list[str]:
    here = module(path)
    if here == "__init__":
        return []
    height = {name: number for number, level in enumerate(LEVELS) for name in level}
    found = [] if here in height else [f"{here} is on no level"]
    for name in names:
        first, *rest = name.split(".")
        if first == "civicgraph" and rest and rest[0] not in (here, "__version__"):
            if height.get(rest[0], 99) >= height.get(here, -1):
                found.append(f"{here} imports {name}, which is not below it")
        elif first in HOMES and here not in HOMES[first]:
            found.append(f"{here} imports {first}, which is at home in {', '.join(sorted(HOMES[first]))}")
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    assert faults(path, imported(path)) == []


def together(imports: dict[str, set[str]]) -> set[str]:
    """The names that are left when those are taken away, again and again, that import none of the rest."""
    left = set(imports)
    while free := {name for name in left if not imports[name] & (left - {name})}:
        left -= free
    return left


def test_no_folders_of_a_stage_import_each_other() -> None:
    stage = PACKAGE / "extract"
    imports: dict[str, set[str]] = {}
    for path in sorted(stage.rglob("*.py")):
        here = path.relative_to(stage).parts[0].removesuffix(".py")
        names = (name.split(".") for name in imported(path))
        mine = {name[2] for name in names if name[:2] == ["civicgraph", "extract"] and len(name) > 2}
        imports.setdefault(here, set()).update(mine - {here})
    assert together(imports) == set()
    assert together({"decisions": {"papers"}, "papers": {"decisions", "names"}, "names": set()}) == {
        "decisions",
        "papers",
    }


def test_the_test_itself_finds_faults() -> None:
    path = PACKAGE / "read" / "x.py"
    assert faults(path, {"civicgraph.segment"})
    assert faults(path, {"civicgraph.run.cache"})
    assert faults(path, {"spacy.tokens"})
    assert faults(PACKAGE / "novel.py", set())
    assert not faults(path, {"civicgraph.model", "civicgraph.read.decode", "re"})


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("--version",)])
def test_help_loads_no_heavy_library(arguments: tuple[str, ...]) -> None:
    heavy = ("spacy", "rdflib", "pyoxigraph", "pyshacl", "networkx", "numpy", "rich", "msgspec", "starlette", "uvicorn")
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print(*[m for m in {heavy!r} if m in sys.modules], file=sys.stderr))\n"
        "from civicgraph.cli import main\n"
        f"sys.argv = ['civicgraph', *{arguments!r}]\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "pipeline")},
    )
    assert done.stderr.strip() == ""


def test_explain_loads_no_library_of_check() -> None:
    code = "import sys, civicgraph.explain; print({'rdflib', 'pyshacl'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "pipeline")},
    )
    assert done.stdout.strip() == "set()"
