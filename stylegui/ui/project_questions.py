"""What is asked about projects: which file, whether to save, whether to write over what another program changed."""

from __future__ import annotations

import enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from stylegui.project.archive import SUFFIX
from stylegui.ui.preferences import Preferences

PURPOSE = "project"
"""The name under which the folder of projects is remembered."""
Button = QMessageBox.StandardButton


class Answer(enum.Enum):
    """What is to happen with unsaved work."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProjectQuestions", text)


def ask_to_save(parent: QWidget, loss: str) -> Answer:
    """Ask what is to happen with work that would be lost; `loss` tells of it in a sentence."""
    answer = QMessageBox.question(
        parent,
        _tr("Save your work?"),
        f"{loss} {_tr('Do you want to save the project?')}",
        Button.Save | Button.Discard | Button.Cancel,
        Button.Save,
    )
    return {Button.Save: Answer.SAVE, Button.Discard: Answer.DISCARD}.get(answer, Answer.CANCEL)


def ask_to_overwrite(parent: QWidget, name: str) -> bool:
    """Ask whether a file that another program has changed meanwhile is to be written over."""
    answer = QMessageBox.question(
        parent,
        _tr("Overwrite the project?"),
        _tr(
            "“{}” was changed by another program since you opened it. If you save now, those changes are lost. "
            "You can keep both with “Save as”."
        ).format(name),
        Button.Save | Button.Cancel,
        Button.Cancel,
    )
    return answer == Button.Save


def ask_where_to_save(parent: QWidget, preferences: Preferences, name: str) -> Path | None:
    """Ask for a project file to write; None where none was chosen. The folder is remembered."""
    start = Path(preferences.current.last_folders.get(PURPOSE, "") or Path.home()) / f"{name}{SUFFIX}"
    text, _ = QFileDialog.getSaveFileName(parent, _tr("Save project"), str(start), _pattern())
    if not text:
        return None
    path = Path(text)
    if path.suffix.lower() != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
        if path.exists() and not _ask_to_replace(parent, path.name):
            return None
    preferences.remember_folder(PURPOSE, str(path.parent))
    return path


def ask_which_to_open(parent: QWidget, preferences: Preferences) -> Path | None:
    """Ask for a project file to open; None where none was chosen. The folder is remembered."""
    folder = preferences.current.last_folders.get(PURPOSE, "")
    text, _ = QFileDialog.getOpenFileName(parent, _tr("Open project"), folder, _pattern())
    if not text:
        return None
    preferences.remember_folder(PURPOSE, str(Path(text).parent))
    return Path(text)


def _ask_to_replace(parent: QWidget, name: str) -> bool:
    """The question that the file dialog asks itself where the name was typed with its suffix."""
    text = _tr("There is a project “{}” already. Do you want to replace it?").format(name)
    return QMessageBox.question(parent, _tr("Save project"), text) == Button.Yes


def _pattern() -> str:
    return f"{_tr('stylegui projects')} (*{SUFFIX})"
