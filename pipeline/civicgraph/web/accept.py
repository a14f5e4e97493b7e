"""What a client would rather have: the Accept header (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

ANYTHING = "*/*"


def best(accept: str, offered: Sequence[str]) -> str | None:
    """The media type that the client likes best, the first offered of equals; None where it takes none of them.

    >>> best("text/html;q=0.5, application/*", ["text/html", "application/json"])
    'application/json'
    >>> best("text/csv;q=0, */*", ["text/csv"]) is None
    True
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [(ANYTHING, 1.0)]
    quality, _, wanted = max(
        ((_quality(ranges, media), -place, media) for place, media in enumerate(offered)), default=(0.0, 0, "")
    )
    return wanted if quality > 0 else None


def _quality(ranges: Sequence[tuple[str, float]], media: str) -> float:
    """Of the most specific range that the type is in."""
    given = dict(reversed(ranges))
    kind = media.partition("/")[0]
    return next((given[one] for one in (media, f"{kind}/*", ANYTHING) if one in given), 0.0)


def _range(part: str) -> tuple[str, float]:
    media, *parameters = part.lower().split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return media.strip(), min(1.0, max(0.0, float(value)))
            except ValueError:
                return media.strip(), 0.0
    return media.strip(), 1.0
