"""The window itself: its menus and keys, its panels, how it opens and closes."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from stylegui.paths import Paths
from stylegui.ui import closing
from stylegui.ui.actions import commands, is_single_key
from stylegui.ui.canvas import CompareMode
from stylegui.ui.queue.question import Fate
from stylegui.ui.window_state import restore_window, save_window
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio


def menu_actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += menu_actions(inner) if isinstance(inner, QMenu) else [action]
    return found


def all_menu_actions(studio: TestStudio) -> list[QAction]:
    menus = [action.menu() for action in studio.window.menuBar().actions()]
    return [action for menu in menus if isinstance(menu, QMenu) for action in menu_actions(menu)]


def test_the_window_is_there_without_torch(home: Path) -> None:
    """torch is loaded in the job thread once the window stands: building and showing it must not import it."""
    script = (
        "import sys\n"
        "from stylegui import app\n"
        "from stylegui.paths import Paths\n"
        "from stylegui.settings import SettingsStore\n"
        "from stylegui.ui.crash import CrashReporter\n"
        "paths = Paths.of_user()\n"
        "settings = SettingsStore(paths.settings_file)\n"
        "qt = app.make_application(settings)\n"
        "studio = app.Studio(qt, paths, CrashReporter(paths.log_file), settings=settings)\n"
        "studio.window.show()\n"
        "qt.processEvents()\n"
        "print('torch' in sys.modules)\n"
        "studio.end()\n"
        "studio.close()\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_damaged_settings_are_told_by_the_program_as_it_starts(home: Path) -> None:
    settings_file = Paths.below(home).settings_file
    settings_file.parent.mkdir(parents=True, exist_ok=True)
    settings_file.write_text("{bad")
    script = (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from stylegui import app\n"
        "def look(studio, pictures=()):\n"
        "    print(studio.window.canvas.message)\n"
        "    studio.end()\n"
        "    QTimer.singleShot(0, QCoreApplication.quit)\n"
        "app.Studio.show = look\n"
        "app.run()\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("The settings were damaged")


def test_every_command_stands_in_a_menu(studio: TestStudio) -> None:
    in_menus = {action.objectName() for action in all_menu_actions(studio)}
    assert {command.id for command in commands()} <= in_menus


def test_no_key_does_two_things(studio: TestStudio) -> None:
    keys = Counter(
        sequence.toString() for _, action in studio.window.actions_by_id.items() for sequence in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_menu_letters_are_unique(studio: TestStudio) -> None:
    for top in studio.window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        letters = Counter(
            text[text.index("&") + 1].lower() for action in menu.actions() if "&" in (text := action.text())
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], top.text()


@pytest.mark.parametrize(
    ("keys", "single"),
    [("P", True), ("Shift+?", True), ("Esc", True), ("F11", False), ("Shift+F3", False), ("Ctrl+P", False)],
)
def test_plain_keys_are_told_from_others(keys: str, single: bool) -> None:
    assert is_single_key(QKeySequence(keys)) is single


def test_plain_keys_act_on_the_canvas_and_not_while_typing(studio: TestStudio, qtbot: QtBot) -> None:
    window = studio.window
    studio.open_photo()
    assert not window.actions_by_id["compare_next"].isEnabled(), "there is nothing to compare yet"
    studio.choose("coral")
    studio.start()
    qtbot.waitUntil(lambda: window.canvas.has_result)
    window.activateWindow()
    search = window.gallery.findChild(QLineEdit)
    assert search is not None
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_M)
    assert search.text() == "m"
    assert window.canvas.compare_mode is CompareMode.OFF
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_M)
    assert window.canvas.compare_mode is not CompareMode.OFF
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.trigger("stop")


def test_escape_on_the_canvas_stops_and_so_does_the_long_key(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    for modifier, key in (
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape),
        (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Return),
    ):
        studio.start()
        with qtbot.waitSignal(studio.session.painting.finished):
            qtbot.keyClick(studio.window.canvas, key, modifier)


def test_keys_can_be_rebound_and_switched_off(studio: TestStudio) -> None:
    actions = studio.window.actions_by_id
    studio.settings.change(shortcuts={"start": "Ctrl+R", "pause": "Ctrl+P; K", "stop": ""})
    assert [key.toString() for key in actions["start"].shortcuts()] == ["Ctrl+R"]
    assert "Ctrl+R" in actions["start"].toolTip()
    assert [key.toString() for key in actions["pause"].shortcuts()] == ["Ctrl+P"]
    assert actions["stop"].shortcuts() == []
    studio.settings.change(shortcuts={})
    assert actions["start"].shortcuts()[0].toString() == "Ctrl+Return"


def test_every_tool_has_a_name_and_a_tip(studio: TestStudio) -> None:
    bar = studio.window.findChild(QToolBar, "tools")
    assert bar is not None
    tools = [tool for tool in bar.findChildren(QToolButton) if tool.isVisible()]
    assert len(tools) > 8
    for tool in tools:
        assert tool.accessibleName() or tool.text()
        assert tool.toolTip()


def test_zoom_and_comparison_follow_their_actions(studio: TestStudio) -> None:
    studio.make_ready()
    studio.paint()
    canvas = studio.window.canvas
    studio.trigger("zoom_actual")
    assert studio.window.zoom_button.text() == "100 %"
    studio.trigger("zoom_in")
    assert canvas.zoom > 1
    studio.trigger("zoom_fit")
    assert canvas.is_fitted
    modes: list[str] = []
    canvas.compare_mode_changed.connect(modes.append)
    studio.trigger("compare_wipe")
    studio.trigger("compare_next")
    assert modes == [CompareMode.WIPE, CompareMode.SIDE_BY_SIDE]
    assert studio.window.actions_by_id["compare_side"].isChecked()
    studio.trigger("swap")
    assert canvas.sides_swapped
    studio.trigger("original")
    assert canvas.is_peeking


def test_panels_hide_together_and_come_back_as_they_were(studio: TestStudio) -> None:
    window, actions = studio.window, studio.window.actions_by_id
    studio.trigger("styles_panel")
    assert window.styles_dock.isHidden()
    assert not actions["styles_panel"].isChecked()
    studio.trigger("panels")
    assert window.parameters_dock.isHidden()
    assert actions["panels"].isChecked()
    studio.trigger("panels")
    assert not window.parameters_dock.isHidden()
    assert window.styles_dock.isHidden()
    studio.trigger("styles_panel")
    assert not window.styles_dock.isHidden()


def test_full_screen_goes_on_and_off(studio: TestStudio) -> None:
    studio.trigger("full_screen")
    assert studio.window.isFullScreen()
    studio.trigger("full_screen")
    assert not studio.window.isFullScreen()


def test_the_window_stands_where_it_stood(studio: TestStudio, tmp_path: Path) -> None:
    window, store = studio.window, tmp_path / "state" / "window.ini"
    height_px = window.height() - 60
    window.resize(window.width(), height_px)
    window.styles_dock.hide()
    save_window(window, store)
    window.resize(window.width(), height_px + 40)
    window.styles_dock.show()
    restore_window(window, store)
    assert window.height() == height_px
    assert window.styles_dock.isHidden()


def test_a_window_without_a_frame_does_not_wander(
    studio: TestStudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, store = studio.window, tmp_path / "window.ini"
    monkeypatch.setattr(window, "frameGeometry", window.geometry)
    window.setGeometry(0, 0, window.width(), window.height() - 60)
    place = window.geometry()
    save_window(window, store)
    window.move(200, 120)
    restore_window(window, store)
    assert window.geometry() == place


def test_a_disk_that_takes_nothing_does_not_keep_the_window_from_closing(
    studio: TestStudio, tmp_path: Path, expect_log: ExpectLog
) -> None:
    (tmp_path / "state").write_text("no folder can be made here")
    expect_log("cannot be remembered")
    save_window(studio.window, tmp_path / "state" / "deeper" / "window.ini")


def test_what_goes_wrong_at_the_end_keeps_nothing_else_from_ending(
    studio: TestStudio, home: Path, expect_log: ExpectLog
) -> None:
    def broken() -> None:
        raise RuntimeError("an error in the program")

    expect_log("something could not be ended")
    studio.session.closing._steps.insert(0, broken)
    studio.end()
    assert not studio.window.isVisible()
    assert studio.queue._thread.isFinished()
    assert list((home / "state" / "recovery").iterdir()) == []


def test_a_place_off_all_screens_is_ignored(studio: TestStudio, tmp_path: Path) -> None:
    window, store = studio.window, tmp_path / "window.ini"
    window.move(QPoint(30_000, 30_000))
    save_window(window, store)
    restore_window(window, store)
    assert window.screen().geometry().intersects(window.frameGeometry())


@pytest.mark.parametrize("content", [b"", b"\xff\x00nonsense", b"[General]\ngeometry=7\nlayout=@ByteArray(x)\n"])
def test_a_damaged_window_state_is_ignored(studio: TestStudio, tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "window.ini"
    store.write_bytes(content)
    restore_window(studio.window, store)
    assert not studio.window.styles_dock.isHidden()


def test_the_theme_changes_while_the_window_is_open(studio: TestStudio) -> None:
    studio.settings.change(theme="light")
    light = studio.window.palette().window().color().lightness()
    studio.settings.change(theme="dark")
    assert studio.window.palette().window().color().lightness() < light


def test_settings_change_at_once(studio: TestStudio) -> None:
    studio.trigger("settings")
    dialog = studio.session.preferences.dialog
    assert dialog is not None
    dialog.setting_changed.emit("theme", "light")
    assert studio.settings.current.theme == "light"
    dialog.setting_changed.emit("threads", -5)
    assert studio.settings.current.threads == 0
    dialog.close()
    assert studio.session.preferences.dialog is None


@pytest.mark.parametrize("name", ["shortcuts", "about"])
def test_help_opens(studio: TestStudio, name: str) -> None:
    studio.trigger(name)
    dialogs = [
        widget for widget in studio.window.children() if type(widget).__name__.endswith(("Sheet", "AboutDialog"))
    ]
    assert len(dialogs) == 1
    dialogs[0].close()  # type: ignore[attr-defined]


def test_the_canvas_menu_offers_what_can_be_done(studio: TestStudio) -> None:
    studio.window.canvas.context_menu_requested.emit(QPoint(10, 10))
    menus = [menu for menu in studio.window.findChildren(QMenu) if menu.isVisible()]
    assert [action.objectName() for action in menus[0].actions()][:2] == ["open", "paste"]
    menus[0].close()


@pytest.mark.parametrize("fate", Fate)
def test_closing_while_painting_asks(
    studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fate: Fate
) -> None:
    monkeypatch.setattr(closing, "ask_about_jobs", lambda *_, **__: fate)
    studio.make_ready()
    studio.start()
    closes = fate is not Fate.STAY
    assert studio.window.close() is closes
    assert studio.window.isVisible() is not closes
    assert studio.session.painting.busy
    if not closes:
        with qtbot.waitSignal(studio.session.painting.finished):
            studio.engine.allow_all()
    assert studio.session.closing.keeps is (fate is Fate.LATER)


@pytest.mark.parametrize("results", [1, 2])
def test_closing_asks_for_results_that_were_not_exported(
    studio: TestStudio, monkeypatch: pytest.MonkeyPatch, results: int
) -> None:
    asked: list[str] = []

    def refuse(_window: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", refuse)
    studio.make_ready()
    for _ in range(results):
        studio.paint()
    assert not studio.window.close()
    for _ in range(results):
        studio.trigger("export")
        dialog = studio.session.exporter.dialog
        assert dialog is not None
        with studio.qtbot.waitSignal(studio.session.exporter.saved):
            dialog.accept()
        studio.document.select_version(studio.document.versions[0])
    assert len(asked) == 1
    assert asked[0].startswith("A result" if results == 1 else "2 results")
    assert studio.window.close()


def test_closing_does_not_ask_where_it_was_told_not_to(studio: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: pytest.fail("asked"))
    studio.settings.change(confirm_on_close_while_busy=False)
    studio.make_ready()
    studio.start()
    assert studio.window.close()


def test_a_paused_painting_does_not_keep_the_window_open(studio: TestStudio) -> None:
    studio.make_ready()
    studio.start()
    studio.trigger("pause")
    studio.end()
    assert not studio.window.isVisible()


def test_an_error_in_a_slot_is_told_and_the_window_goes_on(studio: TestStudio, qtbot: QtBot) -> None:
    studio.crash.report("ValueError: surprise")
    qtbot.waitUntil(lambda: studio.crash.dialog is not None)
    studio.crash.report("ValueError: another")
    dialog = studio.crash.dialog
    assert dialog is not None
    assert "go on" in dialog.text()
    assert dialog.detailedText() == "ValueError: surprise"
    dialog.accept()
    assert studio.crash.dialog is None
    studio.make_ready()
    studio.paint()


def test_an_engine_that_cannot_be_loaded_is_told(
    qtbot: QtBot, home: Path, engine: FakeEngine, expect_log: ExpectLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_engine: FakeEngine) -> None:
        raise OSError("libtorch.so is missing")

    expect_log("warm-up failed")
    monkeypatch.setattr(FakeEngine, "_warm_up", break_down)
    studio = TestStudio(qtbot, home, engine)
    with qtbot.waitSignal(studio.queue.engine_ready):
        studio.show()
    assert "could not be loaded" in studio.message
    studio.end_test()
