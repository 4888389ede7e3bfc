"""Several pictures in a row: ordered, moved, stopped, tried again, told about, and taken up after a crash."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import EngineError
from stylegui.jobs.record import JobRecord, JobState
from stylegui.project.errors import ProjectError
from stylegui.ui.dialogs.recovery import Wish
from stylegui.ui.orders import Order
from stylegui.ui.paint_panel import ActionButton
from stylegui.ui.painting import PaintState
from stylegui.ui.queue import keeping
from stylegui.ui.queue.delegate import DEEDS
from stylegui.ui.queue.model import QueueModel
from stylegui.ui.queue.view import QueueView
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio

_Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def view(studio: TestStudio) -> QueueView:
    return studio.session.queueing.panel.view


def model(studio: TestStudio) -> QueueModel:
    return studio.session.queueing._model


def rows(studio: TestStudio) -> list[str]:
    return [model(studio).index(row, 0).data() for row in range(model(studio).rowCount())]


def standing(studio: TestStudio) -> list[str]:
    return [model(studio).row(row).standing for row in range(model(studio).rowCount())]


@pytest.fixture
def line(studio: TestStudio) -> tuple[JobRecord, ...]:
    """A picture that is being painted, and two that wait, each in a style of its own."""
    studio.make_ready()
    studio.start()
    for style in ("night", "waves"):
        studio.choose(style)
        studio.trigger("start")
    assert rows(studio) == ["Coral", "Night", "Waves"]
    return studio.queue.records


# -- ordering ---------------------------------------------------------------------------------------------------------


def test_start_adds_to_the_queue_while_a_picture_is_painted(studio: TestStudio, line: tuple[JobRecord, ...]) -> None:
    buttons = studio.window.paint_panel.findChildren(ActionButton)
    button = next(each for each in buttons if each.property("split") == "left")
    assert button.text() == "Add to queue"
    assert studio.window.status._queue.text() == "2 more in the queue"
    studio.choose("coral")
    studio.trigger("queue_next")
    studio.choose("night")
    studio.trigger("queue")
    assert rows(studio) == ["Coral", "Coral", "Night", "Waves", "Night"]


def test_every_result_becomes_a_version_of_its_own_photo_and_styles(
    studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot
) -> None:
    first = studio.document.photo
    studio.document.set_params(studio.document.params.model_copy(update={"seed": 7, "size_px": 300}))
    studio.open_photo("beach.png")
    studio.trigger("queue")
    studio.document.set_params(studio.document.params.model_copy(update={"seed": 9}))
    studio.engine.allow_all()
    qtbot.waitUntil(lambda: len(studio.document.versions) == 4)
    made = studio.document.versions
    assert [version.title for version in made] == ["Coral", "Night", "Waves", "Waves"]
    assert [version.photo is first for version in made] == [True, True, True, False]
    assert [version.setup.paint.seed for version in made] == [0, 0, 0, 7]
    assert [choice.id for version in made for choice in version.styles] == ["coral", "night", "waves", "waves"]
    assert studio.document.current is made[3]
    # Only the first one was waited for.
    assert studio.message == "“harbour.png” is painted."


def test_only_the_picture_that_the_document_is_about_is_steered(
    studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot
) -> None:
    """The artist prepares the next picture in another style: the one that is painted is none of it."""
    studio.document.set_params(studio.document.params.model_copy(update={"strength": 33.0}))
    assert not studio.session.painting.follows
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow(studio.engine.steps)
    assert studio.engine.changes == []
    assert studio.document.versions[0].setup.paint.strength == 60.0
    # Night has its turn. The document is about Waves, with another strength than was ordered.
    assert not studio.session.painting.follows


def test_instead_stops_the_picture_and_keeps_it(studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot) -> None:
    studio.trigger("queue_instead")
    qtbot.waitUntil(lambda: studio.queue.running is not line[0])
    assert rows(studio) == ["Waves", "Night", "Waves", "Coral"]
    assert [version.complete for version in studio.document.versions] == [False]
    assert standing(studio)[-1] == "Stopped"


def test_a_queue_on_hold_begins_nothing_but_what_is_started(
    studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot
) -> None:
    studio.trigger("queue_hold")
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow(studio.engine.steps)
    assert studio.session.painting.state is PaintState.IDLE
    assert rows(studio) == ["Night", "Waves", "Coral"]
    assert studio.window.actions_by_id["start"].text() == "&Start"
    assert studio.session.queueing.panel.header._summary.text().endswith("on hold")
    studio.choose("coral")
    studio.trigger("start")
    assert rows(studio) == ["Coral", "Night", "Waves", "Coral"]
    studio.trigger("queue_hold")
    assert not studio.queue.held


# -- the panel --------------------------------------------------------------------------------------------------------


def test_the_panel_says_what_it_is_for_while_it_is_empty(studio: TestStudio) -> None:
    panel = studio.session.queueing.panel
    assert panel._sentence.isVisible()
    assert "Ctrl+Shift+Enter" in panel._sentence.text()
    studio.make_ready()
    studio.start()
    assert view(studio).isVisible()


def test_rows_tell_where_jobs_stand(studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(record.estimate_s == 12.0 for record in line))
    assert standing(studio) == ["Painting · 25 % · 3 s left", "Next · about 12 s", "Waits · about 12 s"]
    # The run is three times as quick as was thought: so will the others be.
    assert studio.session.queueing.panel.header._summary.text() == "2 wait · 11 s left"
    studio.trigger("pause")
    assert standing(studio)[0].startswith("Paused")
    studio.trigger("stop")
    qtbot.waitUntil(lambda: studio.queue.running is line[1])
    studio.engine.allow_all()
    qtbot.waitUntil(lambda: not studio.queue.busy)
    assert rows(studio) == ["Waves", "Night", "Coral"]
    assert standing(studio) == ["Painted in 4 s · 48 × 32 px", "Painted in 4 s · 48 × 32 px", "Stopped"]
    assert studio.session.queueing.panel.header._summary.text() == ""


def test_rows_show_photo_and_style(studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(model(studio).row(row).style is not None for row in range(3)))
    assert model(studio).row(0).photo is not None


def test_the_model_is_a_proper_one(
    studio: TestStudio, line: tuple[JobRecord, ...], qtmodeltester: object, qtbot: QtBot
) -> None:
    qtmodeltester.check(model(studio))  # type: ignore[attr-defined]
    studio.queue.move(line[2].id, 0)
    studio.queue.cancel(line[1].id)
    assert rows(studio) == ["Coral", "Waves", "Night"]
    qtmodeltester.check(model(studio))  # type: ignore[attr-defined]


def test_alt_with_the_arrows_moves_a_waiting_picture(studio: TestStudio, line: tuple[JobRecord, ...]) -> None:
    view(studio).select(line[2].id)
    QTest.keyClick(view(studio), _Key.Key_Up, ALT)
    assert rows(studio) == ["Coral", "Waves", "Night"]
    assert view(studio).record is line[2]
    QTest.keyClick(view(studio), _Key.Key_Up, ALT)
    QTest.keyClick(view(studio), _Key.Key_Down, ALT)
    assert rows(studio) == ["Coral", "Night", "Waves"]


def test_space_pauses_and_delete_removes(studio: TestStudio, line: tuple[JobRecord, ...]) -> None:
    view(studio).select(line[0].id)
    QTest.keyClick(view(studio), _Key.Key_Space)
    assert standing(studio)[0].startswith("Paused")
    QTest.keyClick(view(studio), _Key.Key_Space)
    assert standing(studio)[0].startswith("Painting")
    view(studio).select(line[1].id)
    QTest.keyClick(view(studio), _Key.Key_Delete)
    assert rows(studio) == ["Coral", "Waves"]
    assert view(studio).record is line[2]


@pytest.mark.parametrize(
    ("dragged", "row", "after"),
    [(2, 1, ["Coral", "Waves", "Night"]), (1, 3, ["Coral", "Waves", "Night"]), (1, 2, None), (2, 0, None)],
)
def test_a_waiting_picture_is_dragged_to_its_place(
    studio: TestStudio, line: tuple[JobRecord, ...], dragged: int, row: int, after: list[str] | None
) -> None:
    """A place above the picture that is painted is none."""
    source = model(studio)
    data = source.mimeData([source.index(dragged, 0)])
    assert source.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex()) is (row > 0)
    assert source.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex()) is False
    assert rows(studio) == (after or ["Coral", "Night", "Waves"])
    flags = [bool(source.flags(source.index(each, 0)) & Qt.ItemFlag.ItemIsDragEnabled) for each in range(3)]
    assert flags == [False, True, True]


def deed_spot(studio: TestStudio, row: int, deed: str) -> QPoint:
    cell: QRect = view(studio).visualRect(model(studio).index(row, 0))
    places = dict(view(studio)._delegate._deeds(cell, model(studio).row(row)))
    return places[deed].center()


def test_each_row_has_its_deeds(studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot) -> None:
    def click(row: int, deed: str) -> None:
        view(studio).scrollTo(model(studio).index(row, 0))
        QTest.mouseClick(view(studio).viewport(), Qt.MouseButton.LeftButton, pos=deed_spot(studio, row, deed))

    click(0, "pause")
    assert standing(studio)[0].startswith("Paused")
    click(0, "resume")
    assert standing(studio)[0].startswith("Painting")
    click(1, "remove")
    assert rows(studio) == ["Coral", "Waves"]
    click(0, "stop")
    qtbot.waitUntil(lambda: line[0].state is JobState.CANCELLED)
    click(1, "retry")
    assert rows(studio) == ["Waves", "Coral"]
    assert DEEDS[JobState.QUEUED] == ("remove",)


def test_the_menu_of_a_row_offers_what_can_be_done(
    studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot
) -> None:
    def entries(record: JobRecord) -> dict[str, QAction]:
        menu = studio.session.queueing.menu(record)
        return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}

    waiting = entries(line[2])
    assert [text for text, action in waiting.items() if action.isEnabled()] == [
        "Paint next",
        "Move up",
        "Remove from the queue",
    ]
    waiting["Paint next"].trigger()
    assert rows(studio) == ["Coral", "Waves", "Night"]
    assert list(entries(line[0])) == ["Pause", "Stop and keep the picture as it is", "Show the photo that is painted"]
    entries(line[0])["Stop and keep the picture as it is"].trigger()
    qtbot.waitUntil(lambda: line[0].state.ended)
    assert list(entries(line[0])) == ["Show the result", "Go on where it was", "Remove from the list"]
    entries(line[0])["Go on where it was"].trigger()
    studio.engine.allow_all()
    qtbot.waitUntil(lambda: not studio.queue.busy)
    assert studio.engine.begun_at == [0, 0, 0, 1]


def test_the_head_stops_and_clears(studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot) -> None:
    header = studio.session.queueing.panel.header
    header.stop_waiting.trigger()
    assert studio.queue.waiting == ()
    header.stop_current.trigger()
    qtbot.waitUntil(lambda: not studio.queue.busy)
    assert not header.pause.isEnabled() and not header.stop.isEnabled()
    header.clear.click()
    assert rows(studio) == []


def test_enter_shows_what_was_painted(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.paint()
    studio.choose("night")
    studio.paint()
    first = studio.document.versions[0]
    assert studio.document.current is not first
    view(studio).select(studio.queue.ended[0].id)
    QTest.keyClick(view(studio), _Key.Key_Return)
    assert studio.document.current is first


# -- failures and news ------------------------------------------------------------------------------------------------


def test_a_failure_in_the_background_stands_in_the_queue_and_interrupts_nothing(
    studio: TestStudio, line: tuple[JobRecord, ...], qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("No room")
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow(studio.engine.steps - 1)
    studio.engine.fail(EngineError("No room.", "memory"))
    with qtbot.waitSignal(studio.session.painting.missed):
        studio.engine.allow(1)
    studio.engine.error = None
    assert studio.message == ""
    assert rows(studio) == ["Waves", "Night", "Coral"]
    assert standing(studio)[1] == "No room."
    view(studio).select(line[1].id)
    QTest.keyClick(view(studio), _Key.Key_Return)
    assert rows(studio) == ["Waves", "Night", "Coral"] and line[1].state is JobState.QUEUED
    studio.engine.allow_all()
    qtbot.waitUntil(lambda: len(studio.document.versions) == 3)


@pytest.mark.parametrize("wanted", [True, False])
def test_a_picture_that_is_done_is_told_outside_a_window_without_focus(
    studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    alerts: list[object] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(QApplication, "alert", lambda window, *_: alerts.append(window))
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    studio.settings.change(notify_when_done=wanted)
    studio.make_ready()
    studio.paint()
    assert alerts == ([studio.window] if wanted else [])


def test_the_desktop_tells_it_where_it_can(studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, *words: told.append(words[:2]))
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    studio.make_ready()
    studio.start()
    studio.trigger("queue")
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow(3)
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow(4)
    assert told == [
        ("“Coral” is painted", "1 more in the queue."),
        ("“Coral” is painted", "Everything is painted."),
    ]


def test_a_window_with_focus_needs_no_telling(
    studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "alert", lambda *_: pytest.fail("told"))
    monkeypatch.setattr(QApplication, "activeWindow", lambda: studio.window)
    studio.make_ready()
    studio.paint()


# -- after a crash ----------------------------------------------------------------------------------------------------


class Starts:
    """Starts the program again and again in one home."""

    def __init__(self, qtbot: QtBot, home: Path, engine: FakeEngine) -> None:
        self.qtbot, self.home, self.engine = qtbot, home, engine
        self.studio: TestStudio | None = None

    def begin(self) -> TestStudio:
        self.end()
        self.studio = TestStudio(self.qtbot, self.home, self.engine)
        with self.qtbot.waitSignal(self.studio.queue.engine_ready):
            self.studio.show()
        return self.studio

    def end(self) -> None:
        studio, self.studio = self.studio, None
        if studio is not None:
            studio.end_test()


@pytest.fixture
def starts(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[Starts]:
    starts = Starts(qtbot, home, engine)
    yield starts
    starts.end()


def settled(studio: TestStudio, jobs: int) -> Path:
    """Wait until the disk has this many jobs, and the document; the window's folder."""
    folder = studio.session.recovery
    assert folder is not None
    studio.qtbot.waitUntil(lambda: folder.queue_file.is_file() and folder.queue_file.read_text().count('"key"') == jobs)
    recovering = studio.session.recovering
    assert recovering is not None and recovering.autosaver.save_now()
    return folder.folder


