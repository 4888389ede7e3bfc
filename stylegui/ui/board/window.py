"""The window of the mood board: the bar, the board, and a line that says what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stylegui.ui import theme
from stylegui.ui.board.bar import BoardBar
from stylegui.ui.board.deeds import BoardDeeds
from stylegui.ui.board.drawing import INK, PAPERS
from stylegui.ui.board.menu import BoardMenu
from stylegui.ui.board.pictures import PinPictures
from stylegui.ui.board.scene import BoardScene
from stylegui.ui.board.view import BoardView
from stylegui.ui.board.words import name_of
from stylegui.ui.canvas import look
from stylegui.ui.dialogs.form import dim, fitted, line, set_role

ART = QSize(150, 104)
HINT_WIDTH_PX = 400


class BoardWindow(QWidget):
    """Holds the parts of the board together; what becomes of deeds is the business of `Boarding`."""

    def __init__(self, pictures: PinPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Mood board"))
        self.scene = BoardScene(pictures, self.font(), self)
        self.view = BoardView(self.scene)
        self.deeds = BoardDeeds(self.scene, self)
        self.menu = BoardMenu(self.scene, self.deeds, self.view)
        self.bar = BoardBar(self.menu)
        self._hint = EmptyHint(self.view.viewport())
        self._foot = dim(wrap=False)
        self._keys = dim(self.tr("Wheel zooms · Space and drag pans · double-click writes a note"), wrap=False)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 7)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._keys)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(line())
        layout.addWidget(self.view, 1)
        layout.addWidget(line())
        layout.addLayout(foot)
        self.scene.selectionChanged.connect(self._tell_chosen)
        self.scene.laid.connect(self._show_count)
        self.view.spoken.connect(self.say)
        self.view.zoomed.connect(self.bar.show_zoom)
        self.view.menu_wanted.connect(self._open_menu)
        self.menu.fit_asked.connect(self.view.fit)
        self.bar.zoom_in_asked.connect(self.view.zoom_in)
        self.bar.zoom_out_asked.connect(self.view.zoom_out)
        self.bar.zoom_reset_asked.connect(self._zoom_to_actual)
        self._bind(QKeySequence.StandardKey.Close, self.close)
        for keys, act in (
            ("Ctrl+1", self._zoom_to_actual),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
        ):
            self._bind(QKeySequence(keys), act)
        self.resize(fitted(1180, 780))
        self.view.setFocus()

    def _bind(self, keys: QKeySequence | QKeySequence.StandardKey, act: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    @Slot(int)
    def _show_count(self, count: int) -> None:
        """An empty board says how to begin."""
        self._hint.setVisible(count == 0)
        self._tell_chosen()

    @Slot(str)
    def say(self, text: str, role: str = "dim") -> None:
        """A few words below the board; `role` "error" for what went wrong."""
        set_role(self._foot, role)
        self._foot.setText(text)

    @Slot()
    def _tell_chosen(self) -> None:
        chosen, count = self.scene.chosen_pins, len(self.scene.board.pins)
        if len(chosen) == 1:
            self.say(name_of(chosen[0]))
        elif chosen:
            self.say(self.tr("{} of {} pins chosen").format(len(chosen), count))
        elif count:
            self.say(self.tr("1 pin") if count == 1 else self.tr("{} pins").format(count))
        else:
            self.say("")

    @Slot(QPoint, QPointF)
    def _open_menu(self, where: QPoint, at: QPointF) -> None:
        self.menu.made(at).popup(where)

    @Slot()
    def _zoom_to_actual(self) -> None:
        self.view.zoom_to(1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.scene.end_writing()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.scene.restyle(self.font())


class EmptyHint(QWidget):
    """What an empty board says. The pointer goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        title = QLabel(self.tr("Pin what inspires you"), self)
        title.setFont(look.scaled_font(self.font(), 1.5, QFont.Weight.DemiBold))
        hint = dim(
            self.tr(
                "Drop styles from the gallery, versions from the history or any pictures here, or paste with Ctrl+V. "
                "A double click writes a note."
            )
        )
        hint.setFixedWidth(HINT_WIDTH_PX)
        hint.setMinimumHeight(hint.heightForWidth(HINT_WIDTH_PX))
        column = QVBoxLayout(self)
        column.setSpacing(look.UNIT_PX)
        column.addStretch(5)
        column.addWidget(_Art(self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * look.UNIT_PX)
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(6)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
        return False


class _Art(QWidget):
    """A few pinned things, drawn small."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(ART)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setPen(QPen(look.faded(colours.text, 0.25), 1))
        cards = (
            (QRectF(6, 8, 62, 46), "#d9772f"),
            (QRectF(6, 62, 62, 34), "#3c5ea6"),
            (QRectF(76, 8, 40, 62), "#2f6f7e"),
        )
        for rect, colour in cards:
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(rect, 4, 4)
        painter.setBrush(QColor(PAPERS["sun"]))
        painter.drawRoundedRect(QRectF(124, 8, 24, 30), 3, 3)
        painter.setPen(QPen(look.faded(INK, 0.55), 1.5))
        for y in (16, 22, 28):
            painter.drawLine(QPointF(129, y), QPointF(143 if y < 28 else 137, y))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, colour in enumerate(("#233a72", "#5f86c4", "#f3c64e", "#e9943a")):
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(76 + 18 * place, 78, 18, 18))
