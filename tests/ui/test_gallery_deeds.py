"""What an artist does with styles: by menu, in the window about a style, with collections."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from stylegui.library import FAVOURITES, MISSING, OWN, Order, Style, StyleEdit, StyleLibrary
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.gallery.asking import NameDialog
from stylegui.ui.gallery.collection_list import CollectionList
from stylegui.ui.gallery.collections import CollectionBox, OrderButton
from stylegui.ui.gallery.details import DetailsDialog
from stylegui.ui.gallery.search_bar import SearchBar
from stylegui.ui.mime import style_mime
from tests.ui.gallery_library import child, make_library, picture_file

PLAIN = Qt.KeyboardModifier.NoModifier


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
def own(panel: GalleryPanel, library: StyleLibrary, tmp_path: Path) -> Style:
    style = library.add(picture_file(tmp_path, "sea.png")).style
    panel.refresh()
    return style


Choose = Callable[..., None]


def entries(menu: QMenu) -> dict[str, QAction]:
    """The entries of a menu by their words, those of menus inside it as "menu/entry"."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        text = action.text().split("\t")[0]
        if isinstance(inner := action.menu(), QMenu):
            found |= {f"{text}/{name}": each for name, each in entries(inner).items()}
        elif text:
            found[text] = action
    return found


def menu_of(panel: GalleryPanel, *style_ids: str) -> QMenu:
    panel.view.menu_requested.emit(list(style_ids), panel.mapToGlobal(QPoint(60, 60)))
    return next(each for each in panel.findChildren(QMenu) if each.isVisible())


@pytest.fixture
def choose(panel: GalleryPanel) -> Choose:
    def choose(text: str, *style_ids: str) -> None:
        menu = menu_of(panel, *style_ids)
        action = entries(menu)[text]
        assert action.isEnabled()
        action.trigger()
        menu.close()

    return choose


def words_in(panel: GalleryPanel, *style_ids: str) -> dict[str, bool]:
    """The words of a menu and whether they can be chosen."""
    menu = menu_of(panel, *style_ids)
    words = {text: action.isEnabled() for text, action in entries(menu).items()}
    menu.close()
    return words


def ids(panel: GalleryPanel) -> list[str]:
    shown = panel.view.shown
    return [shown.id_at(row) for row in range(shown.rowCount())]


def test_the_menu_of_one_style(panel: GalleryPanel, library: StyleLibrary, choose: Choose) -> None:
    panel.set_current(["dunes"])
    choose("Add to blend", "frost")
    assert panel.current_ids() == ["dunes", "frost"]
    choose("Take out of blend", "frost")
    assert panel.current_ids() == ["dunes"]
    choose("Use this style", "frost")
    assert panel.current_ids() == ["frost"]
    choose("Add to favourites", "frost")
    choose("Rating/★★★", "frost")
    style = library.get("frost")
    assert style is not None and style.favourite and style.rating == 3
    choose("Copy", "frost")
    assert QGuiApplication.clipboard().mimeData().text() == str(style.path)
    words = words_in(panel, "frost")
    assert not words["Remove from the gallery"] and not words["Add to blend"]
    assert "Rename" not in words and "Add a tag…" not in words
    assert "Remove from favourites" in words


def test_the_menu_of_many(
    panel: GalleryPanel, library: StyleLibrary, own: Style, choose: Choose, undo_stack: QUndoStack
) -> None:
    chosen: list[list[str]] = []
    panel.selection_changed.connect(chosen.append)
    choose("Blend these styles", "night", "dunes", own.id)
    assert chosen == [["night", "dunes", own.id]]
    assert "Blend these styles" not in words_in(panel, *ids(panel))
    choose("Remove from the gallery", "night", own.id)
    assert library.get(own.id) is None and library.get("night") is not None
    undo_stack.undo()
    assert library.get(own.id) is not None


def test_styles_are_put_in_a_new_collection_and_taken_out(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, choose: Choose, undo_stack: QUndoStack
) -> None:
    choose("Collections/New collection…", "night", "dunes")
    dialog = child(panel, NameDialog)
    qtbot.keyClicks(child(dialog, QLineEdit), "  For the  wall ")
    qtbot.keyClick(child(dialog, QLineEdit), Qt.Key.Key_Return)
    panel.show_collection("For the wall")
    assert set(ids(panel)) == {"night", "dunes"}
    assert undo_stack.undoText() == "Put 2 styles in “For the wall”"
    choose("Collections/For the wall", "night")
    assert ids(panel) == ["dunes"]
    undo_stack.undo()
    undo_stack.undo()
    assert child(panel, CollectionBox).collection == ""
    assert "For the wall" not in [each.name for each in library.collections()]


