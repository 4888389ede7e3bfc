"""What can happen to a project on a disk: no room, no rights, no drive, other programs, other windows, a kill.

Each time the old file stays whole, one sentence tells what is wrong, and the work is there to be saved again.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import Result
from stylegui.engine.images import SaveOptions, load_picture, save_picture
from stylegui.engine.request import StyleInput
from stylegui.project.archive import load_project, save_project
from stylegui.project.document import Document
from stylegui.project.version import StyleChoice
from stylegui.resources import resource
from stylegui.ui.session import Session
from tests.stories import neighbour
from tests.stories.artist import Artist, Story, live_through

CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE_S = 120.0
FULL_BYTES = 16_384
"""More than what is put aside of a small change, and less than a project."""
Trouble = Callable[[Path], AbstractContextManager[None]]


def document_of(artist: Artist) -> Document:
    document: Document = artist.window.findChildren(Session)[0]._document
    return document


def ready(artist: Artist) -> Callable[[], bool]:
    """The project is open and the engine is there: the cost can be told."""
    return lambda: bool(document_of(artist).versions) and " · " in artist.window.paint_panel.estimate.text()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one version, in a folder of its own."""
    photo = load_picture(resource("samples/coast-at-dusk.jpg")).resized(160)
    save_picture(photo, tmp_path / "coast.png", SaveOptions())
    photo = load_picture(tmp_path / "coast.png")
    style = StyleInput(photo.resized(96), 1.0, "Dusk")
    document = Document()
    document.set_photo(photo)
    document.set_styles([StyleChoice("", style)])
    picture = photo.resized(128)
    document.add_version(photo, Result(picture, {"engine": "paint"}, True), "Dusk", styles=document.choices)
    path = tmp_path / "work" / "harbour.stylegui"
    path.parent.mkdir()
    save_project(document, path)
    return path


def read(path: Path) -> Document:
    document = Document()
    load_project(path, document)
    return document


@contextmanager
def full_disk(_path: Path) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_BYTES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only_folder(path: Path) -> Iterator[None]:
    path.parent.chmod(0o555)
    if os.access(path.parent, os.W_OK):
        path.parent.chmod(0o755)
        pytest.skip("for this user no folder is read-only")
    try:
        yield
    finally:
        path.parent.chmod(0o755)


@contextmanager
def removed_drive(path: Path) -> Iterator[None]:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    try:
        yield
    finally:
        away.rename(path.parent)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, and no such limits")
@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (full_disk, "there is not enough space on the disk"),
        (read_only_folder, "the folder “work” may not be written to"),
        (removed_drive, "the folder “work” is not there any more"),
    ],
    ids=["full disk", "read-only folder", "removed drive"],
)
def test_a_disk_that_takes_nothing_costs_neither_file_nor_work(
    qtbot: QtBot, home: Path, project: Path, trouble: Trouble, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Save)
    before = project.read_bytes()

    def story(artist: Artist) -> Story:
        window, document = artist.window, document_of(artist)
        yield ready(artist)
        document.set_rating(document.versions[0], 4)
        recovering = window.findChildren(Session)[0].recovering
        assert recovering is not None
        yield lambda: not recovering.autosaver._timer.isActive() and not recovering.autosaver._tasks.busy
        with trouble(project):
            artist.press(Qt.Key.Key_S, CONTROL)
            yield lambda: "cannot be saved" in window.canvas.message
            assert window.canvas.message == f"“harbour.stylegui” cannot be saved: {sentence}."
        assert document.modified and window.isWindowModified()
        assert project.read_bytes() == before
        assert [path.name for path in project.parent.iterdir() if path.suffix == ".part"] == []
        artist.press(Qt.Key.Key_S, CONTROL)
        yield lambda: not document.modified

    assert live_through(story, project) == 0
    saved = read(project)
    assert [saved.rating(version) for version in saved.versions] == [4]


def test_files_that_other_programs_change_are_not_written_over_unasked(
    qtbot: QtBot, home: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Save]

    def answer(_parent: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", answer)
    theirs = read(project)
    theirs.rename_version(theirs.versions[0], "Theirs")

    def story(artist: Artist) -> Story:
        document = document_of(artist)
        yield ready(artist)
        photo = document.photo
        (tmp_path / "coast.png").write_bytes(b"no picture any more")
        save_project(theirs, project)
        document.set_rating(document.versions[0], 2)
        artist.press(Qt.Key.Key_S, CONTROL)
        assert len(asked) == 1 and "changed by another program" in asked[0]
        assert document.modified and read(project).versions[0].title == "Theirs"
        assert document.photo is photo, "an open photo is not that of its file"
        artist.press(Qt.Key.Key_S, CONTROL)
        yield lambda: not document.modified

    assert live_through(story, project) == 0
    saved = read(project)
    assert saved.versions[0].title == "Dusk" and saved.rating(saved.versions[0]) == 2
    assert saved.photo is not None and saved.photo.size == (160, 107)


def test_a_second_program_sees_a_copy_of_what_the_first_has_open(qtbot: QtBot, home: Path, project: Path) -> None:
    seen: list[dict[str, object]] = []

    def story(artist: Artist) -> Story:
        document = document_of(artist)
        yield ready(artist)
        document.set_rating(document.versions[0], 3)
        other = neighbour.begin("look", project)
        yield lambda: other.poll() is not None
        with other:
            assert other.stdout is not None and other.returncode == 0
            seen.append(json.loads(other.stdout.readlines()[-1]))
        artist.press(Qt.Key.Key_S, CONTROL)
        yield lambda: not document.modified

    before = project.read_bytes()
    assert live_through(story, project) == 0
    assert seen[0] == {
        "versions": 1,
        "told": "“harbour.stylegui” is open in another window. You see a copy of it, to be saved under another name.",
        "offered": 0,
        "refused": "“harbour.stylegui” is open in another window. Please choose another name.",
    }
    assert project.read_bytes() != before
    assert read(project).rating(read(project).versions[0]) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
def test_killed_in_the_middle_of_a_save_nothing_is_lost(
    qtbot: QtBot, home: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    with neighbour.begin("die", project) as other:
        assert other.wait(PATIENCE_S) == -signal.SIGKILL
    assert project.read_bytes() == before
    assert len(list(project.parent.glob(".stylegui-*.part"))) == 1

    def story(artist: Artist) -> Story:
        session = artist.window.findChildren(Session)[0]
        recovering = session.recovering
        assert recovering is not None
        yield lambda: recovering.dialog is not None
        assert recovering.dialog is not None
        artist.click(artist.button("Restore", recovering.dialog))
        document = session._document
        yield ready(artist)
        assert document.rating(document.versions[0]) == 5
        assert document.modified and session.projecting.file.path == project
        yield artist.is_back
        artist.press(Qt.Key.Key_S, CONTROL)
        yield lambda: not document.modified

    assert live_through(story) == 0
    assert read(project).rating(read(project).versions[0]) == 5
