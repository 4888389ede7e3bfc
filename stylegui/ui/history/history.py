"""The history: joins the strip, the making of versions and the list of steps with the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from stylegui.engine.images import PictureError
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Change, Document, Version
from stylegui.project.making import MakingOf
from stylegui.project.making_shelf import MakingShelf
from stylegui.settings import Settings, SettingsStore
from stylegui.ui.history.deeds import VersionDeeds
from stylegui.ui.history.filming import Filming
from stylegui.ui.history.glimpse import Glimpse, still_reader, version_reader
from stylegui.ui.history.marks import VersionMarks
from stylegui.ui.history.menu import VersionMenu
from stylegui.ui.history.model import VersionModel
from stylegui.ui.history.panel import HistoryPanel
from stylegui.ui.history.recorder import Recorder
from stylegui.ui.history.steps import StepsView
from stylegui.ui.history.taking import VersionTaking
from stylegui.ui.history.thumbnails import VersionThumbnails
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.painting import Painting, PaintState
from stylegui.ui.preferences import Preferences

BYTES_PER_MB = 1_000_000
STRIP_PX = 200
RATINGS = {f"rate_{stars}": stars for stars in range(6)}
STRIP_KEYS = (*RATINGS, "reject", "favourite", "discard", "rename_version", "newer", "older")
"""What plain keys do while the strip has the focus."""
ABOUT_ANY = (*RATINGS, "reject", "favourite", "discard")
ABOUT_ONE = ("rename_version", "branch")


class History(QObject):
    """Makes the two panels of the history, and does what is asked for there and in the menus."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        queue: JobQueue,
        painting: Painting,
        tasks: TaskPool,
        preferences: Preferences,
        settings: SettingsStore,
        undo_stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._undo_stack = undo_stack
        self._messages = messages
        self._strip_is_meant = False
        self._current: Version | None = None
        self._making: MakingOf | None = None
        self.marks = VersionMarks(document)
        self._thumbnails = VersionThumbnails(self)
        self._shelf = MakingShelf(document.store.makings, 0)
        self.recorder = Recorder(queue, painting, self._shelf, self.marks, tasks, self)
        self._model = VersionModel(document, self.marks, self._thumbnails, self)
        self._model.has_making = self.recorder.has_making
        self.panel = HistoryPanel(self._model)
        self.deeds = VersionDeeds(document, self.marks, undo_stack, messages, preferences.may_delete, self)
        self.menu = VersionMenu(document, window.actions_by_id, window)
        self._glimpse = Glimpse(window.canvas, tasks, self)
        self._taking = VersionTaking(self.panel.view, messages, self)
        self.filming = Filming(window, self.panel.header.film_progress, preferences, messages, self)
        self._make_docks()
        self._connect_panel()
        self._connect_actions()
        self.recorder.recorded.connect(self._on_recorded)
        painting.state_changed.connect(self._on_painting)
        document.observe(self._on_document_changed)
        settings.subscribe(self._apply)
        self._apply(settings.current)
        self._follow_current()

    @property
    def subjects(self) -> list[Version]:
        """The versions that menus and keys are about: what is selected in the strip, else the one that is shown."""
        selected = self.panel.view.versions
        if self._strip_is_meant and selected:
            return selected
        return [self._document.current] if self._document.current is not None else []

    @property
    def subject(self) -> Version | None:
        """The one version that menus and keys are about; None where there are none or several."""
        subjects = self.subjects
        return subjects[0] if len(subjects) == 1 else None

    def close(self) -> bool:
        """End what is being made; False where that took too long."""
        self._thumbnails.shut_down()
        self._taking.clean_up()
        self.panel.header.scrub.stop()
        return self.filming.close()

    # -- making the parts -------------------------------------------------------------------------------------------

    def _make_docks(self) -> None:
        bottom, right = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        dock = self._window.add_dock("history_panel", "history", self.tr("History"), self.panel, bottom)
        dock.setTitleBarWidget(self.panel.header)
        self.panel.header.close_requested.connect(dock.close)
        self._window.resizeDocks([dock], [STRIP_PX], Qt.Orientation.Vertical)
        self._steps = StepsView(self._undo_stack)
        steps = self._window.add_dock("history_steps", "history_steps", self.tr("Steps to undo"), self._steps, right)
        steps.hide()

    def _connect_panel(self) -> None:
        panel, view, scrub = self.panel, self.panel.view, self.panel.header.scrub
        panel.adopted.connect(self.deeds.adopt)
        panel.peeked.connect(self._peek)
        panel.subject_changed.connect(self._show_making)
        panel.subject_changed.connect(self._update_actions)
        view.selection_moved.connect(self._update_actions)
        view.rated.connect(self.deeds.rate)
        view.menu_wanted.connect(self.menu.open)
        view.drag_wanted.connect(self._taking.drag)
        self._model.renamed.connect(self.deeds.rename)
        self.menu.adopted.connect(self.panel.adopted)
        self.menu.compare_wanted.connect(self.panel.compare_wanted)
        panel.branch_wanted.connect(self.deeds.branch)
        scrub.moved.connect(self._scrub)
        scrub.branch_requested.connect(self._branch_from_making)
        scrub.film_requested.connect(self._film)
        self._glimpse.failed.connect(self._messages.news)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one

    def _connect_actions(self) -> None:
        actions = self._window.actions_by_id
        actions.also_in(self.panel.view, STRIP_KEYS)
        for name in RATINGS:
            actions[name].triggered.connect(self._rate)
        actions["reject"].triggered.connect(self._reject)
        actions["favourite"].triggered.connect(self._mark)
        actions["discard"].triggered.connect(self._delete)
        actions["rename_version"].triggered.connect(self._rename)
        actions["branch"].triggered.connect(self._branch)
        actions["copy_settings"].triggered.connect(self._copy_settings)
        actions["paste_settings"].triggered.connect(self._paste_settings)
        actions["play_making"].triggered.connect(self._play)
        actions["export_making"].triggered.connect(self._film)
        self._update_actions()

    def _apply(self, settings: Settings) -> None:
        self.recorder.memory_bytes = settings.making_memory_mb * BYTES_PER_MB
        self._shelf.budget_bytes = settings.making_disk_mb * BYTES_PER_MB

    # -- following --------------------------------------------------------------------------------------------------

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.PHOTO:
            # The canvas has forgotten it: it shows something else now.
            self._glimpse.end()
        if change is Change.VERSIONS:
            self._follow_current()
        self._update_actions()

    def _follow_current(self) -> None:
        """The version that is shown is the one that is selected, as soon as it is another one."""
        current = self._document.current
        if current is not self._current:
            self._current = current
            self.panel.view.select(current)
        self._show_making()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Menus take the focus for a moment: what counts is whether strip or canvas had it last."""
        if now is not None and (now is self._window.canvas or self.panel.isAncestorOf(now)):
            self._strip_is_meant = now is not self._window.canvas
            self._update_actions()

    @Slot(object)
    def _on_painting(self, state: PaintState) -> None:
        """What is painted now is more interesting than how something came about."""
        if state is PaintState.PREPARING:
            self.panel.header.scrub.to_end()

    @Slot(object)
    def _on_recorded(self, version: Version) -> None:
        self._model.tell_changed(version)
        self._show_making()

    @Slot()
    def _update_actions(self) -> None:
        actions, subjects = self._window.actions_by_id, self.subjects
        for name in ABOUT_ANY:
            actions[name].setEnabled(bool(subjects))
        for name in ABOUT_ONE:
            actions[name].setEnabled(len(subjects) == 1)
        for name in ("play_making", "export_making"):
            actions[name].setEnabled(self._making is not None)

    # -- looking ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _peek(self, version: Version | None) -> None:
        if version is not None:
            self._glimpse.show(self.tr("Version {}").format(version.number), version_reader(version))
        else:
            self._scrub(self.panel.header.scrub.place)

    @Slot()
    def _show_making(self) -> None:
        """Offer the way back through the making of the version that is meant, where there is one."""
        version = self.panel.subject or self._document.current
        making = self.recorder.making_of(version) if version is not None else None
        before, self._making = self._making, making
        if making is None or before is None or making.stills != before.stills:
            self._glimpse.end()
            steps = [still.step for still in making.stills] if making is not None else []
            self.panel.header.scrub.set_steps(steps, _steps_of(version))
        self.panel.header.show_scrub(making is not None)
        self._update_actions()

    @Slot(int)
    def _scrub(self, place: int) -> None:
        if self._making is None or place >= len(self._making):
            self._glimpse.end()
        else:
            self._glimpse.show(self.panel.header.scrub.words(), still_reader(self._making, place))

    @Slot()
    def _play(self) -> None:
        self._window.docks["history_panel"].show()
        self.panel.header.scrub.toggle_play()

    @Slot()
    def _film(self) -> None:
        version = self.panel.subject or self._document.current
        if version is not None and self._making is not None:
            self.panel.header.scrub.to_end()
            self.filming.ask(version, self._making)

    # -- deeds ------------------------------------------------------------------------------------------------------

    @Slot()
    def _rate(self) -> None:
        action = self.sender()
        name = action.objectName() if action is not None else ""
        if name in RATINGS:
            self.deeds.rate(self.subjects, RATINGS[name])

    @Slot()
    def _reject(self) -> None:
        self.deeds.reject(self.subjects)

    @Slot()
    def _mark(self) -> None:
        self.deeds.toggle_favourite(self.subjects)

    @Slot()
    def _delete(self) -> None:
        self.deeds.remove(self.subjects)

    @Slot()
    def _rename(self) -> None:
        if self.subject is not None:
            self._window.docks["history_panel"].show()
            self.panel.view.rename(self.subject)

    @Slot()
    def _branch(self) -> None:
        if self.subject is not None:
            self.panel.branch_wanted.emit(self.subject, None)

    @Slot(int)
    def _branch_from_making(self, place: int) -> None:
        version = self.panel.subject or self._document.current
        if version is None or self._making is None:
            return
        try:
            start = self._making.picture(place)
        except PictureError as error:
            self._messages.error(str(error))
            return
        self.panel.branch_wanted.emit(version, start)

    @Slot()
    def _copy_settings(self) -> None:
        self.deeds.copy_settings(self.subject)

    @Slot()
    def _paste_settings(self) -> None:
        self.deeds.paste_settings(self.subject if self._strip_is_meant else None)


def _steps_of(version: Version | None) -> int:
    """How many steps a version took in all, 0 where its recipe does not say."""
    steps = version.recipe.get("steps") if version is not None else None
    return steps if isinstance(steps, int) else 0
