"""OpenRaster files, read again by zipfile, an XML parser and Pillow, as the specification has them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from stylegui.engine.imageio import ora
from stylegui.engine.images import Picture, PictureError, SaveOptions, load_picture, read_recipe, save_picture
from tests.unit.engine.imageio.samples import chart, noise

LAYERS = SaveOptions(format="ora", dpi=300)


def saved(tmp_path: Path, picture: Picture, options: SaveOptions = LAYERS, photo: Picture | None = None) -> Path:
    path = tmp_path / "x.ora"
    below = [("Foto <é>", photo or Picture(chart(size=(24, 16))))]
    assert save_picture(picture, path, options, {"seed": 4}, layers=below) == (path,)
    return path


def image_in(archive: zipfile.ZipFile, name: str) -> Image.Image:
    with archive.open(name) as file:
        image = Image.open(io.BytesIO(file.read()))
        image.load()
    return image


def test_the_archive_is_laid_out_as_the_specification_says(tmp_path: Path) -> None:
    path = saved(tmp_path, Picture(chart(size=(600, 400))))
    assert path.read_bytes()[30:54] == b"mimetypeimage/openraster"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert not first.extra
        assert archive.read("mimetype") == b"image/openraster"
        assert {"stack.xml", "mergedimage.png", "Thumbnails/thumbnail.png"} < set(archive.namelist())
        assert all(entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in archive.infolist())
        thumbnail = image_in(archive, "Thumbnails/thumbnail.png")
        assert (thumbnail.size, thumbnail.mode, thumbnail.info.get("interlace")) == ((256, 171), "RGB", None)
        assert image_in(archive, "mergedimage.png").size == (600, 400)


def test_the_layers_are_photo_and_result(tmp_path: Path) -> None:
    picture = Picture(chart())
    with zipfile.ZipFile(saved(tmp_path, picture)) as archive:
        root = ET.fromstring(archive.read("stack.xml"))
        assert (root.tag, root.get("w"), root.get("h")) == ("image", "48", "32")
        assert (root.get("xres"), root.get("yres")) == ("300", "300")
        layers = root.findall("stack/layer")
        assert [layer.get("name") for layer in layers] == ["Result", "Foto <é>"]  # the first one is on top
        assert {layer.get("composite-op") for layer in layers} == {"svg:src-over"}
        assert {layer.get("visibility") for layer in layers} == {"visible"}
        images = [image_in(archive, str(layer.get("src"))) for layer in layers]
        assert [image.size for image in images] == [picture.size, picture.size]
        np.testing.assert_array_equal(np.asarray(images[0]), chart())
        np.testing.assert_array_equal(np.asarray(image_in(archive, "mergedimage.png")), chart())
        assert all("icc_profile" in image.info for image in images)
        used = {str(layer.get("src")) for layer in layers}
        assert {name for name in archive.namelist() if name.startswith("data/")} == used


def test_what_is_merged_is_what_is_seen(tmp_path: Path) -> None:
    """Put together again from the layers: under a result with holes the photo is switched off."""
    result = Picture(chart(), noise((32, 48), 8))
    with zipfile.ZipFile(saved(tmp_path, result)) as archive:
        canvas = Image.new("RGBA", (48, 32))
        for layer in reversed(ET.fromstring(archive.read("stack.xml")).findall("stack/layer")):
            if layer.get("visibility") == "visible":
                canvas.alpha_composite(image_in(archive, str(layer.get("src"))).convert("RGBA"))
        merged = np.asarray(image_in(archive, "mergedimage.png").convert("RGBA")).astype(int)
    seen = np.asarray(canvas).astype(int)
    assert np.abs(seen[..., 3] - merged[..., 3]).max() <= 1
    opaque = merged[..., 3] > 128
    assert np.abs(seen - merged)[opaque].max() <= 2


def test_it_opens_here_with_its_recipe_and_all_its_bits(tmp_path: Path) -> None:
    path = saved(tmp_path, Picture(chart(16)), LAYERS.model_copy(update={"bit_depth": 16}))
    back = load_picture(path)
    np.testing.assert_array_equal(back.pixels, chart(16))
    assert back.dpi == pytest.approx(300, abs=0.02)
    assert read_recipe(path) == {"seed": 4}


def test_a_result_without_further_layers(tmp_path: Path) -> None:
    save_picture(Picture(chart()), tmp_path / "x.ora", LAYERS)
    with zipfile.ZipFile(tmp_path / "x.ora") as archive:
        assert len(ET.fromstring(archive.read("stack.xml")).findall("stack/layer")) == 1
    np.testing.assert_array_equal(load_picture(tmp_path / "x.ora").pixels, chart())


def test_the_size_counts_for_all_layers(tmp_path: Path) -> None:
    with zipfile.ZipFile(saved(tmp_path, Picture(chart()), LAYERS.model_copy(update={"size_px": 24}))) as archive:
        sizes = {image_in(archive, name).size for name in archive.namelist() if name.startswith("data/")}
    assert sizes == {(24, 16)}


@pytest.mark.parametrize("broken", ["no zip", "no picture"])
def test_broken_files_are_told(broken: str, tmp_path: Path) -> None:
    data = b"PK\3\4" + b"\0" * 26 + b"mimetype" + ora.MIMETYPE
    if broken == "no picture":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("mimetype", ora.MIMETYPE)
        data = buffer.getvalue()
    assert ora.is_ora(data)
    (tmp_path / "x.ora").write_bytes(data)
    with pytest.raises(PictureError, match=r"“x\.ora” is damaged or incomplete"):
        load_picture(tmp_path / "x.ora")
    assert read_recipe(tmp_path / "x.ora") is None