def test_a_tag_is_added(qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, own: Style, choose: Choose) -> None:
    choose("Add a tag…", own.id)
    dialog = child(panel, NameDialog)
    dialog.accept()
    assert dialog.isVisible()
    qtbot.keyClicks(child(dialog, QLineEdit), "{calm}")
    dialog.accept()
    style = library.get(own.id)
    assert style is not None and style.tags == ("{calm}",)


def test_the_window_about_an_own_style(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, own: Style, choose: Choose, undo_stack: QUndoStack
) -> None:
    choose("About this style…", own.id)
    dialog = child(panel, DetailsDialog)
    fields = {field.accessibleName(): field for field in dialog.findChildren(QLineEdit)}
    fields["Title"].setText("The sea")
    fields["Artist"].setText("Ada Moreau")
    fields["Tags"].setText("water, calm , water")
    fields["Collections"].setText("Blue")
    child(dialog, QComboBox).setCurrentIndex(5)
    child(dialog, QCheckBox).setChecked(True)
    dialog.accept()
    style = library.get(own.id)
    assert style is not None
    assert (style.title, style.artist, style.tags) == ("The sea", "Ada Moreau", ("water", "calm"))
    assert (style.collections, style.rating, style.favourite) == (("My styles", "Blue"), 5, True)
    assert undo_stack.count() == 1
    undo_stack.undo()
    assert library.get(own.id) == own


def test_a_title_is_needed(panel: GalleryPanel, own: Style, choose: Choose, undo_stack: QUndoStack) -> None:
    choose("About this style…", own.id)
    dialog = child(panel, DetailsDialog)
    fields = {field.accessibleName(): field for field in dialog.findChildren(QLineEdit)}
    fields["Title"].setText("  ")
    assert not dialog.ok.isEnabled()
    fields["Title"].setText(own.title)
    assert dialog.ok.isEnabled()
    dialog.accept()
    assert undo_stack.count() == 0


def test_the_window_about_a_built_in_style_changes_only_marks(
    panel: GalleryPanel, library: StyleLibrary, choose: Choose
) -> None:
    choose("About this style…", "night")
    dialog = child(panel, DetailsDialog)
    assert [field.accessibleName() for field in dialog.findChildren(QLineEdit)] == ["Collections"]
    child(dialog, QLineEdit).setText("Mine")
    dialog.accept()
    style = library.get("night")
    assert style is not None and style.collections == ("Impasto", "Mine") and style.title == "Night wind"


def test_the_list_of_collections_counts(panel: GalleryPanel, library: StyleLibrary, own: Style) -> None:
    box = child(panel, CollectionBox)

    def counts() -> dict[str, int]:
        role = Qt.ItemDataRole.UserRole + 1
        places = [place for place in range(box.count()) if box.itemText(place)]
        return {box.itemText(place): box.itemData(place, role) for place in places}

    assert counts() == {
        "All styles": 6,
        "Favourites": 0,
        "Recently used": 0,
        "My styles": 1,
        "Impasto": 2,
        "Modern": 3,
    }
    library.edit(["night"], StyleEdit(favourite=True, add_collections=("Wall",)))
    panel.refresh()
    assert (counts()["Favourites"], counts()["Wall"]) == (1, 1)
    panel.show_collection(OWN)
    assert ids(panel) == [own.id]


