"""The style maker: painters, colours and variations, seen at once and kept in the gallery."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.jobs.painter_process import PaintOrder, Unpainted
from stylegui.jobs.task import TaskPool
from stylegui.library import Added, LibraryError, StyleLibrary
from stylegui.painters import PAINTERS
from stylegui.painters.design import Design
from stylegui.painters.palettes import PALETTES
from stylegui.ui.canvas.pixels import image_pixels
from stylegui.ui.maker import KeepWish, StyleMaker
from stylegui.ui.maker.keeper import Keeper
from stylegui.ui.maker.painter_list import PainterModel
from stylegui.ui.maker.palette_list import MINE, OWN, PHOTO, PaletteEntry
from stylegui.ui.maker.seeds import SeedHistory
from stylegui.ui.mime import style_mime
from tests.conftest import ExpectLog
from tests.ui.gallery_library import make_library, picture_file
from tests.ui.studios import TestStudio

PATIENCE_MS = 60_000
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SUMI = PALETTES["sumi"].palette.colours


@pytest.fixture(autouse=True)
def _small_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Painters take their time: let them paint stamps."""
    for name, px in (("THUMBNAIL_PX", 32), ("SKETCH_PX", 40), ("PREVIEW_PX", 56)):
        monkeypatch.setattr(f"stylegui.ui.maker.previews.{name}", px)
    monkeypatch.setattr("stylegui.ui.maker.keeper.FULL_PX", 64)


@pytest.fixture
def maker(qtbot: QtBot) -> Iterator[StyleMaker]:
    maker = StyleMaker(rng=random.Random(1))
    qtbot.addWidget(maker)
    with qtbot.waitExposed(maker):
        maker.show()
    maker.painter_list.choose("stained-glass")
    yield maker
    assert maker.shut_down(PATIENCE_MS)


def wait_for_picture(qtbot: QtBot, maker: StyleMaker) -> QImage:
    """Until the wall shows what is chosen, as fine as it gets."""

    def is_there() -> bool:
        image, unfinished = maker.previews.main
        return not unfinished and image is not None and maker.wall.image is image and not maker._settle.isActive()

    qtbot.waitUntil(lambda: not maker._settle.isActive())
    qtbot.waitUntil(is_there, timeout=PATIENCE_MS)
    assert maker.wall.image is not None
    return maker.wall.image


def chroma(image: QImage) -> float:
    pixels = image_pixels(image).astype(int)
    return float(np.mean(pixels.max(axis=2) - pixels.min(axis=2)))


