"""Styles come in from folders and packs and go out in packs, in the background."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from stylegui.engine.control import RunControl
from stylegui.library import LibraryError, StyleLibrary
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.gallery import watching as watching_module
from stylegui.ui.gallery.background import GalleryWork, Progress
from stylegui.ui.gallery.collections import CollectionBox
from stylegui.ui.gallery.pages import DropOverlay
from stylegui.ui.gallery.search_bar import SearchBar
from stylegui.ui.gallery.work_strip import WorkStrip
from tests.conftest import ExpectLog
from tests.ui.gallery_library import child, make_library, picture_file

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def library(home: Path) -> StyleLibrary:
    return make_library(home)


@pytest.fixture
def undo_stack(qapp: QApplication) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    # Commands and stack are collected in any order: a stack that is destroyed full would delete them once more.
    stack.clear()


@pytest.fixture
def panel(
    qtbot: QtBot, library: StyleLibrary, undo_stack: QUndoStack, monkeypatch: pytest.MonkeyPatch
) -> Iterator[GalleryPanel]:
    monkeypatch.setattr(watching_module, "SETTLE_MS", 20)
    panel = GalleryPanel(library, undo_stack)
    qtbot.addWidget(panel)
    panel.styles_dropped.connect(panel.add_styles)
    panel.resize(320, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel.shut_down()


@pytest.fixture
def messages(panel: GalleryPanel) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    panel.message.connect(lambda text, kind: said.append((text, kind)))
    return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Sketchbook"
    folder.mkdir()
    picture_file(folder, "one.png", 10)
    picture_file(folder, "two.png", 120)
    return folder


def titles(panel: GalleryPanel, library: StyleLibrary) -> set[str]:
    shown = panel.view.shown
    return {style.title for style in library.fetch([shown.id_at(row) for row in range(shown.rowCount())])}


def drop(panel: GalleryPanel, path: Path, where: QPointF) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDragEnterEvent(where.toPoint(), COPY, mime, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(panel, event)
    assert event.isAccepted()
    QApplication.sendEvent(panel, QDropEvent(where, COPY, mime, LEFT, PLAIN))


def test_a_dropped_folder_is_watched_where_it_says_so(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, messages: list[tuple[str, str]], folder: Path
) -> None:
    with qtbot.waitSignal(panel.message):
        drop(panel, folder, QPointF(60, 60))
    assert library.folders.watched() == [folder]
    assert messages == [("2 new pictures are in the gallery.", "info")]
    box = child(panel, CollectionBox)
    place = box.findText("Sketchbook")
    assert box.itemData(place) == library.folders.collection(folder)
    box.setCurrentIndex(place)
    assert titles(panel, library) == {"One", "Two"}

    picture_file(folder, "three.png", 200)
    with qtbot.waitSignal(panel.message):
        pass
    assert titles(panel, library) == {"One", "Two", "Three"}
    (folder / "one.png").unlink()
    qtbot.waitUntil(lambda: library.counts()[":missing"] == 1)
    assert titles(panel, library) == {"One", "Two", "Three"}


def test_a_dropped_folder_is_copied_where_it_says_so(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, messages: list[tuple[str, str]], folder: Path
) -> None:
    with qtbot.waitSignal(panel.styles_added):
        drop(panel, folder, QPointF(60, 590))
    assert library.folders.watched() == []
    assert messages == [("2 pictures are now among your styles.", "info")]
    assert not child(panel, DropOverlay).isVisible()


def test_to_watch_a_folder_can_be_undone(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, folder: Path
) -> None:
    with qtbot.waitSignal(panel.message):
        drop(panel, folder, QPointF(60, 60))
    assert undo_stack.undoText() == "Watch “Sketchbook”"
    undo_stack.undo()
    assert library.folders.watched() == [] and panel.view.shown.rowCount() == 5
    with qtbot.waitSignal(panel.message):
        undo_stack.redo()
    assert panel.view.shown.rowCount() == 7


def test_a_folder_that_cannot_be_watched_is_told(
    panel: GalleryPanel,
    library: StyleLibrary,
    messages: list[tuple[str, str]],
    undo_stack: QUndoStack,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(panel.files, "folder_to_watch", lambda: home)
    panel.add_button.folder_wanted.emit()
    text, kind = messages[0]
    assert "cannot be watched" in text and kind == "error"
    assert not undo_stack.canUndo()


def test_the_menu_of_a_watched_folder(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, messages: list[tuple[str, str]], folder: Path
) -> None:
    with qtbot.waitSignal(panel.message):
        drop(panel, folder, QPointF(60, 60))
    bar = child(panel, SearchBar)
    bar.show_collection(library.folders.collection(folder))
    menu = QMenu(panel)
    bar.menu_wanted.emit(menu)
    entries = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(panel.message):
        entries["Look through it again"].trigger()
    assert messages[-1] == ("There is nothing new in the folder.", "info")
    entries["Stop watching it (its pictures stay there)"].trigger()
    assert library.folders.watched() == [] and bar.collection == ""
    assert len(list(folder.iterdir())) == 2


def test_watched_folders_are_looked_through_at_the_start(qtbot: QtBot, library: StyleLibrary, folder: Path) -> None:
    library.folders.watch(folder)
    panel = GalleryPanel(library)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.view.shown.rowCount() == 7)
    panel.shut_down()


def test_a_pack_goes_out_and_comes_back(
    qtbot: QtBot,
    panel: GalleryPanel,
    library: StyleLibrary,
    messages: list[tuple[str, str]],
    undo_stack: QUndoStack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = [library.add(picture_file(tmp_path, name, shade)).style.id for name, shade in (("a.png", 10), ("b.png", 90))]
    panel.refresh()
    pack = tmp_path / "two.stylepack"
    monkeypatch.setattr(panel.files, "pack_to_write", lambda _name: pack)
    panel.view.menu_requested.emit(own, panel.mapToGlobal(QPoint(60, 60)))
    menu = next(each for each in panel.findChildren(QMenu) if each.isVisible())
    with qtbot.waitSignal(panel.message):
        next(action for action in menu.actions() if action.text().startswith("Export")).trigger()
    menu.close()
    assert messages.pop() == ("2 styles were written to “two.stylepack”.", "info")
    assert pack.is_file()

    library.remove(own)
    panel.refresh()
    with qtbot.waitSignal(panel.styles_added):
        panel.add_styles([pack])
    assert panel.view.shown.rowCount() == 7
    undo_stack.undo()
    assert panel.view.shown.rowCount() == 5
    undo_stack.redo()
    with qtbot.waitSignal(panel.message):
        panel.add_styles([pack])
    assert messages[-1] == ("You have all styles of “two” already.", "info")


def test_what_is_no_pack_is_refused(
    qtbot: QtBot, panel: GalleryPanel, messages: list[tuple[str, str]], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.stylepack"
    bad.write_bytes(b"no archive")
    with qtbot.waitSignal(panel.message):
        panel.add_styles([bad])
    text, kind = messages[0]
    assert "bad.stylepack" in text and kind == "error"


def test_pictures_go_into_the_collection_that_is_shown(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, tmp_path: Path
) -> None:
    first = library.add(picture_file(tmp_path, "a.png", 10), collection="Wall").style
    panel.refresh()
    panel.show_collection("Wall")
    with qtbot.waitSignal(panel.styles_added):
        panel.add_styles([picture_file(tmp_path, "b.png", 99)])
    assert titles(panel, library) == {first.title, "B"}


def test_work_shows_and_can_be_stopped(qtbot: QtBot) -> None:
    work, strip = GalleryWork(), WorkStrip()
    qtbot.addWidget(strip)
    work.progressed.connect(strip.show_progress)
    strip.cancelled.connect(work.cancel)
    begun = threading.Event()
    taken: list[object] = []

    def last_for_long(control: RunControl, progress: Progress) -> str:
        progress(2, 9)
        begun.set()
        while True:
            control.checkpoint()

    work.start("Adding pictures", last_for_long, taken.append)
    work.start("Never", lambda _control, _progress: "never", taken.append)
    qtbot.waitUntil(lambda: strip.text == "Adding pictures · 3 of 9")
    assert begun.is_set() and not strip.isHidden()
    strip.findChild(QToolButton).click()  # type: ignore[union-attr]
    qtbot.waitUntil(strip.isHidden)
    assert taken == [] and not work.busy
    work.shut_down()


def test_work_that_fails_is_told_and_the_next_begins(qtbot: QtBot, expect_log: ExpectLog) -> None:
    work = GalleryWork()
    failures: list[str] = []
    taken: list[object] = []
    work.failed.connect(failures.append)
    expect_log("Work of the gallery failed")

    def refuse(_control: RunControl, _progress: Progress) -> None:
        raise LibraryError("The disk is full.")

    def break_down(_control: RunControl, _progress: Progress) -> None:
        raise RuntimeError("oh")

    work.start("", refuse, taken.append)
    work.start("", break_down, taken.append)
    work.start("", lambda _control, _progress: "done", taken.append)
    qtbot.waitUntil(lambda: taken == ["done"])
    assert failures[0] == "The disk is full." and "The log tells more" in failures[1]
    work.shut_down()
