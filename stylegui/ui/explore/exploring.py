"""Joins the window of Explore with the document: what is painted, kept, taken over and ordered large."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QTimer, Slot
from PySide6.QtGui import QImage, QUndoStack
from PySide6.QtWidgets import QFileDialog

from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest
from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.library import StyleLibrary
from stylegui.project.document import Change, Document
from stylegui.project.exploring import Cell, cell_key, cells, read_sheet, usual_sheet
from stylegui.project.version import StyleChoice
from stylegui.ui.blend import StyleBlend
from stylegui.ui.canvas.pixels import image_pixels
from stylegui.ui.commands import ChoiceCommand, SetupCommand
from stylegui.ui.explore.sheet_picture import sheet_picture
from stylegui.ui.explore.sketches import Sketches, StyleSource
from stylegui.ui.explore.window import ExploreWindow
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.orders import Order
from stylegui.ui.painting import Painting
from stylegui.ui.preferences import Preferences

SECTION = "explore"
CELL_PX = 320
DRAFT_PX = 224
SETTLE_MS = 250


class Exploring(QObject):
    """Opens the window. It has a lane of its own as long as it is open, which gives way to a running job."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        blend: StyleBlend,
        painting: Painting,
        queue: JobQueue,
        backend: Backend,
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
        self._painting = painting
        self._queue = queue
        self._backend = backend
        self._tasks = tasks
        self._preferences = preferences
        self._undo_stack = undo_stack
        self._messages = messages
        self.explore: ExploreWindow | None = None
        self._lane: PreviewLane | None = None
        self._sketches = Sketches(backend.engines)
        self._ready = False
        self._turn = 0
        self._is_keeping = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._paint_sheet)
        window.actions_by_id["explore"].triggered.connect(self.open)
        queue.engine_ready.connect(self._on_engine_ready)
        document.observe(self._on_document_changed)

    @Slot()
    def open(self) -> None:
        """Show the window, with the sheet of this document."""
        if self.explore is None:
            self.explore = self._make_window()
            self._lane = PreviewLane(self._backend, self)
            self._lane.give_way_to(self._queue)
            self._lane.tile_arrived.connect(self._on_painted)
            self._lane.tile_failed.connect(self._on_failed)
            self._show_kept()
        self.explore.show()
        self.explore.raise_()
        self.explore.activateWindow()
        self._paint_sheet()

    def close(self, timeout_ms: int) -> bool:
        """Close the window and end its lane; False where that took too long."""
        if self.explore is not None:
            self.explore.close()
            self.explore.deleteLater()
            self.explore = None
        lane, self._lane = self._lane, None
        return lane is None or lane.close(timeout_ms)

    def _make_window(self) -> ExploreWindow:
        explore = ExploreWindow(self._library, self._window)
        explore.axes_changed.connect(self._on_axes)
        explore.rated.connect(self._keep)
        explore.paint_asked.connect(self._paint_large)
        explore.adopt_asked.connect(self._adopt)
        explore.export_asked.connect(self._export)
        explore.closed.connect(self._on_closed)
        return explore

    # -- the sheet --------------------------------------------------------------------------------------------------

    def _show_kept(self) -> None:
        """The sheet that the document keeps, or the usual one."""
        if self.explore is None:
            return
        kept = read_sheet(self._document.section(SECTION))
        if kept is not None and kept == self.explore.sheet():
            return
        sheet = kept or usual_sheet(self._likely_styles())
        self.explore.model.ratings = dict(sheet.ratings)
        for editor, axis in ((self.explore.rows, sheet.rows), (self.explore.columns, sheet.columns)):
            editor.set_basis(self._document.setup, self._blend.ids)
            editor.set_axis(axis, kept=kept is not None)

    def _likely_styles(self) -> list[str]:
        chosen = self._blend.ids
        return [*chosen, *(each for each in self._library.search() if each not in chosen)]

    @Slot()
    def _on_axes(self) -> None:
        self._keep()
        self._settle.start()

    @Slot()
    def _keep(self) -> None:
        sheet = self.explore.sheet() if self.explore is not None else None
        if sheet is not None:
            self._is_keeping = True
            self._document.set_section(SECTION, sheet.model_dump(mode="json"))
            self._is_keeping = False

    @Slot()
    def _paint_sheet(self) -> None:
        """Lay the sheet out anew and have its pictures painted, row by row."""
        explore, lane = self.explore, self._lane
        if explore is None or lane is None or not explore.isVisible():
            return
        self._settle.stop()
        self._turn += 1
        for editor in (explore.rows, explore.columns):
            editor.set_basis(self._document.setup, self._blend.ids)
        sheet, photo = explore.sheet(), self._document.photo
        made: list[Cell] = []
        if sheet is not None and photo is not None:
            explore.view.aspect = photo.height / photo.width
            made = list(cells(sheet.rows, sheet.columns, self._document.setup, self._blend.weights))
            down, across = (
                [explore.words.value(axis.name, value) for value in axis.values] for axis in (sheet.rows, sheet.columns)
            )
            keys = [cell_key(row, column) for row in sheet.rows.values for column in sheet.columns.values]
            explore.model.show(down, across, made, keys)
        else:
            explore.model.show([], [], [], [])
        pieces = []
        if photo is not None and self._ready:
            size_px = CELL_PX if explore.engine_id == "instant" else DRAFT_PX
            for cell in made:
                sources = self._sources(cell.weights)
                if sources:
                    work = functools.partial(
                        self._sketches.make,
                        cell,
                        explore.engine_id,
                        photo,
                        sources,
                        size_px,
                        self._painting.device,
                    )
                    pieces.append(((self._turn, *cell.place), work))
        lane.set_tiles(pieces)
        self._say_how_far()

    def _sources(self, weights: Mapping[str, float]) -> list[StyleSource]:
        """Where the styles' pictures are: at hand already, or in a file; none where one is not there any more."""
        at_hand = {choice.id: choice.input.picture for choice in self._document.choices}
        found: list[StyleSource] = []
        for style_id in weights:
            style = self._library.get(style_id)
            if style_id in at_hand:
                found.append(at_hand[style_id])
            elif style is not None:
                found.append(style.path)
        return found if len(found) == len(weights) else []

    def _say_how_far(self) -> None:
        explore = self.explore
        if explore is None:
            return
        count, done = len(explore.model.cells), explore.model.painted
        if self._document.photo is None:
            explore.say(self.tr("Open a photo in the main window first."))
        elif not count or not any(cell.weights for cell in explore.model.cells):
            explore.say(self.tr("Choose a style in the gallery first, or vary the style."))
        elif done < count:
            explore.say(self.tr("Painting {} of {}…").format(done + 1, count))
        else:
            explore.say(self.tr("Rate with 1 to 5, pick with Ctrl and click, Enter takes the settings over."))

    @Slot(object, object)
    def _on_painted(self, key: tuple[int, int, int], image: QImage) -> None:
        if self.explore is not None and key[0] == self._turn:
            self.explore.model.set_image(key[1:], image)
            self._say_how_far()

    @Slot(object, str)
    def _on_failed(self, key: tuple[int, int, int], text: str) -> None:
        if self.explore is not None and key[0] == self._turn:
            self.explore.model.set_trouble(key[1:], text)
            self._say_how_far()

    @Slot()
    def _on_closed(self) -> None:
        self._settle.stop()
        if self._lane is not None:
            self._lane.set_tiles([])

    @Slot(str)
    def _on_engine_ready(self, trouble: str) -> None:
        self._ready = not trouble
        self._paint_sheet()

    def _on_document_changed(self, change: Change) -> None:
        if self.explore is None or self._is_keeping:
            return
        if change is Change.SECTIONS:
            before = self.explore.sheet()
            self._show_kept()
            if self.explore.sheet() == before:
                return
        if change in (Change.PHOTO, Change.STYLES, Change.PARAMS, Change.SECTIONS):
            self._settle.start()

    # -- what becomes of pictures -----------------------------------------------------------------------------------

    @Slot(QModelIndex)
    def _adopt(self, index: QModelIndex) -> None:
        """Go on with a cell's settings and styles: one step of undo."""
        cell = self.explore.model.cell(index) if self.explore is not None else None
        if cell is None:
            return
        self._undo_stack.beginMacro(self.tr("Take over from Explore"))
        if cell.setup != self._document.setup:
            words = self.tr("settings")
            self._undo_stack.push(SetupCommand(words, self._document.setup, cell.setup, self._document.set_setup))
        if dict(cell.weights) != self._blend.weights:
            self._undo_stack.push(ChoiceCommand(self._blend.weights, cell.weights, self._blend.show))
        self._undo_stack.endMacro()
        self._messages.news(self.tr("The settings of the picture were taken over."))

    @Slot()
    def _paint_large(self) -> None:
        """Order every picked cell at full size; their styles are read first."""
        if self.explore is None or self._document.photo is None:
            return
        picked = [cell for index in self.explore.view.picked if (cell := self.explore.model.cell(index)) is not None]
        wanted = {each: source for cell in picked for each, source in self._named_sources(cell.weights).items()}
        work = functools.partial(_read_all, wanted)
        self._tasks.run(work, functools.partial(self._order, picked, self._document.photo), self._messages.error)

    def _named_sources(self, weights: Mapping[str, float]) -> dict[str, StyleSource]:
        return dict(zip(weights, self._sources(weights), strict=False))

    def _order(self, picked: Sequence[Cell], photo: Picture, pictures: Mapping[str, Picture]) -> None:
        ordered = 0
        for cell in picked:
            if not cell.weights or any(style_id not in pictures for style_id in cell.weights):
                continue
            choices = tuple(
                StyleChoice(style_id, StyleInput(pictures[style_id], weight, self._blend_title(style_id)))
                for style_id, weight in cell.weights.items()
            )
            params = cell.setup.params
            if isinstance(params, PaintParams) and params.start == "picture":
                params = params.model_copy(update={"start": "instant"})
            request = TransferRequest(
                photo,
                tuple(choice.input for choice in choices),
                params,
                engine=cell.setup.engine,
                device=self._painting.device,
                memory_cap_bytes=self._painting.memory_cap_bytes,
            )
            setup = replace(cell.setup.with_params(params), engine=cell.setup.engine)
            self._painting.submit_order(Order(request, choices, setup, foreground=False))
            ordered += 1
        if self.explore is not None:
            one, many = self.tr("1 picture is in the queue."), self.tr("{} pictures are in the queue.")
            self.explore.say(one if ordered == 1 else many.format(ordered))

    def _blend_title(self, style_id: str) -> str:
        style = self._library.get(style_id)
        return style.title if style is not None else self._blend.title(style_id)

    @Slot()
    def _export(self) -> None:
        """Save the sheet as one picture."""
        if self.explore is None:
            return
        image = sheet_picture(self.explore.model, self.explore.font())
        if image.isNull():
            self.explore.say(self.tr("There is no picture on the sheet yet."))
            return
        folder = Path(self._preferences.current.last_folders.get("export", "")) / self.tr("sheet.png")
        name, _ = QFileDialog.getSaveFileName(self.explore, self.tr("Export the sheet"), str(folder), "PNG (*.png)")
        if name:
            path = Path(name if name.lower().endswith(".png") else f"{name}.png")
            work = functools.partial(save_picture, Picture(image_pixels(image)), path, SaveOptions())
            self._tasks.run(work, functools.partial(self._say_saved, path.name), self._messages.error)

    def _say_saved(self, name: str, _nothing: None) -> None:
        if self.explore is not None:
            self.explore.say(self.tr("Saved “{}”.").format(name))


def _read_all(wanted: Mapping[str, StyleSource]) -> dict[str, Picture]:
    """Read the pictures that are not at hand. Raises PictureError."""
    return {key: load_picture(source) if isinstance(source, Path) else source for key, source in wanted.items()}
