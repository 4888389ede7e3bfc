"""Looks of the engines: applied as one step that can be undone, kept, changed, and given away as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFileDialog

from stylegui.project.document import Change, Document
from stylegui.project.presets import (
    SUFFIX,
    ParameterPreset,
    PresetError,
    PresetShelf,
    engine_of,
    read_presets,
    shipped,
    tidy_name,
    write_presets,
)
from stylegui.project.setup import EngineId, Params
from stylegui.ui.commands import SetupCommand
from stylegui.ui.gallery.asking import ask_name
from stylegui.ui.messages import Messages
from stylegui.ui.paint_panel import PaintPanel
from stylegui.ui.parameters.presets import APPLY, DELETE, EXPORT, LOAD, RENAME, REPLACE, SAVE, Look
from stylegui.ui.preferences import Preferences

USUAL, SHIPPED, OWN = "usual", "shipped:", "own:"
PURPOSE = "presets"


class Presetting(QObject):
    """Joins the panel's menu of presets with the document and the shelf."""

    def __init__(
        self,
        panel: PaintPanel,
        document: Document,
        shelf: PresetShelf,
        preferences: Preferences,
        undo_stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._document = document
        self._shelf = shelf
        self._preferences = preferences
        self._undo_stack = undo_stack
        self._messages = messages
        panel.presets.wanted.connect(self._on_wanted)
        panel.presets.about_to_show.connect(self._show)
        document.observe(self._on_document_changed)
        self._show()

    def presets(self) -> dict[str, ParameterPreset]:
        """All looks of the engine that is active, by key, in the order of the menu."""
        engine, words = self._document.engine, self._words()
        usual = type(self._document.params)()
        return {
            USUAL: ParameterPreset.of(self.tr("As usual"), usual),
            **{f"{SHIPPED}{key}": replace(preset, name=words[key]) for key, preset in shipped(engine).items()},
            **{f"{OWN}{name}": self._own(name) for name in self._shelf.names(engine)},
        }

    def apply(self, key: str) -> None:
        """Set the engine to a look, as one step."""
        preset = self.presets().get(key)
        if preset is None:
            return
        before = self._document.setup
        after = before.with_params(self._possible(preset.applied(before.params)))
        if after != before:
            words = self.tr("Look “{}”").format(preset.name)
            self._undo_stack.push(SetupCommand(words, before, after, self._document.set_setup))

    def save(self, name: str) -> None:
        """Keep the look that is set now under a name; one of that name is replaced."""
        preset = ParameterPreset.of(tidy_name(name), self._document.params)
        self._try(lambda: self._shelf.put(preset.engine, preset.name, preset.values))

    def load(self, path: Path) -> None:
        """Take over the presets in a file; none of the artist's own is replaced."""
        try:
            found = read_presets(path)
            known = [*self._all("instant"), *self._all("paint")]
            new = [preset for preset in found if preset not in known]
            for preset in new:
                self._shelf.put(preset.engine, self._shelf.free_name(preset.engine, preset.name), preset.values)
        except PresetError as error:
            self._messages.error(str(error))
            return
        self._messages.news(self.tr("{} presets were loaded.").format(len(new)))
        self._show()

    def write(self, path: Path) -> None:
        """Write all own presets, of both engines, into a file."""
        presets = [*self._all("instant"), *self._all("paint")]
        if self._try(lambda: write_presets(path, presets)):
            self._messages.news(self.tr("Saved “{}”.").format(path.name))

    def _words(self) -> dict[str, str]:
        return {
            "watercolour": self.tr("Watercolour, soft"),
            "oil": self.tr("Oil, broad strokes"),
            "fine": self.tr("Fine and detailed"),
            "own_colours": self.tr("In the photo's colours"),
            "abstract": self.tr("Abstract"),
        }

    def _own(self, name: str) -> ParameterPreset:
        engine = self._document.engine
        return ParameterPreset(name, engine, self._shelf.get(engine, name) or {})

    def _all(self, engine: EngineId) -> list[ParameterPreset]:
        return [
            ParameterPreset(name, engine, self._shelf.get(engine, name) or {}) for name in self._shelf.names(engine)
        ]

    def _possible(self, params: Params) -> Params:
        """The look with a network that is on this computer: weights of layers mean nothing to another one."""
        knobs = self._panel.panels[engine_of(params)]
        encoder = getattr(params, "encoder", "builtin")
        if knobs.has_encoder(encoder):
            return params
        kept = ("encoder", "content_weights", "style_weights")
        return params.model_copy(update={name: getattr(self._document.paint_params, name) for name in kept})

    def _try(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except PresetError as error:
            self._messages.error(str(error))
            return False
        self._show()
        return True

    def _on_document_changed(self, change: Change) -> None:
        if change in (Change.ENGINE, Change.PARAMS):
            self._show()

    @Slot()
    def _show(self) -> None:
        presets = self.presets()
        # Of looks that are the same, the artist's own one is meant.
        same = [key for key, preset in presets.items() if preset.matches(self._document.params)]
        current = same[-1] if same else ""
        looks = [Look(key, preset.name, key.startswith(OWN)) for key, preset in presets.items()]
        text = presets[current].name if current else self.tr("Own settings")
        self._panel.presets.set_looks(looks, current, text)

    @Slot(str, str)
    def _on_wanted(self, deed: str, key: str) -> None:
        name, engine = key.removeprefix(OWN), self._document.engine
        if deed == APPLY:
            self.apply(key)
        elif deed == SAVE:
            self._ask_for_name(self.tr("Save as preset"), self._shelf.free_name(engine, self.tr("My look")), self.save)
        elif deed == REPLACE:
            self.save(name)
        elif deed == RENAME:
            self._ask_for_name(self.tr("Rename preset"), name, lambda new: self._rename(name, new))
        elif deed == DELETE:
            self._delete(name)
        elif deed == LOAD:
            self._ask_for_file_to_load()
        elif deed == EXPORT:
            self._ask_where_to_write()
        self._show()

    def _rename(self, name: str, new: str) -> None:
        self._try(lambda: self._shelf.rename(self._document.engine, name, tidy_name(new)))

    def _delete(self, name: str) -> None:
        """Delete a preset, with a way back."""
        engine = self._document.engine
        content = self._shelf.get(engine, name) or {}
        if self._try(lambda: self._shelf.remove(engine, name)):
            self._messages.tell(
                self.tr("The preset “{}” is deleted.").format(name),
                self.tr("Undo"),
                lambda: self._bring_back(engine, name, content),
            )

    def _bring_back(self, engine: str, name: str, content: Mapping[str, JsonValue]) -> None:
        self._try(lambda: self._shelf.put(engine, name, content))
        self._messages.clear()

    def _ask_for_name(self, title: str, name: str, take: Callable[[str], None]) -> None:
        ask_name(
            self._panel.window(),
            title=title,
            label=self.tr("Name of the preset"),
            button=self.tr("Save"),
            known=self._shelf.names(self._document.engine),
            take=take,
            name=name,
        )

    def _ask_for_file_to_load(self) -> None:
        folder = self._preferences.current.last_folders.get(PURPOSE, "")
        name, _ = QFileDialog.getOpenFileName(self._panel, self.tr("Load presets"), folder, self._pattern())
        if name:
            self._preferences.remember_folder(PURPOSE, str(Path(name).parent))
            self.load(Path(name))

    def _ask_where_to_write(self) -> None:
        folder = self._preferences.current.last_folders.get(PURPOSE, "")
        start = str(Path(folder) / f"stylegui{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._panel, self.tr("Save presets"), start, self._pattern())
        if name:
            path = Path(name) if Path(name).suffix == SUFFIX else Path(name + SUFFIX)
            self._preferences.remember_folder(PURPOSE, str(path.parent))
            self.write(path)

    def _pattern(self) -> str:
        return f"{self.tr('Presets')} (*{SUFFIX});;{self.tr('All files')} (*)"
