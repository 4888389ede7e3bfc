"""Pictures that are only looked at for a moment: read away from the window's thread, then shown over the canvas."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from stylegui.jobs.task import LatestTask, TaskPool
from stylegui.project.document import Version
from stylegui.project.making import MakingOf
from stylegui.ui.canvas import CanvasView
from stylegui.ui.canvas.pixels import picture_image

LARGEST_PX = 2560
"""A glimpse is no proof: this fills a screen, and is read in a moment."""

Read = Callable[[], QImage]


@dataclass(frozen=True, eq=False)
class _Wish:
    label: str
    read: Read


class Glimpse(QObject):
    """One glimpse at a time; the newest wish wins, and older pictures that come late are not shown."""

    failed = Signal(str)

    def __init__(self, canvas: CanvasView, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._wish: _Wish | None = None
        self._task = LatestTask(tasks, self._take, self._fail, self)

    @property
    def label(self) -> str:
        """What is glimpsed at, or will be in a moment; "" for nothing."""
        return self._wish.label if self._wish is not None else ""

    def show(self, label: str, read: Read) -> None:
        """Show under this label what `read` gives in another thread."""
        self._wish = wish = _Wish(label, read)
        self._task.run(functools.partial(_carried_out, wish))

    def end(self) -> None:
        """Show again what the canvas is about."""
        if self._wish is not None:
            self._wish = None
            self._canvas.set_glimpse(None)

    def _take(self, result: tuple[_Wish, QImage]) -> None:
        wish, image = result
        if wish is self._wish:
            self._canvas.set_glimpse(image, wish.label)

    def _fail(self, text: str) -> None:
        self.end()
        self.failed.emit(text)


def version_reader(version: Version) -> Read:
    """Reads a version's picture, as large as a glimpse may be."""
    return lambda: picture_image(version.thumbnail(LARGEST_PX))


def still_reader(making: MakingOf, place: int) -> Read:
    """Reads a still of a making; it may raise MakingError."""
    return lambda: picture_image(making.picture(place))


def _carried_out(wish: _Wish) -> tuple[_Wish, QImage]:
    return wish, wish.read()
