"""The queue in the window: joins the panel, the actions, the status bar and the jobs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from stylegui.jobs.queue import JobQueue
from stylegui.jobs.record import JobRecord, JobState
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Document
from stylegui.ui.icons import icon
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.paint_panel import ICON_NAME
from stylegui.ui.painting import Painting, order_of
from stylegui.ui.queue.forecasts import JobForecasts
from stylegui.ui.queue.model import QueueModel
from stylegui.ui.queue.panel import QueuePanel
from stylegui.ui.queue.thumbnails import JobThumbnails
from stylegui.ui.queue.words import more_text, summary_text, title_text

RUNS = (JobState.RUNNING, JobState.PAUSED)
WIDTH_PX = 380


class Queueing(QObject):
    """Shows the queue and does what is asked for there and in the menus."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        queue: JobQueue,
        painting: Painting,
        backend: Backend,
        tasks: TaskPool,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._queue = queue
        self._painting = painting
        self._messages = messages
        actions = window.actions_by_id
        self._model = QueueModel(queue, JobThumbnails(tasks, self), self)
        self._forecasts = JobForecasts(queue, backend, tasks, self)
        self.panel = QueuePanel(self._model, actions["queue"], actions["queue_hold"])
        self._make_dock()
        self._connect_panel()
        actions["queue"].triggered.connect(self._on_queue)
        actions["queue_next"].triggered.connect(self._on_next)
        actions["queue_instead"].triggered.connect(self._on_instead)
        actions["queue_hold"].triggered.connect(self._on_hold)
        window.status.queue_clicked.connect(self.show_panel)
        queue.jobs_changed.connect(self._refresh)
        queue.job_changed.connect(self._refresh)
        queue.progress_arrived.connect(self._tell_time)
        painting.missed.connect(self._on_missed)
        self._refresh()

    def _make_dock(self) -> None:
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        dock = self._window.add_dock("queue_panel", "queue", self.tr("Queue"), self.panel, bottom)
        dock.setTitleBarWidget(self.panel.header)
        self.panel.header.close_requested.connect(dock.close)
        history = self._window.docks.get("history_panel")
        if history is not None:
            self._window.resizeDocks([history, dock], [3 * WIDTH_PX, WIDTH_PX], Qt.Orientation.Horizontal)

    def _connect_panel(self) -> None:
        header, view = self.panel.header, self.panel.view
        header.pause_toggled.connect(self._painting.toggle_pause)
        header.stop_wanted.connect(self._painting.stop)
        header.stop_waiting_wanted.connect(self._queue.cancel_waiting)
        header.stop_all_wanted.connect(self._queue.cancel_all)
        header.clear_wanted.connect(self._queue.clear_ended)
        view.deed_wanted.connect(self._do)
        view.step_wanted.connect(self._step)
        view.menu_wanted.connect(self._open_menu)
        self._model.move_wanted.connect(self._queue.move)

    @Slot()
    def show_panel(self) -> None:
        """Bring the queue into sight."""
        dock = self._window.docks["queue_panel"]
        dock.show()
        dock.raise_()
        self.panel.view.setFocus()

    # -- adding -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_queue(self) -> None:
        before = self._queue.waiting
        self._painting.queue()
        self._tell_added(before)

    @Slot()
    def _on_next(self) -> None:
        before = self._queue.waiting
        self._painting.start_next()
        self._tell_added(before)

    @Slot()
    def _on_instead(self) -> None:
        self._painting.start_instead()

    def _tell_added(self, before: tuple[JobRecord, ...]) -> None:
        added = next((record for record in self._queue.waiting if record not in before), None)
        if added is not None:
            place = self._queue.waiting.index(added) + 1
            self._messages.news(self.tr("“{}” is number {} in the queue.").format(title_text(added), place))

    @Slot(bool)
    def _on_hold(self, held: bool) -> None:
        if held:
            self._queue.hold()
        else:
            self._queue.release()

    # -- what is asked for in a row ---------------------------------------------------------------------------------

    @Slot(object, str)
    def _do(self, record: JobRecord, deed: str) -> None:
        match deed:
            case "toggle" if record.state is JobState.PAUSED:
                self._queue.resume(record.id)
            case "toggle" | "pause":
                self._queue.pause(record.id)
            case "resume":
                self._queue.resume(record.id)
            case "stop":
                self._queue.cancel(record.id)
            case "remove":
                self._remove(record)
            case "retry":
                self._retry(record)
            case "open":
                self._open(record)

    def _remove(self, record: JobRecord) -> None:
        """Take a job out; the focus goes to its neighbour. What is painted is stopped, and stays as stopped."""
        row = self._model.index_of(record.id).row()
        self._queue.remove(record.id)
        if record.state.ended:
            self._queue.remove(record.id)
        if self._model.rowCount():
            self.panel.view.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), 0))

    def _retry(self, record: JobRecord) -> None:
        order = order_of(record)
        if order is not None:
            order.foreground = False
        self._queue.retry(record.id)
        self.panel.view.select(record.id)

    def _open(self, record: JobRecord) -> None:
        """Show what came of a job, or the photo that it paints; one that failed is tried again."""
        version = self._painting.version_of(record)
        if record.state is JobState.FAILED:
            self._retry(record)
        elif version is not None:
            self._document.select_version(version)
        elif record.state in RUNS:
            self._document.set_photo(record.job.request.photo)

    @Slot(object, int)
    def _step(self, record: JobRecord, way: int) -> None:
        waiting = self._queue.waiting
        if record in waiting:
            self._queue.move(record.id, max(0, waiting.index(record) + way))
            self.panel.view.select(record.id)

    @Slot(object, QPoint)
    def _open_menu(self, record: JobRecord, where: QPoint) -> None:
        menu = self.menu(record)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu(self, record: JobRecord) -> QMenu:
        """What can be done with a job."""
        menu = QMenu(self.panel)
        waiting = self._queue.waiting
        if record.state is JobState.QUEUED:
            place, last = waiting.index(record), len(waiting) - 1
            for words, target in (
                (self.tr("Paint &next"), 0),
                (self.tr("Move &up"), place - 1),
                (self.tr("Move &down"), place + 1),
                (self.tr("Paint &last"), last),
            ):
                entry = menu.addAction(words)
                entry.setEnabled(0 <= target <= last and target != place)
                entry.setData(("move", record.id, target))
            menu.addSeparator()
            self._add_deed(menu, record, "remove", self.tr("&Remove from the queue"), "trash")
        elif record.state in RUNS:
            paused = record.state is JobState.PAUSED
            words = self.tr("&Go on") if paused else self.tr("&Pause")
            self._add_deed(menu, record, "toggle", words, "play" if paused else "pause")
            self._add_deed(menu, record, "stop", self.tr("&Stop and keep the picture as it is"), "stop")
            menu.addSeparator()
            self._add_deed(menu, record, "open", self.tr("Show the p&hoto that is painted"), "photo")
        else:
            if self._painting.version_of(record) is not None:
                self._add_deed(menu, record, "open", self.tr("Sho&w the result"), "eye")
            if record.state is not JobState.FINISHED:
                goes_on = self._queue.shelf.find(record.key) is not None
                words = self.tr("&Go on where it was") if goes_on else self.tr("Paint it &again")
                self._add_deed(menu, record, "retry", words, "redo")
            menu.addSeparator()
            self._add_deed(menu, record, "remove", self.tr("&Remove from the list"), "trash")
        menu.triggered.connect(self._on_menu)
        return menu

    @staticmethod
    def _add_deed(menu: QMenu, record: JobRecord, deed: str, words: str, icon_name: str) -> None:
        entry = menu.addAction(icon(icon_name), words)
        entry.setData((deed, record.id, 0))

    @Slot(object)
    def _on_menu(self, entry: object) -> None:
        deed, job_id, target = entry.data()  # type: ignore[attr-defined]  # a QAction
        record = self._queue.record(job_id)
        if deed == "move":
            self._queue.move(job_id, target)
        elif record is not None:
            self._do(record, deed)

    # -- what is told -----------------------------------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        actions, running = self._window.actions_by_id, self._queue.running
        waiting = self._queue.waiting
        self.panel.header.show_state(
            running=running is not None and not running.stopping,
            paused=running is not None and running.state is JobState.PAUSED,
            waiting=bool(waiting),
            ended=bool(self._queue.ended),
        )
        actions["queue_hold"].setChecked(self._queue.held)
        for name in ("queue_next", "queue_instead"):
            actions[name].setEnabled(running is not None)
        busy = self._queue.busy and not (self._queue.held and running is None)
        # The button in the toolbar draws it in its own colour.
        actions["start"].setProperty(ICON_NAME, "add" if busy else "play")
        actions["start"].setText(self.tr("&Add to queue") if busy else self.tr("&Start"))
        actions["start"].setIcon(icon("add" if busy else "play"))
        self._window.status.show_queue(more_text(len(waiting)))
        self._tell_time()

    @Slot()
    def _tell_time(self) -> None:
        summary = summary_text(self._queue.running, self._queue.waiting, self._queue.held)
        self.panel.header.show_summary(summary)

    @Slot(object)
    def _on_missed(self, record: JobRecord) -> None:
        """A picture that nobody waits for: its error stands beside it, and nothing is interrupted."""
        self._messages.news(self.tr("“{}” could not be painted; the queue tells why.").format(title_text(record)))
