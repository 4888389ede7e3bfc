"""One control for each kind of parameter, all with the same face: `value`, `set_value` and two signals."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from stylegui.ui.icons import icon
from stylegui.ui.parameters.segmented import Segmented
from stylegui.ui.parameters.slider import Slider, scale_values
from stylegui.ui.parameters.spec import FieldSpec

SETTLE_MS = 400
MAX_SEGMENTS = 3


class Editor(QWidget):
    """Base of all editors. `value_changed` follows the user's hand, `editing_finished` comes once it rests."""

    value_changed = Signal(object)
    editing_finished = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._tell_finished)

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without telling anyone."""
        raise NotImplementedError

    def finish(self) -> None:
        """Tell a change that is still settling now."""
        if self._settle.isActive():
            self._settle.stop()
            self._tell_finished()

    def _changed(self) -> None:
        self.value_changed.emit(self.value())
        self._settle.start()

    def _changed_at_once(self) -> None:
        self._settle.stop()
        self.value_changed.emit(self.value())
        self.editing_finished.emit(self.value())

    @Slot()
    def _tell_finished(self) -> None:
        self.editing_finished.emit(self.value())


class NumberEditor(Editor):
    """A number: a slider where the range allows one, and always a box to type it into."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._value: float = spec.default
        self._slider = Slider(scale_values(spec.lowest, spec.highest, spec.integer)) if spec.has_slider else None
        self._box = _number_box(spec)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        if self._slider is not None:
            self._slider.set_default(spec.default)
            self._slider.setAccessibleName(spec.title)
            self._slider.setAccessibleDescription(spec.description)
            self._slider.valueChanged.connect(self._take_slider)
            self._slider.sliderReleased.connect(self.finish)
            layout.addWidget(self._slider, 1)
            self._box.setProperty("plain", True)
            self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._box.setFixedWidth(_box_width(self._box, spec))
            self.setFocusProxy(self._slider)
        else:
            self.setFocusProxy(self._box)
        layout.addWidget(self._box, 0 if self._slider is not None else 1)
        self._box.valueChanged.connect(self._take_box)
        self._box.editingFinished.connect(self.finish)
        self.set_value(spec.default)

    def value(self) -> Any:
        return round(self._value) if self.spec.integer else self._value

    def set_value(self, value: Any) -> None:
        if value == self.value() and self._shown() == value:
            return
        self._settle.stop()
        self._value = value
        self._show_in_box()
        self._show_in_slider()

    def _shown(self) -> float:
        return self._box.value()

    def _show_in_box(self) -> None:
        blocked = self._box.blockSignals(True)
        if isinstance(self._box, QSpinBox):
            self._box.setValue(round(self._value))
        else:
            self._box.setValue(self._value)
        self._box.blockSignals(blocked)

    def _show_in_slider(self) -> None:
        if self._slider is not None and not self._slider.isSliderDown():
            blocked = self._slider.blockSignals(True)
            self._slider.set_scale_value(self._value)
            self._slider.blockSignals(blocked)
            self._slider.update()

    @Slot()
    def _take_slider(self) -> None:
        assert self._slider is not None
        self._value = self._slider.scale_value()
        self._show_in_box()
        self._changed()

    @Slot()
    def _take_box(self) -> None:
        self._value = self._box.value()
        self._show_in_slider()
        self._changed()

    @Slot()
    def finish(self) -> None:
        super().finish()


