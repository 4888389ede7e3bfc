"""The manual: pages written for artists, in the language of the window, with a search over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from stylegui.resources import resource
from stylegui.ui import language, theme
from stylegui.ui.dialogs.form import dim, fitted
from stylegui.ui.finding import folded
from stylegui.ui.icons import icon

LIST_WIDTH_PX = 230
TEXT_MARGIN_PX = 28
LINE_HEIGHT_PERCENT = 135
PARAGRAPH_GAP_PX, ITEM_GAP_PX = 12, 6


@dataclass(frozen=True)
class Page:
    """One page: its name (that of its file, without number and suffix), its title, and its text in Markdown."""

    name: str
    title: str
    text: str

    @property
    def searched(self) -> str:
        return folded(self.text)


def pages(spoken: str) -> list[Page]:
    """All pages in their order; in English where a language has none of that name."""
    english = _pages_in(resource("help/en"))
    folder = resource("help") / spoken
    own = _pages_in(folder) if folder.is_dir() else {}
    return [own.get(name, page) for name, page in english.items()]


def _pages_in(folder: Path) -> dict[str, Page]:
    found = {}
    for path in sorted(folder.glob("*.md")):
        name = path.stem.partition("-")[2]
        text = path.read_text(encoding="utf-8")
        found[name] = Page(name, text.partition("\n")[0].removeprefix("# ").strip(), text)
    return found


class ManualWindow(QWidget):
    """A window of its own, so that it can stay open beside the work."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Manual"))
        self._pages = {page.name: page for page in pages(language.current())}
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search the manual"))
        self._search.setAccessibleName(self.tr("Search the manual"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(icon("search", "text_dim"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._find)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        for page in self._pages.values():
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 16))
            self._list.addItem(item)
        self._list.currentItemChanged.connect(self._on_page)
        self._nothing: QLabel = dim(self.tr("No page speaks of that."))
        self._nothing.hide()
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Page"))
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.document().setDocumentMargin(TEXT_MARGIN_PX)
        self._lay_out()
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence(QKeySequence.StandardKey.Close)):
            QShortcut(keys, self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search.setFocus)
        self.resize(fitted(900, 680))
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(side)
        parts.addWidget(self._text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([LIST_WIDTH_PX, 670])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        item = self._list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def shown(self) -> list[str]:
        """The names of the pages that the search leaves."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if not item.isHidden()]

    def open_page(self, name: str) -> None:
        """Turn to a page; an unknown name leaves the one that is open."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self._list.setCurrentRow(row)

    @Slot(str)
    def _find(self, typed: str) -> None:
        words = folded(typed).split()
        for row in range(self._list.count()):
            item = self._list.item(row)
            text = self._pages[item.data(Qt.ItemDataRole.UserRole)].searched
            item.setHidden(not all(word in text for word in words))
        found = self.shown()
        self._nothing.setVisible(not found)
        if found and self.page not in found:
            self.open_page(found[0])
        self._mark(words)

    def _mark(self, words: list[str]) -> None:
        """Go to the first place where one of the words stands."""
        cursor = self._text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._text.setTextCursor(cursor)
        if words:
            self._text.find(words[0])

    @Slot()
    def _on_page(self) -> None:
        page = self._pages.get(self.page)
        if page is None:
            return
        self._text.setSearchPaths([str(resource("help"))])
        self._text.setMarkdown(page.text)
        self._space_lines()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_lines(self) -> None:
        """Markdown comes as dense as a terminal: give it the air of a page."""
        cursor = QTextCursor(self._text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)
        block = self._text.document().begin()
        while block.isValid():
            apart = QTextBlockFormat()
            apart.setBottomMargin(ITEM_GAP_PX if block.textList() is not None else PARAGRAPH_GAP_PX)
            QTextCursor(block).mergeBlockFormat(apart)
            self._underline_links(block)
            block = block.next()

    @staticmethod
    def _underline_links(block: QTextBlock) -> None:
        """Colour alone does not tell everybody that a word leads somewhere."""
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().isAnchor():
                cursor = QTextCursor(block.document())
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                lined = QTextCharFormat()
                lined.setFontUnderline(True)
                lined.setForeground(QColor(theme.current().accent))
                cursor.mergeCharFormat(lined)
            pieces += 1

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        if address.isRelative():
            self.open_page(address.fileName().removesuffix(".md").partition("-")[2] or address.fileName())
        else:
            QDesktopServices.openUrl(address)
