"""Where the files that are not Python are: ontology, queries, reference data; installed or in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from civicgraph.errors import UsageError

Name = Literal["ontology", "queries", "data/reference"]

HERE = Path(__file__).resolve().parent


@cache
def folder(name: Name) -> Path:
    """The folder called `name`: inside the package when a wheel put it there, else in the checkout.

    An editable install has no `_resources`, because hatch's force-include applies to wheels only.

    Raises UsageError when neither is there.
    """
    packed = HERE / "_resources" / name
    if packed.is_dir():
        return packed
    checkout = HERE.parents[1] / name
    if checkout.is_dir():
        return checkout
    raise UsageError(
        f"the folder '{name}' is neither in {packed} nor in {checkout}; install civicgraph again, or run a checkout"
    )
