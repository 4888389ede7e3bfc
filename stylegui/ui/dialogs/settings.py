"""The settings dialog, made from the declarations of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QWidget,
)

from stylegui.ui.dialogs.form import dim, fitted, heading, line
from stylegui.ui.dialogs.long import LongDialog
from stylegui.ui.parameters.editors import FlagEditor, TextEditor
from stylegui.ui.parameters.row import editor_for, say
from stylegui.ui.parameters.spec import FieldSpec, field_specs, group_title, in_groups

CONTROL_WIDTH_PX = 250


class SettingsDialog(LongDialog):
    """Every change is told at once by `setting_changed`; there is nothing to confirm."""

    setting_changed = Signal(str, object)

    def __init__(self, settings: BaseModel, parent: QWidget | None = None) -> None:
        super().__init__(14, parent)
        self.setWindowTitle(self.tr("Settings"))
        self._rows: dict[str, _SettingRow] = {}
        for group, specs in in_groups(field_specs(type(settings))).items():
            if self._rows:
                self.column.addWidget(line())
            self.column.addWidget(heading(group_title(group)))
            for spec in specs:
                row = _SettingRow(spec)
                row.changed.connect(self.setting_changed)
                self._rows[spec.name] = row
                self.column.addWidget(row)
        self.usual_button.clicked.connect(self._reset)
        self.set_settings(settings)
        next(iter(self._rows.values())).editor.setFocus()  # not on the button that undoes all of it
        self.setMinimumWidth(600)
        self.resize(fitted(640, 680))

    def set_settings(self, settings: BaseModel) -> None:
        """Show these settings, without telling anyone."""
        for name, row in self._rows.items():
            row.editor.set_value(getattr(settings, name))

    def add_choices(self, name: str, choices: Mapping[str, str]) -> None:
        """Offer more values of a setting, such as the graphics cards that were found: {value: words}."""
        editor = self._rows[name].editor
        assert isinstance(editor, TextEditor)
        for value, words in choices.items():
            editor.add_choice(value, words)

    def show_error(self, name: str, text: str) -> None:
        """Say what is wrong with a setting, right below it; "" takes it back."""
        say(self._rows[name].error, text)

    @Slot()
    def _reset(self) -> None:
        for row in self._rows.values():
            if row.editor.value() != row.spec.default:
                row.editor.set_value(row.spec.default)
                self.setting_changed.emit(row.spec.name, row.spec.default)

    def done(self, result: int) -> None:
        for row in self._rows.values():
            row.editor.finish()
        super().done(result)


class _SettingRow(QWidget):
    """What a setting is on the left, its control on the right."""

    changed = Signal(str, object)

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.spec = spec
        self.editor = editor_for(spec)
        if isinstance(self.editor, FlagEditor):
            self.editor.hide_title()
        self.editor.setFixedWidth(CONTROL_WIDTH_PX)
        self.editor.editing_finished.connect(self._on_finished)
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        name = QLabel(spec.title)
        name.setBuddy(self.editor)
        description = spec.description
        if spec.restart:
            description += " " + self.tr("Takes effect at the next start.")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(dim(description), 1, 0)
        grid.addWidget(self.editor, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.error, 2, 0, 1, 2)

    @Slot(object)
    def _on_finished(self, value: Any) -> None:
        say(self.error, "")
        self.changed.emit(self.spec.name, value)
