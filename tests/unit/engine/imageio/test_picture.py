from __future__ import annotations

import threading
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from PIL import Image

from stylegui.engine.imageio.picture import scaled_size, to_depth
from stylegui.engine.images import Picture, from_float
from tests.unit.engine.imageio.samples import chart, noise


def test_size_and_depth() -> None:
    picture = Picture(chart(16, (40, 30)))
    assert (picture.width, picture.height, picture.size, picture.bits) == (40, 30, (40, 30), 16)


def test_a_picture_cannot_be_changed() -> None:
    pixels = chart()
    picture = Picture(pixels, noise((32, 48), 8))
    with pytest.raises(ValueError, match="read-only"):
        picture.pixels[0, 0] = 0
    with pytest.raises(FrozenInstanceError):
        picture.name = "other"  # type: ignore[misc]
    pixels[0, 0] = 1  # the array that was handed in stays its owner's, and writable


def test_pixels_lie_in_one_piece() -> None:
    turned = Picture(np.rot90(chart()), np.rot90(noise((32, 48), 8)))
    assert turned.alpha is not None
    assert turned.pixels.flags.c_contiguous and turned.alpha.flags.c_contiguous


@pytest.mark.parametrize(
    ("pixels", "alpha"),
    [
        (np.zeros((4, 4), np.uint8), None),
        (np.zeros((4, 4, 4), np.uint8), None),
        (np.zeros((0, 4, 3), np.uint8), None),
        (np.zeros((4, 4, 3), np.float32), None),
        (np.zeros((4, 4, 3), np.uint8), np.zeros((4, 5), np.uint8)),
        (np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4), np.uint16)),
    ],
)
def test_arrays_that_are_no_picture(pixels: np.ndarray, alpha: np.ndarray | None) -> None:
    with pytest.raises(ValueError, match=r"pixels|alpha"):
        Picture(pixels, alpha)


