"""Two or three choices side by side, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segmented(QWidget):
    """An exclusive choice as a row of joined buttons. Arrow keys move between them."""

    picked = Signal(str)  # by the user

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (value, words) in enumerate(choices):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", _place(index, len(choices)))
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            self._buttons[value] = button
            self._group.addButton(button)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def value(self) -> str:
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        self._buttons[value].setChecked(True)

    def explain(self, value: str, words: str) -> None:
        """Say in a tool tip what a choice means."""
        self._buttons[value].setToolTip(words)

    def set_available(self, value: str, available: bool, reason: str) -> None:
        """Let a choice be made or not; `reason` becomes its tool tip where not."""
        self._buttons[value].setEnabled(available)
        self._buttons[value].setToolTip("" if available else reason)

    def set_accessible_name(self, name: str) -> None:
        self.setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    @Slot(QAbstractButton)
    def _tell(self, button: QAbstractButton) -> None:
        self.picked.emit(self.value())


def _place(index: int, count: int) -> str:
    if index == 0:
        return "first"
    return "last" if index == count - 1 else "middle"
