"""Thumbnails on disk."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from stylegui.engine.images import PictureError
from stylegui.library.identity import file_state
from stylegui.library.records import FileState
from stylegui.library.thumbnails import ThumbnailCache
from tests.conftest import ExpectLog


@pytest.fixture
def cache(tmp_path: Path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path / "cache")


def noise_file(path: Path, size: tuple[int, int] = (300, 200), seed: int = 0) -> Path:
    pixels = np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image.load()
    return image


def test_it_is_the_middle_square(cache: ThumbnailCache, tmp_path: Path) -> None:
    pixels = np.zeros((64, 192, 3), dtype=np.uint8)
    pixels[:, 64:128] = (250, 0, 0)
    for name in ("wide.png", "wide.jpg"):
        Image.fromarray(pixels).save(tmp_path / name, quality=95)
        thumbnail = opened(cache.make(tmp_path / name, 32))
        assert (thumbnail.format, thumbnail.size) == ("JPEG", (32, 32))
        assert np.asarray(thumbnail)[:, 2:30, 0].min() > 220


def test_a_small_picture_is_not_blown_up(cache: ThumbnailCache, tmp_path: Path) -> None:
    assert opened(cache.make(noise_file(tmp_path / "a.png", (20, 50)), 128)).size == (20, 20)
    assert opened(cache.make(noise_file(tmp_path / "b.png", (1, 1)), 128)).size == (1, 1)
    assert opened(cache.make(noise_file(tmp_path / "c.jpg", (3000, 20)), 128)).size == (20, 20)


def test_a_turned_photo_stands_upright(cache: ThumbnailCache, tmp_path: Path) -> None:
    image = Image.new("RGB", (64, 64), (0, 0, 250))
    image.paste((250, 0, 0), (0, 0, 64, 32))
    exif = Image.Exif()
    exif[0x0112] = 3
    image.save(tmp_path / "turned.jpg", exif=exif, quality=95)
    pixels = np.asarray(opened(cache.make(tmp_path / "turned.jpg", 32)))
    assert pixels[4, 16, 2] > 200 > 100 > pixels[28, 16, 2]


def test_transparent_parts_are_white(cache: ThumbnailCache, tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert np.asarray(opened(cache.make(tmp_path / "clear.png", 32))).min() > 250


def swapped_profile() -> bytes:
    """An sRGB profile whose red and blue primaries changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    entries = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12)}
    red, blue = (entries[name] + 4 for name in (b"rXYZ", b"bXYZ"))
    profile[red : red + 8], profile[blue : blue + 8] = profile[blue : blue + 8], profile[red : red + 8]
    return bytes(profile)


def test_colours_with_a_profile_are_not_taken_for_srgb(cache: ThumbnailCache, tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 40), (220, 60, 60))
    image.save(tmp_path / "tagged.jpg", icc_profile=swapped_profile(), quality=95)
    red, _, blue = np.asarray(opened(cache.make(tmp_path / "tagged.jpg", 32)))[16, 16]
    assert blue > 200 > 100 > red


def test_it_is_made_once_and_found_by_content(cache: ThumbnailCache, tmp_path: Path) -> None:
    file = noise_file(tmp_path / "a.png")
    made = cache.make(file, 64)
    written = made.stat().st_ino
    copy = tmp_path / "elsewhere.png"
    copy.write_bytes(file.read_bytes())
    assert cache.make(copy, 64) == made == cache.path(file, 64)
    assert made.stat().st_ino == written
    assert cache.make(file, 32) != made
    noise_file(file, seed=1)
    os.utime(file, ns=(1, 1))
    assert cache.make(file, 64) != made


