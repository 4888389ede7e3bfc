"""EXIF metadata: what is kept of it when a picture is read, and when it is written."""

from __future__ import annotations

import math
import re
from typing import Literal

from stylegui.engine.imageio.ifd import EXIF_IFD, GPS_IFD, LONG, RATIONAL, SHORT, Directory, Field, read_block

Keep = Literal["all", "no-gps", "none"]

ORIENTATION = 0x0112
X_RESOLUTION = 0x011A
Y_RESOLUTION = 0x011B
RESOLUTION_UNIT = 0x0128
MAKER_NOTE = 0x927C
COLOUR_SPACE = 0xA001
PIXEL_WIDTH = 0xA002
PIXEL_HEIGHT = 0xA003
INTEROPERABILITY = 0xA005

_INCH, _CENTIMETRE = 2, 3
_SRGB, _UNCALIBRATED = 1, 0xFFFF

# What a photographer wrote, and what took the picture. Everything else in a first directory (strips, sizes, resolution)
# describes the file it stood in.
_ABOUT_THE_PICTURE = frozenset(
    [
        0x010E,  # ImageDescription
        0x010F,  # Make
        0x0110,  # Model
        0x0131,  # Software
        0x0132,  # DateTime
        0x013B,  # Artist
        0x013C,  # HostComputer
        0x4746,  # Rating
        0x4749,  # RatingPercent
        0x8298,  # Copyright
        0x9C9B,  # XPTitle
        0x9C9C,  # XPComment
        0x9C9D,  # XPAuthor
        0x9C9E,  # XPKeywords
        0x9C9F,  # XPSubject
    ]
)


def parse(block: bytes | None) -> Directory:
    """The directory of an EXIF or TIFF block; empty where there is none, or one too broken to read."""
    if not block:
        return Directory()
    try:
        return read_block(block)
    except ValueError:
        return Directory()


def orientation(directory: Directory, xmp: bytes | str | None = None) -> int:
    """The EXIF orientation, 1 to 8; 1 where none is given. XMP's `tiff:Orientation` counts where EXIF has none."""
    value = directory.number(ORIENTATION, 0)
    if value == 0 and xmp:
        text = xmp if isinstance(xmp, bytes) else xmp.encode("utf-8", "replace")
        match = re.search(rb"tiff:Orientation(?:=[\"']|>)\s*([1-8])", text)
        value = int(match[1]) if match else 1
    return value if 1 <= value <= 8 else 1


def resolution(directory: Directory) -> float | None:
    """Dots per inch as the directory tells it, or None."""
    field = directory.fields.get(X_RESOLUTION)
    values = field.numbers() if field else ()
    if field is None or field.type != RATIONAL or len(values) < 2 or not values[1]:
        return None
    per_unit = values[0] / values[1]
    unit = directory.number(RESOLUTION_UNIT, _INCH)
    if unit not in (_INCH, _CENTIMETRE):
        return None
    return sensible_dpi(per_unit * 2.54 if unit == _CENTIMETRE else per_unit)


def sensible_dpi(dpi: float | None) -> float | None:
    """The resolution to 1/100 dpi, or None where it says nothing (some programs write 0 or 1)."""
    if dpi is None or not math.isfinite(dpi) or not 2 <= dpi <= 65535:
        return None
    return round(float(dpi), 2)


def about_the_picture(directory: Directory) -> Directory:
    """The part of a file's metadata that stays true of the picture when its file is gone."""
    kept = Directory({tag: field for tag, field in directory.fields.items() if tag in _ABOUT_THE_PICTURE})
    exif = directory.children.get(EXIF_IFD)
    if exif is not None:
        outdated = {PIXEL_WIDTH, PIXEL_HEIGHT, COLOUR_SPACE, INTEROPERABILITY}
        kept.children[EXIF_IFD] = Directory({tag: value for tag, value in exif.fields.items() if tag not in outdated})
    if GPS_IFD in directory.children:
        kept.children[GPS_IFD] = directory.children[GPS_IFD]
    return kept


def for_file(exif: bytes | None, keep: Keep, size: tuple[int, int], is_srgb: bool) -> Directory:
    """The metadata to write with a picture of `size` = (width, height), upright: empty with `keep="none"`.

    "no-gps" leaves out the place, and with it the maker's own notes, whose contents nobody can vouch for.
    """
    kept = Directory() if keep == "none" else about_the_picture(parse(exif))
    if keep == "no-gps":
        kept.children.pop(GPS_IFD, None)
        if EXIF_IFD in kept.children:
            kept.children[EXIF_IFD].fields.pop(MAKER_NOTE, None)
    if not kept:
        return kept
    kept.fields[ORIENTATION] = Field.of(SHORT, 1)
    details = kept.children.setdefault(EXIF_IFD, Directory())
    details.fields[PIXEL_WIDTH] = Field.of(LONG, size[0])
    details.fields[PIXEL_HEIGHT] = Field.of(LONG, size[1])
    details.fields[COLOUR_SPACE] = Field.of(SHORT, _SRGB if is_srgb else _UNCALIBRATED)
    return kept


def resolution_fields(dpi: float) -> dict[int, Field]:
    """The fields that tell a resolution in dots per inch."""
    per_inch = Field.of(RATIONAL, round(dpi * 100), 100)
    return {X_RESOLUTION: per_inch, Y_RESOLUTION: per_inch, RESOLUTION_UNIT: Field.of(SHORT, _INCH)}
