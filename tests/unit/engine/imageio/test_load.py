from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from stylegui.engine.images import PictureError, decode_picture, load_picture
from tests.unit.engine.imageio.samples import chart, encoded, noise

# The program ignores Pillow's warnings once, at import; pytest's own filters would stand before that.
pytestmark = pytest.mark.filterwarnings(r"ignore:::PIL\.")

EXACT = {"PNG": {}, "WEBP": {"lossless": True}, "TIFF": {}, "BMP": {}, "JPEG2000": {}, "PPM": {}, "QOI": {}}


def photo() -> Image.Image:
    return Image.fromarray(chart())


@pytest.mark.parametrize("format_name", EXACT)
def test_exact_formats_give_the_very_pixels(format_name: str) -> None:
    picture = decode_picture(encoded(photo(), format_name, **EXACT[format_name]), "photo")
    np.testing.assert_array_equal(picture.pixels, chart())
    assert picture.alpha is None
    assert picture.notes == ()


@pytest.mark.parametrize("format_name", ["JPEG", "AVIF", "WEBP"])
def test_lossy_formats_come_near(format_name: str) -> None:
    picture = decode_picture(encoded(photo(), format_name, quality=95), "photo")
    assert np.abs(picture.pixels.astype(int) - chart()).mean() < 4


def test_gif_and_palette_keep_their_colours() -> None:
    few = photo().quantize(16)
    for format_name in ("GIF", "PNG"):
        picture = decode_picture(encoded(few, format_name), "few")
        np.testing.assert_array_equal(picture.pixels, np.asarray(few.convert("RGB")))


def test_palette_with_transparency_gets_an_alpha() -> None:
    few = photo().quantize(16)
    clear = few.getpixel((0, 0))
    picture = decode_picture(encoded(few, "PNG", transparency=clear), "few.png")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha == 0, np.asarray(few) == clear)


def test_palette_with_an_alpha_for_each_colour() -> None:
    few = photo().quantize(4)
    picture = decode_picture(encoded(few, "PNG", transparency=bytes([0, 80, 160, 255])), "few.png")
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, np.array([0, 80, 160, 255], np.uint8)[np.asarray(few)])


@pytest.mark.parametrize("mode", ["1", "L"])
def test_grey_becomes_three_equal_channels(mode: str) -> None:
    grey = photo().convert(mode)
    picture = decode_picture(encoded(grey, "PNG"), "grey.png")
    for channel in range(3):
        np.testing.assert_array_equal(picture.pixels[..., channel], np.asarray(grey.convert("L")))


def test_alpha_is_kept_apart_and_unmultiplied() -> None:
    alpha = noise((32, 48), 8)
    rgba = Image.fromarray(np.dstack([chart(), alpha]))
    for format_name, options in {"PNG": {}, "TIFF": {}, "WEBP": {"lossless": True, "exact": True}}.items():
        picture = decode_picture(encoded(rgba, format_name, **options), "alpha")
        np.testing.assert_array_equal(picture.pixels, chart())
        assert picture.alpha is not None
        np.testing.assert_array_equal(picture.alpha, alpha)


def test_grey_with_alpha() -> None:
    grey, alpha = noise((5, 7), 8, 1), noise((5, 7), 8, 2)
    picture = decode_picture(encoded(Image.fromarray(np.dstack([grey, alpha]), "LA"), "PNG"), "la.png")
    np.testing.assert_array_equal(picture.pixels[..., 2], grey)
    assert picture.alpha is not None
    np.testing.assert_array_equal(picture.alpha, alpha)


def test_an_opaque_alpha_is_none() -> None:
    opaque = Image.fromarray(chart()).convert("RGBA")
    assert decode_picture(encoded(opaque, "PNG"), "opaque.png").alpha is None


