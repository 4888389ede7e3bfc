"""The one table of painters, and the works that the gallery ships."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stylegui.painters import flow_impasto, orphist_discs
from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import Size

CREDIT = "stylegui painters"
LICENCE = "CC0-1.0"


@dataclass(frozen=True)
class Painter:
    """A way of painting: `paint(size, seed, palette)` gives (H, W, 3) uint8 sRGB, the same for the same arguments."""

    id: str
    title: str
    paint: Callable[[Size, int, Palette], Array]
    palette: Palette


@dataclass(frozen=True)
class Work:
    """One finished picture of the gallery: everything needed to paint it again."""

    id: str
    title: str
    collection: str
    painter: str
    seed: int
    tags: tuple[str, ...]
    size: Size = (1024, 768)
    palette: Palette | None = None

    @property
    def colours(self) -> Palette:
        """Its own palette, or the painter's."""
        return self.palette or PAINTERS[self.painter].palette

    def paint(self, size: Size | None = None) -> Array:
        """(H, W, 3) uint8 sRGB, at its own size or another."""
        return PAINTERS[self.painter].paint(size or self.size, self.seed, self.colours)

    def record(self) -> dict[str, Any]:
        """What `style.json` says about it."""
        return {
            "title": self.title,
            "collection": self.collection,
            "painter": self.painter,
            "seed": self.seed,
            "size": list(self.size),
            "palette": list(self.colours.colours),
            "tags": list(self.tags),
            "licence": LICENCE,
            "credit": CREDIT,
        }


PAINTERS: dict[str, Painter] = {
    painter.id: painter
    for painter in (
        Painter("flow-impasto", "Flow impasto", flow_impasto.paint, flow_impasto.PALETTE),
        Painter("orphist-discs", "Orphist discs", orphist_discs.paint, orphist_discs.PALETTE),
    )
}

WORKS: tuple[Work, ...] = (
    Work("night-wind", "Night Wind over the Furrows", "Impasto", "flow-impasto", 1, ("night", "sky", "hills", "swirl")),
    Work("turning-light", "Turning Light", "Modern", "orphist-discs", 3, ("abstract", "discs", "colour")),
)
