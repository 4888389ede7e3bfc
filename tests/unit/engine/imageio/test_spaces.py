"""The working spaces of exports, against published numbers and against Little CMS."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from stylegui.engine.imageio import profiles, shaper, spaces
from stylegui.engine.imageio.profiles import Profile
from stylegui.engine.imageio.save import Format
from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from tests.unit.engine.imageio.samples import ADOBE_RGB, DISPLAY_P3, chart, noise

NAMED: tuple[Profile, ...] = ("display-p3", "adobe-rgb")
PUBLISHED = {"display-p3": DISPLAY_P3, "adobe-rgb": ADOBE_RGB}


def through_little_cms(values: NDArray[np.uint8], source: bytes, target: bytes) -> NDArray[Any]:
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(source)), ImageCms.ImageCmsProfile(io.BytesIO(target)), "RGB", "RGB"
    )
    return np.asarray(ImageCms.applyTransform(Image.fromarray(values), transform))


@pytest.mark.parametrize("name", NAMED)
def test_primaries_are_those_that_are_published(name: Profile) -> None:
    parsed = shaper.parse(profiles.named_profile(name))
    assert parsed is not None and not parsed.is_srgb()
    np.testing.assert_allclose(parsed.to_xyz, np.array(PUBLISHED[name]).T, atol=4e-4)


def test_curves_are_those_that_are_published() -> None:
    p3, adobe = (shaper.parse(profiles.named_profile(name)) for name in NAMED)
    assert p3 is not None and adobe is not None
    np.testing.assert_allclose(p3.curves[1], shaper.srgb().curves[1], atol=2e-5)
    assert float(adobe.curves[2][32768]) == pytest.approx(0.5**2.19921875, abs=1e-4)


@pytest.mark.parametrize("name", NAMED)
def test_other_programs_know_what_it_is(name: Profile) -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(profiles.named_profile(name)))
    wanted = {"display-p3": "Display P3", "adobe-rgb": "Compatible with Adobe RGB (1998)"}
    assert ImageCms.getProfileDescription(profile).strip() == wanted[name]
    assert ImageCms.isIntentSupported(profile, ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Direction.OUTPUT)


@pytest.mark.parametrize("name", NAMED)
def test_colours_are_converted_as_little_cms_does(name: Profile) -> None:
    values = noise((64, 64, 3), 8)
    icc = profiles.named_profile(name)
    converted = profiles.from_srgb(values.astype(np.uint16) * 257, icc)
    assert converted is not None
    theirs = through_little_cms(values, profiles.srgb_profile(), icc)
    assert np.abs(converted / 257 - theirs).max() <= 1.6
    assert np.abs(theirs.astype(int) - values).max() > 20


@pytest.mark.parametrize("bit_depth", [8, 16])
@pytest.mark.parametrize("format_name", ["png", "tiff", "webp", "jpeg", "ora"])
@pytest.mark.parametrize("name", NAMED)
def test_an_export_looks_the_same_in_every_space(
    name: Profile, format_name: Format, bit_depth: Any, tmp_path: Path
) -> None:
    """Every colour of sRGB has its place in both spaces, so that nothing is clipped on the way there and back."""
    options = SaveOptions(format=format_name, bit_depth=bit_depth, profile=name, lossless=True, quality=100)
    save_picture(Picture(chart(16)), tmp_path / "x", options)
    back = load_picture(tmp_path / "x")
    assert back.icc == profiles.named_profile(name)
    error = np.abs(back.to_float() - chart(16) / 65535)
    # A step of 8 bits is a large one in the darkest colours of a space without a linear part.
    assert np.percentile(error, 99) < (0.04 if format_name == "jpeg" else 0.02 if options.bits == 8 else 0.001)
    assert error.mean() < (0.01 if format_name == "jpeg" else 0.003)


@pytest.mark.parametrize("name", NAMED)
def test_saturated_colours_survive_in_16_bits(name: Profile, tmp_path: Path) -> None:
    corners = np.array([[[r, g, b] for r in (0, 65535)] for g in (0, 65535) for b in (0, 65535)], np.uint16)
    save_picture(Picture(corners), tmp_path / "x.png", SaveOptions(bit_depth=16, profile=name))
    assert np.abs(load_picture(tmp_path / "x.png").pixels.astype(int) - corners).max() < 450  # of 65535: 0.7 %


def test_profiles_are_always_the_same_bytes() -> None:
    before = spaces.display_p3(), spaces.adobe_rgb()
    spaces.display_p3.cache_clear()
    spaces.adobe_rgb.cache_clear()
    assert (spaces.display_p3(), spaces.adobe_rgb()) == before
    assert len(set(before)) == 2
