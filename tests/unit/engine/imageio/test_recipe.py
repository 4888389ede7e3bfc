from __future__ import annotations

import io
import json
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from stylegui.engine.imageio import ora, xmp
from stylegui.engine.imageio import recipe as recipes
from stylegui.engine.imageio.metadata import Credit
from stylegui.engine.imageio.save import Format
from stylegui.engine.images import Picture, PictureError, SaveOptions, encode_picture, read_recipe, save_picture
from tests.unit.engine.imageio.samples import chart

FORMATS: tuple[Format, ...] = ("png", "jpeg", "webp", "tiff", "ora")

RECIPE: dict[str, Any] = {
    "engine": "paint",
    "title": "Die Toteninsel – 死の島 <&\"'> 🎨",
    "odd": "\x00\x1f\ud800\ufffe ]]> {brackets}",
    "seed": 2**31 - 1,
    "strength": 61.25,
    "steering": [{"step": 40, "strength": 70.0}, None, True],
}


@pytest.mark.parametrize("bit_depth", [8, 16])
@pytest.mark.parametrize("format_name", FORMATS)
def test_the_recipe_comes_back(format_name: Format, bit_depth: Any, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    save_picture(Picture(chart()), path, SaveOptions(format=format_name, bit_depth=bit_depth), RECIPE)
    assert read_recipe(str(path)) == RECIPE


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_long_recipe(format_name: Format, tmp_path: Path) -> None:
    long = {"steering": [{"step": step, "strength": step / 7, "name": "größer"} for step in range(5000)]}
    save_picture(Picture(chart()), tmp_path / "x", SaveOptions(format=format_name), long)
    assert read_recipe(tmp_path / "x") == long


def test_a_recipe_that_no_jpeg_can_hold_stands_beside_it(tmp_path: Path) -> None:
    noise = {"blob": np.random.default_rng(0).bytes(100_000).hex()}
    jpeg = SaveOptions(format="jpeg")
    written = save_picture(Picture(chart()), tmp_path / "x.jpg", jpeg, noise)
    assert written == (tmp_path / "x.jpg", tmp_path / "x.jpg.json")
    assert read_recipe(tmp_path / "x.jpg") == noise
    assert save_picture(Picture(chart()), tmp_path / "x.png", SaveOptions(), noise) == (tmp_path / "x.png",)
    with pytest.raises(PictureError, match=r"“x\.jpg” cannot be saved as JPEG: its recipe is too long"):
        encode_picture(Picture(chart()), "x.jpg", jpeg, noise)


def test_a_recipe_beside_a_picture_goes_with_it(tmp_path: Path) -> None:
    """A file that is replaced must not be told by the recipe of the one before; other people's files are left alone."""
    noise = {"blob": np.random.default_rng(0).bytes(100_000).hex()}
    jpeg, path = SaveOptions(format="jpeg"), tmp_path / "x.jpg"
    save_picture(Picture(chart()), path, jpeg, noise)
    save_picture(Picture(chart()), path, jpeg)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.jpg"]
    assert read_recipe(path) is None
    for others in ("{}", "[1]", "no json", '{"stylegui": 2, "recipe": {}}'):
        (tmp_path / "x.jpg.json").write_text(others)
        save_picture(Picture(chart()), path, jpeg)
        assert (tmp_path / "x.jpg.json").read_text() == others
        assert read_recipe(path) is None


@pytest.mark.parametrize("format_name", FORMATS)
def test_files_without_a_recipe(format_name: Format, tmp_path: Path) -> None:
    save_picture(Picture(chart()), tmp_path / "x", SaveOptions(format=format_name))
    assert read_recipe(tmp_path / "x") is None


@pytest.mark.parametrize("data", [b"x", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0\x08\0\0\0"])
def test_files_that_are_no_pictures_have_no_recipe(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(data)
    assert read_recipe(tmp_path / "x") is None


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"“gone\.png” was not found"):
        read_recipe(tmp_path / "gone.png")


@pytest.mark.parametrize("text", ["", "no json", "[1, 2]", '"text"', "null"])
def test_text_that_is_no_recipe(text: str, tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("stylegui", text)
    Image.fromarray(chart()).save(tmp_path / "x.png", pnginfo=info)
    assert read_recipe(tmp_path / "x.png") is None


def test_an_xmp_bomb_is_not_opened(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 1000 + b'">]><x>' + b"&a;" * 100 + b"</x>"
    Image.fromarray(chart()).save(tmp_path / "x.jpg", xmp=bomb)
    assert read_recipe(tmp_path / "x.jpg") is None


def test_a_recipe_that_another_program_has_made_an_attribute(tmp_path: Path) -> None:
    xmp = b'<r xmlns:s="urn:stylegui:recipe:1" s:recipe="{&quot;seed&quot;:1}"/>'
    Image.fromarray(chart()).save(tmp_path / "x.jpg", xmp=xmp)
    assert read_recipe(tmp_path / "x.jpg") == {"seed": 1}


def test_all_that_a_recipe_may_hold_becomes_json() -> None:
    recipe: Any = MappingProxyType(
        {
            "mapping": MappingProxyType({"a": (1, 2)}),
            "numpy": np.float32(0.5),
            "array": np.array([1, 2]),
            "set": {"b", "a"},
            "path": Path("a/b"),
            3: [float("nan"), float("inf")],
        }
    )
    assert json.loads(recipes.to_json(recipe)) == {
        "mapping": {"a": [1, 2]},
        "numpy": 0.5,
        "array": [1, 2],
        "set": ["a", "b"],
        "path": str(Path("a/b")),
        "3": [None, None],
    }


def test_the_packet_says_how_the_picture_came_about() -> None:
    packet = xmp.packet(recipes.to_json(RECIPE), True, Credit("Painted <“x”>\x00", "© K. Ō"))
    assert packet is not None
    root = ET.fromstring(packet.decode())
    source = root.find(".//{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType")
    assert source is not None and source.text is not None
    assert source.text.rsplit("/", 1)[1] == "compositeWithTrainedAlgorithmicMedia"
    items = root.findall(".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    assert [item.text for item in items] == ["Painted <“x”> ", "© K. Ō"]


def test_what_is_not_wanted_is_not_in_the_packet(tmp_path: Path) -> None:
    assert xmp.packet(None, False, None) is None
    assert xmp.packet(None, False, Credit()) is None
    alone = xmp.packet(None, True, None)
    assert alone is not None and b"DigitalSourceType" in alone and b"<stylegui:recipe" not in alone
    credit = Credit("Painted here", "CC BY")
    for options, marks, words in (
        (SaveOptions(format="jpeg", ai_marking=False), False, True),
        (SaveOptions(format="jpeg", style_credit=False), True, False),
        (SaveOptions(format="jpeg", ai_marking=False, style_credit=False), False, False),
    ):
        data = encode_picture(Picture(chart()), "x", options, credit=credit)
        assert (b"DigitalSourceType" in data) == marks
        assert (data.count(b"Painted here") == 2) == words  # in EXIF and in XMP
        assert (data.count(b"CC BY") == 2) == words


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_carries_the_packet(format_name: Format, tmp_path: Path) -> None:
    save_picture(Picture(chart()), tmp_path / "x", SaveOptions(format=format_name), RECIPE)
    data = (tmp_path / "x").read_bytes()
    with Image.open(io.BytesIO(ora.merged_image(data) if format_name == "ora" else data)) as image:
        xmp = image.info["xmp"]
    assert b"compositeWithTrainedAlgorithmicMedia" in (xmp if isinstance(xmp, bytes) else xmp.encode())
