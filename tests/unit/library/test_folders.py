"""Watched folders: pictures that are styles and stay where they are."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.images import PictureError
from stylegui.library import FAVOURITES, MISSING, OWN_COLLECTION, LibraryError, Style, StyleEdit, StyleLibrary
from stylegui.library.folders import BATCH
from stylegui.library.found import ScanReport
from stylegui.paths import Paths
from tests.unit.library.pictures import save_painting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "My paintings"
    save_painting(folder / "sea_at-dawn.jpg", 1)
    save_painting(folder / "old" / "tower.png", 2)
    save_painting(folder / "old" / "bridge.webp", 3)
    (folder / "notes.txt").write_text("no picture")
    (folder / ".hidden").mkdir()
    save_painting(folder / ".hidden" / "secret.png", 4)
    save_painting(folder / ".also-hidden.png", 5)
    return folder


@pytest.fixture
def watched(library: StyleLibrary, folder: Path) -> Path:
    watched = library.folders.watch(folder)
    library.folders.scan(watched)
    return watched


def named(library: StyleLibrary, title: str) -> Style:
    (style,) = [style for style in library.styles() if style.title == title]
    return style


def ids_of(library: StyleLibrary, folder: Path) -> list[str]:
    return library.search("", library.folders.collection(folder))


def test_pictures_become_styles_and_stay_where_they_are(library: StyleLibrary, paths: Paths, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    watched = library.folders.watch(folder)
    assert library.folders.watched() == [folder]
    calls: list[tuple[int, int]] = []
    report = library.folders.scan(watched, progress=lambda done, total: calls.append((done, total)))
    assert len(report.added) == 3 and report == ScanReport(added=report.added)
    assert calls[0] == (0, 3) and calls[-1] == (3, 3)
    styles = library.fetch(ids_of(library, watched))
    assert [style.title for style in styles] == ["Bridge", "Sea at dawn", "Tower"]
    for style in styles:
        assert style.linked and not style.builtin and not style.missing
        assert style.collections == ("My paintings",)
        assert style.size == (96, 72)
    assert named(library, "Tower").path == folder / "old" / "tower.png"
    assert not paths.styles.exists()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert library.folders.places(watched) == [folder, folder / "old"]


def test_looking_again_finds_nothing_new_and_reads_nothing(
    library: StyleLibrary, watched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reading(path: Path) -> None:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr("stylegui.library.folders.file_state", reading)
    monkeypatch.setattr("stylegui.library.folders.size_in_header", reading)
    report = library.folders.scan(watched)
    assert report == ScanReport() and not report.is_news


def test_a_picture_that_was_moved_keeps_everything(library: StyleLibrary, watched: Path) -> None:
    tower = named(library, "Tower")
    library.edit([tower.id], StyleEdit(title="The tower", favourite=True, add_tags=("stone",)))
    (watched / "new").mkdir()
    (watched / "old" / "tower.png").rename(watched / "new" / "renamed.png")
    report = library.folders.scan(watched)
    assert report == ScanReport(moved=[tower.id])
    moved = library.get(tower.id)
    assert moved is not None
    assert (moved.title, moved.favourite, moved.tags) == ("The tower", True, ("stone",))
    assert moved.path == watched / "new" / "renamed.png" and not moved.missing


def test_a_picture_that_goes_is_missing_and_one_that_comes_back_is_not(
    library: StyleLibrary, watched: Path, tmp_path: Path
) -> None:
    sea = named(library, "Sea at dawn")
    library.set_rating(sea.id, 5)
    aside = (watched / "sea_at-dawn.jpg").rename(tmp_path / "aside.jpg")
    assert library.folders.scan(watched) == ScanReport(missing=[sea.id])
    assert library.folders.scan(watched) == ScanReport()
    assert library.search("", MISSING) == [sea.id]
    shutil.copy2(aside, watched / "sea_at-dawn.jpg")
    assert library.folders.scan(watched) == ScanReport(returned=[sea.id])
    back = library.get(sea.id)
    assert back is not None and not back.missing and back.rating == 5
    # Under another name, after it was missing:
    (watched / "sea_at-dawn.jpg").unlink()
    library.folders.scan(watched)
    aside.rename(watched / "again.jpg")
    assert library.folders.scan(watched) == ScanReport(moved=[sea.id])
    assert library.search("", MISSING) == []


def test_a_folder_that_is_unplugged_loses_nothing(
    library: StyleLibrary, paths: Paths, builtin_folder: Path, watched: Path, tmp_path: Path
) -> None:
    ids = ids_of(library, watched)
    away = watched.rename(tmp_path / "unplugged")
    assert sorted(library.folders.scan(watched).missing) == sorted(ids)
    again = StyleLibrary(paths, builtin_folder)
    assert again.search("", MISSING) == ids
    away.rename(watched)
    assert sorted(again.folders.scan_all().returned) == sorted(ids)


def test_a_picture_that_was_painted_over_keeps_its_name(library: StyleLibrary, watched: Path) -> None:
    tower = named(library, "Tower")
    library.make_thumbnail(tower, 64)
    library.rename(tower.id, "The tower")
    before = library.get(tower.id)
    assert before is not None and before.palette
    save_painting(watched / "old" / "tower.png", 20, (60, 90))
    assert library.folders.scan(watched) == ScanReport(changed=[tower.id])
    after = library.get(tower.id)
    assert after is not None and (after.title, after.palette, after.size) == ("The tower", (), (60, 90))
    library.make_thumbnail(after, 64)
    learnt = library.get(tower.id)
    assert learnt is not None and learnt.palette not in ((), before.palette)


def test_the_old_picture_of_a_changed_file_is_a_style_of_its_own(
    library: StyleLibrary, watched: Path, tmp_path: Path
) -> None:
    kept = shutil.copy2(watched / "old" / "tower.png", tmp_path / "kept.png")
    tower = named(library, "Tower")
    save_painting(watched / "old" / "tower.png", 20)
    library.folders.scan(watched)
    shutil.copy2(kept, watched / "kept.png")
    (fresh,) = library.folders.scan(watched).added
    assert fresh != tower.id and len(ids_of(library, watched)) == 4


def test_the_same_picture_twice_is_one_style(library: StyleLibrary, watched: Path) -> None:
    tower = named(library, "Tower")
    shutil.copy2(tower.path, watched / "copy.png")
    assert library.folders.scan(watched) == ScanReport(duplicates=1)
    assert library.folders.scan(watched) == ScanReport()
    tower.path.unlink()
    assert library.folders.scan(watched) == ScanReport(moved=[tower.id])
    moved = library.get(tower.id)
    assert moved is not None and moved.path == watched / "copy.png"


def test_what_is_in_the_library_already_is_not_shown_twice(
    library: StyleLibrary, watched: Path, builtin_folder: Path
) -> None:
    own = library.add(save_painting(watched.parent / "own.png", 30)).style
    shutil.copy2(own.path, watched / "own.png")
    shutil.copy2(builtin_folder / "night" / "image.jpg", watched / "night.jpg")
    assert library.folders.scan(watched) == ScanReport(duplicates=2)
    tower = named(library, "Tower")
    added = library.add(tower.path)
    assert added.style == tower and not added.is_new


def test_what_is_no_picture_is_told_once(library: StyleLibrary, watched: Path) -> None:
    (watched / "text.png").write_text("hello")
    (watched / "empty.jpg").write_bytes(b"")
    (watched / "half.png").write_bytes((watched / "old" / "tower.png").read_bytes()[:20])
    report = library.folders.scan(watched)
    assert len(report.left_out) == 3 and not report.is_news
    assert {sentence.split("”")[0] for sentence in report.left_out} == {"“text.png", "“empty.jpg", "“half.png"}
    assert library.folders.scan(watched) == ScanReport()
    save_painting(watched / "text.png", 40)
    assert len(library.folders.scan(watched).added) == 1
    named(library, "Tower").path.write_text("not any more")
    report = library.folders.scan(watched)
    assert len(report.missing) == 1 and len(report.left_out) == 1


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere, and pipes are of Unix")
def test_links_and_pipes_do_not_lead_astray(library: StyleLibrary, watched: Path) -> None:
    (watched / "loop").symlink_to(watched)
    (watched / "broken.png").symlink_to(watched / "nothing.png")
    os.mkfifo(watched / "pipe.png")
    assert library.folders.scan(watched) == ScanReport()


@pytest.mark.skipif(os.name != "posix", reason="only here can names be any bytes")
def test_names_that_are_no_text(library: StyleLibrary, paths: Paths, builtin_folder: Path, watched: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(watched) + b"/sea\xff\xfe"))
    try:
        path.mkdir()
    except OSError:
        pytest.skip("this disk takes only text as names")
    save_painting(path / os.fsdecode(b"p\xff.png"), 50)
    (style_id,) = library.folders.scan(watched).added
    library.set_favourite(style_id, True)
    again = StyleLibrary(paths, builtin_folder).get(style_id)
    assert again is not None and again.path.is_file() and again.title == "P?"
    card = library.card(style_id)
    assert card is not None and card.path.endswith("/sea%FF%FE/p%FF.png")
    inner = library.folders.watched()
    library.folders.unwatch(watched)
    strange = library.folders.watch(path)
    assert StyleLibrary(paths, builtin_folder).folders.watched() == [strange] != inner
    assert library.folders.scan(strange).added == [style_id]
    assert ids_of(library, strange) == [style_id] == library.search("", FAVOURITES)


def test_a_scan_can_be_stopped_and_goes_on_later(library: StyleLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for seed in range(2 * BATCH):
        save_painting(folder / f"{seed:03d}.png", seed, (12, 8))
    watched = library.folders.watch(folder)
    control = RunControl()

    def stop(done: int, _total: int) -> None:
        if done == BATCH + 3:
            control.cancel()

    with pytest.raises(Cancelled):
        library.folders.scan(watched, control, stop)
    assert len(ids_of(library, watched)) == BATCH
    assert len(library.folders.scan(watched).added) == BATCH
    assert library.folders.scan(watched) == ScanReport()


def test_taking_one_out_and_bringing_it_back(library: StyleLibrary, watched: Path) -> None:
    tower = named(library, "Tower")
    library.remove([tower.id])
    assert tower.path.is_file() and library.get(tower.id) is None
    assert library.search("tower") == []
    assert library.folders.scan(watched) == ScanReport()
    os.utime(tower.path, (5, 5))
    tower.path.rename(watched / "elsewhere.png")
    assert library.folders.scan(watched) == ScanReport(), "still out, wherever it is"
    assert library.restore([tower.id])[0].path == watched / "elsewhere.png"
    assert library.search("tower") == [tower.id]


def test_unwatched_pictures_leave_and_come_back_as_they_were(library: StyleLibrary, watched: Path) -> None:
    tower, sea = named(library, "Tower"), named(library, "Sea at dawn")
    library.edit([tower.id], StyleEdit(title="The tower", rating=4, add_collections=("Stone",)))
    library.remove([sea.id])
    library.folders.unwatch(watched)
    assert library.folders.watched() == [] == ids_of(library, watched)
    assert len(library.search()) == 3 and watched.is_dir()
    with pytest.raises(LibraryError, match="“My paintings” is not watched"):
        library.folders.scan(watched)
    assert len(library.folders.scan(library.folders.watch(watched)).added) == 3
    back = library.get(tower.id)
    assert back is not None
    assert (back.title, back.rating, back.collections) == ("The tower", 4, ("My paintings", "Stone"))
    assert library.get(sea.id) is not None, "what was taken out is there as well when a folder is watched anew"


def test_which_folders_can_be_watched(library: StyleLibrary, paths: Paths, watched: Path) -> None:
    assert library.folders.watch(watched) == watched
    assert library.folders.watched() == [watched]
    with pytest.raises(LibraryError, match="“old” is in “My paintings”, which is watched already"):
        library.folders.watch(watched / "old")
    with pytest.raises(LibraryError, match="holds “My paintings”, which is watched already"):
        library.folders.watch(watched.parent)
    with pytest.raises(LibraryError, match="There is no folder “nowhere”"):
        library.folders.watch(watched.parent / "nowhere")
    for inside in (paths.data, paths.data / "styles", paths.data.parent):
        inside.mkdir(parents=True, exist_ok=True)
        with pytest.raises(LibraryError, match="the program keeps its own files there"):
            library.folders.watch(inside)
    second = watched.parent / "Second"
    second.mkdir()
    library.folders.watch(second)
    assert library.folders.watched() == [watched, second]


def test_a_damaged_list_of_folders_is_empty(
    library: StyleLibrary, paths: Paths, watched: Path, expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("The list of watched folders cannot be read")
    (paths.data / "folders.json").write_text("[")
    assert library.folders.watched() == []
    (paths.data / "folders.json").write_text('{"a": 1}')
    assert library.folders.watched() == []


def test_check_notices_what_comes_and_goes(library: StyleLibrary, watched: Path, tmp_path: Path) -> None:
    tower = named(library, "Tower")
    own = library.add(save_painting(tmp_path / "own.png", 60)).style
    ids = [tower.id, own.id, "night", "nobody"]
    assert library.check(ids) == []
    tower.path.rename(tmp_path / "away.png")
    content = own.path.read_bytes()
    own.path.unlink()
    assert library.check(ids) == [tower.id, own.id]
    assert set(library.search("", MISSING)) == {tower.id, own.id}
    assert library.check(ids) == []
    (tmp_path / "away.png").rename(tower.path)
    own.path.write_bytes(content)
    assert library.check(ids) == [tower.id, own.id]
    assert library.search("", MISSING) == []


def test_a_missing_picture_can_be_located(library: StyleLibrary, watched: Path, tmp_path: Path) -> None:
    tower = named(library, "Tower")
    library.edit([tower.id], StyleEdit(title="The tower", favourite=True))
    elsewhere = tower.path.rename(tmp_path / "elsewhere.png")
    library.folders.scan(watched)
    located = library.locate(tower.id, elsewhere)
    found = located.style
    assert (found.title, found.favourite, found.missing, found.path) == ("The tower", True, False, elsewhere)
    assert library.folders.scan(watched) == ScanReport()
    assert library.get(tower.id) == found
    (tmp_path / "text.png").write_text("hello")
    with pytest.raises(PictureError, match=r"“text\.png” is not a picture"):
        library.locate(tower.id, tmp_path / "text.png")
    with pytest.raises(LibraryError, match="comes with the program"):
        library.locate("night", elsewhere)
    lost = library.unlocate(located)
    assert (lost.title, lost.favourite, lost.missing, lost.path) == ("The tower", True, True, tower.path)
    elsewhere.rename(tower.path)
    assert library.folders.scan(watched).returned == [tower.id]


def test_an_own_picture_can_be_located_too(
    library: StyleLibrary, paths: Paths, builtin_folder: Path, tmp_path: Path
) -> None:
    own = library.add(save_painting(tmp_path / "own.png", 60)).style
    library.edit([own.id], StyleEdit(title="Mine", rating=3))
    shutil.rmtree(own.path.parent)
    library.check([own.id])
    other = save_painting(tmp_path / "other.jpg", 61, (50, 40))
    found = library.locate(own.id, other)
    located = found.style
    assert (located.title, located.rating, located.collections) == ("Mine", 3, (OWN_COLLECTION,))
    assert located.path.read_bytes() == other.read_bytes() and not located.missing
    assert StyleLibrary(paths, builtin_folder).get(own.id) == located
    again = library.add(tmp_path / "own.png")
    assert again.is_new and again.style.id != own.id, "the picture that was there is another one now"
    library.edit([own.id], StyleEdit(favourite=True))
    lost = library.unlocate(found)
    assert (lost.title, lost.rating, lost.favourite, lost.missing, lost.size) == ("Mine", 3, True, True, own.size)
    fresh = StyleLibrary(paths, builtin_folder)
    assert fresh.get(own.id) == lost and fresh.problems == []
    assert library.locate(own.id, other).style == replace(located, favourite=True, added=lost.added)
