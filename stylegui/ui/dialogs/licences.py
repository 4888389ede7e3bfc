"""Whose work the program stands on: every library it is made with, its version and its licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from stylegui import diagnosis
from stylegui.ui.dialogs.form import dim, fitted

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


@dataclass(frozen=True)
class Work:
    """A library: its name and version, its licence in a few words, and the full text where it came along."""

    name: str
    version: str
    licence: str
    text: str


def works() -> list[Work]:
    """Everything that the program needs, and what that needs in turn; what is not installed is left out."""
    found: dict[str, Work] = {}
    waiting = list(diagnosis.PACKAGES)  # and not the program's own metadata: from a checkout it has none
    while waiting:
        name = waiting.pop(0)
        key = _key(name)
        if key in found:
            continue
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[key] = _work(package)
        waiting += _needed(package)
    return sorted(found.values(), key=lambda work: work.name.casefold())


def _needed(package: metadata.Distribution) -> Iterator[str]:
    for requirement in package.requires or ():
        marker = requirement.partition(";")[2]
        match = _NAME.match(requirement)
        if match and "extra ==" not in marker:
            yield match[0]


def _work(package: metadata.Distribution) -> Work:
    told = package.metadata
    expression, plain = ((told.get_all(field) or [""])[0] for field in ("License-Expression", "License"))
    licence = expression or _from_classifiers(package) or plain
    texts = [
        file.read_text() or ""
        for file in package.files or ()
        if _LICENCE_FILE.search(file.name) and file.suffix in ("", ".txt", ".md", ".rst", ".LGPL", ".GPL")
    ]
    first_line = licence.strip().partition("\n")[0][:60]
    return Work(package.name, package.version, first_line, "\n\n".join(text.strip() for text in texts if text.strip()))


def _from_classifiers(package: metadata.Distribution) -> str:
    lines = package.metadata.get_all("Classifier") or []
    return ", ".join(line.rpartition(" :: ")[2] for line in lines if line.startswith("License ::"))


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


class LicencesDialog(QDialog):
    """The libraries on the left, what their licence says on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Libraries"))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Licence"))
        for work in works():
            words = f"{work.name} {work.version}"
            item = QListWidgetItem(f"{words}\n{work.licence}" if work.licence else words)
            item.setData(Qt.ItemDataRole.UserRole, work)
            self._list.addItem(item)
        self._list.currentItemChanged.connect(self._show_text)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._list)
        parts.addWidget(self._text)
        parts.setSizes([280, 520])
        buttons = QDialogButtonBox()
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(
            dim(
                self.tr(
                    "The program, its networks and its code are free under the MIT licence. Its style pictures and "
                    "sample photos are in the public domain (CC0). It is made with these libraries:"
                )
            )
        )
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
        self.resize(fitted(860, 620))
        self._list.setCurrentRow(0)

    @Slot()
    def _show_text(self) -> None:
        item = self._list.currentItem()
        work = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(work, Work):
            self._text.setPlainText(work.text or self.tr("The library came without a text of its licence."))
