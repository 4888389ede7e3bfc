"""The right-hand panel: the engine, the blend of styles, the engine's parameters, the cost, and the big buttons."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.setup import EngineId
from stylegui.ui.icons import icon
from stylegui.ui.parameters.blend import StyleBlendBox
from stylegui.ui.parameters.estimate import EstimateLabel
from stylegui.ui.parameters.panel import ParameterPanel
from stylegui.ui.parameters.presets import PresetBar
from stylegui.ui.parameters.segmented import Segmented

EDGE_PX = 14
CHEVRON_PX = 12
ICON_NAME = "icon_name"
PARAMS: dict[EngineId, type[BaseModel]] = {"instant": InstantParams, "paint": PaintParams}


class ActionButton(QPushButton):
    """A push button that shows an action and does it. Where `hides`, it is there only while the action can be done.

    With `icon_colour`, one of the theme's, it shows the icon of the name that the action has under `ICON_NAME`.
    """

    def __init__(self, action: QAction, *, primary: bool = False, icon_colour: str = "", hides: bool = False) -> None:
        super().__init__()
        self._action = action
        self._hides = hides
        self.setProperty("primary", primary)
        self._icon_colour = icon_colour
        self.setAutoDefault(False)
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        # A mnemonic here would fight with the menu's.
        self.setText(self._action.text().replace("&", ""))
        name = self._action.property(ICON_NAME)
        if self._icon_colour and name:
            self.setIcon(icon(name, self._icon_colour))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if self._hides:
            self.setVisible(self._action.isEnabled())


class PaintPanel(QWidget):
    """The engine's choice stays on top; below it styles and parameters scroll together.

    Start stands at the foot, below what it will cost; while a picture is painted Pause and Stop stand above it.
    """

    engine_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._engine = Segmented([("instant", self.tr("Instant")), ("paint", self.tr("Paint"))])
        self._engine.set_accessible_name(self.tr("Engine"))
        self._engine.explain("instant", self.tr("In one pass: the picture follows every change at once."))
        self._engine.explain("paint", self.tr("Step by step: takes longer, with strokes that fit the photo better."))
        self._engine.picked.connect(self._on_picked)
        self.presets = PresetBar()
        self.blend = StyleBlendBox()
        self.panels = {engine: ParameterPanel(params) for engine, params in PARAMS.items()}
        self.estimate = EstimateLabel()
        for panel in self.panels.values():
            panel.put_beside("size_px", self.estimate.add_light())
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(EDGE_PX, 12, EDGE_PX, 10)
        head.setSpacing(10)
        head.addWidget(self._engine)
        head.addWidget(self.presets)
        foot = QVBoxLayout()
        foot.setContentsMargins(EDGE_PX, 10, EDGE_PX, EDGE_PX)
        foot.setSpacing(10)
        foot.addWidget(self.estimate)
        foot.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(_line())
        layout.addWidget(self._scroll(), 1)
        layout.addWidget(_line())
        layout.addLayout(foot)
        self.set_engine("instant")

    @property
    def engine(self) -> EngineId:
        """The engine whose parameters are shown."""
        return "instant" if self._engine.value() == "instant" else "paint"

    @property
    def parameters(self) -> ParameterPanel:
        """The controls of the engine that is shown."""
        return self.panels[self.engine]

    def set_engine(self, engine: EngineId) -> None:
        """Show the parameters of this engine, without telling anyone."""
        self._engine.set_value(engine)
        for name, panel in self.panels.items():
            panel.setVisible(name == engine)

    def set_actions(self, start: QAction, pause: QAction, stop: QAction, others: Sequence[QAction]) -> None:
        """The actions that the big buttons do; a button shows while its action can be done.

        `others` are other ways to start; they are in a menu beside it.
        """
        running, starting = QHBoxLayout(), QHBoxLayout()
        running.setSpacing(8)
        starting.setSpacing(1)
        for action in (pause, stop, start):
            button = ActionButton(action, primary=action is start, hides=True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            if action is start:
                button.setProperty("split", "left")
            (starting if action is start else running).addWidget(button)
        starting.addWidget(self._menu_button(others))
        self._buttons.addLayout(running)
        self._buttons.addLayout(starting)

    def _menu_button(self, others: Sequence[QAction]) -> QPushButton:
        button = QPushButton()
        button.setProperty("primary", True)
        button.setProperty("split", "right")
        button.setIcon(icon("chevron-down", "accent_text"))
        button.setIconSize(QSize(CHEVRON_PX, CHEVRON_PX))
        button.setToolTip(self.tr("Other ways to start"))
        button.setAccessibleName(self.tr("Other ways to start"))
        button.setAutoDefault(False)
        menu = QMenu(button)
        menu.addActions(list(others))
        button.setMenu(menu)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _scroll(self) -> QScrollArea:
        content = QWidget()
        blend = QVBoxLayout()
        blend.setContentsMargins(EDGE_PX, 10, EDGE_PX, 8)
        blend.setSpacing(8)
        blend.addWidget(self.blend)
        blend.addWidget(_line())
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(blend)
        for panel in self.panels.values():
            column.addWidget(panel)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        scroll.setMinimumWidth(content.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        return scroll

    @Slot(str)
    def _on_picked(self, engine: str) -> None:
        self.engine_picked.emit(engine)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
