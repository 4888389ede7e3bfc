from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from stylegui.engine.imageio import profiles, shaper
from stylegui.engine.images import decode_picture
from tests.unit.engine.imageio.samples import (
    ADOBE_RGB,
    DISPLAY_P3,
    PROPHOTO,
    SRGB_CURVE,
    chart,
    encoded,
    gamma_curve,
    grey_profile,
    matrix_profile,
    noise,
    parametric_curve,
    table_profile,
)

SRGB_PRIMARIES = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))

WIDE = {
    "display-p3": matrix_profile(DISPLAY_P3, SRGB_CURVE),
    "adobe-rgb": matrix_profile(ADOBE_RGB, gamma_curve(2.19921875)),
    "prophoto": matrix_profile(PROPHOTO, parametric_curve(3, 1.8, 1.0, 0.0, 1 / 16, 16 / 512)),
}


def swapped(red: float, green: float, blue: float) -> tuple[float, float, float]:
    return blue, 0.9 * red, green


def mint_inks(cyan: float, magenta: float, yellow: float, black: float) -> tuple[float, float, float]:
    """A press of its own, unlike what is assumed of CMYK without a profile."""
    return (1 - cyan) * (1 - black), (1 - 0.5 * magenta) * (1 - black), (1 - yellow) * (1 - black)


def test_the_srgb_profile_is_srgb_to_little_cms() -> None:
    profile = profiles.srgb_profile()
    own = ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(ImageCms.ImageCmsProfile(io.BytesIO(profile)), own, "RGB", "RGB")
    values = noise((60, 60, 3), 8)
    moved = np.asarray(ImageCms.applyTransform(Image.fromarray(values), transform))
    assert np.abs(moved.astype(int) - values).max() <= 1
    assert ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip() == "sRGB IEC61966-2.1"


def test_srgb_profiles_of_any_make_change_nothing() -> None:
    makes = [
        profiles.srgb_profile(),
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        matrix_profile(SRGB_PRIMARIES, SRGB_CURVE),
    ]
    for icc in makes:
        picture = decode_picture(encoded(Image.fromarray(chart()), "PNG", icc_profile=icc), "x.png")
        np.testing.assert_array_equal(picture.pixels, chart())
        assert picture.icc == icc
        assert picture.notes == ()


