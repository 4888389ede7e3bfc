"""Pictures that are decoded at a part of their size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stylegui.engine.images import PictureError, load_picture, load_reduced
from tests.unit.engine.imageio.samples import chart


def photo(path: Path, size: tuple[int, int] = (1200, 800), orientation: int = 1) -> Path:
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(chart(size=size)).save(path, exif=exif, quality=95, subsampling=0)
    return path


def test_a_large_jpeg_is_decoded_no_smaller_than_needed(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    for least_px, height in ((100, 100), (101, 200), (300, 400), (401, 800), (2000, 800)):
        picture, size = load_reduced(path, least_px)
        assert picture.height == height and size == (1200, 800)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_looks_as_the_whole_picture_reduced(tmp_path: Path, orientation: int) -> None:
    path = photo(tmp_path / "a.jpg", orientation=orientation)
    small, size = load_reduced(path, 100)
    whole = load_picture(path)
    assert size == whole.size
    expected = whole.resized(150).to_uint8().astype(int)
    assert np.abs(small.to_uint8() - expected).mean() < 2


def test_a_side_more_or_less_is_no_turn(tmp_path: Path) -> None:
    assert load_reduced(photo(tmp_path / "a.jpg", (801, 800)), 100)[1] == (801, 800)


def test_other_files_are_read_as_usual(tmp_path: Path) -> None:
    Image.fromarray(chart()).save(tmp_path / "a.png")
    assert load_reduced(tmp_path / "a.png", 8)[0].size == (48, 32)
    Image.fromarray(chart(size=(400, 400))).convert("CMYK").save(tmp_path / "b.jpg")
    assert load_reduced(tmp_path / "b.jpg", 8)[0].size == (400, 400)


@pytest.mark.parametrize("content", [None, b"", b"no picture", b"\xff\xd8\xff nothing"])
def test_what_cannot_be_opened_is_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.jpg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PictureError, match=r"“bad\.jpg”"):
        load_reduced(path, 100)


def test_too_many_pixels_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stylegui.engine.imageio.source.MAX_PIXELS", 1000)
    with pytest.raises(PictureError, match="too large to open"):
        load_reduced(photo(tmp_path / "a.jpg"), 100)
