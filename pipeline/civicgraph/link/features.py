"""Comparing two records of one kind: features with weights, vetoes, and what is made of them.

A feature is a function of two records that says what it saw, or "" where it saw nothing; the first line of its
docstring is the explanation that users are shown. Scores add up and are cut twice: at `SAME` two records are one thing,
below `UNSURE` they are two, between them nobody is told more than the text says. A veto is a feature that no score
outweighs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from civicgraph.model import Reason

T = TypeVar("T")
Compare = Callable[[T, T], str]
Verdict = Literal["same", "unsure", "different"]

# Hundredths, so that sums are exact whatever the order of their parts.
SAME = 80
UNSURE = 50


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """What two records may have in common, and what that counts: positive for one thing, negative for two."""

    weight: int  # hundredths
    compare: Compare[T]

    @property
    def explanation(self) -> str:
        return explanation(self.compare)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was made of two records; `reasons` are those that hold, in the order of the features."""

    verdict: Verdict
    score: int
    reasons: tuple[Reason, ...]


def explanation(compare: Callable[..., str]) -> str:
    """The first line of the docstring, without its full stop."""
    return (compare.__doc__ or compare.__name__).strip().partition("\n")[0].rstrip(".")


def judge(a: T, b: T, features: Sequence[Feature[T]], vetoes: Sequence[Compare[T]]) -> Judged:
    """The verdict on two records, the same whichever comes first if each feature is."""
    for veto in vetoes:
        if seen := veto(a, b):
            return Judged("different", 0, (Reason(feature=explanation(veto), value=seen),))
    found = [(one, seen) for one in features if (seen := one.compare(a, b))]
    score = sum(one.weight for one, _ in found)
    reasons = tuple(Reason(feature=one.explanation, value=seen, score=one.weight / 100) for one, seen in found)
    return Judged("same" if score >= SAME else "unsure" if score >= UNSURE else "different", score, reasons)
