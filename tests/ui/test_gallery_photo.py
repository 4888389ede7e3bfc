"""The gallery on the artist's own photo: which tiles are painted and when, what they show, and what is looked at."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture, PictureError
from stylegui.jobs.desk import Work
from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.runner import Backend
from stylegui.library import FAVOURITES, StyleLibrary
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.gallery.arrivals import DURATION_S, Arrivals
from stylegui.ui.gallery.photo_tiles import TileKey
from stylegui.ui.gallery.tile import picture_rect, swatch_rect
from stylegui.ui.gallery.trickle import AT_ONCE
from tests.ui.fakes import make_picture
from tests.ui.gallery_library import TITLES, make_library

GREEN = (20, 220, 60)


class HandLane(QObject):
    """A lane that makes tiles when the test says so."""

    tile_arrived = Signal(object, object)
    tile_failed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[TileKey, Work]] = []
        self.asked = 0

    def set_tiles(self, wanted: Sequence[tuple[Hashable, Work]]) -> None:
        self.waiting = [(key, work) for key, work in wanted if isinstance(key, TileKey)]
        self.asked += 1

    @property
    def ids(self) -> list[str]:
        return [key.style_id for key, _ in self.waiting]

    def make(self, count: int = 99) -> None:
        for key, work in self.waiting[:count]:
            self.tile_arrived.emit(key, work(RunControl()))
        self.waiting = self.waiting[count:]


class Brush:
    """Paints every tile in one colour, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.photos: set[str] = set()
        self.broken = ""

    def __call__(self, photo: Picture, style: Path, size_px: int, control: RunControl) -> NDArray[np.uint8]:
        control.checkpoint()
        self.asked.append((style.parent.name, size_px))
        self.photos.add(photo.digest)
        if style.parent.name == self.broken:
            raise PictureError("It is no picture.")
        return np.full((size_px, size_px, 3), GREEN, np.uint8)


@pytest.fixture
def library(home: Path) -> StyleLibrary:
    return make_library(home)


@pytest.fixture
def lane(qapp: QApplication) -> HandLane:
    return HandLane()


@pytest.fixture
def brush() -> Brush:
    return Brush()


@pytest.fixture
def panel(qtbot: QtBot, library: StyleLibrary, lane: HandLane, brush: Brush) -> Iterator[GalleryPanel]:
    panel = GalleryPanel(library)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.set_reduced_motion(True)
    panel.set_lane(lane, brush)  # type: ignore[arg-type]
    with qtbot.waitExposed(panel), qtbot.waitSignal(panel.view.rows_seen):
        panel.show()
    yield panel
    panel.shut_down()


PHOTO = make_picture()


def colour_of(panel: GalleryPanel, style_id: str) -> QColor:
    """What is seen at the middle of a tile."""
    spot = picture_rect(panel.view.visualRect(panel.view.shown.index_of(style_id))).center()
    return panel.view.viewport().grab().toImage().pixelColor(spot)


def is_green(colour: QColor) -> bool:
    return all(abs(a - b) < 4 for a, b in zip((colour.red(), colour.green(), colour.blue()), GREEN, strict=True))


def switch(panel: GalleryPanel) -> QToolButton:
    return next(each for each in panel.findChildren(QToolButton) if each.accessibleName() == "Styles on my photo")


def place_of(panel: GalleryPanel, style_id: str) -> QPoint:
    return picture_rect(panel.view.visualRect(panel.view.shown.index_of(style_id))).center()


# What is painted


def test_without_a_photo_tiles_are_the_styles_themselves(panel: GalleryPanel, lane: HandLane) -> None:
    assert lane.ids == []
    assert panel.view.shown.tile(0).painted is None


def test_every_tile_in_sight_is_painted_on_the_photo(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane, brush: Brush
) -> None:
    panel.set_photo(PHOTO)
    assert lane.ids == list(TITLES)
    assert not is_green(colour_of(panel, "dunes"))
    lane.make()
    qtbot.waitUntil(lambda: all(is_green(colour_of(panel, style_id)) for style_id in TITLES))
    assert {size for _, size in brush.asked} == {160}
    assert brush.photos == {PHOTO.digest}


