"""The foot of the style maker: the title, what is being kept, and the button that keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QSizePolicy, QWidget

from stylegui.ui import icons
from stylegui.ui.dialogs.form import set_role

TITLE_LENGTH = 120
PROGRESS_STEPS = 1000


class KeepBar(QWidget):
    """The title follows the proposals until the artist types one; it does so again once the picture is kept."""

    keep_asked = Signal(str)
    """The title under which the picture is to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal = ""
        name = QLabel(self.tr("Title"))
        self.title = QLineEdit()
        self.title.setMaxLength(TITLE_LENGTH)
        self.title.setMinimumWidth(300)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setToolTip(self.tr("The title in the gallery"))
        name.setBuddy(self.title)
        self._words = QLabel()
        self._words.setProperty("role", "dim")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setProperty("slim", "true")
        self._bar.setRange(0, PROGRESS_STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(110)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        self.keep = QPushButton(icons.icon("add", "accent_text"), self.tr("Keep in gallery"))
        self.keep.setProperty("primary", "true")
        self.keep.setAutoDefault(False)
        self.keep.setShortcut(QKeySequence("Ctrl+Return"))
        self.keep.setToolTip(self.tr("Paint it at 1024 px and add it to the gallery (Ctrl+Enter)"))
        self.keep.clicked.connect(self._ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(self.title, 2)
        layout.addWidget(self._words, 3)
        layout.addWidget(self._bar)
        layout.addWidget(self.keep)

    @property
    def words(self) -> str:
        """What is said beside the button."""
        return self._words.text()

    def propose(self, title: str) -> None:
        """Put a title there unless the artist has typed one."""
        typed = self.title.isModified() and bool(self.title.text().strip())
        self._proposal = title
        if not typed:
            self.title.setText(title)
            self.title.setCursorPosition(0)

    def say(self, text: str, role: str = "dim") -> None:
        """Say something beside the button: "dim", "success" or "error"."""
        self._words.setText(text)
        self._words.setToolTip(text)
        set_role(self._words, role)

    def show_progress(self, share: float | None) -> None:
        """How far the picture that is being kept is, in [0, 1]; None when there is none."""
        self._bar.setVisible(share is not None)
        if share is not None:
            self._bar.setValue(round(share * PROGRESS_STEPS))

    @Slot()
    def _ask(self) -> None:
        title = " ".join(self.title.text().split()) or self._proposal
        self.title.setModified(False)
        self.keep_asked.emit(title)
