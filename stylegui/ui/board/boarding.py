"""Joins the window of the mood board with the document: what is pinned and kept, and what becomes of pins."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QMimeData, QObject, QPointF, Slot
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QFileDialog

from stylegui.jobs.task import TaskPool
from stylegui.library import StyleLibrary
from stylegui.project.arranging import GAP_PX
from stylegui.project.board import PICTURED, SECTION, Board, Pin, read_board
from stylegui.project.document import Change, Document, Version
from stylegui.ui.blend import StyleBlend
from stylegui.ui.board import words
from stylegui.ui.board.bar import SCALES
from stylegui.ui.board.commands import BoardCommand
from stylegui.ui.board.pictures import PinPictures
from stylegui.ui.board.pinning import Arrival, Pinning, picture_wish, shown_wish, style_wish, version_wish
from stylegui.ui.board.sheet import sheet_size, write_sheet
from stylegui.ui.board.window import BoardWindow
from stylegui.ui.file_question import ask_for_pictures
from stylegui.ui.language import in_words
from stylegui.ui.main_window import MainWindow
from stylegui.ui.making import StyleMaking
from stylegui.ui.messages import Messages
from stylegui.ui.mime import read_pictures, style_ids, version_id
from stylegui.ui.preferences import Preferences
from stylegui.ui.styling import Styling

PALETTE_SIZE_PX = (264.0, 72.0)
SHARED_KEYS = ("undo", "redo", "save")
"""Commands of the main window whose keys act here as well."""


class Boarding(QObject):
    """Opens the window, and writes what is done there into the document, each deed as a step that can be undone."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        blend: StyleBlend,
        styling: Styling,
        making: StyleMaking,
        open_photo: Callable[[bytes, str], None],
        adopt: Callable[[Version], None],
        tasks: TaskPool,
        preferences: Preferences,
        undo_stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._library = library
        self._blend = blend
        self._styling = styling
        self._making = making
        self._open_photo = open_photo
        self._adopt = adopt
        self._tasks = tasks
        self._preferences = preferences
        self._undo_stack = undo_stack
        self._messages = messages
        self.board: BoardWindow | None = None
        self._pictures = PinPictures(document.store, tasks, self)
        self._pinning = Pinning(document.store, tasks, self)
        self._pinning.arrived.connect(self._on_arrived)
        self._pinning.palette_taken.connect(self._on_palette)
        self._pinning.failed.connect(self._fail)
        self._is_deed = False
        window.actions_by_id["board"].triggered.connect(self.open)
        document.observe(self._on_document_changed)

    @Slot()
    def open(self) -> None:
        """Show the window with the board of this document."""
        if self.board is None:
            self.board = self._make_window()
            self._follow()
            self.board.show()
            self.board.view.fit()
        self.board.show()
        self.board.raise_()
        self.board.activateWindow()

    def close(self) -> None:
        """Close the window; what is being written is kept."""
        if self.board is not None:
            self.board.scene.shut_down()
            self.board.close()
            self.board.deleteLater()
            self.board = None

    def _make_window(self) -> BoardWindow:
        board = BoardWindow(self._pictures, self._window)
        board.addActions([self._window.actions_by_id[name] for name in SHARED_KEYS])
        board.scene.edited.connect(self._push)
        board.scene.opened.connect(self._open_pin)
        board.scene.note_wanted.connect(self._write_note)
        board.view.nudged.connect(self._nudge)
        board.view.dropped.connect(self._drop)
        board.menu.note_asked.connect(self._write_note)
        board.menu.pictures_asked.connect(self._ask_for_pictures)
        board.menu.copy_asked.connect(self._copy)
        board.menu.paste_asked.connect(self._paste)
        board.menu.used.connect(self._use)
        board.bar.pin_asked.connect(self._pin_current)
        board.bar.sheet_asked.connect(self._export)
        return board

    # -- the document -----------------------------------------------------------------------------------------------

    @Slot(str, object)
    def _push(self, step: str, after: Board, nudged_at_s: float | None = None) -> None:
        if self.board is not None and after != self.board.scene.board:
            self._undo_stack.push(BoardCommand(step, self.board.scene.board, after, self._show, nudged_at_s))

    def _show(self, board: Board) -> None:
        """Make this the document's board: a deed, or the way back or forth to one."""
        self._is_deed = True
        self._document.set_section(SECTION, board.to_json())
        self._is_deed = False

    def _follow(self) -> None:
        if self.board is None:
            return
        board = read_board(self._document.section(SECTION))
        self.board.scene.show_board(board, choose_new=self._is_deed)
        self.board.bar.show_sizes({scale: sheet_size(board, scale) for scale in SCALES})
        self._tell_possible()

    def _tell_possible(self) -> None:
        if self.board is not None:
            photo = self._document.photo is not None
            self.board.bar.show_possible(
                {
                    "photo": photo,
                    "palette": photo,
                    "styles": bool(self._styles_chosen()),
                    "version": self._document.current is not None,
                }
            )

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.SECTIONS:
            if not self._is_deed:
                self._pictures.forget_troubles()
            self._follow()
        else:
            self._tell_possible()

    # -- what comes to the board ------------------------------------------------------------------------------------

    @Slot(QMimeData, QPointF)
    def _drop(self, mime: QMimeData, at: QPointF | None) -> None:
        version = self._document.version_by_id(version_id(mime))
        ids = style_ids(mime)
        if version is not None:
            self._pinning.pin([version_wish(version, self._version_words(version))], at)
        elif ids:
            self._pinning.pin([style_wish(style) for style in self._library.fetch(ids)], at)
        else:
            self._take_pictures(mime, at)

    def _take_pictures(self, mime: QMimeData, at: QPointF | None) -> None:
        pictures = read_pictures(mime)
        if pictures.sources:
            if len(pictures.sources) > 1:
                self._say(self.tr("Pinning {} pictures…").format(len(pictures.sources)))
            self._pinning.pin([picture_wish(source) for source in pictures.sources], at)
        elif mime.hasText() and mime.text().strip() and not mime.hasUrls() and self.board is not None:
            self.board.deeds.pin_text(mime.text(), at, self.board.view.middle)
        else:
            self._fail(pictures.refusal)

    @Slot(object)
    def _on_arrived(self, arrival: Arrival) -> None:
        if self.board is None:
            return
        if arrival.pins:
            self.board.deeds.place(list(arrival.pins), arrival.at, self.board.view.middle)
            self._reveal()
        if arrival.troubles:
            more = len(arrival.troubles) - 1
            text = in_words(arrival.troubles[0])
            self._fail(self.tr("{} And {} more could not be pinned.").format(text, more) if more else text)

    def _reveal(self) -> None:
        """What has just been pinned is seen, and the keys act on it."""
        if self.board is not None:
            for pin in self.board.scene.chosen_pins[-1:]:
                self.board.view.bring_into_sight(pin)
            self.board.view.setFocus()

    @Slot(object)
    @Slot(QPointF)
    def _write_note(self, at: QPointF | None) -> None:
        if self.board is not None:
            self.board.view.setFocus()
            self.board.deeds.write_note(at, self.board.view.middle)

    @Slot()
    def _ask_for_pictures(self) -> None:
        if self.board is not None:
            title = self.tr("Pin pictures")
            files = ask_for_pictures(self.board, self._preferences, title, "board", several=True)
            self._pinning.pin([picture_wish(path) for path in files], None)

    @Slot(str)
    def _pin_current(self, what: str) -> None:
        """Pin what the main window works with."""
        photo, current = self._document.photo, self._document.current
        if what == "photo" and photo is not None:
            self._pinning.pin([shown_wish(photo)], None)
        elif what == "palette" and photo is not None:
            self._pinning.take_palette_of(photo)
        elif what == "styles":
            self._pinning.pin([style_wish(style) for style in self._library.fetch(self._styles_chosen())], None)
        elif what == "version" and current is not None:
            self._pinning.pin([version_wish(current, self._version_words(current))], None)

    def _styles_chosen(self) -> list[str]:
        return [style_id for style_id in self._blend.ids if self._library.get(style_id) is not None]

    def _version_words(self, version: Version) -> str:
        return self.tr("{} · version {}").format(version.title, version.number)

    @Slot(str, object)
    def _on_palette(self, pin_id: str, colours: Sequence[str]) -> None:
        """Pin colours below the picture that they are of."""
        if self.board is None or not colours:
            return
        width, height = PALETTE_SIZE_PX
        source = self.board.scene.board.pin(pin_id)
        near = self.board.view.middle
        if source is not None:
            width = source.width
            near = QPointF(source.x + width / 2, source.whole.bottom + GAP_PX + height / 2)
        pin = Pin(kind="palette", x=0, y=0, width=width, height=height, colours=tuple(colours))
        self.board.deeds.place([pin], None, near, self.tr("Pin a palette"))
        self._reveal()
        self._say(self.tr("Pinned a palette of {} colours.").format(len(colours)))

    # -- the hand and the clipboard ---------------------------------------------------------------------------------

    @Slot(float, float)
    def _nudge(self, dx: float, dy: float) -> None:
        if self.board is not None:
            board, ids = self.board.scene.board, self.board.scene.chosen
            moved = board.placed({pin.id: pin.box.moved(dx, dy) for pin in board.chosen(ids)})
            self._push(words.moving(len(ids)), moved, monotonic())

    @Slot()
    def _copy(self) -> None:
        mime = self.board.deeds.copied() if self.board is not None else None
        if mime is None or self.board is None:
            return
        pictured = [pin for pin in self.board.scene.chosen_pins if pin.kind in PICTURED]
        if len(pictured) == 1:
            pixmap = self._pictures.pixmap(pictured[0].digest, float("inf"))
            if pixmap is not None:
                mime.setImageData(pixmap.toImage())
        QGuiApplication.clipboard().setMimeData(mime)

    @Slot()
    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if self.board is not None and mime is not None and not self.board.deeds.paste(mime, self.board.view.middle):
            self._drop(mime, None)

    # -- what becomes of pins ---------------------------------------------------------------------------------------

    @Slot(object)
    def _open_pin(self, pin: Pin) -> None:
        """What a double click does."""
        purposes = {"style": "paint", "version": "version", "palette": "maker"}
        if pin.kind in purposes:
            self._use(purposes[pin.kind], [pin])
        elif self.board is not None:
            self.board.view.fit([pin])

    @Slot(str, object)
    def _use(self, purpose: str, pins: Sequence[Pin]) -> None:
        first = pins[0]
        if purpose == "paint":
            self._paint_in(pins)
        elif purpose == "version":
            version = self._document.version_by_id(first.ref)
            if version is None:
                self._fail(self.tr("This version has been deleted; only its picture is still here."))
                return
            self._adopt(version)
            self._say(self.tr("The main window shows {}.").format(words.name_of(first)))
        elif purpose == "palette":
            self._pinning.take_palette(first.id, first.digest)
        elif purpose == "maker":
            self._making.open_with(first.text or self.tr("From the board"), first.colours)
        elif purpose == "colours":
            QGuiApplication.clipboard().setText(" ".join(first.colours))
            self._say(self.tr("Copied {}").format(" ".join(first.colours)))
        else:
            use = self._blend.add if purpose == "style" else functools.partial(self._use_as_photo, first)
            work = functools.partial(self._document.store.file_bytes, first.digest)
            self._tasks.run(work, use, self._fail)

    def _use_as_photo(self, pin: Pin, content: bytes) -> None:
        self._open_photo(content, pin.text or self.tr("From the board"))

    def _paint_in(self, pins: Sequence[Pin]) -> None:
        """Paint in pinned styles; one that the gallery has no more comes back to it as a new one."""
        known = list(dict.fromkeys(pin.ref for pin in pins if self._library.get(pin.ref) is not None))
        if known:
            self._styling.choose(known[: Document.MAX_STYLES])
            titles = [style.title for style in self._library.fetch(known[: Document.MAX_STYLES])]
            self._say(
                self.tr("Painting in {} now.").format(", ".join(self.tr("“{}”").format(title) for title in titles))
            )
        else:
            self._use("style", pins[:1])

    @Slot(int)
    def _export(self, scale: int) -> None:
        """Save the board as one picture."""
        if self.board is None:
            return
        self.board.scene.end_writing()
        folder = Path(self._preferences.current.last_folders.get("export", "")) / self.tr("board.png")
        kinds = "PNG (*.png);;JPEG (*.jpg)"
        name, kind = QFileDialog.getSaveFileName(self.board, self.tr("Export the sheet"), str(folder), kinds)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
            path = path.with_name(path.name + (".jpg" if "jpg" in kind else ".png"))
        scene = self.board.scene
        work = functools.partial(write_sheet, scene.board, self._document.store, scene.look, scale, path)
        self._say(self.tr("Saving “{}”…").format(path.name))
        self._tasks.run(work, self._tell_saved, self._fail)

    def _tell_saved(self, path: Path) -> None:
        self._preferences.remember_folder("export", str(path.parent))
        self._say(self.tr("Saved “{}”.").format(path.name))

    def _say(self, text: str) -> None:
        if self.board is not None:
            self.board.say(text)

    @Slot(str)
    def _fail(self, text: str) -> None:
        if self.board is not None and self.board.isVisible():
            self.board.say(in_words(text), "error")
        else:
            self._messages.error(text)
