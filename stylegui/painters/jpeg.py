"""Pictures as JPEG files; the same pixels give the same bytes."""

from __future__ import annotations

import io

from PIL import Image

from stylegui.painters.colour import Array

QUALITY = 93
# All styles that are shipped are to stay small enough to download together: the busiest ones give way.
SHIPPED_QUALITY, HALVED_QUALITY = 91, 90
FULL_CHROMA_BYTES = 400_000


def jpeg(pixels: Array, quality: int = QUALITY, *, full_chroma: bool = True) -> bytes:
    """(H, W, 3) uint8 as a JPEG file, its colours at full or at half the resolution."""
    file = io.BytesIO()
    subsampling = "4:4:4" if full_chroma else "4:2:0"
    Image.fromarray(pixels).save(file, "JPEG", quality=quality, subsampling=subsampling, optimize=True)
    return file.getvalue()


def shipped_jpeg(pixels: Array) -> bytes:
    """As the gallery ships it: with full chroma where that stays below `FULL_CHROMA_BYTES`, else with halved."""
    data = jpeg(pixels, SHIPPED_QUALITY)
    return data if len(data) <= FULL_CHROMA_BYTES else jpeg(pixels, HALVED_QUALITY, full_chroma=False)
