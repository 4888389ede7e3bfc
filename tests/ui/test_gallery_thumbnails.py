"""Thumbnails come from another thread, and the tiles do not wait for them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.library import Style, StyleLibrary
from stylegui.ui import theme
from stylegui.ui.gallery import GalleryPanel, thumbnails
from stylegui.ui.gallery.model import StyleRole
from stylegui.ui.gallery.thumbnails import ThumbnailLoader
from stylegui.ui.gallery.tile import picture_rect
from tests.ui.gallery_library import make_library


class HeldLibrary:
    """Makes thumbnails only when the test lets it, and remembers for which styles and in which threads."""

    def __init__(self, library: StyleLibrary) -> None:
        self._library = library
        self._gate = threading.Semaphore(0)
        self.asked: list[str] = []
        self.threads: set[int] = set()

    def let_through(self, count: int) -> None:
        self._gate.release(count)

    def thumbnail(self, style: Style, size_px: int) -> bytes:
        self.asked.append(style.id)
        self.threads.add(threading.get_ident())
        self._gate.acquire()
        return self._library.thumbnail(style, size_px)


@pytest.fixture
def library(home: Path) -> StyleLibrary:
    return make_library(home)


def styles(library: StyleLibrary) -> dict[str, Style]:
    return {style.id: style for style in library.styles()}


def test_it_answers_at_once_and_delivers_later(qtbot: QtBot, library: StyleLibrary) -> None:
    held = HeldLibrary(library)
    loader = ThumbnailLoader(held)  # type: ignore[arg-type]
    style = styles(library)["night"]
    assert loader.pixmap(style, 100) is None
    assert loader.pixmap(style, 100) is None
    with qtbot.waitSignal(loader.thumbnail_ready) as ready:
        held.let_through(1)
    assert ready.args == ["night"]
    pixmap = loader.pixmap(style, 100)
    assert pixmap is not None and pixmap.width() == 128
    assert held.asked == ["night"]
    assert threading.get_ident() not in held.threads
    loader.shut_down()


def test_another_size_stands_in_until_the_right_one_comes(qtbot: QtBot, library: StyleLibrary) -> None:
    held = HeldLibrary(library)
    loader = ThumbnailLoader(held)  # type: ignore[arg-type]
    style = styles(library)["night"]
    loader.pixmap(style, 100)
    with qtbot.waitSignal(loader.thumbnail_ready):
        held.let_through(1)
    stand_in = loader.pixmap(style, 140)
    assert stand_in is not None and stand_in.width() == 128
    with qtbot.waitSignal(loader.thumbnail_ready):
        held.let_through(1)
    sharp = loader.pixmap(style, 140)
    assert sharp is not None and sharp.width() == 140
    loader.shut_down()


def test_what_is_out_of_sight_is_dropped(qtbot: QtBot, library: StyleLibrary) -> None:
    held = HeldLibrary(library)
    loader = ThumbnailLoader(held)  # type: ignore[arg-type]
    known = styles(library)
    for style_id in ("night", "discs", "dunes", "frost", "tram"):
        loader.pixmap(known[style_id], 100)
    loader.retain({"tram"})
    arrived: list[str] = []
    loader.thumbnail_ready.connect(arrived.append)
    held.let_through(5)
    qtbot.waitUntil(lambda: len(arrived) == 3)
    assert set(arrived) == {"night", "discs", "tram"}
    assert sorted(held.asked) == ["discs", "night", "tram"]
    loader.shut_down()


def test_a_closed_loader_starts_nothing(qapp: QApplication, library: StyleLibrary) -> None:
    held = HeldLibrary(library)
    loader = ThumbnailLoader(held)  # type: ignore[arg-type]
    known = styles(library)
    for style_id in known:
        loader.pixmap(known[style_id], 100)
    held.let_through(2)
    loader.shut_down()
    assert len(held.asked) == 2
    assert loader.pixmap(known["frost"], 300) is None
    assert len(held.asked) == 2


def test_memory_is_bounded(qtbot: QtBot, library: StyleLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    one = 128 * 128 * 4
    monkeypatch.setattr(thumbnails, "MEMORY_BYTES", 2 * one)
    loader = ThumbnailLoader(library)
    known = list(styles(library).values())
    for style in known:
        with qtbot.waitSignal(loader.thumbnail_ready):
            loader.pixmap(style, 100)
    held = [pixmap for pixmap in (loader.pixmap(style, 100) for style in known) if pixmap is not None]
    assert len(held) == 2
    loader.shut_down()


def test_what_is_in_sight_stays_however_much_it_is(
    qtbot: QtBot, library: StyleLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "MEMORY_BYTES", 1)
    loader = ThumbnailLoader(library)
    known = list(styles(library).values())
    loader.retain({style.id for style in known[:3]})
    for style in known:
        with qtbot.waitSignal(loader.thumbnail_ready):
            loader.pixmap(style, 100)
    assert all(loader.pixmap(style, 100) is not None for style in known[:3])
    assert loader.pixmap(known[3], 100) is None
    loader.shut_down()


def test_a_changed_picture_is_shown_anew(qtbot: QtBot, library: StyleLibrary) -> None:
    loader = ThumbnailLoader(library)
    style = styles(library)["night"]
    with qtbot.waitSignal(loader.thumbnail_ready):
        loader.pixmap(style, 100)
    loader.forget(["night"])
    with qtbot.waitSignal(loader.thumbnail_ready):
        assert loader.pixmap(style, 100) is None
    assert loader.pixmap(style, 100) is not None
    loader.shut_down()


def test_a_picture_that_cannot_be_shown_is_tried_once(
    qtbot: QtBot, library: StyleLibrary, expect_log: Callable[[str], None]
) -> None:
    style = styles(library)["night"]
    style.path.write_bytes(b"nothing")
    expect_log("No thumbnail of the style “Night wind”")
    loader = ThumbnailLoader(library)
    with qtbot.waitSignal(loader.thumbnail_ready):
        loader.pixmap(style, 100)
    assert loader.has_failed("night")
    with qtbot.assertNotEmitted(loader.thumbnail_ready, wait=50):
        assert loader.pixmap(style, 100) is None
    loader.shut_down()


@pytest.fixture
def dressed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The theme that the test names, and afterwards the dark one again."""
    theme.apply_theme(qapp, request.param)
    yield
    theme.apply_theme(qapp, "dark")


