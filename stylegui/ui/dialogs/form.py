"""What the dialogs have in common: forms with their labels in one column, headings, lines, and a foot of buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget

LABEL_WIDTH_PX = 120
TITLE_BAR_PX = 48
ONE_LINE_PX = 28  # labels of taller controls stand beside their first line


class Form(QWidget):
    """Rows of a label and a control; single rows can be hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(16)
        self._layout.setVerticalSpacing(12)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def add(self, label: str, control: QWidget) -> None:
        """Add a row; with no label the control still stands in its column."""
        name = QLabel(label)
        name.setMinimumWidth(LABEL_WIDTH_PX)
        name.setFixedHeight(min(control.sizeHint().height(), ONE_LINE_PX))
        name.setBuddy(control)
        if label and not control.accessibleName():
            control.setAccessibleName(label)
        self._layout.addRow(name, control)

    def show_row(self, control: QWidget, shown: bool) -> None:
        """Show or hide the row of a control."""
        self._layout.setRowVisible(control, shown)


def fitted(width_px: int, height_px: int) -> QSize:
    """A dialog's size, or less where the screen has no room for it and its title bar."""
    screen = QGuiApplication.primaryScreen()
    size = QSize(width_px, height_px)
    return size if screen is None else size.boundedTo(screen.availableSize() - QSize(0, TITLE_BAR_PX))


def heading(text: str) -> QLabel:
    """The title of a part of a dialog."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def title(text: str) -> QLabel:
    """The title of a dialog, larger than its text."""
    label = QLabel(text)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def dim(text: str = "", *, wrap: bool = True) -> QLabel:
    """A text of secondary weight."""
    label = QLabel(text)
    label.setProperty("role", "dim")
    label.setWordWrap(wrap)
    return label


def set_role(label: QLabel, role: str) -> None:
    """Give a label another of the style sheet's roles."""
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)


def line() -> QFrame:
    """A thin separator."""
    frame = QFrame()
    frame.setProperty("role", "line")
    return frame
