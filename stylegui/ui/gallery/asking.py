"""Questions of the gallery: for files, for folders, for a short name, and whether something may go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from stylegui.library.pack import PACK_SUFFIX

NAME_WIDTH_PX = 340
PACKS, FOLDERS, PICTURES = "style_pack", "style_folder", "style"


class FileQuestions(QObject):
    """File dialogs that begin where the last one of their purpose ended, and the question before deleting."""

    folder_used = Signal(str, str)
    """Purpose and folder, to be kept with the settings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._folders: dict[str, str] = {}
        self.may_delete: Callable[[str], bool] = bool
        """Given a question in words, whether styles may go; the session puts the one of the settings here."""

    def set_last_folders(self, folders: Mapping[str, str]) -> None:
        """Where the dialogs of each purpose begin."""
        self._folders = dict(folders)

    def packs_to_open(self) -> list[Path]:
        """Packs to import; none if the artist changes their mind."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open style pack"), self._folders.get(PACKS, ""), self._pack_pattern()
        )
        return self._noted(PACKS, [Path(name) for name in names])

    def pack_to_write(self, name: str) -> Path | None:
        """Where to write a pack."""
        safe = "".join("_" if letter in '/\\:*?"<>|' else letter for letter in name).strip(". ") or "styles"
        start = Path(self._folders.get(PACKS, "")) / f"{safe}{PACK_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export as style pack"), str(start), self._pack_pattern()
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() != PACK_SUFFIX:
            path = path.with_name(path.name + PACK_SUFFIX)
        return self._noted(PACKS, [path])[0]

    def folder_to_watch(self) -> Path | None:
        """A folder of pictures."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder to watch"), self._folders.get(FOLDERS, "")
        )
        if not chosen:
            return None
        self._note(FOLDERS, str(Path(chosen).parent))
        return Path(chosen)

    def picture(self, title: str, start: Path) -> Path | None:
        """One picture file."""
        folder = str(start.parent) if start.parent.is_dir() else self._folders.get(PICTURES, "")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder)
        return Path(chosen) if chosen else None

    def _pack_pattern(self) -> str:
        return f"{self.tr('Style packs')} (*{PACK_SUFFIX})"

    def _noted(self, purpose: str, paths: list[Path]) -> list[Path]:
        if paths:
            self._note(purpose, str(paths[0].parent))
        return paths

    def _note(self, purpose: str, folder: str) -> None:
        self._folders[purpose] = folder
        self.folder_used.emit(purpose, folder)


class NameDialog(QDialog):
    """Asks for a short name; those that are known complete what is typed. `named` holds the answer, tidied."""

    named = Signal(str)

    def __init__(self, title: str, label: str, button: str, known: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(NAME_WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(label)
        self._field = QLineEdit()
        self._field.setMaxLength(80)
        self._field.setAccessibleName(label)
        completer = QCompleter(sorted(known, key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._field.setCompleter(completer)
        words.setBuddy(self._field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(self._judge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addWidget(self._field)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        self._accept.setDefault(True)  # takes effect only once the button is in the dialog

    def set_name(self, name: str) -> None:
        """Begin with this name, selected."""
        self._field.setText(name)
        self._field.selectAll()

    @property
    def name(self) -> str:
        """What is typed, tidied."""
        return " ".join(self._field.text().split())

    @Slot()
    def _judge(self) -> None:
        self._accept.setEnabled(bool(self.name))

    def accept(self) -> None:
        if self.name:
            self.named.emit(self.name)
            super().accept()


def ask_name(
    parent: QWidget,
    *,
    title: str,
    label: str,
    button: str,
    known: Iterable[str],
    take: Callable[[str], None],
    name: str = "",
) -> NameDialog:
    """Open a `NameDialog`; `take` gets the answer if there is one."""
    dialog = NameDialog(title, label, button, known, parent)
    if name:
        dialog.set_name(name)
    dialog.named.connect(take)
    dialog.open()
    return dialog
