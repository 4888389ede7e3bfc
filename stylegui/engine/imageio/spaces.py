"""ICC profiles of the working spaces that exports are written in, made from their published primaries and curves.

ICC.1:2001-04 (version 2, which every program reads): three primaries, one curve for all channels, and nothing of the
time they were made at, so that they are always the same bytes.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Chromaticity = tuple[float, float]

D65: Chromaticity = (0.3127, 0.3290)
DISPLAY_P3_PRIMARIES: tuple[Chromaticity, ...] = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
"""SMPTE EG 432-1, with the white and the curve of sRGB (Apple's Display P3)."""
ADOBE_RGB_PRIMARIES: tuple[Chromaticity, ...] = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
"""Adobe RGB (1998) Color Image Encoding, 2005."""
ADOBE_RGB_GAMMA = 563 / 256

_D50 = (0.9642, 1.0, 0.8249)
# Bradford's cone responses (Lam 1985), by which ICC profiles move a white to D50.
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


@cache
def display_p3() -> bytes:
    """The profile of Display P3."""
    encoded = np.linspace(0, 1, 1024)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return matrix_profile("Display P3", adapted(DISPLAY_P3_PRIMARIES, D65), curve_of_points(linear))


@cache
def adobe_rgb() -> bytes:
    """A profile of the colours of Adobe RGB (1998)."""
    trc = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(ADOBE_RGB_GAMMA * 256))
    return matrix_profile("Compatible with Adobe RGB (1998)", adapted(ADOBE_RGB_PRIMARIES, D65), trc)


def adapted(primaries: tuple[Chromaticity, ...], white: Chromaticity) -> NDArray[np.float64]:
    """(3, 3) linear RGB to XYZ under D50, of primaries and a white given by their chromaticities (x, y)."""
    unscaled = np.stack([_xyz_of(*primary) for primary in primaries], axis=1)
    source = _xyz_of(*white)
    to_xyz = unscaled * np.linalg.solve(unscaled, source)
    cones = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ source))
    moved: NDArray[np.float64] = np.linalg.inv(_BRADFORD) @ cones @ _BRADFORD @ to_xyz
    return moved


def curve_of_points(linear: NDArray[np.floating[Any]]) -> bytes:
    """A `curv` tag: linear light in [0, 1] at evenly spaced encoded values."""
    points = np.rint(linear * 65535).astype(">u2")
    samples: bytes = points.tobytes()
    return b"curv\0\0\0\0" + struct.pack(">I", len(points)) + samples


def matrix_profile(name: str, to_xyz: NDArray[np.float64], trc: bytes) -> bytes:
    """An RGB display profile: `to_xyz` (3, 3) from linear RGB to XYZ under D50, `trc` the curve of all channels."""
    description = name.encode("ascii") + b"\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(description)) + description + b"\0" * 78,
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz_tag(_D50),
        b"rXYZ": _xyz_tag(to_xyz[:, 0]),
        b"gXYZ": _xyz_tag(to_xyz[:, 1]),
        b"bXYZ": _xyz_tag(to_xyz[:, 2]),
        b"rTRC": trc,
        b"gTRC": trc,
        b"bTRC": trc,
    }
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    offsets: dict[bytes, int] = {}
    for tag, content in tags.items():
        if content not in offsets:
            offsets[content] = start + len(body)
            body += content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", tag, offsets[content], len(content))
    date = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    white = struct.pack(">3i", *(round(value * 65536) for value in _D50))
    head = struct.pack(">I4xI4s4s4s", 128 + len(table) + len(body), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += date + b"acsp" + b"\0" * 28 + white
    return head.ljust(128, b"\0") + table + body


def _xyz_of(x: float, y: float) -> NDArray[np.float64]:
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _xyz_tag(values: Any) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(float(value) * 65536) for value in values))
