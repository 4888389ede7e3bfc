"""What a picture will cost, said before it is started."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from stylegui.engine.engines import Estimate
from stylegui.ui.icons import icon
from stylegui.ui.parameters.feasibility import Feasibility, FeasibilityLight
from stylegui.ui.parameters.words import bytes_text, device_text, duration_text

ICON_PX = 16


class EstimateLabel(QWidget):
    """One line such as "about 40 s · 0.9 GB · CPU", and a warning where the memory is too small.

    `add_light` makes lights that show the same in short, to be put beside the size.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lights: list[FeasibilityLight] = []
        self._mark = QLabel()
        self._mark.setAccessibleName(self.tr("Warning"))
        self._text = QLabel()
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self._draw_mark()
        self.set_estimate(None)

    @property
    def warns(self) -> bool:
        """Whether the picture will not fit as it is asked for."""
        return not self._mark.isHidden()

    def text(self) -> str:
        return self._text.text()

    def add_light(self) -> FeasibilityLight:
        """A light that follows the estimates from now on."""
        light = FeasibilityLight()
        self._lights.append(light)
        return light

    def set_estimate(self, estimate: Estimate | None, text: str = "", *, wanted_px: int = 0) -> None:
        """Show an estimate, with a warning where less than `wanted_px` fits into the memory.

        `text` stands for an estimate where there is none: what is missing, or why.
        """
        state = Feasibility.of(estimate, wanted_px) if estimate is not None else None
        sentence = state.sentence(estimate, wanted_px) if state is not None and estimate is not None else ""
        for light in self._lights:
            light.show_state(state, sentence)
        if estimate is None:
            self._show(text, warns=False)
        elif state is Feasibility.TOO_LARGE:
            self._show(sentence, warns=True)
        else:
            duration, memory = duration_text(estimate.seconds), bytes_text(estimate.peak_bytes)
            text = self.tr("about {} in tiles · {} · {}") if estimate.tiled else self.tr("about {} · {} · {}")
            self._show(text.format(duration, memory, device_text(estimate.device)), warns=False)

    def _show(self, text: str, *, warns: bool) -> None:
        self._text.setText(text)
        self._text.setProperty("role", "warning" if warns else "dim")
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)
        self._mark.setVisible(warns)

    def _draw_mark(self) -> None:
        self._mark.setPixmap(icon("warning", "warning").pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._draw_mark()
