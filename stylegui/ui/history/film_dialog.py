"""The dialog for the making of a version as a film: format, pace and size."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from stylegui.project.film import FilmOptions, can_write_mp4, film_size
from stylegui.ui.dialogs.form import Form, dim, line
from stylegui.ui.parameters.editors import NumberEditor
from stylegui.ui.parameters.segmented import Segmented
from stylegui.ui.parameters.spec import FieldSpec

RATES = {"mp4": ("25", "30", "50"), "gif": ("10", "12", "20")}
USUAL_RATE = {"mp4": "25", "gif": "12"}
USUAL_PX = {"mp4": 1080, "gif": 480}
LEAST_PX = 64
WIDTH_PX = 540
MARGIN_PX = 20


class FilmDialog(QDialog):
    """Asks how a film is made: `options` after it was accepted. `remembered` is what an earlier one's gave."""

    def __init__(
        self, size: tuple[int, int], remembered: Mapping[str, JsonValue] | None = None, parent: QWidget | None = None
    ) -> None:
        """`size` is that of the finished picture: no film is larger."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export making-of"))
        self._size = size
        self._format = Segmented([("mp4", "MP4"), ("gif", "GIF")])
        self._format.set_accessible_name(self.tr("Format"))
        self._rates = {kind: self._rate_choice(kind) for kind in RATES}
        self._seconds = NumberEditor(_number("seconds", self.tr("Length"), 1, 60, 8, "s"))
        self._hold = NumberEditor(_number("hold", self.tr("Hold the last picture"), 0, 10, 2, "s"))
        largest = max(LEAST_PX + 1, *size)
        self._long_side = NumberEditor(
            _number("size", self.tr("Long side"), LEAST_PX, largest, min(USUAL_PX["mp4"], largest), "px")
        )
        self._with_result = QCheckBox(self.tr("End with the finished picture"))
        self._with_result.setChecked(True)
        self._note = dim()
        self._form = Form()
        self._lay_out()
        self._format.picked.connect(self._on_format)
        for editor in (self._seconds, self._hold, self._long_side):
            editor.value_changed.connect(self._refresh)
        for rate in self._rates.values():
            rate.picked.connect(self._refresh)
        self._recall(remembered or {})

    @property
    def options(self) -> FilmOptions:
        """How the film is to be made."""
        kind = self._format.value()
        return FilmOptions(
            format="gif" if kind == "gif" else "mp4",
            fps=int(self._rates[kind].value()),
            seconds=float(self._seconds.value()),
            hold_s=float(self._hold.value()),
            size_px=int(self._long_side.value()),
            with_result=self._with_result.isChecked(),
        )

    def _rate_choice(self, kind: str) -> Segmented:
        rates = Segmented([(rate, rate) for rate in RATES[kind]])
        rates.set_accessible_name(self.tr("Pictures a second"))
        rates.set_value(USUAL_RATE[kind])
        return rates

    def _lay_out(self) -> None:
        self._form.add(self.tr("Format"), self._format)
        self._form.add(self.tr("Long side"), self._long_side)
        self._form.add(self.tr("Length"), self._seconds)
        self._form.add(self.tr("Hold the last picture"), self._hold)
        for kind, rates in self._rates.items():
            self._form.add(self.tr("Pictures a second"), rates)
            self._form.show_row(rates, kind == "mp4")
        self._form.add("", self._with_result)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(14)
        column.addWidget(self._form)
        column.addWidget(self._note)
        column.addStretch(1)
        column.addWidget(line())
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH_PX)

    def _recall(self, remembered: Mapping[str, JsonValue]) -> None:
        """Take up what was chosen last, as far as it is possible here; without PyAV there is no MP4."""
        with_mp4 = can_write_mp4()
        reason = self.tr("To save MP4, install the program with its extra “video”.")
        self._format.set_available("mp4", with_mp4, reason)
        kind = str(remembered.get("format", "mp4"))
        self._format.set_value(kind if kind in RATES and (with_mp4 or kind != "mp4") else "gif")
        rate = str(remembered.get("fps", ""))
        if rate in RATES[self._format.value()]:
            self._rates[self._format.value()].set_value(rate)
        for editor, name in ((self._seconds, "seconds"), (self._hold, "hold_s"), (self._long_side, "size_px")):
            value = remembered.get(name)
            if isinstance(value, int | float) and editor.spec.lowest <= value <= editor.spec.highest:
                editor.set_value(round(value))
        if "size_px" not in remembered:
            self._long_side.set_value(min(USUAL_PX[self._format.value()], int(self._long_side.spec.highest)))
        self._with_result.setChecked(remembered.get("with_result") is not False)
        self._refresh()

    @Slot(str)
    def _on_format(self, kind: str) -> None:
        """GIFs are smaller by custom: a large one takes a mail box by storm."""
        self._long_side.set_value(min(USUAL_PX[kind], int(self._long_side.spec.highest)))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        kind, options = self._format.value(), self.options
        for each, rates in self._rates.items():
            self._form.show_row(rates, each == kind)
        width, height = film_size(self._size, options.size_px)
        pictures = options.moving + options.held
        note = self.tr("{} × {} px, {} pictures.").format(width, height, pictures)
        if not can_write_mp4():
            note = f"{note} {self.tr('To save MP4, install the program with its extra “video”.')}"
        self._note.setText(note)


def _number(name: str, title: str, lowest: int, highest: int, default: int, unit: str) -> FieldSpec:
    return FieldSpec(
        name=name,
        title=title,
        description="",
        group="",
        kind="number",
        default=default,
        integer=True,
        lowest=lowest,
        highest=highest,
        unit=unit,
    )
