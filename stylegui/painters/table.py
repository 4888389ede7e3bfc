"""The one table of painters, and the works that the gallery ships."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stylegui.painters import (
    charcoal,
    cubist_facets,
    divided_strokes,
    flow_impasto,
    ink_wash,
    linocut,
    orphist_discs,
    palette_knife,
    stained_glass,
    watercolour,
)
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
        Painter("divided-strokes", "Divided strokes", divided_strokes.paint, divided_strokes.PALETTE),
        Painter("palette-knife", "Palette knife", palette_knife.paint, palette_knife.PALETTE),
        Painter("watercolour", "Watercolour", watercolour.paint, watercolour.PALETTE),
        Painter("ink-wash", "Ink wash", ink_wash.paint, ink_wash.PALETTE),
        Painter("linocut", "Linocut", linocut.paint, linocut.PALETTE),
        Painter("stained-glass", "Stained glass", stained_glass.paint, stained_glass.PALETTE),
        Painter("cubist-facets", "Cubist facets", cubist_facets.paint, cubist_facets.PALETTE),
        Painter("orphist-discs", "Orphist discs", orphist_discs.paint, orphist_discs.PALETTE),
        Painter("charcoal", "Charcoal and chalk", charcoal.paint, charcoal.PALETTE),
    )
}

TALL: Size = (832, 1024)

WORKS: tuple[Work, ...] = (
    Work("night-wind", "Night Wind over the Furrows", "Impasto", "flow-impasto", 1, ("night", "sky", "hills", "swirl")),
    Work(
        "river-at-noon", "The River at Noon", "Impressions", "divided-strokes", 1, ("river", "summer", "dabs", "light")
    ),
    Work(
        "harbour-morning",
        "Harbour, First Light",
        "Impasto",
        "palette-knife",
        1,
        ("harbour", "boats", "houses", "knife"),
    ),
    Work(
        "mountain-lake",
        "Below the White Peak",
        "Watercolour",
        "watercolour",
        1,
        ("mountains", "lake", "flowers", "wash"),
    ),
    Work("bamboo-mist", "Bamboo and Morning Mist", "Ink", "ink-wash", 1, ("bamboo", "mountains", "mist", "brush")),
    Work("gulls-at-sunrise", "Gulls at Sunrise", "Print", "linocut", 2, ("sea", "sun", "birds", "cut")),
    Work("sun-tree-window", "The Sun Tree", "Glass", "stained-glass", 1, ("tree", "sun", "lead", "light")),
    Work(
        "guitar-and-wine",
        "Table with Guitar and Wine",
        "Modern",
        "cubist-facets",
        1,
        ("still life", "guitar", "facets"),
        TALL,
    ),
    Work("turning-light", "Turning Light", "Modern", "orphist-discs", 3, ("abstract", "discs", "colour")),
    Work("listening-profile", "Listening", "Drawing", "charcoal", 1, ("portrait", "hatching", "chalk"), TALL),
)
