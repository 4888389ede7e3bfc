"""Changing shortcuts: recording, conflicts, and the way back; first the dialog alone, then in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from stylegui.ui.dialogs.keys import Bindable, KeysDialog
from stylegui.ui.dialogs.shortcuts import ShortcutSheet
from tests.ui.studios import TestStudio

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot) -> KeysDialog:
    commands = [
        Bindable("start", "Start", "Ctrl+Return; Ctrl+Enter"),
        Bindable("pause", "Pause", "P"),
        Bindable("sample", "Open a sample photo", ""),
    ]
    dialog = KeysDialog([("Paint", commands)], {"pause": "K"})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def field(dialog: KeysDialog, name: str) -> QKeySequenceEdit:
    return next(each for each in dialog.findChildren(QKeySequenceEdit) if name in each.accessibleName())


def record(qtbot: QtBot, dialog: KeysDialog, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    edit = field(dialog, name)
    edit.setFocus()
    with qtbot.waitSignal(edit.editingFinished):
        qtbot.keyClick(edit, key, modifier)


def words(dialog: KeysDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def told(dialog: KeysDialog) -> list[dict[str, str]]:
    changes: list[dict[str, str]] = []
    dialog.keys_changed.connect(changes.append)
    return changes


def test_it_shows_own_keys_and_usual_ones(dialog: KeysDialog) -> None:
    assert field(dialog, "Start").keySequence().toString() == "Ctrl+Return"
    assert field(dialog, "Pause").keySequence().toString() == "K"
    assert field(dialog, "sample").keySequence().isEmpty()


def test_pressed_keys_are_taken(dialog: KeysDialog, qtbot: QtBot) -> None:
    changes = told(dialog)
    record(qtbot, dialog, "sample", Qt.Key.Key_J, CONTROL)
    assert changes == [{"pause": "K", "sample": "Ctrl+J"}]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_of_another_command_are_refused_by_name(dialog: KeysDialog, qtbot: QtBot, key: Qt.Key) -> None:
    changes = told(dialog)
    record(qtbot, dialog, "sample", key, CONTROL)
    assert changes == []
    assert "“Ctrl+Enter” already belongs to “Start”." in words(dialog)
    assert field(dialog, "sample").keySequence().isEmpty()


def test_keys_that_move_the_picture_are_refused(dialog: KeysDialog, qtbot: QtBot) -> None:
    changes = told(dialog)
    record(qtbot, dialog, "sample", Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    assert changes == []
    assert any("cannot be used" in text for text in words(dialog))


def test_a_single_command_and_all_go_back(dialog: KeysDialog, qtbot: QtBot) -> None:
    changes = told(dialog)
    resets = [each for each in dialog.findChildren(QToolButton) if each.isVisible() and each.accessibleName()]
    assert [each.accessibleName() for each in resets] == ["Pause: back to P"]
    qtbot.mouseClick(resets[0], Qt.MouseButton.LeftButton)
    assert changes == [{}]
    record(qtbot, dialog, "sample", Qt.Key.Key_J, CONTROL)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Restore defaults")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert changes[-1] == {}
    assert field(dialog, "sample").keySequence().isEmpty()


def test_usual_keys_that_were_given_away_are_not_taken_back(qtbot: QtBot) -> None:
    commands = [Bindable("start", "Start", "Ctrl+R"), Bindable("pause", "Pause", "P")]
    dialog = KeysDialog([("Paint", commands)], {"start": "", "pause": "Ctrl+R"})
    qtbot.addWidget(dialog)
    dialog.show()
    changes = told(dialog)
    reset = next(each for each in dialog.findChildren(QToolButton) if "Start" in each.accessibleName())
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert changes == []
    assert "“Ctrl+R” already belongs to “Pause”." in words(dialog)


def test_new_keys_count_at_once_and_are_kept(studio: TestStudio, qtbot: QtBot) -> None:
    studio.trigger("shortcuts")
    sheet = studio.window.findChild(ShortcutSheet)
    assert sheet is not None
    sheet.change_asked.emit()
    dialog = studio.window.findChild(KeysDialog)
    assert dialog is not None
    assert not sheet.isVisible()
    record(qtbot, dialog, "“Start”", Qt.Key.Key_R, CONTROL)
    assert [keys.toString() for keys in studio.window.actions_by_id.keys("start")] == ["Ctrl+R"]
    assert studio.settings.current.shortcuts == {"start": "Ctrl+R"}
    dialog.close()