def test_cmyk_without_a_profile_has_the_right_colours() -> None:
    flat = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    for format_name in ("JPEG", "TIFF"):
        pixel = decode_picture(encoded(flat, format_name), "cmyk").pixels[8, 8].astype(int)
        assert np.abs(pixel - (255, 0, 0)).max() <= 3


def test_lab_tiff() -> None:
    lab = Image.merge("LAB", [Image.new("L", (4, 4), value) for value in (136, 208, 195)])  # L* 53, a* 80, b* 67: red
    pixel = decode_picture(encoded(lab, "TIFF"), "lab.tif").pixels[0, 0].astype(int)
    assert np.abs(pixel - (255, 0, 0)).max() <= 12


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_exif_orientation_is_applied(orientation: int, format_name: str) -> None:
    operations = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,  # undoes the turn that the viewer is asked for
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = Image.fromarray(chart(size=(64, 48)))
    stored = upright.transpose(operations[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode_picture(encoded(stored, format_name, exif=exif, quality=95), "turned")
    assert picture.size == (64, 48)
    assert np.abs(picture.pixels.astype(int) - chart(size=(64, 48))).mean() < 4


def test_orientation_of_16_bit_files(tmp_path: Path) -> None:
    pixels = noise((6, 9, 3), 16)
    path = tmp_path / "turned.tif"
    tifffile.imwrite(path, np.rot90(pixels), photometric="rgb", extratags=[(274, 3, 1, 6, True)])
    np.testing.assert_array_equal(load_picture(path).pixels, pixels)


def test_orientation_in_xmp_counts_where_exif_has_none() -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    assert decode_picture(encoded(photo(), "JPEG", xmp=xmp), "x.jpg").size == (32, 48)


def test_exif_in_imagemagicks_png_text() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    block = exif.tobytes()
    info = PngImagePlugin.PngInfo()
    info.add_text("Raw profile type exif", f"\nexif\n{len(block):8d}\n{block.hex()}\n")
    assert decode_picture(encoded(photo(), "PNG", pnginfo=info), "x.png").size == (32, 48)


@pytest.mark.parametrize("format_name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_animations_give_their_first_frame_and_say_so(format_name: str) -> None:
    first, second = Image.new("RGB", (16, 12), (250, 0, 0)), Image.new("RGB", (16, 12), (0, 0, 250))
    data = encoded(first, format_name, save_all=True, append_images=[second], duration=100, lossless=True)
    picture = decode_picture(data, "moving")
    assert np.abs(picture.pixels[5, 5].astype(int) - (250, 0, 0)).max() <= 6
    assert picture.notes == ("Only the first frame of the animation is used.",)


def test_pages_of_a_tiff() -> None:
    data = encoded(photo(), "TIFF", save_all=True, append_images=[Image.new("RGB", (5, 5))])
    picture = decode_picture(data, "pages.tif")
    np.testing.assert_array_equal(picture.pixels, chart())
    assert picture.notes == ("Only the first page of the file is used.",)


def test_a_phones_multi_picture_jpeg_has_no_note() -> None:
    picture = decode_picture(encoded(photo(), "MPO", save_all=True, append_images=[photo()]), "phone.jpg")
    assert picture.size == (48, 32)
    assert picture.notes == ()


@pytest.mark.parametrize("size", [(1, 1), (10_000, 20), (20, 10_000), (1, 70)])
def test_extreme_sizes(size: tuple[int, int]) -> None:
    for bits, format_name in ((8, "PNG"), (8, "JPEG"), (8, "TIFF")):
        picture = decode_picture(encoded(Image.fromarray(chart(bits, size)), format_name), "odd")
        assert picture.size == size
        assert max(picture.resized(64).size) == 64
        assert min(picture.resized(64).size) >= 1


def test_resolution_is_read(tmp_path: Path) -> None:
    for format_name in ("JPEG", "PNG", "TIFF", "BMP"):
        assert decode_picture(encoded(photo(), format_name, dpi=(300, 300)), "x").dpi == pytest.approx(300, abs=0.02)
    assert decode_picture(encoded(photo(), "PNG"), "x").dpi is None
    assert decode_picture(encoded(photo(), "JPEG", dpi=(1, 1)), "x").dpi is None


def test_name_and_source(tmp_path: Path) -> None:
    path = tmp_path / "Böcklin – 死の島 🎨.png"
    photo().save(path)
    picture = load_picture(str(path))
    assert picture.name == path.name
    assert picture.source == str(path)
    assert decode_picture(path.read_bytes(), "pasted").source == ""


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    try:
        path.write_bytes(encoded(photo(), "PNG"))
    except OSError:
        pytest.skip("this file system takes valid names only")
    assert load_picture(path).size == (48, 32)
    path.write_bytes(b"no picture")
    assert "caf\ufffd.png" in sentence_of(path)


def sentence_of(path: Path) -> str:
    """The sentence of the PictureError, checked for what all of them are to be."""
    with pytest.raises(PictureError) as caught:
        load_picture(path)
    text = str(caught.value)
    assert text.endswith(".")
    assert "\n" not in text
    text.encode("utf-8")
    return text


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.jpg"
    path.touch()
    assert sentence_of(path) == "“empty.jpg” is empty: the file has 0 bytes."


@pytest.mark.parametrize(
    "data", [b"x", b"Dear diary, " * 100, b"%PDF-1.7\n", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"\0" * 5000]
)
def test_not_a_picture(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.jpg"
    path.write_bytes(data)
    assert sentence_of(path) == "“letter.jpg” is not a picture, or of a kind that cannot be opened."


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "JPEG2000"])
def test_a_truncated_file(tmp_path: Path, format_name: str, share: float) -> None:
    picture = Image.fromarray(noise((90, 120, 3), 8))
    data = encoded(picture, format_name)
    path = tmp_path / "half.jpg"
    path.write_bytes(data[: int(len(data) * share)])
    assert "half.jpg" in sentence_of(path)


def test_a_truncated_progressive_jpeg(tmp_path: Path) -> None:
    data = encoded(Image.fromarray(noise((90, 120, 3), 8)), "JPEG", progressive=True)
    path = tmp_path / "half.jpg"
    path.write_bytes(data[: len(data) * 2 // 3])
    assert sentence_of(path) == "“half.jpg” is damaged or incomplete and cannot be opened."


def png_header(width: int, height: int, bits: int = 8) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    parts = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (header, data)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def tiff_header(width: int, height: int, bits: int) -> bytes:
    entries = [(256, 4, width), (257, 4, height), (258, 3, bits), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1)]
    body = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in [*entries, (279, 4, 8)])
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries) + 1) + body + b"\0" * 4


