"""Deleting asks where the artist wants to be asked, and only there."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.studios import TestStudio, write_photo


def answer(text: str, asked: list[str]) -> None:
    """Press this button of the question that is about to come."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(button for button in box.buttons() if button.text().replace("&", "") == text).click()

    QTimer.singleShot(0, press)


def test_deleting_asks_where_the_artist_wants_it(studio: TestStudio) -> None:
    studio.make_ready()
    studio.paint()
    asked: list[str] = []
    studio.settings.change(confirm_on_delete=True)
    answer("Cancel", asked)
    studio.trigger("discard")
    assert len(studio.document.versions) == 1
    answer("Delete", asked)
    studio.trigger("discard")
    assert len(studio.document.versions) == 0
    assert asked == ["Delete version 1?"] * 2
    studio.trigger("undo")
    studio.settings.change(confirm_on_delete=False)
    studio.trigger("discard")
    assert len(studio.document.versions) == 0


def test_deleting_a_style_asks_too(studio: TestStudio) -> None:
    own = studio.library.add(write_photo(studio.home / "mine.png")).style.id
    studio.settings.change(confirm_on_delete=True)
    asked: list[str] = []
    answer("Cancel", asked)
    studio.window.gallery.view.removal_requested.emit([own])
    assert asked == ["Delete the style “Mine”?"]
    assert studio.library.get(own) is not None
    answer("Delete", asked)
    studio.window.gallery.view.removal_requested.emit([own])
    assert studio.library.get(own) is None
