"""A whole window with a scripted engine, a small library and a home of its own."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.app import Studio
from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture, SaveOptions, save_picture
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.project.setup import EngineId
from stylegui.settings import SettingsStore
from stylegui.ui.crash import CrashReporter
from tests.ui.fakes import FakeEngine, make_picture

STYLES = ("coral", "night", "waves")


def write_photo(path: Path, width: int = 48, height: int = 32, shade: int = 128) -> Path:
    """A photo on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_picture(make_picture(width, height, shade), path, SaveOptions())
    return path


def make_library(paths: Paths, folder: Path) -> StyleLibrary:
    """A library with the built-in styles "coral", "night" and "waves"."""
    for number, name in enumerate(STYLES):
        card = {"title": name.capitalize(), "collection": "Test", "palette": ["#102030"]}
        write_photo(folder / name / "image.png", shade=40 + 60 * number)
        (folder / name / "style.json").write_text(json.dumps(card), encoding="utf-8")
    return StyleLibrary(paths, folder)


def paint_grey(_photo: Picture, _style: Path, size_px: int, _control: RunControl) -> NDArray[np.uint8]:
    """A tile without an engine."""
    return np.full((size_px, size_px, 3), 99, np.uint8)


class TestStudio(Studio):
    """A studio with what tests ask for again and again."""

    __test__ = False

    def __init__(
        self, qtbot: QtBot, home: Path, engine: FakeEngine, engine_id: EngineId = "paint", *, newcomer: bool = False
    ) -> None:
        """`newcomer`: as at the very first start, when the tour is offered."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.home = home
        self.engine = engine
        self.paths = Paths.below(home)
        self.crash = CrashReporter(self.paths.log_file)
        library = make_library(self.paths, home / "builtin")
        settings = SettingsStore(self.paths.settings_file)
        settings.change(engine=engine_id, tour_offered=not newcomer)
        super().__init__(app, self.paths, self.crash, engine.backend(), library, settings, paint_grey)

    def trigger(self, name: str) -> None:
        """Do what a menu entry does; an entry that cannot be chosen now fails the test."""
        action = self.window.actions_by_id[name]
        assert action.isEnabled(), name
        action.trigger()

    def open_photo(self, name: str = "harbour.png") -> Path:
        """Open a new photo and wait until it is there."""
        path = write_photo(self.home / "photos" / name)
        with self.qtbot.waitSignal(self.session.intake.photo_loaded):
            self.session.open_photo(path)
        return path

    def choose(self, *ids: str) -> None:
        """Choose styles and wait until their pictures are there."""
        self.session.blend.choose(ids)
        self.qtbot.waitUntil(lambda: self.session.blend.ready)

    def make_ready(self) -> None:
        """A photo and a style."""
        self.open_photo()
        self.choose("coral")

    def start(self, steps: int = 1) -> None:
        """Start painting and let some steps be taken."""
        self.trigger("start")
        with self.qtbot.waitSignal(self.session.painting.progress_arrived):
            self.engine.allow(steps)

    def paint(self) -> None:
        """Paint a picture to its end."""
        with self.qtbot.waitSignal(self.session.painting.finished):
            self.trigger("start")
            self.engine.allow(self.engine.steps)

    @property
    def message(self) -> str:
        return self.window.canvas.message

    def end_test(self) -> None:
        """Close everything, as `app.run` does."""
        self.end()
        self.close()