@pytest.mark.parametrize(
    "data",
    [
        png_header(25_000, 20_000),
        png_header(25_000, 20_000, 16),
        *(tiff_header(25_000, 20_000, bits) for bits in (8, 16, 32)),
    ],
    ids=["png", "png16", "tiff", "tiff16", "tiff32"],
)
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(data)
    text = sentence_of(path)
    assert text == "“bomb.png” is too large to open: 25000 × 20000 pixels, and the limit is 200 megapixels."


def test_a_bomb_in_an_animation() -> None:
    screen = struct.pack("<HHBBB", 60_000, 50_000, 0, 0, 0)
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 60_000, 50_000, 0) + b"\x02\x01\x00\x00;"
    with pytest.raises(PictureError, match="too large to open: 60000 × 50000"):
        decode_picture(b"GIF89a" + screen + frame, "bomb.gif")


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "holiday.jpg"
    folder.mkdir()
    assert sentence_of(folder) == "“holiday.jpg” is a folder, not a picture."


def test_a_file_that_vanished(tmp_path: Path) -> None:
    assert sentence_of(tmp_path / "gone.jpg") == "“gone.jpg” was not found; it may have been moved or deleted."
    assert "“gone.jpg”" in sentence_of(tmp_path / "no folder" / "gone.jpg")


