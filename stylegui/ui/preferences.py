"""Settings as the window lives by them: applied at once, changed in a dialog, remembered by the program."""

from __future__ import annotations

import logging
import sys
from typing import Any, get_args

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from stylegui.engine.request import InstantId
from stylegui.library import Order
from stylegui.paths import Paths
from stylegui.settings import Settings, SettingsError, SettingsStore
from stylegui.ui.dialogs.settings import SettingsDialog
from stylegui.ui.language import in_words
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.paint_view import PaintView
from stylegui.ui.painting import Painting
from stylegui.ui.theme import apply_theme

log = logging.getLogger(__name__)

BYTES_PER_MB = 1_000_000


class Preferences(QObject):
    """Applies the settings to the window, at the start and after every change."""

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsStore,
        paths: Paths,
        painting: Painting,
        view: PaintView,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._paths = paths
        self._painting = painting
        self._view = view
        self._messages = messages
        self._dialog: SettingsDialog | None = None
        self._devices: dict[str, str] = {}
        self._shown_encoder = ""
        window.actions_by_id["settings"].triggered.connect(self.open_dialog)
        window.gallery.files.may_delete = self.may_delete
        settings.subscribe(self._apply)
        self._apply(settings.current)

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        return self._settings.current

    def remember(self, **values: Any) -> None:
        """Keep something the program remembers by itself; that it cannot be written is only logged."""
        try:
            self._settings.change(**values)
        except SettingsError as error:
            log.warning("%s", error)

    @Slot(int)
    def remember_tile_size(self, size_px: int) -> None:
        """Show the gallery with tiles of this size next time too."""
        self.remember(tile_size_px=size_px)

    @Slot(bool)
    def remember_photo_tiles(self, on: bool) -> None:
        """Show the styles on the photo, or their own pictures, next time too."""
        self.remember(photo_tiles=on)

    @Slot(object)
    def remember_order(self, order: Order) -> None:
        """Sort the gallery like this next time too."""
        self.remember(style_order=order.name.lower())

    @Slot(str, str)
    def remember_folder(self, purpose: str, folder: str) -> None:
        """Begin the next question of this purpose in this folder."""
        self.remember(last_folders={**self.current.last_folders, purpose: folder})

    def may_delete(self, question: str) -> bool:
        """Whether something may go: asked only where the artist wants to be asked."""
        if not self.current.confirm_on_delete:
            return True
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Delete"), question, parent=self._window)
        box.setInformativeText(self.tr("Undo brings it back."))
        yes = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is yes

    def _apply(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, settings.theme)
        self._window.actions_by_id.bind(settings.shortcuts)
        self._window.canvas.set_peek_keys(self._window.actions_by_id.keys("original"))
        self._window.canvas.set_reduced_motion(settings.reduced_motion)
        self._view.reduced_motion = settings.reduced_motion
        self._window.gallery.set_tile_size_px(settings.tile_size_px)
        self._window.gallery.set_photo_tiles(settings.photo_tiles)
        self._window.gallery.set_reduced_motion(settings.reduced_motion)
        self._window.gallery.set_order(Order[settings.style_order.upper()])
        cap_bytes = settings.memory_cap_mb * BYTES_PER_MB
        if (self._painting.device, self._painting.memory_cap_bytes) != (settings.device, cap_bytes):
            self._painting.device, self._painting.memory_cap_bytes = settings.device, cap_bytes
            self._painting.schedule_estimate()

    @property
    def dialog(self) -> SettingsDialog | None:
        """The dialog that is open now."""
        return self._dialog

    @Slot()
    def open_dialog(self) -> None:
        """Show the settings; each change counts at once."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = SettingsDialog(self._settings.current, self._window)
        dialog.add_choices("device", self._devices)
        dialog.setting_changed.connect(self._on_setting_changed)
        dialog.finished.connect(self._forget_dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        dialog.open()

    @Slot(str, object)
    def _on_setting_changed(self, name: str, value: object) -> None:
        try:
            self._settings.change(**{name: value})
        except (SettingsError, ValueError) as error:
            if self._dialog is not None:
                text = (
                    in_words(str(error)) if isinstance(error, SettingsError) else self.tr("This value is not possible.")
                )
                self._dialog.show_error(name, text)

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    def engine_is_ready(self) -> None:
        """The engine is loaded: which devices, networks and layers there are can be told now."""
        from stylegui.engine.devices import devices

        self._devices = {report.id: report.name for report in devices() if report.usable and report.id != "cpu"}
        self.show_networks()

    @Slot()
    def show_networks(self) -> None:
        """Offer the networks that are on this computer, and the others for download."""
        from stylegui.engine.encoders.encoder import ENCODERS
        from stylegui.engine.encoders.weights import installed

        panel = self._window.paint_panel.panels["paint"]
        there = {name: name == "builtin" or installed(name, self._paths.models) is not None for name in ENCODERS}
        panel.set_encoder_availability(there)
        self._show_instant_networks()
        self.show_layers(self._painting.encoder)

    def _show_instant_networks(self) -> None:
        """Offer those networks of Instant whose weights came with the program."""
        from stylegui.engine.instant.model import weights_file

        for network in get_args(InstantId):
            try:
                there = weights_file(network).is_file()
            except FileNotFoundError:
                there = False
            reason = self.tr("This network is missing. Please install stylegui again.")
            self._window.paint_panel.panels["instant"].set_available("model", network, there, reason)

    def show_layers(self, encoder: str) -> None:
        """Offer the layers of this network, once its engine is loaded."""
        if "stylegui.engine.encoders.encoder" not in sys.modules or encoder == self._shown_encoder:
            return
        from stylegui.engine.encoders.encoder import ENCODERS

        self._shown_encoder = encoder
        panel = self._window.paint_panel.panels["paint"]
        panel.set_layers("content_weights", ENCODERS[encoder].content)
        panel.set_layers("style_weights", ENCODERS[encoder].style)
