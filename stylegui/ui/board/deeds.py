"""What can be done with what is chosen on the board, without a pointer. Each deed is one step for undo."""

from __future__ import annotations

import functools
import json

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QPointF, Slot

from stylegui.project.arranging import Axis, Box, Edge, aligned, bounds, distributed, free_place, tidied
from stylegui.project.board import Board, Paper, Pin, copies, read_board
from stylegui.ui.board import words
from stylegui.ui.board.drawing import note_height
from stylegui.ui.board.scene import NOTE_SIZE_PX, BoardScene

BOARD_MIME = "application/x-stylegui-pins"
ASIDE_PX = 24.0


class BoardDeeds(QObject):
    """Does things to the scene's board."""

    def __init__(self, scene: BoardScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene

    @property
    def _board(self) -> Board:
        return self._scene.board

    @property
    def _meant(self) -> list[Pin]:
        """What arranging is about: what is chosen, or everything where not several things are."""
        chosen = self._scene.chosen_pins
        return chosen if len(chosen) > 1 else list(self._board.pins)

    @Slot()
    def select_all(self) -> None:
        self._scene.choose_all()

    @Slot()
    def delete(self) -> None:
        ids = self._scene.chosen
        if ids:
            self._scene.edit(words.deleting(len(ids)), self._board.without(ids))

    @Slot()
    def duplicate(self) -> None:
        chosen = self._scene.chosen_pins
        if chosen:
            self._scene.edit(words.copying(len(chosen)), self._board.added(copies(chosen, ASIDE_PX, ASIDE_PX)))

    @Slot()
    def to_front(self) -> None:
        self._scene.edit(_tr("Bring to front"), self._board.raised(self._scene.chosen))

    @Slot()
    def to_back(self) -> None:
        self._scene.edit(_tr("Send to back"), self._board.lowered(self._scene.chosen))

    def align(self, edge: Edge) -> None:
        """Have one edge, or the middles, of what is chosen in line."""
        pins = self._scene.chosen_pins
        boxes = aligned([pin.box for pin in pins], edge)
        self._scene.edit(_tr("Align pins"), self._board.placed(_by_id(pins, boxes)))

    def distribute(self, axis: Axis) -> None:
        """Have equal gaps between what is chosen."""
        pins = self._scene.chosen_pins
        boxes = distributed([pin.box for pin in pins], axis)
        self._scene.edit(_tr("Space pins evenly"), self._board.placed(_by_id(pins, boxes)))

    @Slot()
    def tidy(self) -> None:
        """Put what is chosen, or everything, in neat columns."""
        pins = self._meant
        if not pins:
            return
        height_at = functools.partial(self._height_at, pins)
        boxes = tidied([pin.box for pin in pins], height_at, [pin.foot_px for pin in pins])
        self._scene.edit(_tr("Tidy up the board"), self._board.placed(_by_id(pins, boxes)))

    def _height_at(self, pins: list[Pin], place: int, width: float) -> float:
        pin = pins[place]
        if pin.kind == "note":
            wide = pin.placed(Box(pin.x, pin.y, width, pin.height))
            return note_height(wide, self._scene.look.font)
        if pin.kind == "palette":
            return pin.height
        return pin.height * width / pin.width

    def set_paper(self, paper: Paper) -> None:
        """The colour of the chosen notes."""
        self._change_notes(_tr("Colour of the note"), paper=paper)

    def set_text_px(self, text_px: int) -> None:
        """How large the words on the chosen notes are."""
        self._change_notes(_tr("Size of the words"), text_px=text_px)

    def _change_notes(self, step: str, **values: object) -> None:
        notes = [pin.model_copy(update=values) for pin in self._scene.chosen_pins if pin.kind == "note"]
        self._scene.edit(step, self._board.changed(notes))

    def write_note(self, at: QPointF | None, near: QPointF) -> None:
        """Begin a note at a point, or where there is room near another; on the paper that was used last."""
        width, height = NOTE_SIZE_PX
        if at is not None:
            box = Box(at.x(), at.y(), width, height)
        else:
            others = [pin.whole for pin in self._board.pins]
            box = free_place(Box(near.x() - width / 2, near.y() - height / 2, width, height), others)
        notes = [pin for pin in self._board.pins if pin.kind == "note"]
        paper: Paper = notes[-1].paper if notes else "sun"
        note = Pin(kind="note", x=0, y=0, width=width, height=height, paper=paper).placed(box)
        self._scene.write_new(note)

    def pin_text(self, text: str, at: QPointF | None, near: QPointF) -> None:
        """A note that says this."""
        width, height = NOTE_SIZE_PX
        note = Pin(kind="note", x=0, y=0, width=width, height=height, text=text[:20_000].strip())
        self.place([note], at, near)

    def place(self, pins: list[Pin], at: QPointF | None, near: QPointF, step: str = "") -> None:
        """Pin these, which lie around `at`; without such a point where there is room near another."""
        around = bounds(self._scene.fitted(pin).whole for pin in pins)
        if around is None:
            return
        centre = QPointF(*around.centre)
        wanted = at if at is not None else near
        moved = around.moved(wanted.x() - centre.x(), wanted.y() - centre.y())
        if at is None:
            moved = free_place(moved, [pin.whole for pin in self._board.pins])
        dx, dy = moved.x - around.x, moved.y - around.y
        placed = [pin.placed(pin.box.moved(dx, dy)) for pin in pins]
        self._scene.edit(step or words.pinning(len(pins)), self._board.added(placed))

    # -- the clipboard ----------------------------------------------------------------------------------------------

    def copied(self) -> QMimeData | None:
        """What is chosen, for the clipboard: as pins, and as text where something is written; None for nothing."""
        chosen = self._scene.chosen_pins
        if not chosen:
            return None
        mime = QMimeData()
        content = json.dumps(Board(pins=tuple(chosen)).to_json())
        mime.setData(BOARD_MIME, QByteArray(content.encode()))
        texts = [" ".join(pin.colours) if pin.kind == "palette" else pin.text for pin in chosen]
        mime.setText("\n\n".join(text for text in texts if text))
        return mime

    def paste(self, mime: QMimeData, near: QPointF) -> bool:
        """Pin copied pins again. Whether there were some."""
        if not mime.hasFormat(BOARD_MIME):
            return False
        try:
            kept = json.loads(bytes(mime.data(BOARD_MIME).data()))
        except ValueError:
            return False
        pins = copies(read_board(kept).pins, 0, 0)
        if pins:
            self.place(pins, None, near)
        return bool(pins)


def _by_id(pins: list[Pin], boxes: list[Box]) -> dict[str, Box]:
    return {pin.id: box for pin, box in zip(pins, boxes, strict=True)}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)
