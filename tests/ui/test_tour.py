"""The tour goes through the window, can be left, and stands where it does not cover what it speaks of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio, write_photo
from tests.ui.test_recovering import crashed, offer

OFFER = "New here?"


@pytest.fixture
def newcomer(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[TestStudio]:
    """The studio at its very first start, not shown yet."""
    studio = TestStudio(qtbot, home, engine, newcomer=True)
    yield studio
    studio.end_test()


def begin(studio: TestStudio, *pictures: str) -> None:
    """Show the window, and wait until it is known that there is, or is not, something to restore."""
    recovering = studio.session.recovering
    assert recovering is not None
    with studio.qtbot.waitSignal(studio.queue.engine_ready):
        studio.show(pictures)
    studio.qtbot.waitUntil(lambda: recovering.looked)


def test_it_opens_the_sample_and_goes_from_stop_to_stop(studio: TestStudio) -> None:
    studio.window.resize(1200, 800)
    with studio.qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.trigger("tour")
    tour = studio.session.windows.tour
    titles = []
    for _ in range(tour.count):
        card = tour.card
        assert card is not None
        titles.append(card.accessibleName())
        assert studio.window.rect().contains(card.geometry())
        card.next_button.click()
    assert tour.card is None
    assert len(set(titles)) == tour.count
    assert studio.window.canvas.has_photo


def test_it_goes_back_and_escape_ends_it(studio: TestStudio) -> None:
    studio.open_photo()
    studio.trigger("tour")
    card = studio.session.windows.tour.card
    assert card is not None
    first = card.accessibleName()
    card.next_button.click()
    assert card.accessibleName() != first
    card.back_button.click()
    assert card.accessibleName() == first
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert studio.session.windows.tour.card is None


def test_a_photo_of_the_artist_is_not_replaced(studio: TestStudio) -> None:
    studio.open_photo("mine.png")
    studio.trigger("tour")
    assert studio.document.photo is not None
    assert studio.document.photo.name.startswith("mine")


def test_closing_the_window_ends_it(studio: TestStudio) -> None:
    studio.open_photo()
    studio.trigger("tour")
    studio.end()
    assert studio.session.windows.tour.card is None


def test_it_is_offered_at_the_very_first_start_and_taken(newcomer: TestStudio) -> None:
    begin(newcomer)
    assert newcomer.message.startswith(OFFER)
    banner = newcomer.window.canvas
    (button,) = (each for each in banner.findChildren(QPushButton) if each.text() == "Take the tour")
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert newcomer.session.windows.tour.card is not None
    assert newcomer.message == ""
    assert json.loads(newcomer.paths.settings_file.read_text())["tour_offered"] is True


def test_it_is_not_offered_again(studio: TestStudio) -> None:
    studio.qtbot.waitUntil(lambda: studio.session.recovering is not None and studio.session.recovering.looked)
    assert studio.message == ""


def test_a_photo_on_the_command_line_comes_first(newcomer: TestStudio) -> None:
    with newcomer.qtbot.waitSignal(newcomer.session.intake.photo_loaded):
        begin(newcomer, str(write_photo(newcomer.home / "mine.png")))
    assert newcomer.message == ""
    assert not newcomer.settings.current.tour_offered


@pytest.fixture
def lost(home: Path) -> None:
    """Work that a window before had to leave."""
    crashed(home)


@pytest.mark.usefixtures("lost")
def test_lost_work_comes_first(newcomer: TestStudio) -> None:
    begin(newcomer)
    offer(newcomer).reject()
    assert newcomer.message == ""
    assert not newcomer.settings.current.tour_offered


def test_an_error_is_not_covered_by_it(newcomer: TestStudio) -> None:
    newcomer.session.messages.error("The settings were damaged.")
    begin(newcomer)
    assert newcomer.message == "The settings were damaged."
