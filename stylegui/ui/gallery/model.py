"""The gallery's item model: the ids of what is shown; everything else is read where a tile asks for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from stylegui.library import Style, StyleLibrary
from stylegui.ui.gallery.arrivals import Arrivals
from stylegui.ui.gallery.changes import Changes, changes_between
from stylegui.ui.gallery.choice import StyleChoice
from stylegui.ui.gallery.photo_tiles import PhotoTiles
from stylegui.ui.gallery.thumbnails import ThumbnailLoader
from stylegui.ui.gallery.tile import Tile
from stylegui.ui.gallery.tile_art import as_html
from stylegui.ui.mime import STYLE_MIME, style_mime

PAGE_ROWS = 32
PAGES_HELD = 16
EXPLAINED_PX = 160
_SCANNED_AT_ONCE = 256
_GONE = Tile("", None, (), False, 0, 0, 0, False, False)

Index = QModelIndex | QPersistentModelIndex


class StyleRole(IntEnum):
    """What a tile can ask for beyond Qt's own roles."""

    STYLE = Qt.ItemDataRole.UserRole + 1
    STYLE_ID = Qt.ItemDataRole.UserRole + 2
    THUMBNAIL = Qt.ItemDataRole.UserRole + 3
    FAVOURITE = Qt.ItemDataRole.UserRole + 4
    BLEND_POSITION = Qt.ItemDataRole.UserRole + 5