class TestLooking:
    def test_the_picture_comes_as_a_sketch_and_then_finer(self, qtbot: QtBot, maker: StyleMaker) -> None:
        widths: list[int] = []

        def look() -> None:
            assert maker.wall.image is not None
            widths.append(maker.wall.image.width())

        maker.previews.main_changed.connect(look)
        image = wait_for_picture(qtbot, maker)
        assert widths[-2:] == [40, 56]
        own = PAINTERS["stained-glass"]
        assert np.array_equal(image_pixels(image), own.paint((56, 42), 1, own.palette))

    def test_painters_in_sight_show_what_they_make_of_the_colours(self, qtbot: QtBot, maker: StyleMaker) -> None:
        maker.palette_list.choose("graphite")
        table = maker.painter_list.table
        assert table.rowCount() == len(PAINTERS)
        rows = [table.index(table.row_of(painter), 0) for painter in maker.painter_list.visible()]
        assert len(rows) >= 4
        qtbot.waitUntil(lambda: all(row.data(PainterModel.FRESH) for row in rows), timeout=PATIENCE_MS)
        assert max(chroma(row.data(PainterModel.PICTURE)) for row in rows) < 8

    def test_the_newest_choice_is_the_one_that_is_seen(self, qtbot: QtBot, maker: StyleMaker) -> None:
        for name in ("fauve", "graphite", "sepia", "carnival"):
            maker.palette_list.choose(name)
        maker.palette_list.choose("graphite")
        assert chroma(wait_for_picture(qtbot, maker)) < 8
        maker.palette_list.choose("carnival")
        assert chroma(wait_for_picture(qtbot, maker)) > 30

    def test_another_shape_is_painted_in_it(self, qtbot: QtBot, maker: StyleMaker) -> None:
        wait_for_picture(qtbot, maker)
        for name, size in (("portrait", (46, 56)), ("square", (56, 56))):
            button = next(each for each in maker.bar._shapes.values() if each.objectName() == name)
            QTest.mouseClick(button, LEFT)
            image = wait_for_picture(qtbot, maker)
            assert (image.width(), image.height()) == size
            frame = maker.wall.picture_rect()
            assert frame.width() / frame.height() == pytest.approx(size[0] / size[1], rel=0.01)

    def test_painters_and_palettes_can_be_chosen_with_the_keyboard(self, maker: StyleMaker) -> None:
        maker.painter_list.choose("linocut")
        maker.painter_list.setFocus()
        QTest.keyClick(maker.painter_list, Qt.Key.Key_Right)
        names = list(PAINTERS)
        assert maker.design.painter == names[names.index("linocut") + 1]
        maker.palette_list.setFocus()
        QTest.keyClick(maker.palette_list, Qt.Key.Key_End)
        assert maker.design.colours == list(PALETTES.values())[-1].palette.colours

    def test_when_nobody_looks_nothing_is_painted(self, qtbot: QtBot, maker: StyleMaker) -> None:
        wait_for_picture(qtbot, maker)
        maker.hide()
        maker.palette_list.choose("fauve")
        qtbot.waitUntil(lambda: not maker.previews.easel.busy, timeout=PATIENCE_MS)
        assert maker.previews.easel.pid is None
        maker.show()
        assert chroma(wait_for_picture(qtbot, maker)) > 20

    def test_what_cannot_be_painted_is_told(
        self, qtbot: QtBot, maker: StyleMaker, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
    ) -> None:
        def fail(_self: object) -> None:
            raise OSError(28, "No space left on device")

        expect_log("could not be started")
        wait_for_picture(qtbot, maker)
        maker.previews.rest()
        monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", fail)
        maker.palette_list.choose("fauve")
        qtbot.waitUntil(lambda: "could not be started" in maker.foot.words, timeout=PATIENCE_MS)
        monkeypatch.undo()
        maker.palette_list.choose("sepia")
        wait_for_picture(qtbot, maker)


class TestVariations:
    def test_shuffle_goes_on_and_back(self, qtbot: QtBot, maker: StyleMaker) -> None:
        assert not maker.bar.back.isEnabled() and not maker.bar.forward.isEnabled()
        first = image_pixels(wait_for_picture(qtbot, maker))
        QTest.mouseClick(maker.bar.shuffle, LEFT)
        second = image_pixels(wait_for_picture(qtbot, maker))
        assert not np.array_equal(first, second)
        assert maker.bar.words == f"Variation {maker.design.seed}" != "Variation 1"
        QTest.mouseClick(maker.bar.back, LEFT)
        assert np.array_equal(image_pixels(wait_for_picture(qtbot, maker)), first)
        QTest.mouseClick(maker.bar.forward, LEFT)
        assert np.array_equal(image_pixels(wait_for_picture(qtbot, maker)), second)
        assert not maker.bar.forward.isEnabled()

    def test_every_painter_has_variations_of_its_own(self, qtbot: QtBot, maker: StyleMaker) -> None:
        QTest.mouseClick(maker.bar.shuffle, LEFT)
        seed = maker.design.seed
        maker.painter_list.choose("linocut")
        assert maker.design.seed == 1
        maker.painter_list.choose("stained-glass")
        assert maker.design.seed == seed
        wait_for_picture(qtbot, maker)

    def test_a_history_forgets_what_lay_ahead(self) -> None:
        seeds = SeedHistory(random.Random(2))
        for _ in range(4):
            before = seeds.current
            seeds.shuffle()
            assert (seeds.current - before) % 2 and (seeds.current - before) % 3  # another motif, of two or of three
        last = seeds.current
        seeds.back()
        seeds.back()
        seeds.shuffle()
        assert not seeds.can_go_forward
        assert seeds.current != last
        for _ in range(9):
            seeds.back()
        assert seeds.current == 1 and not seeds.can_go_back


