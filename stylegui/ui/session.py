"""The session: what happens when the artist opens, drops, chooses, turns a knob, compares or closes.

It joins the document with the window. Its parts have modules of their own: photos come in through `intake`, styles
through `blend`; `painting` runs the engine and `paint_view` shows it; `exporting` saves; `preferences` holds settings.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QFileDialog

from stylegui.engine.images import Picture
from stylegui.engine.request import PaintParams
from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.library import Added, StyleLibrary
from stylegui.paths import Paths
from stylegui.project.document import Change, Document
from stylegui.project.recent import RecentFiles
from stylegui.resources import resource
from stylegui.settings import SettingsStore
from stylegui.ui.actions import key_words
from stylegui.ui.blend import StyleBlend
from stylegui.ui.closing import Closing
from stylegui.ui.commands import ChoiceCommand, ParamsCommand
from stylegui.ui.downloads import Downloads
from stylegui.ui.exporting import Exporter
from stylegui.ui.help import Help
from stylegui.ui.intake import PhotoIntake
from stylegui.ui.looking import Looking
from stylegui.ui.main_window import MainWindow
from stylegui.ui.making import StyleMaking
from stylegui.ui.messages import Messages
from stylegui.ui.mime import read_pictures
from stylegui.ui.notices import Notices
from stylegui.ui.paint_view import PaintView
from stylegui.ui.painting import Painting
from stylegui.ui.preferences import Preferences
from stylegui.ui.restoring import Restorer
from stylegui.ui.window_state import save_window

PICTURE_PATTERNS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.jp2 *.ppm"
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
        backend: Backend,
        tasks: TaskPool,
        settings: SettingsStore,
        paths: Paths,
        recent: RecentFiles,
        undo_stack: QUndoStack,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._library = library
        self._lane = lane
        self._settings = settings
        self._recent = recent
        self._undo_stack = undo_stack
        undo_stack.setParent(self)
        self.messages = Messages(window.canvas, window.status, self)
        self.intake = PhotoIntake(tasks, self)
        self.blend = StyleBlend(document, library, tasks, self)
        self.painting = Painting(document, queue, backend, tasks, self)
        self.looking = Looking(window, self)
        self.view = PaintView(window, document, self.painting, self.messages, self)
        self.preferences = Preferences(window, settings, paths, self.painting, self.view, self.messages, self)
        self.exporter = Exporter(window, document, tasks, self.preferences, self.messages, self)
        self.restorer = Restorer(document, library, self.blend, undo_stack, self.messages, self)
        self.downloads = Downloads(window, paths, self.preferences, self.messages, self)
        self.making = StyleMaking(
            window, document, library, tasks, self.preferences, self.messages, paths.window_file, self
        )
        self.help = Help(window, paths, self.preferences, self)
        self.closing = Closing(window, document, self.painting, self.exporter, settings, self)
        self.closing.warn_of(self.making.loss)
        window.may_close = self.closing.may_close
        self.closing.at_end(self.view.stop_timers, window.hide, functools.partial(lane.close, CLOSE_TIMEOUT_MS))
        self.closing.at_end(functools.partial(queue.close, CLOSE_TIMEOUT_MS))
        self.closing.at_end(functools.partial(self.downloads.close, CLOSE_TIMEOUT_MS))
        self.closing.at_end(functools.partial(self.making.close, CLOSE_TIMEOUT_MS))
        self.closing.at_end(functools.partial(tasks.close, CLOSE_TIMEOUT_MS), self.exporter.close)
        self.closing.at_end(window.gallery.shut_down, functools.partial(save_window, window, paths.window_file))
        # A stack that is destroyed full still tells that it is empty now, to objects that are gone.
        self.closing.at_end(undo_stack.clear)
        self._connect_photos()
        self._connect_styles()
        self._connect_parameters()
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
        self._window.recent_menu.aboutToShow.connect(self._fill_recent_menu)
        self._window.recent_menu.triggered.connect(self._on_recent_chosen)

    def open_photo(self, source: Source, name: str = "") -> None:
        """Read a photo in the background and work on it. A painting that is under way goes on."""
        self.messages.clear()
        self.intake.load(source, name)

    @Slot()
    def choose_photo(self) -> None:
        """Ask for a photo file."""
        path = self._ask_for_files(self.tr("Open photo"), "photo", several=False)
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
            self.messages.news(self.tr("Copied ({} × {} px).").format(image.width(), image.height()))

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
        self.messages.news(" ".join(photo.notes) or self._next_step())

    @Slot(str)
    def _on_loading_failed(self, text: str) -> None:
        self.messages.news("")
        self.messages.error(text)

    def _next_step(self) -> str:
        """What the artist may want to do next, in words."""
        if self.painting.busy:
            return ""
        if not self.blend.ids:
            return self.tr("Choose a style in the gallery.")
        keys = key_words(self._window.actions_by_id["start"].shortcut())
        return self.tr("Ready. Press Start ({}) to paint.").format(keys) if keys else self.tr("Ready.")

    @Slot()
    def _fill_recent_menu(self) -> None:
        menu = self._window.recent_menu
        menu.clear()
        for number, path in enumerate(self._recent.paths, start=1):
            name = path.name.replace("&", "&&")
            menu.addAction(f"&{number % 10}  {name}").setData(path)
        if menu.isEmpty():
            menu.addAction(self.tr("No photos yet")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(self.tr("Clear list"))

    @Slot(QAction)
    def _on_recent_chosen(self, entry: QAction) -> None:
        path = entry.data()
        if isinstance(path, Path):
            self.open_photo(path)
        else:
            self._recent.clear()

    # -- styles -----------------------------------------------------------------------------------------------------

    def _connect_styles(self) -> None:
        actions, gallery, box = self._window.actions_by_id, self._window.gallery, self._window.paint_panel.blend
        actions["add_styles"].triggered.connect(self.choose_styles_to_add)
        actions["paste_style"].triggered.connect(self.paste_style)
        actions["find_style"].triggered.connect(self.find_style)
        gallery.selection_changed.connect(self._choose_undoably)
        gallery.styles_dropped.connect(gallery.add_styles)
        gallery.add_requested.connect(self.choose_styles_to_add)
        gallery.message.connect(self.messages.by_kind)
        gallery.tile_size_changed.connect(self.preferences.remember_tile_size)
        gallery.order_changed.connect(self.preferences.remember_order)
        gallery.files.set_last_folders(self._settings.current.last_folders)
        gallery.files.folder_used.connect(self.preferences.remember_folder)
        self._window.canvas.styles_dropped.connect(self._on_styles_dropped)
        self.blend.chosen_changed.connect(gallery.set_current)
        self.blend.picture_added.connect(self._show_added)
        self.blend.items_changed.connect(box.set_styles)
        self.blend.loading_failed.connect(self.messages.error)
        box.weights_changed.connect(self.blend.set_weights)
        box.style_removed.connect(self._take_out_undoably)

    @Slot(object)
    def _show_added(self, added: Added) -> None:
        self._window.gallery.show_added(added.style, is_new=added.is_new)
        text = (
            self.tr("“{}” is now one of your styles.") if added.is_new else self.tr("“{}” is in the gallery already.")
        )
        more = self._next_step() if self._document.photo is not None else ""
        self.messages.news(f"{text.format(added.style.title)} {more}".rstrip())

    @Slot(object)
    def _choose_undoably(self, ids: list[str]) -> None:
        if ids != self.blend.ids:
            self._undo_stack.push(ChoiceCommand(self.blend.ids, ids, self.blend.choose))
            self.messages.news(self._next_step() if self._document.photo is not None else "")

    @Slot(str)
    def _take_out_undoably(self, style_id: str) -> None:
        self._choose_undoably([other for other in self.blend.ids if other != style_id])

    @Slot()
    def choose_styles_to_add(self) -> None:
        """Ask for pictures and add them to the gallery."""
        self._window.gallery.add_styles(self._ask_for_files(self.tr("Add styles"), "style", several=True))

    @Slot()
    def paste_style(self) -> None:
        """Add the picture on the clipboard to the gallery and paint in it."""
        pasted = read_pictures(QGuiApplication.clipboard().mimeData())
        if pasted.sources:
            self.blend.add(pasted.sources[0])
        else:
            self.messages.error(self.tr("There is no picture on the clipboard."))

    @Slot()
    def find_style(self) -> None:
        """Let the artist type what to look for in the gallery."""
        self._window.styles_dock.show()
        self._window.styles_dock.raise_()
        self._window.gallery.focus_search()

    @Slot(object)
    def _on_styles_dropped(self, styles: Sequence[str | Source]) -> None:
        """Styles that were dropped on the canvas: ids from the gallery, or pictures."""
        ids = [style for style in styles if isinstance(style, str)]
        if ids:
            self._choose_undoably(ids)
            return
        sources = [style for style in styles if not isinstance(style, str)]
        if len(sources) == 1:
            self.blend.add(sources[0])
        else:
            self._window.gallery.add_styles(sources)

    # -- parameters -------------------------------------------------------------------------------------------------

    def _connect_parameters(self) -> None:
        panel = self._window.paint_panel.parameters
        panel.set_params(self._document.params)
        panel.value_changed.connect(self._on_value_changed)
        panel.download_requested.connect(self.downloads.ask)
        self.view.model_wanted.connect(self.downloads.ask)
        self.downloads.network_installed.connect(self._on_network_installed)

    @Slot(str, object)
    def _on_value_changed(self, name: str, _value: object) -> None:
        params = self._window.paint_panel.parameters.params()
        assert isinstance(params, PaintParams)
        if name == "encoder":
            # Every network has layers of its own: weights that were set for another one's mean nothing here.
            params = params.model_copy(update={"content_weights": {}, "style_weights": {}})
        if params != self._document.params:
            self._undo_stack.push(ParamsCommand(name, self._document.params, params, self._document.set_params))

    def _on_document_changed(self, change: Change) -> None:
        panel = self._window.paint_panel.parameters
        if change is Change.PARAMS and panel.params() != self._document.params:
            panel.set_params(self._document.params)
        if change is Change.PARAMS:
            self.preferences.show_layers(self._document.params.encoder)

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

    def _ask_for_files(self, title: str, purpose: str, *, several: bool) -> list[Path]:
        """Let the artist pick picture files, beginning in the folder that was used last for this purpose."""
        folder = self._settings.current.last_folders.get(purpose, "")
        pattern = f"{self.tr('Pictures')} ({PICTURE_PATTERNS});;{self.tr('All files')} (*)"
        if several:
            names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, pattern)
        else:
            name, _ = QFileDialog.getOpenFileName(self._window, title, folder, pattern)
            names = [name] if name else []
        paths = [Path(name) for name in names]
        if paths:
            self.preferences.remember_folder(purpose, str(paths[0].parent))
        return paths
