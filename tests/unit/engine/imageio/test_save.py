from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from pydantic import ValidationError

from stylegui.engine.imageio import profiles
from stylegui.engine.imageio.metadata import GROUPS
from stylegui.engine.imageio.save import Format
from stylegui.engine.images import Picture, PictureError, SaveOptions, load_picture, read_recipe, save_picture
from tests.unit.engine.imageio.samples import (
    ADOBE_RGB,
    SRGB_CURVE,
    chart,
    gamma_curve,
    grey_profile,
    matrix_profile,
    noise,
)
from tests.unit.engine.imageio.test_metadata import photographers_exif

FORMATS: tuple[Format, ...] = ("png", "jpeg", "webp", "tiff")
ADOBE = matrix_profile(ADOBE_RGB, gamma_curve(2.19921875))


def round_trip(picture: Picture, folder: Path, **options: Any) -> Picture:
    path = folder / "Gemälde 画.out"
    save_picture(picture, path, SaveOptions(**options))
    assert [entry.name for entry in folder.iterdir()] == [path.name]
    return load_picture(path)


@pytest.mark.parametrize("with_alpha", [False, True])
@pytest.mark.parametrize("source_bits", [8, 16])
@pytest.mark.parametrize("bit_depth", [8, 16])
@pytest.mark.parametrize("format_name", ["png", "tiff"])
def test_exact_formats(format_name: Format, bit_depth: int, source_bits: int, with_alpha: bool, tmp_path: Path) -> None:
    picture = Picture(chart(source_bits), noise((32, 48), source_bits) if with_alpha else None)
    back = round_trip(picture, tmp_path, format=format_name, bit_depth=bit_depth)
    assert back.bits == bit_depth
    if bit_depth >= source_bits:
        scale = 257 if bit_depth > source_bits else 1
        np.testing.assert_array_equal(back.pixels, picture.pixels.astype(np.uint32) * scale)
    else:
        np.testing.assert_array_equal(back.pixels, picture.to_uint8())
    assert (back.alpha is not None) == with_alpha
    if back.alpha is not None and picture.alpha is not None:
        assert np.abs(back.alpha / back.alpha.max() - picture.alpha / picture.alpha.max()).max() < 0.004
    assert back.icc == profiles.srgb_profile()
    assert back.notes == ()


@pytest.mark.parametrize("compression", [0, 9])
@pytest.mark.parametrize("format_name", ["png", "tiff"])
def test_compression_changes_the_size_only(format_name: Format, compression: int, tmp_path: Path) -> None:
    back = round_trip(Picture(chart(16)), tmp_path, format=format_name, bit_depth=16, compression=compression)
    np.testing.assert_array_equal(back.pixels, chart(16))
    size = (tmp_path / "Gemälde 画.out").stat().st_size
    assert (size > 48 * 32 * 6) == (compression == 0)


def test_lossless_webp(tmp_path: Path) -> None:
    picture = Picture(chart(), noise((32, 48), 8))
    back = round_trip(picture, tmp_path, format="webp", lossless=True)
    np.testing.assert_array_equal(back.pixels, picture.pixels)
    assert picture.alpha is not None and back.alpha is not None
    np.testing.assert_array_equal(back.alpha, picture.alpha)


@pytest.mark.parametrize("format_name", ["jpeg", "webp"])
def test_quality_counts(format_name: Format, tmp_path: Path) -> None:
    picture = Picture(chart(size=(200, 150)))
    errors = [
        np.abs(
            round_trip(picture, tmp_path, format=format_name, quality=quality).pixels.astype(int)
            - chart(size=(200, 150))
        )
        for quality in (20, 95)
    ]
    assert errors[0].mean() > 1.5 * errors[1].mean()
    assert errors[1].mean() < 2.5


def test_jpeg_keeps_the_colours_resolution(tmp_path: Path) -> None:
    """4:4:4: single columns of colour are still there."""
    columns = np.zeros((32, 32, 3), np.uint8)
    columns[:, ::2] = (255, 0, 0)
    columns[:, 1::2] = (0, 0, 255)
    back = round_trip(Picture(columns), tmp_path, format="jpeg").pixels.astype(int)
    assert np.abs(back - columns).mean() < 12


