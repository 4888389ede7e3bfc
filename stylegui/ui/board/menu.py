"""The actions of the board with their keys, and the menus that are made of them."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from stylegui.project.arranging import Axis, Edge
from stylegui.project.board import HEADING_PX, NOTE_PX, PAPERS, PICTURED, Paper, Pin
from stylegui.ui.board.deeds import BoardDeeds
from stylegui.ui.board.drawing import INK
from stylegui.ui.board.drawing import PAPERS as PAPER_COLOURS
from stylegui.ui.board.scene import BoardScene
from stylegui.ui.icons import icon

LARGE_PX = 20
SWATCH_PX = 16


class BoardMenu(QObject):
    """Actions act on what is chosen; what reaches beyond the board comes out as signals."""

    note_asked = Signal(object)
    """Where on the board as a QPointF, None for anywhere."""
    pictures_asked = Signal()
    paste_asked = Signal()
    copy_asked = Signal()
    fit_asked = Signal()
    used = Signal(str, object)
    """What for ("style", "photo", "paint", "version", "palette", "maker", "colours"), and the list of pins."""

    def __init__(self, scene: BoardScene, deeds: BoardDeeds, area: QWidget) -> None:
        super().__init__(area)
        self._scene = scene
        self._deeds = deeds
        self._area = area
        self.delete = self._action(self.tr("Take off the board"), "trash", deeds.delete, "Del; Backspace")
        self.duplicate = self._action(self.tr("Duplicate"), "copy", deeds.duplicate, "Ctrl+D")
        self.copy = self._action(self.tr("Copy"), "copy", self.copy_asked.emit, QKeySequence.StandardKey.Copy)
        self.paste = self._action(self.tr("Paste"), "paste", self.paste_asked.emit, QKeySequence.StandardKey.Paste)
        self.front = self._action(self.tr("Bring to front"), "to-front", deeds.to_front, "Ctrl+]; Ctrl+Shift+Up")
        self.back = self._action(self.tr("Send to back"), "to-back", deeds.to_back, "Ctrl+[; Ctrl+Shift+Down")
        self.all = self._action(self.tr("Select all"), "", deeds.select_all, QKeySequence.StandardKey.SelectAll)
        self.tidy = self._action(self.tr("Tidy up"), "grid", deeds.tidy, "Ctrl+T")
        self.fit = self._action(self.tr("See everything"), "fit", self.fit_asked.emit, "Ctrl+0")
        self.note = self._action(self.tr("Note"), "note", functools.partial(self.note_asked.emit, None), "Ctrl+N")
        self.pictures = self._action(self.tr("Pictures…"), "photo", self.pictures_asked.emit, "Ctrl+O")
        scene.selectionChanged.connect(self._update)
        self._update()

    def _action(self, text: str, icon_name: str, act: object, keys: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(text, self._area)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setShortcuts(
            QKeySequence.listFromString(keys) if isinstance(keys, str) else QKeySequence.keyBindings(keys)
        )
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self._area.addAction(action)
        return action

    @Slot()
    def _update(self) -> None:
        some = bool(self._scene.chosen)
        for action in (self.delete, self.duplicate, self.copy, self.front, self.back):
            action.setEnabled(some)

    def made(self, at: QPointF) -> QMenu:
        """The menu of what is chosen, or of the board at this point of it."""
        menu = QMenu(self._area)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self._scene.chosen_pins
        if not chosen:
            menu.addAction(icon("note"), self.tr("Write a note here"), functools.partial(self.note_asked.emit, at))
            menu.addActions([self.paste, self.pictures])
            menu.addSeparator()
            menu.addActions([self.all, self.tidy, self.fit])
            return menu
        self._add_uses(menu, chosen)
        if not menu.isEmpty():
            menu.addSeparator()
        self._add_words(menu, chosen)
        menu.addSeparator()
        menu.addActions([self.duplicate, self.copy, self.front, self.back])
        if len(chosen) > 1:
            menu.addMenu(self.arranging(menu))
        menu.addSeparator()
        menu.addAction(self.delete)
        return menu

    def _add_uses(self, menu: QMenu, chosen: list[Pin]) -> None:
        kinds = {pin.kind for pin in chosen}
        one = len(chosen) == 1
        if kinds == {"style"}:
            words = self.tr("Paint in this style") if one else self.tr("Blend these {} styles").format(len(chosen))
            self._use(menu, words, "brush", "paint", chosen)
        if kinds == {"version"} and one:
            self._use(menu, self.tr("Go to this version"), "eye", "version", chosen)
        if kinds == {"picture"} and one:
            self._use(menu, self.tr("Use as style"), "style", "style", chosen)
            self._use(menu, self.tr("Use as photo"), "photo", "photo", chosen)
        if one and chosen[0].kind in PICTURED:
            self._use(menu, self.tr("Pin its palette"), "palette", "palette", chosen)
        if kinds == {"palette"} and one:
            self._use(menu, self.tr("Make a style in these colours…"), "palette", "maker", chosen)
            self._use(menu, self.tr("Copy the colours"), "copy", "colours", chosen)

    def _use(self, menu: QMenu, text: str, icon_name: str, purpose: str, pins: list[Pin]) -> None:
        menu.addAction(icon(icon_name), text, functools.partial(self.used.emit, purpose, pins))

    def _add_words(self, menu: QMenu, chosen: list[Pin]) -> None:
        if len(chosen) == 1:
            pin = chosen[0]
            words = self.tr("Write") if pin.kind == "note" else self.tr("Write a caption")
            entry = menu.addAction(icon("tag"), words, functools.partial(self._scene.write, pin.id))
            entry.setShortcut("F2")
        notes = [pin for pin in chosen if pin.kind == "note"]
        if notes:
            menu.addMenu(self._papers(menu, notes))
            menu.addMenu(self._sizes(menu, notes))

    def _papers(self, parent: QMenu, notes: list[Pin]) -> QMenu:
        menu = QMenu(self.tr("Paper"), parent)
        names: dict[Paper, str] = {
            "sun": self.tr("Yellow"),
            "rose": self.tr("Rose"),
            "mint": self.tr("Green"),
            "sky": self.tr("Blue"),
            "plain": self.tr("White"),
        }
        for paper in PAPERS:
            act = functools.partial(self._deeds.set_paper, paper)
            entry = menu.addAction(_swatch(PAPER_COLOURS[paper]), names[paper], act)
            entry.setEnabled({note.paper for note in notes} != {paper})
        return menu

    def _sizes(self, parent: QMenu, notes: list[Pin]) -> QMenu:
        menu = QMenu(self.tr("Words"), parent)
        group = QActionGroup(menu)
        for words, text_px in (
            (self.tr("Usual"), NOTE_PX),
            (self.tr("Large"), LARGE_PX),
            (self.tr("Title"), HEADING_PX),
        ):
            entry = menu.addAction(words, functools.partial(self._deeds.set_text_px, text_px))
            entry.setCheckable(True)
            entry.setChecked({note.text_px for note in notes} == {text_px})
            group.addAction(entry)
        return menu

    def arranging(self, parent: QWidget) -> QMenu:
        """The menu of what brings things in line."""
        menu = QMenu(self.tr("Arrange"), parent)
        menu.setIcon(icon("align"))
        menu.addAction(self.tidy)
        menu.addSeparator()
        edges: tuple[tuple[str, Edge], ...] = (
            (self.tr("Left edges"), "left"),
            (self.tr("Centres"), "centre"),
            (self.tr("Right edges"), "right"),
            (self.tr("Top edges"), "top"),
            (self.tr("Middles"), "middle"),
            (self.tr("Bottom edges"), "bottom"),
        )
        several = len(self._scene.chosen) > 1
        for number, (words, edge) in enumerate(edges):
            if number == 3:
                menu.addSeparator()
            menu.addAction(words, functools.partial(self._deeds.align, edge)).setEnabled(several)
        menu.addSeparator()
        axes: tuple[tuple[str, Axis], ...] = (
            (self.tr("Space evenly across"), "across"),
            (self.tr("Space evenly down"), "down"),
        )
        for words, axis in axes:
            entry = menu.addAction(words, functools.partial(self._deeds.distribute, axis))
            entry.setEnabled(len(self._scene.chosen) > 2)
        return menu


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(SWATCH_PX, SWATCH_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(INK)
    edge.setAlpha(90)
    painter.setPen(edge)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, SWATCH_PX - 3, SWATCH_PX - 3, 3, 3)
    painter.end()
    return QIcon(pixmap)
