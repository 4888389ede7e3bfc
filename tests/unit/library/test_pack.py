"""Style packs: there and back again, and archives that mean harm."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from stylegui.engine.control import Cancelled, RunControl
from stylegui.library import FAVOURITES, LibraryError, Style, StyleEdit, StyleLibrary
from stylegui.library import archive as archives
from stylegui.library import pack as packs
from stylegui.library.pack import PackError, export_pack, import_pack, read_pack
from stylegui.paths import Paths
from tests.unit.library.pictures import painting, save_painting


@pytest.fixture
def other(tmp_path: Path, builtin_folder: Path) -> StyleLibrary:
    """The library of somebody else."""
    return StyleLibrary(Paths.below(tmp_path / "elsewhere"), builtin_folder)


@pytest.fixture
def styles(library: StyleLibrary, tmp_path: Path) -> list[Style]:
    added = [library.add(save_painting(tmp_path / f"sea {seed}.png", seed)).style for seed in range(3)]
    ids = [style.id for style in added]
    library.edit(
        ids,
        StyleEdit(
            artist="Anna Ancher",
            year="1890",
            source="https://example.org",
            licence="CC0",
            credit="museum",
            add_tags=("sea", "light"),
            add_collections=("Skagen",),
            rating=5,
            favourite=True,
        ),
    )
    return library.fetch(ids)


def test_there_and_back_again(library: StyleLibrary, other: StyleLibrary, styles: list[Style], tmp_path: Path) -> None:
    pack = tmp_path / "sea.stylepack"
    calls: list[tuple[int, int]] = []
    report = export_pack(library, [style.id for style in styles], pack, "  The sea ", progress=_into(calls))
    assert (report.count, report.left_out, calls[0], calls[-1]) == (3, [], (0, 3), (3, 3))
    assert read_pack(pack).title == "The sea"
    assert [entry.title for entry in read_pack(pack).styles] == ["Sea 0", "Sea 1", "Sea 2"]
    calls.clear()
    imported = import_pack(other, pack, progress=_into(calls))
    assert (imported.title, imported.known, imported.left_out) == ("The sea", [], [])
    assert calls[0] == (0, 3) and calls[-1] == (3, 3)
    assert len(imported.added) == 3
    for mine, theirs in zip(styles, imported.added, strict=True):
        for name in ("id", "title", "artist", "year", "source", "licence", "credit", "tags", "collections", "palette"):
            assert getattr(theirs, name) == getattr(mine, name), name
        assert theirs.path.read_bytes() == mine.path.read_bytes()
        assert (theirs.rating, theirs.favourite) == (0, False), "marks are the artist's own"
    assert other.search("", "Skagen") == [style.id for style in imported.added]
    again = import_pack(other, pack)
    assert ([style.id for style in again.known], again.added) == ([style.id for style in styles], [])


def _into(calls: list[tuple[int, int]]) -> Callable[[int, int], None]:
    return lambda done, total: calls.append((done, total))


def test_built_in_and_linked_styles_can_be_shared_too(
    library: StyleLibrary, other: StyleLibrary, tmp_path: Path
) -> None:
    save_painting(tmp_path / "Pictures" / "tower.webp", 5)
    (linked,) = library.folders.scan(library.folders.watch(tmp_path / "Pictures")).added
    export_pack(library, ["night", linked, "nobody", "night"], tmp_path / "a.stylepack")
    report = import_pack(other, tmp_path / "a.stylepack")
    assert [style.id for style in report.known] == ["night"]
    assert [(style.title, style.linked) for style in report.added] == [("Tower", False)]


def test_pictures_that_are_gone_are_left_out(library: StyleLibrary, styles: list[Style], tmp_path: Path) -> None:
    styles[1].path.unlink()
    report = export_pack(library, [style.id for style in styles], tmp_path / "a.stylepack")
    assert report.count == 2
    (sentence,) = report.left_out
    assert sentence.startswith("“Sea 1” was left out. ")
    for style in styles:
        style.path.unlink(missing_ok=True)
    with pytest.raises(PackError, match="“Sea 0” was left out"):
        export_pack(library, [style.id for style in styles], tmp_path / "b.stylepack")
    with pytest.raises(PackError, match="There is no style to export"):
        export_pack(library, [], tmp_path / "b.stylepack")
    assert not (tmp_path / "b.stylepack").exists()


def test_a_pack_is_written_whole_or_not_at_all(
    library: StyleLibrary, styles: list[Style], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    pack = folder / "a.stylepack"
    pack.write_bytes(b"the one before")
    ids = [style.id for style in styles]
    control = RunControl()

    def stop(done: int, _total: int) -> None:
        if done == 1:
            control.cancel()

    with pytest.raises(Cancelled):
        export_pack(library, ids, pack, control=control, progress=stop)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(zipfile.ZipFile, "writestr", full)
        with pytest.raises(PackError, match="“a.stylepack” could not be written: the disk is full"):  # noqa: RUF043
            export_pack(library, ids, pack)
    with pytest.raises(PackError, match="could not be written"):
        export_pack(library, ids, tmp_path / "nowhere" / "a.stylepack")
    assert pack.read_bytes() == b"the one before"
    assert list(folder.iterdir()) == [pack]


# What others send


def png(seed: int = 1) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(painting(seed, (32, 24))).save(buffer, "PNG")
    return buffer.getvalue()


def listing(*entries: dict[str, Any], **more: object) -> str:
    return json.dumps({"format": "stylegui-pack", "version": 1, "title": "Pack", "styles": entries, **more})


ONE = listing({"file": "a.png", "title": "A"})


def write(path: Path, members: dict[str, bytes | str] | None = None, text: str = ONE) -> Path:
    """A pack of these members, with a.png if there are none."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pack.json", text)
        for name, content in ({"a.png": png()} if members is None else members).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return tmp_path / "sent.stylepack"