@pytest.mark.parametrize("damage", ["empty", "half", "text"])
def test_a_damaged_one_is_made_again(cache: ThumbnailCache, tmp_path: Path, damage: str) -> None:
    file = noise_file(tmp_path / "a.png")
    made = cache.make(file, 64)
    good = made.read_bytes()
    made.write_bytes({"empty": b"", "half": good[: len(good) // 2], "text": b"hello" * 100}[damage])
    assert cache.make(file, 64) == made
    assert made.read_bytes() == good


def test_the_folder_is_bounded_and_the_least_used_leave_first(tmp_path: Path) -> None:
    files = [noise_file(tmp_path / f"{n}.png", (64, 64), seed=n) for n in range(6)]
    size = ThumbnailCache(tmp_path / "measure").make(files[0], 64).stat().st_size
    limit = size * 5
    cache = ThumbnailCache(tmp_path / "cache", limit_bytes=limit)
    for age, file in enumerate(files[:4]):
        os.utime(cache.make(file, 64), (1000 + age, 1000 + age))
    os.utime(cache.make(files[0], 64), (2000, 2000))
    for file in files[4:6]:
        cache.make(file, 64)
    kept = list((tmp_path / "cache").iterdir())
    assert sum(path.stat().st_size for path in kept) <= limit
    assert cache.path(files[5], 64) in kept
    assert cache.path(files[0], 64) in kept
    assert cache.path(files[1], 64) not in kept


def test_a_bad_picture_gives_its_sentence(cache: ThumbnailCache, tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff nothing")
    for name in ("bad.jpg", "gone.jpg"):
        with pytest.raises(PictureError, match=name):
            cache.make(tmp_path / name, 64)


def test_a_picture_that_is_gone_keeps_its_thumbnail(cache: ThumbnailCache, tmp_path: Path) -> None:
    file = noise_file(tmp_path / "a.png", (300, 300))
    known = file_state(file)
    made = {size: cache.make(file, size, known) for size in (64, 128)}
    file.unlink()
    assert cache.make(file, 64, known) == made[64]
    assert cache.make(file, 256, known) == made[128], "another size is better than none"
    with pytest.raises(PictureError, match=r"a\.png"):
        cache.make(file, 64)
    with pytest.raises(PictureError, match=r"a\.png"):
        cache.make(file, 64, FileState("0" * 64, 1, 1))


def test_what_is_known_of_a_file_spares_reading_it(
    cache: ThumbnailCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = noise_file(tmp_path / "a.png")
    known = file_state(file)
    made = cache.make(file, 64, known)

    def reading(*_args: object) -> None:
        raise AssertionError("the file was read")

    with monkeypatch.context() as context:
        context.setattr("stylegui.library.thumbnails.hashlib.file_digest", reading)
        assert ThumbnailCache(made.parent).make(file, 64, known) == made
    noise_file(file, seed=1)
    os.utime(file, ns=(1, 1))
    assert cache.make(file, 64, known) != made, "what was known is true no more"


def test_what_was_decoded_is_shown_once(cache: ThumbnailCache, tmp_path: Path) -> None:
    seen: list[tuple[tuple[int, int], tuple[int, int]]] = []
    file = tmp_path / "wide.jpg"
    Image.new("RGB", (1600, 400), (9, 90, 200)).save(file)
    for _ in range(2):
        cache.make(file, 64, None, lambda image, size: seen.append((image.size, size)))
    ((small, size),) = seen
    assert size == (1600, 400)
    assert 64 <= small[1] < 400 and small[0] == 4 * small[1]


def test_making_one_does_not_look_at_all_the_others(
    cache: ThumbnailCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.make(noise_file(tmp_path / "first.png"), 64)

    def listing(folder: Path, _pattern: str) -> None:
        raise AssertionError(f"{folder} was listed")

    monkeypatch.setattr(Path, "glob", listing)
    for seed in range(5):
        assert cache.make(noise_file(tmp_path / f"{seed}.png", seed=seed + 10), 64).is_file()


def test_a_disk_that_takes_nothing_still_gives_pictures(tmp_path: Path, expect_log: ExpectLog) -> None:
    (tmp_path / "cache").write_text("no folder can be made here")
    cache = ThumbnailCache(tmp_path / "cache")
    picture = noise_file(tmp_path / "a.jpg")
    expect_log("Thumbnails cannot be kept")
    for _ in range(2):
        with Image.open(io.BytesIO(cache.content(picture, 64))) as shown:
            assert (shown.format, shown.size) == ("JPEG", (64, 64))
    with pytest.raises(PictureError):
        cache.content(tmp_path / "absent.jpg", 64)


def test_the_content_is_that_of_the_file(cache: ThumbnailCache, tmp_path: Path) -> None:
    picture = noise_file(tmp_path / "a.png")
    assert cache.content(picture, 64) == cache.make(picture, 64).read_bytes()
