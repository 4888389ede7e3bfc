"""The windows beside the main one, and the tour through it: made here, and closed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.library import StyleLibrary
from stylegui.project.document import Document
from stylegui.ui.board.boarding import Boarding
from stylegui.ui.explore.exploring import Exploring
from stylegui.ui.main_window import MainWindow
from stylegui.ui.tour.tour import Tour

if TYPE_CHECKING:
    from stylegui.ui.session import Session


class StudioWindows(QObject):
    """Explore, the mood board and the tour. They get what they need of the session, whose other parts are there."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        queue: JobQueue,
        backend: Backend,
        tasks: TaskPool,
        undo_stack: QUndoStack,
    ) -> None:
        super().__init__(session)
        self.exploring = Exploring(
            window,
            document,
            library,
            session.blend,
            session.painting,
            queue,
            backend,
            tasks,
            session.preferences,
            undo_stack,
            session.messages,
            self,
        )
        self.boarding = Boarding(
            window,
            document,
            library,
            session.blend,
            session.styling,
            session.making,
            session.open_photo,
            session.history.deeds.adopt,
            tasks,
            session.preferences,
            undo_stack,
            session.messages,
            self,
        )
        self.tour = Tour(window, session.open_sample, self)
        window.actions_by_id["tour"].triggered.connect(self.tour.start)

    def close(self, timeout_ms: int) -> bool:
        """Close them all; False where something took too long."""
        self.tour.end()
        self.boarding.close()
        return self.exploring.close(timeout_ms)
