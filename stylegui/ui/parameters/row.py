"""One parameter in the panel: its label, its control, and below it what has to be said about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from stylegui.ui import theme
from stylegui.ui.icons import icon
from stylegui.ui.parameters.editors import ChoiceEditor, Editor, FlagEditor, NumberEditor, SeedEditor, TextEditor
from stylegui.ui.parameters.spec import FieldSpec
from stylegui.ui.parameters.weights import WeightsEditor

DOT_PX = 6


def editor_for(spec: FieldSpec, parent: QWidget | None = None) -> Editor:
    """The control that fits a parameter."""
    if spec.kind == "number":
        return SeedEditor(spec, parent) if spec.name == "seed" else NumberEditor(spec, parent)
    kinds: dict[str, type[Editor]] = {
        "choice": ChoiceEditor,
        "flag": FlagEditor,
        "text": TextEditor,
        "weights": WeightsEditor,
    }
    return kinds[spec.kind](spec, parent)


def say(label: QLabel, text: str) -> None:
    """Show a text, or hide the label where there is none."""
    label.setText(text)
    label.setVisible(bool(text))


class ParameterRow(QWidget):
    """Label and control of one parameter, with its marker for a changed value, its error and its note."""

    value_changed = Signal(str, object)
    editing_finished = Signal(str, object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.editor = editor_for(spec)
        self._label = _ResetLabel(spec.title)
        self._label.setBuddy(self.editor)
        self._label.reset_asked.connect(self.reset)
        self._marker = _Marker()
        self._reset_button = _reset_button(spec)
        self._reset_button.clicked.connect(self.reset)
        self._error = _text_label("error")
        self._note = _text_label("dim")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._label)
        head.addWidget(self._marker)
        head.addStretch(1)
        head.addWidget(self._reset_button)
        self._head = head
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.editor)
        layout.addWidget(self._error)
        layout.addWidget(self._note)
        self._label.setVisible(spec.kind != "flag")  # a check box carries its own title
        self._explain("")
        self.editor.value_changed.connect(self._on_value)
        self.editor.editing_finished.connect(self._on_finished)
        self._mark()

    @property
    def modified(self) -> bool:
        """Whether the value is another than the default."""
        return bool(self.editor.value() != self.spec.default)

    def set_value(self, value: Any) -> None:
        """Show a value without telling anyone."""
        self.editor.set_value(value)
        self._mark()

    def show_error(self, text: str) -> None:
        """Say what is wrong with the value, right below it; "" takes it back."""
        say(self._error, text)
        self._error.setAccessibleName(f"{self.spec.title}: {text}")

    def show_note(self, text: str) -> None:
        """Say something about the value, right below it; "" takes it back."""
        say(self._note, text)

    def put_beside(self, widget: QWidget) -> None:
        """Give a widget a place above the control, at its right end."""
        self._head.addWidget(widget)

    @Slot()
    def reset(self) -> None:
        """Go back to the default, as a change made by the user."""
        if not self.modified or not self.editor.isEnabled():
            return
        self.set_value(self.spec.default)
        self.value_changed.emit(self.spec.name, self.editor.value())
        self.editing_finished.emit(self.spec.name, self.editor.value())

    def _explain(self, reason: str) -> None:
        default = self.spec.text(self.spec.default)
        usual = self.tr("Usual: {}. Double-click the name to go back to it.").format(default)
        tip = "\n".join(part for part in (self.spec.description, reason or usual) if part)
        for widget in (self, self._label, self.editor):
            widget.setToolTip(tip)

    def _mark(self) -> None:
        self._marker.set_shown(self.modified)
        self._reset_button.set_shown(self.modified)
        changed = self.tr("{} (changed)").format(self.spec.title)
        self._label.setAccessibleName(changed if self.modified else self.spec.title)

    @Slot(object)
    def _on_value(self, value: object) -> None:
        self._mark()
        self.show_error("")
        self.value_changed.emit(self.spec.name, value)

    @Slot(object)
    def _on_finished(self, value: object) -> None:
        self.editing_finished.emit(self.spec.name, value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        action = QAction(icon("reset"), self.tr("Back to {}").format(self.spec.text(self.spec.default)), menu)
        action.setEnabled(self.modified and self.editor.isEnabled())
        action.triggered.connect(self.reset)
        menu.addAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()


class _ResetLabel(QLabel):
    """A label that resets its control when it is double-clicked."""

    reset_asked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_asked.emit()
        event.accept()


class _Marker(QWidget):
    """A dot beside the name of a parameter that is not at its default."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = False
        self.setFixedSize(DOT_PX, DOT_PX)

    def set_shown(self, shown: bool) -> None:
        self._shown = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().accent))
        painter.drawEllipse(QRectF(QPointF(0, 0), QPointF(DOT_PX, DOT_PX)))
        painter.end()


class _QuietButton(QToolButton):
    """A button that keeps its place while it is hidden, so that nothing moves when it comes."""

    def __init__(self) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def set_shown(self, shown: bool) -> None:
        self.setVisible(shown)


def _reset_button(spec: FieldSpec) -> _QuietButton:
    button = _QuietButton()
    button.setIcon(icon("reset", "text_dim"))
    button.setIconSize(QSize(13, 13))
    button.setProperty("small", True)
    words = QCoreApplication.translate("ParameterRow", "{}: back to {}").format(spec.title, spec.text(spec.default))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _text_label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.hide()
    return label
