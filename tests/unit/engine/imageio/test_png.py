from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine.imageio import png
from stylegui.engine.images import PictureError, decode_picture
from tests.unit.engine.imageio.samples import chart, matrix_profile, noise, parametric_curve

COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def predictor(filter_type: int, left: int, up: int, up_left: int) -> int:
    """What a filter expects a byte to be, straight from section 9 of the specification."""
    if filter_type == 4:
        estimate = left + up - up_left
        return min((left, up, up_left), key=lambda value: abs(estimate - value))
    return (0, left, up, (left + up) // 2)[filter_type]


def filtered(samples: NDArray[Any], filters: list[int]) -> bytes:
    """The rows of (H, W, C) uint16 samples with the given filters, one after the other."""
    width = samples.shape[1] * samples.shape[2] * 2
    step = samples.shape[2] * 2
    above = bytes(width)
    output = bytearray()
    for number, row in enumerate(samples.astype(">u2")):
        raw = row.tobytes()
        filter_type = filters[number % len(filters)]
        output.append(filter_type)
        for at in range(width):
            left, up_left = (raw[at - step], above[at - step]) if at >= step else (0, 0)
            output.append((raw[at] - predictor(filter_type, left, above[at], up_left)) % 256)
        above = raw
    return bytes(output)


def write_16_bit(samples: NDArray[Any], *, interlaced: bool = False, extra: bytes = b"", parts: int = 1) -> bytes:
    """A PNG file of (H, W, C) uint16 samples that uses every filter; `extra` are chunks before the pixels."""
    height, width, channels = samples.shape
    passes = [samples[y::dy, x::dx] for x, y, dx, dy in ADAM7] if interlaced else [samples]
    data = zlib.compress(b"".join(filtered(part, [4, 1, 3, 0, 2]) for part in passes if part.size))
    header = struct.pack(">IIBBBBB", width, height, 16, COLOUR_TYPES[channels], 0, 0, int(interlaced))
    length = -(-len(data) // parts)
    pixels = b"".join(chunk(b"IDAT", data[start : start + length]) for start in range(0, len(data), length))
    return png.SIGNATURE + chunk(b"IHDR", header) + extra + pixels + chunk(b"IEND", b"")


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def read_rows(data: bytes, channels: int, bits: int) -> NDArray[Any]:
    """(H, W, C) samples of a PNG that is not interlaced, byte by byte as the specification says."""
    found = dict(list_chunks(data))
    width, height = struct.unpack_from(">II", found[b"IHDR"])
    raw = zlib.decompress(b"".join(content for kind, content in list_chunks(data) if kind == b"IDAT"))
    step, stride = channels * bits // 8, width * channels * bits // 8
    rows = [bytearray(stride)]
    for number in range(height):
        start = number * (stride + 1)
        row = bytearray(raw[start + 1 : start + 1 + stride])
        for at in range(stride):
            left, up_left = (row[at - step], rows[-1][at - step]) if at >= step else (0, 0)
            row[at] = (row[at] + predictor(raw[start], left, rows[-1][at], up_left)) % 256
        rows.append(row)
    return np.frombuffer(b"".join(rows[1:]), f">u{bits // 8}").reshape(height, width, channels)


def list_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 8
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        content = data[position + 8 : position + 8 + length]
        assert (
            zlib.crc32(data[position + 4 : position + 8 + length])
            == struct.unpack_from(">I", data, position + 8 + length)[0]
        )
        yield data[position + 4 : position + 8], content
        position += 12 + length


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (13, 11)])
def test_all_16_bits_are_read(channels: int, interlaced: bool, size: tuple[int, int]) -> None:
    samples = noise((size[1], size[0], channels), 16)
    picture = decode_picture(write_16_bit(samples, interlaced=interlaced, parts=3), "deep.png")
    assert picture.pixels.dtype == np.uint16
    colour = samples[..., :3] if channels >= 3 else np.repeat(samples[..., :1], 3, axis=2)
    np.testing.assert_array_equal(picture.pixels, colour)
    if channels in (2, 4):
        assert picture.alpha is not None
        np.testing.assert_array_equal(picture.alpha, samples[..., -1])
    else:
        assert picture.alpha is None


@pytest.mark.parametrize("channels", [1, 3])
def test_a_transparent_colour_in_16_bits(channels: int) -> None:
    samples = noise((6, 5, channels), 16)
    samples[2, 3] = samples[4, 1]
    key = chunk(b"tRNS", samples[2, 3].astype(">u2").tobytes())
    picture = decode_picture(write_16_bit(samples, extra=key), "deep.png")
    expected = np.full((6, 5), 65535)
    expected[2, 3] = expected[4, 1] = 0
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, expected)


