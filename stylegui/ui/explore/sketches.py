"""Small pictures for the sheet, made in the lane's thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QImage

from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, Frame, Progress
from stylegui.engine.images import Picture, load_picture
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest
from stylegui.project.exploring import Cell
from stylegui.project.setup import EngineId
from stylegui.ui.canvas.pixels import picture_image

KEPT_STYLES = 16
STYLE_PX = 768
"""Styles are kept no larger than that: a small picture sees no more of them."""

StyleSource = Path | Picture


class Sketches:
    """Paints cells. Every method is called in the lane's thread, one at a time."""

    def __init__(self, engines: Mapping[str, Engine]) -> None:
        self._engines = engines
        self._photo: Picture | None = None
        self._small: dict[int, Picture] = {}
        self._styles: OrderedDict[Path, Picture] = OrderedDict()

    def make(
        self,
        cell: Cell,
        engine: EngineId,
        photo: Picture,
        sources: Sequence[StyleSource],
        size_px: int,
        device: str,
        control: RunControl,
    ) -> QImage:
        """The picture of a cell, with a long side of `size_px`. Raises EngineError, PictureError and Cancelled."""
        styles = []
        for source, weight in zip(sources, cell.weights.values(), strict=True):
            styles.append(StyleInput(self._style(source), weight))
            control.checkpoint()
        params = cell.setup.preview(size_px) if engine == "instant" else _draft(cell.setup.paint, size_px)
        request = TransferRequest(self._shrunk(photo, size_px), tuple(styles), params, engine=engine, device=device)
        result = self._engines[engine].run(request, control, _Silence())
        control.checkpoint()
        return picture_image(result.picture)

    def _style(self, source: StyleSource) -> Picture:
        if isinstance(source, Picture):
            return source
        if source not in self._styles:
            self._styles[source] = load_picture(source).resized(STYLE_PX, allow_up=False)
            while len(self._styles) > KEPT_STYLES:
                self._styles.popitem(last=False)
        self._styles.move_to_end(source)
        return self._styles[source]

    def _shrunk(self, photo: Picture, size_px: int) -> Picture:
        if photo is not self._photo:
            self._photo, self._small = photo, {}
        if size_px not in self._small:
            self._small = {size_px: photo.resized(size_px, allow_up=False)}
        return self._small[size_px]


def _draft(params: PaintParams, size_px: int) -> PaintParams:
    """As the artist has set it, but quick and small."""
    return params.model_copy(update={"preset": "draft", "size_px": size_px, "start": "instant", "encoder": "builtin"})


class _Silence:
    """Nobody watches a small picture being made."""

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None: ...

    def progress(self, progress: Progress) -> None: ...

    def notice(self, text: str) -> None: ...
