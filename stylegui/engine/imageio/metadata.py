"""EXIF metadata: what is kept of it when a picture is read, and when it is written."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, get_args

from stylegui.engine.imageio.ifd import ASCII, EXIF_IFD, GPS_IFD, LONG, RATIONAL, SHORT, Directory, Field, read_block

Group = Literal["camera", "date", "description", "location"]
"""Camera, lens and exposure; when it was taken; what the photographer wrote, with name and rights; and where."""

GROUPS: tuple[Group, ...] = get_args(Group)
_WORDS: dict[str, tuple[Group, ...]] = {"all": GROUPS, "no-gps": GROUPS[:-1], "none": ()}

ORIENTATION = 0x0112
X_RESOLUTION = 0x011A
Y_RESOLUTION = 0x011B
RESOLUTION_UNIT = 0x0128
DESCRIPTION = 0x010E
COPYRIGHT = 0x8298
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

_DATES = frozenset(
    [
        0x0132,  # DateTime
        *(0x9003, 0x9004),  # DateTimeOriginal, DateTimeDigitized
        *(0x9010, 0x9011, 0x9012),  # their offsets from UTC
        *(0x9290, 0x9291, 0x9292),  # their fractions of seconds
    ]
)
_DESCRIPTIONS = frozenset(
    [
        *(0x010E, 0x013B, 0x4746, 0x4749, 0x8298),  # ImageDescription, Artist, Rating, RatingPercent, Copyright
        *(0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F),  # Windows' title, comment, author, keywords, subject
        *(0x9286, 0xA430),  # UserComment, CameraOwnerName
    ]
)


@dataclass(frozen=True)
class Credit:
    """What an export says of how it was made: a sentence, and the rights of others in it ("" for none)."""

    description: str = ""
    rights: str = ""


def groups(wanted: Any) -> tuple[Group, ...]:
    """Groups in their usual order, given as a collection of them, or as "all", "no-gps" or "none" (ValueError)."""
    if isinstance(wanted, str):
        if wanted not in _WORDS:
            raise ValueError(f"metadata must be groups or one of {', '.join(_WORDS)}")
        return _WORDS[wanted]
    chosen = list(wanted)
    if not set(chosen) <= set(GROUPS):
        raise ValueError(f"groups of metadata are {', '.join(GROUPS)}")
    return tuple(group for group in GROUPS if group in chosen)


def in_short(chosen: tuple[Group, ...]) -> str | list[str]:
    """The word for these groups where there is one, else their list: what `groups` understands, ready for JSON."""
    words = [word for word, meant in _WORDS.items() if meant == chosen]
    return words[0] if words else list[str](chosen)


def group_of(tag: int) -> Group:
    """The group that a tag of an EXIF directory belongs to."""
    return "date" if tag in _DATES else "description" if tag in _DESCRIPTIONS else "camera"


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


def for_file(
    exif: bytes | None, keep: Collection[Group], size: tuple[int, int], is_srgb: bool, credit: Credit | None = None
) -> Directory:
    """The metadata to write with a picture of `size` = (width, height), upright; empty where nothing is kept or said.

    Without the place the maker's own notes go as well, whose contents nobody can vouch for. A credit is added to what
    the photographer wrote, not put in its place.
    """
    kept = _of_groups(about_the_picture(parse(exif)), keep)
    if credit is not None:
        _say(kept, DESCRIPTION, credit.description)
        _say(kept, COPYRIGHT, credit.rights)
    if not kept:
        return kept
    kept.fields[ORIENTATION] = Field.of(SHORT, 1)
    details = kept.children.setdefault(EXIF_IFD, Directory())
    details.fields[PIXEL_WIDTH] = Field.of(LONG, size[0])
    details.fields[PIXEL_HEIGHT] = Field.of(LONG, size[1])
    details.fields[COLOUR_SPACE] = Field.of(SHORT, _SRGB if is_srgb else _UNCALIBRATED)
    return kept


def _of_groups(directory: Directory, keep: Collection[Group]) -> Directory:
    def chosen(fields: dict[int, Field]) -> dict[int, Field]:
        return {tag: field for tag, field in fields.items() if group_of(tag) in keep}

    kept = Directory(chosen(directory.fields))
    details = chosen(directory.children.get(EXIF_IFD, Directory()).fields)
    if not {"camera", "location"} <= set(keep):
        details.pop(MAKER_NOTE, None)
    if details:
        kept.children[EXIF_IFD] = Directory(details)
    if "location" in keep and GPS_IFD in directory.children:
        kept.children[GPS_IFD] = directory.children[GPS_IFD]
    return kept


def _say(directory: Directory, tag: int, words: str) -> None:
    """Add words to a text (EXIF says ASCII; UTF-8 is what cameras and programs write and read)."""
    before = directory.fields[tag].data.rstrip(b"\0 ") if tag in directory.fields else b""
    said = words.encode()
    if said and said not in before:
        directory.fields[tag] = Field.of_bytes(ASCII, (before + b"; " if before else b"") + said + b"\0")


def resolution_fields(dpi: float) -> dict[int, Field]:
    """The fields that tell a resolution in dots per inch."""
    per_inch = Field.of(RATIONAL, round(dpi * 100), 100)
    return {X_RESOLUTION: per_inch, Y_RESOLUTION: per_inch, RESOLUTION_UNIT: Field.of(SHORT, _INCH)}
