"""Contact sheets: what stands where, looked for in the pixels."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from stylegui.batch.sheet import CELL_PX, GAP_PX, MARGIN_PX, PAPER, Cell, Page, draw_page, fitted, thumbnail
from stylegui.engine.images import Picture, SaveOptions, save_picture


def plain(path: Path, colour: tuple[int, int, int], size: tuple[int, int] = (300, 200), alpha: int = 255) -> Path:
    pixels = np.full((size[1], size[0], 3), colour, np.uint8)
    save_picture(Picture(pixels, np.full((size[1], size[0]), alpha, np.uint8)), path, SaveOptions(), None)
    return path


def drawn(page: Page) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    with Image.open(io.BytesIO(draw_page(page, thumbnail))) as image:
        return np.asarray(image.convert("RGB"), dtype=np.int64)


def coloured(pixels: np.ndarray[tuple[int, ...], np.dtype[np.int64]], colour: tuple[int, int, int]) -> tuple[int, ...]:
    """Left, top, right and bottom of what has nearly this colour."""
    rows, columns = np.nonzero(np.abs(pixels - colour).max(axis=2) < 12)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


RED, BLUE = (220, 20, 20), (20, 20, 220)


def test_pictures_stand_in_their_columns_at_one_height(tmp_path: Path) -> None:
    red, blue = plain(tmp_path / "a.png", RED), plain(tmp_path / "b.png", BLUE, (200, 300))
    pixels = drawn(Page("Title", "1 of 2", [[Cell(red, "a"), Cell(blue, "b")]]))
    assert pixels.shape[1] == 2 * MARGIN_PX + 2 * CELL_PX + GAP_PX
    left, top, right, bottom = coloured(pixels, RED)
    assert (left, right, bottom - top) == (MARGIN_PX, MARGIN_PX + CELL_PX, 133)
    other = coloured(pixels, BLUE)
    assert abs((other[0] + other[2]) / 2 - (MARGIN_PX + CELL_PX + GAP_PX + CELL_PX / 2)) <= 1
    assert other[3] == bottom and other[3] - other[1] == CELL_PX


def test_words_are_below_and_in_the_heading(tmp_path: Path) -> None:
    red = plain(tmp_path / "a.png", RED)
    pixels = drawn(Page("A title", "2 of 3", [[Cell(red, "words", "more")]]))
    ink = np.abs(pixels - [34, 33, 31]).max(axis=2) < 40
    bottom = coloured(pixels, RED)[3]
    assert ink[: MARGIN_PX + 24].any() and ink[bottom:].any()
    blank = drawn(Page("", "", [[Cell(red)]]))
    assert not (np.abs(blank - [34, 33, 31]).max(axis=2) < 40).any()


def test_a_picture_that_cannot_be_read_leaves_its_place_empty(tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    cells = [Cell(tmp_path / "bad.jpg", "bad"), Cell(None), Cell(tmp_path / "gone.jpg")]
    pixels = drawn(Page("Title", "", [cells]))
    left, _, right, _ = coloured(pixels, (228, 226, 220))
    assert (left, right) == (MARGIN_PX, MARGIN_PX + 3 * CELL_PX + 2 * GAP_PX)
    middle = MARGIN_PX + CELL_PX + GAP_PX + CELL_PX // 2
    assert (np.abs(pixels[:, middle] - [246, 245, 242]).max(axis=1) < 12).all()


def test_transparent_pictures_lie_on_paper(tmp_path: Path) -> None:
    clear = plain(tmp_path / "a.png", RED, alpha=0)
    pixels = drawn(Page("", "", [[Cell(clear)]]))
    paper = [int(PAPER[index : index + 2], 16) for index in (1, 3, 5)]
    assert np.abs(pixels - paper).max() < 12


def test_long_words_are_shortened_in_the_middle() -> None:
    draw = ImageDraw.Draw(Image.new("RGB", (8, 8)))
    font = ImageFont.load_default(13)
    short = fitted(draw, "holiday-in-the-mountains-0001.jpg", font, 120)
    assert draw.textlength(short, font) <= 120
    assert short.startswith("holiday") and short.endswith("01.jpg") and "…" in short
    assert fitted(draw, "short", font, 120) == "short"
    assert fitted(draw, "caf\udce9", font, 120) == "caf?"
    assert fitted(draw, "words", font, 2) == "…"


def test_a_large_photo_is_decoded_small_and_upright(tmp_path: Path) -> None:
    photo = Image.new("RGB", (3000, 2000), RED)
    photo.paste(BLUE, (0, 0, 1500, 2000))
    exif = Image.Exif()
    exif[0x0112] = 6  # its left side belongs at the top
    photo.save(tmp_path / "large.jpg", exif=exif)
    small = thumbnail(tmp_path / "large.jpg")
    assert small is not None and small.size == (133, 200)
    pixels = np.asarray(small, dtype=np.int64)
    assert np.abs(pixels[20] - BLUE).max() < 6 and np.abs(pixels[180] - RED).max() < 6
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("stylegui.engine.imageio.reduced.decode_picture", lambda *_: pytest.fail("decoded in full"))
        assert thumbnail(tmp_path / "large.jpg") is not None
