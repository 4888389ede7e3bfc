"""What this program is, and the facts that help when something does not work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stylegui.ui.dialogs.form import dim, line, title
from stylegui.ui.icons import app_pixmap

ICON_PX = 96


class AboutDialog(QDialog):
    """Name, version, licence, and facts about this computer as (name, value)."""

    def __init__(self, version: str, facts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About stylegui"))
        self._facts = [(self.tr("Version"), version), *facts]
        picture = QLabel()
        scale = self.devicePixelRatioF()
        drawn = app_pixmap(round(ICON_PX * scale))
        drawn.setDevicePixelRatio(scale)
        picture.setPixmap(drawn)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(title("stylegui"))
        words.addWidget(dim(self.tr("Version {}").format(version)))
        words.addWidget(QLabel(self.tr("A free studio that paints your photos in the style of any picture.")))
        words.addWidget(dim(self.tr("Free software under the MIT licence. Your pictures never leave this computer.")))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        table = QGridLayout()
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(6)
        table.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            told = QLabel(value)
            told.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            told.setWordWrap(True)
            told.setAccessibleName(f"{name}: {value}")
            table.addWidget(dim(name, wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(told, row, 1)
        self._copy = QPushButton(self.tr("Copy these facts"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_facts)
        buttons = QDialogButtonBox()
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAutoDefault(False)
        buttons.rejected.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 18)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addLayout(table)
        layout.addStretch(1)
        layout.addLayout(foot)
        close.setFocus()
        self.setMinimumWidth(560)

    def facts_text(self) -> str:
        """All facts as plain text, one to a line."""
        return "\n".join(f"{name}: {value}" for name, value in self._facts)

    @Slot()
    def _copy_facts(self) -> None:
        QGuiApplication.clipboard().setText(self.facts_text())
        self._copy.setText(self.tr("Copied"))
