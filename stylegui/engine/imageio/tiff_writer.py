"""A TIFF file of 8 or 16 bits a sample: strips, deflate with horizontal differences, profile, resolution, EXIF, XMP.

TIFF 6.0; Adobe's technical note 2 (ZIP compression). Classic TIFF, which reaches to 4 GB.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stylegui.engine.imageio.ifd import BYTE, LONG, SHORT, UNDEFINED, Directory, Field, header, write_directory

_STRIP_BYTES = 2**18
_DEFLATE, _UNCOMPRESSED = 8, 1
_UNASSOCIATED_ALPHA = 2
_XMP, _ICC_PROFILE = 700, 34675


def encode(
    samples: NDArray[Any], compression: int, *, icc: bytes, xmp: bytes | None = None, tags: Directory | None = None
) -> bytes:
    """The file of (H, W, C) samples, uint8 or uint16, C = 3 or 4 (alpha, not premultiplied).

    `compression` is zlib's level, 0 for none; `tags` are further fields and directories to write.
    """
    height, width, channels = samples.shape
    rows_a_strip = max(1, _STRIP_BYTES // (width * channels * samples.dtype.itemsize))
    strips = list(_strips(samples, rows_a_strip, compression))
    sizes = [len(strip) for strip in strips]
    starts = [8 + position for position in np.cumsum([0, *sizes[:-1]]).tolist()]
    fields = {
        256: Field.of(LONG, width),
        257: Field.of(LONG, height),
        258: Field.of(SHORT, *[samples.dtype.itemsize * 8] * channels),
        259: Field.of(SHORT, _DEFLATE if compression else _UNCOMPRESSED),
        262: Field.of(SHORT, 2),
        273: Field.of(LONG, *starts),
        277: Field.of(SHORT, channels),
        278: Field.of(LONG, rows_a_strip),
        279: Field.of(LONG, *sizes),
        284: Field.of(SHORT, 1),
        317: Field.of(SHORT, 2 if compression else 1),
        _ICC_PROFILE: Field.of_bytes(UNDEFINED, icc),
    }
    if channels == 4:
        fields[338] = Field.of(SHORT, _UNASSOCIATED_ALPHA)
    if xmp is not None:
        fields[_XMP] = Field.of_bytes(BYTE, xmp)
    further = tags or Directory()
    directory = Directory({**further.fields, **fields}, further.children)
    pixels = b"".join(strips)
    directory_offset = 8 + len(pixels) + len(pixels) % 2
    body = header(directory_offset) + pixels.ljust(directory_offset - 8, b"\0")
    return body + write_directory(directory, directory_offset)


def _strips(samples: NDArray[Any], rows_a_strip: int, compression: int) -> Iterator[bytes]:
    for top in range(0, len(samples), rows_a_strip):
        strip = samples[top : top + rows_a_strip].astype(samples.dtype.newbyteorder("<"))
        if not compression:
            yield strip.tobytes()
            continue
        differences = strip.copy()
        differences[:, 1:] -= strip[:, :-1]
        yield zlib.compress(differences.tobytes(), compression)
