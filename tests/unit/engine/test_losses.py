"""Losses against formulas worked out by hand or, independently, in float64."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from stylegui.engine.losses import (
    STYLE_LOSSES,
    Moments,
    blend,
    content_loss,
    gram_loss,
    matrix_root,
    moment_loss,
    moments,
    target_root,
    total_variation,
    wasserstein_loss,
)

Loss = Callable[[Moments, Moments], Tensor]

LOSSES = {**STYLE_LOSSES, "wasserstein": wasserstein_loss}


def features(seed: int, channels: int = 6, height: int = 9, width: int = 7, batch: int = 1) -> Tensor:
    """Non-negative and correlated, like the features of a network; float64."""
    generator = torch.Generator().manual_seed(seed)
    mixing = torch.rand((channels, channels), generator=generator, dtype=torch.float64) + 0.2
    noise = torch.randn((batch, channels, height, width), generator=generator, dtype=torch.float64)
    return torch.einsum("oc,bchw->bohw", mixing, noise).relu() + 0.1 * seed


def gaussian(mean: list[float], variances: list[float]) -> Moments:
    """Moments of a Gaussian with diagonal covariance."""
    centre = torch.tensor([mean], dtype=torch.float64)
    covariance = torch.diag_embed(torch.tensor([variances], dtype=torch.float64))
    return Moments(centre, covariance + centre.unsqueeze(2) * centre.unsqueeze(1))


def test_moments_of_known_features() -> None:
    known = moments(torch.tensor([[[[1.0, 3.0]], [[0.0, 4.0]]]]))
    torch.testing.assert_close(known.mean, torch.tensor([[2.0, 2.0]]))
    torch.testing.assert_close(known.second, torch.tensor([[[5.0, 6.0], [6.0, 8.0]]]))
    torch.testing.assert_close(known.covariance, torch.tensor([[[1.0, 2.0], [2.0, 4.0]]]))


def test_moments_agree_with_the_sample_covariance_of_each_picture() -> None:
    maps = features(1, batch=3)
    known = moments(maps)
    for index in range(3):
        expected = torch.cov(maps[index].flatten(1), correction=0)
        torch.testing.assert_close(known.covariance[index], expected)


def test_a_small_variance_on_a_large_mean_survives_float32() -> None:
    maps = 1.0 + 0.01 * torch.randn((1, 4, 64, 64), generator=torch.Generator().manual_seed(0))
    expected = moments(maps.double()).covariance
    error = (moments(maps).covariance.double() - expected).abs().max()
    assert error < 0.01 * expected.diagonal(dim1=1, dim2=2).mean()


def test_blended_moments_are_those_of_both_pictures_side_by_side() -> None:
    first, second = features(1, width=6), features(2, width=18)
    blended = blend([moments(first), moments(second)], [1.0, 3.0])
    together = moments(torch.cat([first, second], dim=3))
    torch.testing.assert_close(blended.mean, together.mean)
    torch.testing.assert_close(blended.covariance, together.covariance)


def test_only_the_ratio_of_blend_weights_counts() -> None:
    parts = [moments(features(1)), moments(features(2))]
    torch.testing.assert_close(blend(parts, [2.0, 6.0]).second, blend(parts, [0.25, 0.75]).second)


@pytest.mark.parametrize("weights", [[0.0, 0.0], [-1.0, 0.5], [math.nan, 1.0]])
def test_weights_without_a_positive_sum_are_refused(weights: list[float]) -> None:
    parts = [moments(features(1)), moments(features(2))]
    with pytest.raises(ValueError, match="positive sum"):
        blend(parts, weights)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_a_style_loss_is_nothing_at_its_target_and_something_elsewhere(loss: Loss) -> None:
    target = moments(features(1))
    assert abs(float(loss(target, target))) < 1e-9
    assert float(loss(moments(features(2)), target)) > 0.01


@pytest.mark.parametrize("loss", [moment_loss, gram_loss])
def test_featureless_is_at_a_distance_of_one(loss: Loss) -> None:
    target = moments(features(3))
    nothing = Moments(torch.zeros_like(target.mean), torch.zeros_like(target.second))
    assert float(loss(nothing, target)) == pytest.approx(1, abs=1e-12)


def test_featureless_is_at_a_wasserstein_distance_of_one_up_to_the_ridge() -> None:
    target = moments(features(3))
    nothing = Moments(torch.zeros_like(target.mean), torch.zeros_like(target.second))
    assert float(wasserstein_loss(nothing, target)) == pytest.approx(1, abs=0.05)


def test_moment_loss_by_hand() -> None:
    result, target = gaussian([1, 2], [1, 4]), gaussian([3, 1], [2, 2])
    error = (1 - 3) ** 2 + (2 - 1) ** 2 + (1 - 2) ** 2 + (4 - 2) ** 2
    energy = 3**2 + 1**2 + 2**2 + 2**2
    assert float(moment_loss(result, target)) == pytest.approx(error / energy)


def test_gram_loss_by_hand() -> None:
    result, target = gaussian([1, 2], [1, 4]), gaussian([3, 1], [2, 2])
    gram, wanted = torch.tensor([[2.0, 2], [2, 8]]), torch.tensor([[11.0, 3], [3, 3]])
    expected = float((gram - wanted).square().sum() / wanted.square().sum())
    assert float(gram_loss(result, target)) == pytest.approx(expected)


def test_losses_are_kept_apart_for_each_picture_of_a_batch() -> None:
    both, target = features(1, batch=2), moments(features(2, batch=2))
    for loss in LOSSES.values():
        alone = [
            float(loss(moments(both[i : i + 1]), Moments(target.mean[i : i + 1], target.second[i : i + 1])))
            for i in range(2)
        ]
        torch.testing.assert_close(loss(moments(both), target), torch.tensor(alone, dtype=torch.float64))


def test_wasserstein_of_diagonal_gaussians_is_that_of_their_deviations() -> None:
    result, target = gaussian([1, 2, 0], [1, 4, 9]), gaussian([3, 1, 1], [4, 1, 9])
    distance = (4 + 1 + 1) + (1 - 2) ** 2 + (2 - 1) ** 2 + 0
    energy = 9 + 1 + 1 + 4 + 1 + 9
    # The ridge of 1e-4 of the mean variance moves it in the fourth digit.
    assert float(wasserstein_loss(result, target)) == pytest.approx(distance / energy, rel=5e-4)


def reference_wasserstein(result: Moments, target: Moments) -> float:
    """The same distance through the eigenvalues of C C*, which are those of C*^½ C C*^½."""
    first, second = result.covariance[0], target.covariance[0]
    cross = torch.linalg.eigvals(first @ second).real.clamp_min(0).sqrt().sum()
    distance = (result.mean - target.mean).square().sum() + first.trace() + second.trace() - 2 * cross
    return float(distance / (target.mean.square().sum() + second.trace()))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_wasserstein_against_the_eigenvalues_of_the_product(seed: int) -> None:
    result, target = moments(features(seed)), moments(features(seed + 10))
    assert float(wasserstein_loss(result, target)) == pytest.approx(reference_wasserstein(result, target), rel=2e-3)


def test_a_root_that_was_kept_gives_the_same_distance() -> None:
    result, target = moments(features(4)), moments(features(5))
    kept = wasserstein_loss(result, target, target_root(target))
    assert float(kept) == float(wasserstein_loss(result, target))


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_gradients_of_style_losses_are_those_of_finite_differences(loss: Loss) -> None:
    target = moments(features(2, channels=4))
    start = features(3, channels=4, height=3, width=5).requires_grad_(True)
    assert torch.autograd.gradcheck(lambda maps: loss(moments(maps), target), (start,), eps=1e-6, atol=1e-7)


def test_the_wasserstein_gradient_is_right_where_there_are_fewer_positions_than_channels() -> None:
    target = moments(features(2, channels=12, height=2, width=3))
    start = features(3, channels=12, height=2, width=3).requires_grad_(True)
    assert torch.autograd.gradcheck(
        lambda maps: wasserstein_loss(moments(maps), target), (start,), eps=1e-7, atol=1e-4, rtol=1e-3
    )


def test_the_wasserstein_gradient_vanishes_at_the_target_in_float32() -> None:
    """Weak directions are where float32 eigenvalues are lost: a target with a spectrum over six decades."""
    generator = torch.Generator().manual_seed(0)
    basis, _ = torch.linalg.qr(torch.randn((64, 64), generator=generator, dtype=torch.float64))
    spectrum = torch.logspace(0, -6, 64, dtype=torch.float64)
    covariance = ((basis * spectrum) @ basis.T).unsqueeze(0).float()
    second = covariance.clone().requires_grad_(True)
    zero = torch.zeros((1, 64))
    loss = wasserstein_loss(Moments(zero, second), Moments(zero, covariance))
    (gradient,) = torch.autograd.grad(loss.sum(), second)
    # Away from the target each direction's gradient is about 1 over the energy.
    assert float(gradient.norm()) * float(spectrum.sum()) < 1e-3 * 64**0.5
    assert abs(float(loss.detach())) < 1e-6


def test_wasserstein_of_a_picture_without_any_variance_is_finite() -> None:
    flat, target = moments(torch.ones((1, 5, 4, 4))), moments(features(2, channels=5).float())
    start = torch.ones((1, 5, 4, 4), requires_grad=True)
    (gradient,) = torch.autograd.grad(wasserstein_loss(moments(start), target).sum(), start)
    assert gradient.isfinite().all()
    assert math.isfinite(float(wasserstein_loss(target, flat)))


def test_the_matrix_root_is_symmetric_and_squares_to_the_matrix() -> None:
    covariance = moments(features(6)).covariance
    root = matrix_root(covariance)
    torch.testing.assert_close(root, root.transpose(1, 2))
    torch.testing.assert_close(root @ root, covariance)


def test_content_loss_is_one_at_the_distance_of_one_deviation() -> None:
    target = features(1)
    deviation = (target - target.mean((2, 3), keepdim=True)).square().mean().sqrt()
    assert float(content_loss(target + deviation, target)) == pytest.approx(1)
    assert float(content_loss(target + 3 * deviation, target)) == pytest.approx(9)
    assert float(content_loss(target, target)) == 0


def test_content_loss_does_not_change_with_the_scale_of_the_features() -> None:
    result, target = features(1), features(2)
    assert float(content_loss(result * 100, target * 100)) == pytest.approx(float(content_loss(result, target)))


def test_content_of_a_flat_picture_still_lets_paint_on() -> None:
    flat = torch.ones((1, 4, 8, 8))
    assert float(content_loss(flat + 0.1, flat)) == pytest.approx(1)


def test_total_variation_of_known_pictures() -> None:
    assert float(total_variation(torch.full((1, 3, 5, 4), 0.7))) == 0
    ramp = (torch.arange(8.0) * 0.1).expand(1, 3, 6, 8)
    # Across and on both diagonals the step is 0.1, down it is 0: 0.01 × (1/3 + 2/6).
    assert float(total_variation(ramp)) == pytest.approx(0.01 * 2 / 3, rel=1e-5)
    torch.testing.assert_close(total_variation(ramp.transpose(2, 3)), total_variation(ramp))
    board = ((torch.arange(6).view(6, 1) + torch.arange(8)) % 2).float().expand(1, 3, 6, 8)
    # On a chessboard every step along an axis is 1 and every diagonal one is 0.
    assert float(total_variation(board)) == pytest.approx(2 / 3)