@pytest.mark.parametrize("dressed", ["dark", "light"], indirect=True)
@pytest.mark.usefixtures("dressed")
def test_the_tiles_show_the_pictures_and_the_choice(qtbot: QtBot, library: StyleLibrary) -> None:
    panel = GalleryPanel(library)
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    index = panel.view.shown.index(0, 0)
    rect = picture_rect(panel.view.visualRect(index))
    wanted = index.data(StyleRole.STYLE)
    assert isinstance(wanted, Style)

    def colour_at(x: int, y: int) -> tuple[int, int, int]:
        colour = panel.view.viewport().grab().toImage().pixelColor(x, y)
        return colour.red(), colour.green(), colour.blue()

    image = QPixmap(str(wanted.path)).toImage().pixelColor(80, 70)
    picture = (image.red(), image.green(), image.blue())

    def is_painted() -> bool:
        shown = colour_at(rect.center().x(), rect.center().y())
        return max(abs(a - b) for a, b in zip(shown, picture, strict=True)) < 12

    qtbot.waitUntil(is_painted)
    ring = rect.center().x(), rect.bottom() + 5
    accent = (theme.accent().red(), theme.accent().green(), theme.accent().blue())
    assert colour_at(*ring) != accent
    panel.set_current([wanted.id])
    assert colour_at(*ring) == accent
    panel.shut_down()
