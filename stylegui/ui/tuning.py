"""The choice of the engine and the knobs of each: the panel and the document in step, every change undoable."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.document import Change, Document
from stylegui.project.setup import Setup
from stylegui.ui.commands import SetupCommand
from stylegui.ui.paint_panel import PaintPanel
from stylegui.ui.preferences import Preferences


class Tuning(QObject):
    """Turns what the artist does in the panel into commands, and shows what the document holds."""

    def __init__(
        self,
        panel: PaintPanel,
        document: Document,
        preferences: Preferences,
        undo_stack: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._document = document
        self._preferences = preferences
        self._undo_stack = undo_stack
        self._show()
        panel.engine_picked.connect(self._on_engine_picked)
        for knobs in panel.panels.values():
            knobs.value_changed.connect(self._on_value_changed)
        document.observe(self._on_document_changed)

    @Slot(str)
    def _on_engine_picked(self, engine: str) -> None:
        after = self._document.setup.switched("instant" if engine == "instant" else "paint")
        name = {"instant": self.tr("Instant"), "paint": self.tr("Paint")}[after.engine]
        self._push(self.tr("Engine: {}").format(name), after)

    @Slot(str, object)
    def _on_value_changed(self, name: str, _value: object) -> None:
        params = self._panel.parameters.params()
        assert isinstance(params, InstantParams | PaintParams)
        if name == "encoder":
            # Every network has layers of its own: weights that were set for another one's mean nothing here.
            params = params.model_copy(update={"content_weights": {}, "style_weights": {}})
        title = type(params).model_fields[name].title or name
        self._push(title, self._document.setup.with_params(params), name)

    def _push(self, what: str, after: Setup, name: str = "") -> None:
        before = self._document.setup
        if after != before:
            self._undo_stack.push(SetupCommand(what, before, after, self._document.set_setup, name))

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.ENGINE:
            self._preferences.remember(engine=self._document.engine)
        if change in (Change.ENGINE, Change.PARAMS):
            self._show()
            self._preferences.show_layers(self._document.paint_params.encoder)

    def _show(self) -> None:
        self._panel.set_engine(self._document.engine)
        for params in (self._document.instant_params, self._document.paint_params):
            knobs = self._panel.panels["instant" if isinstance(params, InstantParams) else "paint"]
            if knobs.params() != params:
                knobs.set_params(params)
