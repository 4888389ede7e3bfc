"""The recipe inside a picture file: JSON in a PNG text chunk of its own, and in an XMP packet in every format.

The packet also says what the picture is, in IPTC's words: a composite made with a trained algorithm.
"""

from __future__ import annotations

import base64
import html
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

from stylegui.engine.imageio import png
from stylegui.engine.imageio.source import FORMATS, read_file

PNG_KEYWORD = "stylegui"
_NAMESPACE = "urn:stylegui:recipe:1"
_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
# A JPEG segment holds 64 KB; a longer recipe is packed.
_PLAIN_LIMIT = 40_000
_UNPACKED_LIMIT = 64 * 2**20
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:stylegui="{namespace}">
   <xmp:CreatorTool>stylegui</xmp:CreatorTool>
   <Iptc4xmpExt:DigitalSourceType>{source_type}</Iptc4xmpExt:DigitalSourceType>
   <stylegui:{element}>{recipe}</stylegui:{element}>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def to_json(recipe: Mapping[str, Any]) -> str:
    """The recipe as one line of JSON. Numbers that JSON does not know (infinite, NaN) become null."""
    text = json.dumps(_plain(recipe), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def to_xmp(recipe_json: str) -> bytes:
    """The XMP packet (UTF-8) that carries the recipe."""
    element, text = "recipe", html.escape(recipe_json, quote=False)
    if len(text.encode()) > _PLAIN_LIMIT:
        element, text = "packedRecipe", base64.b64encode(zlib.compress(recipe_json.encode(), 9)).decode()
    packet = _PACKET.format(namespace=_NAMESPACE, source_type=_SOURCE_TYPE, element=element, recipe=text)
    return packet.encode()


def read_recipe(path: Path | str) -> dict[str, Any] | None:
    """The recipe that `save_picture` wrote into a file; None where the file has none, or is no picture.

    Raises PictureError where the file cannot be read at all.
    """
    data = read_file(Path(path))
    try:
        return _from_png(data) if png.is_png(data) else _from_xmp(_xmp_of(data))
    except Exception:  # noqa: BLE001 - the file is anybody's: whatever is wrong with it, it holds no recipe of ours
        return None


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
    tag = f"{{{_NAMESPACE}}}{name}"
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
