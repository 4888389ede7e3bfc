"""The document: what a picture is made from, and what has been made. Plain Python, observed through callbacks."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.request import InstantParams, PaintParams, StyleInput, TransferRequest
from stylegui.project.setup import EngineId, Params, Setup


class Change(enum.Enum):
    """Which part of a document changed."""

    PHOTO = "photo"
    STYLES = "styles"
    ENGINE = "engine"
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
    """Photo, styles, engine, parameters and versions. Observers are called after each real change, with what changed.

    Not thread-safe: it lives in the GUI thread. What it hands out (pictures, requests, results) is frozen.
    """

    MAX_STYLES = 4
    VERSION_BUDGET_BYTES = 1 << 30

    def __init__(self) -> None:
        self._photo: Picture | None = None
        self._styles: tuple[StyleInput, ...] = ()
        self._setup = Setup()
        self._versions: list[Version] = []
        self._current: Version | None = None
        self._latest: Version | None = None
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
        had_current = self._current is not None
        self._current = self._latest = None
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
    def setup(self) -> Setup:
        """The active engine and the parameters of each."""
        return self._setup

    def set_setup(self, setup: Setup) -> None:
        """Change engine and parameters at once; observers hear of the engine first."""
        before, self._setup = self._setup, setup
        if setup.engine != before.engine:
            self._notify(Change.ENGINE)
        if setup.params != before.params:
            self._notify(Change.PARAMS)

    @property
    def engine(self) -> EngineId:
        """The engine that paints next."""
        return self._setup.engine

    def set_engine(self, engine: EngineId) -> None:
        """Paint with the other engine, in the same look."""
        self.set_setup(self._setup.switched(engine))

    @property
    def params(self) -> Params:
        """The parameters of the active engine."""
        return self._setup.params

    @property
    def paint_params(self) -> PaintParams:
        return self._setup.paint

    @property
    def instant_params(self) -> InstantParams:
        return self._setup.instant

    def set_params(self, params: Params) -> None:
        """Set the engine that these parameters belong to, active or not."""
        self.set_setup(self._setup.with_params(params))

    @property
    def versions(self) -> tuple[Version, ...]:
        return tuple(self._versions)

    @property
    def current(self) -> Version | None:
        """The version that is shown and exported; None before the first, and while something newer is tried."""
        return self._current

    def add_version(self, photo: Picture, result: Result, title: str, *, show: bool = True) -> Version:
        """Keep a result. It becomes the current version if `photo` is still the one that is worked on.

        Without `show` it does not: the artist has gone on to something else.

        The oldest versions go where all together take more than `VERSION_BUDGET_BYTES`.
        """
        self._numbers += 1
        version = Version(self._numbers, photo, result, title)
        self._versions.append(version)
        if photo is self._photo:
            self._latest = version
            self._current = version if show else self._current
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
        self._photo, self._current, self._latest = version.photo, version, version
        if other_photo:
            self._notify(Change.PHOTO)
        self._notify(Change.VERSIONS)

    def leave_version(self) -> None:
        """Go on to something new: no version is current now. The one that was stays, and painting may start from it."""
        if self._current is not None:
            self._current = None
            self._notify(Change.VERSIONS)

    def remove_version(self, version: Version) -> None:
        """Forget a version. Where it was the current one, the photo alone is left."""
        self._versions.remove(version)
        if version is self._current:
            self._current = None
        if version is self._latest:
            self._latest = None
        self._notify(Change.VERSIONS)

    def request(self, device: str = "auto", memory_cap_bytes: int = 0) -> TransferRequest:
        """The job that paints this document with the active engine; `IncompleteError` where something is missing.

        With `start="picture"` Paint starts from the latest version of the photo that was shown, or from the photo where
        there is none.
        """
        photo, styles = self._inputs(self._styles)
        params, start = self._setup.params, None
        if isinstance(params, PaintParams) and params.start == "picture":
            start = self._latest.result.picture if self._latest is not None else photo
        return TransferRequest(
            photo=photo,
            styles=styles,
            params=params,
            engine=self._setup.engine,
            start_picture=start,
            device=device,
            memory_cap_bytes=memory_cap_bytes,
        )

    def preview_request(
        self, size_px: int, styles: Sequence[StyleInput] | None = None, *, device: str = "auto"
    ) -> TransferRequest:
        """What Instant would make of this document at a long side of `size_px`, in other styles where some are given.

        It is the look that Start would give with Instant, or that Paint begins with. Raises `IncompleteError`.
        """
        photo, styles = self._inputs(self._styles if styles is None else styles)
        return TransferRequest(photo, styles, self._setup.preview(size_px), engine="instant", device=device)

    def _inputs(self, styles: Sequence[StyleInput]) -> tuple[Picture, tuple[StyleInput, ...]]:
        if self._photo is None:
            raise IncompleteError("Open a photo first: drop one on the canvas, or choose it in the File menu.")
        if not styles:
            raise IncompleteError("Choose a style in the gallery first.")
        return self._photo, tuple(styles)

    def _notify(self, change: Change) -> None:
        for callback in tuple(self._observers):
            callback(change)


def _size_bytes(version: Version) -> int:
    return int(version.result.picture.pixels.nbytes)
