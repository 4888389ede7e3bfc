"""The jobs of the queue as rows: the running one, those that wait, and those that have ended, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from stylegui.jobs.queue import JobQueue
from stylegui.jobs.record import JobRecord, JobState
from stylegui.ui.queue.thumbnails import JobThumbnails
from stylegui.ui.queue.words import photo_text, plain_text, standing_text, tip_text, title_text

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-stylegui-job"


@dataclass(frozen=True)
class JobRow:
    """All that is seen of one job. `share_done` is None where no bar is shown."""

    title: str
    photo_name: str
    standing: str
    state: JobState
    stopping: bool
    share_done: float | None
    photo: QPixmap | None
    style: QPixmap | None


class QueueModel(QAbstractListModel):
    """Follows the queue. Rows come, go and move one by one, so that selection and scroll position stay."""

    move_wanted = Signal(int, int)
    """The id of a waiting job that was dropped, and its new place among those that wait."""
    refreshed = Signal()

    def __init__(self, queue: JobQueue, thumbnails: JobThumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._thumbnails = thumbnails
        self._rows: list[JobRecord] = []
        queue.jobs_changed.connect(self._follow)
        queue.job_changed.connect(self._on_job_changed)
        queue.progress_arrived.connect(self._on_progress)
        thumbnails.arrived.connect(self._refresh_all)
        self._follow()

    def record_at(self, index: Index) -> JobRecord | None:
        """The job of a row, None for no row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, job_id: int) -> QModelIndex:
        """The row of a job; an invalid index where there is none."""
        row = next((row for row, record in enumerate(self._rows) if record.id == job_id), -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()

    def place(self, record: JobRecord) -> int:
        """The place of a job among those that wait, from 1; 0 for others."""
        waiting = self._queue.waiting
        return waiting.index(record) + 1 if record in waiting else 0

    def row(self, row: int) -> JobRow:
        """What is seen of a job."""
        record = self._rows[row]
        request = record.job.request
        running = record.state in (JobState.RUNNING, JobState.PAUSED)
        return JobRow(
            title=title_text(record),
            photo_name=photo_text(record),
            standing=standing_text(record, self.place(record)),
            state=record.state,
            stopping=record.stopping,
            share_done=record.share_done if running else None,
            photo=self._thumbnails.pixmap(request.photo),
            style=self._thumbnails.pixmap(request.styles[0].picture) if request.styles else None,
        )

    # -- following the queue ----------------------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        running = (self._queue.running,) if self._queue.running is not None else ()
        wanted = [*running, *self._queue.waiting, *reversed(self._queue.ended)]
        staying = set(wanted)
        for row in reversed(range(len(self._rows))):
            if self._rows[row] not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, record in enumerate(wanted):
            if record in self._rows:
                self._move(self._rows.index(record), row)
            else:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, record)
                self.endInsertRows()
        self._refresh_all()

    def _move(self, source: int, target: int) -> None:
        """Rows before `target` are in their places already, so a row only ever moves up."""
        if source != target:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
            self._rows.insert(target, self._rows.pop(source))
            self.endMoveRows()

    @Slot()
    def _refresh_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.refreshed.emit()

    @Slot(object)
    def _on_job_changed(self, record: JobRecord) -> None:
        index = self.index_of(record.id)
        if index.isValid():
            self.dataChanged.emit(index, index)
        self.refreshed.emit()

    @Slot(int, object)
    def _on_progress(self, job_id: int, _progress: object) -> None:
        index = self.index_of(job_id)
        if index.isValid():
            self.dataChanged.emit(index, index)
        self.refreshed.emit()

    # -- Qt's side --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.record_at(index)
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_text(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(record, self.place(record))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain_text(record, self.place(record))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self.record_at(index)
        if record is None:
            # Between rows: the view asks where something may be dropped.
            return Qt.ItemFlag.ItemIsDropEnabled
        own = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return own | Qt.ItemFlag.ItemIsDragEnabled if record.state is JobState.QUEUED else own

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        record = self.record_at(indexes[0]) if indexes else None
        if record is not None:
            data.setData(MIME, str(record.id).encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        first = 1 if self._queue.running is not None else 0
        return data.hasFormat(MIME) and first <= row <= first + len(self._queue.waiting)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        job_id = int(bytes(data.data(MIME).data()))
        first = 1 if self._queue.running is not None else 0
        old = next((place for place, record in enumerate(self._queue.waiting) if record.id == job_id), None)
        if old is not None:
            new = row - first
            self.move_wanted.emit(job_id, new - 1 if new > old else new)
        # The rows follow the queue: the view is not to take the dragged one away itself.
        return False
