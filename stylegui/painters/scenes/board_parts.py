"""What is soldered on a circuit board: chips, resistors, cans and lamps, with their pads and prints."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array

PITCH = 0.0128  # from trace to trace, in long sides


@dataclass(frozen=True)
class Part:
    """Something soldered on: its kind, its middle, its size, and whether it stands upright."""

    kind: str  # chip, resistor, can, lamp
    x: float
    y: float
    wide: float
    tall: float

    def outline(self) -> list[float]:
        """The printed box round it."""
        m = 0.0045
        return [
            self.x - self.wide / 2 - m,
            self.y - self.tall / 2 - m,
            self.x + self.wide / 2 + m,
            self.y + self.tall / 2 + m,
        ]

    def pads(self) -> list[list[float]]:
        """Its tinned pads as boxes."""
        x0, y0, x1, y1 = self.x - self.wide / 2, self.y - self.tall / 2, self.x + self.wide / 2, self.y + self.tall / 2
        if self.kind != "chip":
            flat = self.wide > self.tall
            half, long_ = 0.42 * min(self.wide, self.tall), 0.30 * max(self.wide, self.tall)
            ends = [(x0, self.y), (x1, self.y)] if flat else [(self.x, y0), (self.x, y1)]
            reach = (long_, half) if flat else (half, long_)
            return [[x - reach[0] / 2, y - reach[1], x + reach[0] / 2, y + reach[1]] if flat else
                    [x - half, y - reach[1] / 2, x + half, y + reach[1] / 2] for x, y in ends]  # fmt: skip
        pins = []
        out, thick = 0.0105, 0.0026
        for k in range(1, max(2, round(self.wide / PITCH * 1.3))):
            px = x0 + self.wide * k / max(2, round(self.wide / PITCH * 1.3))
            pins += [[px - thick, y0 - out, px + thick, y0 + 0.002], [px - thick, y1 - 0.002, px + thick, y1 + out]]
        for k in range(1, max(2, round(self.tall / PITCH * 1.3))):
            py = y0 + self.tall * k / max(2, round(self.tall / PITCH * 1.3))
            pins += [[x0 - out, py - thick, x0 + 0.002, py + thick], [x1 - 0.002, py - thick, x1 + out, py + thick]]
        return pins

    def bodies(self) -> list[tuple[str, list[float], str]]:
        """What stands on the board: (round or box, corners, look), from below upwards."""
        x0, y0, x1, y1 = self.x - self.wide / 2, self.y - self.tall / 2, self.x + self.wide / 2, self.y + self.tall / 2
        if self.kind == "chip":
            shapes = [("box", [x0, y0, x1, y1], "part")]
            if min(self.wide, self.tall) > 0.09:
                w, t = self.wide * 0.27, self.tall * 0.27
                shapes.append(("box", [self.x - w, self.y - t, self.x + w, self.y + t], "tin"))
            return shapes
        if self.kind == "can":
            r = self.wide / 2
            top = [self.x - 0.8 * r, self.y - 0.8 * r, self.x + 0.8 * r, self.y + 0.8 * r]
            return [("round", [x0, y0, x1, y1], "part"), ("round", top, "tin")]
        if self.kind == "lamp":
            return [("round", [x0, y0, x1, y1], "light" if (self.x * 977) % 2 < 1 else "cool")]
        cut = np.array([0.18 * self.wide, 0.0]) if self.wide > self.tall else np.array([0.0, 0.18 * self.tall])
        look = "pale" if (self.x * 751) % 2 < 1 else "part"
        return [("box", [x0 + cut[0], y0 + cut[1], x1 - cut[0], y1 - cut[1]], look)]

    def legend(self, rng: np.random.Generator) -> list[Array]:
        """Printed figures on a chip, and the dot at its first pin."""
        if self.kind != "chip" or min(self.wide, self.tall) > 0.09:
            return []
        lines = []
        for row in (-0.14, 0.14):
            y, x = self.y + row * self.tall, self.x - 0.32 * self.wide
            while x < self.x + 0.28 * self.wide:
                knots = rng.uniform(-1, 1, (3, 2)) * [0.0026, 0.0036] + [x, y]
                lines.append(knots)
                x += 0.0085
        return lines
