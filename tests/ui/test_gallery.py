"""The gallery as an artist uses it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QUndoStack, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from stylegui.library import FAVOURITES, OWN, RECENT, StyleLibrary
from stylegui.paths import Paths
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.gallery.delegate import title_lines
from stylegui.ui.gallery.model import StyleRole
from stylegui.ui.gallery.pages import EmptyPage
from stylegui.ui.gallery.tile import picture_rect, star_rect
from tests.ui.gallery_library import child, make_library, picture_file

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Heard:
    """What the panel said."""

    def __init__(self, panel: GalleryPanel) -> None:
        self.activated: list[str] = []
        self.blended: list[str] = []
        self.selections: list[list[str]] = []
        self.messages: list[tuple[str, str]] = []
        self.added: list[list[str]] = []
        panel.style_activated.connect(self.activated.append)
        panel.style_added_to_blend.connect(self.blended.append)
        panel.selection_changed.connect(self.selections.append)
        panel.message.connect(lambda text, kind: self.messages.append((text, kind)))
        panel.styles_added.connect(self.added.append)


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
    yield panel
    panel.shut_down()


@pytest.fixture
def heard(panel: GalleryPanel) -> Heard:
    return Heard(panel)


def shown_ids(panel: GalleryPanel) -> list[str]:
    shown = panel.view.shown
    return [shown.index(row, 0).data(StyleRole.STYLE_ID) for row in range(shown.rowCount())]


def cell(panel: GalleryPanel, style_id: str) -> QRect:
    return panel.view.visualRect(panel.view.shown.index(shown_ids(panel).index(style_id), 0))


@pytest.fixture
def click(qtbot: QtBot, panel: GalleryPanel) -> Callable[..., None]:
    def click(style_id: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        spot = picture_rect(cell(panel, style_id)).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, modifier, spot)

    return click


def positions(panel: GalleryPanel) -> dict[str, int]:
    """The places in the blend that tiles show."""
    rows = range(panel.view.shown.rowCount())
    places = {panel.view.shown.id_at(row): panel.view.shown.tile(row).position for row in rows}
    return {style_id: place for style_id, place in places.items() if place}


def test_the_models_keep_qt_s_rules(
    panel: GalleryPanel, library: StyleLibrary, tmp_path: Path, qtmodeltester: object
) -> None:
    model = panel.view.shown
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    style = library.add(picture_file(tmp_path, "sea.png")).style
    panel.refresh()
    library.rename(style.id, "The sea")
    panel.refresh()
    panel.set_search("the sea")
    library.remove([style.id])
    panel.refresh()
    assert shown_ids(panel) == []
    panel.set_search("")
    assert model.rowCount() == 5


def test_a_click_chooses_one_style(panel: GalleryPanel, heard: Heard, click: Callable[..., None]) -> None:
    click("dunes")
    click("frost")
    assert heard.activated == ["dunes", "frost"]
    assert heard.selections == [["dunes"], ["frost"]]
    assert panel.current_ids() == ["frost"]
    assert positions(panel) == {"frost": 1}


def test_ctrl_click_blends_up_to_four(panel: GalleryPanel, heard: Heard, click: Callable[..., None]) -> None:
    click("dunes")
    for style_id in ("frost", "night", "tram", "discs"):
        click(style_id, CTRL)
    assert heard.selections[-1] == ["dunes", "frost", "night", "tram"]
    assert heard.blended == ["frost", "night", "tram"]
    assert heard.activated == ["dunes"]
    text, kind = heard.messages[-1]
    assert "up to 4" in text and kind == "warning"
    click("frost", CTRL)
    click("discs", CTRL)
    assert panel.current_ids() == ["dunes", "night", "tram", "discs"]
    assert positions(panel) == {"dunes": 1, "night": 2, "tram": 3, "discs": 4}


def test_the_keyboard_moves_without_choosing(qtbot: QtBot, panel: GalleryPanel, heard: Heard) -> None:
    view = panel.view
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Right)
    assert view.current_id() == shown_ids(panel)[1]
    qtbot.keyClick(view, Key.Key_Down)
    assert view.current_id() == shown_ids(panel)[3]
    assert heard.selections == []
    qtbot.keyClick(view, Key.Key_Return)
    assert heard.activated == [shown_ids(panel)[3]]
    qtbot.keyClick(view, Key.Key_End)
    qtbot.keyClick(view, Key.Key_Space)
    assert panel.current_ids() == [shown_ids(panel)[3], shown_ids(panel)[4]]


def test_set_current_shows_the_choice_silently(panel: GalleryPanel, heard: Heard) -> None:
    panel.set_current(["tram", "unknown", "night"])
    assert panel.current_ids() == ["tram", "night"]
    assert positions(panel) == {"tram": 1, "night": 2}
    assert heard.selections == [] and heard.activated == []


def test_the_choice_outlives_a_search(panel: GalleryPanel) -> None:
    panel.set_current(["tram"])
    panel.set_search("dunes")
    assert positions(panel) == {}
    panel.set_search("")
    assert positions(panel) == {"tram": 1}


def test_search_and_collections(qtbot: QtBot, panel: GalleryPanel, heard: Heard) -> None:
    field = child(panel, QLineEdit)
    qtbot.keyClicks(field, "WIND")
    assert shown_ids(panel) == ["night"]
    qtbot.keyClick(field, Key.Key_Return)
    assert heard.activated == ["night"]
    qtbot.keyClick(field, Key.Key_Escape)
    assert len(shown_ids(panel)) == 5
    panel.show_collection("Impasto")
    assert shown_ids(panel) == ["night", "discs"]
    qtbot.keyClick(field, Key.Key_Down)
    assert panel.view.current_id() == "night"


def test_an_empty_search_offers_the_way_out(qtbot: QtBot, panel: GalleryPanel) -> None:
    page, button = child(panel, EmptyPage), child(child(panel, EmptyPage), QPushButton)
    panel.show_collection("Impasto")
    panel.set_search("dunes")
    assert page.isVisible()
    assert page.title == "No style matches “dunes”"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not page.isVisible()
    assert len(shown_ids(panel)) == 5


@pytest.mark.parametrize(
    ("collection", "title", "asks_for_pictures"),
    [
        (FAVOURITES, "No favourites yet", False),
        (RECENT, "Nothing used yet", False),
        (OWN, "No styles of your own yet", True),
    ],
)
def test_empty_collections_say_what_to_do(
    qtbot: QtBot, panel: GalleryPanel, collection: str, title: str, asks_for_pictures: bool
) -> None:
    asked: list[bool] = []
    panel.add_requested.connect(lambda: asked.append(True))
    panel.show_collection(collection)
    page = child(panel, EmptyPage)
    assert page.title == title
    qtbot.mouseClick(child(page, QPushButton), Qt.MouseButton.LeftButton)
    assert bool(asked) == asks_for_pictures
    assert page.isVisible() == asks_for_pictures


def test_the_star_marks_a_favourite_without_choosing(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, heard: Heard
) -> None:
    spot = star_rect(cell(panel, "frost")).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, PLAIN, spot)
    assert library.is_favourite("frost")
    assert heard.selections == []
    panel.show_collection(FAVOURITES)
    assert shown_ids(panel) == ["frost"]
    assert undo_stack.undoText() == "Mark “Frost” as favourite"
    undo_stack.undo()
    assert not library.is_favourite("frost")
    assert shown_ids(panel) == []
    undo_stack.redo()
    panel.view.setFocus()
    panel.reveal("frost")
    qtbot.keyClick(panel.view, Key.Key_Period)
    assert not library.is_favourite("frost")


def test_used_styles_are_found_again(panel: GalleryPanel, qtbot: QtBot, click: Callable[..., None]) -> None:
    click("dunes")
    click("tram")
    panel.shut_down()
    panel.show_collection(RECENT)
    assert shown_ids(panel) == ["tram", "dunes"]


def test_own_pictures_are_added_and_shown(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, heard: Heard, tmp_path: Path
) -> None:
    panel.set_search("wind")
    with qtbot.waitSignal(panel.styles_added):
        panel.add_styles([picture_file(tmp_path, "grey_sea.png"), picture_file(tmp_path, "red.png", 90)])
    sea, red = (library.get(style_id) for style_id in heard.added[0])
    assert sea is not None and red is not None
    assert (sea.title, red.title) == ("Grey sea", "Red")
    assert panel.view.current_id() == sea.id
    assert heard.messages == [("2 pictures are now among your styles.", "info")]
    panel.set_current([sea.id])
    undo_stack.undo()
    assert len(shown_ids(panel)) == 5
    assert heard.selections == [[]]
    undo_stack.redo()
    assert set(heard.added[0]) <= set(shown_ids(panel))


def test_bad_and_known_pictures_are_told(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, heard: Heard, tmp_path: Path
) -> None:
    file = picture_file(tmp_path, "sea.png")
    library.add(file)
    panel.refresh()
    with qtbot.waitSignal(panel.message):
        panel.add_styles([file])
    assert heard.messages.pop() == ("“Sea” is one of your styles already.", "info")
    (tmp_path / "bad.png").write_bytes(b"nothing")
    with qtbot.waitSignal(panel.message):
        panel.add_styles([tmp_path / "bad.png", tmp_path / "gone.png"])
    text, kind = heard.messages.pop()
    assert "“bad.png”" in text and text.endswith("1 more could not be added either.") and kind == "error"
    assert undo_stack.count() == 0


def test_remove_can_be_undone(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, heard: Heard, tmp_path: Path
) -> None:
    style = library.add(picture_file(tmp_path, "sea.png")).style
    panel.refresh()
    panel.set_current([style.id, "dunes"])
    panel.reveal(style.id)
    qtbot.keyClick(panel.view, Key.Key_Delete)
    assert library.get(style.id) is None
    assert heard.selections == [["dunes"]]
    assert heard.messages == [("“Sea” was removed. Undo brings it back.", "info")]
    undo_stack.undo()
    assert library.get(style.id) == style
    assert shown_ids(panel)[0] == style.id


def test_built_in_styles_stay(qtbot: QtBot, panel: GalleryPanel, undo_stack: QUndoStack, heard: Heard) -> None:
    panel.reveal("dunes")
    qtbot.keyClick(panel.view, Key.Key_Delete)
    assert heard.messages == [("“Dunes” comes with the program and stays.", "info")]
    assert undo_stack.count() == 0


def test_what_cannot_be_undone_is_told_and_forgotten(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, heard: Heard, home: Path
) -> None:
    style = library.add(picture_file(home, "sea.png")).style
    panel.refresh()
    panel.reveal(style.id)
    qtbot.keyClick(panel.view, Key.Key_Delete)
    shutil.rmtree(Paths.below(home).data / "trash")
    undo_stack.undo()
    text, kind = heard.messages[-1]
    assert "could not be brought back" in text and kind == "error"
    assert not undo_stack.canRedo()


def test_a_title_is_edited_in_place(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack, tmp_path: Path
) -> None:
    style = library.add(picture_file(tmp_path, "sea.png")).style
    panel.refresh()
    panel.view.setFocus()
    panel.reveal(style.id)
    qtbot.keyClick(panel.view, Key.Key_F2)
    editor = child(panel.view.viewport(), QLineEdit)
    assert editor.text() == "Sea"
    qtbot.keyClicks(editor, "The grey sea")
    with qtbot.waitSignal(undo_stack.indexChanged):
        qtbot.keyClick(editor, Key.Key_Return)
    renamed = library.get(style.id)
    assert renamed is not None and renamed.title == "The grey sea"
    undo_stack.undo()
    assert panel.view.shown.index(0, 0).data() == "Sea"


def test_tiles_fill_the_width_at_every_size(qtbot: QtBot, panel: GalleryPanel) -> None:
    for width in (180, 320, 470, 640):
        panel.resize(width, 400)
        for size in (84, 124, 200, 280):
            panel.set_tile_size_px(size)
            QApplication.processEvents()
            rects = [cell(panel, style_id) for style_id in shown_ids(panel)]
            viewport = panel.view.viewport().width()
            assert max(rect.right() for rect in rects) < viewport
            assert viewport % rects[0].width() < viewport // rects[0].width() + 10
            assert panel.view.horizontalScrollBar().maximum() == 0


def test_ctrl_and_wheel_change_the_tile_size(panel: GalleryPanel) -> None:
    sizes: list[int] = []
    panel.tile_size_changed.connect(sizes.append)
    before = panel.tile_size_px
    centre = QPointF(panel.view.viewport().rect().center())
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(centre, centre, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, phase, False)
    QApplication.sendEvent(panel.view.viewport(), wheel)
    assert panel.tile_size_px > before
    assert child(panel, QSlider).value() == panel.tile_size_px == sizes[-1]
    child(panel, QSlider).setValue(200)
    assert panel.tile_size_px == 200


def test_one_notch_of_the_wheel_scrolls_one_row(panel: GalleryPanel) -> None:
    panel.resize(180, 300)
    QApplication.processEvents()
    centre = QPointF(panel.view.viewport().rect().center())
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(centre, centre, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, PLAIN, phase, False)
    QApplication.sendEvent(panel.view.viewport(), wheel)
    row = panel.view.gridSize().height()
    assert row - 3 <= panel.view.verticalScrollBar().value() <= row


def test_everything_has_a_name_for_a_screen_reader(panel: GalleryPanel, library: StyleLibrary) -> None:
    panel.set_current(["night", "dunes"])
    library.set_favourite("dunes", True)
    index = panel.view.shown.index(shown_ids(panel).index("dunes"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Dunes, Modern, favourite, number 2 in the blend"
    for widget in panel.findChildren(QLineEdit) + panel.findChildren(QSlider) + [panel.view]:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_titles_are_broken_between_words_and_elided_in_their_second_line(panel: GalleryPanel) -> None:
    metrics = QFontMetrics(QFont())
    width_px = metrics.horizontalAdvance("Night Wind over")
    assert title_lines("Night", metrics, width_px) == ["Night"]
    assert title_lines("Night Wind over the Hill", metrics, width_px) == ["Night Wind over", "the Hill"]
    first, second = title_lines("Night Wind over the Furrows and the Hill", metrics, width_px)
    assert first == "Night Wind over"
    assert second.startswith("the Fur")
    assert second.endswith("…")
    (single,) = title_lines("Unbreakable" * 4, metrics, width_px)
    assert single.endswith("…")
