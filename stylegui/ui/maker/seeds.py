"""The seeds an artist has gone through, as a browser keeps its pages."""

from __future__ import annotations

import random

FIRST = 1
LARGEST = 999


class SeedHistory:
    """Begins with one seed; `shuffle` adds a new one after the current, `back` and `forward` go along the way."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._seeds = [FIRST]
        self._place = 0

    @property
    def current(self) -> int:
        return self._seeds[self._place]

    @property
    def can_go_back(self) -> bool:
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        return self._place < len(self._seeds) - 1

    def shuffle(self) -> None:
        """Go to a seed that has not been yet, and forget what lay ahead.

        Painters count through their motifs with the seed. A step that neither 2 nor 3 divides changes the motif of
        those that have two, three, four or six.
        """
        del self._seeds[self._place + 1 :]
        fresh = [seed for seed in range(1, LARGEST + 1) if seed not in self._seeds]
        new_motif = [seed for seed in fresh if (seed - self.current) % 6 in (1, 5)]
        self._seeds.append(self._rng.choice(new_motif or fresh or [FIRST]))
        self._place += 1

    def back(self) -> None:
        self._place = max(0, self._place - 1)

    def forward(self) -> None:
        self._place = min(len(self._seeds) - 1, self._place + 1)