def test_a_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(encoded(photo(), "PNG"))
    assert "“b.png”" in sentence_of(tmp_path / "a.png" / "b.png")


def test_a_path_that_no_system_takes(tmp_path: Path) -> None:
    assert "cannot be read" in sentence_of(tmp_path / ("x" * 300 + ".png"))
    assert "cannot be read" in sentence_of(tmp_path / "x\0.png")


def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(encoded(photo(), "PNG"))
    path.chmod(0)
    try:
        if os.access(path, os.R_OK):
            pytest.skip("this user may read everything")
        assert sentence_of(path) == "“secret.png” cannot be read: you do not have permission to open it."
    finally:
        path.chmod(0o600)


def test_a_refused_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(encoded(photo(), "PNG"))

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert sentence_of(path) == "“secret.png” cannot be read: you do not have permission to open it."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    assert "not a file that can be opened" in sentence_of(path)


def test_broken_bytes_never_give_anything_but_a_picture_or_a_sentence() -> None:
    rng = np.random.default_rng(5)
    exif = Image.Exif()
    exif[0x010E] = "words" * 40
    originals = [
        encoded(photo(), "JPEG", exif=exif, dpi=(300, 300)),
        encoded(photo(), "PNG", exif=exif),
        encoded(photo(), "TIFF", compression="tiff_lzw"),
        encoded(photo(), "WEBP", exif=exif),
        encoded(photo(), "GIF"),
        encoded(photo(), "BMP"),
    ]
    opened = 0
    sentences = set()
    for data in originals * 40:
        broken = bytearray(data)
        for position in rng.integers(0, min(len(broken), 600), 3):
            broken[position] = rng.integers(0, 256)
        try:
            opened += decode_picture(bytes(broken), "broken").width > 0
        except PictureError as error:
            sentences.add(str(error))
    assert opened
    assert sentences and all("“broken”" in sentence for sentence in sentences)


def test_a_broken_exif_block_costs_only_itself() -> None:
    for block in (
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0nonsense",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 40,
    ):
        picture = decode_picture(encoded(photo(), "JPEG", exif=block), "x.jpg")
        assert picture.size == (48, 32)
        assert picture.exif is None


def test_nothing_is_said_on_the_terminal(tmp_path: Path) -> None:
    """With warnings as errors, in a process of its own: odd files load in silence, and bombs are refused in silence."""
    odd = tmp_path / "odd.tif"
    exif = Image.Exif()
    exif[0x010E] = "words" * 40
    data = bytearray(encoded(photo(), "TIFF", exif=exif))
    odd.write_bytes(data[:-30])
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(png_header(12_000, 9_000))
    code = (
        "import sys\n"
        "from stylegui.engine.images import PictureError, load_picture\n"
        "for path in sys.argv[1:]:\n"
        "    try: load_picture(path)\n"
        "    except PictureError: pass\n"
    )
    command = [sys.executable, "-W", "error", "-c", code, str(odd), str(bomb)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[4])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_threads_load_at_the_same_time() -> None:
    files = {seed: encoded(Image.fromarray(noise((40, 50, 3), 8, seed)), "PNG") for seed in range(4)}
    wrong: list[Any] = []

    def load(seed: int) -> None:
        for _ in range(10):
            pixels: NDArray[Any] = decode_picture(files[seed], "x.png").pixels
            if not np.array_equal(pixels, noise((40, 50, 3), 8, seed)):
                wrong.append(seed)

    threads = [threading.Thread(target=load, args=(seed,)) for seed in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_file_may_change_after_loading(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    photo().save(path)
    picture = load_picture(path)
    path.write_bytes(b"")
    np.testing.assert_array_equal(picture.pixels, chart())
    assert io.BytesIO(path.read_bytes()).getvalue() == b""
