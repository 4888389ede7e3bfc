"""The parameter panel of an engine, made from the declarations of its parameters."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stylegui.ui.parameters.editors import ChoiceEditor
from stylegui.ui.parameters.row import ParameterRow
from stylegui.ui.parameters.section import Section
from stylegui.ui.parameters.spec import LAST_GROUP, FieldSpec, field_specs, group_title, in_groups
from stylegui.ui.parameters.weights import WeightsEditor

ENCODER_FIELD = "encoder"


class ParameterPanel(QWidget):
    """Controls for all parameters of `model`, grouped; reads and writes whole, validated parameter objects.

    It is as tall as its groups: what holds it lets it scroll.
    """

    value_changed = Signal(str, object)  # follows the hand
    editing_finished = Signal(str, object)  # once the hand rests
    download_requested = Signal(str)  # id of a network that is not on this computer

    def __init__(self, model: type[BaseModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params: BaseModel = model()
        self._rows: dict[str, ParameterRow] = {}
        self._missing: set[str] = set()
        self._sections: dict[str, Section] = {}
        self._downloads = _Downloads(self)
        self._downloads.requested.connect(self.download_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(8)
        for group, specs in in_groups(field_specs(model)).items():
            if self._sections:
                column.addWidget(_line())
            column.addWidget(self._make_section(group, specs))
        column.addStretch(1)

    def params(self) -> BaseModel:
        """The parameters as shown. Their controls keep every value in its range, so this cannot fail."""
        values = {name: row.editor.value() for name, row in self._rows.items()}
        return type(self._params).model_validate(self._params.model_dump() | values)

    def set_params(self, params: BaseModel) -> None:
        """Show these parameters, without telling anyone."""
        self._params = params
        for name, row in self._rows.items():
            row.set_value(getattr(params, name))

    def show_error(self, field: str, text: str) -> None:
        """Show what is wrong with a parameter beside it and unfold its group; "" takes it back."""
        row = self._rows[field]
        row.show_error(text)
        if text:
            self._sections[row.spec.group].set_expanded(True)

    def clear_errors(self) -> None:
        for row in self._rows.values():
            row.show_error("")

    def show_note(self, field: str, text: str) -> None:
        """Say something about a parameter below its control; "" takes it back."""
        self._rows[field].show_note(text)

    def put_beside(self, field: str, widget: QWidget) -> None:
        """Give a widget a place above the control of a parameter, at its right end."""
        self._rows[field].put_beside(widget)

    def set_encoder_availability(self, available: Mapping[str, bool]) -> None:
        """Which networks are on this computer; the others can be asked for instead of being chosen."""
        row = self._rows[ENCODER_FIELD]
        assert isinstance(row.editor, ChoiceEditor)
        missing = {}
        for value, words in row.spec.choices:
            there = available.get(value, False)
            row.editor.set_available(value, there, self.tr("{} is not on this computer yet.").format(words))
            if not there:
                missing[value] = words
        self._missing = set(missing)
        self._downloads.offer(missing)

    def has_encoder(self, encoder: str) -> bool:
        """Whether a network is on this computer, as far as that was told."""
        return encoder not in self._missing

    def set_available(self, field: str, value: str, available: bool, reason: str) -> None:
        """Let a choice of `field` be made or not; `reason` says why not."""
        editor = self._rows[field].editor
        assert isinstance(editor, ChoiceEditor)
        editor.set_available(value, available, reason)

    def set_layers(self, field: str, layers: Mapping[str, float]) -> None:
        """Offer these layers, with the network's own weights, in the table of `field`."""
        editor = self._rows[field].editor
        assert isinstance(editor, WeightsEditor)
        editor.set_layers(layers)

    def unfolded(self) -> list[str]:
        """The groups that are unfolded, to be remembered."""
        return [group for group, section in self._sections.items() if section.expanded]

    def set_unfolded(self, groups: list[str]) -> None:
        for group, section in self._sections.items():
            section.set_expanded(group in groups)

    def _make_section(self, group: str, specs: list[FieldSpec]) -> Section:
        section = Section(group_title(group), expanded=group != LAST_GROUP)
        self._sections[group] = section
        for spec in specs:
            row = ParameterRow(spec)
            row.value_changed.connect(self._on_value)
            row.editing_finished.connect(self.editing_finished)
            self._rows[spec.name] = row
            section.add(row)
            if spec.name == ENCODER_FIELD:
                section.add(self._downloads)
        return section

    @Slot(str, object)
    def _on_value(self, name: str, value: object) -> None:
        self.value_changed.emit(name, value)


class _Downloads(QWidget):
    """Says which networks are not here, with a button for each."""

    requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._ids: dict[QPushButton, str] = {}
        self.hide()

    def offer(self, missing: Mapping[str, str]) -> None:
        for button in self._ids:
            holder = button.parentWidget()
            if holder is not None:
                self._layout.removeWidget(holder)
                holder.hide()
                holder.deleteLater()
        self._ids.clear()
        for network_id, words in missing.items():
            self._add(network_id, words)
        self.setVisible(bool(missing))

    def _add(self, network_id: str, words: str) -> None:
        holder = QWidget()
        label = QLabel(self.tr("{} is not on this computer.").format(words))
        label.setProperty("role", "dim")
        button = QPushButton(self.tr("Download…"))
        button.setProperty("link", True)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Download {}").format(words))
        button.clicked.connect(self._ask)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(button)
        self._ids[button] = network_id
        self._layout.addWidget(holder)

    @Slot()
    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._ids:
            self.requested.emit(self._ids[button])


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line
