"""A home with thousands of styles, for the benchmarks of the library and the gallery."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from stylegui.library import StyleLibrary
from stylegui.paths import Paths

PICTURES = 240
PICTURE_PX = 320

_ADJECTIVES = "quiet burning blue early narrow golden broken silver long distant wild pale last green heavy"
_NOUNS = "harbour orchard field river window mountain garden street moon forest dune bridge meadow tower sea"
_COLLECTIONS = "Sketchbook Travels Museum Prints Commission Textures Winter Drafts Portraits Studies"
_ARTISTS = "Ada Moreau,Jonas Lind,Marta Ruiz,Elsa Thorn,Piet Maas,Noor Haddad,Ivo Kralj,Lena Vogt,"
_TAGS = "oil ink night water flowers city sky portrait abstract gold red forest paper wood line"


def make_home(folder: Path, count: int) -> StyleLibrary:
    """A library in `folder` with so many own styles: titles, artists, tags and collections at random, by a fixed seed.

    They share `PICTURES` different pictures, as files of their own where the file system can link.
    """
    paths = Paths.below(folder)
    pictures = _pictures(folder / "pictures")
    chance = random.Random(7)
    for number in range(count):
        style = paths.styles / f"own-{number:016x}"
        style.mkdir(parents=True)
        os.link(pictures[number % len(pictures)], style / "image.jpg")
        card = {
            "title": f"{chance.choice(_ADJECTIVES.split()).capitalize()} {chance.choice(_NOUNS.split())} {number}",
            "artist": chance.choice(_ARTISTS.split(",")),
            "year": str(chance.randint(1850, 2020)),
            "collections": chance.sample(_COLLECTIONS.split(), chance.choice((1, 1, 2))),
            "tags": chance.sample(_TAGS.split(), 4),
            "palette": [f"#{chance.randrange(1 << 24):06x}" for _ in range(5)],
            "rating": chance.choice((0, 0, 0, 3, 4, 5)),
            "favourite": chance.random() < 0.03,
            "added": 1.7e9 + number,
        }
        (style / "style.json").write_text(json.dumps(card), encoding="utf-8")
    (folder / "builtin").mkdir()
    return StyleLibrary(paths, folder / "builtin")


def _pictures(folder: Path) -> list[Path]:
    """Soft patches of colour, no two alike."""
    folder.mkdir(parents=True)
    random_numbers = np.random.default_rng(7)
    written = []
    for number in range(PICTURES):
        patches = random_numbers.integers(0, 256, (6, 6, 3), dtype=np.uint8)
        image = Image.fromarray(patches).resize((PICTURE_PX, PICTURE_PX), Image.Resampling.BICUBIC)
        path = folder / f"{number:03}.jpg"
        image.filter(ImageFilter.GaussianBlur(2)).save(path, quality=88)
        written.append(path)
    return written
