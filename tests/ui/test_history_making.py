"""How a picture came about: recorded while it is painted, looked at, gone on from, and saved as a film."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from stylegui.jobs import worker
from stylegui.project.document import Version
from stylegui.project.film import FilmError, FilmOptions
from stylegui.ui.history import film_dialog, filming
from stylegui.ui.history.film_dialog import FilmDialog
from stylegui.ui.history.history import History
from stylegui.ui.history.scrub import ScrubBar
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio
from tests.unit.project.makings import making_of

STEPS = 6


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(STEPS)


@pytest.fixture
def painted(studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> TestStudio:
    """A window with one version that was seen coming about, still by still."""
    monkeypatch.setattr(worker, "FRAME_INTERVAL_S", 0.0)
    studio.make_ready()
    paint_slowly(studio, qtbot)
    return studio


def paint_slowly(studio: TestStudio, qtbot: QtBot) -> Version:
    """Paint with a frame for each step, each of them recorded."""
    recorder = studio.session.history.recorder
    studio.trigger("start")
    for _ in range(STEPS - 1):
        with qtbot.waitSignal(studio.queue.frame_arrived):
            studio.engine.allow()
        qtbot.waitUntil(lambda: recorder._taking is None)
    with qtbot.waitSignal(recorder.recorded):
        studio.engine.allow()
    return studio.document.versions[-1]


def history_of(studio: TestStudio) -> History:
    return studio.session.history


def scrub_of(studio: TestStudio) -> ScrubBar:
    return studio.session.history.panel.header.scrub


def test_what_was_painted_can_be_looked_at_again(painted: TestStudio, qtbot: QtBot) -> None:
    version, scrub, canvas = painted.document.versions[0], scrub_of(painted), painted.window.canvas
    making = history_of(painted).recorder.making_of(version)
    assert making is not None
    assert [still.step for still in making.stills][:4] == [1, 2, 3, 4]
    assert history_of(painted).marks.seconds(version) == float(STEPS)
    assert scrub.isVisible() and scrub.at_end and scrub.words() == "Finished"
    scrub.slider.setValue(1)
    qtbot.waitUntil(lambda: canvas.glimpse is not None)
    assert canvas.glimpse is not None and canvas.glimpse.label == scrub.words()
    assert scrub.words().startswith("Step 2 of ")
    scrub.to_end()
    assert canvas.glimpse is None


def test_it_lies_on_the_disk_beside_the_pictures(painted: TestStudio, qtbot: QtBot) -> None:
    version, recorder = painted.document.versions[0], history_of(painted).recorder
    if painted.document.store.makings is None:
        pytest.skip("this window works without a folder of its own")
    qtbot.waitUntil(lambda: not recorder._held)
    assert (painted.document.store.makings / f"{version.id}.making").is_file()
    assert recorder.has_making(version)


def test_it_plays_to_the_finished_picture(painted: TestStudio, qtbot: QtBot) -> None:
    scrub = scrub_of(painted)
    scrub._timer.setInterval(1)
    painted.trigger("play_making")
    assert scrub.playing and scrub.place == 0
    scrub._timer.setInterval(1)
    qtbot.waitUntil(lambda: not scrub.playing)
    assert scrub.at_end
    assert painted.window.canvas.glimpse is None or not history_of(painted)._glimpse.label


def test_escape_goes_back_to_the_picture(painted: TestStudio) -> None:
    scrub = scrub_of(painted)
    scrub.slider.setFocus()
    scrub.slider.setValue(0)
    QTest.keyClick(scrub.slider, Qt.Key.Key_Escape)
    assert scrub.at_end


def test_a_version_of_instant_has_none(painted: TestStudio, qtbot: QtBot) -> None:
    painted.document.set_engine("instant")
    with qtbot.waitSignal(painted.session.painting.finished):
        painted.trigger("start")
    assert not scrub_of(painted).isVisible()
    assert not painted.window.actions_by_id["export_making"].isEnabled()
    history_of(painted).panel.view.select(painted.document.versions[0])
    assert scrub_of(painted).isVisible()
    assert painted.window.actions_by_id["export_making"].isEnabled()


def test_nothing_is_kept_where_the_artist_wants_nothing(studio: TestStudio, qtbot: QtBot) -> None:
    studio.settings.change(making_memory_mb=0)
    studio.make_ready()
    studio.paint()
    assert history_of(studio).recorder.making_of(studio.document.versions[0]) is None
    assert not scrub_of(studio).isVisible()


def test_painting_goes_on_from_a_moment(painted: TestStudio, qtbot: QtBot) -> None:
    version = painted.document.versions[0]
    making = history_of(painted).recorder.making_of(version)
    assert making is not None
    scrub_of(painted).slider.setValue(2)
    scrub_of(painted).branch_button.click()
    start = painted.document.request().start_picture
    assert start is not None
    assert np.array_equal(start.pixels, making.picture(2).pixels)
    with qtbot.waitSignal(painted.session.painting.finished):
        painted.trigger("start")
        painted.engine.allow(STEPS)
    assert painted.engine.requests[-1].start_picture is start
    assert painted.document.versions[-1].parent == version.id


def test_starting_to_paint_leaves_the_making(painted: TestStudio, qtbot: QtBot) -> None:
    scrub_of(painted).slider.setValue(1)
    painted.start()
    assert painted.window.canvas.glimpse is None
    assert scrub_of(painted).at_end
    painted.engine.allow_all()
    qtbot.waitUntil(lambda: not painted.session.painting.busy)


def save_film(studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> FilmDialog:
    """Ask for a film, as small as can be, and accept."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    studio.trigger("export_making")
    dialog = history_of(studio).filming.dialog
    assert dialog is not None
    dialog._format.set_value("gif")
    dialog._on_format("gif")
    dialog._seconds.set_value(1)
    dialog._hold.set_value(0)
    return dialog


