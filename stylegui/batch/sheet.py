"""Drawing a contact sheet: rows of small pictures with words below them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from stylegui.engine.images import Picture, PictureError, load_reduced

CELL_PX, GAP_PX, MARGIN_PX = 200, 14, 28
TITLE_PX, TEXT_PX, LINE_PX = 19, 13, 17
PAPER, INK, FAINT, EMPTY = "#f6f5f2", "#22211f", "#77746d", "#e4e2dc"
QUALITY = 88

Font = ImageFont.ImageFont | ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Cell:
    """A picture file, or None for an empty place, and up to two lines below it."""

    path: Path | None
    text: str = ""
    faint: str = ""


@dataclass(frozen=True)
class Page:
    """A heading, words at its other end, and rows of cells."""

    title: str
    corner: str
    rows: Sequence[Sequence[Cell]]


def draw_page(page: Page, reduce: Callable[[Path], Image.Image | None]) -> bytes:
    """The page as the content of a JPEG file. Pictures that cannot be read leave an empty place.

    `reduce` is `thumbnail`, or that with a memory for pictures that stand on several pages.
    """
    columns = max(len(row) for row in page.rows)
    width = 2 * MARGIN_PX + columns * CELL_PX + (columns - 1) * GAP_PX
    rows = [[None if cell.path is None else reduce(cell.path) for cell in row] for row in page.rows]
    # A row of landscapes is no higher than they are.
    heights = [max([image.height for image in row if image is not None] or [CELL_PX // 2]) for row in rows]
    words = [LINE_PX * max(bool(cell.text) + bool(cell.faint) for cell in row) for row in page.rows]
    top = MARGIN_PX + TITLE_PX + GAP_PX
    height = top + sum(heights) + sum(words) + (len(rows) - 1) * GAP_PX + len(rows) * (LINE_PX // 2) + MARGIN_PX
    sheet = Image.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(sheet)
    _heading(draw, page, width)
    for cells, images, row_px, words_px in zip(page.rows, rows, heights, words, strict=True):
        for index, (cell, image) in enumerate(zip(cells, images, strict=True)):
            left = MARGIN_PX + index * (CELL_PX + GAP_PX)
            _draw_cell(sheet, draw, cell, image, (left, top), row_px)
        top += row_px + words_px + LINE_PX // 2 + GAP_PX
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    return buffer.getvalue()


def _heading(draw: ImageDraw.ImageDraw, page: Page, width: int) -> None:
    small = ImageFont.load_default(TEXT_PX)
    corner_px = int(draw.textlength(page.corner, small))
    room = width - 2 * MARGIN_PX - corner_px - GAP_PX
    big = ImageFont.load_default(TITLE_PX)
    draw.text((MARGIN_PX, MARGIN_PX), fitted(draw, page.title, big, room), INK, big, anchor="la")
    draw.text((width - MARGIN_PX, MARGIN_PX + TITLE_PX - TEXT_PX), page.corner, FAINT, small, anchor="ra")


def _draw_cell(
    sheet: Image.Image,
    draw: ImageDraw.ImageDraw,
    cell: Cell,
    image: Image.Image | None,
    corner: tuple[int, int],
    row_px: int,
) -> None:
    """A cell: the picture stands on the row's lower edge, so that the words keep a line."""
    left, top = corner
    if image is not None:
        sheet.paste(image, (left + (CELL_PX - image.width) // 2, top + row_px - image.height))
    elif cell.path is not None:
        draw.rectangle((left, top, left + CELL_PX - 1, top + row_px - 1), EMPTY)
    font = ImageFont.load_default(TEXT_PX)
    line = top + row_px + LINE_PX // 2
    for text, colour in ((cell.text, INK), (cell.faint, FAINT)):
        if text:
            words = fitted(draw, text, font, CELL_PX)
            draw.text((left + CELL_PX // 2, line), words, colour, font, anchor="ma")
            line += LINE_PX


def fitted(draw: ImageDraw.ImageDraw, text: str, font: Font, room_px: int) -> str:
    """A text, shortened in its middle to a width: the end of a photo's name tells it from the others."""
    text = text.encode("utf-8", "replace").decode()
    if draw.textlength(text, font) <= room_px:
        return text
    for kept in range(len(text) - 1, 1, -1):
        short = f"{text[: kept - kept // 2]}…{text[len(text) - kept // 2 :]}"
        if draw.textlength(short, font) <= room_px:
            return short
    return "…"


def thumbnail(path: Path) -> Image.Image | None:
    """A picture file as a small RGB picture; None where it cannot be read."""
    try:
        picture, _ = load_reduced(path, CELL_PX)
    except PictureError:
        return None
    return Image.fromarray(_opaque(picture.resized(CELL_PX, allow_up=False)))


def _opaque(picture: Picture) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Its pixels (H, W, 3), on paper where it is transparent."""
    pixels = picture.to_uint8()
    if picture.alpha is None:
        return pixels
    paper = np.array([int(PAPER[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    share = (picture.alpha / np.float32(np.iinfo(picture.alpha.dtype).max))[..., None]
    return (pixels * share + paper * (1 - share) + 0.5).astype(np.uint8)
