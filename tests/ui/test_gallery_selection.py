"""Tiles are selected for an action, apart from what is painted with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from stylegui.library import StyleLibrary
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.gallery import view as view_module
from stylegui.ui.gallery.selection_bar import SelectionBar
from stylegui.ui.gallery.tile import picture_rect, tick_rect
from stylegui.ui.mime import style_ids
from tests.ui.gallery_library import child, make_library, picture_file

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def library(home: Path) -> StyleLibrary:
    return make_library(home)


@pytest.fixture
def undo_stack(qapp: QApplication) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    # Commands and stack are collected in any order: a stack that is destroyed full would delete them once more.
    stack.clear()


@pytest.fixture
def panel(qtbot: QtBot, library: StyleLibrary, undo_stack: QUndoStack) -> Iterator[GalleryPanel]:
    panel = GalleryPanel(library, undo_stack)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.view.setFocus()
    yield panel
    panel.shut_down()


def ids(panel: GalleryPanel) -> list[str]:
    shown = panel.view.shown
    return [shown.id_at(row) for row in range(shown.rowCount())]


def cell(panel: GalleryPanel, row: int) -> QRect:
    return panel.view.visualRect(panel.view.shown.index(row, 0))


Click = Callable[..., None]


@pytest.fixture
def click(qtbot: QtBot, panel: GalleryPanel) -> Click:
    def click(row: int, modifier: Qt.KeyboardModifier = PLAIN, *, tick: bool = False) -> None:
        area = tick_rect(cell(panel, row)) if tick else picture_rect(cell(panel, row))
        qtbot.mouseClick(panel.view.viewport(), LEFT, modifier, area.center())

    return click


def test_shift_click_selects_a_range_and_paints_with_nothing(panel: GalleryPanel, click: Click) -> None:
    order = ids(panel)
    click(1)
    click(3, SHIFT)
    assert panel.view.selecting.ids == order[1:4]
    assert panel.current_ids() == [order[1]]
    click(0, SHIFT)
    assert panel.view.selecting.ids == order[:2]
    click(4, SHIFT | CTRL)
    assert panel.view.selecting.ids == order


def test_the_tick_selects_one_and_another_click_ends_it(panel: GalleryPanel, click: Click) -> None:
    order = ids(panel)
    click(2, tick=True)
    click(4, tick=True)
    assert panel.view.selecting.ids == [order[2], order[4]]
    assert panel.current_ids() == []
    click(2, tick=True)
    assert panel.view.selecting.ids == [order[4]]
    click(1)
    assert panel.view.selecting.ids == []
    assert panel.current_ids() == [order[1]]


def test_keys_select(qtbot: QtBot, panel: GalleryPanel) -> None:
    view, order = panel.view, ids(panel)
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Key.Key_Down, SHIFT)
    assert view.selecting.ids == order[:4]
    qtbot.keyClick(view, Key.Key_Escape)
    assert view.selecting.ids == []
    qtbot.keyClick(view, Key.Key_Space, CTRL)
    assert view.selecting.ids == [view.current_id()]
    qtbot.keyClick(view, Key.Key_A, CTRL)
    assert view.selecting.ids == order
    assert panel.current_ids() == []


def test_a_frame_drawn_between_the_tiles_selects(panel: GalleryPanel) -> None:
    view, order = panel.view, ids(panel)
    start = QPoint(2, 2)
    end = picture_rect(cell(panel, 1)).center()
    for kind, where, buttons in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, end, LEFT),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, QPointF(where), view.mapToGlobal(QPointF(where)), button, buttons, PLAIN)
        QApplication.sendEvent(view.viewport(), event)
    assert view.selecting.ids == order[:2]
    assert panel.current_ids() == []


def test_the_selection_outlives_changes_but_not_what_hides_it(
    panel: GalleryPanel, library: StyleLibrary, tmp_path: Path
) -> None:
    panel.view.selecting.select_ids(["night", "dunes"])
    library.add(picture_file(tmp_path, "sea.png"))
    panel.refresh()
    assert set(panel.view.selecting.ids) == {"night", "dunes"}
    panel.show_collection("Impasto")
    assert panel.view.selecting.ids == ["night"]
    panel.show_collection("")
    assert panel.view.selecting.ids == ["night"]


def test_keys_act_on_the_selection_in_one_step(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, tmp_path: Path
) -> None:
    own = [library.add(picture_file(tmp_path, name, shade)).style.id for name, shade in (("a.png", 10), ("b.png", 90))]
    panel.refresh()
    view = panel.view
    view.selecting.select_ids([*own, "frost"])
    view.focus_style("frost")
    qtbot.keyClick(view, Key.Key_Period)
    assert all(library.is_favourite(each) for each in (*own, "frost"))
    qtbot.keyClick(view, Key.Key_4)
    assert {style.rating for style in library.fetch([*own, "frost"])} == {4}
    qtbot.keyClick(view, Key.Key_Delete)
    assert library.fetch(own) == [] and library.get("frost") is not None
    assert [undo_stack.text(step) for step in range(undo_stack.count())] == [
        "Mark 3 styles as favourite",
        "Rate 3 styles",
        "Remove 2 styles",
    ]
    undo_stack.undo()
    assert [style.rating for style in library.fetch(own)] == [4, 4]
    undo_stack.undo()
    undo_stack.undo()
    assert not any(style.rating or style.favourite for style in library.fetch([*own, "frost"]))


def test_a_key_away_from_the_selection_is_about_the_focus(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary
) -> None:
    panel.view.selecting.select_ids(["night", "dunes"])
    panel.view.focus_style("tram")
    qtbot.keyClick(panel.view, Key.Key_Period)
    assert [style_id for style_id in ids(panel) if library.is_favourite(style_id)] == ["tram"]


def test_typing_finds_a_title(qtbot: QtBot, panel: GalleryPanel) -> None:
    view = panel.view
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClicks(view, "mor")
    assert view.current_id() == "tram"
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.keyClicks(view, "t")
    assert view.current_id() == "tram"
    assert panel.current_ids() == []


def test_the_same_letter_goes_on_to_the_next_title(panel: GalleryPanel, library: StyleLibrary) -> None:
    model = panel.view.shown
    titles = [style.title for style in library.fetch(ids(panel))]
    first = model.find_title("n", 0)
    assert titles[first] == "Night wind"
    assert model.find_title("n", first + 1) == first
    assert model.find_title("zz", 0) == -1


def test_the_bar_of_the_selection(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack
) -> None:
    bar = child(panel, SelectionBar)
    assert not bar.isVisible()
    panel.view.selecting.select_ids(["night", "dunes"])
    assert bar.isVisible()
    assert child(bar, QLabel).text() == "2 selected"
    bar.favourite_clicked.emit()
    assert library.is_favourite("night") and library.is_favourite("dunes")
    bar.cleared.emit()
    assert not bar.isVisible()
    panel.resize(150, 700)
    panel.view.selecting.select_ids(["night"])
    assert child(bar, QLabel).text() == "1"
    assert child(bar, QLabel).accessibleName() == "1 selected"


def test_ctrl_c_in_the_gallery_is_for_styles(qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary) -> None:
    panel.view.focus_style("night")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_C, CTRL)
    event.ignore()
    QApplication.sendEvent(panel.view, event)
    assert event.isAccepted()
    qtbot.keyClick(panel.view, Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    style = library.get("night")
    assert style is not None
    assert style_ids(mime) == ["night"]
    assert mime.text() == str(style.path)
    assert mime.hasImage()


def test_escape_is_the_window_s_while_nothing_is_selected(panel: GalleryPanel) -> None:
    def claimed() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, PLAIN)
        event.ignore()
        QApplication.sendEvent(panel.view, event)
        return event.isAccepted()

    assert not claimed()
    panel.view.selecting.select_all()
    assert claimed()


def test_a_tile_is_dragged_from_where_it_is_pressed(
    qtbot: QtBot, panel: GalleryPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[list[str]] = []
    monkeypatch.setattr(view_module, "drag_styles", lambda _view, _model, style_ids: dragged.append(style_ids))
    view, order = panel.view, ids(panel)

    def drag(row: int) -> None:
        start = picture_rect(cell(panel, row)).center()
        for kind, where, buttons in (
            (QEvent.Type.MouseButtonPress, start, LEFT),
            (QEvent.Type.MouseMove, start + QPoint(2, 0), LEFT),
            (QEvent.Type.MouseMove, start + QPoint(30, 10), LEFT),
            (QEvent.Type.MouseMove, start + QPoint(40, 10), LEFT),
            (QEvent.Type.MouseButtonRelease, start + QPoint(40, 10), Qt.MouseButton.NoButton),
        ):
            button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
            event = QMouseEvent(kind, QPointF(where), view.mapToGlobal(QPointF(where)), button, buttons, PLAIN)
            QApplication.sendEvent(view.viewport(), event)

    drag(0)
    assert dragged == [[order[0]]]
    panel.set_current([order[3], order[0]])
    drag(0)
    assert dragged[-1] == [order[3], order[0]]
    view.selecting.select_ids(order[:3])
    drag(1)
    assert dragged[-1] == order[:3]
    assert view.selecting.ids == order[:3]
    assert panel.current_ids() == [order[3], order[0]]
