"""The library of styles on disk."""

from __future__ import annotations

import io
import json
import os
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stylegui.engine.images import PictureError, load_picture
from stylegui.library import (
    ALL,
    FAVOURITES,
    MISSING,
    OWN_COLLECTION,
    RECENT,
    Added,
    Collection,
    LibraryError,
    StyleLibrary,
)
from stylegui.paths import Paths

ExpectLog = Callable[[str], None]


def picture_file(folder: Path, name: str, shade: int = 200) -> Path:
    path = folder / name
    Image.new("RGB", (32, 24), (shade, 20, 40)).save(path)
    return path


def content_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_built_in_styles_come_by_collection_and_title(library: StyleLibrary) -> None:
    assert library.search() == ["dunes", "night", "discs"]
    night = library.get("night")
    assert night is not None
    assert (night.title, night.tags, night.credit, night.builtin) == (
        "Étude de nuit",
        ("sky", "swirl"),
        "painters",
        True,
    )
    assert library.get("nothing") is None
    assert library.collections() == [Collection("Impasto", 2, False), Collection("Modern", 1, False)]
    assert library.problems == []


def test_the_program_s_own_styles_are_sound(paths: Paths) -> None:
    library = StyleLibrary(paths)
    assert library.problems == []
    assert library.styles()
    for style in library.styles():
        assert style.builtin and style.credit and style.licence and style.palette
        assert min(load_picture(style.path).size) >= 256


def test_search_takes_all_words_without_case_and_accents(library: StyleLibrary) -> None:
    assert library.search("ETUDE sky") == ["night"]
    assert library.search("impasto") == ["dunes", "night"]
    assert library.search("sky abstract") == []
    assert library.search("  ") == ["dunes", "night", "discs"]
    assert library.search("", "Modern") == ["discs"]
    assert library.search("dunes", "Modern") == []


def test_a_damaged_folder_is_skipped_and_told(paths: Paths, builtin_folder: Path, expect_log: ExpectLog) -> None:
    (builtin_folder / "discs" / "style.json").write_text("{")
    (builtin_folder / "dunes" / "image.jpg").unlink()
    (builtin_folder / "empty").mkdir()
    expect_log("“discs” is damaged")
    expect_log("“dunes” is damaged")
    expect_log("“empty” is damaged")
    library = StyleLibrary(paths, builtin_folder)
    assert library.search() == ["night"]
    assert [problem.split("“")[1].split("”")[0] for problem in library.problems] == ["discs", "dunes", "empty"]


def test_an_added_picture_is_kept_byte_for_byte(library: StyleLibrary, paths: Paths, tmp_path: Path) -> None:
    file = picture_file(tmp_path, "grey_sea-no 2.png")
    style = library.add(file).style
    assert (style.title, style.collection, style.builtin) == ("Grey sea no 2", OWN_COLLECTION, False)
    assert style.path.read_bytes() == file.read_bytes()
    assert style.palette == ("#c81428",)
    assert library.search()[0] == style.id
    assert library.collections()[0] == Collection(OWN_COLLECTION, 1, True)
    file.unlink()
    assert StyleLibrary(paths).get(style.id) == style
    assert [path.name for path in paths.styles.iterdir()] == [style.id]


def test_own_styles_come_newest_first(library: StyleLibrary, tmp_path: Path) -> None:
    first = library.add(picture_file(tmp_path, "a.png", 10)).style
    second = library.add(picture_file(tmp_path, "b.png", 20)).style
    assert library.search()[:2] == [second.id, first.id]


def test_the_same_picture_is_not_added_twice(library: StyleLibrary, paths: Paths, tmp_path: Path) -> None:
    style = library.add(picture_file(tmp_path, "one.png")).style
    copy = tmp_path / "two.bmp"
    Image.open(tmp_path / "one.png").save(copy)
    assert library.add(copy) == Added(style, is_new=False)
    assert library.add((tmp_path / "one.png").read_bytes()) == Added(style, is_new=False)
    assert len(list(paths.styles.iterdir())) == 1


