"""The chosen styles and how much of each is in the blend."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from stylegui.ui.icons import icon
from stylegui.ui.parameters.slider import Slider

MAX_STYLES = 4
THUMBNAIL_PX = 44
SMALLEST_SHARE = 0.01
BLEND_KEY = "⌘" if sys.platform == "darwin" else "Ctrl+"


@dataclass(frozen=True, eq=False)
class BlendItem:
    """One chosen style: its id, its title, its weight (any positive number), and a picture of it if there is one."""

    style_id: str
    title: str
    weight: float = 1.0
    thumbnail: QPixmap | None = None


def share_out(shares: Sequence[float], index: int, share: float) -> list[float]:
    """The shares (sum 1) after one of them was set: the others divide what is left in their old proportion."""
    others = len(shares) - 1
    share = min(max(share, SMALLEST_SHARE), 1 - others * SMALLEST_SHARE)
    rest = sum(shares) - shares[index]
    result = [max(SMALLEST_SHARE, old / rest * (1 - share)) for old in shares]
    result[index] = share
    # The floor above may have taken more than there was: the largest other one gives it back.
    largest = max((i for i in range(len(shares)) if i != index), key=lambda i: result[i])
    result[largest] += 1 - sum(result)
    return result


class StyleBlendBox(QWidget):
    """One to four styles with their shares of the blend; moving one share moves the others."""

    weights_changed = Signal(object)  # list[float] in the order shown, mean 1; follows the hand
    weights_settled = Signal(object)  # the same, once the hand rests
    style_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_StyleRow] = []
        self._shares: list[float] = []
        heading = QLabel(self.tr("Style"))
        heading.setProperty("role", "heading")
        self._list_holder = QWidget()
        self._list = QVBoxLayout(self._list_holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._hint = QLabel()
        self._hint.setProperty("role", "dim")
        self._empty = QFrame()
        self._empty.setProperty("role", "drop")
        empty_text = QLabel(self.tr("Choose a style in the gallery,\nor drop a picture of one."))
        empty_text.setProperty("role", "dim")
        empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty_layout = QVBoxLayout(self._empty)
        empty_layout.setContentsMargins(12, 14, 12, 14)
        empty_layout.addWidget(empty_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._empty)
        layout.addWidget(self._list_holder)
        layout.addWidget(self._hint)
        self._rebuild([])

    def set_styles(self, items: Sequence[BlendItem]) -> None:
        """Show these styles, without telling anyone. A slider that is being dragged is left in the hand."""
        if [item.style_id for item in items] != [row.style_id for row in self._rows]:
            self._rebuild(items)
        total = sum(item.weight for item in items)
        self._shares = [item.weight / total for item in items]
        for row, item in zip(self._rows, items, strict=True):
            row.set_title(item.title)
            if item.thumbnail is not None:
                row.set_thumbnail(item.thumbnail)
        self._show_shares()

    def set_thumbnail(self, style_id: str, thumbnail: QPixmap) -> None:
        """Show a picture that came later; nothing happens for a style that is not shown."""
        for row in self._rows:
            if row.style_id == style_id:
                row.set_thumbnail(thumbnail)

    def weights(self) -> list[float]:
        """The weights in the order shown, with mean 1, so that a new style of weight 1 gets its fair share."""
        return [share * len(self._shares) for share in self._shares]

    def _rebuild(self, items: Sequence[BlendItem]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for item in items:
            row = _StyleRow(item.style_id, item.title)
            row.share_moved.connect(self._move)
            row.share_rested.connect(self._rest)
            row.removed.connect(self.style_removed)
            row.set_blended(len(items) > 1)
            self._rows.append(row)
            self._list.addWidget(row)
        self._empty.setVisible(not items)
        self._list_holder.setVisible(bool(items))
        self._hint.setVisible(len(items) == 1)
        self._hint.setText(self.tr("To blend, {}click more styles.").format(BLEND_KEY))

    def _show_shares(self) -> None:
        for row, share in zip(self._rows, self._shares, strict=True):
            row.set_share(share)

    @Slot(str, float)
    def _move(self, style_id: str, share: float) -> None:
        index = [row.style_id for row in self._rows].index(style_id)
        self._shares = share_out(self._shares, index, share)
        self._show_shares()
        self.weights_changed.emit(self.weights())

    @Slot()
    def _rest(self) -> None:
        self.weights_settled.emit(self.weights())


class _StyleRow(QWidget):
    share_moved = Signal(str, float)
    share_rested = Signal()
    removed = Signal(str)

    def __init__(self, style_id: str, title: str) -> None:
        super().__init__()
        self.style_id = style_id
        self._picture = QLabel()
        self._picture.setFixedSize(THUMBNAIL_PX, THUMBNAIL_PX)
        self._picture.setPixmap(icon("style", "text_dim").pixmap(QSize(24, 24), self.devicePixelRatioF()))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = _ElidedLabel()
        self._percent = QLabel()
        self._percent.setProperty("role", "dim")
        self._remove = QToolButton()
        self._remove.setIcon(icon("close", "text_dim"))
        self._remove.setIconSize(QSize(13, 13))
        self._remove.setProperty("small", True)
        self._remove.clicked.connect(self._on_remove)
        self._slider = Slider([float(percent) for percent in range(1, 100)])
        self._slider.valueChanged.connect(self._on_slider)
        self._slider.sliderReleased.connect(self.share_rested)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._name, 1)
        head.addWidget(self._percent)
        head.addWidget(self._remove)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addStretch(1)
        right.addLayout(head)
        right.addWidget(self._slider)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addLayout(right, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        self._name.set_full_text(title)
        removal = self.tr("Take “{}” out of the blend").format(title)
        self._remove.setToolTip(removal)
        self._remove.setAccessibleName(removal)
        self._slider.setAccessibleName(self.tr("Share of “{}”").format(title))

    def set_thumbnail(self, thumbnail: QPixmap) -> None:
        self._picture.setPixmap(_rounded(thumbnail, THUMBNAIL_PX, self.devicePixelRatioF()))

    def set_blended(self, blended: bool) -> None:
        """A single style has no share to set."""
        self._slider.setVisible(blended)
        self._percent.setVisible(blended)

    def set_share(self, share: float) -> None:
        self._percent.setText(f"{share:.0%}".replace("%", " %"))
        if not self._slider.isSliderDown():
            blocked = self._slider.blockSignals(True)
            self._slider.set_scale_value(100 * share)
            self._slider.blockSignals(blocked)
            self._slider.update()

    @Slot()
    def _on_slider(self) -> None:
        self.share_moved.emit(self.style_id, self._slider.scale_value() / 100)
        if not self._slider.isSliderDown():
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


def _rounded(source: QPixmap, side_px: int, scale: float) -> QPixmap:
    """The middle square of a pixmap with round corners."""
    physical_px = round(side_px * scale)
    filled = source.scaled(
        physical_px,
        physical_px,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    result = QPixmap(physical_px, physical_px)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, physical_px, physical_px), 5 * scale, 5 * scale)
    painter.setClipPath(path)
    painter.drawPixmap((physical_px - filled.width()) // 2, (physical_px - filled.height()) // 2, filled)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result
