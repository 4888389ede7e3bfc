"""Comparing: which way, with what, and which versions together."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QImage, QUndoStack

from stylegui.engine.request import StyleInput
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Change, Document, Version
from stylegui.ui.canvas import CompareMode
from stylegui.ui.canvas.compare import PAIR_MODES
from stylegui.ui.canvas.pixels import picture_image
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.preferences import Preferences
from stylegui.ui.reference_menu import Other, ReferenceMenu
from stylegui.ui.several import Several
from stylegui.ui.version_reading import WHOLE_PX, VersionReader

COMPARE_ACTIONS = {
    "compare_off": CompareMode.OFF,
    "compare_wipe": CompareMode.WIPE,
    "compare_side": CompareMode.SIDE_BY_SIDE,
    "compare_flicker": CompareMode.FLICKER,
    "compare_difference": CompareMode.DIFFERENCE,
    "compare_lens": CompareMode.LENS,
    "compare_grid": CompareMode.N_UP,
}


class Comparing(QObject):
    """Joins the Compare menu, the canvas and the document's versions."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        tasks: TaskPool,
        preferences: Preferences,
        undo_stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._canvas = window.canvas
        self._document = document
        self._preferences = preferences
        self._pair_mode = CompareMode.WIPE
        self._reader = VersionReader(tasks, messages, self)
        self._menu = ReferenceMenu(window.compare_menu, document, self)
        self.several = Several(window.canvas, document, VersionReader(tasks, messages, self), undo_stack, self)
        actions, canvas = window.actions_by_id, window.canvas
        actions.group("compare").triggered.connect(self._on_mode_chosen)
        actions["compare_next"].triggered.connect(self._next_mode)
        actions["swap"].triggered.connect(self._swap_sides)
        actions["wipe_turn"].triggered.connect(self._turn_wipe)
        actions["compare_more"].triggered.connect(self._more)
        actions["compare_less"].triggered.connect(self._less)
        actions["compare_more_fine"].triggered.connect(self._more_fine)
        actions["compare_less_fine"].triggered.connect(self._less_fine)
        actions["original"].triggered.connect(canvas.set_peek)
        window.menuBar().hovered.connect(self._on_menu)
        window.compare_button.toggled_by_hand.connect(self._toggle)
        self._menu.chosen.connect(self.compare_with)
        canvas.reference_menu_requested.connect(self._open_menu)
        canvas.compare_mode_changed.connect(self._on_mode)
        canvas.comparable_changed.connect(self._update_actions)
        document.observe(self._on_document_changed)
        self._restore()
        self._on_mode(canvas.compare_mode.value)
        self._update_actions()

    # -- what others ask for ----------------------------------------------------------------------------------------

    @Slot(list)
    def compare(self, versions: Sequence[Version]) -> None:
        """Compare these: one with the photo, two with each other, more of them all at once."""
        if not versions:
            return
        if len(versions) > 2:
            self.several.show(versions)
            return
        self._document.select_version(versions[-1])
        self.compare_with(versions[0] if len(versions) == 2 else None)
        if self._canvas.compare_mode in (CompareMode.OFF, CompareMode.N_UP):
            self._canvas.set_compare_mode(self._pair_mode)

    @Slot(object)
    def compare_with(self, other: Other | None) -> None:
        """Compare the result with another version, or with a style; None for the photo."""
        self._menu.other = other
        self._reader.forget()
        if other is None:
            self._canvas.set_reference(None)
        elif isinstance(other, StyleInput):
            self._canvas.set_reference(picture_image(other.picture), other.name or self.tr("Style"))
        else:
            self._reader.read(other, WHOLE_PX, functools.partial(self._show_reference, other))

    @property
    def other(self) -> Other | None:
        """What the result is compared with; None for the photo."""
        return self._menu.other

    @Slot()
    def remember(self) -> None:
        """Keep the way of comparing, and what was set for each, for the next start."""
        mode = self._canvas.compare_mode
        kept = self.several.before if mode is CompareMode.N_UP else mode
        state = {**self._canvas.comparison_state(), "last": self._pair_mode.value, "mode": kept.value}
        self._preferences.remember(comparison=state)

    def _show_reference(self, version: Version, image: QImage) -> None:
        self._canvas.set_reference(image, self._reader.name_of(version))

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.PHOTO:
            # The canvas forgot it, too: it does not belong to this photo.
            self._menu.other = None
            self._reader.forget()
        elif change is Change.VERSIONS:
            if isinstance(self.other, Version) and self.other not in self._document.versions:
                self.compare_with(None)
            self._update_actions()
        if change in (Change.PHOTO, Change.VERSIONS):
            current = self._document.current
            self._canvas.name_result("" if current is None else self._reader.name_of(current))

    # -- the way of comparing ---------------------------------------------------------------------------------------

    def _restore(self) -> None:
        kept = self._preferences.current.comparison
        self._canvas.restore_comparison({name: _numbers(state) for name, state in kept.items()})
        self._pair_mode = _pair_mode(kept.get("last"), CompareMode.WIPE)
        if self._pair_mode is CompareMode.OFF:
            self._pair_mode = CompareMode.WIPE
        self._canvas.set_compare_mode(_pair_mode(kept.get("mode"), CompareMode.OFF))

    @Slot(QAction)
    def _on_mode_chosen(self, action: QAction) -> None:
        mode = COMPARE_ACTIONS[action.objectName()]
        if mode is CompareMode.N_UP:
            self.several.show()
        else:
            self._canvas.set_compare_mode(mode)

    @Slot()
    def _next_mode(self) -> None:
        mode = self._canvas.compare_mode
        here = PAIR_MODES.index(mode) if mode in PAIR_MODES else 0
        self._canvas.set_compare_mode(PAIR_MODES[(here + 1) % len(PAIR_MODES)])

    @Slot()
    def _toggle(self) -> None:
        """From comparing to the result alone, and back to the way that was used last."""
        comparing = self._canvas.compare_mode is not CompareMode.OFF
        self._canvas.set_compare_mode(CompareMode.OFF if comparing else self._pair_mode)

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        for name, own_mode in COMPARE_ACTIONS.items():
            self._window.actions_by_id[name].setChecked(own_mode == mode)
        if mode not in (CompareMode.OFF, CompareMode.N_UP):
            self._pair_mode = CompareMode(mode)
        shown = mode if mode != CompareMode.OFF else self._pair_mode
        name = next(name for name, own_mode in COMPARE_ACTIONS.items() if own_mode == shown)
        self._window.compare_button.show_mode(self._window.actions_by_id[name], on=mode != CompareMode.OFF)
        self._update_actions()

    @Slot()
    def _swap_sides(self) -> None:
        self._canvas.set_sides_swapped(not self._canvas.sides_swapped)

    @Slot()
    def _turn_wipe(self) -> None:
        self._canvas.turn_wipe()

    @Slot()
    def _more(self) -> None:
        self._canvas.adjust_comparison(1)

    @Slot()
    def _less(self) -> None:
        self._canvas.adjust_comparison(-1)

    @Slot()
    def _more_fine(self) -> None:
        self._canvas.adjust_comparison(1, fine=True)

    @Slot()
    def _less_fine(self) -> None:
        self._canvas.adjust_comparison(-1, fine=True)

    @Slot()
    def _update_actions(self) -> None:
        actions, possible = self._window.actions_by_id, self._canvas.is_comparable
        several = len(self._document.versions) > 1
        for name, mode in COMPARE_ACTIONS.items():
            actions[name].setEnabled(several if mode is CompareMode.N_UP else possible)
        for name in ("compare_next", "swap", "original"):
            actions[name].setEnabled(possible)
        mode = self._canvas.compare_mode
        actions["wipe_turn"].setEnabled(possible and mode is CompareMode.WIPE)
        first = possible and mode not in (CompareMode.OFF, CompareMode.SIDE_BY_SIDE, CompareMode.N_UP)
        second = possible and mode in (CompareMode.WIPE, CompareMode.LENS)
        for name, can in (("compare_more", first), ("compare_more_fine", second)):
            actions[name].setEnabled(can)
            actions[name.replace("more", "less")].setEnabled(can)
        self._window.compare_menu.menuAction().setEnabled(possible)
        self._window.compare_button.setEnabled(possible or several)

    @Slot()
    def _on_menu(self) -> None:
        """The key that is held to see the original is no switch: the menu shows how it stands now."""
        self._window.actions_by_id["original"].setChecked(self._canvas.is_peeking)

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        self._window.compare_menu.popup(where)


def _numbers(state: object) -> dict[str, float]:
    """The finite numbers in what was kept; a file may hold anything."""
    found = state.items() if isinstance(state, dict) else ()
    return {
        str(name): float(value)
        for name, value in found
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    }


def _pair_mode(name: object, otherwise: CompareMode) -> CompareMode:
    return next((mode for mode in PAIR_MODES if mode == name), otherwise)
