"""The picture as a variable: Adam on pixels, with a state that can be carried from one canvas size to the next."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

Closure = Callable[[Tensor], Tensor]

BETA1, BETA2 = 0.9, 0.99
EPSILON = 1e-8
AVERAGE_DECAY = 0.9
HISTORY = 10
"""Curvature pairs that L-BFGS remembers."""
LBFGS_LISTS = ("old_dirs", "old_stps", "ro")
STRIP_PIXELS = 1 << 18


def resize(picture: Tensor, height: int, width: int) -> Tensor:
    """Bicubic, without aliasing where it shrinks."""
    if picture.shape[-2:] == (height, width):
        return picture
    return F.interpolate(picture, size=(height, width), mode="bicubic", antialias=True, align_corners=False)


@dataclass(frozen=True, eq=False)
class PictureState:
    """All that the next steps of a `PaintedPicture` depend on: its tensors, not copied, and its numbers, by name."""

    tensors: Mapping[str, Tensor]
    numbers: Mapping[str, float]


class PaintedPicture:
    """A picture under optimisation: pixels (1, 3, H, W) in [0, 1], Adam's moments, and the average of late pixels.

    The average (exponential, bias-corrected) is what is shown and kept: single iterates of Adam tremble.
    """

    def __init__(self, pixels: Tensor, learning_rate: float) -> None:
        pixels = pixels.detach().clone()
        self._own(pixels, torch.zeros_like(pixels), torch.zeros_like(pixels), torch.zeros_like(pixels), learning_rate)

    def _own(self, pixels: Tensor, first: Tensor, second: Tensor, total: Tensor, learning_rate: float) -> None:
        self.pixels, self.first, self.second, self._sum = pixels, first, second, total
        self.learning_rate = learning_rate
        self.steps = 0
        self._weight = 0.0
        self._lbfgs: torch.optim.LBFGS | None = None
        self._variable = self.pixels

    @classmethod
    def owning(
        cls, pixels: Tensor, first: Tensor, second: Tensor, total: Tensor, learning_rate: float
    ) -> PaintedPicture:
        """A picture of these tensors themselves: of a large one every copy counts."""
        picture = cls.__new__(cls)
        picture._own(pixels, first, second, total, learning_rate)
        return picture

    def state(self) -> PictureState:
        """The state between two steps. It stays as it is until the next step has come to its end."""
        tensors = {"pixels": self.pixels, "first": self.first, "second": self.second, "sum": self._sum}
        numbers = {"learning_rate": self.learning_rate, "steps": self.steps, "weight": self._weight}
        if self._lbfgs is not None:
            for name, value in self._lbfgs.state[self._variable].items():
                # torch overwrites the gradient in place while it looks for the next step, and the lists grow.
                if isinstance(value, Tensor):
                    tensors[f"lbfgs.{name}"] = value.clone()
                elif isinstance(value, (int, float)):
                    numbers[f"lbfgs.{name}"] = value
                elif name in LBFGS_LISTS:
                    tensors |= {f"lbfgs.{name}.{index}": each for index, each in enumerate(value or ())}
        return PictureState(tensors, numbers)

    @classmethod
    def of_state(cls, state: PictureState) -> PaintedPicture:
        """A picture that goes on exactly as the one whose `state` it was; the tensors become its own."""
        tensors, numbers = state.tensors, state.numbers
        pixels, first, second, total = (tensors[name] for name in ("pixels", "first", "second", "sum"))
        picture = cls.owning(pixels, first, second, total, numbers["learning_rate"])
        picture.steps, picture._weight = int(numbers["steps"]), numbers["weight"]
        known: dict[str, Any] = {name: [] for name in LBFGS_LISTS}
        for name, value in [*tensors.items(), *numbers.items()]:
            kind, _, key = name.partition(".")
            key, _, index = key.partition(".")
            if kind == "lbfgs" and index:
                known[key].append(value)
            elif kind == "lbfgs":
                known[key] = value
        if "n_iter" in known:
            picture._make_lbfgs().state[picture._variable] = known
        return picture

    @property
    def average(self) -> Tensor:
        """The bias-corrected average of the pixels so far at this size."""
        return self._sum / self._weight if self._weight else self.pixels

    def average_rows(self, rows: slice) -> Tensor:
        """Some rows of `average`."""
        return self._sum[..., rows, :] / self._weight if self._weight else self.pixels[..., rows, :]

    def reduced(self, long_px: int) -> Tensor:
        """A copy of `average`, at most `long_px` long, for showing: each pixel the mean of a square."""
        square = -(-max(self.pixels.shape[2:]) // long_px)
        small = F.avg_pool2d(self._sum if self._weight else self.pixels, square, ceil_mode=True)
        return small / (self._weight or 1.0)

    def _take_average(self) -> None:
        self._sum.mul_(AVERAGE_DECAY).add_(self.pixels, alpha=1 - AVERAGE_DECAY)
        self._weight = self._weight * AVERAGE_DECAY + (1 - AVERAGE_DECAY)

    def step_adam(self, closure: Closure) -> float:
        """One step of Adam (Kingma and Ba 2015) on the closure's loss, clamped to the gamut; returns the loss.

        Where the loss or its gradient is not finite nothing is changed and NaN is returned (see `recover`).
        """
        # A tensor of its own: where the closure raises, `self.pixels` is still a plain picture.
        pixels = self.pixels.detach().requires_grad_(True)
        loss = closure(pixels)
        (gradient,) = torch.autograd.grad(loss, pixels)
        # One sum tells of every value of both: a loss can be finite where its gradient is not.
        value = float(loss.detach())
        if not math.isfinite(value) or not math.isfinite(float(gradient.sum())):
            return math.nan
        self.steps += 1
        self._move(slice(None), gradient)
        self._take_average()
        return value

    def step_given(self, value: float, gradient: Tensor) -> float:
        """The same step with a gradient (1, 3, H, W) that was found elsewhere, beside the loss `value`; in strips, so
        that it takes no memory worth telling."""
        if not math.isfinite(value) or not math.isfinite(float(gradient.sum())):
            return math.nan
        self.steps += 1
        height, width = gradient.shape[2:]
        size = max(1, STRIP_PIXELS // width)
        for top in range(0, height, size):
            rows = slice(top, min(height, top + size))
            self._move(rows, gradient[..., rows, :])
        self._take_average()
        return value

    def _move(self, rows: slice, gradient: Tensor) -> None:
        """Some rows of the picture by Adam's step number `steps`."""
        pixels, first, second = (each[..., rows, :] for each in (self.pixels, self.first, self.second))
        first.lerp_(gradient, 1 - BETA1)
        second.lerp_(gradient.square(), 1 - BETA2)
        size1, size2 = 1 - BETA1**self.steps, 1 - BETA2**self.steps
        denominator = (second / size2).sqrt_().add_(EPSILON)
        pixels.addcdiv_(first, denominator, value=-self.learning_rate / size1).clamp_(0, 1)

    def step_lbfgs(self, closure: Closure) -> float:
        """One iteration of L-BFGS with a strong-Wolfe line search; the pixels are clamped after it.

        The closure must give the same loss for the same pixels, or the line search is lost. Where the loss or the
        found pixels are not finite the picture is left as it was and NaN is returned (see `recover`).
        """
        optimiser = self._lbfgs or self._make_lbfgs()
        variable = self._variable

        def evaluate() -> Tensor:
            loss = closure(variable)
            (variable.grad,) = torch.autograd.grad(loss, variable)
            return loss.detach()

        with torch.no_grad():
            variable.copy_(self.pixels)
        value = float(optimiser.step(evaluate))
        found = variable.detach()
        if not math.isfinite(value) or not math.isfinite(float(found.sum())):
            return math.nan
        self.pixels = found.clamp(0, 1)
        self._take_average()
        return value

    def _make_lbfgs(self) -> torch.optim.LBFGS:
        # A variable of its own: a line search that is interrupted leaves its last trial behind.
        self._variable = self.pixels.clone().requires_grad_(True)
        self._lbfgs = torch.optim.LBFGS(
            [self._variable], max_iter=1, history_size=HISTORY, line_search_fn="strong_wolfe"
        )
        return self._lbfgs

    def recover(self) -> None:
        """After a step that was not finite: back to the average, forget the moments, and go on at half the rate."""
        self.pixels = self.average.clone()
        self.first.zero_()
        self.second.zero_()
        self.steps = 0
        self._lbfgs = None
        self.learning_rate /= 2

    def at_size(self, height: int, width: int) -> PaintedPicture:
        """The same picture on a canvas of another size.

        It starts from the average, with Adam's moments resized (the second one linearly, so that it stays positive):
        the new scale goes on where the old one was instead of warming up again (crowsonkb/style-transfer-pytorch).
        """
        pixels = resize(self.average.detach(), height, width).clamp(0, 1)
        if not self.steps:
            return PaintedPicture(pixels, self.learning_rate)
        first = resize(self.first, height, width)
        second = F.interpolate(self.second, size=(height, width), mode="bilinear", align_corners=False).clamp_min_(0)
        grown = PaintedPicture.owning(pixels, first, second, torch.zeros_like(pixels), self.learning_rate)
        grown.steps = self.steps
        return grown
