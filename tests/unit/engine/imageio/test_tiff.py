from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine.imageio import tiff_writer
from stylegui.engine.images import PictureError, decode_picture
from tests.unit.engine.imageio.samples import chart, encoded, noise


def written(samples: NDArray[Any], **options: Any) -> bytes:
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, samples, metadata=None, **{"photometric": "rgb"} | options)
    return buffer.getvalue()


def compressed_by_libtiff(samples: NDArray[Any], raw: bytes, compression: str, predictor: int) -> bytes:
    """A file of one strip of (H, W, C) `samples`; libtiff has compressed its bytes `raw`, as a predictor leaves them.

    Pillow writes deep colours with no compression, so its strip of plain bytes is put into a file without one.
    """
    plain = Image.frombytes("L", (len(raw), 1), raw)
    code = {"tiff_lzw": 5, "tiff_adobe_deflate": 8, "zstd": 50_000}[compression]
    packed = encoded(plain, "TIFF", compression=compression)
    with tifffile.TiffFile(io.BytesIO(packed)) as file:
        page = file.pages.first
        assert isinstance(page, tifffile.TiffPage)
        (start,), (size,) = page.dataoffsets, page.databytecounts
    host = bytearray(written(samples, rowsperstrip=len(samples), software="gives its place to the predictor"))
    with tifffile.TiffFile(io.BytesIO(host)) as file:
        entries = {tag.code: tag.offset for tag in file.pages.first.tags.values()}
    for tag, kind, value in ((259, 3, code), (273, 4, len(host)), (279, 4, size), (305, 3, predictor)):
        at = entries[tag]
        host[at : at + 12] = struct.pack("<HHII", 317 if tag == 305 else tag, kind, 1, value)
    return bytes(host) + packed[start : start + size]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"byteorder": ">"},
        {"bigtiff": True},
        {"rowsperstrip": 3},
        {"tile": (16, 16)},
        {"compression": "zlib", "rowsperstrip": 3},
        {"compression": "zlib", "predictor": 2, "rowsperstrip": 3},
        {"compression": "zlib", "predictor": 2, "byteorder": ">"},
        {"compression": "zlib", "predictor": 2, "tile": (16, 16)},
    ],
    ids=str,
)
def test_all_16_bits_are_read(options: dict[str, Any]) -> None:
    samples = noise((37, 29, 3), 16)
    picture = decode_picture(written(samples, **options), "deep.tif")
    assert picture.pixels.dtype == np.uint16
    np.testing.assert_array_equal(picture.pixels, samples)


@pytest.mark.parametrize("options", [{}, {"compression": "zlib", "predictor": 2, "rowsperstrip": 4}], ids=str)
def test_separate_planes(options: dict[str, Any]) -> None:
    samples = noise((17, 13, 3), 16)
    data = written(np.moveaxis(samples, -1, 0).copy(), planarconfig="separate", **options)
    np.testing.assert_array_equal(decode_picture(data, "planes.tif").pixels, samples)


@pytest.mark.parametrize("compression", [1, 8])
@pytest.mark.parametrize("bits", [10, 12, 14])
def test_samples_that_do_not_begin_at_bytes(bits: int, compression: int) -> None:
    samples = noise((7, 5, 3), 16) >> (16 - bits)
    rows = np.unpackbits(samples.astype(">u2").view(np.uint8).reshape(7, 15, 2), axis=2)[..., 16 - bits :]
    packed = np.packbits(rows.reshape(7, -1), axis=1).tobytes()
    strip = zlib.compress(packed) if compression == 8 else packed
    host = bytearray(written(samples, rowsperstrip=7))
    with tifffile.TiffFile(io.BytesIO(host)) as file:
        entries = {tag.code: tag for tag in file.pages.first.tags.values()}
    for tag, value in ((259, compression), (273, len(host)), (279, len(strip))):
        at = entries[tag].offset + 8
        host[at : at + 4] = value.to_bytes(4, "little")
    at = entries[258].valueoffset
    host[at : at + 6] = struct.pack("<3H", bits, bits, bits)
    picture = decode_picture(bytes(host) + strip, "packed.tif")
    np.testing.assert_array_equal(picture.pixels, np.rint(samples * (65535 / (2**bits - 1))))


@pytest.mark.parametrize("predictor", [1, 2])
@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate"])
def test_compression_of_other_programs(compression: str, predictor: int) -> None:
    samples = chart(16, (64, 40))
    stored = np.diff(samples, axis=1, prepend=np.uint16(0)) if predictor == 2 else samples
    data = compressed_by_libtiff(samples, stored.tobytes(), compression, predictor)
    np.testing.assert_array_equal(decode_picture(data, "deep.tif").pixels, samples)


