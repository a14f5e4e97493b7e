"""A request that is not answered, and why."""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """An HTTP status, and one sentence for whoever asked: what is wrong, and what to do."""

    def __init__(self, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.sentence, self.headers = status, sentence, headers or {}
        super().__init__(sentence)
