"""The board as one picture file, to be shown to somebody or printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from stylegui.files import replacing
from stylegui.project.board import Board, Pin
from stylegui.project.errors import ProjectError, because
from stylegui.project.store import PictureStore
from stylegui.ui.board.drawing import Look, draw_pin, for_sheet
from stylegui.ui.canvas.pixels import picture_image

MARGIN_PX = 48.0
LONGEST_PX = 30_000
MOST_PIXELS = 160_000_000
JPEG_QUALITY = 92
DOTS_PER_METRE = round(150 / 0.0254)


def sheet_size(board: Board, scale: float) -> tuple[int, int]:
    """Width and height of the sheet in pixels; (0, 0) for an empty board."""
    around = board.bounds()
    if around is None:
        return 0, 0
    return round((around.width + 2 * MARGIN_PX) * scale), round((around.height + 2 * MARGIN_PX) * scale)


def draw_sheet(board: Board, store: PictureStore, look: Look, scale: float) -> QImage:
    """All pins on a ground of their own, with every picture as sharp as it is. May run in any thread.

    Raises ProjectError where the board is empty or the sheet too large, and StoreError where a picture is lost.
    """
    around = board.bounds()
    width, height = sheet_size(board, scale)
    if around is None:
        raise ProjectError("There is nothing on the board yet.")
    if max(width, height) > LONGEST_PX or width * height > MOST_PIXELS:
        raise ProjectError(
            f"A sheet of {width} × {height} px is too large: move the pins closer together, or export it smaller."
        )
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    if sheet.isNull():
        raise ProjectError("There is not enough memory for a sheet of this size: export it smaller.")
    look = for_sheet(look)
    sheet.fill(QColor(look.ground))
    painter = QPainter(sheet)
    try:
        painter.scale(scale, scale)
        painter.translate(MARGIN_PX - around.x, MARGIN_PX - around.y)
        for pin in board.pins:
            _draw(painter, pin, store, look, scale)
    finally:
        painter.end()
    sheet.setDotsPerMeterX(DOTS_PER_METRE)
    sheet.setDotsPerMeterY(DOTS_PER_METRE)
    return sheet


def _draw(painter: QPainter, pin: Pin, store: PictureStore, look: Look, scale: float) -> None:
    image = None
    if pin.digest:
        long_px = round(max(pin.width, pin.height) * scale)
        image = picture_image(store.get(pin.digest).resized(max(1, long_px), allow_up=False))
    painter.save()
    painter.translate(pin.x, pin.y)
    if pin.rotation:
        middle = QRectF(0, 0, pin.width, pin.height).center()
        painter.translate(middle)
        painter.rotate(pin.rotation)
        painter.translate(-middle)
    draw_pin(painter, pin, image, look)
    painter.restore()


def write_sheet(board: Board, store: PictureStore, look: Look, scale: float, path: Path) -> Path:
    """Write the sheet as PNG, or as JPEG where the name ends so; an older file stays whole until the new one is.

    Raises ProjectError and StoreError, each with one clear sentence.
    """
    sheet = draw_sheet(board, store, look, scale)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if path.suffix.lower() in (".jpg", ".jpeg"):
        encoded = sheet.save(buffer, "JPG", JPEG_QUALITY)  # type: ignore[call-overload]  # PySide6 wants str
    else:
        encoded = sheet.save(buffer, "PNG")  # type: ignore[call-overload]  # where its stub says bytes
    if not encoded:
        raise ProjectError(f"“{path.name}” cannot be made: there is not enough memory.")
    try:
        with replacing(path) as file:
            file.write(buffer.data().data())
    except OSError as error:
        raise ProjectError(f"“{path.name}” cannot be saved: {because(error, path.parent.name)}.") from error
    return path
