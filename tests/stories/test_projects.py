"""Work that is saved, opened again, and not lost when the program is killed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from stylegui.project.archive import load_project
from stylegui.project.document import Document, Version
from stylegui.ui.session import Session
from tests.bench.crash import play
from tests.stories.artist import Artist, Story, live_through
from tests.stories.test_paint_a_photo import photo, set_up, style

__all__ = ["photo", "style"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def document_of(window: QWidget) -> Document:
    document: Document = window.findChildren(Session)[0]._document
    return document


def test_saved_today_and_opened_tomorrow(
    qtbot: QtBot, photo: Path, style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "harbour.stylegui"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    painted: list[Version] = []

    def today(artist: Artist) -> Story:
        yield from set_up(artist)
        document = document_of(artist.window)
        artist.press(Qt.Key.Key_Return, CONTROL)
        yield lambda: bool(document.versions)
        painted.extend(document.versions)
        document.set_rating(painted[0], 5)
        artist.press(Qt.Key.Key_S, CONTROL)
        yield lambda: not document.modified
        assert artist.window.windowTitle() == "harbour[*] – stylegui"

    def tomorrow(artist: Artist) -> Story:
        document = document_of(artist.window)
        yield lambda: bool(document.versions)
        (version,) = document.versions
        assert version.id == painted[0].id
        assert version.result.picture.digest == painted[0].result.picture.digest
        assert document.rating(version) == 5
        assert document.current is version
        assert artist.window.canvas.has_finished_result
        artist.press(Qt.Key.Key_Return, CONTROL)
        yield lambda: len(document.versions) == 2
        artist.press(Qt.Key.Key_S, CONTROL)
        yield lambda: not document.modified

    assert live_through(today, photo, style) == 0
    assert live_through(tomorrow, path) == 0
    saved = Document()
    load_project(path, saved)
    assert [version.number for version in saved.versions] == [1, 2]
    assert sorted(each.name for each in tmp_path.glob(".*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
def test_killed_while_painting_and_saving_it_goes_on_where_it_was() -> None:
    """One round of `tests.bench.crash`, which plays many."""
    assert play(1, 3.0, {}, None).faults == []
