"""Chance that does not depend on order: what is drawn for a photo stays the same whatever else is in the batch.

Everything is read from hashes of the seed and of names, not from a generator that is used up: one photo more, or
another number of workers, changes nothing for the others, and one style more changes a photo's draw only where that
style is among the drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from stylegui.batch.errors import BatchError

T = TypeVar("T")


@dataclass(frozen=True)
class Range:
    """Values from `low` to `high`, both included."""

    low: float
    high: float


def chance(seed: int, *names: str) -> float:
    """A number in [0, 1), evenly distributed over names and seeds."""
    text = "\0".join([str(seed), *names]).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(text).digest()[:6], "big") / 2**48


def draw_styles(styles: Sequence[tuple[str, T]], count: int, seed: int, photo: str) -> list[T]:
    """`count` different ones of the styles (name, style), all equally likely, in an order that is drawn, too.

    Raises BatchError where there are fewer.
    """
    if count > len(styles):
        raise BatchError(f"{count} different styles cannot be drawn from {len(styles)}.")
    ranked = sorted(styles, key=lambda each: chance(seed, photo, each[0]))
    return [style for _, style in ranked[:count]]


def draw_value(within: Range, seed: int, photo: str, style: str, parameter: str) -> float:
    """A value of a range, to a tenth: so that it stands in the manifest, and can be typed, as it is."""
    value = within.low + (within.high - within.low) * chance(seed, photo, style, parameter)
    return min(max(round(value, 1), within.low), within.high)