def test_what_stands_beside_16_bit_pixels_is_read() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "Klara"
    samples = noise((6, 9, 3), 16)
    extra = chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) + chunk(b"eXIf", exif.tobytes()[6:])
    picture = decode_picture(write_16_bit(samples, extra=extra), "deep.png")
    np.testing.assert_array_equal(picture.pixels, np.rot90(samples, -1))
    assert picture.dpi == 300
    assert picture.exif is not None and b"Klara" in picture.exif


def test_a_profile_is_applied_to_16_bits() -> None:
    linear = matrix_profile(
        ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)),
        parametric_curve(0, 1.0),
    )
    samples = np.full((2, 2, 3), 14025, np.uint16)  # 0.2140 in linear light is 0.5 in sRGB
    extra = chunk(b"iCCP", b"x\0\0" + zlib.compress(linear))
    picture = decode_picture(write_16_bit(samples, extra=extra), "deep.png")
    assert np.abs(picture.pixels.astype(int) - 32767).max() <= 12
    assert picture.icc == linear


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_truncated_16_bit_file(share: float) -> None:
    data = write_16_bit(noise((13, 11, 3), 16), parts=4)
    with pytest.raises(PictureError, match="damaged or incomplete"):
        decode_picture(data[: int(len(data) * share)], "deep.png")


def test_a_changed_byte_in_a_16_bit_file() -> None:
    data = bytearray(write_16_bit(noise((13, 11, 3), 16)))
    data[300] ^= 1
    with pytest.raises(PictureError, match="damaged or incomplete"):
        decode_picture(bytes(data), "deep.png")


def test_too_few_rows_in_a_16_bit_file() -> None:
    data = write_16_bit(noise((13, 11, 3), 16))
    header = struct.pack(">IIBBBBB", 11, 14, 16, 2, 0, 0, 0)
    with pytest.raises(PictureError, match="damaged or incomplete"):
        decode_picture(png.SIGNATURE + chunk(b"IHDR", header) + data[33:], "deep.png")


@pytest.mark.parametrize("compression", [0, 1, 9])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("bits", [8, 16])
def test_written_files_read_back_by_the_specification(bits: int, channels: int, compression: int) -> None:
    samples = np.concatenate(
        [noise((9, 14, channels), bits), np.full((4, 14, channels), 7), noise((1, 14, channels), 8)]
    )
    samples = samples.astype(f"u{bits // 8}")
    data = png.encode(samples, compression, [])
    np.testing.assert_array_equal(read_rows(data, channels, bits), samples)


def test_each_filter_is_used_where_it_helps() -> None:
    same_rows = np.repeat(noise((1, 40, 3), 8), 20, axis=0)
    same_columns = np.repeat(noise((20, 1, 3), 8), 40, axis=1)
    both = np.hstack([same_columns[:, :20], same_rows[:, :20]])
    data = png.encode(np.vstack([same_rows, same_columns, both]), 6, [])
    raw = zlib.decompress(b"".join(content for kind, content in list_chunks(data) if kind == b"IDAT"))
    filters = list(raw[:: 40 * 3 + 1])
    assert set(filters[1:20]) == {2}
    assert set(filters[20:40]) <= {1, 4}  # here Paeth's filter differs from the left one in the first pixel only
    assert set(filters[41:]) == {4}


def test_rows_wider_and_pictures_larger_than_a_block() -> None:
    samples = np.zeros((700, 1500, 3), np.uint8)
    samples[::3, ::5] = noise((234, 300, 3), 8)
    data = png.encode(samples, 1, [])
    assert sum(kind == b"IDAT" for kind, _ in list_chunks(data)) >= 1
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(data))), samples)


def test_pillow_agrees_about_the_chunks() -> None:
    text = '{"title":"Frühling 春"}'
    chunks = [
        png.profile_chunk(b"a profile"),
        png.resolution_chunk(254),
        png.text_chunk("stylegui", text.encode()),
    ]
    with Image.open(io.BytesIO(png.encode(chart(), 4, chunks))) as image:
        assert image.info["icc_profile"] == b"a profile"
        assert image.info["dpi"] == pytest.approx((254, 254))
        assert image.info["stylegui"] == text
        image.load()


def test_international_text_may_be_compressed() -> None:
    text = "größer " * 50
    content = b"stylegui\0\1\0en\0Rezept\0" + zlib.compress(text.encode())
    assert png.international_text(content) == text
