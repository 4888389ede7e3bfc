"""Ware to be broken and mended."""

from __future__ import annotations

from dataclasses import dataclass, field

from stylegui.painters.colour import Array
from stylegui.painters.scenes.stage import Stage


@dataclass
class Ware:
    """A piece before it breaks.

    mask (H, W): where it is; lab (H, W, 3): its painted body; tilt_x, tilt_y (H, W): how it leans, as the sideways
    parts of its normal; shade: how much light and shade it takes; behind (H, W, 3): what stands behind it; before: a
    mask and colours of what stands before it. blow: where it was hit; reach and seam: scale of breaks and of the gold;
    chips: lost pieces, (N, 2) outlines.
    """

    stage: Stage
    mask: Array
    lab: Array
    tilt_x: Array
    tilt_y: Array
    shade: float
    behind: Array
    blow: tuple[float, float]
    reach: float = 1.0
    seam: float = 1.0
    before: tuple[Array, Array] | None = None
    chips: list[Array] = field(default_factory=list)
