"""What a crash has left is offered at the next start, and taken up again."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from stylegui.paths import Paths
from stylegui.project.archive import save_project
from stylegui.project.document import Document
from stylegui.project.recovery import About, RecoveryFolder, find_recoverable
from stylegui.project.store import PictureStore
from stylegui.ui.dialogs.recovery import RecoveryDialog, Wish
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio
from tests.unit.project.documents import facts, filled

Restart = Callable[[], TestStudio]


def crashed(home: Path, *, versions: int = 3, project: Path | None = None, jobs: int = 0) -> dict[str, object]:
    """Leave what a window that was killed leaves; what was in it."""
    folder = RecoveryFolder.create(Paths.below(home).state / "recovery")
    document = filled(Document(PictureStore(folder.pictures)), versions)
    about = About(name="harbour.png", project=str(project or ""))
    folder.write(document.content(), document.store, about)
    if jobs:
        folder.queue_file.write_text(json.dumps({"format": 1, "jobs": [{}] * jobs}))
    descriptor = folder._lock._descriptor
    assert descriptor is not None
    os.close(descriptor)
    folder._lock._descriptor = None
    return facts(document)


@pytest.fixture
def start(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[Restart]:
    """Start the program, in whose home there may be things that were left."""
    studios: list[TestStudio] = []

    def start() -> TestStudio:
        studio = TestStudio(qtbot, home, engine)
        studios.append(studio)
        with qtbot.waitSignal(studio.queue.engine_ready):
            studio.show()
        return studio

    yield start
    for studio in studios:
        studio.end_test()


def offer(studio: TestStudio) -> RecoveryDialog:
    recovering = studio.session.recovering
    assert recovering is not None
    studio.qtbot.waitUntil(lambda: recovering.dialog is not None)
    assert recovering.dialog is not None
    return recovering.dialog


def words(dialog: RecoveryDialog) -> list[str]:
    return [dialog._list.item(row).text() for row in range(dialog._list.count())]


def test_lost_work_is_offered_and_restored_with_its_queue(start: Restart, home: Path, expect_log: ExpectLog) -> None:
    expect_log("job 1 of the queue cannot be taken up")
    expect_log("job 2 of the queue cannot be taken up")
    before = crashed(home, jobs=2)
    studio = start()
    dialog = offer(studio)
    (told,) = words(dialog)
    assert told.startswith("harbour.png\n3 versions · 2 painting jobs · today at ")
    with studio.qtbot.waitSignal(studio.session.projecting.recovered):
        dialog.wished.emit(0, Wish.RESTORE)
    assert facts(studio.document) == before
    assert studio.window.isWindowModified()
    assert studio.session.recovery is not None
    assert len(json.loads(studio.session.recovery.queue_file.read_text())["jobs"]) == 2
    # They hold nothing.
    studio.qtbot.waitUntil(lambda: studio.message == "2 pictures of the queue could not be taken up again.")
    assert len(list(studio.session.recovery.folder.parent.iterdir())) == 1


def test_it_still_belongs_to_its_project(start: Restart, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "harbour.stylegui"
    save_project(filled(Document(), 1), path)
    crashed(home, project=path)
    studio = start()
    with studio.qtbot.waitSignal(studio.session.projecting.recovered):
        offer(studio).wished.emit(0, Wish.RESTORE)
    assert studio.session.projecting.file.path == path
    assert studio.document.modified


def test_not_now_leaves_it_for_the_next_start(start: Restart, home: Path) -> None:
    crashed(home)
    studio = start()
    offer(studio).reject()
    assert studio.document.versions == ()
    studio.end()
    (lost,) = find_recoverable(studio.paths.state / "recovery")
    lost.leave()


def test_deleting_asks_first_and_the_others_stay(start: Restart, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crashed(home, versions=1)
    crashed(home, versions=2)
    studio = start()
    dialog = offer(studio)
    assert len(words(dialog)) == 2
    first = words(dialog)[0]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    dialog.wished.emit(0, Wish.DELETE)
    assert studio.session.recovering is not None
    assert studio.session.recovering.dialog is dialog
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    dialog.wished.emit(0, Wish.DELETE)
    studio.qtbot.waitUntil(lambda: offer(studio) is not dialog)
    assert words(offer(studio)) != [first]
    offer(studio).reject()
    studio.end()
    (lost,) = find_recoverable(studio.paths.state / "recovery")
    lost.leave()


def test_a_window_that_is_ended_without_a_question_keeps_its_work(start: Restart) -> None:
    studio = start()
    studio.make_ready()
    studio.paint()
    before = facts(studio.document)
    studio.end()
    again = start()
    with again.qtbot.waitSignal(again.session.projecting.recovered):
        offer(again).wished.emit(0, Wish.RESTORE)
    assert facts(again.document) == before
    assert again.session.blend.ids == ["coral"]


def test_work_is_on_the_disk_soon_after_it_was_done(start: Restart) -> None:
    studio = start()
    recovering = studio.session.recovering
    assert recovering is not None
    studio.make_ready()
    studio.paint()
    studio.qtbot.waitUntil(lambda: not recovering.autosaver.pending, timeout=15_000)
    assert studio.session.recovery is not None
    text = (studio.session.recovery.folder / "document.json").read_text()
    assert studio.document.versions[0].id in text
    studio.session.closing.keeps = False


def test_a_disk_that_takes_nothing_is_told_once(start: Restart, monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    studio = start()
    studio.make_ready()
    recovering = studio.session.recovering
    assert recovering is not None
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        with studio.qtbot.waitSignal(recovering.autosaver.failed, timeout=15_000):
            studio.paint()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert studio.message == "Your work cannot be put aside on the disk: there is not enough space on the disk."
    with studio.qtbot.waitSignal(recovering.autosaver.put_aside, timeout=15_000):
        studio.document.set_section("x", 1)
