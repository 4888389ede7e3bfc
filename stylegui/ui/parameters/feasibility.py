"""Whether a picture can be painted as it is asked for, as a light beside its size: an icon, a colour and a word."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from stylegui.engine.engines import Estimate
from stylegui.ui.icons import icon
from stylegui.ui.parameters.words import bytes_text, duration_text

LIGHT_PX = 14
# What takes longer than this is better left to a lunch break, and should be known before it is started.
LONG_S = 30 * 60


class Feasibility(Enum):
    """What an estimate says about a picture; of several things the one that matters most."""

    FITS = "fits"
    TILES = "tiles"
    LONG = "long"
    TOO_LARGE = "too large"

    @classmethod
    def of(cls, estimate: Estimate, wanted_px: int) -> Feasibility:
        """That of a picture whose long side is to be `wanted_px`."""
        if estimate.fits_px < wanted_px:
            return cls.TOO_LARGE
        if estimate.seconds >= LONG_S:
            return cls.LONG
        return cls.TILES if estimate.tiled else cls.FITS

    @property
    def look(self) -> tuple[str, str]:
        """Icon and theme colour."""
        return {
            Feasibility.FITS: ("check", "success"),
            Feasibility.TILES: ("grid", "accent"),
            Feasibility.LONG: ("clock", "warning"),
            Feasibility.TOO_LARGE: ("warning", "error"),
        }[self]

    def word(self) -> str:
        """In a word or two."""
        return {
            Feasibility.FITS: _tr("Fits"),
            Feasibility.TILES: _tr("In tiles"),
            Feasibility.LONG: _tr("Takes long"),
            Feasibility.TOO_LARGE: _tr("Too large"),
        }[self]

    def sentence(self, estimate: Estimate, wanted_px: int) -> str:
        """What it means for this picture, with time and memory."""
        duration, memory = duration_text(estimate.seconds), bytes_text(estimate.peak_bytes)
        free = bytes_text(estimate.free_bytes)
        match self:
            case Feasibility.TOO_LARGE:
                text = _tr("{} px do not fit into {} of memory: it will be painted at {} px, in about {}.")
                return text.format(wanted_px, free, estimate.fits_px, duration)
            case Feasibility.LONG:
                text = _tr(
                    "This takes about {} and {} of memory. A smaller size or a lower quality takes far less time."
                )
            case Feasibility.TILES:
                text = _tr(
                    "Too large to be painted at once: it is painted in tiles, in about {} and with {} of memory."
                )
            case Feasibility.FITS:
                text = _tr("This takes about {} and {} of memory.")
        return text.format(duration, memory)


class FeasibilityLight(QWidget):
    """The light. It shows nothing while nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Feasibility | None = None
        self._mark, self._word = QLabel(), QLabel()
        self._mark.setFixedSize(LIGHT_PX, LIGHT_PX)
        self._word.setProperty("role", "dim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._word)
        self.show_state(None)

    @property
    def state(self) -> Feasibility | None:
        return self._state

    def text(self) -> str:
        return self._word.text()

    def show_state(self, state: Feasibility | None, sentence: str = "") -> None:
        """Show a state, with a sentence for those who point at it; None shows nothing."""
        self._state = state
        word = state.word() if state is not None else ""
        self._word.setText(word)
        self.setToolTip(sentence)
        self.setAccessibleName(word)
        self.setAccessibleDescription(sentence)
        self._mark.setVisible(state is not None)
        self._draw()

    def _draw(self) -> None:
        if self._state is not None:
            size = QSize(LIGHT_PX, LIGHT_PX)
            self._mark.setPixmap(icon(*self._state.look).pixmap(size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._draw()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Feasibility", text)