def restore(studio: TestStudio) -> None:
    recovering = studio.session.recovering
    assert recovering is not None
    studio.qtbot.waitUntil(lambda: recovering.dialog is not None)
    assert recovering.dialog is not None
    with studio.qtbot.waitSignal(studio.session.projecting.recovered):
        recovering.dialog.wished.emit(0, Wish.RESTORE)


def test_a_job_can_go_on_until_its_painting_is_on_the_disk(starts: Starts, qtbot: QtBot, engine: FakeEngine) -> None:
    studio = starts.begin()
    studio.make_ready()
    studio.start(2)
    qtbot.waitUntil(lambda: studio.queue.running is not None and studio.queue.running.share_done > 0.4)
    studio.trigger("pause")
    folder = settled(studio, 1)
    qtbot.waitUntil(lambda: any((folder / "jobs").glob("*.snapshot")))
    studio.trigger("pause")
    keeper, there = studio.session.keeping, []
    assert keeper is not None

    def end_of_a_save(_event: object) -> None:
        keeper._on_saved(None)
        there.append(any((folder / "jobs").glob("*.snapshot")))

    studio.queue.job_ended.connect(end_of_a_save)
    engine.allow_all()
    qtbot.waitUntil(lambda: bool(there))
    assert there == [True]
    qtbot.waitUntil(lambda: not any((folder / "jobs").glob("*.snapshot")))


