"""An export is dropped back into a new window, and painted again: to the last bit, steering and all."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from stylegui.engine.images import load_picture, read_recipe
from tests.stories.artist import Artist, Story, live_through
from tests.stories.test_paint_a_photo import photo, set_up, style

__all__ = ["photo", "style"]


def export(artist: Artist, written: list[Path]) -> Story:
    """Save what is seen with 16 bits."""
    artist.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    yield lambda: artist.export_dialog() is not None
    dialog = artist.export_dialog()
    assert dialog is not None
    artist.click(artist.button("16 bit", dialog))
    assert dialog.path is not None
    written.append(dialog.path)
    artist.click(artist.button("Export", dialog))
    yield lambda: "Saved" in artist.window.canvas.message


def test_a_steered_painting_is_painted_again_to_the_last_bit(
    qtbot: QtBot, home: Path, photo: Path, style: str, tmp_path: Path
) -> None:
    written: list[Path] = []

    def paint_and_steer(artist: Artist) -> Story:
        yield from set_up(artist)
        artist.click(artist.button("Start"))
        yield lambda: artist.window.canvas.has_frame
        strength = artist.named(QSlider, "Strength")
        strength.setFocus()
        for _ in range(3):
            QTest.keyClick(strength, Qt.Key.Key_Right)
        yield lambda: artist.window.canvas.has_finished_result
        yield from export(artist, written)

    def drop_and_paint(artist: Artist) -> Story:
        window = artist.window
        yield window.canvas.isVisible
        artist.drop(written[0])
        yield lambda: "can be restored" in window.canvas.message
        artist.click(artist.button("Restore", window.canvas))
        yield lambda: window.status.sentence == "All is as it was: Start paints the same picture again."
        assert artist.named(QSlider, "Strength").value() < 65  # where the hand began, not where it ended
        yield artist.button("Start").isEnabled
        artist.click(artist.button("Start"))
        yield lambda: window.canvas.has_finished_result
        yield from export(artist, written)

    assert live_through(paint_and_steer, photo, style) == 0
    photo.rename(photo.with_name("renamed since.jpg"))
    assert live_through(drop_and_paint) == 0
    first, again = (read_recipe(path) for path in written)
    assert first is not None and again is not None
    assert first["steering"] and first["steering"][0]["step"] > 1
    assert again["steering"] == first["steering"]
    assert written[1] != written[0]
    np.testing.assert_array_equal(load_picture(written[1]).pixels, load_picture(written[0]).pixels)
