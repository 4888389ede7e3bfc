"""Pictures and colour profiles for the tests of picture files."""

from __future__ import annotations

import io
import itertools
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Column = tuple[float, float, float]

# RGB to XYZ under D50, as the profiles of these spaces have it.
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
PROPHOTO = ((0.79767, 0.28804, 0.0), (0.13519, 0.71188, 0.0), (0.03134, 0.00009, 0.82491))


def chart(bits: int = 8, size: tuple[int, int] = (48, 32)) -> NDArray[Any]:
    """(H, W, 3) pixels without any symmetry: ramps, with a white corner top left and a red one top right."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    white = 2**bits - 1
    ramps = [x / max(width - 1, 1), y / max(height - 1, 1), (x + 2 * y) / max(width + 2 * height - 3, 1)]
    pixels: NDArray[Any] = np.rint(np.stack(ramps, axis=-1) * white).astype(np.uint8 if bits == 8 else np.uint16)
    pixels[:8, :12] = white
    pixels[:8, -12:] = (white, 0, 0)
    return pixels


def noise(shape: tuple[int, ...], bits: int, seed: int = 0) -> NDArray[Any]:
    return np.random.default_rng(seed).integers(0, 2**bits, shape, np.uint8 if bits == 8 else np.uint16)


def encoded(image: Image.Image, format_name: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format_name, **options)
    return buffer.getvalue()


def gamma_curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def parametric_curve(kind: int, *parameters: float) -> bytes:
    numbers = [round(value * 65536) for value in parameters]
    return b"para\0\0\0\0" + struct.pack(f">HH{len(numbers)}i", kind, 0, *numbers)


SRGB_CURVE = parametric_curve(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def matrix_profile(primaries: tuple[Column, Column, Column], curve: bytes) -> bytes:
    """An RGB profile of three primaries (XYZ under D50) and one curve."""
    tags = {name: _xyz(column) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)}
    return _profile(b"RGB ", b"XYZ ", b"mntr", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve))


def grey_profile(curve: bytes) -> bytes:
    return _profile(b"GRAY", b"XYZ ", b"mntr", {b"kTRC": curve})


def table_profile(space: bytes, to_srgb: Callable[..., Column], points: int = 17) -> bytes:
    """A profile made of a table to Lab, without a way back, that shows its values as `to_srgb` of them looks."""
    channels = {b"RGB ": 3, b"CMYK": 4}[space]
    axis = np.linspace(0, 1, points)
    nodes = np.array([to_srgb(*node) for node in itertools.product(axis, repeat=channels)])
    lab = _lab(nodes) * np.array([652.80, 256.0, 256.0]) + np.array([0, 32768, 32768])
    table = np.rint(np.clip(lab, 0, 65535)).astype(">u2").tobytes()
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    ramp = struct.pack(">2H", 0, 65535)
    head = b"mft2\0\0\0\0" + struct.pack(">BBBx", channels, 3, points) + identity + struct.pack(">2H", 2, 2)
    kind = b"prtr" if space == b"CMYK" else b"scnr"
    return _profile(space, b"Lab ", kind, {b"A2B0": head + ramp * channels + table + ramp * 3})


def _lab(srgb: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]])
    relative = linear @ to_xyz.T / np.array([0.9642, 1.0, 0.8249])
    f = np.where(relative > 216 / 24389, np.cbrt(relative), (24389 / 27 * relative + 16) / 116)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=-1)


def _xyz(values: Column) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _profile(space: bytes, connection: bytes, kind: bytes, tags: dict[bytes, bytes]) -> bytes:
    name = b"test\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + b"\0" * 78,
        b"wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **tags,
    }
    start = 132 + 12 * len(tags)
    entries, body = b"", b""
    for tag, content in tags.items():
        entries += struct.pack(">4sII", tag, start + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    head = struct.pack(">I4xI4s4s4s", start + len(body), 0x02400000, kind, space, connection)
    head += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + entries + body
