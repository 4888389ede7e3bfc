from __future__ import annotations

import struct

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from stylegui.engine.imageio import ifd, metadata
from stylegui.engine.imageio.ifd import Directory, Field

PLACE = (50.0, 6.0, 40.5)


def photographers_exif(endian: str = "<") -> bytes:
    """An EXIF block as a camera writes it, from Pillow."""
    exif = Image.Exif()
    exif.endian = endian
    exif[0x010F], exif[0x013B], exif[0x8298] = "Camera & Co", "Klara Müller".encode().decode("latin-1"), "CC BY"
    exif[0x0112], exif[0x0100] = 6, 4000
    exif[0x011A], exif[0x0128] = IFDRational(300, 1), 2
    details = exif.get_ifd(0x8769)
    details[0x829A], details[0x8827] = IFDRational(1, 125), 400
    details[0x9003], details[0x927C], details[0xA002] = "2020:05:06 07:08:09", b"\1\2\3maker", 4000
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", tuple(IFDRational(value) for value in PLACE)
    return exif.tobytes()


@pytest.mark.parametrize("endian", ["<", ">"])
def test_directories_read_the_same_in_both_byte_orders(endian: str) -> None:
    directory = ifd.read_block(photographers_exif(endian))
    assert directory.number(metadata.ORIENTATION, 0) == 6
    assert directory.fields[0x010F].data == b"Camera & Co\0"
    details = directory.children[ifd.EXIF_IFD]
    assert details.fields[0x829A].numbers() == (1, 125)
    assert details.number(0x8827, 0) == 400
    assert directory.children[ifd.GPS_IFD].fields[2].numbers()[:2] == (50, 1)
    assert metadata.resolution(directory) == 300


def test_what_is_written_reads_back_here_and_in_pillow() -> None:
    directory = ifd.read_block(photographers_exif(">"))
    block = ifd.write_block(directory)
    assert ifd.read_block(block) == directory
    exif = Image.Exif()
    exif.load(block)
    assert exif[0x8298] == "CC BY"
    assert exif.get_ifd(0x8769)[0x9003] == "2020:05:06 07:08:09"
    assert exif.get_ifd(0x8825)[2] == PLACE


@pytest.mark.parametrize(
    "block",
    [b"", b"Exif\0\0", b"II*\0", b"II*\0\xff\xff\xff\x7f", b"II+\0" + b"\0" * 30, b"GIF89a" + b"\0" * 20],
)
def test_what_is_no_block(block: bytes) -> None:
    with pytest.raises(ValueError, match=r"TIFF header|outside"):
        ifd.read_block(block)
    assert not metadata.parse(block)


def test_entries_that_lead_outside_are_left_out() -> None:
    entries = struct.pack("<HHII", 0x010F, 2, 4, 0) + struct.pack("<HHII", 0x0110, 2, 2**31, 8)
    entries += struct.pack("<HHII", 0x8769, 4, 1, 2**31) + struct.pack("<HHII", 0x013B, 99, 1, 0)
    directory = ifd.read_block(b"II*\0\x08\0\0\0\x04\0" + entries + b"\0" * 4)
    assert set(directory.fields) == {0x010F}
    assert directory.children == {}


def test_a_directory_that_points_to_itself() -> None:
    block = b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + b"\0" * 4
    assert ifd.read_block(block).children[ifd.EXIF_IFD].children == {}


def kept(*keep: str, credit: metadata.Credit | None = None) -> Directory:
    source = ifd.write_block(metadata.about_the_picture(ifd.read_block(photographers_exif())))
    wanted = metadata.groups(keep[0] if len(keep) == 1 and keep[0] not in metadata.GROUPS else keep)
    return metadata.for_file(source, wanted, (800, 600), is_srgb=True, credit=credit)


def test_the_place_is_left_out_unless_it_is_asked_for() -> None:
    assert ifd.GPS_IFD not in kept("no-gps").children
    assert ifd.GPS_IFD in kept("all").children
    assert metadata.MAKER_NOTE not in kept("no-gps").children[ifd.EXIF_IFD].fields
    assert metadata.MAKER_NOTE in kept("all").children[ifd.EXIF_IFD].fields
    assert not kept("none")