def test_a_film_is_saved_in_the_background(
    painted: TestStudio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = save_film(painted, qtbot, monkeypatch, tmp_path / "making")
    with qtbot.waitSignal(history_of(painted).filming.saved) as saved:
        dialog.accept()
        assert history_of(painted).filming.busy
    assert saved.args == [tmp_path / "making.gif"]
    with Image.open(tmp_path / "making.gif") as movie:
        assert movie.format == "GIF"
    assert painted.message == "Saved “making.gif”."
    assert painted.settings.current.film_options["format"] == "gif"
    assert painted.settings.current.last_folders["film"] == str(tmp_path)
    assert not history_of(painted).panel.header.film_progress.isVisible()


def test_a_film_can_be_given_up(
    painted: TestStudio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = history_of(painted)
    begun = []

    def endless(_making: object, _result: object, _path: Path, _options: object, control: object, tell: object) -> None:
        begun.append(True)
        assert callable(tell)
        tell(0.5)
        while True:
            control.checkpoint()  # type: ignore[attr-defined]

    monkeypatch.setattr(filming, "write_film", endless)
    save_film(painted, qtbot, monkeypatch, tmp_path / "making.gif").accept()
    qtbot.waitUntil(lambda: "50 %" in history.panel.header.film_progress._label.text())
    history.panel.header.film_progress.cancelled.emit()
    qtbot.waitUntil(lambda: not history.filming.busy)
    assert begun and "given up" in painted.window.status.sentence


def test_what_went_wrong_with_a_film_is_told(
    painted: TestStudio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise FilmError("The film “making.gif” could not be saved: the disk is full.")

    monkeypatch.setattr(filming, "write_film", broken)
    save_film(painted, qtbot, monkeypatch, tmp_path / "making.gif").accept()
    qtbot.waitUntil(lambda: "the disk is full" in painted.message)
    assert not history_of(painted).filming.busy


def test_the_dialog_remembers_and_says_how_large_the_film_is(qtbot: QtBot) -> None:
    options = FilmOptions("gif", 20, 5.0, 1.0, 320, False)
    dialog = FilmDialog((1600, 1067), dataclasses.asdict(options))
    qtbot.addWidget(dialog)
    assert dialog.options == options
    assert "320 × 214 px, 120 pictures" in dialog._note.text()


def test_without_pyav_only_gif_is_offered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_dialog, "can_write_mp4", lambda: False)
    dialog = FilmDialog((640, 480), {"format": "mp4"})
    qtbot.addWidget(dialog)
    assert dialog.options.format == "gif"
    assert not dialog._format._buttons["mp4"].isEnabled()
    assert "extra “video”" in dialog._note.text()


def test_a_dialog_that_is_left_saves_nothing(
    painted: TestStudio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = save_film(painted, qtbot, monkeypatch, tmp_path / "making.gif")
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not history_of(painted).filming.busy
    assert not list(tmp_path.glob("*.gif"))


def test_a_scrub_bar_without_stills_stands_at_the_end(qtbot: QtBot) -> None:
    scrub = ScrubBar()
    qtbot.addWidget(scrub)
    assert scrub.at_end and scrub.words() == "Finished"
    scrub.set_steps([still.step for still in making_of(30, every=10).stills], 30)
    scrub.slider.setValue(1)
    assert scrub.words() == "Step 11 of 30"
    assert scrub.branch_button.isEnabled()
