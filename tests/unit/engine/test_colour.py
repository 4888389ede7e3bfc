"""Colour against published values and against statistics computed on their own."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from stylegui.engine import colour


def patch(*rgb: float) -> Tensor:
    return torch.tensor(rgb, dtype=torch.float64).view(1, 3, 1, 1)


def noise(seed: int, low: float = 0.3, high: float = 0.7, side: int = 24) -> Tensor:
    """Correlated colours inside the gamut, (1, 3, side, side) float64."""
    generator = torch.Generator().manual_seed(seed)
    mixing = torch.eye(3, dtype=torch.float64) + 0.5 * torch.rand((3, 3), generator=generator, dtype=torch.float64)
    plain = torch.rand((1, 3, side, side), generator=generator, dtype=torch.float64)
    mixed = torch.einsum("oc,bchw->bohw", mixing / mixing.sum(1, keepdim=True), plain)
    return low + (high - low) * mixed


# Björn Ottosson's published conversions, as CSS Color 4 lists them for the sRGB primaries.
KNOWN = {
    "white": ((1, 1, 1), (1.0, 0.0, 0.0)),
    "black": ((0, 0, 0), (0.0, 0.0, 0.0)),
    "red": ((1, 0, 0), (0.62796, 0.22486, 0.12585)),
    "lime": ((0, 1, 0), (0.86644, -0.23389, 0.17950)),
    "blue": ((0, 0, 1), (0.45201, -0.03246, -0.31153)),
}


@pytest.mark.parametrize(("rgb", "lab"), KNOWN.values(), ids=KNOWN)
def test_oklab_of_primaries(rgb: tuple[float, ...], lab: tuple[float, ...]) -> None:
    assert colour.to_oklab(patch(*rgb)).flatten().tolist() == pytest.approx(lab, abs=5e-5)


def test_srgb_decoding_of_known_values() -> None:
    # 0.5 decodes to 0.21404 and the two branches meet at 0.04045.
    assert colour.to_linear(patch(0.5, 0.04045, 0.0)).flatten().tolist() == pytest.approx(
        [0.214041, 0.0031308, 0], 1e-4
    )


def test_oklab_round_trip() -> None:
    levels = torch.linspace(0, 1, 9, dtype=torch.float64)
    cube = torch.cartesian_prod(levels, levels, levels).T.reshape(1, 3, 27, 27)
    assert float((colour.from_oklab(colour.to_oklab(cube)) - cube).abs().max()) < 1e-4
    single = cube.float()
    assert float((colour.from_oklab(colour.to_oklab(single)) - single).abs().max()) < 1e-3


def test_from_oklab_stays_in_the_gamut() -> None:
    wild = torch.tensor([1.2, 0.5, -0.6]).view(1, 3, 1, 1)
    converted = colour.from_oklab(wild)
    assert float(converted.min()) >= 0 and float(converted.max()) <= 1


def test_luma_weights() -> None:
    assert float(colour.luma(patch(1, 0, 0))) == pytest.approx(0.299)
    assert float(colour.luma(patch(0, 1, 0))) == pytest.approx(0.587)
    assert float(colour.luma(patch(0, 0, 1))) == pytest.approx(0.114)
    assert colour.luma(noise(1)).shape == (1, 1, 24, 24)


def test_mean_covariance_against_numpy() -> None:
    picture = noise(2).float()
    mean, covariance = colour.mean_covariance(picture)
    flat = picture[0].flatten(1).numpy().astype(np.float64)
    np.testing.assert_allclose(mean.numpy(), flat.mean(1), rtol=1e-12)
    np.testing.assert_allclose(covariance.numpy(), np.cov(flat, bias=True), rtol=1e-10)


def test_matched_colours_have_the_reference_s_mean_and_covariance() -> None:
    picture, reference = noise(3, 0.35, 0.65), noise(4, 0.3, 0.75)
    matched = colour.to_oklab(colour.match_colours(picture, reference))
    mean, covariance = colour.mean_covariance(matched)
    wanted_mean, wanted_covariance = colour.mean_covariance(colour.to_oklab(reference))
    torch.testing.assert_close(mean, wanted_mean, rtol=0, atol=2e-4)
    torch.testing.assert_close(covariance, wanted_covariance, rtol=0.02, atol=1e-5)


def test_matching_a_picture_to_itself_changes_nothing() -> None:
    picture = noise(5).float()
    assert float((colour.match_colours(picture, picture) - picture).abs().max()) < 2e-3


def test_matching_is_symmetric_in_the_sense_of_monge_kantorovich() -> None:
    """Of the linear maps that match the covariance only one is symmetric; a rotation would swap colours."""
    picture, reference = noise(6), noise(7)
    lab, matched = colour.to_oklab(picture)[0].flatten(1), colour.to_oklab(colour.match_colours(picture, reference))
    centred = lab - lab.mean(1, keepdim=True)
    moved = matched[0].flatten(1)
    moved = moved - moved.mean(1, keepdim=True)
    gain = torch.linalg.lstsq(centred.T, moved.T).solution.T
    assert float((gain - gain.T).abs().max()) < 0.01 * float(gain.abs().max())


def test_a_grey_picture_is_not_blown_up_into_noise() -> None:
    generator = torch.Generator().manual_seed(8)
    nearly_flat = 0.5 + 0.002 * torch.randn((1, 3, 24, 24), generator=generator, dtype=torch.float64)
    matched = colour.to_oklab(colour.match_colours(nearly_flat, noise(9, 0.1, 0.9)))
    deviation = colour.mean_covariance(matched)[1].diagonal().sqrt()
    before = colour.mean_covariance(colour.to_oklab(nearly_flat))[1].diagonal().sqrt()
    assert float((deviation / before.max()).max()) < 3.1


def test_grey_keeps_lightness_and_has_equal_channels() -> None:
    picture = noise(10)
    grey = colour.grey(picture)
    torch.testing.assert_close(colour.to_oklab(grey)[:, 0], colour.to_oklab(picture)[:, 0], rtol=0, atol=1e-4)
    assert float((grey.amax(1) - grey.amin(1)).max()) < 1e-4


def test_lightness_of_one_picture_with_the_chroma_of_another() -> None:
    first, second = noise(11, 0.42, 0.58), noise(12, 0.42, 0.58)
    mixed = colour.to_oklab(colour.with_chroma_of(first, second))
    torch.testing.assert_close(mixed[:, :1], colour.to_oklab(first)[:, :1], rtol=0, atol=1e-4)
    torch.testing.assert_close(mixed[:, 1:], colour.to_oklab(second)[:, 1:], rtol=0, atol=1e-4)


def test_cleaning_leaves_lightness_and_calms_chroma() -> None:
    picture = noise(13, 0.4, 0.6)
    cleaned = colour.to_oklab(colour.clean_chroma(picture, 1.0))
    before = colour.to_oklab(picture)
    torch.testing.assert_close(cleaned[:, :1], before[:, :1], rtol=0, atol=1e-4)
    assert float(cleaned[:, 1:].var()) < 0.3 * float(before[:, 1:].var())
    assert float(cleaned[:, 1].mean()) == pytest.approx(float(before[:, 1].mean()), abs=1e-3)


def test_half_the_cleaning_is_half_way_in_chroma() -> None:
    picture = noise(14, 0.4, 0.6)
    none, half, full = (colour.to_oklab(colour.clean_chroma(picture, amount)) for amount in (0.0, 0.5, 1.0))
    torch.testing.assert_close(half, (none + full) / 2, rtol=0, atol=1e-4)
    assert colour.clean_chroma(picture, 0) is picture


def test_cleaning_does_not_cross_an_edge_of_lightness() -> None:
    lab = torch.zeros((1, 3, 12, 12), dtype=torch.float64)
    lab[:, 0, :, :6], lab[:, 0, :, 6:] = 0.3, 0.8
    lab[:, 1, :, :6], lab[:, 1, :, 6:] = 0.05, -0.05
    cleaned = colour.to_oklab(colour.clean_chroma(colour.from_oklab(lab), 1.0))
    assert float(cleaned[0, 1, 6, 5]) == pytest.approx(0.05, abs=0.002)
    assert float(cleaned[0, 1, 6, 6]) == pytest.approx(-0.05, abs=0.002)
