"""TIFF with more than 8 bits a sample, which Pillow would cut to 8 or not open (TIFF 6.0; Adobe's supplements)."""

from __future__ import annotations

import io
import math
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine.imageio import metadata
from stylegui.engine.imageio.ifd import LONG, SHORT, Directory, Field, header, write_directory
from stylegui.engine.imageio.raster import Raster, from_unit_floats
from stylegui.engine.imageio.source import check_size

if TYPE_CHECKING:
    from tifffile import TiffPage

PAGES = "Only the first page of the file is used."

_UNCOMPRESSED = 1
_DEFLATE = (8, 32946)
# With LZW, PackBits, LZMA and Zstandard.
_LOSSLESS = (_UNCOMPRESSED, *_DEFLATE, 5, 32773, 34925, 50000)
_FLOATING_POINT_PREDICTOR = 3
_ICC_PROFILE = 34675
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _SEPARATED = 0, 1, 2, 5
_SIGNED, _FLOAT = 2, 3
_ASSOCIATED_ALPHA, _UNASSOCIATED_ALPHA = 1, 2


def is_tiff(data: bytes) -> bool:
    """Whether the data start as a TIFF or a BigTIFF."""
    return data[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read_deep(data: bytes, name: str) -> Raster | None:
    """The first page where it has more than 8 bits a sample, as a raster of 16; None where Pillow can read it as it is.

    Raises PictureError for too large a picture, and any exception for a broken one. `name` is the file's, for messages.
    """
    from tifffile import TiffFile, TiffPage  # it is slow to import, and few photos need it

    with TiffFile(io.BytesIO(data)) as file:
        page = file.pages.first
        if not isinstance(page, TiffPage):
            return None
        check_size((page.imagewidth, page.imagelength), name)
        colours = {_WHITE_IS_ZERO: 1, _BLACK_IS_ZERO: 1, _RGB: 3, _SEPARATED: 4}.get(int(page.photometric), 0)
        if _bits(page) <= 8 or not colours or page.imagedepth > 1 or not _is_known(page):
            return None
        stored = _samples(page, data)
        pages = len(file.pages)
    samples, notes = _to_uint16(stored, page)
    if page.photometric == _WHITE_IS_ZERO:
        samples = 65535 - samples
    alpha = _alpha(page, samples, colours)
    colour = samples[..., 0] if colours == 1 else samples[..., :colours]
    if alpha is not None and page.extrasamples[0] == _ASSOCIATED_ALPHA:
        colour = _unpremultiplied(colour, alpha)
    if colours == 4:
        # Little CMS is reached with 8 bits of CMYK only.
        colour, alpha = (colour >> 8).astype(np.uint8), None if alpha is None else (alpha >> 8).astype(np.uint8)
    tags = metadata.parse(data)
    icc = page.tags.get(_ICC_PROFILE)
    return Raster(
        colour,
        alpha,
        icc=bytes(icc.value) if icc is not None else None,
        dpi=metadata.resolution(tags),
        tags=tags,
        orientation=metadata.orientation(tags),
        notes=notes + ((PAGES,) if pages > 1 else ()),
    )


def _bits(page: TiffPage) -> int:
    bits = page.bitspersample
    return max(bits) if isinstance(bits, tuple) else bits


def _is_packed(page: TiffPage) -> bool:
    """Whether the samples do not begin at bytes, as with 10, 12 or 14 bits."""
    return _bits(page) not in (16, 32, 64)


def _is_known(page: TiffPage) -> bool:
    """Whether the samples are of a type that is read here, in a compression that keeps them as they are."""
    whole = page.sampleformat in (None, 1) and page.predictor == 1 and _bits(page) < 16
    return int(page.compression) in _LOSSLESS and (whole if _is_packed(page) else page.dtype is not None)


def _samples(page: TiffPage, data: bytes) -> NDArray[Any]:
    """(H, W, S) samples of the page in the file's type."""
    if page.compression != _UNCOMPRESSED or page.predictor != 1 or _is_packed(page):
        return _assembled(page, data)
    array = page.asarray()
    if array.ndim == 2:
        return array[..., None]
    return np.moveaxis(array, 0, -1) if page.planarconfig == 2 else array


def _assembled(page: TiffPage, data: bytes) -> NDArray[Any]:
    """(H, W, S) samples of a page from its strips or tiles, for what tifffile leaves to a library of codecs."""
    planes = page.samplesperpixel if page.planarconfig == 2 else 1
    per_pixel = page.samplesperpixel // planes
    width, height = (page.tilewidth, page.tilelength) if page.is_tiled else (page.imagewidth, page.rowsperstrip)
    height = min(height, page.imagelength) if not page.is_tiled else height
    across, down = math.ceil(page.imagewidth / width), math.ceil(page.imagelength / height)
    dtype = np.dtype(page.dtype or np.uint16).newbyteorder(page.parent.byteorder)
    image = np.zeros((planes, down * height, across * width, per_pixel), dtype.newbyteorder("="))
    row_bytes = (width * per_pixel * _bits(page) + 7) // 8
    for index, (offset, count) in enumerate(zip(page.dataoffsets, page.databytecounts, strict=True)):
        plane, place = divmod(index, across * down)
        top, left = place // across * height, place % across * width
        rows = height if page.is_tiled else min(height, page.imagelength - top)
        if offset + count > len(data):
            raise ValueError("the file ends before its pixels")
        raw = _decompress(data[offset : offset + count], int(page.compression), rows * row_bytes)
        if _is_packed(page):
            segment = _unpacked(raw, (rows, width, per_pixel), _bits(page))
        else:
            segment = _unpredicted(raw, (rows, width, per_pixel), dtype, int(page.predictor))
        image[plane, top : top + rows, left : left + width] = segment
    return np.moveaxis(image, 0, 2).reshape(*image.shape[1:3], -1)[: page.imagelength, : page.imagewidth]


def _decompress(segment: bytes, compression: int, size: int) -> bytes:
    """`size` bytes out of a compressed strip or tile. Raises ValueError or OSError where they are not all there.

    Pillow's libtiff does the rarer kinds, by way of a TIFF of 8-bit grey that is one row of these bytes.
    """
    if compression == _UNCOMPRESSED or compression in _DEFLATE:
        raw = segment[:size] if compression == _UNCOMPRESSED else zlib.decompressobj().decompress(segment, size)
        if len(raw) < size:
            raise ValueError("the pixels are not all there")
        return raw
    tags = Directory(
        {
            256: Field.of(LONG, size),
            257: Field.of(LONG, 1),
            258: Field.of(SHORT, 8),
            259: Field.of(SHORT, compression),
            262: Field.of(SHORT, _BLACK_IS_ZERO),
            273: Field.of(LONG, 8),
            277: Field.of(SHORT, 1),
            278: Field.of(LONG, 1),
            279: Field.of(LONG, len(segment)),
        }
    )
    directory_offset = 8 + len(segment) + len(segment) % 2
    wrapped = header(directory_offset) + segment.ljust(directory_offset - 8, b"\0")
    with Image.open(io.BytesIO(wrapped + write_directory(tags, directory_offset)), formats=("TIFF",)) as image:
        return image.tobytes()


def _unpacked(raw: bytes, shape: tuple[int, int, int], bits: int) -> NDArray[np.uint16]:
    """The samples (rows, width, samples a pixel) of a segment with less than 16 bits each; rows begin at bytes."""
    rows, width, per_pixel = shape
    single = np.unpackbits(np.frombuffer(raw, np.uint8).reshape(rows, -1), axis=1, count=width * per_pixel * bits)
    weights = 2 ** np.arange(bits - 1, -1, -1, dtype=np.uint16)
    return np.asarray(single.reshape(*shape, bits) @ weights, np.uint16)


def _unpredicted(raw: bytes, shape: tuple[int, int, int], dtype: np.dtype[Any], predictor: int) -> NDArray[Any]:
    """The samples (rows, width, samples a pixel) of a segment, with its differences summed up."""
    rows, width, per_pixel = shape
    if predictor == _FLOATING_POINT_PREDICTOR:
        # Technical note 3: the bytes of a row lie sorted by significance, and then as differences.
        differences = np.frombuffer(raw, np.uint8).reshape(rows, -1, per_pixel)
        summed = np.cumsum(differences, axis=1, dtype=np.uint8).reshape(rows, dtype.itemsize, width * per_pixel)
        ordered = np.ascontiguousarray(summed.transpose(0, 2, 1))
        return ordered.view(dtype.newbyteorder(">")).reshape(shape)
    samples = np.frombuffer(raw, dtype).reshape(shape)
    if predictor == 2:
        return np.cumsum(samples, axis=1, dtype=dtype.newbyteorder("="))
    return samples


def _to_uint16(stored: NDArray[Any], page: TiffPage) -> tuple[NDArray[np.uint16], tuple[str, ...]]:
    if page.sampleformat == _FLOAT:
        return from_unit_floats(stored)
    if page.sampleformat == _SIGNED:
        white, stored = np.iinfo(stored.dtype).max, np.maximum(stored, 0)
    else:
        white = 2 ** _bits(page) - 1
    if white == 65535:
        return stored.astype(np.uint16), ()
    return np.rint(stored.astype(np.float64) * (65535 / white)).astype(np.uint16), ()


def _alpha(page: TiffPage, samples: NDArray[np.uint16], colours: int) -> NDArray[np.uint16] | None:
    extra = tuple(page.extrasamples or ())
    if extra and extra[0] in (_ASSOCIATED_ALPHA, _UNASSOCIATED_ALPHA) and samples.shape[2] > colours:
        return samples[..., colours]
    return None


def _unpremultiplied(colour: NDArray[np.uint16], alpha: NDArray[np.uint16]) -> NDArray[np.uint16]:
    weight = np.maximum(alpha, 1).astype(np.float32) / 65535
    straight = colour / (weight if colour.ndim == 2 else weight[..., None])
    return np.rint(np.minimum(straight, 65535)).astype(np.uint16)
