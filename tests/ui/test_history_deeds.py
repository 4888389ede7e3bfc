"""What is done with versions in the whole window, and undone again."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.project.document import Version
from stylegui.ui.canvas import CompareMode
from stylegui.ui.history.copying import SETTINGS_MIME
from stylegui.ui.history.view import FilmView
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio


@pytest.fixture
def painted(studio: TestStudio, engine: FakeEngine) -> TestStudio:
    """A window with three versions of one photo; the last one is shown, and the strip has the focus."""
    studio.make_ready()
    for _ in range(3):
        studio.paint()
    strip(studio).setFocus()
    return studio


def strip(studio: TestStudio) -> FilmView:
    return studio.session.history.panel.view


def versions(studio: TestStudio) -> list[Version]:
    return list(studio.document.versions)


def select(studio: TestStudio, *places: int) -> None:
    """Select these versions in the strip."""
    view, modifier = strip(studio), Qt.KeyboardModifier.NoModifier
    for place in places:
        where = view.visualRect(view.model().index(place, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)
        modifier = Qt.KeyboardModifier.ControlModifier


def press(studio: TestStudio, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(strip(studio), key, modifiers)


def undo_text(studio: TestStudio) -> str:
    return studio.window.actions_by_id["undo"].text().removeprefix("&Undo: ")


def test_a_new_version_is_selected_and_marked(painted: TestStudio) -> None:
    assert strip(painted).versions == [versions(painted)[2]]
    painted.trigger("older")
    assert painted.document.current is versions(painted)[1]
    assert strip(painted).versions == [versions(painted)[1]]


def test_enter_goes_to_the_version_that_has_the_focus(painted: TestStudio) -> None:
    select(painted, 0)
    assert painted.document.current is versions(painted)[2]
    press(painted, Qt.Key.Key_Return)
    assert painted.document.current is versions(painted)[0]


def test_keys_rate_what_is_selected(painted: TestStudio) -> None:
    select(painted, 0, 1)
    press(painted, Qt.Key.Key_4)
    assert [painted.document.rating(version) for version in versions(painted)] == [4, 4, 0]
    assert undo_text(painted) == "Rate 2 versions ★★★★"
    select(painted, 1)
    press(painted, Qt.Key.Key_R)
    assert painted.document.rating(versions(painted)[1]) == -1
    assert undo_text(painted) == "Reject version 2"
    press(painted, Qt.Key.Key_R)
    assert painted.document.rating(versions(painted)[1]) == 0
    for _ in range(3):
        painted.trigger("undo")
    assert [painted.document.rating(version) for version in versions(painted)] == [0, 0, 0]


def test_keys_on_the_canvas_rate_what_is_shown(painted: TestStudio) -> None:
    select(painted, 0)
    painted.window.canvas.setFocus()
    QTest.keyClick(painted.window.canvas, Qt.Key.Key_5)
    assert [painted.document.rating(version) for version in versions(painted)] == [0, 0, 5]
    QTest.keyClick(painted.window.canvas, Qt.Key.Key_0)
    assert painted.document.rating(versions(painted)[2]) == 0


def test_a_full_stop_marks_a_favourite(painted: TestStudio) -> None:
    marks = painted.session.history.marks
    select(painted, 1)
    press(painted, Qt.Key.Key_Period)
    assert [marks.is_favourite(version) for version in versions(painted)] == [False, True, False]
    painted.trigger("undo")
    assert not marks.is_favourite(versions(painted)[1])
    painted.trigger("redo")
    press(painted, Qt.Key.Key_Period)
    assert not marks.is_favourite(versions(painted)[1])


def test_deleting_is_undone_in_place_with_the_rating(painted: TestStudio) -> None:
    before = versions(painted)
    painted.document.set_rating(before[1], 3)
    select(painted, 1, 2)
    press(painted, Qt.Key.Key_Delete)
    assert versions(painted) == [before[0]]
    assert painted.document.current is None
    assert undo_text(painted) == "Delete 2 versions"
    assert "2 versions were deleted" in painted.message
    painted.trigger("undo")
    assert versions(painted) == before
    assert painted.document.rating(before[1]) == 3
    assert painted.document.current is before[2]
    painted.trigger("redo")
    assert versions(painted) == [before[0]]


def test_the_banner_brings_a_deleted_version_back(painted: TestStudio) -> None:
    before = versions(painted)
    select(painted, 0)
    press(painted, Qt.Key.Key_Delete)
    assert painted.message == "Version 1 was deleted."
    painted.window.canvas.message_action_triggered.emit()
    assert versions(painted) == before


def test_a_title_is_typed_with_f2(painted: TestStudio, qtbot: QtBot) -> None:
    select(painted, 1)
    press(painted, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None and editor is not strip(painted)
    QTest.keyClicks(editor, "Dawn 5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: versions(painted)[1].title == "Dawn 5")
    assert painted.document.rating(versions(painted)[1]) == 0
    painted.trigger("undo")
    assert versions(painted)[1].title == "Coral"


def test_branching_takes_over_everything_and_starts_from_the_picture(painted: TestStudio, qtbot: QtBot) -> None:
    version = versions(painted)[0]
    painted.choose("night")
    painted.document.set_params(painted.document.paint_params.model_copy(update={"strength": 20.0}))
    select(painted, 0)
    painted.trigger("branch")
    document = painted.document
    assert [style.name for style in document.styles] == ["Coral"]
    assert painted.session.blend.ids == ["coral"]
    assert document.params.strength == 60.0
    assert document.request().start_picture is version.result.picture
    assert undo_text(painted) == "Branch from version 1"
    with qtbot.waitSignal(painted.session.painting.finished):
        painted.trigger("start")
        painted.engine.allow(painted.engine.steps)
    assert versions(painted)[-1].parent == version.id
    painted.trigger("undo")
    assert [style.name for style in document.styles] == ["Night"]
    assert painted.session.blend.ids == ["night"]
    assert document.params.strength == 20.0


def test_settings_go_from_one_version_to_another(painted: TestStudio, qtbot: QtBot) -> None:
    document = painted.document
    document.set_params(document.paint_params.model_copy(update={"strength": 33.0}))
    painted.paint()
    painted.choose("night")
    select(painted, 3)
    press(painted, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    content = json.loads(bytes(QGuiApplication.clipboard().mimeData().data(SETTINGS_MIME).data()))
    assert (content["engine"], content["params"]["strength"]) == ("paint", 33.0)
    document.set_params(document.paint_params.model_copy(update={"strength": 80.0}))
    document.set_engine("instant")
    select(painted, 1)
    press(painted, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert document.working.latest is versions(painted)[1], "a preview may be in its place by now"
    assert (document.engine, document.params.strength) == ("paint", 33.0)
    assert [style.name for style in document.styles] == ["Night"]
    assert undo_text(painted) == "Paste settings"
    painted.trigger("undo")
    assert (document.engine, document.paint_params.strength) == ("instant", 80.0)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a poem", "no settings"),
        ('{"engine": "watercolour"}', "does not know"),
        ('{"engine": "paint", "params": {"strength": 900}}', "cannot be understood"),
    ],
)
def test_what_cannot_be_pasted_is_told(painted: TestStudio, text: str, sentence: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)
    before = painted.document.setup
    painted.trigger("paste_settings")
    assert sentence in painted.message
    assert painted.document.setup == before


def test_a_recipe_as_text_is_pasted_as_well(painted: TestStudio) -> None:
    QGuiApplication.clipboard().setText('{"engine": "instant", "params": {"detail": 40}, "styles": []}')
    painted.trigger("paste_settings")
    assert painted.document.engine == "instant"
    assert painted.document.instant_params.detail == 40


def test_the_menu_offers_what_is_possible(painted: TestStudio) -> None:
    def offered(*places: int) -> dict[str, bool]:
        menu = painted.session.history.menu.made([versions(painted)[place] for place in places])
        found = {entry.text().replace("&", ""): entry.isEnabled() for entry in menu.actions() if entry.text()}
        menu.deleteLater()
        return found

    select(painted, 0)
    one, current, two = offered(0), offered(2), offered(0, 1)
    assert one["Go to this version"] and one["Compare with current"] and one["Branch from this version"]
    assert not current["Go to this version"] and not current["Compare with current"]
    assert two["Compare these 2"] and "Rename…" not in two
    assert "Delete this version" in one and "Delete this version" in two


def test_two_versions_are_compared(painted: TestStudio, qtbot: QtBot) -> None:
    menu = painted.session.history.menu.made(versions(painted)[:1])
    next(entry for entry in menu.actions() if entry.text() == "Compare with current").trigger()
    menu.deleteLater()
    qtbot.waitUntil(lambda: painted.session.comparing.other is versions(painted)[0])
    assert painted.document.current is versions(painted)[2]
    assert painted.window.canvas.compare_mode is not CompareMode.OFF


@pytest.mark.parametrize("places", [[0], [0, 1]])
def test_what_is_selected_is_exported_in_one_go(painted: TestStudio, places: list[int]) -> None:
    current = painted.document.current
    menu = painted.session.history.menu.made([versions(painted)[place] for place in places])
    next(entry for entry in menu.actions() if entry.text() == "Export…").trigger()
    menu.deleteLater()
    dialog = painted.session.exporter.dialog
    assert dialog is not None
    with painted.qtbot.waitSignals([painted.session.exporter.saved] * len(places)):
        dialog.accept()
    painted.qtbot.waitUntil(lambda: not painted.session.exporter.writing)
    exported = [painted.session.exporter.has_exported(version) for version in versions(painted)]
    assert exported == [place in places for place in range(3)]
    assert painted.document.current is current


def test_a_peek_shows_on_the_canvas_and_goes(painted: TestStudio, qtbot: QtBot) -> None:
    canvas = painted.window.canvas
    select(painted, 0)
    QTest.keyPress(strip(painted), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: canvas.glimpse is not None)
    assert canvas.glimpse is not None and canvas.glimpse.label == "Version 1"
    QTest.keyRelease(strip(painted), Qt.Key.Key_Space)
    assert canvas.glimpse is None
    assert painted.document.current is versions(painted)[2]


def test_a_version_leaves_as_a_file(painted: TestStudio) -> None:
    path = painted.session.history._taking.file_of(versions(painted)[1])
    assert path.name == "harbour - Coral 2.png"
    assert path.is_file()
    assert painted.session.history._taking.file_of(versions(painted)[1]) == path


def test_the_panel_is_closed_and_comes_back_with_its_action(painted: TestStudio) -> None:
    action, dock = painted.window.actions_by_id["history_panel"], painted.window.docks["history_panel"]
    assert action.isChecked() and dock.isVisible()
    painted.session.history.panel.header.close_button.click()
    assert not action.isChecked() and not dock.isVisible()
    painted.trigger("history_panel")
    assert dock.isVisible()
