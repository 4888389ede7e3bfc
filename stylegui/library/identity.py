"""Recognising a picture: by its file's bytes, by its pixels, and by how it looks."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stylegui.library.records import FileState

_GRID = 8
_LUMA = np.array([0.299, 0.587, 0.114])
LOOK_BYTES = _GRID * _GRID // 8 + _GRID * _GRID * 3 + 2

MAX_TURNED = 6
"""Of 64 signs of brightness steps, how many may differ between two files of one picture."""
MAX_COLOUR_DIFFERENCE = 4.0
"""How far their 8 × 8 mean colours may be apart on average, of 255."""
MAX_SHAPE_DIFFERENCE = 0.03


def file_state(path: Path) -> FileState:
    """A file's sha256, with its time and size from before it was read. Raises OSError."""
    stat = path.stat()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileState(digest, stat.st_mtime_ns, stat.st_size)


def look_of(image: Image.Image) -> bytes:
    """A fingerprint of an RGB image that survives scaling and another encoding: `LOOK_BYTES`, compared by `alike`.

    The signs of the brightness steps along the rows of a 9 × 8 grid (difference hash, 64 bits: Krawetz 2013, "Kind of
    like that"), which follow the drawing; the mean colours of an 8 × 8 grid, which tell two palettes apart; and the
    shape, as 8192 times the smaller side by the larger one, negative where the picture is upright.
    """
    width, height = image.size
    rows = np.asarray(image.resize((_GRID + 1, _GRID), Image.Resampling.BOX), dtype=np.float64) @ _LUMA
    # A step of less than half a grey level is none: in a plain picture noise would decide.
    signs = np.packbits(np.diff(rows, axis=1) > 0.5)
    colours = np.asarray(image.resize((_GRID, _GRID), Image.Resampling.BOX), dtype=np.uint8)
    shape = np.array([8192 * min(width, height) / max(width, height) * (1 if width >= height else -1)], dtype="<i2")
    return signs.tobytes() + colours.tobytes() + shape.tobytes()


def alike(look: bytes, others: list[tuple[str, bytes]]) -> list[str]:
    """The ids of those fingerprints that are most probably of the same picture, the nearest first."""
    others = [(style_id, other) for style_id, other in others if len(other) == LOOK_BYTES]
    if not others or len(look) != LOOK_BYTES:
        return []
    table = np.frombuffer(b"".join(other for _, other in others), dtype=np.uint8).reshape(-1, LOOK_BYTES)
    own = np.frombuffer(look, dtype=np.uint8)
    signs, colours = slice(0, 8), slice(8, LOOK_BYTES - 2)
    turned = np.unpackbits(table[:, signs] ^ own[signs], axis=1).sum(axis=1)
    apart = np.abs(table[:, colours].astype(np.int16) - own[colours]).mean(axis=1)
    shapes = np.abs(_shape(table) - _shape(own[None])) / 8192
    near = (turned <= MAX_TURNED) & (apart <= MAX_COLOUR_DIFFERENCE) & (shapes <= MAX_SHAPE_DIFFERENCE)
    order = sorted(np.flatnonzero(near), key=lambda place: (turned[place], apart[place]))
    return [others[place][0] for place in order]


def _shape(table: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.ascontiguousarray(table[:, LOOK_BYTES - 2 :]).view("<i2")[:, 0].astype(np.float64)
