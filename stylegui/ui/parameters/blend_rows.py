"""A chosen style in a list: its picture, its title, a button that takes it out, and its share where there are more."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from stylegui.ui.icons import icon
from stylegui.ui.parameters.slider import Slider
from stylegui.ui.parameters.thumbnail import placeholder, rounded
from stylegui.ui.parameters.words import percent_text

PICTURE_PX = 44  # of a style that is alone
SMALL_PICTURE_PX = 22
SLIDER_PX = 64


class StyleRow(QWidget):
    """One line. A style that is alone has a large picture and no share to set."""

    share_moved = Signal(str, float)
    share_rested = Signal()
    removed = Signal(str)

    def __init__(self, style_id: str, title: str, *, alone: bool) -> None:
        super().__init__()
        self.style_id = style_id
        self._side_px = PICTURE_PX if alone else SMALL_PICTURE_PX
        self._source: QPixmap | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(self._side_px, self._side_px)
        self._picture.setPixmap(placeholder(min(24, self._side_px), self.devicePixelRatioF()))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = _ElidedLabel()
        self._percent = QLabel()
        self._percent.setProperty("role", "dim")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._percent.setMinimumWidth(QFontMetrics(self._percent.font()).horizontalAdvance(percent_text(1)))
        self._remove = QToolButton()
        self._remove.setIcon(icon("close", "text_dim"))
        self._remove.setIconSize(QSize(13, 13))
        self._remove.setProperty("small", True)
        self._remove.clicked.connect(self._on_remove)
        self._slider = Slider([float(percent) for percent in range(101)])
        self._slider.setMinimumWidth(SLIDER_PX)
        self._slider.valueChanged.connect(self._on_slider)
        self._slider.sliderReleased.connect(self.share_rested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10 if alone else 6)
        layout.addWidget(self._picture)
        layout.addWidget(self._name, 3)
        if alone:
            self._slider.setParent(self)
            self._percent.setParent(self)
            self._slider.hide()
            self._percent.hide()
        else:
            layout.addWidget(self._slider, 2)
            layout.addWidget(self._percent)
        layout.addWidget(self._remove)
        self.set_title(title)

    @property
    def held(self) -> bool:
        """Whether its slider is in the hand."""
        return self._slider.isSliderDown()

    def set_title(self, title: str) -> None:
        self._name.set_full_text(title)
        removal = self.tr("Take “{}” out of the blend").format(title)
        self._remove.setToolTip(removal)
        self._remove.setAccessibleName(removal)
        self._slider.setAccessibleName(self.tr("Share of “{}”").format(title))

    def set_thumbnail(self, thumbnail: QPixmap) -> None:
        self._picture.setPixmap(rounded(thumbnail, self._side_px, self.devicePixelRatioF()))

    def set_share(self, share: float) -> None:
        self._percent.setText(percent_text(share))
        if not self.held:
            blocked = self._slider.blockSignals(True)
            self._slider.set_scale_value(100 * share)
            self._slider.blockSignals(blocked)
            self._slider.update()

    @Slot()
    def _on_slider(self) -> None:
        self.share_moved.emit(self.style_id, self._slider.scale_value() / 100)
        if not self.held:
            self.share_rested.emit()

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self.style_id)


class _ElidedLabel(QLabel):
    """A text that ends in "…" where there is no room for all of it; the tool tip then has it all."""

    def __init__(self) -> None:
        super().__init__()
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._elide()

    def _elide(self) -> None:
        self.setText(QFontMetrics(self.font()).elidedText(self._full, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
