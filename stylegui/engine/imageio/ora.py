"""OpenRaster files: the layers of a painting for other programs (Krita, GIMP, MyPaint), with all of them merged.

OpenRaster baseline, file layout and layer stack specifications (openraster.org).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

MIMETYPE = b"image/openraster"
THUMBNAIL_PX = 256

_VERSION = "0.0.3"
_MERGED = "mergedimage.png"
_MERGED_LIMIT = 2**31
# What a zip entry says of its time: always the same, so that the same picture gives the same file.
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Layer:
    """One layer as a PNG file of the full canvas. A hidden one is there to be switched on."""

    name: str
    png: bytes
    visible: bool = True


def encode(size: tuple[int, int], layers: Sequence[Layer], merged: bytes, thumbnail: bytes, dpi: float | None) -> bytes:
    """The file. `layers` begin with the lowest; `merged` and `thumbnail` are PNG files of all visible ones together."""
    paths = [f"data/layer{number}.png" for number in range(len(layers))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _DATE), MIMETYPE)
        stack = zipfile.ZipInfo("stack.xml", _DATE)
        stack.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(stack, _stack(size, layers, paths, dpi))
        # PNG files are compressed already.
        for path, layer in zip(paths, layers, strict=True):
            archive.writestr(zipfile.ZipInfo(path, _DATE), layer.png)
        archive.writestr(zipfile.ZipInfo(_MERGED, _DATE), merged)
        archive.writestr(zipfile.ZipInfo("Thumbnails/thumbnail.png", _DATE), thumbnail)
    return buffer.getvalue()


def is_ora(data: bytes) -> bool:
    """Whether the data start as an OpenRaster file does: its first entry is the type, not compressed."""
    return data[:4] == b"PK\3\4" and data[30:54] == b"mimetype" + MIMETYPE


def merged_image(data: bytes) -> bytes:
    """The PNG file of all layers merged. Raises ValueError where there is none, or it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_MERGED).file_size > _MERGED_LIMIT:
                raise ValueError("the merged picture is too large")
            return archive.read(_MERGED)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ValueError("the file holds no merged picture") from error


def _stack(size: tuple[int, int], layers: Sequence[Layer], paths: Sequence[str], dpi: float | None) -> bytes:
    image = ET.Element("image", version=_VERSION, w=str(size[0]), h=str(size[1]))
    if dpi is not None:
        image.set("xres", str(round(dpi)))
        image.set("yres", str(round(dpi)))
    stack = ET.SubElement(image, "stack")
    for path, layer in reversed(list(zip(paths, layers, strict=True))):
        words = {"name": layer.name, "src": path, "x": "0", "y": "0", "opacity": "1.0"}
        words |= {"visibility": "visible" if layer.visible else "hidden", "composite-op": "svg:src-over"}
        ET.SubElement(stack, "layer", words)
    ET.indent(image)
    stack_xml: bytes = ET.tostring(image, encoding="UTF-8", xml_declaration=True)
    return stack_xml