@pytest.mark.parametrize(("kind", "name"), [("WEBP", "image.webp"), ("JPEG", "image.jpg"), ("TIFF", "image.tif")])
def test_a_picture_can_come_as_bytes_and_gets_a_fitting_suffix(library: StyleLibrary, kind: str, name: str) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (1, 2, 3)).save(buffer, kind)
    style = library.add(buffer.getvalue()).style
    assert (style.title, style.path.name) == ("Pasted picture", name)
    library.remove([style.id])
    assert library.add(buffer.getvalue(), title="From a friend").style.title == "From a friend"


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n1234"])
def test_a_bad_picture_gives_its_sentence_and_changes_nothing(
    library: StyleLibrary, paths: Paths, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "bad.png"
    file.write_bytes(content)
    with pytest.raises(PictureError, match="“bad"):
        library.add(file)
    with pytest.raises(PictureError, match="“gone"):
        library.add(tmp_path / "gone.png")
    assert not paths.styles.exists()


def test_where_nothing_can_be_written_the_sentence_says_so(library: StyleLibrary, paths: Paths, tmp_path: Path) -> None:
    paths.data.mkdir(parents=True, exist_ok=True)
    paths.styles.write_text("a file where the folder should be")
    with pytest.raises(LibraryError, match="“Sea” could not be added"):
        library.add(picture_file(tmp_path, "sea.png"))
    assert library.search() == ["dunes", "night", "discs"]


def test_an_interrupted_addition_is_no_style(
    library: StyleLibrary, paths: Paths, builtin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr("stylegui.library.shelf.write_card", full)
        with pytest.raises(LibraryError, match="the disk is full"):
            library.add(picture_file(tmp_path, "sea.png"))
    assert list(paths.styles.iterdir()) == []
    # A part that a crash left behind is neither shown nor in the way.
    left = paths.styles / ".own-cdb32fcc910661e1.part"
    left.mkdir()
    (left / "image.png").write_bytes(b"half of a pict")
    assert StyleLibrary(paths, builtin_folder).search() == ["dunes", "night", "discs"]
    style = library.add(picture_file(tmp_path, "sea.png")).style
    assert [path.name for path in paths.styles.iterdir()] == [style.id]


def test_a_style_whose_folder_is_gone_is_missing_until_it_is_back(
    library: StyleLibrary, paths: Paths, builtin_folder: Path, tmp_path: Path
) -> None:
    style = library.add(picture_file(tmp_path, "sea.png")).style
    library.set_rating(style.id, 4)
    aside = style.path.parent.rename(tmp_path / "aside")
    again = StyleLibrary(paths, builtin_folder)
    assert again.search("", MISSING) == [style.id] == again.search("sea")
    aside.rename(style.path.parent)
    again.reload()
    back = again.get(style.id)
    assert back is not None and not back.missing and back.rating == 4
    shutil.rmtree(style.path.parent)
    again.reload()
    repaired = again.add(picture_file(tmp_path, "sea.png"))
    assert repaired.is_new and repaired.style.id == style.id
    assert again.search("", MISSING) == []


def test_remove_and_restore_give_back_the_same_style(library: StyleLibrary, paths: Paths, tmp_path: Path) -> None:
    style = library.add(picture_file(tmp_path, "sea.png")).style
    library.set_favourite(style.id, True)
    style = replace(style, favourite=True)
    before = content_of(paths.styles)
    library.remove([style.id])
    assert library.get(style.id) is None
    assert library.search("", FAVOURITES) == []
    assert content_of(paths.styles) == {}
    assert library.restore([style.id]) == [style]
    assert content_of(paths.styles) == before
    assert library.search("", FAVOURITES) == [style.id]
    assert library.restore([style.id]) == [style]


def test_a_style_that_is_removed_twice_comes_back_once(library: StyleLibrary, tmp_path: Path) -> None:
    file = picture_file(tmp_path, "sea.png")
    style = library.add(file).style
    library.remove([style.id])
    again = library.add(file, title="Sea again").style
    library.remove([again.id])
    assert library.restore([style.id])[0].title == "Sea again"
    library.remove([style.id])
    library.restore([style.id])
    with pytest.raises(LibraryError, match="no longer there"):
        library.remove(["unknown"])
    with pytest.raises(LibraryError, match="could not be brought back"):
        library.restore(["unknown"])


def test_the_trash_keeps_styles_for_a_month(library: StyleLibrary, paths: Paths, tmp_path: Path) -> None:
    old, recent, last = (library.add(picture_file(tmp_path, f"{n}.png", n)).style for n in (10, 20, 30))
    trash = paths.data / "trash" / "styles"
    for style, days in ((old, 31), (recent, 29)):
        library.remove([style.id])
        then = time.time() - days * 24 * 3600
        os.utime(trash / style.id, (then, then))
    library.remove([last.id])
    assert {path.name for path in trash.iterdir()} == {recent.id, last.id}


def test_built_in_styles_cannot_be_changed(library: StyleLibrary, builtin_folder: Path) -> None:
    before = content_of(builtin_folder)
    with pytest.raises(LibraryError, match="“Dunes” comes with the program and cannot be removed"):
        library.remove(["dunes"])
    with pytest.raises(LibraryError, match="“Dunes” comes with the program and cannot be renamed"):
        library.rename("dunes", "Mine")
    assert content_of(builtin_folder) == before


def test_rename_keeps_everything_else(library: StyleLibrary, paths: Paths, tmp_path: Path) -> None:
    style = library.add(picture_file(tmp_path, "sea.png")).style
    card = style.path.parent / "style.json"
    card.write_text(json.dumps({**json.loads(card.read_text()), "painter": "knife"}))
    renamed = library.rename(style.id, "  The  sea ")
    assert renamed.title == "The sea"
    assert json.loads(card.read_text())["painter"] == "knife"
    assert StyleLibrary(paths).get(style.id) == renamed
    with pytest.raises(LibraryError, match="needs a title"):
        library.rename(style.id, "  ")


def test_favourites_and_recent_styles_are_remembered(library: StyleLibrary, paths: Paths, builtin_folder: Path) -> None:
    library.set_favourite("discs", True)
    library.set_favourite("dunes", True)
    library.set_favourite("discs", False)
    for style_id in ("night", "discs", "night"):
        library.record_use(style_id)
    again = StyleLibrary(paths, builtin_folder)
    assert again.is_favourite("dunes") and not again.is_favourite("discs")
    assert again.search("", FAVOURITES) == ["dunes"]
    assert again.search("", RECENT) == ["night", "discs"]
    assert again.search("light", RECENT) == ["discs"]
    assert len(again.search("", ALL)) == 3


def old_marks(paths: Paths, text: str) -> Path:
    paths.data.mkdir(parents=True, exist_ok=True)
    file = paths.data / "style_marks.json"
    file.write_text(text)
    return file


def test_the_marks_of_an_older_version_are_taken_over(paths: Paths, builtin_folder: Path) -> None:
    marks = {"favourites": ["dunes", "gone", "own-x"], "recent": ["night", "gone", "dunes"]}
    file = old_marks(paths, json.dumps(marks))
    own = paths.styles / "own-x"
    own.mkdir(parents=True)
    card = {"title": "Old one", "collection": "My styles", "palette": ["#102030"], "added": 7.0, "painter": "knife"}
    (own / "style.json").write_text(json.dumps(card))
    Image.new("RGB", (8, 8)).save(own / "image.png")
    library = StyleLibrary(paths, builtin_folder)
    assert library.search("", FAVOURITES) == ["own-x", "dunes"]
    assert library.search("", RECENT) == ["night", "dunes"]
    style = library.get("own-x")
    assert style is not None and (style.title, style.added, style.palette) == ("Old one", 7.0, ("#102030",))
    library.set_favourite("dunes", False)
    assert StyleLibrary(paths, builtin_folder).search("", FAVOURITES) == ["own-x"]
    assert not file.exists()
    kept = library.card("own-x")
    assert kept is not None and kept.favourite and kept.model_extra == {"painter": "knife"}


def test_damaged_marks_of_an_older_version_are_put_aside(
    paths: Paths, builtin_folder: Path, expect_log: ExpectLog
) -> None:
    file = old_marks(paths, '{"favourites": 7}')
    expect_log("start empty")
    assert StyleLibrary(paths, builtin_folder).search("", FAVOURITES) == []
    assert file.with_name("style_marks.json.broken").read_text() == '{"favourites": 7}'


def test_many_threads_can_add_at_once(library: StyleLibrary, tmp_path: Path) -> None:
    files = [picture_file(tmp_path, f"{n}.png", n) for n in (10, 20, 30, 10)]
    threads = [threading.Thread(target=library.add, args=(file,)) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([style for style in library.styles() if not style.builtin]) == 3


def test_a_name_that_is_no_text_still_makes_a_title(library: StyleLibrary, tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("only here can names be any bytes")
    name = os.fsdecode(b"sea\xff.png")
    try:
        file = picture_file(tmp_path, "sea.png").rename(tmp_path / name)
    except OSError:
        pytest.skip("this disk takes only text as names")
    assert library.add(file).style.title == "Sea?"


def test_the_palette_holds_the_rare_bright_colour_too(library: StyleLibrary, tmp_path: Path) -> None:
    pixels = np.full((100, 100, 3), 40, dtype=np.uint8)
    pixels[:50] = (44, 40, 42)
    pixels[:10, :20] = (250, 20, 10)
    Image.fromarray(pixels).save(tmp_path / "dark.png")
    palette = library.add(tmp_path / "dark.png").style.palette
    assert 2 <= len(palette) <= 5
    assert "#fa140a" in palette
