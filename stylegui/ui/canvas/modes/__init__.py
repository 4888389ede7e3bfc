"""One module for each way of comparing: its panes, its painting, and what it does with mouse and keys."""

from stylegui.ui.canvas.modes.difference import Difference
from stylegui.ui.canvas.modes.flicker import Flicker
from stylegui.ui.canvas.modes.grid import Grid
from stylegui.ui.canvas.modes.labels import Label
from stylegui.ui.canvas.modes.lens import Lens
from stylegui.ui.canvas.modes.mode import Mode
from stylegui.ui.canvas.modes.side_by_side import SideBySide
from stylegui.ui.canvas.modes.single import Single
from stylegui.ui.canvas.modes.wipe import Wipe

__all__ = ["Difference", "Flicker", "Grid", "Label", "Lens", "Mode", "SideBySide", "Single", "Wipe"]