def test_what_is_kept_speaks_of_the_new_file() -> None:
    directory = kept("no-gps")
    assert directory.fields[0x8298].data == b"CC BY\0"
    assert directory.number(metadata.ORIENTATION, 0) == 1
    assert 0x0100 not in directory.fields
    details = directory.children[ifd.EXIF_IFD]
    assert details.fields[0x9003].data == b"2020:05:06 07:08:09\0"
    assert (details.number(metadata.PIXEL_WIDTH, 0), details.number(metadata.PIXEL_HEIGHT, 0)) == (800, 600)
    assert details.number(metadata.COLOUR_SPACE, 0) == 1


def test_a_picture_without_metadata_gets_none() -> None:
    assert not metadata.for_file(None, metadata.GROUPS, (800, 600), is_srgb=True)


def test_each_group_can_be_kept_alone() -> None:
    camera, date, description, location = (kept(group) for group in metadata.GROUPS)
    assert {0x010F} <= camera.fields.keys() and 0x8298 not in camera.fields
    assert {0x829A, 0x8827} <= camera.children[ifd.EXIF_IFD].fields.keys()
    assert 0x9003 not in camera.children[ifd.EXIF_IFD].fields
    assert 0x9003 in date.children[ifd.EXIF_IFD].fields and 0x829A not in date.children[ifd.EXIF_IFD].fields
    assert {0x013B, 0x8298} <= description.fields.keys() and 0x010F not in description.fields
    assert ifd.GPS_IFD in location.children and 0x8298 not in location.fields
    for one in (camera, date, description, location):
        assert metadata.MAKER_NOTE not in one.children[ifd.EXIF_IFD].fields
    assert metadata.MAKER_NOTE in kept("camera", "location").children[ifd.EXIF_IFD].fields


def test_groups_as_words_and_as_lists() -> None:
    assert metadata.groups("no-gps") == ("camera", "date", "description")
    assert metadata.groups(["location", "date"]) == ("date", "location")
    for word in ("all", "no-gps", "none"):
        assert metadata.in_short(metadata.groups(word)) == word
    assert metadata.groups(metadata.in_short(("date", "location"))) == ("date", "location")
    for wrong in ("some", ["weather"]):
        with pytest.raises(ValueError, match="groups"):
            metadata.groups(wrong)


def test_a_credit_is_added_to_what_the_photographer_wrote() -> None:
    credit = metadata.Credit("Painted in the style “Wellen”", "Style: K. Ō, CC BY 4.0")
    directory = kept("description", credit=credit)
    assert directory.fields[metadata.COPYRIGHT].data.decode() == "CC BY; Style: K. Ō, CC BY 4.0\0"
    assert directory.fields[metadata.DESCRIPTION].data.decode() == "Painted in the style “Wellen”\0"
    alone = metadata.for_file(ifd.write_block(directory), metadata.groups(["description"]), (8, 6), True, credit)
    assert alone.fields[metadata.COPYRIGHT] == directory.fields[metadata.COPYRIGHT]  # not twice
    assert kept("none", credit=credit).fields.keys() >= {metadata.COPYRIGHT, metadata.DESCRIPTION}
    assert not kept("none", credit=metadata.Credit())


@pytest.mark.parametrize(("value", "expected"), [(0, 1), (1, 1), (8, 8), (9, 1), (65535, 1)])
def test_orientations_out_of_range(value: int, expected: int) -> None:
    directory = Directory({metadata.ORIENTATION: Field.of(ifd.SHORT, value)})
    assert metadata.orientation(directory) == expected


@pytest.mark.parametrize(
    ("numbers", "unit", "dpi"),
    [((300, 1), 2, 300.0), ((11811, 100), 3, 300.0), ((1, 1), 2, None), ((300, 1), 1, None), ((300, 0), 2, None)],
)
def test_resolution(numbers: tuple[int, int], unit: int, dpi: float | None) -> None:
    fields = {metadata.X_RESOLUTION: Field.of(ifd.RATIONAL, *numbers), metadata.RESOLUTION_UNIT: Field.of(3, unit)}
    assert metadata.resolution(Directory(fields)) == dpi


@pytest.mark.parametrize("value", [None, 0.0, 1.0, float("nan"), float("inf"), -72.0, 1e9])
def test_resolutions_that_say_nothing(value: float | None) -> None:
    assert metadata.sensible_dpi(value) is None


def test_resolution_there_and_back() -> None:
    assert metadata.resolution(Directory(metadata.resolution_fields(240.05))) == 240.05
