from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stylegui.engine.images import PictureError, decode_picture, load_picture
from tests.unit.engine.imageio.samples import chart, encoded, noise

# The program ignores Pillow's warnings once, at import; pytest's own filters would stand before that.
pytestmark = pytest.mark.filterwarnings(r"ignore:::PIL\.")


def photo() -> Image.Image:
    return Image.fromarray(chart())


def sentence_of(path: Path) -> str:
    """The sentence of the PictureError, checked for what all of them are to be."""
    with pytest.raises(PictureError) as caught:
        load_picture(path)
    text = str(caught.value)
    assert text.endswith(".")
    assert "\n" not in text
    text.encode("utf-8")
    return text


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    try:
        path.write_bytes(encoded(photo(), "PNG"))
    except OSError:
        pytest.skip("this file system takes valid names only")
    assert load_picture(path).size == (48, 32)
    path.write_bytes(b"no picture")
    assert "caf\ufffd.png" in sentence_of(path)


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
