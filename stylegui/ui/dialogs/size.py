"""The size of an export: pixels, or centimetres at a resolution."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stylegui.ui.dialogs.form import dim
from stylegui.ui.parameters.editors import pad_text

CM_PER_INCH = 2.54
LONGEST_PX = 65_500
USUAL_DPI = 300.0
PIXELS, CENTIMETRES = "px", "cm"


class SizeEditor(QWidget):
    """Long side and resolution of a picture. In pixels the resolution changes the print only; in centimetres it
    changes how many pixels there are.
    """

    changed = Signal()

    def __init__(self, size: tuple[int, int], dpi: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = size
        self._long_px = max(size)
        self._long_cm = 0.0
        self._side = QDoubleSpinBox()
        self._side.setKeyboardTracking(False)
        self._side.setAccessibleName(self.tr("Long side"))
        self._side.setMinimumWidth(100)
        self._unit = QComboBox()
        self._unit.addItem(self.tr("pixels"), PIXELS)
        self._unit.addItem(self.tr("cm"), CENTIMETRES)
        self._unit.setAccessibleName(self.tr("Unit of the size"))
        self._dpi = QDoubleSpinBox()
        self._dpi.setRange(10, 2400)
        self._dpi.setDecimals(0)
        self._dpi.setSuffix(" dpi")
        self._dpi.setKeyboardTracking(False)
        self._dpi.setAccessibleName(self.tr("Resolution"))
        self._dpi.setValue(dpi or USUAL_DPI)
        self._facts = dim()
        for box in (self._side, self._dpi):
            pad_text(box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._side, 1)
        row.addWidget(self._unit)
        row.addWidget(QLabel(self.tr("at")))
        row.addWidget(self._dpi)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._facts)
        self.setFocusProxy(self._side)
        self._long_cm = self._to_cm(self._long_px)
        self._show_side()
        self._tell()
        self._side.valueChanged.connect(self._on_side)
        self._unit.currentIndexChanged.connect(self._on_unit)
        self._dpi.valueChanged.connect(self._on_dpi)

    def size_px(self) -> int | None:
        """The long side, or None for the picture's own."""
        return None if self._long_px == max(self._own) else self._long_px

    def dpi(self) -> float:
        return self._dpi.value()

    def unit(self) -> str:
        """PIXELS or CENTIMETRES."""
        return str(self._unit.currentData())

    def set_unit(self, unit: str) -> None:
        self._unit.setCurrentIndex(max(0, self._unit.findData(unit)))

    def set_dpi(self, dpi: float) -> None:
        """Set the resolution and leave the pixels as they are."""
        blocked = self._dpi.blockSignals(True)
        self._dpi.setValue(dpi)
        self._dpi.blockSignals(blocked)
        self._long_cm = self._to_cm(self._long_px)
        self._show_side()
        self._tell()

    def facts(self) -> str:
        """What the size comes to, as shown below it."""
        return self._facts.text()

    def _to_cm(self, pixels: float) -> float:
        return pixels / self._dpi.value() * CM_PER_INCH

    def _show_side(self) -> None:
        blocked = self._side.blockSignals(True)
        if self.unit() == PIXELS:
            self._side.setDecimals(0)
            self._side.setRange(1, LONGEST_PX)
            self._side.setSingleStep(64)
            self._side.setValue(self._long_px)
        else:
            self._side.setDecimals(1)
            self._side.setRange(0.1, self._to_cm(LONGEST_PX))
            self._side.setSingleStep(1)
            self._side.setValue(self._long_cm)
        self._side.blockSignals(blocked)

    def _tell(self) -> None:
        scale = self._long_px / max(self._own)
        width, height = (max(1, round(side * scale)) for side in self._own)
        text = self.tr("{} × {} pixels, {:.1f} × {:.1f} cm in print").format(
            width, height, self._to_cm(width), self._to_cm(height)
        )
        if scale > 1:
            text += "\n" + self.tr("Enlarged to {:.0%}: this adds pixels, not detail.").format(scale)
        self._facts.setText(text)

    @Slot()
    def _on_side(self) -> None:
        if self.unit() == PIXELS:
            self._long_px = round(self._side.value())
            self._long_cm = self._to_cm(self._long_px)
        else:
            self._long_cm = self._side.value()
            self._long_px = self._pixels_of_cm()
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_unit(self) -> None:
        self._show_side()
        self._tell()

    @Slot()
    def _on_dpi(self) -> None:
        if self.unit() == CENTIMETRES:
            self._long_px = self._pixels_of_cm()
        else:
            self._long_cm = self._to_cm(self._long_px)
        self._show_side()
        self._tell()
        self.changed.emit()

    def _pixels_of_cm(self) -> int:
        return min(LONGEST_PX, max(1, round(self._long_cm / CM_PER_INCH * self._dpi.value())))
