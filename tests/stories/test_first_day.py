"""Somebody's first day: from the very first start to a file to show around, and two files dropped at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from stylegui.engine.images import SaveOptions, load_picture, read_recipe, save_picture
from stylegui.paths import Paths
from stylegui.resources import resource
from stylegui.settings import SettingsStore
from tests.stories.artist import Artist, Story, live_through

SIZE_PX = 128
EXPORT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def export(artist: Artist, written: list[Path]) -> Story:
    artist.press(Qt.Key.Key_E, EXPORT)
    yield lambda: artist.export_dialog() is not None
    dialog = artist.export_dialog()
    assert dialog is not None and dialog.path is not None
    written.append(dialog.path)
    artist.click(artist.button("Export", dialog))
    yield lambda: "Saved" in artist.window.canvas.message


def test_from_the_first_start_to_the_first_export(
    qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    written: list[Path] = []

    def story(artist: Artist) -> Story:
        canvas = artist.window.canvas
        yield lambda: "A short tour" in canvas.message
        artist.click(artist.button("Try a sample", canvas))
        yield lambda: canvas.has_preview
        artist.type_size(SIZE_PX)
        yield lambda: " · " in artist.window.paint_panel.estimate.text()
        yield from export(artist, written)  # it is painted at full size before

    assert not Paths.of_user().settings_file.exists()
    assert live_through(story) == 0
    assert written[0].parent == tmp_path
    assert max(load_picture(written[0]).size) == SIZE_PX
    recipe = read_recipe(written[0])
    assert recipe is not None
    assert recipe["complete"] is True and recipe["styles"][0]["title"]
    assert SettingsStore(Paths.of_user().settings_file).current.tour_offered


def test_two_files_are_dropped_and_their_parts_swapped(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    photo, style = tmp_path / "IMG_2041.png", tmp_path / "style of mine.png"
    save_picture(load_picture(resource("samples/coast-at-dusk.jpg")).resized(200), photo, SaveOptions())
    save_picture(load_picture(next(resource("styles").glob("*/image.jpg"))).resized(180), style, SaveOptions())
    written: list[Path] = []

    def story(artist: Artist) -> Story:
        window, canvas = artist.window, artist.window.canvas
        yield canvas.isVisible
        artist.drop(style, photo)
        yield lambda: "“IMG_2041.png” is the photo" in canvas.message
        yield lambda: canvas.has_preview and window.windowTitle().startswith("IMG_2041")
        artist.click(next(b for b in canvas.findChildren(QPushButton) if b.text() == "Swap" and b.isVisible()))
        yield lambda: window.windowTitle().startswith("style of mine") and canvas.has_preview
        artist.type_size(SIZE_PX)
        yield artist.button("Start").isEnabled
        artist.click(artist.button("Start"))
        yield lambda: canvas.has_finished_result
        yield from export(artist, written)

    assert live_through(story) == 0
    recipe = read_recipe(written[0])
    assert recipe is not None
    assert recipe["photo"]["name"] == "style of mine.png"
    assert [each["title"] for each in recipe["styles"]] == ["IMG 2041"]
