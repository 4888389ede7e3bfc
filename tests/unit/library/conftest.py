"""A small library: three built-in styles in a folder of the test's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from stylegui.library import StyleLibrary
from stylegui.paths import Paths


@pytest.fixture
def paths(home: Path) -> Paths:
    return Paths.below(home)


@pytest.fixture
def builtin_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "builtin"
    cards = {
        "night": {"title": "Étude de nuit", "collection": "Impasto", "tags": ["sky", "swirl"], "credit": "painters"},
        "discs": {"title": "Turning light", "collection": "Modern", "tags": ["abstract"], "seed": 3},
        "dunes": {"title": "Dunes", "collection": "Impasto"},
    }
    for shade, (style_id, card) in enumerate(cards.items()):
        (folder / style_id).mkdir(parents=True)
        (folder / style_id / "style.json").write_text(json.dumps(card), encoding="utf-8")
        Image.new("RGB", (40, 30), (shade * 60, 90, 120)).save(folder / style_id / "image.jpg")
    return folder


@pytest.fixture
def library(paths: Paths, builtin_folder: Path) -> StyleLibrary:
    return StyleLibrary(paths, builtin_folder)
