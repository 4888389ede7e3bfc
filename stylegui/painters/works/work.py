"""A finished picture of the gallery, and the rows in which collections list theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import Size
from stylegui.painters.table import PAINTERS

CREDIT = "stylegui painters"
LICENCE = "CC0-1.0"
WIDE: Size = (1024, 768)
BROAD: Size = (1024, 832)
SQUARE: Size = (1024, 1024)
TALL: Size = (832, 1024)
POSTER: Size = (800, 1024)
UPRIGHT: Size = (768, 1024)


@dataclass(frozen=True)
class Work:
    """One finished picture of the gallery: everything needed to paint it again."""

    id: str
    title: str
    collection: str
    painter: str
    seed: int
    tags: tuple[str, ...]
    size: Size = WIDE
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


@dataclass(frozen=True)
class Row:
    """A work as its collection lists it; `tags` are parted by commas."""

    id: str
    title: str
    painter: str
    seed: int
    tags: str
    size: Size = WIDE
    palette: Palette | None = None


def collection(title: str, *rows: Row) -> tuple[Work, ...]:
    """The works of a collection, in the order of its rows."""
    return tuple(
        Work(row.id, row.title, title, row.painter, row.seed, tuple(row.tags.split(", ")), row.size, row.palette)
        for row in rows
    )
