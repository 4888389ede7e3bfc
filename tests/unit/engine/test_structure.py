"""Structural similarity against the definition, written out window by window."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from stylegui.engine.structure import ContentHold, ssim, structure_loss, target_ssim


def luma(seed: int, height: int = 20, width: int = 26) -> NDArray[np.float64]:
    generator = np.random.default_rng(seed)
    ramp = np.linspace(0, 0.5, width)[None, :] + np.linspace(0, 0.3, height)[:, None]
    return np.clip(ramp + 0.2 * generator.random((height, width)), 0, 1)


def reference_ssim(first: NDArray[np.float64], second: NDArray[np.float64], window: int = 7) -> float:
    """Wang et al. (2004), equation 13, with a uniform window and the population's moments."""
    values = []
    for top in range(first.shape[0] - window + 1):
        for left in range(first.shape[1] - window + 1):
            a = first[top : top + window, left : left + window].ravel()
            b = second[top : top + window, left : left + window].ravel()
            covariance = np.mean((a - a.mean()) * (b - b.mean()))
            above = (2 * a.mean() * b.mean() + 0.01**2) * (2 * covariance + 0.03**2)
            below = (a.mean() ** 2 + b.mean() ** 2 + 0.01**2) * (a.var() + b.var() + 0.03**2)
            values.append(above / below)
    return float(np.mean(values))


def tensor(picture: NDArray[np.float64]) -> torch.Tensor:
    return torch.from_numpy(picture)[None, None]


@pytest.mark.parametrize("seed", [1, 2])
def test_ssim_against_the_definition(seed: int) -> None:
    first, second = luma(seed), luma(seed + 10)
    expected = reference_ssim(first, second)
    assert 0.1 < expected < 0.9
    assert float(ssim(tensor(first), tensor(second))) == pytest.approx(expected, rel=1e-9)
    assert float(ssim(tensor(first).float(), tensor(second).float())) == pytest.approx(expected, abs=1e-4)


def test_ssim_of_a_picture_with_itself_and_with_its_negative() -> None:
    picture = luma(3)
    assert float(ssim(tensor(picture), tensor(picture))) == pytest.approx(1)
    assert float(ssim(tensor(picture), tensor(1 - picture))) < 0


def test_ssim_of_a_picture_smaller_than_the_window() -> None:
    first, second = luma(4, 5, 9), luma(5, 5, 9)
    assert float(ssim(tensor(first), tensor(second))) == pytest.approx(reference_ssim(first, second, 5), rel=1e-9)


def test_ssim_gradient() -> None:
    start = tensor(luma(6, 9, 10)).requires_grad_(True)
    other = tensor(luma(7, 9, 10))
    assert torch.autograd.gradcheck(lambda picture: ssim(picture, other), (start,), eps=1e-6, atol=1e-7)


def test_no_strength_is_the_photo_itself_and_more_strength_is_less_of_it() -> None:
    assert target_ssim(0) == 1
    targets = [target_ssim(strength) for strength in range(0, 101, 5)]
    assert all(one > other for one, other in itertools.pairwise(targets))
    assert all(one - other < 0.08 for one, other in itertools.pairwise(targets))
    assert 0 < targets[-1] < 0.5


def test_smaller_canvases_keep_more_of_the_photo_the_more_so_the_lower_the_strength() -> None:
    for strength in (20, 50, 80):
        assert target_ssim(strength) < target_ssim(strength, 2) < target_ssim(strength, 4) < 1
        assert target_ssim(strength, 0.5) == target_ssim(strength)
    assert target_ssim(100, 4) == target_ssim(100)
    assert target_ssim(0, 4) == 1


@pytest.mark.parametrize("strength", [20.0, 70.0])
def test_the_loss_pulls_back_what_is_too_far_and_pushes_on_what_is_too_near(strength: float) -> None:
    goal = target_ssim(strength)
    similarity = torch.tensor([goal - 0.1, goal, goal + 0.1], dtype=torch.float64, requires_grad=True)
    loss = structure_loss(similarity, goal)
    (gradient,) = torch.autograd.grad(loss.sum(), similarity)
    assert float(gradient[0]) < 0 < float(gradient[2])
    assert float(loss.detach()[1]) == float(gradient[1]) == 0
    # What is lost is fetched back more firmly than what is kept is pushed away.
    assert float(-gradient[0]) > float(gradient[2])


def test_the_hold_on_the_content_loosens_while_too_much_of_the_photo_shows_and_tightens_again() -> None:
    hold = ContentHold()
    assert hold.factor == 1
    for _ in range(3):
        hold.observe(target_ssim(60) + 0.2, target_ssim(60))
    loosened = hold.factor
    assert loosened < 0.7
    hold.observe(target_ssim(60), target_ssim(60))
    assert hold.factor == pytest.approx(loosened)
    hold.observe(target_ssim(60) - 0.2, target_ssim(60))
    assert loosened < hold.factor < 1
    for _ in range(300):
        hold.observe(1.0, target_ssim(100))
    assert 0 < hold.factor < 0.01
    for _ in range(300):
        hold.observe(0.0, target_ssim(0))
    assert hold.factor == 1