def test_digest_tells_pictures_apart_by_what_is_seen() -> None:
    picture = Picture(chart())
    assert picture.digest == Picture(chart(), name="other", dpi=300.0, notes=("x",)).digest
    assert len(picture.digest) == 64
    changed = chart()
    changed[20, 20, 1] ^= 1
    alpha = np.full((32, 48), 255, np.uint8)
    others = [
        Picture(changed),
        Picture(chart(16)),
        Picture(chart().reshape(48, 32, 3)),
        Picture(chart(), alpha),
        Picture(chart(), alpha // 2),
    ]
    assert len({picture.digest, *(other.digest for other in others)}) == 6


def test_digest_is_the_same_from_all_threads_and_worked_out_once() -> None:
    picture = Picture(noise((200, 200, 3), 16))
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(picture.digest)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {replace(picture).digest}
    assert picture.digest is picture.digest


@pytest.mark.parametrize("bits", [8, 16])
def test_floats_there_and_back(bits: int) -> None:
    pixels = noise((30, 20, 3), bits)
    floats = Picture(pixels).to_float()
    assert floats.dtype == np.float32
    assert floats.min() >= 0 and floats.max() <= 1
    assert floats.flags.writeable
    np.testing.assert_array_equal(from_float(floats, bits=bits).pixels, pixels)


def test_floats_outside_are_clipped() -> None:
    array = np.array([[[-1.0, 0.5, 2.0], [np.nan, np.inf, -np.inf]]], np.float32)
    np.testing.assert_array_equal(from_float(array, bits=8).pixels, [[[0, 128, 255], [0, 255, 0]]])
    np.testing.assert_array_equal(from_float(array).pixels, [[[0, 32768, 65535], [0, 65535, 0]]])
    with pytest.raises(ValueError, match="8 or 16"):
        from_float(array, bits=12)


def test_depths_are_rounded() -> None:
    np.testing.assert_array_equal(to_depth(np.array([0, 128, 129, 65407, 65535], np.uint16), 8), [0, 0, 1, 255, 255])
    np.testing.assert_array_equal(to_depth(np.array([0, 1, 255], np.uint8), 16), [0, 257, 65535])
    every = np.arange(256, dtype=np.uint8)
    np.testing.assert_array_equal(to_depth(to_depth(every, 16), 8), every)
    np.testing.assert_array_equal(Picture(to_depth(chart(), 16)).to_uint8(), chart())


def test_like_hands_on_what_belongs_to_the_photo() -> None:
    photo = Picture(
        chart(), noise((32, 48), 8), source="/a/b.jpg", name="b.jpg", dpi=300.0, icc=b"icc", exif=b"exif", notes=("n",)
    )
    result = from_float(np.zeros((64, 96, 3), np.float32), like=photo)
    assert (result.name, result.dpi, result.icc, result.exif) == ("b.jpg", 300.0, b"icc", b"exif")
    assert (result.source, result.notes) == ("", ())
    assert result.alpha is not None
    assert result.alpha.shape == (64, 96)
    assert result.alpha.dtype == np.uint16
    assert np.abs(result.alpha[::2, ::2] / 257 - noise((32, 48), 8)).mean() < 40


@pytest.mark.parametrize("bits", [8, 16])
def test_resizing_keeps_a_smooth_picture_smooth(bits: int) -> None:
    y, x = np.mgrid[0:400, 0:600]
    waves = 0.5 + 0.4 * np.sin(x / 60) * np.cos(y / 45)
    picture = from_float(np.repeat(waves[..., None], 3, axis=2).astype(np.float32), bits=bits)
    small = picture.resized(150)
    assert (small.size, small.bits) == ((150, 100), bits)
    expected = waves.reshape(100, 4, 150, 4).mean(axis=(1, 3))
    assert np.abs(small.to_float()[..., 0] - expected).max() < 0.006
    large = small.resized(600)
    assert np.abs(large.to_float()[..., 0] - waves)[8:-8, 8:-8].max() < (0.01 if bits == 8 else 0.002)


@pytest.mark.parametrize("bits", [8, 16])
def test_resizing_does_not_alias(bits: int) -> None:
    stripes = np.zeros((64, 640, 3), np.float32)
    stripes[:, ::2] = 1
    small = from_float(stripes, bits=bits).resized(64).to_float()
    assert np.abs(small[:, 4:-4] - 0.5).max() < 0.02


def test_both_depths_are_resized_alike() -> None:
    deep = Picture(chart(16, (300, 200)))
    difference = deep.resized(77).pixels / 257 - Picture(deep.to_uint8()).resized(77).pixels
    assert np.abs(difference).max() < 2  # the source of 8 bits is rounded, and so is the result


def test_resizing_keeps_the_rest_and_the_sides_ratio() -> None:
    picture = Picture(chart(8, (300, 200)), noise((200, 300), 8), name="n", dpi=96.0, icc=b"i", exif=b"e", source="s")
    small = picture.resized(30)
    assert small.alpha is not None and small.alpha.shape == (20, 30)
    assert (small.name, small.dpi, small.icc, small.exif, small.source) == ("n", 96.0, b"i", b"e", "s")
    assert picture.resized(300) is picture
    assert picture.resized(600, allow_up=False) is picture
    assert picture.resized(600).size == (600, 400)
    assert scaled_size((10_000, 20), 256) == (256, 1)
    with pytest.raises(ValueError, match="positive"):
        picture.resized(0)


@pytest.mark.parametrize("bits", [8, 16])
def test_colours_of_transparent_pixels_do_not_bleed(bits: int) -> None:
    white = 2**bits - 1
    pixels = np.zeros((80, 80, 3), chart(bits).dtype)
    pixels[:, :43] = (white, 0, 0)
    pixels[:, 43:] = (0, white, 0)  # hidden
    alpha = np.zeros((80, 80), pixels.dtype)
    alpha[:, :43] = white
    small = Picture(pixels, alpha).resized(20)
    assert small.alpha is not None
    seen = small.alpha > 0.05 * white
    assert 0 < seen[:, 10].mean() <= 1
    assert small.pixels[seen][:, 1].max() < 0.01 * white
    np.testing.assert_array_equal(small.pixels[:, -3:], np.broadcast_to((0, white, 0), (20, 3, 3)))


def test_a_resized_picture_is_what_pillow_makes() -> None:
    expected = Image.fromarray(chart()).resize((24, 16), Image.Resampling.LANCZOS)
    np.testing.assert_array_equal(Picture(chart()).resized(24).pixels, np.asarray(expected))
