"""Thumbnails of styles, and what is learnt about a picture when the first one is made."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from stylegui.library import records
from stylegui.library.catalogue import Catalogue
from stylegui.library.errors import LibraryError
from stylegui.library.identity import look_of
from stylegui.library.palette import main_colours
from stylegui.library.records import FileState, Record
from stylegui.library.style import Style
from stylegui.library.thumbnails import ThumbnailCache


class Previews:
    """Finds a style's thumbnail by its content, so that it is there for a picture that was moved or is gone."""

    def __init__(self, catalogue: Catalogue, cache: ThumbnailCache) -> None:
        self._catalogue = catalogue
        self._cache = cache

    def path(self, style: Style, size_px: int) -> Path:
        """Where the thumbnail is or will be. Raises OSError if nothing is known of the picture."""
        return self._cache.path(style.path, size_px, self._state(style))

    def make(self, style: Style, size_px: int) -> Path:
        """The thumbnail, made now where it is missing. Raises PictureError or OSError."""
        return self._cache.make(style.path, size_px, self._state(style), partial(self._learn, style.id))

    def content(self, style: Style, size_px: int) -> bytes:
        """The thumbnail as the content of a JPEG file, also where it cannot be kept. Raises PictureError or OSError."""
        return self._cache.content(style.path, size_px, self._state(style), partial(self._learn, style.id))

    def _record(self, style_id: str) -> Record | None:
        return self._catalogue.ask(partial(records.records, ids=[style_id])).get(style_id)

    def _state(self, style: Style) -> FileState | None:
        record = self._record(style.id)
        return None if record is None else record.state

    def _learn(self, style_id: str, image: Image.Image, size: tuple[int, int]) -> None:
        """Note what shows only when a picture is decoded, where nobody has done so before."""
        record = self._record(style_id)
        if record is None or (record.look is not None and record.style.palette and any(record.style.size)):
            return
        style = replace(record.style, palette=record.style.palette or main_colours(np.asarray(image)), size=size)
        fresh = replace(record, style=style, look=look_of(image))
        with suppress(LibraryError):  # the next thumbnail tries again
            self._catalogue.change(partial(_note, record=fresh), [style_id])


def _note(db: sqlite3.Connection, record: Record) -> None:
    style, (width, height) = record.style, record.style.size
    palette = records.listed(style.palette)
    records.update(db, style.id, look=record.look, palette=palette, width=width, height=height)
