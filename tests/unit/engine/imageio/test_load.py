from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from stylegui.engine.images import decode_picture, load_picture
from tests.unit.engine.imageio.samples import chart, encoded, noise

# The program ignores Pillow's warnings once, at import; pytest's own filters would stand before that.
pytestmark = pytest.mark.filterwarnings(r"ignore:::PIL\.")

EXACT = {"PNG": {}, "WEBP": {"lossless": True}, "TIFF": {}, "BMP": {}, "JPEG2000": {}, "PPM": {}, "QOI": {}}


def photo() -> Image.Image:
    return Image.fromarray(chart())


@pytest.mark.parametrize("format_name", EXACT)
def test_exact_formats_give_the_very_pixels(format_name: str) -> None:
    picture = decode_picture(encoded(photo(), format_name, **EXACT[format_name]), "photo")
    np.testing.assert_array_equal(picture.pixels, chart())
    assert picture.alpha is None
    assert picture.notes == ()


@pytest.mark.parametrize("format_name", ["JPEG", "AVIF", "WEBP"])
def test_lossy_formats_come_near(format_name: str) -> None:
    picture = decode_picture(encoded(photo(), format_name, quality=95), "photo")
    assert np.abs(picture.pixels.astype(int) - chart()).mean() < 4


def test_gif_and_palette_keep_their_colours() -> None:
    few = photo().quantize(16)
    for format_name in ("GIF", "PNG"):
        picture = decode_picture(encoded(few, format_name), "few")
        np.testing.assert_array_equal(picture.pixels, np.asarray(few.convert("RGB")))


def test_palette_with_transparency_gets_an_alpha() -> None:
    few = photo().quantize(16)
    clear = few.getpixel((0, 0))
    picture = decode_picture(encoded(few, "PNG", transparency=clear), "few.png")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha == 0, np.asarray(few) == clear)


def test_palette_with_an_alpha_for_each_colour() -> None:
    few = photo().quantize(4)
    picture = decode_picture(encoded(few, "PNG", transparency=bytes([0, 80, 160, 255])), "few.png")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, np.array([0, 80, 160, 255], np.uint8)[np.asarray(few)])


@pytest.mark.parametrize("mode", ["1", "L"])
def test_grey_becomes_three_equal_channels(mode: str) -> None:
    grey = photo().convert(mode)
    picture = decode_picture(encoded(grey, "PNG"), "grey.png")
    for channel in range(3):
        np.testing.assert_array_equal(picture.pixels[..., channel], np.asarray(grey.convert("L")))


def test_alpha_is_kept_apart_and_unmultiplied() -> None:
    alpha = noise((32, 48), 8)
    rgba = Image.fromarray(np.dstack([chart(), alpha]))
    for format_name, options in {"PNG": {}, "TIFF": {}, "WEBP": {"lossless": True, "exact": True}}.items():
        picture = decode_picture(encoded(rgba, format_name, **options), "alpha")
        np.testing.assert_array_equal(picture.pixels, chart())
        assert picture.alpha is not None
        np.testing.assert_array_equal(picture.alpha, alpha)


def test_grey_with_alpha() -> None:
    grey, alpha = noise((5, 7), 8, 1), noise((5, 7), 8, 2)
    picture = decode_picture(encoded(Image.fromarray(np.dstack([grey, alpha]), "LA"), "PNG"), "la.png")
    np.testing.assert_array_equal(picture.pixels[..., 2], grey)
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, alpha)


def test_an_opaque_alpha_is_none() -> None:
    opaque = Image.fromarray(chart()).convert("RGBA")
    assert decode_picture(encoded(opaque, "PNG"), "opaque.png").alpha is None


def test_cmyk_without_a_profile_has_the_right_colours() -> None:
    flat = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    for format_name in ("JPEG", "TIFF"):
        pixel = decode_picture(encoded(flat, format_name), "cmyk").pixels[8, 8].astype(int)
        assert np.abs(pixel - (255, 0, 0)).max() <= 3


