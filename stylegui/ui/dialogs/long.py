"""A dialog too long for the screen: its rows scroll above a foot with “Restore defaults” and “Close”."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stylegui.ui.dialogs.form import line


class LongDialog(QDialog):
    """Rows go into `column`, one below the other; `usual_button` and `close_button` stand in the foot."""

    def __init__(self, spacing_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(22, 18, 22, 18)
        self.column.setSpacing(spacing_px)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(line())
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.usual_button = QPushButton(self.tr("Restore defaults"))
        self.usual_button.setAutoDefault(False)
        buttons = QDialogButtonBox()
        self.close_button = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        buttons.rejected.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 14, 22, 16)
        foot.addWidget(self.usual_button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot
