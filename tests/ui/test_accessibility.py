"""Everything in every window can be reached by keyboard, has a name, says what it is, and can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QKeySequenceEdit, QLabel, QMenu, QWidget

from stylegui.ui.dialogs.download import DownloadDialog
from stylegui.ui.dialogs.recovery import LostItem, RecoveryDialog
from stylegui.ui.history.film_dialog import FilmDialog
from stylegui.ui.parameters.mixer_corner import MixerCorner
from stylegui.ui.parameters.mixer_field import MixerField
from stylegui.ui.theme import apply_theme
from tests.ui.accessibility import AA, faint, nameless, unreached, without_role
from tests.ui.studios import TestStudio

THEMES = ("dark", "light", "contrast")

BY_COMMAND = (
    "export",
    "settings",
    "explore",
    "make_style",
    "board",
    "commands",
    "manual",
    "shortcuts",
    "diagnosis",
    "licences",
    "about",
)
"""The commands that open a window of their own."""

MADE: dict[str, Callable[[], QDialog]] = {
    "recovery": lambda: RecoveryDialog([LostItem("Harbour", "2 versions"), LostItem("Untitled", "1 painting job")]),
    "download": lambda: DownloadDialog("VGG-19", 575e6, "download.example.org"),
    "film": lambda: FilmDialog((640, 480)),
}
"""Dialogs that come by themselves, or need more than a command."""


@pytest.fixture
def dressed(studio: TestStudio) -> TestStudio:
    """The window in use: a photo, a blend of two styles, two versions, and a queue with one picture in it."""
    studio.make_ready()
    studio.choose("coral", "night")
    studio.paint()
    studio.paint()
    for action_id in ("history_panel", "queue_panel", "history_steps"):
        action = studio.window.actions_by_id[action_id]
        if not action.isChecked():
            action.trigger()
    return studio


@pytest.fixture
def opened(dressed: TestStudio, request: pytest.FixtureRequest) -> Iterator[QWidget]:
    """The window that a command opens."""
    before = set(_shown())
    if request.param == "keys":
        dressed.session.help.change_shortcuts()
    else:
        dressed.trigger(request.param)
    dressed.qtbot.waitUntil(lambda: bool(set(_shown()) - before))
    (window,) = set(_shown()) - before
    dressed.qtbot.waitExposed(window)
    # So tall that everything in it can be seen.
    window.resize(window.width(), max(window.height(), 2400))
    _settle()
    yield window
    window.close()


def test_the_window_is_accessible(dressed: TestStudio) -> None:
    check_use(dressed.window, dressed)


def test_the_window_can_be_read(dressed: TestStudio) -> None:
    check_reading(dressed.window)


@pytest.mark.parametrize("opened", [*BY_COMMAND, "keys"], indirect=True)
def test_every_other_window_is_accessible_and_can_be_read(dressed: TestStudio, opened: QWidget) -> None:
    check_use(opened, dressed)
    check_reading(opened)


@pytest.mark.parametrize("name", sorted(MADE))
def test_dialogs_that_come_by_themselves_are_accessible_and_can_be_read(dressed: TestStudio, name: str) -> None:
    dialog = MADE[name]()
    dressed.qtbot.addWidget(dialog)
    dialog.show()
    dressed.qtbot.waitExposed(dialog)
    check_use(dialog, dressed)
    check_reading(dialog)


def test_what_a_click_on_a_corner_does_stands_in_the_menu_of_the_field(dressed: TestStudio) -> None:
    """The corners of the mixer are no stops of the Tab key: four more would only be in the way."""
    (field,) = dressed.window.findChildren(MixerField)
    field.show_menu(field.mapToGlobal(field.rect().center()))
    (menu,) = field.findChildren(QMenu)
    entries = {action.text() for action in menu.actions()}
    corners = [each for each in dressed.window.findChildren(MixerCorner) if each.isVisible()]
    menu.close()
    assert len(corners) == 2
    assert {each.accessibleName() for each in corners} <= entries


def test_a_field_for_keys_says_which_are_in_it(dressed: TestStudio) -> None:
    field = QKeySequenceEdit(QKeySequence("Ctrl+Return"))
    dressed.qtbot.addWidget(field)
    face = QAccessible.queryAccessibleInterface(field)
    assert face is not None
    assert face.role() == QAccessible.Role.HotkeyField
    assert face.text(QAccessible.Text.Value) == "Ctrl+Enter"


def test_a_text_that_cannot_be_read_is_found(dressed: TestStudio) -> None:
    """That the measure sees: grey on grey fails it, and so does a button that nothing names."""
    window = QWidget()
    dressed.qtbot.addWidget(window)
    label = QLabel("Hardly", window)
    label.setStyleSheet("color: #777777; background: #666666")
    window.show()
    dressed.qtbot.waitExposed(window)
    (found,) = faint(window)
    assert "'Hardly'" in found
    label.setStyleSheet("color: #ffffff; background: #666666")
    assert faint(window) == []
    assert AA == 4.5


def check_use(root: QWidget, studio: TestStudio) -> None:
    """Every part has a name and a role, and the keyboard comes to it."""
    in_menus = {action for _, action in studio.window.actions_by_id.items()}
    assert nameless(root) == []
    assert without_role(root) == []
    assert unreached(root, in_menus) == []


def check_reading(root: QWidget) -> None:
    """Every text can be read in every theme, also when the theme changes while the window is open."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    trouble = {}
    for theme in THEMES:
        apply_theme(app, theme)  # type: ignore[arg-type]
        _settle()
        if found := faint(root):
            trouble[theme] = found
    assert trouble == {}, "\n".join(f"{theme}: {each}" for theme, found in trouble.items() for each in found)


def _shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