def test_lab_tiff() -> None:
    lab = Image.merge("LAB", [Image.new("L", (4, 4), value) for value in (136, 208, 195)])  # L* 53, a* 80, b* 67: red
    pixel = decode_picture(encoded(lab, "TIFF"), "lab.tif").pixels[0, 0].astype(int)
    assert np.abs(pixel - (255, 0, 0)).max() <= 12


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_exif_orientation_is_applied(orientation: int, format_name: str) -> None:
    operations = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,  # undoes the turn that the viewer is asked for
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = Image.fromarray(chart(size=(64, 48)))
    stored = upright.transpose(operations[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode_picture(encoded(stored, format_name, exif=exif, quality=95), "turned")
    assert picture.size == (64, 48)
    assert np.abs(picture.pixels.astype(int) - chart(size=(64, 48))).mean() < 4


def test_orientation_of_16_bit_files(tmp_path: Path) -> None:
    pixels = noise((6, 9, 3), 16)
    path = tmp_path / "turned.tif"
    tifffile.imwrite(path, np.rot90(pixels), photometric="rgb", extratags=[(274, 3, 1, 6, True)])
    np.testing.assert_array_equal(load_picture(path).pixels, pixels)


def test_orientation_in_xmp_counts_where_exif_has_none() -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    assert decode_picture(encoded(photo(), "JPEG", xmp=xmp), "x.jpg").size == (32, 48)


def test_exif_in_imagemagicks_png_text() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    block = exif.tobytes()
    info = PngImagePlugin.PngInfo()
    info.add_text("Raw profile type exif", f"\nexif\n{len(block):8d}\n{block.hex()}\n")
    assert decode_picture(encoded(photo(), "PNG", pnginfo=info), "x.png").size == (32, 48)


@pytest.mark.parametrize("format_name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_animations_give_their_first_frame_and_say_so(format_name: str) -> None:
    first, second = Image.new("RGB", (16, 12), (250, 0, 0)), Image.new("RGB", (16, 12), (0, 0, 250))
    data = encoded(first, format_name, save_all=True, append_images=[second], duration=100, lossless=True)
    picture = decode_picture(data, "moving")
    assert np.abs(picture.pixels[5, 5].astype(int) - (250, 0, 0)).max() <= 6
    assert picture.notes == ("Only the first frame of the animation is used.",)


def test_pages_of_a_tiff() -> None:
    data = encoded(photo(), "TIFF", save_all=True, append_images=[Image.new("RGB", (5, 5))])
    picture = decode_picture(data, "pages.tif")
    np.testing.assert_array_equal(picture.pixels, chart())
    assert picture.notes == ("Only the first page of the file is used.",)


def test_a_phones_multi_picture_jpeg_has_no_note() -> None:
    picture = decode_picture(encoded(photo(), "MPO", save_all=True, append_images=[photo()]), "phone.jpg")
    assert picture.size == (48, 32)
    assert picture.notes == ()


@pytest.mark.parametrize("size", [(1, 1), (10_000, 20), (20, 10_000), (1, 70)])
def test_extreme_sizes(size: tuple[int, int]) -> None:
    for bits, format_name in ((8, "PNG"), (8, "JPEG"), (8, "TIFF")):
        picture = decode_picture(encoded(Image.fromarray(chart(bits, size)), format_name), "odd")
        assert picture.size == size
        assert max(picture.resized(64).size) == 64
        assert min(picture.resized(64).size) >= 1


def test_resolution_is_read(tmp_path: Path) -> None:
    for format_name in ("JPEG", "PNG", "TIFF", "BMP"):
        assert decode_picture(encoded(photo(), format_name, dpi=(300, 300)), "x").dpi == pytest.approx(300, abs=0.02)
    assert decode_picture(encoded(photo(), "PNG"), "x").dpi is None
    assert decode_picture(encoded(photo(), "JPEG", dpi=(1, 1)), "x").dpi is None


def test_name_and_source(tmp_path: Path) -> None:
    path = tmp_path / "Böcklin – 死の島 🎨.png"
    photo().save(path)
    picture = load_picture(str(path))
    assert picture.name == path.name
    assert picture.source == str(path)
    assert decode_picture(path.read_bytes(), "pasted").source == ""


def test_threads_load_at_the_same_time() -> None:
    files = {seed: encoded(Image.fromarray(noise((40, 50, 3), 8, seed)), "PNG") for seed in range(4)}
    wrong: list[Any] = []

    def load(seed: int) -> None:
        for _ in range(10):
            pixels: NDArray[Any] = decode_picture(files[seed], "x.png").pixels
            if not np.array_equal(pixels, noise((40, 50, 3), 8, seed)):
                wrong.append(seed)

    threads = [threading.Thread(target=load, args=(seed,)) for seed in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_file_may_change_after_loading(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    photo().save(path)
    picture = load_picture(path)
    path.write_bytes(b"")
    np.testing.assert_array_equal(picture.pixels, chart())
    assert io.BytesIO(path.read_bytes()).getvalue() == b""
