"""An artist deletes a version by mistake, goes on working, and undoes it all: with the real program and engine."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from stylegui.project.document import Document
from stylegui.ui.history import HistoryPanel
from stylegui.ui.history.view import FilmView
from stylegui.ui.session import Session
from tests.stories.artist import Artist, Story, live_through

SIZE_PX = 96


def strip(artist: Artist) -> FilmView:
    panel = artist.window.docks["history_panel"].widget()
    assert isinstance(panel, HistoryPanel)
    return panel.view


def document(artist: Artist) -> Document:
    session = artist.window.findChild(Session)
    assert session is not None
    return session.history._document


def ready(artist: Artist) -> Callable[[], bool]:
    """Photo, style and engine are there: the cost can be told."""
    return lambda: " · " in artist.window.paint_panel.estimate.text()


def point_at(artist: Artist, place: int) -> None:
    """Click on a version in the strip."""
    view = strip(artist)
    where = view.visualRect(view.model().index(place, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def steps(artist: Artist) -> list[str]:
    """What the list of steps says."""
    view = artist.window.docks["history_steps"].widget()
    assert isinstance(view, QListView)
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_a_deletion_is_undone_behind_later_steps(qtbot: QtBot, home: Path) -> None:
    def story(artist: Artist) -> Story:
        window = artist.window
        artist.click(artist.button("Try a sample", window.canvas))
        yield ready(artist)
        box = artist.named(QSpinBox, "Size")
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(SIZE_PX))
        QTest.keyClick(box, Qt.Key.Key_Return)
        strength = artist.named(QSlider, "Strength")
        for number in (1, 2, 3):
            strength.setFocus()
            QTest.keyClick(strength, Qt.Key.Key_Left)
            artist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            yield lambda wanted=number: len(document(artist).versions) == wanted  # type: ignore[misc]
        before = document(artist).versions
        pixels = before[1].result.picture.pixels.copy()
        point_at(artist, 1)
        QTest.keyClick(strip(artist), Qt.Key.Key_4)
        QTest.keyClick(strip(artist), Qt.Key.Key_Delete)
        assert document(artist).versions == (before[0], before[2])
        assert "Version 2 was deleted." in window.canvas.message
        strength.setFocus()
        QTest.keyClick(strength, Qt.Key.Key_Right)
        point_at(artist, 0)
        QTest.keyClick(strip(artist), Qt.Key.Key_R)
        assert document(artist).rating(before[0]) == -1
        assert steps(artist)[-4:-2] == ["Rate version 2 ★★★★", "Delete version 2"]
        assert steps(artist)[-1] == "Reject version 1"
        for _ in range(3):
            artist.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert document(artist).versions == before
        assert document(artist).rating(before[0]) == 0
        assert document(artist).rating(before[1]) == 4
        assert np.array_equal(before[1].result.picture.pixels, pixels)
        point_at(artist, 1)
        QTest.keyClick(strip(artist), Qt.Key.Key_Return)
        yield lambda: document(artist).current is before[1] and window.canvas.has_finished_result
        artist.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert document(artist).versions == (before[0], before[2])
        artist.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert document(artist).versions == before

    assert live_through(story) == 0
