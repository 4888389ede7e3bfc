"""The chosen styles and how much of each is in the blend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from stylegui.ui.parameters.blend_rows import StyleRow
from stylegui.ui.parameters.mixer import MixerPad
from stylegui.ui.parameters.mixing import share_out
from stylegui.ui.parameters.pacing import Pacer


def blend_key() -> str:
    """The key that is held to add a style, as it is written before the word "click": "Ctrl+"."""
    return QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText).removesuffix("K")


@dataclass(frozen=True, eq=False)
class BlendItem:
    """One chosen style: its id, its title, its weight (any positive number), and a picture of it if there is one."""

    style_id: str
    title: str
    weight: float = 1.0
    thumbnail: QPixmap | None = None


class StyleBlendBox(QWidget):
    """One to four styles with their shares of the blend: a pad sets all of them at once, a slider each of them."""

    weights_changed = Signal(object)  # list[float] in the order shown, mean 1; follows the hand, once a frame at most
    weights_settled = Signal(object)  # the same, once the hand rests
    style_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StyleRow] = []
        self._pad: MixerPad | None = None
        self._shares: list[float] = []
        self._thumbnails: dict[str, int] = {}
        self._pacer = Pacer(self)
        self._pacer.due.connect(self._tell)
        heading = QLabel(self.tr("Style"))
        heading.setProperty("role", "heading")
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "dim")
        self._empty = QFrame()
        self._empty.setProperty("role", "drop")
        empty_text = QLabel(self.tr("Choose a style in the gallery,\nor drop a picture of one."))
        empty_text.setProperty("role", "dim")
        empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty_layout = QVBoxLayout(self._empty)
        empty_layout.setContentsMargins(12, 14, 12, 14)
        empty_layout.addWidget(empty_text)
        self._list_holder = QWidget()
        self._list = QVBoxLayout(self._list_holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 6)
        self._layout.setSpacing(8)
        self._layout.addWidget(heading)
        self._layout.addWidget(self._empty)
        self._layout.addWidget(self._list_holder)
        self._layout.addWidget(self._hint)
        self._rebuild([])

    def set_styles(self, items: Sequence[BlendItem]) -> None:
        """Show these styles, without telling anyone. What is being dragged is left in the hand."""
        if [item.style_id for item in items] != [row.style_id for row in self._rows]:
            self._rebuild(items)
        if not self._pacer.waiting:  # else what is shown here is newer
            total = sum(item.weight for item in items)
            self._shares = [item.weight / total for item in items]
        for row, item in zip(self._rows, items, strict=True):
            row.set_title(item.title)
            if item.thumbnail is not None:
                self.set_thumbnail(item.style_id, item.thumbnail)
        if self._pad is not None:
            self._pad.set_titles([item.title for item in items])
        self._show_shares()

    def set_thumbnail(self, style_id: str, thumbnail: QPixmap) -> None:
        """Show a picture that came later; nothing happens for a style that is not shown."""
        for index, row in enumerate(self._rows):
            # The same picture comes with every change of a weight.
            if row.style_id == style_id and self._thumbnails.get(style_id) != thumbnail.cacheKey():
                self._thumbnails[style_id] = thumbnail.cacheKey()
                row.set_thumbnail(thumbnail)
                if self._pad is not None:
                    self._pad.set_thumbnail(index, thumbnail)

    def weights(self) -> list[float]:
        """The weights in the order shown, with mean 1, so that a new style of weight 1 gets its fair share."""
        return [share * len(self._shares) for share in self._shares]

    def _rebuild(self, items: Sequence[BlendItem]) -> None:
        self._pacer.drop()
        for gone in [*self._rows, *([self._pad] if self._pad is not None else [])]:
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        self._thumbnails = {}
        self._pad = None
        if len(items) > 1:
            self._pad = MixerPad([item.title for item in items])
            self._pad.moved.connect(self._on_pad_moved)
            self._pad.rested.connect(self._rest)
            self._layout.insertWidget(self._layout.indexOf(self._list_holder), self._pad)
        self._rows = []
        for item in items:
            row = StyleRow(item.style_id, item.title, alone=len(items) == 1)
            row.share_moved.connect(self._on_share_moved)
            row.share_rested.connect(self._rest)
            row.removed.connect(self.style_removed)
            self._rows.append(row)
            self._list.addWidget(row)
        self._empty.setVisible(not items)
        self._list_holder.setVisible(bool(items))
        self._hint.setVisible(len(items) == 1)
        self._hint.setText(self.tr("To blend, {}click more styles.").format(blend_key()))
        for widget in [*self._rows, *([self._pad] if self._pad is not None else [])]:
            widget.show()
        lay_out_now(self)

    def _show_shares(self) -> None:
        for row, share in zip(self._rows, self._shares, strict=True):
            row.set_share(share)
        if self._pad is not None:
            self._pad.set_shares(self._shares)

    @Slot(str, float)
    def _on_share_moved(self, style_id: str, share: float) -> None:
        index = [row.style_id for row in self._rows].index(style_id)
        self._shares = share_out(self._shares, index, share)
        self._show_shares()
        self._pacer.ask()

    @Slot(object)
    def _on_pad_moved(self, shares: list[float]) -> None:
        self._shares = list(shares)
        self._show_shares()
        self._pacer.ask()

    @Slot()
    def _tell(self) -> None:
        self.weights_changed.emit(self.weights())

    @Slot()
    def _rest(self) -> None:
        self._pacer.flush()
        self.weights_settled.emit(self.weights())


def lay_out_now(widget: QWidget) -> None:
    """Make room for what has changed in a widget before the next frame, in all that holds it.

    Left to themselves, they would make room one after the other, and a frame between would show the rest squashed.
    """
    holder: QWidget | None = widget
    while holder is not None:
        QCoreApplication.sendEvent(holder, QEvent(QEvent.Type.LayoutRequest))
        holder = None if holder.isWindow() else holder.parentWidget()
