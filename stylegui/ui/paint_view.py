"""Shows in the window how the painting goes: pictures, progress, buttons, cost."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from stylegui.engine.engines import Estimate, Frame, Progress
from stylegui.jobs.runner import Failed
from stylegui.project.document import Change, Document, IncompleteError, Version
from stylegui.ui.actions import key_words
from stylegui.ui.icons import icon
from stylegui.ui.language import in_words
from stylegui.ui.looks import Preview
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.painting import Painting, PaintState
from stylegui.ui.parameters.words import duration_text
from stylegui.ui.previewing import Previewing

MEMORY_INTERVAL_MS = 3000
CALM_INTERVAL_MS = 3000
"""Between two frames where the artist wants little to move."""


class PaintView(QObject):
    """Everything the window shows of `Painting` and of the document's versions."""

    model_wanted = Signal(str)
    """The artist asks for the download of a network."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        painting: Painting,
        previewing: Previewing,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._painting = painting
        self._previewing = previewing
        self._messages = messages
        self._missing_model = ""
        self._missing = ""
        self._shown: Version | None = None
        self._progress: Progress | None = None
        self._share_done = 0.0
        """Of the run's time, 0..1; steps would mislead, for late ones are large. It never runs back."""
        self.reduced_motion = False
        self._frame_clock = QElapsedTimer()
        self._memory_timer = QTimer(self)
        self._memory_timer.setInterval(MEMORY_INTERVAL_MS)
        self._memory_timer.timeout.connect(self._show_memory)
        actions = window.actions_by_id
        actions["start"].triggered.connect(self._start)
        actions["pause"].triggered.connect(painting.toggle_pause)
        actions["stop"].triggered.connect(painting.stop)
        actions["newer"].triggered.connect(self._show_newer)
        actions["older"].triggered.connect(self._show_older)
        painting.state_changed.connect(self._on_state)
        painting.frame_arrived.connect(self._on_frame)
        painting.progress_arrived.connect(self._on_progress)
        painting.noticed.connect(messages.say)
        painting.finished.connect(self._on_finished)
        painting.failed.connect(self._on_failed)
        painting.refused.connect(messages.error)
        painting.estimate_changed.connect(self._on_estimate)
        painting.estimate_failed.connect(self._on_estimate_failed)
        previewing.changed.connect(self._on_preview)
        window.canvas.way_back_taken.connect(self._take_way_back)
        previewing.failed.connect(messages.error)
        previewing.trial_failed.connect(messages.news)
        document.observe(self._on_document_changed)
        self._update_actions()

    def stop_timers(self) -> None:
        self._memory_timer.stop()

    @Slot()
    def engine_is_ready(self) -> None:
        """The engine is loaded: memory can be told from now on."""
        self._show_memory()
        self._memory_timer.start()

    # -- commands ---------------------------------------------------------------------------------------------------

    @Slot()
    def _start(self) -> None:
        if not self._painting.busy:
            self._messages.clear()
            self._frame_clock.invalidate()
        # Esc and P act on the canvas: the hand that starts a painting wants to be able to stop it.
        self._window.canvas.setFocus()
        self._painting.start()

    @Slot()
    def _show_newer(self) -> None:
        self._step_version(1)

    @Slot()
    def _show_older(self) -> None:
        self._step_version(-1)

    def _step_version(self, direction: int) -> None:
        """Through the versions; the preview of what is set now comes after the newest."""
        versions, current = self._document.versions, self._document.current
        if not versions or self._is_streaming():
            return
        if current is None:
            kept = self._kept_version()
            index = versions.index(kept) + 1 if kept is not None else len(versions)
        else:
            index = versions.index(current)
        if 0 <= index + direction < len(versions):
            self._document.select_version(versions[index + direction])
        elif direction > 0:
            self._previewing.show_latest()

    # -- the run ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_state(self, state: PaintState) -> None:
        canvas, status = self._window.canvas, self._window.status
        paints = self._painting.busy and self._painting.engine == "paint"
        if paints:
            # In the place of the estimate: nothing moves under the hand when a run begins or ends.
            words = self.tr("Settings of the look bend this picture while it is painted; the others are for the next.")
            if not self._painting.follows:
                words = self.tr("Another picture is being painted. This one would be added to the queue.")
            self._window.paint_panel.estimate.set_estimate(None, words)
        match state:
            case PaintState.IDLE:
                canvas.set_hud(None)
                # What was said of the run no longer holds; what the next one will cost is being worked out.
                self._window.paint_panel.estimate.set_estimate(None, "")
                status.show_idle()
                status.say("")
            case PaintState.PREPARING:
                self._share_done = 0.0
                canvas.set_hud([self._one_pass_words() if self._painting.one_pass else self.tr("Preparing…")])
                status.show_busy()
                status.say(self.tr("Painting begins…"))
            case PaintState.PAINTING:
                status.say(self.tr("Painting"))
            case PaintState.PAUSED:
                status.say(self.tr("Paused"))
                self._show_hud(self.tr("Paused"))
            case PaintState.STOPPING:
                status.say(self.tr("Stopping…"))
                self._show_hud(self.tr("Stopping…"))
        self._update_actions()

    @Slot(object)
    def _on_frame(self, frame: Frame) -> None:
        if self.reduced_motion and self._frame_clock.isValid() and self._frame_clock.elapsed() < CALM_INTERVAL_MS:
            return
        self._frame_clock.start()
        first = not self._window.canvas.has_frame
        self._window.canvas.set_result_frame(frame.pixels)
        if first:
            self._window.status.show_picture(self.tr("Being painted"))
            self._update_actions()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._progress = progress
        if progress.eta_s is not None:
            whole_s = max(progress.elapsed_s + progress.eta_s, 1e-9)
            self._share_done = max(self._share_done, progress.elapsed_s / whole_s)
        self._window.status.show_progress(progress, self._share_done)
        if self._painting.state is PaintState.PAINTING:
            self._show_hud("")

    def _show_hud(self, headline: str) -> None:
        progress = self._progress
        if progress is None:
            self._window.canvas.set_hud([headline])
            return
        if headline and self._painting.state is PaintState.PAUSED:
            keys = key_words(self._window.actions_by_id["pause"].shortcut())
            headline = self.tr("Paused ({} to go on)").format(keys) if keys else headline
        if self._painting.one_pass:
            step = self._one_pass_words()
        else:
            step = self.tr("Step {} of {}").format(progress.step, progress.steps)
        lines = [headline or step]
        if progress.eta_s is not None and not headline:
            lines.append(self.tr("{} left").format(duration_text(progress.eta_s)))
        lines.append(f"{progress.width} × {progress.height} px")
        self._window.canvas.set_hud(lines, self._share_done)

    def _one_pass_words(self) -> str:
        return self.tr("Painting at full size")

    @Slot(object)
    def _on_finished(self, version: Version) -> None:
        progress, self._progress = self._progress, None
        width, height = version.size
        time = duration_text(progress.elapsed_s) if progress is not None else ""
        if version.complete:
            text = self.tr("Painted at {} × {} px in {}.").format(width, height, time)
        else:
            text = self.tr("Stopped. The picture as it stands is kept ({} × {} px).").format(width, height)
        if version is not self._document.current:
            text = f"{text} {self.tr('It is kept as version {}.').format(version.number)}"
        self._messages.news(text)
        if not version.is_of(self._document.photo) and self._painting.is_awaited(version):
            self._messages.offer(
                self.tr("“{}” is painted.").format(version.held_photo.name),
                self.tr("Show it"),
                lambda: self._document.select_version(version),
            )

    @Slot(object)
    def _on_failed(self, failure: Failed) -> None:
        self._progress = None
        self._show_current()
        self._update_actions()
        self._messages.news("")
        if failure.missing_model:
            self._missing_model = failure.missing_model
            self._messages.offer(failure.text, self.tr("Download…"), self._ask_for_model, error=True)
        else:
            self._messages.error(failure.text)

    def _ask_for_model(self) -> None:
        self.model_wanted.emit(self._missing_model)

    # -- cost -------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_estimate(self, cost: Estimate | None) -> None:
        label = self._window.paint_panel.estimate
        if cost is None:
            self._missing = ""
            self._tell_what_is_missing()
            return
        label.set_estimate(cost, wanted_px=self._document.params.size_px)
        self._window.status.show_device(cost.device)
        self._window.status.show_memory(cost.free_bytes)

    @Slot(str)
    def _on_estimate_failed(self, text: str) -> None:
        self._window.paint_panel.estimate.set_estimate(None, text)

    def _tell_what_is_missing(self) -> None:
        """Say it, or take it back: what a run will cost comes later, and at first the engine has to be loaded."""
        missing = self._what_is_missing()
        if missing != self._missing:
            self._missing = missing
            self._window.paint_panel.estimate.set_estimate(None, missing or self.tr("Getting ready…"))

    def _what_is_missing(self) -> str:
        try:
            self._document.request()
        except IncompleteError as error:
            return in_words(str(error))
        return ""

    @Slot()
    def _show_memory(self) -> None:
        # torch is there by now: `engine_is_ready` was called.
        from stylegui.engine import devices

        device, _ = devices.choose(self._painting.device)
        self._window.status.show_device(device.type.upper())
        self._window.status.show_memory(devices.free_memory(device))

    # -- the document -----------------------------------------------------------------------------------------------

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.PHOTO:
            self._show_photo()
        elif change is Change.VERSIONS and not self._is_streaming():
            self._show_current()
        if change in (Change.PHOTO, Change.STYLES) and not self._painting.busy:
            self._tell_what_is_missing()
        self._update_actions()

    def _is_streaming(self) -> bool:
        return self._painting.streaming

    @Slot()
    def _on_preview(self) -> None:
        if not self._is_streaming():
            self._show_current()
            self._update_actions()

    def _show_photo(self) -> None:
        photo = self._document.photo
        self._window.canvas.set_photo(photo)
        self._show_current()

    def _show_current(self) -> None:
        """The preview, else the version, else the photo alone."""
        current, preview = self._document.current, self._previewing.seen
        if preview is not None:
            label = self.tr("Preview: {}").format(preview.trial) if preview.trial else self.tr("Preview")
            self._window.canvas.set_preview(preview.image, label)
        elif current is None or not self._is_shown(current):
            self._window.canvas.set_result(current.result.picture if current is not None else None)
        self._shown = current if preview is None else None
        self._show_way_back(preview)
        self._window.status.show_picture(self._about(current, preview))

    def _is_shown(self, version: Version) -> bool:
        return version is self._shown and self._window.canvas.has_finished_result

    def _about(self, current: Version | None, preview: Preview | None) -> str:
        """What is on the canvas, in words, and its size."""
        photo = self._document.photo
        if preview is not None and preview.trial:
            return self.tr("Trying on “{}”").format(preview.trial)
        if preview is not None:
            return self._about_preview()
        if current is not None:
            number, (width, height) = current.number, current.size
            return self.tr("Version {} · {} × {} px").format(number, width, height)
        return self.tr("Photo {} × {} px").format(photo.width, photo.height) if photo is not None else ""

    def _about_preview(self) -> str:
        """That it is a preview, and which version it took the place of."""
        kept = self._kept_version()
        return self.tr("Preview · version {} is kept").format(kept.number) if kept is not None else self.tr("Preview")

    def _kept_version(self) -> Version | None:
        """The version that a preview leads back to: the newest of the photo."""
        versions = self._document.versions
        return next((each for each in reversed(versions) if each.is_of(self._document.photo)), None)

    def _show_way_back(self, preview: Preview | None) -> None:
        kept = self._kept_version() if preview is not None and not preview.trial else None
        if kept is None:
            self._window.canvas.set_way_back("")
            return
        keys = key_words(self._window.actions_by_id["older"].shortcut())
        tip = self.tr("Back to version {}").format(kept.number)
        self._window.canvas.set_way_back(self.tr("Version {}").format(kept.number), f"{tip} ({keys})" if keys else tip)

    @Slot()
    def _take_way_back(self) -> None:
        kept = self._kept_version()
        if kept is not None:
            self._document.select_version(kept)

    def _update_actions(self) -> None:
        actions, state = self._window.actions_by_id, self._painting.state
        busy, painted = self._painting.busy, self._document.current is not None
        actions["pause"].setEnabled(busy and state is not PaintState.STOPPING)
        paused = state is PaintState.PAUSED
        actions["pause"].setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        actions["pause"].setIcon(icon("play" if paused else "pause"))
        actions["stop"].setEnabled(busy and state is not PaintState.STOPPING)
        streaming, previewed = self._is_streaming(), self._previewing.seen is not None
        for name in ("export", "export_again"):
            actions[name].setEnabled((painted or (previewed and not busy)) and not streaming)
        for name in ("newer", "older"):
            actions[name].setEnabled(bool(self._document.versions) and not streaming)
        shown = self._document.photo is not None
        for name in ("copy", "zoom_in", "zoom_out", "zoom_fit", "zoom_actual"):
            actions[name].setEnabled(shown)
        self._window.zoom_button.setEnabled(shown)
