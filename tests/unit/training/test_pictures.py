"""Folders of pictures as crops."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from PIL import Image

from stylegui.training.pictures import PictureSet, calibration_batches


def test_pictures_are_found_below_folders_and_reduced(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    Image.new("RGB", (60, 40), (255, 0, 0)).save(tmp_path / "a" / "b" / "red.PNG")
    Image.new("L", (20, 30), 128).save(tmp_path / "a" / "grey.jpg")
    (tmp_path / "a" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    (tmp_path / "a" / "text.txt").write_text("no picture")
    pictures = PictureSet([tmp_path / "a"], short_px=20)
    assert {name: tuple(p.shape) for name, p in zip(pictures.names, pictures.pictures, strict=True)} == {
        "red.PNG": (3, 20, 30),
        "grey.jpg": (3, 30, 20),
    }
    assert pictures.skipped == [tmp_path / "a" / "broken.png"]
    assert pictures.pictures[pictures.names.index("red.PNG")][:, 5, 5].tolist() == [255, 0, 0]


def test_a_folder_without_pictures_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No pictures were found"):
        PictureSet([tmp_path])


def test_crops_are_decided_by_the_generator(photos: PictureSet) -> None:
    first, same, other = (photos.batch(3, 24, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
    assert first.shape == (3, 3, 24, 24) and first.dtype == torch.float32
    assert 0 <= first.amin().item() <= first.amax().item() <= 1
    assert torch.equal(first, same)
    assert not torch.equal(first, other)


def test_calibration_is_the_same_every_time(photos: PictureSet) -> None:
    first, again = (list(calibration_batches(photos, torch.device("cpu"), 2)) for _ in range(2))
    assert [batch.shape for batch in first] == [(8, 3, 160, 160)] * 2
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not torch.equal(first[0], first[1])