def test_jpeg_shows_transparency_over_white(tmp_path: Path) -> None:
    pixels = np.full((16, 16, 3), (200, 0, 0), np.uint8)
    alpha = np.full((16, 16), 255, np.uint8)
    alpha[:, :8] = 0
    back = round_trip(Picture(pixels, alpha), tmp_path, format="jpeg")
    assert back.alpha is None
    assert back.pixels[4, 2].min() > 245
    assert np.abs(back.pixels[4, 13].astype(int) - (200, 0, 0)).max() < 8
    half = round_trip(Picture(pixels, np.full((16, 16), 128, np.uint8)), tmp_path, format="jpeg")
    assert np.abs(half.pixels[8, 8].astype(int) - (227, 127, 127)).max() < 4


@pytest.mark.parametrize("format_name", FORMATS)
def test_resolution(format_name: Format, tmp_path: Path) -> None:
    assert round_trip(Picture(chart(), dpi=240.0), tmp_path, format=format_name).dpi == pytest.approx(240, abs=0.02)
    assert round_trip(Picture(chart(), dpi=240.0), tmp_path, format=format_name, dpi=300).dpi == pytest.approx(
        300, abs=0.02
    )
    assert round_trip(Picture(chart()), tmp_path, format=format_name).dpi is None
    with_exif = Picture(chart(), exif=photographers_exif())
    assert round_trip(with_exif, tmp_path, format=format_name, dpi=150).dpi == pytest.approx(150, abs=0.02)


@pytest.mark.parametrize("format_name", FORMATS)
def test_metadata(format_name: Format, tmp_path: Path) -> None:
    """Read back by Pillow: the camera's words stay, the place goes unless it is asked for."""
    picture = Picture(chart(), exif=photographers_exif())
    for keep, words, place in (("no-gps", True, False), ("all", True, True), ("none", False, False)):
        round_trip(picture, tmp_path, format=format_name, metadata=keep)
        with Image.open(tmp_path / "Gemälde 画.out") as image:
            image.load()
            exif = image.getexif()
        assert (exif.get(0x8298) == "CC BY") == words
        assert (exif.get_ifd(0x8769).get(0x9003) == "2020:05:06 07:08:09") == words
        assert bool(exif.get_ifd(0x8825)) == place
        assert exif.get(0x0112, 1) == 1


