"""The program with a hand that needs no eyes, for `tests.bench.crash`: it paints and saves until it is killed, or takes
up what was left and paints it to its end. What happens is told as JSON lines on standard output.

    python -m tests.bench.crash_driver work|recover FOLDER
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import json  # noqa: E402 - the environment comes first
import sys  # noqa: E402
from collections.abc import Generator  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from PySide6.QtCore import QObject, QTimer, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from stylegui import app as studio_app  # noqa: E402
from stylegui.__main__ import main  # noqa: E402
from stylegui.engine.control import RunControl  # noqa: E402
from stylegui.engine.engines import Progress  # noqa: E402
from stylegui.engine.request import PaintParams  # noqa: E402
from stylegui.jobs.queue import JobQueue  # noqa: E402
from stylegui.paths import Paths  # noqa: E402
from stylegui.project.document import Change, Document, Version  # noqa: E402
from stylegui.settings import SettingsStore  # noqa: E402
from stylegui.ui.dialogs.recovery import Wish  # noqa: E402
from stylegui.ui.session import Session  # noqa: E402

SIZE_PX = 128
STYLE = "night-wind"
KEEP_EVERY_S = 0.4
LOOK_EVERY_MS = 20
AHEAD = 2
"""So many jobs wait behind the one that runs."""

Story = Generator[None, None, None]


def tell(event: str, **facts: Any) -> None:
    sys.stdout.write(json.dumps({"event": event, **facts}) + "\n")
    sys.stdout.flush()


class Hand(QObject):
    """Waits for the window, and then does the one or the other until it yields no more."""

    def __init__(self, task: str, folder: Path) -> None:
        super().__init__()
        self._task = task
        self._folder = folder
        self._story: Story | None = None
        self._session: Session
        self._told: set[str] = set()
        self._seed = 0
        self._saving = 0
        self._is_saving = False
        self._first_step = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        if self._story is None:
            windows = [widget for widget in QApplication.topLevelWidgets() if widget.findChild(Session)]
            if not windows or not windows[0].isVisible():
                return
            self._session = windows[0].findChildren(Session)[0]
            self._story = self._work() if self._task == "work" else self._recover()
        try:
            next(self._story)
        except StopIteration:
            self._timer.stop()
            self._session.closing.ask = False
            QApplication.closeAllWindows()

    @property
    def _document(self) -> Document:
        document: Document = self._session._document
        return document

    @property
    def _queue(self) -> JobQueue:
        queue: JobQueue = self._session.painting._queue
        return queue

    # -- painting until the end comes -------------------------------------------------------------------------------

    def _work(self) -> Story:
        session, document = self._session, self._document
        session.blend.choose([STYLE])
        while document.photo is None or not document.styles:
            yield
        document.observe(self._on_change)
        session.projecting.file.saved.connect(self._on_saved)
        session.painting.progress_arrived.connect(self._on_progress)
        path = self._folder / "work.stylegui"
        session.projecting.file.write(path)
        saved = 0
        while True:
            while len(self._queue.waiting) < AHEAD:
                self._seed += 1
                params = PaintParams(preset="draft", size_px=SIZE_PX, seed=self._seed, start="noise")
                document.set_params(params)
                document.set_engine("paint")
                session.painting.submit(document.request("cpu"))
                tell("ordered", key=self._queue.records[-1].key, seed=self._seed)
            if len(document.versions) != saved and not self._is_saving:
                saved = self._saving = len(document.versions)
                self._is_saving = True
                session.projecting.file.write(path)
            yield

    def _on_change(self, change: Change) -> None:
        if change is Change.VERSIONS:
            for version in self._document.versions:
                if version.id not in self._told:
                    self._told.add(version.id)
                    tell("version", **_facts(version))

    @Slot(object)
    def _on_saved(self, _path: object) -> None:
        self._is_saving = False
        tell("saved", versions=self._saving)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if self._first_step:
            self._first_step = False
            tell("began", step=progress.step, steps=progress.steps)

    # -- taking it up again -----------------------------------------------------------------------------------------

    def _recover(self) -> Story:
        session, document = self._session, self._document
        recovering = session.recovering
        assert recovering is not None
        session.painting.progress_arrived.connect(self._on_progress)
        while not recovering.looked:
            yield
        tell("offered", count=recovering.offered)
        while recovering.dialog is not None:
            photo = document.photo
            recovering.dialog.wished.emit(0, Wish.RESTORE)
            while document.photo is photo:
                yield
        for _ in range(50):  # the queue is read in the background
            yield
        while self._queue.busy:
            yield
        versions = [_facts(version) for version in document.versions]
        photo = document.photo
        tell(
            "restored",
            versions=versions,
            photo=photo.digest if photo is not None else "",
            styles=[choice.id for choice in document.choices],
            project=str(session.projecting.file.path or ""),
        )


def _facts(version: Version) -> dict[str, Any]:
    return {
        "id": version.id,
        "digest": version.result.picture.digest,
        "seed": version.setup.paint.seed,
        "complete": version.complete,
    }


def run(task: str, folder: Path, photo: Path) -> int:
    """The real program, with the hand in it."""
    assert RunControl.__init__.__kwdefaults__ is not None
    RunControl.__init__.__kwdefaults__["keep_every_s"] = KEEP_EVERY_S
    settings = SettingsStore(Paths.of_user().settings_file)
    settings.change(engine="paint", photo_tiles=False, confirm_on_close_while_busy=False, threads=1)
    studio_app.make_application(settings)
    hand = Hand(task, folder)
    code = main([str(photo)] if task == "work" else [])
    hand.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[2]) / "photo.png"))