class TestColours:
    def test_the_list_begins_with_the_painters_own(self, maker: StyleMaker) -> None:
        assert maker.palette_list.chosen.key == OWN
        assert maker.swatches.colours == PAINTERS["stained-glass"].palette.colours
        maker.painter_list.choose("linocut")
        assert maker.swatches.colours == PAINTERS["linocut"].palette.colours
        assert maker.design.colours == ()
        keys = [entry.key for entry in maker.palette_list.palettes.entries]
        assert keys == [OWN, PHOTO, *PALETTES]

    def test_a_colour_is_changed_by_a_click_and_the_picture_follows(self, qtbot: QtBot, maker: StyleMaker) -> None:
        maker.palette_list.choose("graphite")
        before = image_pixels(wait_for_picture(qtbot, maker))
        QTest.mouseClick(maker.swatches.swatches[2], LEFT)
        popover = maker.swatches.popover
        assert popover is not None
        popover.code.selectAll()
        QTest.keyClicks(popover.code, "#e02010")
        assert maker.palette_list.chosen.key == MINE
        assert maker.design.colours[2] == "#e02010"
        QTest.keyClick(popover.code, Qt.Key.Key_Return)
        after = image_pixels(wait_for_picture(qtbot, maker))
        assert chroma(maker.wall.image or QImage()) > 8
        assert not np.array_equal(before, after)
        maker.palette_list.choose("graphite")
        assert maker.swatches.colours == PALETTES["graphite"].palette.colours
        maker.palette_list.choose(MINE)
        assert maker.swatches.colours[2] == "#e02010"

    def test_escape_takes_a_colour_back(self, maker: StyleMaker) -> None:
        maker.palette_list.choose("sumi")
        QTest.mouseClick(maker.swatches.swatches[0], LEFT)
        popover = maker.swatches.popover
        assert popover is not None
        QTest.mouseClick(popover.field, LEFT, PLAIN, QPoint(200, 20))
        assert maker.design.colours[0] != SUMI[0]
        QTest.keyClick(popover.field, Qt.Key.Key_Right)
        QTest.keyClick(popover, Qt.Key.Key_Escape)
        assert maker.design.colours == SUMI

    def test_a_colour_of_the_painters_own_keeps_its_place(self, maker: StyleMaker) -> None:
        own = PAINTERS["stained-glass"].palette.colours
        maker.swatches.edit(0)
        popover = maker.swatches.popover
        assert popover is not None
        popover.code.clear()
        QTest.keyClicks(popover.code, "ffffff")
        assert maker.design.palette.colours == ("#ffffff", *own[1:])
        maker.painter_list.choose("linocut")
        assert not maker.design.placed

    def test_the_photos_colours_wait_for_a_photo(self, maker: StyleMaker) -> None:
        maker.palette_list.choose(PHOTO)
        assert maker.palette_list.chosen.key == OWN
        maker.set_photo_palette(("#102030", "#d0a060"))
        maker.palette_list.choose(PHOTO)
        assert maker.design.colours == ("#102030", "#d0a060")
        maker.set_photo_palette(("#203010", "#a0d060"))  # another photo
        assert maker.design.colours == maker.swatches.colours == ("#203010", "#a0d060")
        maker.set_photo_palette(())
        assert maker.palette_list.chosen.key == OWN

    def test_palettes_of_pictures_are_used_at_once_and_stay(self, maker: StyleMaker) -> None:
        for number in range(8):
            colour = f"#{number:02x}0000"
            maker.put_palette(PaletteEntry(f"picture:{number}", f"Picture {number}", (colour, "#ffffff")), choose=True)
            assert maker.design.colours[0] == colour
        kept = [entry.key for entry in maker.palette_list.palettes.entries if entry.key.startswith("picture:")]
        assert kept == [f"picture:{number}" for number in (7, 6, 5, 4, 3, 2)]

    def test_a_dropped_picture_or_style_gives_its_colours(self, maker: StyleMaker, home: Path) -> None:
        spy = QSignalSpy(maker.pictures_dropped)
        file = picture_file(home, "sea.png")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        drop(maker, mime)
        style = make_library(home).styles()[0]
        drop(maker, style_mime([style]))
        assert [spy.at(index)[0] for index in range(spy.count())] == [[file], [style.path]]
        web = QMimeData()
        web.setUrls([QUrl("https://example.org/picture.jpg")])
        drop(maker, web)
        assert "not fetched from the web" in maker.foot.words


