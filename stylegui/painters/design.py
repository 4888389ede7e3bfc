"""A style picture of one's own: which painter, seed, colours and shape make it, and what its card says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from stylegui.painters.colour import Palette
from stylegui.painters.field import Size
from stylegui.painters.fitting import fitted
from stylegui.painters.naming import proposed_title
from stylegui.painters.table import PAINTERS
from stylegui.painters.works import Work

FULL_PX = 1024

SHAPES: dict[str, tuple[int, int]] = {"landscape": (4, 3), "portrait": (13, 16), "square": (1, 1)}
"""Orientations as (width, height)."""


@dataclass(frozen=True)
class Design:
    """All that decides what a picture looks like. No `colours` means the painter's own.

    `placed` says that the colours stand in the painter's places already; else they are fitted to them.
    """

    painter: str
    seed: int = 1
    colours: tuple[str, ...] = ()
    placed: bool = False
    shape: str = "landscape"

    def size(self, long_px: int = FULL_PX) -> Size:
        """(width, height) with a long side of `long_px`."""
        width, height = SHAPES[self.shape]
        return round(long_px * width / max(width, height)), round(long_px * height / max(width, height))

    @property
    def palette(self) -> Palette:
        """The colours in the painter's places."""
        own = PAINTERS[self.painter].palette
        if not self.colours:
            return own
        given = Palette(self.colours)
        return given if self.placed else fitted(given, own)

    def title(self) -> str:
        """A proposal."""
        return proposed_title(Palette(self.colours) if self.colours else self.palette, self.seed)

    def card(self, title: str, palette_title: str = "", long_px: int = FULL_PX) -> dict[str, Any]:
        """What `style.json` says about the picture: enough to paint it again."""
        painter = PAINTERS[self.painter]
        tags = tuple(word.lower() for word in (painter.title, palette_title) if word)
        work = Work("", title, "", self.painter, self.seed, tags, self.size(long_px), self.palette)
        return {key: value for key, value in work.record().items() if key != "collection"}

    def with_colours(self, colours: tuple[str, ...], *, placed: bool = False) -> Design:
        """The same with other colours."""
        return replace(self, colours=colours, placed=placed)
