"""The mood board in the whole window: what is dropped, moved, written, undone, kept and exported."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from stylegui.project.archive import load_project, save_project
from stylegui.project.board import Board, Pin, read_board
from stylegui.ui.board.window import BoardWindow
from stylegui.ui.canvas.drag_out import drag_mime
from stylegui.ui.mime import style_mime
from tests.ui.studios import TestStudio, write_photo
from tests.unit.project.documents import document_in

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(studio: TestStudio) -> BoardWindow:
    studio.trigger("board")
    board = studio.session.windows.boarding.board
    assert board is not None
    studio.qtbot.waitExposed(board)
    return board


def kept(studio: TestStudio) -> Board:
    """The board as the document holds it."""
    return read_board(studio.document.section("board"))


def has_pins(studio: TestStudio, count: int) -> bool:
    return len(kept(studio).pins) == count


def drop(studio: TestStudio, window: BoardWindow, mime: QMimeData, x: int = 300, y: int = 250) -> list[Pin]:
    """Drop something and wait for its pins."""
    before, at = {pin.id for pin in kept(studio).pins}, QPoint(x, y)
    coming = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(window.view.viewport(), coming)
    assert coming.isAccepted()
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(window.view.viewport(), event)
    assert event.isAccepted()
    studio.qtbot.waitUntil(lambda: len(kept(studio).pins) > len(before))
    return [pin for pin in kept(studio).pins if pin.id not in before]


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def pin_notes(studio: TestStudio, window: BoardWindow, *texts: str) -> list[Pin]:
    """Pin notes beside each other."""
    for place, text in enumerate(texts):
        window.deeds.pin_text(text, QPointF(300.0 * place, 17.0 * place), QPointF())
    return list(kept(studio).pins)


def on_screen(window: BoardWindow, pin: Pin, dx: float = 0, dy: float = 0) -> QPoint:
    """A point of a pin, from its middle, in the view."""
    return window.view.mapFromScene(QPointF(pin.x + pin.width / 2 + dx, pin.y + pin.height / 2 + dy))


def drag(window: BoardWindow, start: QPoint, way: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, move in steps, and let go."""
    port = window.view.viewport()
    QTest.mousePress(port, LEFT, modifiers, start)
    for step in range(1, 9):
        at = QPointF(start + way * (step / 8))
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove, at, QPointF(port.mapToGlobal(at)), Qt.MouseButton.NoButton, LEFT, modifiers
        )
        QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, LEFT, modifiers, start + way)


def test_styles_are_dropped_with_their_titles_and_pictures(studio: TestStudio, window: BoardWindow) -> None:
    pins = drop(studio, window, style_mime(studio.library.fetch(["coral", "night"])))
    assert [(pin.kind, pin.ref, pin.text) for pin in pins] == [("style", "coral", "Coral"), ("style", "night", "Night")]
    assert all(pin.digest in studio.document.store for pin in pins)
    assert window.scene.chosen == {pin.id for pin in pins}
    assert pins[0].width / pins[0].height == pytest.approx(48 / 32)


def test_a_version_is_dragged_from_the_strip_and_gone_to_again(studio: TestStudio, window: BoardWindow) -> None:
    studio.make_ready()
    studio.paint()
    version = studio.document.versions[0]
    (pin,) = drop(studio, window, drag_mime(QImage(), None, version.id))
    assert (pin.kind, pin.ref) == ("version", version.id)
    assert pin.digest == version.result.picture.digest
    studio.document.leave_version()
    window.scene.choose([pin.id])
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    assert studio.document.current is version


