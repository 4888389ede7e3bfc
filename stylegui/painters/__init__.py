"""The program's own painters: style pictures made by code, deterministic by seed, free to use (CC0-1.0). No Qt.

`PAINTERS` is the table of painters, `WORKS` the list of finished pictures; `python -m stylegui.painters` repaints them.
"""

from stylegui.painters.colour import Palette
from stylegui.painters.table import PAINTERS, Painter
from stylegui.painters.works import WORKS, Work

__all__ = ["PAINTERS", "WORKS", "Painter", "Palette", "Work"]
