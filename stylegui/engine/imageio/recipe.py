"""The recipe with a picture file: JSON in a PNG text chunk of its own, in an XMP packet, or in a file beside it."""

from __future__ import annotations

import base64
import io
import json
import math
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from PIL import Image

from stylegui.engine.imageio import ora, png
from stylegui.engine.imageio.source import FORMATS, read_file
from stylegui.engine.imageio.xmp import NAMESPACE

PNG_KEYWORD = "stylegui"
SIDECAR_SUFFIX = ".json"
_SIDECAR_MARK, _SIDECAR_VERSION = "stylegui", 1
_SIDECAR_LIMIT = 64 * 2**20
_UNPACKED_LIMIT = 64 * 2**20
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_json(recipe: Mapping[str, Any]) -> str:
    """The recipe as one line of JSON. Numbers that JSON does not know (infinite, NaN) become null."""
    text = json.dumps(_plain(recipe), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def sidecar_path(path: Path) -> Path:
    """Where the recipe of a picture file stands that cannot hold it."""
    return path.with_name(path.name + SIDECAR_SUFFIX)


def to_sidecar(recipe_json: str) -> bytes:
    """The content of a file that holds a recipe beside its picture."""
    content = {_SIDECAR_MARK: _SIDECAR_VERSION, "recipe": json.loads(recipe_json)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def is_sidecar(path: Path) -> bool:
    """Whether a file is one that was written by `to_sidecar`."""
    return _from_sidecar(path) is not None


def read_recipe(path: Path | str) -> dict[str, Any] | None:
    """The recipe that `save_picture` wrote into a file or beside it; None where there is none, or it is no picture.

    Raises PictureError where the file cannot be read at all.
    """
    path = Path(path)
    data = read_file(path)
    try:
        if ora.is_ora(data):
            inside = _from_png(ora.merged_image(data))
        else:
            inside = _from_png(data) if png.is_png(data) else _from_xmp(_xmp_of(data))
    except Exception:  # noqa: BLE001 - the file is anybody's: whatever is wrong with it, it holds no recipe of ours
        inside = None
    return _from_sidecar(sidecar_path(path)) if inside is None else inside


def _from_sidecar(path: Path) -> dict[str, Any] | None:
    try:
        if path.stat().st_size > _SIDECAR_LIMIT:
            return None
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get(_SIDECAR_MARK) != _SIDECAR_VERSION:
        return None
    recipe = content.get("recipe")
    return recipe if isinstance(recipe, dict) else None


def _from_png(data: bytes) -> dict[str, Any] | None:
    for kind, content in png.chunks(data):
        if kind == b"iTXt" and content.startswith(PNG_KEYWORD.encode() + b"\0"):
            return _parse(png.international_text(content))
    return None


def _xmp_of(data: bytes) -> bytes | None:
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        xmp = image.info.get("xmp")
    return xmp if isinstance(xmp, bytes) else None


def _from_xmp(xmp: bytes | None) -> dict[str, Any] | None:
    # A packet never has a document type; refusing one keeps entity tricks out.
    if not xmp or b"<!" in xmp:
        return None
    root = ET.fromstring(xmp.rstrip(b"\0").decode())  # noqa: S314 - no entities, see above
    if plain := _property(root, "recipe"):
        return _parse(plain)
    if packed := _property(root, "packedRecipe"):
        unpacked = zlib.decompressobj().decompress(base64.b64decode(packed), _UNPACKED_LIMIT)
        return _parse(unpacked.decode())
    return None


def _property(root: ET.Element, name: str) -> str | None:
    """A simple XMP property of ours; other programs may have turned the element into an attribute."""
    tag = f"{{{NAMESPACE}}}{name}"
    for element in root.iter():
        if element.tag == tag:
            return element.text
        if tag in element.attrib:
            return element.attrib[tag]
    return None


def _parse(text: str) -> dict[str, Any] | None:
    recipe = json.loads(text)
    return recipe if isinstance(recipe, dict) else None


def _plain(value: Any) -> Any:
    """The value in JSON's own types: mappings as dict, numpy scalars as numbers, other things as their text."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
        return _plain(value.item())
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    return str(value)