def test_a_tile_still_shows_its_style_in_the_corner(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane, library: StyleLibrary
) -> None:
    panel.set_photo(PHOTO)
    lane.make()
    qtbot.waitUntil(lambda: all(panel.view.shown.tile(row).pixmap is not None for row in range(5)))
    cell = panel.view.visualRect(panel.view.shown.index_of("dunes"))
    corner = swatch_rect(picture_rect(cell)).center().toPoint()
    seen = panel.view.viewport().grab().toImage().pixelColor(corner)
    assert abs(seen.red() - 80) < 6  # the one colour of the style's picture
    assert abs(seen.blue() - 170) < 6


def test_another_photo_paints_them_anew(panel: GalleryPanel, lane: HandLane, brush: Brush) -> None:
    panel.set_photo(PHOTO)
    late = lane.waiting[0]
    lane.make()
    other = make_picture(shade=30)
    panel.set_photo(other)
    assert panel.view.shown.tile(0).painted is None
    lane.tile_arrived.emit(late[0], late[1](RunControl()))
    assert panel.view.shown.tile(0).painted is None, "a tile of the photo before came late"
    lane.make()
    assert panel.view.shown.tile(0).painted is not None
    assert other.digest in brush.photos
    panel.set_photo(None)
    assert panel.view.shown.tile(0).painted is None
    assert lane.ids == []


def test_what_is_there_is_not_asked_for_again(panel: GalleryPanel, lane: HandLane, brush: Brush) -> None:
    panel.set_photo(PHOTO)
    lane.make(2)
    panel.view.rows_seen.connect(lambda _ids: None)
    panel.view.shown.photo_tiles.look_at(list(TITLES))
    assert lane.ids == list(TITLES)[2:]


def test_a_search_paints_what_it_finds_and_no_more(qtbot: QtBot, panel: GalleryPanel, lane: HandLane) -> None:
    panel.set_photo(PHOTO)
    with qtbot.waitSignal(panel.view.rows_seen):
        panel.set_search("dunes")
    assert lane.ids == ["dunes"]
    lane.make()
    with qtbot.waitSignal(panel.view.rows_seen):
        panel.set_search("")
    assert lane.ids == [style_id for style_id in TITLES if style_id != "dunes"]


def test_a_collection_without_styles_paints_nothing(qtbot: QtBot, panel: GalleryPanel, lane: HandLane) -> None:
    panel.set_photo(PHOTO)
    panel.show_collection(FAVOURITES)
    qtbot.waitUntil(lambda: lane.ids == [])


def test_what_is_in_sight_comes_first_and_what_follows_next(
    qtbot: QtBot, home: Path, lane: HandLane, brush: Brush
) -> None:
    library = make_library(home, {f"style{number:02}": f"Style {number:02}" for number in range(60)})
    panel = GalleryPanel(library)
    qtbot.addWidget(panel)
    panel.set_lane(lane, brush)  # type: ignore[arg-type]
    panel.set_photo(PHOTO)
    panel.resize(320, 420)
    with qtbot.waitExposed(panel), qtbot.waitSignal(panel.view.rows_seen):
        panel.show()
    rows = panel.view.visible_rows()
    seen = [panel.view.shown.id_at(row) for row in rows]
    assert lane.ids[: len(seen)] == seen
    assert len(lane.ids) == 2 * len(seen)
    with qtbot.waitSignal(panel.view.rows_seen):
        panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().maximum())
    seen = [panel.view.shown.id_at(row) for row in panel.view.visible_rows()]
    assert seen[-1] == "style59"
    assert lane.ids == seen
    panel.shut_down()
    assert lane.ids == []


def test_a_hidden_gallery_paints_nothing(qtbot: QtBot, panel: GalleryPanel, lane: HandLane) -> None:
    panel.set_photo(PHOTO)
    panel.hide()
    assert lane.ids == []
    with qtbot.waitSignal(panel.view.rows_seen):
        panel.show()
    assert lane.ids == list(TITLES)


def test_larger_tiles_are_painted_larger_and_the_smaller_stand_in(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane, brush: Brush
) -> None:
    panel.set_photo(PHOTO)
    lane.make()
    brush.asked.clear()
    with qtbot.waitSignal(panel.view.rows_seen):
        panel.set_tile_size_px(300)
    assert is_green(colour_of(panel, "night"))
    lane.make(1)
    assert brush.asked[0][1] > 160
    assert panel.view.shown.tile(0).painted is not None


