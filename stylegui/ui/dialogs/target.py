"""Where exports go: the template of their names, the folder, and what happens where a name is taken."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from stylegui.project.exports import without_suffix
from stylegui.project.naming import USUAL_TEMPLATE, Conflict, Facts, target_path, template_problem
from stylegui.ui.dialogs.form import Form, dim, set_role
from stylegui.ui.icons import icon
from stylegui.ui.parameters.segmented import Segmented

UNIQUE: Conflict = "unique"
OVERWRITE: Conflict = "overwrite"
SKIP: Conflict = "skip"


class TargetEditor(QWidget):
    """Name, folder and the rule for a name that is taken. Shows the name that comes of it, and says what is wrong."""

    changed = Signal()
    """Whether and where something can be written may be another thing now."""
    naming_changed = Signal()
    """The template or the rule was changed by hand."""

    def __init__(
        self,
        folder: Path,
        facts: Sequence[Facts],
        sources: Collection[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`facts` are those of the paintings that are exported; `sources` are files that must not be written over."""
        super().__init__(parent)
        self._facts = list(facts)
        self._sources = [source.resolve() for source in sources]
        self._suffix = ".png"
        self._name = QLineEdit(USUAL_TEMPLATE)
        self._name.setAccessibleName(self.tr("File name"))
        self._insert = self._insert_button()
        self._example = dim(wrap=True)
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        browse = QToolButton()
        browse.setIcon(icon("folder"))
        browse.setToolTip(self.tr("Choose a folder"))
        browse.setAccessibleName(self.tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self._rule = Segmented(
            [(UNIQUE, self.tr("Keep both")), (OVERWRITE, self.tr("Replace it")), (SKIP, self.tr("Skip"))]
        )
        self._rule.set_accessible_name(self.tr("If the name is taken"))
        self._rule.set_value(UNIQUE)
        form = Form()
        form.add(self.tr("Name"), _above(_beside(self._name, self._insert), self._example))
        form.add(self.tr("Folder"), _beside(self._folder, browse))
        form.add(self.tr("If it exists"), self._rule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)
        # The folder may go while the dialog is open: with its drive, or by another program's hand.
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_change)
        self._name.textChanged.connect(self._on_naming)
        self._folder.textChanged.connect(self._on_folder)
        self._rule.picked.connect(self._on_naming)
        self._on_folder()

    def set_output(self, suffix: str, sizes: Sequence[tuple[int, int]]) -> None:
        """What is written: the ending, and (width, height) of each painting's file, which a name may tell."""
        self._suffix = suffix
        self._facts = [
            Facts(each.photo, each.style, each.engine, each.version, each.date, size)
            for each, size in zip(self._facts, sizes, strict=True)
        ]
        self._show()

    def template(self) -> str:
        """The template of the names, without an ending."""
        return without_suffix(self._name.text().strip())

    def rule(self) -> Conflict:
        value = self._rule.value()
        return OVERWRITE if value == OVERWRITE else SKIP if value == SKIP else UNIQUE

    def show_naming(self, template: str, rule: str) -> None:
        """Show a plan's template and rule, without telling anyone."""
        blocked = self._name.blockSignals(True)
        self._name.setText(template)
        self._name.setCursorPosition(0)  # of a long name the beginning is seen
        self._name.blockSignals(blocked)
        self._rule.set_value(rule)
        self._show()

    def folder(self) -> Path:
        return Path(self._folder.text().strip()).expanduser()

    def set_folder(self, folder: Path) -> None:
        self._folder.setText(str(folder))

    def path(self) -> Path | None:
        """The file of the first painting as things are now; None where it is not written."""
        return target_path(
            self.folder(), self.template(), self._suffix, self._facts[0], self.rule(), sources=self._sources
        )

    def problem(self) -> str:
        """Why nothing can be written there, in one sentence; "" where nothing is known to stand in the way."""
        template = self.template()
        if not template:
            return self.tr("Give the file a name.")
        if "/" in template or os.sep in template:
            return self.tr("A file name cannot contain “/”: choose the folder below.")
        if strange := template_problem(template):
            return self.tr("“{}” is not known: the button beside the name lists what can be put in.").format(strange)
        if not self._folder.text().strip() or not self.folder().is_dir():
            return self.tr("This folder does not exist.")
        if not os.access(self.folder(), os.W_OK):
            return self.tr("Nothing can be saved in this folder: it is read-only.")
        return ""

    def _insert_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("add"))
        button.setToolTip(self.tr("Put something into the name"))
        button.setAccessibleName(self.tr("Put something into the name"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for field, words in (
            ("photo", self.tr("Name of the photo")),
            ("style", self.tr("Style")),
            ("engine", self.tr("Engine")),
            ("version", self.tr("Number of the version")),
            ("date", self.tr("Date it was painted")),
            ("size", self.tr("Size in pixels")),
            ("n", self.tr("Running number")),
        ):
            menu.addAction(f"{words}\t{{{field}}}").setData(f"{{{field}}}")
        menu.triggered.connect(self._on_insert)
        button.setMenu(menu)
        return button

    @Slot(QAction)
    def _on_insert(self, action: QAction) -> None:
        self._name.insert(str(action.data()))
        self._name.setFocus()

    @Slot()
    def _on_folder(self) -> None:
        if known := self._watcher.directories():
            self._watcher.removePaths(known)
        if self.folder().is_dir():
            self._watcher.addPath(str(self.folder()))
        self._on_change()

    @Slot()
    def _on_naming(self) -> None:
        self._on_change()
        self.naming_changed.emit()

    @Slot()
    def _on_change(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        problem = self.problem()
        self._example.setText(problem or self._outcome())
        set_role(self._example, "error" if problem else "dim")

    def _outcome(self) -> str:
        path = self.path()
        if path is None:
            return self.tr("There is a file of this name, so nothing is written.")
        if path.exists():
            return self.tr("“{}” will be replaced.").format(path.name)
        if len(self._facts) > 1:
            return self.tr("“{}” and {} more").format(path.name, len(self._facts) - 1)
        return self.tr("It will be saved as “{}”.").format(path.name)

    @Slot()
    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self._folder.text())
        if folder:
            self._folder.setText(folder)


def _above(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(first)
    layout.addWidget(second)
    holder.setFocusProxy(first)
    return holder


def _beside(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(first, 1)
    layout.addWidget(second)
    holder.setFocusProxy(first)
    return holder
