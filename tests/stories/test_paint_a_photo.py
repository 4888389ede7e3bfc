"""An artist paints a photo: with the real program, its real engine and the weights that come with it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from stylegui.engine.images import load_picture, read_recipe
from stylegui.resources import resource
from tests.stories.artist import Artist, Story, live_through

SIZE_PX = 128


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo in a folder of the artist's own."""
    path = tmp_path / "coast.jpg"
    path.write_bytes(resource("samples/coast-at-dusk.jpg").read_bytes())
    return path


@pytest.fixture
def style() -> str:
    return min(folder.name for folder in resource("styles").iterdir() if folder.is_dir())


def ready(artist: Artist) -> Callable[[], bool]:
    """Photo, style and engine are there: the cost can be told."""
    return lambda: " · " in artist.window.paint_panel.estimate.text()


def set_up(artist: Artist) -> Story:
    """A small draft by Paint."""
    yield ready(artist)
    artist.click(artist.button("Paint"))
    artist.click(artist.button("Draft"))
    box = artist.named(QSpinBox, "Size")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(SIZE_PX))
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_from_a_photo_to_a_finished_painting_on_the_disk(
    qtbot: QtBot, home: Path, photo: Path, style: str, tmp_path: Path
) -> None:
    written: list[Path] = []
    seen: list[str] = []

    def story(artist: Artist) -> Story:
        window = artist.window
        yield from set_up(artist)
        artist.click(artist.button("Start"))
        yield lambda: window.canvas.has_frame
        seen.append(window.canvas._hud.lines[0])
        assert not window.canvas.has_finished_result
        strength = artist.named(QSlider, "Strength")
        strength.setFocus()
        for _ in range(3):
            QTest.keyClick(strength, Qt.Key.Key_Right)
        yield lambda: window.canvas.has_finished_result
        artist.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        yield lambda: artist.export_dialog() is not None
        dialog = artist.export_dialog()
        assert dialog is not None
        assert dialog.path is not None
        written.append(dialog.path)
        artist.click(artist.button("Export", dialog))
        yield lambda: "Saved" in window.canvas.message

    assert live_through(story, photo, style) == 0
    assert seen[0].startswith("Step ")
    result, original = load_picture(written[0]), load_picture(photo)
    assert written[0].parent == photo.parent
    assert max(result.size) == SIZE_PX
    small = original.resized(SIZE_PX).to_float()
    assert float(np.abs(result.to_float() - small).mean()) > 0.03
    recipe = read_recipe(written[0])
    assert recipe is not None
    assert recipe["complete"] is True
    assert recipe["params"]["preset"] == "draft"
    assert recipe["encoder"]["id"] == "builtin"
    assert recipe["steering"][0]["changes"]["strength"] > 60
    assert recipe["steering"][0]["step"] > 1
    assert photo.read_bytes() == resource("samples/coast-at-dusk.jpg").read_bytes()


def test_a_painting_is_paused_and_stopped_and_its_picture_stays(
    qtbot: QtBot, home: Path, photo: Path, style: str
) -> None:
    def story(artist: Artist) -> Story:
        window = artist.window
        yield from set_up(artist)
        artist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield lambda: window.canvas.has_frame
        artist.press(Qt.Key.Key_P)
        yield lambda: window.status.sentence == "Paused"
        artist.press(Qt.Key.Key_P)
        yield lambda: window.status.sentence == "Painting"
        artist.press(Qt.Key.Key_Escape)
        yield lambda: window.actions_by_id["start"].text() == "&Start"
        assert window.canvas.has_finished_result
        assert window.status.sentence.startswith("Stopped.")
        assert window.actions_by_id["export"].isEnabled()

    assert live_through(story, photo, style) == 0


def test_the_first_start_without_anything_offers_a_sample(qtbot: QtBot, home: Path) -> None:
    def story(artist: Artist) -> Story:
        window = artist.window
        artist.click(artist.button("Try a sample", window.canvas))
        yield lambda: window.canvas.has_preview
        yield ready(artist)

    assert live_through(story) == 0
    assert (home / "state" / "window.ini").is_file()


def test_closing_in_the_middle_of_a_painting_ends_cleanly(qtbot: QtBot, home: Path, photo: Path, style: str) -> None:
    def story(artist: Artist) -> Story:
        yield from set_up(artist)
        artist.click(artist.button("Start"))
        yield lambda: artist.window.canvas.has_frame
        artist.window.close()

    assert live_through(story, photo, style) == 0
