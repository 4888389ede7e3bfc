"""The works that the gallery ships, one module a collection: which painter, seed and palette make each picture."""

from __future__ import annotations

from stylegui.painters.works.craft import CRAFT
from stylegui.painters.works.drawing import DRAWING
from stylegui.painters.works.glass import GLASS
from stylegui.painters.works.impasto import IMPASTO
from stylegui.painters.works.impressions import IMPRESSIONS
from stylegui.painters.works.ink import INK
from stylegui.painters.works.modern import MODERN
from stylegui.painters.works.nature import NATURE
from stylegui.painters.works.ornament import ORNAMENT
from stylegui.painters.works.prints import PRINTS
from stylegui.painters.works.street import STREET
from stylegui.painters.works.textile import TEXTILE
from stylegui.painters.works.watercolour import WATERCOLOUR
from stylegui.painters.works.work import Work

__all__ = ["WORKS", "Work"]

WORKS: tuple[Work, ...] = (
    *IMPASTO,
    *IMPRESSIONS,
    *WATERCOLOUR,
    *INK,
    *PRINTS,
    *DRAWING,
    *GLASS,
    *TEXTILE,
    *CRAFT,
    *ORNAMENT,
    *MODERN,
    *NATURE,
    *STREET,
)