def test_a_style_that_cannot_be_painted_stays_as_it_is(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane, brush: Brush
) -> None:
    brush.broken = "dunes"
    panel.set_photo(PHOTO)
    lane.make()
    others = [style_id for style_id in TITLES if style_id != "dunes"]
    qtbot.waitUntil(lambda: all(panel.view.shown.photo_tiles.pixmap(style_id) is not None for style_id in others))
    assert panel.view.shown.photo_tiles.pixmap("dunes") is None
    panel.view.shown.photo_tiles.look_at(list(TITLES))
    assert lane.ids == [], "it is not asked for again and again"
    brush.broken = ""
    panel.view.shown.thumbnails.forget(["dunes"])  # another picture was put in its place
    assert lane.ids == ["dunes"]
    lane.make()
    assert panel.view.shown.photo_tiles.pixmap("dunes") is not None


def test_a_tile_that_fails_in_the_lane_is_given_up(panel: GalleryPanel, lane: HandLane) -> None:
    panel.set_photo(PHOTO)
    lane.tile_failed.emit(lane.waiting[0][0], "The network is broken.")
    panel.view.shown.photo_tiles.look_at(list(TITLES))
    assert lane.ids == list(TITLES)[1:]


def test_a_real_lane_brings_tiles(qtbot: QtBot, library: StyleLibrary, brush: Brush) -> None:
    lane = PreviewLane(Backend({}))
    panel = GalleryPanel(library)
    qtbot.addWidget(panel)
    panel.set_lane(lane, brush)
    panel.set_photo(PHOTO)
    panel.resize(320, 700)
    panel.show()
    qtbot.waitUntil(lambda: all(panel.view.shown.tile(row).painted is not None for row in range(len(TITLES))))
    assert sorted(name for name, _ in brush.asked) == sorted(TITLES)
    panel.shut_down()
    assert lane.close(5000)


# The switch


def test_the_switch_shows_the_styles_themselves_and_back(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane, brush: Brush
) -> None:
    assert not switch(panel).isEnabled()
    panel.set_photo(PHOTO)
    lane.make()
    qtbot.waitUntil(lambda: is_green(colour_of(panel, "dunes")))
    assert switch(panel).isEnabled()
    assert switch(panel).isChecked()
    with qtbot.waitSignal(panel.photo_tiles_switched) as said:
        qtbot.mouseClick(switch(panel), Qt.MouseButton.LeftButton)
    assert said.args == [False]
    assert not is_green(colour_of(panel, "dunes"))
    with qtbot.waitSignal(panel.photo_tiles_switched):
        qtbot.mouseClick(switch(panel), Qt.MouseButton.LeftButton)
    assert is_green(colour_of(panel, "dunes"))
    assert len(brush.asked) == len(TITLES), "what was painted is still there"


def test_what_was_remembered_says_nothing(qtbot: QtBot, panel: GalleryPanel, lane: HandLane) -> None:
    with qtbot.assertNotEmitted(panel.photo_tiles_switched):
        panel.set_photo_tiles(False)
        panel.set_photo(PHOTO)
    assert not switch(panel).isChecked()
    assert lane.ids == []


def test_the_switch_says_what_it_does(panel: GalleryPanel) -> None:
    told = {switch(panel).toolTip()}
    panel.set_photo(PHOTO)
    told.add(switch(panel).toolTip())
    panel.set_photo_tiles(False)
    told.add(switch(panel).toolTip())
    assert len(told) == 3


# Arriving


def test_a_tile_appears_little_by_little(qapp: QApplication) -> None:
    now = [0.0]
    arrivals = Arrivals(clock=lambda: now[0])
    moved: list[list[str]] = []
    arrivals.moved.connect(moved.append)
    arrivals.begin("night", True)
    assert arrivals.share("night") == 0
    now[0] = DURATION_S / 2
    assert 0.4 < arrivals.share("night") < 1
    now[0] = DURATION_S
    assert arrivals.share("night") == 1
    assert arrivals.share("dunes") == 1
    assert moved == [["night"]]


