"""The one table of sample photos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.samples import bust, coast, forest, room, still_life, street


@dataclass(frozen=True)
class Sample:
    """A rendered photo: `render(size)` gives (H, W, 3) uint8 sRGB."""

    id: str
    title: str
    render: Callable[[Size], Array]
    tags: tuple[str, ...]
    size: Size = (1024, 683)

    def record(self) -> dict[str, Any]:
        """What `samples.json` says about it."""
        return {
            "id": self.id,
            "title": self.title,
            "file": f"{self.id}.jpg",
            "size": list(self.size),
            "tags": list(self.tags),
            "licence": "CC0-1.0",
            "credit": "stylegui painters",
        }


SAMPLES: tuple[Sample, ...] = (
    Sample("coast-at-dusk", "Coast at dusk", coast.render, ("sea", "rocks", "lighthouse", "evening")),
    Sample("table-by-the-window", "Table by the window", still_life.render, ("still life", "fruit", "vase", "indoors")),
    Sample("plaster-bust", "Plaster bust", bust.render, ("sculpture", "portrait", "head", "window light"), (683, 1024)),
    Sample("street-after-rain", "Street after rain", street.render, ("street", "night", "lamps", "figure")),
    Sample("path-in-the-mist", "Path in the mist", forest.render, ("forest", "path", "sun rays", "morning")),
    Sample("afternoon-room", "Afternoon room", room.render, ("interior", "window", "armchair", "sunlight")),
)