def test_a_queue_that_the_disk_did_not_take_is_written_later(
    starts: Starts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY_MS", 50)
    tries: list[int] = []
    write = keeping._write

    def refuse_twice(*args: Any) -> None:
        tries.append(1)
        if len(tries) <= 2:
            raise ProjectError("The queue cannot be put aside on the disk: the disk is full.")
        write(*args)

    monkeypatch.setattr(keeping, "_write", refuse_twice)
    studio = starts.begin()
    studio.make_ready()
    told: list[str] = []
    assert studio.session.keeping is not None
    studio.session.keeping.failed.connect(told.append)
    studio.trigger("queue_hold")
    studio.trigger("queue")
    settled(studio, 1)
    assert len(tries) >= 3
    assert told == ["The queue cannot be put aside on the disk: the disk is full."]


@pytest.mark.parametrize("paused", [False, True])
def test_after_a_crash_the_jobs_go_on_where_they_were(
    starts: Starts, home: Path, qtbot: QtBot, engine: FakeEngine, paused: bool
) -> None:
    studio = starts.begin()
    studio.make_ready()
    studio.start(2)
    qtbot.waitUntil(lambda: studio.queue.running is not None and studio.queue.running.share_done > 0.4)
    studio.document.set_params(studio.document.params.model_copy(update={"strength": 81.0}))
    for style in ("night", "waves"):
        studio.choose(style)
        studio.trigger("queue")
    studio.trigger("queue_hold")
    studio.trigger("pause")
    folder = settled(studio, 3)
    qtbot.waitUntil(lambda: any((folder / "jobs").glob("*.snapshot")))
    if not paused:
        studio.trigger("pause")
        qtbot.waitUntil(lambda: '"paused":true' not in (folder / "queue.json").read_text())
    # What a crash leaves is the folder as it is now, without its lock.
    left = shutil.copytree(folder, home / "left", ignore=shutil.ignore_patterns("lock"))
    starts.end()
    shutil.rmtree(folder, ignore_errors=True)
    left.rename(folder)

    studio = starts.begin()
    restore(studio)
    qtbot.waitUntil(lambda: studio.queue.running is not None)
    assert rows(studio) == ["Coral", "Night", "Waves"]
    running = studio.queue.running
    assert running is not None
    assert running.state is (JobState.PAUSED if paused else JobState.RUNNING)
    assert studio.queue.held
    assert studio.session.painting.shown_here
    if paused:
        studio.trigger("pause")
    engine.allow_all()
    studio.trigger("queue_hold")
    qtbot.waitUntil(lambda: len(studio.document.versions) == 3)
    assert engine.begun_at[-3:] == [2, 0, 0]
    made = studio.document.versions
    assert [version.title for version in made] == ["Coral", "Night", "Waves"]
    assert [version.setup.paint.strength for version in made] == [81.0, 81.0, 81.0]
    assert [choice.id for version in made for choice in version.styles] == ["coral", "night", "waves"]
    settled(studio, 0)


def test_going_on_later_keeps_the_jobs_for_the_next_start(starts: Starts, qtbot: QtBot, engine: FakeEngine) -> None:
    studio = starts.begin()
    studio.make_ready()
    studio.start(2)
    studio.choose("waves")
    studio.trigger("queue")
    studio.settings.change(confirm_on_close_while_busy=False)
    assert studio.window.close()
    studio = starts.begin()
    restore(studio)
    qtbot.waitUntil(lambda: studio.queue.running is not None)
    assert rows(studio) == ["Coral", "Waves"]
    engine.allow_all()
    qtbot.waitUntil(lambda: len(studio.document.versions) == 2)
    assert engine.begun_at[-2] >= 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "The queue that was left is damaged."),
        ('{"format": 99, "jobs": [{}]}', "The queue was left by a newer version of the program."),
    ],
)
def test_a_queue_that_cannot_be_understood_is_told(studio: TestStudio, qtbot: QtBot, content: str, words: str) -> None:
    assert studio.session.keeping is not None and studio.session.recovery is not None
    studio.session.recovery.queue_file.write_text(content)
    studio.session.keeping.take_up()
    qtbot.waitUntil(lambda: studio.message == words)
    assert not studio.queue.busy


def test_an_order_refuses_changes_that_it_cannot_have_been_given(studio: TestStudio) -> None:
    studio.make_ready()
    order = Order.of(studio.document, studio.document.request(), foreground=True)
    for changes in ({"size_px": 9000}, {"strength": 900.0}, {"strength": "much"}, {"blend": [1.0, 2.0]}, {"x": 1}):
        with pytest.raises(ValueError, match=r"steered|other styles|validation error"):
            order.steer(changes)
