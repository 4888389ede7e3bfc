"""Comparing in the window: the menu, the button, versions with each other, and what the next start remembers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.project.document import Version
from stylegui.ui.canvas import CompareMode
from stylegui.ui.comparing import COMPARE_ACTIONS
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio

COLOURS = ((200, 30, 30), (30, 30, 200), (30, 160, 60), (200, 160, 20))


def add_versions(studio: TestStudio, count: int) -> list[Version]:
    """Versions of plain colours."""
    photo = studio.document.photo
    assert photo is not None
    pictures = [Picture(np.full((64, 96, 3), colour, np.uint8)) for colour in COLOURS[:count]]
    return [studio.document.add_version(photo, Result(picture, {}, True), "Coral") for picture in pictures]


def colours_of(studio: TestStudio) -> set[tuple[int, int, int]]:
    """Which of the versions' colours are seen on the canvas."""
    shown = studio.window.canvas.grab().toImage()
    found = set()
    for x in range(0, shown.width(), 7):
        for y in range(0, shown.height(), 7):
            colour = shown.pixelColor(x, y)
            found.add((colour.red(), colour.green(), colour.blue()))
    return found & set(COLOURS)


def mode_of(studio: TestStudio) -> CompareMode:
    return studio.window.canvas.compare_mode


@pytest.fixture
def versions(studio: TestStudio) -> list[Version]:
    """Four versions, and the newest on the canvas."""
    studio.open_photo()
    return add_versions(studio, 4)


def entries(studio: TestStudio) -> dict[str, QAction]:
    menu = studio.window.compare_menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def test_two_versions_are_compared_with_each_other(studio: TestStudio, versions: list[Version], qtbot: QtBot) -> None:
    studio.session.comparing.compare([versions[0], versions[2]])
    assert studio.document.current is versions[2]
    qtbot.waitUntil(lambda: colours_of(studio) == {COLOURS[0], COLOURS[2]})
    canvas = studio.window.canvas
    assert canvas.compare_mode is CompareMode.WIPE
    assert canvas.accessibleDescription().startswith("Version 1 and Version 3")


def test_the_menu_offers_photo_styles_and_other_versions(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    add_versions(studio, 4)
    studio.trigger("compare_wipe")
    offered = entries(studio)
    assert list(offered) == ["Photo", "Coral", *(f"Version {number} · Coral" for number in (3, 2, 1))]
    assert offered["Photo"].isChecked()
    offered["Version 2 · Coral"].trigger()
    qtbot.waitUntil(lambda: colours_of(studio) == {COLOURS[1], COLOURS[3]})
    assert entries(studio)["Version 2 · Coral"].isChecked()
    entries(studio)["Coral"].trigger()
    assert studio.window.canvas.reference_label == "Coral"
    entries(studio)["Photo"].trigger()
    assert studio.window.canvas.reference_label == "Photo"


def test_a_version_that_is_deleted_is_compared_with_no_longer(
    studio: TestStudio, versions: list[Version], qtbot: QtBot
) -> None:
    studio.session.comparing.compare([versions[0], versions[2]])
    qtbot.waitUntil(lambda: studio.window.canvas.reference_label == "Version 1")
    studio.document.remove_version(versions[0])
    assert studio.window.canvas.reference_label == "Photo"
    assert studio.session.comparing.other is None


def test_several_versions_are_seen_rated_and_one_is_taken(
    studio: TestStudio, versions: list[Version], qtbot: QtBot
) -> None:
    canvas = studio.window.canvas
    studio.trigger("compare_side")
    studio.trigger("compare_grid")
    qtbot.waitUntil(lambda: colours_of(studio) == set(COLOURS))
    canvas.setFocus()
    QTest.mouseMove(canvas, canvas.panes()[1].center())
    QTest.keyClick(canvas, Qt.Key.Key_4)
    assert [studio.document.rating(version) for version in versions] == [0, 4, 0, 0]
    studio.trigger("undo")
    assert studio.document.rating(versions[1]) == 0
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert studio.document.current is versions[1]
    assert canvas.compare_mode is CompareMode.SIDE_BY_SIDE
    assert canvas.contacts == ()


def test_chosen_versions_are_seen_together_and_esc_goes_back(
    studio: TestStudio, versions: list[Version], qtbot: QtBot
) -> None:
    canvas = studio.window.canvas
    studio.session.comparing.compare(versions[:3])
    qtbot.waitUntil(lambda: colours_of(studio) == set(COLOURS[:3]))
    studio.document.remove_version(versions[1])
    assert canvas.contact_keys == (versions[0].id, versions[2].id)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.compare_mode is CompareMode.OFF


def test_a_picture_painted_meanwhile_joins_the_others(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    add_versions(studio, 2)
    studio.trigger("compare_grid")
    studio.start()
    canvas = studio.window.canvas
    qtbot.waitUntil(lambda: len(canvas.panes()) == 3)
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow(studio.engine.steps)
    assert [contact.label for contact in canvas.contacts] == ["Version 1", "Version 2", "Version 3"]


def test_every_way_can_be_chosen_and_the_key_goes_round(studio: TestStudio, versions: list[Version]) -> None:
    canvas, actions = studio.window.canvas, studio.window.actions_by_id
    seen = []
    for _ in range(6):
        studio.trigger("compare_next")
        seen.append(canvas.compare_mode)
    assert seen == ["wipe", "side_by_side", "flicker", "difference", "lens", "off"]
    for name, mode in COMPARE_ACTIONS.items():
        studio.trigger(name)
        assert canvas.compare_mode is mode
        assert [each for each in COMPARE_ACTIONS if actions[each].isChecked()] == [name]


def test_the_button_compares_and_stops_to(studio: TestStudio, versions: list[Version]) -> None:
    button = studio.window.compare_button
    studio.trigger("compare_lens")
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center() / 2)
    assert mode_of(studio) is CompareMode.OFF
    assert not button.isChecked()
    assert "Lens" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center() / 2)
    assert mode_of(studio) is CompareMode.LENS
    menu = button.menu()
    menu.aboutToShow.emit()
    entries = {action.text().split("\t")[0].replace("&", ""): action for action in menu.actions()}
    assert entries["Lens"].isChecked()
    assert not entries["Lens"].icon().isNull()
    entries["Flicker"].trigger()
    assert mode_of(studio) is CompareMode.FLICKER


