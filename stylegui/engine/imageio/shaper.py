"""RGB and grey ICC profiles made of curves and a matrix, evaluated in floats (ICC.1:2022, annex F.3).

Nearly every working space is one (Adobe RGB, Display P3, ProPhoto RGB, Rec. 2020, the grey gammas). Little CMS is
reached through Pillow, which hands it 8-bit pixels only, so 16-bit pictures come through here.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Columns are the sRGB primaries in XYZ under D50 (IEC 61966-2-1, Bradford-adapted).
SRGB_TO_XYZ = np.array(
    [[0.4360747, 0.3850649, 0.1430804], [0.2225045, 0.7168786, 0.0606169], [0.0139322, 0.0971045, 0.7141733]]
)
D50 = SRGB_TO_XYZ.sum(axis=1)

_NODES = 65536
_ROWS_AT_ONCE = 64
# Two profiles this near to each other (in linear parts of white, and in encoded ones) are the same to the eye; the
# many sRGB profiles in use differ by less.
_SAME_MATRIX = 0.003
_SAME_CURVE = 0.004
_WHITE_ROUNDING = 0.005


@dataclass(frozen=True, eq=False)
class Shaper:
    """An RGB space: `curves` (3, 65536) give linear light by 16-bit sample, `to_xyz` (3, 3) XYZ under D50 of that."""

    curves: NDArray[np.float32]
    to_xyz: NDArray[np.float64]

    def is_srgb(self) -> bool:
        """Whether the space is sRGB to the eye."""
        reference = srgb()
        samples = np.linspace(0, _NODES - 1, 256).astype(np.int64)
        encoded = np.stack([_encoding_table(reference.curves[0])[_node(curve[samples])] for curve in self.curves])
        return bool(
            np.abs(self.to_xyz - reference.to_xyz).max() < _SAME_MATRIX
            and np.abs(encoded / (_NODES - 1) - samples / (_NODES - 1)).max() < _SAME_CURVE
        )


@cache
def srgb() -> Shaper:
    """sRGB itself."""
    encoded = np.arange(_NODES) / (_NODES - 1)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return Shaper(np.stack([linear.astype(np.float32)] * 3), SRGB_TO_XYZ)


def convert(pixels: NDArray[np.uint16], source: Shaper, target: Shaper) -> NDArray[np.uint16]:
    """(H, W, 3) uint16 pixels of one space in another; colours outside of it are clipped channel by channel.

    Within 1/65535 of the exact value: relative colorimetric, both whites and both blacks stay what they are.
    """
    matrix = (np.linalg.inv(target.to_xyz) @ source.to_xyz).astype(np.float32)
    tables = [_encoding_table(curve) for curve in target.curves]
    converted = np.empty_like(pixels)
    for top in range(0, len(pixels), _ROWS_AT_ONCE):
        rows = pixels[top : top + _ROWS_AT_ONCE]
        linear = np.stack([source.curves[channel][rows[..., channel]] for channel in range(3)], axis=-1) @ matrix.T
        nodes = _node(linear)
        for channel in range(3):
            converted[top : top + len(rows), :, channel] = tables[channel][nodes[..., channel]]
    return converted


def _node(linear: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Where linear light in [0, 1] stands in an encoding table; the square root spreads the darks."""
    nodes: NDArray[np.uint16] = np.rint(np.sqrt(np.clip(linear, 0, 1)) * (_NODES - 1)).astype(np.uint16)
    return nodes


def _encoding_table(curve: NDArray[np.float32]) -> NDArray[np.uint16]:
    """16-bit samples by square root of linear light: the inverse of a curve."""
    linear = (np.arange(_NODES) / (_NODES - 1)) ** 2
    # Interpolation needs rising values; a curve with flat or falling parts is taken at its highest so far.
    rising = np.maximum.accumulate(curve.astype(np.float64))
    return np.rint(np.interp(linear, rising, np.arange(_NODES))).astype(np.uint16)


def parse(icc: bytes) -> Shaper | None:
    """The profile as curves and matrix; None where it is of another kind (tables, CMYK), or broken.

    A grey profile is taken as the RGB space with sRGB's primaries and its curve in all channels.
    """
    try:
        tags = _tags(icc)
        if icc[16:20] == b"GRAY" and b"kTRC" in tags and b"A2B0" not in tags:
            return _checked(np.stack([_curve(tags[b"kTRC"])] * 3), SRGB_TO_XYZ)
        if icc[16:20] != b"RGB " or icc[20:24] != b"XYZ " or b"A2B0" in tags:
            return None
        curves = np.stack([_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC")])
        columns = [struct.unpack_from(">3i", tags[name], 8) for name in (b"rXYZ", b"gXYZ", b"bXYZ")]
    except (struct.error, KeyError, ValueError, IndexError, OverflowError):
        return None
    return _checked(curves, np.array(columns, dtype=np.float64).T / 65536)


def _checked(curves: NDArray[np.float32], to_xyz: NDArray[np.float64]) -> Shaper | None:
    if not np.isfinite(curves).all() or abs(np.linalg.det(to_xyz)) < 1e-6:
        return None
    # Primaries are rounded when they are written; without this, white would come out slightly tinted.
    white = to_xyz.sum(axis=1)
    if np.abs(white - D50).max() < _WHITE_ROUNDING:
        to_xyz = to_xyz * (D50 / white)[:, None]
    return Shaper(curves, to_xyz)


def _tags(icc: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">I", icc, 128)
    entries = [struct.unpack_from(">4sII", icc, 132 + 12 * index) for index in range(min(count, 200))]
    return {name: icc[offset : offset + size] for name, offset, size in entries}


def _curve(tag: bytes) -> NDArray[np.float32]:
    """A curveType or parametricCurveType tag at 65536 samples (10.6 and 10.18)."""
    encoded = np.arange(_NODES) / (_NODES - 1)
    if tag[:4] == b"curv":
        (count,) = struct.unpack_from(">I", tag, 8)
        if count == 0:
            return encoded.astype(np.float32)
        values = np.frombuffer(tag, ">u2", count, 12).astype(np.float64)
        if count == 1:
            return np.asarray(encoded ** (values[0] / 256), np.float32)
        return np.interp(encoded, np.linspace(0, 1, count), values / 65535).astype(np.float32)
    if tag[:4] == b"para":
        kind, _ = struct.unpack_from(">HH", tag, 8)
        counts = (1, 3, 4, 5, 7)
        parameters = np.array(struct.unpack_from(f">{counts[kind]}i", tag, 12)) / 65536
        return _parametric(encoded, kind, parameters).astype(np.float32)
    raise ValueError(f"curve of type {tag[:4]!r}")


def _parametric(x: NDArray[np.float64], kind: int, parameters: NDArray[Any]) -> NDArray[np.float64]:
    """The five functions of table 68, all written as (a x + b)^g + e above d, and c x + f below it."""
    g, a, b, c, d, e, f = 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0
    if kind == 0:
        (g,) = parameters
    elif kind == 1:
        g, a, b = parameters
        d = -b / a
    elif kind == 2:
        g, a, b, e = parameters
        d, f = -b / a, e
    elif kind == 3:
        g, a, b, c, d = parameters
    else:
        g, a, b, c, d, e, f = parameters
    curved = np.clip(a * x + b, 0, None) ** g + e
    return np.clip(np.where(x >= d, curved, c * x + f), 0, 1)
