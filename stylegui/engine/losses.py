"""The losses of optimisation-based style transfer: style statistics, style losses, content, smoothness.

Style is what is left of a feature map when positions are forgotten: its channel statistics. Every style loss here
compares statistics of two pictures at one layer and is divided by the size of the target's, so that a loss of 1 means
"as far away as a featureless picture" for every style and every layer (the balanced normalisation of Cheng et al.,
"Style-aware normalized loss", CVPR 2021, with the target's energy only). One strength then means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.autograd.function import FunctionCtx

StyleLoss = Literal["moments", "gram", "wasserstein"]


@dataclass(frozen=True)
class Moments:
    """First and second raw moment of a feature map over its positions.

    `mean` is (B, C), `second` is (B, C, C): E[f] and E[f fᵀ]. Raw moments are kept, not covariances, because they
    are what averages linearly: a blend of styles, a sum over tiles and a masked region are all weighted means of them.
    """

    mean: Tensor
    second: Tensor

    @property
    def covariance(self) -> Tensor:
        """E[f fᵀ] − E[f] E[f]ᵀ, (B, C, C)."""
        return self.second - self.mean.unsqueeze(2) * self.mean.unsqueeze(1)


class _Covariance(torch.autograd.Function):
    """X Xᵀ / N of centred features X (B, C, N), with its gradient in one product, (G + Gᵀ) X / N.

    Left to itself, autograd takes two products, one for each X; at the first layers they are a fifth of a whole step.
    """

    @staticmethod
    def forward(ctx: FunctionCtx, centred: Tensor) -> Tensor:
        ctx.save_for_backward(centred)
        return _products(centred, centred.transpose(1, 2)) / centred.shape[2]

    @staticmethod
    def backward(ctx: FunctionCtx, *grads: Tensor) -> Tensor:
        (centred,) = ctx.saved_tensors  # type: ignore[attr-defined]
        gradient = (grads[0] + grads[0].transpose(1, 2)) / centred.shape[2]
        if centred.stride(1) == 1:
            # Channels last in memory: a gradient of another layout would be slow all the way down.
            return _products(centred.transpose(1, 2), gradient).transpose(1, 2)
        return _products(gradient, centred)


def _products(left: Tensor, right: Tensor) -> Tensor:
    """Matrix products of a batch. One by one they run on all cores, which torch's batched product does not (2.15)."""
    return torch.stack([a @ b for a, b in zip(left, right, strict=True)])


def moments(features: Tensor) -> Moments:
    """Raw moments of features (B, C, H, W) over H and W."""
    flat = features.flatten(2)
    mean = flat.mean(dim=2)
    # The covariance is formed from centred features: subtracting two large raw moments in float32 loses its digits.
    covariance: Tensor = _Covariance.apply(flat - mean.unsqueeze(2))
    return Moments(mean, covariance + mean.unsqueeze(2) * mean.unsqueeze(1))


def blend(parts: Sequence[Moments], weights: Sequence[float]) -> Moments:
    """Weighted mean of the raw moments of several styles; the weights are normalised to sum 1.

    Raises ValueError where the weights are not positive in sum.
    """
    total = sum(weights)
    if not total > 0:
        raise ValueError("The weights of blended styles must have a positive sum.")
    mean = sum((part.mean * (w / total) for part, w in zip(parts, weights, strict=True)), torch.zeros(()))
    second = sum((part.second * (w / total) for part, w in zip(parts, weights, strict=True)), torch.zeros(()))
    assert isinstance(mean, Tensor) and isinstance(second, Tensor)
    return Moments(mean, second)


def moment_loss(result: Moments, target: Moments) -> Tensor:
    """Squared difference of mean and covariance over the target's own energy: (B,).

    (‖μ − μ*‖² + ‖Σ − Σ*‖²_F) / (‖μ*‖² + ‖Σ*‖²_F)
    """
    cov, cov_target = result.covariance, target.covariance
    error = (result.mean - target.mean).square().sum(1) + (cov - cov_target).square().sum((1, 2))
    energy = target.mean.square().sum(1) + cov_target.square().sum((1, 2))
    return error / energy.clamp_min(1e-12)


def gram_loss(result: Moments, target: Moments) -> Tensor:
    """Squared difference of Gram matrices over the target's own (Gatys et al. 2016, equation 4, balanced): (B,)."""
    error = (result.second - target.second).square().sum((1, 2))
    return error / target.second.square().sum((1, 2)).clamp_min(1e-12)