def test_keys_turn_the_wipe_and_set_each_way(studio: TestStudio, versions: list[Version]) -> None:
    canvas, actions = studio.window.canvas, studio.window.actions_by_id
    assert not actions["wipe_turn"].isEnabled()
    studio.trigger("compare_wipe")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_W)
    assert canvas.wipe_angle == 90
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert canvas.wipe_position > 0.5
    QTest.keyClick(canvas, Qt.Key.Key_BraceRight)
    assert canvas.wipe_angle == 95
    studio.trigger("compare_side")
    assert not actions["compare_more"].isEnabled()
    studio.trigger("compare_lens")
    before = canvas.comparison_state()["lens"]["radius_px"]
    QTest.keyClick(canvas, Qt.Key.Key_BracketLeft)
    assert canvas.comparison_state()["lens"]["radius_px"] < before


def test_nothing_can_be_compared_before_there_is_a_result(studio: TestStudio) -> None:
    names = [*COMPARE_ACTIONS, "compare_next", "swap", "original", "wipe_turn", "compare_more"]
    studio.open_photo()
    assert not any(studio.window.actions_by_id[name].isEnabled() for name in names)
    assert not studio.window.compare_button.isEnabled()


@pytest.mark.parametrize("angle", [33, -120])
def test_the_way_of_comparing_is_there_again_at_the_next_start(
    qtbot: QtBot, home: Path, engine: FakeEngine, angle: int
) -> None:
    with started(qtbot, home, engine) as studio:
        studio.window.canvas.set_compare_mode("wipe")
        studio.window.canvas.set_wipe_angle(angle)
        studio.window.canvas.set_wipe_position(0.25)
    with started(qtbot, home, engine) as studio:
        canvas = studio.window.canvas
        assert canvas.compare_mode is CompareMode.WIPE
        assert (canvas.wipe_angle, canvas.wipe_position) == (angle, 0.25)


@contextmanager
def started(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[TestStudio]:
    """A window that is closed again."""
    studio = TestStudio(qtbot, home, engine)
    with qtbot.waitSignal(studio.queue.engine_ready):
        studio.show()
    try:
        yield studio
    finally:
        studio.end_test()
