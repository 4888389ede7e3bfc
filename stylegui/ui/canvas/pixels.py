"""numpy ↔ QImage: the one place where pixels change hands between the engine and Qt.

A QImage made here may point straight into the numpy array. Published arrays are never written to again (see `Frame` and
`Picture`), and PySide keeps the array alive as long as any copy of the QImage lives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from stylegui.engine.images import Picture


def frame_image(pixels: NDArray[np.uint8]) -> QImage:
    """Wrap (H, W, 3) uint8 sRGB pixels as an RGB888 QImage, without a copy where the array is C-contiguous.

    Raises ValueError for any other shape or type.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or not pixels.size:
        raise ValueError(f"a frame is (H, W, 3) uint8, not {pixels.shape} {pixels.dtype}")
    height, width = pixels.shape[:2]
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, packed.strides[0], QImage.Format.Format_RGB888)


def picture_image(picture: Picture) -> QImage:
    """The 8-bit view of a picture: RGB888 (zero-copy for 8-bit pictures), or premultiplied ARGB where it has alpha."""
    pixels = picture.to_uint8()
    if picture.alpha is None:
        return frame_image(pixels)
    alpha = _to_8_bit(picture.alpha)
    rgba = np.ascontiguousarray(np.dstack((pixels, alpha)))
    straight = QImage(rgba.data, picture.width, picture.height, rgba.strides[0], QImage.Format.Format_RGBA8888)
    return straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def image_pixels(image: QImage) -> NDArray[np.uint8]:
    """A copy of the colours of a QImage as (H, W, 3) uint8."""
    packed = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(packed.constBits(), np.uint8).reshape(packed.height(), packed.bytesPerLine())
    return rows[:, : packed.width() * 3].reshape(packed.height(), packed.width(), 3).copy()


def rgb32_pixels(image: QImage) -> NDArray[np.uint8]:
    """An RGB32 image as (H, W, 4) uint8, blue first, without a copy. It must not be used longer than the image."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


def rgb32_image(packed: NDArray[np.uint32]) -> QImage:
    """Wrap (H, W) uint32 0xffrrggbb, C-contiguous, as an RGB32 image, without a copy."""
    height, width = packed.shape
    return QImage(packed.data, width, height, packed.strides[0], QImage.Format.Format_RGB32)


def _to_8_bit(channel: NDArray[Any]) -> NDArray[np.uint8]:
    if channel.dtype == np.uint8:
        return channel
    return ((channel.astype(np.uint32) + 128) // 257).astype(np.uint8)
