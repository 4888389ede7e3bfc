"""The picture as a variable, against torch's own Adam and against sums worked out by hand."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from stylegui.engine.optimise import AVERAGE_DECAY, BETA1, BETA2, EPSILON, PaintedPicture, resize

GOAL = torch.rand((1, 3, 6, 5), generator=torch.Generator().manual_seed(1)) * 0.2 + 0.4


def start(seed: int = 2) -> Tensor:
    return torch.rand((1, 3, 6, 5), generator=torch.Generator().manual_seed(seed)) * 0.2 + 0.4


def bowl(pixels: Tensor) -> Tensor:
    weights = torch.linspace(0.5, 2, pixels.numel()).view(pixels.shape)
    return (weights * (pixels - resize(GOAL, *pixels.shape[-2:])).square()).sum()


def test_adam_is_torch_s_adam_where_nothing_is_clamped() -> None:
    picture = PaintedPicture(start(), 0.01)
    variable = start().requires_grad_(True)
    reference = torch.optim.Adam([variable], lr=0.01, betas=(BETA1, BETA2), eps=EPSILON)
    for _ in range(25):
        value = picture.step_adam(bowl)
        reference.zero_grad()
        loss = bowl(variable)
        loss.backward()
        reference.step()
        assert value == pytest.approx(float(loss.detach()), rel=1e-5)
    assert picture.steps == 25
    torch.testing.assert_close(picture.pixels, variable.detach(), rtol=0, atol=2e-6)


def test_pixels_stay_in_the_gamut() -> None:
    picture = PaintedPicture(start(), 0.3)
    for _ in range(5):
        picture.step_adam(lambda pixels: pixels.sum())
    assert torch.equal(picture.pixels, torch.zeros_like(picture.pixels))


def test_the_average_is_bias_corrected() -> None:
    picture = PaintedPicture(start(), 0.02)
    torch.testing.assert_close(picture.average, start())
    iterates = []
    for _ in range(4):
        picture.step_adam(bowl)
        iterates.append(picture.pixels.clone())
    weights = [AVERAGE_DECAY ** (len(iterates) - 1 - index) for index in range(len(iterates))]
    expected = sum(w * pixels for w, pixels in zip(weights, iterates, strict=True)) / sum(weights)
    torch.testing.assert_close(picture.average, expected)


def test_the_first_picture_is_not_touched() -> None:
    first = start()
    picture = PaintedPicture(first, 0.1)
    picture.step_adam(bowl)
    assert torch.equal(first, start())


def test_a_larger_canvas_starts_from_the_average_with_adam_s_state() -> None:
    picture = PaintedPicture(start(), 0.05)
    for _ in range(6):
        picture.step_adam(bowl)
    grown = picture.at_size(12, 10)
    assert grown.pixels.shape == grown.first.shape == grown.second.shape == (1, 3, 12, 10)
    torch.testing.assert_close(grown.pixels, resize(picture.average, 12, 10).clamp(0, 1))
    assert grown.steps == 6 and grown.learning_rate == 0.05
    assert float(grown.second.min()) >= 0 and float(grown.second.max()) > 0
    assert float((grown.first.mean() - picture.first.mean()).abs()) < 0.1 * float(picture.first.abs().mean())
    torch.testing.assert_close(grown.average, grown.pixels)


def test_a_canvas_of_the_same_size_goes_on_alike() -> None:
    picture = PaintedPicture(start(), 0.05)
    for _ in range(3):
        picture.step_adam(bowl)
    same = picture.at_size(6, 5)
    torch.testing.assert_close(same.first, picture.first)
    torch.testing.assert_close(same.second, picture.second)
    value = same.step_adam(bowl)
    assert math.isfinite(value)
    # A copy: the old canvas is not painted on.
    assert picture.steps == 3


def not_finite_loss(pixels: Tensor) -> Tensor:
    return bowl(pixels) * math.inf


def not_finite_gradient(pixels: Tensor) -> Tensor:
    """A finite value whose gradient is not: the root's slope at 0."""
    return bowl(pixels) + (pixels - pixels.detach()).sum().sqrt()


@pytest.mark.parametrize("closure", [not_finite_loss, not_finite_gradient])
def test_a_step_that_is_not_finite_changes_nothing_and_can_be_recovered_from(closure: object) -> None:
    assert callable(closure)
    picture = PaintedPicture(start(), 0.05)
    for _ in range(3):
        picture.step_adam(bowl)
    pixels, first, average = picture.pixels.clone(), picture.first.clone(), picture.average.clone()
    assert not math.isfinite(picture.step_adam(closure))
    assert picture.steps == 3
    for now, before in ((picture.pixels, pixels), (picture.first, first), (picture.average, average)):
        assert torch.equal(now, before)
    picture.recover()
    assert torch.equal(picture.pixels, average)
    assert picture.learning_rate == 0.025 and picture.steps == 0
    assert float(picture.first.abs().max()) == float(picture.second.max()) == 0
    assert picture.step_adam(bowl) < float(bowl(pixels)) * 1.5
    assert picture.average.isfinite().all()


def test_a_closure_that_raises_leaves_a_plain_picture() -> None:
    picture = PaintedPicture(start(), 0.05)

    def stopped(_pixels: Tensor) -> Tensor:
        raise InterruptedError

    for step in (picture.step_adam, picture.step_lbfgs):
        with pytest.raises(InterruptedError):
            step(stopped)
        assert not picture.pixels.requires_grad
        assert torch.equal(picture.pixels, start())
        assert torch.equal(picture.average, start())


def test_lbfgs_finds_the_bottom_of_a_bowl() -> None:
    picture = PaintedPicture(start(), 0.05)
    values = [picture.step_lbfgs(bowl) for _ in range(12)]
    assert values[-1] < 1e-6 * values[0]
    assert float((picture.pixels - GOAL).abs().max()) < 1e-3
    for _ in range(60):
        picture.step_lbfgs(bowl)
    assert float((picture.average - GOAL).abs().max()) < 1e-3


def test_lbfgs_stays_in_the_gamut() -> None:
    picture = PaintedPicture(start(), 0.05)
    for _ in range(5):
        picture.step_lbfgs(lambda pixels: (pixels - 3).square().sum())
    assert float(picture.pixels.max()) == 1


def test_an_interrupted_line_search_leaves_the_picture_of_the_step_before() -> None:
    picture = PaintedPicture(start(), 0.05)
    picture.step_lbfgs(bowl)
    before = picture.pixels.clone()
    calls = 0

    def stopped_later(pixels: Tensor) -> Tensor:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise InterruptedError
        return bowl(pixels)

    with pytest.raises(InterruptedError):
        picture.step_lbfgs(stopped_later)
    assert torch.equal(picture.pixels, before)


def test_lbfgs_that_runs_out_of_range_keeps_the_picture() -> None:
    picture = PaintedPicture(start(), 0.05)
    picture.step_lbfgs(bowl)
    before = picture.pixels.clone()
    assert not math.isfinite(picture.step_lbfgs(not_finite_loss))
    assert torch.equal(picture.pixels, before)
    picture.recover()
    assert picture.step_lbfgs(bowl) < float(bowl(start()))
    assert picture.average.isfinite().all()


def test_resize_does_not_alias() -> None:
    board = ((torch.arange(64).view(64, 1) + torch.arange(64)) % 2).float().expand(1, 3, 64, 64)
    small = resize(board, 20, 20)
    assert float((small - 0.5).abs().max()) < 0.1
    assert resize(board, 64, 64) is board
