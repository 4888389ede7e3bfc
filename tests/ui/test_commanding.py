"""The command palette finds and does everything."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from stylegui.ui.dialogs.command_palette import CommandPalette
from tests.ui.studios import TestStudio


def opened(studio: TestStudio) -> CommandPalette:
    studio.trigger("commands")
    palette = studio.session.commanding.palette
    assert palette is not None
    studio.qtbot.waitUntil(lambda: line(palette).hasFocus())
    return palette


def line(palette: CommandPalette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_a_few_letters_and_enter_run_a_command(studio: TestStudio) -> None:
    palette = opened(studio)
    QTest.keyClicks(line(palette), "hide pan")
    assert palette.shown()[0] == "Hide panels"
    QTest.keyClick(line(palette), Qt.Key.Key_Return)
    assert studio.session.commanding.palette is None
    assert studio.window.styles_dock.isHidden()


def test_a_style_is_chosen_by_its_name(studio: TestStudio) -> None:
    studio.open_photo()
    palette = opened(studio)
    QTest.keyClicks(line(palette), "coral")
    QTest.keyClick(line(palette), Qt.Key.Key_Return)
    assert studio.session.blend.ids == ["coral"]


def test_what_cannot_be_done_now_is_shown_but_not_done(studio: TestStudio) -> None:
    palette = opened(studio)
    QTest.keyClicks(line(palette), "copy result")
    assert "Copy result" in palette.shown()
    QTest.keyClick(line(palette), Qt.Key.Key_Return)
    assert studio.session.commanding.palette is palette
    QTest.keyClick(line(palette), Qt.Key.Key_Escape)
    assert studio.session.commanding.palette is None


def test_what_was_done_last_comes_first(studio: TestStudio) -> None:
    for _ in range(2):
        palette = opened(studio)
        QTest.keyClicks(line(palette), "swap sides")
        line(palette).clear()
        QTest.keyClick(line(palette), Qt.Key.Key_Escape)
    palette = opened(studio)
    QTest.keyClicks(line(palette), "full screen")
    QTest.keyClick(line(palette), Qt.Key.Key_Down)
    QTest.keyClick(line(palette), Qt.Key.Key_Up)
    QTest.keyClick(line(palette), Qt.Key.Key_Return)
    assert opened(studio).shown()[0] == "Full screen"


def test_a_click_runs_and_nonsense_finds_nothing(studio: TestStudio, qtbot: QtBot) -> None:
    palette = opened(studio)
    QTest.keyClicks(line(palette), "qqqq")
    assert palette.shown() == []
    line(palette).clear()
    QTest.keyClicks(line(palette), "night")
    rows = palette.findChild(QListView)
    assert isinstance(rows, QListView)
    place = rows.visualRect(rows.model().index(0, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert studio.session.blend.ids == ["night"]
