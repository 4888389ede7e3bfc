"""How fast a run goes, and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from stylegui.engine import cost
from stylegui.engine.control import RunControl
from stylegui.engine.plan import Scale

SMOOTHING = 0.8
FIRST_STEPS = 3
"""So many steps are too few to tell by."""


class Pace:
    """Times the steps of a run. `canvas` gives the height and width of a scale, `stride` is the encoder's everyday one.

    Time that the run has waited in a pause does not count.
    """

    def __init__(self, control: RunControl, canvas: Callable[[Scale], tuple[int, int]], stride: int) -> None:
        self._control, self._canvas, self._stride = control, canvas, stride
        self._started = self.clock()
        self.seconds_per_pixel = 0.0

    def clock(self) -> float:
        """Seconds, without those of pauses."""
        return time.monotonic() - self._control.waited_s

    @property
    def elapsed_s(self) -> float:
        return self.clock() - self._started

    def go_on(self, elapsed_s: float, seconds_per_pixel: float) -> None:
        """Count on from a run that was torn off."""
        self._started -= elapsed_s
        self.seconds_per_pixel = seconds_per_pixel

    def took(self, scale: Scale, seconds: float) -> None:
        """A step of this scale took so long."""
        pace = seconds / self._work(scale)
        known = self.seconds_per_pixel
        self.seconds_per_pixel = SMOOTHING * known + (1 - SMOOTHING) * pace if known else pace

    def eta_s(self, plan: Sequence[Scale], step: int) -> float | None:
        """Seconds from after this step to the end of the plan; None while that cannot be told."""
        if step <= FIRST_STEPS:
            return None
        left, begin = 0.0, 0
        for scale in plan:
            left += max(0, begin + scale.steps - max(step, begin)) * self._work(scale)
            begin += scale.steps
        return self.seconds_per_pixel * left

    def _work(self, scale: Scale) -> float:
        """What a step costs, in pixels at the encoder's everyday stride."""
        height, width = self._canvas(scale)
        return height * width * cost.effort(scale, self._stride)
