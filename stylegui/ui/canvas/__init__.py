"""The canvas: photo and result through one camera, comparison, drop zones and what floats above them."""

from stylegui.ui.canvas.compare import CompareMode
from stylegui.ui.canvas.view import CanvasView

__all__ = ["CanvasView", "CompareMode"]
