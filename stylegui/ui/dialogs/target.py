"""Where an export goes: its name, its folder, and what happens if the name is taken."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from stylegui.project.naming import unique_path
from stylegui.ui.dialogs.form import Form, dim, set_role
from stylegui.ui.icons import icon
from stylegui.ui.parameters.segmented import Segmented

UNIQUE, OVERWRITE = "unique", "overwrite"
SUFFIXES = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "webp": (".webp",),
    "tiff": (".tif", ".tiff"),
}


class TargetEditor(QWidget):
    """Name, folder and the rule for a name that is taken. Says at once what is wrong; spares the sources."""

    changed = Signal()

    def __init__(self, folder: Path, name: str, sources: Collection[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = [source.resolve() for source in sources]
        self._format = "png"
        self._name = QLineEdit(name)
        self._name.setAccessibleName(self.tr("File name"))
        self._name.setCursorPosition(0)  # of a long name the beginning is seen
        self._suffix = QLabel()
        self._suffix.setProperty("role", "dim")
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        browse = QToolButton()
        browse.setIcon(icon("folder"))
        browse.setToolTip(self.tr("Choose a folder"))
        browse.setAccessibleName(self.tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self._rule = Segmented([(UNIQUE, self.tr("Keep both")), (OVERWRITE, self.tr("Replace it"))])
        self._rule.set_accessible_name(self.tr("If the name is taken"))
        self._rule.set_value(UNIQUE)
        self._note = dim()
        form = Form()
        form.add(self.tr("Name"), _beside(self._name, self._suffix))
        form.add(self.tr("Folder"), _beside(self._folder, browse))
        form.add(self.tr("If the name is taken"), self._rule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(form)
        layout.addWidget(self._note)
        self._name.textChanged.connect(self._on_change)
        self._folder.textChanged.connect(self._on_change)
        self._rule.picked.connect(self._on_change)
        self.set_format(self._format)

    def set_format(self, file_format: str) -> None:
        """Write in this format; a suffix that says otherwise is exchanged."""
        self._format = file_format
        self._suffix.setText(SUFFIXES[file_format][0])
        self._on_change()

    def rule(self) -> str:
        """UNIQUE or OVERWRITE."""
        return self._rule.value()

    def set_rule(self, rule: str) -> None:
        self._rule.set_value(OVERWRITE if rule == OVERWRITE else UNIQUE)
        self._on_change()

    def wanted_path(self) -> Path:
        """The file as it was named, whether there is one by this name or not."""
        name = self._name.text().strip()
        known = [suffix for suffixes in SUFFIXES.values() for suffix in suffixes]
        typed = next((name[-len(suffix) :] for suffix in known if name.lower().endswith(suffix)), "")
        stem = name.removesuffix(typed)
        suffix = typed if typed.lower() in SUFFIXES[self._format] else SUFFIXES[self._format][0]
        return Path(self._folder.text().strip()).expanduser() / f"{stem}{suffix}"

    def path(self) -> Path:
        """The file to write: by the rule, a free name or the wanted one."""
        wanted = self.wanted_path()
        return unique_path(wanted) if self.rule() == UNIQUE else wanted

    def problem(self) -> str:
        """Why nothing can be written there, in one sentence; "" where nothing is known to stand in the way."""
        name, folder = self._name.text().strip(), Path(self._folder.text().strip()).expanduser()
        if not name or self.wanted_path().name.startswith("."):
            return self.tr("Give the file a name.")
        if "/" in name or os.sep in name:
            return self.tr("A file name cannot contain “/”: choose the folder below.")
        if not self._folder.text().strip() or not folder.is_dir():
            return self.tr("This folder does not exist.")
        if not os.access(folder, os.W_OK):
            return self.tr("Nothing can be saved in this folder: it is read-only.")
        if self.path().is_dir():
            return self.tr("There is a folder of this name.")
        if self.path().resolve() in self._sources:
            return self.tr("This is the photo itself or the style: choose another name, so that it is not lost.")
        return ""

    @Slot()
    def _on_change(self) -> None:
        problem = self.problem()
        if problem:
            note = problem
        elif self.wanted_path().exists() and self.rule() == UNIQUE:
            note = self.tr("It will be saved as “{}”.").format(self.path().name)
        elif self.wanted_path().exists():
            note = self.tr("The file of this name will be replaced.")
        else:
            note = ""
        self._note.setText(note)
        set_role(self._note, "error" if problem else "dim")
        self.changed.emit()

    @Slot()
    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self._folder.text())
        if folder:
            self._folder.setText(folder)


def _beside(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(first, 1)
    layout.addWidget(second)
    holder.setFocusProxy(first)
    return holder