def test_the_animation_ends(qtbot: QtBot) -> None:
    now = [0.0]
    arrivals = Arrivals(clock=lambda: now[0])
    arrivals.begin("night", True)
    now[0] = 2 * DURATION_S
    with qtbot.waitSignal(arrivals.moved):
        pass
    with qtbot.assertNotEmitted(arrivals.moved, wait=50):
        pass


def test_a_tile_that_only_gets_sharper_does_not_fade(qapp: QApplication) -> None:
    arrivals = Arrivals()
    arrivals.begin("night", False)
    assert arrivals.share("night") == 1


# What is looked at


def test_a_style_is_told_when_the_pointer_rests_on_it(qtbot: QtBot, panel: GalleryPanel) -> None:
    viewport = panel.view.viewport()
    with qtbot.waitSignal(panel.style_hovered) as hovered:
        qtbot.mouseMove(viewport, place_of(panel, "dunes"))
    assert hovered.args == ["dunes"]
    with qtbot.waitSignal(panel.style_hovered) as left:
        QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert left.args == [""]


def test_a_pointer_that_sweeps_over_tiles_tells_the_last_one_only(qtbot: QtBot, panel: GalleryPanel) -> None:
    told: list[str] = []
    panel.style_hovered.connect(told.append)
    for style_id in ("night", "discs", "dunes", "frost"):
        panel.view.pointing.point_at(style_id)
        panel.view.pointing.point_at("")  # the gap between two tiles
    panel.view.pointing.point_at("tram")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["tram"]


def test_the_arrow_keys_look_at_styles_too(qtbot: QtBot, panel: GalleryPanel) -> None:
    panel.view.setFocus()
    panel.view.focus_style("night")
    with qtbot.waitSignal(panel.style_hovered) as hovered:
        qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert hovered.args == ["discs"]


def test_a_gallery_that_is_hidden_looks_at_nothing(qtbot: QtBot, panel: GalleryPanel) -> None:
    with qtbot.waitSignal(panel.style_hovered):
        panel.view.pointing.point_at("dunes")
    with qtbot.waitSignal(panel.style_hovered) as left:
        panel.hide()
    assert left.args == [""]


def test_the_tool_tip_shows_the_style_where_the_tile_shows_the_photo(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane
) -> None:
    index = panel.view.shown.index_of("dunes")
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    panel.set_photo(PHOTO)
    lane.make()
    qtbot.waitUntil(lambda: "<img" in index.data(Qt.ItemDataRole.ToolTipRole))
    assert "Dunes" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_tool_tip_keeps_to_the_gallery(qtbot: QtBot, panel: GalleryPanel) -> None:
    view = panel.view
    for style_id in (view.shown.id_at(0), view.shown.id_at(view.visible_rows()[-1])):
        spot = view.visualRect(view.shown.index_of(style_id)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
        QApplication.sendEvent(view.viewport(), event)
        assert TITLES[style_id] in QToolTip.text()
        tip = next(each for each in QApplication.topLevelWidgets() if each.metaObject().className() == "QTipLabel")
        right = panel.mapToGlobal(panel.rect().topRight()).x()
        assert tip.geometry().right() <= right, "it does not cover the canvas"
        assert not tip.geometry().contains(event.globalPos()), "nor come under the pointer"
    away = QPoint(view.viewport().width() - 1, view.viewport().height() - 1)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, away, view.viewport().mapToGlobal(away)))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_tiles_that_come_all_at_once_are_shown_frame_by_frame(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane
) -> None:
    panel.set_photo(PHOTO)
    tiles = panel.view.shown.photo_tiles
    ids = lane.ids
    came: list[str] = []
    tiles.arrived.connect(lambda style_id, _: came.append(style_id))
    lane.make()
    assert 0 < len(came) <= AT_ONCE < len(ids)
    panel.view.shown.photo_tiles.look_at(ids)
    assert lane.ids == [], "what is on its way is not asked for again"
    qtbot.waitUntil(lambda: came == ids)


def test_tiles_of_another_photo_that_were_on_their_way_do_not_come(
    qtbot: QtBot, panel: GalleryPanel, lane: HandLane
) -> None:
    panel.set_photo(PHOTO)
    lane.make()
    panel.set_photo(make_picture())
    came: list[str] = []
    panel.view.shown.photo_tiles.arrived.connect(lambda style_id, _: came.append(style_id))
    qtbot.wait(60)
    assert came == []
