"""Where search asks for postings of a near meaning. The app that runs the encoder answers; an
instance without one searches by words alone."""

from collections.abc import Mapping
from typing import Protocol


class NearestPostings(Protocol):
    def __call__(self, text: str) -> Mapping[int, float] | None:
        """Posting id → nearness of what is near the text; None when this process cannot tell."""


_sources: list[NearestPostings] = []


def register(source: NearestPostings) -> None:
    _sources[:] = [source]


def nearest_postings(text: str) -> Mapping[int, float] | None:
    return _sources[0](text) if _sources else None
