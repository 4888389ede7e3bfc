"""The tour goes through the window, can be left, and stands where it does not cover what it speaks of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.studios import TestStudio


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
