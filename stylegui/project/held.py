"""A picture of the document that need not be in memory. No Qt."""

from __future__ import annotations

import weakref

from stylegui.engine.images import Picture
from stylegui.project.store import PictureRef, PictureStore, reference


class HeldPicture:
    """A picture that is in memory until the store has it, and read back from there when it is asked for again.

    `keep` may run in another thread than the rest.
    """

    def __init__(self, store: PictureStore, picture: Picture | None = None, ref: PictureRef | None = None) -> None:
        """With one of the two: a picture that is here, or one that the store has."""
        if (picture is None) == (ref is None):
            raise ValueError("either a picture or its reference")
        self._store = store
        self._picture = picture
        self._ref = ref
        self._weak: weakref.ref[Picture] | None = weakref.ref(picture) if picture is not None else None
        self._size = picture.size if picture is not None else (ref.width, ref.height) if ref is not None else (0, 0)
        self._name = picture.name if picture is not None else ref.name if ref is not None else ""

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels, without loading it."""
        return self._size

    @property
    def name(self) -> str:
        return self._name

    @property
    def stored(self) -> bool:
        """Whether the store has it."""
        return self._ref is not None

    def is_same(self, picture: Picture | None) -> bool:
        """Whether this is that very object, without loading anything."""
        return picture is not None and (
            self._picture is picture or (self._weak is not None and self._weak() is picture)
        )

    def get(self) -> Picture:
        """The picture. Raises StoreError where it cannot be read back."""
        picture = self._picture or (self._weak() if self._weak is not None else None)
        if picture is None:
            assert self._ref is not None
            picture = self._store.fetch(self._ref)
            self._weak = weakref.ref(picture)
        return picture

    def keep(self) -> PictureRef:
        """Have the store keep it, and tell how it is referred to. Raises StoreError where the disk does not take it."""
        picture = self._picture
        if self._ref is None:
            assert picture is not None
            self._ref = self._store.keep(picture)
        return self._ref

    def refer(self) -> PictureRef:
        """How it is referred to, without having the store keep it."""
        return self._ref or reference(self.get())

    def release(self) -> None:
        """Leave it to the store, which has it, how long it stays in memory."""
        if self._ref is not None:
            self._picture = None

    def thumbnail(self, px: int) -> Picture:
        """It with a long side of at most `px`; in any thread. Raises StoreError where it cannot be read back."""
        picture = self._picture
        if picture is not None:
            return picture.resized(px, allow_up=False)
        assert self._ref is not None
        return self._store.thumbnail(self._ref.digest, px)
