"""The document: what a picture is made from, and what has been made. Plain Python, observed through callbacks."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest


class Change(enum.Enum):
    """Which part of a document changed."""

    PHOTO = "photo"
    STYLES = "styles"
    PARAMS = "params"
    VERSIONS = "versions"


class IncompleteError(Exception):
    """A request was asked for, but the photo or the style is missing; the text says which, in one sentence."""


@dataclass(frozen=True, eq=False)
class Version:
    """One painting: its number in the document (from 1), the photo it was made from, the result, and a title."""

    number: int
    photo: Picture
    result: Result
    title: str


class Document:
    """Photo, styles, parameters and versions. Observers are called after each real change, with what changed.

    Not thread-safe: it lives in the GUI thread. What it hands out (pictures, requests, results) is frozen.
    """

    MAX_STYLES = 4
    VERSION_BUDGET_BYTES = 1 << 30

    def __init__(self) -> None:
        self._photo: Picture | None = None
        self._styles: tuple[StyleInput, ...] = ()
        self._params = PaintParams()
        self._versions: list[Version] = []
        self._current: Version | None = None
        self._numbers = 0
        self._observers: list[Callable[[Change], None]] = []

    def observe(self, callback: Callable[[Change], None]) -> None:
        """Call `callback` after every change from now on."""
        self._observers.append(callback)

    @property
    def photo(self) -> Picture | None:
        return self._photo

    def set_photo(self, photo: Picture | None) -> None:
        """Work on another photo. Paintings made before stay in `versions`; none of them is current any more."""
        if photo is self._photo:
            return
        self._photo = photo
        had_current, self._current = self._current is not None, None
        self._notify(Change.PHOTO)
        if had_current:
            self._notify(Change.VERSIONS)

    @property
    def styles(self) -> tuple[StyleInput, ...]:
        return self._styles

    def set_styles(self, styles: Sequence[StyleInput]) -> None:
        """Paint in these styles (up to `MAX_STYLES`; ValueError for more)."""
        if len(styles) > self.MAX_STYLES:
            raise ValueError(f"at most {self.MAX_STYLES} styles can be blended")
        known = [(style.picture, style.weight, style.name) for style in self._styles]
        if known == [(style.picture, style.weight, style.name) for style in styles]:
            return
        self._styles = tuple(styles)
        self._notify(Change.STYLES)

    @property
    def params(self) -> PaintParams:
        return self._params

    def set_params(self, params: PaintParams) -> None:
        if params == self._params:
            return
        self._params = params
        self._notify(Change.PARAMS)

    @property
    def versions(self) -> tuple[Version, ...]:
        return tuple(self._versions)

    @property
    def current(self) -> Version | None:
        """The version that is shown and exported; None before the first."""
        return self._current

    def add_version(self, photo: Picture, result: Result, title: str) -> Version:
        """Keep a result. It becomes the current version if `photo` is still the one that is worked on.

        The oldest versions go where all together take more than `VERSION_BUDGET_BYTES`.
        """
        self._numbers += 1
        version = Version(self._numbers, photo, result, title)
        self._versions.append(version)
        if photo is self._photo:
            self._current = version
        while len(self._versions) > 1 and sum(map(_size_bytes, self._versions)) > self.VERSION_BUDGET_BYTES:
            oldest = next(each for each in self._versions if each is not self._current)
            self._versions.remove(oldest)
        self._notify(Change.VERSIONS)
        return version

    def select_version(self, version: Version) -> None:
        """Go back (or on) to a version, and to the photo it was made from (ValueError where it is not here)."""
        if version not in self._versions:
            raise ValueError("this version is not of this document")
        if version is self._current:
            return
        other_photo = version.photo is not self._photo
        self._photo, self._current = version.photo, version
        if other_photo:
            self._notify(Change.PHOTO)
        self._notify(Change.VERSIONS)

    def remove_version(self, version: Version) -> None:
        """Forget a version. Where it was the current one, the photo alone is left."""
        self._versions.remove(version)
        if version is self._current:
            self._current = None
        self._notify(Change.VERSIONS)

    def request(self, device: str = "auto", memory_cap_bytes: int = 0) -> TransferRequest:
        """The job that paints this document; `IncompleteError` where something is missing.

        With `start="picture"` the run starts from the current version, or from the photo where there is none.
        """
        if self._photo is None:
            raise IncompleteError("Open a photo first: drop one on the canvas, or choose it in the File menu.")
        if not self._styles:
            raise IncompleteError("Choose a style in the gallery first.")
        start = None
        if self._params.start == "picture":
            start = self._current.result.picture if self._current is not None else self._photo
        return TransferRequest(
            photo=self._photo,
            styles=self._styles,
            params=self._params,
            start_picture=start,
            device=device,
            memory_cap_bytes=memory_cap_bytes,
        )

    def _notify(self, change: Change) -> None:
        for callback in tuple(self._observers):
            callback(change)


def _size_bytes(version: Version) -> int:
    return int(version.result.picture.pixels.nbytes)
