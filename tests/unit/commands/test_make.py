"""`stylegui styles make`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stylegui.cli import main
from stylegui.library import StyleLibrary
from stylegui.painters import PAINTERS
from stylegui.painters.palettes import PALETTES, fitted
from stylegui.paths import Paths

Capture = pytest.CaptureFixture[str]
SMALL = ("styles", "make", "--quiet", "--size", "56")


def test_the_style_is_in_the_gallery_with_its_card(capsys: Capture) -> None:
    assert main([*SMALL, "--painter", "linocut", "--palette", "sumi", "--seed", "4", "--collection", "Mine"]) == 0
    style_id = capsys.readouterr().out.split()[0]
    library = StyleLibrary(Paths.of_user())
    style, card = library.get(style_id), library.card(style_id)
    assert style is not None and card is not None
    assert style.collections == ("Mine",)
    assert style.licence == "CC0-1.0"
    assert style.tags == ("linocut", "sumi and vermilion")
    assert style.title == "Rhapsody in Scarlet and Pearl"
    colours = fitted(PALETTES["sumi"].palette, PAINTERS["linocut"].palette)
    assert style.palette == colours.colours
    assert card.model_extra == {"painter": "linocut", "seed": 4}
    with Image.open(style.path) as image:
        pixels = np.asarray(image, dtype=int)
    painted = PAINTERS["linocut"].paint((56, 42), 4, colours)
    assert np.abs(pixels - painted).mean() < 4  # JPEG
    assert main([*SMALL, "--painter", "linocut", "--palette", "sumi", "--seed", "4"]) == 0
    assert "(was there already)" in capsys.readouterr().out


def test_a_picture_gives_its_colours(tmp_path: Path, capsys: Capture) -> None:
    Image.new("RGB", (40, 40), (200, 40, 40)).save(tmp_path / "red.png")
    output = tmp_path / "out.png"
    words = [
        "--painter",
        "stained-glass",
        "--palette",
        str(tmp_path / "red.png"),
        "-o",
        str(output),
        "--shape",
        "square",
    ]
    assert main([*SMALL, *words]) == 0
    assert capsys.readouterr().out.strip() == str(output)
    with Image.open(output) as image:
        assert image.size == (56, 56)
        red, green, blue = np.asarray(image, dtype=float).reshape(-1, 3).mean(axis=0)
    assert red > 2 * max(green, blue)
    assert StyleLibrary(Paths.of_user()).search("stained glass", "My styles") == []


def test_painters_and_palettes_are_listed(capsys: Capture) -> None:
    assert main(["styles", "make", "--list"]) == 0
    words = capsys.readouterr().out.split()
    assert set(PAINTERS) | set(PALETTES) <= set(words)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 2, "Name a --painter"),
        (("--painter", "linocat"), 1, "There is no painter linocat; did you mean linocut"),
        (("--painter", "linocut", "--palette", "fauv"), 1, "There is no palette or picture fauv; did you mean fauve"),
        (("--painter", "linocut", "--palette", "no/such.png"), 1, "There is no file no/such.png."),
        (("--painter", "linocut", "-o", "picture.xyz"), 2, "should end in .png"),
        (("--painter", "linocut", "-o", "no/such/picture.png"), 1, "There is no folder no/such."),
    ],
)
def test_what_is_wrong_is_told(words: tuple[str, ...], code: int, sentence: str, capsys: Capture) -> None:
    assert main([*SMALL, *words]) == code
    assert sentence in capsys.readouterr().err