def test_the_drag_out_of_the_strip_says_which_version_it_is(
    studio: TestStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.make_ready()
    studio.paint()
    dragged: list[Any] = []
    monkeypatch.setattr("stylegui.ui.history.taking.drag_out", lambda *args: dragged.extend(args))
    studio.session.history.panel.view.drag_wanted.emit(studio.document.versions[0])
    assert dragged[-1] == studio.document.versions[0].id


def test_picture_files_are_dropped_and_a_broken_one_is_told(
    studio: TestStudio, window: BoardWindow, tmp_path: Path
) -> None:
    good, broken = write_photo(tmp_path / "sky.png", 60, 20), tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    (pin,) = drop(studio, window, files(good, broken))
    assert pin.kind == "picture"
    assert pin.width / pin.height == pytest.approx(3)
    assert "broken.png" in window._foot.text()


def test_pictures_and_words_are_pasted(studio: TestStudio, window: BoardWindow) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    window.menu.paste.trigger()
    studio.qtbot.waitUntil(lambda: len(kept(studio).pins) == 1)
    QGuiApplication.clipboard().setText("softer edges")
    window.menu.paste.trigger()
    assert [(pin.kind, pin.text) for pin in kept(studio).pins] == [("picture", ""), ("note", "softer edges")]
    first, second = (pin.whole for pin in kept(studio).pins)
    assert not first.near(second)


def test_a_double_click_writes_a_note_and_an_empty_one_is_none(studio: TestStudio, window: BoardWindow) -> None:
    port, at = window.view.viewport(), QPoint(200, 150)
    QTest.mouseDClick(port, LEFT, NONE, at)
    assert window.scene.writing
    QTest.keyClicks(port, "warmer light")
    QTest.keyClick(port, Qt.Key.Key_Escape)
    (note,) = kept(studio).pins
    assert (note.text, QPointF(note.x, note.y)) == ("warmer light", window.view.mapToScene(at))
    QTest.mouseDClick(port, LEFT, NONE, QPoint(600, 400))
    assert window.scene.writing
    QTest.keyClick(port, Qt.Key.Key_Escape)
    assert len(kept(studio).pins) == 1
    assert studio.session._undo_stack.count() == 1


def test_a_note_grows_with_its_words(studio: TestStudio, window: BoardWindow) -> None:
    (note,) = pin_notes(studio, window, "one")
    window.scene.write(note.id)
    QTest.keyClicks(window.view.viewport(), "many words " * 40)
    window.scene.end_writing()
    (longer,) = kept(studio).pins
    assert longer.width == note.width
    assert longer.height > note.height


def test_keys_belong_to_the_words_while_they_are_written(studio: TestStudio, window: BoardWindow) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    window.activateWindow()
    window.view.setFocus()
    window.scene.write(second.id)
    port, ctrl = window.view.viewport(), Qt.KeyboardModifier.ControlModifier
    QTest.keyClicks(port, "soft, 5 P")
    QTest.keyClick(port, Qt.Key.Key_Z, ctrl)
    QTest.keyClicks(port, "warm")
    QTest.keyClick(port, Qt.Key.Key_Left)
    QTest.keyClick(port, Qt.Key.Key_Delete)
    QTest.keyClick(port, Qt.Key.Key_Escape)
    assert kept(studio).pin(first.id) == first
    written = kept(studio).pin(second.id)
    assert written is not None
    assert written.text.endswith("war")
    assert (written.x, written.y) == (second.x, second.y)
    assert window.isVisible()


def test_pins_are_moved_by_hand_and_it_is_undone(studio: TestStudio, window: BoardWindow) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    window.view.fit()
    window.scene.choose([])
    drag(window, on_screen(window, first), QPoint(40, 130), Qt.KeyboardModifier.ControlModifier)
    moved = kept(studio).pin(first.id)
    assert moved is not None
    assert (moved.x - first.x, moved.y - first.y) == (40, 130)
    assert kept(studio).pin(second.id) == second
    assert studio.session._undo_stack.undoText() == "Move pin"
    studio.trigger("undo")
    assert kept(studio).pin(first.id) == first
    studio.trigger("redo")
    assert kept(studio).pin(first.id) == moved


def test_clicks_choose_one_more_or_less(studio: TestStudio, window: BoardWindow) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    window.view.fit()
    port, ctrl = window.view.viewport(), Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(port, LEFT, NONE, on_screen(window, first))
    assert window.scene.chosen == {first.id}
    QTest.mouseClick(port, LEFT, ctrl, on_screen(window, second))
    assert window.scene.chosen == {first.id, second.id}
    QTest.mouseClick(port, LEFT, ctrl, on_screen(window, second))
    assert window.scene.chosen == {first.id}
    window.scene.choose_all()
    QTest.mouseClick(port, LEFT, NONE, on_screen(window, second))
    assert window.scene.chosen == {second.id}
    drag(window, on_screen(window, second), QPoint(0, 90), Qt.KeyboardModifier.AltModifier)
    assert [pin.text for pin in kept(studio).pins] == ["one", "two", "two"]
    assert studio.session._undo_stack.undoText() == "Duplicate pin"


def test_what_is_moved_snaps_to_its_neighbours(studio: TestStudio, window: BoardWindow) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    window.view.zoom_to(1.0)
    window.view.centerOn(200, 100)
    drag(window, on_screen(window, second), QPoint(60, -15))
    moved = kept(studio).pin(second.id)
    assert moved is not None
    assert moved.y == first.y


def test_a_corner_keeps_proportions_and_a_side_of_a_note_does_not(studio: TestStudio, window: BoardWindow) -> None:
    (style,) = drop(studio, window, style_mime(studio.library.fetch(["coral"])))
    window.view.fit()
    corner = window.view.mapFromScene(QPointF(style.x + style.width, style.y + style.height))
    drag(window, corner + QPoint(2, 2), QPoint(80, 10))
    larger = kept(studio).pin(style.id)
    assert larger is not None
    assert larger.width > style.width + 50
    assert larger.width / larger.height == pytest.approx(style.width / style.height)
    assert (larger.x, larger.y) == (style.x, style.y)
    window.scene.choose([])
    window.deeds.pin_text("a note", QPointF(larger.x, larger.y - 300), QPointF())
    note = kept(studio).pins[-1]
    window.view.fit()
    side = window.view.mapFromScene(QPointF(note.x + note.width, note.y + note.height / 2))
    drag(window, side + QPoint(3, 0), QPoint(60, 40))
    wider = kept(studio).pin(note.id)
    assert wider is not None
    assert wider.width > note.width + 40
    assert wider.height == note.height


def test_a_rubber_band_chooses_and_delete_takes_off(studio: TestStudio, window: BoardWindow) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    window.view.fit()
    window.scene.choose([])
    start = on_screen(window, first, -first.width / 2 - 14, -first.height / 2 - 14)
    end = on_screen(window, second, second.width / 2 + 14, second.height / 2 + 14)
    drag(window, start, end - start)
    assert window.scene.chosen == {first.id, second.id}
    window.view.setFocus()
    window.menu.delete.trigger()
    assert kept(studio) == Board()
    assert studio.document.section("board") is None
    studio.trigger("undo")
    assert kept(studio).pins == (first, second)
    assert window.scene.chosen == {first.id, second.id}


def test_the_keyboard_walks_nudges_and_steps_together(studio: TestStudio, window: BoardWindow) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    window.scene.choose([])
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    assert window.scene.chosen == {first.id}
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    assert window.scene.chosen == {second.id}
    assert "two" in window._foot.text()
    count = studio.session._undo_stack.count()
    for _ in range(3):
        QTest.keyClick(window.view, Qt.Key.Key_Right)
    moved = kept(studio).pin(second.id)
    assert moved is not None
    assert (moved.x, moved.y) == (second.x + 12, second.y)
    assert studio.session._undo_stack.count() == count + 1
    QTest.keyClick(window.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.scene.chosen == {first.id}


def test_pins_are_duplicated_copied_arranged_and_stacked(studio: TestStudio, window: BoardWindow) -> None:
    first, _second, _third = pin_notes(studio, window, "one", "two", "three")
    window.scene.choose([first.id])
    window.menu.duplicate.trigger()
    assert [pin.text for pin in kept(studio).pins] == ["one", "two", "three", "one"]
    window.menu.back.trigger()
    assert [pin.text for pin in kept(studio).pins] == ["one", "one", "two", "three"]
    window.menu.copy.trigger()
    window.menu.paste.trigger()
    assert [pin.text for pin in kept(studio).pins][-1] == "one"
    window.menu.all.trigger()
    window.deeds.align("top")
    assert len({pin.y for pin in kept(studio).pins}) == 1
    window.menu.tidy.trigger()
    boxes = [pin.whole for pin in kept(studio).pins]
    assert not any(one.near(other) for place, one in enumerate(boxes) for other in boxes[:place])
    steps = [studio.session._undo_stack.text(place) for place in range(studio.session._undo_stack.count())]
    assert steps[-5:] == ["Duplicate pin", "Send to back", "Pin to the board", "Align pins", "Tidy up the board"]


def test_a_pinned_style_is_painted_in(studio: TestStudio, window: BoardWindow) -> None:
    (pin,) = drop(studio, window, style_mime(studio.library.fetch(["waves"])))
    window.view.fit()
    QTest.mouseDClick(window.view.viewport(), LEFT, NONE, on_screen(window, pin))
    studio.qtbot.waitUntil(lambda: studio.session.blend.ids == ["waves"])


def test_a_pinned_picture_becomes_style_or_photo(studio: TestStudio, window: BoardWindow, tmp_path: Path) -> None:
    (pin,) = drop(studio, window, files(write_photo(tmp_path / "sky.png", 60, 40, shade=77)))
    with studio.qtbot.waitSignal(studio.session.intake.photo_loaded):
        window.menu.used.emit("photo", [pin])
    assert studio.document.photo is not None
    assert studio.document.photo.size == (60, 40)
    with studio.qtbot.waitSignal(studio.session.blend.picture_added):
        window.menu.used.emit("style", [pin])


def test_a_palette_is_pinned_below_its_picture_and_made_a_style_of(studio: TestStudio, window: BoardWindow) -> None:
    (style,) = drop(studio, window, style_mime(studio.library.fetch(["night"])))
    window.menu.used.emit("palette", [style])
    studio.qtbot.waitUntil(lambda: len(kept(studio).pins) == 2)
    palette = kept(studio).pins[-1]
    assert palette.kind == "palette" and palette.colours
    assert palette.y > style.whole.bottom
    assert palette.width == style.width
    window.menu.used.emit("colours", [palette])
    assert QGuiApplication.clipboard().text() == " ".join(palette.colours)
    window.menu.used.emit("maker", [palette])
    maker = studio.session.making.maker
    assert maker is not None
    assert maker.palette_list.chosen.colours == palette.colours


def test_the_photo_and_the_chosen_styles_are_pinned_from_the_bar(studio: TestStudio, window: BoardWindow) -> None:
    studio.make_ready()
    for name in ("photo", "styles", "palette"):
        wanted = len(kept(studio).pins) + 1
        window.bar.pin_asked.emit(name)
        studio.qtbot.waitUntil(functools.partial(has_pins, studio, wanted))
    assert [pin.kind for pin in kept(studio).pins] == ["picture", "style", "palette"]
    wholes = [pin.whole for pin in kept(studio).pins]
    assert not any(one.near(other) for place, one in enumerate(wholes) for other in wholes[:place])


def test_a_saved_project_opens_with_its_board(studio: TestStudio, window: BoardWindow, tmp_path: Path) -> None:
    drop(studio, window, style_mime(studio.library.fetch(["coral"])))
    pin_notes(studio, window, "warmer")
    before = kept(studio)
    save_project(studio.document, tmp_path / "autumn.stylegui")
    elsewhere = document_in(tmp_path / "elsewhere")
    load_project(tmp_path / "autumn.stylegui", elsewhere)
    assert read_board(elsewhere.section("board")) == before
    window.scene.choose_all()
    window.menu.delete.trigger()
    assert window.scene.board == Board()
    load_project(tmp_path / "autumn.stylegui", studio.document)
    assert window.scene.board == before


def test_garbage_in_a_project_is_an_empty_board(studio: TestStudio, window: BoardWindow) -> None:
    studio.document.set_section("board", {"pins": [{"kind": "note"}, 7]})
    assert window.scene.board == Board()
    pin_notes(studio, window, "still works")
    assert [pin.text for pin in kept(studio).pins] == ["still works"]


@pytest.mark.parametrize(("name", "scale"), [("board.png", 1), ("board.jpg", 2), ("board", 1)])
def test_the_board_is_exported_as_a_sheet(
    studio: TestStudio, window: BoardWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, scale: int
) -> None:
    drop(studio, window, style_mime(studio.library.fetch(["coral"])))
    window.deeds.pin_text("warmer", QPointF(900, 0), QPointF())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), "PNG (*.png)"))
    target = tmp_path / (name if "." in name else f"{name}.png")
    window.bar.sheet_asked.emit(scale)
    studio.qtbot.waitUntil(target.exists)
    around = kept(studio).bounds()
    assert around is not None
    image = QImage(str(target))
    assert (image.width(), image.height()) == (
        round((around.width + 96) * scale),
        round((around.height + 96) * scale),
    )
    style = kept(studio).pins[0]
    for share, wanted in ((0.2, (20, 40, 215)), (0.8, (40, 40, 40))):
        x, y = style.x + style.width * share - around.x + 48, style.y + style.height * share - around.y + 48
        seen = image.pixelColor(round(x * scale), round(y * scale))
        assert (seen.red(), seen.green(), seen.blue()) == pytest.approx(wanted, abs=6)


