"""What the gallery and the style maker remember between starts, and what is told at a start about damage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from stylegui.library import Order
from stylegui.paths import Paths
from stylegui.ui.gallery.collections import OrderButton
from stylegui.ui.gallery.details import DetailsDialog, _Swatches
from stylegui.ui.gallery.search_bar import SearchBar
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine
from tests.ui.gallery_library import child
from tests.ui.studios import TestStudio, write_photo


@pytest.fixture
def damaged(qtbot: QtBot, home: Path, engine: FakeEngine, expect_log: ExpectLog) -> Iterator[TestStudio]:
    """A studio whose database and settings were both damaged before it started."""
    paths = Paths.below(home)
    paths.data.mkdir(parents=True)
    (paths.data / "library.sqlite").write_bytes(b"this is no database" * 1000)
    paths.settings_file.parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file.write_text("no settings")
    expect_log("database .* is damaged and set aside")
    studio = TestStudio(qtbot, home, engine)
    with qtbot.waitSignal(studio.queue.engine_ready):
        studio.show()
    yield studio
    studio.end_test()


def choose_order(studio: TestStudio, words: str) -> None:
    (entry,) = [each for each in child(studio.window.gallery, OrderButton).menu().actions() if each.text() == words]
    entry.trigger()


def test_the_order_is_kept(qtbot: QtBot, home: Path, engine: FakeEngine) -> None:
    first = TestStudio(qtbot, home, engine)
    with qtbot.waitSignal(first.queue.engine_ready):
        first.show()
    first.library.set_rating("waves", 4)
    choose_order(first, "Best rated first")
    assert first.window.gallery.view.shown.id_at(0) == "waves"
    first.end_test()
    second = TestStudio(qtbot, home, FakeEngine())
    with qtbot.waitSignal(second.queue.engine_ready):
        second.show()
    assert child(second.window.gallery, OrderButton).order is Order.RATING
    assert second.window.gallery.view.shown.id_at(0) == "waves"
    second.end_test()


def test_the_makers_size_is_kept(qtbot: QtBot, home: Path) -> None:
    sizes = []
    for _ in range(2):
        studio = TestStudio(qtbot, home, FakeEngine())
        with qtbot.waitSignal(studio.queue.engine_ready):
            studio.show()
        studio.trigger("make_style")
        maker = studio.session.making.maker
        assert maker is not None
        sizes.append(maker.size())
        maker.resize(QSize(sizes[0].width() - 60, sizes[0].height() - 40))
        studio.end_test()
    assert sizes[1] == sizes[0] - QSize(0, 40)


def test_damage_is_told_once_and_all_of_it(damaged: TestStudio) -> None:
    assert "The settings were damaged" in damaged.message
    assert "The gallery's database was damaged" in damaged.message
    damaged.session.messages.clear()
    damaged.window.gallery.refresh()
    assert damaged.message == ""


def test_damage_that_is_found_later_is_told_too(studio: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = [f"The style in “{name}” is damaged and was left out." for name in ("a", "b", "c", "d")]
    monkeypatch.setattr(type(studio.library), "problems", problems)
    studio.window.gallery.refresh()
    assert studio.message == f"{problems[0]} {problems[1]} The log tells of 2 more."


def test_a_picture_dropped_on_the_canvas_is_taken_back_in_one_step(studio: TestStudio, qtbot: QtBot) -> None:
    studio.choose("night")
    count = len(studio.library.search())
    picture = write_photo(studio.home / "new" / "sea.png", shade=77)
    studio.session.blend.add(picture)
    qtbot.waitUntil(lambda: len(studio.library.search()) == count + 1)
    qtbot.waitUntil(lambda: studio.session.blend.ids != ["night"])
    (style_id,) = studio.session.blend.ids
    studio.trigger("undo")
    assert studio.session.blend.ids == ["night"]
    assert studio.library.get(style_id) is None
    studio.trigger("redo")
    assert studio.session.blend.ids == [style_id]


def test_everything_in_the_window_about_a_style_has_room(studio: TestStudio, qtbot: QtBot) -> None:
    style = studio.library.get("night")
    assert style is not None
    crowded = replace(style, tags=("mountains", "lake", "moon", "paper", "facets"), palette=("#102030",) * 10)
    dialog = DetailsDialog(crowded, studio.window.gallery.view.shown.thumbnails, studio.window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    (tags,) = [label for label in dialog.findChildren(QLabel) if label.text().startswith("mountains")]
    assert tags.height() >= tags.heightForWidth(tags.width())
    assert tags.width() > dialog.width() // 4
    swatches = child(dialog, _Swatches)
    assert 10 * swatches.swatch_px <= swatches.width()
    dialog.close()


def test_a_chosen_style_is_removed_and_comes_back_in_one_step(studio: TestStudio, qtbot: QtBot) -> None:
    style_id = studio.library.add(write_photo(studio.home / "new" / "sea.png", shade=77)).style.id
    gallery = studio.window.gallery
    gallery.refresh()
    studio.choose("night", style_id)
    gallery.view.removal_requested.emit([style_id])
    assert studio.library.get(style_id) is None
    assert studio.session.blend.ids == gallery.current_ids() == ["night"]
    studio.trigger("undo")
    assert studio.library.get(style_id) is not None
    assert studio.session.blend.ids == gallery.current_ids() == ["night", style_id]
    studio.trigger("redo")
    assert studio.library.get(style_id) is None
    assert studio.session.blend.ids == gallery.current_ids() == ["night"]


def test_a_renamed_style_keeps_the_focus_wherever_it_goes(studio: TestStudio, qtbot: QtBot) -> None:
    for shade, name in ((77, "bay.png"), (99, "zebra.png")):
        studio.library.add(write_photo(studio.home / "new" / name, shade=shade))
    studio.window.gallery.refresh()
    choose_order(studio, "By title")
    view = studio.window.gallery.view
    (style_id,) = studio.library.search("bay")
    studio.window.activateWindow()
    view.setFocus()
    view.rename(style_id)
    editor = child(view, QLineEdit)
    QTest.keyClicks(editor, "Zoo")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.shown.index_of(style_id).row() == view.shown.rowCount() - 1)
    qtbot.waitUntil(lambda: view.current_id() == style_id)
    qtbot.waitUntil(view.hasFocus)


def test_the_search_is_reached_from_anywhere(studio: TestStudio, qtbot: QtBot) -> None:
    studio.window.styles_dock.hide()
    studio.trigger("find_style")
    assert studio.window.styles_dock.isVisible()
    field = child(child(studio.window.gallery, SearchBar), QLineEdit)
    assert studio.window.focusWidget() is field
    QTest.keyClicks(field, "night")
    assert [studio.window.gallery.view.shown.id_at(0), studio.window.gallery.view.shown.rowCount()] == ["night", 1]