def test_metadata_that_no_jpeg_can_hold_is_left_out(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "words" * 20_000
    picture = Picture(chart(), exif=exif.tobytes())
    assert round_trip(picture, tmp_path, format="jpeg").exif is None
    assert round_trip(picture, tmp_path, format="png").exif is not None


@pytest.mark.parametrize("bit_depth", [8, 16])
@pytest.mark.parametrize("format_name", FORMATS)
def test_back_to_the_photos_own_profile(format_name: Format, bit_depth: Any, tmp_path: Path) -> None:
    pixels = np.rint(0.4 * 65535 + 0.2 * chart(16)).astype(np.uint16)
    picture = Picture(pixels, icc=ADOBE)
    path = tmp_path / "x"
    options = SaveOptions(format=format_name, bit_depth=bit_depth, profile="source", lossless=True, quality=100)
    save_picture(picture, path, options)
    with Image.open(path) as image:
        assert image.info["icc_profile"] == ADOBE
        stored = np.asarray(image.convert("RGB"))
    assert np.abs(stored - pixels / 257).max() > 2  # other numbers,
    back = load_picture(path)
    assert np.abs(back.to_float() - picture.to_float()).mean() < (
        0.006 if format_name == "jpeg" else 0.003
    )  # same look
    if back.bits == 16:
        assert np.abs(back.pixels.astype(int) - pixels).max() <= 3


@pytest.mark.parametrize("icc", [None, grey_profile(gamma_curve(2.2)), b"broken"], ids=["none", "grey", "broken"])
def test_no_profile_to_go_back_to(icc: bytes | None, tmp_path: Path) -> None:
    back = round_trip(Picture(chart(), icc=icc), tmp_path, profile="source")
    np.testing.assert_array_equal(back.pixels, chart())
    assert back.icc == profiles.srgb_profile()


def test_another_make_of_srgb_is_kept(tmp_path: Path) -> None:
    primaries = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
    icc = matrix_profile(primaries, SRGB_CURVE)
    back = round_trip(Picture(chart(), icc=icc), tmp_path, profile="source")
    np.testing.assert_array_equal(back.pixels, chart())
    assert back.icc == icc


def test_size(tmp_path: Path) -> None:
    assert round_trip(Picture(chart()), tmp_path, size_px=24).size == (24, 16)
    assert round_trip(Picture(chart()), tmp_path, size_px=96).size == (96, 64)
    assert round_trip(Picture(chart()), tmp_path, size_px=96, allow_upscaling=False).size == (48, 32)
    assert round_trip(Picture(chart()), tmp_path, size_px=24, allow_upscaling=False).size == (24, 16)


@pytest.mark.parametrize("bit_depth", [8, 16])
@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_input_gives_the_same_bytes(format_name: Format, bit_depth: Any, tmp_path: Path) -> None:
    picture = Picture(chart(16), noise((32, 48), 16), dpi=300.0, exif=photographers_exif(), icc=ADOBE)
    options = SaveOptions(format=format_name, bit_depth=bit_depth)
    for name in ("a", "b"):
        save_picture(picture, tmp_path / name, options, {"seed": 1, "colours": {"x", "y", "z"}})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_other_programs_read_the_16_bits(tmp_path: Path) -> None:
    save_picture(Picture(chart(16)), tmp_path / "x.tif", SaveOptions(format="tiff", bit_depth=16), {"seed": 1})
    np.testing.assert_array_equal(tifffile.imread(tmp_path / "x.tif"), chart(16))
    save_picture(Picture(chart(16)), tmp_path / "x.png", SaveOptions(bit_depth=16))
    with Image.open(tmp_path / "x.png") as image:
        np.testing.assert_array_equal(np.asarray(image), chart(16) >> 8)


@pytest.mark.parametrize(("format_name", "limit"), [("jpeg", 65500), ("webp", 16383)])
def test_a_side_that_the_format_does_not_allow(format_name: Format, limit: int, tmp_path: Path) -> None:
    long = Picture(np.zeros((1, limit + 1, 3), np.uint8))
    with pytest.raises(PictureError, match=f"“long” cannot be saved as {format_name.upper()}: .* limit of {limit}"):
        save_picture(long, tmp_path / "long", SaveOptions(format=format_name))
    assert list(tmp_path.iterdir()) == []
    save_picture(long, tmp_path / "long", SaveOptions(format="png"))


@pytest.mark.parametrize("size", [(1, 1), (10_000, 20), (1, 70)])
@pytest.mark.parametrize("format_name", FORMATS)
def test_extreme_sizes(format_name: Format, size: tuple[int, int], tmp_path: Path) -> None:
    assert round_trip(Picture(chart(16, size)), tmp_path, format=format_name, bit_depth=16).size == size


def test_options_are_checked() -> None:
    for wrong in ({"quality": 0}, {"format": "bmp"}, {"bit_depth": 12}, {"dpi": -1}, {"size_px": 0}, {"colour": 1}):
        with pytest.raises(ValidationError):
            SaveOptions.model_validate(wrong)


def test_names_in_any_script(tmp_path: Path) -> None:
    for name in ("Ölbild.png", "画.png", "🎨 final (2).png", "שלום.png", "x" * 240 + ".png"):
        path = tmp_path / name
        save_picture(Picture(chart()), str(path), SaveOptions(), {"seed": 3})
        np.testing.assert_array_equal(load_picture(path).pixels, chart())
        assert read_recipe(path) == {"seed": 3}


def test_loading_and_saving_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    options = SaveOptions(bit_depth=16, metadata=GROUPS)
    save_picture(Picture(chart(16), dpi=300.0, exif=photographers_exif()), path, options)
    first = path.read_bytes()
    save_picture(load_picture(path), path, options)
    assert path.read_bytes() == first