class SeedEditor(NumberEditor):
    """A number that is as good as any other: typed, or thrown."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._box.setProperty("plain", True)
        dice = QToolButton()
        dice.setIcon(icon("dice"))
        dice.setToolTip(self.tr("Throw another seed"))
        dice.setAccessibleName(self.tr("Throw another seed"))
        dice.clicked.connect(self._throw)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(dice)

    @Slot()
    def _throw(self) -> None:
        self.set_value(random.randint(int(self.spec.lowest), int(self.spec.highest)))
        self._changed_at_once()


class ChoiceEditor(Editor):
    """One of a few: side by side where there are two or three, else in a list."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._control: Segmented | QComboBox
        if len(spec.choices) <= MAX_SEGMENTS:
            self._control = Segmented(spec.choices)
            self._control.set_accessible_name(spec.title)
            self._control.picked.connect(self._take)
        else:
            self._control = QComboBox()
            for value, words in spec.choices:
                self._control.addItem(words, value)
            self._control.setAccessibleName(spec.title)
            self._control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._control.installEventFilter(WheelGuard(self))
            self._control.activated.connect(self._take)
        self._control.setAccessibleDescription(spec.description)
        layout.addWidget(self._control)
        self.setFocusProxy(self._control)
        self.set_value(spec.default)

    def value(self) -> str:
        if isinstance(self._control, Segmented):
            return self._control.value()
        return str(self._control.currentData())

    def set_value(self, value: Any) -> None:
        if isinstance(self._control, Segmented):
            self._control.set_value(value)
        else:
            self._control.setCurrentIndex(self._control.findData(value))

    def set_available(self, value: str, available: bool, reason: str) -> None:
        """Let a choice be made or not, with the reason why not."""
        if isinstance(self._control, Segmented):
            self._control.set_available(value, available, reason)
            return
        index = self._control.findData(value)
        enabled = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        self._control.setItemData(index, None if available else reason, Qt.ItemDataRole.ToolTipRole)
        self._control.setItemData(index, enabled.value if available else 0, Qt.ItemDataRole.UserRole - 1)

    @Slot()
    def _take(self) -> None:
        self._changed_at_once()


class FlagEditor(Editor):
    """Yes or no; carries its own title."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._box = QCheckBox(spec.title)
        self._box.setAccessibleDescription(spec.description)
        self._box.clicked.connect(self._take)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self._box)
        self.set_value(spec.default)

    def hide_title(self) -> None:
        """Leave the title to somebody else's label; it still is the control's name."""
        self._box.setText("")
        self._box.setAccessibleName(self.spec.title)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    @Slot()
    def _take(self) -> None:
        self._changed_at_once()


class TextEditor(Editor):
    """A short text; one of its named values where it has some (other values of the program's are kept and shown)."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._control: QComboBox | QLineEdit
        if spec.choices:
            self._control = QComboBox()
            for value, words in spec.choices:
                self._control.addItem(words, value)
            self._control.installEventFilter(WheelGuard(self))
            self._control.activated.connect(self._take)
        else:
            self._control = QLineEdit()
            self._control.editingFinished.connect(self._take)
        self._control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._control.setAccessibleName(spec.title)
        self._control.setAccessibleDescription(spec.description)
        self._told = str(spec.default)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._control)
        self.setFocusProxy(self._control)
        self.set_value(spec.default)

    def value(self) -> str:
        if isinstance(self._control, QComboBox):
            return str(self._control.currentData())
        return self._control.text()

    def set_value(self, value: Any) -> None:
        self._told = str(value)
        if isinstance(self._control, QLineEdit):
            self._control.setText(self._told)
            return
        index = self._control.findData(self._told)
        if index < 0:
            self._control.addItem(self._told, self._told)
            index = self._control.count() - 1
        self._control.setCurrentIndex(index)

    def add_choice(self, value: str, words: str) -> None:
        """Offer one more named value (for instance a graphics card that was found)."""
        if isinstance(self._control, QComboBox):
            index = self._control.findData(value)
            if index < 0:
                self._control.addItem(words, value)
            else:
                self._control.setItemText(index, words)

    @Slot()
    def _take(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self._changed_at_once()


class WheelGuard(QObject):
    """Keeps the wheel for scrolling the panel until a control has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def pad_text(box: QAbstractSpinBox) -> None:
    """Keep the text of a number's box off its border, where the style sheet's padding does not reach."""
    box.lineEdit().setTextMargins(4, 0, 5, 0)


def _number_box(spec: FieldSpec) -> QSpinBox | QDoubleSpinBox:
    box: QSpinBox | QDoubleSpinBox
    if spec.integer:
        box = QSpinBox()
        box.setRange(int(spec.lowest), int(spec.highest))
    else:
        box = QDoubleSpinBox()
        box.setDecimals(spec.decimals)
        box.setRange(spec.lowest, spec.highest)
    # Only finished numbers count: "7" on the way to "768" is none.
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.installEventFilter(WheelGuard(box))
    pad_text(box)
    if spec.unit:
        box.setSuffix(f" {spec.unit}")
    if spec.special:
        box.setSpecialValueText(spec.special)
    box.setAccessibleName(spec.title)
    box.setAccessibleDescription(spec.description)
    return box


def _box_width(box: QWidget, spec: FieldSpec) -> int:
    widest = max((spec.text(spec.lowest), spec.text(spec.highest)), key=len)
    return box.fontMetrics().horizontalAdvance(widest) + 30