def test_floating_point_predictor() -> None:
    """As Photoshop writes 32 bits: the bytes of a row sorted by significance, then differenced (technical note 3)."""
    values = noise((9, 12, 3), 16).astype(np.float32) / 65535
    in_order = values.astype(">f4").view(np.uint8).reshape(9, 36, 4)
    planes = in_order.transpose(0, 2, 1).reshape(9, 48, 3)
    stored = np.diff(planes, axis=1, prepend=np.uint8(0))
    data = compressed_by_libtiff(values, stored.tobytes(), "tiff_adobe_deflate", 3)
    np.testing.assert_array_equal(decode_picture(data, "float.tif").pixels, noise((9, 12, 3), 16))


def test_grey_and_inverted_grey() -> None:
    grey = noise((5, 7), 16)
    for photometric, expected in (("minisblack", grey), ("miniswhite", 65535 - grey)):
        picture = decode_picture(written(grey, photometric=photometric), "grey.tif")
        np.testing.assert_array_equal(picture.pixels, np.repeat(expected[..., None], 3, axis=-1))


def test_alpha_of_both_kinds() -> None:
    samples = noise((5, 7, 4), 16)
    samples[..., 3] = np.maximum(samples[..., 3], 20_000)
    picture = decode_picture(written(samples, extrasamples=["unassalpha"]), "alpha.tif")
    np.testing.assert_array_equal(picture.pixels, samples[..., :3])
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, samples[..., 3])
    weight = samples[..., 3:].astype(np.float64) / 65535
    multiplied = samples.copy()
    multiplied[..., :3] = np.rint(samples[..., :3] * weight)
    picture = decode_picture(written(multiplied, extrasamples=["assocalpha"]), "alpha.tif")
    assert np.abs(picture.pixels.astype(int) - samples[..., :3]).max() <= 3


def test_other_depths_come_to_16_bits() -> None:
    samples = noise((5, 7, 3), 16)
    for whole in (samples.astype(np.uint32) * 65537, (samples // 2).astype(np.int16)):
        picture = decode_picture(written(whole), "x.tif")
        assert np.abs(picture.pixels.astype(int) - samples).max() <= 1
    for name, error in (("float16", 32), ("float32", 1), ("float64", 1)):
        picture = decode_picture(written((samples / 65535).astype(name)), "x.tif")
        assert np.abs(picture.pixels.astype(int) - samples).max() <= error


def test_floats_brighter_than_white_are_clipped_and_told() -> None:
    values = np.array([[[-1.0, 0.5, 3.0], [np.nan, np.inf, 0.25]]], np.float32)
    picture = decode_picture(written(values), "hdr.tif")
    np.testing.assert_array_equal(picture.pixels, [[[0, 32768, 65535], [0, 65535, 16384]]])
    assert picture.notes == ("Values brighter than white were clipped.",)


def test_16_bit_cmyk() -> None:
    ink = np.zeros((4, 4, 4), np.uint16)
    ink[..., 1:3] = 65535
    picture = decode_picture(written(ink, photometric="separated"), "cmyk.tif")
    np.testing.assert_array_equal(picture.pixels[0, 0], (255, 0, 0))


def test_what_stands_beside_deep_pixels_is_read() -> None:
    data = written(
        noise((5, 7, 3), 16), resolution=(240, 240), resolutionunit="inch", extratags=[(315, 2, 0, "Klara", True)]
    )
    picture = decode_picture(data, "x.tif")
    assert picture.dpi == 240
    assert picture.exif is not None and b"Klara" in picture.exif


def test_further_pages_are_told() -> None:
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as writer:
        writer.write(chart(16), photometric="rgb", metadata=None)
        writer.write(noise((3, 3, 3), 16), photometric="rgb", metadata=None)
    picture = decode_picture(buffer.getvalue(), "pages.tif")
    np.testing.assert_array_equal(picture.pixels, chart(16))
    assert picture.notes == ("Only the first page of the file is used.",)


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("share", [0.2, 0.8])
def test_a_truncated_deep_file(compression: str | None, share: float) -> None:
    data = written(noise((60, 50, 3), 16), compression=compression, rowsperstrip=8)
    with pytest.raises(PictureError, match="damaged or incomplete"):
        decode_picture(data[: int(len(data) * share)], "half.tif")


@pytest.mark.parametrize("compression", [0, 6])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_written_files_read_back_elsewhere(dtype: type, channels: int, compression: int) -> None:
    bits = np.dtype(dtype).itemsize * 8
    samples = noise((300, 210, channels), bits)
    data = tiff_writer.encode(samples, compression, icc=b"a profile")
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        page = file.pages.first
        assert isinstance(page, tifffile.TiffPage)
        np.testing.assert_array_equal(page.asarray(), samples)
        assert page.tags[34675].value == b"a profile"
        assert page.extrasamples == ((2,) if channels == 4 else ())
        assert len(page.dataoffsets) > 1 or bits == 8
    if dtype == np.uint8:
        np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(data))), samples)