class Refusal:
    """Imports a pack that must be refused, with nothing left behind."""

    def __init__(self, library: StyleLibrary, root: Path) -> None:
        self._library = library
        self._root = root

    def of(self, pack: Path) -> str:
        before = (self._library.styles(), self._files())
        with pytest.raises(PackError) as refused:
            import_pack(self._library, pack)
        assert (self._library.styles(), self._files()) == before
        sentence = str(refused.value)
        assert sentence.startswith(("“", "The list of styles in “")) and sentence.endswith(".")
        assert sentence.count("\n") == 0 and len(sentence) < 200
        return sentence

    def _files(self) -> set[Path]:
        ours = {path for path in self._root.rglob("*") if "sqlite" not in path.name}
        return ours | set(self._root.parent.iterdir())


@pytest.fixture
def refusal(library: StyleLibrary, tmp_path: Path) -> Refusal:
    return Refusal(library, tmp_path)


def test_the_plain_pack_of_these_tests_is_taken(library: StyleLibrary, pack: Path) -> None:
    assert [style.title for style in import_pack(library, write(pack)).added] == ["A"]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/cron.d/a.png",
        "../a.png",
        "..",
        "../../../../a.png",
        "x/../../a.png",
        "folder/a.png",
        "folder/",
        "a\\b.png",
        "..\\a.png",
        "C:\\a.png",
        "C:a.png",
        "\\\\server\\share\\a.png",
        ".hidden.png",
        "",
        " ",
        "a b.png",
        "a\n.png",
        "a\u202egnp.exe",
        "ａ.png",
        "a\u0301.png",
        "‥/a.png",
        "💥.png",
        "x" * 200 + ".png",
        "~root",
        "$HOME",
        "%2e%2e%2fa.png",
        "con:",
        "a.png ",
    ],
)
def test_names_that_are_not_plain(refusal: Refusal, pack: Path, name: str) -> None:
    write(pack, {"a.png": png(), name: png()})
    assert "unsafe name" in refusal.of(pack)


def test_a_name_that_ends_early(refusal: Refusal, pack: Path) -> None:
    """Some programs read a name up to its first zero byte only."""
    write(pack, {"a.png": png(), "b.png-x.exe": png()})
    pack.write_bytes(pack.read_bytes().replace(b"b.png-x.exe", b"b.png\0x.exe"))
    assert "unsafe name" in refusal.of(pack)


