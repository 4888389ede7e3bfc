"""The scrub bar: back through the making of a version, step by step or as a film."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from stylegui.ui.icons import icon
from stylegui.ui.parameters.slider import Slider

FILM_MS = 7000
"""As long as the whole way takes while it plays."""
SHORTEST_MS = 40
SLIDER_PX = 120
ICON_PX = 16


class ScrubBar(QWidget):
    """One stop for each still, and the last one for the finished picture itself."""

    moved = Signal(int)
    """The place of the still to be shown; as many as there are for the finished picture."""
    branch_requested = Signal(int)
    """Paint is to go on from the still at this place."""
    film_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[int, ...] = ()
        self._whole = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_on)
        self.play_button = QToolButton()
        self.play_button.setIconSize(QSize(ICON_PX, ICON_PX))
        self.play_button.setProperty("small", True)
        self.play_button.clicked.connect(self.toggle_play)
        self.slider = Slider([0.0, 1.0])  # a position is a place here
        self.slider.setMinimumWidth(SLIDER_PX)
        self.slider.setAccessibleName(self.tr("Making of the picture"))
        self.slider.setToolTip(self.tr("Drag to see how the picture came about"))
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderPressed.connect(self.stop)
        self._label = QLabel()
        self._label.setProperty("role", "dim")
        self.branch_button = _button(self.tr("Branch from here"), "branch")
        self.branch_button.setToolTip(self.tr("Let Paint go on from this moment, with the settings of this version"))
        self.branch_button.clicked.connect(self._on_branch)
        self.film_button = _button(self.tr("Export making-of…"), "film")
        self.film_button.setToolTip(self.tr("Save the making of this version as a film"))
        self.film_button.clicked.connect(self.film_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.play_button)
        row.addWidget(self.slider, 1)
        row.addWidget(self._label)
        row.addWidget(self.branch_button)
        row.addWidget(self.film_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(())

    def set_compact(self, compact: bool) -> None:
        """Show the buttons by their icons alone; their tool tips say what they do."""
        for button in (self.branch_button, self.film_button):
            button.setText("" if compact else button.accessibleName())
        # At once, not when the next event comes: who lays this bar out asks how wide it is now.
        self.updateGeometry()

    @property
    def place(self) -> int:
        """The place of the still that is shown; as many as there are for the finished picture."""
        return self.slider.value()

    @property
    def at_end(self) -> bool:
        """Whether the finished picture is shown."""
        return self.place >= len(self._steps)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def set_steps(self, steps: Sequence[int], whole: int = 0) -> None:
        """The steps after which the stills were taken, of so many; it then stands at the finished picture.

        Tells nobody.
        """
        self.stop()
        self._steps = tuple(steps)
        self._whole = max([whole, *self._steps[-1:]])
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(self._steps))
            self.slider.setValue(len(self._steps))
        widest = max(self._words(self._whole), self.tr("Finished"), key=len)
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance(widest) + 4)
        self._tell()

    @Slot()
    def to_end(self) -> None:
        """Back to the finished picture."""
        self.stop()
        self.slider.setValue(len(self._steps))

    @Slot()
    def toggle_play(self) -> None:
        """Play from here, or from the beginning where it has ended; or stop."""
        if self.playing:
            self.stop()
            return
        if self.at_end:
            self.slider.setValue(0)
        self._timer.start(max(SHORTEST_MS, FILM_MS // max(1, len(self._steps))))
        self._show_playing()

    @Slot()
    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self._show_playing()

    def words(self) -> str:
        """Where it stands, in words."""
        return self.tr("Finished") if self.at_end else self._words(self._steps[self.place])

    def _words(self, step: int) -> str:
        return self.tr("Step {} of {}").format(step, self._whole)

    @Slot()
    def _play_on(self) -> None:
        self.slider.setValue(self.place + 1)
        if self.at_end:
            self.stop()

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        self._tell()
        self.moved.emit(place)

    @Slot()
    def _on_branch(self) -> None:
        self.stop()
        self.branch_requested.emit(self.place)

    def _tell(self) -> None:
        self._label.setText(self.words())
        self.branch_button.setEnabled(not self.at_end)

    def _show_playing(self) -> None:
        words = self.tr("Pause") if self.playing else self.tr("Play the making of this version")
        self.play_button.setIcon(icon("pause" if self.playing else "play"))
        self.play_button.setToolTip(words)
        self.play_button.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.at_end:
            self.to_end()
            return
        super().keyPressEvent(event)


def _button(words: str, icon_name: str) -> QPushButton:
    button = QPushButton(icon(icon_name), words)
    button.setAccessibleName(words)
    button.setProperty("flat", True)
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setAutoDefault(False)
    return button