def drop(maker: StyleMaker, mime: QMimeData) -> None:
    event = QDragEnterEvent(QPoint(60, 60), Qt.DropAction.CopyAction, mime, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(maker, event)
    assert event.isAccepted()
    assert maker._overlay.isVisible()
    QApplication.sendEvent(maker, QDropEvent(QPointF(60, 60), Qt.DropAction.CopyAction, mime, LEFT, PLAIN))
    assert not maker._overlay.isVisible()


class TestTitles:
    def test_a_title_is_proposed_until_one_is_typed(self, qtbot: QtBot, maker: StyleMaker) -> None:
        maker.palette_list.choose("indigo-ochre")
        wait_for_picture(qtbot, maker)
        assert maker.foot.title.text().endswith(" in Indigo and Ochre")
        maker.foot.title.selectAll()
        QTest.keyClicks(maker.foot.title, "Window ")
        maker.palette_list.choose("sumi")
        wait_for_picture(qtbot, maker)
        assert maker.foot.title.text() == "Window "
        spy = QSignalSpy(maker.keep_wished)
        QTest.mouseClick(maker.foot.keep, LEFT)
        wish: KeepWish = spy.at(0)[0]
        assert wish.title == "Window"
        assert wish.palette_title == "Sumi and Vermilion"
        assert wish.design == Design("stained-glass", 1, SUMI)
        assert wish.expected_s > 0
        assert maker.foot.title.text() == maker.design.title()

    def test_an_empty_title_is_the_proposed_one(self, maker: StyleMaker) -> None:
        maker.foot.propose("Study in Grey")
        maker.foot.title.clear()
        spy = QSignalSpy(maker.foot.keep_asked)
        QTest.mouseClick(maker.foot.keep, LEFT)
        assert spy.at(0) == ["Study in Grey"]


@pytest.fixture
def keeper(qtbot: QtBot, home: Path) -> Iterator[Keeper]:
    tasks = TaskPool(expected=(LibraryError,))
    keeper = Keeper(make_library(home), tasks)
    yield keeper
    assert keeper.close(PATIENCE_MS)
    assert tasks.close(PATIENCE_MS)


def wish(seed: int, title: str) -> KeepWish:
    return KeepWish(Design("stained-glass", seed, SUMI), title, "Sumi", 0.5)


class TestKeeping:
    def test_several_are_kept_one_after_the_other(self, qtbot: QtBot, keeper: Keeper) -> None:
        spy = QSignalSpy(keeper.kept)
        for seed in (1, 2, 3):
            keeper.keep(wish(seed, f"Window {seed}"))
        assert keeper.waiting == 2
        qtbot.waitUntil(lambda: 0 < keeper.share < 1)
        qtbot.waitUntil(lambda: spy.count() == 3, timeout=PATIENCE_MS)
        assert not keeper.busy
        added: list[Added] = [spy.at(index)[0] for index in range(3)]
        assert [each.style.title for each in added] == ["Window 1", "Window 2", "Window 3"]
        assert all(each.is_new and each.style.licence == "CC0-1.0" for each in added)
        card = keeper._library.card(added[1].style.id)
        assert card is not None and card.model_extra == {"painter": "stained-glass", "seed": 2}

    def test_the_same_picture_again_is_recognised(self, qtbot: QtBot, keeper: Keeper) -> None:
        spy = QSignalSpy(keeper.kept)
        for title in ("One", "Another"):
            keeper.keep(wish(1, title))
        qtbot.waitUntil(lambda: spy.count() == 2, timeout=PATIENCE_MS)
        assert sorted(spy.at(index)[0].is_new for index in range(2)) == [False, True]

    def test_a_full_disk_is_told(self, qtbot: QtBot, keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_args: object, **_kwargs: object) -> None:
            raise LibraryError("“Window” could not be added: no space left on device.")

        monkeypatch.setattr(StyleLibrary, "add", full)
        with qtbot.waitSignal(keeper.failed, timeout=PATIENCE_MS) as failed:
            keeper.keep(wish(1, "Window"))
        assert "no space left" in failed.args[0]
        assert not keeper.busy

    def test_a_lost_helper_is_told_and_nothing_waits_for_it(
        self, qtbot: QtBot, keeper: Keeper, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
    ) -> None:
        def fail(_self: object) -> None:
            raise OSError(12, "Cannot allocate memory")

        expect_log("could not be started")
        monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", fail)
        spy = QSignalSpy(keeper.failed)
        keeper.keep(wish(1, "One"))
        keeper.keep(wish(2, "Two"))
        qtbot.waitUntil(lambda: not keeper.busy, timeout=PATIENCE_MS)
        assert spy.count() == 1
        assert spy.at(0)[0].startswith("2 pictures were not kept.")

    def test_a_helper_that_is_ended_once_costs_nothing(
        self, qtbot: QtBot, keeper: Keeper, expect_log: ExpectLog
    ) -> None:
        expect_log("ended while it painted")
        kept, failed = QSignalSpy(keeper.kept), QSignalSpy(keeper.failed)
        keeper.keep(wish(1, "One"))
        keeper.keep(wish(2, "Two"))
        qtbot.waitUntil(lambda: keeper._easel.pid is not None, timeout=PATIENCE_MS)
        qtbot.wait(100)
        pid = keeper._easel.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: kept.count() == 2, timeout=PATIENCE_MS)
        assert failed.count() == 0

    def test_a_helper_that_is_ended_twice_is_told(
        self, qtbot: QtBot, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("stylegui.jobs.painter_process.PainterProcess.paint", _lost)
        with qtbot.waitSignal(keeper.failed, timeout=PATIENCE_MS) as failure:
            keeper.keep(wish(1, "One"))
        assert failure.args == ["“One” was not kept. It was ended."]
        assert not keeper.busy


def _lost(_process: object, order: PaintOrder, _ticket: int) -> Unpainted:
    return Unpainted(order, "It was ended.", helper_lost=True)


class TestInTheWindow:
    def test_a_kept_style_is_chosen_in_the_gallery_and_can_be_undone(self, qtbot: QtBot, studio: TestStudio) -> None:
        studio.trigger("make_style")
        maker = studio.session.making.maker
        assert maker is not None and maker.isVisible()
        maker.painter_list.choose("stained-glass")
        QTest.mouseClick(maker.foot.keep, LEFT)
        qtbot.waitUntil(lambda: maker.foot.words.endswith("is in the gallery."), timeout=PATIENCE_MS)
        (style_id,) = studio.window.gallery.current_ids()
        assert studio.library.get(style_id) is not None
        qtbot.waitUntil(lambda: studio.session.blend.ready)
        assert studio.session.blend.ids == [style_id]
        studio.trigger("undo")
        assert studio.library.get(style_id) is None
        assert studio.window.gallery.current_ids() == []
        studio.trigger("redo")
        assert studio.library.get(style_id) is not None
        assert studio.window.gallery.current_ids() == [style_id]

    def test_what_is_kept_is_told_in_the_main_window_once_the_maker_is_closed(
        self, qtbot: QtBot, studio: TestStudio
    ) -> None:
        studio.trigger("make_style")
        maker = studio.session.making.maker
        assert maker is not None
        maker.painter_list.choose("stained-glass")
        maker.foot.title.setText("Evening")
        maker.foot.title.setModified(True)
        QTest.mouseClick(maker.foot.keep, LEFT)
        maker.close()
        qtbot.waitUntil(lambda: studio.window.status.sentence.startswith("Painting “Evening” at full size"))
        qtbot.waitUntil(lambda: "is in the gallery" in studio.window.status.sentence, timeout=PATIENCE_MS)

    def test_the_photos_colours_follow_the_photo(self, qtbot: QtBot, studio: TestStudio) -> None:
        studio.trigger("make_style")
        maker = studio.session.making.maker
        assert maker is not None
        studio.open_photo()

        def colours() -> tuple[str, ...]:
            model = maker.palette_list.palettes
            return model.entries[model.row_of(PHOTO)].colours

        qtbot.waitUntil(lambda: len(colours()) == 2)  # the photo has two colours
        maker.palette_list.choose(PHOTO)
        assert maker.design.colours == colours()

    def test_a_dropped_picture_becomes_a_palette(self, qtbot: QtBot, studio: TestStudio, home: Path) -> None:
        studio.trigger("make_style")
        maker = studio.session.making.maker
        assert maker is not None
        maker.pictures_dropped.emit([picture_file(home, "red_sea.png")])
        qtbot.waitUntil(lambda: maker.palette_list.chosen.title == "Red sea")
        assert maker.design.colours == ("#c81428",)
        (home / "broken.png").write_bytes(b"no picture")
        maker.pictures_dropped.emit([home / "broken.png"])
        qtbot.waitUntil(lambda: "broken.png" in maker.foot.words)

    def test_closing_the_program_ends_both_helpers(self, qtbot: QtBot, studio: TestStudio) -> None:
        studio.trigger("make_style")
        making = studio.session.making
        assert making.maker is not None
        assert making.loss() == ""
        QTest.mouseClick(making.maker.foot.keep, LEFT)
        assert "is being painted for the gallery" in studio.session.closing._loss()
        qtbot.waitUntil(lambda: making.maker is not None and making.maker.previews.easel.pid is not None)
        studio.end()
        assert making.maker.previews.easel.pid is None
        assert making._keeper is not None and making._keeper._easel.pid is None
