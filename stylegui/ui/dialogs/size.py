"""The size of an export: pixels, or centimetres at a resolution, and whether a picture may be enlarged."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stylegui.project.exports import CM_PER_INCH, LONGEST_PX, USUAL_DPI
from stylegui.ui.dialogs.form import dim
from stylegui.ui.parameters.editors import pad_text
from stylegui.ui.parameters.words import decimal_text

PIXELS, CENTIMETRES = "px", "cm"


class SizeEditor(QWidget):
    """Long side and resolution of a picture. In pixels the resolution changes the print only; in centimetres it
    changes how many pixels there are. Where the picture may not be enlarged, its own size is the limit.
    """

    changed = Signal()

    def __init__(self, size: tuple[int, int], dpi: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = size
        self._long_px = max(size)
        self._long_cm = 0.0
        self._is_own = True
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
        self._upscaling = QCheckBox(self.tr("Allow upscaling"))
        self._upscaling.setToolTip(self.tr("Write more pixels than were painted. They add size, not detail."))
        self._facts = dim()
        self._lay_out()
        self.setFocusProxy(self._side)
        self._long_cm = self._to_cm(self._long_px)
        self._show_side()
        self._tell()
        self._side.valueChanged.connect(self._on_side)
        self._unit.currentIndexChanged.connect(self._on_unit)
        self._dpi.valueChanged.connect(self._on_dpi)
        self._upscaling.toggled.connect(self._on_upscaling)

    def _lay_out(self) -> None:
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
        layout.addWidget(self._upscaling)

    def size_px(self) -> int | None:
        """The long side that is written, or None for the picture's own."""
        long_px = self._written_px()
        return None if long_px == max(self._own) else long_px

    def side(self) -> float | None:
        """The long side as it was asked for, in `unit`; None for the picture's own."""
        if self._is_own:
            return None
        return self._long_cm if self.unit() == CENTIMETRES else float(self._long_px)

    def dpi(self) -> float:
        return self._dpi.value()

    def unit(self) -> str:
        """PIXELS or CENTIMETRES."""
        return str(self._unit.currentData())

    def allows_upscaling(self) -> bool:
        return self._upscaling.isChecked()

    def show_size(self, unit: str, side: float | None, dpi: float, upscaling: bool) -> None:
        """Show a size as a plan has it, without telling anyone."""
        for control in (self._unit, self._dpi, self._upscaling):
            control.blockSignals(True)
        self._unit.setCurrentIndex(max(0, self._unit.findData(unit)))
        self._dpi.setValue(dpi)
        self._upscaling.setChecked(upscaling)
        for control in (self._unit, self._dpi, self._upscaling):
            control.blockSignals(False)
        self._is_own = side is None
        if side is None or unit == PIXELS:
            self._long_px = max(self._own) if side is None else round(side)
            self._long_cm = self._to_cm(self._long_px)
        else:
            self._long_cm = side
            self._long_px = self._pixels_of_cm()
        self._show_side()
        self._tell()

    def set_unit(self, unit: str) -> None:
        self._unit.setCurrentIndex(max(0, self._unit.findData(unit)))

    def facts(self) -> str:
        """What the size comes to, as shown below it."""
        return self._facts.text()

    def _written_px(self) -> int:
        return self._long_px if self._upscaling.isChecked() else min(self._long_px, max(self._own))

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
        scale = self._written_px() / max(self._own)
        width, height = (max(1, round(side * scale)) for side in self._own)
        text = self.tr("{} × {} pixels, {} × {} cm in print").format(
            width, height, decimal_text(self._to_cm(width)), decimal_text(self._to_cm(height))
        )
        if scale > 1:
            text += "\n" + self.tr("Enlarged to {:.0%}: this adds pixels, not detail.").format(scale)
        elif self._long_px > max(self._own):
            text += "\n" + self.tr("Limited to what was painted; paint it larger, or allow upscaling.")
        self._facts.setText(text)

    @Slot()
    def _on_side(self) -> None:
        if self.unit() == PIXELS:
            self._long_px = round(self._side.value())
            self._long_cm = self._to_cm(self._long_px)
        else:
            self._long_cm = self._side.value()
            self._long_px = self._pixels_of_cm()
        self._is_own = self._long_px == max(self._own)
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_unit(self) -> None:
        self._show_side()
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_dpi(self) -> None:
        if self.unit() == CENTIMETRES and not self._is_own:
            self._long_px = self._pixels_of_cm()
        else:
            self._long_cm = self._to_cm(self._long_px)
        self._show_side()
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_upscaling(self) -> None:
        self._tell()
        self.changed.emit()

    def _pixels_of_cm(self) -> int:
        return min(LONGEST_PX, max(1, round(self._long_cm / CM_PER_INCH * self._dpi.value())))