class _BuresTrace(torch.autograd.Function):
    """tr((T C T)^½) for symmetric T = C*^½, with its exact gradient ½ T V w^−½ Vᵀ T.

    One symmetric eigendecomposition gives value and gradient; differentiating through it would divide by differences
    of eigenvalues, which vanish for the flat spectra of real features. It is done in float64: the eigenvalues are of
    the size of squared variances, and float32 would lose all but the largest.
    """

    @staticmethod
    def forward(ctx: FunctionCtx, covariance: Tensor, root: Tensor) -> Tensor:
        exact = _exact(root)
        inner = exact @ _exact(covariance) @ exact
        values, vectors = torch.linalg.eigh((inner + inner.transpose(1, 2)) / 2)
        # Far below the squared ridge of `wasserstein_loss`: it only keeps round-off from being negative.
        floor = 1e-14 * values[:, -1:].clamp_min(1e-30)
        values = torch.maximum(values, floor)
        ctx.save_for_backward((exact @ vectors).to(covariance), values.to(covariance))
        return values.sqrt().sum(1).to(covariance)

    @staticmethod
    def backward(ctx: FunctionCtx, *grads: Tensor) -> tuple[Tensor, None]:
        left, values = ctx.saved_tensors  # type: ignore[attr-defined]
        gradient = 0.5 * (left * values.rsqrt().unsqueeze(1)) @ left.transpose(1, 2)
        return gradient * grads[0].view(-1, 1, 1), None


def _exact(matrix: Tensor) -> Tensor:
    """In float64, on the CPU where the device has no float64 (Apple GPUs)."""
    return (matrix.cpu() if matrix.device.type == "mps" else matrix).double()


def matrix_root(covariance: Tensor) -> Tensor:
    """Symmetric square root of positive semi-definite matrices (B, C, C)."""
    values, vectors = torch.linalg.eigh(_exact((covariance + covariance.transpose(1, 2)) / 2))
    root: Tensor = (vectors * values.clamp_min(0).sqrt().unsqueeze(1)) @ vectors.transpose(1, 2)
    return root.to(covariance)


def _ridge(covariance: Tensor) -> Tensor:
    """A ten-thousandth of the mean variance, (B,): it keeps the gradient of `wasserstein_loss` finite where a layer's
    covariance is singular (fewer positions than channels)."""
    return 1e-4 * covariance.diagonal(dim1=1, dim2=2).mean(1).clamp_min(1e-12)


def _ridged(covariance: Tensor, ridge: Tensor) -> Tensor:
    return covariance + torch.diag_embed(ridge.unsqueeze(1).expand(-1, covariance.shape[1]))


def target_root(target: Moments) -> Tensor:
    """C*^½ as `wasserstein_loss` takes it: with the ridge that the loss adds to both covariances."""
    covariance = target.covariance
    return matrix_root(_ridged(covariance, _ridge(covariance)))


def wasserstein_loss(result: Moments, target: Moments, root: Tensor | None = None) -> Tensor:
    """Squared Wasserstein-2 distance between the Gaussians of both feature maps over the target's energy: (B,).

    ‖μ − μ*‖² + tr C + tr C* − 2 tr (C*^½ C C*^½)^½ (Olkin and Pukelsheim 1982). `root` is `target_root(target)`
    where the caller keeps it from step to step.
    """
    cov, cov_target = result.covariance, target.covariance
    ridge = _ridge(cov_target)
    root = target_root(target) if root is None else root
    cross: Tensor = _BuresTrace.apply(_ridged(cov, ridge), root)
    traces = cov.diagonal(dim1=1, dim2=2).sum(1) + cov_target.diagonal(dim1=1, dim2=2).sum(1)
    error = (result.mean - target.mean).square().sum(1) + (traces + 2 * ridge * cov.shape[1] - 2 * cross)
    energy = target.mean.square().sum(1) + cov_target.diagonal(dim1=1, dim2=2).sum(1)
    return error / energy.clamp_min(1e-12)


def projection(channels: int, size: int, like: Tensor) -> Tensor:
    """A fixed random matrix (size, channels) with orthonormal rows."""
    noise = torch.randn((channels, size), generator=torch.Generator().manual_seed(channels))
    rows: Tensor = torch.linalg.qr(noise)[0].T.contiguous()
    return rows.to(like)