def test_an_export_that_fails_says_why_and_leaves_the_old_file(
    studio: TestStudio, window: BoardWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pin_notes(studio, window, "one", "two")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "board.png"), ""))
    window.bar.sheet_asked.emit(1)
    studio.qtbot.waitUntil(lambda: "cannot be saved" in window._foot.text())
    target = tmp_path / "board.png"
    target.write_bytes(b"old")
    far = second.box.moved(900_000, 0)
    studio.session.windows.boarding._push("Move", window.scene.board.placed({first.id: first.box, second.id: far}))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.bar.sheet_asked.emit(1)
    studio.qtbot.waitUntil(lambda: "too large" in window._foot.text())
    assert target.read_bytes() == b"old"


def test_looking_around(studio: TestStudio, window: BoardWindow) -> None:
    pin_notes(studio, window, "one", "two")
    window.view.fit()
    assert window.view.zoom == 1.0
    under = QPointF(120, 90)
    before = window.view.mapToScene(under.toPoint())
    window.view.zoom_by(2.0, under)
    after = window.view.mapToScene(under.toPoint())
    assert window.view.zoom == 2.0
    assert (after - before).manhattanLength() < 2
    port, start = window.view.viewport(), QPoint(100, 100)
    seen = window.view.mapToScene(start)
    QTest.keyPress(window.view, Qt.Key.Key_Space)
    drag(window, start, QPoint(50, 30))
    QTest.keyRelease(window.view, Qt.Key.Key_Space)
    assert (window.view.mapToScene(start + QPoint(50, 30)) - seen).manhattanLength() < 2
    QTest.mousePress(port, Qt.MouseButton.MiddleButton, NONE, start)
    QTest.mouseRelease(port, Qt.MouseButton.MiddleButton, NONE, start)
    assert kept(studio).bounds() == window.scene.board.bounds()


