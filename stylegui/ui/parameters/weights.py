"""Weights of a network's layers, as a small table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from stylegui.ui.parameters.editors import Editor, WheelGuard, pad_text
from stylegui.ui.parameters.spec import FieldSpec

HEAVIEST = 100.0


class WeightsEditor(Editor):
    """A weight for each layer. An empty value means the network's own weights, which are then shown dimmed."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._layers: dict[str, float] = {}
        self._value: dict[str, float] = dict(spec.default)
        self._boxes: dict[str, QDoubleSpinBox] = {}
        self._own = QCheckBox(self.tr("The network's own"))
        self._own.setAccessibleName(f"{spec.title}: {self._own.text()}")
        self._own.setAccessibleDescription(spec.description)
        self._own.clicked.connect(self._switch)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._own)
        layout.addWidget(self._table)
        self.setFocusProxy(self._own)
        self._show_value()

    def set_layers(self, layers: Mapping[str, float]) -> None:
        """Offer these layers; each comes with the network's own weight."""
        self._layers = dict(layers)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._boxes.clear()
        for row, name in enumerate(self._layers):
            label = QLabel(name)
            label.setProperty("role", "dim")
            box = QDoubleSpinBox()
            box.setRange(0, HEAVIEST)
            box.setDecimals(2)
            box.setSingleStep(0.1)
            box.setKeyboardTracking(False)
            pad_text(box)
            box.setAccessibleName(f"{self.spec.title}: {name}")
            box.installEventFilter(WheelGuard(box))
            box.valueChanged.connect(self._take)
            box.editingFinished.connect(self._finish)
            label.setBuddy(box)
            self._boxes[name] = box
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
        self._show_value()

    def value(self) -> dict[str, float]:
        return dict(self._value)

    def set_value(self, value: Any) -> None:
        self._settle.stop()
        self._value = dict(value)
        self._show_value()

    def _show_value(self) -> None:
        own = not self._value
        self._own.setChecked(own)
        self._own.setEnabled(bool(self._layers) or not own)
        self._table.setVisible(bool(self._layers))
        self._table.setEnabled(not own)
        for name, box in self._boxes.items():
            blocked = box.blockSignals(True)
            box.setValue(self._layers[name] if own else self._value.get(name, 0.0))
            box.blockSignals(blocked)

    @Slot()
    def _switch(self) -> None:
        self._value = {} if self._own.isChecked() else dict(self._layers)
        self._show_value()
        self._changed_at_once()

    @Slot()
    def _take(self) -> None:
        self._value = {name: box.value() for name, box in self._boxes.items()}
        self._changed()

    @Slot()
    def _finish(self) -> None:
        self.finish()
