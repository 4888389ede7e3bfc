"""Explore: a sheet over two axes, painted, rated, taken over and ordered large."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QToolButton

from stylegui.project.exploring import Axis, Sheet, read_sheet
from stylegui.ui.explore.window import ExploreWindow
from tests.ui.studios import TestStudio


def opened(studio: TestStudio) -> ExploreWindow:
    studio.trigger("explore")
    explore = studio.session.windows.exploring.explore
    assert explore is not None
    return explore


def painted(studio: TestStudio, explore: ExploreWindow) -> None:
    count = len(explore.model.cells)
    assert count
    studio.engine.allow(count * studio.engine.steps)
    studio.qtbot.waitUntil(lambda: explore.model.painted == count, timeout=20_000)


def set_axes(explore: ExploreWindow, rows: Axis, columns: Axis) -> None:
    explore.rows.set_axis(rows)
    explore.columns.set_axis(columns)
    explore.axes_changed.emit()


@pytest.fixture
def explore(studio: TestStudio) -> ExploreWindow:
    studio.make_ready()
    return opened(studio)


def test_a_sheet_of_styles_and_strengths_is_painted(studio: TestStudio, explore: ExploreWindow) -> None:
    model = explore.model
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    assert model.headerData(0, Qt.Orientation.Vertical) == "Coral"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "50 %"
    painted(studio, explore)
    assert all(isinstance(model.image(cell.place), QImage) for cell in model.cells)


def test_another_axis_makes_another_sheet_and_the_document_keeps_it(studio: TestStudio, explore: ExploreWindow) -> None:
    what = explore.rows.findChild(QComboBox)
    assert isinstance(what, QComboBox)
    what.setCurrentIndex(what.findData("colour"))
    studio.qtbot.waitUntil(lambda: explore.model.headerData(0, Qt.Orientation.Vertical) == "Style")
    assert explore.model.rowCount() == 3
    sheet = read_sheet(studio.document.section("explore"))
    assert sheet is not None and sheet.rows.name == "colour"


def test_a_kept_sheet_comes_back_with_its_very_styles(studio: TestStudio) -> None:
    studio.make_ready()
    rows = Axis(name="style", values=("waves", "night", "coral"))
    sheet = Sheet(rows=rows, columns=Axis(name="strength", values=(20.0, 80.0)), ratings={"night|80.0": 4})
    studio.document.set_section("explore", sheet.model_dump(mode="json"))
    explore = opened(studio)
    assert explore.sheet() == sheet
    assert [explore.model.headerData(each, Qt.Orientation.Vertical) for each in range(3)] == ["Waves", "Night", "Coral"]
    painted(studio, explore)
    studio.document.set_section("board", {"pins": []})
    assert not studio.session.windows.exploring._settle.isActive(), "nothing of the sheet has changed"
    next(each for each in explore.rows.findChildren(QToolButton) if each.isVisible()).click()
    now = explore.sheet()
    assert now is not None and now.rows.values[0] == "coral", "other styles, the artist's own first"


def test_pictures_are_rated_with_keys_and_the_best_picked(studio: TestStudio, explore: ExploreWindow) -> None:
    painted(studio, explore)
    view = explore.view
    view.setCurrentIndex(explore.model.index(1, 2))
    QTest.keyClick(view, Qt.Key.Key_5)
    view.setCurrentIndex(explore.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_3)
    explore.best_button.click()
    assert [(index.row(), index.column()) for index in view.picked] == [(1, 2)]
    sheet = read_sheet(studio.document.section("explore"))
    assert sheet is not None and sorted(sheet.ratings.values()) == [3, 5]
    QTest.keyClick(view, Qt.Key.Key_0)
    assert explore.model.rating((1, 2)) == 0


def test_settings_are_taken_over_as_one_step(studio: TestStudio, explore: ExploreWindow) -> None:
    before = studio.document.setup
    row = [explore.model.headerData(each, Qt.Orientation.Vertical) for each in range(3)].index("Night")
    explore.view.setCurrentIndex(explore.model.index(row, 3))
    QTest.keyClick(explore.view, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.session.blend.ids == ["night"] and studio.session.blend.ready)
    assert studio.document.params.strength == 100
    studio.trigger("undo")
    assert studio.session.blend.ids == ["coral"]
    assert studio.document.setup == before


def test_what_is_picked_is_painted_large_one_after_the_other(studio: TestStudio, explore: ExploreWindow) -> None:
    painted(studio, explore)
    for row, column in ((0, 1), (2, 3)):
        index = explore.model.index(row, column)
        explore.view.selectionModel().select(index, explore.view.selectionModel().SelectionFlag.Select)
    assert explore.paint_button.text() == "Paint 2 large"
    explore.paint_button.click()
    studio.qtbot.waitUntil(lambda: len(studio.queue.records) == 2)
    studio.engine.allow(2 * studio.engine.steps)
    studio.qtbot.waitUntil(lambda: len(studio.document.versions) == 2, timeout=20_000)
    strengths = [version.setup.paint.strength for version in studio.document.versions]
    assert strengths == [50, 100]
    assert studio.document.versions[0].title == "Coral"


def test_without_a_photo_it_says_what_is_missing(studio: TestStudio) -> None:
    explore = opened(studio)
    assert explore.model.cells == []
    assert not explore.paint_button.isEnabled()


def test_the_sheet_is_exported_as_a_picture(
    studio: TestStudio, explore: ExploreWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted(studio, explore)
    target = tmp_path / "mine.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    explore.export_button.click()
    studio.qtbot.waitUntil(target.exists)
    assert QImage(str(target)).width() > 4 * 48


def test_a_closed_window_paints_no_more_and_opens_again(studio: TestStudio, explore: ExploreWindow) -> None:
    explore.close()
    studio.choose("night")
    assert opened(studio) is explore
    painted(studio, explore)
