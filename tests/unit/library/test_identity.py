"""Recognising a picture that came in another size or encoding, and telling it from others."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from stylegui.engine.images import load_picture
from stylegui.library import StyleLibrary
from stylegui.library.identity import LOOK_BYTES, alike, look_of
from stylegui.resources import resources_root
from tests.unit.library.pictures import painting, save_painting


def encoded(pixels: NDArray[np.uint8] | Image.Image, kind: str = "PNG", **options: int) -> bytes:
    buffer = io.BytesIO()
    image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def program_s_pictures() -> list[Path]:
    return sorted((resources_root() / "styles").glob("*/image.jpg"))


@pytest.fixture(scope="module")
def gallery() -> dict[str, Image.Image]:
    """The program's own pictures at 320 px, by id."""
    found = {}
    for path in program_s_pictures()[:12]:
        image = Image.open(path)
        image.draft("RGB", (320, 320))
        found[path.parent.name] = image.convert("RGB")
    return found


def test_another_size_or_encoding_is_the_same_picture(gallery: dict[str, Image.Image]) -> None:
    looks = [(style_id, look_of(image)) for style_id, image in gallery.items()]
    assert all(len(look) == LOOK_BYTES for _, look in looks)
    for style_id, image in gallery.items():
        half = image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)
        rough = Image.open(io.BytesIO(encoded(image, "JPEG", quality=40)))
        for other in (image, half, rough):
            assert alike(look_of(other), looks) == [style_id]


def test_other_pictures_are_not(gallery: dict[str, Image.Image]) -> None:
    for style_id, image in gallery.items():
        others = [(other, look_of(each)) for other, each in gallery.items() if other != style_id]
        cropped = image.crop((0, 0, image.width * 2 // 3, image.height))
        red, green, blue = image.split()
        for changed in (image, ImageOps.mirror(image), ImageOps.invert(image)):
            assert alike(look_of(changed), others) == []
        for changed in (ImageOps.mirror(image), ImageOps.invert(image), cropped, image.rotate(90, expand=True)):
            assert alike(look_of(changed), [(style_id, look_of(image))]) == [], style_id
        assert alike(look_of(Image.merge("RGB", (blue, red, green))), [(style_id, look_of(image))]) == []


def test_plain_pictures_are_told_apart_by_their_colour() -> None:
    grey, nearly, red = (Image.new("RGB", (60, 40), colour) for colour in ("#808080", "#828180", "#c02020"))
    assert alike(look_of(grey), [("nearly", look_of(nearly)), ("red", look_of(red))]) == ["nearly"]


def test_fingerprints_of_another_version_are_nothing() -> None:
    look = look_of(Image.new("RGB", (60, 40)))
    assert alike(look, [("old", b"short"), ("same", look)]) == ["same"]
    assert alike(b"short", [("same", look)]) == []
    assert alike(look, []) == []


def test_a_similar_picture_is_added_and_told(library: StyleLibrary) -> None:
    first = library.add(encoded(painting(1, (300, 200))), "First")
    assert first.is_new and first.similar == ()
    smaller = library.add(encoded(painting(1, (150, 100)), "JPEG", quality=80), "Smaller")
    assert smaller.is_new and smaller.similar == (first.style,)
    assert library.add(encoded(painting(2, (300, 200))), "Other").similar == ()
    again = library.add(encoded(painting(1, (300, 200)), "TIFF"), "Again")
    assert again.style == first.style and not again.is_new
    library.remove([first.style.id])
    assert library.add(encoded(painting(1, (200, 133)), "WEBP"), "Third").similar == (smaller.style,)


def test_what_stays_in_a_folder_is_compared_once_its_thumbnail_was_made(library: StyleLibrary, tmp_path: Path) -> None:
    save_painting(tmp_path / "Pictures" / "sea.jpg", 3, (400, 300))
    (linked,) = library.folders.scan(library.folders.watch(tmp_path / "Pictures")).added
    style = library.get(linked)
    assert style is not None and style.palette == ()
    library.make_thumbnail(style, 64)
    learnt = library.get(linked)
    assert learnt is not None and len(learnt.palette) > 1 and learnt.size == (400, 300)
    assert library.add(encoded(painting(3, (200, 150)))).similar == (learnt,)


def test_what_a_thumbnail_tells_is_what_the_whole_picture_tells(library: StyleLibrary, tmp_path: Path) -> None:
    file = save_painting(tmp_path / "sea.jpg", 3, (900, 700))
    whole = look_of(Image.fromarray(load_picture(file).to_uint8()))
    with Image.open(file) as image:
        image.draft("RGB", (225, 175))
        assert image.width < 900
        assert alike(look_of(image.convert("RGB")), [("whole", whole)]) == ["whole"]
