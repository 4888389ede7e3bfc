"""Colour management: what files bring along becomes sRGB, and goes back to the file's own profile on request.

8-bit colours, and profiles made of tables (CMYK, scanners), go through Little CMS, relative colorimetric with black
point compensation. 16-bit colours and greys go through `shaper`; for a profile made of tables 16 bits are interpolated
in a grid that Little CMS has filled.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from stylegui.engine.imageio import shaper, spaces
from stylegui.engine.imageio.picture import to_depth

Profile = Literal["srgb", "source", "display-p3", "adobe-rgb"]

IGNORED = "Its colour profile does not fit or is broken, and was ignored."

# Grid points at every fifth 8-bit value: 52 of them hit 0 and 255 exactly.
_GRID_STEP = 5
_ROWS_AT_ONCE = 64


def to_srgb(samples: NDArray[Any], icc: bytes | None) -> tuple[NDArray[Any], bool]:
    """(H, W, 3) sRGB pixels of the samples' type, and whether the profile could be used (True without one).

    `samples` are (H, W) grey, (H, W, 3) RGB, or (H, W, 4) CMYK with 8 bits (0 = no ink).
    """
    space = b"GRAY" if samples.ndim == 2 else {3: b"RGB ", 4: b"CMYK"}[samples.shape[2]]
    if icc is not None and icc[16:20] == space:
        try:
            return _apply(samples, icc), True
        except ImageCms.PyCMSError:
            pass
    return _assume_srgb(samples), icc is None


def from_srgb(pixels: NDArray[Any], icc: bytes) -> NDArray[Any] | None:
    """(H, W, 3) sRGB pixels in the space of an RGB profile; None where it is another kind or only good for reading."""
    if icc[16:20] != b"RGB ":
        return None
    space = shaper.parse(icc)
    if space is not None and space.is_srgb():
        return pixels
    if space is not None and pixels.dtype == np.uint16:
        return shaper.convert(pixels, shaper.srgb(), space)
    try:
        return _through_lcms(pixels, srgb_profile(), icc)
    except ImageCms.PyCMSError:
        return None


def lab_to_srgb(image: Image.Image) -> NDArray[np.uint8]:
    """(H, W, 3) sRGB pixels of a Pillow picture in CIE L*a*b*, 8 bits."""
    lab = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(lab, _open(srgb_profile()), "LAB", "RGB")
    return np.asarray(ImageCms.applyTransform(image, transform))


def _assume_srgb(samples: NDArray[Any]) -> NDArray[Any]:
    if samples.ndim == 2:
        return np.repeat(samples[..., None], 3, axis=-1)
    if samples.shape[2] == 4:
        return np.asarray(_image(samples).convert("RGB"))
    return samples


def _apply(samples: NDArray[Any], icc: bytes) -> NDArray[Any]:
    space = shaper.parse(icc)
    if space is not None and space.is_srgb():
        return _assume_srgb(samples)
    if space is not None and samples.dtype == np.uint16:
        return shaper.convert(_assume_srgb(samples), space, shaper.srgb())
    if space is not None and samples.ndim == 2:
        ramp = to_depth(np.arange(256, dtype=np.uint8)[None], 16)
        table = to_depth(shaper.convert(_assume_srgb(ramp), space, shaper.srgb()), 8)[0]
        return np.take(table, samples, axis=0)
    if samples.ndim == 2 and samples.dtype == np.uint16:
        # Grey made of tables: nothing known writes it; eight bits are what is kept.
        samples = (samples >> 8).astype(np.uint8)
    return _through_lcms(samples, icc, srgb_profile())


def _through_lcms(samples: NDArray[Any], source: bytes, target: bytes) -> NDArray[Any]:
    if samples.dtype == np.uint8:
        return _lcms(samples, source, target)
    axis = np.arange(0, 256, _GRID_STEP, dtype=np.uint8)
    grid = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1)
    size = len(axis)
    filled = _lcms(grid.reshape(size * size, size, 3), source, target).reshape(size, size, size, 3)
    return _trilinear(samples, filled.astype(np.float32) * 257)


def _trilinear(pixels: NDArray[np.uint16], grid: NDArray[np.float32]) -> NDArray[np.uint16]:
    """(H, W, 3) uint16 pixels looked up in a grid (N, N, N, 3) of results in the range of uint16."""
    converted = np.empty_like(pixels)
    cells = grid.shape[0] - 1
    for top in range(0, len(pixels), _ROWS_AT_ONCE):
        position = pixels[top : top + _ROWS_AT_ONCE].astype(np.float32) * np.float32(cells / 65535)
        low = np.minimum(position.astype(np.intp), cells - 1)
        share = position - low
        total = np.zeros(position.shape, np.float32)
        for corner in np.ndindex(2, 2, 2):
            weight = np.where(corner, share, 1 - share).prod(axis=-1, keepdims=True, dtype=np.float32)
            r, g, b = (low[..., channel] + corner[channel] for channel in range(3))
            total += grid[r, g, b] * weight
        converted[top : top + len(position)] = np.rint(np.clip(total, 0, 65535))
    return converted


def _lcms(samples: NDArray[Any], source: bytes, target: bytes) -> NDArray[np.uint8]:
    """8-bit grey, RGB or CMYK samples through Little CMS to RGB. Raises ImageCms.PyCMSError."""
    image = _image(samples)
    transform = ImageCms.buildTransform(
        _open(source),
        _open(target),
        image.mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return np.asarray(ImageCms.applyTransform(image, transform))


def _image(samples: NDArray[Any]) -> Image.Image:
    mode = {2: "L", 3: "RGB", 4: "CMYK"}[samples.ndim if samples.ndim == 2 else samples.shape[2]]
    return Image.frombytes(mode, (samples.shape[1], samples.shape[0]), samples.tobytes())


def _open(icc: bytes) -> ImageCms.ImageCmsProfile:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(icc))
    except OSError as error:
        raise ImageCms.PyCMSError(str(error)) from error


@cache
def srgb_profile() -> bytes:
    """An sRGB profile (a curve of 1024 points), always the same bytes.

    Little CMS could make one, but writes the time into it.
    """
    linear = shaper.srgb().curves[0][np.linspace(0, 65535, 1024).round().astype(int)]
    return spaces.matrix_profile("sRGB IEC61966-2.1", shaper.SRGB_TO_XYZ, spaces.curve_of_points(linear))


def named_profile(name: Profile, own: bytes | None = None) -> bytes:
    """The profile of an export's choice; for "source" the picture's `own`, and sRGB's where it has none."""
    if name == "display-p3":
        return spaces.display_p3()
    if name == "adobe-rgb":
        return spaces.adobe_rgb()
    return own if name == "source" and own is not None else srgb_profile()
