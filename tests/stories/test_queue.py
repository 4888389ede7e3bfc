"""An artist lines up five pictures, changes their order, has one fail and tried again: the real program and engine."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from stylegui.engine import paint, sources
from stylegui.project.document import Document
from stylegui.resources import resource
from stylegui.ui.queue.panel import QueuePanel
from stylegui.ui.session import Session
from tests.conftest import ExpectLog
from tests.stories.artist import Artist, Story, live_through

SIZE_PX = 96
_Key = Qt.Key
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class BrokenOnce:
    """Reads sources as the engine does; the first time that a certain style is among them, memory runs out for good."""

    def __init__(self) -> None:
        self.read = sources.load_sources
        self.hated = ""
        self.struck = 0

    def __call__(self, request: Any, *rest: Any) -> Any:
        if self.hated and request.styles[0].name == self.hated:
            self.struck += 1
            raise MemoryError
        return self.read(request, *rest)


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> BrokenOnce:
    memory = BrokenOnce()
    monkeypatch.setattr(paint, "load_sources", memory)
    return memory


def panel(artist: Artist) -> QueuePanel:
    found = artist.window.docks["queue_panel"].widget()
    assert isinstance(found, QueuePanel)
    return found


def titles(artist: Artist) -> list[str]:
    model = panel(artist).view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def session(artist: Artist) -> Session:
    found = artist.window.findChild(Session)
    assert found is not None
    return found


def document(artist: Artist) -> Document:
    return session(artist).history._document


def ready(artist: Artist) -> Callable[[], bool]:
    """Photo, style and engine are there: the cost can be told."""
    return lambda: " · " in artist.window.paint_panel.estimate.text()


def is_other(session: Session, before: Sequence[str]) -> bool:
    """Whether another style is chosen now, and its picture is there."""
    return session.blend.ready and list(session.blend.ids) != list(before)


def pick(artist: Artist, row: int) -> None:
    """Click on a style in the gallery."""
    view = artist.window.gallery.view
    view.scrollTo(view.model().index(row, 0))
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_five_pictures_in_another_order_and_one_that_fails(
    qtbot: QtBot, home: Path, tmp_path: Path, memory: BrokenOnce, expect_log: ExpectLog
) -> None:
    expect_log("not enough memory")
    photo = tmp_path / "coast.jpg"
    photo.write_bytes(resource("samples/coast-at-dusk.jpg").read_bytes())
    style = min(folder.name for folder in resource("styles").iterdir() if folder.is_dir())
    painted: list[str] = []

    def story(artist: Artist) -> Story:
        window = artist.window
        yield ready(artist)
        artist.click(artist.button("Paint"))
        artist.click(artist.button("Draft"))
        box = artist.named(QSpinBox, "Size")
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(SIZE_PX))
        QTest.keyClick(box, _Key.Key_Return)
        artist.click(artist.button("Start"))
        yield lambda: window.canvas.has_frame
        artist.press(_Key.Key_P)
        yield lambda: window.status.sentence == "Paused"

        blend = session(artist).blend
        for place in range(4):
            before = blend.ids
            pick(artist, place + 1)
            yield partial(is_other, session(artist), before)
            if place % 2:
                artist.press(_Key.Key_Return, CONTROL | SHIFT)
            else:
                artist.click(artist.button("Add to queue"))
        first, a, b, c, d = titles(artist)
        assert len({first, a, b, c, d}) == 5
        assert window.status._queue.text() == "4 more in the queue"
        memory.hated = c

        view = panel(artist).view
        view.setFocus()
        view.setCurrentIndex(view.model().index(4, 0))
        for _ in range(3):
            QTest.keyClick(view, _Key.Key_Up, ALT)
        assert titles(artist) == [first, d, a, b, c]

        artist.click(artist.button("Resume"))
        yield lambda: not session(artist).painting.has_orders
        assert window.canvas.message == "", "a failure in the background interrupts nobody"
        assert [version.title for version in document(artist).versions] == [first, d, a, b]
        assert titles(artist)[0] == c and memory.struck
        row = view.model().index(0, 0)
        assert "There is not enough memory" in row.data(Qt.ItemDataRole.ToolTipRole)

        memory.hated = ""
        view.setCurrentIndex(row)
        QTest.keyClick(view, _Key.Key_Return)
        yield lambda: len(document(artist).versions) == 5
        yield lambda: not session(artist).painting.busy
        versions = document(artist).versions
        painted.extend(version.title for version in versions)
        assert painted == [first, d, a, b, c]
        assert all(version.complete and max(version.size) == SIZE_PX for version in versions)
        assert all([style["title"] for style in each.recipe["styles"]] == [each.title] for each in versions)
        artist.click(panel(artist).header.clear)
        assert titles(artist) == []

    assert live_through(story, photo, style) == 0
    assert len(painted) == 5
