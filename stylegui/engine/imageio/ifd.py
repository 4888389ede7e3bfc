"""TIFF image file directories, the tables that hold the tags of a TIFF file and of an EXIF block (TIFF 6.0, section 2).

Values are kept as the bytes they are, so that a tag that nobody here understands comes out as it went in.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

EXIF_IFD = 0x8769
GPS_IFD = 0x8825
SUB_IFDS = (EXIF_IFD, GPS_IFD)

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 1, 2, 3, 4, 5, 7

_HEADER = struct.Struct("<2sHI")
_ENTRY_SIZE = 12
# Bytes of a value of each field type, and of the unit in which its byte order is swapped.
_TYPES = {
    1: (1, 1),
    2: (1, 1),
    3: (2, 2),
    4: (4, 4),
    5: (8, 4),
    6: (1, 1),
    7: (1, 1),
    8: (2, 2),
    9: (4, 4),
    10: (8, 4),
    11: (4, 4),
    12: (8, 8),
    13: (4, 4),
}
_FORMATS = {BYTE: "B", SHORT: "H", LONG: "I", RATIONAL: "II", UNDEFINED: "B"}


@dataclass(frozen=True)
class Field:
    """A tag's value: its TIFF type, its count of values, and its little-endian bytes."""

    type: int
    count: int
    data: bytes

    @classmethod
    def of(cls, field_type: int, *values: int) -> Field:
        """A field of whole numbers; rationals are given as numerator, denominator, numerator, …"""
        values_each = len(_FORMATS[field_type])
        layout = "<" + _FORMATS[field_type][0] * len(values)
        return cls(field_type, len(values) // values_each, struct.pack(layout, *values))

    @classmethod
    def of_bytes(cls, field_type: int, data: bytes) -> Field:
        return cls(field_type, len(data), data)

    def numbers(self) -> tuple[int, ...]:
        """The values of a BYTE, SHORT, LONG or RATIONAL field; rationals as numerator, denominator, numerator, …"""
        if self.type not in _FORMATS:
            return ()
        unit = _FORMATS[self.type][0]
        return struct.unpack(f"<{len(self.data) // struct.calcsize(unit)}{unit}", self.data)


@dataclass
class Directory:
    """The fields of one directory by tag, and the directories (EXIF, GPS) that it points to by tag."""

    fields: dict[int, Field] = field(default_factory=dict)
    children: dict[int, Directory] = field(default_factory=dict)

    def number(self, tag: int, default: int) -> int:
        """The first value of a whole-number field, or `default` where the tag is missing or of another type."""
        found = self.fields.get(tag)
        values = found.numbers() if found else ()
        return values[0] if values else default

    def __bool__(self) -> bool:
        return bool(self.fields or self.children)


def read_block(block: bytes) -> Directory:
    """The first directory of a TIFF or EXIF block, with or without the leading `Exif\\0\\0`.

    Entries that point outside the block are left out. Raises ValueError where it is no such block.
    """
    while block.startswith(b"Exif\0\0"):
        block = block[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None or len(block) < 8:
        raise ValueError("no TIFF header")
    (offset,) = struct.unpack_from(order + "I", block, 4)
    return _read_directory(block, offset, order, children=SUB_IFDS)


def write_block(directory: Directory) -> bytes:
    """A little-endian TIFF block with this directory alone, as EXIF has it."""
    return header(8) + write_directory(directory, 8)


def header(directory_offset: int) -> bytes:
    """The eight bytes that a little-endian TIFF file starts with."""
    return _HEADER.pack(b"II", 42, directory_offset)


def write_directory(directory: Directory, offset: int) -> bytes:
    """The directory as it stands at `offset` of a little-endian file, followed by its values and its children."""
    tags = sorted({*directory.fields, *directory.children})
    values_offset = offset + 2 + len(tags) * _ENTRY_SIZE + 4
    entries: list[bytes] = []
    values = bytearray()
    for tag in tags:
        position = values_offset + len(values)
        child = directory.children.get(tag)
        if child is not None:
            entries.append(struct.pack("<HHII", tag, LONG, 1, position))
            values += _even(write_directory(child, position))
            continue
        value = directory.fields[tag]
        if len(value.data) <= 4:
            entries.append(struct.pack("<HHI4s", tag, value.type, value.count, value.data.ljust(4, b"\0")))
        else:
            entries.append(struct.pack("<HHII", tag, value.type, value.count, position))
            values += _even(value.data)
    return struct.pack("<H", len(tags)) + b"".join(entries) + struct.pack("<I", 0) + bytes(values)


def _read_directory(block: bytes, offset: int, order: str, children: Sequence[int]) -> Directory:
    directory = Directory()
    if offset + 2 > len(block):
        raise ValueError("directory outside the block")
    (count,) = struct.unpack_from(order + "H", block, offset)
    for position in range(offset + 2, min(offset + 2 + count * _ENTRY_SIZE, len(block) - _ENTRY_SIZE + 1), _ENTRY_SIZE):
        tag, field_type, values, start = struct.unpack_from(order + "HHII", block, position)
        if tag in children:
            try:
                directory.children[tag] = _read_directory(block, start, order, children=())
            except ValueError:
                continue
        elif field_type in _TYPES:
            size, unit = _TYPES[field_type]
            if values * size <= 4:
                start = position + 8
            data = block[start : start + values * size]
            if len(data) == values * size:
                directory.fields[tag] = Field(field_type, values, _little_endian(data, unit, order))
    return directory


def _little_endian(data: bytes, unit: int, order: str) -> bytes:
    if order == "<" or unit == 1:
        return data
    return np.frombuffer(data, f">u{unit}").astype(f"<u{unit}").tobytes()


def _even(data: bytes) -> bytes:
    return data + b"\0" * (len(data) % 2)
