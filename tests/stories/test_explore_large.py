"""An artist tries a few things small, likes two of them, and has them painted large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stylegui.project.exploring import Axis
from stylegui.resources import resource
from stylegui.ui.session import Session
from tests.stories.artist import Artist, Story, live_through
from tests.stories.test_paint_a_photo import photo, style

__all__ = ["photo", "style"]

SIZE_PX = 128


def test_what_is_liked_on_the_sheet_is_painted_large(qtbot: QtBot, home: Path, photo: Path, style: str) -> None:
    other = sorted(folder.name for folder in resource("styles").iterdir() if folder.is_dir())[1]

    def story(artist: Artist) -> Story:
        window = artist.window
        session = window.findChildren(Session)[0]
        document = session._document
        yield lambda: " · " in window.paint_panel.estimate.text()
        artist.type_size(SIZE_PX)
        window.actions_by_id["explore"].trigger()
        explore = session.windows.exploring.explore
        assert explore is not None
        explore.rows.set_axis(Axis(name="style", values=(style, other)), kept=True)
        explore.columns.set_axis(Axis(name="strength", values=(20.0, 90.0)))
        explore.axes_changed.emit()
        view, model = explore.view, explore.model
        yield lambda: (model.rowCount(), model.columnCount(), model.painted) == (2, 2, 4)
        assert all(model.image(cell.place).width() >= SIZE_PX for cell in model.cells)  # type: ignore[union-attr]
        for place in ((0, 1), (1, 0)):
            view.setCurrentIndex(model.index(*place))
            QTest.keyClick(view, Qt.Key.Key_5)
        artist.click(explore.best_button)
        assert explore.paint_button.text() == "Paint 2 large"
        artist.click(explore.paint_button)
        yield lambda: len(document.versions) == 2
        yield lambda: not session.painting.busy
        assert [version.setup.instant.strength for version in document.versions] == [90.0, 20.0]
        assert [max(version.size) for version in document.versions] == [SIZE_PX, SIZE_PX]
        assert [version.styles[0].id for version in document.versions] == [style, other]
        explore.close()

    assert live_through(story, photo, style) == 0
