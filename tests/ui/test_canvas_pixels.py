"""numpy ↔ QImage, mips, and how a layer is drawn."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from stylegui.engine.images import Picture
from stylegui.ui.canvas.layers import CHECKER_LIGHT, Layer
from stylegui.ui.canvas.mips import BAND_ROWS, Mips
from stylegui.ui.canvas.pixels import frame_image, image_pixels, picture_image

pytestmark = pytest.mark.usefixtures("qapp")


def noise(width: int, height: int) -> NDArray[np.uint8]:
    return np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8)


def drawn(layer: Layer, size: tuple[int, int], target: QRect, *, nearest: bool = False) -> NDArray[np.uint8]:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    layer.paint(painter, target, image.rect(), 1.0, nearest=nearest)
    painter.end()
    return image_pixels(image)


@pytest.mark.parametrize("width", [1, 2, 3, 5, 64, 101])
def test_frames_of_any_width_keep_every_pixel(width: int) -> None:
    pixels = noise(width, 9)
    assert np.array_equal(image_pixels(frame_image(pixels)), pixels)


def test_a_slice_of_an_array_is_packed_first() -> None:
    pixels = noise(40, 30)[::2, 3:30]
    assert np.array_equal(image_pixels(frame_image(pixels)), pixels)


def test_a_frame_is_not_copied_and_lives_as_long_as_its_image() -> None:
    pixels = noise(16, 8)
    address = pixels.ctypes.data
    image = frame_image(pixels)
    alive = weakref.ref(pixels)
    del pixels
    gc.collect()
    assert alive() is not None
    shown = np.frombuffer(image.constBits(), np.uint8)
    assert shown.ctypes.data == address
    del shown, image
    gc.collect()
    assert alive() is None


@pytest.mark.parametrize(
    "wrong", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4, 3), np.float32)]
)
def test_other_arrays_are_refused(wrong: NDArray[np.uint8]) -> None:
    with pytest.raises(ValueError, match="uint8"):
        frame_image(wrong)


def test_16_bit_pictures_with_alpha_are_shown_in_8_bits() -> None:
    pixels = np.full((2, 3, 3), 65535, np.uint16)
    alpha = np.array([[0, 32896, 65535], [0, 32896, 65535]], np.uint16)
    image = picture_image(Picture(pixels, alpha))
    assert [image.pixelColor(x, 0).alpha() for x in range(3)] == [0, 128, 255]
    assert image.pixelColor(2, 1).getRgb() == (255, 255, 255, 255)


def test_a_level_always_has_a_pixel_for_each_that_is_shown() -> None:
    mips = Mips(frame_image(noise(400, 300)))
    sizes = [mips.level_for(scale).width() for scale in (4.0, 1.0, 0.51, 0.5, 0.3, 0.25, 0.1)]
    assert sizes == [400, 400, 400, 200, 200, 100, 50]


def test_halving_in_bands_leaves_no_seam() -> None:
    tall = np.repeat(np.arange(2 * BAND_ROWS + 7, dtype=np.uint32)[:, None] // 16, 4, axis=1).astype(np.uint8)
    pixels = np.repeat(tall[:, :, None], 3, axis=2)
    half = image_pixels(Mips(frame_image(pixels)).level_for(0.5))[:, 0, 0].astype(int)
    expected = pixels[: len(half) * 2 : 2, 0, 0].astype(int)[: len(half)]
    assert np.abs(half - expected).max() <= 1


def test_one_to_one_is_exact_and_clipped() -> None:
    pixels = noise(60, 40)
    shown = drawn(Layer(frame_image(pixels)), (50, 30), QRect(-20, -15, 60, 40))
    assert np.array_equal(shown[:25, :40], pixels[15:, 20:])
    assert not shown[26:].any()


def test_nearest_shows_each_pixel_as_a_square() -> None:
    pixels = noise(8, 6)
    shown = drawn(Layer(frame_image(pixels)), (64, 48), QRect(0, 0, 64, 48), nearest=True)
    assert np.array_equal(shown, pixels.repeat(8, axis=0).repeat(8, axis=1))


def test_a_part_far_into_a_huge_enlargement_is_at_the_right_place() -> None:
    pixels = noise(9000, 4)
    shown = drawn(Layer(frame_image(pixels)), (64, 16), QRect(-8500 * 32, 0, 9000 * 32, 128), nearest=True)
    assert np.array_equal(shown[0, :32], np.repeat(pixels[0, 8500][None], 32, axis=0))
    assert np.array_equal(shown[0, 32:], np.repeat(pixels[0, 8501][None], 32, axis=0))


def test_clear_parts_show_a_checkerboard() -> None:
    clear = Picture(np.zeros((32, 32, 3), np.uint8), np.zeros((32, 32), np.uint8))
    shown = drawn(Layer(picture_image(clear)), (32, 32), QRect(0, 0, 32, 32))
    tones = {tuple(int(v) for v in tone) for tone in shown.reshape(-1, 3)}
    assert len(tones) == 2
    assert (CHECKER_LIGHT.red(),) * 3 in tones
    assert tuple(shown[0, 0]) != tuple(shown[0, 8])
