"""A small library for the tests of the gallery."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtWidgets import QWidget

from stylegui.library import StyleLibrary
from stylegui.paths import Paths

Child = TypeVar("Child", bound=QWidget)

TITLES = {"night": "Night wind", "discs": "Turning light", "dunes": "Dunes", "frost": "Frost", "tram": "Morning tram"}


def make_library(home: Path, titles: dict[str, str] | None = None) -> StyleLibrary:
    """A library with built-in styles of one plain colour each; "Impasto" is the collection of the first two."""
    builtin = home / "builtin"
    builtin.mkdir(exist_ok=True)
    for place, (style_id, title) in enumerate((TITLES if titles is None else titles).items()):
        folder = builtin / style_id
        folder.mkdir()
        card = {"title": title, "collection": "Impasto" if place < 2 else "Modern", "palette": ["#305060", "#d0c0a0"]}
        (folder / "style.json").write_text(json.dumps(card))
        Image.new("RGB", (160, 140), (40 * place, 100, 250 - 40 * place)).save(folder / "image.jpg", quality=95)
    return StyleLibrary(Paths.below(home), builtin)


def picture_file(folder: Path, name: str, shade: int = 200) -> Path:
    """A picture of one colour that is no style yet."""
    path = folder / name
    Image.new("RGB", (32, 24), (shade, 20, 40)).save(path)
    return path


def child(parent: QWidget, kind: type[Child]) -> Child:
    """The first widget of that kind inside another one."""
    found = parent.findChild(kind)
    assert found is not None
    return found
