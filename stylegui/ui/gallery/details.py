"""The window about one style: its picture, where it comes from, and what the artist says about it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stylegui.library import OWN_COLLECTION, Style, StyleEdit
from stylegui.library.style import MAX_RATING
from stylegui.ui import theme
from stylegui.ui.dialogs.form import Form, dim, fitted, set_role, title
from stylegui.ui.gallery.thumbnails import ThumbnailLoader
from stylegui.ui.gallery.tile import RADIUS_PX
from stylegui.ui.gallery.tile_art import TileArt, placeholder

WIDTH_PX = 720
PREVIEW_PX = 240
SWATCH_PX = 24
SWATCH_GAP_PX = 6


class DetailsDialog(QDialog):
    """Shows everything about a style. What can be changed can be typed over; OK tells it all at once as a `StyleEdit`.

    A style that comes with the program keeps its title, origin and tags; the artist's own marks can be changed.
    """

    edited = Signal(str, object)

    def __init__(self, style: Style, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setWindowTitle(self.tr("About “{}”").format(style.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts: dict[str, QLineEdit] = {}
        self._problem = dim()
        self._form = Form()
        self._build_form()

        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(_Preview(style, thumbnails))
        if style.palette:
            left.addWidget(_Swatches(style.palette))
        left.addStretch()
        right = QVBoxLayout()
        right.setSpacing(14)
        if style.builtin:
            right.addWidget(title(style.title))
        right.addWidget(self._form)
        right.addStretch()
        facts = dim(self._facts())
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        right.addWidget(facts)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(left)
        body.addLayout(right, 1)

        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(16)
        layout.addLayout(body, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        foot.addWidget(self._buttons)
        layout.addLayout(foot)
        self.resize(fitted(WIDTH_PX, self.sizeHint().height()))

    def _build_form(self) -> None:
        style = self._style
        fields = (
            ("title", self.tr("Title"), style.title),
            ("artist", self.tr("Artist"), style.artist),
            ("year", self.tr("Year"), style.year),
            ("source", self.tr("Source"), style.source),
            ("licence", self.tr("Licence"), style.licence),
            ("credit", self.tr("Credit"), style.credit),
            ("tags", self.tr("Tags"), ", ".join(style.tags)),
        )
        for name, label, value in fields:
            if not style.builtin:
                self._add_field(name, label, value)
            elif value and name != "title":
                fact = QLabel(value)
                fact.setTextFormat(Qt.TextFormat.PlainText)
                fact.setWordWrap(True)
                # A label that wraps asks for little width, and the form would leave it at that.
                fact.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._form.add(label, fact)
        self._add_field("collections", self.tr("Collections"), ", ".join(self._own_collections()))
        if style.builtin and style.collection:
            hint = self.tr("Beside “{}”, where it always is").format(style.collection)
            self._texts["collections"].setPlaceholderText(hint)
        for name in ("tags", "collections"):
            if name in self._texts:
                self._texts[name].setToolTip(self.tr("Separate them with commas."))
        if "title" in self._texts:
            self._texts["title"].textChanged.connect(self._judge)
        self._rating = QComboBox()
        self._rating.addItem(self.tr("None"))
        for rating in range(1, MAX_RATING + 1):
            self._rating.addItem("★" * rating)
            self._rating.setItemData(rating, self.tr("{} of 5").format(rating), Qt.ItemDataRole.AccessibleTextRole)
        self._rating.setCurrentIndex(style.rating)
        self._favourite = QCheckBox(self.tr("Favourite"))
        self._favourite.setChecked(style.favourite)
        marks = QWidget()
        row = QHBoxLayout(marks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._rating)
        row.addWidget(self._favourite)
        row.addStretch()
        self._rating.setAccessibleName(self.tr("Rating"))
        self._form.add(self.tr("Rating"), marks)

    def _add_field(self, name: str, label: str, value: str) -> None:
        field = QLineEdit(value)
        field.setMaxLength(400)
        field.setCursorPosition(0)
        self._texts[name] = field
        self._form.add(label, field)

    def _own_collections(self) -> tuple[str, ...]:
        """Those that the artist has made: not the one a style came in, and not the one all others are in."""
        collections = self._style.collections[1:] if self._style.builtin else self._style.collections
        return tuple(name for name in collections if name != OWN_COLLECTION)

    def _facts(self) -> str:
        style, locale = self._style, QLocale()
        lines = []
        if style.missing:
            lines.append(self.tr("The picture is not where it was: {}").format(style.path))
        elif style.builtin:
            lines.append(self.tr("Comes with the program."))
        elif style.linked:
            lines.append(self.tr("Stays in your watched folder: {}").format(style.path))
        if all(style.size):
            lines.append(self.tr("{} × {} pixels").format(*style.size))
        if style.added:
            day = QDateTime.fromSecsSinceEpoch(int(style.added)).date()
            when = locale.toString(day, QLocale.FormatType.LongFormat)
            lines.append(self.tr("Added {}").format(when))
        return "\n".join(lines)

    def _edit(self) -> StyleEdit:
        """What was changed, and nothing else."""
        style, changes = self._style, dict[str, object]()
        for name, field in self._texts.items():
            text = " ".join(field.text().split())
            before = self._own_collections() if name == "collections" else getattr(style, name)
            after = _listed(text) if name in ("tags", "collections") else text
            if after != before:
                changes[name] = after
        if "collections" in changes:
            unseen = tuple(name for name in style.collections if name not in self._own_collections())
            changes["collections"] = (*unseen, *_listed(self._texts["collections"].text()))
        if self._rating.currentIndex() != style.rating:
            changes["rating"] = self._rating.currentIndex()
        if self._favourite.isChecked() != style.favourite:
            changes["favourite"] = self._favourite.isChecked()
        return StyleEdit(**changes)  # type: ignore[arg-type]  # the names are its fields

    @Slot(str)
    def _judge(self, text: str) -> None:
        fine = bool(text.strip())
        self.ok.setEnabled(fine)
        self._problem.setText("" if fine else self.tr("A style needs a title."))
        set_role(self._problem, "dim" if fine else "error")

    def accept(self) -> None:
        edit = self._edit()
        if edit != StyleEdit():
            self.edited.emit(self._style.id, edit)
        super().accept()


class _Preview(QWidget):
    """The picture, as soon as it is there."""

    def __init__(self, style: Style, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._style = style
        self._thumbnails = thumbnails
        self._art = TileArt(RADIUS_PX)
        self.setFixedSize(PREVIEW_PX, PREVIEW_PX)
        self.setAccessibleName(style.title)
        thumbnails.thumbnail_ready.connect(self._look)

    @Slot(str)
    def _look(self, style_id: str) -> None:
        if style_id == self._style.id:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self.devicePixelRatioF()
        pixmap = self._thumbnails.pixmap(self._style, round(PREVIEW_PX * scale))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pixmap is not None:
            rounded = self._art.rounded(pixmap, PREVIEW_PX, scale, dimmed=self._style.missing)
            painter.drawPixmap(0, 0, rounded)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(placeholder(self._style.palette, QRectF(self.rect())))
            painter.drawRoundedRect(self.rect(), RADIUS_PX, RADIUS_PX)
        painter.end()


class _Swatches(QWidget):
    """The picture's main colours."""

    def __init__(self, colours: tuple[str, ...]) -> None:
        super().__init__()
        self._colours = colours
        self.setFixedSize(PREVIEW_PX, SWATCH_PX + 2)
        self.setAccessibleName(self.tr("Main colours: {}").format(", ".join(colours)))
        self.setToolTip("  ".join(colours))

    @property
    def swatch_px(self) -> float:
        """The size of one swatch: smaller where there are many, so that all have room."""
        count = len(self._colours)
        return min(SWATCH_PX, (self.width() - 2 - (count - 1) * SWATCH_GAP_PX) / count)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = QColor(theme.current().text)
        line.setAlphaF(0.2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1))
        across = self.swatch_px
        for place, colour in enumerate(self._colours):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QRectF(1 + place * (across + SWATCH_GAP_PX), 1, across, across))
        painter.end()


def _listed(text: str) -> tuple[str, ...]:
    """Words or names between commas."""
    parts = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
