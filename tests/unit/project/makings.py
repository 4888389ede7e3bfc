"""Makings-of to test with: a square that is filled from the left, step by step."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stylegui.project.making import MakingOf, Recording, take

SIDE_PX = 64


def frame(share: float, side_px: int = SIDE_PX) -> NDArray[np.uint8]:
    """A dark blue square whose left `share` is orange."""
    pixels = np.full((side_px, side_px, 3), (20, 30, 90), np.uint8)
    pixels[:, : round(side_px * share)] = (240, 150, 30)
    return pixels


def share_of(pixels: NDArray[np.uint8]) -> float:
    """How much of a picture is orange."""
    return float((pixels[..., 0] > 130).mean())


def making_of(steps: int, every: int = 1, budget_bytes: int = 1 << 26) -> MakingOf:
    """A making of `steps` steps, of which every so many-th was seen."""
    recording = Recording(budget_bytes)
    for step in range(1, steps + 1, every):
        if recording.wants(step):
            recording.add(take(frame(step / steps), step))
    making = recording.finish()
    assert making is not None
    return making
