"""What comes to the board: read in the background, put into the document's store, and made into pins."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPointF, Signal

from stylegui.engine.images import Picture, PictureError, decode_picture, load_picture
from stylegui.jobs.task import TaskPool
from stylegui.library import Style
from stylegui.project.arranging import clustered
from stylegui.project.board import CAPTION_PX, Kind, Pin
from stylegui.project.document import Version
from stylegui.project.store import PictureStore

KEPT_PX = 2048
"""Pictures that come from files are kept with a long side of at most this: a board is to be looked at."""
COLOURS = 6


@dataclass(frozen=True)
class Wish:
    """One thing to be pinned; `keep` puts its picture into a store and gives digest and size (PictureError)."""

    kind: Kind
    keep: Callable[[PictureStore], tuple[str, tuple[int, int]]]
    ref: str = ""
    text: str = ""


@dataclass(frozen=True)
class Arrival:
    """Pins, around the point where they are wanted (None: anywhere), and why others did not come."""

    pins: tuple[Pin, ...]
    at: QPointF | None
    troubles: tuple[str, ...] = ()


def picture_wish(source: Path | bytes) -> Wish:
    """A picture file, or the content of one."""
    return Wish("picture", functools.partial(_keep_source, source))


def shown_wish(picture: Picture) -> Wish:
    """A picture that is in memory already, such as the photo."""
    return Wish("picture", functools.partial(_keep_small, picture))


def style_wish(style: Style) -> Wish:
    """A style of the gallery, with its title."""
    return Wish("style", functools.partial(_keep_source, style.path), style.id, style.title)


def version_wish(version: Version, text: str) -> Wish:
    """A version of the document."""
    return Wish("version", functools.partial(_keep_version, version), version.id, text)


class Pinning(QObject):
    """Makes pins of wishes."""

    arrived = Signal(object)
    """An `Arrival`."""
    palette_taken = Signal(str, object)
    """The id of the pin that the colours ("#rrggbb") are of, "" for another picture; and the colours."""
    failed = Signal(str)

    def __init__(self, store: PictureStore, tasks: TaskPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks

    def pin(self, wishes: Sequence[Wish], at: QPointF | None) -> None:
        """Pin these around a point of the board, or where there is room."""
        if wishes:
            work = functools.partial(_keep_all, tuple(wishes), self._store, at)
            self._tasks.run(work, self.arrived.emit, self.failed.emit)

    def take_palette(self, pin_id: str, digest: str) -> None:
        """Look which colours a pinned picture has."""
        work = functools.partial(_colours_kept, self._store, digest)
        self._tasks.run(work, functools.partial(self.palette_taken.emit, pin_id), self.failed.emit)

    def take_palette_of(self, picture: Picture) -> None:
        """Look which colours a picture has."""
        work = functools.partial(_colours, picture)
        self._tasks.run(work, functools.partial(self.palette_taken.emit, ""), self.failed.emit)


def _keep_all(wishes: Sequence[Wish], store: PictureStore, at: QPointF | None) -> Arrival:
    """What can be had; several things in columns around the point."""
    kept: list[tuple[Wish, str, tuple[int, int]]] = []
    troubles: list[str] = []
    for wish in wishes:
        try:
            digest, size = wish.keep(store)
        except PictureError as error:
            troubles.append(str(error))
            continue
        kept.append((wish, digest, size))
    if not kept:
        return Arrival((), at, tuple(troubles))
    feet = [CAPTION_PX if wish.text else 0.0 for wish, _, _ in kept]
    centre = (at.x(), at.y()) if at is not None else (0.0, 0.0)
    boxes = clustered([size for _, _, size in kept], feet, centre)
    pins = [
        Pin(kind=wish.kind, x=0, y=0, width=100, height=100, digest=digest, ref=wish.ref, text=wish.text).placed(box)
        for (wish, digest, _), box in zip(kept, boxes, strict=True)
    ]
    return Arrival(tuple(pins), at, tuple(troubles))


def _keep_source(source: Path | bytes, store: PictureStore) -> tuple[str, tuple[int, int]]:
    picture = decode_picture(source, "picture") if isinstance(source, bytes) else load_picture(source)
    return _keep_small(picture, store)


def _keep_small(picture: Picture, store: PictureStore) -> tuple[str, tuple[int, int]]:
    small = picture.resized(KEPT_PX, allow_up=False)
    if small.pixels.dtype.itemsize > 1:
        alpha = None if small.alpha is None else (small.alpha // 257).astype(np.uint8)
        small = replace(small, pixels=small.to_uint8(), alpha=alpha)
    return store.put(small), small.size


def _keep_version(version: Version, _store: PictureStore) -> tuple[str, tuple[int, int]]:
    return version.held_picture.keep().digest, version.size


def _colours_kept(store: PictureStore, digest: str) -> tuple[str, ...]:
    return _colours(store.thumbnail(digest, KEPT_PX))


def _colours(picture: Picture) -> tuple[str, ...]:
    # The painters are imported when they are needed: the main window does not wait for them.
    from stylegui.painters.palettes import palette_from

    return palette_from(picture.to_uint8(), COLOURS).colours
