"""PNG with 16 bits a sample, which Pillow would silently cut to 8, and the one writer for both depths.

W3C PNG specification, third edition.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
Chunk = tuple[bytes, bytes]

_TEXT_LIMIT = 64 * 2**20
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
_COLOUR_TYPES = {channels: colour_type for colour_type, channels in _CHANNELS.items()}
# x and y of each pass's first pixel, and its steps (section 8.1).
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_BLOCK_BYTES = 2**21
_IDAT_BYTES = 2**20


def is_png(data: bytes) -> bool:
    return data.startswith(SIGNATURE)


def chunks(data: bytes) -> Iterator[Chunk]:
    """(type, content) of every chunk up to IEND. Raises ValueError where the file breaks off or a checksum is wrong."""
    position = len(SIGNATURE)
    while True:
        if position + 12 > len(data):
            raise ValueError("the file ends before its last chunk")
        length, kind = struct.unpack_from(">I4s", data, position)
        content = data[position + 8 : position + 8 + length]
        stored = data[position + 8 + length : position + 12 + length]
        if len(stored) < 4 or struct.unpack(">I", stored)[0] != zlib.crc32(content, zlib.crc32(kind)):
            raise ValueError(f"chunk {kind!r} is broken")
        yield kind, content
        if kind == b"IEND":
            return
        position += 12 + length


def is_16_bit(data: bytes) -> bool:
    """Whether the data start as a PNG with 16 bits a sample."""
    return is_png(data) and len(data) > 25 and data[12:16] == b"IHDR" and data[24] == 16


def decode_16_bit(file_chunks: Iterable[Chunk]) -> tuple[NDArray[np.uint16], NDArray[np.uint16] | None]:
    """Samples (H, W) or (H, W, 3) and alpha (H, W) or None of a PNG for which `is_16_bit` holds.

    Raises ValueError where the data are broken. The caller has checked the size.
    """
    header, transparency, compressed = b"", b"", bytearray()
    for kind, content in file_chunks:
        if kind == b"IHDR":
            header = content
        elif kind == b"tRNS":
            transparency = content
        elif kind == b"IDAT":
            compressed += content
    width, height, _, colour_type, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    channels = _CHANNELS[colour_type]
    rows = _inflate(bytes(compressed), _row_bytes((width, height), 2 * channels, bool(interlaced)))
    samples = _unfilter((width, height), channels, rows, interlaced)
    if colour_type in (4, 6):
        return samples[..., 0] if colour_type == 4 else samples[..., :3], samples[..., -1]
    alpha = None
    if len(transparency) == 2 * samples.shape[2]:
        key = np.frombuffer(transparency, ">u2")
        alpha = np.where((samples == key).all(axis=-1), 0, 65535).astype(np.uint16)
    return (samples[..., 0] if colour_type == 0 else samples), alpha


def _row_bytes(size: tuple[int, int], pixel_bytes: int, interlaced: bool) -> int:
    """Bytes of all rows with their filter types, before compression."""
    width, height = size
    total = 0
    for x, y, step_x, step_y in _ADAM7 if interlaced else [(0, 0, 1, 1)]:
        across, down = -(-(width - x) // step_x), -(-(height - y) // step_y)
        if across > 0:
            total += down * (1 + across * pixel_bytes)
    return total


def _inflate(compressed: bytes, size: int) -> bytes:
    """`size` bytes out of a zlib stream. Raises ValueError where there are fewer: Pillow would fill up with black."""
    rows = zlib.decompressobj().decompress(compressed, size)
    if len(rows) < size:
        raise ValueError("the pixels are not all there")
    return rows


def _unfilter(size: tuple[int, int], channels: int, rows: bytes, interlaced: int) -> NDArray[np.uint16]:
    """(H, W, C) samples. Pillow's decoder does the filters and the interlacing, byte by byte and in C.

    One or two 16-bit samples a pixel are as many bytes as an 8-bit picture has in two or four channels, and are read as
    such. Three or four are decoded twice, once for the high bytes of the samples, and once for the low ones.
    """
    stored = zlib.compress(
        rows, 0
    )  # that decoder only takes a zlib stream; without compression it costs next to nothing
    if channels <= 2:
        mode = {1: "LA", 2: "RGBA"}[channels]
        pairs = np.asarray(Image.frombytes(mode, size, stored, "zip", mode, interlaced))
        return np.asarray(np.ascontiguousarray(pairs).view(">u2"), np.uint16)
    mode = {3: "RGB", 4: "RGBA"}[channels]
    # Both raw modes keep the more significant byte; "L" takes the second byte of a sample for that one.
    high = np.asarray(Image.frombytes(mode, size, stored, "zip", f"{mode};16B", interlaced))
    low = np.asarray(Image.frombytes(mode, size, stored, "zip", f"{mode};16L", interlaced))
    samples: NDArray[np.uint16] = (high.astype(np.uint16) << 8) | low
    return samples


def international_text(content: bytes) -> str:
    """The text of an iTXt chunk. Raises ValueError where it is broken."""
    _, rest = content.split(b"\0", 1)
    compressed, rest = rest[0], rest[2:]
    _, _, text = rest.split(b"\0", 2)
    if compressed:
        text = zlib.decompressobj().decompress(text, _TEXT_LIMIT)
    return text.decode()


def encode(samples: NDArray[Any], compression: int, before: Iterable[Chunk], after: Iterable[Chunk] = ()) -> bytes:
    """A PNG file of (H, W, C) samples, uint8 or uint16, with C = 3 or 4, and further chunks around the pixels.

    `compression` is zlib's level, 0 to 9.
    """
    height, width, channels = samples.shape
    bits = samples.dtype.itemsize * 8
    header = struct.pack(">IIBBBBB", width, height, bits, _COLOUR_TYPES[channels], 0, 0, 0)
    parts = [SIGNATURE, _chunk(b"IHDR", header)]
    parts += [_chunk(*chunk) for chunk in before]
    parts += [_chunk(b"IDAT", data) for data in _compressed_rows(samples, compression)]
    parts += [_chunk(*chunk) for chunk in after]
    parts.append(_chunk(b"IEND", b""))
    return b"".join(parts)


def profile_chunk(icc: bytes) -> Chunk:
    return b"iCCP", b"ICC profile\0\0" + zlib.compress(icc, 9)


def resolution_chunk(dpi: float) -> Chunk:
    per_metre = round(dpi / 0.0254)
    return b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)


def text_chunk(keyword: str, text: bytes) -> Chunk:
    """An uncompressed iTXt chunk; `text` is UTF-8."""
    return b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))


def _compressed_rows(samples: NDArray[Any], compression: int) -> Iterator[bytes]:
    height, width, channels = samples.shape
    pixel_bytes = channels * samples.dtype.itemsize
    stride = width * pixel_bytes
    rows_at_once = max(1, _BLOCK_BYTES // stride)
    compressor = zlib.compressobj(compression)
    above = np.zeros(stride, np.uint8)
    pending = bytearray()
    for top in range(0, height, rows_at_once):
        block = samples[top : top + rows_at_once].astype(samples.dtype.newbyteorder(">"))
        rows = block.view(np.uint8).reshape(len(block), stride)
        pending += compressor.compress(_filtered(rows, above, pixel_bytes).tobytes())
        above = rows[-1]
        if len(pending) >= _IDAT_BYTES:
            yield bytes(pending)
            pending.clear()
    yield bytes(pending + compressor.flush())


def _filtered(rows: NDArray[np.uint8], above: NDArray[np.uint8], pixel_bytes: int) -> NDArray[np.uint8]:
    """(R, 1 + stride): each row behind its filter type, by the specification's heuristic of least absolute sum."""
    up = np.vstack([above[None], rows[:-1]])
    left = np.zeros_like(rows)
    left[:, pixel_bytes:] = rows[:, :-pixel_bytes]
    up_left = np.zeros_like(rows)
    up_left[:, pixel_bytes:] = up[:, :-pixel_bytes]
    candidates = {1: rows - left, 2: rows - up, 4: rows - _paeth(left, up, up_left)}
    costs = [
        np.abs(residual.view(np.int8).astype(np.int16)).sum(axis=1, dtype=np.int64) for residual in candidates.values()
    ]
    best = np.argmin(costs, axis=0)
    filtered = np.empty((rows.shape[0], rows.shape[1] + 1), np.uint8)
    for index, (filter_type, residual) in enumerate(candidates.items()):
        chosen = best == index
        filtered[chosen, 0] = filter_type
        filtered[chosen, 1:] = residual[chosen]
    return filtered


def _paeth(left: NDArray[np.uint8], up: NDArray[np.uint8], up_left: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The neighbour nearest to left + up − up_left; ties go to left, then up (section 9.4)."""
    to_left = np.abs(up.astype(np.int16) - up_left)
    to_up = np.abs(left.astype(np.int16) - up_left)
    to_up_left = np.abs(left.astype(np.int16) + up - 2 * up_left.astype(np.int16))
    nearest_up = np.where(to_up <= to_up_left, up, up_left)
    return np.where((to_left <= to_up) & (to_left <= to_up_left), left, nearest_up)
