"""Places inside a network where a run can be stopped or paused."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

Check = Callable[[], None]


def interruptible(features: Tensor, check: Check | None) -> Tensor:
    """Call `check` now, and again when the gradient passes here on its way back.

    One step on a large picture takes seconds; a cancel that had to wait for its end would feel like a hang. An
    exception from `check` ends the forward or the backward pass where it is.
    """
    if check is None:
        return features
    check()
    if features.requires_grad:

        def on_gradient(_gradient: Tensor) -> None:
            check()

        features.register_hook(on_gradient)
    return features
