"""A painting that was made, with all that it was made from. No Qt."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.request import StyleInput
from stylegui.project.held import HeldPicture
from stylegui.project.setup import Setup


@dataclass(frozen=True, eq=False)
class StyleChoice:
    """A style to paint in, and its id in the gallery ("" where it is none of the gallery's)."""

    id: str
    input: StyleInput


@dataclass(frozen=True, eq=False)
class HeldStyle:
    """A `StyleChoice` whose picture need not be in memory."""

    id: str
    picture: HeldPicture
    weight: float
    name: str

    def choice(self) -> StyleChoice:
        """It with its picture. Raises StoreError where that cannot be read back."""
        return StyleChoice(self.id, StyleInput(self.picture.get(), self.weight, self.name))


def new_id() -> str:
    return uuid4().hex


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(eq=False)
class Version:
    """One painting. It stays what it is; only its document may give it another title.

    `number` counts from 1 in the document, `created` is in UTC, `setup` is what the engines were set to at its end
    (steering included), and `parent` is the id of the version it was branched from ("" for none). Its pictures are in
    memory or in the document's store: `photo`, `styles` and `result` read them back where they must (and raise
    StoreError where they cannot), everything else is at hand.
    """

    number: int
    title: str
    held_photo: HeldPicture
    held_picture: HeldPicture
    recipe: Mapping[str, Any]
    complete: bool
    setup: Setup
    held_styles: tuple[HeldStyle, ...] = ()
    parent: str = ""
    id: str = field(default_factory=new_id)
    created: datetime = field(default_factory=now)
    _result: weakref.ref[Result] | None = field(default=None, repr=False)

    @property
    def photo(self) -> Picture:
        """The photo it was made from."""
        return self.held_photo.get()

    @property
    def styles(self) -> tuple[StyleChoice, ...]:
        """What it was painted in."""
        return tuple(style.choice() for style in self.held_styles)

    @property
    def result(self) -> Result:
        """The painting, its recipe and whether it is complete."""
        result = self._result() if self._result is not None else None
        if result is None:
            result = Result(self.held_picture.get(), self.recipe, self.complete)
            self._result = weakref.ref(result)
        return result

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the painting in pixels."""
        return self.held_picture.size

    def is_of(self, photo: Picture | None) -> bool:
        """Whether it was made from that very photo; nothing is loaded to tell."""
        return self.held_photo.is_same(photo)

    def thumbnail(self, px: int) -> Picture:
        """The painting with a long side of at most `px` pixels; in any thread."""
        return self.held_picture.thumbnail(px)

    def held(self) -> tuple[HeldPicture, ...]:
        """All its pictures."""
        return self.held_photo, self.held_picture, *(style.picture for style in self.held_styles)
