"""The controls below the picture: its orientation, and going through its variations."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from stylegui.ui import icons
from stylegui.ui.maker.seeds import SeedHistory

SIDE_PX = 130


class EaselBar(QWidget):
    """Orientation on the left, back, Shuffle and forward in the middle, the variation's number on the right."""

    shape_picked = Signal(str)
    """A key of `painters.design.SHAPES`."""
    shuffle_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        left = QHBoxLayout()
        left.setSpacing(2)
        names = {"landscape": self.tr("Landscape"), "portrait": self.tr("Portrait"), "square": self.tr("Square")}
        for shape, name in names.items():
            button = QToolButton()
            button.setIcon(icons.icon(shape))
            button.setCheckable(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setObjectName(shape)
            group.addButton(button)
            left.addWidget(button)
            self._shapes[shape] = button
        left.addStretch()
        self._shapes["landscape"].setChecked(True)
        group.buttonClicked.connect(self._pick_shape)

        self.back = self._arrow("chevron-left", self.tr("The variation before"), "Alt+Left")
        self.forward = self._arrow("chevron-right", self.tr("The variation after"), "Alt+Right")
        self.shuffle = QPushButton(icons.icon("dice"), self.tr("Shuffle"))
        self.shuffle.setShortcut(QKeySequence("Ctrl+R"))
        self.shuffle.setToolTip(self.tr("Another variation (Ctrl+R)"))
        self.shuffle.setAutoDefault(False)
        self.shuffle.setMinimumWidth(128)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.forward_asked)
        self.shuffle.clicked.connect(self.shuffle_asked)
        self._number = QLabel()
        self._number.setProperty("role", "dim")

        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 10)
        layout.setSpacing(6)
        sides = QWidget(), QWidget()
        for side in sides:
            side.setMinimumWidth(SIDE_PX)
        left.setContentsMargins(0, 0, 0, 0)
        sides[0].setLayout(left)
        right = QHBoxLayout(sides[1])
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(sides[0], 1)
        layout.addWidget(self.back)
        layout.addWidget(self.shuffle)
        layout.addWidget(self.forward)
        layout.addWidget(sides[1], 1)

    def show_seeds(self, seeds: SeedHistory, state: str = "") -> None:
        """Show where in its history a painter is, and what its picture is doing."""
        self.back.setEnabled(seeds.can_go_back)
        self.forward.setEnabled(seeds.can_go_forward)
        self._number.setText(state or self.tr("Variation {}").format(seeds.current))

    @property
    def words(self) -> str:
        """What is said about the variation."""
        return self._number.text()

    def _arrow(self, name: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(name))
        button.setShortcut(QKeySequence(keys))
        button.setToolTip(f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
        button.setAccessibleName(words)
        button.setEnabled(False)
        return button

    @Slot(QAbstractButton)
    def _pick_shape(self, button: QAbstractButton) -> None:
        self.shape_picked.emit(button.objectName())