class StyleModel(QStringListModel):
    """The styles that are shown, in their order, each with its thumbnail, its marks and its place in the blend.

    It holds ids only. Rows are fetched from the library a page at a time, when one of them is looked at first. Qt's own
    list model counts them: a view asks for the count once a row, and thousands of answers in Python take too long.
    """

    title_edited = Signal(str, str)

    def __init__(self, library: StyleLibrary, choice: StyleChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._choice = choice
        self._ids: list[str] = []
        self._next_ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._pages: deque[int] = deque(maxlen=PAGES_HELD)
        self._thumbnail_px = 256
        self.thumbnails = ThumbnailLoader(library, self)
        self.thumbnails.thumbnail_ready.connect(self._announce_thumbnail)
        self.arrivals = Arrivals(self)
        self.photo_tiles = PhotoTiles(library, self)
        self.thumbnails.forgotten.connect(self.photo_tiles.forget)
        self.photo_tiles.arrived.connect(self.arrivals.begin)
        self.photo_tiles.changed.connect(self._show_other_tiles)
        # Connected first, so whoever hears of a change finds the ids changed too.
        for changed in (self.modelReset, self.rowsRemoved, self.rowsInserted):
            changed.connect(self._take_next)

    @property
    def chosen_ids(self) -> list[str]:
        """The styles that are painted with, in the order of the blend."""
        return self._choice.ids

    def show(self, style_ids: Sequence[str]) -> None:
        """Show exactly these, in this order, with as few changes as will do."""
        wanted = list(style_ids)
        if wanted == self._ids:
            return
        changes = changes_between(self._ids, wanted) if self._ids and wanted else None
        if changes is None:
            self._next_ids = wanted
            self.setStringList([""] * len(wanted))
        else:
            self._change(changes, wanted)

    @Slot()
    def announce_all(self) -> None:
        """Tell the views that anything about any style may have changed."""
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def set_thumbnail_size(self, size_px: int) -> None:
        """How large tiles are now, in device pixels."""
        self._thumbnail_px = size_px
        self.photo_tiles.set_size(size_px)

    def id_at(self, row: int) -> str:
        """The id in a row, or "" if there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def index_of(self, style_id: str) -> QModelIndex:
        """The index of a style; invalid if it is not shown."""
        if len(self._rows) != len(self._ids):
            self._rows = {each: row for row, each in enumerate(self._ids)}
        row = self._rows.get(style_id)
        return QModelIndex() if row is None else self.index(row)

    def styles(self, style_ids: Sequence[str]) -> list[Style]:
        """These styles; unknown ids are left out."""
        return self._library.fetch(style_ids)

    def thumbnail(self, style: Style) -> QPixmap | None:
        """The picture of a style as large as tiles are now, or None until it is there."""
        return self.thumbnails.pixmap(style, self._thumbnail_px)

    def tile(self, row: int) -> Tile:
        """What the tile in a row shows now. Pictures that are not there yet are fetched."""
        style = self._style(row)
        if style is None:
            return _GONE
        return Tile(
            title=style.title,
            pixmap=self.thumbnail(style),
            palette=style.palette,
            favourite=style.favourite,
            rating=style.rating,
            position=self._choice.position(style.id),
            blend_size=len(self._choice.ids),
            missing=style.missing,
            failed=self.thumbnails.has_failed(style.id),
            painted=self.photo_tiles.pixmap(style.id),
            arrival=self.arrivals.share(style.id),
        )

    def find_title(self, beginning: str, start_row: int) -> int:
        """The first row from `start_row` on, and then from the top, whose title begins so; -1 if there is none."""
        count, wanted = len(self._ids), beginning.strip().casefold()
        matching = set(self._library.search(wanted)) if wanted else set()
        rows = (row % count for row in range(start_row, start_row + count))
        hits = [row for row in rows if self._ids[row] in matching]
        for first in range(0, len(hits), _SCANNED_AT_ONCE):
            part = hits[first : first + _SCANNED_AT_ONCE]
            titles = {style.id: style.title for style in self._library.fetch([self._ids[row] for row in part])}
            for row in part:
                if titles.get(self._ids[row], "").casefold().startswith(wanted):
                    return row
        return -1

    @Slot()
    def _take_next(self) -> None:
        self._ids = self._next_ids
        self._rows = {}
        self._pages.clear()

    def _change(self, changes: Changes, wanted: list[str]) -> None:
        for first, count in changes.removals:
            self._next_ids = [*self._ids[:first], *self._ids[first + count :]]
            self.removeRows(first, count)
        for first, count in changes.insertions:
            self._next_ids = [*self._ids[:first], *wanted[first : first + count], *self._ids[first:]]
            self.insertRows(first, count)

    def _style(self, row: int) -> Style | None:
        """The style in a row, or None if it has just gone. The rows about it come with it."""
        page = row // PAGE_ROWS
        if page not in self._pages:
            self._library.fetch(self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS])
            self._pages.append(page)
        return self._library.get(self.id_at(row))

    @Slot(str)
    def _announce_thumbnail(self, style_id: str) -> None:
        index = self.index_of(style_id)
        if index.isValid():
            self.dataChanged.emit(index, index, [StyleRole.THUMBNAIL, Qt.ItemDataRole.DecorationRole])

    @Slot()
    def _show_other_tiles(self) -> None:
        self.arrivals.clear()
        self.announce_all()

    def _spoken(self, style: Style) -> str:
        parts = [style.title, style.artist, style.collection]
        if style.favourite:
            parts.append(self.tr("favourite"))
        if style.rating:
            parts.append(self.tr("rated {} of 5").format(style.rating))
        if position := self._choice.position(style.id):
            chosen = len(self._choice.ids)
            parts.append(self.tr("chosen") if chosen == 1 else self.tr("number {} in the blend").format(position))
        if style.missing:
            parts.append(self.tr("the picture is missing"))
        return ", ".join(part for part in parts if part)

    def _explained(self, style: Style) -> str:
        """The tool tip, as rich text: what it is, where it comes from, and what a click does."""
        made = ", ".join(part for part in (style.artist, style.year) if part)
        origin = " · ".join(part for part in (*style.collections, style.credit, style.licence) if part)
        lines = [f"<b>{escape(style.title)}</b>"]
        # Where tiles show the photo, the style itself is seen larger here.
        if self.photo_tiles.pixmap(style.id) is not None and (pixmap := self.thumbnail(style)) is not None:
            lines[0] = f'<p style="margin: 2px 0 8px 0">{as_html(pixmap, EXPLAINED_PX)}</p>{lines[0]}'
        lines += [escape(line) for line in (made, origin, ", ".join(style.tags)) if line]
        if style.missing:
            text = self.tr("The picture is not where it was: {}").format(style.path)
            lines.append(escape(text))
        hint = self.tr("Click paints with it, Ctrl+click blends it, Shift+click selects up to it.")
        return "<br>".join(lines) + f"<br><small>{escape(hint)}</small>"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self.checkIndex(index, QStringListModel.CheckIndexOption.IndexIsValid):
            return None
        if role == StyleRole.STYLE_ID:
            return self.id_at(index.row())
        style = self._style(index.row())
        if style is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return style.title
            case Qt.ItemDataRole.DecorationRole | StyleRole.THUMBNAIL:
                return self.thumbnail(style)
            case Qt.ItemDataRole.ToolTipRole:
                return self._explained(style)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(style)
            case StyleRole.STYLE:
                return style
            case StyleRole.FAVOURITE:
                return style.favourite
            case StyleRole.BLEND_POSITION:
                return self._choice.position(style.id)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        style = self._style(index.row()) if role == Qt.ItemDataRole.EditRole and index.isValid() else None
        title = " ".join(str(value).split())
        if style is None or style.builtin or not title or title == style.title:
            return False
        self.title_edited.emit(style.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        # Whether a title can be changed depends on the style, but to look at each one takes long where all are asked.
        return flags | Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsEditable

    def mimeTypes(self) -> list[str]:
        return [STYLE_MIME, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [self.id_at(index.row()) for index in indexes if index.isValid()]
        return style_mime(self._library.fetch(ids))

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
