"""A plan for a print in four inks: regions drawn over one another, each with its share of every ink."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.scenes.stage import Plate, Stage

Tone = Array | float


class Separations:
    """Regions are numbers in one plane; `tones` says for each how much of the four inks it takes, flat or (H, W)."""

    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        self.stage, self.rng = stage, rng
        self.plane = Plate(stage)
        self.tones: list[tuple[Tone, Tone, Tone, Tone]] = [(0.0, 0.0, 0.0, 0.0)]

    def region(self, first: Tone = 0.0, second: Tone = 0.0, third: Tone = 0.0, fourth: Tone = 0.0) -> int:
        """A new region with its ink shares; returns its number."""
        self.tones.append((first, second, third, fourth))
        return len(self.tones) - 1

    def everywhere(self, region: int) -> None:
        """Start with one region all over."""
        self.plane.image.paste(region, (0, 0, *self.plane.image.size))

    def inks(self) -> list[Array]:
        """The four films (H, W), 0 to 1, as they would be sent to the drums."""
        films = [np.zeros(self.stage.size[::-1], np.float32) for _ in range(4)]
        for number, tones in enumerate(self.tones):
            if any(not np.isscalar(tone) or tone for tone in tones):
                mask = self.plane.mask(number)
                for film, tone in zip(films, tones, strict=True):
                    if not np.isscalar(tone) or tone:
                        film += mask * np.clip(tone, 0, 1)
        return [np.clip(film, 0, 1) for film in films]