def test_a_name_that_differs_inside(library: StyleLibrary, pack: Path) -> None:
    """The directory says a.png, the entry itself ../a.png."""
    write(pack, {"aaaaaaaa.png": png()}, listing({"file": "aaaaaaaa.png"}))
    content = pack.read_bytes()
    place = content.index(b"PK\x03\x04", 4) + 30
    assert content[place:].startswith(b"aaaaaaaa.png")
    pack.write_bytes(content[:place] + b"../../aa.png" + content[place + 12 :])
    assert import_pack(library, pack).left_out == ["“aaaaaaaa.png” is damaged and cannot be read."]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(refusal: Refusal, pack: Path, kind: int) -> None:
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("pack.json", ONE)
        info = zipfile.ZipInfo("a.png")
        info.create_system = 3
        info.external_attr = (kind | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert "holds a link (“a.png”)" in refusal.of(pack)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["a.png", "A.PNG"])
def test_one_name_twice(refusal: Refusal, pack: Path, second: str) -> None:
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("pack.json", ONE)
        archive.writestr("a.png", png(1))
        archive.writestr(second, png(2))
    assert f"two files that are called “{second}”" in refusal.of(pack)


def test_encrypted_members(refusal: Refusal, pack: Path) -> None:
    content = bytearray(write(pack).read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.rindex(signature)
        content[place + offset] |= 1
    pack.write_bytes(content)
    assert "is encrypted" in refusal.of(pack)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packed_in_another_way(refusal: Refusal, pack: Path, method: int) -> None:
    with zipfile.ZipFile(pack, "w", method) as archive:
        archive.writestr("pack.json", ONE)
        archive.writestr("a.png", png())
    assert "packed in a way" in refusal.of(pack)


def test_bombs(refusal: Refusal, pack: Path) -> None:
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.json", ONE)
        archive.writestr("a.png", bytes(64 * 2**20))
    assert pack.stat().st_size < 10**6
    assert "would grow too large" in refusal.of(pack)
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.json", b" " * (64 * 2**20) + ONE.encode())
    assert "would grow too large" in refusal.of(pack)


def lie_about_size(pack: Path, name: str, content: bytes, told: int) -> None:
    """A member whose directory entry tells another size than it unpacks to."""
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.json", ONE)
        archive.writestr(name, content)
    data = bytearray(pack.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.rindex(signature) + offset, told)
    pack.write_bytes(data)


def test_a_member_that_is_larger_than_it_says(library: StyleLibrary, pack: Path) -> None:
    lie_about_size(pack, "a.png", png() + bytes(200 * 2**20), 1000)
    (sentence,) = import_pack(library, pack).left_out
    assert "“a.png”" in sentence
    lie_about_size(pack, "a.png", png(), 10**6)
    assert import_pack(library, pack).left_out == ["“a.png” is damaged and cannot be read."]


def test_members_that_share_their_bytes(library: StyleLibrary, refusal: Refusal, pack: Path) -> None:
    """Overlapping members make a small file large although none has a large ratio by itself."""
    names = [f"{number:04d}.png" for number in range(archives.MAX_MEMBERS - 1)]
    write(pack, {})
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr("first.png", png())
        first = archive.getinfo("first.png")
        for name in names[:-1]:
            info = zipfile.ZipInfo(name)
            info.header_offset, info.CRC = first.header_offset, first.CRC
            info.compress_size, info.file_size = first.compress_size, archives.MAX_MEMBER_BYTES // 100
            archive.filelist.append(info)
            archive.NameToInfo[name] = info
        archive._didModify = True  # type: ignore[attr-defined]  # so that the directory is written anew
    assert "would grow too large" in refusal.of(pack)
    assert len(names) * (archives.MAX_MEMBER_BYTES // 100) > archives.MAX_TOTAL_BYTES


def test_too_much_altogether(refusal: Refusal, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members: dict[str, bytes | str] = {f"{number}.png": png(number) for number in range(6)}
    write(pack, members)
    monkeypatch.setattr(archives, "PACK", archives.Limits(total_bytes=3 * len(png())))
    assert "holds more than" in refusal.of(pack)


def test_too_many_members(refusal: Refusal, pack: Path) -> None:
    write(pack, dict.fromkeys((f"{number}.png" for number in range(archives.MAX_MEMBERS)), b""))
    assert "holds too many files" in refusal.of(pack)


@pytest.mark.parametrize("change", ["count", "directory", "large"])
def test_a_directory_that_would_fill_the_memory(refusal: Refusal, pack: Path, change: str) -> None:
    content = bytearray(write(pack).read_bytes())
    end = content.rindex(b"PK\x05\x06")
    if change == "count":
        struct.pack_into("<HH", content, end + 8, 60_000, 60_000)
    elif change == "directory":
        struct.pack_into("<I", content, end + 12, 2**31)
    else:
        content[end:end] = b"PK\x06\x07" + bytes(16)
    pack.write_bytes(content)
    assert "holds too many files" in refusal.of(pack)


def test_a_wrong_checksum(library: StyleLibrary, pack: Path) -> None:
    text = listing({"file": "a.png", "title": "A"}, {"file": "b.png", "title": "B"})
    content = bytearray(write(pack, {"a.png": png(1), "b.png": png(2)}, text).read_bytes())
    place = content.index(png(1)) + len(png(1)) // 2
    content[place] ^= 0xFF
    pack.write_bytes(content)
    report = import_pack(library, pack)
    assert report.left_out == ["“a.png” is damaged and cannot be read."]
    assert [style.title for style in report.added] == ["B"]


def test_every_way_of_being_cut_off(refusal: Refusal, pack: Path) -> None:
    content = write(pack).read_bytes()
    for length in [0, 1, 4, 21, 22, len(content) // 2, len(content) - 23, len(content) - 22, len(content) - 1]:
        pack.write_bytes(content[:length])
        assert refusal.of(pack)


def test_random_damage_never_does_more_than_leave_out(library: StyleLibrary, pack: Path) -> None:
    content = write(pack).read_bytes()
    for place in range(0, len(content), 7):
        pack.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        try:
            report = import_pack(library, pack)
        except PackError:
            continue
        assert len(report.added) + len(report.known) + len(report.left_out) <= 1


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all" * 100, png(), b"PK\x05\x06" + bytes(18)])
def test_what_is_no_pack(refusal: Refusal, pack: Path, content: bytes) -> None:
    pack.write_bytes(content)
    assert refusal.of(pack)


def test_a_file_that_cannot_be_opened(library: StyleLibrary, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"“gone\.stylepack” cannot be opened: no such file or directory\."):
        import_pack(library, tmp_path / "gone.stylepack")
    with pytest.raises(PackError, match="cannot be opened"):
        import_pack(library, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "{}",
        '"pack"',
        listing(format="other"),
        listing(version=0),
        listing(version="new"),
        listing(styles={}),
        listing(styles=[{}]),
        listing(styles=[{"file": ""}]),
        listing(styles=[{"file": 7}]),
        listing(styles=[{"file": "a.png", "title": "x" * 5000}]),
        listing(styles=[{"file": "a.png", "tags": ["x"] * 1000}]),
        listing(styles=[{"file": "a.png", "tags": "sea"}]),
        listing(styles=[{"file": "a.png", "palette": ["red"]}]),
        listing(styles=[{"file": "a.png"}] * (packs.MAX_STYLES + 1)),
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"format": "stylegui-pack", "version": 1, "styles": ' + "[" * 5000 + "]" * 5000 + "}",
        '{"format": "stylegui-pack", "version": 1e999, "styles": []}',
        '{"format": "stylegui-pack", "version": ' + "9" * 5000 + ', "styles": []}',
        b"\xff\xfe{\0}\0".decode("latin-1"),
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_lists_that_are_not_as_they_should_be(refusal: Refusal, pack: Path, text: str) -> None:
    write(pack, text=text)
    assert "is no style pack" in refusal.of(pack)


def test_a_list_that_is_missing_damaged_too_large_or_too_new(
    refusal: Refusal, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("a.png", png())
    assert "it has no list of styles" in refusal.of(pack)
    write(pack, text=listing(version=2))
    assert "made by a newer version" in refusal.of(pack)
    content = bytearray(write(pack).read_bytes())
    content[content.index(b"stylegui-pack")] ^= 1
    pack.write_bytes(content)
    assert "cannot be read" in refusal.of(pack)
    write(pack)
    monkeypatch.setattr(packs, "MAX_LIST_BYTES", 10)
    assert "cannot be read" in refusal.of(pack)


def picture_of(size: tuple[int, int]) -> bytes:
    """A PNG whose header promises any size, with little behind it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def test_pictures_that_cannot_be_used_are_left_out_and_the_others_come_in(library: StyleLibrary, pack: Path) -> None:
    members: dict[str, bytes | str] = {
        "text.png": "hello",
        "script.png": "<svg onload='alert(1)'/>",
        "empty.png": b"",
        "half.png": png(5)[: len(png(5)) // 2],
        "huge.png": picture_of((100_000, 100_000)),
        "large.png": picture_of((12_000, 12_000)),
        "program.png": b"MZ" + bytes(100),
        "good.png": png(6),
        "unlisted.exe": b"MZ",
    }
    names = [name for name in members if name != "unlisted.exe"]
    text = listing(
        *({"file": name, "title": f"The {name}"} for name in [*names, "gone.png", "../../a.png", "good.png"])
    )
    report = import_pack(library, write(pack, members, text))
    assert [style.title for style in report.added] == ["The good.png"]
    assert len(report.left_out) == 10
    for name, sentence in zip([*names[:-1], "gone.png", "../../a.png", "good.png"], report.left_out, strict=True):
        assert name in sentence and sentence.endswith("."), sentence
    assert report.left_out[4].endswith("the limit is 200 megapixels.")
    assert "12000 × 12000" in report.left_out[5]
    assert len(library.search()) == 4


def test_a_pack_cannot_say_who_it_is(library: StyleLibrary, pack: Path) -> None:
    """Ids, built-in marks, paths, favourites and the gallery's own collections are nothing that a pack decides."""
    entry = {
        "file": "a.png",
        "id": "night",
        "builtin": True,
        "path": "/etc/passwd",
        "folder": "/etc",
        "removed": 1.0,
        "favourite": True,
        "rating": 5,
        "added": 9e99,
        "title": "Fake \u202egnp.exe\u0000\n\u001b[2J",
        "collections": [":favourites", "", "\u200f", "x" * 1999],
        "tags": ["a\tb", "<b>bold</b>"],
    }
    before = library.get("night")
    (style,) = import_pack(library, write(pack, text=listing(entry))).added
    assert library.get("night") == before
    assert style.id.startswith("own-") and not style.builtin and not style.linked
    assert style.path == library.get(style.id).path and style.path.name == "image.png"  # type: ignore[union-attr]
    assert (style.rating, style.favourite, style.title) == (0, False, "Fake gnp.exe [2J")
    assert style.collections == ("favourites", "x" * 300)
    assert style.tags == ("a b", "<b>bold</b>")
    assert style.added < 9e9
    assert library.search("", FAVOURITES) == []


def test_a_title_is_made_up_where_there_is_none(library: StyleLibrary, pack: Path) -> None:
    text = listing({"file": "a.png", "title": " \u202e "})
    assert [style.title for style in import_pack(library, write(pack, text=text)).added] == ["a"]


def test_keys_of_a_newer_version_do_no_harm(library: StyleLibrary, pack: Path) -> None:
    text = listing({"file": "a.png", "title": "A", "mood": {"deep": [[1]]}}, theme="dark")
    assert len(import_pack(library, write(pack, text=text)).added) == 1


def test_an_import_can_be_stopped(library: StyleLibrary, pack: Path) -> None:
    members: dict[str, bytes | str] = {f"{number}.png": png(number) for number in range(4)}
    write(pack, members, listing(*({"file": name} for name in members)))
    control = RunControl()

    def stop(done: int, _total: int) -> None:
        if done == 2:
            control.cancel()

    with pytest.raises(Cancelled):
        import_pack(library, pack, control, stop)
    assert len(library.search()) == 3 + 3
    report = import_pack(library, pack)
    assert (len(report.known), len(report.added)) == (3, 1)


def test_a_library_that_cannot_be_written_says_so(library: StyleLibrary, paths: Paths, pack: Path) -> None:
    paths.styles.parent.mkdir(parents=True, exist_ok=True)
    paths.styles.write_text("a file in the way")
    with pytest.raises(LibraryError, match="“A” could not be added"):
        import_pack(library, write(pack))
