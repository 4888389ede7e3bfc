"""A group of controls under a heading that folds it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from stylegui.ui.icons import icon


class Section(QWidget):
    """A heading and what belongs to it; a click on the heading folds and unfolds."""

    toggled = Signal(bool)

    def __init__(self, title: str, expanded: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QToolButton()
        self._heading.setText(title)
        self._heading.setCheckable(True)
        self._heading.setChecked(expanded)
        self._heading.setProperty("section", True)
        self._heading.setIconSize(QSize(12, 12))
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading.toggled.connect(self._fold)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 2, 0, 8)
        self._rows.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self._body)
        self._show(expanded)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the group."""
        self._rows.addWidget(widget)

    @property
    def expanded(self) -> bool:
        return self._heading.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        self._heading.setChecked(expanded)

    def _show(self, expanded: bool) -> None:
        self._body.setVisible(expanded)
        self._heading.setIcon(icon("chevron-down" if expanded else "chevron-right", "text_dim"))
        self._heading.setAccessibleDescription("unfolded" if expanded else "folded")

    @Slot(bool)
    def _fold(self, expanded: bool) -> None:
        self._show(expanded)
        self.toggled.emit(expanded)
