"""Choices that look varied and are the same every time: the hash of a name decides."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def number(*key: object, below: int) -> int:
    """A whole number from 0, fixed by the key."""
    digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
    return int.from_bytes(digest[:8], "big") % below


def pick(items: Sequence[Item], *key: object) -> Item:
    return items[number(*key, below=len(items))]


def some(items: Sequence[Item], count: int, *key: object) -> list[Item]:
    """``count`` different items in an order fixed by the key."""
    ranked = sorted(range(len(items)), key=lambda at: number(*key, at, below=1 << 60))
    return [items[at] for at in ranked[:count]]


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to ``total`` (largest remainder)."""
    scale = total / sum(weights)
    exact = [weight * scale for weight in weights]
    counts = [int(value) for value in exact]
    by_rest = sorted(range(len(weights)), key=lambda at: counts[at] - exact[at])
    for at in by_rest[: total - sum(counts)]:
        counts[at] += 1
    return counts