def test_a_missing_picture_is_told_and_can_be_located(
    qtbot: QtBot,
    panel: GalleryPanel,
    library: StyleLibrary,
    own: Style,
    undo_stack: QUndoStack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    choose: Choose,
) -> None:
    saved = shutil.copy(own.path, tmp_path / "elsewhere.png")
    own.path.unlink()
    with qtbot.waitSignal(panel.view.shown.dataChanged):
        panel.view.rows_seen.emit([own.id])
    qtbot.waitUntil(lambda: panel.view.shown.tile(0).missing)
    index = panel.view.shown.index(0, 0)
    assert "the picture is missing" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(own.path) in index.data(Qt.ItemDataRole.ToolTipRole)
    panel.show_collection(MISSING)
    assert ids(panel) == [own.id]
    monkeypatch.setattr(panel.files, "picture", lambda _title, _start: Path(saved))
    messages: list[tuple[str, str]] = []
    panel.message.connect(lambda text, kind: messages.append((text, kind)))
    with qtbot.waitSignal(panel.message):
        choose("Locate…", own.id)
    assert messages == [("“Sea” has its picture again.", "info")]
    style = library.get(own.id)
    assert style is not None and not style.missing
    undo_stack.undo()
    style = library.get(own.id)
    assert style is not None and style.missing
    panel.show_collection(MISSING)
    assert ids(panel) == [own.id]
    undo_stack.redo()
    style = library.get(own.id)
    assert style is not None and not style.missing
    undo_stack.undo()
    Path(saved).unlink()
    undo_stack.redo()
    assert messages[-1][1] == "error" and "elsewhere.png" in messages[-1][0]


def test_the_order_can_be_chosen(panel: GalleryPanel, library: StyleLibrary) -> None:
    library.set_rating("tram", 5)
    button = child(panel, OrderButton)
    by_words = {action.text(): action for action in entries(button.menu()).values()}
    by_words["Best rated first"].trigger()
    assert button.order is Order.RATING
    assert ids(panel)[0] == "tram"
    by_words["By title"].trigger()
    titles = [style.title for style in library.fetch(ids(panel))]
    assert titles == sorted(titles)


def test_a_collection_is_renamed_and_dissolved(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack
) -> None:
    library.edit(["night", "frost"], StyleEdit(add_collections=("Wall",)))
    panel.refresh()
    panel.show_collection("Wall")
    bar = child(panel, SearchBar)
    menu = QMenu(panel)
    bar.menu_wanted.emit(menu)
    entries(menu)["Rename this collection…"].trigger()
    dialog = child(panel, NameDialog)
    child(dialog, QLineEdit).setText("Hall")
    dialog.accept()
    assert bar.collection == "Hall"
    assert set(ids(panel)) == {"night", "frost"}
    menu.clear()
    bar.menu_wanted.emit(menu)
    entries(menu)["Dissolve it (its styles stay)"].trigger()
    assert bar.collection == "" and len(ids(panel)) == 5
    undo_stack.undo()
    assert {each.name for each in library.collections() if each.own} == {"Hall"}
    panel.show_collection(FAVOURITES)
    menu.clear()
    bar.menu_wanted.emit(menu)
    assert list(entries(menu)) == ["Export these as a style pack…"]
    assert not entries(menu)["Export these as a style pack…"].isEnabled()


def test_a_wide_gallery_has_its_collections_beside_the_tiles(
    qtbot: QtBot, panel: GalleryPanel, library: StyleLibrary, undo_stack: QUndoStack
) -> None:
    library.edit(["night"], StyleEdit(add_collections=("Wall",)))
    panel.refresh()
    collections, box = child(panel, CollectionList), child(panel, CollectionBox)
    assert box.isVisible() and not collections.isVisible()
    panel.resize(700, 600)
    assert collections.isVisible() and not box.isVisible()
    model = collections.model()
    places = {model.index(row, 0).data(): model.index(row, 0) for row in range(model.rowCount())}
    qtbot.mouseClick(
        collections.viewport(), Qt.MouseButton.LeftButton, pos=collections.visualRect(places["Wall"]).center()
    )
    assert ids(panel) == ["night"]
    panel.show_collection("Impasto")
    assert collections.currentIndex().data() == "Impasto"

    def drop(words: str) -> bool:
        where = QPointF(collections.visualRect(places[words]).center())
        mime = style_mime(library.fetch(["dunes", "frost"]))
        for event in (
            QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, PLAIN),
            QDragMoveEvent(where.toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, PLAIN),
            QDropEvent(where, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, PLAIN),
        ):
            event.ignore()
            QApplication.sendEvent(collections.viewport(), event)
            if not event.isAccepted():
                return False
        return True

    assert drop("Wall")
    assert set(library.search(collection="Wall")) == {"night", "dunes", "frost"}
    assert undo_stack.undoText() == "Put 2 styles in “Wall”"
    assert collections.currentIndex().data() == "Impasto"
    places = {model.index(row, 0).data(): model.index(row, 0) for row in range(model.rowCount())}
    assert not drop("Modern")
    assert drop("Favourites")
    assert set(library.search(collection=FAVOURITES)) == {"dunes", "frost"}
