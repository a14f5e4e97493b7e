"""The samples, published once."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicgraph.publish import About, publish
from civicgraph.store import open_store
from published import config


@pytest.fixture(scope="session")
def _published(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, About]:
    place = tmp_path_factory.mktemp("published")
    return place / "site", publish(open_store(samples), config(place), place / "site")


@pytest.fixture(scope="session")
def site(_published: tuple[Path, About]) -> Path:
    return _published[0]


@pytest.fixture(scope="session")
def about(_published: tuple[Path, About]) -> About:
    return _published[1]
