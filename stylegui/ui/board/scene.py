"""The board in the scene: an item for every pin, what is chosen, and the deeds of the hand."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneMouseEvent

from stylegui.project.arranging import reading_order
from stylegui.project.board import FARTHEST_PX, LEAST_PX, Board, Pin
from stylegui.ui import theme
from stylegui.ui.board import words
from stylegui.ui.board.drawing import look_of, note_height
from stylegui.ui.board.frame import Frame
from stylegui.ui.board.hand import Hand
from stylegui.ui.board.pictures import PinPictures
from stylegui.ui.board.pin_item import PinItem
from stylegui.ui.board.writer import Writer

GUIDE_PAST_PX = 12.0
NOTE_SIZE_PX = (220.0, 120.0)


class BoardScene(QGraphicsScene):
    """Shows a `Board`. What the hand makes of it comes out as `edited`, and is shown when it comes back."""

    edited = Signal(str, object)
    """What was done, in words, and the `Board` as it is to be."""
    opened = Signal(object)
    """A `Pin` that was double-clicked, or chosen with Enter."""
    note_wanted = Signal(QPointF)
    laid = Signal(int)
    """How many pins are to be seen now."""

    def __init__(self, pictures: PinPictures, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(-FARTHEST_PX, -FARTHEST_PX, 2 * FARTHEST_PX, 2 * FARTHEST_PX, parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.pictures = pictures
        self.look = look_of(theme.current(), font)
        self.hand = Hand(lambda: self.board, lambda: self.chosen, self._show_for_now, self.edit)
        self.board = Board()
        self._items: dict[str, PinItem] = {}
        self._frame = Frame(self)
        self._writer: Writer | None = None
        self._draft: Pin | None = None
        self._shown = self.board
        pictures.arrived.connect(self._on_arrived)
        self.selectionChanged.connect(self._follow)

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_board(self, board: Board, *, choose_new: bool = False) -> None:
        """Show another board; with `choose_new` what was not there before is chosen, and nothing else."""
        self._stop_writing()
        self.hand.let_go()
        fresh = {pin.id for pin in board.pins} - {pin.id for pin in self.board.pins}
        self.board = board
        self._lay(board)
        if fresh and choose_new:
            self.choose(fresh)
        self._follow()

    def restyle(self, font: QFont) -> None:
        """The theme or the font has changed."""
        self.look = look_of(theme.current(), font)
        self.update()

    def shut_down(self) -> None:
        """Keep what is being written, and hear no more: while a scene is taken apart it still tells of its items."""
        self.end_writing()
        self.selectionChanged.disconnect()
        self.pictures.arrived.disconnect(self._on_arrived)

    def _show_for_now(self, board: Board) -> None:
        """Show a board while the hand moves."""
        self._lay(board)
        self._follow()
        self.update()

    def _lay(self, board: Board) -> None:
        there = {pin.id for pin in board.pins}
        for pin_id in [pin_id for pin_id in self._items if pin_id not in there]:
            self.removeItem(self._items.pop(pin_id))
        for depth, pin in enumerate(board.pins):
            item = self._items.get(pin.id)
            if item is None:
                item = self._items[pin.id] = PinItem(pin, self)
                self.addItem(item)
            elif item.pin != pin:
                item.show_pin(pin)
            item.setZValue(depth)
        self._shown = board
        self.laid.emit(len(board.pins))

    def edit(self, step: str, board: Board) -> None:
        """Make this of the board: a step with that name."""
        wanted = self.fitted_all(board)
        if wanted != self.board:
            self.edited.emit(step, wanted)
        if self._shown != self.board:  # nothing has become of it
            self._lay(self.board)

    @Slot(str)
    def _on_arrived(self, digest: str) -> None:
        for item in self._items.values():
            if item.pin.digest == digest:
                item.show_pin(item.pin)

    # -- choosing ---------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the chosen pins."""
        return frozenset(pin_id for pin_id, item in self._items.items() if item.isSelected())

    @property
    def chosen_pins(self) -> list[Pin]:
        """The chosen pins, from back to front."""
        return self.board.chosen(self.chosen)

    def choose(self, ids: Collection[str]) -> None:
        """Choose these pins and no others."""
        self.blockSignals(True)
        for pin_id, item in self._items.items():
            item.setSelected(pin_id in ids)
        self.blockSignals(False)
        self.selectionChanged.emit()

    def choose_all(self) -> None:
        self.choose(self._items.keys())

    def walk(self, way: int) -> Pin | None:
        """Choose the next pin, or with a `way` of -1 the one before, as one reads; None at the end."""
        order = [self.board.pins[place] for place in reading_order([pin.box for pin in self.board.pins])]
        chosen = [place for place, pin in enumerate(order) if pin.id in self.chosen]
        place = (0 if way > 0 else len(order) - 1) if not chosen else (max(chosen) if way > 0 else min(chosen)) + way
        if not 0 <= place < len(order):
            return None
        self.choose([order[place].id])
        return order[place]

    def place_of(self, pin: Pin) -> int:
        """Which one it is as one reads, from 1."""
        order = reading_order([each.box for each in self.board.pins])
        return 1 + [self.board.pins[place].id for place in order].index(pin.id)

    @Slot()
    def _follow(self) -> None:
        chosen = self._shown.chosen(self.chosen)
        away = self._writer is not None or self.hand.moving
        self._frame.follow([] if away else chosen)

    def open_pin(self, pin_id: str) -> None:
        """What a double click does: a note is written on, of anything else others hear."""
        pin = self.board.pin(pin_id)
        if pin is not None and pin.kind == "note":
            self.write(pin_id)
        elif pin is not None:
            self.opened.emit(pin)

    # -- writing ----------------------------------------------------------------------------------------------------

    @property
    def writing(self) -> bool:
        """Whether words are being written now, and keys belong to them."""
        return self._writer is not None

    def write(self, pin_id: str) -> None:
        """Let the artist write on a note, or below anything else."""
        self.end_writing()
        item = self._items.get(pin_id)
        if item is None:
            return
        self.choose([pin_id])
        pin = item.pin
        if pin.kind != "note":
            item.show_pin(pin.model_copy(update={"text": ""}))
        item.editing = True
        item.update()
        self._writer = Writer(pin, self.look, item)
        self._writer.grown.connect(self._on_grown)
        self._writer.done.connect(self._on_written)
        self._writer.setFocus()
        self._follow()

    def write_new(self, note: Pin) -> None:
        """Let the artist write a new note. It is pinned when something stands on it."""
        self.end_writing()
        self._draft = self.fitted(note)
        self._lay(self.board.added([self._draft]))
        self.write(note.id)

    def end_writing(self) -> None:
        """Take what is written as it is now."""
        if self._writer is not None:
            self._writer.finish()

    def _stop_writing(self) -> None:
        """Forget what is being written: the board has become another one."""
        writer, self._writer, self._draft = self._writer, None, None
        if writer is not None:
            self._put_away(writer)

    def _put_away(self, writer: Writer) -> None:
        writer.grown.disconnect(self._on_grown)
        writer.done.disconnect(self._on_written)
        item = self._items.get(writer.pin_id)
        if item is not None:
            item.editing = False
            pin = self.board.pin(writer.pin_id)
            item.show_pin(pin or item.pin)
        writer.setParentItem(None)  # type: ignore[arg-type]  # None is what takes it out, whatever the stub says
        self.removeItem(writer)
        writer.deleteLater()

    @Slot(str, str)
    def _on_grown(self, pin_id: str, text: str) -> None:
        """The paper grows with the words."""
        item = self._items.get(pin_id)
        if item is not None and item.pin.kind == "note":
            item.show_pin(self.fitted(item.pin.model_copy(update={"text": text})))

    @Slot(str, str)
    def _on_written(self, pin_id: str, text: str) -> None:
        writer, self._writer = self._writer, None
        draft, self._draft = self._draft, None
        if writer is not None:
            self._put_away(writer)
        pin = self.board.pin(pin_id)
        if draft is not None:
            fresh = [draft.model_copy(update={"text": text})] if text else []
            self.edit(words.writing(draft), self.board.added(fresh))
        elif pin is not None:
            self.edit(words.writing(pin), self.board.changed([pin.model_copy(update={"text": text})]))
        self._follow()

    def fitted(self, pin: Pin) -> Pin:
        """A note that is high enough for its words; anything else as it is."""
        if pin.kind != "note":
            return pin
        least = max(LEAST_PX, note_height(pin, self.look.font))
        return pin if pin.height >= least else pin.model_copy(update={"height": least})

    def fitted_all(self, board: Board) -> Board:
        """A board whose notes are all high enough."""
        return Board(pins=tuple(self.fitted(pin) for pin in board.pins))

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        view = event.widget()
        if not event.isAccepted() and view is not None and not self.items(event.scenePos()):
            self.note_wanted.emit(event.scenePos())
            event.accept()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The lines that what is moved has in common with others."""
        pen = QPen(QColor(theme.current().accent), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for guide in self.hand.guides:
            start, end = guide.start - GUIDE_PAST_PX, guide.end + GUIDE_PAST_PX
            if guide.axis == "across":
                painter.drawLine(QPointF(guide.at, start), QPointF(guide.at, end))
            else:
                painter.drawLine(QPointF(start, guide.at), QPointF(end, guide.at))
