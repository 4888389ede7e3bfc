"""How far an encoder sees: which pixels of a picture a feature depends on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stylegui.engine.encoders import fire, vgg
from stylegui.engine.encoders.encoder import EncoderKind


@dataclass(frozen=True)
class Reach:
    """Unit i of a layer depends on the pixels from i × `step` − `before` to i × `step` + `after`, each way."""

    before: int
    after: int
    step: int

    def layer(self, kernel: int, stride: int, padding: int) -> Reach:
        """The reach of a layer of this kernel that reads from the one at hand."""
        before = self.before + padding * self.step
        after = self.after + (kernel - 1 - padding) * self.step
        return Reach(before, after, self.step * stride)


def reach(kind: EncoderKind, tap: str, stride: int | None = None) -> Reach:
    """The reach of a layer, counted through all convolutions and pools; `stride` is that of the first layer (None: the
    everyday one) and means nothing to VGG-19."""
    pool = 2 if kind.id == "vgg19" else 3
    pools = vgg.POOL_BEFORE if kind.id == "vgg19" else fire.POOL_BEFORE
    first = 1 if kind.id == "vgg19" else (kind.stride if stride is None else stride)
    found = Reach(0, 0, 1).layer(3, first, 1)
    for name in kind.layers[1 : kind.layers.index(tap) + 1]:
        if name in pools:
            found = found.layer(pool, 2, 0)
        found = found.layer(3, 1, 1)
    return found


@dataclass(frozen=True)
class Margins:
    """What a tile needs around itself so that each feature inside it is the whole picture's.

    `unit` is the step of the deepest layer: tiles begin at its multiples, or their features would lie on another grid.
    `before` and `after` are pixels above and below (left and right), multiples of it.
    """

    unit: int
    before: int
    after: int


def margins(kind: EncoderKind, taps: Iterable[str], stride: int | None = None) -> Margins:
    """The margins of tiles in which these layers are looked at."""
    seen = [reach(kind, tap, stride) for tap in taps]
    unit = max(each.step for each in seen)
    before = max(each.before for each in seen)
    # The last unit inside a tile stands a step before its end.
    after = max(each.after - each.step + 1 for each in seen)
    return Margins(unit, -(-before // unit) * unit, -(-after // unit) * unit)
