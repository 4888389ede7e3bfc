"""The live preview: what Instant makes of photo, styles and settings, while they are chosen.

Newest wins. While the hand moves, small proofs follow each other; once it rests, one at the result's own size, up to
`LARGEST_PX`: strokes are so many pixels wide, so that only there they stand to the picture as they will in the end.
The style under the pointer is tried on as well. A preview is never a version: where a version is shown, it gives way
when the artist changes something that is seen, and comes back where the change is undone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.runner import Backend
from stylegui.library import StyleLibrary
from stylegui.project.document import Change, Document, IncompleteError, Version
from stylegui.ui.looks import Look, Preview, Scene, Subject, Wish, is_choice
from stylegui.ui.painting import Painting
from stylegui.ui.proofs import LARGEST_PX, SMALL_PX, Proof, Proofs

REST_MS = 220
"""After this long without a change the hand rests."""
HOVER_MS = 90
"""The pointer rests on a style; the gallery has waited for a moment already."""
SIZES_PX = (256, 384, SMALL_PX)
SLOW_S, FAST_S = 0.16, 0.06
"""Small proofs are made smaller where one takes longer, and larger again where it takes less."""


class Previewing(QObject):
    """Follows the document and the pointer, and tells when there is another preview to be seen."""

    changed = Signal()
    """`seen` is another one now."""
    failed = Signal(str)
    """The document's preview could not be made: one sentence."""
    trial_failed = Signal(str)
    """The style under the pointer could not be tried on: one sentence."""

    def __init__(
        self,
        document: Document,
        library: StyleLibrary,
        painting: Painting,
        lane: PreviewLane,
        backend: Backend,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._painting = painting
        self._lane = lane
        engine = backend.engines.get("instant")
        self._proofs = Proofs(engine) if engine is not None else None
        self._ready = False
        self._look: Look | None = None
        self._base: tuple[Look, int, QImage] | None = None
        self._wish: Wish | None = None
        self._wishes: dict[int, Wish] = {}
        self._refused: Look | None = None
        self._version_scene: Scene = (None, "")
        self._left: tuple[Scene, Version] | None = None
        self._trial: Preview | None = None
        self._last_trial: tuple[Subject, QImage] | None = None
        self._tried_id = ""
        self._complaint = ""
        self._small = len(SIZES_PX) - 1
        self._rest_timer = self._timer(REST_MS, self._on_rest)
        self._hover_timer = self._timer(HOVER_MS, self._try_on)
        lane.preview_arrived.connect(self._on_arrived)
        lane.preview_failed.connect(self._on_failed)
        painting.state_changed.connect(self._on_painting)
        document.observe(self._on_document_changed)

    @property
    def seen(self) -> Preview | None:
        """What is to be shown above photo and version: the style that is tried on, else the document's own preview.

        None while a version is shown, and where there is nothing to preview.
        """
        if self._trial is not None:
            return self._trial
        if self._document.current is not None or self._base is None:
            return None
        return Preview(self._base[2])

    @Slot(str)
    def engine_is_ready(self, trouble: str) -> None:
        """The engine is loaded, unless there is trouble with it: previews begin."""
        if trouble or self._proofs is None:
            return
        self._ready = True
        if not self._refresh():
            self._warm_up()

    @Slot(str)
    def try_style(self, style_id: str) -> None:
        """Show the photo in this style for as long as the pointer rests on it; "" takes it away."""
        self._hover_timer.stop()
        if style_id and self._can_try() and not self._is_chosen(style_id):
            self._tried_id = style_id
            self._hover_timer.start()
        else:
            self._end_trial()

    def show_latest(self) -> bool:
        """Go on from the version to the preview of what is set now; False where there is none."""
        if self._base is None or self._document.current is None or self._look is None:
            return False
        self._left = None
        self._document.leave_version()
        return True

    def stop_timers(self) -> None:
        self._rest_timer.stop()
        self._hover_timer.stop()

    # -- what is wanted ---------------------------------------------------------------------------------------------

    def _on_document_changed(self, change: Change) -> None:
        before, self._look = self._look, self._look_now()
        if self._look != before:
            self._refused = None
            if change is Change.STYLES:
                self._end_trial_by_choice()
        if change is Change.PHOTO or self._look is None:
            self._forget_pictures()
        if change in (Change.VERSIONS, Change.PHOTO) and self._document.current is not None:
            self._version_scene = self._scene
        if not self._refresh(choice=is_choice(before, self._look)) and change is Change.PHOTO:
            self._warm_up()

    def _look_now(self) -> Look | None:
        try:
            request = self._document.preview_request(SMALL_PX)
        except IncompleteError:
            return None
        styles = tuple((style.picture, style.weight) for style in request.styles)
        return request.photo, styles, request.instant

    def _is_wanted(self) -> bool:
        """Whether the document's own look is to be seen, and can be."""
        if not self._ready or self._look in (None, self._refused) or self._painting.streaming:
            return False
        if self._document.current is None or self._look != self._version_scene[0]:
            return True
        # Who turns to Instant wants to see what it makes, and not the result of Paint any more.
        return self._scene[1] == "instant" and self._version_scene[1] == "paint"

    @property
    def _scene(self) -> Scene:
        return self._look, self._document.engine

    def _refresh(self, *, choice: bool = False) -> bool:
        """Ask for what is missing; whether something is wanted. A choice cancels what the lane is busy with."""
        if not self._is_wanted():
            return False
        if self._base is not None and self._base[0] == self._look:
            if self._document.current is not None:
                self._give_way()
            self._rest_timer.start()
            return True
        if self._wish is not None and not self._wish.trial and self._wish.look == self._look:
            return True
        follows = self._wish is not None and not self._wish.trial and self._wish.size_px <= SMALL_PX and not choice
        self._ask(SMALL_PX if choice else SIZES_PX[self._small], follows=follows)
        return True

    def _ask(self, size_px: int, *, follows: bool = False) -> None:
        """Have the look made at this size; one that `follows` a hand that moves lets the one before it be seen."""
        assert self._look is not None and self._proofs is not None
        self._rest_timer.stop()
        request = self._document.preview_request(size_px, device=self._painting.device)
        work = functools.partial(self._proofs.make, request)
        ticket = self._lane.follow(work) if follows else self._lane.show(work)
        self._expect(Wish(ticket, self._look, size_px))

    def _expect(self, wish: Wish) -> None:
        self._wish = self._wishes[wish.ticket] = wish

    def _drop(self) -> None:
        """What was asked for is not wanted any more."""
        self._lane.drop()
        self._wish = None
        self._wishes.clear()

    def _redeem(self, ticket: int) -> Wish | None:
        """The wish that an answer belongs to; older ones are answered no more."""
        wish = self._wishes.get(ticket)
        self._wishes = {number: each for number, each in self._wishes.items() if number > ticket}
        if self._wish is wish:
            self._wish = None
        return wish

    def _warm_up(self) -> None:
        """Use the time before the first style is chosen."""
        if not self._ready or self._proofs is None or self._wish is not None:
            return
        params = self._document.setup.preview(SMALL_PX)
        self._lane.show(functools.partial(self._proofs.warm_up, self._document.photo, params, self._painting.device))

    # -- what comes -------------------------------------------------------------------------------------------------

    @Slot(int, object)
    def _on_arrived(self, ticket: int, proof: object) -> None:
        wish = self._redeem(ticket)
        if wish is None or not isinstance(proof, Proof):
            return
        self._complaint = ""
        if self._painting.streaming:
            return
        if wish.subject is not None:
            self._last_trial = (wish.subject, proof.image)
            if self._tried_id:
                self._trial = Preview(proof.image, wish.trial)
                self.changed.emit()
            return
        self._pace(wish.size_px, proof.seconds)
        if self._look is None or wish.look is None or wish.look[0] is not self._look[0]:
            return
        self._base = (wish.look, wish.size_px, proof.image)
        if self._document.current is None:
            self.changed.emit()
        elif self._is_wanted():
            self._give_way()
        self._refresh()

    def _give_way(self) -> None:
        """The version has been changed away from: the preview takes its place."""
        version = self._document.current
        if version is not None:
            self._left = (self._version_scene, version)
        self._document.leave_version()

    def _pace(self, size_px: int, seconds: float) -> None:
        """Keep the small proofs so small that they follow the hand."""
        if size_px not in SIZES_PX:
            return
        if seconds > SLOW_S:
            self._small = max(0, SIZES_PX.index(size_px) - 1)
        elif seconds < FAST_S:
            self._small = min(len(SIZES_PX) - 1, SIZES_PX.index(size_px) + 1)

    @Slot(int, str)
    def _on_failed(self, ticket: int, text: str) -> None:
        wish = self._redeem(ticket)
        if wish is None:
            return
        if wish.trial:
            self.trial_failed.emit(text)
            self._refresh()
            return
        self._refused = wish.look
        self._base = self._trial = None
        self.changed.emit()
        if text != self._complaint:
            self._complaint = text
            self.failed.emit(text)
        self._refresh()

    @Slot()
    def _on_rest(self) -> None:
        """The hand rests: a version that was only left for a moment comes back, else the preview becomes sharp."""
        if not self._is_wanted():
            return
        if self._base is None or self._base[0] != self._look:
            self._refresh()
            return
        if self._left is not None and self._left[0] == self._scene:
            version, self._left = self._left[1], None
            if version in self._document.versions:
                self._document.select_version(version)
                return
        if self._tried_id or self._wish is not None:
            return
        sharp_px = self._sharp_px()
        if sharp_px > self._base[1]:
            self._ask(sharp_px)

    def _sharp_px(self) -> int:
        """As many pixels as the finished picture has, as far as that is quick."""
        return max(min(LARGEST_PX, self._document.params.size_px), SIZES_PX[0])

    # -- trying a style on ------------------------------------------------------------------------------------------

    def _can_try(self) -> bool:
        return self._ready and self._document.photo is not None and not self._painting.streaming

    def _is_chosen(self, style_id: str) -> bool:
        style, chosen = self._library.get(style_id), self._document.styles
        return style is not None and [one.picture.source for one in chosen] == [str(style.path)]

    @Slot()
    def _try_on(self) -> None:
        style, photo = self._library.get(self._tried_id), self._document.photo
        if style is None or photo is None or self._proofs is None or not self._can_try():
            self._end_trial()
            return
        if self._wish is not None and not self._wish.trial and self._wish.size_px <= SMALL_PX:
            self._hover_timer.start()  # what was chosen comes first
            return
        self._rest_timer.stop()
        params = self._document.setup.preview(SMALL_PX)
        work = functools.partial(self._proofs.make_in_style, photo, style.path, params, self._painting.device)
        subject = (photo, str(style.path), params)
        self._expect(Wish(self._lane.show(work), None, SMALL_PX, style.title, subject))

    def _end_trial_by_choice(self) -> None:
        """Where the style that was tried on is chosen, its picture is the preview, be it there or still being made."""
        self._hover_timer.stop()
        self._tried_id = ""
        trial, self._trial = self._trial, None
        styles, base = self._document.styles, self._base
        if self._look is not None and len(styles) == 1:
            chosen = (self._look[0], styles[0].picture.source, self._look[2])
            if self._wish is not None and self._wish.subject == chosen:
                self._expect(Wish(self._wish.ticket, self._look, SMALL_PX))
            if self._last_trial is not None and self._last_trial[0] == chosen:
                self._base = (self._look, SMALL_PX, self._last_trial[1])
        if trial is not None or self._base is not base:
            self.changed.emit()

    def _end_trial(self) -> None:
        """Back to what was there."""
        self._tried_id = ""
        if self._wish is not None and self._wish.trial:
            self._drop()
        if self._trial is not None:
            self._trial = None
            self.changed.emit()
        self._refresh()

    # -- others -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_painting(self) -> None:
        if self._painting.streaming:
            self._hover_timer.stop()
            self._rest_timer.stop()
            self._tried_id = ""
            self._trial = None
        elif not self._painting.busy:
            self.changed.emit()
            self._rest_timer.start()  # the run's result may become the version at once

    def _forget_pictures(self) -> None:
        """They were of another photo, or there is nothing to show any more."""
        had = self._base is not None or self._trial is not None
        self._base = self._trial = self._last_trial = self._left = None
        self._hover_timer.stop()
        self._tried_id = ""
        self._drop()
        if had:
            self.changed.emit()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer
