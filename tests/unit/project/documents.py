"""Documents to save and to open again."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.request import PaintParams, StyleInput
from stylegui.project.document import Document, StyleChoice
from stylegui.project.setup import Setup
from stylegui.project.store import PictureStore


def noise(
    seed: int, width: int = 24, height: int = 16, *, bits: int = 8, alpha: bool = False, name: str = ""
) -> Picture:
    """A picture that is like no other."""
    rng = np.random.default_rng(seed)
    dtype = np.uint8 if bits == 8 else np.uint16
    pixels = rng.integers(0, 2**bits, (height, width, 3)).astype(dtype)
    mask = rng.integers(0, 2**bits, (height, width)).astype(dtype) if alpha else None
    return Picture(pixels, mask, name=name)


def choice(seed: int, style_id: str = "coral", weight: float = 1.0) -> StyleChoice:
    return StyleChoice(style_id, StyleInput(noise(seed, 10, 10, name=f"{style_id}.png"), weight, style_id.capitalize()))


def document_in(folder: Path) -> Document:
    """An empty document whose pictures go to a folder."""
    return Document(PictureStore(folder / "pictures"))


def filled(document: Document, versions: int = 3) -> Document:
    """A photo, two styles, settings, rated versions with a branch, and a section that has a picture."""
    photo = noise(1, name="harbour.png")
    styles = [choice(2, "coral", 0.5), choice(3, "waves", 2.0)]
    document.set_photo(photo)
    document.set_styles(styles)
    document.set_setup(Setup("paint", paint=PaintParams(strength=33, seed=7)))
    parent = ""
    for number in range(versions):
        recipe = {"engine": "paint", "steering": [{"step": 3, "changes": {"strength": number}}]}
        result = Result(noise(100 + number, name="harbour.png"), recipe, complete=number != 1)
        version = document.add_version(photo, result, f"Coral {number}", styles=styles, parent=parent)
        document.set_rating(version, number - 1)
        parent = version.id
    pinned = document.store.put(noise(50))
    document.set_section("board", {"notes": ["warmer"], "pinned": [pinned]})
    return document


def facts(document: Document) -> dict[str, object]:
    """Everything that must be the same after saving and opening."""
    photo = document.photo
    return {
        "photo": photo and (photo.digest, photo.name, photo.dpi, photo.icc, photo.exif),
        "styles": [(one.id, one.input.name, one.input.weight, one.input.picture.digest) for one in document.choices],
        "setup": document.setup,
        "current": document.current and document.current.id,
        "versions": [
            (
                version.id,
                version.number,
                version.title,
                version.created,
                version.parent,
                version.setup,
                version.size,
                version.complete,
                dict(version.recipe),
                version.result.picture.digest,
                version.photo.digest,
                [(one.id, one.input.weight, one.input.picture.digest) for one in version.styles],
                document.rating(version),
            )
            for version in document.versions
        ],
        "board": document.section("board"),
    }
