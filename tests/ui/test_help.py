"""The dialogs of the Help menu that tell facts."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from stylegui.ui.dialogs.diagnosis import DiagnosisDialog
from stylegui.ui.dialogs.licences import LicencesDialog, works
from tests.ui.studios import TestStudio


def test_every_library_that_the_program_needs_is_named_with_its_licence() -> None:
    found = {work.name.lower(): work for work in works()}
    for name in ("torch", "numpy", "pillow", "pydantic"):
        assert found[name].licence or found[name].text
    assert "pytest" not in found


def test_a_licence_can_be_read(qtbot: QtBot) -> None:
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    names = dialog.findChild(QListWidget)
    assert isinstance(names, QListWidget)
    row = [names.item(each).text().partition(" ")[0] for each in range(names.count())].index("numpy")
    names.setCurrentRow(row)
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert "NumPy Developers" in text.toPlainText()


def test_the_diagnosis_is_worked_out_and_copied(studio: TestStudio) -> None:
    studio.trigger("diagnosis")
    dialog = next(each for each in studio.window.findChildren(DiagnosisDialog))
    studio.qtbot.waitUntil(lambda: "Networks" in dialog.text, timeout=60_000)
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy")
    copy.click()
    assert "Devices" in QGuiApplication.clipboard().text()
    dialog.close()


def test_a_dialog_that_is_closed_early_leaves_nothing_behind(studio: TestStudio) -> None:
    studio.trigger("diagnosis")
    dialog = next(each for each in studio.window.findChildren(DiagnosisDialog))
    dialog.close()
    assert studio.tasks.finish(60_000)
