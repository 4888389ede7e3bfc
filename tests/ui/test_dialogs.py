"""Settings, shortcuts, about, and the download of a network."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from stylegui.settings import Settings
from stylegui.ui.dialogs.about import AboutDialog
from stylegui.ui.dialogs.download import DownloadDialog, DownloadState
from stylegui.ui.dialogs.settings import SettingsDialog
from stylegui.ui.dialogs.shortcuts import ShortcutSheet


def shown(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def press(qtbot: QtBot, dialog: QWidget, text: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def state_of(dialog: DownloadDialog) -> DownloadState:
    return dialog.state


class TestSettings:
    @pytest.fixture
    def dialog(self, qtbot: QtBot) -> SettingsDialog:
        dialog = SettingsDialog(Settings())
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    def changes(self, dialog: SettingsDialog) -> list[tuple[str, Any]]:
        told: list[tuple[str, Any]] = []
        dialog.setting_changed.connect(lambda name, value: told.append((name, value)))
        return told

    def test_it_shows_what_is_for_the_user_and_nothing_else(self, dialog: SettingsDialog) -> None:
        texts = shown(dialog)
        for name, info in Settings.model_fields.items():
            extra = info.json_schema_extra
            assert isinstance(extra, dict)
            assert (info.title in texts) == bool(extra["group"]), name

    def choose_theme(self, dialog: SettingsDialog, words: str) -> None:
        themes = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Theme")
        themes.setCurrentText(words)
        themes.activated.emit(themes.currentIndex())

    def test_a_choice_counts_at_once(self, dialog: SettingsDialog) -> None:
        told = self.changes(dialog)
        self.choose_theme(dialog, "Light")
        assert told == [("theme", "light")]

    def test_a_flag_has_a_name_although_its_label_stands_aside(self, dialog: SettingsDialog) -> None:
        told = self.changes(dialog)
        box = next(box for box in dialog.findChildren(QCheckBox) if box.accessibleName() == "Reduced motion")
        assert box.text() == ""
        box.click()
        assert told == [("reduced_motion", True)]

    def test_a_number_is_told_when_it_is_finished_or_the_dialog_closed(self, dialog: SettingsDialog) -> None:
        told = self.changes(dialog)
        threads = next(box for box in dialog.findChildren(QSpinBox) if box.accessibleName() == "Threads")
        assert threads.text() == "Automatic"
        threads.stepUp()
        threads.stepUp()
        assert told == []
        dialog.accept()
        assert told == [("threads", 2)]

    def test_devices_that_were_found_can_be_chosen(self, dialog: SettingsDialog) -> None:
        told = self.changes(dialog)
        dialog.add_choices("device", {"cuda:0": "A fine card", "cpu": "Processor, 2 cores"})
        combo = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Device")
        assert [combo.itemText(n) for n in range(combo.count())] == ["Automatic", "Processor, 2 cores", "A fine card"]
        combo.setCurrentIndex(2)
        combo.activated.emit(2)
        assert told == [("device", "cuda:0")]

    def test_a_value_of_another_computer_is_shown_as_it_is(self, dialog: SettingsDialog) -> None:
        dialog.set_settings(Settings(device="cuda:3"))
        combo = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Device")
        assert combo.currentText() == "cuda:3"

    def test_restoring_defaults_tells_only_what_changes(self, dialog: SettingsDialog, qtbot: QtBot) -> None:
        dialog.set_settings(Settings(theme="light", memory_cap_mb=512))
        told = self.changes(dialog)
        press(qtbot, dialog, "Restore defaults")
        assert told == [("theme", "system"), ("memory_cap_mb", 0)]

    def test_an_error_stands_at_its_setting(self, dialog: SettingsDialog) -> None:
        dialog.show_error("theme", "The settings could not be saved (disk full).")
        assert "The settings could not be saved (disk full)." in shown(dialog)
        self.choose_theme(dialog, "Dark")
        assert "The settings could not be saved (disk full)." not in shown(dialog)


class TestShortcuts:
    @pytest.fixture
    def sheet(self, qtbot: QtBot) -> ShortcutSheet:
        start, idle = QAction("&Start"), QAction("Nothing on a key")
        start.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        fit, zoom = QAction("&Fit"), QAction("Zoom &in…")
        fit.setShortcut(QKeySequence("Ctrl+0"))
        zoom.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        sheet = ShortcutSheet(
            [("Paint", [start, idle]), ("View", [fit, zoom, ("Move the picture", "Middle drag")]), ("None", [idle])]
        )
        qtbot.addWidget(sheet)
        sheet.show()
        qtbot.waitExposed(sheet)
        return sheet

    def test_it_lists_what_has_keys(self, sheet: ShortcutSheet) -> None:
        assert sheet.shown() == ["Start", "Fit", "Zoom in", "Move the picture"]
        assert "None" not in shown(sheet)
        assert "Nothing on a key" not in shown(sheet)

    def test_the_two_enter_keys_are_one(self, sheet: ShortcutSheet) -> None:
        assert shown(sheet).count("Ctrl+Enter") == 1
        assert not any("Return" in text for text in shown(sheet))

    @pytest.mark.parametrize(
        ("typed", "left"),
        [("zoom", ["Zoom in"]), ("ctrl+0", ["Fit"]), ("DRAG picture", ["Move the picture"]), ("xyz", [])],
    )
    def test_names_and_keys_can_be_searched(
        self, sheet: ShortcutSheet, qtbot: QtBot, typed: str, left: list[str]
    ) -> None:
        search = sheet.findChild(QLineEdit)
        assert search is not None
        qtbot.keyClicks(search, typed)
        assert sheet.shown() == left
        assert ("No shortcut is called that." in shown(sheet)) == (not left)
        assert ("Paint" in shown(sheet)) == ("Start" in left)
        search.clear()
        assert len(sheet.shown()) == 4


def test_about_tells_the_facts_and_copies_them(qtbot: QtBot) -> None:
    dialog = AboutDialog("1.2.3", [("Device", "CPU"), ("torch", "2.15.0")])
    qtbot.addWidget(dialog)
    dialog.show()
    assert "2.15.0" in shown(dialog)
    press(qtbot, dialog, "Copy these facts")
    assert QGuiApplication.clipboard().text() == "Version: 1.2.3\nDevice: CPU\ntorch: 2.15.0"


class TestDownload:
    @pytest.fixture
    def dialog(self, qtbot: QtBot) -> DownloadDialog:
        dialog = DownloadDialog("VGG-19", 575e6, "download.example.org")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    def test_it_asks_first_and_says_what_where_from_and_how_much(self, dialog: DownloadDialog, qtbot: QtBot) -> None:
        assert state_of(dialog) is DownloadState.ASKING
        for word in ("VGG-19", "download.example.org", "575 MB"):
            assert word in dialog.text()
        with qtbot.waitSignal(dialog.download_requested):
            press(qtbot, dialog, "Download")
        assert state_of(dialog) is DownloadState.DOWNLOADING

    def test_refusing_downloads_nothing(self, dialog: DownloadDialog, qtbot: QtBot) -> None:
        with (
            qtbot.assertNotEmitted(dialog.download_requested),
            qtbot.assertNotEmitted(dialog.cancel_requested),
            qtbot.waitSignal(dialog.rejected),
        ):
            press(qtbot, dialog, "Cancel")

    def test_progress_may_come_from_another_thread(self, dialog: DownloadDialog, qtbot: QtBot) -> None:
        dialog.begin()
        worker = threading.Thread(target=dialog.progress_reported.emit, args=(3_000_000_000, 6_000_000_000))
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: "3.0 GB of 6.0 GB" in shown(dialog))
        bar = dialog.findChild(QProgressBar)
        assert bar is not None
        assert bar.value() == bar.maximum() // 2

    def test_it_goes_through_checking_to_done(self, dialog: DownloadDialog, qtbot: QtBot) -> None:
        dialog.begin()
        dialog.progress_reported.emit(100, 100)
        assert state_of(dialog) is DownloadState.CHECKING
        dialog.progress_reported.emit(50, 100)
        assert state_of(dialog) is DownloadState.CHECKING, "a late figure changes nothing"
        dialog.set_done()
        assert "VGG-19 is on this computer now." in shown(dialog)
        with qtbot.waitSignal(dialog.accepted):
            press(qtbot, dialog, "Close")

    def test_an_unknown_size_is_shown_as_what_has_come(self, dialog: DownloadDialog) -> None:
        dialog.begin()
        dialog.progress_reported.emit(2_400_000, None)
        assert "2.4 MB" in shown(dialog)

    def test_a_failure_says_why_and_can_be_tried_again(self, dialog: DownloadDialog, qtbot: QtBot) -> None:
        dialog.begin()
        dialog.set_failed("The connection was lost.")
        assert "The connection was lost." in shown(dialog)
        with qtbot.waitSignal(dialog.download_requested):
            press(qtbot, dialog, "Try again")
        assert state_of(dialog) is DownloadState.DOWNLOADING
        assert "The connection was lost." not in shown(dialog)

    def test_stopping_is_told_once(self, dialog: DownloadDialog, qtbot: QtBot) -> None:
        stops: list[None] = []
        dialog.cancel_requested.connect(lambda: stops.append(None))
        dialog.begin()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert len(stops) == 1
        assert not dialog.isVisible()

    def test_where_the_settings_allow_it_nothing_is_asked(self, qtbot: QtBot) -> None:
        dialog = DownloadDialog("VGG-19", 575e6, "download.example.org", ask=False)
        qtbot.addWidget(dialog)
        assert state_of(dialog) is DownloadState.DOWNLOADING