def test_an_empty_board_says_how_to_begin_and_has_names_for_all(studio: TestStudio, window: BoardWindow) -> None:
    assert window._hint.isVisible()
    assert not window.bar.export_button.isEnabled()
    pin_notes(studio, window, "one")
    assert not window._hint.isVisible()
    assert window.bar.export_button.isEnabled()
    assert window.view.accessibleName() == "Mood board"
    for button in window.bar.findChildren(type(window.bar._zoom)):
        assert button.accessibleName(), button


def test_steps_are_undone_while_the_window_is_closed(studio: TestStudio, window: BoardWindow) -> None:
    pin_notes(studio, window, "one")
    window.close()
    studio.trigger("undo")
    assert kept(studio) == Board()
    studio.trigger("board")
    assert studio.session.windows.boarding.board is window
    assert window.scene.board == Board()


def test_a_lost_picture_is_shown_as_lost(studio: TestStudio, window: BoardWindow) -> None:
    lost = Pin(kind="picture", x=0, y=0, width=100, height=100, digest="cd" * 32)
    studio.document.set_section("board", Board(pins=(lost,)).to_json())
    window.view.fit()
    window.grab()
    studio.qtbot.waitUntil(lambda: bool(window.scene.pictures.trouble(lost.digest)))
    assert window.scene.board.pins == (lost,)
