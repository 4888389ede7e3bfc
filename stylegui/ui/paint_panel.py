"""The right-hand panel: the blend of styles, the engine's parameters, what it will cost, and the big buttons."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from stylegui.engine.request import PaintParams
from stylegui.ui.parameters.blend import StyleBlendBox
from stylegui.ui.parameters.estimate import EstimateLabel
from stylegui.ui.parameters.panel import ParameterPanel


class ActionButton(QPushButton):
    """A push button that shows an action and does it. Where `hides`, it is there only while the action can be done."""

    def __init__(
        self, action: QAction, *, primary: bool = False, icon: QIcon | None = None, hides: bool = False
    ) -> None:
        super().__init__()
        self._action = action
        self._hides = hides
        self.setProperty("primary", primary)
        if icon is not None:
            self.setIcon(icon)
        self.setAutoDefault(False)
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        # A mnemonic here would fight with the menu's.
        self.setText(self._action.text().replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if self._hides:
            self.setVisible(self._action.isEnabled())


class PaintPanel(QWidget):
    """Start stands at the foot, below what it will cost; while a picture is painted Pause and Stop take its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.blend = StyleBlendBox()
        self.parameters = ParameterPanel(PaintParams)
        self.parameters.insert_above(self.blend)
        self.estimate = EstimateLabel()
        line = QFrame()
        line.setProperty("role", "line")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 10, 14, 14)
        foot.setSpacing(10)
        foot.addWidget(self.estimate)
        foot.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.parameters, 1)
        layout.addWidget(line)
        layout.addLayout(foot)

    def set_actions(self, start: QAction, pause: QAction, stop: QAction) -> None:
        """The actions that the big buttons do; a button shows while its action can be done."""
        for action in (start, pause, stop):
            button = ActionButton(action, primary=action is start, hides=True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons.addWidget(button)
