"""The window of Explore: what is varied on top, the sheet, and below what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stylegui.library import StyleLibrary
from stylegui.project.exploring import STYLE, Sheet
from stylegui.project.setup import EngineId
from stylegui.ui.dialogs.form import dim, fitted
from stylegui.ui.explore.axis_editor import AxisEditor, AxisWords
from stylegui.ui.explore.model import SheetModel
from stylegui.ui.explore.view import SheetView
from stylegui.ui.parameters.segmented import Segmented

WELL_RATED = 4


class ExploreWindow(QWidget):
    """Tells what the artist wants; who paints and keeps is `Exploring`."""

    axes_changed = Signal()
    paint_asked = Signal()
    adopt_asked = Signal(QModelIndex)
    export_asked = Signal()
    rated = Signal()
    closed = Signal()

    def __init__(self, library: StyleLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Explore"))
        self.words = AxisWords(library)
        self.model = SheetModel()
        self.view = SheetView(self.model)
        self.rows = AxisEditor(self.tr("Down"), library, self.words)
        self.columns = AxisEditor(self.tr("Across"), library, self.words)
        self.engine = Segmented([("instant", self.tr("Instant")), ("paint", self.tr("Paint draft"))])
        self.engine.set_value("instant")
        self.engine.set_accessible_name(self.tr("Painted by"))
        self.engine.explain("paint", self.tr("Nearer to what Paint makes, and many times slower."))
        self._about = dim(wrap=False)
        self.paint_button = QPushButton(self.tr("Paint large"))
        self.paint_button.setProperty("primary", True)
        self.paint_button.setToolTip(
            self.tr("Queue what is picked at the size that is set, with the engine that is set")
        )
        self.adopt_button = QPushButton(self.tr("Use these settings"))
        self.adopt_button.setToolTip(
            self.tr("Go on in the main window with the settings of the picked picture (Enter)")
        )
        self.best_button = QPushButton(self.tr("Pick the best"))
        self.best_button.setToolTip(self.tr("Pick every picture that is rated {} or better").format(WELL_RATED))
        self.export_button = QPushButton(self.tr("Export the sheet…"))
        self._lay_out()
        self._connect()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self.resize(fitted(1100, 760))
        self._on_picked()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(20)
        axes = QVBoxLayout()
        axes.setSpacing(8)
        axes.addWidget(self.columns)
        axes.addWidget(self.rows)
        head.addLayout(axes, 1)
        head.addWidget(self.engine, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(10)
        foot.addWidget(self._about)
        foot.addStretch(1)
        for button in (self.export_button, self.best_button, self.adopt_button, self.paint_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        for editor in (self.rows, self.columns):
            editor.changed.connect(self.axes_changed)
        self.engine.picked.connect(self.axes_changed)
        self.paint_button.clicked.connect(self.paint_asked)
        self.export_button.clicked.connect(self.export_asked)
        self.best_button.clicked.connect(self._pick_best)
        self.adopt_button.clicked.connect(self._adopt_picked)
        self.view.activated_cell.connect(self.adopt_asked)
        self.view.rated.connect(self.rated)
        self.view.selectionModel().selectionChanged.connect(self._on_picked)
        self.model.modelReset.connect(self._on_picked)

    @property
    def engine_id(self) -> EngineId:
        """What paints the small pictures."""
        return "paint" if self.engine.value() == "paint" else "instant"

    def sheet(self) -> Sheet | None:
        """What is to be seen; None where an axis has no values."""
        rows, columns = self.rows.axis(), self.columns.axis()
        if rows is None or columns is None:
            return None
        return Sheet(rows=rows, columns=columns, ratings=self.model.ratings)

    def say(self, text: str) -> None:
        """A few words below the sheet."""
        self._about.setText(text)

    @Slot()
    def _on_picked(self) -> None:
        count = len(self.view.picked)
        self.paint_button.setEnabled(count > 0)
        self.paint_button.setText(self.tr("Paint {} large").format(count) if count > 1 else self.tr("Paint large"))
        self.adopt_button.setEnabled(count == 1)

    @Slot()
    def _pick_best(self) -> None:
        self.view.pick_rated(WELL_RATED)
        if not self.view.picked:
            self.say(self.tr("Nothing is rated {} or better yet: rate with the keys 1 to 5.").format(WELL_RATED))

    @Slot()
    def _adopt_picked(self) -> None:
        if len(self.view.picked) == 1:
            self.adopt_asked.emit(self.view.picked[0])

    def both_are(self, name: str) -> bool:
        """Whether both axes vary the same."""
        return self.rows.name == self.columns.name == name

    @property
    def varies_style(self) -> bool:
        return STYLE in (self.rows.name, self.columns.name)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
