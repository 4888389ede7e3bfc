"""Pictures to add to a library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def painting(seed: int, size: tuple[int, int] = (96, 72)) -> NDArray[np.uint8]:
    """Large soft shapes (H, W, 3) that differ with the seed; `size` is (width, height)."""
    coarse = np.random.default_rng(seed).integers(0, 256, (5, 6, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC))


def save_painting(path: Path, seed: int, size: tuple[int, int] = (96, 72)) -> Path:
    """`painting` as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(painting(seed, size)).save(path, quality=92)
    return path
