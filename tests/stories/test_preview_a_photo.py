"""An artist sees at once what a style makes of a photo: with the real program, its real engine and weights."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture, SaveOptions, load_picture, read_recipe, save_picture
from stylegui.paths import Paths
from stylegui.resources import resource
from stylegui.settings import SettingsStore
from stylegui.ui.canvas.pixels import image_pixels
from tests.stories.artist import Artist, Story, live_through

SIZE_PX = 160


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A small photo in a folder of the artist's own."""
    path = tmp_path / "coast.png"
    save_picture(load_picture(resource("samples/coast-at-dusk.jpg")).resized(240), path, SaveOptions())
    return path


def shown(artist: Artist) -> NDArray[np.float64]:
    """What the canvas shows, so small that a sharper preview is about the same."""
    image = artist.window.canvas.result_image().scaled(48, 32, mode=Qt.TransformationMode.SmoothTransformation)
    return image_pixels(image).astype(np.float64)


def click_tile(artist: Artist, row: int) -> None:
    view = artist.window.gallery.view
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_from_a_style_in_the_gallery_to_a_picture_on_the_disk(qtbot: QtBot, home: Path, photo: Path) -> None:
    written: list[Path] = []

    def story(artist: Artist) -> Story:
        window = artist.window
        canvas = window.canvas
        yield lambda: canvas.has_photo
        click_tile(artist, 0)
        yield lambda: canvas.has_preview
        first = shown(artist)
        assert window.actions_by_id["start"].isEnabled(), "nothing was started"

        strength = artist.named(QSlider, "Strength")
        strength.setFocus()
        for _ in range(8):
            QTest.keyClick(strength, Qt.Key.Key_Left)
        yield lambda: float(np.abs(shown(artist) - first).mean()) > 4

        box = artist.named(QSpinBox, "Size")
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(SIZE_PX))
        QTest.keyClick(box, Qt.Key.Key_Return)
        artist.click(artist.button("Start"))
        yield lambda: canvas.has_finished_result
        assert canvas.result_image().width() == SIZE_PX
        artist.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        yield lambda: artist.export_dialog() is not None
        dialog = artist.export_dialog()
        assert dialog is not None
        assert dialog.path is not None
        written.append(dialog.path)
        artist.click(artist.button("Export", dialog))
        yield lambda: "Saved" in canvas.message

    assert live_through(story, photo) == 0
    result = load_picture(written[0])
    assert max(result.size) == SIZE_PX
    recipe = read_recipe(written[0])
    assert recipe is not None
    assert (recipe["engine"], recipe["params"]["size_px"]) == ("instant", SIZE_PX)
    assert recipe["params"]["strength"] < 75


def test_the_engine_of_last_time_comes_back(qtbot: QtBot, home: Path) -> None:
    def story(artist: Artist) -> Story:
        artist.click(artist.button("Paint"))
        yield lambda: artist.named(QSlider, "Smoothness") is not None

    assert live_through(story) == 0
    assert SettingsStore(Paths.of_user().settings_file).current.engine == "paint"


@pytest.mark.parametrize("kind", ["tiny", "clear"])
def test_small_and_see_through_photos_are_previewed(qtbot: QtBot, home: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "photo.png"
    if kind == "tiny":
        picture = Picture(np.full((8, 8, 3), 90, np.uint8))
    else:
        alpha = np.zeros((40, 60), np.uint8)
        alpha[10:30, 10:50] = 255
        picture = Picture(np.full((40, 60, 3), 90, np.uint8), alpha)
    save_picture(picture, path, SaveOptions())
    opaque: list[bool] = []

    def story(artist: Artist) -> Story:
        yield lambda: artist.window.canvas.has_preview
        image = artist.window.canvas.result_image()
        opaque.append(image.pixelColor(0, 0).alpha() == 255)
        assert artist.window.canvas.message == ""

    assert live_through(story, path, "night-wind") == 0
    assert opaque == [kind == "tiny"]