@pytest.mark.parametrize("name", WIDE)
def test_wide_gamut_becomes_srgb_in_both_depths(name: str) -> None:
    """16 bits come through our own arithmetic, 8 through Little CMS: they must agree, and differ from doing nothing."""
    deep = noise((50, 40, 3), 16)
    converted, used = profiles.to_srgb(deep, WIDE[name])
    shallow, used_too = profiles.to_srgb((deep // 257).astype(np.uint8), WIDE[name])
    assert used and used_too
    assert (converted.itemsize, shallow.itemsize) == (2, 1)
    error = np.abs(converted / 257 - shallow)
    assert np.percentile(error, 99) < 2.5
    assert np.abs(converted / 257 - deep / 257).mean() > 5


def test_values_of_display_p3_in_srgb() -> None:
    """Against colours worked out from the published primaries in double precision."""
    p3 = np.array([[[0.5, 0.5, 0.5], [0.6, 0.5, 0.4], [0.2, 0.3, 0.25]]])
    matrix = np.array([[1.2249402, -0.2249402, 0.0], [-0.0420570, 1.0420570, 0.0], [-0.0196376, -0.0786361, 1.0982735]])
    linear = np.where(p3 <= 0.04045, p3 / 12.92, ((p3 + 0.055) / 1.055) ** 2.4) @ matrix.T
    expected = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055) * 65535
    converted, _ = profiles.to_srgb(np.rint(p3 * 65535).astype(np.uint16), WIDE["display-p3"])
    assert np.abs(converted - expected).max() < 30  # the primaries above are rounded to five digits


@pytest.mark.parametrize("name", WIDE)
def test_16_bits_keep_their_precision_there_and_back(name: str) -> None:
    space = shaper.parse(WIDE[name])
    assert space is not None
    ramp = np.linspace(2000, 65535, 4000).astype(np.uint16)
    greys = np.repeat(ramp[None, :, None], 3, axis=2)
    there = shaper.convert(greys, shaper.srgb(), space)
    back = shaper.convert(there, space, shaper.srgb())
    assert np.abs(back.astype(int) - greys).max() <= 6
    assert len(np.unique(there[0, :, 1])) > 3900


def test_a_table_profile_in_both_depths() -> None:
    icc = table_profile(b"RGB ", swapped)
    deep = chart(16)
    expected = np.stack([deep[..., 2], 0.9 * deep[..., 0], deep[..., 1]], axis=-1)
    converted, used = profiles.to_srgb(deep, icc)
    assert used and converted.dtype == np.uint16
    assert np.abs(converted - expected).mean() / 257 < 1.5
    shallow, used = profiles.to_srgb(chart(8), icc)
    assert used and np.abs(shallow.astype(int) - expected / 257).mean() < 1.5
    # Between two values of 8 bits there is something: the grid is interpolated, not cut.
    assert (
        len(
            np.unique(
                profiles.to_srgb(np.repeat(np.arange(20_000, 21_000, dtype=np.uint16)[None, :, None], 3, 2), icc)[0]
            )
        )
        > 100
    )


def test_cmyk_with_a_profile() -> None:
    icc = table_profile(b"CMYK", mint_inks, points=7)
    flat = Image.new("CMYK", (8, 8), (0, 255, 0, 0))
    for format_name in ("JPEG", "TIFF"):
        picture = decode_picture(encoded(flat, format_name, icc_profile=icc), "cmyk")
        assert np.abs(picture.pixels[4, 4].astype(int) - (255, 128, 255)).max() <= 6
        assert picture.icc == icc


def test_grey_with_a_profile_in_both_depths() -> None:
    icc = grey_profile(gamma_curve(1.0))
    grey = np.full((4, 4), 14025, np.uint16)  # 0.2140 in linear light is 0.5 in sRGB
    converted, used = profiles.to_srgb(grey, icc)
    assert used and np.abs(converted.astype(int) - 32767).max() <= 12
    shallow, used = profiles.to_srgb((grey // 257).astype(np.uint8), icc)
    assert used and np.abs(shallow.astype(int) - 128).max() <= 2


@pytest.mark.parametrize(
    "icc",
    [
        b"",
        b"no profile",
        b"\0" * 200,
        grey_profile(gamma_curve(2.2)),
        WIDE["adobe-rgb"][:300],
        table_profile(b"CMYK", mint_inks, 3),
    ],
    ids=["empty", "text", "zeros", "grey", "cut", "cmyk"],
)
def test_a_profile_that_does_not_fit_is_ignored_and_told(icc: bytes) -> None:
    pixels, used = profiles.to_srgb(chart(), icc)
    np.testing.assert_array_equal(pixels, chart())
    assert not used
    if len(icc) > 5:
        picture = decode_picture(encoded(Image.fromarray(chart()), "PNG", icc_profile=icc), "x.png")
        assert picture.notes == ("Its colour profile does not fit or is broken, and was ignored.",)
        assert picture.icc is None


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("name", WIDE)
def test_back_to_the_files_own_profile(name: str, bits: int) -> None:
    white = 2**bits - 1
    space = np.rint(chart(bits) * 0.1 + 0.4 * white).astype(chart(bits).dtype)  # muted colours, inside sRGB
    back = profiles.from_srgb(profiles.to_srgb(space, WIDE[name])[0], WIDE[name])
    assert back is not None
    assert np.abs(back.astype(int) - space).max() <= (3 if bits == 8 else 12)


def test_profiles_that_cannot_be_written_to() -> None:
    assert profiles.from_srgb(chart(), table_profile(b"CMYK", mint_inks, 3)) is None
    assert profiles.from_srgb(chart(), table_profile(b"RGB ", swapped, 5)) is None
    assert profiles.from_srgb(chart(), grey_profile(gamma_curve(2.2))) is None


@pytest.mark.parametrize(
    ("curve", "at_half"),
    [
        (b"curv\0\0\0\0\0\0\0\0", 0.5),
        (gamma_curve(2.0), 0.25),
        (b"curv\0\0\0\0\0\0\0\3" + bytes([0, 0, 64, 0, 255, 255]), 0.25),
        (parametric_curve(0, 3.0), 0.125),
        (parametric_curve(1, 2.0, 1.0, -0.25), 0.0625),
        (parametric_curve(2, 2.0, 0.5, 0.0, 0.25), 0.3125),
        (SRGB_CURVE, 0.21404),
        (parametric_curve(4, 2.0, 0.5, 0.25, 0.5, 0.75, 0.1, 0.05), 0.3),
    ],
)
def test_kinds_of_curves(curve: bytes, at_half: float) -> None:
    space = shaper.parse(matrix_profile(SRGB_PRIMARIES, curve))
    assert space is not None
    assert float(space.curves[0][32768]) == pytest.approx(at_half, abs=1e-4)