def project(statistics: Moments, rows: Tensor) -> Moments:
    """Moments (B, size) and (B, size, size) of the features seen through a projection (size, C)."""
    return Moments(statistics.mean @ rows.T, rows @ statistics.second @ rows.T)


def project_features(features: Tensor, rows: Tensor) -> Tensor:
    """Features (B, C, H, W) seen through a projection (size, C): (B, size, H, W)."""
    return F.conv2d(features, rows[:, :, None, None])


STYLE_LOSSES = {"moments": moment_loss, "gram": gram_loss}


def content_spread(target: Tensor) -> Tensor:
    """What `content_loss` divides by: the variance of a target (B, C, H, W) over its positions, (B,).

    A wholly flat target counts as if a hundredth of its energy varied: it would allow no paint at all.
    """
    variance = (target - target.mean((2, 3), keepdim=True)).square().mean((1, 2, 3))
    floor = 0.01 * target.square().mean((1, 2, 3)).clamp_min(1e-4)
    return torch.maximum(variance, floor)


def content_loss(features: Tensor, target: Tensor, spread: Tensor | None = None) -> Tensor:
    """Mean squared difference of feature maps (B, C, H, W) over the target's own variance: (B,).

    Gatys et al. (2016), equation 1, divided by the variance over positions, so that a flat sky and a busy street
    hold on to their content alike. `spread` is `content_spread(target)` where the caller keeps it.
    """
    error = (features - target).square().mean((1, 2, 3))
    return error / (content_spread(target) if spread is None else spread)


def total_variation(picture: Tensor, chroma: float = 1.0) -> Tensor:
    """Mean squared difference of neighbours, axes and diagonals weighted 2 : 1 (an isotropic nine-point stencil): (B,).

    With `chroma` other than 1 the differences of the picture's two opponent channels (red − green and yellow − blue)
    count that many times as much as those of its grey: brushes change colour more slowly than lightness.
    """
    picture = _opponents(picture, chroma)
    across = (picture[..., :, 1:] - picture[..., :, :-1]).square().mean((1, 2, 3))
    down = (picture[..., 1:, :] - picture[..., :-1, :]).square().mean((1, 2, 3))
    falling = (picture[..., 1:, 1:] - picture[..., :-1, :-1]).square().mean((1, 2, 3))
    rising = (picture[..., 1:, :-1] - picture[..., :-1, 1:]).square().mean((1, 2, 3))
    return (across + down) / 3 + (falling + rising) / 6


def variation_of_rows(rows: Tensor, size: tuple[int, int], last: bool, chroma: float = 1.0) -> Tensor:
    """What some rows of a picture of a (height, width) add to its `total_variation`: (B,).

    `rows` (B, 3, h, W) are these rows and the one below them, which is not one of them unless they are the `last`.
    """
    rows = _opponents(rows, chroma)
    height, width = size
    own = rows if last else rows[..., :-1, :]
    across = (own[..., :, 1:] - own[..., :, :-1]).square().sum((1, 2, 3)) / (height * (width - 1))
    down = (rows[..., 1:, :] - rows[..., :-1, :]).square().sum((1, 2, 3)) / ((height - 1) * width)
    falling = (rows[..., 1:, 1:] - rows[..., :-1, :-1]).square().sum((1, 2, 3))
    rising = (rows[..., 1:, :-1] - rows[..., :-1, 1:]).square().sum((1, 2, 3))
    diagonal = (falling + rising) / ((height - 1) * (width - 1))
    return ((across + down) / 3 + diagonal / 6) / rows.shape[1]


def _opponents(picture: Tensor, chroma: float) -> Tensor:
    """A picture as grey and two opponent channels, which count `chroma` times as much; itself where that is 1."""
    if chroma == 1.0:
        return picture
    scale = chroma**0.5
    rows = (
        (1, 1, 1),
        (scale * 1.5**0.5, -scale * 1.5**0.5, 0),
        (scale * 0.5**0.5, scale * 0.5**0.5, -scale * 2**0.5),
    )
    opponents = torch.tensor(rows, dtype=picture.dtype, device=picture.device) / 3**0.5
    return F.conv2d(picture, opponents[:, :, None, None])
