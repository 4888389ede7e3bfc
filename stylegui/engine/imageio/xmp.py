"""The XMP packet of an export: its recipe, the credit of its style, and in IPTC's words what kind of picture it is.

ISO 16684-1; IPTC Photo Metadata Standard 2023.2 (Digital Source Type).
"""

from __future__ import annotations

import base64
import html
import re
import zlib

from stylegui.engine.imageio.metadata import Credit

NAMESPACE = "urn:stylegui:recipe:1"
AI_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
"""A photo to which a trained algorithm has added: neither a plain photo nor made from nothing."""

# A JPEG segment holds 64 KB; a longer recipe is packed.
_PLAIN_LIMIT = 40_000

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:stylegui="{namespace}">
{properties}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def packet(recipe_json: str | None, ai_marking: bool, credit: Credit | None) -> bytes | None:
    """The packet (UTF-8); None where there is nothing to say."""
    properties = []
    if ai_marking:
        properties.append(_element("Iptc4xmpExt:DigitalSourceType", AI_SOURCE_TYPE))
    if credit is not None and credit.description:
        properties.append(_in_default_language("dc:description", credit.description))
    if credit is not None and credit.rights:
        properties.append(_in_default_language("dc:rights", credit.rights))
    if recipe_json is not None:
        properties.append(_recipe(recipe_json))
    if not properties:
        return None
    lines = [_element("xmp:CreatorTool", "stylegui"), *properties]
    return _PACKET.format(namespace=NAMESPACE, properties="\n".join(lines)).encode()


def _recipe(recipe_json: str) -> str:
    if len(html.escape(recipe_json, quote=False).encode()) <= _PLAIN_LIMIT:
        return _element("stylegui:recipe", recipe_json)
    return _element("stylegui:packedRecipe", base64.b64encode(zlib.compress(recipe_json.encode(), 9)).decode())


def _element(name: str, text: str) -> str:
    return f"   <{name}>{html.escape(text, quote=False)}</{name}>"


def _in_default_language(name: str, text: str) -> str:
    text = _NOT_IN_XML.sub(" ", text)
    item = f'<rdf:li xml:lang="x-default">{html.escape(text, quote=False)}</rdf:li>'
    return f"   <{name}><rdf:Alt>{item}</rdf:Alt></{name}>"
