"""Projects in the window: begun, saved, opened, told apart, and asked about before they would be lost."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QUrl
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture
from stylegui.engine.request import StyleInput
from stylegui.project.archive import load_project, save_project
from stylegui.project.document import Document, StyleChoice
from stylegui.project.locking import FileLock
from stylegui.ui import projecting
from stylegui.ui.canvas.drops import Zone
from stylegui.ui.saving import lock_of
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio
from tests.unit.project.documents import facts, filled, noise

Button = QMessageBox.StandardButton
Asks = Callable[[QMessageBox.StandardButton], list[str]]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Asks:
    """Call it with the button that every question is answered with; what was asked is in the list."""
    asked: list[str] = []

    def answer(button: QMessageBox.StandardButton) -> list[str]:
        def question(_parent: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
            asked.append(text)
            return button

        monkeypatch.setattr(QMessageBox, "question", question)
        return asked

    return answer


@pytest.fixture
def path(studio: TestStudio, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that "Save as" is answered with; the suffix is left to the program."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(studio.home / "harbour"), ""))
    return studio.home / "harbour.stylegui"


def save(studio: TestStudio, action: str = "save") -> None:
    with studio.qtbot.waitSignal(studio.session.projecting.file.saved):
        studio.trigger(action)


def open_project(studio: TestStudio, path: Path) -> None:
    with studio.qtbot.waitSignal(studio.session.projecting.opened):
        studio.session.open_photo(path)


def is_modified(studio: TestStudio) -> bool:
    return studio.window.isWindowModified()


def test_work_is_saved_and_comes_back_as_it_was(studio: TestStudio, path: Path, tmp_path: Path) -> None:
    studio.make_ready()
    studio.paint()
    studio.paint()
    studio.document.set_rating(studio.document.versions[0], 4)
    assert is_modified(studio)
    save(studio)
    assert studio.window.windowTitle() == "harbour[*] – stylegui"
    assert not is_modified(studio)
    before = facts(studio.document)
    studio.trigger("new")
    assert (studio.document.photo, studio.document.versions, studio.document.styles) == (None, (), ())
    assert studio.session.blend.ids == []
    assert studio.window.windowTitle() == "stylegui[*]"
    open_project(studio, path)
    assert facts(studio.document) == before
    assert studio.session.blend.ids == ["coral"]
    assert studio.window.canvas.has_finished_result
    assert not is_modified(studio)
    assert not studio.window.actions_by_id["undo"].isEnabled()
    studio.document.set_params(studio.document.params.model_copy(update={"strength": 11}))
    assert is_modified(studio)
    save(studio)
    other = Document()
    load_project(path, other)
    assert other.params.strength == 11


def test_a_version_knows_what_it_was_painted_with(studio: TestStudio) -> None:
    studio.make_ready()
    studio.choose("coral", "waves")
    studio.start()
    studio.session.blend.set_weights([0.5, 1.5])
    studio.document.set_params(studio.document.params.model_copy(update={"strength": 22}))
    with studio.qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    (version,) = studio.document.versions
    assert [(one.id, one.input.weight) for one in version.styles] == [("coral", 0.5), ("waves", 1.5)]
    assert version.setup.paint.strength == 22
    assert version.setup.engine == "paint"


def test_a_painting_of_an_opened_project_goes_on_from_it(studio: TestStudio, path: Path) -> None:
    studio.make_ready()
    studio.paint()
    save(studio)
    open_project(studio, path)
    studio.paint()
    assert [version.number for version in studio.document.versions] == [1, 2]
    assert studio.document.current is studio.document.versions[1]
    studio.trigger("older")
    assert studio.document.current is studio.document.versions[0]


def test_the_recent_menu_holds_projects_and_photos(studio: TestStudio, path: Path) -> None:
    studio.make_ready()
    studio.paint()
    save(studio)
    menu = studio.window.recent_menu
    menu.aboutToShow.emit()
    names = [action.text().split("  ")[-1] for action in menu.actions() if action.data()]
    assert names == ["harbour.stylegui", "harbour.png"]
    with studio.qtbot.waitSignal(studio.session.projecting.opened):
        menu.triggered.emit(menu.actions()[0])


def test_a_project_is_opened_by_a_drop_and_by_both_questions(
    studio: TestStudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sent.stylegui"
    save_project(filled(Document()), path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    zones = studio.window.canvas._zones
    assert zones.begin(mime, QPointF(20, 20))
    assert zones.zones == (Zone.PROJECT,)
    with studio.qtbot.waitSignal(studio.session.projecting.opened):
        zones.drop(mime, QPointF(20, 20))
    assert len(studio.document.versions) == 3
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    for action in ("open", "open_project"):
        with studio.qtbot.waitSignal(studio.session.projecting.opened):
            studio.trigger(action)


def test_a_file_that_is_no_project_says_so_and_the_document_stays(studio: TestStudio, tmp_path: Path) -> None:
    studio.make_ready()
    path = tmp_path / "x.stylegui"
    path.write_bytes(b"nothing")
    studio.session.open_photo(path)
    studio.qtbot.waitUntil(lambda: bool(studio.message))
    assert studio.message == "“x.stylegui” is no project, or only a part of one."
    assert studio.document.photo is not None
    assert studio.session.projecting.file.path is None


class TestLeaving:
    @pytest.mark.usefixtures("path")
    def test_nothing_is_asked_where_nothing_would_be_lost(self, studio: TestStudio, answers: Asks) -> None:
        asked = answers(Button.Cancel)
        studio.make_ready()
        studio.document.set_params(studio.document.params.model_copy(update={"strength": 11}))
        studio.trigger("new")
        studio.make_ready()
        studio.paint()
        studio.document.set_rating(studio.document.versions[0], -1)
        studio.trigger("new")
        studio.make_ready()
        studio.paint()
        save(studio)
        studio.document.leave_version()
        studio.document.select_version(studio.document.versions[0])
        studio.trigger("new")
        assert asked == []
        assert studio.window.close()

    @pytest.mark.parametrize("results", [1, 2])
    def test_results_that_were_neither_saved_nor_exported_are_asked_about(
        self, studio: TestStudio, answers: Asks, results: int
    ) -> None:
        asked = answers(Button.Cancel)
        studio.make_ready()
        for _ in range(results):
            studio.paint()
        assert not studio.window.close()
        studio.trigger("new")
        assert len(studio.document.versions) == results
        assert len(asked) == 2
        assert asked[0].startswith("A result has" if results == 1 else "2 results have")

    def test_discarding_leaves_nothing_behind(self, studio: TestStudio, answers: Asks) -> None:
        answers(Button.Discard)
        studio.make_ready()
        studio.paint()
        assert studio.window.close()
        assert list((studio.paths.state / "recovery").iterdir()) == []

    def test_saving_at_the_end_asks_where_and_closes(self, studio: TestStudio, path: Path, answers: Asks) -> None:
        answers(Button.Save)
        studio.make_ready()
        studio.paint()
        assert studio.window.close()
        other = Document()
        load_project(path, other)
        assert len(other.versions) == 1
        assert [each.name for each in path.parent.glob(".~*")] == []

    def test_a_window_stays_open_when_saving_fails_or_is_called_off(
        self, studio: TestStudio, answers: Asks, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answers(Button.Save)
        studio.make_ready()
        studio.paint()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        assert not studio.window.close()
        gone = studio.home / "stick" / "a.stylegui"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone), ""))
        assert not studio.window.close()
        assert studio.message == "“a.stylegui” cannot be saved: the folder “stick” is not there any more."
        assert studio.session.projecting.file.path is None
        assert studio.window.isVisible()

    @pytest.mark.usefixtures("path")
    def test_another_photo_is_a_change_of_a_project_only(self, studio: TestStudio, answers: Asks) -> None:
        asked = answers(Button.Cancel)
        studio.make_ready()
        studio.paint()
        save(studio)
        studio.open_photo("other.png")
        assert not studio.window.close()
        assert asked == ["“harbour” has changes that are not saved. Do you want to save the project?"]


class TestSafety:
    def test_a_full_disk_leaves_the_old_file_and_the_work(self, studio: TestStudio, path: Path) -> None:
        resource = pytest.importorskip("resource")
        studio.make_ready()
        studio.paint()
        save(studio)
        before = path.read_bytes()
        studio.document.set_section("notes", ["x" * 50_000, *map(str, range(20_000))])
        studio.qtbot.waitUntil(lambda: not studio.session.projecting.file._writers.busy)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, hard))
        try:
            with studio.qtbot.waitSignal(studio.session.projecting.file.failed):
                studio.trigger("save")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert studio.message == "“harbour.stylegui” cannot be saved: there is not enough space on the disk."
        assert path.read_bytes() == before
        assert is_modified(studio)
        save(studio)
        assert not is_modified(studio)

    def test_what_another_program_changed_is_asked_about(self, studio: TestStudio, path: Path, answers: Asks) -> None:
        studio.make_ready()
        studio.paint()
        save(studio)
        save_project(filled(Document()), path)
        theirs = path.read_bytes()
        asked = answers(Button.Cancel)
        studio.trigger("save")
        assert len(asked) == 1
        assert "changed by another program" in asked[0]
        assert path.read_bytes() == theirs
        answers(Button.Save)
        save(studio)
        assert path.read_bytes() != theirs

    def test_a_second_window_sees_a_copy(self, studio: TestStudio, path: Path, answers: Asks) -> None:
        answers(Button.Yes)
        save_project(filled(Document()), path)
        first = lock_of(path)
        assert first.acquire()
        open_project(studio, path)
        assert len(studio.document.versions) == 3
        assert studio.message.startswith("“harbour.stylegui” is open in another window.")
        assert studio.session.projecting.file.path is None
        theirs = path.read_bytes()
        studio.trigger("save")
        assert studio.message == "“harbour.stylegui” is open in another window. Please choose another name."
        assert path.read_bytes() == theirs
        first.release()
        open_project(studio, path)
        assert studio.session.projecting.file.path == path
        assert not FileLock(lock_of(path)._path).acquire()

    def test_a_name_left_by_another_computer_can_be_overruled(self, studio: TestStudio, path: Path) -> None:
        save_project(filled(Document()), path)
        lock_of(path)._path.write_text(json.dumps({"host": "studio-two", "pid": 4}))
        open_project(studio, path)
        assert "studio-two" in studio.message
        assert studio.session.projecting.file.path is None
        with studio.qtbot.waitSignal(studio.session.projecting.opened):
            studio.window.canvas.message_action_triggered.emit()
        assert studio.session.projecting.file.path == path

    def test_a_document_that_is_painted_stays_and_another_window_is_offered(
        self, studio: TestStudio, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        started: list[list[str]] = []
        monkeypatch.setattr(
            projecting,
            "QProcess",
            type("P", (), {"startDetached": staticmethod(lambda *a: started.append([a[0], *a[1]]))}),
        )
        save_project(filled(Document()), path)
        studio.make_ready()
        studio.start()
        photo = studio.document.photo
        studio.session.open_photo(path)
        assert "being painted" in studio.message
        studio.window.canvas.message_action_triggered.emit()
        assert started == [[sys.executable, "-m", "stylegui", str(path)]]
        assert studio.document.photo is photo

    def test_save_as_leaves_the_first_file_and_its_lock(
        self, studio: TestStudio, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        studio.make_ready()
        studio.paint()
        save(studio)
        other = studio.home / "other.stylegui"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
        save(studio, "save_as")
        assert studio.session.projecting.file.path == other
        assert other.read_bytes() == path.read_bytes()
        lock = lock_of(path)
        assert lock.acquire()
        lock.release()


def test_styles_that_the_gallery_lacks_are_told_used_and_brought_in(studio: TestStudio, tmp_path: Path) -> None:
    theirs = Document()
    filled(theirs, versions=1)
    style = StyleChoice("user-of-another", StyleInput(noise(9, 64, 48, name="hers.png"), 1.0, "Hers"))
    theirs.set_styles([style])
    path = tmp_path / "sent.stylegui"
    save_project(theirs, path)
    open_project(studio, path)
    assert studio.message == "Not in your gallery, but in this project: “Hers”."
    assert studio.session.blend.ids == ["user-of-another"]
    assert [item.title for item in studio.session.blend.items()] == ["Hers"]
    assert studio.document.styles[0].picture.digest == style.input.picture.digest
    studio.session.blend.set_weights([2.0])
    assert studio.document.styles[0].picture.digest == style.input.picture.digest
    studio.window.canvas.message_action_triggered.emit()
    studio.qtbot.waitUntil(lambda: studio.session.blend.ids != ["user-of-another"])
    (new_id,) = studio.session.blend.ids
    found = studio.library.get(new_id)
    assert found is not None
    assert found.title == "Hers"
    assert studio.document.choices[0].id == new_id


def test_undo_after_opening_a_project_chooses_styles_of_the_file_again(studio: TestStudio, tmp_path: Path) -> None:
    theirs = filled(Document(), versions=1)
    theirs.set_styles([StyleChoice("", StyleInput(noise(9, 64, 48), 1.0, "Hers"))])
    path = tmp_path / "sent.stylegui"
    save_project(theirs, path)
    open_project(studio, path)
    (guest,) = studio.session.blend.ids
    studio.session.styling.choose(["waves"])
    studio.qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert [style.name for style in studio.document.styles] == ["Waves"]
    studio.trigger("undo")
    assert studio.session.blend.ids == [guest]
    assert [style.name for style in studio.document.styles] == ["Hers"]


def test_pictures_leave_memory_once_they_are_put_aside(studio: TestStudio) -> None:
    studio.make_ready()
    studio.paint()
    studio.paint()
    first, second = studio.document.versions
    held = (first.held_picture, second.held_picture)
    studio.qtbot.waitUntil(lambda: all(picture._picture is None for picture in held), timeout=15_000)
    assert isinstance(first.result.picture, Picture)
    assert first.photo is studio.document.photo


def test_a_disk_that_takes_nothing_is_told_and_does_not_keep_the_program_from_working(
    qtbot: QtBot, home: Path, engine: FakeEngine, expect_log: ExpectLog
) -> None:
    (home / "state").mkdir()
    (home / "state" / "recovery").write_text("no folder can be made here")
    expect_log("work cannot be put aside")
    studio = TestStudio(qtbot, home, engine)
    with qtbot.waitSignal(studio.queue.engine_ready):
        studio.show()
    assert studio.message == "Your work cannot be put aside on this disk: save it often."
    studio.make_ready()
    studio.paint()
    assert studio.document.current is not None
    studio.end_test()
