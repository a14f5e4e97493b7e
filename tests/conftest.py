"""The graph of the five sample documents, built once for all tests that ask it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sample import DOCUMENTS, civicgraph


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `civicgraph build data/documents` wrote."""
    out = tmp_path_factory.mktemp("samples")
    done = civicgraph("build", DOCUMENTS, "--out", out)
    assert done.returncode == 0, done.stderr
    return out
