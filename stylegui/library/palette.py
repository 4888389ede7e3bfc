"""The main colours of a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SAMPLE_PX = 96
CANDIDATES = 16
COLOURS = 5


def main_colours(pixels: NDArray[np.uint8]) -> tuple[str, ...]:
    """Up to five colours of `pixels` (H, W, 3), sRGB, as "#rrggbb", the most frequent first.

    Median cut proposes colours; of these the ones that are both frequent and unlike those already taken are kept.
    """
    step = max(1, min(pixels.shape[:2]) // SAMPLE_PX)
    reduced = Image.fromarray(np.ascontiguousarray(pixels[::step, ::step])).quantize(CANDIDATES)
    counts = np.bincount(np.asarray(reduced).ravel(), minlength=CANDIDATES)[:CANDIDATES]
    colours = np.array(reduced.getpalette(), dtype=np.float64).reshape(-1, 3)[:CANDIDATES]
    counts = counts[: len(colours)]

    taken = [int(np.argmax(counts))]
    nearest = np.linalg.norm(colours - colours[taken[0]], axis=1)
    while len(taken) < COLOURS:
        merit = np.sqrt(counts) * nearest
        best = int(np.argmax(merit))
        if merit[best] <= 0:
            break
        taken.append(best)
        nearest = np.minimum(nearest, np.linalg.norm(colours - colours[best], axis=1))
    taken.sort(key=lambda index: -counts[index])
    return tuple("#" + colours[index].astype(np.uint8).tobytes().hex() for index in taken)
