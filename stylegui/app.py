"""The composition root: makes every part of the program once and joins them. The only module that knows all layers."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from stylegui import __version__, machine
from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, engines
from stylegui.engine.images import PictureError
from stylegui.engine.request import InstantId, InstantParams
from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Backend
from stylegui.jobs.task import TaskPool
from stylegui.library import LibraryError, StyleLibrary
from stylegui.log import logging_to
from stylegui.paths import Paths
from stylegui.project.document import Document
from stylegui.project.errors import ProjectError
from stylegui.project.recent import RecentFiles
from stylegui.project.recovery import RecoveryFolder
from stylegui.project.setup import Setup
from stylegui.project.store import PictureStore
from stylegui.settings import SettingsStore
from stylegui.ui import icons, language, roles
from stylegui.ui.crash import CrashReporter
from stylegui.ui.first_paint import FirstPaint
from stylegui.ui.gallery.photo_tiles import PaintTile, usual_painter
from stylegui.ui.main_window import MainWindow
from stylegui.ui.session import Session
from stylegui.ui.signals import closing_on_signals
from stylegui.ui.theme import apply_theme
from stylegui.ui.tour.offer import TourOffer
from stylegui.ui.window_state import restore_window

log = logging.getLogger(__name__)

PATIENCE_MS = 60_000


def engine_backend(settings: SettingsStore) -> Backend:
    """The real engines, and how a thread is made ready for them. torch is imported in that thread, not before."""

    table = engines()
    usual_threads = 0

    def prepare() -> None:
        import torch

        nonlocal usual_threads
        usual_threads = usual_threads or torch.get_num_threads()
        torch.set_grad_enabled(True)
        torch.set_num_threads(settings.current.threads or usual_threads)

    def step_aside() -> None:
        import torch

        # For the calling thread alone: the others keep the count that they have set themselves.
        torch.set_num_threads(1)

    def warm_up() -> None:
        prepare()
        from stylegui.engine import devices, paint  # noqa: F401
        from stylegui.engine.encoders.encoder import load_encoder

        device, _ = devices.choose(settings.current.device)
        load_encoder("builtin", device, Paths.of_user().models)

    def settle(control: RunControl) -> None:
        for model_id in get_args(InstantId):
            table["instant"].make_ready(InstantParams(model=model_id), settings.current.device, control)
        machine.give_back_memory()

    return Backend(table, prepare, warm_up, step_aside, settle)


def recovery_folder(paths: Paths) -> RecoveryFolder | None:
    """Where this window keeps its work until it is saved; None where the disk refuses, and all stays in memory."""
    try:
        return RecoveryFolder.create(paths.state / "recovery")
    except OSError as error:
        log.warning("work cannot be put aside: %s", error)
        return None


class Studio:
    """The running program: its parts, and the order in which they come and go."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        crash: CrashReporter,
        backend: Backend | None = None,
        library: StyleLibrary | None = None,
        settings: SettingsStore | None = None,
        paint_tile: PaintTile | None = None,
    ) -> None:
        self.settings = settings or SettingsStore(paths.settings_file)
        apply_theme(app, self.settings.current.theme)
        roles.install()
        self.library = library or StyleLibrary(paths)
        self.recovery = recovery_folder(paths)
        self.document = Document(PictureStore(self.recovery.pictures if self.recovery is not None else None))
        self.document.set_setup(Setup("paint" if self.settings.current.engine == "paint" else "instant"))
        backend = backend or engine_backend(self.settings)
        self.queue = JobQueue(backend)
        self.lane = PreviewLane(backend)
        self.lane.give_way_to(self.queue)
        self.tasks = TaskPool(expected=(PictureError, LibraryError, EngineError, ProjectError))
        undo_stack = QUndoStack()
        self.window = MainWindow(self.library, undo_stack)
        self.session = Session(
            window=self.window,
            document=self.document,
            library=self.library,
            queue=self.queue,
            lane=self.lane,
            paint_tile=paint_tile or usual_painter(self.settings.current.device),
            backend=backend,
            tasks=self.tasks,
            settings=self.settings,
            paths=paths,
            recent=RecentFiles(paths.state / "recent.json"),
            undo_stack=undo_stack,
            recovery=self.recovery,
        )
        if self.recovery is None:
            text = QCoreApplication.translate("Studio", "Your work cannot be put aside on this disk: save it often.")
            self.session.messages.error(text)
        self.tour_offer = TourOffer(
            self.session.windows.tour,
            self.session.recovering,
            self.session.preferences,
            self.session.messages,
            self.session,
        )
        crash.set_window(self.window)
        restore_window(self.window, paths.window_file)

    def show(self, pictures: Sequence[str] = ()) -> None:
        """Show the window and open what was named on the command line: a photo, and a style (a file or an id)."""
        self.window.show()
        self.session.open_arguments(pictures)
        if not pictures:
            self.tour_offer.make()
        # The window is painted first: while torch's libraries are loaded, Python stands still for moments.
        FirstPaint(self.window.canvas).painted.connect(self.queue.warm_up)

    def end(self) -> None:
        """Close the window without a question."""
        self.session.closing.ask = False
        self.window.close()

    def close(self) -> None:
        """Wait for whatever still runs; to be called after the event loop has ended."""
        if not all(part.close(PATIENCE_MS) for part in (self.lane, self.queue, self.tasks)):
            # A running thread must not be taken down with its QThread object, and it is never killed.
            log.critical("the engine did not stop in time")
            logging.shutdown()
            os._exit(1)
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def run(pictures: Sequence[str] = ()) -> int:
    """Open the window, with a photo and perhaps a style, and run until it is closed; the exit code."""
    paths = Paths.of_user()
    existing = QApplication.instance()
    # Read once: what is wrong with the file is told by the first who reads it, and then it is put aside.
    settings = SettingsStore(paths.settings_file)
    app = existing if isinstance(existing, QApplication) else make_application(settings)
    crash = CrashReporter(paths.log_file)
    with logging_to(paths.log_file, crash.report):
        log.info("stylegui %s starts, Python %s", __version__, sys.version.split()[0])
        studio = Studio(app, paths, crash, settings=settings)
        studio.show(pictures)
        with closing_on_signals(studio.end):
            code = app.exec()
        studio.close()
    return code


def make_application(settings: SettingsStore) -> QApplication:
    """The one QApplication, with the program's name and icon, at the size of interface that the settings say."""
    scale = settings.current.ui_scale
    if scale != 100:
        os.environ["QT_SCALE_FACTOR"] = f"{scale / 100:g}"  # Qt reads it when the application is made
    QApplication.setApplicationName("stylegui")
    QApplication.setApplicationDisplayName("stylegui")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("stylegui")
    app = QApplication([sys.argv[0] if sys.argv else "stylegui"])
    language.install(app, settings.current.language)
    app.setWindowIcon(icons.app_icon())
    app.setQuitOnLastWindowClosed(True)
    return app
