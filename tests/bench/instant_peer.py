"""Magenta's arbitrary stylisation (Ghiasi et al., BMVC 2017; int8), run here for its speed and its stability.

It takes a content picture of 384 × 384 px and no other size, and a style of 256 × 256. Its runtime comes with the
optional extra `bench`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine.images import Picture
from tests.bench.common import shared

CONTENT_PX, STYLE_PX = 384, 256
MISSING = "Magenta is left out: its runtime is not installed (pip install '.[bench]')."

Pixels = NDArray[np.float32]


class Magenta:
    """Both networks, loaded. Pictures are (H, W, 3), sRGB in [0, 1]."""

    def __init__(self, threads: int) -> None:
        """Raises ImportError without its runtime."""
        from ai_edge_litert.interpreter import Interpreter

        def network(part: str) -> Any:
            path = shared(f"peers/magenta/magenta_{part}_int8.tflite")
            loaded = Interpreter(str(path), num_threads=threads)
            loaded.allocate_tensors()
            return loaded

        self._reader, self._painter = network("predict"), network("transfer")
        self._inputs = {each["name"]: each["index"] for each in self._painter.get_input_details()}

    def style(self, picture: Picture) -> Pixels:
        """The vector of a style of any size, which is squeezed to a square."""
        image = Image.fromarray(picture.to_uint8()).resize((STYLE_PX, STYLE_PX), Image.Resampling.LANCZOS)
        self.take(image)
        return self.read()

    def take(self, image: Image.Image) -> None:
        """Set the style that `read` reads."""
        pixels = np.asarray(image, np.float32)[None] / 255
        self._reader.set_tensor(self._reader.get_input_details()[0]["index"], pixels)

    def read(self) -> Pixels:
        """One pass of the network that reads styles."""
        self._reader.invoke()
        vector: Pixels = self._reader.get_tensor(self._reader.get_output_details()[0]["index"])
        return vector

    def paint(self, content: Pixels, style: Pixels) -> Pixels:
        """A picture of 384 × 384 px in a style."""
        for name, index in self._inputs.items():
            self._painter.set_tensor(index, content[None] if "content" in name else style)
        self._painter.invoke()
        result: Pixels = self._painter.get_tensor(self._painter.get_output_details()[0]["index"])
        first: Pixels = result[0]
        return first


def magenta(threads: int) -> Magenta | None:
    """The peer, or None and a sentence where it cannot run."""
    try:
        return Magenta(threads)
    except ImportError:
        print(MISSING)
        return None
