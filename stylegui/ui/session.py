"""The session: what happens when the artist opens, drops, chooses, turns a knob, compares or closes.

It joins the document with the window. Its parts have modules of their own: photos come in through `intake`, styles
through `styling` and `blend`, parameters through `tuning`; `previewing` shows at once what they make, `painting` runs
the engine and `paint_view` shows it; `exporting` saves; `preferences` holds settings.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QUndoStack

from stylegui.engine.images import Picture
from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.project.archive import is_project
from stylegui.project.document import Change, Document
from stylegui.project.finding import Whereabouts
from stylegui.project.presets import PresetShelf
from stylegui.project.recent import RecentFiles
from stylegui.project.recovery import RecoveryFolder
from stylegui.resources import resource
from stylegui.settings import SettingsStore
from stylegui.ui.actions import key_words
from stylegui.ui.blend import StyleBlend
from stylegui.ui.closing import Closing
from stylegui.ui.commanding import Commanding
from stylegui.ui.comparing import Comparing
from stylegui.ui.downloads import Downloads
from stylegui.ui.exporting import Exporter
from stylegui.ui.file_question import ask_for_pictures
from stylegui.ui.gallery.photo_tiles import PaintTile
from stylegui.ui.guests import Guests
from stylegui.ui.help import Help
from stylegui.ui.history.history import History
from stylegui.ui.intake import PhotoIntake
from stylegui.ui.language import in_words
from stylegui.ui.looking import Looking
from stylegui.ui.main_window import MainWindow
from stylegui.ui.making import StyleMaking
from stylegui.ui.messages import Messages
from stylegui.ui.mime import read_pictures
from stylegui.ui.notices import Notices
from stylegui.ui.paint_view import PaintView
from stylegui.ui.painting import Painting
from stylegui.ui.preferences import Preferences
from stylegui.ui.presetting import Presetting
from stylegui.ui.previewing import Previewing
from stylegui.ui.projecting import Projecting
from stylegui.ui.queue.keeping import QueueKeeping
from stylegui.ui.queue.notifying import Notifying
from stylegui.ui.queue.queueing import Queueing
from stylegui.ui.recent_menu import RecentMenu
from stylegui.ui.recovering import Recovering
from stylegui.ui.restoring import Restorer
from stylegui.ui.second_window import SecondScreen
from stylegui.ui.studio_windows import StudioWindows
from stylegui.ui.styling import Styling
from stylegui.ui.tuning import Tuning
from stylegui.ui.window_state import save_window

SAMPLE = "samples/coast-at-dusk.jpg"
SAMPLE_STYLE = "night-wind"
CLOSE_TIMEOUT_MS = 8000

Source = Path | bytes


class Session(QObject):
    """Joins one document with one window."""

    def __init__(
        self,
        *,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        queue: JobQueue,
        lane: PreviewLane,
        paint_tile: PaintTile,
        backend: Backend,
        tasks: TaskPool,
        settings: SettingsStore,
        paths: Paths,
        recent: RecentFiles,
        undo_stack: QUndoStack,
        recovery: RecoveryFolder | None,
    ) -> None:
        """Without a recovery folder nothing is put aside: the disk refuses."""
        super().__init__(window)
        self._window = window
        self._document = document
        self._library = library
        self._lane = lane
        self._backend = backend
        self._paint_tile = paint_tile
        self._recent = recent
        self._undo_stack = undo_stack
        undo_stack.setParent(self)
        self.messages = Messages(window.canvas, window.status, self)
        self.intake = PhotoIntake(tasks, self)
        self.blend = StyleBlend(document, library, tasks, self)
        self.painting = Painting(document, queue, backend, tasks, self)
        self.looking = Looking(window, self)
        self.previewing = Previewing(document, library, self.painting, lane, backend, self)
        self.view = PaintView(window, document, self.painting, self.previewing, self.messages, self)
        self.preferences = Preferences(window, settings, paths, self.painting, self.view, self.messages, self)
        self.tuning = Tuning(window.paint_panel, document, self.preferences, undo_stack, self)
        presets = PresetShelf(paths.config / "presets.json")
        self.presetting = Presetting(
            window.paint_panel, document, presets, self.preferences, undo_stack, self.messages, self
        )
        self.styling = Styling(
            window,
            self.blend,
            self.previewing,
            self.preferences,
            undo_stack,
            self.messages,
            self._next_step,
            self,
        )
        whereabouts = Whereabouts(paths.state / "photos.json")
        self.exporter = Exporter(
            window,
            document,
            library,
            self.painting,
            self.previewing,
            tasks,
            self.preferences,
            presets,
            whereabouts,
            self.messages,
            self,
        )
        self.restorer = Restorer(
            window,
            document,
            library,
            recent,
            whereabouts,
            tasks,
            self.preferences,
            undo_stack,
            self.messages,
            self,
        )
        self.downloads = Downloads(window, paths, self.preferences, self.messages, self)
        self.making = StyleMaking(
            window, document, library, tasks, self.preferences, self.messages, paths.window_file, self
        )
        self.help = Help(window, paths, self.preferences, tasks, self)
        self.comparing = Comparing(window, document, tasks, self.preferences, undo_stack, self.messages, self)
        self.history = History(
            window, document, queue, self.painting, tasks, self.preferences, settings, undo_stack, self.messages, self
        )
        self.history.panel.compare_wanted.connect(self.comparing.compare)
        self.history.menu.export_wanted.connect(self.exporter.export_versions)
        self.queueing = Queueing(window, document, queue, self.painting, backend, tasks, self.messages, self)
        self.notifying = Notifying(window, queue, settings, self)
        self.second_screen = SecondScreen(window, self.preferences, paths.window_file, self)
        self.commanding = Commanding(window, library, self.styling, self)
        self.projecting = Projecting(
            window, document, self.painting, self.exporter, self.preferences, self.messages, undo_stack, recent, self
        )
        self.guests = Guests(document, library, tasks, self.projecting, window.gallery, self.messages, self)
        self.recovery = recovery
        self.recovering = self.keeping = None
        if recovery is not None:
            self.recovering = Recovering(window, document, recovery, self.projecting, tasks, self.messages, self)
            self.keeping = QueueKeeping(queue, recovery, document, self.recovering.autosaver, self)
            self.keeping.failed.connect(self.messages.error)
            self.projecting.recovered.connect(self.keeping.take_up)
        self.windows = StudioWindows(self, window, document, library, queue, backend, tasks, undo_stack)
        self.closing = Closing(window, self.painting, self.exporter, self.projecting, settings, self)
        self.closing.warn_of(self.making.loss)
        window.may_close = self.closing.may_close
        self.closing.at_end(self.view.stop_timers, window.hide, functools.partial(lane.close, CLOSE_TIMEOUT_MS))
        self.closing.at_end(functools.partial(self.windows.close, CLOSE_TIMEOUT_MS))
        if self.keeping is not None:
            self.closing.can_keep = True
            self.closing.at_end(self.keeping.freeze)
        self.closing.at_end(functools.partial(queue.close, CLOSE_TIMEOUT_MS), self.notifying.close)
        self.closing.at_end(functools.partial(self.downloads.close, CLOSE_TIMEOUT_MS))
        self.closing.at_end(functools.partial(self.making.close, CLOSE_TIMEOUT_MS), self.history.close)
        self.closing.at_end(functools.partial(tasks.close, CLOSE_TIMEOUT_MS), self.exporter.close, self._leave_project)
        self.closing.at_end(window.gallery.shut_down, functools.partial(save_window, window, paths.window_file))
        self.closing.at_end(self.comparing.remember, self.second_screen.close)
        # A stack that is destroyed full still tells that it is empty now, to objects that are gone.
        self.closing.at_end(undo_stack.clear)
        self._connect_photos()
        self._connect_downloads()
        self._connect_window()
        queue.engine_ready.connect(self._on_engine_ready)
        document.observe(self._on_document_changed)
        self.notices = Notices(library, window.gallery, self.messages, settings.notice, self)

    def open_arguments(self, words: Sequence[str]) -> None:
        """Open what was named when the program was started: a photo, and a style (a picture file or a style's id)."""
        if words:
            self.open_photo(Path(words[0]))
        if len(words) > 1:
            if self._library.get(words[1]) is not None and not Path(words[1]).exists():
                self.blend.choose([words[1]])
            else:
                self.blend.add(Path(words[1]))

    # -- photos -----------------------------------------------------------------------------------------------------

    def _connect_photos(self) -> None:
        actions, canvas = self._window.actions_by_id, self._window.canvas
        actions["open"].triggered.connect(self.choose_photo)
        actions["sample"].triggered.connect(self.open_sample)
        actions["paste"].triggered.connect(self.paste_photo)
        actions["copy"].triggered.connect(self.copy_picture)
        canvas.open_photo_requested.connect(self.choose_photo)
        canvas.sample_requested.connect(self.open_sample)
        canvas.photo_dropped.connect(self._on_photo_dropped)
        canvas.both_dropped.connect(self._on_both_dropped)
        canvas.drop_refused.connect(self.messages.error)
        self.intake.loading_started.connect(self._on_loading_started)
        self.intake.photo_loaded.connect(self._on_photo_loaded)
        self.intake.recipe_found.connect(self.restorer.offer)
        self.intake.loading_failed.connect(self._on_loading_failed)
        RecentMenu(self._window.recent_menu, self._recent, self.open_photo, self)

    def open_photo(self, source: Source, name: str = "") -> None:
        """Read a photo, or a project, in the background and work on it. A painting that is under way goes on."""
        if is_project(source):
            self.projecting.open(source)
            return
        self.messages.clear()
        self.intake.load(source, name)

    @Slot()
    def choose_photo(self) -> None:
        """Ask for a photo file."""
        path = ask_for_pictures(self._window, self.preferences, self.tr("Open photo"), "photo", several=False)
        if path:
            self.open_photo(path[0])

    @Slot()
    def open_sample(self) -> None:
        """Work on the photo that comes with the program, in a style if none is chosen yet."""
        self.open_photo(resource(SAMPLE))
        self._choose_sample_style()

    def _choose_sample_style(self) -> None:
        if not self.blend.ids:
            there = self._library.get(SAMPLE_STYLE) is not None
            self.blend.choose([SAMPLE_STYLE] if there else self._library.search()[:1])

    @Slot()
    def paste_photo(self) -> None:
        """Work on the picture on the clipboard."""
        pasted = read_pictures(QGuiApplication.clipboard().mimeData())
        if pasted.sources:
            self.open_photo(pasted.sources[0], self.tr("Pasted picture"))
        else:
            self.messages.error(self.tr("There is no picture on the clipboard."))

    @Slot()
    def copy_picture(self) -> None:
        """Put the picture that is seen on the clipboard, at its full size."""
        image = self._window.canvas.shown_image()
        if not image.isNull():
            QGuiApplication.clipboard().setImage(image)
            previewed = self._window.canvas.has_preview and not self._window.canvas.is_peeking
            words = self.tr("Copied the preview ({} × {} px).") if previewed else self.tr("Copied ({} × {} px).")
            self.messages.news(words.format(image.width(), image.height()))

    @Slot(object)
    def _on_photo_dropped(self, sources: Sequence[Source]) -> None:
        self.open_photo(sources[0], self.tr("Dropped picture"))
        if isinstance(sources[0], Path) and sources[0].is_relative_to(resource("samples")):
            self._choose_sample_style()
        if len(sources) > 1:
            self.messages.say(self.tr("One photo at a time: the first of {} was opened.").format(len(sources)))

    @Slot(object, object)
    def _on_both_dropped(self, photo: Source, style: Source) -> None:
        self.open_photo(photo, self.tr("Dropped picture"))
        self.blend.add(style)
        if isinstance(photo, Path) and isinstance(style, Path):
            text = self.tr("“{}” is the photo and “{}” the style.").format(photo.name, style.name)
            self.messages.offer(text, self.tr("Swap"), functools.partial(self._on_both_dropped, style, photo))

    @Slot(str)
    def _on_loading_started(self, name: str) -> None:
        self.messages.news(self.tr("Opening “{}”…").format(name))

    @Slot(object)
    def _on_photo_loaded(self, photo: Picture) -> None:
        self._document.set_photo(photo)
        if photo.source:
            path = Path(photo.source)
            if not path.is_relative_to(resource("samples")):
                self._recent.add(path)
        self.messages.news(" ".join(map(in_words, photo.notes)) or self._next_step())

    @Slot(str)
    def _on_loading_failed(self, text: str) -> None:
        self.messages.news("")
        self.messages.error(text)

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.PHOTO:
            self._window.gallery.set_photo(self._document.photo)
        elif change is Change.ENGINE and (step := self._next_step()):
            self.messages.news(step)

    def _next_step(self) -> str:
        """What the artist may want to do next, in words."""
        if self.painting.busy or self._document.photo is None:
            return ""
        if not self.blend.ids:
            return self.tr("Choose a style in the gallery.")
        keys = key_words(self._window.actions_by_id["start"].shortcut())
        if not keys:
            return self.tr("Ready.")
        if self._document.engine == "instant":
            return self.tr("Start ({}) paints it at full size.").format(keys)
        return self.tr("Ready. Press Start ({}) to paint.").format(keys)

    def _leave_project(self) -> None:
        """Give back the window's files: what was not saved is kept where nobody was asked."""
        if self.recovering is not None:
            self.recovering.close(keep=self.closing.keeps)
        self.projecting.close()

    # -- networks ---------------------------------------------------------------------------------------------------

    def _connect_downloads(self) -> None:
        self._window.paint_panel.panels["paint"].download_requested.connect(self.downloads.ask)
        self.view.model_wanted.connect(self.downloads.ask)
        self.downloads.network_installed.connect(self._on_network_installed)

    @Slot(str)
    def _on_network_installed(self, _network_id: str) -> None:
        self.preferences.show_networks()
        self.painting.schedule_estimate()

    # -- the window -------------------------------------------------------------------------------------------------

    def _connect_window(self) -> None:
        actions = self._window.actions_by_id
        actions["close"].triggered.connect(self._window.close)
        actions["quit"].triggered.connect(self._window.close)
        actions["undo"].triggered.connect(self._undo_stack.undo)
        actions["redo"].triggered.connect(self._undo_stack.redo)
        self._undo_stack.canUndoChanged.connect(actions["undo"].setEnabled)
        self._undo_stack.canRedoChanged.connect(actions["redo"].setEnabled)
        self._undo_stack.undoTextChanged.connect(self._on_undo_text)
        self._undo_stack.redoTextChanged.connect(self._on_redo_text)
        actions["undo"].setEnabled(False)
        actions["redo"].setEnabled(False)

    @Slot(str)
    def _on_undo_text(self, text: str) -> None:
        self._window.actions_by_id["undo"].setText(self.tr("&Undo: {}").format(text) if text else self.tr("&Undo"))

    @Slot(str)
    def _on_redo_text(self, text: str) -> None:
        self._window.actions_by_id["redo"].setText(self.tr("&Redo: {}").format(text) if text else self.tr("&Redo"))

    @Slot(str)
    def _on_engine_ready(self, trouble: str) -> None:
        if trouble:
            self.messages.error(trouble)
        else:
            self.view.engine_is_ready()
            self.preferences.engine_is_ready()
            self._window.gallery.set_lane(self._lane, self._paint_tile)
            self._lane.when_idle(self._backend.settle)
        self.previewing.engine_is_ready(trouble)
