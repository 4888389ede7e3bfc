"""The document: what a picture is made from, and what has been made. Plain Python, observed through callbacks."""

from __future__ import annotations

import copy
import enum
import weakref
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from pydantic import JsonValue

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.request import InstantParams, PaintParams, StyleInput, TransferRequest
from stylegui.project.held import HeldPicture
from stylegui.project.setup import EngineId, Params, Setup
from stylegui.project.store import PictureStore
from stylegui.project.version import HeldStyle, StyleChoice, Version, new_id
from stylegui.project.working import Content, Working, same_styles

__all__ = ["Change", "Content", "Document", "IncompleteError", "StyleChoice", "Version"]

Style: TypeAlias = StyleInput | StyleChoice


class Change(enum.Enum):
    """Which part of a document changed."""

    PHOTO = "photo"
    STYLES = "styles"
    ENGINE = "engine"
    PARAMS = "params"
    VERSIONS = "versions"
    RATINGS = "ratings"
    SECTIONS = "sections"
    SAVED = "saved"
    """Not a change of the work: it is now as it was saved or opened."""


class IncompleteError(Exception):
    """A request was asked for, but the photo or the style is missing; the text says which, in one sentence."""


class Document:
    """Photo, styles, engine, parameters and versions. Observers are called after each real change, with what changed.

    Not thread-safe: it lives in the GUI thread. What it hands out (pictures, requests, results) is frozen.
    """

    MAX_STYLES = 4
    REJECTED, BEST = -1, 5
    """The lowest and the highest rating; 0 is none."""

    def __init__(self, store: PictureStore | None = None) -> None:
        """With a store that has a folder, versions need no memory; without one everything stays in it."""
        self.store = store or PictureStore(None)
        """Where pictures are that are not looked at; also for those that sections refer to by digest."""
        self._working = Working()
        self._versions: list[Version] = []
        self._ratings: dict[str, int] = {}
        self._sections: dict[str, JsonValue] = {}
        self._numbers = 0
        self._revision = self._saved_revision = 0
        self._held: weakref.WeakValueDictionary[int, HeldPicture] = weakref.WeakValueDictionary()
        self._observers: list[Callable[[Change], None]] = []

    def observe(self, callback: Callable[[Change], None]) -> None:
        """Call `callback` after every change from now on."""
        self._observers.append(callback)

    # -- what is worked with ----------------------------------------------------------------------------------------

    @property
    def working(self) -> Working:
        """Photo, styles, settings and the version that is shown, as one value."""
        return self._working

    def resume(self, working: Working) -> None:
        """Work with this again: one change, whatever it comprises (for undo)."""
        self._go_to(working)

    @property
    def photo(self) -> Picture | None:
        return self._working.photo

    def set_photo(self, photo: Picture | None) -> None:
        """Work on another photo. Paintings made before stay in `versions`; none of them is current any more."""
        if photo is not self.photo:
            self._go_to(self._working.with_photo(photo))

    @property
    def styles(self) -> tuple[StyleInput, ...]:
        return tuple(choice.input for choice in self._working.styles)

    @property
    def choices(self) -> tuple[StyleChoice, ...]:
        """The styles with their ids in the gallery."""
        return self._working.styles

    def set_styles(self, styles: Sequence[Style]) -> None:
        """Paint in these styles (up to `MAX_STYLES`; ValueError for more)."""
        if len(styles) > self.MAX_STYLES:
            raise ValueError(f"at most {self.MAX_STYLES} styles can be blended")
        chosen = tuple(style if isinstance(style, StyleChoice) else StyleChoice("", style) for style in styles)
        if not same_styles(chosen, self._working.styles):
            self._go_to(self._working.with_styles(chosen))

    @property
    def setup(self) -> Setup:
        """The active engine and the parameters of each."""
        return self._working.setup

    def set_setup(self, setup: Setup) -> None:
        """Change engine and parameters at once; observers hear of the engine first."""
        self._go_to(self._working.with_setup(setup))

    @property
    def engine(self) -> EngineId:
        """The engine that paints next."""
        return self.setup.engine

    def set_engine(self, engine: EngineId) -> None:
        """Paint with the other engine, in the same look."""
        self.set_setup(self.setup.switched(engine))

    @property
    def params(self) -> Params:
        """The parameters of the active engine."""
        return self.setup.params

    @property
    def paint_params(self) -> PaintParams:
        return self.setup.paint

    @property
    def instant_params(self) -> InstantParams:
        return self.setup.instant

    def set_params(self, params: Params) -> None:
        """Set the engine that these parameters belong to, active or not."""
        self.set_setup(self.setup.with_params(params))

    @property
    def start_picture(self) -> Picture | None:
        """What Paint starts from with `start="picture"`: what was branched from, else the version shown last."""
        working = self._working
        if working.start is not None:
            return working.start
        return working.latest.result.picture if working.latest is not None else None

    @property
    def branched_from(self) -> str:
        """The id of the version that Paint starts from ("" where it was not branched)."""
        return self._working.branched_from

    def branch(self, version: Version, start: Picture | None = None) -> None:
        """Go on from a version in another direction: its photo, styles and settings, with Paint starting from it.

        `start` is another picture to start from, such as one of its making. One change, whatever it comprises. Raises
        ValueError where the version is not here, and StoreError where its pictures cannot be read back.
        """
        self._check_here(version)
        self._go_to(self._working.branched(version, start))

    # -- versions ---------------------------------------------------------------------------------------------------

    @property
    def versions(self) -> tuple[Version, ...]:
        return tuple(self._versions)

    @property
    def current(self) -> Version | None:
        """The version that is shown and exported; None before the first, and while something newer is tried."""
        return self._working.current

    def version_by_id(self, version_id: str) -> Version | None:
        return next((version for version in self._versions if version.id == version_id), None)

    def add_version(
        self,
        photo: Picture,
        result: Result,
        title: str,
        *,
        show: bool = True,
        styles: Sequence[StyleChoice] = (),
        setup: Setup | None = None,
        parent: str = "",
        version_id: str = "",
    ) -> Version:
        """Keep a result. It becomes the current version if `photo` is still the one that is worked on.

        Without `show` it does not: the artist has gone on to something else. `styles` and `setup` are what it was
        painted with (without a setup: what is set now), `parent` is the id of the version it was branched from, and
        `version_id` is its own where it has one already: a job's key, so that a job that goes on after a crash is told
        from one that had ended.
        """
        self._numbers += 1
        version = Version(
            self._numbers,
            title,
            self.hold(photo),
            self.hold(result.picture),
            result.recipe,
            result.complete,
            setup or self.setup,
            tuple(self._hold_style(choice) for choice in styles),
            parent,
            version_id or new_id(),
        )
        self._versions.append(version)
        if photo is self.photo:
            shown = version if show else self.current
            self._working = replace(self._working, latest=version, current=shown)
        self._changed(Change.VERSIONS)
        return version

    def select_version(self, version: Version) -> None:
        """Go back (or on) to a version, and to the photo it was made from (ValueError where it is not here)."""
        self._check_here(version)
        if version is not self.current:
            self._go_to(self._working.with_version(version), changed=False)

    def leave_version(self) -> None:
        """Go on to something new: no version is current now. The one that was stays, and painting may start from it."""
        self._go_to(replace(self._working, current=None), changed=False)

    def remove_version(self, version: Version) -> None:
        """Take a version out (ValueError where it is not here). Where it was the current one, the photo is left."""
        self._check_here(version)
        self._versions.remove(version)
        self._working = self._working.without(version)
        self._changed(Change.VERSIONS)

    def restore_version(self, version: Version, index: int) -> None:
        """Bring a version back that was taken out of this document, in its place and with its rating."""
        if version not in self._versions:
            self._versions.insert(index, version)
            self._changed(Change.VERSIONS)

    def rename_version(self, version: Version, title: str) -> None:
        """Give a version another title (ValueError where it is not here)."""
        self._check_here(version)
        if title != version.title:
            version.title = title
            self._changed(Change.VERSIONS)

    def rating(self, version: Version) -> int:
        """1 to 5, 0 for none, -1 for rejected."""
        return self._ratings.get(version.id, 0)

    def set_rating(self, version: Version, rating: int) -> None:
        """Rate a version from 1 to 5; 0 takes the rating back, -1 rejects it (ValueError for others)."""
        if not self.REJECTED <= rating <= self.BEST:
            raise ValueError(f"a rating is from {self.REJECTED} to {self.BEST}, not {rating}")
        if rating != self.rating(version):
            self._ratings[version.id] = rating
            self._changed(Change.RATINGS)

    # -- sections ---------------------------------------------------------------------------------------------------

    def section(self, name: str) -> JsonValue:
        """What is kept under this name besides the paintings, such as a mood board; None where there is nothing."""
        return copy.deepcopy(self._sections.get(name))

    def set_section(self, name: str, value: JsonValue) -> None:
        """Keep JSON under a name; None takes it away. Pictures of `store` whose digest is in it are saved with it."""
        if value == self._sections.get(name):
            return
        if value is None:
            del self._sections[name]
        else:
            self._sections[name] = copy.deepcopy(value)
        self._changed(Change.SECTIONS)

    # -- saving -----------------------------------------------------------------------------------------------------

    @property
    def modified(self) -> bool:
        """Whether anything has changed since it was saved, opened or begun. Looking at versions changes nothing."""
        return self._revision != self._saved_revision

    @property
    def revision(self) -> int:
        """A number that grows with every change."""
        return self._revision

    def content(self) -> Content:
        """Everything as it is now. What it holds never changes, so that another thread may save it."""
        # The values of the sections are copies that nobody changes.
        ratings, sections = dict(self._ratings), dict(self._sections)
        return Content(self._working, self.versions, ratings, sections, self._numbers, self._revision)

    def hold(self, picture: Picture) -> HeldPicture:
        """The one holder of a picture, so that many versions of it ask the store for it but once."""
        known = self._held.get(id(picture))
        if known is None or not known.is_same(picture):
            known = self._held[id(picture)] = HeldPicture(self.store, picture)
        return known

    def mark_saved(self, revision: int) -> None:
        """It has been saved as it was at that revision."""
        self._saved_revision = revision
        self._notify(Change.SAVED)

    def put_aside(self) -> None:
        """Let go of all pictures that the store has and that are not worked with: they are read back when needed."""
        for version in self._versions:
            for held in version.held():
                held.release()

    def show(self, content: Content, *, modified: bool = False) -> None:
        """Take up other content in place of all that is here, as after opening a project; `modified` if not saved."""
        self._versions = list(content.versions)
        self._ratings = dict(content.ratings)
        self._sections = dict(content.sections)
        self._numbers = max([content.numbers, *(version.number for version in content.versions)])
        self._working = content.working
        self._revision += 1
        self._saved_revision = self._revision - 1 if modified else self._revision
        for change in Change:
            self._notify(change)

    # -- jobs -------------------------------------------------------------------------------------------------------

    def request(self, device: str = "auto", memory_cap_bytes: int = 0) -> TransferRequest:
        """The job that paints this document with the active engine; `IncompleteError` where something is missing.

        With `start="picture"` Paint starts from `start_picture`, or from the photo where there is none.
        """
        photo, styles = self._inputs(self.styles)
        params, start = self.params, None
        if isinstance(params, PaintParams) and params.start == "picture":
            start = self.start_picture or photo
        request = TransferRequest(
            photo=photo,
            styles=styles,
            params=params,
            engine=self.engine,
            start_picture=start,
            device=device,
            memory_cap_bytes=memory_cap_bytes,
        )
        return self._working.rerun.applied(request)

    def preview_request(
        self, size_px: int, styles: Sequence[StyleInput] | None = None, *, device: str = "auto"
    ) -> TransferRequest:
        """What Instant would make of this document at a long side of `size_px`, in other styles where some are given.

        It is the look that Start would give with Instant, or that Paint begins with. Raises `IncompleteError`.
        """
        photo, styles = self._inputs(self.styles if styles is None else styles)
        return TransferRequest(photo, styles, self.setup.preview(size_px), engine="instant", device=device)

    def _inputs(self, styles: Sequence[StyleInput]) -> tuple[Picture, tuple[StyleInput, ...]]:
        if self.photo is None:
            raise IncompleteError("Open a photo first: drop one on the canvas, or choose it in the File menu.")
        if not styles:
            raise IncompleteError("Choose a style in the gallery first.")
        return self.photo, tuple(styles)

    # -- change -----------------------------------------------------------------------------------------------------

    def _go_to(self, working: Working, *, changed: bool = True) -> None:
        """Work with this from now on, and tell what is different: first all is changed, then it is told."""
        before, self._working = self._working, working
        differences = {
            Change.PHOTO: working.photo is not before.photo,
            Change.STYLES: not same_styles(working.styles, before.styles),
            Change.ENGINE: working.setup.engine != before.setup.engine,
            Change.PARAMS: working.setup.params != before.setup.params,
            Change.VERSIONS: working.current is not before.current,
        }
        if changed and (any(differences.values()) or working.setup != before.setup):
            self._revision += 1
        for change, is_real in differences.items():
            if is_real:
                self._notify(change)

    def _check_here(self, version: Version) -> None:
        if version not in self._versions:
            raise ValueError("this version is not of this document")

    def _hold_style(self, choice: StyleChoice) -> HeldStyle:
        return HeldStyle(choice.id, self.hold(choice.input.picture), choice.input.weight, choice.input.name)

    def _changed(self, change: Change) -> None:
        self._revision += 1
        self._notify(change)

    def _notify(self, change: Change) -> None:
        for callback in tuple(self._observers):
            callback(change)
